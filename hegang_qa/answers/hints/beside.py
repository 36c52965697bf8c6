"""Values that stand beside their names, one after another: "the chair is Ann Lee, the treasurer *Jo
Berg*", "three years, on the motor *five*", "live music stops at *23.00*, recorded music at 23.45".

Only the first has a verb or a unit; each of the others is nothing but its name and its value. So
the one is meant whose whole name the question has, else the first, whose name stands in full.
"""

from typing import NamedTuple

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["beside_its_name"]

_NAMED = 6.0
_FIRST = 4.0
_CONTENT = "NEJKGV"
_LONGEST_NAME = 5  # words of content
_MEANING = frozenset("mean means meant stand stands abbreviation".split())


class _Part(NamedTuple):
    """A part of a sentence between marks, with its one value, and the words that name it: how many
    the question has, and how many it has not."""

    value: tuple[int, int]
    named: int
    strange: int
    share: float


def beside_its_name(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return begin and end (tokens, end excluded) of the value whose name the question has, of
    several that stand beside their names, and what speaks for it in log-odds."""
    tags = analysis.tagged.tags
    bounds = [at for at, tag in enumerate(tags) if tag in ",;"]
    if not _MEANING.isdisjoint(view.norms) and (said := _explained(analysis, grid)):
        return said
    if not bounds or len(bounds) > 8:
        return []
    starts = [0, *(at + 1 for at in bounds)]
    ends = [*bounds, len(tags)]
    if not _MEANING.isdisjoint(view.norms):
        return _meanings(analysis, grid, list(zip(starts[1:], ends[1:], strict=True)))
    if not any(is_a(view.wanted, kind) for kind in ("number", "date", "person", "age")):
        return []
    values = _values(view, analysis, ends[0])
    if len(values) < 2:
        return []
    first = _part(view, analysis, grid, values, starts[0], ends[0])
    here, elsewhere = ({t for t in part if t >= 0} for part in _halves(grid, ends[0]))
    others = [
        part
        for start, end in zip(starts[1:], ends[1:], strict=True)
        if not any(tag in VERB_TAGS and tag != "K" for tag in tags[start + 1 : end])
        and (part := _part(view, analysis, grid, values, start, end)) is not None
        and 0 < part.named + part.strange <= _LONGEST_NAME
    ]
    meant = [part for part in others if part.named and not part.strange]
    if meant and (first is not None or len(others) > 1):
        best = max(meant, key=lambda part: part.share)
        # "Appeared in May, *version 2 followed* in June" has more of the question.
        return [(*best.value, _NAMED)] if best.share >= max(p.share for p in others) else []
    if first is None or not others:
        return []
    if elsewhere <= here and all(part.strange for part in others):
        return [(*first.value, _FIRST)]
    return []


def _halves(grid: Grid, at: int) -> tuple[list[int], list[int]]:
    return grid.terms[:at], grid.terms[at:]


def _values(view: Frame, analysis: Analysis, first: int) -> list[tuple[int, int]]:
    """Return the stretches of the kind asked for, the longest of those that overlap; of amounts
    also the figures behind the `first` part that leave out their unit."""
    tags = analysis.tagged.tags
    numeric = is_numeric(view.wanted) and not is_a(view.wanted, "date")
    held = {
        (one.start, one.end)
        for one in analysis.typed
        if is_a(one.type, view.wanted) and view.wanted not in ("phrase", "entity", "list")
    }
    if is_a(view.wanted, "person"):
        dates = {(one.start, one.end) for one in analysis.typed if is_a(one.type, "date")}
        held |= {(one.start, one.end) for one in analysis.typed if one.type == "name"} - dates
    if numeric and (held or is_a(view.wanted, "age")):
        held |= {(at, at + 1) for at, tag in enumerate(tags) if tag == "#" and at > first}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(held, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _part(
    view: Frame,
    analysis: Analysis,
    grid: Grid,
    values: list[tuple[int, int]],
    start: int,
    end: int,
) -> _Part | None:
    """Return a part of a sentence, None where it has not just one value that is not asked about."""
    tags = analysis.tagged.tags
    own = [
        (low, high)
        for low, high in values
        if start <= low
        and high <= end
        and all(term < 0 for term in grid.terms[low:high])
        and tags[low - 1 : low] != "("
    ]
    if len(own) != 1:
        return None
    low, high = own[0]
    figures = [at for at in range(start, end) if tags[at] == "#" and grid.terms[at] < 0]
    if tags[low:high].count("#") and any(not low <= at < high for at in figures):
        return None
    words = [at for at in range(start, end) if not low <= at < high and tags[at] in _CONTENT]
    if any(at >= high for at in words) and analysis.tagged.norms[high : high + 1] != ("for",):
        return None  # the name stands before its value
    # A name is a name: no other word stands for it.
    named = [at for at in words if analysis.tagged.tokens[at].stem in view.stems]
    terms = {grid.terms[at] for at in named if grid.terms[at] >= 0}
    return _Part(
        own[0],
        len(named),
        len(words) - len(named),
        sum(view.shares[term] for term in terms),
    )


def _meanings(
    analysis: Analysis, grid: Grid, parts: list[tuple[int, int]]
) -> list[tuple[int, int, float]]:
    """Return what an abbreviation stands for: "LX means lighting, FOH *front of house*"."""
    tags = analysis.tagged.tags
    for start, end in parts:
        if start + 1 >= end or grid.terms[start] < 0 or tags[start] != "E":
            continue
        stop = end
        while tags[stop - 1] in ".":
            stop -= 1
        rest = range(start + 1, stop)
        if rest and all(grid.terms[at] < 0 and tags[at] not in "XVM" for at in rest):
            return [(start + 1, stop, _NAMED)]
    return []


def _explained(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return what a list of abbreviations says of one: "PAA – *peracetic acid*"."""
    tags = analysis.tagged.tags
    at = 0
    while at < len(tags) and tags[at] in "*-":
        at += 1
    if tags[at : at + 1] != "E" or grid.terms[at] < 0 or tags[at + 1 : at + 2] not in ("-", ":"):
        return []
    tokens = analysis.tagged.tokens
    if tokens[at + 1].start == tokens[at].end and tags[at + 1] == "-":
        return []  # a hyphen
    stop = next((n for n in range(at + 2, len(tags)) if tags[n] in ",;(."), len(tags))
    return [(at + 2, stop, _NAMED)] if stop > at + 2 else []
