"""All measures of answer quality in one run: ``python -m bench.quality DATA`` (the data's folder).

Prints Markdown tables with the peers beside the engine and 95 % intervals (bootstrap over
articles); ``--write docs/benchmarks.md`` puts them between that file's markers. ``--only`` runs
some parts, ``--limit`` takes so many questions of each set. Nothing is tuned on these files.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench import sentences as splitting
from bench.peers import make_peers
from bench.quality_sets import (
    Asked,
    Layout,
    Row,
    holds_words,
    lay_out,
    paragraph_removed,
    run,
    squad_questions,
    whole_articles,
)
from bench.squad_metrics import auroc, best_threshold, calibration_error
from hegang_qa import Engine

BEGIN, END = "<!-- quality: begin -->", "<!-- quality: end -->"
DRAWS = 1000


class Line(NamedTuple):
    """A line of a table: what was measured, on what, who, and the figures."""

    measure: str
    who: str
    figures: str


def share(values: Sequence[tuple[int, float]]) -> str:
    """Return a mean in percent with its interval; the values come with their articles."""
    return interval(values, lambda rows: sum(value for _, value in rows) / len(rows), 100)


def interval(
    rows: Sequence[tuple[int, Any]],
    measure: Callable[[Sequence[tuple[int, Any]]], float],
    scale: float,
) -> str:
    """Return a measure and its 95 % interval, articles drawn with repetition."""
    by_article: dict[int, list[tuple[int, Any]]] = {}
    for row in rows:
        by_article.setdefault(row[0], []).append(row)
    names = sorted(by_article)
    draw = random.Random(7)
    values = []
    for _ in range(DRAWS if len(rows) < 20_000 else 200):
        values.append(measure([r for _ in names for r in by_article[draw.choice(names)]]))
    values.sort()
    low, high = values[int(0.025 * len(values))], values[int(0.975 * len(values)) - 1]
    digits = 1 if scale == 100 else 3
    return " ".join(
        (
            f"{scale * measure(rows):.{digits}f}",
            f"({scale * low:.{digits}f} to {scale * high:.{digits}f})",
        )
    )


def read(path: str) -> list[dict[str, Any]]:
    with open(path, encoding="utf-8") as file:
        articles: list[dict[str, Any]] = json.load(file)["data"]
    return articles


def some(questions: list[Asked], limit: int | None) -> list[Asked]:
    if limit is None or len(questions) <= limit:
        return questions
    return random.Random(3).sample(questions, limit)


def peer_hits(
    engine: Engine, layout: Layout, questions: Sequence[Asked]
) -> Iterator[tuple[str, list[tuple[int, float]], list[tuple[int, float]]]]:
    """Yield for each peer its name, and whether its first, and one of its first five sentences,
    is right."""
    stored = engine.store.get(range(len(engine)))
    marked = [
        {
            at
            for at, s in enumerate(stored)
            if s.path == layout.paths[one.article, one.paragraph]
            and any(
                s.start <= layout.offsets[one.article, one.paragraph] + place < s.end
                for place in one.places
            )
        }
        for one in questions
    ]
    for name, scores in make_peers([sentence.text for sentence in stored]):
        first, five = [], []
        for one, right in zip(questions, marked, strict=True):
            values = scores(one.text)
            best = sorted(range(len(values)), key=lambda at: (-values[at], at))[:5]
            first.append((one.article, float(best[0] in right)))
            five.append((one.article, float(not right.isdisjoint(best))))
        yield name, first, five


def hits(rows: Sequence[Row]) -> str:
    first = share([(row.article, row.hit) for row in rows])
    return f"{first} / {share([(row.article, row.five) for row in rows])}"


def found(data: str, limit: int | None) -> Iterator[Line]:
    """The right sentence among all of all articles."""
    for name in ("xquad/en.json", "squad/dev.json"):
        articles = read(os.path.join(data, name))
        questions = some(squad_questions(articles), limit)
        measure = f"hit@1 / hit@5, all sentences of `{name}`"
        with lay_out(articles) as (layout, engine):
            rows = run(engine, layout, questions)
            yield Line(measure, "hegang-qa", hits(rows))
            times = sorted(1000 * row.seconds for row in rows)
            if name.startswith("xquad"):
                yield Line("time of `ask`, p50 / p95", "hegang-qa", _times(times))
                yield from peer_times(engine, questions)
            for peer, first, five in peer_hits(engine, layout, questions):
                yield Line(measure, peer, f"{share(first)} / {share(five)}")
        with lay_out(articles, named=False) as (layout, engine):
            rows = run(engine, layout, questions)
            yield Line(measure, "hegang-qa, files with numbers for names", hits(rows))


def peer_times(engine: Engine, questions: Sequence[Asked]) -> Iterator[Line]:
    import time

    texts = [sentence.text for sentence in engine.store.get(range(len(engine)))]
    for name, scores in make_peers(texts):
        if not name.startswith("bm25s,"):
            continue
        times = []
        for one in questions:
            begun = time.perf_counter()
            scores(one.text)
            times.append(1000 * (time.perf_counter() - begun))
        yield Line("time of `ask`, p50 / p95", f"{name} (a sentence, no answer)", _times(times))


def _times(times: Sequence[float]) -> str:
    ordered = sorted(times)
    return f"{statistics.median(ordered):.1f} / {ordered[len(ordered) * 95 // 100]:.1f} ms"


def given(data: str, limit: int | None) -> Iterator[Line]:
    """The paragraph is given: a file a paragraph, and the question put to that file."""
    for name in ("xquad/en.json", "squad/dev.json"):
        articles = read(os.path.join(data, name))
        questions = some(squad_questions(articles), limit)
        with lay_out(articles, split=True) as (layout, engine):
            rows = run(engine, layout, questions, given=True)
        yield Line(
            f"hit@1, paragraph given, `{name}`",
            "hegang-qa",
            share([(row.article, row.hit) for row in rows]),
        )
        yield Line(
            f"EM / F1 of the short answer, paragraph given, `{name}`",
            "hegang-qa",
            f"{share([(r.article, r.exact) for r in rows])} / "
            f"{share([(r.article, r.f1) for r in rows])}",
        )


def refusing(data: str, limit: int | None) -> Iterator[Line]:
    """Questions that the paragraph does not answer."""
    name = "squad/dev2.json"
    articles = read(os.path.join(data, name))
    questions = some(squad_questions(articles), limit)
    with lay_out(articles, split=True) as (layout, engine):
        rows = run(engine, layout, questions, given=True)

    def value(row: Row) -> float:
        return row.f1 if row.answerable else 0.0

    def at_best(drawn: Sequence[tuple[int, Any]]) -> float:
        return best_threshold([(r.confidence, value(r), r.answerable) for _, r in drawn])[0]

    def at_default(drawn: Sequence[tuple[int, Any]]) -> float:
        return sum((value(r) if r.answered else float(not r.answerable)) for _, r in drawn) / len(
            drawn
        )

    def error(drawn: Sequence[tuple[int, Any]]) -> float:
        return calibration_error([(r.confidence, bool(r.exact)) for _, r in drawn])

    pairs = [(row.article, row) for row in rows]
    threshold = best_threshold([(r.confidence, value(r), r.answerable) for r in rows])[1]
    yield Line(
        f"F1, answering or refusing, `{name}`",
        f"hegang-qa, best threshold ({threshold:.2f})",
        interval(pairs, at_best, 100),
    )
    yield Line(
        f"F1, answering or refusing, `{name}`",
        "hegang-qa, default threshold",
        interval(pairs, at_default, 100),
    )
    always = 100 * sum(not row.answerable for row in rows) / len(rows)
    yield Line(f"F1, answering or refusing, `{name}`", "always refuse", f"{always:.1f}")
    yield Line(
        f"calibration error (ECE, 10 bins), `{name}`", "hegang-qa", interval(pairs, error, 1)
    )


def removed(data: str, limit: int | None) -> Iterator[Line]:
    """Questions whose article, or paragraph, is taken out, told from those left in."""
    articles = read(os.path.join(data, "xquad/en.json"))
    questions = some(squad_questions(articles), limit)
    sides: dict[str, list[tuple[int, tuple[float, bool]]]] = {"article": [], "paragraph": []}
    with lay_out(articles) as (layout, engine):
        here = [(r.article, (r.confidence, True)) for r in run(engine, layout, questions)]
    for article in sorted({one.article for one in questions}):
        own = [one for one in questions if one.article == article]
        rest = [a if n != article else {**a, "paragraphs": []} for n, a in enumerate(articles)]
        with lay_out(rest) as (_, engine):
            sides["article"] += [(r.article, (r.confidence, False)) for r in run(engine, None, own)]
        for paragraph in sorted({one.paragraph for one in own}):
            with paragraph_removed(articles, article, paragraph) as engine:
                asked = [one for one in own if one.paragraph == paragraph]
                sides["paragraph"] += [
                    (r.article, (r.confidence, False)) for r in run(engine, None, asked)
                ]

    def area(drawn: Sequence[tuple[int, Any]]) -> float:
        return auroc(
            [value for _, (value, there) in drawn if there],
            [value for _, (value, there) in drawn if not there],
        )

    for side, gone in sides.items():
        measure = f"refusal, AUROC, the right {side} removed, `xquad/en.json`"
        yield Line(measure, "hegang-qa", interval(here + gone, area, 1))
        yield Line(
            measure,
            "BM25 score (bm25s)",
            interval(bm25_removed(articles, questions, side), area, 1),
        )


def bm25_removed(
    articles: Sequence[dict[str, Any]], questions: Sequence[Asked], side: str
) -> list[tuple[int, tuple[float, bool]]]:
    """Return the best BM25 score of each question with everything there, and with its own article
    or paragraph out of reach."""
    with lay_out(articles) as (layout, engine):
        stored = engine.store.get(range(len(engine)))
        peers = dict(make_peers([sentence.text for sentence in stored]))
    scores = next((peer for name, peer in peers.items() if name.startswith("bm25s (")), None)
    rows: list[tuple[int, tuple[float, bool]]] = []
    if scores is None:
        return rows
    for one in questions:
        values = scores(one.text)
        path = layout.paths[one.article, one.paragraph]
        begin = layout.offsets[one.article, one.paragraph]
        length = len(articles[one.article]["paragraphs"][one.paragraph]["context"])
        left = [
            value
            for value, s in zip(values, stored, strict=True)
            if s.path != path or (side == "paragraph" and not begin <= s.start < begin + length)
        ]
        rows += [(one.article, (max(values), True)), (one.article, (max(left), False))]
    return rows


def noisy(data: str, limit: int | None) -> Iterator[Line]:
    """Questions with typing errors, and noise of speech recognition."""
    articles = read(os.path.join(data, "xquad/en.json"))
    with lay_out(articles) as (layout, engine):
        clean = run(engine, layout, some(squad_questions(articles), limit))
        kept = 100 * sum(row.hit for row in clean) / len(clean)
        for name in ("keyboard-natural", "keyboard-synthetic", "asr-natural"):
            changed = read(os.path.join(data, "noisy", f"{name}.json"))
            questions = some(squad_questions(changed), limit)
            rows = run(engine, layout, questions)
            loss = kept - 100 * sum(row.hit for row in rows) / len(rows)
            yield Line(
                f"hit@1 with errors, `noisy/{name}.json`",
                "hegang-qa",
                f"{share([(row.article, row.hit) for row in rows])}, loss {loss:.1f} points",
            )


def whole(data: str, limit: int | None) -> Iterator[Line]:
    """Whole articles, as a user meets them."""
    folder = os.path.join(data, "whole-articles")
    for within in (True, False):
        rows, yes, sentences = whole_articles(folder, limit, within=within)
        where = "within its article" if within else "over all articles"
        yield Line(
            f"the best sentence / one of five holds the answer, {where}", "hegang-qa", hits(rows)
        )
        yield Line(
            f"short answer right (EM) / F1, {where}",
            "hegang-qa",
            f"{share([(r.article, r.exact) for r in rows])} / "
            f"{share([(r.article, r.f1) for r in rows])}",
        )
        said = [(row.article, row.right) for row in yes if row.said]
        yield Line(
            f"yes or no: right, of those answered / answered, {where}",
            "hegang-qa",
            f"{share(said)} / {share([(row.article, row.said) for row in yes])}",
        )
        if not within:
            yield from whole_peers(folder, sentences, limit)


def whole_peers(folder: str, sentences: Sequence[str], limit: int | None) -> Iterator[Line]:
    with open(os.path.join(folder, "questions.jsonl"), encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    for name, scores in make_peers(sentences):
        first, five = [], []
        for item in items[:: max(1, len(items) // limit)] if limit else items:
            golds = [text.strip().rstrip(".") for text in item["answers"]]
            golds = [gold for gold in golds if gold and len(gold.split()) <= 6]
            if not golds or any(g.lower().rstrip(",").split()[0] in ("yes", "no") for g in golds):
                continue
            values = scores(item["question"])
            best = sorted(range(len(values)), key=lambda at: (-values[at], at))[:5]
            held = [holds_words(sentences[at], golds) for at in best]
            article = hash_of(item["article"])
            first.append((article, float(held[0])))
            five.append((article, float(any(held))))
        yield Line(
            "the best sentence / one of five holds the answer, over all articles",
            name,
            f"{share(first)} / {share(five)}",
        )


def hash_of(name: str) -> int:
    """Return a number for a name, the same in every run."""
    return int.from_bytes(name.encode(), "big")


def split(data: str, limit: int | None) -> Iterator[Line]:
    """Sentence boundaries."""
    del limit
    folder = Path(data, "sentences")
    rules = splitting.golden(folder / "golden-en.jsonl", "en", failures=False)
    ends = splitting.web(folder / "ewt-dev.jsonl", failures=False)
    for who, (_, right) in rules.items():
        measure = "Golden Rules (of 52); F1 of sentence ends in web text"
        yield Line(measure, who, f"{right}; {ends[who][2]:.3f}")


PARTS: dict[str, Callable[[str, int | None], Iterator[Line]]] = {
    "found": found,
    "given": given,
    "refusing": refusing,
    "removed": removed,
    "noisy": noisy,
    "whole": whole,
    "split": split,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="the folder of the data sets")
    parser.add_argument("--limit", type=int, help="only so many questions of each set")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--write", help="a Markdown file with the markers of these tables")
    options = parser.parse_args()
    if not os.path.isdir(options.data):
        print(f"no folder {options.data}: nothing measured")
        return
    lines = ["| measure | who | figures |", "|---|---|---|"]
    for part in options.only:
        for line in PARTS[part](options.data, options.limit):
            lines.append(f"| {line.measure} | {line.who} | {line.figures} |")
            print(lines[-1], flush=True)
    if options.write:
        put(options.write, "\n".join(lines))


def put(path: str, table: str) -> None:
    """Put a table between the markers of a file."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(f"{before}{BEGIN}\n{table}\n{END}{after}")


if __name__ == "__main__":
    main()
