"""The collector of garbage is left as it was, however what keeps it off overlaps."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from hegang_qa.uncollected import uncollected


@pytest.fixture(autouse=True)
def _collector_as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("first_out", [0, 1])
def test_overlapping(first_out: int) -> None:
    gc.enable()
    both = [uncollected(), uncollected()]
    for one in both:
        one.__enter__()
    assert not gc.isenabled()
    both.pop(first_out).__exit__(None, None, None)
    both.pop().__exit__(None, None, None)
    assert gc.isenabled()


def test_off_stays_off() -> None:
    gc.disable()
    with uncollected(), uncollected():
        pass
    assert not gc.isenabled()


def test_many_threads() -> None:
    gc.enable()
    together = threading.Barrier(8)

    def work() -> None:
        together.wait()
        for _ in range(2000):
            with uncollected():
                pass

    with ThreadPoolExecutor(8) as pool:
        for one in [pool.submit(work) for _ in range(8)]:
            one.result()
    assert gc.isenabled()


def test_one_is_done_while_another_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    gc.enable()
    first, second = uncollected(), uncollected()
    first.__enter__()
    done = []
    is_enabled = gc.isenabled

    def looked_at_just_before() -> bool:
        state = is_enabled()
        done.append(first.__exit__(None, None, None))
        return state

    with monkeypatch.context() as patched:
        patched.setattr(gc, "isenabled", looked_at_just_before)
        second.__enter__()
    if not done:
        first.__exit__(None, None, None)
    second.__exit__(None, None, None)
    assert gc.isenabled()
