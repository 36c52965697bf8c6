"""Learn how sure answers are: ``python -m bench.train_confidence DATA`` (the data sets' folder).

Reads ``squad/train.json``, ``bench/handbooks``, and those collections of ``reader/training/books``
that nothing of the engine but the third stage of the span model is learned from (17,280
questions). Two fifths of the articles of the first are held back from the first two stages
(`bench.held_back`), and each half of all articles and books is asked with the third stage learned
from the other half, so that the scores looked at here are as good as they will be on documents
never seen. Each question held back is asked of its paragraph, of a few paragraphs, of some dozens
and of everything; again of its paragraph without the sentence that answers, of another paragraph of
the article, and of everything without its paragraph, or its article; and changed by rule (another
name, number, kind, an opposite, another verb) so that nothing answers it. Questions that the
paragraph seems to answer and does not (`training.written`) are put to it and to the same
collections. The questions on handbooks and books are put to their collection, and to another one.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np

from bench import train_third_stage
from bench.collection import Collection, build_collection
from bench.handbooks import TAUGHT, Handbook, Posed, handbooks, untaught_books
from bench.held_back import Paragraph, held_back, without_them
from bench.learning import (
    Data,
    Floats,
    Model,
    arguments,
    assemble,
    fit,
    minimise,
    training_set,
    write,
)
from bench.meaning_data import MEANING, Unseen
from bench.other_verbs import OtherVerbs
from bench.spans_examples import HANDBOOKS
from bench.squad_metrics import auroc, calibration_error, f1
from hegang_qa.answers import score_spans
from hegang_qa.answers.confidence import FILE
from hegang_qa.answers.measures import FEATURES, measure
from hegang_qa.answers.span_model import third_stage
from hegang_qa.answers.weighing import weigh_sentences, with_the_rest_out
from hegang_qa.intents import load_rules
from hegang_qa.learned import LearnedSum
from hegang_qa.question import understand
from hegang_qa.ranking import rank
from hegang_qa.resources import data_path
from hegang_qa.text.lexicon import Lexicon

# How often each way of asking is used, and what it counts.
_WAYS = {
    "paragraph": (0.3, 1.5),
    "everything": (0.6, 0.7),
    "without the sentence": (0.25, 0.5),
    "another paragraph": (0.1, 0.5),
    "without the paragraph": (0.6, 0.6),
    "without the article": (0.6, 0.6),
    "tricked": (0.25, 1.0),
    "seeming": (1.0, 0.6),
    "everything, seeming": (0.15, 0.5),
    "few paragraphs": (0.15, 1.0),
    "few paragraphs without it": (0.15, 1.0),
    "few paragraphs, tricked": (0.1, 0.8),
    "few paragraphs, seeming": (0.15, 0.5),
    "some paragraphs": (0.15, 1.0),
    "some paragraphs without it": (0.15, 1.0),
    "some paragraphs, tricked": (0.1, 0.8),
    "some paragraphs, seeming": (0.15, 0.5),
    "another verb": (0.1, 0.3),
    "few paragraphs, another verb": (0.1, 0.3),
    "some paragraphs, another verb": (0.1, 0.3),
    "handbooks": (1.0, 1.0),
    "handbooks without answer": (1.0, 1.0),
    "another handbook": (0.3, 0.5),
}
_ANSWERED = ("paragraph", "everything", "few paragraphs", "some paragraphs", "handbooks")
FEW, SOME = 5, 60
"""Paragraphs of a short document and of a handful of documents."""
SEEMING = 80
"""How many questions without answer are looked at, in percent of those with one."""

OVERLAP = 0.4
"""What counts of words that overlap the answer; the rest is for the very words."""

TREES, RATE, SHARE = 150, 0.12, 0.3
"""How many trees, how far each goes, and the share of the numbers that each may ask for."""

SLOPE = 0.8
"""What all log-odds are multiplied with. Documents will be of other kinds than those learned from:
of weights learned from the articles alone the slope is .93 on the books, and the other way about it
is .72 (``--slopes``; Cox, "Two further applications of a model for binary regression", 1958)."""


class Case(NamedTuple):
    """A question as it was asked: its choices (rows of features), how right each is, the way of
    asking, and the article."""

    rows: list[list[float]]
    worth: list[float]
    way: str
    article: int


class Halves:
    """The third stage of the span model for each half of the articles, learned from the other."""

    def __init__(self, found: Sequence[train_third_stage.Choosing]) -> None:
        self.side_of = {
            article: number % 2 for number, article in enumerate(sorted({f.article for f in found}))
        }
        self._weights = [
            _summed(train_third_stage.learn(f for f in found if self.side_of[f.article] != side))
            for side in (0, 1)
        ]
        self._now = 0

    def ask(self, article: int) -> None:
        """Have the weights ready that were learned without an article."""
        self._now = self.side_of.get(article, 0)

    def weights(self) -> LearnedSum:
        return self._weights[self._now]


def _summed(model: Model) -> LearnedSum:
    return LearnedSum(third_stage.FEATURES, model.bias, [float(w) for w in model.weights], ())


def cases(
    held: Sequence[Paragraph], limit: int | None, begin: Callable[[int, str], None]
) -> Iterator[Case]:
    """Yield the questions of the paragraphs, asked in all ways. `begin` is called before each with
    the number of its article, and the name of what it stands in."""
    rules, lexicon = load_rules(), Lexicon.open()
    trick = _trick()
    verbs = OtherVerbs((item["question"] for one in held for item in one.items), lexicon)
    draw = random.Random(9)
    files = [
        {"title": one.title, "paragraphs": [{"context": one.text, "qas": one.items}]}
        for one in held
    ]
    asked = [
        (number, item) for number, one in enumerate(held) for item in one.items if item["answers"]
    ]
    draw.shuffle(asked)
    asked = asked[:limit]
    seeming = [
        (number, item)
        for number, one in enumerate(held)
        for item in one.items
        if not item["answers"]
    ]
    draw.shuffle(seeming)
    seeming = seeming[: None if limit is None else SEEMING * limit // 100]
    # Copies of the paragraphs without the sentences that answer stand behind them.
    plain = build_collection(files)
    copies: dict[tuple[int, int], int] = {}
    for number, item in asked:
        place = item["answers"][0]["answer_start"]
        own = _sentences_of(plain, number)
        cut = next((s for s in own if s.start <= place < s.end), None)
        if cut is not None and (number, cut.start) not in copies:
            copies[number, cut.start] = len(files)
            text = held[number].text
            rest = f"{text[: cut.start]}{text[cut.end :].lstrip()}".strip()
            files.append(_file(held[number].title, rest, []))
    collection = build_collection(files)
    originals = frozenset(range(len(held)))
    by_article: dict[int, set[int]] = {}
    for number, one in enumerate(held):
        by_article.setdefault(one.article, set()).add(number)

    built: dict[frozenset[int], Collection] = {}

    def small(documents: frozenset[int]) -> Collection:
        """Return a collection of its own for a few paragraphs, kept while others ask the same."""
        found = built.get(documents)
        if found is None:
            if len(built) > 100:
                built.clear()
            found = built[documents] = build_collection([files[n] for n in sorted(documents)])
        return found

    def ask(text: str, documents: frozenset[int], item: dict[str, Any], way: str) -> Case | None:
        begin(held[item["number"]].article, held[item["number"]].piece)
        apart = way.startswith(("few", "some"))
        where = small(documents) if apart else collection
        question = understand(text, rules=rules, index=where.index, lexicon=lexicon)
        ranked = rank(
            question,
            index=where.index,
            store=where.store,
            documents=None if apart else documents,
        )
        spans = score_spans(question, ranked, lexicon=lexicon)
        rows, worth = [], []
        answers = [answer["text"] for answer in item["answers"]]
        weighed = with_the_rest_out(question, weigh_sentences(question, ranked, spans, lexicon))
        for sentence, own, span, told in weighed:
            if span is not None:
                rows.append(measure(question, sentence, span, told, own))
                right = f1(span.text, answers) if way in _ANSWERED else 0.0
                worth.append(_worth(right))
        article = held[item["number"]].article
        return Case(rows, worth, way, article) if rows else None

    for number, item in asked:
        item = {**item, "number": number}
        text, one = item["question"], held[number]
        answer = item["answers"][0]
        place = answer["answer_start"]
        cut = next((s for s in _sentences_of(plain, number) if s.start <= place < s.end), None)
        span = (place, place + len(answer["text"]))
        other = held[(number + 211) % len(held)].text
        made = trick(text, one.text, span, (cut.start, cut.end) if cut else span, other, draw)
        other_verb = verbs.put(text, draw)
        beside = sorted(by_article[one.article] - {number})
        ways: list[tuple[str, str, frozenset[int]]] = [
            ("paragraph", text, frozenset((number,))),
            ("everything", text, originals),
            ("without the paragraph", text, originals - {number}),
            ("without the article", text, originals - by_article[one.article]),
        ]
        for name, size in (("few", FEW), ("some", SOME)):
            near = _near(number, size, len(held))
            ways.append((f"{name} paragraphs", text, near))
            ways.append((f"{name} paragraphs without it", text, near - {number}))
            if made is not None:
                ways.append((f"{name} paragraphs, tricked", made[0], near))
            if other_verb is not None:
                ways.append((f"{name} paragraphs, another verb", other_verb, near))
        if cut is not None:
            copy = copies[number, cut.start]
            ways.append(("without the sentence", text, frozenset((copy,))))
        if beside:
            ways.append(("another paragraph", text, frozenset((draw.choice(beside),))))
        if made is not None:
            where = frozenset((number,)) if draw.random() < 0.7 else originals
            ways.append(("tricked", made[0], where))
        if other_verb is not None:
            ways.append(("another verb", other_verb, frozenset((number,))))
        for way, changed, documents in ways:
            if draw.random() < _WAYS[way][0]:
                case = ask(changed, documents, item, way)
                if case is not None:
                    yield case
    for number, item in seeming:
        item = {**item, "number": number}
        places = {"seeming": frozenset((number,)), "everything, seeming": originals}
        for name, size in (("few", FEW), ("some", SOME)):
            places[f"{name} paragraphs, seeming"] = _near(number, size, len(held))
        for way, documents in places.items():
            if draw.random() < _WAYS[way][0]:
                case = ask(item["question"], documents, item, way)
                if case is not None:
                    yield case


def handbook_cases(books: Sequence[Handbook], begin: Callable[[int, str], None]) -> Iterator[Case]:
    """Yield the questions on handbooks, but for those to be answered by yes or no. `begin` is
    called before each with the number of its document, and the name of its collection."""
    rules, lexicon = load_rules(), Lexicon.open()
    draw = random.Random(4)

    def ask(one: Posed, book: Handbook, article: int, way: str) -> Case | None:
        question = understand(one.text, rules=rules, index=book.index, lexicon=lexicon)
        if question.answer_type == "yes-no":
            return None
        ranked = rank(question, index=book.index, store=book.store)
        spans = score_spans(question, ranked, lexicon=lexicon)
        rows, worth = [], []
        weighed = with_the_rest_out(question, weigh_sentences(question, ranked, spans, lexicon))
        for sentence, own, span, told in weighed:
            if span is not None:
                rows.append(measure(question, sentence, span, told, own))
                own_book = way == "handbooks"
                right = one.worth(sentence.sentence.id, span.text) if own_book else 0.0
                worth.append(_worth(right))
        return Case(rows, worth, way, article) if rows else None

    for number, book in enumerate(books):
        for one in book.questions:
            article = HANDBOOKS + 100 * number + one.document
            begin(article, book.name)
            way = "handbooks" if one.ids else "handbooks without answer"
            found = [ask(one, book, article, way)]
            if one.ids and draw.random() < _WAYS["another handbook"][0]:
                other = books[(number + 1) % len(books)]
                found.append(ask(one, other, article, "another handbook"))
            yield from (case for case in found if case is not None)


def _worth(overlap: float) -> float:
    """Return how right words are (0..1) that overlap the answer so far (F1, 0..1)."""
    return OVERLAP * overlap + (1 - OVERLAP) * float(overlap == 1.0)


def _file(title: str, text: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"title": title, "paragraphs": [{"context": text, "qas": items}]}


def _near(number: int, size: int, count: int) -> frozenset[int]:
    """Return the block of `size` paragraphs in which one stands."""
    first = number // size * size
    return frozenset(range(first, min(count, first + size)))


def _sentences_of(collection: Any, number: int) -> list[Any]:
    return [collection.sentences[at] for at in collection.lines[number, 1]]


def _trick() -> Any:
    """Return the rules by which questions are changed, from the training of the reader."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "reader"))
    from training.spoil import trick

    return trick


def collect(found: Sequence[Case]) -> Data:
    return assemble(
        (one.rows, one.worth, _WAYS[one.way][1], one.way, str(one.article)) for one in found
    )


def _fit(found: Sequence[Case]) -> Model:
    model = fit(collect(found), pointwise=1.0, trees=TREES, rate=RATE, share=SHARE)
    trees = tuple(
        tree._replace(leaves=tuple(round(SLOPE * leaf, 4) for leaf in tree.leaves))
        for tree in model.trees
    )
    return Model(np.round(SLOPE * model.weights, 4), round(SLOPE * model.bias, 4), trees)


def slope(model: Model, found: Sequence[Case]) -> float:
    """Return the slope of a logistic regression of how right the chosen answers are on what the
    model says of them (1: it is neither too sure nor not sure enough)."""
    own = collect(found)
    scores = model.scores(own.rows)
    ends = [*own.starts[1:], len(scores)]
    best = [s + int(np.argmax(scores[s:e])) for s, e in zip(own.starts, ends, strict=True)]
    said, right = scores[best], own.right[best]
    weight = own.weight / own.weight.sum()

    def loss(x: Floats) -> tuple[float, Floats]:
        odds = x[0] * said + x[1]
        first = weight * (1.0 / (1.0 + np.exp(-odds)) - right)
        value = float((weight * (np.logaddexp(0.0, odds) - right * odds)).sum())
        return value, np.array([float(first @ said), float(first.sum())])

    return float(minimise(loss, np.array([1.0, 0.0]))[0])


def report(data: Data, scores: Floats) -> None:
    """Print how right the chosen answers are, and how well they are told from none."""
    ends = [*data.starts[1:], len(scores)]
    sure: dict[str, list[float]] = {}
    pairs = []
    worth = []
    for way, start, end in zip(data.world, data.starts, ends, strict=True):
        at = start + int(np.argmax(scores[start:end]))
        value = 1.0 / (1.0 + float(np.exp(-scores[at])))
        sure.setdefault(way, []).append(value)
        pairs.append((value, float(data.right[at])))
        if way in _ANSWERED:
            worth.append((way, float(data.right[at])))
    for way in _ANSWERED:
        own = [value for name, value in worth if name == way]
        print(f"{way:24} {len(own):5} questions, F1 {sum(own) / max(1, len(own)):.3f}")
    for way in sure:
        if way not in _ANSWERED:
            whole = way.startswith("everything") or way.endswith(("article", "paragraph"))
            against = "everything" if whole else "paragraph"
            size = way.partition(" ")[0]
            against = f"{size} paragraphs" if size in ("few", "some") else against
            base = sure["handbooks" if "handbook" in way else against]
            print(f"{way:24} {len(sure[way]):5} questions, AUROC {auroc(base, sure[way]):.3f}")
    print(f"calibration error {calibration_error(pairs):.3f}")


def main() -> None:
    parser = arguments(__doc__, data_path(FILE))
    parser.add_argument("--limit", type=int, default=5000, help="only so many questions")
    parser.add_argument("--meaning", type=Path, required=True, help=MEANING)
    parser.add_argument("--spans", help="span weights that have not seen the articles held back")
    parser.add_argument("--slopes", action="store_true", help="measure SLOPE anew")
    options = parser.parse_args()
    path = training_set(options.data)
    if path is None:
        return
    held = held_back(path)
    books = untaught_books()
    with without_them(path, held, options.spans), Unseen(options.meaning) as unseen:
        half = Halves(
            [
                *train_third_stage.choosing(held, unseen),
                *train_third_stage.choosing_in_books(books, unseen),
            ]
        )

        def begin(article: int, name: str) -> None:
            half.ask(article)
            unseen.ask(name)

        with patch.object(third_stage, "weights", half.weights):
            found = list(cases(held, options.limit, begin))
            found += handbook_cases([*books, *handbooks(names=TAUGHT)], begin)
    print(f"{len(found)} cases", flush=True)
    articles = sorted({one.article for one in found})
    if options.slopes:
        apart = [one for one in found if one.article < HANDBOOKS]
        of_books = [one for one in found if one.article >= HANDBOOKS]
        print(f"articles to books {slope(_fit(apart), of_books) * SLOPE:.2f}")
        print(f"books to articles {slope(_fit(of_books), apart) * SLOPE:.2f}")
    side_of = {article: number % 2 for number, article in enumerate(articles)}
    for side in (0, 1):
        learned = _fit([one for one in found if side_of[one.article] != side])
        rest = collect([one for one in found if side_of[one.article] == side])
        report(rest, learned.scores(rest.rows))
    write(options.out, FEATURES, _fit(found))
    print(f"wrote {options.out}")


if __name__ == "__main__":
    main()
