"""Of two figures that each tell behind them what they are for, the one that is asked about: "two
years from the date of purchase *on the machine*, and twelve months *on the pan*".
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import analyse_text
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.results import Answer

__all__ = ["with_its_own_figure"]

_SURE = 0.6
_BOTH = 2
_LINKS = frozenset(("on", "for"))
_BETWEEN = frozenset("the a an our your each every".split())
_APART = frozenset("non not no without except".split())
_NAMING = frozenset(("noun", "name", "focus"))
_PARTING = frozenset((";", ":", "."))


def with_its_own_figure(asking: Asking, answer: Answer) -> Answer:
    """Return that of two figures of a sentence behind which "on the ..." tells what is asked about,
    where the answer is the other; elsewhere the answer as it is."""
    found = asking.found(answer)
    span = answer.answer_span
    if found is None or span is None or answer.kind != "answer" or found.sentence.cells:
        return answer
    if not _APART.isdisjoint(token.norm for token in asking.question.tokens):
        return answer
    figures = _figures(found, answer)
    if len(figures) != _BOTH:
        return answer
    (first, first_end), (second, second_end) = figures
    tokens = found.tokens
    end = next(
        (n for n in range(second_end, len(tokens)) if tokens[n].norm in _PARTING), len(tokens)
    )
    behind_first = _linked(asking.question, found, first_end, second)
    behind_second = _linked(asking.question, found, second_end, end)
    if not (_is_linked(found, first_end, second) and _is_linked(found, second_end, end)):
        return answer
    if behind_first == behind_second:
        return answer
    low, high = (first, first_end) if behind_first else (second, second_end)
    place = tokens[low].start, tokens[high - 1].end
    if place[0] <= span[0] < place[1]:
        return answer
    text = found.sentence.text[slice(*place)]
    return told_by(answer, found.sentence, text, max(_SURE, answer.confidence), place)


def _figures(found: RankedSentence, answer: Answer) -> list[tuple[int, int]]:
    """Return the tokens (end excluded) of the figures of the kind of an answer in its sentence."""
    typed = analyse_text(found.sentence.text).typed
    start, end = answer.answer_span or (0, 0)
    own = next(
        (
            one.type
            for one in typed
            if found.tokens[one.start].start == start and found.tokens[one.end - 1].end == end
        ),
        "",
    )
    spans = {(one.start, one.end) for one in typed if own and is_a(one.type, own)}
    whole = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    return sorted(whole)


def _is_linked(found: RankedSentence, low: int, high: int) -> bool:
    """Return whether some tokens have a preposition that may tell what a figure is for."""
    return any(found.tokens[n].norm in _LINKS for n in range(low, high))


def _linked(question: Question, found: RankedSentence, low: int, high: int) -> bool:
    """Return whether a noun of the question stands right behind a preposition among some tokens."""
    forms = {
        form.term
        for term in question.terms
        if term.role in _NAMING
        for form in term.expansions
        if form.how in BY_FORM
    }
    for at in range(low, high):
        if found.tokens[at].stem not in forms:
            continue
        before = at - 1
        while before > low and found.tokens[before].norm in _BETWEEN:
            before -= 1
        if before >= low and found.tokens[before].norm in _LINKS:
            return True
    return False
