"""Things that are on or off: small words that no search looks for, and that tell opposites."""

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
_FAR = 6  # tokens from the verb to the state
# Behind a state goes a circumstance, and behind a preposition its noun.
_BEHIND = frozenset("by in at when during while now and or but all after before until for".split())


def switched_otherwise(question: Question, ranked: RankedSentence) -> str:
    """Return "on" or "off" where the sentence says this of what is asked to be the other, else
    ""."""
    asked, told = _state(question.tokens), _state(ranked.tokens)
    return told if asked and told and asked != told else ""


def _state(tokens: Sequence[Token]) -> str:
    norms = [token.norm for token in tokens]
    for at, norm in enumerate(norms):
        if norm not in _STATES or _BEING.isdisjoint(norms[max(0, at - _FAR) : at]):
            continue
        last = at + 1 == len(norms) or tokens[at + 1].kind == "mark"
        if last or norms[at + 1] in _BEHIND:
            return norm
    return ""
