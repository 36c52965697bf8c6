"""Picks the wrong passage that fools a reader most: the best material to teach it refusing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from hegang_qa_reader.wordpiece import WordPiece

from training.network import base_folder

__all__ = ["Miner"]

CLS, SEP = 101, 102


class Miner:
    """A reader used as a judge of wrong passages; without weights, chance is the judge."""

    def __init__(self, weights: str) -> None:
        self._session = None
        if weights:
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(
                str(Path(weights)), options, providers=["CPUExecutionProvider"]
            )
            self._pieces = WordPiece.from_file(base_folder() / "vocab.txt")

    def best(self, question: str, passages: Sequence[str], rng: random.Random) -> int:
        """Return the number of the passage of largest margin (of the first three by chance)."""
        if self._session is None or len(passages) == 1:
            return rng.randrange(min(3, len(passages)))
        margins = [self._margin(question, passage) for passage in passages]
        return int(np.argmax(margins))

    def _margin(self, question: str, passage: str) -> float:
        assert self._session is not None
        asked = self._pieces.encode(question)[0][:48]
        read = self._pieces.encode(passage)[0][:120]
        ids = np.array([[CLS, *asked, SEP, *read, SEP]], dtype=np.int64)
        segments = np.zeros_like(ids)
        segments[:, len(asked) + 2 :] = 1
        start, end = self._session.run(
            None,
            {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": segments},
        )
        first, last = start[0, len(asked) + 2 : -1], end[0, len(asked) + 2 : -1]
        # The best end at or after each start; answers far longer than the rule are rare enough.
        after = np.maximum.accumulate(last[::-1])[::-1]
        return float((first + after).max() - start[0, 0] - end[0, 0])
