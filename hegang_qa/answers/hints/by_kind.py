"""What speaks for a candidate by the kind that is asked for: figures known by their form, names
told by a cue, reasons behind "because", definitions behind "is a".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.agreement import Agreement, is_sure
from hegang_qa.answers.candidates.analysis import Analysis, Candidate
from hegang_qa.answers.hints.contrast import apart
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import QUESTION_WORDS

__all__ = ["BY_CUE", "DEFINING", "Advice", "advice_by_kind", "measures", "sites_told"]

Advice: TypeAlias = Callable[[Candidate, str], float]
"""A function from a candidate and the letter of its agreement to what speaks for its kind."""

# For a candidate by the letter of its agreement with a type that is known by its form.
_BY_FORM = {"c": -0.5, "i": -1.5, "<": -0.5, "~": -1.5, "x": -3.0, "n": -1.0, "N": -3.5}
# For a stretch with several figures, where one is asked for ("4 % to 310 million").
_SEVERAL_FIGURES = -2.5
# For a stretch with a code and more, where a code is asked for.
_MORE_THAN_CODE = -2.0
# For one end of the hours that are asked for.
_PART_OF_HOURS = -3.0
# Types that nothing else looks like.
_UNMISTAKABLE = frozenset(("email", "url", "phone", "version", "path", "coordinates"))
_UNMISTAKEN = 3.0
_BARE = frozenset(("number", "count", "ordinal"))
_SITES = frozenset(("url", "path"))
_WRITING = frozenset("write send report apply submit register complain book mail email".split())
BY_CUE = frozenset(("alias", "foreign-name", "expansion", "abbreviation"))
"""Types that a phrase beside them tells ("also known as"), so that they are hardly ever wrong."""
_CUED = 2.0
DEFINING = frozenset(("definition", "description", "person-description"))
"""Types that say what a thing is, or who somebody."""
_DEFINITION = 6.0
# The same with "the": "is the seat of the county" tells less what it is than "is a town".
_ONE_AND_ONLY = 2.0
_ONE_OF_MANY = frozenset(("a", "an", "any", "one"))
_GLOSS = 4.0
_OTHER_FORM = -2.0
# For another name, where one asks who somebody is.
_ANOTHER = -8.0
_REASON = 2.0
_SAID_AGAIN = -1.0
# For a reason with more than its "because of" before it, or with more behind it.
_MORE_THAN_REASON = -2.5
_CUE = 4  # tokens


def advice_by_kind(
    view: Frame, analysis: Analysis, grid: Grid, agreement: Agreement
) -> Advice | None:
    """Return what speaks for the candidates of a sentence by the kind that is asked for, None where
    nothing does."""
    wanted = view.wanted
    if is_sure(wanted):
        # "How many days": the bare number will do.
        if not agreement or view.asks == "how many":
            return None
        own = _UNMISTAKEN if wanted in _UNMISTAKABLE else 0.0
        figures = apart([(f.start, f.end) for f in analysis.typed if is_sure(f.type)])

        def by_form(candidate: Candidate, letter: str) -> float:
            if letter == "=-" and wanted == "hours":
                return _PART_OF_HOURS
            if letter == "c" and wanted == "code":
                return _MORE_THAN_CODE
            if letter != "c":
                return own if letter == "=" else _BY_FORM.get(letter, 0.0)
            start, end = candidate.start, candidate.end
            held = sum(start <= low and high <= end for low, high in figures)
            return _SEVERAL_FIGURES if held > 1 else _BY_FORM[letter]

        return by_form
    if wanted in BY_CUE:
        return lambda _candidate, letter: _CUED if letter == "=" else 0.0
    if wanted == "reason":
        return _reasons(analysis, grid)
    if sites_told(view, analysis):
        sites = _sites(view)
        return lambda c, _letter: _UNMISTAKEN if c.type in sites else 0.0
    if is_a(wanted, "entity"):
        # Which fish? Not 1987.
        return lambda c, letter: _OTHER_FORM if letter == "x" and is_sure(c.type) else 0.0
    if wanted not in DEFINING:
        return None
    glossed = _glossed(analysis, grid)
    tags, norms = analysis.tagged.tags, analysis.tagged.norms

    of_person = wanted == "person-description"
    others = {one.start for one in analysis.typed if of_person and one.type == "person"}

    def define(candidate: Candidate, _letter: str) -> float:
        if candidate.start in others:
            return _ANOTHER
        if candidate.type == "definition" and tags[candidate.start] == "D":
            # The more of the question stands before it, the surer it is said of what is asked.
            worth = _DEFINITION if norms[candidate.start] in _ONE_OF_MANY else _ONE_AND_ONLY
            return worth * min(1.0, grid.before[candidate.start])
        return _GLOSS if (candidate.start, candidate.end) == glossed else 0.0

    return define


def sites_told(view: Frame, analysis: Analysis) -> list[tuple[int, int]]:
    """Return the addresses and paths of a sentence for a question that asks for a place."""
    if view.wanted != "place":
        return []
    sites = _sites(view)
    return [(found.start, found.end) for found in analysis.typed if found.type in sites]


def _sites(view: Frame) -> frozenset[str]:
    """Return the types of what tells where something stands, or is written to."""
    return _SITES if _WRITING.isdisjoint(view.norms) else _SITES | {"email"}


def measures(view: Frame, analysis: Analysis) -> list[tuple[int, int]]:
    """Return the measures of a sentence that has several of one kind, for key words that do not
    tell what they ask for ("notice business contracts"), and bare figures behind the noun that is
    asked for ("the metrics use port 98, and the proxy uses port 80")."""
    keywords = QUESTION_WORDS.isdisjoint(view.norms)
    if view.wanted != "phrase" or not (keywords or view.focus):
        return []
    tagged = analysis.tagged
    # "A year" tells how often.
    figures = [
        one for one in analysis.typed if is_a(one.type, "number") and tagged.tags[one.start] != "D"
    ]
    kinds = {one.type for one in figures} - _BARE
    if keywords and len(kinds) == 1:
        return [(one.start, one.end) for one in figures if one.type in kinds]
    noun = view.focus or view.order[-1]
    behind = [
        (one.start, one.end)
        for one in figures
        if one.start and tagged.tokens[one.start - 1].stem == noun
    ]
    return behind if not kinds and len(behind) > 1 else []


def _reasons(analysis: Analysis, grid: Grid) -> Advice | None:
    """Return what speaks for a reason, where a sentence gives one after "because" and its like:
    what says the question again is none."""
    reasons = [found for found in analysis.typed if found.type == "reason"]
    if not reasons:
        return None

    def weigh(candidate: Candidate, _letter: str) -> float:
        start, end = candidate.start, candidate.end
        if candidate.type == "reason":
            return _REASON
        # "*the council in 1957* because of the cost", "because of the cost *and was changed*"
        if any(
            start < one.start < end and (end > one.end or one.start - start > _CUE)
            for one in reasons
        ):
            return _MORE_THAN_REASON
        if analysis.tagged.norms[start] == "because" and all(end <= one.start for one in reasons):
            return _MORE_THAN_REASON  # "*because, as he later admitted*, he was bored"
        again = any(term >= 0 for term in grid.terms[candidate.start : candidate.end])
        return _SAID_AGAIN if again else 0.0

    return weigh


def _glossed(analysis: Analysis, grid: Grid) -> tuple[int, int] | None:
    """Return the name that stands before a bracket which holds what is asked about, and no more:
    "North Mill (北厂)" for a question about 北厂."""
    tags = analysis.tagged.tags
    for opened in range(1, len(tags)):
        if tags[opened] != "(":
            continue
        closed = tags.find(")", opened)
        inside = range(opened + 1, closed)
        if closed < 0 or not all(grid.terms[i] >= 0 or tags[i] in "D-" for i in inside):
            continue
        start = opened
        while start > 0 and tags[start - 1] in "E-#":
            start -= 1
        if start < opened:
            return start, opened
    return None
