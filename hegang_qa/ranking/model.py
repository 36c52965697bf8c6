"""A sentence held against a question."""

from collections.abc import Mapping
from typing import NamedTuple

from hegang_qa.question.model import ExpansionKind
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import Token

__all__ = ["BY_FORM", "BY_MEANING", "RankedSentence", "TermMatch"]

BY_FORM: frozenset[ExpansionKind] = frozenset(("same", "stem", "spelling"))
"""The ways of a match by the word itself."""

BY_MEANING: frozenset[ExpansionKind] = frozenset(
    ("synonym", "related", "near", "compound", "kindred")
)
"""The ways of a match by another word of about the same meaning."""


class TermMatch(NamedTuple):
    """The word of the sentence that accounts for a word of the question.

    `term` indexes `Question.terms`, `token` the tokens of the sentence; `weight` is 0..1.
    """

    term: int
    token: int
    how: ExpansionKind
    weight: float


class RankedSentence(NamedTuple):
    """A candidate sentence with all that was found out about it.

    `matches` are at most one per question term, in the order of the question. `context` are the
    question terms (indexes) that the heading, title, lead, a neighbouring sentence or the document
    as a whole accounts for, `about` those of them that the document is about. `features` are the
    numbers that `score` (a log-odds, absolute) was made of, by name. `tells_from` is where in its
    text (code points) it tells what the thing is or does under whose name it stands, -1 where
    nothing such is asked or it stands elsewhere.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    matches: tuple[TermMatch, ...]
    context: tuple[int, ...]
    about: tuple[int, ...]
    features: Mapping[str, float]
    score: float
    tells_from: int = -1
