"""What `Answer.explanation` is made of; see `hegang_qa.results`."""

from __future__ import annotations

from dataclasses import dataclass

from hegang_qa.plain_data import PlainData

__all__ = ["Contribution", "Explanation", "WordMatch"]


@dataclass(frozen=True, slots=True)
class WordMatch(PlainData):
    """One word of the question and the word of the sentence that accounts for it.

    `how` is "same", "stem", "spelling", "synonym", "related", "near", "compound", "kindred",
    "context" (the heading or a neighbouring sentence has it) or "missing"; in these two `found`
    is None. `weight` is the share of the question's weight that rests on this word, 0..1.
    """

    asked: str
    found: str | None
    how: str
    weight: float


@dataclass(frozen=True, slots=True)
class Contribution(PlainData):
    """What one part added to (or took from) a score, in words."""

    part: str
    value: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Explanation(PlainData):
    """Why the answer came out as it did: made only on request.

    `asked` is the question as understood (spelling mended). `words` pairs question words with
    words of the winning sentence, `contributions` are what each part added to its score, largest
    first, and `runner_up` says in one line why the next best lost.
    """

    asked: str
    rule: str
    words: tuple[WordMatch, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    runner_up: str | None = None
    notes: tuple[str, ...] = ()
