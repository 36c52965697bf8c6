"""The one place where an answer is given or refused."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from hegang_qa.answers.accounts import Account, account
from hegang_qa.answers.bounds import (
    with_its_article,
    with_its_bound,
    with_its_denial,
    with_its_letters,
    with_its_marks,
    without_half_brackets,
    without_its_date,
)
from hegang_qa.answers.choices import Choice
from hegang_qa.answers.confidence import (
    DEFAULT_THRESHOLD,
    Judge,
    capped,
    confidence,
)
from hegang_qa.answers.directness import called_otherwise, is_stated
from hegang_qa.answers.headed import headed_first
from hegang_qa.answers.measures import is_capped
from hegang_qa.answers.model import ScoredSpan, as_said, in_one_line
from hegang_qa.answers.newest import greatest_first, newest_first
from hegang_qa.answers.support import (
    conflicts_of,
    matched_spans,
    same_value,
    source_of,
    support_of,
)
from hegang_qa.answers.tables.cells import read_row
from hegang_qa.answers.tables.rows import of_another_row
from hegang_qa.answers.weighing import is_unmistakable, weigh_sentences, with_the_rest_out
from hegang_qa.question.model import Question
from hegang_qa.question.symbols import symbol_asked_for
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Answer, Intent, Source
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import NEGATIONS

if TYPE_CHECKING:
    from hegang_qa.results import Explanation
    from hegang_qa.sentences.model import Sentence
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["decide", "settle"]

# What an answer counts, in the order of all, that is capped for what is unaccounted for.
_CAPPED = 0.5

# How much of the log-odds of its sentence, and of the log-probability of its words, counts where
# answers are about as sure.
_BY_SENTENCE = 0.3
_BY_WORDS = 0.4

# How far a sentence without a span stands behind those with one, in log-odds.
_WITHOUT_SPAN = 5.0

# How sure a sentence is that holds all words of what one wants to be told about.
_ABOUT = 0.6


def decide(
    question: Question,
    ranked: Sequence[RankedSentence],
    spans: Sequence[ScoredSpan],
    *,
    lexicon: Lexicon | None = None,
    top: int = 3,
    min_confidence: float | None = None,
    explain: bool = False,
    judge: Judge = confidence,
    in_order: bool = False,
) -> Answer:
    """Return the answer, or a refusal with its reason and the nearest sentence.

    `ranked` and `spans` are best first. `top` bounds the answer and its alternatives together;
    `min_confidence` (0..1) moves the threshold below which no answer is given. `judge` tells how
    sure an answer is. Answers are put in order by that; with `in_order` by the scores that their
    spans have, as those that a reader has chosen are.
    """
    if question.match is not None and question.match.reply is not None:
        return _chat(question, explain=explain)
    if question.answer_type == "yes-no":
        # Only such questions want all that this imports.
        from hegang_qa.answers.judging import judged

        choices = judged(question, ranked, lexicon)
    else:
        choices = _choices(question, ranked, spans, lexicon, judge, in_order=in_order)
    return settle(question, choices, spans, top=top, min_confidence=min_confidence, explain=explain)


def settle(
    question: Question,
    choices: Sequence[Choice],
    spans: Sequence[ScoredSpan],
    *,
    top: int = 3,
    min_confidence: float | None = None,
    explain: bool = False,
) -> Answer:
    """Return the first of some choices as the answer, the next as its alternatives, or a refusal;
    see `decide`."""
    if not choices:
        return Answer(
            kind="no-answer",
            text=None,
            asked=question.text,
            intent=_intent(question),
            answer_type=question.answer_type,
            reason=_nothing_found(question),
            explanation=_explained(question, None) if explain else None,
        )
    best = choices[0]
    threshold = DEFAULT_THRESHOLD if min_confidence is None else min_confidence
    answered = best.confidence >= threshold
    if question.answer_type == "difference" and answered:
        from hegang_qa.answers.told_apart import sides_of, tells_apart

        # Words of a sentence that only names both things do not tell them apart.
        sides, found = sides_of(question), best.ranked
        answered = sides is None or tells_apart(sides, found.sentence, found.tokens)
    # No word of "what does % mean" tells which sentence is of that.
    answered = answered and symbol_asked_for(question.text) in best.ranked.sentence.text
    given = _answer(question, best, spans) if answered else _refusal(question, best)
    others = (
        tuple(_answer(question, choice, spans) for choice in choices[1:top]) if answered else ()
    )
    second = choices[1].ranked if len(choices) > 1 else None
    explanation = _explained(question, best, second) if explain else None
    from dataclasses import replace

    return replace(given, alternatives=others, explanation=explanation)


def _explained(
    question: Question, best: Choice | None, second: RankedSentence | None = None
) -> Explanation:
    from hegang_qa.answers.explanation import explain_answer

    if best is None:
        return explain_answer(question, None)
    return explain_answer(question, best.ranked, best.span, second, best.reason)


def _choices(
    question: Question,
    ranked: Sequence[RankedSentence],
    spans: Sequence[ScoredSpan],
    lexicon: Lexicon | None,
    judge: Judge,
    *,
    in_order: bool,
) -> list[Choice]:
    """Return the best sentences, each with its best span, surest first, or in the order of the
    spans' scores."""
    choices = []
    weighed = weigh_sentences(question, ranked, spans, lexicon)
    if not in_order:
        weighed = with_the_rest_out(question, weighed)
    for sentence, own, best, told in weighed:
        sure = judge(question, sentence, best, told, own)
        read = read_row(question, sentence, best, told, sure)
        best, words = read.span, read.words
        other = of_another_row(question, sentence, told, ranked)
        if other:
            told, sure = told._replace(other=other), capped(read.sure)
        else:
            told, sure = read.told, read.sure
        if question.answer_type == "description" and not question.asks and not read.is_sure:
            # "Tell me about ..." asks for no words rather than others, unless the sentence calls
            # the thing otherwise.
            best, told = (
                called_otherwise(question, sentence, lexicon),
                account(question, sentence, None, lexicon),
            )
            sure = _ABOUT * (1.0 - told.share - told.context - told.loose / 2)
        choices.append(Choice(sentence, best, told, sure, words))
    choices = _as_scored(choices) if in_order else _surest_first(question, choices)
    choices = greatest_first(question, newest_first(question, choices))
    stated = _stated_first(question, choices, spans, lexicon)
    return headed_first(question, stated, lexicon)


def _surest_first(question: Question, choices: Sequence[Choice]) -> list[Choice]:
    """Return the choices, surest first, none below the default threshold before one above it."""
    # What is about something else goes behind what is as sure and is not.
    behind = _CAPPED if is_unmistakable(question.answer_type) else 1.0
    return sorted(
        choices,
        key=lambda c: (
            c.confidence < DEFAULT_THRESHOLD,
            -_likelier(c.confidence * (behind if is_capped(c.told) else 1.0), c),
        ),
    )


def _as_scored(choices: Sequence[Choice]) -> list[Choice]:
    """Return the choices by the scores of their spans; what is about something else gives way to
    what is surer and is not."""
    ordered = sorted(
        choices, key=lambda c: -(c.span.score if c.span else c.ranked.score - _WITHOUT_SPAN)
    )
    if ordered and ordered[0].told.other:
        least = ordered[0].confidence
        ordered.sort(key=lambda c: c.told.other != "" or c.confidence <= least)
    return ordered


def _likelier(sure: float, choice: Choice) -> float:
    """Return the log-odds by which answers are put in order: those of how sure one is, and what
    settles between some that are about as sure: how likely its sentence is, and its words."""
    words = choice.span.score if choice.span is not None else 0.0
    # Sentences that say what a thing is all do so.
    sentence = 0.0 if choice.ranked.features["defines"] else choice.ranked.score
    sure = min(max(sure, 1e-9), 1 - 1e-9)
    return log(sure / (1.0 - sure)) + _BY_SENTENCE * sentence + _BY_WORDS * words


def _stated_first(
    question: Question,
    choices: list[Choice],
    spans: Sequence[ScoredSpan],
    lexicon: Lexicon | None,
) -> list[Choice]:
    """Put first, of the sentences that give the best answer and account for as much, one that
    states it of what is asked about, where the best one does not."""
    if not choices or choices[0].span is None:
        return choices
    best, found = choices[0], choices[0].span
    if best.told.missing or is_stated(question, best.ranked, found, lexicon):
        return choices
    for choice in sorted(choices[1:], key=lambda choice: choice.ranked.sentence.id):
        own = next(
            (s for s in spans if s.ranked is choice.ranked and _says_as_much(question, s, found)),
            None,
        )
        if own is None or not is_stated(question, choice.ranked, own, lexicon):
            continue
        told = account(question, choice.ranked, own, lexicon)
        if not told.missing and told.context <= best.told.context and told.loose <= best.told.loose:
            stated = choice._replace(span=own, told=told, confidence=best.confidence)
            return [stated, *(other for other in choices if other is not choice)]
    return choices


def _says_as_much(question: Question, span: ScoredSpan, found: ScoredSpan) -> bool:
    """Return whether a span gives the same answer, but for words that the question has itself (what
    province it is in: "Kent", "Kent province")."""
    if same_value(span, found):
        return True
    asked = {token.stem for token in question.tokens}
    own, other = (
        [t.stem for t in tokenize(one.text) if t.stem not in asked] for one in (span, found)
    )
    return own == other != []


def _answer(question: Question, choice: Choice, spans: Sequence[ScoredSpan]) -> Answer:
    ranked, span = choice.ranked, choice.span
    text = ranked.sentence.text
    place = None if span is None else with_its_bound(span)
    if place is not None:
        if span is not None and all(token.norm not in NEGATIONS for token in question.tokens):
            place = with_its_denial(span, place)
        place = with_its_letters(text, without_half_brackets(text, place))
        place = with_its_marks(text, without_its_date(question.answer_type, text, place))
        place = with_its_article(text, place)
    return Answer(
        kind="answer",
        text=choice.verdict or _told(ranked.sentence, place),
        asked=question.text,
        sentence=ranked.sentence.text,
        source=source_of(ranked),
        confidence=round(choice.confidence, 4),
        intent=_intent(question),
        answer_type=question.answer_type,
        answer_span=place,
        matched=matched_spans(ranked),
        heading=ranked.sentence.heading or None,
        missing=_words(question, choice.told),
        support=() if span is None else support_of(span, spans),
        conflicts=() if span is None else conflicts_of(span, spans),
    )


def _told(sentence: Sentence, place: tuple[int, int] | None) -> str:
    """Return what an answer says; in a line of code all signs are its own."""
    if sentence.kind == "code":
        return in_one_line(sentence.text if place is None else sentence.text[slice(*place)])
    return as_said(sentence.text, place)


def _refusal(question: Question, choice: Choice) -> Answer:
    ranked = choice.ranked
    return Answer(
        kind="no-answer",
        text=None,
        asked=question.text,
        sentence=ranked.sentence.text,
        source=source_of(ranked),
        confidence=round(choice.confidence, 4),
        intent=_intent(question),
        answer_type=question.answer_type,
        reason=_reason(question, choice),
        matched=matched_spans(ranked),
        heading=ranked.sentence.heading or None,
        missing=_words(question, choice.told),
    )


def _reason(question: Question, choice: Choice) -> str:
    if choice.told.other:
        return f"the best sentence is about something else: {choice.told.other}"
    words = _words(question, choice.told)
    if words:
        quoted = ", ".join(f'"{word}"' for word in words[:4])
        return f"nothing near the best sentence accounts for {quoted}"
    if question.answer_type == "yes-no":
        return "no sentence settles that surely enough"
    if choice.span is None:
        return f"the best sentence holds no {question.answer_type} that could be the answer"
    return "no sentence answers this surely enough"


def _nothing_found(question: Question) -> str:
    if not question.terms:
        return "the question has no word to look for"
    match = question.match
    if match is not None and (match.evidence or match.evidence_slots):
        return f"no sentence holds the evidence that the rule '{match.rule}' asks for"
    return "no sentence holds any word of the question"


def _words(question: Question, told: Account) -> tuple[str, ...]:
    """Return the question's words that nothing accounts for, as they were asked."""
    return tuple(question.tokens[question.terms[number].token].text for number in told.missing)


def _intent(question: Question) -> Intent | None:
    match = question.match
    if match is None:
        return None
    return Intent(
        id=match.rule,
        match=match.how,
        template=match.template,
        slots={name: slot.text for name, slot in match.slots.items()},
        language=match.language,
        path=match.path,
        line=match.line,
        score=match.score,
        overrides=match.overrides,
    )


def _chat(question: Question, *, explain: bool) -> Answer:
    """Return a rule's own reply, with the rule's place as its source; the program's own small
    talk has none."""
    match = question.match
    assert match is not None
    explanation = None
    if explain:
        from hegang_qa.explanations import Explanation

        explanation = Explanation(asked=question.text, rule=match.rule)
    return Answer(
        kind="chat",
        text=match.reply,
        asked=question.text,
        source=None if match.shipped else Source(match.path, match.line, 1, 0, 0),
        confidence=round(match.score, 4),
        intent=_intent(question),
        answer_type="chat",
        explanation=explanation,
    )
