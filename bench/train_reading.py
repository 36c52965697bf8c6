"""Learns the weights of the join with the reader: ``python -m bench.train_reading DATA``.

DATA is the folder of the shared data sets; only ``squad/train.json`` and
``squad/train-sentences.jsonl`` of it are read, and ``bench/handbooks``. Prints the module
`hegang_qa.answers.reading_weights`, and before it figures of cross-validation as comments.

The shipped reader was trained on the questions of ``train.json``, so its margins on them are too
good. What tells one sentence from another, and an answer from none, is therefore learned from the
other questions: those of ``train-sentences.jsonl`` whose sentence stands in a paragraph of
``train.json``. They are asked of all its paragraphs together, of one document or of one paragraph;
again with what answers them taken away; and changed by rule, so that nothing answers them. They
have no spans: what
tells the spans of one sentence apart is learned from questions of ``train.json``, among the spans
of the right sentence. No reader was taught the questions on handbooks: they are asked of their
collections, with and without an answer there.

The choice is learned listwise (the softmax over a question's spans should fall on right ones), the
sureness by logistic regression. Both have few weights, whose signs are fixed, and a quadratic
penalty, by L-BFGS.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from hegang_qa_reader import load_reader
from scipy.optimize import minimize

from bench.collection import Collection, build_collection, load_articles
from bench.handbooks import Handbook, Posed, handbooks
from bench.squad_metrics import auroc, best_threshold, calibration_error, f1
from hegang_qa.answers import reading, score_spans
from hegang_qa.answers.confidence import DEFAULT_THRESHOLD
from hegang_qa.index import MemoryStore, build_index
from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.intents import load_rules
from hegang_qa.question import understand
from hegang_qa.ranking import rank
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.lexicon import Lexicon

RIGHT_SPAN = 0.88
"""How often the best span of the right sentence is right: on questions it was not taught, the
study of the reader found F1 .75 where the right sentence was met in .89 of the cases."""

SURENESS = ("bias", *reading.FEATURES)

Array = npt.NDArray[np.float64]


class Asked(NamedTuple):
    """A question with the sentences that answer it, its document and, if known, the answers."""

    text: str
    ids: frozenset[int]
    document: int
    answers: tuple[str, ...]


class Case(NamedTuple):
    """A question with its joined spans, and how right each is (0..1)."""

    spans: list[reading.Weighed]
    worth: list[float]
    kind: str


def articles(path: str) -> list[dict[str, Any]]:
    """Return the articles; paragraphs of which it is not known where they are from, by dozens."""
    kept, loose = [], []
    for article in load_articles(path):
        if article["title"].startswith("("):
            loose += article["paragraphs"]
        else:
            kept.append(article)
    pieces = range(0, len(loose), 12)
    return kept + [{"title": f"part-{at}", "paragraphs": loose[at : at + 12]} for at in pieces]


class Asker:
    """Asks a collection with the reader and keeps what came out."""

    rules = load_rules()
    lexicon = Lexicon.open()
    reader = load_reader()
    index: SentenceIndex
    store: SentenceStore

    def __init__(self, sentences: Sequence[Sentence], paths: Sequence[str]) -> None:
        self.index = build_index(sentences)
        self.store = MemoryStore(sentences, paths)

    def ask(
        self, text: str, item: Asked, kind: str, documents: frozenset[int] | None = None
    ) -> Case:
        """Return the case of a question (perhaps another text than the item's own)."""
        question = understand(text, rules=self.rules, index=self.index, lexicon=self.lexicon)
        ranked = rank(
            question,
            index=self.index,
            store=self.store,
            lexicon=self.lexicon,
            documents=documents,
        )
        if kind == "span":
            ranked = [one for one in ranked if one.sentence.id in item.ids]
        weighed = reading.join(
            question,
            ranked,
            score_spans(question, ranked, lexicon=self.lexicon),
            self.reader,
            store=self.store,
            lexicon=self.lexicon,
            least=reading.MOST,
        ).weighed
        worth = [self._worth(one, item, kind) for one in weighed]
        return Case(weighed, worth, kind)

    @staticmethod
    def _worth(one: reading.Weighed, item: Asked, kind: str) -> float:
        if kind == "span":
            return f1(one.span.text, item.answers)
        return float(kind == "answered" and one.span.ranked.sentence.id in item.ids)


class HandbookAsker(Asker):
    """Asks a handbook."""

    def __init__(self, book: Handbook) -> None:
        self.index = book.index
        self.store = book.store

    def pose(self, one: Posed) -> Case:
        """Return the case of a question; how right a span is, is known here."""
        case = self.ask(one.text, Asked(one.text, one.ids, one.document, one.answers), "handbook")
        worth = [one.worth(span.span.ranked.sentence.id, span.span.text) for span in case.spans]
        return Case(case.spans, worth, "handbook" if one.ids else "handbook without answer")


class Worlds:
    """The collections that a question is asked of: everything, its document alone, its paragraph
    alone. What is rare, and what competes, depends on the size."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.all = Asker(collection.sentences, collection.store.paths())
        self._documents: dict[int, list[Sentence]] = {}
        for sentence in collection.sentences:
            self._documents.setdefault(sentence.document, []).append(sentence)

    def small(self, item: Asked, *, paragraph: bool) -> tuple[Asker, Asked]:
        """Return the item's document or paragraph as a collection, and the item in it."""
        own = self.collection.sentences[min(item.ids)]
        kept = [
            one for one in self._documents[own.document] if not paragraph or one.line == own.line
        ]
        return self._of(kept, item)

    def rest(self, item: Asked) -> tuple[Asker, Asked]:
        """Return the item's document without the paragraph that answers it."""
        lines = {self.collection.sentences[number].line for number in item.ids}
        kept = [one for one in self._documents[item.document] if one.line not in lines]
        return self._of(kept, item)

    @staticmethod
    def _of(kept: Sequence[Sentence], item: Asked) -> tuple[Asker, Asked]:
        asker = Asker(
            [one._replace(id=number, document=0) for number, one in enumerate(kept)], ["one.txt"]
        )
        ids = frozenset(number for number, one in enumerate(kept) if one.id in item.ids)
        return asker, item._replace(ids=ids, document=0)

    def tricked(self, item: Asked, rng: random.Random) -> str | None:
        """Return the question changed by rule so that its paragraph no longer answers it."""
        sys.path.insert(0, str(Path(__file__).parent.parent / "reader"))
        from training.spoil import trick

        sentences = self.collection.sentences
        own = sentences[min(item.ids)]
        block = [sentences[number].text for number in self.collection.lines[own.document, own.line]]
        text = " ".join(block)
        at = text.find(own.text)
        other = sentences[(own.id + 211) % len(sentences)].text
        made = trick(item.text, text, (at, at), (at, at + len(own.text)), other, rng)
        return made[0] if made else None


def unseen(path: str, collection: Collection) -> list[Asked]:
    """Return the questions that no reader was taught, whose sentence stands in the collection."""
    by_text: dict[str, list[int]] = {}
    for sentence in collection.sentences:
        by_text.setdefault(sentence.text.strip(), []).append(sentence.id)
    asked = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        ids = by_text.get(row["sentence"].strip())
        if ids:
            document = collection.sentences[ids[0]].document
            asked.append(Asked(row["question"], frozenset(ids), document, ()))
    return asked


def gather(folder: str, count: int) -> list[Case]:
    path = str(Path(folder) / "squad" / "train.json")
    collection = build_collection(articles(path))
    worlds, rng = Worlds(collection), random.Random(3)
    everywhere = frozenset(range(len(collection.store.paths())))
    cases: list[Case] = []
    new = unseen(str(Path(folder) / "squad" / "train-sentences.jsonl"), collection)
    rng.shuffle(new)
    for number, item in enumerate(new[:count]):
        size = ("all", "document", "paragraph")[number % 3]
        asker, own = worlds.all, item
        if size != "all":
            asker, own = worlds.small(item, paragraph=size == "paragraph")
        cases.append(asker.ask(item.text, own, "answered"))
        changed = worlds.tricked(item, rng)
        if changed:
            cases.append(asker.ask(changed, own, "trick"))
        if size == "all" and rng.random() < 0.7:
            others = everywhere - {item.document}
            cases.append(worlds.all.ask(item.text, item, "removed", others))
        elif size == "document" and rng.random() < 0.7:
            rest, lost = worlds.rest(item)
            cases.append(rest.ask(item.text, lost, "removed"))
    known = [
        Asked(one.question, one.ids, one.article, one.answers)
        for one in collection.questions
        if one.answers
    ]
    for item in rng.sample(known, count // 3):
        cases.append(worlds.all.ask(item.text, item, "span", frozenset({item.document})))
    for book in handbooks():
        handbook = HandbookAsker(book)
        cases += [
            handbook.pose(one)
            for one in book.questions
            if not one.answers or one.answers[0] not in ("Yes", "No")
        ]
    return [case for case in cases if case.spans]


ASKED = {"answered": 1.0, "span": 0.5, "handbook": 1.0}
"""What a question counts where the choice is learned, by its kind."""


def minimum(loss: Any, names: Sequence[str], scale: Array) -> dict[str, float]:
    # No amount may speak against what it stands for, whatever a small sample says.
    bounds: list[tuple[float | None, float | None]] = [
        (None, None) if name == "bias" else (None, 0.0) if name == "missing" else (0.0, None)
        for name in names
    ]
    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds)
    found = found.x / scale
    return dict(zip(names, (round(float(value), 4) for value in found), strict=True))


def learn_choice(cases: Iterable[Case], penalty: float = 0.003) -> dict[str, float]:
    names = reading.FEATURES
    groups = []
    for case in cases:
        best = max(case.worth)
        if case.kind in ASKED and best > 0.3 and min(case.worth) < best:
            x = np.array([[one.amounts[name] for name in names] for one in case.spans])
            right = np.array([worth >= 0.9 * best for worth in case.worth])
            groups.append((x, right, ASKED[case.kind]))
    scale = np.concatenate([x for x, _, _ in groups]).std(0) + 1e-9

    def loss(w: Array) -> tuple[float, Array]:
        total, slope = 0.0, np.zeros_like(w)
        for x, right, weight in groups:
            z = x @ (w / scale)
            p = np.exp(z - z.max())
            p /= p.sum()
            mass = float(p[right].sum()) + 1e-12
            total -= weight * np.log(mass)
            slope -= weight * (np.where(right, p / mass, 0.0) - p) @ x / scale
        n = len(groups)
        return total / n + penalty * float(w @ w) / 2, slope / n + penalty * w

    return minimum(loss, names, scale)


def chosen(case: Case, choice: dict[str, float]) -> int:
    """Return which span is best by these weights."""
    sums = [
        sum(weight * one.amounts[name] for name, weight in choice.items()) for one in case.spans
    ]
    return sums.index(max(sums))


def sureness_rows(
    cases: Iterable[Case], choice: dict[str, float]
) -> tuple[Array, Array, list[Case]]:
    rows, right, kept = [], [], []
    for case in cases:
        if case.kind == "span":
            continue
        best = chosen(case, choice)
        rows.append([1.0, *(case.spans[best].amounts[name] for name in reading.FEATURES)])
        # Of sentences it is known whether they are right, of the words on handbooks, too.
        sentence = case.kind == "answered"
        right.append(case.worth[best] * (RIGHT_SPAN if sentence else 1.0))
        kept.append(case)
    return np.array(rows), np.array(right), kept


def learn_sureness(
    cases: Iterable[Case], choice: dict[str, float], penalty: float = 0.003
) -> dict[str, float]:
    names = SURENESS
    x, y, _ = sureness_rows(cases, choice)
    scale = x.std(0) + 1e-9
    scale[names.index("bias")] = 1.0
    free = np.array([name != "bias" for name in names], float)

    def loss(w: Array) -> tuple[float, Array]:
        z = x @ (w / scale)
        p = 1 / (1 + np.exp(-z))
        total = float(np.mean(np.logaddexp(0, z) - y * z))
        slope = x.T @ (p - y) / len(y) / scale
        return total + penalty * float((w * free) @ w) / 2, slope + penalty * w * free

    return minimum(loss, names, scale)


def report(cases: Sequence[Case], choice: dict[str, float], sure: dict[str, float]) -> None:
    """Print how weights learned from other questions do on these."""
    plain = [case for case in cases if case.kind == "answered"]
    hits = sum(case.worth[chosen(case, choice)] for case in plain) / len(plain)
    top = sum(max(case.worth) for case in plain) / len(plain)
    spans = [case for case in cases if case.kind == "span"]
    overlap = sum(case.worth[chosen(case, choice)] for case in spans) / len(spans)
    x, y, kept = sureness_rows(cases, choice)
    p = 1 / (1 + np.exp(-x @ np.array([sure[name] for name in SURENESS])))
    by_kind: dict[str, list[float]] = {}
    for case, value in zip(kept, p, strict=True):
        by_kind.setdefault(case.kind, []).append(float(value))
    print(f"# {len(plain)} questions: right sentence {hits:.3f} (at most {top:.3f})")
    print(f"# {len(spans)} with the sentence given: F1 {overlap:.3f} (the reader was taught them)")
    for kind, other in (
        ("answered", "removed"),
        ("answered", "trick"),
        ("handbook", "handbook without answer"),
    ):
        print(f"# {kind} told from {other}: AUROC {auroc(by_kind[kind], by_kind[other]):.3f}")
    books = [case for case in cases if case.kind == "handbook"]
    found = sum(case.worth[chosen(case, choice)] for case in books) / len(books)
    print(f"# {len(books)} on handbooks: F1 {found:.3f}")
    error = calibration_error([(float(a), bool(b)) for a, b in zip(p, y, strict=True)])
    print(f"# calibration error {error:.3f}")
    judged = [
        (float(a), float(b), case.kind in ASKED) for a, b, case in zip(p, y, kept, strict=True)
    ]
    best, at = best_threshold(judged)
    default = sum(
        b * (a >= DEFAULT_THRESHOLD) if answered else a < DEFAULT_THRESHOLD
        for a, b, answered in judged
    )
    print(f"# refusing below {at:.2f}: {best:.3f}; by default {default / len(judged):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="the folder of the data sets")
    parser.add_argument("--questions", type=int, default=540)
    parser.add_argument("--weights", type=Path, help="the reader's folder, if not the shipped one")
    options = parser.parse_args()
    if options.weights:
        Asker.reader = load_reader(options.weights)
    if not Path(options.data, "squad", "train.json").exists():
        print(f"no squad/train.json in {options.data}: nothing to learn from")
        return
    cases = gather(options.data, options.questions)
    half, other = cases[::2], cases[1::2]
    choice = learn_choice(half)
    report(other, choice, learn_sureness(half, choice))
    choice = learn_choice(cases)
    sure = learn_sureness(cases, choice)
    print('"""The weights of the join with a reader; made by', end=" ")
    print('``python -m bench.train_reading``."""\n\nfrom __future__ import annotations\n')
    print('__all__ = ["CHOICE", "SURENESS"]')
    for name, weights in (("CHOICE", choice), ("SURENESS", sure)):
        print(f"\n{name} = {{")
        for feature, value in weights.items():
            print(f'    "{feature}": {value},')
        print("}")


if __name__ == "__main__":
    main()
