"""What answers of a kind look like, where the training questions tell too little.

The weights are learned from questions on encyclopedia articles, which hardly ever ask what a thing
is, for a measure in a table of data, or for a code. These few rules say for such questions what
any reader would; they are small beside a clear learned preference. Their sizes (in log-odds) were
chosen on the training questions so that nothing is lost there.
"""

from typing import NamedTuple

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.agreement import Agreement, is_sure
from hegang_qa.answers.candidates.analysis import Analysis, Candidate
from hegang_qa.answers.hints.by_kind import BY_CUE, DEFINING, Advice, advice_by_kind
from hegang_qa.answers.hints.ends import range_advice
from hegang_qa.answers.hints.figures import figure_advice, figures_meant, meant_advice
from hegang_qa.answers.hints.graded import graded_clause, told_of_grade
from hegang_qa.answers.hints.label_values import label_values
from hegang_qa.answers.hints.labelled import ACROSS, label_advice
from hegang_qa.answers.hints.no_doer import doer_advice
from hegang_qa.answers.hints.other_kinds import other_kind_advice, person_advice
from hegang_qa.answers.hints.parallel import meant_part
from hegang_qa.answers.hints.signals import signal
from hegang_qa.answers.hints.sized import sized_clause
from hegang_qa.answers.hints.stretched import date_advice, echo_advice, joint_advice
from hegang_qa.answers.hints.told_by_form import told_by_form
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["hints"]

# Another name of what the question names is no answer to what lies there.
_OWN_ALIAS = -4.0
_NAMING = BY_CUE | DEFINING | {"name", "phrase", ""}
_WITHOUT_VERBS = ("place", "person", "organisation")
_MARKS = '"*()-.,;:'
# For what a sign means, or which one is given then.
_SIGNAL = 5.0
# For what stands in another clause than the one that is meant, or goes on into it.
_OUTSIDE = -8.0


class Hints(NamedTuple):
    """`advise` is the function from a candidate and the letter of its agreement to what speaks for
    its kind; `told` are the stretches (tokens, end excluded) that the form of the sentence makes an
    answer, however badly they begin and end, and `by_form` those of them that are no mere values of
    labels."""

    advise: Advice
    told: frozenset[tuple[int, int]]
    by_form: frozenset[tuple[int, int]]


def hints(
    view: Frame, analysis: Analysis, grid: Grid, agreement: Agreement, *, heading: bool = False
) -> Hints:
    """Return what is known of the candidates of a sentence. The colon of a heading ("Mill: a
    guide") parts no label from its value."""
    sure, person = is_sure(view.wanted), is_a(view.wanted, "person")
    unjoined = any(is_a(view.wanted, kind) for kind in _WITHOUT_VERBS)
    values = [] if heading else label_values(view, analysis, grid, agreement)
    told = {} if heading else _told(view, analysis, grid)
    part = _part_meant(view, analysis, grid, told, heading=heading)
    dates = [(found.start, found.end) for found in analysis.typed if is_a(found.type, "date")]
    dated = frozenset(start for start, _ in dates) if unjoined else frozenset()
    figures = figures_meant(view, analysis, grid, agreement)
    asked = [
        advice_by_kind(view, analysis, grid, agreement),
        joint_advice(view, analysis, unjoined=unjoined),
        person_advice(analysis) if person else None,
        other_kind_advice(view, analysis, person=person),
        doer_advice(view, analysis, grid),
        date_advice(view, analysis, dates, person=person),
        figure_advice(view, analysis, figures, heading=heading),
        _place_advice(view, analysis, grid, part, heading=heading),
        _told_advice(told),
        meant_advice(figures),
        echo_advice(view, analysis),
        label_advice(values, analysis, agreement, figures, sure=sure, dated=dated),
    ]
    # Of most sentences few have anything to say, and they are asked for each candidate.
    advices = [advice for advice in asked if advice is not None]

    def advise(candidate: Candidate, letter: str) -> float:
        total = 0.0
        for advice in advices:
            total += advice(candidate, letter)
        return total

    tags = analysis.tagged.tags
    whole = [(low, high) for _, low, high in values if tags[low:high].strip(_MARKS)]
    return Hints(advise, frozenset((*told, *whole)), frozenset(told))


def _told(view: Frame, analysis: Analysis, grid: Grid) -> dict[tuple[int, int], float]:
    """Return what the form of a sentence makes an answer, and what that speaks for it."""
    tags = analysis.tagged.tags
    found = (
        (*_within_quotes(tags, low, high), worth)
        for low, high, worth in told_by_form(view, analysis, grid)
        if low < high <= len(tags)  # "Open with" tells nothing
    )
    # Nor do marks alone.
    return {(low, high): worth for low, high, worth in found if tags[low:high].strip(_MARKS)}


def _within_quotes(tags: str, low: int, high: int) -> tuple[int, int]:
    """Return a stretch; of one that is only the mark that opens a quotation, what is quoted."""
    close = tags.find('"', high) if tags[low:high] == '"' else -1
    return (high, close) if close > high else (low, high)


def _part_meant(
    view: Frame,
    analysis: Analysis,
    grid: Grid,
    told: dict[tuple[int, int], float],
    *,
    heading: bool,
) -> tuple[int, int] | None:
    """Return the clause (tokens, end excluded) that is meant, of several that run parallel, None
    where none is told apart; what answers in it is added to `told`."""
    sure, tags = is_sure(view.wanted), analysis.tagged.tags
    part = None
    if not sure and ("," in tags or "C" in tags):
        part = meant_part(view, analysis.tagged, grid)
    if not heading and "when" in analysis.tagged.norms:
        meaning = signal(view, analysis, grid)
        if meaning is not None:
            part = meaning.clause
            told[meaning.told] = max(told.get(meaning.told, 0.0), _SIGNAL)
    if not sure and (sized := sized_clause(view, analysis)):
        part = sized
    graded = None if heading else graded_clause(view, analysis.tagged)
    if graded is None:
        return part
    if not sure:
        for low, high, worth in told_of_grade(view, analysis, graded):
            told[low, high] = max(told.get((low, high), 0.0), worth)
    return graded


def _place_advice(
    view: Frame,
    analysis: Analysis,
    grid: Grid,
    part: tuple[int, int] | None,
    *,
    heading: bool,
) -> Advice | None:
    """Return what speaks against what stands outside the `part` that is meant, across the colon of
    a label, or in brackets behind what it names, and for one end of a range; None where nothing
    does."""
    aliases = _own_aliases(view, analysis, grid)
    colon = -1 if heading else _label_end(analysis.tagged.tags)
    in_range = range_advice(view, analysis) if is_sure(view.wanted) else None
    if part is None and not aliases and colon < 0 and in_range is None:
        return None

    def advise(candidate: Candidate, _letter: str) -> float:
        start, end = candidate.start, candidate.end
        total = 0.0
        if part is not None and not (part[0] <= start and end <= part[1]):
            total += _OUTSIDE
        if aliases and any(low <= start and end <= high for low, high in aliases):
            total += _OWN_ALIAS
        if start < colon < end:
            total += ACROSS
        if in_range is not None:
            total += in_range(start, end)
        return total

    return advise


def _told_advice(told: dict[tuple[int, int], float]) -> Advice | None:
    """Return what the form of the sentence speaks for a candidate, None where it tells nothing."""
    if not told:
        return None
    return lambda candidate, _letter: told.get((candidate.start, candidate.end), 0.0)


def _own_aliases(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int]]:
    """Return the other names, in brackets, of what the question names, unless it asks for names."""
    if view.wanted in _NAMING:
        return []
    tags, found = analysis.tagged.tags, []
    for one in analysis.typed:
        if one.type == "alias":
            opened = tags.rfind("(", 0, one.start)
            if opened > 0 and tags.find(")", opened, one.start) < 0 <= grid.terms[opened - 1]:
                closed = tags.find(")", opened)
                found.append((opened + 1, closed if closed > 0 else one.end))
    return found


def _label_end(tags: str) -> int:
    """Return the colon of a label of one to three words that a sentence begins with ("Note: ..."),
    -1 for none."""
    colon = tags.find(":", 1, 4)
    return colon if colon > 0 and "#" not in (tags[colon - 1], *tags[colon + 1 : colon + 2]) else -1
