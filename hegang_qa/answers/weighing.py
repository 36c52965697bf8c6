"""The best sentences, each with its likeliest answer and with what that accounts for."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answer_types import agreement, is_a
from hegang_qa.answers.accounts import Account, account, standing
from hegang_qa.answers.asked import asks_itself
from hegang_qa.answers.candidates.agreement import is_sure
from hegang_qa.answers.candidates.analysis import analyse
from hegang_qa.answers.contradictions.otherwise import of_former_ones, said_of_another
from hegang_qa.answers.enumeration import whole_enumeration
from hegang_qa.answers.measures import is_capped
from hegang_qa.answers.model import CONSIDERED, ScoredSpan
from hegang_qa.answers.tables.cells import named_cell
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import PREPOSITIONS

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Weighed", "is_unmistakable", "weigh_sentences", "with_the_rest_out"]

# Spans of a sentence that are compared by what they account for.
_COMPARED = 4

_QUOTES = (('"', '"'), ("“", "”"), ("(", ")"))
_FIGURES = ("date", "number", "hours")

# The least probability that is left for sentences that are about what is asked.
_LEAST_LEFT = 0.05


def is_unmistakable(wanted: str) -> bool:
    """Return whether answers of a type look like nothing else: addresses, codes, versions."""
    return is_sure(wanted) and not any(is_a(wanted, kind) for kind in _FIGURES)


class Weighed(NamedTuple):
    """A sentence with all its spans, the best of them, and what that accounts for."""

    ranked: RankedSentence
    spans: Sequence[ScoredSpan]
    best: ScoredSpan | None
    told: Account


def weigh_sentences(
    question: Question,
    ranked: Sequence[RankedSentence],
    spans: Sequence[ScoredSpan],
    lexicon: Lexicon | None,
) -> list[Weighed]:
    """Return the best sentences with their spans, both in the order they come in (best first)."""
    held: dict[int, list[ScoredSpan]] = {}
    for span in spans:
        held.setdefault(span.ranked.sentence.id, []).append(span)
    # A question (the heading of its answer, mostly) asks, and does not answer.
    weighed = []
    for sentence in ranked[:CONSIDERED]:
        if asks_itself(sentence.sentence):
            continue
        own = held.get(sentence.sentence.id, [])
        own = [span for span in own if not of_former_ones(question, span)] or own
        own = _in_its_part(question, sentence, own)
        weighed.append(Weighed(sentence, own, *_best_span(question, sentence, own, lexicon)))
    return weighed


def with_the_rest_out(question: Question, weighed: Sequence[Weighed]) -> list[Weighed]:
    """Return the sentences with the scores of their spans (logarithms of probabilities that add up
    to one) as they are where sentences about other things are out: what is left is the likelier.

    Only where an answer is unmistakable by its form: of two telephone numbers that of whom one asks
    about. Elsewhere a sentence may well speak of a thing by another name.
    """
    if not is_unmistakable(question.answer_type):
        return list(weighed)
    out = sum(exp(span.score) for one in weighed if is_capped(one.told) for span in one.spans)
    if not out:
        return list(weighed)
    more = -log(max(1.0 - out, _LEAST_LEFT))
    return [
        one
        if is_capped(one.told)
        else one._replace(
            spans=[span._replace(score=span.score + more) for span in one.spans],
            best=one.best and one.best._replace(score=one.best.score + more),
        )
        for one in weighed
    ]


def _best_span(
    question: Question,
    sentence: RankedSentence,
    spans: Sequence[ScoredSpan],
    lexicon: Lexicon | None,
) -> tuple[ScoredSpan | None, Account]:
    """Return the likeliest span of a sentence, or one of the next that accounts for more of the
    question: a telephone number, where one is asked for, rather than whose it is."""
    best = whole_enumeration(question, spans[0], lexicon) if spans else None
    stands = standing(question, sentence, lexicon)
    told = account(question, sentence, best, lexicon, stands)
    if told.missing and not (best is not None and _is_under_its_head(question, best)):
        for other in spans[1:_COMPARED]:
            more = account(question, sentence, other, lexicon, stands)
            if more.share < told.share:
                best, told = other, more
    if best is None:
        return None, told
    best = _closed(_with_its_owner(best, lexicon))
    return best, told._replace(other=said_of_another(question, sentence, best, told, lexicon))


def _in_its_part(
    question: Question, ranked: RankedSentence, spans: list[ScoredSpan]
) -> list[ScoredSpan]:
    """Return the spans in the part of a sentence, between semicolons, that alone has the nouns and
    names of a question for a place, where it has any: "prams may stand in the hall; bicycles belong
    *in the yard*"."""
    text = ranked.sentence.text
    if len(spans) < 2 or ";" not in text or question.asks != "where":
        return spans
    parts = {
        text.count(";", 0, ranked.tokens[match.token].start)
        for match in ranked.matches
        if question.terms[match.term].role in ("noun", "name", "focus")
    }
    if len(parts) != 1:
        return spans
    kept = [
        span
        for span in spans
        if text.count(";", 0, span.span.start) in parts
        and (
            agreement(question.answer_type, span.span.type) == 1.0
            or span.text.partition(" ")[0] in PREPOSITIONS
        )
    ]
    return kept or spans


def _is_under_its_head(question: Question, span: ScoredSpan) -> bool:
    """Return whether a span is the whole cell of a row and under a head that the question names."""
    if not span.ranked.sentence.cells:
        return False
    number = named_cell(question, span.ranked)
    if number is None:
        return False
    cell = span.ranked.sentence.cells[number]
    return (cell.start, cell.end) == (span.span.start, span.span.end)


def _closed(span: ScoredSpan) -> ScoredSpan:
    """Return a span with the mark that ends a quotation which begins within it ("roughly "little
    hill*"*")."""
    text, start, end = span.ranked.sentence.text, span.span.start, span.span.end
    for opening, closing in _QUOTES:
        opened = text.count(opening, start, end)
        held = opened % 2 if opening == closing else opened > text.count(closing, start, end)
        if held and text[end : end + 1] == closing and text[start] != opening:
            return span._replace(span=span.span._replace(end=end + 1))
    return span


def _with_its_owner(span: ScoredSpan, lexicon: Lexicon | None) -> ScoredSpan:
    """Return a name with its "'s" where that is a part of it: where nothing follows that it could
    own ("the hospital is St Anne's in Millbrook")."""
    ranked, end = span.ranked, span.span.end
    if ranked.sentence.text[end : end + 2] not in ("'s", "’s"):
        return span
    tags = analyse(ranked.sentence, ranked.tokens, lexicon).tagged.tags
    at = next((n for n, token in enumerate(ranked.tokens) if token.start == end), -1)
    if at < 1 or tags[at - 1] != "E" or tags[at + 1 : at + 2] in tuple("NEJ#GKV"):
        return span
    return span._replace(span=span.span._replace(end=end + 2))
