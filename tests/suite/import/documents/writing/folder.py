"""Writes documents into a folder."""

import pathlib

LARGEST = 40 << 10


def write(folder: pathlib.Path, documents: dict[str, bytes]) -> None:
    """Writes the documents and says how large they are. A large one has no place in the repository."""
    for name, document in documents.items():
        assert len(document) <= LARGEST, f"{name} has {len(document)} bytes"
        (folder / name).write_bytes(document)
        print(f"{len(document):6} {name}")
