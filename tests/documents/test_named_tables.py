"""Tables whose name stands in one line with the heads of their columns."""

from __future__ import annotations

import pytest

from hegang_qa.documents.plain import parse_plain

MEMBERSHIP = """\
Rates for this year.

3. MEMBERSHIP            monthly    yearly
Single                   24.00      240.00
Family                   41.00      410.00
Student                  15.00      150.00
Ask at the desk.
"""
WINE = """\
THE OLD FERRY

WINE                     glass      bottle
Muscat ................. 6.20 ..... 25.00
Rioja .................. 6.90 ..... 28.50
"""


@pytest.mark.parametrize(
    ("text", "name", "heads", "first"),
    [
        (MEMBERSHIP, "3. MEMBERSHIP", ["", "monthly", "yearly"], ["Single", "24.00", "240.00"]),
        (WINE, "WINE", ["", "glass", "bottle"], ["Muscat", "6.20", "25.00"]),
    ],
)
def test_the_name_of_a_table_in_line_with_its_heads_is_a_heading(
    text: str, name: str, heads: list[str], first: list[str]
) -> None:
    _, blocks = parse_plain(text)
    rows = [block for block in blocks if block.kind == "row"]
    assert name in [text[b.start : b.end] for b in blocks if b.kind == "heading"]
    assert all(row.headings[-1] == name for row in rows)
    assert [cell.head for cell in rows[0].cells] == heads
    assert [text[cell.start : cell.end] for cell in rows[0].cells] == first


def test_what_stands_below_such_a_table_is_read_as_well() -> None:
    _, blocks = parse_plain(MEMBERSHIP)
    assert MEMBERSHIP[blocks[-1].start : blocks[-1].end] == "Ask at the desk."


@pytest.mark.parametrize(
    "text",
    [
        "WINE  glass\nMuscat  6.20\n",  # a row alone
        "MONDAY   07:30   09:15\nTUESDAY  08:00   09:45\nFRIDAY   08:00   09:00\n",
        "NOTE  see below\nThe library is closed in August.\nAsk at the desk.\n",
    ],
)
def test_a_line_in_capitals_that_is_no_name_of_rows_stays_what_it_is(text: str) -> None:
    _, blocks = parse_plain(text)
    assert not any(cell.head for block in blocks for cell in block.cells)
