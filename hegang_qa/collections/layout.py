"""Where the parts of a collection lie, and which format they have."""

from __future__ import annotations

import os

__all__ = ["FORMAT", "PLACEHOLDER", "Layout", "is_collection"]

FORMAT = 5
"""Version of the format of a collection: goes up when an older one can no longer be read, or when
sentences or terms are made otherwise, so that old ones would no longer fit a question."""

PLACEHOLDER = "COLLECTION"
"""Stands for the folder in the hint of an error, where it is not known."""


class Layout:
    """Paths inside a collection's folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.database = os.path.join(folder, "collection.sqlite")
        self.index = os.path.join(folder, "index")
        self.lock = os.path.join(folder, "writer.lock")
        self.sources = os.path.join(folder, "sources.json")


def is_collection(path: str | os.PathLike[str]) -> bool:
    """Return whether `path` is the folder of a collection."""
    return os.path.isfile(Layout(os.fspath(path)).database)
