"""How many, where a sentence tells a number and a part of it: "*64* of the 91 people drowned", "of
212 houses *170* burned down", "*seven* members: two from the council, four who ..."."""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders.numerals import FRACTIONS
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import DYING

__all__ = ["counted"]

Told = tuple[int, int, float]
"""Begin and end (tokens, end excluded) of a number, and what speaks for it in log-odds."""

_VALUE = 6.0
_NEAR = 5  # tokens between a number and the part of it
_OWNERS = 3  # tokens of whose they are ("the club's")
_THEM = frozenset("them whom which these those".split())
_SHARES = FRACTIONS.keys() | {"sixth", "eighth", "most", "many", "all", "none", "both"}
_BEHIND = 3  # tokens from "of them" to what they are
_OWN = 6.0  # for numbers of other things beside one of what is asked for
_COUNTS = frozenset(("count", "number"))
_HAVING = frozenset("have has own there total altogether".split())


def counted(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return the number that is meant of a whole and its part, or the number of all."""
    if none := _nobody(view, analysis, grid):
        return none
    if told := _of_them(analysis, grid):
        return told
    told = _parts_of_numbers(analysis) or _counted(view, analysis)
    told += _some_of(view, analysis, grid)
    return told or _of_others(view, analysis)


def _nobody(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return "nobody" or "no one" before the verb that is asked with ("but *nobody* was killed"),
    and against the figures of other verbs."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at in range(len(norms) - 1):
        width = 1 if norms[at] in ("nobody", "none") else 2 * (norms[at : at + 2] == ("no", "one"))
        behind = range(at + width, min(len(tags), at + width + _NEAR)) if width else range(0)
        dead = not DYING.isdisjoint(view.norms)
        if not any(
            tags[n] in "VK" and (grid.terms[n] >= 0 or (dead and norms[n] in DYING)) for n in behind
        ):
            continue
        others = [(n, n + 1, -_VALUE) for n, tag in enumerate(tags) if tag == "#"]
        return [(at, at + width, _VALUE + 3.0), *others]
    return []


def _of_them(analysis: Analysis, grid: Grid) -> list[Told]:
    """Return how many of those just counted are what is asked about ("870 people, *a fifth* of them
    women", "30 boats, *twelve* of which are open")."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at in range(1, len(norms) - 2):
        behind = grid.terms[at + 2 : at + 2 + _BEHIND]
        if norms[at] != "of" or norms[at + 1] not in _THEM or all(term < 0 for term in behind):
            continue
        start = at - 1
        while start > 0 and tags[start - 1] in "#-":
            start -= 1
        if norms[start - 1 : start] == ("a",):
            start -= 1
        if tags[start] == "#" or norms[at - 1] in _SHARES:
            return [(low, at, _VALUE + 2.0) for low in {start, start + (tags[start] == "D")}]
    return []


def _some_of(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return the part of a number that something is said of ("*64* of the 91 people drowned", "*6*
    of our twelve buses", "*12* out of 50"), or the whole, where one asks how many there are."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at in range(len(norms) - 3):
        of = at + 1 + (norms[at + 1] == "out")
        if tags[at] != "#" or norms[of] != "of":
            continue
        whole = tags.find("#", of + 1, of + 2 + _OWNERS)
        if whole < 0 or not set(tags[of + 1 : whole]) <= set("DSNEJ"):
            continue
        if whole == of + 1 and of == at + 1 and tags[at + 3] != "N":
            continue  # "1 of 3"
        verb = next((n for n in range(whole + 1, len(tags)) if tags[n] in VERB_TAGS), len(tags))
        if not any(term >= 0 for term in grid.terms[whole + 1 : max(verb, whole + 2)]):
            continue  # "two of the three linebackers" are no answer to how many players
        said = any(t >= 0 and view.roles[t] != "F" for t in grid.terms[verb:])
        # "64 of the *91 people on board* drowned": how many were on board?
        beside = any(t >= 0 and view.roles[t] != "F" for t in grid.terms[whole + 1 : verb])
        beside = beside and "D" in tags[of + 1 : whole]  # "20 of 24 kinds of fish"
        in_all = beside or not _HAVING.isdisjoint(view.norms)
        spot = whole if in_all and not said and view.norms[2:3] != ("of",) else at
        return [(spot, spot + 1, _VALUE)]
    return []


def _parts_of_numbers(analysis: Analysis) -> list[Told]:
    """Return how many of a number something holds for ("of 212 houses *170* burned down", "out of
    300 rivets she marked *12*", "present: *31* of 44 members")."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at in range(len(tags) - 3):
        if tags[at] == "#" == tags[at + 2] and norms[at + 1] == "of" and tags[at + 3] == "N":
            return [(at, at + 1, _VALUE)]
    for at in range(1, len(tags) - 3):
        if norms[at - 1] != "of" or tags[at : at + 2] != "#N" or tags[at - 2 : at - 1] == "#":
            continue
        part = tags.find("#", at + 2, at + 2 + _NEAR)
        after = tags[part + 1 : part + 2]
        if part > 0 and "," not in tags[at:part] and after and after in "VXKMPTD":
            return [(part, part + 1, _VALUE)]
    return []


def _counted(view: Frame, analysis: Analysis) -> list[Told]:
    """Return the number of what is asked for where its parts follow ("*seven* members: two from
    the council, four who ...")."""
    tags, tokens = analysis.tagged.tags, analysis.tagged.tokens
    return [
        (at, at + 1, _VALUE)
        for at in range(len(tags) - 2)
        if tags[at] == "#" and tags[at + 2] == ":" and tokens[at + 1].stem == view.focus
    ]


def _of_others(view: Frame, analysis: Analysis) -> list[Told]:
    """Return what speaks against the numbers of other things, in a sentence that has one before the
    noun asked for ("three to five eggs are laid at intervals of *two* days")."""
    tags, tokens = analysis.tagged.tags, analysis.tagged.tokens
    if not view.focus or tags.count("#") < 2:
        return []
    others, own = [], False
    for one in analysis.typed:
        if not is_a(one.type, "number"):
            continue
        noun = one.end
        while noun < len(tags) and tags[noun] in "JN-":
            noun += 1
        if any(token.stem == view.focus for token in tokens[one.start : noun]):
            own = True
        elif tags[noun - 1] == "N" and one.type in _COUNTS:
            others += [(one.start, end, -_OWN) for end in (one.end, noun)]
    return others if own else []
