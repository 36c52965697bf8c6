"""What a rule match tells the rest of the house."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

__all__ = ["RuleMatch", "Slot"]


class Slot(NamedTuple):
    """The words of the question that fill a slot: `text` is ``question[start:end]``."""

    text: str
    start: int
    end: int


class RuleMatch(NamedTuple):
    """Which rule reads the question, and how.

    `score` is 0..1: 1 for a strict match, the aligned share of weight for a loose one.
    `answer` is the answer type the rule names (an id of `hegang_qa.answer_types`; "" for chat),
    `reply` the text to say for small talk and fixed answers. `evidence` are the words one of
    which the source sentence must hold (in any inflection), `evidence_slots` the slots
    that it must account for. `unmatched` are words of the question that the rule left over.
    `threshold` is the rule's own least score for a loose match. `shipped` tells whether the rule
    came with the package; `overrides` is the path of the rule file that it replaces.
    """

    rule: str
    how: Literal["strict", "loose"]
    template: str
    score: float
    answer: str
    language: str = "en"
    slots: Mapping[str, Slot] = MappingProxyType({})
    reply: str | None = None
    evidence: tuple[str, ...] = ()
    evidence_slots: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    threshold: float | None = None
    path: str = ""
    line: int = 1
    overrides: str | None = None
    shipped: bool = False

    @property
    def is_own(self) -> bool:
        """Whether a rule of the user's own (one that is not shipped) reads it word for word."""
        return self.how == "strict" and not self.shipped
