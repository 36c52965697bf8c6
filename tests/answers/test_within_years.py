"""The year of a question against the years in which a sentence says that something is so."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

_PAGE = """\
A collector has to accept 1.0 frames until the end of 2025.

The Bjorn was made from 1958 to 1969.

The tower has been open to visitors since 1998.

The mill was closed between 1914 and 1919.

The ferry was not in service from 1940 to 1945.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    page = tmp_path_factory.mktemp("years") / "page.txt"
    page.write_text(_PAGE, encoding="utf-8")
    return Engine.open(page, reader="off")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("does a collector have to accept 1.0 frames in 2024", "Yes"),
        ("does a collector have to accept 1.0 frames in 2026", "No"),
        ("was the Bjorn made in 1975", "No"),
        ("was the Bjorn made in 1960", "Yes"),
        ("was the tower open to visitors in 2005", "Yes"),
        ("was the tower open to visitors in 1990", "No"),
        ("was the mill closed in 1916", "Yes"),
    ],
)
def test_a_year_within_years(engine: Engine, question: str, verdict: str) -> None:
    assert engine.ask(question).text == verdict


def test_what_was_not_so_then_is_no_yes(engine: Engine) -> None:
    assert engine.ask("was the ferry in service in 1942").text != "Yes"
