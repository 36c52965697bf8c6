"""What a sentence says to a yes-or-no question."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["LIMITED", "STRANGE", "UNSAID", "Verdict"]

STRANGE = 0.15
"""How sure what is said of another subject, or of another deed, is at most."""

LIMITED = "it is limited to something else"
UNSAID = 'it does not say "{}"'
"""Reasons that several kinds of evidence give."""


class Verdict(NamedTuple):
    """What a sentence says to a yes-or-no question; None where it says neither. `reason` tells
    why in a few words, `support` (0..1) how much of the question it accounts for, `outright`
    whether the sentence itself begins with "Yes" or "No", and `settled` that it speaks of what is
    asked about, whether or not it says either, so that no other sentence need be asked; `strange`
    that it speaks of something else, so that others go first; `reckoned` that it is the outcome of
    figures, hours, days, ages, or of who did it to whom, at which a reader is bad."""

    text: Literal["Yes", "No"] | None
    reason: str
    support: float
    outright: bool = False
    settled: bool = False
    strange: bool = False
    reckoned: bool = False
