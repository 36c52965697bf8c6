"""Which of many candidates are worth weighing in full, told at a glance.

The glance adds up how well the search finds a sentence, its paragraph and its document, what share
of the question it and the text around it account for, and whether it could hold an answer of the
wanted kind. The last needs the sentence itself, so it is looked at only where it can still decide.
"""

from collections.abc import Collection, Sequence
from math import inf
from typing import NamedTuple, Protocol, TypeAlias

from hegang_qa.index.protocol import GlancingIndex, Hit, SentenceIndex
from hegang_qa.ranking.kinds import TELLING, fit, fits_plainly
from hegang_qa.ranking.surroundings import REACH, Neighbourhood, Surroundings, glanced
from hegang_qa.ranking.views import (
    QuestionView,
    SentenceView,
    passing_view,
    view_for,
)
from hegang_qa.sentences.model import Sentence, SentenceStore

__all__ = ["Promising", "promising"]

# What each part of a glance counts, beside the search score (of the best: 1).
_PARAGRAPH = 0.15
_DOCUMENT = 0.3
_OWN = 0.4
_EVERYTHING = 1.1
_KIND = 0.15

# What is so far behind the most promising is not weighed, but for the first few: of 1,500 training
# questions it was the best of all for five, and right for one of them.
_FAR_BEHIND = 0.6
_LEAST = 8
# Beside those that are wanted in any case, so many are weighed for comparison.
_FIRST = 4


class Promising(NamedTuple):
    """A candidate worth weighing. `found` are the features of the search: its score, and that, its
    paragraph's and its document's to the best, and the share of all candidates that stand in its
    document."""

    sentence: Sentence
    view: SentenceView
    around: Surroundings
    found: tuple[float, float, float, float, float]


# A candidate before it is read: the hit, its document and paragraph, what it accounts for by
# itself and with all that is around it (one bit a term).
_Candidate: TypeAlias = tuple[Hit, int, int, int, int]


class _Candidates(Protocol):
    """The candidates of a question, and what is known of one of them (by its id)."""

    glances: list[_Candidate]

    def sentences(self, ids: Sequence[int]) -> list[Sentence]:
        """Return the sentences of some candidates."""
        ...

    def around(self, sentence: Sentence) -> Surroundings:
        """Return what a candidate and the text around it account for."""
        ...


def promising(
    view: QuestionView,
    kind: str,
    hits: Sequence[Hit],
    *,
    index: SentenceIndex,
    store: SentenceStore,
    limit: int,
    thorough: bool = False,
    wanted: Collection[int] = (),
    first: Collection[int] = (),
) -> list[Promising]:
    """Return the `limit` most promising of `hits` (best first), the most promising first; of these
    only such as can still be the best, unless it is to be `thorough`. Where some are `wanted` (by
    their ids), these and the first few. Those of `first` are weighed in any case."""
    if not hits:
        return []
    view_of = view_for(len(store))
    candidates: _Candidates
    if view_of is passing_view and isinstance(index, GlancingIndex):
        candidates = _FromIndex(view, hits, index, store)
    else:
        candidates = _FromSentences(view, hits, store)
    glances = candidates.glances
    if not glances:
        return []
    best = hits[0].score or 1.0
    paragraphs: dict[tuple[int, int], float] = {}
    documents: dict[int, float] = {}
    counts: dict[int, int] = {}
    for hit, document, paragraph, _, _ in glances:
        place = document, paragraph
        paragraphs[place] = paragraphs.get(place, 0.0) + hit.score
        documents[document] = documents.get(document, 0.0) + hit.score
        counts[document] = counts.get(document, 0) + 1
    top_paragraph = max(paragraphs.values()) or 1.0
    top_document = max(documents.values()) or 1.0
    shares = view.shares
    promises = [
        hit.score / best
        + _PARAGRAPH * paragraphs[document, paragraph] / top_paragraph
        + _DOCUMENT * documents[document] / top_document
        + _OWN * shares[own]
        + _EVERYTHING * shares[everything]
        for hit, document, paragraph, own, everything in glances
    ]
    reach = inf if thorough else _FAR_BEHIND
    kept = _in_question(promises, limit, reach, 2 * _KIND if kind in TELLING else 0.0)
    if wanted:
        best_few = sorted(kept, key=lambda at: -promises[at])[:_FIRST]
        kept = [at for at in kept if at in best_few or glances[at][0].id in wanted]
    named = {at for at, glance in enumerate(glances) if glance[0].id in first}
    kept = sorted(named.union(kept)) if named else kept
    number_of = {glances[at][0].id: at for at in kept}
    sentences = {number_of[one.id]: one for one in candidates.sentences(list(number_of))}
    if kind in TELLING and len(sentences) > _LEAST:
        plain = {at for at, one in sentences.items() if fits_plainly(kind, one.text, view.stems)}
        surely = [promises[at] + (_KIND if at in plain else -_KIND) for at in sentences]
        least = _least(surely, limit, reach)
        for at, sentence in list(sentences.items()):
            if at in plain:
                promises[at] += _KIND
            elif promises[at] + _KIND < least:
                del sentences[at]  # whether it fits or not
            else:
                promises[at] += _KIND * fit(kind, view_of(sentence.text), view.stems)
    order = sorted(sentences, key=lambda at: (-promises[at], at))
    far = promises[order[0]] - reach if order else 0.0
    chosen = []
    for number, at in enumerate(order):
        if at not in named and (number >= limit or (number >= _LEAST and promises[at] < far)):
            continue
        hit, document, paragraph, _, _ = glances[at]
        sentence = sentences[at]
        found = (
            hit.score,
            hit.score / best,
            paragraphs[document, paragraph] / top_paragraph,
            documents[document] / top_document,
            counts[document] / len(glances),
        )
        chosen.append(
            Promising(sentence, view_of(sentence.text), candidates.around(sentence), found)
        )
    return chosen


def _in_question(promises: Sequence[float], limit: int, reach: float, margin: float) -> list[int]:
    """Return the candidates that can be among the `limit` best, and at most `reach` behind the best
    or among the first few, when what is not known yet changes how two of them stand to each other
    by at most `margin`."""
    least = _least(promises, limit, reach) - margin
    return [at for at, promise in enumerate(promises) if promise >= least]


def _least(promises: Sequence[float], limit: int, reach: float) -> float:
    """Return the least promise of those that are weighed."""
    order = sorted(promises, reverse=True)
    least = order[limit - 1] if len(order) > limit else -inf
    return max(least, min(order[0] - reach, order[_LEAST - 1])) if len(order) > _LEAST else least


class _FromSentences:
    """Candidates whose sentences are at hand: all of them are looked at."""

    def __init__(self, view: QuestionView, hits: Sequence[Hit], store: SentenceStore) -> None:
        hit_of = {hit.id: hit for hit in hits}
        found = store.get(list(hit_of))
        self._known = {sentence.id: sentence for sentence in found}
        self._near = Neighbourhood(view, found, store)
        glance = self._near.glance
        self.glances: list[_Candidate] = [
            (hit_of[one.id], one.document, one.block, *glance(one.id)) for one in found
        ]

    def sentences(self, ids: Sequence[int]) -> list[Sentence]:
        return [self._known[identity] for identity in ids]

    def around(self, sentence: Sentence) -> Surroundings:
        return self._near.around(sentence.id)


class _FromIndex:
    """Candidates that lie on a disk: only those are read that can still be among the best."""

    def __init__(
        self, view: QuestionView, hits: Sequence[Hit], index: GlancingIndex, store: SentenceStore
    ) -> None:
        self._view = view
        self._store = store
        self._around: dict[int, Surroundings] = {}
        self.glances: list[_Candidate] = []
        sets: list[list[str]] = [[] for _ in view.question.terms]
        for form, numbers in view.bits.items():
            for number, terms in enumerate(sets):
                if numbers >> number & 1:
                    terms.append(form)
        hit_of = {hit.id: hit for hit in hits}
        for glance in index.glance(list(hit_of), sets, reach=REACH):
            others = 0
            for held in (*glance.before[1:], *glance.after[1:]):
                others |= held
            before = glance.before[0] if glance.before else 0
            after = glance.after[0] if glance.after else 0
            self._around[glance.id] = Surroundings(
                glance.own, before, after, others, glance.above, len(glance.before), 0
            )
            everything = glance.own | before | after | others | glance.above
            self.glances.append(
                (hit_of[glance.id], glance.document, glance.paragraph, glance.own, everything)
            )

    def sentences(self, ids: Sequence[int]) -> list[Sentence]:
        return self._store.get(ids)

    def around(self, sentence: Sentence) -> Surroundings:
        return glanced(self._view, sentence, self._around[sentence.id])
