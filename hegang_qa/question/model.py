"""A question, understood."""

from typing import Literal, NamedTuple

from hegang_qa.intents.model import RuleMatch
from hegang_qa.text.tokens import Token

__all__ = ["Expansion", "ExpansionKind", "Question", "QuestionTerm", "TermRole"]

ExpansionKind = Literal[
    "same", "stem", "spelling", "synonym", "related", "near", "compound", "kindred"
]
TermRole = Literal["name", "number", "focus", "noun", "verb", "other"]


class Expansion(NamedTuple):
    """A form under which a question word may stand in a document, with its worth 0..1."""

    term: str
    how: ExpansionKind
    weight: float


class QuestionTerm(NamedTuple):
    """A content word of the question.

    `token` indexes `Question.tokens`; `word` is its folded text, or what it was a misspelling of.
    `rarity` is its inverse document frequency in the
    collection; `share` the part of the question's whole weight that rests on it (all shares add
    up to 1). `expansions` begin with the word's own stem. `light` words say so little that they are
    not missed. `background` words stand in what is told before anything is asked ("*I'm a student*,
    how much is a ticket?").
    """

    token: int
    stem: str
    role: TermRole
    rarity: float
    share: float
    expansions: tuple[Expansion, ...]
    word: str
    light: bool = False
    background: bool = False


class Question(NamedTuple):
    """A question, understood.

    `text` is as asked; `corrected` has the spelling mended against the collection. `answer_type`
    is an id of `hegang_qa.answer_types`. `focus` is the head noun of what is asked for ("river"
    in "which river ..."): it describes the answer and need not stand in the sentence. `asks` is
    the question word or phrase ("when", "how long", "which", "is", ""), folded. `sentences` is
    how many there are to look for it in.
    """

    text: str
    corrected: str
    tokens: tuple[Token, ...]
    terms: tuple[QuestionTerm, ...]
    answer_type: str
    asks: str
    match: RuleMatch | None = None
    focus: str | None = None
    sentences: int = 0
