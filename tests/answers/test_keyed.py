"""Lists with brackets: the item whose bracket the question names, and the bracket of an item."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

CLUB = """\
# Club notes

Wardens: Pia Lorentz (Old Willows), Goran Milic (Millrace) and Edda Stroud (Sandhill).
Instructors are Len Marsh (cars and trailers), Dominik Pohl (motorcycles) and Iris Tamm (lorries).
The bins are emptied in Norham (Mon), Kapf (Tue) and Ostry (Sun).
Contacts: billing@orrin.example (invoices), help@orrin.example (technical questions).
Entry costs 5 euros (adults), 3 euros (pupils) and 12 euros (families).
The fuses are F1 (kitchen), F2 (living room) and F3 (heating).
The club has three boats: Swift (four seats), Heron (eight seats) and Otter (two seats).
Codes: E10 (door open), E22 (no water), E31 (drain blocked).
The road is 6 miles (10 km) long and was paid for by the Rensk Works (RW) and the Lund Union (LU).
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("keyed") / "notes.md"
    path.write_text(CLUB, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("warden Millrace", "Goran Milic"),
        ("who is the warden of Millrace", "Goran Milic"),
        ("warden of Old Willows", "Pia Lorentz"),
        ("Where is Edda Stroud warden?", "Sandhill"),
        ("Which site is Goran Milic warden of?", "Millrace"),
        ("Who is the instructor for motorcycles?", "Dominik Pohl"),
        ("What does Iris Tamm instruct?", "lorries"),
        ("On which day are the bins emptied in Kapf?", "Tue"),
        ("Where are the bins emptied on Sunday?", "Ostry"),
        ("contact for invoices", "billing@orrin.example"),
        ("How much is entry for families?", "12 euros"),
        ("fuse for the living room", "F2"),
        ("Which fuse is for the heating?", "F3"),
        ("which boat has two seats", "Otter"),
        ("how many seats does the Heron have", "eight"),
        ("what does code E22 mean", "no water"),
        ("which code means the door is open", "E10"),
    ],
)
def test_item_or_bracket(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer


def test_all_of_a_list_with_brackets(engine: Engine) -> None:
    wardens = "Pia Lorentz (Old Willows), Goran Milic (Millrace) and Edda Stroud (Sandhill)"
    assert engine.ask("who are the wardens").text == wardens


@pytest.mark.parametrize(
    ("question", "answer"),
    [("how long is the road", "6 miles"), ("which works paid for the road", "Rensk Works")],
)
def test_brackets_that_are_no_keys(engine: Engine, question: str, answer: str) -> None:
    assert answer in (engine.ask(question).text or "")
