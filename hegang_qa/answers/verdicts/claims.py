"""What is only claimed: "Myth: bats are blind", '"It only works in summer." Not true.', "it is
often said that the tower leans".
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.documents.patterns import lazy
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.sentences.model import Sentence

__all__ = ["denied_next", "is_claim"]

_CLAIM = lazy(
    r"\W*(?:myth|rumou?r|claim|misconception|legend|false)\s*:"
    r"|\W*(?:it is|it's) (?:often|sometimes|widely|commonly|still) "
    r"(?:said|believed|thought|claimed)"
    r"|\W*(?:some|many|most|a lot of) (?:people|of us)?\s?(?:say|believe|think|claim|assume)\b"
    r"|\W*people (?:often )?(?:say|believe|think|claim)\b"
    r"|\W*(?:legend|rumou?r|tradition) has it\b",
)
_QUOTED = lazy(r'\s*["“«][^"”»]*[.!]["”»]?\s*$')
_DENIED = lazy(
    r"\W*(?:not true|not so|not quite|false|wrong|untrue|nonsense|a myth|no[,.!]|fact\s*:"
    r"|(?:this|that|it) (?:is|was) (?:not (?:true|so|the case)|wrong|false|untrue|a myth)"
    r"|(?:it|they|this|that) (?:does|do|is|are|did|was|were)(?: not|n't)\b\s*[.,;])",
)


def is_claim(sentence: Sentence) -> bool:
    """Return whether a sentence says that others say something, and leaves open whether it is so:
    by its first words, or as it is all a quotation."""
    text = sentence.text.lower()
    return _CLAIM.match(text) is not None or _QUOTED.match(text) is not None


def denied_next(ranked: RankedSentence, others: Sequence[RankedSentence]) -> bool:
    """Return whether the sentence right behind a claim, if it is among `others`, denies it."""
    behind = (one for one in others if one.sentence.id == ranked.sentence.id + 1)
    after = next(behind, None)
    if after is None or after.sentence.document != ranked.sentence.document:
        return False
    return _DENIED.match(after.sentence.text.lower()) is not None
