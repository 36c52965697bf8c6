"""What a chat says of documents of a few sentences, read as they are."""

from __future__ import annotations

from pathlib import Path

from hegang_qa import Engine


def _engine(folder: Path, text: str) -> Engine:
    (folder / "text.txt").write_text(text, encoding="utf-8")
    return Engine.open(folder, reader="off")


def test_two_questions_in_one_are_asked_one_after_the_other(tmp_path: Path) -> None:
    engine = _engine(
        tmp_path, "The Calder bridge was designed by Hanna Voss. It was opened in May 1928 by Lind."
    )
    question = "Who designed the Calder bridge, and when was it opened?"
    for answer in (engine.ask(question), engine.chat().ask(question)):
        assert answer.text == "Hanna Voss"
        assert [other.text for other in answer.rest] == ["May 1928"]
        assert answer.rest[0].source is not None
        assert answer.to_dict()["rest"][0]["text"] == "May 1928"
    assert engine.ask("Who designed the Calder bridge?").rest == ()


def test_a_first_question_that_says_enough_is_answered_whoever_is_meant(tmp_path: Path) -> None:
    engine = _engine(
        tmp_path, "Ilona Berg taught. Twenty-six students took their doctorates under her."
    )
    answer = engine.chat().ask("How many students took their doctorates under her?")
    assert answer.text in ("Twenty-six", "Twenty-six students")
    assert engine.chat().ask("When was she born?").kind == "chat"


def test_a_whole_question_keeps_what_it_says_of_its_thing(tmp_path: Path) -> None:
    path = tmp_path / "fees.txt"
    path.write_text(
        "The late fee for books is 20 pence a day. The late fee for DVDs is 1 pound a day.\n",
        encoding="utf-8",
    )
    chat = Engine.open(str(path), reader="off").chat()
    chat.ask("How much is the late fee for books?")
    assert chat.ask("and for DVDs?").text == "1 pound a day"
    again = chat.ask("How much is the late fee for books?")
    assert (again.asked, again.text) == ("How much is the late fee for books?", "20 pence a day")


def test_a_question_that_is_cut_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The mill was built in 1823.\n", encoding="utf-8")
    answer = Engine.open(str(path), reader="off").ask("when was the mill built? " + "x" * 3000)
    assert any("cut" in warning for warning in answer.warnings)


def test_what_all_is_about_points_back_to_nothing(tmp_path: Path) -> None:
    page = tmp_path / "mill.txt"
    page.write_text("The mill at Orrin ground corn until 1920. Coal was found there in 1871.\n")
    chat = Engine.open(page, reader="off").chat()
    told = "The mill at Orrin ground corn until 1920."
    assert chat.ask("what is it about?").text == told
    assert chat.ask("when was coal found").text == "1871"
    assert chat.ask("what is this about").text == told
    assert chat.ask("summarize it").text == told
