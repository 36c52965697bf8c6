"""The third stage of the span model: the few that are left, held against each other.

What the first two stages say is weighed anew with what they do not look at: how far off the words
of the question stand, what the answer is made of, which parts of speech stand around it. The
weights are learned on questions that neither of the two has seen (`bench/train_third_stage.py`),
so that they tell how far each part of their sums can be trusted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp

from hegang_qa.answer_types import agreement
from hegang_qa.answers.candidates.agreement import Agreement
from hegang_qa.answers.candidates.analysis import Analysis, Candidate
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.placing import FAR, MET, PLACED, met, placed_between
from hegang_qa.answers.span_model.scoring import ADVICE, PARTS
from hegang_qa.learned import LearnedSum
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.resources import data_path

__all__ = ["FEATURES", "FILE", "SPAN_PARTS", "ThirdLook", "score_all", "weights"]

FILE = "third-stage.json"

SPAN_PARTS = tuple(
    dict.fromkeys(
        ("its beginning", "its end", "type", ADVICE, "column", *PARTS.values(), "pairs of words")
    )
)
"""The parts of the score that the first two stages give a span."""

_SENTENCE = ("score", "score of a cell", "behind", "rank", "cell")
# How a candidate agrees with the type asked for (`hegang_qa.answers.candidates.agreement`).
_AGREEMENT = ("=", "=-", "c", "i", "<", "~", "x", "n", "N")
_FORM = (
    "tokens",
    "tokens from the third",
    "tokens from the fifth",
    "tokens from the ninth",
    "before",
    "after",
    "share before",
    "kind agrees",
    *(f"agrees {letter}" for letter in _AGREEMENT),
    "typed",
    "verbs within",
    "prepositions within",
    "commas within",
    "names within",
    "numbers within",
    "and within",
    "capital",
    "own words within",
)
_AROUND = (
    "near",
    "near before",
    "near after",
    "in its clause",
    "gap before",
    "gap after",
    "verb before",
    "verb before met",
    "verb after",
    "verb after met",
)
# Parts of speech at these places (`hegang_qa.answers.candidates.tagging`): those that at least one
# candidate in two hundred has there.
_SPOTS = {
    "before": 'DPTCBNEVGKJR#OWX,:("',
    "first": "DPTBNEVGKJR#O$",
    "last": "NEVGKJR#O%",
    "after": 'DPTCBNEVKJRWXMS,.;()"-',
}

FEATURES = (
    *_SENTENCE,
    *(f"span: {name}" for name in SPAN_PARTS),
    *MET,
    *_FORM,
    *PLACED,
    *_AROUND,
    *(f"{spot} {letter}" for spot, letters in _SPOTS.items() for letter in letters),
)
"""Names of the numbers that `ThirdLook.row` returns, in order."""

_LETTERS = sum(map(len, _SPOTS.values()))
_FIRST_LETTER = len(FEATURES) - _LETTERS
_PLACES = [
    {letter: FEATURES.index(f"{spot} {letter}") - _FIRST_LETTER for letter in letters}
    for spot, letters in _SPOTS.items()
]
_OF_FORM = len(FEATURES) - len(_SENTENCE) - len(SPAN_PARTS) - len(MET)

# How fast being near counts for less, by the tokens between.
_FADING = [exp(-way / 4) for way in range(int(FAR) + 1)]
_FARTHEST = len(_FADING) - 1
_ENDS_CLAUSE = frozenset(",;:()BW")
_ACTS = frozenset("VKG")
_FINITE = frozenset("VKX")


@lru_cache(maxsize=1)
def weights() -> LearnedSum:
    """Return the shipped weights."""
    return LearnedSum.read(data_path(FILE), FEATURES, "python -m bench.train_third_stage")


def score_all(rows: Sequence[Sequence[float]]) -> list[float]:
    """Return the log-odds of each candidate (a row of features) to be the answer."""
    return weights().scores(rows)


class ThirdLook:
    """A sentence held against a question for the third stage. `rank` (from 0) and `behind` (the
    score of the best, less its own) tell how it was ranked."""

    __slots__ = (
        "_agreement",
        "_ends",
        "_matched",
        "_met",
        "_question",
        "_ranked",
        "_sentence",
        "_spots",
        "_tags",
        "_words",
    )

    def __init__(
        self,
        question: Question,
        ranked: RankedSentence,
        analysis: Analysis,
        agreement: Agreement,
        *,
        rank: int,
        behind: float,
    ) -> None:
        self._agreement = agreement
        self._question = question
        self._ranked = ranked
        tags = self._tags = analysis.tagged.tags
        cell = 1.0 if ranked.sentence.cells else 0.0
        self._sentence = [behind, float(rank), cell]
        self._met = met(question, ranked)
        self._words = {token.norm for token in question.tokens}
        self._spots = [
            (match.token, question.terms[match.term].share * min(1.0, match.weight))
            for match in ranked.matches
        ]
        self._matched = {at for at, _ in self._spots}
        # Where a clause ends: at marks, at what opens another, and at "and" before a verb.
        self._ends = [
            tag in _ENDS_CLAUSE or (tag == "C" and not VERB_TAGS.isdisjoint(tags[at + 1 : at + 3]))
            for at, tag in enumerate(tags)
        ]

    def row(self, candidate: Candidate, score: float, parts: Mapping[str, float]) -> list[float]:
        """Return what is known of a candidate, a number for each of `FEATURES`. `score` is the
        logarithm of its probability after two stages, `parts` what that is made of.

        Of a row of a table the heads of its columns tell which cell answers, and nothing here.
        """
        if self._ranked.sentence.cells:
            nothing = [0.0] * len(SPAN_PARTS)
            return [0.0, score, *self._sentence, *nothing, *self._met, *[0.0] * _OF_FORM]
        row = [score, 0.0, *self._sentence, *[parts.get(name, 0.0) for name in SPAN_PARTS]]
        row += self._met
        start, end, kind = candidate.start, candidate.end, candidate.type or "phrase"
        row += self._form(start, end, kind, self._agreement.of(candidate))
        row += placed_between(self._question, self._ranked, start, end)
        row += self._around(start, end)
        row += self._letters(start, end)
        return row

    def _form(self, start: int, end: int, kind: str, letter: str) -> list[float]:
        tags, tokens = self._tags, self._ranked.tokens
        inside, length = tags[start:end], end - start
        return [
            float(length),
            float(min(2, max(0, length - 2))),
            float(min(4, max(0, length - 4))),
            float(max(0, length - 8)),
            float(start),
            float(len(tokens) - end),
            start / max(1, len(tokens)),
            agreement(self._question.answer_type, kind),
            *[float(letter == one) for one in _AGREEMENT],
            float(kind != "phrase"),
            float(sum([tag in VERB_TAGS for tag in inside])),
            float(inside.count("P") + inside.count("T")),
            float(inside.count(",")),
            float(inside.count("E")),
            float(inside.count("#")),
            float(inside.count("C")),
            float(tokens[start].text[:1].isupper()),
            float(sum([token.norm in self._words for token in tokens[start:end]])),
        ]

    def _around(self, start: int, end: int) -> list[float]:
        """Return how the words of the question stand around a stretch, and its clause's verbs."""
        tags, ends = self._tags, self._ends
        first, last = start, end
        while first and not ends[first - 1]:
            first -= 1
        while last < len(tags) and not ends[last]:
            last += 1
        before = after = within = 0.0
        gap_before = gap_after = FAR
        for at, worth in self._spots:
            if at < start:
                way = start - at
                before += worth * _FADING[min(way, _FARTHEST)]
                gap_before = min(gap_before, way - 1)
            elif at >= end:
                way = at - end + 1
                after += worth * _FADING[min(way, _FARTHEST)]
                gap_after = min(gap_after, way - 1)
            else:
                continue
            if first <= at < last:
                within += worth
        matched = self._matched
        left = start - 1
        while left >= first and tags[left] not in _ACTS:
            left -= 1
        right = end
        while right < last and tags[right] not in _FINITE:
            right += 1
        return [
            before + after,
            before,
            after,
            within,
            gap_before,
            gap_after,
            float(left >= first),
            float(left >= first and left in matched),
            float(right < last),
            float(right < last and (right in matched or right + 1 in matched)),
        ]

    def _letters(self, start: int, end: int) -> list[float]:
        """Return which parts of speech stand on both sides of a stretch and at its ends."""
        tags = self._tags
        row = [0.0] * _LETTERS
        spots = (start - 1, start, end - 1, end)
        for at, places in zip(spots, _PLACES, strict=True):
            place = places.get(tags[at]) if 0 <= at < len(tags) else None
            if place is not None:
                row[place] = 1.0
        return row
