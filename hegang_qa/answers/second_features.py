"""Features of the few best candidates: the second stage of the span model.

The way from the candidate to each matched word, words of the question paired with the context,
the meaning of the head noun, the gap of the question. See `hegang_qa.answers.features`.
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.analysis import Analysis, Candidate, WordKnowledge
from hegang_qa.answers.features import FOCUS, Grid
from hegang_qa.answers.frame import Frame
from hegang_qa.answers.gap import fit, is_passive
from hegang_qa.answers.hashing import hash_of

__all__ = ["SECOND_BITS", "SECOND_CROSSES", "SECOND_MASK", "second_slots", "second_values"]

SECOND_BITS = 21
SECOND_MASK = (1 << SECOND_BITS) - 1

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
        ((hash_of(value) ^ keys[cross]) >> 7) & SECOND_MASK
        for value in values
        for cross in crosses[value[0]]
    ]
    out += [((hash_of(pair) ^ word) >> 7) & SECOND_MASK for pair in pairs for word in frame.words]
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
