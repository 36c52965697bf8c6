"""What is so by default: "is compression on by default" by the cell under "Default" of the row that
tells of compression, and by "Defaults to *false*"."""

from __future__ import annotations

from typing import Literal

from hegang_qa.answers.verdicts.holding import NEAR
from hegang_qa.answers.verdicts.model import STRANGE, Verdict
from hegang_qa.answers.verdicts.rulings import RULED
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import tokenize

__all__ = ["by_default"]

_DEFAULT = frozenset(("default", "defaults"))
_ON = frozenset("true on yes enabled active 1".split())
_OFF = frozenset("false off no disabled inactive 0 none".split())
# Words of a question that ask for a state, and for the other one.
_STATES = frozenset("on enabled active activated set used required mandatory".split())
_OTHER_STATES = frozenset("off disabled inactive deactivated optional".split())
_REACH = 4  # tokens from "defaults" to its value


def by_default(question: Question, ranked: RankedSentence) -> Verdict | None:
    """Return what the default of what is asked about says, where one asks for a state by default;
    None for any other question, and where nothing tells a default."""
    norms = [token.norm for token in question.tokens]
    if "default" not in norms[2:] or norms[norms.index("default") - 1] != "by":
        return None
    value = _in_row(ranked) if ranked.sentence.cells else _behind(ranked)
    if value is None:
        return None
    aside = _DEFAULT | _STATES | _OTHER_STATES
    things = [n for n, t in enumerate(question.terms) if not t.light and t.word not in aside]
    total = sum(question.terms[n].share for n in things)
    found = {match.term for match in ranked.matches} | _named_above(question, ranked)
    share = sum(question.terms[n].share for n in things if n in found)
    if not things or share < NEAR * total:
        return None
    if value not in _ON | _OFF:
        return Verdict(None, f'the default is "{value}"', STRANGE, strange=True)
    other = not _OTHER_STATES.isdisjoint(norms)
    text: Literal["Yes", "No"] = "Yes" if (value in _ON) is not other else "No"
    return Verdict(text, f'the default is "{value}"', RULED, settled=True, reckoned=True)


def _named_above(question: Question, ranked: RankedSentence) -> set[int]:
    """Return which terms of a question stand in what a sentence is told under."""
    sentence = ranked.sentence
    if sentence.cells:
        return set()
    above = sentence.heading.rpartition(" > ")[2]
    said = {token.stem for token in tokenize(f"{above} {sentence.lead or ''}")}
    return {n for n, term in enumerate(question.terms) if term.expansions[0].term in said}


def _in_row(ranked: RankedSentence) -> str | None:
    """Return what the cell under a head with "default" says."""
    for cell in ranked.sentence.cells:
        if not _DEFAULT.isdisjoint(token.norm for token in tokenize(cell.head)):
            return ranked.sentence.text[cell.start : cell.end].strip(" `\"'*").lower()
    return None


def _behind(ranked: RankedSentence) -> str | None:
    """Return the state that stands right behind "default", or before it ("*off* by default"), None
    where none does."""
    norms = [token.norm for token in ranked.tokens]
    at = next((n for n, norm in enumerate(norms) if norm in _DEFAULT), len(norms))
    if norms[at - 1 : at] == ["by"] and at > 1 and norms[at - 2] in _ON | _OFF:
        return norms[at - 2]
    return next((norm for norm in norms[at + 1 : at + _REACH] if norm in _ON | _OFF), None)
