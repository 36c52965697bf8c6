"""What stands after a label that the question names: "*Twin towns*: Genoa and Bergen"."""

from itertools import pairwise
from typing import NamedTuple

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.candidates.agreement import Agreement, is_sure
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.barriers import line_starts
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["LabelValue", "label_values"]

_LONGEST_LABEL = 6  # tokens
# A value of another kind than is asked for is only taken where it is as short as this.
_SHORT = 4
# What goes on after a comma with another name ("Code: HX, *formerly* H1").
_OTHERWISE = frozenset("also formerly previously sometimes".split())
_SITTING = frozenset("is are was were sits sit sat serves serve served".split())


class LabelValue(NamedTuple):
    """Begin of a label, and begin and end (excluded) of its value, in tokens."""

    label: int
    start: int
    end: int


def label_values(
    view: Frame, analysis: Analysis, grid: Grid, agreement: Agreement
) -> list[LabelValue]:
    """Return what stands after a colon, up to the end of the line, where the question names the
    label; nothing that cannot be of the kind asked for."""
    if ":" not in analysis.tagged.tags:
        return []
    sure = is_sure(view.wanted)
    timed = is_a(view.wanted, "date")
    told = _told_by_labels(view, analysis, grid, agreement) if timed else []
    if told:
        return told
    values = _labelled(view, analysis, grid, glossed=sure)
    person = is_a(view.wanted, "person")
    if person and _asks_for_members(view):
        return values
    if person:
        values = [_name_of(analysis, _behind_by(analysis, one)) for one in values]
    if not values or not sure:
        return values
    return [
        one
        for one in values
        if any(one.start <= low and high <= one.end for low, high in agreement.spans)
        # "2023-09-03: ..." says what happened then, not who did it.
        or not (_is_date_alone(analysis, one) or (person and one.end - one.start > _SHORT))
        if not (person and _is_figure_of_person(analysis, one))
    ]


def _asks_for_members(view: Frame) -> bool:
    """Return whether one asks who belongs to several ("*who is on* the committee")."""
    who, be, place = (*view.norms[:3], "", "", "")[:3]
    return who == "who" and be in _SITTING and place in ("on", "in")


def _labelled(view: Frame, analysis: Analysis, grid: Grid, *, glossed: bool) -> list[LabelValue]:
    """Return the labels that the question names, with their values; with what a bracket at the end
    says in other words or units ("235 kilometres (146 miles)") where that is wanted (`glossed`)."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    ends = set(line_starts(analysis.tagged))
    values = []
    for colon in range(1, len(tags) - 1):
        if tags[colon] != ":" or tags[colon + 1] == "/":  # "https://"
            continue
        if tags[colon + 1] == "#" == tags[colon - 1]:
            continue
        # "Common (in 1 of 10 people): heartburn, nausea"
        stop = tags.rfind("(", 0, colon) if tags[colon - 1] == ")" and not glossed else colon
        label = stop = max(1, stop)
        while label > 0 and tags[label - 1] not in ",;:.()" and label not in ends:
            label -= 1
        named = any(term >= 0 for term in grid.terms[label:stop])
        if stop - label > _LONGEST_LABEL or not named:
            continue
        end, depth = colon + 1, 0
        while end < len(tags) and tags[end] != ";" and end not in ends:
            depth += (tags[end] == "(") - (tags[end] == ")")
            if depth < 0 or (tags[end] == "." and end + 1 == len(tags)):
                break
            if tags[end] == "," and not _OTHERWISE.isdisjoint(norms[end + 1 : end + 2]):
                break
            end += 1
        opened = tags.rfind("(", colon + 1, end)
        if tags[end - 1] == ")" and opened > colon + 1 and "," not in tags[colon + 1 : opened]:
            end = end - 1 if glossed else opened
        if end > colon + 1:
            values.append(_part_meant(view, analysis, grid, LabelValue(label, colon + 1, end)))
    return values


def _part_meant(view: Frame, analysis: Analysis, grid: Grid, value: LabelValue) -> LabelValue:
    """Return the part of a value that alone holds more of the question than its label, without
    these words ("Admission: adults 8 pounds, *children* 3.50 pounds"), else the whole value."""
    tags = analysis.tagged.tags
    commas = [at for at in range(value.start, value.end) if tags[at] == ","]
    bounds = [value.start - 1, *commas, value.end]
    parts = [(low + 1, high) for low, high in pairwise(bounds)]
    said = set(grid.terms[value.label : value.start])
    own = [{term for term in grid.terms[low:high] if term >= 0} - said for low, high in parts]
    best = max(range(len(parts)), key=lambda number: len(own[number]))
    others = set().union(*(one for number, one in enumerate(own) if number != best))
    if len(parts) < 2 or not own[best] > others:
        return value
    low, high = parts[best]
    matched = [at for at in range(low, high) if grid.terms[at] in own[best] - others]
    person = is_a(view.wanted, "person")
    if all(tags[at] in "KG" for at in matched) or (person and "E" not in tags[low:high]):
        return value  # "Treasurer: Jo Berg, elected without dissent"
    if matched[0] == low and (
        is_numeric(view.wanted) or analysis.tagged.tokens[low].stem != view.focus
    ):
        while low < high and (grid.terms[low] >= 0 or tags[low] in "DPX"):
            low += 1
    elif matched[0] > low:
        high = matched[0]
        while high > low and tags[high - 1] in "DPTCJ":
            high -= 1
    return value._replace(start=low, end=high) if low < high else value


def _behind_by(analysis: Analysis, value: LabelValue) -> LabelValue:
    """Return whoever did it ("Fruit: paid for by *the parents*")."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    by = next((at for at in range(value.start, value.end - 1) if norms[at] == "by"), -1)
    done = by > value.start and not tags[value.start : by].strip("VKPTR")
    return value._replace(start=by + 1) if done else value


def _name_of(analysis: Analysis, value: LabelValue) -> LabelValue:
    """Return the name that a value begins with, where no other name is listed behind it ("Helper of
    the year: *Ayla Demir*, for the care of the lanes")."""
    tags = analysis.tagged.tags
    end = value.start
    while end < value.end and tags[end] in "E-":
        end += 1
    alone = value.start < end < value.end and tags[end] == "," and tags[end + 1] not in "E"
    return value._replace(end=end) if alone else value


def _told_by_labels(
    view: Frame, analysis: Analysis, grid: Grid, agreement: Agreement
) -> list[LabelValue]:
    """Return the label itself, where it is of the kind asked for and what is asked about stands
    behind it ("*From the eighth day*: a fit note from a doctor")."""
    colon = analysis.tagged.tags.find(":", 1, _LONGEST_LABEL + 1)
    named = [at for at in range(colon) if grid.terms[at] >= 0]
    if colon < 0 or any(analysis.tagged.tokens[at].stem != view.focus for at in named):
        return []
    asked = any(term >= 0 for term in grid.terms[colon + 1 : colon + 1 + _LONGEST_LABEL])
    places = [place for place in agreement.spans if place[1] <= colon] if asked else []
    if not places:
        return []
    start, end = max(places, key=lambda place: place[1] - place[0])
    start += analysis.tagged.tags[start] == "D"
    return [LabelValue(start, start, end)] if end == colon else []


def _is_date_alone(analysis: Analysis, value: LabelValue) -> bool:
    """Return whether a label is a date or another figure, and nothing else."""
    tags = analysis.tagged.tags[value.label : value.start - 1]
    return "#" in tags and not any(tag in "NEJVGKH" for tag in tags)


def _is_figure_of_person(analysis: Analysis, value: LabelValue) -> bool:
    """Return whether the value of a label is a figure, and the label names somebody ("Ann Lee,
    chair: room 4")."""
    tags = analysis.tagged.tags
    return "EE" in tags[value.label : value.start] and "#" in tags[value.start : value.end]
