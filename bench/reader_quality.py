"""Measure the engine with and without the reader: ``python -m bench.reader_quality DATA``.

DATA is the folder of the shared data sets (with the sample questions in ``../questions`` beside
it). Every question is asked once; the answer without the reader, with it, and in "auto" come from
that one run, so that they are compared on the same questions. ``--limit`` takes a sample of each
file; ``--part`` measures only some of: open, noisy, given, trick, articles, sample, process, auto.

- open: ``xquad/en.json``, every article a file: hit@1 and hit@5 (the right sentence is the answer's
  or one of four alternatives'), exact match and F1 of the short answer, by the one answer that is
  marked there and by those of all annotators (``squad/dev.json``, ``squad/dev2.json``, as SQuAD is
  measured by its makers); milliseconds of processor time; and how well the confidence tells
  questions from the same ones with their article or paragraph taken away.
- noisy: hit@1 on ``noisy/keyboard-natural.json`` against the clean questions.
- given: exact match and F1 on ``squad/dev.json``, each question limited to its paragraph.
- trick: F1 where refusing is right for questions without answer, on ``squad/dev2.json``, at the
  default threshold and at the best one; and the calibration error.
- articles: short answers right on ``whole-articles`` (as `bench.spans` counts them).
- sample: ``hegang-qa eval`` on the sample questions.
- process: time and memory of a one-shot question.
- auto: what the threshold of "auto" costs and saves (of the questions of the parts asked).
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bench.collection import Collection, build_collection, load_articles
from bench.reader_runs import (
    Asker,
    Recorder,
    Row,
    asked,
    by_paragraph,
    places_of,
    sample,
    with_every_answer,
    without,
)
from bench.spans_data import exact, whole_articles
from bench.squad_metrics import auroc, best_threshold, calibration_error, exact_match, f1
from hegang_qa import Engine
from hegang_qa.answers.confidence import DEFAULT_THRESHOLD
from hegang_qa.answers.reading.sureness import READ_THRESHOLD
from hegang_qa.results import Answer
from hegang_qa.second_opinion import SURE

PARTS = ("open", "noisy", "given", "trick", "articles", "sample", "process", "auto")


Pick = Callable[[Row], Answer]


def plain(row: Row) -> Answer:
    return row.both.plain


def joined(row: Row) -> Answer:
    return row.both.joined


def automatic(row: Row) -> Answer:
    return row.both.auto(SURE)[0]


PICKS: dict[str, Pick] = {"without": plain, "with": joined, "auto": automatic}


def mean(values: Iterable[float]) -> float:
    kept = list(values)
    return sum(kept) / len(kept) if kept else 0.0


def show(name: str, measure: Callable[[Pick], str]) -> None:
    print(f"{name:<44}", *(f"{measure(pick):>16}" for pick in PICKS.values()), flush=True)


def found_at(answer: Answer, row: Row) -> int:
    """Return the rank (from 1) of a right sentence among the answer and its alternatives; 99."""
    for rank, one in enumerate((answer, *answer.alternatives), 1):
        source = one.source
        if source is not None and (source.path, source.start, source.end) in row.places:
            return rank
    return 99


def overlap(row: Row, answer: Answer) -> float:
    return f1(answer.text or "", row.answers) if row.answers else 0.0


def match(row: Row, answer: Answer) -> float:
    return exact_match(answer.text or "", row.answers) if row.answers else 0.0


def short_answers(rows: Sequence[Row]) -> None:
    show(
        "EM / F1 of the short answer",
        lambda pick: (
            f"{mean(match(r, pick(r)) for r in rows):.3f} / "
            f"{mean(overlap(r, pick(r)) for r in rows):.3f}"
        ),
    )


def hits(rows: Sequence[Row], pick: Pick, best: int) -> float:
    return mean(float(found_at(pick(row), row) <= best) for row in rows)


def quantile(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def judged_by(collection: Collection, rows: Sequence[Row]) -> list[Row]:
    """Return answers judged by what is right in another collection of the same texts."""
    items = {item.question: item for item in collection.questions}
    return [
        row._replace(
            answers=items[row.question].answers,
            places=places_of(collection, items[row.question]),
        )
        for row in rows
    ]


def measure_open(folder: Path, recorder: Recorder, limit: int | None) -> list[Row]:
    articles = load_articles(str(folder / "xquad" / "en.json"))
    rows = asked(build_collection(articles), recorder, limit, alone=False)
    every = build_collection(with_every_answer(articles, folder))
    for name, own in (("one answer marked", rows), ("every annotator's", judged_by(every, rows))):
        print(f"{name}:")
        show(
            "hit@1 / hit@5",
            lambda pick, own=own: (  # type: ignore[misc]
                f"{hits(own, pick, 1):.3f} / {hits(own, pick, 5):.3f}"
            ),
        )
        short_answers(own)
    times: dict[Pick, list[float]] = {
        plain: [row.both.seconds for row in rows],
        joined: [row.both.seconds + row.both.reading for row in rows],
        automatic: [row.both.auto(SURE)[1] for row in rows],
    }
    show(
        "ask, ms: p50 / p95",
        lambda pick: f"{quantile(times[pick], 0.5):.0f} / {quantile(times[pick], 0.95):.0f}",
    )
    for name, whole in (("article", True), ("paragraph", False)):
        gone = without(articles, recorder, limit, whole=whole)
        show(
            f"AUROC, {name} removed",
            lambda pick, gone=gone: f"{told_apart(rows, gone, pick):.3f}",  # type: ignore[misc]
        )
    return rows


def told_apart(here: Sequence[Row], gone: Sequence[Row], pick: Pick) -> float:
    return auroc([pick(r).confidence for r in here], [pick(r).confidence for r in gone])


def measure_noisy(
    folder: Path, recorder: Recorder, limit: int | None, clean: Sequence[Row]
) -> list[Row]:
    path = str(folder / "noisy" / "keyboard-natural.json")
    rows = asked(build_collection(load_articles(path)), recorder, limit, alone=False)
    show(
        "typing errors: hit@1 (loss)",
        lambda pick: (
            f"{hits(rows, pick, 1):.3f} ({hits(clean, pick, 1) - hits(rows, pick, 1):.3f})"
        ),
    )
    return rows


def measure_given(folder: Path, recorder: Recorder, limit: int | None) -> list[Row]:
    path = str(folder / "squad" / "dev.json")
    rows = asked(by_paragraph(path), recorder, limit, alone=True)
    short_answers(rows)
    return rows


def measure_trick(folder: Path, recorder: Recorder, limit: int | None) -> list[Row]:
    path = str(folder / "squad" / "dev2.json")
    rows = asked(by_paragraph(path), recorder, limit, alone=True)
    answered = [row for row in rows if row.answers]
    unanswered = [row for row in rows if not row.answers]
    show("F1 with refusals: default / best threshold", lambda pick: refusing(rows, pick))
    show(
        "AUROC, trick questions",
        lambda pick: f"{told_apart(answered, unanswered, pick):.3f}",
    )
    show(
        "calibration error (right: F1 of .5)",
        lambda pick: f"{miscalibrated(rows, pick):.3f}",
    )
    return rows


def miscalibrated(rows: Sequence[Row], pick: Pick) -> float:
    return calibration_error([(pick(r).confidence, overlap(r, pick(r)) >= 0.5) for r in rows])


def is_given(row: Row, answer: Answer) -> bool:
    """Return whether an answer is given at the default threshold."""
    plain = answer is row.both.plain
    return answer.confidence >= (DEFAULT_THRESHOLD if plain else READ_THRESHOLD)


def refusing(rows: Sequence[Row], pick: Pick) -> str:
    judged = [(pick(r).confidence, overlap(r, pick(r)), bool(r.answers)) for r in rows]
    default = mean(
        (value if given else 0.0) if right else float(not given)
        for (_, value, right), given in zip(
            judged, (is_given(r, pick(r)) for r in rows), strict=True
        )
    )
    best, at = best_threshold(judged)
    return f"{default:.3f} / {best:.3f} at {at:.2f}"


def measure_articles(folder: Path, recorder: Recorder, limit: int | None) -> list[Row]:
    room, questions = whole_articles(str(folder / "whole-articles"))
    asker, paths = Asker(room.index, room.store, recorder), room.store.paths()
    every = []
    for name, within in (("within the article", True), ("over all", False)):
        rows = []
        for one in sample(questions, limit):
            golds = [text.strip().rstrip(".") for text, _ in one.golds]
            golds = [gold for gold in golds if gold and len(gold.split()) <= 6]
            if not golds or any(gold.lower().startswith(("yes", "no")) for gold in golds):
                continue
            path = paths[min(one.documents)] if within else None
            rows.append(Row(one.text, asker.ask(one.text, path), tuple(golds), frozenset()))
        show(
            f"whole articles, {name}: right",
            lambda pick, rows=rows: (  # type: ignore[misc]
                f"{100 * mean(float(exact(pick(r).text or '', r.answers)) for r in rows):.1f} %"
            ),
        )
        every += rows
    return every


def measure_sample(folder: Path) -> None:
    from hegang_qa.evaluation import evaluate, read_questions

    questions = read_questions(str(folder.parent / "questions" / "hegang.jsonl"))
    print("sample questions right", end=": ")
    for choice in ("off", "on", "auto"):
        report = evaluate(Engine.open(reader=choice), questions)
        print(f"{choice} {report.total.right} of {report.total.questions}", end="; ")
    print()


def measure_process() -> None:
    for choice in ("off", "on"):
        command = [sys.executable, "-m", "hegang_qa", "--reader", choice, "which river is it on"]
        times = []
        for _ in range(15):
            begun = time.perf_counter()
            subprocess.run(command, capture_output=True, check=False)
            times.append(time.perf_counter() - begun)
        # Linux; `ru_maxrss` would count the memory of the process that started this one.
        code = (
            "from hegang_qa import Engine;"
            f"Engine.open(reader={choice!r}).ask('which river is it on');"
            "held = open('/proc/self/status').read().split('VmHWM:')[1].split()[0];"
            "print(int(held) // 1024)"
        )
        held = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        print(
            f"one shot, reader {choice}: median {1000 * statistics.median(times):.0f} ms,"
            f" least {1000 * min(times):.0f} ms, {held.stdout.strip()} MB"
        )


def measure_auto(rows: Sequence[Row]) -> None:
    print("auto: asked below a confidence of ... F1, share of questions read, seconds")
    kept = [row for row in rows if row.answers]
    for sure in (0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01):
        answers = [row.both.auto(sure) for row in kept]
        value = mean(overlap(row, answer) for row, (answer, _) in zip(kept, answers, strict=True))
        read = mean(
            float(answer is row.both.joined) for row, (answer, _) in zip(kept, answers, strict=True)
        )
        print(f"  {sure:.2f}  {value:.3f}  {read:.2f}  {sum(s for _, s in answers):.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the data sets")
    parser.add_argument("--limit", type=int, help="only so many questions of each file")
    parser.add_argument("--part", action="append", choices=PARTS, help="may be repeated")
    options = parser.parse_args()
    parts = options.part or PARTS
    if not (options.data / "xquad" / "en.json").exists():
        print(f"no xquad/en.json in {options.data}: nothing to measure")
        return
    try:
        from hegang_qa_reader import load_reader
    except ImportError:
        print("the reader is not installed: nothing to measure")
        return
    recorder = Recorder(load_reader(), always=True)
    print(f"{'':<44}", *(f"{name:>16}" for name in PICKS))
    rows: list[Row] = []
    clean: list[Row] = []
    if "open" in parts or "noisy" in parts:
        rows += (clean := measure_open(options.data, recorder, options.limit))
    if "noisy" in parts:
        rows += measure_noisy(options.data, recorder, options.limit, clean)
    if "given" in parts:
        rows += measure_given(options.data, recorder, options.limit)
    if "trick" in parts:
        rows += measure_trick(options.data, recorder, options.limit)
    if "articles" in parts:
        rows += measure_articles(options.data, recorder, options.limit)
    if "auto" in parts:
        measure_auto(rows)
    if "sample" in parts:
        measure_sample(options.data)
    if "process" in parts:
        measure_process()
    print(f"resident: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    print(f"processors: {os.cpu_count()}, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
