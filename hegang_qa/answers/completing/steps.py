"""A step, rule or point of a list that is asked for by its place: "what is the second step of
descaling", "what is rule 4", "what is the last step"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hegang_qa.answers.accounts import stands_above
from hegang_qa.answers.asked_above import is_opposed
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.model import as_said
from hegang_qa.question.model import Question
from hegang_qa.question.words import STEPS
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.numbers import ordinal_place
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["with_step"]

# What stands over a list of things to do, one after the other.
_ORDERED = frozenset("method steps instructions procedure directions preparation guide how".split())
_ASKING = frozenset("what which say says tell".split())
# The share of the question that what stands over a list must account for, and how sure it is then.
_NAMED = 0.6
_SURE = 0.6
_LESS_SURE = 0.4
# Sentences looked at on either side of one that was found, and from the beginning.
_REACH = 30
_FROM_THE_START = 400


class _Asked(NamedTuple):
    """The place in a list that is asked for (from 1; 0 for the last) and the tokens that say so."""

    place: int
    noun: int
    tokens: frozenset[int]


def with_step(asking: Asking, answer: Answer) -> Answer:
    """Return the item of a list at the place that is asked for; the answer as it is where none is
    asked for, a sentence itself is so numbered ("Step 2: ..."), or no list fits."""
    question, ranked, store = asking.question, asking.ranked, asking.store
    asked = _asked(question)
    if asked is None or any(_is_numbered(question, asked, one) for one in ranked):
        return answer
    others = [
        n
        for n, term in enumerate(question.terms)
        if term.token not in asked.tokens and not term.light
    ]
    weight = sum(question.terms[n].share for n in others)
    least = _NAMED if weight else 0.0
    found, named = _best(question, asked, others, _around(ranked, store))
    if not found or named < least:
        # Only now: to read the ids of a large collection takes its time.
        start = store.get(store.ids()[:_FROM_THE_START])
        documents = {one.sentence.document for one in ranked}
        if not ranked:
            limit = asking.documents
            there = {one.document for one in start if limit is None or one.document in limit}
            documents = there if len(there) == 1 else set()
        start = [one for one in start if one.document in documents]
        found, named = _best(question, asked, others, _parted(start))
    sure = _SURE if weight or named > _NAMED else _LESS_SURE
    if not found or named < least or sure < asking.least:
        return answer
    item = found[asked.place - 1]
    text = as_said(item.text).rstrip(" .;,")
    return told_by(answer, item, text, sure, (0, len(item.text.rstrip(" .;,"))))


def _asked(question: Question) -> _Asked | None:
    """Return the place in a list that a question asks for, None where it asks for none."""
    tokens = question.tokens
    if not tokens or _ASKING.isdisjoint(token.norm for token in tokens):
        return None
    for at, token in enumerate(tokens):
        if token.norm not in STEPS:
            continue
        before = tokens[at - 1].norm if at else ""
        after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
        number = int(after) if after.isdigit() else NUMBER_WORDS.get(after, 0)
        if 0 < number < 100:
            return _Asked(int(number), at, frozenset((at, at + 1)))
        place = ordinal_place(before)
        if place is not None:
            return _Asked(place, at, frozenset((at - 1, at)))
    return None


def _is_numbered(question: Question, asked: _Asked, one: RankedSentence) -> bool:
    """Return whether a sentence itself is called so ("Step 2: ...")."""
    noun = question.tokens[asked.noun].stem
    return any(
        first.stem == noun and second.norm == str(asked.place)
        for first, second in zip(one.tokens, one.tokens[1:4], strict=False)
    )


def _best(
    question: Question, asked: _Asked, others: Sequence[int], lists: Iterable[list[Sentence]]
) -> tuple[list[Sentence], float]:
    """Return the list that what stands over it fits best, and how well (0..1.4); of lists that fit
    alike the first. `others` are the terms that are to be named over it."""
    weight = sum(question.terms[n].share for n in others)
    noun = question.tokens[asked.noun].stem
    best = 0.0
    found: list[Sentence] = []
    for items in lists:
        heading = items[0].heading.rpartition(" > ")[2]
        if len(items) < max(2, asked.place) or is_opposed(question.corrected, heading):
            continue
        named = sum(question.terms[n].share for n in others if stands_above(question, n, items[0]))
        over = f"{items[0].heading} {items[0].lead or ''}"
        called = any(token.stem == noun for token in tokenize(over))
        ordered = any(token.norm in _ORDERED for token in tokenize(heading))
        worth = (named / weight if weight else 0.5) + 0.3 * called + 0.1 * ordered
        if worth > best:
            best, found = worth, items
    return found, best


def _around(ranked: Sequence[RankedSentence], store: SentenceStore) -> Iterator[list[Sentence]]:
    """Yield the lists around the sentences that were found."""
    for one in ranked:
        number = one.sentence.id
        around = store.get(range(max(0, number - _REACH), number + _REACH + 1))
        yield from _parted([s for s in around if s.document == one.sentence.document])


def _parted(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Yield the lists of some sentences, the first sentence of each item."""
    items: list[Sentence] = []
    for sentence in sentences:
        is_item = sentence.kind == "item"
        if items and not (is_item and _alike(sentence, items[0])):
            yield items
            items = []
        if is_item and (not items or items[-1].block != sentence.block):
            items.append(sentence)
    if items:
        yield items


def _alike(one: Sentence, other: Sentence) -> bool:
    return (one.heading, one.lead) == (other.heading, other.lead)
