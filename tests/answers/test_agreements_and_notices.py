"""Leases, notices, leaflets, release notes: parties, exceptions, what is left open or removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

LEASE = """\
# Lease

This agreement is made on 28 August 2023 between Mrs Hanna Lind of 4 Chapel Row, Ludford (the
"Landlord") and Mr Joel Mbeki and Ms Ana Reyes (together the "Tenants").

The Tenants shall not keep any animal in the flat other than one cat.

The Tenants may hang pictures but shall not paint the walls any colour other than white.
"""

NOTES = """\
# News

There will be no training on the bank holiday, 27 May.

Whether the mill will be rebuilt has not been decided.

Do not take more than 1,200 mg within 24 hours. Attachments over 25 MB are rejected.

Corncrakes breed in the hay meadows, which for that reason are not mown before August.

Send a broken kettle without its base to:

    Kerr Service
    18 Mill Street
    Ludford

Signs of an overdose are vomiting, ringing in the ears, and confusion.

| Name | Languages |
|---|---|
| Chiara Monti | Italian, English, German |
| Tom Kerr | English |

# Version 4.0

## Removed

- The importer of old notes
- 32-bit builds

## Added

- Dark mode
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "lease.md").write_text(LEASE, encoding="utf-8")
    (folder / "notes.md").write_text(NOTES, encoding="utf-8")
    return Engine.open(folder, reader="off")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who is the landlord", "Mrs Hanna Lind"),
        ("who are the tenants", "Mr Joel Mbeki and Ms Ana Reyes"),
        ("may I keep a cat", "Yes"),
        ("may I keep a dog", "No"),
        ("can I paint the walls white", "Yes"),
        ("is there training on 27 May", "No"),
        ("will there be training on 27 May", "No"),
        ("is there a 32-bit build", "No"),
        ("was the importer of old notes removed", "Yes"),
        ("what are the signs of an overdose", "vomiting, ringing in the ears, and confusion"),
        ("what is the most I may take in 24 hours", "1,200 mg"),
        ("how big can an attachment be", "25 MB"),
        ("where do I send a broken kettle", "Kerr Service, 18 Mill Street, Ludford"),
        ("why is the hay mown so late", "Corncrakes breed in the hay meadows"),
        ("which languages does Chiara Monti speak", "Italian, English, German"),
        ("which languages does Tom Kerr speak", "English"),
    ],
)
def test_answers(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer


@pytest.mark.parametrize("question", ["will the mill be rebuilt", "is the mill being rebuilt"])
def test_what_is_left_open_is_neither(engine: Engine, question: str) -> None:
    assert engine.ask(question).text not in ("Yes", "No")


def test_a_party_is_quoted_where_it_stands(engine: Engine, tmp_path: Path) -> None:
    got = engine.ask("who is the landlord")
    assert got.sentence is not None
    assert got.answer_span is not None
    assert got.sentence[slice(*got.answer_span)] == "Mrs Hanna Lind"
