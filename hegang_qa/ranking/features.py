"""The numbers by which a sentence is weighed against a question.

Each feature is a plain quantity with a name, so that a decision can be told in words. Shares are
parts of the question's whole weight (0..1); bits are rarity (`hegang_qa.question.rarity`).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log, log2, sqrt

from hegang_qa.ranking.kinds import KINDS, fit
from hegang_qa.ranking.matching import in_context
from hegang_qa.ranking.model import TermMatch
from hegang_qa.ranking.views import QuestionView, SentenceView

__all__ = ["FEATURES", "Surroundings", "weigh"]

FEATURES = (
    # words
    "coverage",
    "matched bits",
    "missed bits",
    "exact words",
    "same stems",
    "mended words",
    "synonyms",
    "related words",
    "compounds",
    "missed names",
    "missed numbers",
    "missed nouns",
    "missed verbs",
    "focus word",
    "rarest word",
    "rarest missed",
    "names",
    "verbs",
    "bits by length",
    # arrangement
    "word pairs",
    "content pairs",
    "longest run",
    "order",
    "spread",
    "density",
    "nearest candidate",
    "candidate distance",
    # surroundings
    "before",
    "after",
    "paragraph",
    "heading",
    "before covers",
    "after covers",
    "still missed",
    "pronoun",
    "pronoun and before",
    "title",
    # the sentence
    "length",
    "short",
    "place in paragraph",
    "lead",
    "is heading",
    "is row",
    "new capitals",
    "new figures",
    "quotes",
    "brackets",
    "question words",
    "question bits",
    # kind of answer
    "kind fits",
    "kind lacks",
    *(f"{kind}: fits" for kind in KINDS),
    # search
    "search score",
    "search score to best",
    "paragraph score to best",
    "document score to best",
    "coverage to best",
    "bits to best",
    "pairs to best",
    "missed to least",
    "first of paragraph",
)
"""Names of the features, in the order of the numbers that `weigh` returns."""


# BM25's length normalisation (k1 1.2, b .75) for a sentence of 22 words on average.
_LENGTH_SLOPE = 1.2 * 0.75 / 22

_FIGURE_KINDS = frozenset(("date", "number", "money", "percentage", "ordinal"))


class Surroundings:
    """What stands around a sentence: the sentences before and after it in its paragraph, the
    paragraph's others, and what stands above (headings, title, lead, heads of the columns)."""

    __slots__ = ("above", "after", "before", "others", "position")

    def __init__(
        self,
        before: SentenceView | None,
        after: SentenceView | None,
        others: Sequence[SentenceView],
        above: SentenceView | None,
        position: int,
    ) -> None:
        self.before = before
        self.after = after
        self.others = others
        self.above = above
        self.position = position


def weigh(
    view: QuestionView,
    kind: str,
    sentence: SentenceView,
    form: str,
    matches: Sequence[TermMatch],
    around: Surroundings,
) -> tuple[list[float], tuple[int, ...]]:
    """Return the features of a sentence but for those of the search, and the numbers of the
    question terms that only the surroundings account for. `form` is the sentence's block kind."""
    question = view.question
    terms = question.terms
    values, missing = _words(view, sentence, matches)
    values += _arrangement(view, sentence, matches)
    values += _nearest(view, kind, sentence, matches)
    # Surroundings
    places = [around.before, around.after, None, around.above]
    context: set[int] = set()
    gains = [0.0, 0.0, 0.0, 0.0]
    if missing:
        found = in_context(view, missing, places)
        found[2] = [
            number
            for number in missing
            if any(not view.forms[number].isdisjoint(o.places.keys()) for o in around.others)
        ]
        for slot, numbers in enumerate(found):
            gains[slot] = sum(terms[number].share for number in numbers)
            context.update(numbers)
    still = sum(terms[number].share for number in missing if number not in context)
    values += gains
    values += [
        _covers(view, around.before),
        _covers(view, around.after),
        still,
        1.0 if sentence.pronoun else 0.0,
        gains[0] if sentence.pronoun else 0.0,
        _covers(view, around.above),
    ]
    # The sentence
    signals = sentence.signals
    words = sentence.words
    asked = view.stems
    values += [
        log(1 + words),
        1.0 if words < 6 else 0.0,
        1.0 / (1 + around.position),
        1.0 if around.position == 0 else 0.0,
        1.0 if form == "heading" else 0.0,
        1.0 if form == "row" else 0.0,
        log(1 + len(sentence.capitals - asked)),
        log(1 + len(sentence.figures - asked)),
        1.0 if signals.quotes else 0.0,
        1.0 if signals.brackets else 0.0,
        log(1 + len(terms)),
        view.total_rarity,
    ]
    fits = fit(kind, sentence, asked)
    values += [1.0 if fits > 0 else 0.0, 1.0 if fits < 0 else 0.0]
    values += [fits if name == kind else 0.0 for name in KINDS]
    return values, tuple(sorted(context))


def _words(
    view: QuestionView, sentence: SentenceView, matches: Sequence[TermMatch]
) -> tuple[list[float], list[int]]:
    terms = view.question.terms
    coverage = bits = names = verbs = 0.0
    by_how = {"same": 0.0, "stem": 0.0, "spelling": 0.0, "synonym": 0.0, "related": 0.0}
    by_how["compound"] = 0.0
    weight_of = [0.0] * len(terms)
    for match in matches:
        term = terms[match.term]
        weight_of[match.term] = match.weight
        coverage += term.share * match.weight
        bits += term.rarity * match.weight
        by_how[match.how] += term.share
        if term.role == "name":
            names += term.share * match.weight
        elif term.role == "verb":
            verbs += term.share * match.weight
    missed = {"name": 0.0, "number": 0.0, "noun": 0.0, "verb": 0.0, "focus": 0.0, "other": 0.0}
    missing: list[int] = []
    rarest = rarest_missed = 0.0
    focus = 0.0
    for number, term in enumerate(terms):
        weight = weight_of[number]
        if weight:
            rarest = max(rarest, term.rarity * weight)
            if term.role == "focus":
                focus = max(focus, weight)
        else:
            missing.append(number)
            missed[term.role] += term.share
            if term.role != "focus":
                rarest_missed = max(rarest_missed, term.rarity)
    return [
        coverage,
        bits,
        view.total_rarity - bits,
        by_how["same"],
        by_how["stem"],
        by_how["spelling"],
        by_how["synonym"],
        by_how["related"],
        by_how["compound"],
        missed["name"],
        missed["number"],
        missed["noun"] + missed["other"],
        missed["verb"],
        focus,
        rarest,
        rarest_missed,
        names,
        verbs,
        bits * 2.2 / (1.3 + _LENGTH_SLOPE * sentence.words),
    ], missing


def _arrangement(
    view: QuestionView, sentence: SentenceView, matches: Sequence[TermMatch]
) -> list[float]:
    pairs = len(view.pairs & sentence.pairs) / sqrt(1 + len(view.pairs))
    if not matches:
        return [pairs, 0.0, 0.0, 0.0, 0.0, 0.0]
    terms = view.question.terms
    together = 0.0
    run = longest = terms[matches[0].term].share
    ordered = 0
    for one, other in zip(matches, matches[1:], strict=False):
        gap = other.token - one.token
        if gap > 0:
            ordered += 1
        near = terms[other.term].token - terms[one.term].token
        if other.term == one.term + 1 and 0 < gap <= max(2, near):
            together += terms[one.term].share + terms[other.term].share
            run += terms[other.term].share
        else:
            run = terms[other.term].share
        longest = max(longest, run)
    spots = [match.token for match in matches]
    width = max(spots) - min(spots) + 1
    count = len(matches)
    return [
        pairs,
        together,
        longest,
        ordered / (count - 1) if count > 1 else 0.5,
        log2(width / count) if count > 1 else 0.0,
        count / (4.0 + sentence.words),
    ]


def _nearest(
    view: QuestionView, kind: str, sentence: SentenceView, matches: Sequence[TermMatch]
) -> list[float]:
    """Return how near the best candidate of the wanted kind stands to the matched words: one over
    its distance from the nearest, and the mean distance (in tokens, at most 15, /15)."""
    wanted = "#" if kind in _FIGURE_KINDS else "A" if kind == "named" else ""
    if not wanted or not matches:
        return [0.0, 1.0 if wanted else 0.5]
    asked = view.stems
    places = [match.token for match in matches]
    nearest = mean = 15.0
    for number, root, sort in sentence.spots:
        if sort != wanted or root in asked:
            continue
        gaps = [min(15, abs(number - place)) for place in places]
        far = sum(gaps) / len(gaps)
        if far < mean:
            mean = far
            nearest = min(gaps) or 1
    return [1.0 / nearest if mean < 15.0 else 0.0, mean / 15.0]


def _covers(view: QuestionView, other: SentenceView | None) -> float:
    """Return the share of the question that a neighbouring sentence accounts for by itself."""
    if other is None:
        return 0.0
    held = view.all_forms & other.places.keys()
    if not held:
        return 0.0
    terms = view.question.terms
    return sum(terms[number].share for number in {n for form in held for n in view.owner[form]})
