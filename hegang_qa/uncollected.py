"""Keeping the interpreter's collector of garbage from work that makes no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no collector run meanwhile: it would walk what only grows, again and again, a fifth of a
    question's time and a third of an index's.

    For what is over soon and leaves no cycles. Where threads overlap, the collector runs again as
    soon as the one that stopped it is done.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
