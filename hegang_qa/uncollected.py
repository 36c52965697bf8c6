"""Keeping the interpreter's collector of garbage from work that makes no cycles."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]

_lock = threading.Lock()
_inside = 0
_was_on = True


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no collector run meanwhile: it would walk what only grows, again and again, a fifth of a
    question's time and a third of an index's.

    For what is over soon and leaves no cycles. Where threads overlap, the collector runs again as
    soon as one of them is done, and in any case when the last one is.
    """
    global _inside, _was_on
    with _lock:
        if not _inside:
            _was_on = gc.isenabled()
        _inside += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if _was_on:
                gc.enable()
