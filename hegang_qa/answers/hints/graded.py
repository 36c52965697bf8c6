"""Which of two grades is meant where a sentence tells both: "the highest point is Mount Kettle (641
m); the *lowest, at 178 m, is the mouth of the brook*".
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders import Tagged
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["grade_asked", "graded_clause", "told_of_grade"]

_DEGREES = frozenset("most least fewest best worst".split())
_NO_GRADES = frozenset(
    "west east rest test guest forest interest request harvest west honest".split()
)
# "The record low" and "an all-time high" are grades as well.
_RECORDS = frozenset(("record", "time"))
_ENDS = frozenset(("high", "low"))
# Grades of what is measured, said otherwise.
_SAME = {
    "high": frozenset("high highest hottest warmest maximum".split()),
    "low": frozenset("low lowest coldest coolest minimum".split()),
    "highest": frozenset(("high", "highest")),
    "lowest": frozenset(("low", "lowest")),
    "hottest": frozenset("hottest warmest high highest".split()),
    "warmest": frozenset("hottest warmest high highest".split()),
    "coldest": frozenset("coldest coolest low lowest".split()),
    "largest": frozenset("largest biggest greatest".split()),
    "biggest": frozenset("largest biggest greatest".split()),
    "smallest": frozenset(("smallest", "littlest")),
}
_TOLD = 4.0
_BARE = frozenset(("number", "count", "ordinal", "ratio"))
_PARTING = frozenset(",;C")
_TURNS = frozenset("while whereas but and".split())


def is_grade(norms: tuple[str, ...], at: int) -> bool:
    """Return whether a word is a superlative, or the end of a scale that was reached ("record
    *low*")."""
    norm = norms[at]
    if norm in _ENDS:
        return at > 0 and norms[at - 1] in _RECORDS
    return norm in _DEGREES or (len(norm) > 5 and norm.endswith("est") and norm not in _NO_GRADES)


def grade_asked(norms: tuple[str, ...]) -> str:
    """Return the one grade that a question asks for, "" for none or several."""
    found = [norm for at, norm in enumerate(norms) if is_grade(norms, at)]
    return found[0] if len(found) == 1 else ""


def graded_clause(view: Frame, tagged: Tagged) -> tuple[int, int] | None:
    """Return the clause (tokens, end excluded) of the grade that is asked for; None where a
    sentence does not tell another one besides."""
    asked = grade_asked(view.norms)
    if not asked:
        return None
    norms, tags = tagged.norms, tagged.tags
    grades = [at for at in range(len(norms)) if is_grade(norms, at)]
    same = _SAME.get(asked, frozenset((asked,)))
    own = [at for at in grades if norms[at] == asked] or [at for at in grades if norms[at] in same]
    if len(own) != 1 or len(grades) < 2:
        return None
    begin, end = 0, len(norms)
    for at in grades:
        low, high = min(at, own[0]), max(at, own[0])
        # They are told apart by a mark or "and" between, with a verb in the first of the two.
        cuts = [n for n in range(low + 1, high) if tags[n] in _PARTING]
        if at == own[0] or not cuts or VERB_TAGS.isdisjoint(tags[: cuts[-1]]):
            continue
        if set(tags[cuts[0] : cuts[-1] + 1]) == {"C"} and VERB_TAGS.isdisjoint(tags[low : cuts[0]]):
            continue  # "is the largest *and* the deepest lake"
        cut = next(
            (n for n in cuts if tags[n] == ";" or norms[n + 1] in _TURNS),
            cuts[-1],
        )
        if at < own[0]:
            begin = max(begin, cut + 1)
        else:
            end = min(end, cut)
    return (begin, end) if end - begin < len(norms) else None


def told_of_grade(
    view: Frame, analysis: Analysis, clause: tuple[int, int]
) -> list[tuple[int, int, float]]:
    """Return what such a clause says that it is ("the lowest, at 178 m, is *the mouth of the
    brook*"), or names without a verb ("the shortest *Cat Lane*")."""
    begin, end = clause
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if grade_asked(view.norms) in _ENDS and view.asks == "what":
        return [
            (one.start, one.end, _TOLD)
            for one in analysis.typed
            if begin <= one.start
            and one.end <= end
            and one.type not in _BARE
            and is_a(one.type, "number")
        ]
    while end > begin and tags[end - 1] in ".,;":
        end -= 1
    verb = next((n for n in range(begin, end) if norms[n] in ("is", "was", "are", "were")), -1)
    if verb < 0:
        grade = next((n for n in range(begin, end) if is_grade(norms, n)), -1)
        if grade < 0 or not VERB_TAGS.isdisjoint(tags[begin:end]):
            return []
        verb = grade
    said = any(is_grade(norms, n) for n in range(begin, verb))
    if (
        not said
        and verb + 1 < end
        and is_grade(norms, min(verb + 1 + (tags[verb + 1] == "D"), end - 1))
    ):
        # "*Engineering* is the largest"
        while begin < verb and (tags[begin] in ",;CBD" or norms[begin] in _TURNS):
            begin += 1
        stop = next((n for n in range(begin, verb) if tags[n] in ",("), verb)
        return [(begin, stop, _TOLD)] if begin < stop else []
    start = verb + 1
    while start < end and tags[start] == "D":
        start += 1
    if start >= end or tags[start] not in "NEJ":
        return []
    stop = next((n for n in range(start, end) if tags[n] in ",;(" or norms[n] == "which"), end)
    return [(start, stop, _TOLD)]
