"""How an index scores a sentence. Every index behind the protocol gives these scores.

The score of a sentence is the sum over the terms asked for of::

    weight * idf * max(tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average)),
                       the weights of the other fields that hold the term)

with ``idf = ln(1 + (n - df + .5) / (df + .5))`` over the sentences' own words: BM25 (Robertson and
Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) with Lucene's idf, which
is never negative. A term in the context, heading or title only stands in for one that the sentence
itself lacks: it says what the sentence is about, and how often it does so says nothing. The other
fields are not looked at for terms that stand in a large part of all sentences (`is_common`).
"""

from math import log
from typing import NamedTuple

__all__ = [
    "BM25_B",
    "BM25_K1",
    "COMMON_SHARE",
    "FIELD_WEIGHTS",
    "FieldWeights",
    "is_common",
    "rarity",
]

# Those that tantivy uses and does not let one change.
BM25_K1 = 1.2
BM25_B = 0.75


class FieldWeights(NamedTuple):
    """How much a match in each field counts, beside a plain match in the sentence's own words.

    `context` is the neighbours in the paragraph and the sentence that introduces a list.
    """

    context: float = 0.3
    heading: float = 0.6
    title: float = 0.8


FIELD_WEIGHTS = FieldWeights()


def rarity(frequency: int, total: int) -> float:
    """Return the inverse document frequency of a term that stands in `frequency` of `total`."""
    return log(1.0 + (total - frequency + 0.5) / (frequency + 0.5))


# Neighbours hold these words as often as not, and they would cost more than all others together.
COMMON_SHARE = 0.1


def is_common(frequency: int, total: int) -> bool:
    """Tell whether a term that stands in `frequency` of `total` sentences says nothing about the
    neighbourhood of a sentence."""
    return frequency > 10 and frequency > COMMON_SHARE * total
