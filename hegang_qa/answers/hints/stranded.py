"""What stands behind the preposition that a question ends with: "which river does it flow *into*"
asks for the Mure of "it empties into *the Mure*", not for what it flows through."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import WAYS

__all__ = ["behind_its_preposition"]

_MEANT = 4.0
_BEHIND_ANOTHER = -3.0
_MATTERS = frozenset("over about concerning regarding against".split())


def behind_its_preposition(view: Frame, analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return begin and end (tokens, end excluded) of the names and nouns behind the preposition
    that a question ends with, and behind others of a way, and what speaks for or against them in
    log-odds; nothing where the sentence lacks it."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    own = view.norms[-1]
    if own == "about":
        return _matter(analysis)
    if own not in WAYS or own not in norms:
        return []
    told = []
    for at, norm in enumerate(norms[:-1]):
        if norm not in WAYS:
            continue
        start = at + 1 + (tags[at + 1] == "D")
        end = start
        while end < len(tags) and (tags[end] in "JNE-" or (end > start and norms[end] == "of")):
            end += 1
        if end > start:
            told += [
                (first, end, _MEANT if norm == own else _BEHIND_ANOTHER)
                for first in {at + 1, start}
            ]
    return told


def _matter(analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return what something was about ("was fought over *the tolls on the old road*")."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    at = next((n for n, norm in enumerate(norms) if n > 1 and norm in _MATTERS), -1)
    if at < 0 or tags[at + 1 : at + 2] in ("#", ""):
        return []  # "over 200 people"
    end = next((n for n in range(at + 1, len(tags)) if tags[n] in ",;.(X"), len(tags))
    return [(at + 1, end, 2 * _MEANT)] if end > at + 1 else []
