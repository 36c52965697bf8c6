"""Documents as people have them (a handbook, a price list, minutes, a technical README, an article)
and questions as they ask them: verdicts that the words alone would get wrong, cells, headings."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

ARTICLE = """\
# Lake Tarn

Lake Tarn is the second largest and the deepest lake of all. The largest lake is Lake Mossen.

The explorer Elise Vander was the first to map it. She was born in Ghent and came here in 1829.
Vander died of pneumonia in Osterby.

On 17 August 1923 the steamship *Aurora* sank after hitting a rock; 64 of the 91 people on board
drowned.

There are 46 islands, of which only three are inhabited. The lake was formed about 11,000 years ago.

A ferry runs four times a day in summer and twice a day in winter. Swimming is prohibited near the
dam.

Mercury is more toxic than lead. Copper conducts better than iron but worse than silver.

Contractors must not work on the roof unless a supervisor is present. Adults pay $12, seniors $9.

The chief executive, Carla Nunez, resigned in March 2023 and was replaced by Paul Orr.

The museum is open daily except Monday from 10 am to 5 pm.

Lisa Berg voted against the bid of Halden. A decision on the boiler was postponed to September.
"""

HANDBOOK = """\
# Rowing club

## 1. Fees

| Category | Annual fee | Locker fee | Vote |
|---|---|---|---|
| Junior | £85 | £10 | no |
| Senior | £160 | £15 | yes |

## 2. Boathouse

On weekends it is open from 7:00 to 19:00. It is closed on 25 December and 1 January.

## 3. Officers

- **President**: Margaret Osei
- **Treasurer**: Tomasz Wilk
- **Membership Secretary**: Priya Raman (members@club.example, 01632 960145)

3.1 They are elected every November. They serve for two years.

3.2 Each member receives a key fob.

## 4. Words

**Cox**: the person who steers the boat.

## 5. Rota

| Day | Cook | Cleaner | Starts |
|---|---|---|---|
| Monday | Anna | Ben | 17:30 |
| Tuesday | Carl | Anna | 18:00 |

## 6. Questions

### Can I bring a guest?

Yes, up to two guests per visit, but they must sign the book.
"""

PRICES = """\
SKU,Product,Category,Price (EUR),Stock,Supplier,Warranty (months)
KT-101,Copper kettle,Kitchen,49.90,12,Lindqvist AB,24
KT-102,Cast iron pan 28 cm,Kitchen,64.50,7,Ferroni,120
GD-201,Garden hose 25 m,Garden,31.75,0,Aquaflex,36
GD-203,Wheelbarrow,Garden,89.00,4,Ferroni,24
LT-303,LED bulb E27,Lighting,4.95,310,Lumio,36
"""

FAIR = """\
Stalls cost £15 each; charities pay nothing.

Admission is free for children under six. Adults pay $12, seniors $9.

The path is free of ice. The hall is free on Mondays. Entry is free for members of the trust.

Parking is free of charge for members, and visitors pay £4.

The bus is 4 euros for members and 6 euros for non-members.
"""

MINUTES = """\
# Minutes of the meeting of 4 May

Present: Ann Lee (chair), Tom Ray

Apologies: Harold Finch

The treasurer presented the accounts.
"""

README = """\
# tidepool

## Requirements

- Python 3.9 or later
- Windows is not supported because the worker relies on `fork()`.

## Installation

```
pip install tidepool
tidepool init --db jobs.db
```

To run several workers, use `--concurrency N`.

The payload of a job must not exceed 64 KB.

## Troubleshooting

### "database is locked"

This error appears when another process holds a write lock. Increase the timeout.

### Jobs run twice

If a worker dies, the job is delivered again.

## Upgrading

Version 2.0 dropped support for Redis and Python 3.8.
"""

DOCUMENTS = {
    "lake.md": ARTICLE,
    "club.md": HANDBOOK,
    "prices.csv": PRICES,
    "fair.md": FAIR,
    "minutes.md": MINUTES,
    "readme.md": README,
}


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Engine]:
    folder = tmp_path_factory.mktemp("people")
    made = {}
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
        made[name] = Engine.open(folder / name, reader="off")
    return made


@pytest.mark.parametrize(
    ("file", "question", "said"),
    [
        # Another is; the other way about; another's figure; some only.
        ("lake.md", "is Lake Tarn the largest lake", "No"),
        ("lake.md", "is lead more toxic than mercury", "No"),
        ("lake.md", "is mercury more toxic than lead", "Yes"),
        ("lake.md", "does copper conduct better than silver", "No"),
        ("lake.md", "do seniors pay $12", "No"),
        ("lake.md", "do adults pay $12", "Yes"),
        ("lake.md", "are all the islands inhabited", "No"),
        ("lake.md", "did Lisa Berg vote for the bid of Halden", "No"),
        # Since, unless, until.
        ("lake.md", "is Carla Nunez still chief executive", "No"),
        ("lake.md", "may contractors work on the roof if a supervisor is present", "Yes"),
        ("lake.md", "was a decision on the boiler made", "No"),
        ("lake.md", "is the museum open on Tuesdays", "Yes"),
        ("club.md", "is the boathouse closed on Saturdays", "No"),
        ("club.md", "can I bring three guests", "No"),
        ("club.md", "can I bring two guests", "Yes"),
        ("readme.md", "is Python 3.8 supported", "No"),
        ("readme.md", "can I use Python 3.12", "Python 3.9 or later"),
    ],
)
def test_verdicts(engines: dict[str, Engine], file: str, question: str, said: str) -> None:
    assert engines[file].ask(question).text == said


@pytest.mark.parametrize(
    ("file", "question"),
    [
        # Said of something else: no verdict, and never "Yes".
        ("lake.md", "did Vander die in Ghent"),
        ("lake.md", "was Vander born in Osterby"),
        ("lake.md", "can I swim in the lake"),
    ],
)
def test_no_yes(engines: dict[str, Engine], file: str, question: str) -> None:
    assert engines[file].ask(question).text != "Yes"


@pytest.mark.parametrize(
    ("file", "question", "answer"),
    [
        ("lake.md", "how often does the ferry run in summer", "four times a day"),
        ("lake.md", "how often does the ferry run in winter", "twice a day"),
        ("lake.md", "how many people drowned on the Aurora", "64"),
        ("lake.md", "how many people were on board the Aurora", "91"),
        ("club.md", "fee senior", "£160"),
        ("club.md", "email of the membership secretary", "members@club.example"),
        ("club.md", "who steers the boat", "Cox"),
        ("club.md", "when does Anna cook", "17:30"),
        ("prices.csv", "how much is the copper kettle", "49.90"),
        ("prices.csv", "how much is the LED bulb", "4.95"),
        ("prices.csv", "price of the garden hose", "31.75"),
        ("prices.csv", "how long is the warranty on the cast iron pan", "120"),
        ("prices.csv", "how many LED bulbs do you have", "310"),
        ("prices.csv", "which product costs 89 euros", "Wheelbarrow"),
        (
            "prices.csv",
            "which products are in the Garden category",
            "Garden hose 25 m; Wheelbarrow",
        ),
        ("readme.md", "how do I install tidepool", "pip install tidepool"),
        ("readme.md", "what is the maximum payload", "64 KB"),
        ("readme.md", "why is Windows not supported", "the worker relies on `fork()`"),
        # What costs nothing.
        ("fair.md", "how much do charities pay for a stall", "nothing"),
        ("fair.md", "how much is a stall", "£15"),
        ("fair.md", "how much is admission for children under six", "free"),
        ("fair.md", "how much do adults pay", "$12"),
        ("fair.md", "how much is parking for members", "free of charge"),
        ("fair.md", "how much do visitors pay for parking", "£4"),
        ("fair.md", "how much is the path", None),
        ("fair.md", "how much is entry for non-members", None),
        ("fair.md", "how much is the bus for members", "4 euros"),
        ("fair.md", "how much is the bus for non-members", "6 euros"),
        # Who was there, as minutes write it.
        ("minutes.md", "who was absent", "Harold Finch"),
        ("minutes.md", "who attended the meeting", "Ann Lee (chair), Tom Ray"),
    ],
)
def test_answers(engines: dict[str, Engine], file: str, question: str, answer: str | None) -> None:
    assert engines[file].ask(question).text == answer


@pytest.mark.parametrize(
    ("file", "question", "holds"),
    [
        ("club.md", "list the officers", "Tomasz Wilk"),
        ("readme.md", 'what does "database is locked" mean', "another process"),
        ("readme.md", "how do I fix database is locked", "Increase the timeout"),
        ("readme.md", "why do jobs run twice", "delivered again"),
        ("readme.md", "how do I run several workers", "`--concurrency N`"),
    ],
)
def test_what_stands_under_a_heading(
    engines: dict[str, Engine], file: str, question: str, holds: str
) -> None:
    assert holds in (engines[file].ask(question).text or "")


def test_how_long_ago_is_no_length(engines: dict[str, Engine]) -> None:
    assert engines["lake.md"].ask("how long is the lake").kind == "no-answer"
    assert engines["lake.md"].ask("which lake is the deepest").text != "Lake Mossen"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what does clause 3.2 say", "Each member receives a key fob."),
        ("What is rule 3.1?", "They are elected every November."),
        ("what does section 3.2 say?", "Each member receives a key fob."),
    ],
)
def test_clauses_by_their_number(engines: dict[str, Engine], question: str, text: str) -> None:
    said = engines["club.md"].ask(question)
    assert said.text == text
    assert said.answer_span is not None
    assert said.sentence is not None
    assert said.sentence[slice(*said.answer_span)] == text
    assert engines["club.md"].ask(question, min_confidence=0.99).kind == "no-answer"
    assert engines["club.md"].ask("what does clause 9.9 say").kind == "no-answer"


def test_another_office_and_other_days(engines: dict[str, Engine]) -> None:
    assert engines["club.md"].ask("who is the vice president").kind == "no-answer"
    assert engines["club.md"].ask("who is the president").text == "Margaret Osei"
    said = engines["club.md"].ask("when does the boathouse close on weekdays")
    assert said.text != "19:00"


def test_a_row_is_no_answer_to_yes_or_no(engines: dict[str, Engine]) -> None:
    said = engines["club.md"].ask("can I row when the river is at 2 metres")
    assert "|" not in (said.text or "")
