"""Structure of Markdown: each case is a text and the blocks that are read from it."""

import pytest

from hegang_qa.documents import parse_document
from tests.documents.test_plain import shown

CASES = {
    "headings": (
        "# The *top* {#id}\n\nWords.\n\n## Part ##\nMore.\n\nNext\n----\nLast.\n",
        [
            "heading|||The *top*",
            "paragraph|The top||Words.",
            "heading|The top||Part",
            "paragraph|The top>Part||More.",
            "heading|The top||Next",
            "paragraph|The top>Next||Last.",
        ],
    ),
    "a question in italics, a release": (
        "# FAQ\n\n*License?*\n\nMIT\n\nIt is *really?* small.\n\n1.2.0 *2026-02-06*\n  * Faster.\n",
        [
            "heading|||FAQ",
            "heading|FAQ||License?",
            "paragraph|FAQ>License?||MIT",
            "paragraph|FAQ>License?||It is *really?* small.",
            "heading|FAQ||1.2.0 *2026-02-06*",
            "item|FAQ>1.2.0 2026-02-06||Faster.",
        ],
    ),
    "left out": (
        "---\ntitle: x\n---\n<!-- no\nthing -->\n\nWords.\n\n***\n\n[a]: http://x.org\n<br>\n"
        "![](picture.png)\n",
        ["paragraph|||Words."],
    ),
    "a rule at the top is no front matter": (
        "---\n\nWords.\n\n---\n",
        ["paragraph|||Words."],
    ),
    "nested list": (
        "Bring:\n\n- a passport\n- [x] proof of `address`:\n    - a bill\n    - a letter\n"
        "      that wraps\n\n  And a photo.\n- a pen\n\nAfter.\n",
        [
            "paragraph|||Bring:",
            "item||Bring:|a passport",
            "item||Bring:|proof of `address`:",
            "item||Bring: proof of address:|a bill",
            "item||Bring: proof of address:|a letter that wraps",
            "item||Bring: proof of address:|And a photo.",
            "item||Bring:|a pen",
            "paragraph|||After.",
        ],
    ),
    "code": (
        "Run:\n\n```sh\nls -l\n\n# not a heading\n```\n\n    indented\n\nDone.\n",
        [
            "paragraph|||Run:",
            "code|||ls -l # not a heading",
            "code|||indented",
            "paragraph|||Done.",
        ],
    ),
    "quote": (
        "> One and\n> the same.\n>\n> - item\n\nAfter.\n",
        ["quote|||One and > the same.", "item|||item", "paragraph|||After."],
    ),
    "questions": (
        "**Q: How?**\n\nA: So.\n\n**Hours**\n\nNine to five.\n",
        [
            "heading|||How?",
            "paragraph|How?||So.",
            "heading|||Hours",
            "paragraph|Hours||Nine to five.",
        ],
    ),
    "definitions and notes": (
        "Fee\n: What you pay.\n\n[^1]: A note.\n",
        ["paragraph|||Fee", "item||Fee|What you pay.", "paragraph|||A note."],
    ),
    "numbered lines over paragraphs": (
        "6. Theft\nThree barrows were stolen from the shed in October.\n\n7. Summer show\n"
        "The show will be held on Saturday 15 August 2026.\n\n1. Preheat the oven\n"
        "to 200 degrees.\n",
        [
            "heading|||6. Theft",
            "paragraph|6. Theft||Three barrows were stolen from the shed in October.",
            "heading|||7. Summer show",
            "paragraph|7. Summer show||The show will be held on Saturday 15 August 2026.",
            "item|7. Summer show||Preheat the oven to 200 degrees.",
        ],
    ),
    "fields among prose": (
        "Keep your number ready.\nOffice: Quay Road 3, open 06:00 to 18:30\n"
        "Phone for cars: 555 0142,\n555 0143\n\nPhone: 555 0199\n**Harbour master:** Lena Oduya\n"
        "A booking may be changed\nuntil noon.\n\n"
        "It holds two things: a key\nand a lamp. Note: bring both.\n",
        [
            "paragraph|||Keep your number ready.",
            "paragraph|||Office: Quay Road 3, open 06:00 to 18:30",
            "paragraph|||Phone for cars: 555 0142, 555 0143",
            "paragraph|||Phone: 555 0199",
            "paragraph|||**Harbour master:** Lena Oduya",
            "paragraph|||A booking may be changed until noon.",
            "paragraph|||It holds two things: a key and a lamp. Note: bring both.",
        ],
    ),
    "contents": (
        "# Tool\n\n[Usage](#usage) | **[FAQ](#faq)**\n\nTable of contents:\n\n"
        '1. [Usage](#usage)\n   - [Flags [old]](#flags)\n2. <a href="#faq">FAQ</a>\n\n'
        "## [Usage](#usage)\n\n[Back to top](#tool)\n",
        ["heading|||Tool", "paragraph|Tool||Table of contents:", "heading|Tool||[Usage](#usage)"],
    ),
    "links that are no contents": (
        "These rules are known:\n\n- [no-foo](#no-foo)\n\nSee [Flags](#flags) for more.\n\n"
        "- [Flags](#flags): what they do\n- [Manual](manual.md#flags)\n",
        [
            "paragraph|||These rules are known:",
            "item||These rules are known:|[no-foo](#no-foo)",
            "paragraph|||See [Flags](#flags) for more.",
            "item|||[Flags](#flags): what they do",
            "item|||[Manual](manual.md#flags)",
        ],
    ),
    "broken lines": (
        "12 High Street  \nOldtown\nand so\n\nBorn in\n1914. The end.\n",
        [
            "paragraph|||12 High Street",
            "paragraph|||Oldtown and so",
            "paragraph|||Born in 1914. The end.",
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_blocks(name: str) -> None:
    text, expected = CASES[name]
    assert shown(text, "a.md") == expected


@pytest.mark.parametrize(
    "table",
    [
        "| Item | Late *fee* |\n|---|:-:|\n| Book | 20p \\| day |\n| **DVD** | `1|2` |\n",
        "Item | Late fee\n--- | ---\nBook | 20p \\| day\n**DVD** | `1|2`\n",
        "> | Item | [Late fee](x) |\n> |--|--|\n> | Book | 20p \\| day |\n> | **DVD** | `1|2` |",
    ],
)
def test_cells_are_tied_to_their_heads(table: str) -> None:
    rows = parse_document("a.md", table).blocks
    cells = [[(table[c.start : c.end], c.head) for c in row.cells] for row in rows]
    assert cells == [
        [("Book", "Item"), ("20p \\| day", "Late fee")],
        [("**DVD**", "Item"), ("`1|2`", "Late fee")],
    ]


def test_a_table_keeps_its_lead_and_heading() -> None:
    text = "# Fees\n\nThese are the late fees:\n\n| Item | Fee |\n|--|--|\n| Book | 20p |\n"
    row = parse_document("a.md", text).blocks[-1]
    assert (row.kind, row.headings, row.lead) == ("row", ("Fees",), "These are the late fees:")
