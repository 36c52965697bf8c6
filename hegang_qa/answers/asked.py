"""Sentences that ask, and so do not answer: "When is the plumber coming?", and in a conversation
written down, where few type the mark, "[09:41] Callum: who ate my lasagne"."""

from __future__ import annotations

from hegang_qa.documents.patterns import lazy
from hegang_qa.sentences.model import Sentence

__all__ = ["asks_itself"]

_ASKING_LINE = lazy(
    r"(?:\[[^\]\n]{4,25}\] ?|[\d/.:\-, ]{4,20}(?:[ap]m)?[ \-–]+)?<?[A-Z][\w.' ]{0,30}>?: +"
    r"(?i:who|whom|whose|what|when|where|why|which|how)(?:'s)? [^,.!:\n]{3,80}$"
)


def asks_itself(sentence: Sentence) -> bool:
    """Return whether a sentence is a question, and no row of a table."""
    text = sentence.text
    if text.endswith(("?", "？")):
        return not sentence.cells
    return sentence.kind != "row" and ": " in text and _ASKING_LINE.match(text) is not None
