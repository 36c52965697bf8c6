"""Follow-up questions: how well they are rewritten, and how seldom a whole question is bent.

    python -m bench.follow_ups canard.json [--alone dev.json] [--half both|development|held-out]
                               [--failures N]

The first file holds dialogues in the form of CANARD (Elgohary et al., 2019): `History` (topic,
section, question, answer, ...), `Question`, `Rewrite`, `QuAC_dialog_id`. Only questions are
counted whose human rewriting differs in content words from the question. "Same" is the share for
which the rewriting has the very content words of the human one; "F1" the mean overlap. The second
table sorts what is left by the words that differ. Dialogues
are halved by their id, sorted: the rules were made on the first of each two ("development").

`--alone` reads a file in the form of SQuAD and puts all its questions, shuffled, in one thread:
each stands alone there, or means something that is not in the thread, so none ought to change.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hegang_qa.conversation import Thread, Turn, rewrite
from hegang_qa.text.lexicon import Lexicon
from hegang_qa.text.tokens import fold, tokenize
from hegang_qa.text.words import STOPWORDS

Row = dict[str, Any]

# Words of the rewriting's frame ("besides ...", "other than ...") that carry no content.
FRAME = frozenset("else besides aside apart addition".split())
POINTING = frozenset(
    "he him his she her hers it its they them their theirs this that these those there here then "
    "former latter".split()
)


def content_words(text: str) -> frozenset[str]:
    return frozenset(
        token.stem
        for token in tokenize(text)
        if token.kind != "mark" and token.norm not in STOPWORDS and token.norm not in FRAME
    )


def overlap(ours: frozenset[str], theirs: frozenset[str]) -> float:
    shared = len(ours & theirs)
    return 2 * shared / (len(ours) + len(theirs)) if shared else float(not ours and not theirs)


def said_nothing(answer: str) -> bool:
    return fold(answer).startswith(("i don't know", "cannotanswer"))


def thread_of(history: Sequence[str], lexicon: Lexicon) -> Thread:
    """The thread that the turns of a dialogue leave behind; rewritings of ours all the way."""
    thread = Thread(topic=history[0], section=history[1] if len(history) > 1 else None)
    for question, answer in zip(history[2::2], history[3::2], strict=False):
        done = rewrite(question, thread, lexicon=lexicon)
        known = None if said_nothing(answer) else answer
        turn = Turn(question, done.query, known, "phrase", known)
        turn = replace(turn, excluded=done.exclude, meant=done.meant, people=done.people)
        thread.add(turn)
    return thread


def measure(rows: Iterable[Row], way: Callable[[Row], str]) -> tuple[int, float, float]:
    same = total = 0.0
    count = 0
    for row in rows:
        theirs = content_words(row["Rewrite"])
        if theirs == content_words(row["Question"]):
            continue
        ours = content_words(way(row))
        count += 1
        same += ours == theirs
        total += overlap(ours, theirs)
    return count, same / max(count, 1), total / max(count, 1)


def error_class(row: Row, ours: frozenset[str], theirs: frozenset[str]) -> str:
    missing, extra = theirs - ours, ours - theirs
    topic = content_words(row["History"][0])
    heard = content_words(" ".join(row["History"][2:]))
    if missing | extra <= topic:
        return "the topic's name: more or less of it, or not put in at all"
    if not missing:
        return "words put in that the human left out"
    if not extra:
        if missing <= heard | topic:
            return "words of the thread left out"
        return "words left out that are not in the thread either"
    return "something else was meant"


def follow_ups(path: Path, half: str, failures: int, lexicon: Lexicon) -> None:
    rows: list[Row] = json.loads(path.read_text(encoding="utf-8"))
    first = set(sorted({row["QuAC_dialog_id"] for row in rows})[::2])

    def ours(row: Row) -> str:
        return rewrite(row["Question"], thread_of(row["History"], lexicon), lexicon=lexicon).text

    def last_question(row: Row) -> str:
        history = row["History"]
        return f"{history[-2] if len(history) > 2 else ''} {row['Question']}"

    ways: dict[str, Callable[[Row], str]] = {
        "the question as typed": lambda row: str(row["Question"]),
        "last question put before it": last_question,
        "topic put behind it": lambda row: f"{row['Question']} {row['History'][0]}",
        "hegang-qa": ours,
    }
    parts: dict[str, list[Row]] = {"development": [], "held-out": []}
    for row in rows:
        parts["development" if row["QuAC_dialog_id"] in first else "held-out"].append(row)
    for name, part in parts.items():
        if half not in ("both", name):
            continue
        print(f"\n{name} half\n\n| rewriting | questions | same | F1 |\n|---|---:|---:|---:|")
        for label, way in ways.items():
            count, same, f1 = measure(part, way)
            print(f"| {label} | {count} | {100 * same:.1f} % | {f1:.3f} |")
        errors = Counter(
            error_class(row, mine, theirs)
            for row in part
            if (theirs := content_words(row["Rewrite"])) != content_words(row["Question"])
            and (mine := content_words(ours(row))) != theirs
        )
        print("\n| what went wrong | questions |\n|---|---:|")
        for label, number in errors.most_common():
            print(f"| {label} | {number} |")
        shown = 0
        for row in part if failures else ():
            wanted, got = row["Rewrite"], ours(row)
            if content_words(wanted) != content_words(got) and shown < failures:
                shown += 1
                print(f"\n[{row['History'][0]}] A: {row['History'][-1][:90]}")
                print(f"  Q {row['Question']}\n  human {wanted}\n  ours  {got}")


def alone(path: Path, failures: int, lexicon: Lexicon) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))["data"]
    asked: list[tuple[str, str | None, str | None]] = []
    for paragraph in (p for article in data for p in article["paragraphs"]):
        for question in paragraph["qas"]:
            answer = question["answers"][0] if question["answers"] else None
            text = paragraph["context"]
            sentence = None
            if answer is not None:
                start = text.rfind(". ", 0, answer["answer_start"]) + 1
                sentence = text[start : text.find(". ", answer["answer_start"]) + 1 or None]
            asked.append((question["question"], answer and answer["text"], sentence))
    random.Random(1).shuffle(asked)
    thread = Thread()
    changed: list[tuple[str, str]] = []
    started = time.perf_counter()
    for text, words, sentence in asked:
        done = rewrite(text, thread, lexicon=lexicon)
        if (done.changed and not done.optional) or done.request or done.choices:
            changed.append((text, done.text))
        thread.add(Turn(text, text, words, "phrase", sentence))
    took = time.perf_counter() - started
    plain = [pair for pair in changed if not POINTING & {t.norm for t in tokenize(pair[0])}]
    each = 1e3 * took / len(asked)
    print(f"\n{path.name}: {len(asked)} questions in one thread, {each:.2f} ms each")
    print(f"changed by the thread: {len(changed)} ({100 * len(changed) / len(asked):.2f} %)")
    print(f"of these without a pronoun: {len(plain)} ({100 * len(plain) / len(asked):.2f} %)")
    for before, after in changed[:failures]:
        print(f"  {before}\n  -> {after}")


def main() -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n")[0])
    parser.add_argument("dialogues", type=Path)
    parser.add_argument("--alone", type=Path, action="append", default=[])
    parser.add_argument("--half", choices=("both", "development", "held-out"), default="both")
    parser.add_argument("--failures", type=int, default=0)
    options = parser.parse_args()
    lexicon = Lexicon.open()
    follow_ups(options.dialogues, options.half, options.failures, lexicon)
    for path in options.alone:
        alone(path, options.failures, lexicon)


if __name__ == "__main__":
    main()
