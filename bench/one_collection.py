"""Many documents in one collection: ``python -m bench.one_collection [--limit N]``.

Puts the documents of ``bench/handbooks`` and ``bench/unseen`` into one collection and asks the
questions on the handbooks: by the words alone, with the reader as it is in a collection that keeps
no places, and after `Engine.place`. An answer is right when it is of the right line and shares a
word with what is expected.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from hegang_qa import Engine
from hegang_qa.collections import Collection
from hegang_qa.results import Answer

HERE = Path(__file__).parent
COUNTED = ("right", "wrong", "refused", "rightly refused", "wrongly answered")


def words(text: str) -> set[str]:
    """Return the words of an answer that count."""
    return set(re.findall(r"\w+", text.lower())) - {"a", "an", "the"}


def worth(answer: Answer, folder: Path, row: dict[str, Any]) -> str:
    """Return what an answer is worth for a question of a folder (one of `COUNTED`)."""
    given, source = answer.kind == "answer", answer.source
    if not row["answers"]:
        return "wrongly answered" if given else "rightly refused"
    if not given or source is None:
        return "refused"
    there = Path(source.path) == folder / row["path"] and source.line in (row["lines"] or [-1])
    said = words(answer.text or "")
    return "right" if there and any(said & words(one) for one in row["answers"]) else "wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--limit", type=int, default=1000, help="questions, drawn by chance")
    limit = parser.parse_args().limit
    books = sorted(path.parent for path in (HERE / "handbooks").glob("*/questions.jsonl"))
    rows = [
        (folder, json.loads(line))
        for folder in books
        for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    rows = [(folder, row) for folder, row in rows if isinstance(row["question"], str)]
    random.Random(3).shuffle(rows)
    folders = [*books, *sorted(path.parent for path in (HERE / "unseen").glob("*/questions.jsonl"))]
    documents = [
        str(path) for f in folders for path in f.iterdir() if path.suffix in (".md", ".txt")
    ]
    with tempfile.TemporaryDirectory() as place:
        collection, _ = Collection.build(Path(place) / "all.hq", sorted(documents))
        print(len(documents), "documents,", len(collection.snapshot().store), "sentences")
        print("|", " | ".join(("", *COUNTED, "all right", "p50, ms")), "|")
        print("|---|" + "---:|" * (len(COUNTED) + 2))
        for name in ("by words", "with the reader", "placed"):
            engine = Engine.open(collection.folder, reader="off" if name == "by words" else "auto")
            if name == "placed":
                begun = time.perf_counter()
                placed = engine.place()
                print(f"({placed} sentences placed in {time.perf_counter() - begun:.1f} s)")
            counts: Counter[str] = Counter()
            times = []
            for folder, row in rows[:limit]:
                begun = time.perf_counter()
                answer = engine.ask(row["question"])
                times.append(1e3 * (time.perf_counter() - begun))
                counts[worth(answer, folder, row)] += 1
            right = counts["right"] + counts["rightly refused"]
            cells = [*(counts[one] for one in COUNTED), right, f"{statistics.median(times):.0f}"]
            print(f"| {name} |", " | ".join(map(str, cells)), "|")


if __name__ == "__main__":
    main()
