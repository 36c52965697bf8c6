"""Which of several things in a sentence is meant, and answers that have all of a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Answer, Engine
from tests.answers.one_page import ask

# A document, a question and the words that answer it.
CASES = [
    # all of a list of days, times or names
    (
        "INSET days (school closed): 1 and 2 September, 24 November, 1 June.",
        "which days is the school closed for inset",
        "1 and 2 September, 24 November, 1 June",
    ),
    ("Post office: Mon, Wed, Fri", "which days is the post office open", "Mon, Wed, Fri"),
    ("Dentist: Tuesday, Friday", "what days is the dentist there", "Tuesday, Friday"),
    (
        "The desk is open 9 to 11 am and 3 to 5 pm.",
        "when is the desk open",
        "9 to 11 am and 3 to 5 pm",
    ),
    (
        "Drilling is allowed between 9 am and noon and 2 pm and 4 pm.",
        "what times are they allowed to drill",
        "between 9 am and noon and 2 pm and 4 pm",
    ),
    (
        "Their children were Peter (1950), Margaret (1952), and Ruth (1957).",
        "what were her children called",
        "Peter (1950), Margaret (1952), and Ruth (1957)",
    ),
    # what goes the other way
    (
        "Scaffolding goes up: 2 to 6 March\nScaffolding comes down: by 10 July",
        "when do they put up the scaffolding",
        "2 to 6 March",
    ),
    (
        "The barriers go up on 3 May. The barriers come down on 9 June.",
        "when are the barriers removed",
        "9 June",
    ),
    # one end of a range, the value and not the change
    ("The fee was raised from £4 to £5 in May.", "how high is the fee", "£5"),
    ("The fee was raised from £4 to £5 in May.", "how high was the fee before May", "£4"),
    (
        "The river rose by 3.4 metres and peaked at 7.12 metres on Sunday.",
        "how high did the river get",
        "7.12 metres",
    ),
    ("The river rose by 3.4 metres on Sunday.", "by how much did the river rise", "3.4 metres"),
    (
        "The chunk size must lie between 64 KiB and 16 MiB.",
        "what is the maximum chunk size",
        "16 MiB",
    ),
    # clauses that run parallel
    (
        "The blue lamp means Auto, green means Laundry, and no lamp means Night.",
        "what does the blue lamp mean",
        "Auto",
    ),
    (
        "Standard parcels come with Evri, express ones with DPD.",
        "who brings express parcels",
        "DPD",
    ),
    (
        "Standard parcels come with Evri, express ones with DPD.",
        "who delivers standard parcels",
        "Evri",
    ),
    (
        "Children come in by the north gate, adults by the south gate.",
        "where do adults come in",
        "south gate",
    ),
    (
        "Gas bottles are sold in the kiosk, firewood at the farm.",
        "where are gas bottles sold",
        "in the kiosk",
    ),
]

# What a sentence cannot tell.
UNSAID = [
    ("While the slide is being repaired the small pool is closed.", "why is the slide repaired"),
    ("Staff outing, Tue 4 March", "where is the staff outing"),
    ("The trip to Rome was cancelled.", "who cancelled the trip"),
    ("The Mayor will write to the vicar.", "who is the mayor"),
    ("The bridge is closed until engineers have looked at it.", "why is the bridge closed"),
]


def _ask(folder: Path, document: str, question: str) -> Answer:
    return ask(folder, document, question, name="page.txt")


@pytest.mark.parametrize(("document", "question", "words"), CASES)
def test_which_of_several(tmp_path: Path, document: str, question: str, words: str) -> None:
    assert _ask(tmp_path, document, question).text == words


@pytest.mark.parametrize(("document", "question"), UNSAID)
def test_unsaid(tmp_path: Path, document: str, question: str) -> None:
    assert _ask(tmp_path, document, question).kind == "no-answer"


@pytest.mark.parametrize(
    ("document", "question", "words"),
    [
        (
            "3 Nominally a room of the east wing but used in practice by Nora Feld.",
            "Who uses the room of the east wing?",
            "Nora Feld",
        ),
        (
            "1 Largely owned by the Tern Trust but managed day to day by Sea Rangers Ltd.",
            "who manages it",
            "Sea Rangers Ltd",
        ),
        (
            "5 Originally a farm of the Lund family, later converted by Hedda Krogh.",
            "who converted the farm",
            "Hedda Krogh",
        ),
    ],
)
def test_who_does_it_in_a_footnote(
    tmp_path: Path, document: str, question: str, words: str
) -> None:
    assert _ask(tmp_path, document, question).text == words


FAQ = """\
Q: Do you do gift wrapping?
A: Yes, £4 per item, in recycled paper with a ribbon.

Do you have a sauna?
Yes. It is €6 for adults.

Can I bring a dog?
Only on the terrace.

The hut is old.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("how much is gift wrapping", "£4 per item"),
        ("how much is the sauna", "€6"),
        ("can I bring a dog", "Only on the terrace."),
    ],
)
def test_a_question_heads_its_answer(tmp_path: Path, question: str, words: str) -> None:
    answer = _ask(tmp_path, FAQ, question)
    assert words in (answer.text or "")


def test_a_question_heads_no_more_than_its_answer(tmp_path: Path) -> None:
    path = tmp_path / "faq.txt"
    path.write_text(FAQ, encoding="utf-8")
    engine = Engine.open(path, reader="off")
    headings = {s.text: s.heading for s in engine.store.get(range(len(engine)))}
    assert headings["Only on the terrace."] == "Can I bring a dog?"
    assert headings["The hut is old."] == ""


def test_a_fact_that_stands_alone_under_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "readme.md"
    path.write_text("# Kelm\n\n## License\n\nMPL 2.0. The logo is licensed CC BY 4.0.\n", "utf-8")
    engine = Engine.open(path, reader="off")
    for question in ("what is the license", "what licence is it under"):
        assert (engine.ask(question).text or "").startswith("MPL 2.0")


def test_words_that_the_document_writes_as_one(tmp_path: Path) -> None:
    document = "Headteacher: Ms Helena Pryce\nAssistant teacher: Tom Day"
    assert "Helena Pryce" in (_ask(tmp_path, document, "who is the head teacher").text or "")
    assert _ask(tmp_path, document, "who is the assistant teacher").text == "Tom Day"


ROWS = """\
| Kitchen | Manager | Since | Days | Venue |
|---|---|---|---|---|
| Thornaby | Kwame Boateng | 2023 | Tue, Thu, Sat | Home |
| Eastmoor | Ann Lee | 2018 | daily | Away |
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("on which days is the Thornaby kitchen open", "Tue, Thu, Sat"),
        ("is the Eastmoor kitchen home or away", "Away"),
    ],
)
def test_cells_of_days_and_choices(tmp_path: Path, question: str, words: str) -> None:
    path = tmp_path / "kitchens.md"
    path.write_text(ROWS, encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text == words


@pytest.mark.parametrize(
    ("document", "question"),
    [
        ("Bonfires remain forbidden between April and June.", "when are bonfires allowed"),
        ("Barbecues are not allowed in July.", "when are barbecues allowed"),
        ("Fishing is prohibited between March and May.", "when can I fish"),
        ("Dogs are not allowed on the beach in summer.", "when are dogs allowed on the beach"),
    ],
)
def test_what_is_forbidden_then_is_not_allowed_then(
    tmp_path: Path, document: str, question: str
) -> None:
    assert _ask(tmp_path, document, question).kind == "no-answer"
    forbidden = question.replace("allowed", "forbidden").replace("can I fish", "is fishing barred")
    assert _ask(tmp_path, document, forbidden).kind == "answer"


@pytest.mark.parametrize(
    ("document", "question", "name"),
    [
        (
            "After years as head coach, Graham Tull has retired; his successor is Ada de Haan.",
            "who is the new head coach",
            "Ada de Haan",
        ),
        (
            "Gardener Paul Wood left; his successor is Jane Moss.",
            "who is the gardener",
            "Jane Moss",
        ),
        (
            "Gardener Paul Wood left; his successor is Jane Moss.",
            "who was the gardener",
            "Paul Wood",
        ),
    ],
)
def test_who_holds_an_office_now(tmp_path: Path, document: str, question: str, name: str) -> None:
    assert _ask(tmp_path, document, question).text == name


OPTIONS = """\
| Option | Default | Meaning |
|---|---|---|
| `--limit-upload RATE` | unlimited | Cap the upload bandwidth at RATE. |
| `--exclude GLOB` | none | Skip files matching the glob. |
| `--threads N` | 4 | Number of worker threads. |
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("which flag limits the upload bandwidth", "--limit-upload RATE"),
        ("how can I limit the upload bandwidth", "--limit-upload RATE"),
        ("how do I skip some files", "--exclude GLOB"),
        ("how many threads are used by default", "4"),
    ],
)
def test_options_as_they_are_typed(tmp_path: Path, question: str, words: str) -> None:
    path = tmp_path / "options.md"
    path.write_text(OPTIONS, encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text == words


@pytest.mark.parametrize("key", ["`3` ", "3: ", "3 - "])
def test_what_a_code_means_is_all_that_stands_behind_it(tmp_path: Path, key: str) -> None:
    meaning = "snapshot written, but some files could not be read"
    path = tmp_path / "codes.md"
    path.write_text(f"# Exit codes\n\n- 1: a usage error\n- {key}{meaning}\n", encoding="utf-8")
    answer = Engine.open(path, reader="off").ask("what does exit code 3 mean")
    assert answer.text == meaning


def test_where_one_writes_to(tmp_path: Path) -> None:
    document = "Report any damage within a week, best with a photo, to works@hall.org."
    assert _ask(tmp_path, document, "where do I report damage").text == "works@hall.org"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("what is the phone number", "0171 555 21"),
        ("emergency number", "0171 555 22"),
        ("how much is the laundry", "4.50"),
        ("who is at the front desk", "Ms. Kay"),
    ],
)
def test_fields_side_by_side(tmp_path: Path, question: str, words: str) -> None:
    document = (
        "Phone: 0171 555 21      Emergencies: 0171 555 22\n"
        "Laundry: 4.50    Dryer: 3.50\n"
        "Front desk: Ms. Kay    Manager: Mr. Lee"
    )
    assert _ask(tmp_path, document, question).text == words


@pytest.mark.parametrize(
    ("document", "question", "words"),
    [
        (
            "Conversion takes one minute per gigabyte.",
            "how long does conversion take",
            "per gigabyte",
        ),
        ("They lived in a hut of turf called a bothan.", "what is a bothan", "hut of turf"),
        (
            "The bridge fell because, as everybody knew, it was rotten.",
            "why did the bridge fall",
            "it was rotten",
        ),
    ],
)
def test_all_that_belongs_to_it(tmp_path: Path, document: str, question: str, words: str) -> None:
    assert (_ask(tmp_path, document, question).text or "").endswith(words)


def test_a_holiday_is_no_weekday(tmp_path: Path) -> None:
    document = "Open on Easter Monday.\nMonday: closed\nTuesday: 10-17"
    assert _ask(tmp_path, document, "is it open on mondays").text == "No"


def test_a_label_names_what_is_measured(tmp_path: Path) -> None:
    assert _ask(tmp_path, "Norvik dryer\n\nWeight: 13.4 kg", "how heavy is it").text == "13.4 kg"


def test_of_three_parallel_clauses(tmp_path: Path) -> None:
    document = "The blue lamp means Auto, green means Laundry, and no lamp means Night."
    assert _ask(tmp_path, document, "what does the green light mean").text == "Laundry"


def test_what_another_code_means(tmp_path: Path) -> None:
    document = "`P11` unknown item (try `find`); `P14` less in stock; `P31` scale not zeroed."
    answer = _ask(tmp_path, document, "What does error P31 mean?")
    assert "unknown item" not in (answer.text or "")


@pytest.mark.parametrize("question", ["what", "what are", "or", "is it or", "8", "how much for 8"])
def test_questions_of_next_to_no_words(tmp_path: Path, question: str) -> None:
    document = "Children from 6 to 15 pay 4 euros, adults 9 euros. It is red or blue."
    assert _ask(tmp_path, document, question).kind in ("answer", "no-answer", "chat")
