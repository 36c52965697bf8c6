"""Who "he" and "she" are, where a sentence says of a pronoun what is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

TEXT = """Marius Hall

Marius Hall was an engineer. He was the son of a baker, and his brother Nils became a painter.
After the death of his wife in 1920 he lived with his daughter.
In 1902 he founded the company Hall & Sons. He patented the letter sorter in 1911.

His daughter Clara studied chemistry. She discovered the green dye in 1931.
The dye was sold to a firm in Basel. It is still made.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("referents") / "hall.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(str(path))


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        ("Who founded Hall & Sons?", "Marius Hall", 5),
        ("who patented the letter sorter", "Marius Hall", 5),
        ("Who was the son of a baker?", "Marius Hall", 3),
        ("Who lived with his daughter?", "Marius Hall", 4),
        ("Who discovered the green dye?", "Clara", 7),
        ("Who became a painter?", "Nils", 3),
    ],
)
def test_the_name_of_a_pronoun_answers(
    engine: Engine, question: str, answer: str, line: int
) -> None:
    given = engine.ask(question)
    assert given.text is not None
    assert given.source is not None
    assert (given.text.removeprefix("His daughter "), given.source.line) == (answer, line)


@pytest.mark.parametrize(
    "question",
    ["Who founded the bank?", "Who patented the green lamp?", "Who sold the letter sorter?"],
)
def test_what_no_pronoun_did_is_refused(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"


UNTITLED = """Maria Brenn was a German clockmaker.

She learned the trade from her uncle. She opened a shop in Bergen.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who opened a shop?", "Maria Brenn"),
        ("Where did Brenn open a shop?", "Bergen"),
        ("Where did Maria Brenn open a shop?", "Bergen"),
    ],
)
def test_a_text_without_a_title_is_about_its_first_name(
    tmp_path: Path, question: str, answer: str
) -> None:
    (tmp_path / "a.txt").write_text(UNTITLED, encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask(question).text == answer


def test_nobody_is_their_own_teacher(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(UNTITLED, encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask("Who taught Brenn the trade?").text != "Maria Brenn"


def test_the_sentence_with_the_name_is_told(engine: Engine) -> None:
    given = engine.ask("Who discovered the green dye?")
    assert given.answer_span is None
    assert any("Clara" in one.sentence for one in given.support)


def test_a_threshold_above_it_is_heeded(engine: Engine) -> None:
    given = engine.ask("who patented the letter sorter", min_confidence=0.9)
    assert given.kind == "no-answer"


def test_who_did_it_is_not_the_one_to_whom_it_was_done(tmp_path: Path) -> None:
    path = tmp_path / "voss.txt"
    path.write_text(
        "Clara Voss\n\nClara Voss was a botanist. After 1863 she was brought up by an aunt.\n",
        encoding="utf-8",
    )
    (tmp_path / "other.txt").write_text("The mill stands in the valley.\n", encoding="utf-8")
    assert Engine.open(tmp_path).ask("who brought her up").text != "Clara Voss"
