"""What is made of a store's sentences once, and kept as long as the store is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from hegang_qa.sentences.model import SentenceStore

__all__ = ["kept_with"]

_Made = TypeVar("_Made")


def kept_with(
    held: WeakKeyDictionary[SentenceStore, _Made], store: SentenceStore, make: Callable[[], _Made]
) -> _Made:
    """Return what is held of a store, made where it is not yet. Two threads may both make it, and
    one of the two is kept; a store that cannot be referred to weakly has it made every time."""
    if store in held:
        return held[store]
    made = make()
    try:
        return held.setdefault(store, made)
    except TypeError:
        return made
