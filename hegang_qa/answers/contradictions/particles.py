"""What goes the other way: the scaffolding that goes *up* is not taken *down* then, and gates that
open are not closed.
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import Token
from hegang_qa.text.words import WAYS

__all__ = ["behind_another_preposition", "goes_the_other_way"]

# On and off are told by `question.phrasings.turned_round`.
_OPPOSITE = {"up": "down", "down": "up"}
# Verbs of moving or making that take a particle.
_MOVING = frozenset(
    "go goes went gone going come comes came coming put puts putting take takes took taken taking "
    "turn turns turned bring brings brought move moves moved get gets got set sets pull pulls "
    "pulled let lets".split()
)
# What such verbs mean together with a particle.
_MEANS = {
    word: particle
    for particle, words in (
        ("up", "erect erected erecting build built install installed assemble assembled"),
        ("down", "remove removed removing dismantle dismantled dismantling demolish demolished"),
    )
    for word in words.split()
}
_BEHIND = frozenset("by on in at from until before after when during for".split())
_FAR = 4  # tokens of what stands between a verb and its particle


def goes_the_other_way(question: Question, ranked: RankedSentence) -> str:
    """Return in words that a sentence has a verb with the opposite particle of the question's, and
    none with the same; "" elsewhere."""
    if question.asks not in ("when", "what time", "at what", "how", "who", "what"):
        return ""
    asked = _particle(question.tokens, _FAR, final=True)
    if not asked or ranked.sentence.cells:
        return ""
    told = _particle(ranked.tokens, 1, final=False)
    if told != _OPPOSITE[asked]:
        return ""
    norms = [token.norm for token in ranked.tokens]
    return "" if asked in norms else f'it goes "{told}"'


def behind_another_preposition(question: Question, ranked: RankedSentence, span: ScoredSpan) -> str:
    """Return in words that an answer stands behind another preposition of a way than the one that a
    question ends with ("which river does it flow *into*": "*through* the gorge"), "" elsewhere."""
    asked = [token.norm for token in question.tokens if token.kind == "word"][-1:]
    if not asked or asked[0] not in WAYS or ranked.sentence.cells:
        return ""
    before = [token.norm for token in ranked.tokens if token.end <= span.span.start]
    if before[-1:] == ["the"]:
        before.pop()
    told = before[-1] if before else ""
    return f'it is "{told}" that' if told in WAYS and told != asked[0] else ""


def _particle(tokens: Sequence[Token], far: int, *, final: bool) -> str:
    """Return the particle of a verb of moving, at most so `far` behind it, "" for none; verbs that
    mean one ("remove": down) count with `final`."""
    norms = [token.norm for token in tokens]
    for at, norm in enumerate(norms):
        if final and norm in _MEANS:
            return _MEANS[norm]
        if norm not in _MOVING:
            continue
        for n in range(at + 1, min(len(norms), at + 1 + far)):
            behind = norms[n + 1 : n + 2]
            alone = not behind or tokens[n + 1].kind in ("mark", "number") or behind[0] in _BEHIND
            if norms[n] in _OPPOSITE and (alone or n == at + 1):
                return norms[n]
    return ""
