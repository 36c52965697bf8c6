"""Which of many candidates are worth weighing in full, told at a glance.

The glance adds up how well the search finds a sentence, its paragraph and its document, what share
of the question it and the text around it account for, and whether it could hold an answer of the
wanted kind. The last needs the sentence itself, so it is looked at only where it can still decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hegang_qa.index.protocol import GlancingIndex, Hit, SentenceIndex
from hegang_qa.ranking.kinds import TELLING, fit, fits_plainly
from hegang_qa.ranking.surroundings import REACH, Neighbourhood, Surroundings, glanced
from hegang_qa.ranking.views import (
    VIEWS_KEPT,
    QuestionView,
    SentenceView,
    passing_view,
    sentence_view,
)
from hegang_qa.sentences.model import Sentence, SentenceStore

__all__ = ["Promising", "promising"]

# What each part of a glance counts, beside the search score (of the best: 1).
_PARAGRAPH = 0.15
_DOCUMENT = 0.3
_OWN = 0.4
_EVERYTHING = 1.1
_KIND = 0.15


class Promising(NamedTuple):
    """A candidate worth weighing. `found` are the features of the search: its score, and that, its
    paragraph's and its document's to the best, and the share of all candidates that stand in its
    document."""

    sentence: Sentence
    view: SentenceView
    around: Surroundings
    found: tuple[float, float, float, float, float]


class _Candidate(NamedTuple):
    """A candidate before it is read; `sentence` is None where it lies on a disk."""

    hit: Hit
    place: tuple[int, int]
    around: Surroundings
    sentence: Sentence | None


def promising(
    view: QuestionView,
    kind: str,
    hits: Sequence[Hit],
    *,
    index: SentenceIndex,
    store: SentenceStore,
    limit: int,
) -> list[Promising]:
    """Return the `limit` most promising of `hits` (best first), the most promising first."""
    if not hits:
        return []
    # Of a small collection the sentences met before are kept ready for comparison.
    view_of = sentence_view if len(store) <= VIEWS_KEPT else passing_view
    if view_of is passing_view and isinstance(index, GlancingIndex):
        candidates = _from_index(view, hits, index)
    else:
        candidates = _from_sentences(view, hits, store)
    if not candidates:
        return []
    best = hits[0].score or 1.0
    paragraphs: dict[tuple[int, int], float] = {}
    documents: dict[int, float] = {}
    for hit, place, _, _ in candidates:
        paragraphs[place] = paragraphs.get(place, 0.0) + hit.score
        documents[place[0]] = documents.get(place[0], 0.0) + hit.score
    counts = Counter(place[0] for _, place, _, _ in candidates)
    top_paragraph = max(paragraphs.values()) or 1.0
    top_document = max(documents.values()) or 1.0
    shares = view.shares
    promises: list[float] = []
    for hit, place, around, _ in candidates:
        everything = around.own | around.before | around.after | around.others | around.above
        promises.append(
            hit.score / best
            + _PARAGRAPH * paragraphs[place] / top_paragraph
            + _DOCUMENT * documents[place[0]] / top_document
            + _OWN * shares[around.own]
            + _EVERYTHING * shares[everything]
        )
    kept = _in_question(promises, limit, 2 * _KIND if kind in TELLING else 0.0)
    sentences = _read(candidates, kept, store)
    if kind in TELLING and len(sentences) > limit:
        for at, sentence in sentences.items():
            plainly = fits_plainly(kind, sentence.text, view.stems)
            fits = 1.0 if plainly else fit(kind, view_of(sentence.text), view.stems)
            promises[at] += _KIND * fits
    order = sorted(sentences, key=lambda at: (-promises[at], at))
    chosen = []
    for at in order[:limit]:
        hit, place, around, known = candidates[at]
        sentence = sentences[at]
        found = (
            hit.score,
            hit.score / best,
            paragraphs[place] / top_paragraph,
            documents[place[0]] / top_document,
            counts[place[0]] / len(candidates),
        )
        if known is None:
            around = glanced(view, sentence, around)
        chosen.append(Promising(sentence, view_of(sentence.text), around, found))
    return chosen


def _in_question(promises: Sequence[float], limit: int, margin: float) -> list[int]:
    """Return the candidates that can be among the `limit` best when what is not known yet changes
    how two of them stand to each other by at most `margin`."""
    if len(promises) <= limit:
        return list(range(len(promises)))
    least = sorted(promises, reverse=True)[limit - 1] - margin
    return [at for at, promise in enumerate(promises) if promise >= least]


def _read(
    candidates: Sequence[_Candidate], wanted: Iterable[int], store: SentenceStore
) -> dict[int, Sentence]:
    """Return the sentences of candidates by their numbers."""
    found: dict[int, Sentence] = {}
    missing: dict[int, int] = {}
    for at in wanted:
        sentence = candidates[at].sentence
        if sentence is None:
            missing[candidates[at].hit.id] = at
        else:
            found[at] = sentence
    if missing:
        for sentence in store.get(list(missing)):
            found[missing[sentence.id]] = sentence
    return found


def _from_sentences(
    view: QuestionView, hits: Sequence[Hit], store: SentenceStore
) -> list[_Candidate]:
    score_of = {hit.id: hit for hit in hits}
    sentences = store.get(list(score_of))
    near = Neighbourhood(view, sentences, store)
    return [
        _Candidate(
            score_of[sentence.id],
            (sentence.document, sentence.block),
            near.around(sentence),
            sentence,
        )
        for sentence in sentences
    ]


def _from_index(view: QuestionView, hits: Sequence[Hit], index: GlancingIndex) -> list[_Candidate]:
    sets: list[list[str]] = [[] for _ in view.question.terms]
    for form, numbers in view.bits.items():
        for number, terms in enumerate(sets):
            if numbers >> number & 1:
                terms.append(form)
    score_of = {hit.id: hit for hit in hits}
    found = []
    for glance in index.glance(list(score_of), sets, reach=REACH):
        others = 0
        for held in (*glance.before[1:], *glance.after[1:]):
            others |= held
        around = Surroundings(
            glance.own,
            glance.before[0] if glance.before else 0,
            glance.after[0] if glance.after else 0,
            others,
            glance.above,
            len(glance.before),
            0,
        )
        place = (glance.document, glance.paragraph)
        found.append(_Candidate(score_of[glance.id], place, around, None))
    return found
