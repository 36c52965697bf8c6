"""The model at work: one pair of question and passage at a time, on one thread.

A pair is scored by itself, so that no answer depends on its neighbours: the int8 scales of a
batch would. The same input gives the same output on every run.
"""

from __future__ import annotations

import threading
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from hegang_qa_reader.description import CLS, SEP, WeightsError, describe, read_file
from hegang_qa_reader.finder import MeaningFinder
from hegang_qa_reader.runtime import session, silent_onnxruntime
from hegang_qa_reader.wordpiece import WordPiece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

__all__ = ["ReadSpan", "SpanReader", "Verdict", "WeightsError", "load_reader"]

MAX_TOKENS = 224
MAX_QUESTION = 48
MAX_CONTEXT = 64
LONGEST_ANSWER = 30
STRIDE = 64
_NEITHER = -20.0
"""Log-odds of what says nothing at all."""


class ReadSpan(NamedTuple):
    """An opinion: code points of the passage's text, the span's score, and that of "not here"."""

    start: int
    end: int
    score: float
    null_score: float


class Verdict(NamedTuple):
    """What a passage says to a yes-or-no question: log-odds of "yes" and of "no" against saying
    neither, and the margin of the words that settle it (see `SpanReader.read`)."""

    yes: float
    no: float
    margin: float


class PassageLike(Protocol):
    """What is read: a text, and a heading or neighbour that it needs to be understood."""

    @property
    def text(self) -> str:
        """The text in which the answer is sought."""
        ...

    @property
    def context(self) -> str:
        """Read before the text; no answer is taken from it."""
        ...

    @property
    def proposed(self) -> Sequence[tuple[int, int]]:
        """Spans of the text whose scores are wanted in any case."""
        ...


class SpanReader:
    """Reads passages for the words that answer a question. Safe to use from many threads.

    The session is made at the first use. Raises `WeightsError` then when the weights are damaged
    or onnxruntime does not load.
    """

    def __init__(self, folder: Path, *, finds: bool = False, judges: bool = False) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._session: _Session | None = None
        self.finder = MeaningFinder(folder) if finds else None
        """Tells how near texts are in meaning; None where the weights hold none."""
        self.judge = self._judge if judges else None
        """Tells what passages say to a yes-or-no question (question, passages -> a `Verdict` for
        each); None where the weights were not taught it."""

    def read(
        self, question: str, passages: Sequence[PassageLike], *, best: int = 3
    ) -> list[list[ReadSpan]]:
        """Return for each passage its `best` spans and those proposed, best first.

        The `best` do not overlap each other. `score - null_score` is the margin: above 0 the model
        holds the span for the answer rather than that there is none. An empty list where the
        passage has no word.
        """
        session = self._session or self._open()
        asked = session.pieces.encode(question)[0][:MAX_QUESTION]
        return [session.read(asked, item, best) for item in passages]

    def _judge(self, question: str, passages: Sequence[PassageLike]) -> list[Verdict]:
        session = self._session or self._open()
        asked = session.pieces.encode(question)[0][:MAX_QUESTION]
        return [session.judge(asked, item) for item in passages]

    def load(self) -> None:
        """Load the model now rather than at the first use. Raises `WeightsError` as that does."""
        self._open()

    def prepare(self) -> None:
        """Load the model beside what is done next; what goes wrong is told at the first use.

        Modules are imported at once: Python would do that no sooner beside something else.
        """

        def quietly() -> None:
            with suppress(WeightsError):
                self._open()

        with suppress(Exception):
            silent_onnxruntime()
            threading.Thread(target=quietly).start()

    def _open(self) -> _Session:
        with self._lock:
            if self._session is None:
                self._session = _Session(self._folder, self.finder)
            return self._session


class _Session:
    def __init__(self, folder: Path, finder: MeaningFinder | None) -> None:
        described = describe(folder)
        # The sums are made while onnxruntime is imported, which takes longer.
        damage = _Damage(folder, described)
        try:
            silent_onnxruntime()
        except Exception as error:  # a broken native library raises what it likes
            raise WeightsError(f"onnxruntime does not load: {_first_line(error)}") from error
        graph = _Graph(folder / described["weights"])
        try:
            vocabulary = read_file(folder, described, "vocabulary")
            damage.tell()
            self.pieces = WordPiece(vocabulary.decode("utf-8").removesuffix("\n").split("\n"))
            if finder is not None:
                finder.pieces = self.pieces  # one vocabulary for both
                with suppress(Exception):  # told when it is used
                    finder.load()
        finally:
            graph.join()
        self.run = graph.run_of()

    def read(self, asked: list[int], passage: PassageLike, best: int) -> list[ReadSpan]:
        ids, places = self.pieces.encode(passage.text)
        if not ids:
            return []
        before = self._before(passage)
        room = MAX_TOKENS - len(asked) - len(before) - 3
        found: dict[tuple[int, int], float] = {}
        wanted: dict[tuple[int, int], float] = {}
        null = float("inf")
        at = 0
        while True:
            start, end, none = self._scores(asked, before, ids[at : at + room])
            # "Not here" holds only if it holds in every window.
            null = min(null, none)
            here = places[at : at + room]
            for first, last, score in _best(start, end, best):
                span = (here[first][0], here[last][1])
                found[span] = max(score, found.get(span, score))
            for span in passage.proposed:
                inside = _pieces_of(span, here)
                if inside is not None:
                    score = float(start[inside[0]] + end[inside[1]])
                    wanted[span] = max(score, wanted.get(span, score))
            if at + room >= len(ids):
                break
            at += room - STRIDE
        kept: dict[tuple[int, int], float] = {}
        for span, score in sorted(found.items(), key=lambda item: (-item[1], item[0])):
            if len(kept) < best and all(span[1] <= b or span[0] >= e for b, e in kept):
                kept[span] = score
        merged = {**wanted, **kept}
        return [
            ReadSpan(begin, stop, score, null)
            for (begin, stop), score in sorted(merged.items(), key=lambda item: (-item[1], item[0]))
        ]

    def judge(self, asked: list[int], passage: PassageLike) -> Verdict:
        ids, _ = self.pieces.encode(passage.text)
        before = self._before(passage)
        room = MAX_TOKENS - len(asked) - len(before) - 3
        best = Verdict(_NEITHER, _NEITHER, _NEITHER)
        for at in range(0, len(ids), max(1, room - STRIDE)):
            window = ids[at : at + room]
            feed, first = _fed(asked, before, window)
            start, end, said = self.run(["start", "end", "verdict"], feed)
            nothing, yes, no = (float(value) for value in said[0])
            spans = _best(start[0, first:-1], end[0, first:-1], 1)
            margin = spans[0][2] - float(start[0, 0] + end[0, 0])
            here = Verdict(yes - nothing, no - nothing, margin)
            # Most of a long passage says nothing to the question.
            best = max(best, here, key=lambda one: max(one.yes, one.no))
            if at + room >= len(ids):
                break
        return best

    def _before(self, passage: PassageLike) -> list[int]:
        return self.pieces.encode(passage.context)[0][:MAX_CONTEXT] if passage.context else []

    def _scores(
        self, asked: list[int], before: list[int], window: list[int]
    ) -> tuple[Floats, Floats, float]:
        """Return the start and end scores of the window's pieces, and the null score."""
        feed, first = _fed(asked, before, window)
        start, end = self.run(["start", "end"], feed)
        null = float(start[0, 0] + end[0, 0])
        if before:
            # What the context answers is not answered here.
            context = slice(first - len(before), first)
            there = _best(start[0, context], end[0, context], 1)
            null = max(null, there[0][2])
        return start[0, first:-1], end[0, first:-1], null


def _fed(
    asked: list[int], before: list[int], window: list[int]
) -> tuple[dict[str, NDArray[np.int64]], int]:
    """Return the inputs of the graph for a window, and the number of its first piece in them."""
    import numpy as np

    head = [CLS, *asked, SEP]
    ids = np.array([[*head, *before, *window, SEP]], dtype=np.int64)
    segments = np.zeros_like(ids)
    segments[0, len(head) :] = 1
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": segments}
    return feed, len(head) + len(before)


def _pieces_of(span: tuple[int, int], places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the first and last piece of a span, None where it does not lie in the window."""
    begins = [i for i, (b, e) in enumerate(places) if b < span[1] and e > span[0]]
    if not begins or places[0][0] > span[0] or places[-1][1] < span[1]:
        return None
    return begins[0], begins[-1]


def _best(start: Floats, end: Floats, count: int) -> list[tuple[int, int, float]]:
    """Return the best spans that do not overlap, best first."""
    import numpy as np

    size = len(start)
    scores = start[:, None] + end[None, :]
    order = np.arange(size)
    length = order[None, :] - order[:, None]
    scores[(length < 0) | (length >= LONGEST_ANSWER)] = -np.inf
    found: list[tuple[int, int, float]] = []
    for _ in range(count):
        i, j = divmod(int(scores.argmax()), size)
        value = float(scores[i, j])
        if value == -np.inf:
            break
        found.append((i, j, value))
        # Spans that share a piece with this one: begin not after its end, end not before its start.
        scores[: j + 1, i:] = -np.inf
    return found


class _Graph(threading.Thread):
    """Makes the session of a graph while something else is done; native code does most of it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._made: Any = None
        self._error: Exception | None = None
        self.start()

    def run(self) -> None:
        try:
            # From the file itself: 20 ms less than from its bytes, which would be copied.
            self._made = session(str(self._path))
        except Exception as error:
            self._error = error

    def run_of(self) -> Any:
        """Return what runs the graph; raise `WeightsError` where there is no session."""
        if self._error is not None:
            line = f"onnxruntime refuses the reader's weights: {_first_line(self._error)}"
            raise WeightsError(line) from self._error
        return self._made.run


_PIECE = 1 << 20
"""Bytes that are read at a time for a sum."""


class _Damage(threading.Thread):
    """Compares files with their checksums while something else is done."""

    def __init__(self, folder: Path, described: dict[str, Any]) -> None:
        super().__init__(daemon=True)
        self._folder, self._described = folder, described
        self._found: list[WeightsError] = []
        self.start()

    def run(self) -> None:
        for name in ("weights", "vocabulary"):
            try:
                total = self._sum(name)
            except OSError as error:
                self._found.append(WeightsError(f"the reader's {name} cannot be read: {error}"))
                continue
            if f"{total:08x}" != self._described[f"{name}_crc32"]:
                file = self._described[name]
                self._found.append(WeightsError(f"the reader's {name} file is damaged: {file}"))

    def _sum(self, name: str) -> int:
        total = 0
        with (self._folder / str(self._described[name])).open("rb") as file:
            while piece := file.read(_PIECE):
                total = zlib.crc32(piece, total)
        return total

    def tell(self) -> None:
        """Wait for the outcome; raise `WeightsError` where a file is missing or damaged."""
        self.join()
        for error in self._found:
            raise error


def load_reader(folder: Path | None = None) -> SpanReader:
    """Return the reader of the shipped weights (or of those in `folder`), not yet opened.

    Raises `WeightsError` when the weights' description is missing, damaged or of another format.
    """
    where = folder if folder is not None else Path(__file__).parent / "data"
    described = describe(where)
    return SpanReader(where, finds="finder" in described, judges="judges" in described)


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
