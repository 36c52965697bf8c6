"""Features of the few best candidates: the second stage of the span model.

The way from the candidate to each matched word, words of the question paired with the context,
the meaning of the head noun, the gap of the question. See `hegang_qa.answers.span_model.features`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hegang_qa.answers.candidates.analysis import Analysis, Candidate, WordKnowledge
from hegang_qa.answers.candidates.hashing import SECOND_MASK, slot_of
from hegang_qa.answers.span_model.features import FOCUS, Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.answers.span_model.gap import fit, held_sides, is_passive

__all__ = ["OWN", "SECOND_CROSSES", "SecondLook", "second_slots", "second_values"]

_PATH = str.maketrans(
    {
        "D": "n", "J": "n", "N": "n", "E": "n", "#": "n", "S": "s", "$": "n", "%": "n", "H": "n",
        "O": "o", "V": "v", "K": "v", "G": "g", "X": "x", "M": "x", "P": "p", "T": "t", "C": "c",
        "B": "b", "W": "w", ",": ",", "(": "(", ")": ")", ";": ";", ":": ";", ".": ";", '"': '"',
        "-": "", "R": "", "/": "", "*": "",
    }
)  # fmt: skip


@lru_cache(maxsize=16384)
def path(between: str) -> str:
    """Return the way between two places in a sentence, given the tags between: its phrases in
    short, at most eight."""
    out = ""
    last = ""
    for letter in between.translate(_PATH):
        if letter != last:
            out += letter
            last = letter
            if len(out) > 8:
                return "far"
    return out


# Which keys of the question a value is crossed with, as `FIRST_CROSSES` says of the first stage.
SECOND_CROSSES: dict[str, tuple[int, ...]] = {
    "w": (0, 1),  # the way to a matched word
    "W": (2,),  # the same, to the verb or the noun asked for
    "m": (1,),  # a word that is nowhere
    "g": (1, 2),  # the gap
    "G": (0,),
    "f": (1,),  # the noun asked for
    "c": (1, 2, FOCUS),  # class of the head noun
    "q": (1, FOCUS),  # what it is and what stands before
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

OWN = frozenset("Gqruc")
"""Values of these templates are hardly ever met again with another question."""


class SecondLook:
    """A sentence held against a question for the second stage."""

    __slots__ = (
        "_analysis",
        "_focus_spots",
        "_frame",
        "_grid",
        "_lexicon",
        "_matched",
        "_missing",
        "_sides",
        "_voice",
    )

    def __init__(
        self, frame: Frame, analysis: Analysis, grid: Grid, lexicon: WordKnowledge | None
    ) -> None:
        self._frame = frame
        self._analysis = analysis
        self._grid = grid
        self._lexicon = lexicon
        statement, places = frame.statement, grid.places
        self._matched: list[tuple[str, bool, list[int]]] = []
        for number, spots in places.items():
            role = frame.roles[number]
            flag = "l" if number == statement.left else "r" if number == statement.right else ""
            self._matched.append((role + flag, role in "FMV", spots))
        self._missing = [
            "m" + role
            for number, role in enumerate(frame.roles)
            if number not in places and role in "FMEV#"
        ]
        self._voice = "0"
        if statement.verb >= 0 and statement.verb in places:
            verb = places[statement.verb][0]
            tagged = analysis.tagged
            turned = is_passive(tagged.tags, tagged.norms, verb) != statement.passive
            self._voice = "1" if turned else "2"
        self._sides = held_sides(statement, places, frame.shares)
        focus = frame.focus
        self._focus_spots = (
            [i for i, token in enumerate(analysis.tagged.tokens) if token.stem == focus]
            if focus
            else []
        )

    def values(
        self, candidate: Candidate
    ) -> tuple[list[str], list[str], tuple[str, str, str, str]]:
        """Return the second-stage values of a candidate: those that many candidates have, whatever
        is asked; those with words in them, or crossed with the noun asked for (`OWN`); and those to
        be paired with the question's own words (`Frame.words`)."""
        start, end, kind, type_, _ = candidate
        frame, lexicon = self._frame, self._lexicon
        _, tokens, tags, norms = self._analysis.tagged
        count = len(tags)
        left = norms[start - 1] if start else "^"
        if start > 1 and left in _SKIPPED:
            left = norms[start - 2] + "_"
        right = norms[end] if end < count else "$"
        inner = tags[start:end]
        head = start + _head(inner)
        head_tag, head_stem = tags[head], tokens[head].stem
        what = type_ or kind
        out: list[str] = []
        for role, of_note, spots in self._matched:
            spot = spots[0]
            if len(spots) > 1:
                spot = min(spots, key=lambda at: start - at if at < start else max(0, at - end + 1))
            if spot < start:
                way = role + "L" + path(tags[spot + 1 : start])
            elif spot >= end:
                way = role + "R" + path(tags[end:spot])
            else:
                way = role + ("Ih" if spot == head else "I")
            out += ("w" + way, "w" + way + head_tag)
            if of_note:
                out.append("W" + way)
        out += self._missing
        fitting = f"{self._voice}{int(2.49 * fit(self._sides, start, end) + 2.5)}"
        out.append("g" + fitting)
        if frame.focus:
            out.append(self._focus(start, end, head_stem))
            if lexicon is not None:
                out.append(f"fk{_is_kind(lexicon, norms, start, end, head, frame.focus_word)}")
        own_values = [
            "G" + fitting + left,
            "q" + what + left,
            "r" + what + right,
            "u" + norms[start] + "|" + norms[end - 1],
        ]
        if lexicon is not None and head_tag in "NE":
            classes = lexicon.classes(norms[head])
            own_values.append("c" + (classes[0] if classes else "?") + head_tag)
        own = content = 0
        for i in range(start, end):
            if tags[i] not in _SMALL:
                content += 1
                if tokens[i].stem in frame.stems:
                    own += 1
        out.append(f"o{min(own, 3)}{min(content, 6)}")
        if type_:
            rivals = sum([other.type == type_ for other in self._analysis.typed])
            out.append(f"n{min(rivals, 4)}{what}")
        low, high = _clause(tags, start, end)
        before = self._grid.before
        whole = before[-1] or 1.0
        clause = f"v{int(4.99 * (before[high] - before[low]) / whole)}"
        out += (f"{clause}{int(4.99 * before[start] / whole)}", clause)
        out.append(f"b{0 if start == 0 else 1 + 3 * start // count}{what}")
        out.append(_make_up(inner))
        word = frame.statement.word
        if word:
            same = "p1" if word in (left, left[:-1]) else "p0"
            out += (same + word, same)
        if frame.choices:
            hits = sum([tokens[i].stem in frame.choices for i in range(start, end)])
            out.append(f"h{min(2, hits)}{min(3, end - start)}")
        return out, own_values, ("L" + left, "R" + right, "H" + head_stem, "T" + what)

    def _focus(self, start: int, end: int, head_stem: str) -> str:
        """Return the value of where the noun asked for stands."""
        if head_stem == self._frame.focus:
            return "fh"
        spots = self._focus_spots
        if not spots:
            return "fa0000"
        inside = [spot for spot in spots if start <= spot < end]
        if inside:
            return "fi0" if inside[0] == start else "fi1"
        around = (start - 2, start - 1, end, end + 1)
        return "fa" + "".join(["1" if spot in spots else "0" for spot in around])


def second_values(
    frame: Frame,
    analysis: Analysis,
    grid: Grid,
    candidate: Candidate,
    lexicon: WordKnowledge | None,
) -> tuple[list[str], tuple[str, str, str, str]]:
    """Return all second-stage values of one candidate, and those to be paired."""
    common, own, pairs = SecondLook(frame, analysis, grid, lexicon).values(candidate)
    return common + own, pairs


_SKIPPED = frozenset(("the", "a", "an", '"', "\u201c"))
_SMALL = frozenset('DPCT,-"().;:')


def second_slots(frame: Frame, values: Sequence[str], pairs: Sequence[str]) -> list[int]:
    """Return the places of the second-stage weights."""
    keys = frame.keys
    crosses = SECOND_CROSSES
    out = [
        (slot_of(value) ^ keys[cross]) & SECOND_MASK
        for value in values
        for cross in crosses[value[0]]
    ]
    out += [(slot_of(pair) ^ word) & SECOND_MASK for pair in pairs for word in frame.words]
    return out


@lru_cache(maxsize=16384)
def _head(inner: str) -> int:
    """Return the token that heads a stretch with these tags: the last noun before a preposition
    or comma."""
    head = -1
    for i, tag in enumerate(inner):
        if tag in "NE#H":
            head = i
        elif tag in "PT,(WVKXB" and head >= 0:
            break
    return head if head >= 0 else len(inner) - 1


@lru_cache(maxsize=16384)
def _make_up(inner: str) -> str:
    """Return the value of which joints, verbs and names stand in a stretch with these tags."""
    return "j" + "".join([tag for tag in ",CP(VKXEGW" if tag in inner])


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
