"""Make ``hegang_qa/data/word-frequency.txt``: how many sentences in general English hold a stem.

    python -m bench.word_frequency DATA/squad/train.json

Encyclopedia text repeats the names of its subjects; so an article counts for at most five
sentences of a stem, articles of unknown title excepted (they are many).
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict

from hegang_qa.resources import data_path
from hegang_qa.sentences import split_text
from hegang_qa.text.tokens import tokenize

CAP = 5
LEAST = 3
STEPS = 4  # a power of two is cut into so many


def main(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        articles = json.load(file)["data"]
    total = 0
    counts: Counter[str] = Counter()
    for article in articles:
        own: Counter[str] = Counter()
        for paragraph in article["paragraphs"]:
            text = paragraph["context"]
            for start, end in split_text(text):
                total += 1
                own.update({t.stem for t in tokenize(text[start:end]) if t.kind == "word"})
        known = article["title"] != "(unknown)"
        for stem, count in own.items():
            counts[stem] += min(count, CAP) if known else count
    lines: defaultdict[float, list[str]] = defaultdict(list)
    for stem, count in counts.items():
        if count >= LEAST and len(stem) > 1:
            lines[round(math.log2(count / total) * STEPS) / STEPS].append(stem)
    with open(data_path("word-frequency.txt"), "w", encoding="utf-8") as out:
        out.write(f"# log2 of the share of {total} sentences that hold these stems\n")
        for step in sorted(lines, reverse=True):
            out.write(f"{step} {' '.join(sorted(lines[step]))}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
