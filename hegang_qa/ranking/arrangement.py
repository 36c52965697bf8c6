"""How the words that were matched stand in a sentence: in order, side by side, near what may be
the answer, before the "is" of a definition."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2, sqrt

from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.model import TermMatch
from hegang_qa.ranking.views import QuestionView, SentenceView
from hegang_qa.text.tokens import Token

__all__ = ["arrangement", "defines", "nearest"]

_COPULAS = frozenset("is are was were".split())
_DENOTING = frozenset("means refers denotes describes".split())
# What stands before the noun by which a thing is defined, and not before what is done to it ("was
# occupied by").
_BEFORE_NOUN = frozenset("a an one another any its their our his her both part".split())

# What may stand between a word and the "is" that tells what it is: '"port" is', "**port** is".
_PASSED = frozenset(",*_`\"”’'")
_FAR = 30
_NEAR = 5  # tokens behind "are"
_NO_NOUN = ("ed", "ing", "ly", "ous", "ish", "less")
# Words of a question that are held against a sentence in their order; a longer one is a text.
_WORDS = 300
# "Is the seat of the county" tells less of what it is than "is a town".
_ONE_AND_ONLY = 0.6
_FIGURE_KINDS = frozenset(("date", "number", "money", "percentage", "ordinal"))


def arrangement(
    view: QuestionView, sentence: SentenceView, matches: Sequence[TermMatch]
) -> list[float]:
    """Return the features of the arrangement, from "word pairs" to "first match"."""
    pairs = len(view.pairs & sentence.pairs) / sqrt(1 + len(view.pairs))
    if not matches:
        return [pairs, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]
    terms, weights = view.question.terms, view.weights
    together = 0.0
    term, token, _, _ = matches[0]
    spots = [token]
    share = run = longest = weights[term][0]
    ordered = 0
    for number, at, _, _ in matches[1:]:
        spots.append(at)
        own = weights[number][0]
        gap = at - token
        if gap > 0:
            ordered += 1
        if (
            number == term + 1
            and gap > 0
            and gap <= max(2, terms[number].token - terms[term].token)
        ):
            together += share + own
            run += own
        else:
            run = own
        if run > longest:
            longest = run
        term, token, share = number, at, own
    first = min(spots)
    width = max(spots) - first + 1
    count = len(matches)
    return [
        pairs,
        together,
        longest,
        ordered / (count - 1) if count > 1 else 0.5,
        log2(width / count) if count > 1 else 0.0,
        count / (4.0 + sentence.words),
        *_verbatim(view, sentence),
        min(1.0, first / 30),
    ]


def _verbatim(view: QuestionView, sentence: SentenceView) -> tuple[float, float]:
    """Return the longest run of words that question and sentence share, function words with them:
    how many (by 8), and their share of the question's weight."""
    places = sentence.places
    share_at = view.share_at
    best = (0, 0.0)
    runs: dict[int, tuple[int, float]] = {}
    for root, share in zip(view.roots[:_WORDS], share_at, strict=False):
        spots = places.get(root)
        if spots is None:
            if runs:
                runs = {}
            continue
        grown = {}
        for spot in spots:
            before = runs.get(spot - 1)
            run = (1, share) if before is None else (before[0] + 1, before[1] + share)
            grown[spot] = run
            if run > best:
                best = run
        runs = grown
    return min(8, best[0]) / 8, best[1]


def _names_several(tokens: Sequence[Token]) -> bool:
    """Return whether what follows "are" is what several things are ("lightweight executables that
    ..."), and not how they are or what is done to them."""
    for token in tokens:
        if token.kind != "word" or token.norm in FUNCTION_WORDS or token.norm.endswith(_NO_NOUN):
            return False
        if token.norm.endswith("s") and token.stem != token.norm and not token.norm.endswith("ss"):
            return True
    return False


def nearest(
    view: QuestionView, kind: str, sentence: SentenceView, matches: Sequence[TermMatch]
) -> list[float]:
    """Return how near the best candidate of the wanted kind stands to the matched words: one over
    its distance from the nearest, the mean distance (in tokens, at most 15, /15), and one over the
    least distance from the verb."""
    wanted = "#" if kind in _FIGURE_KINDS else "A" if kind == "named" else ""
    if not wanted or not matches:
        return [0.0, 1.0 if wanted else 0.5, 0.0]
    asked = view.stems
    verbs = [match.token for match in matches if view.roles["verb"] >> match.term & 1]
    to_verb = 0.0
    places = [match.token for match in matches]
    nearest = mean = 15.0
    for number, root, sort in sentence.spots:
        if sort != wanted or root in asked:
            continue
        gaps = [gap if (gap := abs(number - place)) < 15 else 15 for place in places]
        far = sum(gaps) / len(gaps)
        if far < mean:
            mean = far
            nearest = min(gaps) or 1
        if verbs:
            to_verb = max(to_verb, 1.0 / max(1, *(abs(number - verb) for verb in verbs), 1))
    return [1.0 / nearest if mean < 15.0 else 0.0, mean / 15.0, to_verb]


def defines(kind: str, sentence: SentenceView, matches: Sequence[TermMatch]) -> float:
    """Return 1 when the sentence says what the last matched word near its beginning is, less when
    it says that it is "the" one of a kind."""
    if kind != "described" or not matches:
        return 0.0
    tokens, places = sentence.tokens, sentence.places
    # The first place of each word: it may stand again in brackets ("Rome (Roma) is").
    firsts = (min((*places.get(tokens[m.token].stem, ()), m.token)) for m in matches)
    last = max((at for at in firsts if at < 8), default=-1)
    if last < 0:
        return 0.0
    depth = passed = 0
    for at, token in enumerate(tokens[last + 1 :], start=last + 1):
        passed += not depth  # a bracket with names in other scripts may be long
        if token.norm == "(":
            depth += 1
        elif token.norm == ")":
            depth -= 1
        elif not depth and token.norm in _DENOTING:
            return 1.0
        elif not depth and token.norm in _COPULAS:
            follows = tokens[at + 1].norm if at + 1 < len(tokens) else ""
            if follows == "the":
                return _ONE_AND_ONLY
            if follows in _BEFORE_NOUN:
                return 1.0
            return float(token.norm == "are" and _names_several(tokens[at + 1 : at + _NEAR]))
        elif not depth and (token.norm not in _PASSED or passed > _FAR):
            return 0.0
    return 0.0
