"""Tree to automaton: Glushkov's construction, with limits on growth."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from hegang_qa.intents.automaton import Automaton, Leaf, SlotLeaf
from hegang_qa.intents.normalise import Replacements, normalise
from hegang_qa.intents.template import ListRef, Node, SlotRef, TemplateError, Words

__all__ = ["MAX_LEAVES", "MAX_SENTENCES", "build"]

MAX_SENTENCES = 2_000_000
"""How many sentences a template may stand for, lists counted in."""

MAX_LEAVES = 4_000
"""How many pieces a template may have, lists counted in."""


class _Part(NamedTuple):
    """What a piece of the tree contributes: leaves that can begin and end it, whether it can be
    empty, the word groups it cannot do without, and how many sentences it stands for."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    empty: bool
    needed: tuple[frozenset[str], ...]
    sentences: int


_NOTHING = _Part((), (), True, (), 1)


class _Builder:
    """Collects leaves and what may follow them."""

    def __init__(
        self,
        lists: Mapping[str, Sequence[tuple[Node, ...]]],
        slots: Mapping[str, SlotLeaf],
        replacements: Replacements,
    ) -> None:
        self.lists = lists
        self.slots = slots
        self.replacements = replacements
        self.leaves: list[Leaf] = []
        self.follow: list[list[int]] = []

    def leaf(self, leaf: Leaf, needed: frozenset[str] | None) -> _Part:
        number = len(self.leaves)
        if number >= MAX_LEAVES:
            raise TemplateError("T111", f"more than {MAX_LEAVES} pieces, lists counted in", 0, 0)
        self.leaves.append(leaf)
        self.follow.append([])
        size = len(leaf) if isinstance(leaf, frozenset) else 1
        return _Part((number,), (number,), False, (needed,) if needed else (), size)

    def chain(self, parts: Sequence[_Part]) -> _Part:
        """Join parts that stand one after the other."""
        whole = _NOTHING
        for part in parts:
            for number in whole.last:
                self.follow[number] += part.first
            whole = _Part(
                whole.first + part.first if whole.empty else whole.first,
                whole.last + part.last if part.empty else part.last,
                whole.empty and part.empty,
                whole.needed + part.needed,
                whole.sentences * part.sentences,
            )
            if whole.sentences > MAX_SENTENCES:
                raise TemplateError(
                    "T110", f"stands for more than {MAX_SENTENCES:,} sentences", 0, 0
                )
        return whole

    def sequence(self, nodes: Sequence[Node], inside: frozenset[str]) -> _Part:
        return self.chain([self.node(node, inside) for node in nodes])

    def node(self, node: Node, inside: frozenset[str]) -> _Part:
        if isinstance(node, Words):
            words = normalise(node.text, self.replacements)
            return self.chain([self.leaf(word.word, frozenset((word.word,))) for word in words])
        if isinstance(node, SlotRef):
            return self.leaf(self.slots[node.name], None)
        if isinstance(node, ListRef):
            if node.name in inside:
                raise TemplateError(
                    "T112", f"list <{node.name}> holds itself", node.start, node.end
                )
            return self.choice(self.lists[node.name], False, inside | {node.name})
        return self.choice(node.options, node.optional, inside)

    def choice(
        self, options: Sequence[tuple[Node, ...]], optional: bool, inside: frozenset[str]
    ) -> _Part:
        """Join alternatives; those of one word each become one leaf."""
        single: set[str] = set()
        parts: list[_Part] = []
        for option in options:
            word = self.single_word(option)
            if word is not None:
                single.add(word)
            else:
                parts.append(self.sequence(option, inside))
        if single:
            words = frozenset(single)
            parts.append(self.leaf(words if len(words) > 1 else min(words), words))
        needed: tuple[frozenset[str], ...] = ()
        if not optional and parts and all(part.needed for part in parts):
            # Any alternative's narrowest group; all of them together cannot be missing.
            needed = (frozenset().union(*(min(part.needed, key=len) for part in parts)),)
        return _Part(
            tuple(number for part in parts for number in part.first),
            tuple(number for part in parts for number in part.last),
            optional or any(part.empty for part in parts),
            needed,
            sum(part.sentences for part in parts) + optional,
        )

    def single_word(self, option: Sequence[Node]) -> str | None:
        if len(option) == 1 and isinstance(option[0], Words):
            words = normalise(option[0].text, self.replacements)
            if len(words) == 1:
                return words[0].word
        return None


def build(
    tree: Sequence[Node],
    *,
    lists: Mapping[str, Sequence[tuple[Node, ...]]],
    slots: Mapping[str, SlotLeaf],
    replacements: Replacements,
    frequency: Callable[[str], int] = lambda word: 1,
) -> tuple[Automaton, int]:
    """Return the automaton of a template and the number of sentences it stands for.

    Every list and slot named in the tree must be there. Raises `TemplateError` where a template
    grows beyond `MAX_LEAVES` or `MAX_SENTENCES`, or a list holds itself.
    """
    builder = _Builder(lists, slots, replacements)
    whole = builder.sequence(tree, frozenset())
    end = len(builder.leaves)
    for number in whole.last:
        builder.follow[number].append(end)
    first = (*whole.first, end) if whole.empty else whole.first
    needed = sorted(
        set(whole.needed), key=lambda group: (sum(map(frequency, group)), sorted(group))
    )
    automaton = Automaton(
        tuple(builder.leaves),
        tuple(first),
        tuple(tuple(dict.fromkeys(row)) for row in builder.follow),
        tuple(needed),
    )
    return automaton, whole.sentences
