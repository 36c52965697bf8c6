"""Automaton and words to a fit: does a template read a question, and how literally?"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hegang_qa.intents.automaton import Automaton, SlotLeaf

__all__ = ["Fit", "fit", "literal_weight"]


class Fit(NamedTuple):
    """How a template fits: `weight` of its literal text, and slots as (name, first word, end)."""

    weight: float
    slots: tuple[tuple[str, int, int], ...]


def literal_weight(word: str) -> float:
    """Return what a literal word counts: its letters and one for the word itself."""
    return len(word) + 1.0


# A way through the automaton so far: weight, closed slots, and where the open slot began.
_Way = tuple[float, tuple[tuple[str, int, int], ...], int]

_TYPED_WEIGHT = 1.5
"""What a word in a slot of a narrow kind counts: more than one in a free slot, less than text."""


def _better(new: _Way, old: _Way | None) -> bool:
    # Of equally literal ways the one whose first slots are shortest: "from {a} to {b}".
    if old is None:
        return True
    if new[0] != old[0]:
        return new[0] > old[0]
    return [slot[2] for slot in new[1]] < [slot[2] for slot in old[1]]


def fit(automaton: Automaton, words: Sequence[Mapping[str, float]]) -> Fit | None:
    """Return the most literal way in which the automaton reads the words, or None.

    Each word is given as the forms it may stand for, with their likeness 0..1 (the word itself
    has 1). Takes time proportional to words times leaves.
    """
    leaves, follow = automaton.leaves, automaton.follow
    end = len(leaves)
    total = len(words)
    ways: dict[int, _Way] = {}
    start: _Way = (0.0, (), 0)
    step: list[tuple[Sequence[int], _Way]] = [(automaton.first, start)]
    for at, forms in enumerate(words):
        new: dict[int, _Way] = {}
        for targets, way in step:
            for target in targets:
                if target == end:
                    continue
                leaf = leaves[target]
                # Most are words, and most of those are others.
                if isinstance(leaf, str):
                    likeness = forms.get(leaf, 0.0)
                    if not likeness:
                        continue
                    made: _Way = (way[0] + likeness * (len(leaf) + 1.0), way[1], -1)
                elif isinstance(leaf, SlotLeaf):
                    if not _takes(leaf, forms):
                        continue
                    gain = 0.0 if leaf.kind == "free" else _TYPED_WEIGHT
                    made = (way[0] + gain, way[1], at)
                else:
                    likeness = 0.0
                    length = 0
                    for form, like in forms.items():
                        if like > likeness and form in leaf:
                            likeness, length = like, len(form)
                    if not likeness:
                        continue
                    made = (way[0] + likeness * (length + 1.0), way[1], -1)
                if _better(made, new.get(target)):
                    new[target] = made
        # An open slot may take this word as well.
        for number, way in ways.items():
            leaf = leaves[number]
            if (
                isinstance(leaf, SlotLeaf)
                and at - way[2] < leaf.most
                and _takes(leaf, forms)
                and _better(way, new.get(number))
            ):
                new[number] = way
        if not new:
            return None
        ways = new
        step = []
        for number, way in ways.items():
            leaf = leaves[number]
            if isinstance(leaf, SlotLeaf):
                if at + 1 - way[2] < leaf.least:
                    continue
                closed: _Way = (way[0], (*way[1], (leaf.name, way[2], at + 1)), -1)
                step.append((follow[number], closed))
            else:
                step.append((follow[number], way))
    best: _Way | None = start if not total and end in automaton.first else None
    for targets, way in step if total else ():
        if end in targets and _better(way, best):
            best = way
    return None if best is None else Fit(best[0], best[1])


def _takes(leaf: SlotLeaf, forms: Mapping[str, float]) -> bool:
    if leaf.kind == "number":
        return any(form[0].isdigit() for form in forms)
    return True
