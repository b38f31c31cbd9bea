#!/usr/bin/python3
"""Makes the first seeds of each target out of the documents of tests/suite/import: plans and hostile documents, of archives the
main part alone. What later runs find is put beside them by hand."""

import io
import pathlib
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


if __name__ == "__main__":
    for path in sorted([*IMPORT.glob("documents/hostile-*"), *IMPORT.glob("plans/*.*")]):
        ending = path.suffix[1:]
        found = seed(path.read_bytes(), ending) if ending in TARGETS and not path.name.endswith("d.txt") else None
        if found:
            folder = HERE / "corpus" / TARGETS[ending]
            folder.mkdir(parents=True, exist_ok=True)
            (folder / path.stem.removeprefix("hostile-")).write_bytes(found)
