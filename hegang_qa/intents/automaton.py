"""The form in which templates are stored and matched.

Every piece of a template that consumes words becomes a *leaf*; `follow` lists the leaves that may
come next (Glushkov, "The abstract theory of automata", 1961: as many states as leaves, however
many sentences a template stands for). The number of leaves, `ACCEPT`, stands for "may end here".
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

__all__ = ["Automaton", "Leaf", "SlotLeaf", "from_plain", "plain_sentence"]


class SlotLeaf(NamedTuple):
    """A slot: takes `least` to `most` words of the `kind` ("free", "word", "number")."""

    name: str
    kind: str
    least: int
    most: int


Leaf: TypeAlias = str | frozenset[str] | SlotLeaf


class Automaton(NamedTuple):
    """A template ready to match.

    `needed` are groups of words of which each group must be present in a question, rarest first
    as far as one template can tell; `first` and `follow` hold leaf numbers, `len(leaves)` = end.
    """

    leaves: tuple[Leaf, ...]
    first: tuple[int, ...]
    follow: tuple[tuple[int, ...], ...]
    needed: tuple[frozenset[str], ...]

    def to_plain(self) -> list[Any]:
        """Return the automaton as lists, numbers and strings; `from_plain` reads them."""
        leaves: list[Any] = []
        for leaf in self.leaves:
            if isinstance(leaf, str):
                leaves.append(leaf)
            elif isinstance(leaf, SlotLeaf):
                leaves.append([*leaf])
            else:
                leaves.append({"any": sorted(leaf)})
        return [leaves, self.first, self.follow, [sorted(group) for group in self.needed]]


def from_plain(plain: Sequence[Any]) -> Automaton:
    """Return the automaton that `Automaton.to_plain` wrote down."""
    leaves: list[Leaf] = []
    for leaf in plain[0]:
        if isinstance(leaf, str):
            leaves.append(leaf)
        elif isinstance(leaf, list):
            leaves.append(SlotLeaf(*leaf))
        else:
            leaves.append(frozenset(leaf["any"]))
    return Automaton(
        tuple(leaves),
        tuple(plain[1]),
        tuple(tuple(row) for row in plain[2]),
        tuple(frozenset(group) for group in plain[3]),
    )


def plain_sentence(automaton: Automaton, slots: Mapping[str, str], *, other: str = "it") -> str:
    """Return the shortest sentence of a template, slots filled from `slots` or by `other`."""
    end = len(automaton.leaves)
    # From the end backwards: leaves that may follow a leaf always have greater numbers.
    steps = [0] * (end + 1)
    for number in range(end - 1, -1, -1):
        steps[number] = 1 + min(steps[after] for after in automaton.follow[number])
    words: list[str] = []
    at = min(automaton.first, key=lambda number: (steps[number], number))
    while at != end:
        leaf = automaton.leaves[at]
        if isinstance(leaf, SlotLeaf):
            words.append(slots.get(leaf.name, other))
        else:
            words.append(leaf if isinstance(leaf, str) else min(leaf))
        at = min(automaton.follow[at], key=lambda number: (steps[number], number))
    return " ".join(words)
