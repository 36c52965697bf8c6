"""Web pages: what they show, on the lines where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa import Engine
from hegang_qa.documents.reading import parse_document

_PAGE = """\
<!doctype html><html><head><title>Harbour Rowing Club</title>
<script>var price = "999";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li>Fees</li></ul></nav>
<h1>Harbour Rowing
Club</h1>
<p>We were founded in 1921
by <b>Ada
Lund</b>.<p>The boathouse is at <i>12 Quay Street</i>.
<h2>Fees &amp; times</h2>
<table><caption>Fees per year</caption><thead><tr><th>Member</th><th>Fee</th></tr></thead>
<tbody><tr><td>Adult<td>&pound;240
<tr><td>Junior</td><td>&pound;110</td></tr></table>
<p>Bring:</p>
<ul><li>a towel<li>water
<ol><li>still<li>sparkling</ol></li></ul>
<dl><dt>Sculling</dt><dd>Rowing with two oars.</dd></dl>
<details><summary>Can I bring a guest?</summary><p>Yes, twice a year.</p></details>
<p>Run <code>club --join</code> to join.</p><pre>club --help
club --version</pre>
<p>Phone: 555 0142<br>Mail: club@example.org</p>
<select><option>1999</option></select>
</body></html>
"""


def test_blocks_are_what_a_browser_shows() -> None:
    page = parse_document("club.html", _PAGE)
    told = [
        (one.kind, " ".join(page.text[one.start : one.end].split()), page.place(one.start)[0])
        for one in page.blocks
    ]
    assert told == [
        ("heading", "Harbour Rowing Club", 4),
        ("paragraph", "We were founded in 1921 by Ada Lund.", 6),
        ("paragraph", "The boathouse is at 12 Quay Street.", 8),
        ("heading", "Fees & times", 9),
        ("paragraph", "Fees per year", 10),
        ("row", "Adult | £240", 11),
        ("row", "Junior | £110", 12),
        ("paragraph", "Bring:", 13),
        ("item", "a towel", 14),
        ("item", "water", 14),
        ("item", "still", 15),
        ("item", "sparkling", 15),
        ("paragraph", "Sculling", 16),
        ("item", "Rowing with two oars.", 16),
        ("heading", "Can I bring a guest?", 17),
        ("paragraph", "Yes, twice a year.", 17),
        ("paragraph", "Run `club --join` to join.", 18),
        ("code", "club --help club --version", 18),
        ("paragraph", "Phone: 555 0142", 20),
        ("paragraph", "Mail: club@example.org", 20),
    ]
    assert page.title == "Harbour Rowing Club"


def test_cells_stand_under_their_heads_and_items_under_their_lead() -> None:
    page = parse_document("club.html", _PAGE)
    junior = next(one for one in page.blocks if "Junior" in page.text[one.start : one.end])
    assert [(page.text[c.start : c.end], c.head) for c in junior.cells] == [
        ("Junior", "Member"),
        ("£110", "Fee"),
    ]
    leads = [one.lead for one in page.blocks if one.kind == "item"]
    assert leads == ["Bring:", "Bring:", "Bring: water", "Bring: water", "Sculling"]


@pytest.mark.parametrize(
    ("question", "text", "line"),
    [
        ("when was the club founded", "1921", 6),
        ("how much does a junior pay", "£110", 12),
        ("can I bring a guest", "Yes", 17),
        ("what is the phone number", "555 0142", 20),
    ],
)
def test_questions_to_a_page(tmp_path: Path, question: str, text: str, line: int) -> None:
    (tmp_path / "club.html").write_text(_PAGE, encoding="utf-8")
    answer = Engine.open(tmp_path, reader="off").ask(question)
    assert answer.text == text
    assert answer.source is not None
    assert (answer.source.path.endswith("club.html"), answer.source.line) == (True, line)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("plain", "plain"),
        ("<table><tr><td>one<td>two", "one | two"),
        ("<ul><li>one", "one"),
        ("</p></ul></table>one", "one"),
        ("<script>none", ""),
        ("<div hidden>none</div>one", "one"),
        ("<p hidden>one<p>two", "one two"),
    ],
)
def test_broken_pages_lose_nothing(text: str, words: str) -> None:
    page = parse_document("broken.htm", text)
    assert " ".join(page.text[one.start : one.end] for one in page.blocks) == words


_PIECES = st.lists(
    st.sampled_from(
        (
            *"<p> </p> <table> </table> <tr> <td> </td> <th> <ul> </ul> <li> </li> <h2>".split(),
            *"</h2> <br> <pre> </pre> <code> </code> <nav> </nav> <dl> <dt> <dd>".split(),
            *("<details>", "<summary>", "word ", "two words.", "\n", "&amp;", "<!-- no -->"),
        )
    ),
    max_size=40,
)


@given(_PIECES)
def test_any_page_keeps_its_lines_in_order(pieces: list[str]) -> None:
    page = parse_document("any.html", "".join(pieces))
    spans = [(one.start, one.end) for one in page.blocks]
    assert spans == sorted(spans)
    assert all(start < end <= len(page.text) for start, end in spans)
    assert all(
        one.start <= cell.start < cell.end <= one.end for one in page.blocks for cell in one.cells
    )


_SPANNING = """\
<title>Courses</title><table>
<tr><th>Day</th><th>Time</th><th>Course</th><th>Room</th></tr>
<tr><td rowspan="2">Monday</td><td>10:00</td><td>Yoga</td><td rowspan=3>Hall</td></tr>
<tr><td>18:00</td><td>Judo</td></tr>
<tr><td>Tuesday</td>
<td>19:00</td><td>Chess</td></tr>
<tr><td>Friday</td><td>17:00</td><td>Choir</td><td rowspan="0">Attic</td></tr>
<tr><td>Sunday</td><td>11:00</td><td rowspan="99999999">Bridge</td><td>Bar</td></tr>
</table>
"""


def test_a_cell_that_reaches_into_further_rows_is_said_in_each() -> None:
    document = parse_document("c.html", _SPANNING)
    rows = [
        [(cell.head, document.text[cell.start : cell.end]) for cell in block.cells]
        for block in document.blocks
    ]
    heads = ("Day", "Time", "Course", "Room")
    assert [[text for _, text in row] for row in rows] == [
        ["Monday", "10:00", "Yoga", "Hall"],
        ["Monday", "18:00", "Judo", "Hall"],
        ["Tuesday", "19:00", "Chess", "Hall"],
        ["Friday", "17:00", "Choir", "Attic"],
        ["Sunday", "11:00", "Bridge", "Bar"],
    ]
    assert all(tuple(head for head, _ in row) == heads for row in rows)
    assert [document.text.count("\n", 0, block.start) + 1 for block in document.blocks] == [
        3,
        4,
        5,
        7,
        8,
    ]
