"""A reader's opinion, joined with everything else that is known.

The reader is one voice: it says where in a sentence the answer stands and how much rather there
than nowhere. What the words, the kind of answer and the surroundings say speaks too; a sum of
learned weights (`hegang_qa.answers.reading_weights`) makes one log-odds of them. The reader is
fooled by a question about another thing than the sentence's, the words by a sentence about another
matter in the same words; rarely both at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, inf, log
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.accounts import Account, account
from hegang_qa.answers.analysis import Analysis, analyse
from hegang_qa.answers.confidence import answers_another, capped, confidence, is_capped
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
    "FEATURES",
    "LEAST",
    "MOST",
    "Joined",
    "Weighed",
    "join",
    "sureness",
]

MOST = 6
"""How many of the best sentences are read at most."""

LEAST = 2
"""How many are read in any case."""

_PROPOSED = 3
# Far below no answer, the margin says no more.
_LOWEST_MARGIN = -8.0
_LOWEST_SCORE = -8.0
# The margin of a middling right answer: what cannot win with it is not read.
_HIGH_MARGIN = 6.0
# How much margin a sentence must have for each log-odds by which it is behind.
_SCORE_IN_MARGINS = 1.5
# Beyond this the engine's own confidence says no more.
_MOST_SURE = 0.99
# What it costs, in log-odds, that nothing accounts for a noun that the question is about, or that
# another kind of answer is given than was asked for.
_ANOTHER = 1.0

FEATURES = ("engine", "sentence", "reader", "words", "kind", "missing")
"""What a span is chosen by, and with a bias what its confidence is made of; see `_amounts`."""


class Weighed(NamedTuple):
    """A span with the amounts (by the names of `FEATURES`) that its score is made of."""

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
        self,
        question: Question,
        ranked: RankedSentence,
        span: ScoredSpan | None,
        told: Account,
        others: Sequence[ScoredSpan] = (),
    ) -> float:
        """Return the probability (0..1) that one of the spans answers the question.

        A span that is none of them (a list given as a whole) is as sure as the best in its place.
        """
        del others
        here = [one for one in self.weighed if one.span.ranked.sentence.id == ranked.sentence.id]
        if span is None or not here:
            return 0.0
        same = next((one for one in here if one.span.span[:2] == span.span[:2]), None)
        amounts = (same or here[0]).amounts
        sure = sureness(amounts)
        another = answers_another(question, span, told)
        if another and (told.names or told.numbers or not is_capped(told)):
            return capped(sure)
        if another or amounts["kind"] < 0:
            # The reader may know better whether another noun means the same.
            return 1.0 / (1.0 + exp(_ANOTHER - _log_odds(sure)))
        return sure


def sureness(amounts: Mapping[str, float]) -> float:
    """Return the probability (0..1) that a span of these amounts answers the question."""
    value = SURENESS["bias"] + sum(SURENESS[name] * amounts[name] for name in FEATURES)
    return 1.0 / (1.0 + exp(-value))


class _Candidate(NamedTuple):
    """A span with the reader's margin, the engine's own score of it (`words`), and `own`: the
    engine's span at this place, else its best in the sentence."""

    ranked: RankedSentence
    start: int
    end: int
    type: str
    value: str
    margin: float
    words: float
    own: ScoredSpan | None


def join(
    question: Question,
    ranked: Sequence[RankedSentence],
    spans: Sequence[ScoredSpan],
    reader: Reader,
    *,
    store: SentenceStore,
    lexicon: Lexicon | None,
    least: int = LEAST,
    most: int = MOST,
) -> Joined:
    """Return sentences and spans in the order that the reader and all else together give them.

    From `least` to `most` of the best sentences are read, as many as can still win; the others
    are left out.
    """
    own: dict[int, list[ScoredSpan]] = {}
    for span in spans:
        own.setdefault(span.ranked.sentence.id, []).append(span)
    candidates: list[_Candidate] = []
    best = -inf
    for number, (item, before) in enumerate(_with_the_one_before(ranked[:most], store)):
        stake = _SCORE_IN_MARGINS * item.score
        if number >= least and stake + _HIGH_MARGIN < best:
            break
        laid = lay_out(item.sentence, before)
        proposed = own.get(item.sentence.id, [])
        places = [(span.span.start, span.span.end) for span in proposed[:_PROPOSED]]
        [found] = reader.read(question.corrected, [laid.propose(places)])
        opinions = [ReadSpan(*one) for one in found]
        new = _candidates(question.answer_type, item, laid, opinions, proposed, lexicon)
        candidates += new
        best = max([best, *(stake + one.margin for one in new)])
    weighed = _weigh(question, candidates, own, lexicon)
    by_id = {item.sentence.id: item for item in ranked}
    order = dict.fromkeys(one.span.ranked.sentence.id for one in weighed)
    return Joined([by_id[number] for number in order], weighed)


def _with_the_one_before(
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


def _candidates(
    wanted: str,
    item: RankedSentence,
    laid: Laid,
    found: Sequence[ReadSpan],
    own: Sequence[ScoredSpan],
    lexicon: Lexicon | None,
) -> list[_Candidate]:
    """Return the reader's best spans and the proposed ones, with what both sides think of them."""
    sentence = item.sentence
    analysis = analyse(sentence, item.tokens, lexicon)
    words = {(span.span.start, span.span.end): span for span in own}
    least = min((span.score for span in own), default=_LOWEST_SCORE) - 1.0
    placed = [
        (place, one.score - one.null_score)
        for one in found
        if (place := laid.back(one.start, one.end)) is not None
    ]
    if laid.pieces and found:
        # In a row put into words the best span speaks for the row (and may run over several
        # cells); which cell answers, the heads of the columns tell better.
        row = found[0].score - found[0].null_score
        placed = [(place, row) for place, _ in placed]
    made: dict[tuple[int, int], _Candidate] = {}
    for rough, margin in placed:
        place = clean(sentence.text, item.tokens, *rough)
        place = place and _only(wanted, item, analysis, *place)
        if place is None or place in made:
            continue
        span = words.get(place)
        kind, value = _type_of(item, analysis, *place)
        made[place] = _Candidate(
            item,
            *place,
            span.span.type if span is not None else kind,
            span.span.value if span is not None else value,
            max(_LOWEST_MARGIN, margin),
            max(_LOWEST_SCORE, span.score if span is not None else least),
            span if span is not None else max(own, key=lambda one: one.score, default=None),
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


def _only(
    wanted: str, item: RankedSentence, analysis: Analysis, start: int, end: int
) -> tuple[int, int]:
    """Return a span without the other figures in it: of "16 % to 25 billion" the amount asked for.

    The span stays as it is where nothing of the type that is wanted stands in it, or much does.
    """
    if not is_numeric(wanted):
        return start, end
    within = [
        (low, high)
        for found in analysis.typed
        if is_a(found.type, wanted)
        for low, high in ((item.tokens[found.start].start, item.tokens[found.end - 1].end),)
        if start <= low and high <= end
    ]
    text = item.sentence.text
    if len(within) != 1:
        return start, end
    [(low, high)] = within
    rest = text[start:low] + text[high:end]
    return (low, high) if any(mark.isdigit() for mark in rest) else (start, end)


def kind_agreement(wanted: str, given: str) -> float:
    """Return how the type of a span agrees with the one asked for, -1..1.

    1 where it is of that type or of one below it, 0 where it is of a wider one ("date" for
    "year"). A number or date was asked for and none is given, or the other way about: -1.
    """
    if wanted == "phrase" or not wanted:
        return 0.0
    if given != "phrase" and is_a(given, wanted):
        return 1.0
    if given != "phrase" and is_a(wanted, given):
        return 0.0
    wants, gives = is_numeric(wanted), is_numeric(given)
    return -1.0 if wants != gives and (wants or is_a(wanted, "entity")) else 0.0


def _weigh(
    question: Question,
    candidates: Sequence[_Candidate],
    own: Mapping[int, Sequence[ScoredSpan]],
    lexicon: Lexicon | None,
) -> list[Weighed]:
    """Return the candidates with their scores, best first."""
    known: dict[tuple[int, int], tuple[float, float]] = {}
    weighed = []
    for one in candidates:
        key = (one.ranked.sentence.id, id(one.own))
        if key not in known:
            told = account(question, one.ranked, one.own, lexicon)
            others = own.get(one.ranked.sentence.id, ())
            sure = confidence(question, one.ranked, one.own, told, others)
            known[key] = (_log_odds(sure), told.share)
        amounts = _amounts(question, one, *known[key])
        parts = {name: CHOICE[name] * value for name, value in amounts.items()}
        span = TypedSpan(one.start, one.end, one.type, one.value)
        weighed.append(Weighed(ScoredSpan(one.ranked, span, sum(parts.values()), parts), amounts))
    weighed.sort(
        key=lambda one: (-one.span.score, one.span.ranked.sentence.id, one.span.span.start)
    )
    return weighed


def _log_odds(probability: float) -> float:
    held = min(_MOST_SURE, max(1.0 - _MOST_SURE, probability))
    return log(held / (1.0 - held))


def _amounts(
    question: Question, one: _Candidate, engine: float, missing: float
) -> dict[str, float]:
    """Return what speaks for a candidate, by the names of `FEATURES`.

    All amounts are absolute: nothing is more certain for being the best of a bad lot. `engine` is
    the confidence (log-odds) without the reader, `missing` the share of the question that nothing
    accounts for.
    """
    return {
        "engine": engine,
        "sentence": one.ranked.score,
        "reader": one.margin,
        "words": one.words,
        "kind": kind_agreement(question.answer_type, one.type),
        "missing": missing,
    }
