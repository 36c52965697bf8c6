"""Things that are on or off, in or out of stock: small words that no search looks for, and that
tell opposites."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import Token

__all__ = ["switched_otherwise"]

_STATES = frozenset(("on", "off"))
# Verbs that tell a state by the word behind them or their object ("is off", "switch it off").
_BEING = frozenset(
    "is are was were be been being stay stays stayed remain remains remained left leave turn turns "
    "turned switch switches switched kept".split()
)
_SUPPLIES = frozenset("stock order print use service season bounds reach date".split())
_FAR = 6  # tokens from the verb to the state
# Behind a state goes a circumstance, and behind a preposition its noun.
_BEHIND = frozenset("by in at when during while now and or but all after before until for".split())


def switched_otherwise(question: Question, ranked: RankedSentence) -> str:
    """Return "on" or "off", "in stock" or "out of stock" where the sentence says this of what is
    asked to be the other, else ""."""
    asked, told = _state(question.tokens), _state(ranked.tokens)
    if asked and told and asked != told:
        return told
    asked, told = _supply(question.tokens), _supply(ranked.tokens)
    same = asked.rpartition(" ")[2] == told.rpartition(" ")[2]
    return told if asked and told and asked != told and same else ""


def _supply(tokens: Sequence[Token]) -> str:
    """Return "in stock", "out of stock" and the like, "" where neither is told."""
    norms = [token.norm for token in tokens]
    for at, norm in enumerate(norms):
        if norm in _SUPPLIES and norms[at - 1 : at] == ["in"]:
            return f"in {norm}"
        if norm in _SUPPLIES and at > 1 and norms[at - 2 : at] == ["out", "of"]:
            return f"out of {norm}"
    return ""


def _state(tokens: Sequence[Token]) -> str:
    norms = [token.norm for token in tokens]
    for at, norm in enumerate(norms):
        if norm not in _STATES or _BEING.isdisjoint(norms[max(0, at - _FAR) : at]):
            continue
        last = at + 1 == len(norms) or tokens[at + 1].kind == "mark"
        if last or norms[at + 1] in _BEHIND:
            return norm
    return ""
