"""Sentence boundaries against gold data, with pysbd and raw sentencex as peers.

    python -m bench.sentences DATA [--failures]

DATA holds ``golden-<language>.jsonl`` (fields ``text``, ``sentences``, ``context``) and
``ewt-dev.jsonl`` (``text``, ``sentences``). Prints for each splitter the golden cases it gets
wholly right, and precision, recall and F1 of the sentence ends in web text (the ends of
paragraphs, which are given, count as well, as is usual). A missing folder or peer is named
and skipped.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hegang_qa.sentences import split_text

Splitter = Callable[[str], list[str]]


def ours(text: str) -> list[str]:
    return [text[start:end] for start, end in split_text(text)]


def peers(language: str) -> dict[str, Splitter]:
    """Return the splitters that are installed, by name; ours first."""
    found: dict[str, Splitter] = {"hegang-qa": ours}
    try:
        import sentencex

        found["sentencex"] = lambda text: list(sentencex.segment(language, text))
    except ImportError:
        print("sentencex is not installed: skipped")
    try:
        import pysbd

        segmenter = pysbd.Segmenter(language=language, clean=False)
        found["pysbd"] = lambda text: list(segmenter.segment(text))
    except ImportError:
        print("pysbd is not installed: skipped")
    return found


def bare(sentence: str) -> str:
    """Return the sentence with single spaces: gold files differ in white space."""
    return " ".join(sentence.split())


def ends(sentences: list[str]) -> set[int]:
    """Return where sentences end, the text's end among them, in characters that are not space."""
    places: set[int] = set()
    count = 0
    for sentence in sentences:
        count += len("".join(sentence.split()))
        places.add(count)
    return places


def golden(path: Path, language: str, failures: bool) -> dict[str, tuple[int, int]]:
    """Return for each splitter the cases, and the Golden Rules, that it gets wholly right."""
    found = {}
    cases = [json.loads(line) for line in path.open(encoding="utf-8")]
    rules = [case for case in cases if case["context"] == "Golden Rules"]
    for name, split in peers(language).items():
        right = 0
        right_rules = 0
        for case in cases:
            got = [bare(s) for s in split(case["text"]) if s.strip()]
            gold = [bare(s) for s in case["sentences"]]
            if got == gold:
                right += 1
                right_rules += case in rules
            elif failures and name == "hegang-qa":
                print("   ", case["title"], "\n      gold", gold, "\n      got ", got)
        found[name] = (right, right_rules)
    return found


def web(path: Path, failures: bool) -> dict[str, tuple[float, float, float, float]]:
    """Return for each splitter precision, recall and F1 of the sentence ends, and sentences a
    second."""
    found = {}
    cases: list[dict[str, Any]] = [json.loads(line) for line in path.open(encoding="utf-8")]
    for name, split in peers("en").items():
        hit = gold_count = got_count = 0
        began = time.perf_counter()
        results = [split(case["text"]) for case in cases]
        took = time.perf_counter() - began
        for case, result in zip(cases, results, strict=True):
            gold, got = ends(case["sentences"]), ends(result)
            hit += len(gold & got)
            gold_count += len(gold)
            got_count += len(got)
            if failures and name == "hegang-qa" and gold != got:
                print("    missed" if gold - got else "    extra ", result, case["sentences"])
        precision, recall = hit / max(got_count, 1), hit / max(gold_count, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        rate = sum(map(len, results)) / took
        found[name] = (precision, recall, f1, rate)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path, help="folder of the gold files")
    parser.add_argument("--failures", action="store_true", help="show what we get wrong")
    arguments = parser.parse_args()
    if not arguments.data.is_dir():
        print(f"no folder {arguments.data}: nothing measured")
        return
    for path in sorted(arguments.data.glob("golden-*.jsonl")):
        language = path.stem.removeprefix("golden-")
        print(f"{path.name}")
        for name, (right, rules) in golden(path, language, arguments.failures).items():
            print(f"  {name:10} all {right:3}   Golden Rules {rules:2}")
    path = arguments.data / "ewt-dev.jsonl"
    if path.exists():
        print(f"{path.name}: sentence ends")
        for name, (precision, recall, f1, rate) in web(path, arguments.failures).items():
            print(
                f"  {name:10} precision {precision:.3f}   recall {recall:.3f}   F1 {f1:.3f}"
                f"   {rate:,.0f} sentences/s"
            )


if __name__ == "__main__":
    main()
