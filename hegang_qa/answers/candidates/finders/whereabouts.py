"""Find places that a single adverb tells: "store it *indoors*", "she lives *abroad*"."""

from __future__ import annotations

from hegang_qa.answers.candidates.finders.base import Found, Tagged

__all__ = ["find_whereabouts"]

_ADVERBS = frozenset(
    "indoors outdoors outside inside upstairs downstairs underground abroad overseas online "
    "backstage aboard ashore offshore".split()
)


def find_whereabouts(sentence: Tagged) -> list[Found]:
    """Return the adverbs that tell where something is, where no noun follows that they lead to
    ("*outside* the door")."""
    if _ADVERBS.isdisjoint(sentence.norms):
        return []
    tags = sentence.tags
    return [
        Found(at, at + 1, "place", norm)
        for at, norm in enumerate(sentence.norms)
        if norm in _ADVERBS and at and tags[at + 1 : at + 2] not in tuple("DNEJO#G")
    ]
