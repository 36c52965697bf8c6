"""What the tests give to read."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Passage"]


class Passage(NamedTuple):
    """A passage as the program hands it over."""

    text: str
    context: str = ""
    proposed: tuple[tuple[int, int], ...] = ()
