"""The word meant by a misspelled one, found in a list of a few words."""

from __future__ import annotations

import pytest

from hegang_qa.text.misspellings import nearest_word

_WORDS = {"bridge": 50.0, "bridle": 1.0, "growth": 20.0}


def _beginning(letters: str, size: int, errors: int) -> list[str]:
    return [w for w in _WORDS if w.startswith(letters) and abs(len(w) - size) <= errors]


@pytest.mark.parametrize(
    ("form", "meant"),
    [
        ("brigde", "bridge"),
        ("gorwth", "growth"),
        ("brigdes", "bridge"),  # without its ending
        ("bride", "bridge"),  # the frequent one of two that are as near
        ("window", None),
    ],
)
def test_the_nearest_word(form: str, meant: str | None) -> None:
    found = nearest_word(form, _beginning, _WORDS.__getitem__)
    assert (found[0] if found else None) == meant
