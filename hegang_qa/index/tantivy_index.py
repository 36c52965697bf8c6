"""The index for large collections: tantivy, in memory or on disk.

Terms come analysed from `hegang_qa.index.analysis`, so tantivy's tokenizer only parts them at
blanks. Queries are built from terms; nothing is ever parsed as a query string.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import tantivy

from hegang_qa.index.analysis import heading_of, text_terms
from hegang_qa.index.extraction import Extractor
from hegang_qa.index.protocol import Hit, SearchResult, WeightedTerm
from hegang_qa.index.scoring import FIELD_WEIGHTS, is_common, rarity
from hegang_qa.index.vocabulary import Vocabulary, most_frequent
from hegang_qa.index.word_blocks import (
    MOST_LISTED,
    Blocks,
    by_frequency,
    frequent_beginnings,
)
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import fold

__all__ = [
    "IndexedSentence",
    "TantivyIndex",
    "analyse",
    "build_tantivy_index",
    "index_document",
    "register_tokenizers",
    "schema",
]

_TOKENIZER = "terms"
_AROUND = tuple(zip(FIELD_WEIGHTS._fields, FIELD_WEIGHTS, strict=True))


def schema() -> tantivy.Schema:
    """Return the schema of an index of sentences, in memory or on disk."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    builder.add_unsigned_field("document", indexed=True)
    builder.add_text_field("body", tokenizer_name=_TOKENIZER, index_option="freq")
    for name, _ in _AROUND:
        builder.add_text_field(name, tokenizer_name=_TOKENIZER, index_option="basic")
    builder.add_text_field("word", tokenizer_name=_TOKENIZER, index_option="basic")
    return builder.build()


def register_tokenizers(index: tantivy.Index) -> None:
    """Register the tokenizer that the schema names: needed again each time an index is opened."""
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_TOKENIZER, analyzer)


_Own = tuple[Sentence, str, str]
"""A sentence with its terms and its distinct words, each parted by blanks."""


class IndexedSentence(NamedTuple):
    """What is indexed of a sentence: terms of each field, parted by blanks; plain data, so that
    it can be made in another process. `words` are the distinct folded words, for spelling."""

    id: int
    document: int
    body: str
    context: str
    heading: str
    title: str
    words: str


def analyse(sentences: Iterable[Sentence]) -> Iterable[IndexedSentence]:
    """Yield what is to be indexed of each sentence.

    The sentences of a paragraph must stand together, in order: they are each other's context.
    """
    extractor = Extractor()
    before: _Own | None = None
    here: _Own | None = None
    for sentence in sentences:
        body = extractor.terms(sentence.text)
        after = (sentence, body, " ".join(sorted(extractor.take_words())))
        if here is not None:
            yield _with_context(before, here, after)
        before, here = here, after
    if here is not None:
        yield _with_context(before, here, None)


def _with_context(before: _Own | None, here: _Own, after: _Own | None) -> IndexedSentence:
    sentence, body, words = here
    place = (sentence.document, sentence.block)
    around = [
        each[1]
        for each in (before, after)
        if each is not None and (each[0].document, each[0].block) == place
    ]
    if sentence.lead:
        around.append(_around_terms(sentence.lead))
    heading = heading_of(sentence)
    return IndexedSentence(
        sentence.id,
        sentence.document,
        body,
        " ".join(around),
        _around_terms(heading) if heading else "",
        _around_terms(sentence.title) if sentence.title else "",
        words,
    )


@lru_cache(maxsize=1024)
def _around_terms(text: str) -> str:
    return " ".join(text_terms(text))


def index_document(entry: IndexedSentence) -> tantivy.Document:
    """Return the tantivy document of a sentence."""
    document = tantivy.Document()
    document.add_unsigned("id", entry.id)
    document.add_unsigned("document", entry.document)
    document.add_text("body", entry.body)
    if entry.context:
        document.add_text("context", entry.context)
    if entry.heading:
        document.add_text("heading", entry.heading)
    if entry.title:
        document.add_text("title", entry.title)
    if entry.words:
        document.add_text("word", entry.words)
    return document


def build_tantivy_index(
    sentences: Iterable[Sentence], *, heap_size: int = 64_000_000, threads: int = 1
) -> TantivyIndex:
    """Return an index over `sentences` in memory. Equal input gives equal scores."""
    index = tantivy.Index(schema())
    register_tokenizers(index)
    writer = index.writer(heap_size, threads)
    for entry in analyse(sentences):
        writer.add_document(index_document(entry))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    made = TantivyIndex(index)
    # A hundredth of the time that the sentences took, and no look-up has to wait for it.
    made.prepare_words()
    return made


class TantivyIndex:
    """One immutable snapshot of a tantivy index; see `hegang_qa.index.protocol.SentenceIndex`.

    For the latest state after a commit, make another from the same `tantivy.Index`. Frequencies
    count deleted sentences until tantivy merges their segments; ids never do.
    """

    def __init__(self, index: tantivy.Index) -> None:
        self._schema = index.schema
        self._searcher = index.searcher()
        self._total = self._searcher.num_docs
        self._vocabulary: tuple[dict[str, list[str]], Vocabulary] | None = None
        self._frequency = lru_cache(maxsize=8192)(self._read_frequency)

    def __len__(self) -> int:
        return self._total

    def search(
        self,
        terms: Sequence[WeightedTerm],
        *,
        limit: int,
        documents: Collection[int] | None = None,
    ) -> SearchResult:
        """Return at most `limit` sentences that hold any of `terms`; best first, ties by id."""
        parts = [
            (tantivy.Occur.Should, self._term_query(term, weight))
            for term, weight in terms
            if term and weight > 0.0
        ]
        if not parts or limit <= 0 or (documents is not None and not documents):
            return SearchResult(())
        query = tantivy.Query.boolean_query(parts)
        if documents is not None:
            within = tantivy.Query.term_set_query(self._schema, "document", sorted(documents))
            query = tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Must, query),
                    (tantivy.Occur.Must, tantivy.Query.const_score_query(within, 0.0)),
                ]
            )
        hits = self._searcher.search(query, limit, count=False).hits
        addresses = [address for _, address in hits]
        ids = self._searcher.fast_field_values("id", addresses)
        found = [
            Hit(int(number), float(score))
            for number, (score, _) in zip(ids, hits, strict=True)
            if number is not None
        ]
        found.sort(key=lambda hit: (-hit.score, hit.id))
        return SearchResult(tuple(found))

    def _term_query(self, term: str, weight: float) -> tantivy.Query:
        make = tantivy.Query
        body = make.term_query(self._schema, "body", term, index_option="freq")
        if weight != 1.0:
            body = make.boost_query(body, weight)
        frequency = self._frequency(term)
        if is_common(frequency, self._total):
            return body
        value = weight * rarity(frequency, self._total)
        fields = [body]
        for name, factor in _AROUND:
            held = make.term_query(self._schema, name, term, index_option="basic")
            fields.append(make.const_score_query(held, factor * value))
        return make.disjunction_max_query(fields)

    def _read_frequency(self, term: str) -> int:
        return self._searcher.doc_freq("body", term)

    def document_frequencies(self, terms: Sequence[str]) -> list[int]:
        """Return in how many sentences each term stands, in order (see the protocol)."""
        return [
            (self._frequency(term) or int(self._stands_above(term))) if term else 0
            for term in terms
        ]

    def _stands_above(self, term: str) -> bool:
        return any(self._searcher.doc_freq(name, term) for name, _ in _AROUND)

    def similar_terms(self, term: str, *, limit: int = 5) -> list[tuple[str, float]]:
        """Return words of the vocabulary spelled like `term`, with similarity, best first."""
        return self._by_spelling()[1].similar(term, limit=limit)

    def has_prefix(self, prefix: str, *, limit: int = 20) -> list[str]:
        """Return words of the vocabulary that begin with `prefix`, most frequent first."""
        folded = fold(prefix)
        listed = self._by_spelling()[0].get(folded)
        if listed is not None and limit <= MOST_LISTED:
            return listed[: max(limit, 0)]
        return most_frequent(self._beginning(folded), limit) if folded else []

    def prepare_words(self) -> None:
        """Make ready what finds words by spelling, which takes some microseconds a word. Else it
        is made at the first look-up; two threads may both make it, and make the same."""
        self._by_spelling()

    def _by_spelling(self) -> tuple[dict[str, list[str]], Vocabulary]:
        if self._vocabulary is None:
            words = by_frequency(self._beginning(""))
            self._vocabulary = (frequent_beginnings(words), Vocabulary(Blocks.of(words)))
        return self._vocabulary

    def _beginning(self, prefix: str) -> list[tuple[str, int]]:
        return self._searcher.terms_with_prefix("word", prefix)
