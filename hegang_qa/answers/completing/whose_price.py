"""Whose price a paragraph tells where: "Standard membership is £30. Students pay £15. Schools can
get a group membership for £75" has one for whoever asks, one for students, and one for schools.
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import analyse_text
from hegang_qa.answers.candidates.finders.money import PAYING
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.question.model import Question, QuestionTerm
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import stem, tokenize

__all__ = ["with_whose_price"]

_SURE = 0.6
_REACH = 3  # sentences on either side, of one paragraph
_USUAL = frozenset("standard regular normal ordinary full basic general".split())
_PEOPLE = frozenset(
    map(
        stem,
        "student child senior pensioner adult member family school group club resident visitor "
        "guest teacher apprentice kid baby teenager parent disabled unemployed retired".split(),
    )
)


def with_whose_price(asking: Asking, answer: Answer) -> Answer:
    """Return the price that the paragraph tells for those whom a question names, or the usual one
    where it names nobody and the price that was found is one of some; elsewhere the answer as it
    is."""
    question = asking.question
    price = asking.found(answer)
    money = is_a(question.answer_type, "money") or question.asks == "how much"
    if price is None or not money or asking.least > _SURE or price.sentence.cells:
        return answer
    near = _paragraph(asking, price.sentence)
    whose = _whose(question)
    if whose is not None:
        if _forms(whose) & _stems(price.sentence):
            return answer
        held = [one for one in near if _forms(whose) & _stems(one)]
    else:
        held = _usual(question, price.sentence, near)
    found = [(one, span) for one in held if (span := _only_sum(one)) is not None]
    if len(found) != 1:
        return answer
    sentence, span = found[0]
    sure = max(_SURE, answer.confidence)
    return told_by(answer, sentence, sentence.text[slice(*span)], sure, span)


def _paragraph(asking: Asking, sentence: Sentence) -> list[Sentence]:
    near = asking.store.get(range(max(0, sentence.id - _REACH), sentence.id + _REACH + 1))
    return [
        one
        for one in near
        if (one.document, one.block) == (sentence.document, sentence.block) and one != sentence
    ]


def _whose(question: Question) -> QuestionTerm | None:
    """Return the people that a question tells of ("I'm a *student*", "for *students*")."""
    return next((t for t in question.terms if _forms(t) & _PEOPLE), None)


def _usual(question: Question, price: Sentence, near: list[Sentence]) -> list[Sentence]:
    """Return the sentences that tell the usual of what a question asks for, where the one that was
    found has a word before it that the question has not ("*group* membership")."""
    asked = {token.norm for token in question.tokens}
    nouns = {t.stem for t in question.terms if t.role in ("noun", "focus") and t.word not in PAYING}
    if not asked.isdisjoint(_USUAL) or not _before(price, nouns) - asked - _USUAL:
        return []
    return [one for one in near if _before(one, nouns) & _USUAL]


def _before(sentence: Sentence, nouns: set[str]) -> set[str]:
    """Return the words right before some nouns in a sentence."""
    tokens = tokenize(sentence.text)
    return {
        tokens[n - 1].norm
        for n, token in enumerate(tokens)
        if n and token.stem in nouns and tokens[n - 1].norm not in ("a", "an", "the", "our", "your")
    }


def _only_sum(sentence: Sentence) -> tuple[int, int] | None:
    """Return where the only sum of money of a sentence stands; None where there are others."""
    analysis = analyse_text(sentence.text)
    tokens = analysis.tagged.tokens
    found = {
        (tokens[one.start].start, tokens[one.end - 1].end)
        for one in analysis.typed
        if is_a(one.type, "money")
    }
    whole = [s for s in found if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in found)]
    return whole[0] if len(whole) == 1 else None


def _forms(term: QuestionTerm) -> set[str]:
    return {form.term for form in term.expansions if form.how in ("same", "stem", "spelling")}


def _stems(sentence: Sentence) -> set[str]:
    return {token.stem for token in tokenize(sentence.text)}
