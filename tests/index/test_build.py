from __future__ import annotations

import gc

from hegang_qa.index import build_index
from hegang_qa.index.build import _SMALL
from hegang_qa.index.memory import MemoryIndex
from hegang_qa.index.tantivy_index import TantivyIndex
from tests.index.support import asked, make


def test_small_collections_are_held_plainly_and_large_ones_by_tantivy() -> None:
    few = [make("a word", at) for at in range(3)]
    many = [make("a word" if at else "the needle", at) for at in range(_SMALL + 1)]
    assert isinstance(build_index(few), MemoryIndex)
    large = build_index(many)
    assert isinstance(large, TantivyIndex)
    assert [hit.id for hit in large.search(asked("needle"), limit=5).hits] == [0]


def test_the_garbage_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    build_index([])
    assert gc.isenabled()
    gc.disable()
    try:
        build_index([])
        assert not gc.isenabled()
    finally:
        gc.enable()
