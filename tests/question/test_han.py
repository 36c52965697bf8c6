"""Chinese questions to documents in English and in Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

ENGLISH = """The Long Bridge (長橋) was built in 1901 by the engineer Li Wei (李偉).

The bridge is 320 metres long and stands in Suiyang province.

The library of Baishan (白山) opens at nine.
"""

CHINESE = "长桥是李伟在一九零一年建成的。\n\n图书馆在白山市。\n"


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("docs") / "bridge.txt"
    Path(path).write_text(ENGLISH, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "asked", "answer"),
    [
        ("长桥是哪一年建成的", "what year The Long Bridge build", "1901"),
        ("長橋是哪一年建成的？", "what year The Long Bridge build", "1901"),
        ("谁建造了长桥", "who build The Long Bridge", "Li Wei"),
        ("大桥有多长", "how long is bridge", "320 metres"),
        ("大桥在哪个省", "which province is bridge", "Suiyang province"),
    ],
)
def test_a_question_to_english_documents(
    english: Engine, question: str, asked: str, answer: str
) -> None:
    found = english.ask(question)
    assert found.asked == asked
    assert found.kind == "answer"
    assert found.text is not None
    assert answer.split()[0] in found.text
    assert found.intent is not None
    assert found.intent.language == "zh"


def test_a_name_that_no_document_has_is_refused(english: Engine) -> None:
    found = english.ask("谁建造了火星")
    assert found.kind == "no-answer"


def test_chinese_documents_are_asked_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CHINESE, encoding="utf-8")
    found = Engine.open(str(tmp_path), reader="off").ask("圖書館在哪裡")
    assert found.asked == "圖書館在哪裡"
    assert found.sentence == "图书馆在白山市。"
