"""Tables as a whole: the most and least of what, by date, too; rows within a limit, and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from tests.answers.one_page import ask

_TOOLS = """\
sku,name,category,price_eur,weight_g,stock,supplier
PW-401,Cordless drill,power tools,129.00,1650,12,Volta
PW-402,Jigsaw,power tools,84.50,2100,6,Volta
HT-101,Claw hammer,hand tools,18.90,720,40,Bondex
HT-102,Screwdriver set,hand tools,24.00,850,0,Bondex
PT-301,White wall paint,paint,32.00,5400,15,Lumo
PT-302,Blue door paint,paint,21.50,1990,8,Lumo
BR-201,Steel bracket,fixings,2.20,120,300,Bondex
BR-202,Steel hinge,fixings,3.10,95,0,Bondex
"""
_STAFF = """\
name,role,team,room,phone,start_date
Quentin Marsh,Head of IT,IT support,12,4411,2012-10-01
Tamsin Hale,Accountant,Finance,22,4420,2010-11-29
Agnes Roe,Director,Management,1,4400,2009-03-02
Joanna Kilmer,Sales representative,Sales,18,4432,2020-10-12
Brenda Oyelaran,Sales representative,Sales,18,4433,2021-05-04
Victor Lund,IT technician,IT support,12,4412,2021-09-13
Priya Shah,Finance assistant,Finance,22,4421,2023-01-09
"""
_PHONES = """\
# Phones

| Phone | Weight (g) | Battery (mAh) | Price | Released | Headphone jack |
|---|---|---|---|---|---|
| Orbit S | 168 | 4100 | €329 | March 2022 | no |
| Orbit S Pro | 190 | 5200 | €529 | May 2023 | no |
| Kestrel 3 | 175 | 4500 | €399 | June 2021 | yes |
| Kestrel 3 Pro | 199 | 5000 | €599 | October 2023 | no |
| Dart Mini | 140 | 3000 | €249 | January 2020 | yes |
"""
_PLANS = """\
| Plan | Price | Wi-Fi calling | Tethering | 5G |
|---|---|---|---|---|
| Lite | €8 | no | no | no |
| Basic | €12 | yes | no | no |
| Plus | €20 | yes | yes | no |
| Max | €35 | yes | yes | yes |
"""


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Engine]:
    folder = tmp_path_factory.mktemp("tables")
    opened = {}
    pages = (("tools.csv", _TOOLS), ("staff.csv", _STAFF), ("phones.md", _PHONES))
    for name, page in (*pages, ("plans.md", _PLANS)):
        (folder / name).write_text(page, encoding="utf-8")
        opened[name] = Engine.open(folder / name, reader="off")
    return opened


@pytest.mark.parametrize(
    ("name", "question", "text"),
    [
        ("tools.csv", "cheapest thing we sell", "Steel bracket"),
        ("tools.csv", "cheapest paint", "Blue door paint"),
        ("tools.csv", "how much is the cheapest paint", "21.50"),
        ("tools.csv", "what is the cheapest hand tool", "Claw hammer"),
        ("tools.csv", "which product weighs the least", "Steel hinge"),
        ("staff.csv", "who started first", "Agnes Roe"),
        ("staff.csv", "who joined most recently", "Priya Shah"),
        ("staff.csv", "who is the newest in sales", "Brenda Oyelaran"),
        ("phones.md", "oldest phone", "Dart Mini"),
        ("phones.md", "which is the newest phone", "Kestrel 3 Pro"),
        ("phones.md", "cheapest phone with a headphone jack", "Dart Mini"),
        ("phones.md", "cheapest phone without a headphone jack", "Orbit S"),
        ("plans.md", "which is the cheapest plan with tethering", "Plus"),
    ],
)
def test_the_most_and_least(
    engines: dict[str, Engine], name: str, question: str, text: str
) -> None:
    assert engines[name].ask(question).text == text


@pytest.mark.parametrize(
    ("name", "question", "text"),
    [
        ("tools.csv", "which products cost under 20", "Claw hammer; Steel bracket; Steel hinge"),
        ("tools.csv", "which hand tools cost under 20", "Claw hammer"),
        ("tools.csv", "products over 100 euros", "Cordless drill"),
        ("staff.csv", "who started before 2010", "Agnes Roe"),
        ("staff.csv", "who started after 2020", "Brenda Oyelaran; Victor Lund; Priya Shah"),
        ("staff.csv", "which sales reps started after 2020", "Brenda Oyelaran"),
        ("staff.csv", "who started before 2001", None),
        ("phones.md", "which phones cost less than 400", "Orbit S; Kestrel 3; Dart Mini"),
        ("phones.md", "which phones weigh more than 180 g", "Orbit S Pro; Kestrel 3 Pro"),
        ("phones.md", "which phones are lighter than 0.17 kg", "Orbit S; Dart Mini"),
        ("phones.md", "phones with at least 5000 mAh", "Orbit S Pro; Kestrel 3 Pro"),
        ("phones.md", "which phones came out after 2022", "Orbit S Pro; Kestrel 3 Pro"),
        ("plans.md", "which plan comes without wifi calling", "Lite"),
        ("plans.md", "plan without tethering", "Lite; Basic"),
    ],
)
def test_all_rows_within_a_limit(
    engines: dict[str, Engine], name: str, question: str, text: str | None
) -> None:
    answer = engines[name].ask(question)
    assert answer.text == text
    if text is not None and ";" in text:
        assert len(answer.support) == text.count(";") + 1


def test_a_figure_under_its_unit_is_no_year(engines: dict[str, Engine]) -> None:
    assert engines["tools.csv"].ask("how heavy is the cordless drill").text == "1650"
    assert engines["tools.csv"].ask("what does the blue door paint weigh").text == "1990"


_STATIONS = """\
station\tcountry\topened\tavg_temp_C\train_mm_per_year
Kaldvik\tNorway\t1931\t5.4\t1480
Storfjell\tNorway\t1967\t-2.1\t910
Hohenried\tAustria\t1886\t6.3\t1190
Sagrena\tPortugal\t1972\t17.5\t520
"""
_ACROSS = """\
# Mobile plans

| Feature | Lite | Basic | Max |
|---|---|---|---|
| Monthly price | £6 | £10 | £30 |
| Tethering | no | yes | yes |

## Phones

| Phone | Battery | Headphone jack | Price |
|---|---|---|---|
| Kestrel 3 | 4000 mAh | yes | £199 |
| Kestrel 3 Pro | 4600 mAh | no | £379 |
| Orbit S | 3300 mAh | yes | £129 |

## Matches

| Date | Home | Score | Attendance |
|---|---|---|---|
| 27 April | Ashford | 3-0 | 412 |
| 27 April | Dunmore | 1-1 | 98 |
| 4 May | Hollybank | 0-2 | 301 |
"""


@pytest.mark.parametrize(
    ("name", "page", "question", "text"),
    [
        ("s.tsv", _STATIONS, "which is the oldest station", "Hohenried"),
        ("s.tsv", _STATIONS, "oldest station in Norway", "Kaldvik"),
        ("s.tsv", _STATIONS, "where is it warmest", "Sagrena"),
        ("s.tsv", _STATIONS, "coldest station", "Storfjell"),
        ("p.md", _ACROSS, "which is the cheapest plan", "Lite"),
        ("p.md", _ACROSS, "how much is the cheapest plan", "£6"),
        ("p.md", _ACROSS, "most expensive plan", "Max"),
        ("p.md", _ACROSS, "cheapest phone", "Orbit S"),
        ("p.md", _ACROSS, "which match had the lowest attendance", "Dunmore"),
        ("p.md", _ACROSS, "does the Kestrel 3 have a headphone jack", "Yes"),
        ("p.md", _ACROSS, "does the Kestrel 3 Pro have a headphone jack", "No"),
        ("p.md", _ACROSS, "how much is the Kestrel 3", "£199"),
    ],
)
def test_tables_across_beside_each_other_and_with_dates(
    tmp_path: Path, name: str, page: str, question: str, text: str
) -> None:
    (tmp_path / name).write_text(page, encoding="utf-8")
    assert Engine.open(tmp_path / name, reader="off").ask(question).text == text


_NOISE = """\
| Model | Noise (dB) | Weight (kg) |
|---|---|---|
| Arden Dry 12 | 41 | 11.4 |
| Fjord Compact D | 39 | 5.9 |
| Domo Whisper | 34 | 9.8 |

The **Fjord** would have come second, had its filter not needed replacing.
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("is the fjord or the arden heavier", "Arden Dry 12"),
        ("is the fjord or the arden louder?", "Arden Dry 12"),
        ("which is quieter, the fjord or the arden", "Fjord Compact D"),
        ("which is the quietest", "Domo Whisper"),
    ],
)
def test_one_or_the_other(tmp_path: Path, question: str, text: str) -> None:
    assert ask(tmp_path, _NOISE, question).text == text


def test_prose_that_compares_them_is_not_overruled(tmp_path: Path) -> None:
    page = f"{_NOISE}\nOn a wooden floor the Fjord is louder than the Arden.\n"
    answer = ask(tmp_path, page, "is the fjord or the arden louder?")
    assert answer.sentence == "On a wooden floor the Fjord is louder than the Arden."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("which is cheaper, the Kestrel 3 or the Orbit S", "Orbit S"),
        ("is the Orbit S more expensive than the Kestrel 3 Pro", "No"),
        ("is the Kestrel 3 Pro more expensive than the Orbit S", "Yes"),
        ("is the Orbit S or the Kestrel 3 cheaper", "Orbit S"),
    ],
)
def test_two_rows_held_against_each_other(tmp_path: Path, question: str, text: str) -> None:
    (tmp_path / "p.md").write_text(_ACROSS, encoding="utf-8")
    answer = Engine.open(tmp_path / "p.md", reader="off").ask(question)
    assert (answer.text, len(answer.support)) == (text, 2)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("which is older, Kaldvik or Hohenried", "Hohenried"),
        ("is Kaldvik colder than Storfjell", "No"),
        ("is Sagrena warmer than Hohenried", "Yes"),
    ],
)
def test_two_rows_by_dates_and_degrees(tmp_path: Path, question: str, text: str) -> None:
    (tmp_path / "s.tsv").write_text(_STATIONS, encoding="utf-8")
    assert Engine.open(tmp_path / "s.tsv", reader="off").ask(question).text == text


def test_a_room_is_no_number_of_people(engines: dict[str, Engine]) -> None:
    assert engines["staff.csv"].ask("how many people are in the finance team").text != "22"


def test_no_cell_is_a_difference(engines: dict[str, Engine]) -> None:
    answer = engines["phones.md"].ask("how much more is the Kestrel 3 Pro")
    assert answer.kind == "no-answer"


def test_a_sentence_that_says_so_goes_before_a_table(tmp_path: Path) -> None:
    page = "Phones that cost less than 400 euros are sold at the kiosk.\n\n" + _PHONES
    (tmp_path / "a.md").write_text(page, encoding="utf-8")
    answer = Engine.open(tmp_path / "a.md", reader="off").ask(
        "where are phones that cost less than 400 euros sold"
    )
    assert answer.text == "at the kiosk"
