"""Which part of a range is asked for: all of it, or one of its ends ("until when", "at least how
old", "when does it open").
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from hegang_qa.answer_types import agrees
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders import Found, Tagged
from hegang_qa.answers.candidates.finders.ranges import JOINTS
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["asked_end", "changes", "range_advice"]

_LED = 4  # tokens from a verb of change to its figure
_RANGES = ((("from",), "to"), (("between",), "and"), (("from",), "until"))

# For a part of a range that is asked for, for the end that is, and for what is not (log-odds).
_PART = -3.0
_END = 3.0
_NOT_THE_END = -3.0

_ASKING = frozenset(("when", "what", "which"))
_BEFORE = {"from": -1, "since": -1, "until": 1, "till": 1}
_BOTH = (("to", "when"), ("to", "what"), ("to", "which"))
_GIVEN_UP = frozenset("give gives gave given".split())
_BOUNDS = {"least": -1, "most": 1}
_IN_ORDER = {"first": -1, "last": 1}
# Words for one end, grouped: a sentence that has one of its group itself tells all of the range by
# it ("usually starts between ten and twelve").
_ENDS = (
    (-1, frozenset("minimum min lowest smallest least".split())),
    (-1, frozenset("begin begins began beginning start starts started commence commences".split())),
    (-1, frozenset(("earliest", "youngest", "shortest"))),
    (1, frozenset("maximum max highest largest greatest most".split())),
    (1, frozenset("end ends ended finish finishes finished stop stops stopped over".split())),
    (1, frozenset(("latest", "oldest", "longest"))),
    (1, frozenset("leave leaves left depart departed withdraw withdrew withdrawn".split())),
    (1, frozenset("cease ceases ceased quit retire retires retired resign resigned".split())),
    (1, frozenset("abandon abandoned abolish abolished dissolve dissolved disband".split())),
    (1, frozenset("lose loses lost expire expires expired".split())),
    (-1, frozenset("join joins joined enter entered become becomes became".split())),
)
# These are told of a state as well ("when is it open").
_DOORS = {
    "open": -1,
    "opens": -1,
    "opened": -1,
    "opening": -1,
    "close": 1,
    "closes": 1,
    "closed": 1,
    "closing": 1,
}
# What was raised from one figure to another is the other now.
_CHANGED = frozenset(
    "raised rose risen increased increases increase grew grown fell fallen reduced reduces cut "
    "lowered lowers dropped drops went gone rises falls doubled halved shrank shrunk "
    "declined".split()
)
_CHANGE = frozenset("change changed rise fall grow drop reduction growth difference by".split())
_EARLIER = frozenset("before originally previously previous old former formerly first".split())
# Who asks for the day does not ask for the time.
_DAYS = frozenset(("day", "days", "weekday", "weekdays", "date"))
_STATES = frozenset(("open", "opened", "close", "closed"))
_DOING = frozenset("do does did will".split())


def asked_end(question: Sequence[str], sentence: Tagged) -> int:
    """Return which end of a range in a sentence a question (its words, folded) asks for: -1 for the
    lower or earlier one, 1 for the other, 0 for neither."""
    words = set(question)
    pairs = list(itertools.pairwise(question))
    times = [before for before, after in pairs if after in _ASKING and before in _BEFORE]
    if times:  # "from when to when" asks for both
        both = len(times) > 1 or any(pair in pairs for pair in _BOTH)
        return 0 if both else _BEFORE[times[0]]
    for before, after in pairs:
        if before == "at" and after in _BOUNDS:
            return _BOUNDS[after]
        if before == "the" and after in _IN_ORDER and after not in sentence.norms:
            return _IN_ORDER[after]
    own = set(sentence.norms)
    if not _CHANGED.isdisjoint(own) and words.isdisjoint(_CHANGED | _CHANGE) and "from" in own:
        return -1 if words & _EARLIER else 1  # "raised from 4 to 5": it is 5
    if any(one in _GIVEN_UP and up == "up" for one, up in pairs) and "up" not in own:
        return 1
    for side, group in _ENDS:
        if words & group and "most" not in words & group:
            return 0 if own & group else side
    for word, side in _DOORS.items():
        if word not in words or (word in ("opening", "closing") and "time" not in words):
            continue
        if word in _STATES and words.isdisjoint(_DOING):
            continue
        return 0 if own & (_DOORS.keys() - {"open"}) else side  # "it is open from ... to"
    return 0


def range_advice(view: Frame, analysis: Analysis) -> Callable[[int, int], float] | None:
    """Return the function from a stretch (tokens, end excluded) to what speaks for it as a range of
    the type wanted, or as the end of one that is asked for; None for a sentence without ranges."""
    of_day = not _DAYS.isdisjoint(view.norms)
    wholes = [
        one
        for one in analysis.typed
        if one.joint >= 0
        and agrees(one.type, view.wanted)
        and not (of_day and analysis.tagged.norms[one.joint] not in JOINTS)
    ]
    side = asked_end(view.norms, analysis.tagged)
    apart = _apart(analysis, view.wanted) if side else []
    if not wholes and not apart:
        return None
    ends = {end for one in wholes if (end := _end_of(analysis.tagged, one, side)) is not None}
    ends |= {pair[side > 0] for pair in apart}
    spread = [(one[0], other[1]) for one, other in apart]

    def weigh(start: int, end: int) -> float:
        if ends:
            if (start, end) in ends:
                return _END
            beside = any(one.start < end and start < one.end for one in wholes)
            beside = beside or any(low < end and start < high for low, high in spread)
            return _NOT_THE_END if beside else 0.0
        within = any(
            start < one.end and one.start < end and not (start <= one.start and one.end <= end)
            for one in wholes
        )
        return _PART if within else 0.0

    return weigh


def _apart(analysis: Analysis, wanted: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the two ends (tokens, end excluded) of ranges whose figures have each a unit of its
    own ("from *£4* to *£5*", "between *64 KiB* and *16 MiB*")."""
    norms = analysis.tagged.norms
    alike = [(f.start, f.end) for f in analysis.typed if f.joint < 0 and agrees(f.type, wanted)]
    # "64 KiB and 16 MiB" is told as one size.
    halves = [
        ((start, at), (at + 1, end))
        for start, end in alike
        for at in range(start + 1, end - 1)
        if norms[at] in JOINTS and analysis.tagged.tags[at + 1] in "#$"
    ]
    pairs = [(one, other) for one in alike for other in alike if other[0] == one[1] + 1]
    return [
        (one, other)
        for one, other in (*pairs, *halves)
        if (norms[one[0] - 1 : one[0]], norms[one[1]]) in _RANGES
    ]


def changes(view: Frame, analysis: Analysis) -> list[tuple[int, int]]:
    """Return the figures (tokens, end excluded) by which something rose or fell ("rose *by 3.4
    metres* and peaked at 7.12"), for a question that does not ask for the change."""
    tagged = analysis.tagged
    words = set(view.norms)
    if "by" not in tagged.norms or not words.isdisjoint(_CHANGED | _CHANGE):
        return []
    found = []
    for one in analysis.typed:
        before = tagged.norms[max(0, one.start - _LED) : one.start]
        if before[-1:] == ("by",) and not _CHANGED.isdisjoint(before):
            found.append((one.start, one.end))
    return found


def _end_of(sentence: Tagged, whole: Found, side: int) -> tuple[int, int] | None:
    """Return one end of a range (tokens, end excluded); None for days with their time."""
    at = whole.joint
    if not side or sentence.norms[at] not in JOINTS:
        return None
    return (whole.start, at) if side < 0 else (at + 1, whole.end)
