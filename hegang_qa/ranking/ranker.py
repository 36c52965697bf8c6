"""From a question to sentences in the order in which they speak to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from hegang_qa.index.protocol import SearchResult, SentenceIndex, WeightedTerm
from hegang_qa.question.model import Question
from hegang_qa.ranking.features import FEATURES, Surroundings, weigh
from hegang_qa.ranking.kinds import kind_of
from hegang_qa.ranking.matching import match_terms
from hegang_qa.ranking.model import RankedSentence, TermMatch
from hegang_qa.ranking.scoring import score_all
from hegang_qa.ranking.views import QuestionView, SentenceView, question_view, sentence_view
from hegang_qa.sentences.model import Sentence, SentenceStore

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["rank", "search_terms"]

# How many sentences the index is asked for.
_CANDIDATES = 40

# Sentences of one paragraph further away than this say nothing about each other.
_REACH = 4

# A word that frames the question only should not find sentences by itself.
_LEAST_SHARE = 0.02


class _Candidate:
    """A sentence on its way through the ranking."""

    __slots__ = ("context", "matches", "sentence", "values", "view")

    def __init__(
        self,
        sentence: Sentence,
        view: SentenceView,
        matches: list[TermMatch],
        context: tuple[int, ...],
        values: list[float],
    ) -> None:
        self.sentence = sentence
        self.view = view
        self.matches = matches
        self.context = context
        self.values = values


def rank(
    question: Question,
    *,
    index: SentenceIndex,
    store: SentenceStore,
    lexicon: Lexicon | None = None,
    documents: Collection[int] | None = None,
    limit: int = _CANDIDATES,
) -> list[RankedSentence]:
    """Return at most `limit` sentences, best first, only from `documents` (numbers) when given.

    `RankedSentence.score` is a log-odds, comparable between questions.
    """
    view, candidates = weigh_candidates(
        question, index=index, store=store, documents=documents, limit=limit
    )
    if not candidates:
        return []
    scores = score_all([candidate.values for candidate in candidates])
    order = sorted(range(len(candidates)), key=lambda at: (-scores[at], at))
    return [
        RankedSentence(
            sentence=candidates[at].sentence,
            tokens=candidates[at].view.tokens,
            matches=tuple(candidates[at].matches),
            context=candidates[at].context,
            features=dict(zip(FEATURES, candidates[at].values, strict=True)),
            score=scores[at],
        )
        for at in order[:limit]
    ]


def search_terms(question: Question) -> list[WeightedTerm]:
    """Return the terms to look for: a word's forms share its weight by their worth."""
    weights: dict[str, float] = {}
    largest = max((term.share for term in question.terms), default=1.0) or 1.0
    for term in question.terms:
        # Rarity is the index's own affair: only what the role and lightness of a word took away
        # from it is passed on.
        scale = term.share / (term.rarity or 1.0)
        for form in term.expansions:
            weights[form.term] = max(weights.get(form.term, 0.0), scale * form.weight)
    del largest
    top = max(weights.values(), default=1.0) or 1.0
    return [WeightedTerm(term, weight / top) for term, weight in weights.items()]


def weigh_candidates(
    question: Question,
    *,
    index: SentenceIndex,
    store: SentenceStore,
    documents: Collection[int] | None = None,
    limit: int = _CANDIDATES,
) -> tuple[QuestionView, list[_Candidate]]:
    """Return the sentences that the index finds, in its order, with all their features."""
    view = question_view(question)
    result = index.search(
        search_terms(question), limit=max(limit, _CANDIDATES), documents=documents
    )
    hits = {hit.id: hit.score for hit in result.hits}
    if not hits:
        return view, []
    sentences = store.get(list(hits))
    near = _neighbourhood(sentences, store)
    kind = kind_of(question.answer_type)
    best = result.hits[0].score or 1.0
    blocks: dict[tuple[int, int], float] = {}
    for sentence in sentences:
        place = (sentence.document, sentence.block)
        blocks[place] = blocks.get(place, 0.0) + hits[sentence.id]
    top_block = max(blocks.values()) or 1.0
    candidates: list[_Candidate] = []
    for sentence in sentences:
        own = sentence_view(sentence.text)
        matches = match_terms(view, own)
        around = _surroundings(sentence, near)
        values, context = weigh(view, kind, own, sentence.kind, matches, around)
        score = hits[sentence.id]
        values += [
            score,
            score / best,
            blocks[(sentence.document, sentence.block)] / top_block,
            values[0],
        ]
        candidates.append(_Candidate(sentence, own, matches, context, values))
    widest = max(candidate.values[0] for candidate in candidates) or 1.0
    for candidate in candidates:
        candidate.values[-1] = candidate.values[0] / widest
    return view, candidates


def _neighbourhood(sentences: Sequence[Sentence], store: SentenceStore) -> dict[int, Sentence]:
    """Return the sentences and those within reach of them, by id."""
    known = {sentence.id: sentence for sentence in sentences}
    wanted = {
        other
        for identity in known
        for other in range(identity - _REACH, identity + _REACH + 1)
        if other >= 0 and other not in known
    }
    for sentence in store.get(sorted(wanted)):
        known[sentence.id] = sentence
    return known


def _surroundings(sentence: Sentence, near: dict[int, Sentence]) -> Surroundings:
    block, document, own = sentence.block, sentence.document, sentence.id

    def beside(identity: int) -> SentenceView | None:
        other = near.get(identity)
        if other is None or other.block != block or other.document != document:
            return None
        return sentence_view(other.text)

    position = 0
    others: list[SentenceView] = []
    for step in range(1, _REACH + 1):
        view = beside(own - step)
        if view is None:
            break
        position += 1
        if step > 1:
            others.append(view)
    for step in range(2, _REACH + 1):
        view = beside(own + step)
        if view is None:
            break
        others.append(view)
    above = " ".join(
        part
        for part in (
            sentence.heading,
            sentence.title,
            sentence.lead or "",
            *(cell.head for cell in sentence.cells),
        )
        if part
    )
    return Surroundings(
        before=beside(own - 1),
        after=beside(own + 1),
        others=others,
        above=sentence_view(above) if above else None,
        position=position,
    )


def complete(result: SearchResult) -> bool:
    """Return whether every part of the index answered."""
    return result.complete
