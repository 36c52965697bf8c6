"""Kinds of questions put to small documents: what is answered, from which line, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_TOWN = """\
Brenmoor (formerly Saltwick) is a market town in the county of Eastshire.
The bus from Brenmoor takes an hour to Lowick, the largest city of the county of Eastshire.
"""

_RULES = """\
# Boats

Rowing boats may be kept for three hours, sailing boats for one day.
The mill was begun in 1780 and finished under Jane Corr in 1791.
About 60 % of the money comes from fees, 25 % from the county.
"""

_MODELS = """\
# Kettles

| Property | K7 | K7 Max |
|---|---|---|
| Weight | 1.2 kg | 1.9 kg |
| Volume | 1 litre | 2 litres |
"""

# Document, question, the answer, and its line.
_ANSWERED = [
    # Of two sentences that give the same answer, the one that says it of what is asked about.
    (_TOWN, "Which county is Brenmoor in?", "Eastshire", 1),
    # What a thing is, is said by the sentence that says so, not by its heading.
    (
        f"Brenmoor\n\nThe mayor of Brenmoor is Ada Wu.\n\n{_TOWN}",
        "What is Brenmoor?",
        "a market town",
        5,
    ),
    # Of several figures, the one in whose clause the words of the question stand.
    (_RULES, "How long may I keep a sailing boat?", "one day", 3),
    (_RULES, "How long may I keep a rowing boat?", "three hours", 3),
    (_RULES, "When was the mill finished?", "1791", 4),
    (_RULES, "When was the mill begun?", "1780", 4),
    (_RULES, "What percentage of the money comes from the county?", "25 %", 5),
    # A code with its figures names a column as well as a row.
    (_MODELS, "What is the weight of the K7?", "1.2 kg", 5),
]


def _ask(folder: Path, text: str, question: str) -> tuple[str | None, int | None]:
    path = folder / "text.md"
    path.write_text(text, encoding="utf-8")
    answer = Engine.open(str(path)).ask(question)
    source = answer.source if answer.kind == "answer" else None
    return (answer.text if source else None), (source.line if source else None)


@pytest.mark.parametrize(("text", "question", "expected", "line"), _ANSWERED)
def test_is_answered(tmp_path: Path, text: str, question: str, expected: str, line: int) -> None:
    said, where = _ask(tmp_path, text, question)
    assert said is not None
    assert expected in said
    assert where == line
