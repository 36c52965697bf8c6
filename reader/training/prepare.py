"""Makes the training rows: ``python -m training.prepare CONFIG DATA``.

One JSON object a line: `question`, `passage`, `answer` (span of the passage or null), `context`
(length of the heading or neighbour put before the passage) and `kind`. The kinds:

- ``full``: a paragraph that answers; ``short``: one to three sentences of it, as the engine asks
- ``impossible``: a genuine trick question of SQuAD 2.0
- ``near-paragraph``, ``near-sentence``: the wrong text that the `miner` likes best of those that
  BM25 finds for the question (without the miner: one of the first by BM25); ``near-ours``: the
  sentence that is, for the questions written for this training
- ``gap``: the paragraph without the sentence that answers
- ``trick``: the question changed by rule so that nothing answers it any more
- ``further``: questions of which only the sentence that answers is known; their words are those
  that the miner is sure of (self-training; Yarowsky, 1995); ``marked``: the same, with words marked
  by hand
- ``table``: made-up rows of tables
- ``written``, ``written-short``: as ``full`` and ``short``, of the questions written for this
  training; ``seeming``: those that the paragraph seems to answer and does not;
  ``seeming-short``: the same put to the sentence that seems to
- ``changed``, ``changed-short``, ``misleading``, ``misleading-short``: the same of SQuAD's own
  questions, changed for this training; ``posed``, ``posed-short``, ``posed-seeming``,
  ``posed-seeming-short``, and ``paired`` to ``paired-seeming-short`` and ``asked`` to
  ``asked-seeming-short``: the same of further questions
- ``book``, ``book-near``, ``book-none``: sentences of handbooks that answer, that are near, and
  those nearest to a question that nothing answers
- ``far``, ``far-near``, ``far-none``: the same of questions in quite other words, and of their
  twins that nothing answers (see `training.far`)
- ``verdict-yes``, ``verdict-no``, ``verdict-none``, ``turned``, ``turned-none``: yes-or-no
  questions on the same, with `verdict` (yes, no or none) beside the words that settle it (see
  `training.verdicts`)
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from training.books import BookRow, book_rows
from training.command import settings_and_data
from training.corpus import (
    Asked,
    Corpus,
    Nearest,
    norm,
    sentence_spans,
    taught,
    texts_of,
)
from training.far import far_rows
from training.mining import Miner
from training.spoil import mistype, telegraph, trick
from training.tables import made_rows
from training.verdicts import VerdictRow, verdict_rows
from training.written import key_of, marked_words

__all__ = ["Settings", "prepare"]

Line = dict[str, object]

_OURS = {
    "questions": ("written", "seeming"),
    "changed": ("changed", "misleading"),
    "posed": ("posed", "posed-seeming"),
    "paired": ("paired", "paired-seeming"),
    "asked": ("asked", "asked-seeming"),
}
"""By the folder of our own questions: the kinds of those answered and of those that seem to be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What to make and how much of it: counts, or shares of the questions. `ours` are the folders
    of questions and `books` those of handbooks to take; `marked` takes of the further questions
    those whose words are marked by hand, and no others; `only_ours` leaves out all that is made of
    SQuAD's own questions. With `book_mined`, of the `book_wrong` sentences of a book that are
    nearest to a question only the one stays that the miner likes best, for that share of the
    questions. `verdicts` are the collections whose yes-or-no questions (in `verdict_file`) are
    taken, with the `verdict_wrong` nearest sentences that say nothing to them, and a share `turned`
    of the questions for words made such; `far` are those whose questions in quite other words (in
    `far_file`) are taken, with the `far_wrong` nearest sentences that do not answer."""

    squad: str
    not_these: list[str]
    out: str
    seed: int
    held_titles: list[str]
    held_share: float
    short: float = 0.6
    near_paragraph: float = 0.14
    near_sentence: float = 0.5
    near_ours: float = 0.0
    gap: float = 0.2
    tricks: float = 0.65
    trick_short: float = 0.4
    tables: int = 2500
    titled: float = 0.4
    before: float = 0.25
    mistyped: float = 0.1
    telegraphic: float = 0.07
    lowered: float = 0.12
    miner: str = ""
    further: str = ""
    further_sure: float = 0.4
    marked: bool = False
    ours: list[str] = field(default_factory=list)
    written_short: float = 0.6
    seeming_short: float = 0.5
    books: list[str] = field(default_factory=list)
    book_wrong: int = 3
    book_mined: float = 0.0
    only_ours: bool = False
    verdicts: list[str] = field(default_factory=list)
    verdict_file: str = "verdicts.jsonl"
    verdict_wrong: int = 2
    turned: float = 0.0
    far: list[str] = field(default_factory=list)
    far_file: str = "far.jsonl"
    far_wrong: int = 2


class _Maker:
    def __init__(self, settings: Settings, data: Path) -> None:
        self.set = settings
        self.rng = random.Random(settings.seed)
        self.data = data
        self.lines: list[Line] = []
        self.corpus: Corpus = taught(settings, data)
        self.sentences = [sentence_spans(text) for text in self.corpus.paragraphs]
        self.flat = [(p, span) for p, spans in enumerate(self.sentences) for span in spans]

    def as_typed(self, question: str) -> str:
        """Return the question as people type it: mostly as it is."""
        rng, chance = self.rng, self.rng.random()
        if chance < self.set.mistyped:
            question = mistype(question, rng)
        elif chance < self.set.mistyped + self.set.telegraphic:
            question = telegraph(question, rng)
        if rng.random() < self.set.lowered:
            question = question.lower()
        if rng.random() < 0.12:
            question = question.rstrip("? ")
        return question

    def add(
        self,
        kind: str,
        question: str,
        paragraph: int,
        span: tuple[int, int] | None,
        answer: tuple[int, int] | None,
    ) -> None:
        """Add a row on a part of a paragraph (None: all of it), perhaps with its context."""
        text = self.corpus.paragraphs[paragraph]
        begin, end = span or (0, len(text))
        before = ""
        if span and begin and self.rng.random() < self.set.before:
            b, e = max(s for s in self.sentences[paragraph] if s[1] <= begin)
            before = text[b:e]
            if answer and norm(text[answer[0] : answer[1]]) in norm(before):
                before = ""
        title = self.corpus.titles[paragraph]
        if title and self.rng.random() < self.set.titled:
            before = f"{title}: {before}".rstrip() if before else f"{title}:"
        before = f"{before} " if before else ""
        shift = len(before) - begin
        self.lines.append(
            {
                "question": self.as_typed(question),
                "passage": before + text[begin:end],
                "answer": [answer[0] + shift, answer[1] + shift] if answer else None,
                "context": len(before),
                "kind": kind,
            }
        )

    def sentence_of(self, paragraph: int, answer: tuple[int, int]) -> int | None:
        """Return which sentence holds the answer whole."""
        for number, (b, e) in enumerate(self.sentences[paragraph]):
            if b <= answer[0] and answer[1] <= e:
                return number
        return None

    def positives(self) -> None:
        """Add the paragraphs and sentences that answer, and the genuine trick questions."""
        for paragraph, question, answer in self.corpus.asked:
            if answer is None:
                for _ in range(2):
                    self.add("impossible", question, paragraph, None, None)
                continue
            self.add("full", question, paragraph, None, answer)
            self.add_short("short", self.set.short, question, paragraph, answer, answer)

    def add_short(
        self,
        kind: str,
        share: float,
        question: str,
        paragraph: int,
        place: tuple[int, int],
        answer: tuple[int, int] | None,
    ) -> None:
        """Add, for a share of the questions, the sentence at a place, perhaps with a neighbour."""
        at = self.sentence_of(paragraph, place)
        spans = self.sentences[paragraph]
        if at is not None and self.rng.random() < share:
            low = max(0, at - self.rng.choice([0, 0, 0, 0, 1]))
            high = min(len(spans) - 1, at + self.rng.choice([0, 0, 0, 0, 1]))
            self.add(kind, question, paragraph, (spans[low][0], spans[high][1]), answer)

    def ours(self) -> None:
        """Add the questions written for this training: those that their paragraph answers, and
        those that it only seems to answer."""
        for name in self.set.ours:
            kind, seeming = _OURS[name]
            for paragraph, question, answer in self.corpus.answered[name]:
                assert answer is not None
                self.add(kind, question, paragraph, None, answer)
                share = self.set.written_short
                self.add_short(f"{kind}-short", share, question, paragraph, answer, answer)
            for paragraph, question, words in self.corpus.seeming[name]:
                self.add(seeming, question, paragraph, None, None)
                if words is not None:
                    share = self.set.seeming_short
                    self.add_short(f"{seeming}-short", share, question, paragraph, words, None)

    def spoiled(self) -> None:
        """Add the gaps and the trick questions made by rule."""
        texts = self.corpus.paragraphs
        for paragraph, question, answer in self.corpus.asked:
            if answer is None:
                continue
            at = self.sentence_of(paragraph, answer)
            if at is None:
                continue
            text, span = texts[paragraph], self.sentences[paragraph][at]
            rest = text[: span[0]].rstrip() + " " + text[span[1] :].lstrip()
            right = norm(text[answer[0] : answer[1]])
            if self.rng.random() < self.set.gap and len(rest) > 60 and right not in norm(rest):
                self.lines.append(
                    {
                        "question": self.as_typed(question),
                        "passage": rest.strip(),
                        "answer": None,
                        "context": 0,
                        "kind": "gap",
                    }
                )
            if self.rng.random() < self.set.tricks:
                other = texts[min(len(texts) - 1, paragraph + self.rng.randint(3, 40))]
                made = trick(question, text, answer, span, other, self.rng)
                if made:
                    part = span if self.rng.random() < self.set.trick_short else None
                    self.add(f"trick-{made[1]}", made[0], paragraph, part, None)

    def near(self) -> None:
        """Add the wrong paragraphs and sentences that look most like the right one."""
        asked = [item for item in self.corpus.asked if item.answer is not None]
        self.add_near("near-paragraph", self.set.near_paragraph, asked)
        self.add_near("near-sentence", self.set.near_sentence, asked)

    def near_ours(self) -> None:
        """Add the wrong sentences that look most like the right one of the questions written for
        this training."""
        for name in self.set.ours:
            self.add_near("near-ours", self.set.near_ours, self.corpus.answered[name])

    def add_near(self, kind: str, share: float, asked: Sequence[Asked]) -> None:
        """Add for a share of the questions the wrong paragraph or sentence nearest to it."""
        chosen = [item for item in asked if self.rng.random() < share] if share else []
        if not chosen:
            return
        texts, miner = self.corpus.paragraphs, Miner(self.set.miner)
        whole = kind == "near-paragraph"
        pool = texts if whole else [texts[p][b:e] for p, (b, e) in self.flat]
        count, tried = (7, 2) if whole else (12, 4)
        found = Nearest(pool).find([item.question for item in chosen], count)
        folded = [norm(text) for text in pool]
        for item, numbers in zip(chosen, found, strict=True):
            assert item.answer is not None
            right = norm(texts[item.paragraph][item.answer[0] : item.answer[1]])
            wrong = [n for n in numbers if right not in folded[n]]
            if whole:
                wrong = [n for n in wrong if n != item.paragraph]
            if not wrong:
                continue
            best = miner.best(item.question, [pool[n] for n in wrong[:tried]], self.rng)
            number = wrong[best]
            if whole:
                self.add(kind, item.question, number, None, None)
            else:
                self.add(kind, item.question, *self.flat[number], None)

    def further(self) -> None:
        """Add the questions of which the sentence is known, but not the words, of other texts than
        the paragraphs (from the paragraphs' own the join is learned)."""
        if not self.set.further:
            return
        miner, marks = Miner(self.set.miner), marked_words()
        known = {
            text[b:e]
            for text, spans in zip(self.corpus.paragraphs, self.sentences, strict=True)
            for b, e in spans
        }
        without = texts_of(self.data / name for name in self.set.not_these)
        everything = " ".join(without[0])
        for line in (self.data / self.set.further).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            question, passage = row["question"].strip(), row["sentence"].strip()
            if passage in known or norm(question) in without[1] or norm(passage) in everything:
                continue
            if self.set.marked:
                words = marks.get(key_of(f"{question}\n{passage}"), "")
                begin, share = passage.find(words), float(bool(words))
                end = begin + len(words)
            else:
                begin, end, share = miner.span(question, passage)
            if share < self.set.further_sure:
                continue
            self.lines.append(
                {
                    "question": self.as_typed(question),
                    "passage": passage,
                    "answer": [begin, end],
                    "context": 0,
                    "kind": "marked" if self.set.marked else "further",
                }
            )

    def tables(self) -> None:
        """Add the made-up rows of tables."""
        for row in made_rows(self.set.tables, self.rng):
            self.lines.append(
                {
                    "question": self.as_typed(row.question),
                    "passage": row.passage,
                    "answer": list(row.answer) if row.answer else None,
                    "context": row.context,
                    "kind": "table",
                }
            )

    def books(self) -> None:
        """Add the sentences of handbooks: those that answer, and the nearest wrong ones."""
        rows = book_rows(self.set.book_wrong, self.set.books) if self.set.books else ()
        for row in self.mined(rows) if self.set.book_mined else rows:
            self.add_book_row(row)

    def verdicts(self) -> None:
        """Add the yes-or-no questions on collections."""
        own = self.set
        if not own.verdicts:
            return
        for row in verdict_rows(
            own.verdicts, own.verdict_file, own.verdict_wrong, own.turned, own.seed
        ):
            self.add_book_row(row, verdict=row.verdict)

    def far(self) -> None:
        """Add the questions on collections in quite other words."""
        own = self.set
        for row in far_rows(own.far, own.far_file, own.far_wrong, own.seed) if own.far else ():
            self.add_book_row(row)

    def add_book_row(self, row: BookRow | VerdictRow, **more: str) -> None:
        """Add a row on a sentence of a collection."""
        self.lines.append(
            {
                "question": self.as_typed(row.question),
                "passage": row.passage,
                "answer": list(row.answer) if row.answer else None,
                "context": row.context,
                "kind": row.kind,
                **more,
            }
        )

    def mined(self, rows: Iterable[BookRow]) -> Iterator[BookRow]:
        """Yield the rows that answer and, for a share of the questions, the wrong one that the
        miner likes best."""
        miner = Miner(self.set.miner)
        for question, group in groupby(rows, key=lambda row: row.question):
            wrong = []
            for row in group:
                if row.answer is None:
                    wrong.append(row)
                else:
                    yield row
            if wrong and self.rng.random() < self.set.book_mined:
                yield wrong[miner.best(question, [row.passage for row in wrong], self.rng)]


def prepare(settings: Settings, data: Path) -> Counter[str]:
    """Write the rows made of a data folder and return how many there are of each kind."""
    maker = _Maker(settings, data)
    if not settings.only_ours:
        maker.positives()
        maker.spoiled()
        maker.near()
    maker.further()
    if not settings.only_ours:
        maker.tables()
    maker.ours()
    maker.near_ours()
    maker.books()
    maker.verdicts()
    maker.far()
    out = Path(settings.out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as file:
        for line in maker.lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return Counter(str(line["kind"]) for line in maker.lines)


def main() -> None:
    """Make the rows of one settings file."""
    settings, data = settings_and_data(Settings, __doc__)
    counts = prepare(settings, data)
    report = json.dumps({"rows": sum(counts.values()), **dict(counts.most_common())})
    print(report)
    Path(settings.out).with_suffix(".log").write_text(report + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
