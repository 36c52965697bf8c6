"""Whether something keeps one from what one asks leave for: "do *not affect your ability to* drive"
lets one drive, "may *impair* the ability to drive" does not say so.
"""

from __future__ import annotations

from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.answers.verdicts.rulings import asks_leave
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.tokens import stem
from hegang_qa.text.words import NEGATIONS

__all__ = ["hindered"]

_HINDERING = frozenset(
    map(
        stem,
        "affect impair influence prevent hinder stop keep restrict limit reduce impede".split(),
    )
)
_ABILITY = frozenset("ability abilities capacity fitness right freedom".split())
_FINE = frozenset(("ok", "okay", "fine", "safe"))
_BEFORE = 5  # tokens from the denial to the verb
_BEHIND = 10  # tokens from the verb to what is done


def hindered(question: Question, ranked: RankedSentence) -> tuple[bool, str] | None:
    """Return whether a sentence tells that something hinders what one asks leave for, and the words
    that do; None where it tells nothing of the kind."""
    asked = {token.norm for token in question.tokens}
    if not (asks_leave(question) or not _FINE.isdisjoint(asked)):
        return None
    deed = main_verb(question)
    roles = {n for n, term in enumerate(question.terms) if n == deed or term.role == "verb"}
    done = [m.token for m in ranked.matches if m.term in roles and m.how in BY_FORM]
    tokens = ranked.tokens
    norms = [token.norm for token in tokens]
    for at, token in enumerate(tokens):
        if token.stem not in _HINDERING or token.norm in asked:
            continue
        behind = norms[at + 1 : at + _BEHIND]
        to = next((n for n, norm in enumerate(behind) if norm in _ABILITY), -1)
        start = at + 1 + (to if to >= 0 else behind.index("from") if "from" in behind else _BEHIND)
        if any(start < spot <= start + _BEHIND for spot in done):
            denied = [n for n in norms[max(0, at - _BEFORE) : at] if n in NEGATIONS]
            return not denied, " ".join([*denied[-1:], token.norm])
    return None
