"""What stands behind the word that a question ends with: "which river does it flow *into*" asks
for the Mure of "it empties into *the Mure*", not for what it flows through; "what was it named
after" for the heron of "named it after *the heron*"; "what was it built *to carry*" for the slate
of "to carry *slate*"."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import AUXILIARIES, PREPOSITIONS, WAYS

__all__ = ["behind_its_preposition", "behind_its_verb"]

_MEANT = 4.0
_BEHIND_ANOTHER = -3.0
_OBJECT = 6.0
_BETWEEN = 2  # tokens between a verb and its preposition ("named *it* after")
_ASKING = frozenset(("what", "who", "whom"))
_MATTERS = frozenset("over about concerning regarding".split())


def behind_its_preposition(
    view: Frame, own: str, analysis: Analysis
) -> list[tuple[int, int, float]]:
    """Return begin and end (tokens, end excluded) of the names and nouns behind the preposition
    that a question ends with, its `own`, and behind others of a way, and what speaks for or against
    them in log-odds; nothing where the sentence lacks it."""
    norms = analysis.tagged.norms
    if own == "about":
        return _matter(analysis)
    if own not in WAYS or own not in norms:
        return []
    told = []
    for at, norm in enumerate(norms[:-1]):
        if norm not in WAYS:
            continue
        start, end = _noun_phrase(analysis, at + 1)
        worth = _MEANT if norm == own else _BEHIND_ANOTHER
        if end > start and analysis.tagged.tokens[start].stem in view.stems:
            start += end > start + 1  # "which planet do they come from": "the planet *Skarn*"
            told.append((start, end, worth))
        elif end > start:
            told += [(first, end, worth) for first in {at + 1, start}]
    return told


def behind_its_verb(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the same of the noun behind the verb that a question ends with ("to *carry*"), or
    behind its verb and the preposition at its end ("*named after*")."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    words = [norm for norm in view.norms if norm[-1:].isalnum()]
    if len(words) < 4 or words[0] not in _ASKING or words[1] not in AUXILIARIES:
        return []  # "which rack does it stand in" wants a rack
    last = words[-1]
    if norms.count(last) > 1:
        return []  # "test keys begin with pt_, live keys *with* pl_"
    for at in range(1, len(norms) - 1):
        verb = at
        if last in PREPOSITIONS:
            if norms[at] != last:
                continue
            verb = next(
                (n for n in range(at - 1, max(-1, at - 2 - _BETWEEN), -1) if tags[n] not in "OR"),
                -1,
            )
        elif words[-2] != "to" or norms[at] != last or norms[at - 1] != "to":
            continue
        if verb < 0 or tags[verb] not in "VK" or grid.terms[verb] < 0:
            continue
        start, end = _noun_phrase(analysis, at + 1)
        goes_on = tags[end : end + 1] == "W" or norms[end : end + 1] == ("that",)
        named = words[0] == "what" or "E" in tags[start:end]
        if end > start and named and not goes_on:
            end = _with_others(analysis, end)
            if end < 0:
                return []
            return [(first, end, _OBJECT) for first in {at + 1, start}]
    return []


def _with_others(analysis: Analysis, end: int) -> int:
    """Return where the nouns end that are joined to one that ends there ("stone *and timber*"); -1
    where nothing tells."""
    tags = analysis.tagged.tags
    last = end
    while tags[last : last + 1] in (",", "C"):
        joint = last + 1 + (tags[last : last + 2] == ",C")
        start, stop = _noun_phrase(analysis, joint) if joint < len(tags) else (0, 0)
        if stop <= start or tags[stop : stop + 1] in tuple("VXKM"):
            return -1 if tags[joint - 1] == "C" and stop > start else end
        last = stop
        if tags[joint - 1] == "C":
            return last
    return end


def _noun_phrase(analysis: Analysis, at: int) -> tuple[int, int]:
    """Return begin and end (tokens) of the noun that stands there, without its article."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    start = at + (tags[at] == "D")
    end = start
    while end < len(tags) and (tags[end] in 'JNE-*"#' or (end > start and norms[end] == "of")):
        end += 1
    return start, end


def _matter(analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return what something was about ("was fought over *the tolls on the old road*")."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    at = next((n for n, norm in enumerate(norms) if n > 1 and norm in _MATTERS), -1)
    if at < 0 or tags[at + 1 : at + 2] in ("#", ""):
        return []  # "over 200 people"
    end = next((n for n in range(at + 1, len(tags)) if tags[n] in ",;.(X"), len(tags))
    return [(at + 1, end, 2 * _MEANT)] if end > at + 1 else []
