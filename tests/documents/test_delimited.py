"""Files of separated values: each case is a text and the cells that are read from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa import Engine
from hegang_qa.documents import parse_document
from hegang_qa.documents.delimited import parse_delimited


def cells(text: str, path: str = "a.csv") -> list[list[tuple[str, str]]]:
    """The rows, each cell as its head and its text."""
    return [
        [(cell.head, text[cell.start : cell.end]) for cell in block.cells]
        for block in parse_document(path, text).blocks
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("name,room\nAda,4\n", [[("name", "Ada"), ("room", "4")]]),
        ("name;room\r\nAda; 4 \r\n", [[("name", "Ada"), ("room", "4")]]),
        ("name\troom\nAda\t4", [[("name", "Ada"), ("room", "4")]]),
        ('a,b\n"x, y",2\n', [[("a", "x, y"), ("b", "2")]]),
        ('a,b\n"two\nlines",2\n', [[("a", "two\nlines"), ("b", "2")]]),
        ('a,b\n5" pipe,2\n', [[("a", '5" pipe'), ("b", "2")]]),
        ("a,b,c\n1,,3\n\n4\n", [[("a", "1"), ("c", "3")], [("a", "4")]]),
        ("a,b\n1,2,3\n", [[("a", "1"), ("b", "2"), ("", "3")]]),
        ("1,2\n3,4\n", [[("", "1"), ("", "2")], [("", "3"), ("", "4")]]),
        ('a,b\n"broken,1\ncake,3\n', [[("a", '"broken'), ("b", "1")], [("a", "cake"), ("b", "3")]]),
        ("only,heads\n", [[("", "only"), ("", "heads")]]),
        ("", []),
        (" \n\n", []),
        (",,\n", []),
    ],
)
def test_rows(text: str, rows: list[list[tuple[str, str]]]) -> None:
    assert cells(text) == rows


@given(st.text(alphabet='ab1,;\t|"\n\r ', max_size=60))
def test_any_text_is_read_in_order(text: str) -> None:
    blocks = parse_document("a.csv", text).blocks
    ends = [place for block in blocks for cell in block.cells for place in (cell.start, cell.end)]
    assert ends == sorted(ends)
    assert all(0 <= place <= len(text) for place in ends)


def test_a_row_is_quoted_with_its_quotes() -> None:
    text = 'a,b\n"x, y","z"\n'
    [row] = parse_document("a.csv", text).blocks
    assert text[row.start : row.end] == '"x, y","z"'


def test_a_folder_is_searched_for_tables_too(tmp_path: Path) -> None:
    (tmp_path / "staff.csv").write_text(
        "name,role,room,since\nAda Lund,porter,E-12,2009\nEva Berg,head of design,W-3,2017\n",
        encoding="utf-8",
    )
    (tmp_path / "rules.md").write_text("Everybody is welcome.\n", encoding="utf-8")
    engine = Engine.open(tmp_path, reader="off")
    for question, text, line in (
        ("Who is the head of design?", "Eva Berg", 3),
        ("Which room is Ada Lund in?", "E-12", 2),
        ("What is Ada Lund's role?", "porter", 2),
    ):
        answer = engine.ask(question)
        assert (answer.text, answer.source and answer.source.line) == (text, line)
    assert engine.ask("What is Ada Lund's e-mail address?").kind == "no-answer"


def test_remarks_before_the_heads() -> None:
    text = "# Log of the weir, in cm\n# n/m = not measured\n\ndate,level\n2024-02-03,84\n"
    _, blocks = parse_delimited(text)
    assert [text[b.start : b.end] for b in blocks if b.kind == "paragraph"] == [
        "Log of the weir, in cm",
        "n/m = not measured",
    ]
    [row] = [b for b in blocks if b.kind == "row"]
    assert [(cell.head, text[cell.start : cell.end]) for cell in row.cells] == [
        ("date", "2024-02-03"),
        ("level", "84"),
    ]


def test_nothing_but_remarks() -> None:
    assert [b.kind for b in parse_delimited("# one\n#\n")[1]] == ["paragraph"]
