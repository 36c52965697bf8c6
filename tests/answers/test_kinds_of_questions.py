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

_NOTES = """\
# Ports

- 443: HTTPS
- 7070: the ledger

To lock the screen, hold **Mode** for two seconds; hold it again to unlock it.
Remove stale jobs with `sweepjobs --older 9d`.
In 1702 the island was under the rule of Count Bertold under the Danish crown.
The flood broke out in a cellar in Dock Lane, destroyed 30 houses and the chapel of Saint Ebba.
The mail was late because the relay's certificate had run out.
In 1871 silver was discovered near Ardle.
"""

_FAQ = """\
# Questions

**How do I reset the lamp?**
Press the red button for five seconds.

**May it stand outside?** No, keep it dry.

- **What does a spare bulb cost?** 5 euros.
"""

_STAFF = """\
# 4. Loans

Write to the clerk, Ada Wu (01632 555 018).
The nearest school is St Ebba's in Millford.
A loan may be renewed twice.

| Host | OS | Café |
|---|---|---|
| wren | OpenBSD | closed |
"""

_WORDS = """\
# Kiln

Pieces thicker than 3 cm are refused because they may burst.
In 2012 its GDP rose by 4 % to 310 million crowns.
The autumn fair takes place on the second Sunday of October.
The working days are the first Saturdays of April, June and September.
The office answers from 9 to 16 o'clock. We run Grafana 11.2 on wren.
The council refused the offer.
Ivo recommends traps rather than poison, as hens eat the poisoned mice. Ada needs five helpers.
"""

_FEES = """\
# Fees

| What | Charge | Maximum |
|---|---|---|
| Late return, tool | £1 per day | £30 |
| Late return, instrument | £2 per day | £50 |
"""

_POOL = """\
| Day | Pool | Sauna |
|---|---|---|
| Mon | 6:30-21:00 | closed |
| Tue-Thu | 6:30-22:00 | 14:00-22:00 |
| Sat, Sun | 9:00-18:00 | 10:00-18:00 |

The big pool is kept at 27 °C, the learners' pool at 31 °C.
"""

# Document, question, the answer, and its line.
_DAYS = """\
On 12 March 2024 Anke moved the web server to the new rack. On Monday Karl cleaned the pool.

In 2018 Maria bought the piano. The south office was opened by the mayor on 4 July 2015.
"""

_PLACE = """\
Across the Ister River, Ardley faces Corran.

Ardley is located in the north of Eastshire, near Lowick.
"""

_ANSWERED = [
    (_PLACE, "where is ardley?", "north of Eastshire", 3),
    (_PLACE, "Where's Ardley", "north of Eastshire", 3),
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
    # What the form of a sentence tells: the number before a colon, the way to do something, the one
    # who does what a noun names, a reason to its last word.
    (_NOTES, "What port does the ledger use?", "7070", 4),
    (_NOTES, "How do I lock the screen?", "hold Mode for two seconds", 6),
    (_NOTES, "how to remove stale jobs", "sweepjobs --older 9d", 7),
    (_NOTES, "Who ruled the island in 1702?", "Count Bertold", 8),
    (_NOTES, "Where did the flood start?", "Dock Lane", 9),
    (_NOTES, "When was silver struck?", "1871", 11),
    (_NOTES, "Why was the mail late?", "the relay's certificate had run out", 10),
    # Questions in bold head their answers.
    (_FAQ, "How do I reset the lamp?", "Press the red button for five seconds.", 4),
    (_FAQ, "May it stand outside?", "No", 6),
    (_FAQ, "What does a spare bulb cost?", "5 euros", 8),
    # Telephone numbers without a word for it, names with an "'s" of their own, initials, words that
    # stand in the head of a column only.
    (_STAFF, "What is the phone number of the clerk?", "01632 555 018", 3),
    (_STAFF, "Which school is nearest?", "St Ebba's", 4),
    (_STAFF, "Which operating system does wren use?", "OpenBSD", 9),
    (_STAFF, "what is the café of wren", "closed", 9),
    # What kind of thing something is, degrees of adjectives, several figures in one stretch.
    (_TOWN, "What kind of town is Brenmoor?", "market", 1),
    (_WORDS, "why are thick pieces refused", "they may burst", 3),
    (_WORDS, "why traps and not poison", "hens eat the poisoned mice", 9),
    (_WORDS, "hwo many helpers does Ada need", "five", 9),
    (_WORDS, "wy are thick pieces refused", "they may burst", 3),
    (_WORDS, "how big was the economy in 2012", "310 million crowns", 4),
    (_WORDS, "When is the autumn fair?", "second Sunday of October", 5),
    (_WORDS, "When are the working days?", "first Saturdays of April, June and September", 6),
    ("The library opens at nine in the morning.", "when does it open", "nine in the morning", 1),
    (_WORDS, "Which version of Grafana do we run?", "11.2", 7),
    # Days within a range and in short, and what describes the one of two.
    (_POOL, "sauna hours on Wednesday", "14:00-22:00", 4),
    (_POOL, "When does the pool open on Sundays?", "9:00-18:00", 5),
    (_POOL, "How warm is the big pool?", "27 °C", 7),
    # Of two heads that the question names, the one whose own word it says.
    (_FEES, "What is the maximum late charge for an instrument?", "£50", 6),
    # A code with its figures names a column as well as a row.
    (_MODELS, "What is the weight of the K7?", "1.2 kg", 5),
    (_DAYS, "who moved the web server", "Anke", 1),
    (_DAYS, "who cleaned the pool", "Karl", 1),
    (_DAYS, "who bought the piano", "Maria", 3),
    (_DAYS, "who opened the south office", "mayor", 3),
]


# Document and question, where the document does not say.
_REFUSED = [
    (_MODELS, "What is the weight of the K9?"),
    (_WORDS, "Why did the council refuse the offer?"),
    # Nothing is said of what was done, nor of who holds an office.
    (_NOTES, "Who painted Saint Ebba?"),
    (_NOTES, "When was Count Bertold knighted?"),
    (_TOWN, "Who destroyed Brenmoor?"),
    (_TOWN, "Who was the first bishop of Brenmoor?"),
    (_TOWN, "What is the area of Brenmoor?"),
    # Figures that tell something else: a measure, the number of a paragraph, another's telephone.
    ("The Abel mill has a turbine of 40 kW.", "How many turbines does the Abel mill have?"),
    ("Rules\n\n3.2 Hoses are kept behind the shed.", "How many hoses are there?"),
    (
        "Call the clerk on 01632 555 018. The mayor is Tora Lind.",
        "What is Tora Lind's phone number?",
    ),
    ("| Host | Memory |\n|---|---|\n| wren | 8 GB |", "Where is wren located?"),
    (f"{_TOWN}It became one of the larger markets.", "How many markets are there in Brenmoor?"),
    (_WORDS, "What time does the autumn fair begin?"),
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


@pytest.mark.parametrize(("text", "question"), _REFUSED)
def test_is_refused(tmp_path: Path, text: str, question: str) -> None:
    assert _ask(tmp_path, text, question) == (None, None)


def test_what_is_read_behind_a_question_is_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "place.md"
    path.write_text(_PLACE, encoding="utf-8")
    answer = Engine.open(path, reader="off").ask("where is ardly?", explain=True)
    assert "north of Eastshire" in (answer.text or "")
    assert answer.asked == "where is ardly?"
    assert answer.intent is not None
    assert not any("located" in slot for slot in answer.intent.slots.values())
    assert answer.explanation is not None
    assert answer.explanation.asked == "where is ardley?"
