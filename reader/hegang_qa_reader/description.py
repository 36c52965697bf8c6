"""Which files the weights are in, and whether they fit this package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

__all__ = ["CLS", "FORMAT", "SEP", "WeightsError", "describe", "read_file"]

FORMAT = 1
"""The version of the weights' description that this package reads."""

CLS, SEP = 101, 102

_NEEDED = ("weights", "vocabulary", "weights_crc32", "vocabulary_crc32")
_OF_FINDER = ("finder", "finder_crc32", "tables")


class WeightsError(Exception):
    """The weights cannot be used; the message is one line that says why."""


def describe(folder: Path) -> dict[str, Any]:
    """Return the description of the weights in a folder, or raise `WeightsError`.

    Names of files and their checksums; `judges` where the weights answer yes-or-no questions; with
    a finder also where in the weights the tables of embeddings stand: (begin, begin of the scales,
    rows, row length).
    """
    path = folder / "reader.json"
    try:
        described = json.loads(path.read_text(encoding="utf-8"))
        version = described["format"]
        known: dict[str, Any] = {key: str(described[key]) for key in _NEEDED}
        if described.get("judges"):
            known["judges"] = True
        if "finder" in described:
            known |= {key: described[key] for key in _OF_FINDER}
    except OSError as error:
        raise WeightsError(f"the reader's weights are missing: {error}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise WeightsError(f"the reader's description is damaged: {path}") from error
    if version != FORMAT:
        raise WeightsError(
            f"the reader's weights are of format {version}, this package reads {FORMAT}"
        )
    return known


def read_file(folder: Path, described: dict[str, Any], name: str) -> bytes:
    """Return one of the files described, or raise `WeightsError`."""
    try:
        return (folder / str(described[name])).read_bytes()
    except OSError as error:
        raise WeightsError(f"the reader's {name} cannot be read: {error}") from error
