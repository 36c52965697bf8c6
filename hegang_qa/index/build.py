"""Choose the index that serves a collection best."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.sentences.model import Sentence
from hegang_qa.uncollected import uncollected

__all__ = ["build_index"]

# Up to here the plain index is built sooner than tantivy is (which takes 10 ms to import and 8 ms
# to start), and a question of rare words costs less than a millisecond in it.
_SMALL = 2_000


def build_index(sentences: Sequence[Sentence]) -> SentenceIndex:
    """Return an index over `sentences`, held in memory.

    Their ids must rise, and the sentences of a paragraph stand together.
    """
    with uncollected():
        if len(sentences) <= _SMALL:
            from hegang_qa.index.memory import MemoryIndex

            return MemoryIndex(sentences)
        from hegang_qa.index.tantivy_index import build_tantivy_index

        return build_tantivy_index(sentences)
