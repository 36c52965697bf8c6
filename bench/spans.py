"""Measure short answers: ``python -m bench.spans DATA`` (the folder of the shared data sets).

Exact match and F1 with the paragraph given on ``squad/dev.json``; on ``whole-articles`` how often
the best sentence (or one of the first five) holds the answer, the short answer is right, and yes
or no is said rightly, within the article and over all. Questions the engine would refuse are
answered here as well. Intervals are 95 %, by bootstrap over articles.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence

from bench.spans_data import Asked, Room, exact, normal, overlap, paragraphs, whole_articles
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.spans import score_spans
from hegang_qa.answers.verdicts.verdict import verdict
from hegang_qa.ranking.model import RankedSentence

Row = tuple[int, tuple[float, ...]]


def interval(rows: Sequence[Row], measure: Callable[[Sequence[Row]], float]) -> str:
    """Return the measure with its 95 % interval, articles drawn with repetition."""
    by_article: dict[int, list[Row]] = {}
    for row in rows:
        by_article.setdefault(row[0], []).append(row)
    articles = list(by_article)
    draw = random.Random(7)
    values = sorted(
        measure([row for _ in articles for row in by_article[draw.choice(articles)]])
        for _ in range(400)
    )
    return f"{measure(rows):5.1f} [{values[10]:.1f}, {values[389]:.1f}]"


def mean(column: int) -> Callable[[Sequence[Row]], float]:
    return lambda rows: 100 * sum(row[1][column] for row in rows) / max(1, len(rows))


def given(path: str, limit: int | None, failures: bool) -> None:
    """Print exact match and F1 with the paragraph given."""
    room, asked = paragraphs(path)
    random.Random(3).shuffle(asked)
    rows: list[Row] = []
    times = []
    kinds: Counter[str] = Counter()
    for one in asked[:limit]:
        question, ranked = room.ask(one.text, one.documents, 5)
        begun = time.perf_counter()
        spans = score_spans(question, ranked, lexicon=room.lexicon)
        times.append(time.perf_counter() - begun)
        best = spans[0].text if spans else ""
        plain = normal(best)
        golds = [normal(text) for text, _ in one.golds]
        rows.append(
            (one.article, (float(plain in golds), max(overlap(plain, gold) for gold in golds)))
        )
        kinds[kind_of_miss(spans[0] if spans else None, one.golds, ranked)] += 1
        if failures and plain not in golds:
            print(f"{one.text} | {question.answer_type} | {one.golds[0][0]} | {best}")
    times.sort()
    print(f"paragraph given, {len(rows)} questions of {os.path.basename(path)}")
    print(f"  exact match  {interval(rows, mean(0))}")
    print(f"  F1           {interval(rows, mean(1))}")
    for kind, count in kinds.most_common():
        print(f"    {100 * count / len(rows):5.1f} % {kind}")
    print(
        f"  score_spans  p50 {1000 * times[len(times) // 2]:.2f} ms,"
        f" p95 {1000 * times[len(times) * 95 // 100]:.2f} ms"
    )


def kind_of_miss(
    best: ScoredSpan | None, golds: Sequence[tuple[str, int]], ranked: Sequence[RankedSentence]
) -> str:
    """Return how an answer stands to the right ones: "right", or what is wrong with it."""
    if best is None:
        return "nothing found"
    if exact(best.text, [text for text, _ in golds]):
        return "right"
    sentence = best.ranked.sentence
    low, high = sentence.start + best.span.start, sentence.start + best.span.end
    spans = [(at, at + len(text)) for text, at in golds]
    if any(start <= low and high <= end for start, end in spans):
        return "too short"
    if any(low <= start and end <= high for start, end in spans):
        return "too long"
    if any(low < end and start < high for start, end in spans):
        return "cut wrongly"
    if any(sentence.start <= start < sentence.end for start, _ in spans):
        return "other words of the right sentence"
    here = [one.sentence for one in ranked]
    if any(one.start <= start < one.end for one in here for start, _ in spans):
        return "another sentence"
    return "the right sentence not among the best five"


def _yes_or_no(golds: Sequence[tuple[str, int]]) -> str | None:
    """Return "Yes" or "No" where all answers begin so; "" where they differ; else None."""
    firsts = {
        re.sub(r"\W", "", text.split()[0].lower()) if text.split() else "" for text, _ in golds
    }
    if not firsts & {"yes", "no"}:
        return None
    return "Yes" if "no" not in firsts else "No" if "yes" not in firsts else ""


def articles(room: Room, asked: Sequence[Asked], within: bool, failures: bool = False) -> None:
    """Print what is right on whole articles."""
    rows: list[Row] = []
    verdicts: list[Row] = []
    for one in asked:
        documents = one.documents if within else None
        kind = _yes_or_no(one.golds)
        if kind == "":
            continue
        question, ranked = room.ask(one.text, documents, 5)
        if kind is not None:
            told = verdict(question, ranked[0], lexicon=room.lexicon).text if ranked else None
            verdicts.append((one.article, (float(told is not None), float(told == kind))))
            continue
        golds = [text.strip().rstrip(".") for text, _ in one.golds]
        golds = [gold for gold in golds if gold and len(gold.split()) <= 6]
        if not golds:
            continue
        spans = score_spans(question, ranked, lexicon=room.lexicon)
        plain = [normal(gold) for gold in golds if normal(gold)]
        texts = [f" {normal(sentence.sentence.text)} " for sentence in ranked]
        holds = [any(f" {gold} " in text for gold in plain) for text in texts]
        best = spans[0].text if spans else ""
        if failures and not exact(best, golds):
            where = "best" if holds[0] else "other" if any(holds) else "no"
            print(f"{where} | {one.text} | {question.answer_type} | {golds[0]} | {best}")
        rows.append(
            (
                one.article,
                (
                    float(any(holds[:1])),
                    float(any(holds)),
                    float(exact(best, golds)),
                    max((overlap(normal(best), gold) for gold in plain), default=0.0),
                ),
            )
        )
    where = "within the article" if within else "over all articles"
    print(f"whole articles, {where}: {len(rows)} questions with answers of at most 6 words")
    print(f"  best sentence holds the answer  {interval(rows, mean(0))}")
    print(f"  one of the first five           {interval(rows, mean(1))}")
    print(f"  short answer right              {interval(rows, mean(2))}")
    print(f"  F1                              {interval(rows, mean(3))}")
    said = [row for row in verdicts if row[1][0]]
    print(f"  yes or no, {len(verdicts)} questions: answered {interval(verdicts, mean(0))}")
    print(f"  right, of those answered        {interval(said, mean(1))}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="the folder of the data sets")
    parser.add_argument("--limit", type=int, help="only so many questions with paragraph given")
    parser.add_argument("--failures", action="store_true", help="print wrong answers")
    options = parser.parse_args()
    given(os.path.join(options.data, "squad", "dev.json"), options.limit, options.failures)
    room, asked = whole_articles(os.path.join(options.data, "whole-articles"))
    articles(room, asked, within=True, failures=options.failures)
    articles(room, asked, within=False)


if __name__ == "__main__":
    main()
