"""Weigh the candidates of the best sentences as answers to a question.

All candidates of the best sentences compete. The first stage of the learned model looks at each
of them, the second at the best few of those (see `hegang_qa.answers.span_model.features`), and the
third weighs anew what is left in front.
"""

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple, TypeAlias

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.agreement import Agreement, is_sure
from hegang_qa.answers.candidates.analysis import (
    Analysis,
    Candidate,
    WordKnowledge,
    analyse,
    with_stretches,
)
from hegang_qa.answers.hints.by_kind import Advice
from hegang_qa.answers.hints.collected import hints
from hegang_qa.answers.model import ScoredSpan, TypedSpan
from hegang_qa.answers.span_model.features import Grid, Place, grid, inside_value, place_values
from hegang_qa.answers.span_model.frame import Frame, frame
from hegang_qa.answers.span_model.scoring import ADVICE, Parts, Summing, span_model
from hegang_qa.answers.span_model.second_features import SecondLook
from hegang_qa.answers.span_model.third_stage import ThirdLook, score_all
from hegang_qa.answers.span_model.weights import SpanWeights
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["BEST", "LAST", "SENTENCES", "Scored", "score_spans", "third_rows", "third_stage"]

SENTENCES = 5
"""How many of the best sentences are searched for the answer."""

BEST = 12
"""How many candidates come into the second stage."""

LAST = 6
"""How many come into the third, besides the best of each sentence."""

_THIRD = "all in all"
"""The name of what the third stage adds."""

# A sentence that is so much less likely than the best (in log-odds) is hardly ever the one that
# answers: the second, and the others.
_FAR_BEHIND = (5.0, 3.0)

# How far behind the best beginning and end (in log-odds) a stretch without a type is given up.
_HOPELESS = 3.0

# How far behind the best after the first stage (in log-odds) a candidate is that the second stage
# does not bring to the front any more; so many are looked at in any case.
_TOO_FAR = 3.5
_LEAST = 5

# For a sentence without any figure or address of the wanted kind, where another has one.
_FORMLESS = -1.5


class _Held(NamedTuple):
    """A sentence held against the question. `advice` names and weighs what else is known; `told`
    are the stretches that it makes an answer, `by_form` whether any of them is more than the value
    of a label."""

    ranked: RankedSentence
    analysis: Analysis
    grid: Grid
    agreement: Agreement
    advice: str
    advise: Advice
    told: frozenset[tuple[int, int]]
    by_form: bool


class _Entry(NamedTuple):
    """A candidate after the first stage, with the steps of weight of its parts."""

    held: _Held
    candidate: Candidate
    sentence: int
    start: int
    end: int
    whole: int
    advice: int

    @property
    def steps(self) -> int:
        return self.sentence + self.start + self.end + self.whole + self.advice


Scored: TypeAlias = tuple[float, Parts, _Entry]
"""A candidate with its score (log-odds) and the parts of it."""


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
    near = [
        one
        for number, one in enumerate(ranked[:SENTENCES])
        if number == 0 or ranked[0].score - one.score <= _FAR_BEHIND[number > 1]
    ]
    held = [_hold(question, view, one, lexicon) for one in near]
    if is_sure(view.wanted) and view.asks != "how many":
        held = _without_form(view.wanted, held)
    best: list[_Entry] = []
    for number, one in enumerate(held):
        place = Place(number, ranked[0].score - one.ranked.score, one.ranked.score)
        best += _first_stage(view, one, place, summing)
    looks: dict[int, SecondLook] = {}
    scored: list[Scored] = []
    for entry in _cut(best, round(_TOO_FAR / summing.first_step)):
        one = entry.held
        look = looks.get(id(one))
        if look is None:
            look = looks[id(one)] = SecondLook(view, one.analysis, one.grid, lexicon)
        scored.append((*_weighed(entry, look, summing, model.weights), entry))
    scored.sort(key=lambda one: -one[0])
    return _log_probabilities(third_stage(question, ranked, scored))


def _hold(
    question: Question, view: Frame, ranked: RankedSentence, lexicon: WordKnowledge | None
) -> _Held:
    analysis = analyse(ranked.sentence, ranked.tokens, lexicon)
    table = grid(view, ranked.tokens)
    agreement = Agreement(view.wanted, analysis)
    if not ranked.sentence.cells:
        heading = ranked.sentence.kind == "heading"
        known = hints(view, analysis, table, agreement, heading=heading)
        more = known.by_form if is_sure(view.wanted) else known.told
        if more:
            analysis = with_stretches(analysis, more)
        by_form = bool(known.by_form)
        return _Held(ranked, analysis, table, agreement, ADVICE, known.advise, known.told, by_form)
    from hegang_qa.answers.tables.columns import column_score

    columns = column_score(question, ranked, analysis)
    nothing: frozenset[tuple[int, int]] = frozenset()
    return _Held(
        ranked, analysis, table, agreement, "column", lambda c, _letter: columns(c), nothing, False
    )


def _without_form(wanted: str, held: list[_Held]) -> list[_Held]:
    """Return the sentences with those marked down that hold nothing of the form of the answer,
    where others do."""
    if not any(one.agreement for one in held):
        return held
    return [
        one
        if one.agreement or one.by_form or _is_bare(wanted, one)
        else one._replace(advise=lambda _candidate, _letter: _FORMLESS)
        for one in held
    ]


def _is_bare(wanted: str, held: _Held) -> bool:
    """Return whether an amount is wanted and a row has a cell that is a figure without its unit:
    tables leave units to what stands above."""
    return is_a(wanted, "number") and any(
        candidate.kind == "cell" and candidate.type == "number"
        for candidate in held.analysis.candidates
    )


def _first_stage(view: Frame, held: _Held, place: Place, summing: Summing) -> list[_Entry]:
    """Return the best candidates of a sentence by the first stage, best first."""
    analysis, table, agreement, advise = held.analysis, held.grid, held.agreement, held.advise
    candidates, told = analysis.candidates, held.told
    if not candidates:
        return []
    steps, types, step = summing.first, summing.types, summing.first_step
    starts = summing.starts(view, analysis, table)
    ends = summing.ends(view, analysis, table)
    # What begins and ends so badly cannot win any more, unless its type or its place speaks for it.
    hopeless = max(starts.values()) + max(ends.values()) - round(_HOPELESS / step)
    hopeful = [
        number
        for number, (start, end, kind, type_, _) in enumerate(candidates)
        if type_ or starts[start] + ends[end] >= hopeless or (start, end) in told or kind == "cell"
    ]
    before = table.before
    nothing_inside = steps["i0"]
    # Where nothing is of the wanted type, a candidate's own type alone tells how it agrees.
    by_type = not agreement
    agreed: dict[str, tuple[str, int]] = {}
    weighed = []
    for number, total in zip(hopeful, summing.forms(analysis, hopeful), strict=True):
        start, end, kind, type_, _ = candidate = candidates[number]
        name = type_ or kind
        known = agreed.get(name) if by_type else None
        if known is None:
            letter = agreement.of(candidate)
            known = agreed[name] = (letter, types[name] + steps["P" + letter])
        letter, of_type = known
        total += starts[start] + ends[end] + of_type
        inside = before[end] - before[start]
        total += steps[inside_value(inside)] if inside > 0 else nothing_inside
        advice = advise(candidate, letter)
        if advice:
            total += round(advice / step)
        weighed.append((-total, number, advice))
    weighed.sort()
    of_place = sum([steps[value] for value in place_values(table, place, agreement)])
    entries = []
    for total, number, worth in weighed[:BEST]:
        candidate, advice = candidates[number], round(worth / step)
        of_start, of_end = starts[candidate.start], ends[candidate.end]
        whole = -total - of_start - of_end - advice
        entries.append(_Entry(held, candidate, of_place, of_start, of_end, whole, advice))
    return entries


def _cut(entries: list[_Entry], reach: int) -> list[_Entry]:
    """Return the best entries, at most so many steps behind the best but for the first few, and of
    each sentence without one its best."""
    steps = [entry.steps for entry in entries]
    order = sorted(range(len(entries)), key=lambda at: (-steps[at], at))
    far = steps[order[0]] - reach if order else 0
    count = sum(number < _LEAST or steps[at] >= far for number, at in enumerate(order[:BEST]))
    kept = [entries[at] for at in order[:count]]
    seen = {id(entry.held) for entry in kept}
    for at in order[count:]:
        entry = entries[at]
        if id(entry.held) not in seen:
            seen.add(id(entry.held))
            kept.append(entry)
    return kept


def _weighed(
    entry: _Entry, look: SecondLook, summing: Summing, weights: SpanWeights
) -> tuple[float, Parts]:
    """Return what speaks for a candidate after both stages (log-odds), and its parts."""
    step, worth = weights.first_step, weights.second_step
    first = {
        "sentence": entry.sentence * step,
        "its beginning": entry.start * step,
        "its end": entry.end * step,
        "type": entry.whole * step,
    }
    if entry.advice:
        first[entry.held.advice] = entry.advice * step
    common, own, pairs = look.values(entry.candidate)
    total = sum(map(summing.second.__getitem__, common)) + sum(map(summing.own.__getitem__, own))
    paired = sum(map(summing.pairs.__getitem__, pairs))
    second = ((summing.second, common), (summing.own, own))
    parts = Parts(first, second, paired * worth, worth)
    return entry.steps * step + (total + paired) * worth, parts


def third_rows(
    question: Question, ranked: Sequence[RankedSentence], scored: Sequence[Scored]
) -> tuple[list[int], list[list[float]]]:
    """Return which candidates (best first) the third stage looks at, and what it sees of each."""
    seen: set[int] = set()
    chosen = []
    for number, (_, _, entry) in enumerate(scored):
        if number < LAST or id(entry.held) not in seen:
            seen.add(id(entry.held))
            chosen.append(number)
    total = _log_sum([score for score, _, _ in scored])
    ranks = {id(one): number for number, one in enumerate(ranked)}
    looks: dict[int, ThirdLook] = {}
    rows = []
    for number in chosen:
        score, parts, entry = scored[number]
        one = entry.held
        look = looks.get(id(one))
        if look is None:
            look = looks[id(one)] = ThirdLook(
                question,
                one.ranked,
                one.analysis,
                one.agreement,
                rank=ranks[id(one.ranked)],
                behind=ranked[0].score - one.ranked.score,
            )
        rows.append(look.row(entry.candidate, score - total, parts.named()))
    return chosen, rows


def third_stage(
    question: Question, ranked: Sequence[RankedSentence], scored: Sequence[Scored]
) -> list[Scored]:
    """Return the candidates with their scores after the third stage. The odds of those that it
    looks at, all together, stay what they were; no other comes to the front of its sentence."""
    if len(scored) < 2:
        return list(scored)
    chosen, rows = third_rows(question, ranked, scored)
    found = score_all(rows)
    of_chosen = _log_sum([scored[number][0] for number in chosen]) - _log_sum(found)
    moved = {
        number: new + of_chosen - scored[number][0]
        for number, new in zip(chosen, found, strict=True)
    }
    least: dict[int, float] = {}
    for number, more in moved.items():
        held = id(scored[number][2].held)
        least[held] = min(least.get(held, 0.0), more)
    after: list[Scored] = []
    for number, (score, parts, entry) in enumerate(scored):
        more = moved.get(number, least[id(entry.held)])
        parts.add(_THIRD, more)
        after.append((score + more, parts, entry))
    return after


def _log_sum(logs: Sequence[float]) -> float:
    """Return the logarithm of the sum of the numbers whose logarithms are given."""
    top = max(logs)
    return top + log(sum([exp(one - top) for one in logs]))


def _log_probabilities(scored: Sequence[Scored]) -> list[ScoredSpan]:
    """Return the spans with the logarithms of their probabilities, best first."""
    if not scored:
        return []
    total = _log_sum([score for score, _, _ in scored])
    spans = [
        ScoredSpan(entry.held.ranked, _typed(entry), score - total, parts)
        for score, parts, entry in scored
    ]
    spans.sort(key=lambda span: (-span.score, span.ranked.sentence.id, span.span))
    return spans


def _typed(entry: _Entry) -> TypedSpan:
    candidate = entry.candidate
    start, end = candidate.start, candidate.end
    tokens = entry.held.ranked.tokens
    value = candidate.value or " ".join(entry.held.analysis.tagged.norms[start:end])
    return TypedSpan(tokens[start].start, tokens[end - 1].end, candidate.type or "phrase", value)
