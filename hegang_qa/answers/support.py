"""Sentences that give the same answer, and sentences that contradict it."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answer_types import is_a
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Evidence, Source
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import fold

__all__ = [
    "conflicts_of",
    "evidence",
    "matched_spans",
    "place_of",
    "same_value",
    "source_of",
    "support_of",
]

# A sentence must speak to the question nearly as well as the best to support or contradict it.
_AS_GOOD = 1.5

# A word that only means about the same may speak of something else.
_SURELY = 0.75

# Kinds of answers of which there is only one: another value contradicts.
_SINGLE = ("date", "number", "time", "money", "percentage")


def place_of(sentence: Sentence) -> Source:
    """Return where a sentence stands."""
    return Source(sentence.path, sentence.line, sentence.column, sentence.start, sentence.end)


def source_of(ranked: RankedSentence) -> Source:
    """Return where a sentence stands that was found."""
    return place_of(ranked.sentence)


def matched_spans(ranked: RankedSentence) -> tuple[tuple[int, int], ...]:
    """Return the spans of the sentence that account for words of the question, in order."""
    tokens = ranked.tokens
    return tuple(sorted({(tokens[m.token].start, tokens[m.token].end) for m in ranked.matches}))


def evidence(ranked: RankedSentence, span: ScoredSpan | None) -> Evidence:
    """Return a sentence, with its answer if there is one, as the caller sees it."""
    return Evidence(
        sentence=ranked.sentence.text,
        source=source_of(ranked),
        score=ranked.score,
        answer=None if span is None else span.text,
        answer_span=None if span is None else (span.span.start, span.span.end),
        matched=matched_spans(ranked),
        heading=ranked.sentence.heading or None,
    )


def _value(span: ScoredSpan) -> str:
    return fold(span.span.value or span.text)


def same_value(one: ScoredSpan, other: ScoredSpan) -> bool:
    """Return whether two answers are the same, however they are written."""
    return _value(one) == _value(other)


def support_of(best: ScoredSpan, spans: Sequence[ScoredSpan]) -> tuple[Evidence, ...]:
    """Return the best sentence and all others whose answer has the same value, best first."""
    value = _value(best)
    seen = {best.ranked.sentence.id}
    found = [evidence(best.ranked, best)]
    for span in spans:
        identity = span.ranked.sentence.id
        if identity not in seen and _value(span) == value and span.score > best.score - 3.0:
            seen.add(identity)
            found.append(evidence(span.ranked, span))
    return tuple(found)


def conflicts_of(best: ScoredSpan, spans: Sequence[ScoredSpan]) -> tuple[Evidence, ...]:
    """Return sentences of other documents that answer the same words with another value."""
    kind = best.span.type
    if not any(is_a(kind, single) for single in _SINGLE):
        return ()
    value = _value(best)
    asked = {match.term for match in best.ranked.matches}
    seen = {best.ranked.sentence.document}
    found = []
    for span in spans:
        sentence = span.ranked.sentence
        if sentence.document in seen or span.score < best.score - _AS_GOOD:
            continue
        same_kind = is_a(span.span.type, kind) or is_a(kind, span.span.type)
        # A figure without a unit and a measure do not contradict each other.
        same_kind = same_kind and (is_a(kind, "quantity") == is_a(span.span.type, "quantity"))
        told = {match.term for match in span.ranked.matches if match.weight >= _SURELY}
        if same_kind and asked <= told:
            seen.add(sentence.document)
            if _value(span) != value:
                found.append(evidence(span.ranked, span))
    return tuple(found)
