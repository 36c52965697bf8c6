"""Question files: what is read, and what is said about what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa.errors import SourceError
from hegang_qa.evaluation import TestQuestion, read_questions


def read(folder: Path, text: str) -> list[TestQuestion]:
    path = folder / "questions.jsonl"
    path.write_text(text, encoding="utf-8")
    return read_questions(str(path))


def test_a_whole_question(tmp_path: Path) -> None:
    line = (
        '{"id": "q1", "question": "When?", "answers": ["nine"], "lines": [12], "path": "a.md",'
        ' "kind": "typo", "note": "other keys do no harm"}'
    )
    assert read(tmp_path, line) == [
        TestQuestion("q1", ("When?",), ("nine",), (12,), "a.md", "typo"),
    ]


def test_only_the_question_must_be_there(tmp_path: Path) -> None:
    made = read(tmp_path, '\ufeff\n{"question": ["When?", "And where?"]}\n\n')
    assert made == [TestQuestion("line 2", ("When?", "And where?"))]


@pytest.mark.parametrize(
    ("record", "expects"),
    [
        ('{"question": "q", "answers": ["a"]}', "answer"),
        ('{"question": "q", "answers": []}', "no-answer"),
        ('{"question": "q"}', "no-answer"),
        ('{"question": "q", "kind": "smalltalk"}', "chat"),
        ('{"question": "q", "kind": "smalltalk", "answers": ["a"]}', "answer"),
    ],
)
def test_what_is_expected(tmp_path: Path, record: str, expects: str) -> None:
    assert read(tmp_path, record)[0].expects == expects


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", ":2: is not JSON"),
        ("[" * 100_000, ":2: is not JSON"),
        ("[]", ":2: is not an object"),
        ("{}", ':2: "question" is a text'),
        ('{"question": []}', ':2: "question" is a text'),
        ('{"question": " "}', ':2: "question" is a text'),
        ('{"question": "q", "answers": "a"}', ':2: "answers" is a list of texts'),
        ('{"question": "q", "lines": [0]}', ':2: "lines" is a list of whole numbers'),
        ('{"question": "q", "lines": [true]}', ':2: "lines" is a list of whole numbers'),
        ('{"question": "q", "kind": 3}', ':2: "kind" is a text'),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, '{"question": "q"}\n' + line)
    assert told in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read: No such file") as caught:
        read_questions(str(tmp_path / "none.jsonl"))
    assert str(caught.value.hint).startswith("name a file with a line for each question: {")
    (tmp_path / "latin.jsonl").write_bytes(b'{"question": "caf\xe9"}')
    with pytest.raises(SourceError, match="it is not UTF-8") as caught:
        read_questions(str(tmp_path / "latin.jsonl"))
    assert caught.value.hint == "save it in that encoding"
    with pytest.raises(SourceError, match="holds no questions"):
        read(tmp_path, "\n\n")


def test_a_slip_in_a_key_is_told(tmp_path: Path) -> None:
    path = tmp_path / "slip.jsonl"
    path.write_text('{"question": "When?", "answer": "nine"}\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r'slip\.jsonl:1: unknown key "answer"') as caught:
        read_questions(str(path))
    assert caught.value.hint == 'did you mean "answers"?'


def test_keys_of_the_author_are_let_alone(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text('{"question": "When?", "answers": ["nine"], "note": "x"}\n', encoding="utf-8")
    assert len(read_questions(str(path))) == 1
