"""What speaks against names where one asks what is or was done: "What did the captain, *Ted Ling*,
ask of the players?" wants no name, and least of all that of who is spoken of.
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis, Candidate
from hegang_qa.answers.hints.by_kind import Advice
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import AUXILIARIES, BE

__all__ = ["doer_advice"]

# For somebody's name, where one asks what is done.
_SOMEBODY = -3.0
# For the name beside a noun of the question, or of what it names ("the agent, *Ann Lee*").
_OF_WHOM_ONE_ASKS = -5.0
_PEOPLE = frozenset(("person", "name"))
# What is said of a name, and what leads to one.
_NAMING = frozenset(
    "call called name names named nickname nicknamed title titled known term pseudonym alias "
    "surname stand stands become became replace replaced join joined marry married follow followed "
    "precede preceded succeed succeeded play played model modelled sign signed write wrote read "
    "say said label labelled brand answer mean means meaning".split()
)


def doer_advice(view: Frame, analysis: Analysis, grid: Grid) -> Advice | None:
    """Return what speaks against names for what is done or was done to somebody, None where one
    asks for something else or the sentence has no names."""
    tags = analysis.tagged.tags
    if "E" not in tags or not _asks_for_a_deed(view):
        return None
    beside = _names_beside(tags, grid)
    people = {(one.start, one.end) for one in analysis.typed if one.type == "person"}

    def advise(candidate: Candidate, _letter: str) -> float:
        start, end = candidate.start, candidate.end
        if any(low <= start and end <= high for low, high in beside):
            return _OF_WHOM_ONE_ASKS
        if candidate.type in _PEOPLE and any(low <= start and end <= high for low, high in people):
            return _SOMEBODY
        return 0.0

    return advise


def _asks_for_a_deed(view: Frame) -> bool:
    """Return whether one asks what somebody does, what is done, or by, with, from what."""
    norms = view.norms
    if "what" not in norms or not _NAMING.isdisjoint(norms):
        return False
    after = norms[norms.index("what") + 1 :]
    if not after or after[0] not in AUXILIARIES:
        return view.asks == "what" and not view.focus
    return after[0] not in BE or view.focus == "" or view.asks != "what"


def _names_beside(tags: str, grid: Grid) -> list[tuple[int, int]]:
    """Return the names (tokens, end excluded) that stand right behind a noun of the question, with
    or without a comma."""
    found = []
    at = 0
    while at < len(tags):
        if tags[at] != "E":
            at += 1
            continue
        end = at
        while end < len(tags) and tags[end] in "E-.":
            end += 1
        noun = at - 2 if tags[at - 1 : at] == "," else at - 1
        if noun >= 0 and tags[noun] == "N" and grid.terms[noun] >= 0:
            found.append((at, end))
        at = end
    return found
