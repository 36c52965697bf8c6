"""What speaks for what stands behind a label that the question names, and for its parts."""

from __future__ import annotations

from hegang_qa.answers.candidates.agreement import Agreement
from hegang_qa.answers.candidates.analysis import Analysis, Candidate
from hegang_qa.answers.hints.by_kind import Advice
from hegang_qa.answers.hints.figures import Figures
from hegang_qa.answers.hints.label_values import LabelValue

__all__ = ["ACROSS", "label_advice"]

ACROSS = -2.0
"""For what goes on across the colon of a label."""

# For what stands after a colon whose label the question names ("Weight: 3 kg"), and for a part.
_LABELLED = 5.0
_PART_OF_VALUE = 1.0


def label_advice(
    values: list[LabelValue],
    analysis: Analysis,
    agreement: Agreement,
    figures: Figures,
    *,
    sure: bool,
    dated: frozenset[int],
) -> Advice | None:
    """Return what speaks for the values of labels, None where the sentence has none; `sure` tells
    that what is asked for is known by its form, `dated` are the tokens that a date begins with
    which goes before a name."""
    if not values:
        return None
    tags, meant, rate = analysis.tagged.tags, figures.meant, figures.rate

    def is_whole(value: LabelValue, start: int, end: int, letter: str) -> bool:
        """Return whether a part of a value is all that is asked for."""
        label, low, high = value
        # Of a list ("Flour: 20 white, 15 rye, 6 spelt") all is the value.
        balanced = tags.count("(", start, end) == tags.count(")", start, end)
        whole = start == low and (
            end == high or (balanced and tags[end] in ",)" and tags.count(",", low, high) < 2)
        )
        if low in dated:
            whole = whole and letter == "="  # of "Fair: 3 June, Market Hall" the hall
        if sure and any(low <= a and b <= high for a, b in agreement.spans):
            # Of such a line ("Office: 4 High Street, open 8 to 17") the kind asked for.
            told_by = figures.rate_of(start, end)
            whole = letter == "=" and told_by in ("", rate)
            whole = whole or (letter == "=-" and bool(rate) and told_by == rate)
            if label == low:  # the label itself
                whole = (start, end) == (low, high)
            if meant is not None:  # "Permit: 9 euros a day, 32 a week"
                whole = whole and meant.start <= start and end <= meant.end
        return whole

    def advise(candidate: Candidate, letter: str) -> float:
        start, end = candidate.start, candidate.end
        for value in values:
            label, low, high = value
            if low <= start and end <= high:
                return _LABELLED if is_whole(value, start, end, letter) else _PART_OF_VALUE
            if label <= start < low < end:
                return ACROSS
        return 0.0

    return advise
