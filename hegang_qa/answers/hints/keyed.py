"""Lists whose items have what they are for in brackets: "wardens: Pia (Old Willows), Goran
(Millrace)". Of such a list the item is meant whose bracket holds the question's words, and the
bracket where the question names the item.
"""

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.answer_types import agrees, is_a
from hegang_qa.answers.candidates.agreement import is_sure
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import WEEKDAYS

__all__ = ["keyed_answer"]

_JOINTS = ("", ",", "C", ",C", ";", ";C")
_LONGEST = 10  # tokens in a bracket
_ABBREVIATED = 3  # letters of a day
# What a day of the question is worth that a bracket has in short, as a share of the question.
_DAY = 0.3
# Words that tell items apart must have this share of the question's weight.
_LEAST = 0.08


class _Item(NamedTuple):
    """The tokens (ends excluded) of an item and of what its bracket holds."""

    start: int
    end: int
    low: int
    high: int


def keyed_answer(view: Frame, analysis: Analysis, grid: Grid) -> tuple[int, int] | None:
    """Return the item or the bracket that is meant (tokens, end excluded), None for none."""
    if "(" not in analysis.tagged.tags or view.asks == "why":
        return None
    items = _items(analysis)
    if not items or any(_says_again(analysis, item) for item in items):
        return None
    by_key, key_share = _meant(view, analysis, grid, [(one.low, one.high) for one in items])
    by_name, name_share = _meant(view, analysis, grid, [(one.start, one.end) for one in items])
    both = by_key >= 0 and by_key == by_name
    if both and not _terms(grid, *items[by_key][:2]) <= _terms(grid, *items[by_key][2:]):
        return None  # both are said
    if both or key_share > name_share:
        found = items[by_key].start, items[by_key].end
    elif name_share > key_share and view.wanted != "person":
        found = items[by_name].low, items[by_name].high
    else:
        return None
    # Another kind of figure than is asked for is none of these answers.
    kinds = [one.type for one in analysis.typed if (one.start, one.end) == found]
    if is_sure(view.wanted) and not any(agrees(kind, view.wanted) for kind in kinds):
        return None
    return found


def _terms(grid: Grid, start: int, end: int) -> set[int]:
    """Return the terms of the question (numbers) that a stretch holds."""
    return {term for term in grid.terms[start:end] if term >= 0}


def _items(analysis: Analysis) -> list[_Item]:
    """Return the items of the list, each with its bracket; a sentence may be a single one."""
    tags = analysis.tagged.tags
    runs: list[list[_Item]] = [[]]
    for opened, tag in enumerate(tags):
        if tag != "(" or (runs[-1] and opened < runs[-1][-1].high):
            continue
        closed = _closing(tags, opened)
        start = _start(analysis, opened)
        if closed < 0 or not opened + 1 < closed <= opened + _LONGEST or start < 0:
            continue
        last = runs[-1]
        if last and tags[last[-1].high + 1 : start].replace("D", "") not in _JOINTS:
            last = []
            runs.append(last)
        last.append(_Item(start, opened, opened + 1, closed))
    best = max(runs, key=len)
    if len(best) > 1:
        return best
    alone = len(best) == 1 and not (tags[: best[0].start] + tags[best[0].high + 1 :]).strip("D.*-")
    return best if alone else []


def _closing(tags: str, opened: int) -> int:
    """Return the token that closes a bracket, past those within it; -1 for none."""
    depth = 0
    for at in range(opened, len(tags)):
        depth += (tags[at] == "(") - (tags[at] == ")")
        if not depth:
            return at
    return -1


def _start(analysis: Analysis, opened: int) -> int:
    """Return where the item before a bracket begins: a typed span or a noun phrase; -1 for none."""
    starts = [one.start for one in analysis.typed if one.end == opened]
    phrase = next((low for low, high in analysis.phrases if low < opened <= high), -1)
    if phrase >= 0 and analysis.tagged.tags[phrase] == "D":
        phrase += 1
    starts += [phrase] if phrase >= 0 else []
    return min(starts, default=-1)


def _says_again(analysis: Analysis, item: _Item) -> bool:
    """Return whether a bracket only says its item in other words or units ("World Bank (WB)", "6
    miles (10 km)"), or holds figures of several things ("(21 to 11)")."""
    inside = [one for one in analysis.typed if item.low <= one.start and one.end <= item.high]
    whole = any(
        one.start < item.low - 1 and one.end > item.high and is_a(one.type, "number")
        for one in analysis.typed
    )
    tokens = analysis.tagged.tokens
    initials = "".join(token.text[0] for token in tokens[item.start : item.end])
    again = item.high - item.low == 1 and tokens[item.low].text.casefold() in (
        initials.casefold(),
        "".join(letter for letter in initials if letter.isupper()).casefold(),
    )
    figures = analysis.tagged.tags[item.low : item.high].count("#")
    one_kind = any((one.start, one.end) == (item.low, item.high) for one in inside)
    scored = figures > 1 and one_kind and not any(one.joint >= 0 for one in inside)
    return whole or again or (scored and analysis.tagged.tags[item.low : item.low + 1] == "#")


def _meant(
    view: Frame, analysis: Analysis, grid: Grid, places: Sequence[tuple[int, int]]
) -> tuple[int, float]:
    """Return which of some places has most of the question that not all of them have, and the share
    of that; -1 and 0 where none has more than all others."""
    days = {norm[:_ABBREVIATED] for norm in view.norms if norm in WEEKDAYS}
    held = [_held(view, analysis, grid, low, high) for low, high in places]
    common = set.intersection(*map(set, held)) if len(held) > 1 else set()
    shares = []
    for (low, high), own in zip(places, held, strict=True):
        share = sum(worth for term, worth in own.items() if term not in common)
        if not own and days.intersection(analysis.tagged.norms[low:high]):
            share = _DAY
        shares.append(share)
    best = max(shares)
    others = sorted(shares)[:-1]
    if best < _LEAST or (others and 2 * others[-1] > best):
        return -1, 0.0
    return shares.index(best), best


def _held(view: Frame, analysis: Analysis, grid: Grid, low: int, high: int) -> dict[int, float]:
    """Return the terms of the question that a stretch holds, with what they are worth there."""
    worths: dict[int, float] = {}
    for at in range(low, high):
        term = grid.terms[at]
        if term >= 0:
            token = analysis.tagged.tokens[at]
            _, weight = view.forms.get(token.stem) or view.forms[token.norm]
            worths[term] = max(worths.get(term, 0.0), view.shares[term] * weight)
    return worths
