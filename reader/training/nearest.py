"""Sentences of the collections as an engine reads them: which are near a question, and how each is
laid out, alone and between its neighbours."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bench.handbooks import Handbook
    from hegang_qa.sentences.model import Sentence

__all__ = ["IN_PARAGRAPH", "Nearest", "view", "views"]

IN_PARAGRAPH = 0.4
"""How many of the sentences that answer are read between their neighbours as well."""


class Nearest:
    """Finds the sentences of a collection that an engine would read for a question."""

    def __init__(self, book: Handbook) -> None:
        self.book = book
        self._meanings, self._rules, self._lexicon = _means()

    def ranked(self, text: str) -> list[Sentence]:
        """Return the sentences that words and meaning find, best first."""
        from hegang_qa.answers.reading.by_meaning import with_nearest
        from hegang_qa.question import understand
        from hegang_qa.ranking import rank

        book = self.book
        question = understand(text, rules=self._rules, index=book.index, lexicon=self._lexicon)
        ranked = list(rank(question, index=book.index, store=book.store))
        near = self._meanings.near(question, book.store, None)
        if near is not None:
            ranked = with_nearest(question, ranked, near, index=book.index, store=book.store)
        found = [one.sentence for one in ranked]
        return [one for one in found if one.kind != "heading" and one.text[-1:] != "?"]

    def others(self, text: str, right: Collection[int], count: int) -> list[int]:
        """Return the ids of the first `count` that are none of some."""
        return [one.id for one in self.ranked(text) if one.id not in right][:count]


@cache
def _means() -> tuple[Any, Any, Any]:
    from hegang_qa_reader import load_reader

    from hegang_qa.answers.reading.meanings import Meanings
    from hegang_qa.intents import load_rules
    from hegang_qa.text.lexicon import Lexicon

    finder = load_reader().finder
    assert finder is not None
    return Meanings(finder), load_rules(), Lexicon.open()


def views(
    book: Handbook, sentence: Sentence, quote: str, in_paragraph: float, rng: random.Random
) -> Iterator[tuple[str, tuple[int, int] | None, int]]:
    """Yield a sentence as it is read, and with a chance of `in_paragraph` between its neighbours:
    the text, the span of `quote` in it, and the length of what stands before."""
    from hegang_qa.answers.reading.passages import in_paragraph as between
    from hegang_qa.answers.reading.passages import lay_out

    before, after = (_beside(book, sentence, step) for step in (-1, 1))
    laid = lay_out(sentence, f"{before.text} " if before is not None else "")
    passages = [laid.passage]
    paragraph = between(sentence, before, after)
    if paragraph is not None and rng.random() < in_paragraph:
        passages.append(paragraph)
    at = sentence.text.find(quote)
    place = laid.forth(at, at + len(quote))
    for passage in passages:
        shift = len(passage.context)
        span = (place[0] + shift, place[1] + shift) if place else None
        yield passage.context + passage.text, span, shift


def view(book: Handbook, number: int, in_paragraph: float, rng: random.Random) -> tuple[str, int]:
    """Return a sentence as it is read, with a chance of `in_paragraph` between its neighbours, and
    the length of what stands before."""
    from hegang_qa.answers.reading.passages import in_paragraph as between
    from hegang_qa.answers.reading.passages import lay_out

    sentence = book.sentences[number]
    before, after = (_beside(book, sentence, step) for step in (-1, 1))
    passage = lay_out(sentence, f"{before.text} " if before is not None else "").passage
    if rng.random() < in_paragraph:
        passage = between(sentence, before, after) or passage
    return passage.context + passage.text, len(passage.context)


def _beside(book: Handbook, sentence: Sentence, step: int) -> Sentence | None:
    number = sentence.id + step
    if not 0 <= number < len(book.sentences):
        return None
    other = book.sentences[number]
    same = (other.document, other.block) == (sentence.document, sentence.block)
    return other if same else None
