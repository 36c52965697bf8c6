"""The form in which templates are stored and matched.

Every piece of a template that consumes words becomes a *leaf*; `follow` lists the leaves that may
come next (Glushkov, "The abstract theory of automata", 1961: as many states as leaves, however
many sentences a template stands for). The number of leaves, `ACCEPT`, stands for "may end here".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

__all__ = ["Automaton", "Leaf", "SlotLeaf", "from_plain"]


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
