"""How a reader's opinion is joined with everything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.answer_types import agreement as agreement_of
from hegang_qa.answers import score_spans
from hegang_qa.answers.model import Passage, Reader, ReadSpan
from hegang_qa.answers.reading import joining
from hegang_qa.intents import load_rules
from hegang_qa.question import understand
from hegang_qa.ranking import rank
from hegang_qa.text.lexicon import Lexicon
from tests.reader.fake import FakeReader

TEXT = """\
The bridge over the Arn was built by Halloran and Sons in 1887, after the flood. Its towers are of
granite from Selby. In 1931 the town council painted the railings of the bridge green.

A second bridge over the Arn was built by the railway in 1902.

The mill by the Arn was built by the Carter family.

The bridge over the Lune was never built.
"""
QUESTION = "who built the bridge over the Arn"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("reading") / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(str(path), reader="off")


def joined(
    engine: Engine, reader: Reader, question: str = QUESTION, most: int = joining.MOST
) -> joining.Joined:
    lexicon = Lexicon.open()
    view = engine.view()
    asked = understand(
        question, rules=load_rules(), index=view.index, lexicon=lexicon, store=view.store
    )
    ranked = rank(asked, index=view.index, store=view.store)
    spans = score_spans(asked, ranked, lexicon=lexicon)
    return joining.join(
        asked, ranked, spans, reader, store=view.store, lexicon=lexicon, most=most, least=1
    )


class Doubtful(FakeReader):
    """Sees its words with other eyes where a sentence stands between its neighbours."""

    def __init__(self, margins: Mapping[str, float], in_paragraph: Mapping[str, float]) -> None:
        super().__init__(margins)
        self.alone = margins
        self.in_paragraph = in_paragraph

    def read(self, question: str, passages: Sequence[Passage]) -> list[list[ReadSpan]]:
        read = []
        for passage in passages:
            between = passage.context or "Its towers" in passage.text.partition(". ")[2]
            self.margins = self.in_paragraph if between else self.alone
            read += super().read(question, [passage])
        return read


def test_the_best_sentences_are_read_again_between_their_neighbours(engine: Engine) -> None:
    reader = Doubtful({"Halloran and Sons": 2.9, "1887": 2.0}, {"Halloran and Sons": 3.1})
    one = joined(engine, reader)
    assert one.spans[0].text == "Halloran and Sons"
    assert one.weighed[0].amounts["reader"] == 3.0
    again = [passage for passage in reader.passages if "Its towers" in passage.text[1:]]
    assert [passage.text.startswith("The bridge over the Arn") for passage in again] == [True]


def test_what_is_plain_is_not_read_again(engine: Engine) -> None:
    reader = Doubtful({"Halloran and Sons": 6.0, "1887": 1.0}, {"Halloran and Sons": 2.0})
    one = joined(engine, reader)
    assert one.spans[0].text == "Halloran and Sons"
    assert one.weighed[0].amounts["reader"] == 6.0
    assert not any("Its towers" in passage.text[1:] for passage in reader.passages)


def test_what_answers_only_out_of_its_paragraph_is_less_sure(engine: Engine) -> None:
    alone = {"Halloran and Sons": 2.5}
    doubtful = Doubtful(alone, {"Halloran and Sons": -9.0})
    sure, unsure = joined(engine, FakeReader(alone)), joined(engine, doubtful)
    assert sure.weighed[0].amounts["reader"] == 2.5
    assert unsure.weighed[0].amounts["reader"] < 0.0


def test_sentences_that_are_not_read_come_behind_as_they_are(engine: Engine) -> None:
    one = joined(engine, FakeReader({"Halloran and Sons": 9.0}), most=1)
    assert len({span.span.ranked.sentence.id for span in one.weighed}) == 1
    rest = [item.sentence.id for item in one.ranked[1:]]
    assert len(rest) >= 2
    assert one.ranked[0].sentence.text.startswith("The bridge over the Arn")
    behind = one.spans[len(one.weighed) :]
    assert {span.ranked.sentence.id for span in behind} <= set(rest)
    assert behind
    assert max(span.score for span in behind) <= min(span.span.score for span in one.weighed)


def test_alternatives_are_not_lost_for_not_being_read(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = engine.ask(QUESTION, top=5, min_confidence=0.0)
    reader = FakeReader({"Halloran and Sons": 9.0})
    heard = Engine.open(*engine.paths(), reader=reader).ask(QUESTION, top=5, min_confidence=0.0)
    assert len(heard.alternatives) == len(plain.alternatives)
    assert all(other.confidence <= heard.confidence for other in heard.alternatives)


def test_words_of_the_question_are_less_of_an_answer(engine: Engine) -> None:
    one = joined(engine, FakeReader({"Halloran and Sons": 3.0, "bridge over the Arn": 3.0}))
    echo = {one.span.text: one.amounts["echo"] for one in one.weighed}
    assert echo["Halloran and Sons"] == 0.0
    assert echo["bridge over the Arn"] == 1.0


def test_where_one_gets_to_is_not_where_something_comes_from(tmp_path: Path) -> None:
    path = tmp_path / "airport.txt"
    path.write_text(
        "Arn Airport, an hour's drive from Kelm, has flights to Lowick.\n", encoding="utf-8"
    )
    airport = Engine.open(str(path), reader="off")
    reader = FakeReader({"Kelm": 4.0, "Lowick": 2.0})
    one = joined(airport, reader, "where can you fly from Arn Airport?")
    assert one.weighed[0].span.text == "Lowick"


def test_where_something_came_from_is_what_stands_behind_from(tmp_path: Path) -> None:
    path = tmp_path / "mill.txt"
    path.write_text("In 1966 the mill of Lowick had its power from Kelm.\n", encoding="utf-8")
    mill = Engine.open(str(path), reader="off")
    reader = FakeReader({"Kelm": 4.0, "Lowick": 3.5})
    one = joined(mill, reader, "where did the power come from in 1966?")
    assert one.weighed[0].span.text == "Kelm"


def test_the_unit_that_is_asked_for_is_given(tmp_path: Path) -> None:
    path = tmp_path / "border.txt"
    path.write_text("The border is 235 kilometres (146 mi) long.", encoding="utf-8")
    reader = FakeReader({"235 kilometres": 6.0, "146 mi": 4.0})
    engine = Engine.open(path, reader=reader)
    assert engine.ask("How many miles long is the border?").text == "146 mi"
    assert engine.ask("How many kilometres long is the border?").text == "235 kilometres"


@pytest.mark.parametrize(
    ("wanted", "given", "agreement"),
    [
        ("date", "year", 1.0),
        ("year", "date", 0.0),
        ("date", "person", -1.0),
        ("person", "date", -1.0),
        ("phrase", "date", 0.0),
        ("person", "phrase", 0.0),
    ],
)
def test_kinds_agree(wanted: str, given: str, agreement: float) -> None:
    assert agreement_of(wanted, given, wider=0.0) == agreement


def test_the_unit_of_a_measure_is_no_word_of_the_question(tmp_path: Path) -> None:
    path = tmp_path / "drills.md"
    path.write_text(
        "| Model | Price | Weight | Holes |\n|---|---|---|---|\n"
        "| Kestrel K18 | 189 € | 1.9 kg | 214 |\n| Bohrmann | 149 € | 1.6 kg | 176 |\n",
        encoding="utf-8",
    )
    reader = FakeReader({"1.9 kg": 7.0, "214": 1.0})
    assert Engine.open(path, reader=reader).ask("What does the Kestrel K18 weigh?").text == "1.9 kg"


def test_a_reader_is_heard_on_the_cells_of_a_row(tmp_path: Path) -> None:
    path = tmp_path / "plans.md"
    path.write_text(
        "| Plan | Card | Minute | Gift |\n|---|---|---|---|\n"
        "| Penny Mobile | 5.00 | 0.06 | 6.80 |\n| Tern Talk | 25.00 | 0.19 | none |\n",
        encoding="utf-8",
    )
    question = "What does Penny Mobile charge for taking a number along?"
    for cell in ("6.80", "5.00"):
        reader = FakeReader({cell: 7.0, "0.06": 1.0})
        assert Engine.open(path, reader=reader).ask(question).text == cell


def test_a_reader_has_no_say_on_words_in_another_script(tmp_path: Path) -> None:
    path = tmp_path / "town.txt"
    path.write_text(
        "Xinlin (Chinese: 新林; pinyin: Xīnlín) is a town on the Nen.", encoding="utf-8"
    )
    reader = FakeReader({"新林": -1.0, "Xīnlín": -3.0})
    answer = Engine.open(path, reader=reader).ask("How is Xinlin written in pinyin?")
    assert answer.text == "Xīnlín"
