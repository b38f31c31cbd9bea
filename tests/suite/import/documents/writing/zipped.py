"""Archives whose bytes depend on their contents alone: every entry is of one fixed date, and pictures of the first page are
left out."""

import io
import zipfile

DATE = (2024, 1, 1, 0, 0, 0)
LEFT_OUT = ("docProps/thumbnail.jpeg", "Thumbnails/")


def entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, DATE)
    info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info


def archive(entries: dict[str, bytes]) -> bytes:
    """The archive of these entries, in their order."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as opened:
        for name, content in entries.items():
            opened.writestr(entry(name), content, compresslevel=9)
    return target.getvalue()


def entries(document: bytes) -> dict[str, bytes]:
    """The entries of an archive."""
    with zipfile.ZipFile(io.BytesIO(document)) as opened:
        return {info.filename: opened.read(info) for info in opened.infolist() if not info.is_dir()}


def settled(document: bytes, change=lambda name, content: content) -> bytes:
    """The same archive with fixed dates; `change` may give an entry other bytes, or None to leave it out."""
    found = {name: change(name, content) for name, content in entries(document).items()
             if not name.startswith(LEFT_OUT)}
    return archive({name: content for name, content in found.items() if content is not None})
