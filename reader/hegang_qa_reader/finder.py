"""Tells how near texts are in meaning: each becomes a vector, and two that point the same way speak
of the same matter.

One layer on top of the reader's own embeddings, which are taken from its graph: a table of a third
of the weights is kept once. Texts are placed one at a time, so that none depends on its neighbours.
"""

from __future__ import annotations

import threading
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hegang_qa_reader.description import CLS, SEP, WeightsError, describe, read_file
from hegang_qa_reader.wordpiece import WordPiece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

__all__ = ["MAX_TOKENS", "MeaningFinder"]

MAX_TOKENS = 96


class MeaningFinder:
    """Places texts by their meaning. Safe to use from many threads.

    Opened at the first use. Raises `WeightsError` then when the weights are damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._opened: _Opened | None = None

    def place(self, texts: Sequence[str]) -> Floats:
        """Return a vector of length 1 for each text, a row each."""
        import numpy as np

        opened = self._open()
        return np.stack([opened.place(text) for text in texts])

    def near(self, question: str, placed: Floats) -> list[float]:
        """Return the cosine (-1..1) of the angle between the question and each text."""
        return [float(value) for value in placed @ self._open().place(question)]

    def _open(self) -> _Opened:
        with self._lock:
            if self._opened is None:
                self._opened = _open(self._folder)
            return self._opened


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


def _open(folder: Path) -> _Opened:
    import numpy as np
    import onnxruntime

    described = describe(folder)
    content = read_file(folder, described, "finder")
    if f"{zlib.crc32(content):08x}" != described["finder_crc32"]:
        raise WeightsError(f"the reader's finder file is damaged: {described['finder']}")
    weights = folder / str(described["weights"])

    def table(name: str) -> _Table:
        at, scale_at, rows, size = described["tables"][name]
        whole = np.memmap(weights, np.int8, "r", at, (rows, size))
        return _Table(whole, np.memmap(weights, np.float32, "r", scale_at, (rows, 1)))

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        run = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"]).run
        places = range(MAX_TOKENS)
        around = np.array(table("places").rows(places) + table("segments").rows([0]))
        words = table("words")
    except Exception as error:
        line = (str(error) or type(error).__name__).splitlines()[0]
        raise WeightsError(f"onnxruntime refuses the finder's weights: {line}") from error
    vocabulary = read_file(folder, described, "vocabulary").decode("utf-8")
    pieces = WordPiece(vocabulary.removesuffix("\n").split("\n"))
    # Copied out of the file, which may be replaced while this runs.
    return _Opened(run, pieces, _Table(np.array(words.whole), np.array(words.scale)), around)
