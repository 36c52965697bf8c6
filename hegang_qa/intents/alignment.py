"""Loose matching: lay a template along a question of which a word is missing or too many.

Token by token: a word of the template may be missing from the question, and a word of the question
may fit nothing, once each. What is missing or left over takes from the score by its rarity among
the rules' words; a question that only shares common words with a template stays far from it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from hegang_qa.intents.automaton import Automaton, SlotLeaf

__all__ = ["LEAST_MATCHED", "Alignment", "align"]

LEAST_MATCHED = 3
"""Literal words that a loose match rests on."""


class Alignment(NamedTuple):
    """A way to lay a template along a question.

    `score` is the share (0..1) of literal weight found: found / (sought + left over), where a word
    with a typing error is found in part.
    `left` are the numbers of the words that fit nothing; slots as (name, first word, end).
    """

    score: float
    weight: float
    slots: tuple[tuple[str, int, int], ...]
    left: tuple[int, ...]


class _Way(NamedTuple):
    found: float
    sought: float
    matched: int
    missing: float
    extra: float
    slots: tuple[tuple[str, int, int], ...]
    opened: int
    left: tuple[int, ...]

    @property
    def worth(self) -> float:
        return self.found - self.missing - self.extra


def align(
    automaton: Automaton,
    words: Sequence[Mapping[str, float]],
    rarity: Callable[[str], float],
) -> Alignment | None:
    """Return the best way to lay the template along the words, or None.

    `words` are the forms of each word with their likeness, `rarity` weighs a word. Time grows with
    words times leaves times the leaves that may follow two steps on.
    """
    leaves, follow = automaton.leaves, automaton.follow
    end = len(leaves)
    ways: dict[int, _Way] = {-1: _Way(0.0, 0.0, 0, 0.0, 0.0, (), -1, ())}
    for at, forms in enumerate(words):
        new: dict[int, _Way] = {}
        for number, way in ways.items():
            open_leaf = leaves[number] if number >= 0 else None
            if isinstance(open_leaf, SlotLeaf):
                if at - way.opened < open_leaf.most and _takes(open_leaf, forms):
                    _keep(new, number, way)
                closed = way._replace(
                    slots=(*way.slots, (open_leaf.name, way.opened, at)), opened=-1
                )
            else:
                closed = way
                if not way.left:
                    lost = max(rarity(form) for form in forms)
                    _keep(new, number, way._replace(extra=way.extra + lost, left=(at,)))
            targets = follow[number] if number >= 0 else automaton.first
            for target, missing in _reachable(automaton, targets, rarity, not way.missing):
                if target == end:
                    continue
                leaf = leaves[target]
                if isinstance(leaf, SlotLeaf):
                    if _takes(leaf, forms):
                        _keep(
                            new,
                            target,
                            closed._replace(missing=closed.missing + missing, opened=at),
                        )
                    continue
                gain, whole_gain = _gain(leaf, forms, rarity)
                if gain:
                    _keep(
                        new,
                        target,
                        closed._replace(
                            found=closed.found + gain,
                            sought=closed.sought + whole_gain,
                            matched=closed.matched + 1,
                            missing=closed.missing + missing,
                        ),
                    )
        ways = new
    best: _Way | None = None
    for number, way in ways.items():
        last = leaves[number] if number >= 0 else None
        if isinstance(last, SlotLeaf):
            way = way._replace(slots=(*way.slots, (last.name, way.opened, len(words))))
        targets = follow[number] if number >= 0 else ()
        for target, missing in _reachable(automaton, targets, rarity, not way.missing):
            if target == end:
                whole = way._replace(missing=way.missing + missing)
                if best is None or whole.worth > best.worth:
                    best = whole
    if best is None or best.matched < LEAST_MATCHED:
        return None
    total = best.sought + best.missing + best.extra
    return Alignment(best.found / total, best.found, best.slots, best.left)


def _reachable(
    automaton: Automaton,
    targets: Sequence[int],
    rarity: Callable[[str], float],
    may_skip: bool,
) -> list[tuple[int, float]]:
    """Return the leaves that can come next, with the weight of the one word passed over.

    The word before a slot cannot be missing: it tells where the slot begins.
    """
    found = [(target, 0.0) for target in targets]
    if may_skip:
        for target in targets:
            if target == len(automaton.leaves):
                continue
            leaf = automaton.leaves[target]
            if isinstance(leaf, SlotLeaf):
                continue
            missing = rarity(leaf) if isinstance(leaf, str) else min(map(rarity, leaf))
            found += (
                (after, missing)
                for after in automaton.follow[target]
                if after == len(automaton.leaves)
                or not isinstance(automaton.leaves[after], SlotLeaf)
            )
    return found


def _keep(ways: dict[int, _Way], number: int, way: _Way) -> None:
    old = ways.get(number)
    if old is None or way.worth > old.worth:
        ways[number] = way


def _gain(
    leaf: str | frozenset[str], forms: Mapping[str, float], rarity: Callable[[str], float]
) -> tuple[float, float]:
    """Return what a word gives to the weight found, and what it would give spelled well."""
    found = whole = 0.0
    for form, like in forms.items():
        if form == leaf or (not isinstance(leaf, str) and form in leaf):
            weight = rarity(form)
            if like * weight > found:
                found, whole = like * weight, weight
    return found, whole


def _takes(leaf: SlotLeaf, forms: Mapping[str, float]) -> bool:
    return leaf.kind != "number" or any(form[0].isdigit() for form in forms)
