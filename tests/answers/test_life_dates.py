"""Dates beside a name tell when somebody was born and died."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.text.lives import lives
from hegang_qa.text.tokens import tokenize

TEXT = """Marius Hall

Marius Hall (3 May 1861 – 27 October 1934) was an engineer and inventor.
He was the son of a baker, and his brother Nils, born in 1869, became a painter.
After the death of his wife in 1920 he lived with his daughter.
Berta Quell, b. 1902, d. 1977, wrote three books about him.
Clara Brandt (Lund, 2 April 1870 - York, 9 June 1951) was his first biographer.
Ida Storm, 1880–1961, painted him twice.
He married the singer Lena Voss (1864-1941), whom he had heard at Leeds.
"""

ABOVE = """Aurel Lind

(b. Tarn, 14 November 1861; d. Kessin, 2 February 1934). Composer and organist.
He was taught by his uncle until the fire of 1869.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("lives") / "hall.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(str(path))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When was Marius Hall born?", "3 May 1861"),
        ("when did hall die", "27 October 1934"),
        ("In what year did Marius Hall die?", "1934"),
        ("When was Nils born?", "1869"),
        ("When was Berta Quell born?", "1902"),
        ("When did Berta Quell die?", "1977"),
        ("Where was Clara Brandt born?", "Lund"),
        ("Where did Clara Brandt die?", "York"),
        ("When did Ida Storm die?", "1961"),
        ("Where was Lena Voss born?", None),
    ],
)
def test_dates_beside_a_name_answer(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When was Aurel Lind born?", "14 November 1861"),
        ("Where was Aurel Lind born?", "Tarn"),
        ("Where did Aurel Lind die?", "Kessin"),
        ("when did Lind die", "2 February 1934"),
    ],
)
def test_the_name_may_stand_above(tmp_path: Path, question: str, answer: str) -> None:
    (tmp_path / "lind.txt").write_text(ABOVE, encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask(question).text == answer


RELATIVES = """Elspeth Marwick (3 March 1871 - 19 October 1948) was a Scottish botanist.

She was born in Stromness, the daughter of the harbour master John Marwick (1832-1899).

They had two children, Solveig (born 1903) and Erik (1906-1944).

Her brother Magnus (1868-1915) became a doctor.

In 1901 Anna Bell married Henrik Dahl (1865-1931), and she opened a shop in Bergen.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When was Elspeth Marwick born?", "3 March 1871"),
        ("When was John Marwick born?", "1832"),
        ("When was Erik born?", "1906"),
        ("When was Solveig born?", "1903"),
        ("When did her brother die?", "1915"),
        ("When did Anna Bell marry Henrik Dahl?", "1901"),
        ("Where was Elspeth Marwick born?", "Stromness"),
    ],
)
def test_whose_life_it_is(tmp_path: Path, question: str, answer: str) -> None:
    (tmp_path / "life.txt").write_text(RELATIVES, encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask(question).text == answer


@pytest.mark.parametrize(
    "text",
    [
        "The war (1939–1945) was long.",  # too short for a life
        "It is open (May – October).",
        "Model B (1815–2090) is out of print.",  # too long
        "See Hall (1902) and pages 1861-1934.",
    ],
)
def test_other_ranges_are_no_lives(text: str) -> None:
    assert lives(tokenize(text)) == []
