"""What the finders read and what they give."""

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.text.tokens import Token

__all__ = ["Found", "Tagged"]


class Found(NamedTuple):
    """A typed span in tokens, the end excluded, with its normal form.

    `joint` is the token that parts the two ends of a range ("10 *to* 15 cm"), the last two of
    several days ("Mondays *and* Fridays"), or the days from their time ("Mondays *at* nine"); -1
    where there is none.
    """

    start: int
    end: int
    type: str
    value: str
    joint: int = -1


class Tagged(NamedTuple):
    """A sentence as the finders read it: one letter of `tags` for each token, one norm for each."""

    text: str
    tokens: Sequence[Token]
    tags: str
    norms: tuple[str, ...]

    def glued(self, position: int) -> bool:
        """Return whether no space stands before the token at `position`."""
        tokens = self.tokens
        if not 0 < position < len(tokens):
            return False
        return tokens[position - 1].end == tokens[position].start
