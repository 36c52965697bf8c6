"""What a template can say: sentences made from its tree."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

from hegang_qa.intents.template import ListRef, Node, SlotRef, Words

__all__ = ["sample"]

_DEEPEST = 12


def sample(
    tree: Sequence[Node],
    *,
    lists: Mapping[str, Sequence[tuple[Node, ...]]],
    fill: Callable[[str], str],
    most: int = 10,
    seed: int = 0,
) -> list[str]:
    """Return up to `most` different sentences, the same ones for the same seed.

    `fill` gives the words for a slot's name. The first sentence takes every first alternative and
    no optional part, the second every optional part.
    """
    source = random.Random(seed)
    found: dict[str, None] = {}
    for attempt in range(most * 4):
        choice = {0: "plain", 1: "full"}.get(attempt, "random")
        text = " ".join(_say(tree, lists, fill, source, choice, 0).split())
        if text:
            found.setdefault(text)
        if len(found) >= most:
            break
    return list(found)


def _say(
    nodes: Sequence[Node],
    lists: Mapping[str, Sequence[tuple[Node, ...]]],
    fill: Callable[[str], str],
    source: random.Random,
    choice: str,
    depth: int,
) -> str:
    pieces: list[str] = []
    for node in nodes:
        if isinstance(node, Words):
            pieces.append(node.text)
            continue
        if isinstance(node, SlotRef):
            pieces.append(f" {fill(node.name)} ")
            continue
        options = lists.get(node.name, ()) if isinstance(node, ListRef) else node.options
        optional = not isinstance(node, ListRef) and node.optional
        if not options or depth > _DEEPEST:
            continue
        if optional and (choice == "plain" or (choice == "random" and source.random() < 0.5)):
            continue
        option = options[0] if choice != "random" else source.choice(options)
        pieces.append(_say(option, lists, fill, source, choice, depth + 1))
    return "".join(pieces)
