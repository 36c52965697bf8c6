"""Picks the wrong passage that fools a reader most: the best material to teach it refusing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from hegang_qa_reader.wordpiece import WordPiece
from numpy.typing import NDArray

from training.network import base_folder

__all__ = ["Miner"]

CLS, SEP = 101, 102


class Miner:
    """A reader used as a judge of wrong passages; without weights, chance is the judge."""

    def __init__(self, weights: str) -> None:
        self._session = None
        if weights:
            from hegang_qa_reader.runtime import session

            self._session = session(str(Path(weights)))
            self._pieces = WordPiece.from_file(base_folder() / "vocab.txt")

    def best(self, question: str, passages: Sequence[str], rng: random.Random) -> int:
        """Return the number of the passage of largest margin (of the first three by chance)."""
        if self._session is None or len(passages) == 1:
            return rng.randrange(min(3, len(passages)))
        margins = [self._margin(question, passage) for passage in passages]
        return int(np.argmax(margins))

    def span(self, question: str, passage: str, longest: int = 20) -> tuple[int, int, float]:
        """Return the likeliest span (code points) of a passage that answers, and its share (0..1)
        of all spans of up to `longest` word pieces."""
        first, last, _, offsets = self._scores(question, passage)
        sums = first[:, None] + last[None, :]
        places = np.arange(len(first))
        length = places[None, :] - places[:, None]
        sums[(length < 0) | (length >= longest)] = -np.inf
        shares = np.exp(sums - sums.max())
        begin, end = np.unravel_index(int(np.argmax(sums)), sums.shape)
        return offsets[begin][0], offsets[end][1], float(1.0 / shares.sum())

    def _margin(self, question: str, passage: str) -> float:
        first, last, none, _ = self._scores(question, passage)
        # The best end at or after each start; answers far longer than the rule are rare enough.
        after = np.maximum.accumulate(last[::-1])[::-1]
        return float((first + after).max() - none)

    def _scores(
        self, question: str, passage: str
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], float, list[tuple[int, int]]]:
        """Return the scores of the passage's pieces as start and as end, that of no answer, and
        where the pieces stand."""
        assert self._session is not None
        asked = self._pieces.encode(question)[0][:48]
        pieces, offsets = self._pieces.encode(passage)
        read = pieces[:120]
        ids = np.array([[CLS, *asked, SEP, *read, SEP]], dtype=np.int64)
        segments = np.zeros_like(ids)
        segments[:, len(asked) + 2 :] = 1
        start, end = self._session.run(
            ["start", "end"],
            {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": segments},
        )
        at = len(asked) + 2
        return start[0, at:-1], end[0, at:-1], float(start[0, 0] + end[0, 0]), offsets
