"""The index for small collections: postings in plain dictionaries, nothing to load or to write."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeAlias

from hegang_qa.index.analysis import heading_of, terms_of, text_terms
from hegang_qa.index.protocol import Hit, SearchResult, WeightedTerm
from hegang_qa.index.scoring import BM25_B, BM25_K1, FIELD_WEIGHTS, is_common, rarity
from hegang_qa.index.vocabulary import ListedWords, Vocabulary, most_frequent
from hegang_qa.index.word_blocks import Blocks, by_frequency
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import fold, tokenize

__all__ = ["MemoryIndex"]

# Positions of sentences, and what a term adds to their scores.
_Gains: TypeAlias = tuple[tuple[int, float], ...]

# Gains are kept from question to question, of terms with so many sentences in all.
_GAINS_KEPT = 100_000


class MemoryIndex:
    """An index held in memory; see `hegang_qa.index.protocol.SentenceIndex`, and
    `hegang_qa.index.scoring` for the scores.

    The context of a sentence is not stored: it is read off its neighbours' postings, as the
    sentences of a paragraph stand together.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._ids: list[int] = []
        self._documents: list[int] = []
        self._lengths: list[int] = []
        # Term to the positions of the sentences that hold it, and how often, in step.
        self._postings: dict[str, tuple[list[int], list[int]]] = {}
        # Term to the texts around sentences (leads, headings, titles) that hold it.
        self._around: dict[str, list[int]] = {}
        self._members: list[list[int]] = []  # of each such text, its sentences
        self._factors: list[float] = []  # and how much a match there counts
        # Whether the sentence before stands in the same paragraph.
        self._follows: list[bool] = []
        self._words: dict[str, int] = {}
        self._vocabulary: tuple[ListedWords, Vocabulary] | None = None
        self._met: dict[str, _Gains] = {}
        self._kept = 0
        known: dict[tuple[float, str], int] = {}
        place: tuple[int, int] | None = None
        for position, sentence in enumerate(sentences):
            self._ids.append(sentence.id)
            self._documents.append(sentence.document)
            self._add_body(position, sentence.text)
            self._follows.append(place == (sentence.document, sentence.block))
            place = (sentence.document, sentence.block)
            for text, factor in (
                (sentence.lead, FIELD_WEIGHTS.context),
                (heading_of(sentence), FIELD_WEIGHTS.heading),
                (sentence.title, FIELD_WEIGHTS.title),
            ):
                if text:
                    number = known.get((factor, text))
                    if number is None:
                        number = known[factor, text] = self._add_around(text, factor)
                    self._members[number].append(position)
        self._follows.append(False)
        total = sum(self._lengths)
        self._average = total / len(self._ids) if total else 1.0

    def _add_body(self, position: int, text: str) -> None:
        tokens = tokenize(text)
        words = self._words
        for token in tokens:
            if token.kind == "word":
                words[token.norm] = words.get(token.norm, 0) + 1
        terms = terms_of(tokens)
        self._lengths.append(len(terms))
        postings = self._postings
        for term in terms:
            held = postings.get(term)
            if held is None:
                postings[term] = ([position], [1])
            elif held[0][-1] == position:
                held[1][-1] += 1
            else:
                held[0].append(position)
                held[1].append(1)

    def _add_around(self, text: str, factor: float) -> int:
        number = len(self._members)
        self._members.append([])
        self._factors.append(factor)
        for term in set(text_terms(text)):
            self._around.setdefault(term, []).append(number)
        return number

    def __len__(self) -> int:
        return len(self._ids)

    def search(
        self,
        terms: Sequence[WeightedTerm],
        *,
        limit: int,
        documents: Collection[int] | None = None,
    ) -> SearchResult:
        """Return at most `limit` sentences that hold any of `terms`; best first, ties by id."""
        scores: dict[int, float] = {}
        get = scores.get
        for term, weight in terms:
            gains = self._met.get(term)
            for position, gain in self._meet(term) if gains is None else gains:
                scores[position] = get(position, 0.0) + weight * gain
        if limit <= 0:
            return SearchResult(())
        if documents is not None:
            wanted = documents if isinstance(documents, (set, frozenset)) else set(documents)
            of = self._documents
            scores = {at: score for at, score in scores.items() if of[at] in wanted}
        # Plain numbers are soon sorted, and few places are left then.
        least = sorted(scores.values())[-limit] if len(scores) > limit else float("-inf")
        best = sorted([(-score, at) for at, score in scores.items() if score >= least])
        ids = self._ids
        # As the class would do it, in a third of the time.
        new = tuple.__new__
        return SearchResult(tuple([new(Hit, (ids[at], -score)) for score, at in best[:limit]]))

    def _meet(self, term: str) -> _Gains:
        """Return the gains of a term, and keep them: neighbouring questions share their terms. Two
        threads may both make them; they make the same."""
        gains = tuple(self._gains(term).items())
        if self._kept + len(gains) + 1 > _GAINS_KEPT:
            self._met = {}
            self._kept = 0
        self._met[term] = gains
        self._kept += len(gains) + 1  # an empty one takes room as well
        return gains

    def _gains(self, term: str) -> dict[int, float]:
        """Return what a term of weight 1 adds to the score of each sentence that has it in any
        field."""
        held = self._postings.get(term, ((), ()))[0]
        idf = rarity(len(held), len(self._ids))
        gains = self._own_gains(term, idf)
        if is_common(len(held), len(self._ids)):
            return gains
        get = gains.get
        near = FIELD_WEIGHTS.context * idf
        follows = self._follows
        for position in held:
            if follows[position] and get(position - 1, 0.0) < near:
                gains[position - 1] = near
            if follows[position + 1] and get(position + 1, 0.0) < near:
                gains[position + 1] = near
        for number in self._around.get(term, ()):
            gain = self._factors[number] * idf
            for position in self._members[number]:
                if get(position, 0.0) < gain:
                    gains[position] = gain
        return gains

    def _own_gains(self, term: str, idf: float) -> dict[int, float]:
        held, often = self._postings.get(term, ((), ()))
        scale = idf * (BM25_K1 + 1.0)
        flat = BM25_K1 * (1.0 - BM25_B)
        slope = BM25_K1 * BM25_B / self._average
        lengths = self._lengths
        return {
            position: scale * count / (count + flat + slope * lengths[position])
            for position, count in zip(held, often, strict=True)
        }

    def document_frequencies(self, terms: Sequence[str]) -> list[int]:
        """Return in how many sentences each term stands, in order (see the protocol)."""
        get, around = self._postings.get, self._around
        return [
            len(held[0]) if (held := get(term)) is not None else int(term in around)
            for term in terms
        ]

    def similar_terms(self, term: str, *, limit: int = 5) -> list[tuple[str, float]]:
        """Return words of the vocabulary spelled like `term`, with similarity, best first."""
        return self._by_spelling()[1].similar(term, limit=limit)

    def has_prefix(self, prefix: str, *, limit: int = 20) -> list[str]:
        """Return words of the vocabulary that begin with `prefix`, most frequent first."""
        folded = fold(prefix)
        return most_frequent(self._by_spelling()[0].beginning(folded), limit) if folded else []

    def _by_spelling(self) -> tuple[ListedWords, Vocabulary]:
        # Made on first use: a question without an unknown word never needs it. Two threads may
        # both make it; they make the same.
        if self._vocabulary is None:
            listed = ListedWords(self._words)
            blocks = Blocks.of(by_frequency(self._words.items()))
            self._vocabulary = (listed, Vocabulary(blocks))
        return self._vocabulary
