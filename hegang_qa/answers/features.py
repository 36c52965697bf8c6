"""Features of a candidate answer, as numbers of weights.

Two stages, so that the cost stays low. The first looks at every candidate: what it begins with
and what stands before, what it ends with and what stands after, its kind, its length, the
question's own words inside; most of it is shared by all candidates that begin (or end) at one
token. The second looks at the best few only: pairs of question word and context, the way from
the candidate to each matched word, meaning of the head noun.

A feature is a template, a value and often a key of the question; their hash is its place in the
weights ("hashing trick": Weinberger et al., "Feature hashing for large scale multitask learning",
2009).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.answers.analysis import Analysis, Candidate, WordKnowledge
from hegang_qa.answers.frame import Frame, key_of
from hegang_qa.answers.gap import fit, is_passive
from hegang_qa.text.tokens import Token

__all__ = [
    "END_CROSSES",
    "FIRST_BITS",
    "FIRST_MASK",
    "FOCUS",
    "FORM_CROSSES",
    "INSIDE_CROSSES",
    "PLACE_CROSSES",
    "SECOND_BITS",
    "SECOND_CROSSES",
    "SECOND_MASK",
    "SPAN_CROSSES",
    "SPREAD",
    "START_CROSSES",
    "Grid",
    "Place",
    "end_values",
    "grid",
    "inside_value",
    "place_values",
    "second_slots",
    "second_values",
    "slots",
    "span_values",
    "start_values",
]

FIRST_BITS = 20
SECOND_BITS = 21
FIRST_MASK = (1 << FIRST_BITS) - 1
SECOND_MASK = (1 << SECOND_BITS) - 1

SPREAD = 0x9E3779B1
"""Knuth's multiplicative constant spreads the values over the weights."""

FOCUS = 3
"""The number of the key that is the noun asked for: the only one that changes with nearly every
question, and the last of a row that has it."""


class Grid(NamedTuple):
    """A sentence held against a question, token by token.

    `terms` has the number of the question term that a token accounts for, or -1; `before` the sum
    of the shares up to a token (each term counted where it stands first); `roles` a letter for
    each token ("-" for none); `left` and `right` the nearest matched token at or before, at or
    after a boundary (-1 for none).
    """

    terms: list[int]
    before: list[float]
    roles: str
    left: list[int]
    right: list[int]
    places: dict[int, list[int]]
    total: float


def grid(frame: Frame, tokens: Sequence[Token]) -> Grid:
    """Return where the words of the question stand in a sentence."""
    forms = frame.forms
    shares = frame.shares
    terms: list[int] = []
    before = [0.0]
    left: list[int] = [-1]
    places: dict[int, list[int]] = {}
    total = 0.0
    sum_ = 0.0
    last = -1
    for position, token in enumerate(tokens):
        hit = forms.get(token.stem) or forms.get(token.norm)
        if hit is None:
            terms.append(-1)
        else:
            number, weight = hit
            terms.append(number)
            share = shares[number] * weight
            sum_ += share
            if number in places:
                places[number].append(position)
            else:
                places[number] = [position]
                total += share
            last = position
        before.append(sum_)
        left.append(last)
    count = len(terms)
    right = [-1] * (count + 1)
    nearest = -1
    for position in range(count - 1, -1, -1):
        if terms[position] >= 0:
            nearest = position
        right[position] = nearest
    roles = frame.roles
    return Grid(
        terms,
        before,
        "".join(roles[t] if t >= 0 else "-" for t in terms),
        left,
        right,
        places,
        total,
    )


_DISTANCES = (0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 8)


def _bin(distance: int) -> int:
    return _DISTANCES[distance] if 0 <= distance < 20 else 9


# Which keys of the question each template is crossed with: 0 none, 1 what asks, 2 the type wanted,
# 3 the noun asked for. One row for each value that the functions below return, in their order.
START_CROSSES = ((0, 1, 2), (0, 1, 2, 3), (2,), (1, 2), (0, 1), (0, 2), (2,), (1,))
END_CROSSES = ((0, 1, 2), (0, 1, 2), (2,), (1, 2), (0, 1), (0, 2, 3), (2,), (1,))
FORM_CROSSES = ((0, 1, 2), (1, 2), (1, 2))
INSIDE_CROSSES = ((1, 2),)
SPAN_CROSSES = (*FORM_CROSSES, *INSIDE_CROSSES, (FOCUS,))
PLACE_CROSSES = ((0, 2), (0, 1), (0, 1))


def start_values(frame: Frame, analysis: Analysis, grid: Grid, at: int) -> tuple[str, ...]:
    """Return the first-stage values of beginning at token `at`."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    tag = tags[at]
    if at:
        last, word, role = tags[at - 1], norms[at - 1], grid.roles[at - 1]
        if at > 1:
            earlier_tag, earlier = tags[at - 2], norms[at - 2]
        else:
            earlier_tag = earlier = "^"
    else:
        last = word = role = earlier_tag = earlier = "^"
    near = grid.left[at]
    way = f"e{_bin(at - near - 1)}{grid.roles[near]}" if near >= 0 else "ex"
    gap = 9
    spots = grid.places.get(frame.statement.left)
    if spots is not None:
        gap = min((_bin(at - spot - 1) for spot in spots if spot < at), default=8)
    return (
        "a" + last + tag,
        "b" + word,
        "c" + earlier + " " + word,
        "d" + role + last,
        way,
        "f" + norms[at],
        "g" + earlier_tag + last + tag,
        f"h{gap}",
    )


def end_values(frame: Frame, analysis: Analysis, grid: Grid, end: int) -> tuple[str, ...]:
    """Return the first-stage values of ending before token `end`."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    count = len(tags)
    tag = tags[end - 1]
    if end < count:
        after, word, role = tags[end], norms[end], grid.roles[end]
        if end + 1 < count:
            later_tag, later = tags[end + 1], norms[end + 1]
        else:
            later_tag = later = "$"
    else:
        after = word = role = later_tag = later = "$"
    near = grid.right[end]
    way = f"E{_bin(near - end)}{grid.roles[near]}" if near >= 0 else "Ex"
    gap = 9
    spots = grid.places.get(frame.statement.right)
    if spots is not None:
        gap = min((_bin(spot - end) for spot in spots if spot >= end), default=8)
    return (
        "A" + tag + after,
        "B" + word,
        "C" + word + " " + later,
        "D" + role + after,
        way,
        "F" + norms[end - 1],
        "G" + tag + after + later_tag,
        f"H{gap}",
    )


def inside_value(grid: Grid, start: int, end: int) -> str:
    """Return the value of how much of the question a stretch holds itself."""
    inside = grid.before[end] - grid.before[start]
    if inside <= 0:
        return "i0"
    return "i1" if inside < 0.08 else "i2" if inside < 0.2 else "i3" if inside < 0.4 else "i4"


def span_values(form: str, candidate: Candidate, grid: Grid) -> tuple[str, ...]:
    """Return the first-stage values of a candidate as a whole; `form` is that of the analysis."""
    inside = inside_value(grid, candidate.start, candidate.end)
    return (*form.split(" "), inside, "T" + (candidate.type or candidate.kind))


class Place(NamedTuple):
    """Where a sentence stands among those weighed: its number, and how far behind the best."""

    number: int
    behind: float
    score: float


def place_values(grid: Grid, place: Place) -> tuple[str, ...]:
    """Return the first-stage values of a sentence as a whole."""
    return (
        f"x{place.number}{min(9, int(place.behind * 2))}",
        f"y{min(9, max(0, int(place.score + 5)))}",
        f"z{int(9.99 * min(1.0, grid.total))}",
    )


def slots(
    values: Sequence[str],
    crosses: Sequence[tuple[int, ...]],
    keys: Sequence[int],
    mask: int,
) -> list[int]:
    """Return the places of weights of some values, each crossed with keys of the question."""
    return [
        ((key_of(value) * SPREAD ^ keys[cross]) >> 7) & mask
        for value, row in zip(values, crosses, strict=True)
        for cross in row
    ]


_PATH = str.maketrans(
    {
        "D": "n", "J": "n", "N": "n", "E": "n", "#": "n", "S": "s", "$": "n", "%": "n", "H": "n",
        "O": "o", "V": "v", "K": "v", "G": "g", "X": "x", "M": "x", "P": "p", "T": "t", "C": "c",
        "B": "b", "W": "w", ",": ",", "(": "(", ")": ")", ";": ";", ":": ";", ".": ";", '"': '"',
        "-": "", "R": "", "/": "", "*": "",
    }
)  # fmt: skip


def path(tags: str, low: int, high: int) -> str:
    """Return the way between two places in a sentence: its phrases in short, at most eight."""
    letters = tags[low:high].translate(_PATH)
    out = ""
    last = ""
    for letter in letters:
        if letter != last:
            out += letter
            last = letter
            if len(out) > 8:
                return "far"
    return out


# The same for the second stage, by the letter with which a value begins.
SECOND_CROSSES: dict[str, tuple[int, ...]] = {
    "w": (0, 1),  # the way to a matched word
    "W": (2,),  # the same, to the verb or the noun asked for
    "m": (1,),  # a word that is nowhere
    "g": (1, 2),  # the gap
    "G": (0,),
    "f": (1,),  # the noun asked for
    "c": (1, 2, 3),  # class of the head noun
    "q": (1, 3),  # what it is and what stands before
    "r": (1, 2),  # what it is and what stands after
    "u": (2,),  # first and last word
    "o": (1,),  # own words of the question
    "n": (2,),  # rivals of the same type
    "v": (0, 1),  # the clause
    "b": (1,),  # place in the sentence
    "j": (2,),  # what lies inside
    "p": (1,),  # the preposition of the gap
    "h": (0,),  # choices
}


def second_values(
    frame: Frame,
    analysis: Analysis,
    grid: Grid,
    candidate: Candidate,
    lexicon: WordKnowledge | None,
) -> tuple[list[str], tuple[str, ...]]:
    """Return the second-stage values of a candidate, and those to be paired with the question's
    own words (`Frame.words`)."""
    start, end, kind, type_, _ = candidate
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    tokens = analysis.tagged.tokens
    count = len(tags)
    statement = frame.statement
    left = norms[start - 1] if start else "^"
    if start > 1 and left in _SKIPPED:
        left = norms[start - 2] + "_"
    right = norms[end] if end < count else "$"
    head = _head(tags, start, end)
    head_stem = tokens[head].stem
    what = type_ or kind
    out: list[str] = []
    roles = frame.roles
    for number, spots in grid.places.items():
        role = roles[number]
        spot = spots[0]
        if len(spots) > 1:
            spot = min(spots, key=lambda at: start - at if at < start else max(0, at - end + 1))
        if spot < start:
            way = "L" + path(tags, spot + 1, start)
        elif spot >= end:
            way = "R" + path(tags, end, spot)
        else:
            way = "Ih" if spot == head else "I"
        flag = "l" if number == statement.left else "r" if number == statement.right else ""
        value = f"w{role}{flag}{way}"
        out.append(value)
        out.append(value + tags[head])
        if role in "FMV":
            out.append(f"W{role}{flag}{way}")
    for number, role in enumerate(roles):
        if number not in grid.places and role in "FMEV#":
            out.append("m" + role)
    voice = "0"
    if statement.verb >= 0 and statement.verb in grid.places:
        turned = is_passive(tags, norms, grid.places[statement.verb][0]) != statement.passive
        voice = "1" if turned else "2"
    fitting = int(2.49 * fit(statement, grid.places, frame.shares, start, end) + 2.5)
    out.append(f"g{voice}{fitting}")
    out.append(f"G{voice}{fitting}{left}")
    focus = frame.focus
    if focus:
        if head_stem == focus:
            out.append("fh")
        else:
            inside = [i for i in range(start, end) if tokens[i].stem == focus]
            if inside:
                out.append("fi0" if inside[0] == start else "fi1")
            else:
                around = "".join(
                    "1" if 0 <= i < count and tokens[i].stem == focus else "0"
                    for i in (start - 2, start - 1, end, end + 1)
                )
                out.append("fa" + around)
        if lexicon is not None:
            out.append(f"fk{_is_kind(lexicon, norms, start, end, head, frame.focus_word)}")
    if lexicon is not None and tags[head] in "NE":
        classes = lexicon.classes(norms[head])
        out.append("c" + (classes[0] if classes else "?") + tags[head])
    out.append("q" + what + left)
    out.append("r" + what + right)
    out.append("u" + norms[start] + "|" + norms[end - 1])
    own = content = 0
    for i in range(start, end):
        if tags[i] not in _SMALL:
            content += 1
            if tokens[i].stem in frame.stems:
                own += 1
    out.append(f"o{min(own, 3)}{min(content, 6)}")
    if type_:
        rivals = sum(1 for other in analysis.typed if other.type == type_)
        out.append(f"n{min(rivals, 4)}{what}")
    low, high = _clause(tags, start, end)
    whole = grid.before[-1] or 1.0
    clause = int(4.99 * (grid.before[high] - grid.before[low]) / whole)
    out.append(f"v{clause}{int(4.99 * grid.before[start] / whole)}")
    out.append(f"v{clause}")
    position = 0 if start == 0 else 1 + 3 * start // count
    out.append(f"b{position}{what}")
    inner = tags[start:end]
    out.append("j" + "".join(tag for tag in ",CP(VKXEGW" if tag in inner))
    if statement.word:
        same = "1" if statement.word in (left, left[:-1]) else "0"
        out.append(f"p{same}{statement.word}")
        out.append(f"p{same}")
    if frame.choices:
        hits = sum(1 for i in range(start, end) if tokens[i].stem in frame.choices)
        out.append(f"h{min(2, hits)}{min(3, end - start)}")
    return out, ("L" + left, "R" + right, "H" + head_stem, "T" + what)


_SKIPPED = frozenset(("the", "a", "an", '"', "\u201c"))
_SMALL = frozenset('DPCT,-"().;:')


def second_slots(frame: Frame, values: Sequence[str], pairs: Sequence[str]) -> list[int]:
    """Return the places of the second-stage weights."""
    keys = frame.keys
    crosses = SECOND_CROSSES
    out = [
        ((key_of(value) * SPREAD ^ keys[cross]) >> 7) & SECOND_MASK
        for value in values
        for cross in crosses[value[0]]
    ]
    out += [
        ((key_of(pair) * SPREAD ^ word) >> 7) & SECOND_MASK
        for pair in pairs
        for word in frame.words
    ]
    return out


def _head(tags: str, start: int, end: int) -> int:
    """Return the token that heads the stretch: the last noun before a preposition or comma."""
    head = -1
    for i in range(start, end):
        tag = tags[i]
        if tag in "NE#H":
            head = i
        elif tag in "PT,(WVKXB" and head >= 0:
            break
    return head if head >= 0 else end - 1


def _clause(tags: str, start: int, end: int) -> tuple[int, int]:
    """Return the clause around a stretch: up to the nearest marks."""
    low = start
    while low > 0 and tags[low - 1] not in ",;.:(":
        low -= 1
    high = end
    while high < len(tags) and tags[high] not in ",;.:)":
        high += 1
    return low, high


def _is_kind(
    lexicon: WordKnowledge, norms: Sequence[str], start: int, end: int, head: int, focus: str
) -> int:
    """Return 2 where the stretch is a kind of what is asked for, 1 where its head is, else 0."""
    if end - start < 5 and lexicon.is_a(" ".join(norms[start:end]), focus):
        return 2
    return 1 if lexicon.is_a(norms[head], focus) else 0
