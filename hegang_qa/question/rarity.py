"""How rare a word is: in the collection, and in English where the collection is small.

A handful of sentences says little about which words are common; the frequencies of general text
fill in. The mixture is Dirichlet smoothing (Zhai and Lafferty, "A Study of Smoothing Methods for
Language Models", 2004) of document frequencies instead of counts.
"""

from __future__ import annotations

import math
from functools import lru_cache

from hegang_qa.resources import data_path

__all__ = ["background_share", "rarity"]

# As many sentences of general English are thought to stand beside the collection's own.
_PSEUDO_SENTENCES = 100.0

# The share of sentences that hold a word which the background has hardly or never seen.
_UNSEEN = 2e-5

# After so many words a table of all of them pays.
_WORTH_A_TABLE = 100


@lru_cache(maxsize=1)
def _background() -> str:
    """Return the file of shares: a line for each step of log2 ("-7.25 word word ...")."""
    with open(data_path("word-frequency.txt"), encoding="utf-8") as file:
        return file.read().replace("\n", " \n")


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    """Return the shares of all stems."""
    shares = {}
    for line in _background().split("\n")[1:]:
        step, _, stems = line.partition(" ")
        for stem in stems.split():
            shares[stem] = float(2.0 ** float(step))
    return shares


@lru_cache(maxsize=16384)
def background_share(stem: str) -> float:
    """Return the share (0..1) of sentences of general English that hold a stem."""
    # The first are looked for in the text: a question has a handful of words, and a table of all of
    # them takes longer to make than the whole of the question takes to answer.
    if background_share.cache_info().misses > _WORTH_A_TABLE:
        return _table().get(stem, _UNSEEN)
    text = _background()
    at = text.find(f" {stem} ", text.index("\n"))
    if at < 0:
        return _UNSEEN
    line = text.rindex("\n", 0, at) + 1
    return float(2.0 ** float(text[line : text.index(" ", line)]))


def rarity(stem: str, frequency: int, sentences: int) -> float:
    """Return how much a match of a word says: minus log2 of the chance that a sentence has it.

    `frequency` of the collection's `sentences` hold it. About 1 (in every other sentence) to 16.
    """
    expected = frequency + _PSEUDO_SENTENCES * background_share(stem)
    return -math.log2(min(1.0, expected / (sentences + _PSEUDO_SENTENCES)))
