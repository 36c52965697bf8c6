"""Weigh the candidates of the best sentences as answers to a question.

All candidates of the best sentences compete. The first stage of the learned model looks at each
of them, the second at the best few of those (see `hegang_qa.answers.features`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import nsmallest
from math import exp, log
from typing import NamedTuple

from hegang_qa.answers.analysis import Analysis, Candidate, WordKnowledge, analyse
from hegang_qa.answers.features import (
    END_CROSSES,
    INSIDE_CROSSES,
    PLACE_CROSSES,
    START_CROSSES,
    Grid,
    Place,
    end_values,
    grid,
    inside_value,
    place_values,
    second_values,
    start_values,
)
from hegang_qa.answers.frame import Frame, frame
from hegang_qa.answers.model import ScoredSpan, TypedSpan
from hegang_qa.answers.scoring import PARTS, Summing, span_model
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["BEST", "SENTENCES", "score_spans"]

SENTENCES = 5
"""How many of the best sentences are searched for the answer."""

BEST = 24
"""How many candidates come into the second stage."""

# A sentence that is so much less likely than the best (in log-odds) is hardly ever the one: of
# the training questions' answers two in a hundred stand in such sentences, and those are not found.
_FAR_BEHIND = 5.0


class _Held(NamedTuple):
    """A sentence held against the question."""

    ranked: RankedSentence
    analysis: Analysis
    grid: Grid


class _Entry(NamedTuple):
    """A candidate after the first stage, with the steps of weight of its parts."""

    held: _Held
    candidate: Candidate
    sentence: int
    start: int
    end: int
    whole: int
    column: int

    @property
    def steps(self) -> int:
        return self.sentence + self.start + self.end + self.whole + self.column


def score_spans(
    question: Question, ranked: Sequence[RankedSentence], *, lexicon: WordKnowledge | None
) -> list[ScoredSpan]:
    """Return the best candidates of the best sentences with their scores, best first.

    See `ScoredSpan` for what a score means. Every sentence that has a candidate has one here.
    """
    if not ranked:
        return []
    view = frame(question, lexicon)
    model = span_model()
    summing = model.summing(view)
    best: list[_Entry] = []
    for number, sentence in enumerate(ranked[:SENTENCES]):
        if ranked[0].score - sentence.score > _FAR_BEHIND:
            break
        analysis = analyse(sentence.sentence, sentence.tokens, lexicon)
        held = _Held(sentence, analysis, grid(view, sentence.tokens))
        place = Place(number, ranked[0].score - sentence.score, sentence.score)
        columns = None
        if sentence.sentence.cells:
            from hegang_qa.answers.columns import column_score

            columns = column_score(question, sentence, analysis)
        best += _first_stage(view, held, place, summing, columns)
    firsts = _cut(best)
    weights = model.weights
    scored = []
    for entry in firsts:
        parts = _second_stage(view, entry, summing, lexicon)
        features = {"sentence": entry.sentence * weights.first_step}
        features["its beginning"] = entry.start * weights.first_step
        features["its end"] = entry.end * weights.first_step
        features["type"] = entry.whole * weights.first_step
        if entry.column:
            features["column"] = entry.column * weights.first_step
        for name, steps in parts.items():
            features[name] = steps * weights.second_step
        scored.append((sum(features.values()), entry, features))
    return _log_probabilities(scored)


def _first_stage(
    view: Frame,
    held: _Held,
    place: Place,
    summing: Summing,
    columns: Callable[[Candidate], float] | None,
) -> list[_Entry]:
    """Return the best candidates of a sentence by the first stage, best first.

    `columns` tells of a table row what the column of a candidate speaks for it.
    """
    analysis, table = held.analysis, held.grid
    of_place = summing.first(place_values(table, place), PLACE_CROSSES)
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    entries = []
    for number, candidate in enumerate(analysis.candidates):
        start, end = candidate.start, candidate.end
        of_start = starts.get(start)
        if of_start is None:
            of_start = starts[start] = summing.first(
                start_values(view, analysis, table, start), START_CROSSES
            )
        of_end = ends.get(end)
        if of_end is None:
            of_end = ends[end] = summing.first(end_values(view, analysis, table, end), END_CROSSES)
        inside = inside_value(table, start, end)
        whole = summing.form(analysis.forms[number]) + summing.first((inside,), INSIDE_CROSSES)
        whole += summing.focus("T" + (candidate.type or candidate.kind))
        column = round(columns(candidate) / summing.first_step) if columns else 0
        total = of_start + of_end + whole + column
        entries.append((-total, number, of_start, of_end, whole, column))
    return [
        _Entry(held, analysis.candidates[number], of_place, of_start, of_end, whole, column)
        for _, number, of_start, of_end, whole, column in nsmallest(BEST, entries)
    ]


def _cut(entries: list[_Entry]) -> list[_Entry]:
    """Return the best entries, and of each sentence without one its best."""
    order = sorted(range(len(entries)), key=lambda at: (-entries[at].steps, at))
    kept = [entries[at] for at in order[:BEST]]
    seen = {id(entry.held) for entry in kept}
    for at in order[BEST:]:
        entry = entries[at]
        if id(entry.held) not in seen:
            seen.add(id(entry.held))
            kept.append(entry)
    return kept


def _second_stage(
    view: Frame, entry: _Entry, summing: Summing, lexicon: WordKnowledge | None
) -> dict[str, int]:
    """Return the steps of the second stage by what they are about."""
    held = entry.held
    values, pairs = second_values(view, held.analysis, held.grid, entry.candidate, lexicon)
    parts: dict[str, int] = {}
    for value in values:
        name = PARTS[value[0]]
        parts[name] = parts.get(name, 0) + summing.second(value)
    parts["pairs of words"] = sum(summing.pair(value, view.words) for value in pairs)
    return parts


def _log_probabilities(
    scored: Sequence[tuple[float, _Entry, dict[str, float]]],
) -> list[ScoredSpan]:
    """Return the spans with the logarithms of their probabilities, best first."""
    if not scored:
        return []
    top = max(score for score, _, _ in scored)
    total = top + log(sum(exp(score - top) for score, _, _ in scored))
    spans = []
    for score, entry, features in scored:
        spans.append(ScoredSpan(entry.held.ranked, _typed(entry), score - total, features))
    spans.sort(key=lambda span: (-span.score, span.ranked.sentence.id, span.span))
    return spans


def _typed(entry: _Entry) -> TypedSpan:
    candidate = entry.candidate
    start, end = candidate.start, candidate.end
    tokens = entry.held.ranked.tokens
    value = candidate.value or " ".join(entry.held.analysis.tagged.norms[start:end])
    return TypedSpan(tokens[start].start, tokens[end - 1].end, candidate.type or "phrase", value)
