"""A list of plots and people: numbers that name, what is excepted, and who belongs to a body."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

CLUB = """\
# Garden club

| Plot | Tenant | Status | Size |
|---|---|---|---|
| 1 | Mrs. Hale | let | 120 m² |
| 2 | – | vacant | 90 m² |
| 4 | – | vacant | 200 m² |

Dogs must be kept on a lead, except on the beach.

The committee: chair Ilse Brandt, treasurer Tom Reeve, secretary Ada Lund.
"""


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("club") / "club.md"
    path.write_text(CLUB, encoding="utf-8")
    return Engine.open(path)


def test_the_number_of_a_thing_is_no_count(club: Engine) -> None:
    assert club.ask("how many plots are vacant").kind == "no-answer"
    assert club.ask("how big is plot 4").text == "200 m²"


def test_what_is_excepted_denies_only_what_the_sentence_says(club: Engine) -> None:
    assert club.ask("must dogs be kept on a lead on the beach").text == "No"
    assert club.ask("may dogs run free on the beach").text != "No"


def test_who_sits_in_a_body_is_all_of_them(club: Engine) -> None:
    told = club.ask("who sits on the committee").text
    assert told == "chair Ilse Brandt, treasurer Tom Reeve, secretary Ada Lund"


def test_the_part_between_semicolons_that_speaks_of_it_answers(tmp_path: Path) -> None:
    path = tmp_path / "rules.md"
    path.write_text(
        "# House rules\n\nPrams may stand in the hall; bicycles may not, they belong in the yard."
        "\n\n"
        "Dogs and cats need the landlord's consent.\n",
        encoding="utf-8",
    )
    engine = Engine.open(path)
    assert engine.ask("where do bicycles go").text == "in the yard"
    assert engine.ask("where do prams go").text == "in the hall"
    assert engine.ask("who is the landlord").kind == "no-answer"
