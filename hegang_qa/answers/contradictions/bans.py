"""When or where something is forbidden, which is not when or where it is allowed: "fishing is
*prohibited* between March and May" does not tell when one may fish."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.verdicts.rulings import FORBIDS
from hegang_qa.question.model import Question
from hegang_qa.text.words import NEGATIONS

__all__ = ["told_of_a_ban"]

_ASKING = frozenset(("when", "where", "what time"))
_PERIODS = frozenset("day days month months time times hours season seasons period".split())
_LEAVE = frozenset("allowed permitted allow permit can may could welcome possible".split())
_DOING = _LEAVE | frozenset(("cannot", "can't", "mustn't", "must"))
_DENYING_ALONE = frozenset(("cannot", "can't", "mustn't"))
_LIMITING = frozenset("except unless other otherwise only but than without before after".split())
_PARTING = frozenset((";", ".", ":"))


def told_of_a_ban(question: Question, span: ScoredSpan, analysis: Analysis) -> str:
    """Return in words that the clause of an answer forbids what a question asks leave for, ""
    where it does not, or limits what it forbids ("not allowed *before* nine")."""
    asked = {token.norm for token in question.tokens}
    if question.asks not in _ASKING and question.focus not in _PERIODS:
        return ""
    if asked.isdisjoint(_LEAVE) or not asked.isdisjoint(FORBIDS | NEGATIONS):
        return ""
    tokens, norms = analysis.tagged.tokens, analysis.tagged.norms
    low = next((n for n, token in enumerate(tokens) if token.start >= span.span.start), -1)
    if low < 0 or span.ranked.sentence.cells:
        return ""
    start = next((n + 1 for n in range(low - 1, -1, -1) if norms[n] in _PARTING), 0)
    end = next((n for n in range(low, len(norms)) if norms[n] in _PARTING), len(norms))
    clause = norms[start:end]
    if not _LIMITING.isdisjoint(clause):
        return ""
    for at, norm in enumerate(clause):
        denied = norm in NEGATIONS and not _DOING.isdisjoint(clause[max(0, at - 1) : at + 3])
        if norm in FORBIDS or norm in _DENYING_ALONE or denied:
            return f'it is "{norm}" then' if question.asks == "when" else f'it is "{norm}"'
    return ""
