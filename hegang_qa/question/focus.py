"""What is asked for: the answer type, the question word, the head noun. (A first stub.)"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.intents.model import RuleMatch
from hegang_qa.text.tokens import Token

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Focus", "read_focus"]

_ASKING = frozenset("who whom whose what which when where why how".split())
_TYPE_OF = {"who": "person", "whom": "person", "whose": "person", "when": "date"}
_TYPE_OF |= {"where": "place", "why": "reason", "how": "manner"}


class Focus(NamedTuple):
    """What a question asks for: see `hegang_qa.question.model.Question`."""

    answer_type: str
    asks: str
    noun: str | None = None
    span: tuple[int, int] | None = None


def read_focus(
    text: str, tokens: tuple[Token, ...], *, match: RuleMatch | None, lexicon: Lexicon
) -> Focus:
    """Return what is asked for, by the rule that matched, else by the question word."""
    asks = next((token.norm for token in tokens if token.norm in _ASKING), "")
    kind = match.answer if match and match.answer else _TYPE_OF.get(asks, "phrase")
    return Focus(kind, asks)
