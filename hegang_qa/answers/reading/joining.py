"""A reader's opinion, joined with everything else that is known.

The reader is one voice: it says where in a sentence the answer stands and how much rather there
than nowhere. What the words, the kind of answer and the surroundings say speaks too; a sum of
learned weights (`hegang_qa.answers.reading.weights`) makes one log-odds of them. The reader is
fooled by a question about another thing than the sentence's, the words by a sentence about another
matter in the same words; rarely both at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf, log
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answers.accounts import Account, account
from hegang_qa.answers.confidence import answers_another, capped, confidence
from hegang_qa.answers.measures import is_capped
from hegang_qa.answers.mismatch import cannot_be, tells_otherwise
from hegang_qa.answers.model import Reader, ScoredSpan
from hegang_qa.answers.reading.by_meaning import promise
from hegang_qa.answers.reading.nearness import Near
from hegang_qa.answers.reading.spans import Around, Candidate, read, read_again, with_neighbours
from hegang_qa.answers.reading.sureness import known, sureness
from hegang_qa.answers.reading.weighing import NEARNESS, Weighed, Weighing
from hegang_qa.answers.spans import score_spans
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.sentences.model import SentenceStore

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = [
    "FURTHER",
    "FURTHER_LETTERS",
    "LEAST",
    "MOST",
    "Joined",
    "join",
    "read_on",
]

MOST = 4
"""How many of the best sentences are read at most."""

LEAST = 1
"""How many are read in any case."""

AGAIN = 2
"""How many of them are read again, with their neighbours: two views of a sentence err less often
than one, and its words are cut better. The best unless it is plain, others where they could still
win."""

MOST_LETTERS = 500
"""How many letters are read at most where a second sentence or view is not worth any time: reading
takes as long as what is read."""

FURTHER = 6
"""How many sentences are read at most beyond these where the first brought nothing sure."""

FURTHER_LETTERS = 400
"""How many letters of them: reading takes as long as what is read."""

# The margin of a good right answer: what cannot win with it is not read.
_HIGH_MARGIN = 5.0
# How much margin a sentence must have for each log-odds by which it is behind.
_SCORE_IN_MARGINS = 1.5
# What is so far behind in the sum of all does not win by a second view.
_SETTLED = 1.0
# What is less far behind the best says the same in fewer words.
_HARDLY = 0.5
# A lead, in log-odds or margins, beyond which it says no more, and that of what has no rival.
_FAR = 12.0
# Beyond this the engine's own confidence says no more.
_MOST_SURE = 0.99


class Joined(NamedTuple):
    """What the reader and all else together say: sentences and spans, best first.

    `weighed` are the spans of the sentences that were read, `own` all spans of the engine by their
    sentence. Sentences that were not read come behind, as the engine has them.
    """

    ranked: list[RankedSentence]
    weighed: list[Weighed]
    own: Mapping[int, Sequence[ScoredSpan]]
    lexicon: Lexicon | None

    @property
    def spans(self) -> list[ScoredSpan]:
        """The spans, best first."""
        read = {one.span.ranked.sentence.id for one in self.weighed}
        last = min((one.span.score for one in self.weighed), default=0.0)
        others = [
            span._replace(score=last + min(0.0, span.score))
            for item in self.ranked
            if item.sentence.id not in read
            for span in self.own.get(item.sentence.id, ())
        ]
        return [one.span for one in self.weighed] + others

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

    def evidence(self, question: Question, one: Weighed) -> dict[str, float]:
        """Return what tells how sure a span is; see `hegang_qa.answers.reading.sureness`."""
        ranked, own = one.span.ranked, one.own
        told = account(question, ranked, own, self.lexicon)
        others = self.own.get(ranked.sentence.id, ())
        return {
            **one.amounts,
            **known(question, one.span.text, told),
            "engine": _log_odds(confidence(question, ranked, own, told, others)),
            "word nearness": ranked.features.get("nearness", 0.0),
            "by meaning": float(NEARNESS[0] in one.amounts),
            **self._beside_others(one),
        }

    def _beside_others(self, one: Weighed) -> dict[str, float]:
        """Return by how much a span is before the best of the other sentences."""
        item = one.span.ranked
        read = {other.span.ranked.sentence.id for other in self.weighed}
        others = [
            other for other in self.weighed if other.span.ranked.sentence is not item.sentence
        ]

        def lead(own: float, theirs: Sequence[float]) -> float:
            most = max(theirs, default=own - _FAR)
            return max(-_FAR, min(_FAR, own - most))

        near = NEARNESS[0]
        return {
            "lead": lead(one.span.score, [other.span.score for other in others]),
            "lead of the reader": lead(
                one.amounts["reader"], [other.amounts["reader"] for other in others]
            ),
            "lead in nearness": 0.0
            if near not in one.amounts
            else lead(one.amounts[near], [other.amounts[near] for other in others]),
            "behind in words": max(-_FAR, item.score - max(own.score for own in self.ranked)),
            "sentences read": float(len(read)),
            "length of the sentence": len(item.sentence.text) / 100,
        }

    def confidence(
        self,
        question: Question,
        ranked: RankedSentence,
        span: ScoredSpan | None,
        told: Account,
        others: Sequence[ScoredSpan] = (),
    ) -> float:
        """Return the probability (0..1) that one of the spans answers the question.

        A span that is none of them (a list given as a whole) is as sure as the best in its place;
        in a sentence that was not read, as the engine says, and no surer than the best that was.
        """
        del others
        here = [one for one in self.weighed if one.span.ranked.sentence.id == ranked.sentence.id]
        if span is None:
            return 0.0
        if not here:
            best = sureness(self.evidence(question, self.weighed[0]))
            own = self.own.get(ranked.sentence.id, ())
            return min(best, confidence(question, ranked, span, told, own))
        same = next((one for one in here if one.span.span[:2] == span.span[:2]), here[0])
        sure = sureness(self.evidence(question, same))
        if not answers_another(question, span, told):
            return sure
        # The reader may know better whether another noun means the same, and which kind is meant.
        open_to_doubt = is_capped(told) or tells_otherwise(question, span)
        another = told.names or told.numbers or told.other or not open_to_doubt
        another = another or cannot_be(question, span)
        return capped(sure) if another else sure


def join(
    question: Question,
    ranked: Sequence[RankedSentence],
    spans: Sequence[ScoredSpan],
    reader: Reader,
    *,
    store: SentenceStore,
    lexicon: Lexicon | None,
    near: Near | None = None,
    least: int = LEAST,
    most: int = MOST,
) -> Joined:
    """Return sentences and spans in the order that the reader and all else together give them.

    From `least` to `most` of the first sentences are read, as many as can still win, and the best
    of them again.
    """
    own = _by_sentence(question, ranked[:most], spans, lexicon)
    weighing = Weighing(question, near)
    done: list[tuple[Around, list[Candidate]]] = []
    best, letters = -inf, 0
    for number, around in enumerate(with_neighbours(ranked[:most], store)):
        item = around.ranked
        stake = _SCORE_IN_MARGINS * promise(item, near)
        if number >= least and stake + _HIGH_MARGIN < best:
            break
        letters += len(item.sentence.text)
        if number >= least and letters > MOST_LETTERS:
            break
        proposed = own.get(item.sentence.id, [])
        new = read(question, around, proposed, reader, lexicon)
        if new:
            done.append((around, new))
            best = max([best, *(stake + one.margin for one in new)])
    ordered = sorted(
        ((weighing.best(new), around, new) for around, new in done), key=lambda one: -one[0]
    )
    weighed = []
    plain = weighing.is_plain([one for _, _, new in ordered for one in new])
    for number, (score, around, candidates) in enumerate(ordered):
        again = number == 0 or (number < AGAIN and score > ordered[0][0] - _SETTLED)
        again = again and not plain
        letters += _letters(around) if again else 0
        again = again and (number == 0 or letters <= MOST_LETTERS)
        kept = read_again(question, around, candidates, reader) if again else candidates
        weighed += [weighing.weighed(one) for one in kept]
    return _sorted(weighed, ranked, own, lexicon)


def read_on(
    question: Question,
    joined: Joined,
    reader: Reader,
    *,
    store: SentenceStore,
    near: Near,
) -> Joined:
    """Return what was joined with the next of its sentences, where the first brought nothing sure:
    up to `FURTHER`, or some `FURTHER_LETTERS` letters."""
    read_before = {one.span.ranked.sentence.id for one in joined.weighed}
    items: list[RankedSentence] = []
    letters = 0
    for item in joined.ranked:
        if item.sentence.id in read_before:
            continue
        letters += len(item.sentence.text)
        if len(items) == FURTHER or (items and letters > FURTHER_LETTERS):
            break
        items.append(item)
    if not items:
        return joined
    lexicon = joined.lexicon
    known = [span for spans in joined.own.values() for span in spans]
    own = _by_sentence(question, items, known, lexicon)
    weighing = Weighing(question, near)
    weighed = list(joined.weighed)
    for around in with_neighbours(items, store):
        proposed = own.get(around.ranked.sentence.id, [])
        candidates = read(question, around, proposed, reader, lexicon)
        weighed += [weighing.weighed(one) for one in candidates]
    return _sorted(weighed, joined.ranked, own, lexicon)


def _by_sentence(
    question: Question,
    items: Sequence[RankedSentence],
    spans: Sequence[ScoredSpan],
    lexicon: Lexicon | None,
) -> dict[int, list[ScoredSpan]]:
    """Return the engine's spans by their sentences; of those of `items` that it has not searched,
    they are made now."""
    own: dict[int, list[ScoredSpan]] = {}
    for span in spans:
        own.setdefault(span.ranked.sentence.id, []).append(span)
    new = [item for item in items if item.sentence.id not in own]
    for span in score_spans(question, new, lexicon=lexicon) if new else ():
        own.setdefault(span.ranked.sentence.id, []).append(span)
    return own


def _sorted(
    weighed: list[Weighed],
    ranked: Sequence[RankedSentence],
    own: Mapping[int, Sequence[ScoredSpan]],
    lexicon: Lexicon | None,
) -> Joined:
    weighed.sort(
        key=lambda one: (-one.span.score, one.span.ranked.sentence.id, one.span.span.start)
    )
    weighed = _shorter_first(weighed)
    by_id = {item.sentence.id: item for item in ranked}
    order = dict.fromkeys([one.span.ranked.sentence.id for one in weighed] + list(by_id))
    return Joined([by_id[number] for number in order], weighed, own, lexicon)


def _shorter_first(weighed: list[Weighed]) -> list[Weighed]:
    """Return spans with one before the best that is hardly behind it, begins where that does and
    is of the very kind asked for, as that is not: what goes on behind it was not asked for ("a
    town" for what it is, not "a town in the north of the county")."""
    if not weighed or weighed[0].amounts["kind"] == 1.0:
        return weighed
    best = weighed[0].span
    for at, one in enumerate(weighed[1:], 1):
        span = one.span
        if span.score < best.score - _HARDLY:
            break
        same = span.ranked.sentence.id == best.ranked.sentence.id
        begins = same and span.span.start == best.span.start and span.span.end < best.span.end
        if begins and one.amounts["kind"] == 1.0:
            return [one, *weighed[:at], *weighed[at + 1 :]]
    return weighed


def _letters(around: Around) -> int:
    parts = (around.before, around.ranked.sentence, around.after)
    return sum(len(part.text) for part in parts if part is not None)


def _log_odds(probability: float) -> float:
    held = min(_MOST_SURE, max(1.0 - _MOST_SURE, probability))
    return log(held / (1.0 - held))
