"""Names, figures and codes by the noun that stands beside them: "2222: SSH", "run *programme 11*",
"a contribution *of €75*", "*Upper Fenn Farm*" for which farm.
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.agreement import is_sure
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["amounts", "named_after", "named_values", "numbered", "numbered_names", "who_did"]

Told = tuple[int, int, float]
"""Begin and end (tokens, end excluded) of an answer, and what speaks for it in log-odds."""

_LABEL = 3.0
_CALLED = 4.0
_VALUE = 6.0
_NAMED = 4.0
_WRITTEN = frozenset(("path", "phone"))
_BARE = frozenset(("number", "count", "ordinal", "ratio"))


def numbered(analysis: Analysis, grid: Grid) -> list[Told]:
    """Return the number that stands before a colon, where the question names what it numbers."""
    tags = analysis.tagged.tags
    tokens = analysis.tagged.tokens
    if tags[:2] != "#:" or grid.terms[0] >= 0 or len(tokens) < 3:
        return []
    if tokens[1].end == tokens[2].start:  # a time of day
        return []
    return [(0, 1, _LABEL)] if any(term >= 0 for term in grid.terms[2:]) else []


def numbered_names(analysis: Analysis, grid: Grid) -> list[Told]:
    """Return what is called by a number, where the question asks for such a thing and the sentence
    says what it does ("*Bus 64* runs from ...")."""
    tags, tokens = analysis.tagged.tags, analysis.tagged.tokens
    return [
        (at, at + 2, _CALLED)
        for at in range(len(tags) - 2)
        if tags[at] in "NE"
        and grid.terms[at] >= 0
        and tags[at + 1] == "#"
        and tokens[at].text[:1].isupper()
        and analysis.tagged.text[tokens[at].end : tokens[at + 1].start] == " "
        and tags[at + 2] in "VXM"
    ]


def amounts(view: Frame, analysis: Analysis) -> list[Told]:
    """Return the sum or measure that the noun asked for comes to ("a joining contribution *of €75*
    is due")."""
    tokens, norms = analysis.tagged.tokens, analysis.tagged.norms
    if not view.focus or "of" not in norms:
        return []
    return [
        (one.start, one.end, _VALUE)
        for one in analysis.typed
        if one.type not in _BARE
        and is_a(one.type, "number")
        and one.start > 1
        and norms[one.start - 1] == "of"
        and tokens[one.start - 2].stem == view.focus
    ]


def named_after(view: Frame, analysis: Analysis) -> list[Told]:
    """Return the names that have the noun asked for as a part ("which farm": "*Upper Fenn Farm*",
    "which river": "*River Tal*"), and another word that the question lacks, and what is called by
    the noun and a number ("run *programme 11*")."""
    tags, tokens = analysis.tagged.tags, analysis.tagged.tokens
    told: list[Told] = []
    end = 0
    while (start := tags.find("E", end)) >= 0:
        end = start
        while end < len(tags) and (tags[end] in "E-" or tags[end - 1 : end + 1] == "-#"):
            end += 1
        while tags[end - 1] == "-":
            end -= 1
        stems = [token.stem for token in tokens[start:end]]
        if view.focus in (stems[0], stems[-1]) and not view.stems.issuperset(stems):
            told.append((start, end, _NAMED))
        elif start and tokens[start - 1].stem == view.focus and _is_sign(analysis, start):
            while (
                end < len(tokens)
                and tokens[end].start == tokens[end - 1].end
                and tags[end] in "#-E"
            ):
                end += 1
            told.append((start, end, _NAMED))  # "form C2"
    if is_sure(view.wanted) and view.wanted not in ("distance", "ordinal"):
        return told
    told += [
        (at, at + 2, _NAMED)
        for at in range(len(tags) - 1)
        if tokens[at].stem == view.focus
        and tags[at] in "NE"
        and tags[at + 1] == "#"
        and tags[at + 2 : at + 3] not in ("N", "J", "%", "$")
    ]
    return told


def _is_sign(analysis: Analysis, at: int) -> bool:
    text = analysis.tagged.tokens[at].text
    return any(char.isdigit() for char in text) or len(text) == 1


def named_values(analysis: Analysis, grid: Grid) -> list[Told]:
    """Return figures and codes that stand right after a noun of the question and end a clause ("log
    level, default *info*", "in the centre, rack *17*")."""
    tags, tokens = analysis.tagged.tags, analysis.tagged.tokens
    written = {found.start: found.end for found in analysis.typed if found.type in _WRITTEN}
    told: list[Told] = []
    for at in range(1, len(tags) - 1):
        if grid.terms[at] < 0 or tags[at] not in "NJ" or not tokens[at].text.islower():
            continue
        if tags[at - 1] not in ",;":
            continue
        start = at + 1
        while start < len(tags) and tokens[start].text == "`":
            start += 1
        end = written.get(start, start + 1 if tags[start : start + 1] == "#" else start)
        after = end
        while after < len(tags) and tokens[after].text == "`":
            after += 1
        if end > start and (after == len(tags) or tags[after] in ".,;)"):
            told.append((start, end, _VALUE))
    return told


def who_did(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return the name that begins a clause of its own with what is asked ("two daughters, Ilse and
    Runa; *Runa* became a cellist": which daughter became one?)."""
    tags = analysis.tagged.tags
    for at in range(tags.find(";") + 1, len(tags) - 1):
        said = any(t >= 0 and view.roles[t] != "F" for t in grid.terms[at + 1 :])
        if tags[at] == "E" and tags[at + 1] in "VK" and said and grid.terms[at] < 0:
            start = at
            while start > 0 and tags[start - 1] in "E-":
                start -= 1
            return [(start, at + 1, _VALUE)]
    return []
