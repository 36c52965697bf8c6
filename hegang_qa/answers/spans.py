"""Weigh the candidates of the best sentences as answers to a question."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answer_types import is_a
from hegang_qa.answers.analysis import Analysis, Candidate, WordKnowledge, analyse
from hegang_qa.answers.model import ScoredSpan, TypedSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["score_spans"]

_SENTENCES = 5
_KEPT = 30
_NUMERIC = (
    "number",
    "date",
    "time",
    "hours",
    "quantity",
    "money",
    "percentage",
    "ordinal",
    "phone",
    "code",
    "coordinates",
    "version",
    "email",
    "url",
)
_CLAUSAL = ("reason", "manner", "purpose", "effect", "description", "definition", "action")


def score_spans(
    question: Question, ranked: Sequence[RankedSentence], *, lexicon: WordKnowledge | None
) -> list[ScoredSpan]:
    """Return candidates of the best sentences with their scores (log-odds), best first."""
    scored: list[ScoredSpan] = []
    for sentence in ranked[:_SENTENCES]:
        analysis = analyse(sentence.sentence, sentence.tokens, lexicon)
        scored += _weigh(question, sentence, analysis)
    scored.sort(key=lambda span: (-span.score, span.ranked.sentence.id, span.span.start))
    return scored[:_KEPT]


def _weigh(question: Question, ranked: RankedSentence, analysis: Analysis) -> list[ScoredSpan]:
    wanted = question.answer_type
    tags = analysis.tagged.tags
    shares = {
        match.token: question.terms[match.term].share * match.weight for match in ranked.matches
    }
    scored = []
    tokens = ranked.tokens
    for candidate in analysis.candidates:
        start, end = candidate.start, candidate.end
        features = {"sentence": ranked.score, "type": _type_agreement(wanted, candidate, tags)}
        inside = sum(share for token, share in shares.items() if start <= token < end)
        features["question words inside"] = -4.0 * inside
        far = 0.0
        for token, share in shares.items():
            gap = start - token if token < start else token - end + 1
            if gap > 0:
                far += share * min(gap, 15) / 15
        features["distance"] = -2.5 * far
        features["length"] = -0.04 * (end - start)
        if tags[start] in "PVXMBCWR" and wanted not in _CLAUSAL:
            features["begins badly"] = -1.0
        if candidate.kind == "noun" and start and tags[start - 1] in "JNE#-":
            features["part of a phrase"] = -0.5
        if candidate.kind == "noun" and end < len(tags) and tags[end] in "NE-":
            features["part of a phrase"] = features.get("part of a phrase", 0.0) - 0.5
        span = TypedSpan(
            tokens[start].start,
            tokens[end - 1].end,
            candidate.type or "phrase",
            candidate.value or " ".join(analysis.tagged.norms[start:end]),
        )
        scored.append(ScoredSpan(ranked, span, sum(features.values()), features))
    return scored


def _type_agreement(wanted: str, candidate: Candidate, tags: str) -> float:
    kind = candidate.type
    if kind and (is_a(kind, wanted) and wanted != "phrase"):
        return 2.5
    if wanted in ("year", "decade", "century", "month") and kind and is_a(kind, "date"):
        return 1.5
    if any(is_a(wanted, numeric) for numeric in _NUMERIC):
        return -3.0 if not kind or not any(is_a(kind, n) for n in _NUMERIC) else -1.0
    if wanted in _CLAUSAL:
        return 0.0
    if kind and any(is_a(kind, numeric) for numeric in _NUMERIC):
        return -1.0
    if is_a(wanted, "entity") or is_a(wanted, "name"):
        names = "E" in tags[candidate.start : candidate.end]
        if wanted in ("person", "organisation", "place") or is_a(wanted, "place"):
            return 1.0 if names and candidate.kind in ("typed", "noun") else -0.5
        return 0.5 if candidate.kind in ("typed", "noun") else 0.0
    return 0.2 if candidate.kind in ("noun", "chain") else 0.0
