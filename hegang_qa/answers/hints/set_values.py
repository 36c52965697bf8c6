"""What reference lines say of a word or a number by their form: "by default `info`", "3 if it holds
no readings", "`3` no readings", "kill SESSION  # ends one session".
"""

from __future__ import annotations

from hegang_qa.answer_types import agrees, is_a
from hegang_qa.answers.candidates.agreement import is_sure
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders import comment_start
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["set_values"]

_DEFAULT = 9.0
_CONDITION = 7.0
_MEANING = 9.0
_COMMENT = 7.0

# What stands between "default" and the value.
_LEADING = frozenset((":", "=", "is", "are", "to", "value", "`", '"', "(", ",", "of"))
# With one of these, a word will do as the value.
_BEHIND_KEY = frozenset("`:=-–—")
_TELLING = frozenset((":", "=", "is", "are", "to"))
_FIGURES = ("number", "code", "path", "time", "date", "version", "url", "email")
_CONDITIONS = frozenset(("if", "when", "whenever", "where", "unless", "for", "means"))
# Of values of no kind that can be told, the condition that is meant has this share at least, and
# the others next to nothing.
_SURELY = 0.2
_LONGEST = 24  # tokens
# A condition must have this share of the question's weight to be meant.
_LEAST = 0.1
# And others no more than this part of it.
_CLEARLY = 0.8


def set_values(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the stretches (tokens, end excluded) that answer by the form of the line, and what
    speaks for them in log-odds."""
    told: list[tuple[int, int, float]] = []
    if "default" in view.norms or "defaults" in view.norms:
        told += [(*place, _DEFAULT) for place in _defaults(view, analysis)]
    if "mean" in view.norms or "means" in view.norms:
        told += [(*place, _MEANING) for place in _meanings(analysis, grid)]
    told += [(*place, _CONDITION) for place in _conditions(view, analysis, grid)]
    if not is_sure(view.wanted):
        comment = comment_start(analysis.tagged)
        if comment > 0 and any(term >= 0 for term in grid.terms[: comment - 1]):
            told.append((comment, _line_end(analysis, comment), _COMMENT))
    return told


def _line_end(analysis: Analysis, start: int) -> int:
    tokens, text = analysis.tagged.tokens, analysis.tagged.text
    end = start + 1
    while end < len(tokens) and "\n" not in text[tokens[end - 1].end : tokens[end].start]:
        end += 1
    while end > start + 1 and analysis.tagged.tags[end - 1] in '.*"':
        end -= 1
    return end


def _meanings(analysis: Analysis, grid: Grid) -> list[tuple[int, int]]:
    """Return all that stands behind a number or code that a line begins with ("`3` snapshot
    written, but some files could not be read"), where the question has that."""
    tokens, tags = analysis.tagged.tokens, analysis.tagged.tags
    key = next((n for n, token in enumerate(tokens) if token.text != "`"), len(tokens))
    if key >= len(tokens) or grid.terms[key] < 0:
        return []
    if tokens[key].kind != "number" and not key:
        return []
    start = key + 1
    while start < len(tokens) and tokens[start].start == tokens[start - 1].end:
        if tokens[start].kind == "mark":
            break
        if grid.terms[start] < 0:
            return []  # "P11" is no "P31"
        start += 1
    while start < len(tokens) and tokens[start].text in _BEHIND_KEY:
        start += 1
    end = _line_end(analysis, start) if start < len(tokens) else start
    end = next((n for n in range(start, end) if tags[n] == ";"), end)  # another key follows
    return [(start, end)] if start < end and tags[start] not in "XMPT" else []


def _defaults(view: Frame, analysis: Analysis) -> list[tuple[int, int]]:
    """Return what stands after "by default", "default:", "defaults to", or before "by default"."""
    norms = analysis.tagged.norms
    found = []
    for at, norm in enumerate(norms):
        if norm not in ("default", "defaults"):
            continue
        start, told = at + 1, norm == "defaults"
        while start < len(norms) and norms[start] in _LEADING:
            told = told or norms[start] in _TELLING
            start += 1
        place = _value(analysis, start, told=told)
        if place is None and norms[at - 1 : at] == ("by",):
            place = _value_before(analysis, at - 1)
        if place is not None and _is_of_kind(view, analysis, place):
            found.append(place)
    return found


def _value(analysis: Analysis, start: int, *, told: bool) -> tuple[int, int] | None:
    """Return the figure, code or measure that begins at a token, the longest; where it is `told` to
    be a value, a noun phrase will do."""
    ends = [
        one.end
        for one in analysis.typed
        if one.start == start and any(agrees(one.type, kind) for kind in _FIGURES)
    ]
    if ends:
        return start, max(ends)
    if not told:
        return None
    phrase = next((p for p in analysis.phrases if p[0] <= start < p[1]), None)
    tags = analysis.tagged.tags
    if phrase is not None and (phrase[1] == len(tags) or tags[phrase[1]] in ".,;)*"):
        return start, phrase[1]
    return None


def _value_before(analysis: Analysis, end: int) -> tuple[int, int] | None:
    while end > 0 and analysis.tagged.norms[end - 1] in ("`", '"', ","):
        end -= 1
    starts = [
        one.start
        for one in analysis.typed
        if one.end == end and any(agrees(one.type, kind) for kind in _FIGURES)
    ]
    return (min(starts), end) if starts else None


def _is_of_kind(view: Frame, analysis: Analysis, place: tuple[int, int]) -> bool:
    if not is_sure(view.wanted):
        return True
    kinds = ("number", "code") if view.wanted in ("number", "code") else (view.wanted,)
    return any(
        agrees(one.type, kind)
        for one in analysis.typed
        for kind in kinds
        if (one.start, one.end) == place
    )


def _conditions(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int]]:
    """Return when a number of the question is given ("3 *if it holds no readings*"), or the number
    whose condition the question has more of than all others ("*3* if ...", "12 months for staff,
    *24 months* for visitors", "15, or *18* for the van")."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if "#" not in tags or _CONDITIONS.isdisjoint(norms):
        return []
    pairs = [
        (start, end, *_clause(tags, norms, end + 1))
        for start, end in _figures(analysis)
        if norms[end : end + 1] and norms[end] in _CONDITIONS
        if tags[start:end] == "#" or not view.asks or _is_of_kind(view, analysis, (start, end))
    ]
    asked = [
        (low, high)
        for start, end, low, high in pairs
        if tags[start:end] == "#" and norms[start] in view.norms
    ]
    if asked:
        return [] if is_sure(view.wanted) else asked
    held = [_held(view, grid, norms, low, high) for _, _, low, high in pairs]
    bare = _bare_before(analysis, pairs[0][0]) if pairs else False
    if len(pairs) + bare < 2:
        return []
    best = max(held)
    known = is_sure(view.wanted) or view.asks == "which"
    least, clearly = (_LEAST, _CLEARLY) if known else (_SURELY, 0.0)
    if best < least or sorted([*held, 0.0] if bare else held)[-2] > clearly * best:
        return []
    start, end, _, _ = pairs[held.index(best)]
    return [(start, end)]


def _figures(analysis: Analysis) -> list[tuple[int, int]]:
    """Return numbers with their units and signs (tokens, end excluded), the longest of each, in
    order."""
    ends: dict[int, int] = {}
    for one in analysis.typed:
        if is_a(one.type, "number") and "#" in analysis.tagged.tags[one.start : one.end]:
            ends[one.end] = min(one.start, ends.get(one.end, one.start))
    return sorted((start, end) for end, start in ends.items())


def _bare_before(analysis: Analysis, start: int) -> bool:
    """Return whether right before a figure stands another that has no condition ("15, or 18 for
    the van")."""
    tags = analysis.tagged.tags
    before = start
    while before > 0 and tags[before - 1] in ",C":
        before -= 1
    return before < start and any(end == before for _, end in _figures(analysis))


def _clause(tags: str, norms: tuple[str, ...], start: int) -> tuple[int, int]:
    """Return the clause that begins at a token: up to the next number, or its end."""
    end = start
    while end < len(tags) and end - start < _LONGEST and tags[end] not in ".;:":
        if tags[end] in ",C" and "#" in tags[end + 1 : end + 3]:
            break
        end += 1
    return start + (norms[start : start + 1] in (("the",), ("a",), ("an",))), end


def _held(view: Frame, grid: Grid, norms: tuple[str, ...], start: int, end: int) -> float:
    """Return how much of the question a stretch holds; other forms of its words count half."""
    worths: dict[int, float] = {}
    for at in range(start, end):
        term = grid.terms[at]
        if term >= 0:
            worth = view.shares[term] * (1.0 if norms[at] in view.norms else 0.5)
            worths[term] = max(worth, worths.get(term, 0.0))
    return sum(worths.values())
