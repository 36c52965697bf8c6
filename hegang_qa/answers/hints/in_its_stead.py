"""What came in the place of something else: "every four years *instead of every six*", "closes at 7
pm *rather than at 5 pm*" tells the new and the old."""

from __future__ import annotations

from hegang_qa.answer_types import agrees
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import CONTRASTS, PREPOSITIONS

__all__ = ["in_its_stead", "not_but", "set_aside"]

_MEANT = 6.0
_NOT_MEANT = -6.0
_STEADS = (("instead", "of"), ("rather", "than"))
_NEAR = 4  # tokens from "not" to its preposition
_BEFORE = frozenset("before formerly previously earlier old originally once used".split())


def in_its_stead(view: Frame, analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return begin and end (tokens, end excluded) of the values of the type wanted that something
    has now, and had before, and what speaks for or against them in log-odds."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    at = next((n for n in range(len(norms) - 2) if norms[n : n + 2] in _STEADS), -1)
    if at < 1:
        return []
    end = next((n for n in range(at, len(tags)) if tags[n] in ",;."), len(tags))
    before = not _BEFORE.isdisjoint(view.norms)
    told: list[tuple[int, int, float]] = []
    for one in analysis.typed:
        old = at < one.start < end
        if agrees(one.type, view.wanted) and (old or one.end <= at):
            if old is not before:
                told.append((one.start, one.end, _NOT_MEANT))
            elif old:
                told.append((one.start, one.end, _MEANT))
    return told


def set_aside(analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return the names and nouns that a sentence sets itself against ("the kite, *unlike the
    buzzard*, has ..."), which are not what it tells of."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    for at in range(len(norms) - 1):
        phrase = next((p for p in CONTRASTS if norms[at : at + len(p)] == p), None)
        if phrase is None:
            continue
        start = at + len(phrase)
        end = start
        while end < len(tags) and tags[end] in "DJNE-":
            end += 1
        return [(first, end, _NOT_MEANT) for first in range(start, end)]
    return []


def not_but(analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return whom a sentence puts in the place of those that it denies ("checked *not by the guard
    but by the driver*"), and against those."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    for at in range(len(norms) - 2):
        if norms[at] != "not":
            continue
        before = next(
            (n for n in range(at + 1, at + _NEAR) if norms[n : n + 1] and norms[n] in PREPOSITIONS),
            -1,
        )
        but = next((n for n in range(before + 2, len(norms) - 2) if norms[n] == "but"), -1)
        if before < 0 or but < 0 or norms[but + 1] != norms[before] or ";" in tags[at:but]:
            continue
        start = but + 2 + (tags[but + 2] == "D")
        end = start
        while end < len(tags) and tags[end] in "JNE-":
            end += 1
        told = [(low, high, _NOT_MEANT) for low in range(at, but) for high in range(low + 1, end)]
        return [*told, (start, end, _MEANT)] if end > start else told
    return []
