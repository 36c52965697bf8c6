"""Which words of the question nothing near an answer accounts for.

The documents do not answer a question about one thing with a sentence about another: a name, a
number or a noun of the question that neither the sentence, nor what stands around it, nor the
answer itself accounts for is a reason to refuse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answer_types import is_a
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.question.words import LIGHT_WORDS
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import stem

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Account", "account"]

# A match worth less than this accounts for a word only in part.
_HALF = 0.5


class Account(NamedTuple):
    """How much of the question an answer accounts for.

    `missing` are numbers of question terms that nothing accounts for, heaviest first. The other
    fields are shares (0..1) of the question's weight: missing names, numbers, nouns (adjectives
    with them) and verbs; `context` is the share that only the surroundings account for, `loose`
    the share that rests on words that are merely related.
    """

    missing: tuple[int, ...]
    names: float
    numbers: float
    nouns: float
    verbs: float
    context: float
    loose: float

    @property
    def share(self) -> float:
        """Return the whole missing share."""
        return self.names + self.numbers + self.nouns + self.verbs


def account(
    question: Question, ranked: RankedSentence, span: ScoredSpan | None, lexicon: Lexicon | None
) -> Account:
    """Return which words of the question the answer `span` in its sentence accounts for."""
    found = {match.term: match for match in ranked.matches}
    near = set(ranked.context)
    missing: list[int] = []
    shares = {"name": 0.0, "number": 0.0, "noun": 0.0, "verb": 0.0}
    context = loose = 0.0
    for number, term in enumerate(question.terms):
        match = found.get(number)
        if match is not None:
            if match.weight < _HALF:
                loose += term.share
            continue
        if number in near:
            context += term.share
            continue
        word = question.tokens[term.token].norm
        if word in LIGHT_WORDS:
            continue
        if term.role == "focus" and _describes(question, word, span, lexicon):
            continue
        missing.append(number)
        role = term.role if term.role in shares else "noun"
        shares[role] += term.share
    missing.sort(key=lambda number: (-question.terms[number].share, number))
    return Account(
        tuple(missing),
        shares["name"],
        shares["number"],
        shares["noun"],
        shares["verb"],
        context,
        loose,
    )


def _describes(
    question: Question, word: str, span: ScoredSpan | None, lexicon: Lexicon | None
) -> bool:
    """Return whether the answer is what the focus word names ("which river": a river)."""
    if span is None:
        return False
    wanted = question.answer_type
    if wanted not in ("phrase", "entity") and is_a(span.span.type, wanted):
        return True
    if lexicon is None:
        return False
    last = span.text.split()[-1:] or [""]
    return stem(last[0].lower()) == stem(word) or lexicon.is_a(last[0], word)
