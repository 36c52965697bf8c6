"""Measure how long completing a word of a very large vocabulary takes, and whether it is found.

    python -m bench.completion DATA [--words 1000000] [--lookups 300] [--folder FOLDER]

The words: those of squad/train, and others coined by a model of their letters (order 3), with the
frequencies that words of a language have; they are put in sentences, and a collection is built of
these, which is kept in FOLDER if one is named. Then, for words drawn by their frequency:

- prefix: 2, 3, ... letters of a word are typed; "found" is whether the word is among the twenty
  that are offered, at four letters.
- fuzzy: the word is typed with an error of one letter; "found": it is among those offered.
- begun: the word's front is typed with an error.
- nonsense: letters that are no word at all.

"First" look-ups are made in a collection just opened, whose caches are empty (those of the system
are not); "again" are the same once more. Milliseconds of processor time, since that is what other
work on the machine does not change. The very first look-up of a process also loads rapidfuzz
(20 ms), which a conversation does while its first line is typed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from hegang_qa import Engine
from hegang_qa.cli.repl.commands import REGISTRY
from hegang_qa.cli.repl.completion import suggestions
from hegang_qa.collections import Collection

_IN_SENTENCE = 12
_PER_FILE = 4_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Lookup(NamedTuple):
    """What is typed, and the word that is meant ("" for none)."""

    typed: str
    meant: str


def words(data: Path, size: int, chance: random.Random) -> dict[str, int]:
    """Return `size` words with how often each is to stand in the documents."""
    text = json.dumps(json.loads((data / "squad/train.json").read_text("utf-8")))
    known = Counter(word.lower() for word in re.findall(r"[A-Za-z]{2,}", text))
    following: dict[str, Counter[str]] = defaultdict(Counter)
    for word in known:
        padded = f"^^^{word}$"
        for at in range(3, len(padded)):
            following[padded[at - 3 : at]][padded[at]] += 1
    choices = {each: (list(after), list(after.values())) for each, after in following.items()}
    made = {word: min(count, 3_000) for word, count in known.items()}
    while len(made) < size:
        coined = "^^^"
        while not coined.endswith("$") and len(coined) < 21:
            letters, weights = choices[coined[-3:]]
            coined += chance.choices(letters, weights)[0]
        word = coined[3:].rstrip("$")
        if len(word) >= 3 and word not in made:
            # Three fifths of the words of a large text stand in it once (Zipf's law).
            made[word] = 1 if chance.random() < 0.6 else min(int(chance.paretovariate(1)) + 1, 500)
    return made


def write(folder: Path, made: dict[str, int], chance: random.Random) -> None:
    """Write documents in which each word stands as often as it is to."""
    every = [word for word, count in made.items() for _ in range(count)]
    chance.shuffle(every)
    sentences = [
        " ".join(every[at : at + _IN_SENTENCE]).capitalize() + "."
        for at in range(0, len(every), _IN_SENTENCE)
    ]
    folder.mkdir(parents=True)
    for at in range(0, len(sentences), _PER_FILE):
        text = "\n\n".join(sentences[at : at + _PER_FILE])
        (folder / f"{at // _PER_FILE:05}.txt").write_text(text + "\n", "utf-8")


def with_error(word: str, chance: random.Random) -> str:
    """Return the word with one letter left out, put in, exchanged or swapped; in one case of ten
    it may be the first."""
    at = chance.randrange(0 if chance.random() < 0.1 else 1, len(word) - 1)
    letter = chance.choice(_LETTERS)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + letter + word[at:]
    if kind == 2:
        return word[:at] + letter + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def lookups(
    made: dict[str, int], count: int, chance: random.Random
) -> Iterator[tuple[str, list[Lookup]]]:
    """Yield what is typed, by kind."""
    long = [word for word in made if len(word) >= 6]
    drawn = chance.choices(long, [made[word] for word in long], k=count)
    for letters in (2, 3, 4):
        yield f"prefix of {letters}", [Lookup(word[:letters], word) for word in drawn]
    yield "fuzzy, frequent words", [Lookup(with_error(word, chance), word) for word in drawn]
    rare = chance.sample(long, count)
    yield "fuzzy, any words", [Lookup(with_error(word, chance), word) for word in rare]
    yield (
        "begun, with an error",
        [Lookup(with_error(word[: 2 + len(word) // 2], chance), word) for word in drawn],
    )
    yield (
        "nonsense",
        [
            Lookup("".join(chance.choices(_LETTERS, k=chance.randrange(4, 15))), "")
            for _ in range(count)
        ],
    )


def measure(folder: str, typed: Sequence[Lookup]) -> tuple[list[float], list[float], float]:
    """Return milliseconds of first look-ups and of the same again, and the share found."""
    first: list[float] = []
    again: list[float] = []
    found = 0
    for each in typed:
        session: Any = SimpleNamespace(engine=Engine.open(folder))
        for times in (first, again):
            begun = time.process_time()
            offered = list(suggestions(each.typed, session, REGISTRY))
            times.append(1000 * (time.process_time() - begun))
        found += each.meant in [one.text for one in offered] or each.meant == each.typed
    return first, again, found / len(typed)


def row(name: str, times: Sequence[float], found: str) -> str:
    """Return a line of the table."""
    ordered = sorted(times)
    return (
        f"| {name} | {ordered[len(ordered) // 2]:.1f} | {ordered[int(len(ordered) * 0.95)]:.1f}"
        f" | {ordered[-1]:.1f} | {found} |"
    )


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--words", type=int, default=1_000_000)
    parser.add_argument("--lookups", type=int, default=300)
    parser.add_argument("--folder", type=Path, help="keep documents and collection here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        chance = random.Random(11)
        made = words(arguments.data, arguments.words, chance)
        kept = folder / "words.hq"
        if not kept.exists():
            if not (folder / "documents").exists():
                write(folder / "documents", made, chance)
            Collection.build(str(kept), [str(folder / "documents")])
        index = Engine.open(str(kept)).index
        index.similar_terms("completion")  # loads rapidfuzz
        print(f"{len(made):,} words, {len(index):,} sentences", file=sys.stderr)
        print("| typed | p50, ms | p95 | max | found |\n|---|---:|---:|---:|---:|")
        for name, typed in lookups(made, arguments.lookups, chance):
            first, again, found = measure(str(kept), typed)
            share = "-" if name == "nonsense" else f"{100 * found:.0f} %"
            print(row(f"{name}, first", first, share))
            print(row(f"{name}, again", again, ""), flush=True)


if __name__ == "__main__":
    main()
