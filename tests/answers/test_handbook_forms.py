"""Forms that handbooks answer in: lists, places with all that tells them, remarks in tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

RULES = """\
# House rules

Fresh yeast can be used on programmes 1, 2 and 8 only: 10 g replaces one small spoon of dried yeast.

The club colours are maroon and silver, and our emblem is a grebe.

Labels must show the weight, the name and address of the maker, the lot number and the country.

The budget working party (Cllrs Sze, Ames and Hallowell) is to bring a draft.

After an extraction eat soft food for two days: mash, lukewarm soup or banana.

The bridge was built by Ann Lee and Tom Ford in 1902, and the mill by Jo Berg.

The samples are kept in the freezer of the museum in Trondvik, the raw data with the leader.

The winter room is open all year; the key lies with the post office in Untervas.

Accidents are to be entered in the red book in the lifeguards' room on the same day.

Rotas are posted on the board beside the staff lockers three weeks in advance.

The council meets in Arden in May.

The emergency number is answered day and night by Mr Hollis.

Seal the box with linen tape. Lamps of the anglers hang in the hall.
"""

TABLE = """\
date,shift,from,to,place,lead,crew,remarks
2026-08-01,day,07:00,19:00,Kiln Rd,S. Abernathy,5,"regatta: boat moored at Swan Stairs until 22:00"
2026-08-02,night,19:00,07:00,Kiln Rd,G. Pemberton,4,"drill: ladder rescue at the malt house, 20:15"
2026-08-03,day,07:00,19:00,Kiln Rd,M. Ludlow,6,"foam delivery (40 canisters), sign with T. Lisle"
2026-08-04,night,19:00,07:00,Kiln Rd,K. Strand,4,"radio test on channel 14, 21:00"
2026-08-05,day,07:00,19:00,Yard,E. Vasquez,6,
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("forms") / "rules.md"
    path.write_text(RULES, encoding="utf-8")
    return Engine.open(str(path))


@pytest.fixture(scope="module")
def rota(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("rota") / "rota.csv"
    path.write_text(TABLE, encoding="utf-8")
    return Engine.open(str(path))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which programmes can be used with fresh yeast?", "1, 2 and 8"),
        ("What are the club colours?", "maroon and silver"),
        (
            "What must labels show?",
            "the weight, the name and address of the maker, the lot number and the country",
        ),
        ("Who makes up the budget working party?", "Cllrs Sze, Ames and Hallowell"),
        ("What soft foods are recommended after an extraction?", "mash, lukewarm soup or banana"),
        ("Who built the bridge?", "Ann Lee and Tom Ford"),
        ("Who built the mill?", "Jo Berg"),
    ],
)
def test_all_of_a_list_is_given(rules: Engine, question: str, answer: str) -> None:
    assert rules.ask(question).text == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Where are the samples kept?", "the freezer of the museum in Trondvik"),
        ("Where does the key of the winter room lie?", "the post office in Untervas"),
        ("Where are accidents entered?", "the red book in the lifeguards' room"),
        ("Where are the rotas posted?", "the board beside the staff lockers"),
        ("Where does the council meet?", "Arden"),
    ],
)
def test_a_place_is_given_with_all_that_tells_it(rules: Engine, question: str, answer: str) -> None:
    assert rules.ask(question).text == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who anwsers the emergency number day and nigth", "Mr Hollis"),
        ("wat tape is used to seel a box", "linen tape"),
        ("were are the samples kept befor they go", "the freezer of the museum in Trondvik"),
        ("on wich programmes can fresh yeast be used", "1, 2 and 8"),
    ],
)
def test_small_words_may_be_misspelled(rules: Engine, question: str, answer: str) -> None:
    assert rules.ask(question).text == answer


@pytest.mark.parametrize("written", ["wifi", "wi-fi", "Wi-Fi", "wi fi"])
@pytest.mark.parametrize("asked", ["wifi", "wi-fi", "Wi-Fi"])
def test_a_hyphen_is_no_difference(tmp_path: Path, written: str, asked: str) -> None:
    text = f"The {written} password is changed by the caretaker.\n\nThe hall is cold.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    given = Engine.open(str(tmp_path)).ask(f"who changes the {asked} password")
    assert given.text == "caretaker"


def test_a_word_of_the_documents_is_no_slip(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The wich house stores salt.", encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask("what does the wich house store").text == "salt"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Until when is the boat moored at Swan Stairs?", "22:00"),
        ("Where is the ladder rescue drill?", "at the malt house"),
        ("How many canisters of foam are delivered?", "40"),
        ("On which channel is the radio test?", "channel 14"),
        ("Who leads the day shift of 5 August?", "E. Vasquez"),
    ],
)
def test_a_remark_in_a_table_answers_by_its_words(rota: Engine, question: str, answer: str) -> None:
    assert rota.ask(question).text == answer


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "Balance at 30 September: current account £11,806.42, reserve £27,000.",
            "What was the balance of the current account at 30 September?",
            "£11,806.42",
        ),
        (
            "Balance at 30 September: current account £11,806.42, reserve £27,000.",
            "What was the balance of the reserve at 30 September?",
            "£27,000",
        ),
        (
            "The chair of the club is Orla Vander, the treasurer Piet Quill; Samira Holt cooks.",
            "Who is the treasurer of the club?",
            "Piet Quill",
        ),
        (
            "Live music stops at 23.00, recorded music at 23.45.",
            "When does live music stop?",
            "23.00",
        ),
        (
            "LX means lighting, SL stage left, FOH front of house.",
            "What does FOH mean?",
            "front of house",
        ),
        (
            "Tools for hire: rotavator £18 a day (plus £50 deposit), strimmer £9, shredder £14.",
            "How much is the strimmer?",
            "£9",
        ),
    ],
)
def test_a_value_belongs_to_the_name_beside_it(
    tmp_path: Path, sentence: str, question: str, answer: str
) -> None:
    (tmp_path / "a.txt").write_text(f"{sentence}\n\nThe hall is cold.\n", encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask(question).text == answer


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "The managing director may recall beer but may not release it.",
            "May the managing director release beer?",
            "No",
        ),
        (
            "Call the police, always, even if it is only a bollard that was damaged.",
            "Must I call the police if I only hit a bollard?",
            "Yes",
        ),
        ("Polarity of the valve does not matter.", "Does polarity matter if I connect it?", "No"),
        ("We take cards and cash, but not cheques.", "Do you take cheques?", "No"),
        ("Breakfast costs 12 euros and is included in the price.", "Is breakfast included?", "Yes"),
    ],
)
def test_yes_or_no(tmp_path: Path, sentence: str, question: str, answer: str) -> None:
    (tmp_path / "a.txt").write_text(f"{sentence}\n\nThe hall is cold.\n", encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask(question).text == answer


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Breakfast is served in the hall and costs 12 euros.", "Is breakfast included?"),
        ("Elspeth Marwick was a Scottish botanist.", "Was Elspeth Marwick a mother?"),
        ("Elspeth Marwick was a Scottish botanist.", "Was Elspeth Marwick married?"),
    ],
)
def test_neither_yes_nor_no(tmp_path: Path, sentence: str, question: str) -> None:
    (tmp_path / "a.txt").write_text(f"{sentence}\n\nThe hall is cold.\n", encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask(question).text not in ("Yes", "No")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Can I use the kiln without training?", "No"),
        ("Can I use the saw without training?", "Yes"),
        ("Is training required for the kiln?", "Yes"),
    ],
)
def test_without_what_a_column_names(tmp_path: Path, question: str, answer: str) -> None:
    rows = (
        "Machine | Keeper | Training required\n--- | --- | ---\nKiln | Ann | yes\nSaw | Bob | no\n"
    )
    (tmp_path / "a.md").write_text(rows, encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask(question).text == answer


@pytest.mark.parametrize(
    "question", ["What is the price of jam?", "What does jam cost?", "How much is jam?"]
)
def test_what_has_no_price_there_is_refused(tmp_path: Path, question: str) -> None:
    (tmp_path / "a.txt").write_text("A ticket costs £4 and the tour £9.\n", encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask(question).kind == "no-answer"


def test_what_stands_around_grants_no_leave(tmp_path: Path) -> None:
    text = "In a fire alarm the urn is switched off. Lifts must not be used. The café is cold.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask("May I take the lift in a fire alarm?").text != "Yes"


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "Walk on 26 April, from Calder Lock to Skell Bridge, 7 miles.",
            "Where does the walk start?",
            "Calder Lock",
        ),
        (
            "Walk on 26 April, from Calder Lock to Skell Bridge, 7 miles.",
            "Where does the walk end?",
            "Skell Bridge",
        ),
        ("- PAA – peracetic acid", "What does PAA stand for?", "peracetic acid"),
        (
            "Ada Kerr was awarded the Neill Medal in 1911 for her monograph on mosses.",
            "What was Ada Kerr awarded in 1911?",
            "the Neill Medal",
        ),
        (
            "Ada Kerr died of pneumonia in Edinburgh.",
            "What did Ada Kerr die of?",
            "pneumonia",
        ),
        (
            "Ada Kerr was a Scottish botanist and balloonist.",
            "Who was Ada Kerr?",
            "a Scottish botanist and balloonist",
        ),
        (
            "The pumps run from 5.30 to 9.00 in the morning; the desk is manned 22.00 to 06.30.",
            "When is the desk manned?",
            "22.00 to 06.30",
        ),
        (
            "The wire is 1.25 to 2.50 mm thick and is changed at 9.15 on Mondays.",
            "At what time is the wire changed?",
            "9.15",
        ),
        (
            "Helpers need a DBS check (Disclosure and Barring Service) and references.",
            "What does DBS stand for?",
            "Disclosure and Barring Service",
        ),
        (
            "The hall was given to the town by the Penhallow family.",
            "Who gave the hall to the town?",
            "the Penhallow family",
        ),
        (
            "In case of fire assemble by the war memorial in Sluice Street.",
            "Where do we assemble in case of fire?",
            "the war memorial in Sluice Street",
        ),
        (
            "There are 31 teachers and 640 pupils, the youngest four, the oldest 83.",
            "How old is the oldest pupil?",
            "83",
        ),
    ],
)
def test_further_forms(tmp_path: Path, sentence: str, question: str, answer: str) -> None:
    (tmp_path / "a.md").write_text(f"{sentence}\n\nThe room is cold.\n", encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask(question).text == answer
