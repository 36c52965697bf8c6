"""Raw tantivy and bm25s on ready tokens, each in a process of its own: the bounds to compare with.

``python -m bench.scale_peers tantivy|bm25s TOKENS QUESTIONS FOLDER`` prints a JSON object. TOKENS
holds a sentence a line, its terms parted by blanks; QUESTIONS the terms of a question a line.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

__all__ = ["percentiles"]


def percentiles(seconds: list[float]) -> dict[str, float]:
    """Return the median and the 95th percentile in milliseconds."""
    ordered = sorted(seconds)
    return {
        "p50_ms": 1000 * statistics.median(ordered),
        "p95_ms": 1000 * ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))],
    }


def _most_memory() -> float:
    """Return the most memory (MB) this process has had; 0 where the system does not tell.

    `getrusage` would count that of the program that started this one.
    """
    try:
        with open("/proc/self/status", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) / 1024
    except OSError:
        return 0.0


def _timed(ask: Callable[[list[str]], Any], questions: list[list[str]]) -> dict[str, float]:
    """Return processor times: those of a busy machine mean something, too."""
    for words in questions[:5]:
        ask(words)
    times = []
    for words in questions:
        begun = time.process_time()
        ask(words)
        times.append(time.process_time() - begun)
    return percentiles(times)


def _tantivy(tokens: str, questions: list[list[str]], folder: str) -> dict[str, float]:
    import os

    import tantivy

    begun, cpu = time.perf_counter(), time.process_time()
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", fast=True)
    builder.add_text_field("body", tokenizer_name="terms", index_option="freq")
    schema = builder.build()
    os.makedirs(folder)
    index = tantivy.Index(schema, path=folder)
    analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("terms", analyser)
    writer = index.writer(60_000_000, 1)
    with open(tokens, encoding="utf-8") as file:
        for number, line in enumerate(file):
            document = tantivy.Document()
            document.add_unsigned("id", number)
            document.add_text("body", line)
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    built, spent = time.perf_counter() - begun, time.process_time() - cpu
    peak = _most_memory()
    index.reload()
    searcher = index.searcher()
    should, query = tantivy.Occur.Should, tantivy.Query

    def ask(words: list[str]) -> None:
        parts = [(should, query.term_query(schema, "body", word, "freq")) for word in words]
        searcher.search(query.boolean_query(parts), 40, count=False)

    size = sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder))
    return {
        "build_s": built,
        "build_cpu_s": spent,
        "peak_mb": peak,
        "disk_mb": size / 1e6,
        **_timed(ask, questions),
    }


def _bm25s(tokens: str, questions: list[list[str]], folder: str) -> dict[str, float]:
    import bm25s

    with open(tokens, encoding="utf-8") as file:
        corpus = [line.split() for line in file]
    begun, cpu = time.perf_counter(), time.process_time()
    retriever = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
    retriever.index(corpus, show_progress=False)
    built, spent = time.perf_counter() - begun, time.process_time() - cpu
    peak = _most_memory()
    k = min(40, len(corpus))

    def ask(words: list[str]) -> None:
        retriever.retrieve([words], k=k, show_progress=False)

    return {"build_s": built, "build_cpu_s": spent, "peak_mb": peak, **_timed(ask, questions)}


if __name__ == "__main__":
    name, token_file, question_file, place = sys.argv[1:]
    with open(question_file, encoding="utf-8") as lines:
        asked = [line.split() for line in lines]
    measure = {"tantivy": _tantivy, "bm25s": _bm25s}[name]
    print(json.dumps(measure(token_file, asked, place)))
