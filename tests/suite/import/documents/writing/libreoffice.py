"""Documents as LibreOffice itself writes them, by `soffice --headless --convert-to`."""

import pathlib
import re
import subprocess
import tempfile

from . import zipped


def convert(document: bytes, ending: str, to: str, how: str | None = None) -> bytes:
    """A document with this ending, opened and saved as `to`; `how` names an export filter where the ending does not."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, f"document.{ending}")
        source.write_bytes(document)
        target = pathlib.Path(folder, "out")
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                   f"{to}:{how}" if how else to, "--outdir", str(target), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        made = (target / f"document.{to}").read_bytes()
    return zipped.settled(made, without_chance) if made.startswith(b"PK") else made


def without_chance(name: str, content: bytes) -> bytes | None:
    """What differs from run to run: the time of saving, identifiers drawn by lot, the settings of the window."""
    if name == "meta.xml":
        content = re.sub(rb"<meta:(editing-duration|generator)>.*?</meta:\1>", b"", content)
    if name in ("meta.xml", "docProps/core.xml"):
        return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*", b"2024-01-01T00:00:00", content)
    if name == "content.xml":
        chance = {}
        fixed = lambda found: b'"list%d"' % chance.setdefault(found[1], len(chance) + 1)
        return re.sub(rb'"list(\d{6,})"', fixed, content)
    if name == "settings.xml":
        return re.sub(rb'(config:name="Rsid\w*" config:type="int">)\d+', rb"\g<1>1", content)
    if name == "word/document.xml":
        return re.sub(rb' w:rsid\w*="[0-9A-F]*"', b"", content)
    return content
