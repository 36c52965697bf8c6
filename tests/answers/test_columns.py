"""Tables: the row is found by its own words and the heads of its columns, the cell by its head."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

TABLE = """\
# Boat hire

| Boat | Per hour | Deposit | Seats | Moored at | Closed on |
|------|----------|---------|-------|-----------|-----------|
| Canoe | £9.00 | £20 | 2 | North pier | Monday |
| Rowing boat | £12.50 | £30 | 4 | South pier | Tuesday |
| Pedal boat | £14.00 | £35 | 5 | Island jetty | Sunday |
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("table") / "hire.md"
    path.write_text(TABLE, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        ("What is the deposit for a canoe?", "£20", 5),
        ("how much is the deposit on the pedal boat", "£35", 7),
        ("How many seats does a rowing boat have?", "4", 6),
        ("Where is the rowing boat moored?", "South pier", 6),
        ("price per hour of the canoe", "£9.00", 5),
        ("Which boat is moored at the island jetty?", "Pedal boat", 7),
        ("On which day is the canoe closed?", "Monday", 5),
    ],
)
def test_cell(engine: Engine, question: str, answer: str, line: int) -> None:
    got = engine.ask(question)
    assert (got.text, got.source and got.source.line) == (answer, line)


def test_what_no_column_holds_is_refused(engine: Engine) -> None:
    assert engine.ask("What colour is the canoe?").kind == "no-answer"


MODELS = """\
# Saws

| | Fox 20 | Fox 20 Max | Elk |
|---|---|---|---|
| Weight | 4.2 kg | 4.9 kg | 6.5 kg |
| Depth of cut | 55 mm | 65 mm | 85 mm |
| Warranty | 2 years | 3 years | 5 years |
| Laser | no | yes | yes |
| Lamp | no | no | yes |
| Price | €119 | €159 | €229 |

## Fees and charges

| Service | Charge | Maximum |
|---|---|---|
| Sharpening, hand saw | €4 a blade | €20 |
| Sharpening, disc | €9 a blade | €45 |

## Faults

| Code | Cause | What to do |
|---|---|---|
| E1 | motor too hot | let it cool |
| E12 | guard open | close the guard |

## Hours

| | Shop | Workshop |
|---|---|---|
| Saturday | 9:00-13:00 | closed |
| Monday | closed | 8:00-16:00 |
"""


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("models") / "saws.md"
    path.write_text(MODELS, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        # One head within another; heads that are found by another form of the word.
        ("weight fox 20", "4.2 kg", 5),
        ("weight fox 20 max", "4.9 kg", 5),
        ("How deep can the Elk cut?", "85 mm", 6),
        ("how long is the guarantee for the max model", "3 years", 7),
        # The word that nothing but a head explains chooses the column.
        ("what is the maximum charge for sharpening a disc", "€45", 17),
        ("what is the charge for sharpening a disc", "€9 a blade", 17),
        # What goes with a row's name need not stand there; what kind of column is asked for.
        ("what does the code E12 mean", "guard open", 24),
        ("error E1 fix", "let it cool", 23),
        ("what should I do about E12", "close the guard", 24),
        # The head is the answer.
        ("Which model has a lamp?", "Elk", 9),
        ("which models have a laser", "Fox 20 Max, Elk", 8),
        ("which model costs €159", "Fox 20 Max", 10),
        # Yes and no by the cell in question.
        ("Does the Fox 20 have a laser?", "No", 8),
        ("does the Elk have a lamp", "Yes", 9),
        ("is the workshop open on Saturday?", "No", 30),
        ("is the shop open on Saturday?", "Yes", 30),
        ("Does the Elk cost €229?", "Yes", 10),
        ("Does the Elk cost €159?", "No", 10),
    ],
)
def test_cell_by_row_and_column(models: Engine, question: str, answer: str, line: int) -> None:
    got = models.ask(question)
    assert (got.text, got.source and got.source.line) == (answer, line)


@pytest.mark.parametrize(
    "question",
    ["how do I connect the lamp of the Elk", "who invented the laser", "what colour is the Elk"],
)
def test_a_row_and_a_column_are_no_answer_to_everything(models: Engine, question: str) -> None:
    assert models.ask(question).kind == "no-answer"


HOURS = """\
# Baths

## Times

| Service | Mon-Fri | Sat | Sun |
|---|---|---|---|
| Desk | 8:00-20:00 | 8:00-21:00 | 9:00-18:00 |
| Sauna | 16:00-22:00 | 14:00-23:00 | closed |

## Courses

| | Water polo | Diving |
|---|---|---|
| Monday to Wednesday | 18:00 | 19:30 |
| Friday | 17:00 | 20:00 |

- Night guard: 555 21 49, from 22:00
- Quiet place: behind the boiler house
"""


@pytest.fixture(scope="module")
def baths(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("baths") / "baths.md"
    path.write_text(HOURS, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        ("hours of the desk on Sunday", "9:00-18:00", 7),
        ("when is the sauna open on Thursday", "16:00-22:00", 8),
        ("is the sauna open on sunday?", "No", 8),
        ("when is diving on Tuesday", "19:30", 14),
        ("phone number of the night guard", "555 21 49", 17),
        ("where is a quiet place", "behind the boiler house", 18),
    ],
)
def test_days_within_ranges_and_labels(
    baths: Engine, question: str, answer: str, line: int
) -> None:
    got = baths.ask(question)
    assert (got.text, got.source and got.source.line) == (answer, line)


def test_a_measure_is_no_verdict(models: Engine) -> None:
    assert models.ask("Is the Elk heavy?").text not in ("Yes", "No")


LABELS = """\
# Notes

## Ports

- 8443: admin console, office only
- 9100: metrics

## Variables

- `APP_WORKERS`: number of processes; default 6
- `APP_LOG`: level of the log, one of info, warn; default `info`

Flour stock: 20 white, 15 rye, 6 spelt.

The server stands in the data centre, rack 17, and is called ash. A call must be answered within
20 minutes by day and within 45 minutes at night.
"""


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("labels") / "notes.md"
    path.write_text(LABELS, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("port of the admin console", "8443"),
        ("which port do the metrics use", "9100"),
        ("what is on port 9100", "metrics"),
        ("default of APP_WORKERS", "6"),
        ("default log level", "info"),
        ("flour stock", "20 white, 15 rye, 6 spelt"),
        ("what is the flour stock", "20 white, 15 rye, 6 spelt"),
        ("which rack does the server stand in", "17"),
        ("how fast must a call be answered at night", "45 minutes"),
    ],
)
def test_labels_and_values_after_their_name(labels: Engine, question: str, answer: str) -> None:
    assert labels.ask(question).text == answer


def test_a_column_does_not_name_its_row(tmp_path: Path) -> None:
    path = tmp_path / "staff.md"
    path.write_text(
        "# Club\n\n| Class | Room | Coach |\n|---|---|---|\n| Yoga | Blue room | Ada Lindh |\n"
        "| Boxing | Hall | Rasmus Toft |\n\n- Manager: Solveig Brandt\n",
        encoding="utf-8",
    )
    engine = Engine.open(path)
    assert engine.ask("who is the manager").text == "Solveig Brandt"
    assert engine.ask("who is the coach for yoga").text == "Ada Lindh"
    assert engine.ask("where is the boxing").text == "Hall"


DEPOTS = """\
# Depots

Prices are in euros.

| Depot | Mon–Fri | Saturday | Takes tyres | Takes paint | Charge per load |
|-------|---------|----------|-------------|-------------|-----------------|
| Hill Lane | closed, save Thu 14.00–18.00 | 9.00–12.00 | no | no | 24.00 |
| Old Dock | 8.00–18.00 | 8.00–15.00 | yes | by appointment | 17.00 |

Tours of the depots cost €3 a head. A bin can be hired: €9 a day, €32 a week, €285 a year.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # the row whose cell says yes, or under what condition
        ("Which depot takes tyres?", "Old Dock"),
        ("Which depot takes paint?", "Old Dock"),
        ("Which depot takes no tyres?", "Hill Lane"),
        # the cell under the head, though another column's has the kind in words
        ("hill lane saturday hours", "9.00–12.00"),
        # a figure without its unit is as good as one with it
        ("how much is the charge per load at the hill lane depot", "24.00"),
        # of several prices the one by the unit that is asked for
        ("bin hire weekly price", "€32"),
        ("price of a bin for a year", "€285"),
        ("bin price per day", "€9"),
    ],
)
def test_rows_and_rates(tmp_path: Path, question: str, answer: str) -> None:
    path = tmp_path / "depots.md"
    path.write_text(DEPOTS, encoding="utf-8")
    got = Engine.open(path).ask(question)
    assert (got.text or "").split(" a ")[0] == answer


BOATS = """\
Name,Type,Built,Builder,Seats,Bay,Weight (kg),Status
Kittiwake,eight,1968,Salter Brothers,9,1,112,restricted
Puffin,double scull,2015,Filippi,2,2,27,in use
Heron,coxless four,2009,Janousek,4,3,52,in use
Dabchick,single scull,2018,Filippi,1,2,14,under repair
Old Bess,tub pair,1954,unknown,3,4,88,for sale
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("which boat is for sale", "Old Bess"),
        ("which boat was built in 2009", "Heron"),
        ("which boats did Filippi build", "Puffin; Dabchick"),
        ("what boat weighs 112 kg", "Kittiwake"),
        ("who built the Heron", "Janousek"),
        ("which bay is the Heron in", "3"),
    ],
)
def test_the_row_that_holds_a_value(tmp_path: Path, question: str, answer: str) -> None:
    (tmp_path / "boats.csv").write_text(BOATS, encoding="utf-8")
    assert Engine.open(tmp_path / "boats.csv").ask(question).text == answer


HEADS = """\
# Notes of a warden

## Charges

| Service | Last year | This year |
|---|---|---|
| Boiler check | 310 | 345 |
| Lift contract | 5,880 | 6,240 |

## Machine

| Dial | Programme | For | Spin |
|---|---|---|---|
| 4 | Wool | jumpers, scarves | 600 |
| 5 | Dark | jeans, black things | 900 |

## Contest

| Event | First | Mark | Second | Mark |
|---|---|---|---|---|
| High jump | Ivo Grant | 2.04 m | Carl Stobbs | 1.98 m |

## Terns

| Sector | Nests | Hatched | Fledged |
|---|---|---|---|
| A | 31 | 22 | 17 |
| B (no rope) | 6 | 1 | 0 |

## Ward

| Bed | Patient | Came for | Watch |
|---|---|---|---|
| 6 | Mrs Alberta Home | broken wrist | sugar |
| 8 | Mr Ole Hume | a fall | breathing |

## Courses

| No. | Course | Teacher | Day and hour | Room |
|---|---|---|---|---|
| L01 | Italian for beginners | Carla Benedetti | Monday 18:30 | G4 |
| L03 | Polish for beginners | Marek Wolny | Tuesday 19:00 | M2 |

## Doughs

| Loaf | Flour | Yeast | First rest | Second rest |
|---|---|---|---|---|
| White sticks | 1,000 g wheat | 4 g yeast | 18 h cold | 45 min |

## Options

| Option | Short | Default | Applies to |
|---|---|---|---|
| `--journal FILE` | `-j` | `~/.gristle/journal` | all |
"""


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("heads") / "notes.md"
    path.write_text(HEADS, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # A head that stands in the question as it is, or is the preposition asked with.
        ("What does the lift contract cost this year?", "6,240"),
        ("lift contract last year", "5,880"),
        ("What is programme 5 for?", "jeans, black things"),
        ("For what is programme 4?", "jumpers, scarves"),
        # Of columns with the same head the one behind the name.
        ("How high did Ivo Grant jump?", "2.04 m"),
        ("How high did Carl Stobbs jump?", "1.98 m"),
        # What was done, not what is counted; what is asked for, not what tells where.
        ("How many nests hatched in sector B?", "1"),
        ("How many nests are there in sector B?", "6"),
        ("What must be watched with the patient in bed 6?", "sugar"),
        # The head over the row's name says which row, not which cell.
        ("polish course room", "M2"),
        # The day without the hour, where a day is asked for.
        ("On which day is Italian for beginners?", "Monday"),
        ("When is Italian for beginners?", "Monday 18:30"),
        # A figure beside a word of the question in its cell.
        ("How long do the white sticks rest in the cold?", "18 h"),
        # A path may hold the very words that ask for it.
        ("What is the default of --journal?", "`~/.gristle/journal`"),
    ],
)
def test_which_head_is_meant(notes: Engine, question: str, answer: str) -> None:
    assert (notes.ask(question).text or "").strip("`") == answer.strip("`")
