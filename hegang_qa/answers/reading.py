"""A reader's opinion, joined with everything else that is known.

The reader is one voice: it says where in a sentence the answer stands and how much rather there
than nowhere. What the words, the kind of answer and the surroundings say speaks too; a sum of
learned weights (`hegang_qa.answers.reading_weights`) makes one log-odds of them. The reader is
fooled by a question about another thing than the sentence's, the words by a sentence about another
matter in the same words; rarely both at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answer_types import is_a
from hegang_qa.answers.accounts import Account, account
from hegang_qa.answers.analysis import Analysis, analyse
from hegang_qa.answers.model import Reader, ReadSpan, ScoredSpan, TypedSpan
from hegang_qa.answers.passages import Laid, clean, lay_out
from hegang_qa.answers.reading_weights import CHOICE, SURENESS
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.sentences.model import SentenceStore
from hegang_qa.text.tokens import fold

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = [
    "CHOICE_FEATURES",
    "SENTENCES",
    "SURENESS_FEATURES",
    "Joined",
    "Weighed",
    "join",
    "sureness_features",
]

SENTENCES = 8
"""How many of the best sentences are read."""

_PROPOSED = 3
_BEST = 4
_LOWEST_MARGIN = -15.0

CHOICE_FEATURES = (
    "sentence",
    "reader",
    "words",
    "kind",
    "coverage",
    "search",
    "missing",
    "others say so",
    "heading",
)
"""What a span of a sentence is chosen by; see `_choice_features`."""

SURENESS_FEATURES = (
    "bias",
    "score",
    "reader",
    "lead",
    "kind",
    "coverage",
    "search",
    "missed names",
    "missed numbers",
    "missed nouns",
    "missed verbs",
    "context",
    "others say so",
)
"""What the confidence of the chosen span is made of; see `sureness`."""

_NUMERIC = ("date", "time", "hours", "number", "quantity", "money", "percentage", "ordinal")


class Weighed(NamedTuple):
    """A span with the amounts (by the names of `CHOICE_FEATURES`) that its score is made of."""

    span: ScoredSpan
    amounts: dict[str, float]


class Joined(NamedTuple):
    """What the reader and all else together say: sentences and spans, best first."""

    ranked: list[RankedSentence]
    weighed: list[Weighed]

    @property
    def spans(self) -> list[ScoredSpan]:
        """The spans, best first."""
        return [one.span for one in self.weighed]

    def vote(self, before: str | None) -> str:
        """Return in words what the reader alone says; `before` is the answer without it."""
        if not self.weighed:
            return "the reader found nothing to read"
        first = max(self.weighed, key=lambda one: one.amounts["reader"])
        sentence = first.span.ranked.sentence
        said = (
            f'the reader says "{first.span.text}" ({sentence.path}:{sentence.line}), '
            f"{first.amounts['reader']:+.1f} against no answer"
        )
        changed = before is not None and before != self.weighed[0].span.text
        return f'{said}; without it: "{before}"' if changed else said

    def confidence(
        self, question: Question, ranked: RankedSentence, span: ScoredSpan | None, told: Account
    ) -> float:
        """Return the probability (0..1) that one of the spans answers the question."""
        del question
        best = next((one for one in self.weighed if one.span is span), None)
        if best is None:
            return 0.0
        own = ranked.sentence.id
        second = next((w for w in self.weighed if w.span.ranked.sentence.id != own), None)
        amounts = sureness_features(best, told, second)
        return 1.0 / (1.0 + exp(-sum(SURENESS[name] * value for name, value in amounts.items())))


class _Candidate(NamedTuple):
    ranked: RankedSentence
    start: int
    end: int
    type: str
    value: str
    margin: float
    words: float


def join(
    question: Question,
    ranked: Sequence[RankedSentence],
    spans: Sequence[ScoredSpan],
    reader: Reader,
    *,
    store: SentenceStore,
    lexicon: Lexicon | None,
    sentences: int = SENTENCES,
) -> Joined:
    """Return sentences and spans in the order that the reader and all else together give them.

    Only the best `sentences` are read; the others follow in their old order, without spans.
    """
    read = list(ranked[:sentences])
    own: dict[int, list[ScoredSpan]] = {}
    for span in spans:
        own.setdefault(span.ranked.sentence.id, []).append(span)
    laid = [_with_proposed(item, own, before) for item, before in _before(read, store)]
    opinions = reader.read(question.text, [item.passage for item in laid])
    candidates: list[_Candidate] = []
    for item, form, found in zip(read, laid, opinions, strict=True):
        candidates += _candidates(item, form, found, own.get(item.sentence.id, ()), lexicon)
    weighed = _weigh(question, candidates, lexicon)
    order: dict[int, None] = {one.span.ranked.sentence.id: None for one in weighed}
    by_id = {item.sentence.id: item for item in ranked}
    first = [by_id[number] for number in order]
    return Joined(first + [item for item in ranked if item.sentence.id not in order], weighed)


def _before(
    read: Sequence[RankedSentence], store: SentenceStore
) -> list[tuple[RankedSentence, str]]:
    """Return the sentences, each with the text of the one before it in its paragraph, or ""."""
    wanted = sorted({item.sentence.id - 1 for item in read if item.sentence.id > 0})
    known = {sentence.id: sentence for sentence in store.get(wanted)}
    pairs = []
    for item in read:
        other = known.get(item.sentence.id - 1)
        same = other is not None and (other.document, other.block) == (
            item.sentence.document,
            item.sentence.block,
        )
        pairs.append((item, f"{other.text} " if other is not None and same else ""))
    return pairs


def _with_proposed(item: RankedSentence, own: dict[int, list[ScoredSpan]], before: str) -> Laid:
    laid = lay_out(item.sentence, before)
    places = [
        laid.forth(span.span.start, span.span.end)
        for span in own.get(item.sentence.id, ())[:_PROPOSED]
    ]
    proposed = tuple(place for place in places if place is not None)
    return laid._replace(passage=laid.passage._replace(proposed=proposed))


def _candidates(
    item: RankedSentence,
    laid: Laid,
    found: Sequence[ReadSpan],
    own: Sequence[ScoredSpan],
    lexicon: Lexicon | None,
) -> list[_Candidate]:
    """Return the reader's best spans and the proposed ones, with what both sides think of them."""
    analysis = analyse(item.sentence, item.tokens, lexicon)
    words = {(span.span.start, span.span.end): span for span in own}
    least = min((span.score for span in own), default=item.score - 3.0) - 1.0
    made: dict[tuple[int, int], _Candidate] = {}
    for opinion in found[: _BEST + _PROPOSED]:
        place = laid.back(opinion.start, opinion.end)
        place = clean(item.sentence.text, item.tokens, *place) if place is not None else None
        if place is None or place in made:
            continue
        span = words.get(place)
        kind, value = _type_of(item, analysis, *place)
        made[place] = _Candidate(
            item,
            *place,
            span.span.type if span is not None else kind,
            span.span.value if span is not None else value,
            max(_LOWEST_MARGIN, opinion.score - opinion.null_score),
            (span.score if span is not None else least) - item.score,
        )
    return list(made.values())


def _type_of(item: RankedSentence, analysis: Analysis, start: int, end: int) -> tuple[str, str]:
    """Return type and normal form of a span: those of the typed stretch that it is, or holds."""
    best, widest = ("phrase", fold(item.sentence.text[start:end])), 0
    for found in analysis.typed:
        low, high = item.tokens[found.start].start, item.tokens[found.end - 1].end
        if (low, high) == (start, end):
            return found.type, found.value
        if start <= low and high <= end and high - low > max(widest, (end - start) // 2):
            best, widest = (found.type, found.value), high - low
    return best


def kind_agreement(wanted: str, given: str) -> float:
    """Return how the type of a span agrees with the one asked for, -1..1.

    A number or date was asked for and none is given, or the other way about: -1.
    """
    if wanted == "phrase" or not wanted:
        return 0.0
    if given != "phrase" and (is_a(given, wanted) or is_a(wanted, given)):
        return 1.0
    wants, gives = (any(is_a(kind, n) for n in _NUMERIC) for kind in (wanted, given))
    return -1.0 if wants != gives and (wants or is_a(wanted, "entity")) else 0.0


def _weigh(
    question: Question, candidates: Sequence[_Candidate], lexicon: Lexicon | None
) -> list[Weighed]:
    """Return the candidates with their scores, best first."""
    best_of: dict[int, _Candidate] = {}
    for one in candidates:
        held = best_of.get(one.ranked.sentence.id)
        if held is None or one.margin > held.margin:
            best_of[one.ranked.sentence.id] = one
    told = {number: account(question, one.ranked, None, lexicon) for number, one in best_of.items()}
    weighed = []
    for one in candidates:
        amounts = choice_features(question, one, best_of, told[one.ranked.sentence.id])
        parts = {name: CHOICE[name] * value for name, value in amounts.items()}
        span = TypedSpan(one.start, one.end, one.type, one.value)
        scored = ScoredSpan(one.ranked, span, sum(parts.values()), parts)
        weighed.append(Weighed(scored, amounts))
    weighed.sort(
        key=lambda one: (-one.span.score, one.span.ranked.sentence.id, one.span.span.start)
    )
    return weighed


def choice_features(
    question: Question, one: _Candidate, best_of: dict[int, _Candidate], told: Account
) -> dict[str, float]:
    """Return what speaks for a candidate, by the names of `CHOICE_FEATURES`."""
    item = one.ranked
    others = sum(
        1.0
        for number, other in best_of.items()
        if number != item.sentence.id and other.value == one.value and other.margin > -2.0
    )
    return {
        "sentence": item.score,
        "reader": one.margin,
        "words": max(-8.0, one.words),
        "kind": kind_agreement(question.answer_type, one.type),
        "coverage": item.features.get("coverage", 0.0),
        "search": item.features.get("search score to best", 0.0),
        "missing": told.share,
        "others say so": min(2.0, others),
        "heading": float(item.sentence.kind == "heading"),
    }


def sureness_features(best: Weighed, told: Account, runner_up: Weighed | None) -> dict[str, float]:
    """Return what the confidence of a span is made of, by the names of `SURENESS_FEATURES`.

    `runner_up` is the best span of another sentence.
    """
    amounts, score = best.amounts, best.span.score
    return {
        "bias": 1.0,
        "score": score,
        "reader": amounts["reader"],
        "lead": min(6.0, score - runner_up.span.score) if runner_up is not None else 6.0,
        "kind": amounts["kind"],
        "coverage": amounts["coverage"],
        "search": best.span.ranked.features.get("search score", 0.0),
        "missed names": told.names,
        "missed numbers": told.numbers,
        "missed nouns": told.nouns,
        "missed verbs": told.verbs,
        "context": told.context,
        "others say so": amounts["others say so"],
    }
