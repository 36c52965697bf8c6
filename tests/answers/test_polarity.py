"""Yes and no by what stands over a list, by a line of a data sheet, and by who did it to whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from tests.answers.one_page import ask

_MEDICINE = """\
# Dolorex 400 mg tablets

Dolorex is used for pain and fever.

### Do not take Dolorex if you:

- are allergic to ibuprofen or aspirin
- have severe kidney failure
- have ever had a stomach ulcer or bleeding
- are in the last three months of pregnancy

### Talk to your pharmacist before taking if you:

- have asthma
- have high blood pressure

Paracetamol may be taken at the same time.

Dolorex is not expected to affect your ability to drive or use machines.
"""

_COLLECTING = """\
# Waste and parking

## Items we collect

- sofas
- fridges

## Items we do not collect

- pianos
- car tyres
- gas bottles

## Not allowed in the cabin

- knives
- scissors with blades over 6 cm

## Allowed in the cabin

- umbrellas
- nail clippers
"""


def _verdict(folder: Path, page: str, question: str, name: str = "page.md") -> str | None:
    text = ask(folder, page, question, name=name).text
    return text if text in ("Yes", "No") else None


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("can I take it if I have severe kidney failure", "No"),
        ("can I take Dolorex if I am allergic to ibuprofen", "No"),
        ("can I take it when I am in the last months of pregnancy", "No"),
        ("can I take it if I have asthma", None),
        ("can I take it with high blood pressure", None),
        ("can I take paracetamol as well", "Yes"),
        ("is it ok to drive after taking this", "Yes"),
        ("can I drive after taking it", "Yes"),
    ],
)
def test_what_stands_over_a_list_of_conditions(
    tmp_path: Path, question: str, verdict: str | None
) -> None:
    assert _verdict(tmp_path, _MEDICINE, question) == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("do you collect pianos", "No"),
        ("do you take car tyres", "No"),
        ("can I put gas bottles out for collection", "No"),
        ("do you collect sofas", "Yes"),
        ("do you collect fridges", "Yes"),
        ("can I take knives into the cabin", "No"),
        ("are scissors with long blades allowed in the cabin", "No"),
        ("can I take my umbrella into the cabin", "Yes"),
        ("are nail clippers allowed", "Yes"),
    ],
)
def test_what_a_heading_denies(tmp_path: Path, question: str, verdict: str) -> None:
    assert _verdict(tmp_path, _COLLECTING, question) == verdict


_KEYS = {
    "Waterproof": "no",
    "Dishwasher safe": "no",
    "Battery included": "no",
    "Wheelchair accessible": "yes",
    "Suitable for children": "no",
    "Pets allowed": "no",
    "Parking available": "no",
    "Gluten free": "no",
    "Suitable for vegans": "no",
    "Foldable": "yes",
    "Wi-Fi": "yes",
    "Spare blades": "none",
}
_FORMS = {
    "page.txt": ("Spec sheet\n\n", "{}: {}\n", ""),
    "page.md": ("# Spec sheet\n\n", "- **{}:** {}\n", ""),
    "table.md": ("# Spec sheet\n\n| Feature | Value |\n|---|---|\n", "| {} | {} |\n", ""),
    "page.html": ("<h1>Spec sheet</h1><dl>", "<dt>{}</dt><dd>{}</dd>\n", "</dl>"),
}


@pytest.fixture(scope="module", params=sorted(_FORMS))
def sheet(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    before, line, after = _FORMS[request.param]
    path = tmp_path_factory.mktemp("sheet") / request.param
    lines = "".join(line.format(*item) for item in _KEYS.items())
    path.write_text(before + lines + after, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("is it waterproof", "No"),
        ("is it dishwasher safe", "No"),
        ("can I put it in the dishwasher", "No"),
        ("is the battery included", "No"),
        ("are batteries included", "No"),
        ("is it wheelchair accessible", "Yes"),
        ("is it suitable for children", "No"),
        ("are pets allowed", "No"),
        ("is there parking", "No"),
        ("is it gluten free", "No"),
        ("can vegans eat it", "No"),
        ("is it foldable", "Yes"),
        ("does it have wi-fi", "Yes"),
        ("are there spare blades", "No"),
        ("does it come with spare blades", "No"),
    ],
)
def test_a_line_of_a_data_sheet(sheet: Engine, question: str, verdict: str) -> None:
    assert sheet.ask(question).text == verdict


def test_another_deed_is_not_what_a_line_answers(tmp_path: Path) -> None:
    page = "Parking: yes (in the yard)\nPets: no, but guide dogs are welcome"
    assert _verdict(tmp_path, page, "do I have to pay for parking", "a.txt") is None
    assert _verdict(tmp_path, page, "are there pets", "a.txt") == "No"


_WHO = """\
The band signed with Virgin after Rough Trade had offered more money but less freedom.
Oduya sued Fewster over the songwriting credits in 1994.
The band was dropped by Virgin in 1993.
The government troops burned the village of Ypaca in 1872.
Marbach criticised Linus Pauling in a letter of 1951.
Rauch was denounced by his sergeant and sent to the front.
The Salt Road lost to Sundays and Cybele at the festival.
Chimpanzees raid the nests of hornbills for their chicks.
Marbach worked under Bragg at the Davy Laboratory.
The old bridge was not replaced until 1958.
The vaccine is licensed only in Cuba, Japan and China.
The club has won the league once, in 1978.
Portuguese is spoken at home by a mere 16 percent of the people.
No antidote has been established.
Violins and guitars may be taken into the cabin instead of a cabin bag.
You may have soup instead of salad.
The tablets are not expected to affect your ability to drive.
Staff have an unpaid lunch break of 30 minutes.
The plan to build a dam did not come to fruition.
Ferries continue to operate in winter.
The choir was invited to Vienna twice, in 1990 and in 1996.
Some 72 percent of the islanders work in fishing.
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("did Fewster sue Oduya", "No"),
        ("did Oduya sue Fewster", "Yes"),
        ("did the band drop Virgin", "No"),
        ("did Virgin drop the band", "Yes"),
        ("did government troops burn Ypaca", "Yes"),
        ("did Linus Pauling criticise Marbach", "No"),
        ("did Marbach criticise Pauling", "Yes"),
        ("did Rauch denounce his sergeant", "No"),
        ("was Rauch denounced by his sergeant", "Yes"),
        ("did Sundays and Cybele lose to The Salt Road", "No"),
        ("did The Salt Road lose to Sundays and Cybele", "Yes"),
        ("do hornbills raid chimpanzee nests", "No"),
        ("do chimpanzees raid hornbill nests", "Yes"),
        ("did Bragg work under Marbach", "No"),
        ("did Marbach work under Bragg", "Yes"),
        ("was the old bridge replaced", "Yes"),
        ("was the bridge replaced in the end", "Yes"),
        ("is the vaccine licensed in Japan", "Yes"),
        ("is the vaccine licensed in France", "No"),
        ("has the club won the league more than once", "No"),
        ("has the club won the league", "Yes"),
        ("do most people speak Portuguese at home", "No"),
        ("is there an antidote", "No"),
        ("can I take my guitar into the cabin", "Yes"),
        ("can I have soup", "Yes"),
        ("can I drive after taking the tablets", "Yes"),
        ("do I get paid for my lunch break", "No"),
        ("was the dam built", "No"),
        ("do the ferries run in winter", "Yes"),
        ("was the choir invited to Vienna more than once", "Yes"),
        ("do most islanders work in fishing", "Yes"),
        ("do few islanders work in fishing", "No"),
    ],
)
def test_who_did_it_to_whom_how_often_and_in_the_place_of_what(
    tmp_path: Path, question: str, verdict: str
) -> None:
    assert _verdict(tmp_path, _WHO, question, "page.txt") == verdict


_SETTINGS = """\
# Tessera backup

Tessera only supports 64-bit CPUs. There are no future plans to support 32-bit processors.

You can continue using your account until the end of the period. Please note
that you won't be able to access your account once you cancel.

## Options

| Option | Default | Description |
|---|---|---|
| `enabled` | `false` | Turn the speech on |
| `voice` | `"Vivian"` | Voice of the speech |
| `compress` | `true` | Compress the archive |
| `verify` | `off` | Verify after writing |
| `editor` | `nvim` | The editor |

## Planned

- Display support
- A web interface

## Not implemented

- Windows service

The default editor is nvim.
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("does it run on 32-bit", "No"),
        ("are 32-bit processors supported", "No"),
        ("is 32-bit supported", "No"),
        ("are 64-bit CPUs supported", "Yes"),
        ("can I access my account after I cancel", "No"),
        ("is speech enabled by default", "No"),
        ("is the speech on by default", "No"),
        ("is compression on by default", "Yes"),
        ("is the archive compressed by default", "Yes"),
        ("is verify on by default", "No"),
        ("does it verify after writing by default", "No"),
        ("is there display support", "No"),
        ("does it have a web interface", "No"),
        ("is the windows service implemented", "No"),
    ],
)
def test_what_is_so_by_default_planned_or_not_even_planned(
    tmp_path: Path, question: str, verdict: str
) -> None:
    assert _verdict(tmp_path, _SETTINGS, question) == verdict


_STAFF = """\
Staff may work from home two days a week.
New employees may not work from home in their first three months.
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("can I work from home", "Yes"),
        ("can new employees work from home", "No"),
        ("I'm new, can I work from home", "No"),
    ],
)
def test_what_is_barred_to_some_is_not_barred_to_all(
    tmp_path: Path, question: str, verdict: str
) -> None:
    assert _verdict(tmp_path, _STAFF, question, "staff.txt") == verdict


_BUSES = """\
# Bus 7

The bus leaves at ten past each hour.

No service on Sundays. No parking on Saturdays.
"""


def test_there_is_none_of_what_is_told_of(tmp_path: Path) -> None:
    assert _verdict(tmp_path, _BUSES, "are there buses on Sundays") == "No"
    assert _verdict(tmp_path, _BUSES, "are there trains on Saturdays") is None
