"""From a question to sentences in the order in which they speak to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from hegang_qa.index.protocol import Hit, SentenceIndex, WeightedTerm
from hegang_qa.question.model import Question
from hegang_qa.ranking.defining import (
    NOWHERE,
    SEARCHED,
    asks_for_overview,
    defining,
    openings,
)
from hegang_qa.ranking.exact_names import without_longer_names
from hegang_qa.ranking.features import FEATURES, Features, weigh
from hegang_qa.ranking.kinds import kind_of
from hegang_qa.ranking.known_names import KnownNames
from hegang_qa.ranking.matching import match_terms
from hegang_qa.ranking.model import BY_MEANING, RankedSentence, TermMatch
from hegang_qa.ranking.names import name_asked_about
from hegang_qa.ranking.nearness import Asked
from hegang_qa.ranking.promise import promising
from hegang_qa.ranking.scoring import score_all
from hegang_qa.ranking.surroundings import over
from hegang_qa.ranking.views import (
    QuestionView,
    SentenceView,
    numbers_of,
    question_view,
    view_for,
)
from hegang_qa.sentences.model import Sentence, SentenceStore

if TYPE_CHECKING:
    pass

__all__ = ["CANDIDATES", "WEIGHED", "rank", "search_terms", "weigh_candidates"]

# How many sentences the index is asked for, and how many of them at most are weighed in full.
CANDIDATES = 80
WEIGHED = 20

_COVERAGE = FEATURES.index("coverage")
_BITS = FEATURES.index("bits by length")
_PAIRS = FEATURES.index("word pairs")
_CARRIED = FEATURES.index("carried")
_RELATION = FEATURES.index("relation words")
_NEARNESS = FEATURES.index("nearness")
_STILL = FEATURES.index("still missed")
_DEFINES = FEATURES.index("defines")

# In log-odds, for a sentence that says what the thing asked about is ("X is a ..."): the questions
# learned from hardly ever ask that.
_DEFINED = 2.5
# The same for the first sentence under a heading that is its name, and how much that is at least.
_UNDER_ITS_NAME = 3.5
_NAMED = 0.0

# And for a heading, of which they know none: it has the words of a question, but hardly an answer.
_IS_HEADING = FEATURES.index("is heading")
_HEADING = -1.0

# And for a line of code: it has the names that one asks about, and says nothing of them. How
# something is done, and what is found in code, is another matter.
_CODE = -1.2
_IN_CODE = frozenset("manner path code url version number count quantity email phone".split())

# The score of what no word of the question has found.
_UNFOUND = 1e-6

# Forms of a word that are searched for: the further ones cost more time than they find.
_SEARCHED_FORMS = 9

# Worth of a form in the search, beside its own weight (chosen on the training questions).
_SEARCH_WORTH: dict[str, float] = dict.fromkeys(BY_MEANING, 0.6)


class _Candidate:
    """A sentence on its way through the ranking."""

    __slots__ = ("about", "context", "matches", "sentence", "tells_from", "values", "view")

    def __init__(
        self,
        sentence: Sentence,
        view: SentenceView,
        matches: list[TermMatch],
        context: tuple[int, ...],
        about: tuple[int, ...],
        values: list[float],
        tells_from: int,
    ) -> None:
        self.sentence = sentence
        self.tells_from = tells_from
        self.view = view
        self.matches = matches
        self.context = context
        self.about = about
        self.values = values


def rank(
    question: Question,
    *,
    index: SentenceIndex,
    store: SentenceStore,
    documents: Collection[int] | None = None,
    limit: int = WEIGHED,
    also: Sequence[int] = (),
) -> list[RankedSentence]:
    """Return at most `limit` sentences, best first, only from `documents` (numbers) when given,
    and only those that hold the evidence that the question's rule asks for.

    `RankedSentence.score` is a log-odds, comparable between questions. `also` are the ids of
    sentences that are to be weighed whether or not the index finds them; then these and the first
    few are returned.
    """
    _view, candidates = weigh_candidates(
        question, index=index, store=store, documents=documents, limit=limit, also=also
    )
    if not candidates:
        return []
    of_code = 0.0 if question.answer_type in _IN_CODE else _CODE
    scores = [
        (max(_NAMED, score + _UNDER_ITS_NAME) if candidate.tells_from >= 0 else score)
        + (_DEFINED if candidate.values[_DEFINES] else 0.0)
        + (_HEADING if candidate.values[_IS_HEADING] else 0.0)
        + (of_code if candidate.sentence.kind == "code" else 0.0)
        for candidate, score in zip(
            candidates, score_all([one.values for one in candidates]), strict=True
        )
    ]
    order = sorted(range(len(candidates)), key=lambda at: (-scores[at], at))
    # Most rules ask for no evidence, and then only the sentences that are returned are made.
    match = question.match
    asks = match is not None and bool(match.evidence or match.evidence_slots)
    limit += len(candidates) if also else 0
    ranked = [
        RankedSentence(
            sentence=candidates[at].sentence,
            tokens=candidates[at].view.tokens,
            matches=tuple(candidates[at].matches),
            context=candidates[at].context,
            about=candidates[at].about,
            features=Features(candidates[at].values),
            score=scores[at],
            tells_from=candidates[at].tells_from,
        )
        for at in (order if asks else order[:limit])
    ]
    if asks:
        from hegang_qa.ranking.rule_evidence import holds_evidence

        ranked = [one for one in ranked if holds_evidence(question, one)][:limit]
    return without_longer_names(question, ranked)


def search_terms(question: Question) -> list[WeightedTerm]:
    """Return the terms to look for, each word's forms by their worth.

    How rare a word is, is the index's own affair.
    """
    weights: dict[str, float] = {}
    for term in question.terms:
        for form, how, weight in term.expansions[:_SEARCHED_FORMS]:
            worth = weight * _SEARCH_WORTH.get(how, 1.0)
            if worth > weights.get(form, -1.0):
                weights[form] = worth
    return [WeightedTerm(term, weight) for term, weight in weights.items()]


def weigh_candidates(
    question: Question,
    *,
    index: SentenceIndex,
    store: SentenceStore,
    documents: Collection[int] | None = None,
    limit: int = WEIGHED,
    also: Sequence[int] = (),
) -> tuple[QuestionView, list[_Candidate]]:
    """Return the sentences that the index finds, in its order, with all their features, and those
    of `also`."""
    view = question_view(question)
    name = name_asked_about(question)
    told: dict[int, int] = {}
    hits: tuple[Hit, ...]
    if asks_for_overview(question):
        told = dict(openings(store, documents))
        hits = tuple(Hit(number, 1.0) for number in told)
    else:
        count = SEARCHED if name else CANDIDATES
        hits = index.search(search_terms(question), limit=count, documents=documents).hits
    if name and not told:
        told = dict(defining(name, hits, store))
        hits = hits[:CANDIDATES]
        found = {hit.id for hit in hits}
        hits = (*hits, *(Hit(number, _UNFOUND) for number in told if number not in found))
    if also:
        found = {hit.id for hit in hits}
        hits = (*hits, *(Hit(number, _UNFOUND) for number in also if number not in found))
        limit = len(hits)
    kind = kind_of(question.answer_type)
    names = KnownNames(view, index, store)
    asked = Asked(question)
    view_of = view_for(len(store))
    candidates: list[_Candidate] = []
    for sentence, own, around, by_search in promising(
        view,
        kind,
        hits,
        index=index,
        store=store,
        limit=max(limit, WEIGHED),
        thorough=bool(also) or limit > WEIGHED,
        wanted=frozenset(also),
        first=told,
    ):
        matches = match_terms(view, own)
        about, in_full = names.around(sentence, around)
        if about or in_full:
            others, above = around.others | in_full, around.above | about
            around = around._replace(others=others, above=above)
        values, context = weigh(view, kind, own, sentence.kind, matches, around)
        values += by_search
        values += asked.nearness(own, view_of(over(sentence)))
        candidates.append(
            _Candidate(
                sentence,
                own,
                matches,
                context,
                numbers_of(about),
                values,
                told.get(sentence.id, NOWHERE),
            )
        )
    if candidates:
        _compare(candidates)
    return view, candidates


def _compare(candidates: Sequence[_Candidate]) -> None:
    """Add to each candidate how it stands beside the best of all."""
    rows = [candidate.values for candidate in candidates]
    widest = max(row[_COVERAGE] for row in rows) or 1.0
    bits = max(row[_BITS] for row in rows) or 1.0
    pairs = max(row[_PAIRS] for row in rows) or 1.0
    carried = max(row[_CARRIED] for row in rows) or 1.0
    relation = max(row[_RELATION] for row in rows) or 1.0
    least = min(row[_STILL] for row in rows)
    nearest = max(row[_NEARNESS] for row in rows)
    seen: set[tuple[int, int]] = set()
    # In the order of the bits, so that the first of its paragraph is the best of it.
    for candidate in sorted(candidates, key=lambda one: -one.values[_BITS]):
        row = candidate.values
        place = (candidate.sentence.document, candidate.sentence.block)
        row += [
            row[_COVERAGE] / widest,
            row[_BITS] / bits,
            row[_PAIRS] / pairs,
            row[_STILL] - least,
            row[_CARRIED] / carried,
            row[_RELATION] / relation,
            row[_NEARNESS] - nearest,
            0.0 if place in seen else 1.0,
        ]
        seen.add(place)
