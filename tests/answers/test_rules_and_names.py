"""What handbooks allow and forbid, what things are called, and what only looks like an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

TEXT = """\
# Lakeside camp

Fishing is prohibited from the pier and in the reed belt, and the boats are counted each evening.
Fires are forbidden on the beach, but guests may still roast bread at the stone ring.
No leave is granted during the Regatta Week in August, since the road is closed.
Music is permitted only in the barn behind the kitchen.
A cold night breeze named the tarrin comes down from the hills in autumn.
Beginners cross the mud by lying flat on a board, a method known as "sledging", before they row.
When the float lamp turns red, the tank is empty. The pump stops by itself if the filter is blocked.
Ruth Olander, harbour office: room 12
The siren is tested once per season. The nearest hospital is 14 kilometres away in Veldby.
Keep everything switched up before the inspection.

| Craft | Week | Day |
|---|---|---|
| Canoe berth, indoor | 80 € | 15 € |
| Rowing boat | 95 € | 20 € |

The name Tarfell comes from "tarr", meaning wind, and "fell", meaning hill. Tighten the hull
bolts to 32 Nm. The summer party is in the long barn and tickets cost 9 €. We have 96 members.
The snapshots of the birds are kept by the ranger. The rowing test was cancelled.

## Boats

| Name | Type | Keeper | Host |
|---|---|---|---|
| Heron | sailing dinghy | Ida Brandt | dock-2 |
| Plover | canoe | Olav Reid | dock-5 |

## Machines

| Machine | Address | OS |
|---|---|---|
| otter | 10.9.0.4 | Debian 12 |
| pike | 10.9.0.7 | Alpine 3.19 |
"""


@pytest.fixture(scope="module")
def camp(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("camp") / "camp.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is fishing allowed in the reed belt?", "No"),
        ("Are you allowed to roast bread at the stone ring?", "Yes"),
        ("Are fires allowed on the beach?", "No"),
        ("Can I take days off during the Regatta Week?", "No"),
        ("Where are campers allowed to play music?", "barn behind the kitchen"),
        ("What is the tarrin?", "cold night breeze"),
        ('What does "sledging" mean?', "lying flat on a board"),
        ("What does it mean when the float lamp turns red?", "tank is empty"),
        ("What happens if the filter is blocked?", "pump stops by itself"),
        ("Who is in the harbour office?", "Ruth Olander"),
        ("How often is the siren tested?", "once per season"),
        ("Which operating system runs on pike?", "Alpine 3.19"),
        ("What is the IP address of otter?", "10.9.0.4"),
        ("On which host does Plover run?", "dock-5"),
        ("What type of boat is Heron?", "sailing dinghy"),
        ("What does tarr mean?", "wind"),
        ("How tight should the hull bolts be?", "32 Nm"),
        ("Where is the summer party?", "long barn"),
        ("Who keeps the photos of the birds?", "ranger"),
        ("Which test was called off?", "rowing"),
    ],
)
def test_what_a_handbook_says(camp: Engine, question: str, text: str) -> None:
    said = camp.ask(question).text or ""
    assert said.removeprefix("in ").removeprefix("the ").removeprefix("a ") == text


@pytest.mark.parametrize(
    "question",
    [
        "What is the phone number of the hospital in Veldby?",
        "How much is an outdoor canoe berth a day?",
        "When are the UPS units tested?",
    ],
)
def test_what_only_looks_like_an_answer(camp: Engine, question: str) -> None:
    assert camp.ask(question).kind == "no-answer"


def test_forms_of_a_known_word_are_not_misspellings(camp: Engine, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("The mill employs forty millers. Parking is behind the mill.", encoding="utf-8")
    answer = Engine.open(path, reader="off").ask("Where do employees park?", explain=True)
    assert answer.explanation is not None
    assert "employs" not in (answer.explanation.asked or "")
