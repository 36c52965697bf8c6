"""Turn a question into a statement with a gap, and hold a sentence against it.

"Who built the bridge" states "___ built the bridge"; "What did the firm build in May" states "the
firm built ___ in May"; "When was the firm founded" states "the firm was founded ___". A candidate
fits the gap the better, the more of the matched words stand on the side of it on which the
statement has them. Where one of question and sentence is in the passive voice and the other is
not, the sides are turned round ("the bridge was built by ___").
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hegang_qa.text.words import BE

__all__ = ["Statement", "fit", "held_sides", "is_passive", "state"]


class Statement(NamedTuple):
    """A question as a statement with a gap.

    `sides` has -1 for each question term that the statement has left of the gap, 1 for right, 0
    where either will do. `left` and `right` are the terms next to the gap and `verb` that of the
    main verb, or -1. `word` is the preposition that goes before the gap, or "". `passive` tells
    the voice.
    """

    sides: tuple[int, ...]
    left: int
    right: int
    verb: int
    word: str
    passive: bool


def state(
    tags: str, norms: Sequence[str], wh: int, focus_end: int, terms: Sequence[int]
) -> Statement:
    """Return the statement of a question.

    `tags` and `norms` are those of its tokens, `wh` the place of the question word (-1 for none),
    `focus_end` where the phrase of the noun asked for ends, `terms` the token of each term.
    """
    by_token = {token: number for number, token in enumerate(terms)}
    sides = [0] * len(terms)
    if wh < 0:
        return Statement(tuple(sides), -1, -1, -1, "", False)
    count = len(tags)
    at = max(focus_end, wh + 1)
    asking = at
    first_aux = ""
    while at < count and tags[at] in "XMR":
        if tags[at] in "XM":
            first_aux = first_aux or norms[at]
        at += 1
    verb = -1
    inverted = False
    if first_aux:
        verb = next((i for i in range(at, count) if tags[i] in "VKG" and i in by_token), -1)
        # "who has built ..." is not turned round, "what has the firm built" is.
        inverted = verb != at
    else:
        verb = next(
            (i for i in range(at, min(count, at + 3)) if tags[i] in "VKGN" and i in by_token), -1
        )
    end = count - 1
    while end > 0 and tags[end] in ".*":
        end -= 1
    word = ""
    if end > wh and tags[end] in "PT" and norms[end] != "of":
        word = norms[end]
    elif wh and tags[wh - 1] in "PT":
        word = norms[wh - 1]
    copula = first_aux != "" and verb < 0
    for number, token in enumerate(terms):
        if wh <= token < asking:
            continue
        if token < wh:
            # "In 1914, what ...": an adverbial may stand anywhere; "the firm built what" may not.
            sides[number] = 0 if "," in tags[token:wh] else -1
        elif copula:
            sides[number] = 0
        elif inverted:
            sides[number] = -1 if token <= verb else 1
        else:
            sides[number] = 1
    verb_term = by_token.get(verb, -1)
    passive = verb >= 0 and tags[verb] == "K" and first_aux not in ("", "has", "have", "had", "did")
    if inverted:
        left = verb_term if verb_term >= 0 else by_token.get(end, -1)
        return Statement(tuple(sides), left, -1, verb_term, word, passive)
    following = next((by_token[i] for i in range(asking, count) if i in by_token), -1)
    right = verb_term if verb_term >= 0 else following
    return Statement(tuple(sides), -1, right, verb_term, word, passive)


def is_passive(tags: str, norms: Sequence[str], verb: int) -> bool:
    """Return whether the verb at a place of a sentence is in the passive voice: a participle
    after a form of "be", or before "by"."""
    if tags[verb] not in "KJV":
        return False
    if verb + 1 < len(norms) and norms[verb + 1] == "by":
        return True
    for i in range(verb - 1, max(-1, verb - 4), -1):
        if tags[i] == "X":
            return norms[i] in BE
        if tags[i] not in "RC":
            return False
    return False


Side = tuple[int, int, int, float]
"""A question term that stands on one side of the gap: which (-1 left, 1 right), where in the
sentence it stands first and last, and what it counts."""


def held_sides(
    statement: Statement, places: Mapping[int, Sequence[int]], shares: Sequence[float]
) -> list[Side]:
    """Return the terms of a statement that a sentence holds, but for those that may stand anywhere.

    `places` are the tokens that account for each question term, `shares` what each counts.
    """
    return [
        (side, places[number][0], places[number][-1], shares[number])
        for number, side in enumerate(statement.sides)
        if side and number in places
    ]


def fit(held: Sequence[Side], start: int, end: int) -> float:
    """Return how well a stretch of a sentence fits the gap between these terms, -1..1."""
    agreed = whole = 0.0
    for side, first, last, share in held:
        whole += share
        if first < start if side < 0 else last >= end:
            agreed += share
        else:
            agreed -= share
    return agreed / whole if whole else 0.0
