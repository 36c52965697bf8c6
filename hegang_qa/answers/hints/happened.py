"""What happened at a time that is asked about: the clause in which the time stands."""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders.clauses import clause_end
from hegang_qa.answers.hints.contrast import apart
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.text.words import PARTS_OF_DAY

__all__ = ["happened_then"]

_TOLD = 6.0
_VERBS = frozenset("VXK")
_THROUGH = frozenset("to until till from since".split())  # "from 1887 to *1939*"
_DAY_OR_PART = PARTS_OF_DAY | {"day", "eve"}


def happened_then(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return begin and end (tokens, end excluded) of what happened at a date that the question
    names, without the date where it stands at one end, and what speaks for it in log-odds."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    dates = apart([(one.start, one.end) for one in analysis.typed if is_a(one.type, "date")])
    for low, high in dates:
        if grid.terms[high - 1] < 0 or norms[max(0, low - 1)] in _THROUGH:
            continue
        start, end = _clause(analysis, low, high)
        while start < end and tags[start] in "C,BR":
            start += 1
        verbs = [n for n in range(start, end) if tags[n] in _VERBS]
        led = bool(verbs) and any(tag in "NEO" for tag in tags[start : verbs[0]])
        joined = verbs[:1] == [start] and tags[start - 1 : start] == "C"
        if len(verbs) > 1 or led or joined:
            return [(start, end, _TOLD)]
    return []


def _clause(analysis: Analysis, low: int, high: int) -> tuple[int, int]:
    """Return the clause of a date, whose tokens are those from `low` to `high`."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    start = _begin(tags, low)
    joint = tags.rfind("C", start, low)
    if joint > 0 and tags[joint + 1] in "KV" and "#" in tags[start:joint]:
        start = joint + 1  # "completed in 1841 and *gutted by fire* in 1903"
    if "when" in norms[start:low] and tags[high : high + 1] != ",":
        # "when *the dam broke* on 9 May the town was empty"
        return norms.index("when", start) + 1, _without_preposition(analysis, low)
    if tags[start] == "W":
        following = tags.find(",", high) + 1
        if following and tags[following : following + 1] in tuple("DNEJO#"):
            # "at the pass, which they crossed on 9 May, *two horses fell*"
            return following, clause_end(tags, following)
        # "*the ship Dora, which struck the reef* on the night of 9 May, of whom few were saved"
        before = start - 1
        while before > 0 and (tags[before - 1] in "DJNE-" or norms[before - 1] == "of"):
            before -= 1
        before += norms[before] == "of"  # "that *of* the ship Dora"
        return before, _without_preposition(analysis, low)
    if tags[start:low].strip("PTDRC") == "":
        # "in 1578 *the town was burnt*", "in 1922, pressed by the state, *the two merged*"
        start = high + (tags[high : high + 1] == ",")
        while tags[start : start + 1] in ("K", "G", "W") and "," in tags[start:]:
            start = tags.index(",", start) + 1
        return start, clause_end(tags, start)
    if tags[high : high + 1] in ("", ".", ",", ";", "C"):
        return start, _without_preposition(analysis, low)
    return start, clause_end(tags, high)


def _begin(tags: str, low: int) -> int:
    """Return where the clause before a token begins, past brackets."""
    start = low
    while start > 0 and tags[start - 1] not in ",;:.(B":
        opened = tags.rfind("(", 0, start - 1) if tags[start - 1] == ")" else -1
        start = opened if opened > 0 else start - 1
    return start


def _without_preposition(analysis: Analysis, end: int) -> int:
    """Return where a clause ends without what leads to its date ("on the night of")."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    end -= end > 0 and tags[end - 1] in "PT"
    if end > 0 and norms[end - 1] in _DAY_OR_PART:
        end -= 1
        end -= end > 0 and tags[end - 1] == "D"
        end -= end > 0 and tags[end - 1] in "PT"
    return end
