"""How rare words are in general English."""

from __future__ import annotations

import pytest

from hegang_qa.question.rarity import background_share


@pytest.mark.parametrize("stem", ["the", "citi", "bridg", "zqx", "", "#"])
def test_shares_are_the_same_after_many_words(stem: str) -> None:
    background_share.cache_clear()
    first = background_share(stem)
    for number in range(200):
        background_share(f"zq{number}")
    assert background_share.__wrapped__(stem) == first
