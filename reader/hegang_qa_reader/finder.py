"""Tells how near texts are in meaning: each becomes a vector, and two that point the same way speak
of the same matter.

One layer on top of the reader's own embeddings, which are taken from its graph: a table of a third
of the weights is kept once. Texts are placed one at a time, so that none depends on its neighbours.
"""

from __future__ import annotations

import os
import threading
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hegang_qa_reader.description import CLS, SEP, WeightsError, describe, read_file
from hegang_qa_reader.runtime import session
from hegang_qa_reader.wordpiece import WordPiece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Placed = NDArray[np.void]

__all__ = ["MAX_TOKENS", "MeaningFinder"]

MAX_TOKENS = 96
LENGTH = 384
"""Numbers of a vector."""

_WORTH_SHARING = 24
_MOST_THREADS = 4
_COMPARED_AT_ONCE = 4096


class MeaningFinder:
    """Places texts by their meaning. Safe to use from many threads.

    Opened at the first use. Raises `WeightsError` then when the weights are damaged. What was
    placed can be kept as bytes, `record` of them a text, and restored by any of the same `name`.
    """

    record = LENGTH + 4

    def __init__(self, folder: Path, pieces: WordPiece | None = None) -> None:
        """Open nothing yet; `pieces` is the reader's tokenizer, where it is there already."""
        self._folder = folder
        self._lock = threading.Lock()
        self._opened: _Opened | None = None
        self.pieces = pieces

    @property
    def name(self) -> str:
        """What changes whenever texts would be placed otherwise."""
        described = describe(self._folder)
        parts = ("finder_crc32", "weights_crc32", "vocabulary_crc32")
        return "-".join(("1", *(str(described[part]) for part in parts)))

    def place(self, texts: Sequence[str]) -> Placed:
        """Return the texts as vectors of length 1, each in whole numbers with a scale.

        Many are shared among threads; each is placed by itself all the same.
        """
        import numpy as np

        opened = self._open()
        placed = np.empty(len(texts), dtype=_kind())
        threads = min(_MOST_THREADS, os.cpu_count() or 1) if len(texts) >= _WORTH_SHARING else 1
        failed: list[BaseException] = []

        def run(first: int) -> None:
            try:
                for number in range(first, len(texts), threads):
                    placed[number] = _rounded(opened.place(texts[number]))
            except BaseException as error:
                failed.append(error)

        helpers = [threading.Thread(target=run, args=(one,)) for one in range(1, threads)]
        for helper in helpers:
            helper.start()
        run(0)
        for helper in helpers:
            helper.join()
        if failed:
            raise failed[0]
        return placed

    def near(self, question: str, placed: Placed) -> list[float]:
        """Return the cosine (-1..1) of the angle between the question and each text."""
        import numpy as np

        there = self._open().place(question)
        found: list[float] = []
        for at in range(0, len(placed), _COMPARED_AT_ONCE):
            some = placed[at : at + _COMPARED_AT_ONCE]
            found += ((some["whole"].astype(np.float32) @ there) * some["scale"]).tolist()
        return found

    def keep(self, placed: Placed) -> bytes:
        """Return what was placed as bytes, `record` of them for each text in turn."""
        return placed.tobytes()

    def restore(self, content: bytes) -> Placed:
        """Return what was kept. Raises `ValueError` for what is no whole number of records."""
        import numpy as np

        return np.frombuffer(content, dtype=_kind())

    def load(self) -> None:
        """Load the finder now rather than at the first use. Raises `WeightsError` as that does."""
        self._open()

    def _open(self) -> _Opened:
        with self._lock:
            if self._opened is None:
                self._opened = _open(self._folder, self.pieces)
            return self._opened


def _kind() -> np.dtype[np.void]:
    """Return what a text becomes: numbers of -127 to 127, and what each is to be multiplied by."""
    import numpy as np

    return np.dtype([("scale", "<f4"), ("whole", "i1", (LENGTH,))])


def _rounded(vector: Floats) -> tuple[float, NDArray[np.int8]]:
    import numpy as np

    scale = max(float(np.abs(vector).max()), 1e-12) / 127
    return scale, np.rint(vector / np.float32(scale)).astype(np.int8)


class _Table(NamedTuple):
    """A table of vectors in whole numbers, and the scale of each."""

    whole: NDArray[np.int8]
    scale: Floats

    def rows(self, numbers: Sequence[int]) -> Floats:
        return self.whole[numbers] * self.scale[numbers]


class _Opened(NamedTuple):
    run: Any
    pieces: WordPiece
    words: _Table
    around: Floats

    def place(self, text: str) -> Floats:
        import numpy as np

        ids = [CLS, *self.pieces.encode(text)[0][: MAX_TOKENS - 2], SEP]
        embedded = self.words.rows(ids) + self.around[: len(ids)]
        vector: Floats = self.run(None, {"embedded": embedded[None].astype(np.float32)})[0][0]
        return vector


def _open(folder: Path, pieces: WordPiece | None) -> _Opened:
    import numpy as np

    described = describe(folder)
    content = read_file(folder, described, "finder")
    if f"{zlib.crc32(content):08x}" != described["finder_crc32"]:
        raise WeightsError(f"the reader's finder file is damaged: {described['finder']}")
    weights = folder / str(described["weights"])

    def table(name: str) -> _Table:
        at, scale_at, rows, size = described["tables"][name]
        whole = np.memmap(weights, np.int8, "r", at, (rows, size))
        return _Table(whole, np.memmap(weights, np.float32, "r", scale_at, (rows, 1)))

    try:
        run = session(content).run
        places = range(MAX_TOKENS)
        around = np.array(table("places").rows(places) + table("segments").rows([0]))
        words = table("words")
    except Exception as error:
        line = (str(error) or type(error).__name__).splitlines()[0]
        raise WeightsError(f"onnxruntime refuses the finder's weights: {line}") from error
    if pieces is None:
        vocabulary = read_file(folder, described, "vocabulary").decode("utf-8")
        pieces = WordPiece(vocabulary.removesuffix("\n").split("\n"))
    # Copied out of the file, which may be replaced while this runs.
    return _Opened(run, pieces, _Table(np.array(words.whole), np.array(words.scale)), around)
