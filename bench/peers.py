"""Other ways of finding the sentence that answers, each over the same sentences."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr
from io import StringIO
from typing import Any, TypeAlias

__all__ = ["PEERS", "Scores", "make_peers"]

Scores: TypeAlias = Callable[[str], Sequence[float]]
"""From a question to the score of every sentence, in order."""

_WORD = re.compile(r"\w+")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _rapidfuzz(texts: Sequence[str]) -> Scores:
    from rapidfuzz import fuzz, process, utils

    plain = [utils.default_process(text) for text in texts]

    def scores(question: str) -> Sequence[float]:
        asked = utils.default_process(question)
        found = process.cdist([asked], plain, scorer=fuzz.token_set_ratio)[0]
        values: list[float] = found.tolist()
        return values

    return scores


def _rank_bm25(texts: Sequence[str]) -> Scores:
    from rank_bm25 import BM25Okapi

    index = BM25Okapi([_words(text) for text in texts])

    def scores(question: str) -> Sequence[float]:
        values: list[float] = index.get_scores(_words(question)).tolist()
        return values

    return scores


def _bm25s_index(texts: Sequence[str]) -> tuple[Any, Any]:
    import bm25s
    import Stemmer

    stemmer = Stemmer.Stemmer("english")
    tokenizer = bm25s.tokenization.Tokenizer(stemmer=stemmer, stopwords="en")
    index = bm25s.BM25()
    tokens = tokenizer.tokenize(list(texts), show_progress=False, return_as="tuple")
    index.index(tokens, show_progress=False)
    return index, tokenizer


def _bm25s(texts: Sequence[str]) -> Scores:
    index, tokenizer = _bm25s_index(texts)

    def scores(question: str) -> Sequence[float]:
        ids = tokenizer.tokenize(
            [question], update_vocab=False, show_progress=False, return_as="ids"
        )[0]
        if not ids:
            return [0.0] * len(texts)
        values: list[float] = index.get_scores(ids).tolist()
        return values

    return scores


def _reranked(texts: Sequence[str]) -> Scores:
    """The first fifty of bm25s, in the order of rapidfuzz's token_set_ratio."""
    from rapidfuzz import fuzz, utils

    first = _bm25s(texts)
    plain = [utils.default_process(text) for text in texts]

    def scores(question: str) -> Sequence[float]:
        import numpy as np

        found = np.asarray(first(question))
        asked = utils.default_process(question)
        out = np.zeros(len(texts))
        top = float(found.max()) or 1.0
        for at in np.argsort(-found, kind="stable")[:50]:
            out[at] = 1.0 + fuzz.token_set_ratio(asked, plain[at]) / 100 + found[at] / top
        values: list[float] = out.tolist()
        return values

    return scores


def _tantivy(texts: Sequence[str]) -> Scores:
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("text", tokenizer_name="en_stem")
    schema.add_integer_field("at", stored=True, indexed=True)
    index = tantivy.Index(schema.build())
    writer = index.writer(num_threads=1)
    for at, text in enumerate(texts):
        writer.add_document(tantivy.Document(text=text, at=at))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def scores(question: str) -> Sequence[float]:
        query = index.parse_query(" ".join(_words(question)) or "a", ["text"])
        out = [0.0] * len(texts)
        for score, address in searcher.search(query, 1000).hits:
            out[searcher.doc(address)["at"][0]] = score
        return out

    return scores


def _fts5(texts: Sequence[str]) -> Scores:
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table s using fts5(text, tokenize='porter unicode61')")
    database.executemany("insert into s(rowid, text) values (?, ?)", enumerate(texts, 1))

    def scores(question: str) -> Sequence[float]:
        query = " OR ".join(f'"{word}"' for word in _words(question))
        out = [0.0] * len(texts)
        if query:
            statement = "select rowid, bm25(s) from s where s match ? order by 2 limit 1000"
            for at, score in database.execute(statement, (query,)):
                out[at - 1] = -score
        return out

    return scores


PEERS: dict[str, Callable[[Sequence[str]], Scores]] = {
    "rapidfuzz (token_set_ratio)": _rapidfuzz,
    "rank_bm25": _rank_bm25,
    "bm25s (stems, stop words)": _bm25s,
    "bm25s, re-ranked by rapidfuzz": _reranked,
    "SQLite FTS5 (porter)": _fts5,
    "tantivy (en_stem)": _tantivy,
}


def make_peers(texts: Sequence[str]) -> Iterator[tuple[str, Scores]]:
    """Yield those that are installed, over `texts`; the others are named and left out."""
    for name, make in PEERS.items():
        try:
            with _quiet():
                scores = make(texts)
        except ImportError:
            print(f"{name} is not installed: left out")
            continue
        yield name, scores


@contextmanager
def _quiet() -> Iterator[None]:
    with redirect_stderr(StringIO()):
        yield
