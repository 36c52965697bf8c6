"""How yes and no are told: ``python -m bench.verdicts [FOLDER...]``, with and without the reader.

Asks the yes-or-no questions of collections (``verdicts.jsonl``; by default those of
``bench/unseen``, from whose documents nothing is learned) and counts the verdicts that are right
and wrong, the sentences that are given without one, and the refusals: of questions near the
document's words and in other words, by what is right. "Line" are those whose source is the right
line.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from hegang_qa import Engine
from hegang_qa.results import Answer
from hegang_qa.second_opinion import ReaderChoice

UNSEEN = Path(__file__).parent / "unseen"
FILE = "verdicts.jsonl"
SAID = ("right", "wrong", "sentence", "refused")


def said(answer: Answer, right: str) -> str:
    """Return what an answer is worth where `right` ("Yes", "No", "" for neither) would be."""
    if answer.kind != "answer":
        return "refused"
    if answer.text not in ("Yes", "No"):
        return "sentence"
    return "right" if answer.text == right else "wrong"


def measure(folders: Sequence[Path], reader: ReaderChoice) -> Counter[tuple[str, str, str]]:
    """Return how often each is said to the questions of each kind, and their sum ("all")."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for folder in folders:
        documents = [path for path in sorted(folder.iterdir()) if path.suffix in (".md", ".txt")]
        engine = Engine.open(*documents, reader=reader)
        for line in (folder / FILE).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            right = row["answers"][0] if row["answers"] else ""
            answer = engine.ask(row["question"])
            kind = (row["kind"], right or "none")
            counts[*kind, said(answer, right)] += 1
            counts[*kind, "all"] += 1
            source = answer.source
            if source is not None and source.line in row["lines"]:
                counts[*kind, "line"] += Path(source.path).name == row["path"]
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="collections with their questions")
    parser.add_argument("--reader", action="append", choices=("off", "auto", "on"))
    options = parser.parse_args()
    folders = options.folders or sorted(path.parent for path in UNSEEN.glob(f"*/{FILE}"))
    print("| reader | words | answer | questions |", " | ".join(SAID), "| line |")
    print("|---|---|---|---:|" + "---:|" * (len(SAID) + 1))
    for reader in options.reader or ("off", "auto"):
        counts = measure(folders, reader)
        for words, right in sorted({(words, right) for words, right, _ in counts}):
            row = [counts[words, right, name] for name in ("all", *SAID, "line")]
            print(f"| {reader} | {words} | {right} |", " | ".join(map(str, row)), "|")


if __name__ == "__main__":
    main()
