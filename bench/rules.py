"""Measure the intent rules: spelling, speed, growth with the number of rules, cost of loading.

    python -m bench.rules [--part spelling|speed|growth|loading] [--json]

Spelling: one random typing error (a letter left out, put in, changed, or two swapped) in every
content word of five letters or more of the shipped test sentences, five seeds; how many still find
their rule, and how many of the reject sentences still match nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hegang_qa.intents import RuleSet, load_rules
from hegang_qa.intents.checks import load_bundle
from hegang_qa.intents.compiling import Bundle, compile_files, gather
from hegang_qa.intents.sources import RuleFile, parse_file
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import STOPWORDS

ROOT = Path(__file__).resolve().parent.parent
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def one_edit(word: str, source: random.Random) -> str:
    """Return the word with one typing error."""
    kind = source.choice("drip")
    at = source.randrange(len(word))
    letter = source.choice(LETTERS)
    if kind == "d":
        return word[:at] + word[at + 1 :]
    if kind == "i":
        return word[:at] + letter + word[at:]
    if kind == "p" and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + letter + word[at + 1 :]


def misspelled(sentence: str, source: random.Random) -> str:
    """Return the sentence with an error in every content word of five letters or more."""
    pieces: list[str] = []
    at = 0
    for token in tokenize(sentence):
        if token.kind == "word" and len(token.text) >= 5 and token.norm not in STOPWORDS:
            pieces += [sentence[at : token.start], one_edit(token.text, source)]
            at = token.end
    return "".join(pieces) + sentence[at:]


def test_sentences(bundle: Bundle) -> Iterator[tuple[str, str]]:
    for (_, name), file in sorted(bundle.rules.items()):
        for test in file.data.get("test", ()):
            if not test.get("follow_up") and not test.get("loose"):
                yield name, test["say"]


def spelling(seeds: int = 5) -> dict[str, Any]:
    """Measure how many misspelled sentences still find their rule."""
    rules, bundle = load_rules(), load_bundle()
    found = total = quiet = rejects = 0
    missed: list[str] = []
    for seed in range(seeds):
        source = random.Random(seed)
        for name, say in test_sentences(bundle):
            wrong = misspelled(say, source)
            if wrong == say:
                continue
            match = rules.match(wrong)
            total += 1
            if match is not None and match.rule == name:
                found += 1
            else:
                missed.append(f"{name}: {wrong} -> {match.rule if match else None}")
        for file in bundle.rules.values():
            for reject in file.data.get("reject", ()):
                if "read_by" not in reject:
                    rejects += 1
                    wrong = misspelled(reject["say"], source)
                    match = rules.match(wrong)
                    quiet += match is None
                    if match is not None:
                        missed.append(f"reject: {wrong} -> {match.rule}")
    return {
        "misspelled sentences": total,
        "found their rule": round(found / total, 4),
        "misspelled rejects that match nothing": round(quiet / rejects, 4),
        "missed": missed,
    }


def speed() -> dict[str, Any]:
    """Time one match, warm, over the shipped test sentences (milliseconds)."""
    rules, bundle = load_rules(), load_bundle()
    say = [sentence for _, sentence in test_sentences(bundle)]
    return {"questions": len(say), **timed(rules, say)}


def timed(rules: RuleSet, say: list[str]) -> dict[str, float]:
    for sentence in say:
        rules.match(sentence)
    times = []
    for _ in range(5):
        for sentence in say:
            start = time.perf_counter()
            rules.match(sentence)
            times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return {
        "p50 ms": round(statistics.median(times), 3),
        "p95 ms": round(times[int(len(times) * 0.95)], 3),
    }


def synthetic(count: int) -> list[RuleFile]:
    """Return rules as people write them for products: a fifth of the words are shared."""
    source = random.Random(7)
    things = ["".join(source.choices(LETTERS, k=source.randint(4, 9))) for _ in range(count)]
    files: list[RuleFile] = []
    for number, thing in enumerate(things):
        other = source.choice(things)
        text = f"""
schema = 1
id = "rule-{number}"
summary = "about {thing}"
answer = "phrase"
ask = [
  "(what|which) {thing} (of|for) {{topic}}",
  "how (do|can) (i|we|you) {thing} [the] {other} {{topic}}",
  "[the] {thing} {other} (of|for) {{topic}}",
]
"""
        made = parse_file(
            text.encode(), path=f"many/en/rule-{number}.toml", kind="rule", language="en"
        )
        assert isinstance(made, RuleFile)
        files.append(made)
    return files


def growth() -> dict[str, Any]:
    """Time one match among 10 to 10,000 rules (milliseconds)."""
    found: dict[str, Any] = {}
    for count in (10, 100, 1_000, 10_000):
        files = synthetic(count)
        compiled, problems = compile_files(gather(files)[0])
        assert not problems, problems[:3]
        rules = RuleSet(compiled)
        source = random.Random(1)
        say = []
        for file in source.sample(files, min(count, 100)):
            thing = file.data["summary"].removeprefix("about ")
            say += [f"what {thing} of the old engine", f"how can we open the {thing} box"]
        found[f"{count} rules"] = timed(rules, say)
    return found


def loading(runs: int = 15) -> dict[str, Any]:
    """Time what loading the shipped rules adds to a process: milliseconds of processor time (a
    busy machine adds nothing to them), of the quickest runs."""
    base = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import hegang_qa.text.tokens, json"
    more = base + "; from hegang_qa.intents import load_rules; load_rules().match('when was it')"
    times: dict[str, list[float]] = {base: [], more: []}
    # With byte code, as an installed package has it.
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    for run in range(runs + 1):
        for code, taken in times.items():
            start = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-c", code], check=True, env=environ)
            stop = resource.getrusage(resource.RUSAGE_CHILDREN)
            if run:
                used = stop.ru_utime + stop.ru_stime - start.ru_utime - start.ru_stime
                taken.append(used * 1000)
    without, within = (statistics.mean(sorted(taken)[: runs // 3]) for taken in times.values())
    return {
        "without": round(without, 1),
        "with": round(within, 1),
        "added": round(within - without, 1),
    }


PARTS = {"spelling": spelling, "speed": speed, "growth": growth, "loading": loading}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--part", choices=sorted(PARTS))
    parser.add_argument("--misses", action="store_true", help="name the sentences that were missed")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = {name: part() for name, part in PARTS.items() if options.part in (None, name)}
    missed = result.get("spelling", {}).pop("missed", [])
    if options.json:
        print(json.dumps(result))
        return
    for name, values in result.items():
        print(name)
        for key, value in values.items():
            print(f"  {key:40} {value}")
    if options.misses:
        print("\n".join(missed))


if __name__ == "__main__":
    main()
