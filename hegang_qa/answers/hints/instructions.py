"""How something is done, where the form of a sentence tells it: "To lock the keys, *hold Mode*",
"*Pass -f* to overwrite", "*Entering a blank line* repeats the command".
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.features import Grid

__all__ = ["ways"]

_WAY = 4.0
_MEANS = frozenset("with by using via through".split())
_WISHING = frozenset("want wish need like".split())
_LED = 5  # tokens from "if" to the wish
_FINITE = frozenset("XMV")
_MARKS = frozenset('*"`')


def ways(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return what is done "to do" what is asked, and by what means something is done, or an
    instruction followed: begin and end (tokens, end excluded) and what speaks for it in
    log-odds."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    start = 0
    while start < len(tags) and tags[start] in '#.*"-':
        start += 1
    matched = [at for at, term in enumerate(grid.terms) if term >= 0]
    if not matched or start >= len(tags):
        return []
    if norms[start] == "to" or _is_wish(norms, start):
        begin = _behind_purpose(analysis, grid, start)
        if begin > 0:
            return [(begin, _end(tags, begin), _WAY)]
    for at in range(1, len(norms) - 3):
        if norms[at : at + 3] == ("by", "means", "of") and max(grid.terms[:at]) >= 0:
            return [(at + 3, _end(tags, at + 3), _WAY)]
    if grid.terms[start] >= 0 and tags[start] in "VNGK":
        for at in range(start + 1, len(norms)):
            if norms[at] in _MEANS and at > matched[-1]:
                begin = at + 1
                while begin < len(tags) and tags[begin] in "D*":
                    begin += 1
                end = _end(tags, begin)
                return [(begin, end, _WAY)] if tags[begin:end].strip(":*-") else []
    return _before_purpose(analysis, matched, start)


def _is_wish(norms: tuple[str, ...], start: int) -> bool:
    """Return whether a sentence begins with what somebody wants ("If you want to ...")."""
    return norms[start] == "if" and not _WISHING.isdisjoint(norms[start : start + _LED])


def _behind_purpose(analysis: Analysis, grid: Grid, start: int) -> int:
    """Return where the instruction begins behind its purpose, at the comma or, without one, at the
    verb before something that is to be typed ("To turn off logs *set* `...`"); -1 for none."""
    tags = analysis.tagged.tags
    comma = tags.find(",", start)
    if comma > 0:
        return -1 if any(term >= 0 for term in grid.terms[comma : comma + 2]) else comma + 1
    for at in range(start + 3, len(tags) - 1):
        if tags[at] in "VK" and tags[at - 1] in "NERJ" and tags[at + 1] in _MARKS:
            return at
    return -1


def _before_purpose(
    analysis: Analysis, matched: list[int], start: int
) -> list[tuple[int, int, float]]:
    """Return an instruction whose purpose follows with "to", and a doing that is told to do what is
    asked ("*Entering a blank line* repeats ...")."""
    tags = analysis.tagged.tags
    if tags[start] == "V":
        at = next((n for n in range(start + 2, len(tags) - 1) if tags[n : n + 2] == "TV"), -1)
        if at > 0 and matched[-1] > at and matched[0] > start:
            return [(start, at, _WAY)]
    if tags[start] == "G":
        at = next((n for n in range(start + 2, len(tags)) if tags[n] in _FINITE), -1)
        if at > 0 and tags[at] == "V" and all(spot >= at for spot in matched[:1]):
            return [(start, at, _WAY)]
    return []


def _end(tags: str, start: int) -> int:
    """Return where the sentence or a part of it that a semicolon parts ends."""
    end = start
    while end < len(tags) and tags[end] != ";" and not (tags[end] == "." and end + 1 == len(tags)):
        end += 1
    while end > start and tags[end - 1] in ".,*":
        end -= 1
    return end
