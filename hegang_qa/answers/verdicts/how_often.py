"""How often or how much of the whole, held against a word that asks for it: "more than once" by
"twice", "do most people" by "16 percent"."""

from __future__ import annotations

from typing import Literal

from hegang_qa.answers.verdicts.holding import NEAR
from hegang_qa.answers.verdicts.model import Verdict
from hegang_qa.answers.verdicts.rulings import RULED
from hegang_qa.answers.verdicts.thresholds import value_of
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["by_part", "by_times"]

_ONCE, _OFTEN = frozenset(("once",)), frozenset("twice thrice repeatedly times".split())
_PERCENT = (["percent"], ["%"], ["per", "cent"])
_MOST, _LEAST = frozenset(("most", "majority")), frozenset(("few", "minority"))
_HALF = 50.0


def by_times(question: Question, ranked: RankedSentence, support: float) -> Verdict | None:
    """Return what "once" or "twice" says to "more than once"; None for anything else. `support`
    (0..1) is what the sentence holds of the question."""
    norms = [token.norm for token in question.tokens]
    if not any(norms[n : n + 3] == ["more", "than", "once"] for n in range(len(norms))):
        return None
    said = {token.norm for token in ranked.tokens}
    once, often = said & _ONCE, said & _OFTEN
    if support < NEAR or bool(once) == bool(often):
        return None
    text: Literal["Yes", "No"] = "Yes" if often else "No"
    return Verdict(text, f'"{min(often or once)}"', RULED, settled=True, reckoned=True)


def by_part(question: Question, ranked: RankedSentence, support: float) -> Verdict | None:
    """Return what the only percentage of a sentence says to a question for "most" or "few"; None
    for anything else. `support` as above."""
    norms = [token.norm for token in question.tokens[:3]]
    most, few = not _MOST.isdisjoint(norms), not _LEAST.isdisjoint(norms)
    said = [token.norm for token in ranked.tokens]
    shares = [
        value
        for at, token in enumerate(ranked.tokens)
        if (value := value_of(token)) is not None
        and any(said[at + 1 : at + 1 + len(words)] == words for words in _PERCENT)
    ]
    if support < NEAR or most is few or len(shares) != 1 or ranked.sentence.cells:
        return None
    over = shares[0] > _HALF
    text: Literal["Yes", "No"] = "Yes" if over is most else "No"
    return Verdict(text, f"{shares[0]:g} percent", RULED, settled=True, reckoned=True)
