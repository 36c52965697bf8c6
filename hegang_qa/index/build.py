"""Choose the index that serves a collection best."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.sentences.model import Sentence

__all__ = ["build_index"]


def build_index(sentences: Sequence[Sentence]) -> SentenceIndex:
    """Return an index over `sentences`, held in memory; their ids must rise."""
    from hegang_qa.index.memory import MemoryIndex

    return MemoryIndex(sentences)
