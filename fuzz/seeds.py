#!/usr/bin/python3
"""Makes the first seeds of each target out of the documents of tests/suite/import: plans and hostile documents, of archives the
main part alone; and those of the other targets out of the texts of the suite. What later runs find is put beside them by hand."""

import io
import pathlib
import re
import tomllib
import zipfile

HERE = pathlib.Path(__file__).parent
IMPORT = HERE.parent / "tests/suite/import"
MAIN = {"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet1.xml", "odt": "content.xml", "ods": "content.xml"}
TARGETS = {"docx": "docx", "xlsx": "xlsx", "odt": "odt", "ods": "ods", "html": "html", "csv": "csv", "txt": "text"}
LARGEST = 24 << 10


def seed(document: bytes, ending: str) -> bytes | None:
    """The main part, or what is no archive as it is; nothing where the archive is broken, or no longer small."""
    if document.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(document)) as archive:
                document = archive.read(MAIN[ending])
        except (KeyError, zipfile.BadZipFile):
            pass
    return document if len(document) <= LARGEST else None


def sites() -> dict[str, str]:
    """Small sites of the suite, and cases of faults laid over the sound one: as text files in which `===` opens each file."""
    suite = IMPORT.parent
    base = (suite / "diagnostics/base.txt").read_text()
    found = {path.stem: path.read_text() for path in suite.glob("golden/*.txt") if path.stem != "theme"}
    # A third of the cases: the replay in the tests shall take seconds.
    for path in sorted(suite.glob("diagnostics/cases/*.in.txt"))[::3]:
        found["fault-" + path.name.split(".")[0]] = base + "\n" + path.read_text()
    plain = lambda text: re.sub(r"(=== \S+) \(\S+\)\n", r"\1\n", text)
    return {name: plain(text) for name, text in found.items() if len(text) <= 4 << 10 or not name.startswith("fault-")}


def lines(path: str, pattern: str) -> list[str]:
    """The strings of a test that a pattern finds."""
    return re.findall(pattern, (IMPORT.parent / path).read_text(), re.M)


def texts() -> dict[str, dict[str, str]]:
    """Seeds of the targets that are no readers."""
    kinds = tomllib.loads((IMPORT.parent / "hostile/strings.toml").read_text())["kind"]
    periods = lines("laws/periods.rs", r'^    \("([^"\\]+)", "')
    return {
        "content": sites(),
        "period": {f"p{place}": words for place, words in enumerate(periods)},
        "analyzer": {f"a{place}": "\n".join(kind["strings"]) for place, kind in enumerate(kinds)},
        "escape": {f"e{place}": "\n".join(kind["strings"]) for place, kind in enumerate(kinds)},
    }


if __name__ == "__main__":
    for target, seeds in texts().items():
        folder = HERE / "corpus" / target
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in seeds.items():
            (folder / name).write_text(text)
    for path in sorted([*IMPORT.glob("documents/hostile-*"), *IMPORT.glob("plans/*.*")]):
        ending = path.suffix[1:]
        found = seed(path.read_bytes(), ending) if ending in TARGETS and not path.name.endswith("d.txt") else None
        if found:
            folder = HERE / "corpus" / TARGETS[ending]
            folder.mkdir(parents=True, exist_ok=True)
            (folder / path.stem.removeprefix("hostile-")).write_bytes(found)
