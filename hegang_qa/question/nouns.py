"""General English nouns and the answer types they ask for, where the lexicon's first sense is not
what questions mean; and nouns that give way to the noun after "of"."""

from __future__ import annotations

__all__ = ["NOUN_TYPES", "TRANSPARENT_NOUNS", "VERB_OBJECTS"]

TRANSPARENT_NOUNS = frozenset(
    """
    kind kinds type types sort sorts form forms example examples name names one pair group class
    variety varieties category categories brand brands species breed breeds piece pieces series
    set list title titles most best rest part parts member members
    """.split()
)

_TABLE = """
age: age
area: area
date: date
day: date
year: year
"""


def _read(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        kind, _, nouns = line.partition(": ")
        for noun in nouns.split(", "):
            found[noun] = kind
    return found


NOUN_TYPES: dict[str, str] = _read(_TABLE)
"""Singular nouns, of one to three words, and the types they ask for."""

VERB_OBJECTS: dict[str, str] = {}
"""Verbs whose object is of one type."""
