"""Yes or no with a reader heard: which sentence settles a question, and how.

The rules of the engine compare words; what a text says in others they cannot tell. A reader that
was taught to judge says of each sentence how much rather it answers yes, or no, than neither; a
learned sum makes one probability of that, of what the rules say, and of how near the sentence is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import exp, log2
from typing import TYPE_CHECKING, Literal

from hegang_qa.answers.accounts import Account
from hegang_qa.answers.choices import Choice
from hegang_qa.answers.judging import ruled
from hegang_qa.answers.model import Judge, Verdict
from hegang_qa.answers.reading.by_meaning import promise
from hegang_qa.answers.reading.nearness import Near
from hegang_qa.answers.reading.passages import in_paragraph, lay_out
from hegang_qa.answers.reading.spans import with_neighbours
from hegang_qa.answers.verdicts.doubted import leaves_open
from hegang_qa.answers.verdicts.outside_range import time_left_out
from hegang_qa.answers.verdicts.sureness import FIRM
from hegang_qa.learned import LearnedSum
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.resources import data_path
from hegang_qa.sentences.model import SentenceStore

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["FEATURES", "FILE", "READ", "Said", "hear", "heard", "vote"]

FILE = "read-verdicts.json"

READ = 4
"""How many of the best sentences are judged."""

AGAIN = 2
"""How many of them, those that say most, are judged again between their neighbours."""

FEATURES = (
    "said",
    "rather than the other",
    "margin",
    "promise",
    "near",
    "behind",
    "engine agrees",
    "engine differs",
    "yes",
    "missing",
    "missing names",
    "missing numbers",
    "context",
    "above others",
    "tokens",
    "row",
    "sentences",
)
"""What tells whether a sentence answers a question with yes (or no): "said" are the reader's
log-odds of it against neither, "rather than the other" the same against no (or yes), "margin" that
of the words that settle it, "promise", "near" and "behind" as where words are asked for
(`hegang_qa.answers.reading.by_meaning`; 0 where they are not known), "engine agrees" and "engine
differs" how sure the rules are of the same verdict or of the other, "above others" how much more it
says than the best of the other sentences."""

_FAR = 12.0
# What is less likely is no verdict. It is the chance of this verdict by this sentence: of those
# that are this likely or more, four in five are right.
_LEAST_LIKELY = 0.45
# What the rules reckoned from figures stands, where they are as sure as this of all else.
_RECKONED = 0.5


@dataclass(frozen=True, eq=False)
class Said:
    """What a sentence may say, with its amounts by the names of `FEATURES`."""

    ranked: RankedSentence
    verdict: Literal["Yes", "No"]
    told: Account
    amounts: Mapping[str, float]

    @cached_property
    def likely(self) -> float:
        """The probability (0..1) that this answers the question."""
        agreed, denied = self.amounts["engine agrees"], self.amounts["engine differs"]
        if max(agreed, denied) >= FIRM:
            return agreed if agreed > denied else 1.0 - denied
        value = _weights().score([self.amounts[name] for name in FEATURES])
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, value))))


def hear(
    question: Question,
    ranked: Sequence[RankedSentence],
    judge: Judge,
    *,
    store: SentenceStore,
    lexicon: Lexicon | None,
    near: Near | None,
) -> list[Said]:
    """Return what the first of some sentences may say to a yes-or-no question; nothing where it
    leaves the choice of two things."""
    items = [one for one in ranked if one.sentence.text[-1:] != "?"]
    items = [one for one in items if one.sentence.kind != "heading"]
    items = [one for one in items if not leaves_open(question, one)][:READ]
    rules = ruled(question, items, lexicon)
    if any(one.choice.span is not None for one in rules):
        return []
    verdicts = _verdicts(question, items, judge, store)
    loudest = {number: max(said.yes, said.no) for number, said in verdicts.items()}
    found = []
    for rule in rules:
        item, told, says = rule.choice.ranked, rule.choice.told, rule.choice.verdict
        number = item.sentence.id
        said = verdicts[number]
        others = max((most for other, most in loudest.items() if other != number), default=-_FAR)
        here = near.of(number) if near is not None else 0.0
        sure = rule.likely if says is not None else 0.0
        if rule.reckoned and sure >= _RECKONED:
            sure = max(sure, FIRM)
        left_out = time_left_out(question, item) >= 0
        for verdict in ("Yes", "No"):
            against = rule.denied_above if verdict == "Yes" else left_out
            differs = FIRM if against else sure
            own, other = (said.yes, said.no) if verdict == "Yes" else (said.no, said.yes)
            agrees = says == verdict
            amounts = {
                "said": own,
                "rather than the other": own - other,
                "margin": said.margin,
                "promise": max(-_FAR, promise(item, near)),
                "near": here,
                "behind": here - near.most if near is not None else 0.0,
                "engine agrees": sure if agrees else 0.0,
                "engine differs": 0.0 if agrees else differs,
                "yes": 1.0 if verdict == "Yes" else 0.0,
                "missing": float(len(told.missing)),
                "missing names": told.names,
                "missing numbers": told.numbers,
                "context": told.context,
                "above others": max(-_FAR, min(_FAR, own - others)),
                "tokens": float(len(question.tokens)),
                "row": 1.0 if item.sentence.cells else 0.0,
                "sentences": log2(1 + question.sentences) / 10,
            }
            found.append(Said(item, verdict, told, amounts))
    return found


def heard(found: Sequence[Said]) -> list[Choice]:
    """Return the sentences with what each says, likeliest first: without a verdict where neither is
    likely enough."""
    choices = []
    for one in sorted(found, key=lambda one: (-one.likely, one.ranked.sentence.id)):
        other = next(
            two.likely for two in found if two.ranked is one.ranked and two.verdict != one.verdict
        )
        if other > one.likely or (other == one.likely and one.verdict == "No"):
            continue
        # Not both can be right.
        sure = one.likely / max(1.0, one.likely + other)
        if sure > _LEAST_LIKELY:
            choices.append(Choice(one.ranked, None, one.told, sure, one.verdict, "as it is read"))
        else:
            either = min(1.0, one.likely + other)
            choices.append(Choice(one.ranked, None, one.told, either, None, "it says neither"))
    return choices


def vote(found: Sequence[Said], before: str | None) -> str:
    """Return in words what the reader alone says; `before` is the answer without it."""
    first = max(found, key=lambda one: one.amounts["said"])
    sentence = first.ranked.sentence
    said = (
        f'the reader says "{first.verdict}" ({sentence.path}:{sentence.line}), '
        f"{first.amounts['said']:+.1f} against saying neither"
    )
    changed = before is not None and before != first.verdict
    return f'{said}; without it: "{before}"' if changed else said


def _verdicts(
    question: Question, items: Sequence[RankedSentence], judge: Judge, store: SentenceStore
) -> dict[int, Verdict]:
    """Return what the reader says of each sentence, by its id; of those that say most, the mean of
    what it says of them alone and between their neighbours."""
    around = {one.ranked.sentence.id: one for one in with_neighbours(items, store)}
    laid = [
        lay_out(one.ranked.sentence, f"{one.before.text} " if one.before else "").passage
        for one in around.values()
    ]
    judged_alone = [Verdict(*one) for one in judge(question.corrected, laid)]
    said = dict(zip(around, judged_alone, strict=True))
    loud = sorted(around, key=lambda number: -max(said[number].yes, said[number].no))
    for number in loud[:AGAIN]:
        own = around[number]
        passage = in_paragraph(own.ranked.sentence, own.before, own.after)
        if passage is not None:
            [again] = judge(question.corrected, [passage])
            said[number] = Verdict(
                *((one + two) / 2 for one, two in zip(said[number], again, strict=True))
            )
    return said


@lru_cache(maxsize=1)
def _weights() -> LearnedSum:
    return LearnedSum.read(data_path(FILE), FEATURES, "python -m bench.train_read_verdicts")
