"""Who led something, told by "under"."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_PAGE = (
    "The Battle of Orrin was fought in 1635 between a Danish army under Field Marshal Nils "
    "Berg and a combined Saxon force led by Count Melchior Holm.\n\n"
    "It ended at dusk under heavy rain.\n"
)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who commanded the Danish army at Orrin", "Nils Berg"),
        ("who led the Saxon force at Orrin", "Melchior Holm"),
    ],
)
def test_who_led(tmp_path: Path, question: str, name: str) -> None:
    (tmp_path / "a.txt").write_text(_PAGE, encoding="utf-8")
    assert name in (Engine.open(tmp_path / "a.txt", reader="off").ask(question).text or "")
