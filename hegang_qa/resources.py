"""Where the shipped data lie: inside the installed package, or at the top of a source checkout."""

from __future__ import annotations

import os

from hegang_qa.errors import SourceError

__all__ = ["data_path", "intents_path", "is_installed", "mapped", "seeds_path"]

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def data_path(name: str) -> str:
    """Return the path of a data file shipped inside the package (``hegang_qa/data/<name>``)."""
    return os.path.join(_PACKAGE, "data", name)


def mapped(path: str, what: str, hint: str) -> memoryview:
    """Return the bytes of a data file, mapped and not loaded; `what` it holds, and a `hint`, are
    for the error. Raises `SourceError` where it cannot be read or is empty."""
    import mmap

    try:
        with open(path, "rb") as file:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError) as error:  # an empty file cannot be mapped
        raise SourceError(f"{what} cannot be read: {path}", path=path, hint=hint) from error


def _shipped_folder(name: str) -> str:
    installed = data_path(name)
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(_PACKAGE), name)


def is_installed() -> bool:
    """Return whether this is an installed copy, whose shipped files nobody edits."""
    return os.path.isdir(data_path("intents"))


def intents_path() -> str:
    """Return the folder of the shipped rule files."""
    return _shipped_folder("intents")


def seeds_path() -> str:
    """Return the folder of the bundled documents."""
    return _shipped_folder("seeds")
