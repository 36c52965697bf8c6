"""Yes or no by a date: before, after, by, between, in a decade or a century."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa import Engine
from hegang_qa.answers.verdicts.dated import asked_period

_TEXT = """\
The Ardle Bridge was opened in 1923.

The Corran ferry started on 3 May 1954.

The method was patented in 1933; the patent expired in 1949.

Ida Finch (12 March 1889 - 30 October 1967) was a chemist.

The barrage was built between 1956 and 1961.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("dates") / "dates.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Was the Ardle Bridge opened before 1930?", "Yes"),
        ("Was the Ardle Bridge opened before 1923?", "No"),
        ("Was the Ardle Bridge opened after 1920?", "Yes"),
        ("Was the Ardle Bridge opened after 1923?", "No"),
        ("Was the Ardle Bridge opened by 1923?", "Yes"),
        ("Was the Ardle Bridge opened in the 1920s?", "Yes"),
        ("Was the Ardle Bridge opened in the 1930s?", "No"),
        ("Was the Ardle Bridge opened in the 20th century?", "Yes"),
        ("Was the Ardle Bridge opened between 1920 and 1930?", "Yes"),
        ("Wasn't the Ardle Bridge opened before 1930?", "Yes"),
        ("Was the Ardle Bridge opened in 1923?", "Yes"),
        ("Was the Ardle Bridge opened in 1924?", "No"),
        ("Did the Corran ferry start before June 1954?", "Yes"),
        ("Did the Corran ferry start after 10 May 1954?", "No"),
        ("Did the patent expire after 1945?", "Yes"),
        ("Was Ida Finch born before 1900?", "Yes"),
        ("Was Ida Finch born after 1900?", "No"),
    ],
)
def test_by_its_date(engine: Engine, question: str, text: str) -> None:
    assert engine.ask(question).text == text


def test_no_verdict_where_the_date_is_not_told(engine: Engine) -> None:
    for question in (
        "Was the barrage built before 1958?",
        "Was the Ardle Bridge sold before 1930?",
    ):
        assert engine.ask(question).text not in ("Yes", "No")


@given(st.integers(1100, 2090), st.integers(1, 2000))
def test_before_and_after_are_apart(year: int, shift: int) -> None:
    before, after = asked_period(f"before {year}?"), asked_period(f"after {year}?")
    assert before is not None
    assert after is not None
    assert before.end < (year, 1, 1) <= (year, 12, 31) < after.start
    assert before.start < (year - shift, 1, 1) < before.end
