"""What the reader thinks of the candidates of a question: softer targets for the span model.

Only one stretch is marked in the training data, though others would do as well; a model that tells
how likely each of them is teaches more than the mark alone (Hinton, Vinyals and Dean, "Distilling
the knowledge in a neural network", 2015).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from bench.spans_examples import Example, Floats
from hegang_qa.answers.candidates.analysis import analyse
from hegang_qa.answers.model import Reader
from hegang_qa.answers.reading.passages import lay_out
from hegang_qa.answers.reading.spans import with_neighbours
from hegang_qa.sentences.model import SentenceStore

__all__ = ["margins", "targets"]

# What the reader's opinion weighs beside the mark, and how much its margins are flattened.
SHARE = 0.5
TEMPERATURE = 2.0

# The margin of a stretch that the reader cannot be asked about.
_UNREAD = -20.0


def margins(item: Any, reader: Reader, store: SentenceStore, lexicon: Any) -> Floats:
    """Return the reader's margins (span score less null score) of the candidates of a question, in
    the order of `bench.spans_examples.example`; each sentence is read by itself, as the engine has
    it read."""
    _, question, ranked, _ = item
    found: list[float] = []
    for one, around in zip(ranked, with_neighbours(ranked, store), strict=True):
        candidates = analyse(one.sentence, one.tokens, lexicon).candidates
        laid = lay_out(one.sentence, f"{around.before.text} " if around.before else "")
        places = [(one.tokens[c.start].start, one.tokens[c.end - 1].end) for c in candidates]
        [read] = reader.read(question.corrected, [laid.propose(places)])
        told = {(start, end): score - null for start, end, score, null in read}
        for place in places:
            forth = laid.forth(*place)
            found.append(_UNREAD if forth is None else told.get(forth, _UNREAD))
    return np.array(found, np.float32)


def targets(x: Example, margin: Floats | None) -> Floats:
    """Return the probability of each candidate that the span model is to learn (they add up to 1,
    or are all 0 where none is right): the marked ones alike, mixed with the reader's opinion."""
    total = float(x.right.sum())
    if not total:
        return x.right
    marked = x.right / total
    if margin is None:
        return np.asarray(marked, np.float32)
    own = np.exp((margin - margin.max()) / TEMPERATURE)
    return np.asarray((1.0 - SHARE) * marked + SHARE * own / own.sum(), np.float32)
