from __future__ import annotations

import pytest

from hegang_qa.index.store import MemoryStore
from tests.index.support import make


@pytest.mark.parametrize("ids", [[0, 1, 2], [3, 8, 20]])
def test_sentences_come_in_the_order_asked_for(ids: list[int]) -> None:
    store = MemoryStore([make(f"s{at}", at) for at in ids], ["a.txt"])
    assert [one.text for one in store.get([ids[2], ids[0], 99, -1])] == [f"s{ids[2]}", f"s{ids[0]}"]
    assert len(store) == 3
    assert store.paths() == ["a.txt"]
