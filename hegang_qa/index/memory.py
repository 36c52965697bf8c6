"""The index for small collections: postings in plain dictionaries, nothing to load or to write."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from heapq import nsmallest
from math import log

from hegang_qa.index.analysis import BM25_B, BM25_K1, FIELD_WEIGHTS, terms_of, text_terms
from hegang_qa.index.protocol import Hit, SearchResult, WeightedTerm
from hegang_qa.index.vocabulary import Vocabulary
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize

__all__ = ["MemoryIndex"]


class _Field:
    """Postings of one field: for each term the entries that hold it and how often."""

    __slots__ = ("average", "lengths", "postings")

    def __init__(self) -> None:
        self.postings: dict[str, dict[int, int]] = {}
        self.lengths: list[int] = []
        self.average = 1.0

    def add(self, terms: Sequence[str]) -> None:
        entry = len(self.lengths)
        self.lengths.append(len(terms))
        postings = self.postings
        for term in terms:
            held = postings.get(term)
            if held is None:
                postings[term] = {entry: 1}
            else:
                held[entry] = held.get(entry, 0) + 1


class MemoryIndex:
    """An index held in memory; see `hegang_qa.index.protocol.SentenceIndex`.

    Scores are the sum over terms and fields of
    ``weight * field weight * idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average))``
    with the body's idf ``ln(1 + (n - df + .5) / (df + .5))`` for every field (Robertson &
    Zaragoza 2009, with the idf of Lucene, which is never negative).
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._ids = [sentence.id for sentence in sentences]
        self._documents = [sentence.document for sentence in sentences]
        self._body = _Field()
        self._words: dict[str, int] = {}
        words = self._words
        texts: dict[str, list[str]] = {}
        # Sentences of one paragraph stand together: [first, last) of the paragraph of each.
        self._first: list[int] = []
        self._last: list[int] = []
        self._extra = _Field()  # leads, headings, titles: one entry for each distinct text
        self._groups: list[list[int]] = []
        self._factors: list[float] = []
        groups: dict[tuple[str, str], int] = {}
        start = 0
        previous: tuple[int, int] | None = None
        for position, sentence in enumerate(sentences):
            tokens = tokenize(sentence.text)
            self._body.add(terms_of(tokens))
            for token in tokens:
                if token.kind == "word":
                    words[token.norm] = words.get(token.norm, 0) + 1
            place = (sentence.document, sentence.block)
            if place != previous:
                self._last.extend([position] * (position - start))
                start, previous = position, place
            self._first.append(start)
            for name, text, factor in (
                ("context", sentence.lead, FIELD_WEIGHTS.context),
                ("heading", sentence.heading, FIELD_WEIGHTS.heading),
                ("title", sentence.title, FIELD_WEIGHTS.title),
            ):
                if not text:
                    continue
                group = groups.get((name, text))
                if group is None:
                    group = groups[name, text] = len(self._groups)
                    self._groups.append([])
                    self._factors.append(factor)
                    if text not in texts:
                        texts[text] = text_terms(text)
                    self._extra.add(texts[text])
                self._groups[group].append(position)
        self._last.extend([len(sentences)] * (len(sentences) - start))
        total = sum(self._body.lengths)
        self._body.average = total / len(sentences) if sentences else 1.0
        self._vocabulary: Vocabulary | None = None

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
        if limit <= 0 or not terms:
            return SearchResult(())
        scores: dict[int, float] = {}
        for term, weight in terms:
            self._score(term, weight, scores)
        items = scores.items()
        if documents is not None:
            wanted = documents if isinstance(documents, (set, frozenset)) else set(documents)
            of = self._documents
            found = [(-score, at) for at, score in items if of[at] in wanted]
        else:
            found = [(-score, at) for at, score in items]
        best = nsmallest(limit, found) if len(found) > limit else sorted(found)
        ids = self._ids
        return SearchResult(tuple([Hit(ids[at], -score) for score, at in best]))

    def _score(self, term: str, weight: float, scores: dict[int, float]) -> None:
        body = self._body
        held = body.postings.get(term, {})
        n = len(self._ids)
        df = len(held)
        idf = weight * log(1.0 + (n - df + 0.5) / (df + 0.5))
        scale = idf * (BM25_K1 + 1.0)
        flat = BM25_K1 * (1.0 - BM25_B)
        slope = BM25_K1 * BM25_B / (body.average or 1.0)
        lengths = body.lengths
        get = scores.get
        around: dict[int, int] = {}
        first, last = self._first, self._last
        for at, tf in held.items():
            scores[at] = get(at, 0.0) + scale * tf / (tf + flat + slope * lengths[at])
            if at > first[at]:
                around[at - 1] = around.get(at - 1, 0) + tf
            if at + 1 < last[at]:
                around[at + 1] = around.get(at + 1, 0) + tf
        # Two neighbours are twice as long as a sentence: lengths are compared with 2 * average.
        near = scale * FIELD_WEIGHTS.context
        slope /= 2.0
        for at, tf in around.items():
            length = (lengths[at - 1] if at > first[at] else 0) + (
                lengths[at + 1] if at + 1 < last[at] else 0
            )
            scores[at] = get(at, 0.0) + near * tf / (tf + flat + slope * length)
        for group, tf in self._extra.postings.get(term, {}).items():
            gain = self._factors[group] * scale * tf / (tf + BM25_K1)
            for at in self._groups[group]:
                scores[at] = get(at, 0.0) + gain

    def document_frequencies(self, terms: Sequence[str]) -> list[int]:
        """Return in how many sentences each term stands, in order."""
        postings = self._body.postings
        return [len(postings.get(term, ())) for term in terms]

    def similar_terms(self, term: str, *, limit: int = 5) -> list[tuple[str, float]]:
        """Return words of the vocabulary spelled like `term`, with similarity, best first."""
        return self._words_by_spelling().similar(term, limit=limit)

    def has_prefix(self, prefix: str, *, limit: int = 20) -> list[str]:
        """Return words of the vocabulary that begin with `prefix`, most frequent first."""
        return self._words_by_spelling().with_prefix(prefix, limit=limit)

    def _words_by_spelling(self) -> Vocabulary:
        # Made on first use: a question without an unknown word never needs it. Two threads may
        # both make it; they make the same.
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(self._words)
        return self._vocabulary

    def position(self, sentence_id: int) -> int:
        """Return where the sentence with this id stands in the index, -1 if nowhere."""
        at = bisect_left(self._ids, sentence_id)
        return at if at < len(self._ids) and self._ids[at] == sentence_id else -1
