"""What stands behind the preposition that a question ends with: "which river does it flow *into*"
asks for the Mure of "it empties into *the Mure*", not for what it flows through."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import WAYS

__all__ = ["behind_its_preposition"]

_MEANT = 4.0
_BEHIND_ANOTHER = -3.0


def behind_its_preposition(view: Frame, analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return begin and end (tokens, end excluded) of the names and nouns behind the preposition
    that a question ends with, and behind others of a way, and what speaks for or against them in
    log-odds; nothing where the sentence lacks it."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    own = view.norms[-1]
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
