"""Learns the weights of `hegang_qa.answers.reading_weights`: ``python -m bench.train_reading
SQUAD_TRAIN [QUESTIONS]``.

Uses only the articles and paragraphs that the reader's training set aside (see
``reader/training/configs/prepare.toml``). Each question is asked of all of them; again with its
article taken away; and once changed by rule so that nothing answers it. The choice of a span is
learned listwise (softmax over the candidates of a question against their word overlap with the
right answer), the sureness of the chosen one by logistic regression (right: overlap of .5 or
more). Both with a quadratic penalty, by L-BFGS. Prints the weights to put into the module.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from hegang_qa_reader import load_reader
from scipy.optimize import minimize

from bench.collection import Asked, Collection, build_collection, load_articles
from bench.squad_metrics import f1
from hegang_qa.answers import reading, score_spans
from hegang_qa.answers.accounts import account
from hegang_qa.intents import load_rules
from hegang_qa.question import understand
from hegang_qa.question.model import Question
from hegang_qa.ranking import rank
from hegang_qa.text.lexicon import Lexicon

CONFIG = Path(__file__).parent.parent / "reader" / "training" / "configs" / "prepare.toml"
LIMIT = 40


class Case(NamedTuple):
    """A question with its joined spans and how right each is (0..1)."""

    question: Question
    spans: list[reading.Weighed]
    worth: list[float]
    kind: str


def held_back(path: str) -> list[dict[str, Any]]:
    """Return the articles, and parts of articles, that no reader was trained on."""
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    articles, number = [], 0
    for article in load_articles(path):
        title = article["title"].replace("_", " ")
        kept = []
        for paragraph in article["paragraphs"]:
            number += 1
            chance = random.Random(number).random()
            if title in settings["held_titles"] or (
                title.startswith("(") and chance < settings["held_share"]
            ):
                kept.append(paragraph)
        if not kept:
            continue
        if title.startswith("("):
            # Paragraphs of unknown articles: a few of them to a document.
            articles += [
                {"title": f"part-{at}", "paragraphs": kept[at : at + 12]}
                for at in range(0, len(kept), 12)
            ]
        else:
            articles.append({**article, "paragraphs": kept})
    return articles


class Asker:
    """Asks the collection with the reader and keeps what came out."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.rules = load_rules()
        self.lexicon = Lexicon.open()
        self.reader = load_reader()
        self.documents = set(range(len(collection.store.paths())))

    def ask(self, text: str, item: Asked, kind: str, without: int | None = None) -> Case:
        """Return the case of a question text; `without` an article where it is given."""
        where = self.collection
        question = understand(text, rules=self.rules, index=where.index, lexicon=self.lexicon)
        ranked = rank(
            question,
            index=where.index,
            store=where.store,
            lexicon=self.lexicon,
            documents=None if without is None else self.documents - {without},
            limit=LIMIT,
        )
        spans = score_spans(question, ranked, lexicon=self.lexicon)
        joined = reading.join(
            question,
            ranked,
            spans,
            self.reader,
            store=where.store,
            lexicon=self.lexicon,
            sentences=reading.SENTENCES + 2,
        ).weighed
        worth = [
            f1(one.span.text, item.answers)
            if kind == "answerable" and one.span.ranked.sentence.id in item.ids
            else 0.0
            for one in joined
        ]
        return Case(question, joined, worth, kind)


def tricked(collection: Collection, item: Asked, rng: random.Random) -> str | None:
    """Return the question changed by rule so that its paragraph no longer answers it."""
    sys.path.insert(0, str(CONFIG.parent.parent.parent))
    from training.spoil import trick

    number = min(item.ids)
    sentence = collection.sentences[number]
    ids = collection.lines[item.article, item.line]
    block = [collection.sentences[i] for i in ids]
    first = block[0].start
    text = " " * (block[-1].end - first)
    for one in block:
        text = text[: one.start - first] + one.text + text[one.end - first :]
    at = text.find(item.answers[0], sentence.start - first)
    if at < 0:
        return None
    other = collection.sentences[(number + 211) % len(collection.sentences)].text
    made = trick(
        item.question,
        text,
        (at, at + len(item.answers[0])),
        (sentence.start - first, sentence.end - first),
        other,
        rng,
    )
    return made[0] if made else None


def gather(path: str, count: int) -> list[Case]:
    collection = build_collection(held_back(path))
    rng = random.Random(3)
    asked = [item for item in collection.questions if item.answers]
    rng.shuffle(asked)
    asker, cases = Asker(collection), []
    for item in asked[:count]:
        cases.append(asker.ask(item.question, item, "answerable"))
        cases.append(asker.ask(item.question, item, "removed", without=item.article))
        changed = tricked(collection, item, rng)
        if changed:
            cases.append(asker.ask(changed, item, "trick"))
    return [case for case in cases if case.spans]


def learn_choice(cases: Sequence[Case], penalty: float = 0.02) -> dict[str, float]:
    names = reading.CHOICE_FEATURES
    rows: list[list[float]] = []
    worth: list[float] = []
    groups: list[tuple[int, int]] = []
    for case in cases:
        if max(case.worth, default=0.0) <= 0:
            continue
        groups.append((len(rows), len(rows) + len(case.spans)))
        rows += [[one.amounts[name] for name in names] for one in case.spans]
        worth += case.worth
    x, y = np.array(rows), np.array(worth)
    scale = x.std(0) + 1e-9

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z, total, slope = x @ (w / scale), 0.0, np.zeros_like(w)
        for low, high in groups:
            target = y[low:high] ** 2
            target /= target.sum()
            own = z[low:high] - z[low:high].max()
            p = np.exp(own) / np.exp(own).sum()
            total -= float(target @ np.log(p + 1e-12))
            slope -= x[low:high].T @ (target - p) / scale
        n = len(groups)
        return total / n + penalty * float(w @ w) / 2, slope / n + penalty * w

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x / scale
    return dict(zip(names, (round(float(v), 4) for v in found), strict=True))


def chosen(
    case: Case, choice: dict[str, float]
) -> tuple[reading.Weighed, reading.Weighed | None, float]:
    """Return the best span by these weights, the best of another sentence, and its worth."""
    again = [
        (one._replace(span=replace(one.span, score=_sum(choice, one.amounts))), worth)
        for one, worth in zip(case.spans, case.worth, strict=True)
    ]
    again.sort(key=lambda pair: -pair[0].span.score)
    best, worth = again[0]
    own = best.span.ranked.sentence.id
    second = next((one for one, _ in again if one.span.ranked.sentence.id != own), None)
    return best, second, worth


def _sum(weights: dict[str, float], amounts: dict[str, float]) -> float:
    return sum(weight * amounts[name] for name, weight in weights.items())


def learn_sureness(
    cases: Sequence[Case], choice: dict[str, float], lexicon: Lexicon, penalty: float = 0.003
) -> dict[str, float]:
    names = reading.SURENESS_FEATURES
    rows, right = [], []
    for case in cases:
        best, second, worth = chosen(case, choice)
        told = account(case.question, best.span.ranked, best.span, lexicon)
        features = reading.sureness_features(best, told, second)
        rows.append([features[name] for name in names])
        right.append(float(worth >= 0.5))
    x, y = np.array(rows), np.array(right)
    scale = x.std(0) + 1e-9
    scale[names.index("bias")] = 1.0
    free = np.array([name != "bias" for name in names], float)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ (w / scale)
        p = 1 / (1 + np.exp(-z))
        total = float(np.mean(np.logaddexp(0, z) - y * z))
        slope = x.T @ (p - y) / len(y) / scale
        return total + penalty * float((w * free) @ w) / 2, slope + penalty * w * free

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x / scale
    return dict(zip(names, (round(float(v), 4) for v in found), strict=True))


def report(cases: Sequence[Case], choice: dict[str, float]) -> None:
    plain = [case for case in cases if case.kind == "answerable"]
    picks = [chosen(case, choice) for case in plain]
    overlap = sum(worth for _, _, worth in picks) / len(plain)
    hits = sum(
        any(
            w > 0
            for s, w in zip(c.spans, c.worth, strict=True)
            if s.span.ranked is best.span.ranked
        )
        for c, (best, _, _) in zip(plain, picks, strict=True)
    )
    top = sum(max(case.worth) for case in plain) / len(plain)
    print(f"# {len(plain)} questions: F1 {overlap:.3f} (at most {top:.3f})", end="")
    print(f", sentence {hits / len(plain):.3f}")


def main() -> None:
    cases = gather(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 700)
    half = [case for at, case in enumerate(cases) if at % 2]
    other = [case for at, case in enumerate(cases) if not at % 2]
    report(other, learn_choice(half))
    choice = learn_choice(cases)
    sure = learn_sureness(cases, choice, Lexicon.open())
    for name, weights in (("CHOICE", choice), ("SURENESS", sure)):
        print(f"{name} = {{")
        for feature, value in weights.items():
            print(f'    "{feature}": {value},')
        print("}")


if __name__ == "__main__":
    main()
