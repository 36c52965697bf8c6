"""Rows that teach yes and no: questions written for it, and others made of questions with answers.

``verdicts.jsonl`` beside the questions of a collection of ``training/books`` holds the first: each
with its line, "Yes" or "No" and the words that settle it (``quote``), or with none of these where
the document does not say. Those in ``verdicts-further.jsonl`` came a stage later (conditions,
reckoning, statements turned round), those in ``verdicts-aside.jsonl`` are kept for the join of
reader and engine. The second are the questions of the same collections, turned round with their own
answer, or with that of another question ("When was it built?", "1894": "Was it built in 1894?").
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from training.books import FOLDER, opened
from training.corpus import norm
from training.nearest import IN_PARAGRAPH, Nearest, view, views

if TYPE_CHECKING:
    from bench.handbooks import Handbook, Posed
    from hegang_qa.sentences.model import Sentence

__all__ = ["VERDICTS", "VerdictRow", "turned_round", "verdict_rows"]

VERDICTS = ("none", "yes", "no")
"""What a passage says to a question, in the order of the network's outputs."""

_AUXILIARIES = frozenset(
    "is are was were did does do has have had can could will would must should may".split()
)
_DOING = frozenset(("did", "does", "do"))
_SUBJECTS = frozenset(
    "the a an this that these those its his her their our your my it he she they we you one i "
    "there each every any all most some".split()
)
_WHEN_AS_IT_IS = frozenset(
    "in on at by after before until since from during every each once twice daily weekly monthly "
    "as to within between because due for about around near under over behind with when whenever "
    "if while where unless through throughout".split()
)
_LONGEST = 8
_TURNED_WRONG = 0.3


class VerdictRow(NamedTuple):
    """A question and a passage; `verdict` is what the passage says (of `VERDICTS`), `answer` the
    span of the passage that settles it, `context` the length of what stands before its text."""

    question: str
    passage: str
    answer: tuple[int, int] | None
    context: int
    verdict: str
    kind: str


def turned_round(question: str, words: str) -> str | None:
    """Return a question for words as one whether it is these, None where that takes more than a
    change of order."""
    asked = question.strip().rstrip("?").split()
    if len(asked) < 3 or len(words.split()) > _LONGEST:
        return None
    first, second = asked[0].lower(), asked[1].lower()
    if first in ("who", "whom") and second not in _DOING:
        return f"Was it {words} who {' '.join(asked[1:])}?"
    at = next((n for n, word in enumerate(asked[:6]) if word.lower() in _AUXILIARIES), None)
    if at is None or at + 1 >= len(asked):
        return None
    helper, rest = asked[at].capitalize(), " ".join(asked[at + 1 :])
    after = asked[at + 1]
    has_subject = after.lower() in _SUBJECTS or after[0].isupper() or helper.lower() in _DOING
    plain = words.split(maxsplit=1)[0].lower() in _WHEN_AS_IT_IS
    if first in ("what", "which") and at > 1 and not has_subject:
        return f"Is it {words} that {' '.join(asked[at:])}?"
    if not has_subject and at != 1:
        return None
    if first in ("what", "which", "who", "whom"):
        inner = "in " if asked[1].lower() in ("year", "month", "century") and not plain else ""
        return f"{helper} {rest} {inner}{words}?"
    if first == "when" and at == 1:
        return f"{helper} {rest} {'' if plain else 'in '}{words}?"
    if first == "where" and at == 1:
        return f"{helper} {rest} {'' if plain or words[0].islower() else 'in '}{words}?"
    if first == "why" and at == 1:
        return f"{helper} {rest} {'' if plain else 'because '}{words}?"
    if first == "how" and second in ("long", "often", "far", "much", "old", "high", "tall"):
        return f"{helper} {rest} {words}?" if at == 2 else None
    if first == "how" and second == "many" and at > 2:
        things = " ".join(asked[2:at])
        number = words if things.split()[-1].lower() in words.lower() else f"{words} {things}"
        return f"{helper} {rest} {number}?"
    return None


def verdict_rows(
    names: Sequence[str], file: str, wrong: int, turned: float, seed: int
) -> Iterator[VerdictRow]:
    """Yield the rows of some collections: of each question in a file of theirs the sentence that
    settles it, some of them between their neighbours as well, and the `wrong` nearest others; and
    of a share `turned` of the questions for words as many turned round."""
    rng = random.Random(seed)
    for book in opened(names):
        near = Nearest(book)
        yield from _written(book, file, near, wrong, rng)
        yield from _turned(book, near, turned, rng)


def _written(
    book: Handbook, file: str, near: Nearest, wrong: int, rng: random.Random
) -> Iterator[VerdictRow]:
    path = FOLDER / book.name / file
    if not path.exists():
        return
    paths = [one.rpartition("/")[2] for one in book.store.paths()]
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        own = paths.index(row["path"])
        right = [
            one
            for one in book.sentences
            if one.document == own and row["answers"] and row["quote"] in one.text
        ]
        at = [one for one in right if one.line in row["lines"]] or right[:1]
        for sentence in at[:1]:
            verdict = row["answers"][0].lower()
            kind = f"verdict-{verdict}"
            yield from _views(book, row["question"], sentence, row["quote"], verdict, kind, rng)
        if at or not row["answers"]:
            known = {one.id for one in right}
            count = wrong + (0 if row["answers"] else 1)
            for number in near.others(row["question"], sorted(known), count):
                yield _row(book, row["question"], number, "verdict-none", rng)


def _turned(
    book: Handbook, near: Nearest, share: float, rng: random.Random
) -> Iterator[VerdictRow]:
    others: dict[tuple[int, str, str], list[Posed]] = defaultdict(list)
    for one in book.questions:
        if one.answers:
            others[_like(one)].append(one)
    for one in book.questions:
        if not one.answers or rng.random() >= share:
            continue
        words, verdict = one.answers[0], "yes"
        if rng.random() < 0.5:
            same = [
                other.answers[0]
                for other in others[_like(one)]
                if not _alike(other.answers[0], one.answers)
            ]
            if not same:
                continue
            words, verdict = rng.choice(same), "no"
        asked = turned_round(one.text, words)
        ids = [n for n in sorted(one.ids) if one.answers[0] in book.sentences[n].text]
        if asked is None or not ids:
            continue
        asked = asked.lower() if rng.random() < 0.15 else asked
        sentence = book.sentences[ids[0]]
        yield from _views(book, asked, sentence, one.answers[0], verdict, "turned", rng)
        if rng.random() < _TURNED_WRONG:
            for number in near.others(asked, sorted(one.ids), 1):
                yield _row(book, asked, number, "turned-none", rng)


def _like(one: Posed) -> tuple[int, str, str]:
    """Return what questions share whose answers could be taken for each other's."""
    words, asked = one.answers[0], one.text.split(maxsplit=1)[0].lower()
    figures = any(sign.isdigit() for sign in words)
    shape = "figure" if figures else "name" if words[:1].isupper() else "words"
    return one.document, shape, asked


def _alike(words: str, answers: Sequence[str]) -> bool:
    own = norm(words)
    return any(own in norm(other) or norm(other) in own for other in answers)


def _views(
    book: Handbook,
    question: str,
    sentence: Sentence,
    quote: str,
    verdict: str,
    kind: str,
    rng: random.Random,
) -> Iterator[VerdictRow]:
    """Yield a sentence that settles a question as it is read, and some with their neighbours."""
    for text, span, context in views(book, sentence, quote, IN_PARAGRAPH, rng):
        yield VerdictRow(question, text, span, context, verdict, kind)


def _row(book: Handbook, question: str, number: int, kind: str, rng: random.Random) -> VerdictRow:
    text, context = view(book, number, IN_PARAGRAPH / 2, rng)
    return VerdictRow(question, text, None, context, "none", kind)
