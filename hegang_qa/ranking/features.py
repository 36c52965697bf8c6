"""The numbers by which a sentence is weighed against a question.

Each feature is a plain quantity with a name, so that a decision can be told in words. Shares are
parts of the question's whole weight (0..1); bits are rarity (`hegang_qa.question.rarity`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log

from hegang_qa.ranking.arrangement import arrangement, defines, nearest
from hegang_qa.ranking.kinds import KINDS, fit
from hegang_qa.ranking.model import TermMatch
from hegang_qa.ranking.surroundings import Surroundings
from hegang_qa.ranking.views import QuestionView, SentenceView, numbers_of

__all__ = ["FEATURES", "Features", "row_of", "weigh"]

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
    "kindred words",
    "missed names",
    "missed numbers",
    "missed nouns",
    "missed verbs",
    "focus word",
    "rarest word",
    "rarest missed",
    "names",
    "verbs",
    "relation words",
    "relation missed",
    "bits by length",
    # arrangement
    "word pairs",
    "content pairs",
    "longest run",
    "order",
    "spread",
    "density",
    "verbatim words",
    "verbatim share",
    "first match",
    "nearest candidate",
    "candidate distance",
    "verb to candidate",
    # surroundings
    "before",
    "after",
    "paragraph",
    "heading",
    "before covers",
    "after covers",
    "still missed",
    "names still missed",
    "numbers still missed",
    "verbs still missed",
    "pronoun",
    "pronoun and before",
    "linked",
    "linked and before",
    "carried",
    "title",
    "defines",
    # the sentence
    "length",
    "short",
    "place in paragraph",
    "lead",
    "is heading",
    "is row",
    "new capitals",
    "new figures",
    "other years",
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
    "hits in document",
    # meaning
    "nearness",
    "nearness alone",
    # beside the best
    "coverage to best",
    "bits to best",
    "pairs to best",
    "missed to least",
    "carried to best",
    "relation to best",
    "nearness to best",
    "first of paragraph",
)
"""Names of the features, in the order of the numbers that `weigh` returns."""


_PLACES = {name: at for at, name in enumerate(FEATURES)}


class Features(Mapping[str, float]):
    """The features of a sentence by their names: a row of numbers in the order of `FEATURES`.

    Of some twenty sentences a question hardly one is looked at so, and a dictionary for each
    would take as long as a tenth of the ranking.
    """

    __slots__ = ("_row",)

    def __init__(self, row: Sequence[float]) -> None:
        self._row = row

    def __getitem__(self, name: str) -> float:
        return self._row[_PLACES[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(FEATURES)

    def __len__(self) -> int:
        return len(FEATURES)

    @property
    def row(self) -> Sequence[float]:
        """The numbers in the order of `FEATURES`."""
        return self._row


def row_of(features: Mapping[str, float]) -> Sequence[float]:
    """Return the features of a sentence as numbers, in the order of `FEATURES`."""
    if isinstance(features, Features):
        return features.row
    return [features[name] for name in FEATURES]


# BM25's length normalisation (k1 1.2, b .75) for a sentence of 22 words on average.
_LENGTH_SLOPE = 1.2 * 0.75 / 22

# Of these no length is expected: a row or an item is short, and answers all the same.
_SHORT_FORMS = frozenset(("row", "item", "code"))
_USUAL_LENGTH = log(1 + 22)

# What a word found in the head of a column counts, against one in the row itself.
_HEAD = 0.9


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
    shares, roles = view.shares, view.roles
    values, missing = _words(view, matches, around.heads)
    values[-1] *= 2.2 / (1.3 + _LENGTH_SLOPE * sentence.words)
    values += arrangement(view, sentence, matches)
    values += nearest(view, kind, sentence, matches)
    context = missing & (around.before | around.after | around.others | around.above)
    before = shares[missing & around.before]
    coverage = values[0]
    still = missing & ~context
    carried = coverage + (before if sentence.pronoun else 0.7 * before if sentence.linked else 0.0)
    values += [
        before,
        shares[missing & around.after],
        shares[missing & around.others],
        shares[missing & around.above],
        shares[around.before],
        shares[around.after],
        shares[still],
        shares[still & roles["name"]],
        shares[still & roles["number"]],
        shares[still & roles["verb"]],
        1.0 if sentence.pronoun else 0.0,
        before if sentence.pronoun else 0.0,
        1.0 if sentence.linked else 0.0,
        before if sentence.linked else 0.0,
        carried,
        shares[around.above],
        0.0 if still & view.weighty else defines(kind, sentence, matches),
    ]
    signals = sentence.signals
    words = sentence.words
    prose = form not in _SHORT_FORMS
    asked = view.stems
    values += [
        log(1 + words) if prose else _USUAL_LENGTH,
        1.0 if words < 6 and prose else 0.0,
        1.0 / (1 + around.position),
        1.0 if around.position == 0 else 0.0,
        1.0 if form == "heading" else 0.0,
        1.0 if form == "row" else 0.0,
        log(1 + len(sentence.capitals - asked)),
        log(1 + len(sentence.figures - asked)),
        1.0 if signals.years and missing & roles["number"] else 0.0,
        1.0 if signals.quotes else 0.0,
        1.0 if signals.brackets else 0.0,
        log(1 + len(view.question.terms)),
        view.total_rarity,
    ]
    fits = fit(kind, sentence, asked)
    values += [1.0 if fits > 0 else 0.0, 1.0 if fits < 0 else 0.0]
    of_kinds = [0.0] * len(KINDS)
    of_kinds[KINDS.index(kind)] = fits
    values += of_kinds
    heads = around.heads
    for match in matches:
        heads &= ~(1 << match.term)
    context |= heads
    return values, numbers_of(context)


def _words(view: QuestionView, matches: Sequence[TermMatch], heads: int) -> tuple[list[float], int]:
    """Return features of the matched and the missed words, and the missed terms (a bit each).

    What the heads of a row's columns hold is not missed.
    """
    weights = view.weights
    coverage = bits = names = verbs = 0.0
    by_how = {"same": 0.0, "stem": 0.0, "spelling": 0.0, "synonym": 0.0, "related": 0.0}
    by_how["compound"] = by_how["kindred"] = by_how["near"] = 0.0
    weight_of = [0.0] * len(weights)
    for number, _, how, weight in matches:
        share, rarity, role = weights[number]
        weight_of[number] = weight
        coverage += share * weight
        bits += rarity * weight
        by_how[how] += share
        if role == "name":
            names += share * weight
        elif role == "verb":
            verbs += share * weight
    missed = {"name": 0.0, "number": 0.0, "noun": 0.0, "verb": 0.0, "focus": 0.0, "other": 0.0}
    missing = 0
    rarest = rarest_missed = focus = 0.0
    relation = relation_missed = 0.0
    for number, (share, rarity, role) in enumerate(weights):
        weight = weight_of[number]
        if not weight and heads >> number & 1:
            weight = _HEAD
            coverage += share * weight
            bits += rarity * weight
            by_how["same"] += share
            if role == "name":
                names += share * weight
        if weight:
            if rarity * weight > rarest:
                rarest = rarity * weight
            if role == "focus":
                focus = max(focus, weight)
            if role != "name":
                relation += share * weight
        else:
            missing |= 1 << number
            missed[role] += share
            if role != "focus" and rarity > rarest_missed:
                rarest_missed = rarity
            if role != "name":
                relation_missed += share
    return [
        coverage,
        bits,
        view.total_rarity - bits,
        by_how["same"],
        by_how["stem"],
        by_how["spelling"],
        by_how["synonym"],
        by_how["related"] + by_how["near"],
        by_how["compound"],
        by_how["kindred"],
        missed["name"],
        missed["number"],
        missed["noun"] + missed["other"],
        missed["verb"],
        focus,
        rarest,
        rarest_missed,
        names,
        verbs,
        relation,
        relation_missed,
        bits,
    ], missing
