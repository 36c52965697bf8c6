"""Structure of plain text: each case is a text and the blocks that are read from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.documents import parse_document
from hegang_qa.documents.model import Block
from hegang_qa.sentences import split_text


def shown(text: str, path: str = "a.txt") -> list[str]:
    """Each block as "kind|headings|lead|text"."""

    def show(block: Block) -> str:
        words = " ".join(text[block.start : block.end].split())
        return f"{block.kind}|{'>'.join(block.headings)}|{block.lead or ''}|{words}"

    return [show(block) for block in parse_document(path, text).blocks]


def test_blank_lines_part_paragraphs_and_wrapped_lines_are_one() -> None:
    text = (
        "The library is open from Monday to Friday, from nine in the morning until\n"
        "seven in the evening, and on\n"
        "Saturdays until four.\n"
        "\n"
        "It was a cold \n"
        "night in the city.\n"
    )
    assert shown(text) == [
        "paragraph|||The library is open from Monday to Friday, from nine in the morning until"
        " seven in the evening, and on Saturdays until four.",
        "paragraph|||It was a cold night in the city.",
    ]


def test_a_paragraph_a_line_stays_a_paragraph_a_line() -> None:
    lines = ["This is a rather long line that says one thing. " * 4, "Short.", "Another one. " * 12]
    assert [line.split("|")[3] for line in shown("\n".join(lines))] == [
        line.strip() for line in lines
    ]


def test_short_lines_side_by_side_are_kept_apart() -> None:
    assert shown("Apples\nPears\nPomegranates\nFigs\n") == [
        f"paragraph|||{word}" for word in ("Apples", "Pears", "Pomegranates", "Figs")
    ]


def test_headings_by_underline_capitals_or_by_standing_alone() -> None:
    text = (
        "House rules\n===========\n\n"
        "Kitchen\n-------\nWash up.\n\n"
        "Garden\n-------\nNo dogs.\n\n"
        "OPENING TIMES\nWe open at nine.\n\n"
        "Where we are\n\nWe are near the station, on the left side.\n"
    )
    assert shown(text) == [
        "heading|||House rules",
        "heading|House rules||Kitchen",
        "paragraph|House rules>Kitchen||Wash up.",
        "heading|House rules||Garden",
        "paragraph|House rules>Garden||No dogs.",
        "heading|House rules>Garden||OPENING TIMES",
        "paragraph|House rules>Garden>OPENING TIMES||We open at nine.",
        "heading|House rules>Garden>OPENING TIMES||Where we are",
        "paragraph|House rules>Garden>OPENING TIMES>Where we are||"
        "We are near the station, on the left side.",
    ]


def test_lists_keep_their_lead_and_their_parents() -> None:
    text = (
        "To join, bring:\n"
        "- a passport\n"
        "- proof of address:\n"
        "   * a bill\n"
        "   * a letter that\n"
        "     is long\n"
        "\n"
        "Then:\n\n"
        "1. Go in.\n"
        "2) Ask.\n"
        "\nThat is all.\n"
    )
    assert shown(text) == [
        "paragraph|||To join, bring:",
        "item||To join, bring:|a passport",
        "item||To join, bring:|proof of address:",
        "item||To join, bring: proof of address:|a bill",
        "item||To join, bring: proof of address:|a letter that is long",
        "paragraph|||Then:",
        "item||Then:|Go in.",
        "item||Then:|Ask.",
        "paragraph|||That is all.",
    ]


def test_questions_head_their_answers() -> None:
    text = (
        "Q: How do I renew?\nA: Call us. Or write.\n\n"
        "Question 2: And late?\n\nAnswer: You pay.\n\n"
        "Can I eat inside?\n\nNo, you cannot.\n\nOther matters go here, in one line.\n"
    )
    assert shown(text) == [
        "heading|||How do I renew?",
        "paragraph|How do I renew?||Call us. Or write.",
        "heading|||And late?",
        "paragraph|And late?||You pay.",
        "heading|||Can I eat inside?",
        "paragraph|Can I eat inside?||No, you cannot.",
        "paragraph|||Other matters go here, in one line.",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Item\tLate fee\nBook\t20p a day\nDVD\t1.50\n",
        "Item      Late fee\nBook      20p a day\nDVD       1.50\n",
        "Item | Late fee\n-----|---------\nBook | 20p a day\nDVD | 1.50\n",
        "+------+----------+\n| Item | Late fee |\n+======+==========+\n"
        "| Book | 20p a day |\n| DVD | 1.50 |\n+------+----------+\n",
        "Fees\nItem | Late fee\nBook | 20p a day\nDVD | 1.50\n",
    ],
)
def test_rows_of_text_tables_tie_cells_to_heads(table: str) -> None:
    rows = [block for block in parse_document("a.txt", table).blocks if block.kind == "row"]
    cells = [[(table[c.start : c.end], c.head) for c in row.cells] for row in rows]
    assert cells == [
        [("Book", "Item"), ("20p a day", "Late fee")],
        [("DVD", "Item"), ("1.50", "Late fee")],
    ]


def test_comma_separated_rows_need_three_lines_of_short_cells() -> None:
    table = 'name,fee,"days, at most"\nbook,0.20,21\nmap,1.10,7\n'
    rows = [block for block in parse_document("a.txt", table).blocks if block.kind == "row"]
    assert [[c.head for c in row.cells] for row in rows] == [["name", "fee", "days, at most"]] * 2
    prose = "He came, saw, won.\nShe left, wept, slept.\nThey ate, drank, sang.\n"
    assert not any(block.kind == "row" for block in parse_document("a.txt", prose).blocks)


def test_traps_of_prose_are_not_structure() -> None:
    text = (
        "2 Formally part of another district but run from the capital of the province.\n"
        "[4] The town is in the north.\n"
        "In the year before the war he lived with his brother in a house that was built in\n"
        "1914. The house is gone.\n"
    )
    assert {block.kind for block in parse_document("a.txt", text).blocks} == {"paragraph"}


pieces = st.sampled_from(
    ["A line.", "- item", "1. x", "Title", "TITLE X", "====", "----", "a\tb", "a | b", "|", "  ",
     "Q: x?", "A: y", "  in", "x,y,z", "* * *", "\t", "Lead:", "+--+", "é", "#", "> q", "```"]
)  # fmt: skip


@given(st.lists(pieces, max_size=25).map("\n".join), st.sampled_from(["a.txt", "a.md"]))
def test_blocks_are_ordered_and_within_the_text(text: str, path: str) -> None:
    at = 0
    for block in parse_document(path, text).blocks:
        assert at <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip()
        for cell in block.cells:
            assert block.start <= cell.start < cell.end <= block.end
        at = block.end


@given(st.text(), st.sampled_from(["a.txt", "a.md"]))
def test_any_text_can_be_read(text: str, path: str) -> None:
    parse_document(path, text)


def test_wrapped_lines_are_one_paragraph_whatever_ends_it() -> None:
    text = (
        "The surface of the lake lies 238 metres above sea level. The main inflow is\n"
        "the River Hessa, which enters the lake at its northern end near the village of\n"
        "Norrby. There are 27 islands in the lake, of which three are inhabited: Kell, Big\n"
        "Myr and Sandholm. The lake was formed about 9,500 years ago\n"
        "by the retreat of a glacier.[2]\n"
    )
    blocks = parse_document("x.txt", text).blocks
    assert [text[block.start : block.end] for block in blocks] == [text.strip()]
    assert [" ".join(text[start:end].split())[:12] for start, end in split_text(text)] == [
        "The surface ",
        "The main inf",
        "There are 27",
        "The lake was",
    ]


@pytest.mark.parametrize("width", [50, 72, 90, 112, 126, 132, 136, 160])
@pytest.mark.parametrize("ragged", [0, 12])
def test_no_sentence_is_cut_where_its_line_ends(width: int, ragged: int) -> None:
    paragraph = (
        "The works were opened on 3 February 1884 by the engineer Silas Harbottle and his partner "
        "Rasmus Thiele, a drinker, who had come from Groede. The pear Brannoc's Butter was grown "
        "there since 2008 and sold as far as Lisbon, Porto and Vigo. In the yard the composer "
        "Silvan Roth wrote his Second Symphony; it was played on 12 May 1911 in Oslo. Nobody has "
        "heard it since Anna Karlsson left."
    )
    lines = [""]
    for number, word in enumerate(paragraph.split(), 1):
        if len(lines[-1]) + 1 + len(word) > width - number * 7 % (ragged + 1):
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    text = "\n".join(lines) + "\n"
    blocks = parse_document("x.txt", text).blocks
    assert " ".join(text[block.start : block.end] for block in blocks).split() == text.split()
    assert all(text[block.start : block.end].endswith(".") for block in blocks)


def test_paragraphs_of_a_line_each_stay_apart() -> None:
    lines = [
        "The works were opened in 1884 by an engineer who had come from the north with two "
        "partners and a great many debts, none of which he ever paid.",
        "In 1911 they were sold to Silvan Roth, who closed the foundry, let the yard to a boat "
        "builder and moved to Oslo with the whole of the archive.",
        "Nobody has heard of the archive since.",
    ]
    text = "\n".join(lines)
    blocks = parse_document("x.txt", text).blocks
    assert [text[block.start : block.end] for block in blocks] == lines


def test_a_heading_right_above_a_wrapped_paragraph_is_none_of_its_words() -> None:
    text = (
        "1. Schooling\n"
        "Ida Holm went to the village school until she was eleven, and then to the one\n"
        "at Norby, where her uncle taught.\n"
        "\n"
        "The years abroad\n"
        "After some months at sea she was taken on by a printer, who taught her to set\n"
        "type and to read proofs.\n"
        "\n"
        "A line that fills most of the width and is plainly no heading of anything,\n"
        "for It goes on here.\n"
    )
    assert shown(text) == [
        "heading|||1. Schooling",
        "paragraph|1. Schooling||Ida Holm went to the village school until she was eleven, and then"
        " to the one at Norby, where her uncle taught.",
        "heading|1. Schooling||The years abroad",
        "paragraph|1. Schooling>The years abroad||After some months at sea she was taken on by a"
        " printer, who taught her to set type and to read proofs.",
        "paragraph|1. Schooling>The years abroad||A line that fills most of the width and is"
        " plainly no heading of anything, for It goes on here.",
    ]


def test_numbered_clauses_are_parted_and_headings_nest_by_their_numbers() -> None:
    text = (
        "2. RENT\n"
        "2.1 The rent is due on the first of the month, by bank transfer or in\n"
        "    person at the office.\n"
        "2.2 It covers water and heating up to a limit of 3.5\n"
        "    kilowatt hours a day.\n"
        "\n"
        "2.3 Late payment\n"
        "\n"
        "A reminder costs nothing. The second one does.\n"
    )
    assert shown(text) == [
        "heading|||2. RENT",
        "paragraph|2. RENT||2.1 The rent is due on the first of the month, by bank transfer or in"
        " person at the office.",
        "paragraph|2. RENT||2.2 It covers water and heating up to a limit of 3.5 kilowatt hours a"
        " day.",
        "heading|2. RENT||2.3 Late payment",
        "paragraph|2. RENT>2.3 Late payment||A reminder costs nothing. The second one does.",
    ]


def test_a_row_with_a_cell_less_and_the_caption_of_a_table() -> None:
    text = (
        "These are the fees.\n"
        "\n"
        "Fees (in euros)\n"
        "\n"
        "Item              Amount   Remarks\n"
        "New card          12       the first is free\n"
        "New key           8\n"
        "Locker                     see the porter\n"
    )
    document = parse_document("a.txt", text)
    rows = [
        [(cell.head, text[cell.start : cell.end]) for cell in block.cells]
        for block in document.blocks
        if block.kind == "row"
    ]
    assert rows == [
        [("Item", "New card"), ("Amount", "12"), ("Remarks", "the first is free")],
        [("Item", "New key"), ("Amount", "8")],
        [("Item", "Locker"), ("Remarks", "see the porter")],
    ]
    assert {b.lead for b in document.blocks if b.kind == "row"} == {"Fees (in euros)"}


REPORT = """\
REPORT OF THE SAILING YEAR
1. MONEY (Mr Olsen)
We took more than in any year before, most of it from the summer regatta, and
spent less. Balances in June:
    Account          This year    Last year
    General fund     1,204.10     998.00
    Boat fund        310.55       402.20
The boat fund has shrunk since we bought sails.
2. PEOPLE
Chair:           Ida Lund
Treasurer:       Per Olsen
Harbour master:  Mo Berg, on site on Tuesdays
Two more had offered to help, but one of them moved away in May and the other
is at sea.
"""


def test_tables_and_headings_stand_among_other_lines() -> None:
    document = parse_document("report.txt", REPORT)

    def texts(kind: str) -> list[str]:
        return [REPORT[one.start : one.end] for one in document.blocks if one.kind == kind]

    assert texts("heading") == ["REPORT OF THE SAILING YEAR", "1. MONEY (Mr Olsen)", "2. PEOPLE"]
    rows = [block for block in document.blocks if block.kind == "row"]
    assert [[cell.head for cell in row.cells] for row in rows] == 2 * [
        ["Account", "This year", "Last year"]
    ]
    assert rows[0].headings[-1] == "1. MONEY (Mr Olsen)"
    paragraphs = texts("paragraph")
    assert "The boat fund has shrunk since we bought sails." in paragraphs
    # A list of labels is no table, however its values are in line.
    assert "Treasurer:       Per Olsen" in paragraphs
    assert paragraphs[-1].startswith("Two more")
    assert paragraphs[-1].endswith("at sea.")


def test_a_list_that_is_set_in_below_its_label_is_one_paragraph() -> None:
    text = "Present: Ann Lee (chair), Jo Berg,\n         Mo Hay, Ida Lund\nApologies: Per Olsen\n"
    assert shown(text) == [
        "paragraph|||Present: Ann Lee (chair), Jo Berg, Mo Hay, Ida Lund",
        "paragraph|||Apologies: Per Olsen",
    ]


def test_numbered_lines_in_capitals_are_items_where_there_are_several() -> None:
    text = "Before you leave\n\n1. CLOSE THE GATE\n2. SWITCH OFF THE LAMP\n3. LOCK THE DOOR\n"
    assert [one.partition("|")[0] for one in shown(text)][-3:] == ["item"] * 3


def test_the_title_over_fields_and_a_short_sentence_under_its_number() -> None:
    text = (
        "Minutes of the Boat Committee\nDate: Tuesday 14 May 2024, 19:30\nPlace: the upper room\n"
        "Chair: Ann Lee\n\n1. Boats\nThe old quad will be sold.\n\n"
        "2. Next meeting\nIt is on 9 April.\n"
    )
    document = parse_document("a.txt", text)
    assert document.title == "Minutes of the Boat Committee"
    assert [f"{block.kind}|{text[block.start : block.end]}" for block in document.blocks] == [
        "heading|Minutes of the Boat Committee",
        "paragraph|Date: Tuesday 14 May 2024, 19:30",
        "paragraph|Place: the upper room",
        "paragraph|Chair: Ann Lee",
        "heading|1. Boats",
        "paragraph|The old quad will be sold.",
        "heading|2. Next meeting",
        "paragraph|It is on 9 April.",
    ]


def test_a_short_line_over_a_list_is_its_heading() -> None:
    text = (
        "7. Summer show\nThe show will be held on Saturday 15 August 2026 in the meadow.\n\n"
        "Actions\n- Sunita Rao: send reminders by 21 November\n- Graham Tully: buy a lock\n\n"
        "Everybody who comes by boat brings\n- a rope\n- a lamp\n"
    )
    assert shown(text, "a.txt")[2:] == [
        "heading|||Actions",
        "item|Actions||Sunita Rao: send reminders by 21 November",
        "item|Actions||Graham Tully: buy a lock",
        "paragraph|Actions||Everybody who comes by boat brings",
        "item|Actions|Everybody who comes by boat brings|a rope",
        "item|Actions|Everybody who comes by boat brings|a lamp",
    ]


def test_the_head_of_a_table_in_capitals_with_a_note_right_under_it() -> None:
    text = (
        "PRICES PER NIGHT (EUR)   low season   high season*\n"
        "Standard pitch           11.00        14.50\n"
        "Lakeside pitch           15.00        21.00\n"
        "Cabin                    58.00        79.00\n"
        "* high season: 28 June to 31 August\n"
    )
    rows = [block for block in parse_document("a.txt", text).blocks if block.kind == "row"]
    heads = [cell.head for cell in rows[-1].cells]
    assert [head.strip("*") for head in heads[1:]] == ["low season", "high season"]
    assert len(rows) == 3


def test_fields_side_by_side_are_read_one_by_one() -> None:
    text = "Phone: 0171 555 21      Fax: 0171 555 22\nLaundry: 4.50    Dryer: 3.50\n"
    assert [line.rpartition("|")[2] for line in shown(text)] == [
        "Phone: 0171 555 21",
        "Fax: 0171 555 22",
        "Laundry: 4.50",
        "Dryer: 3.50",
    ]


def test_a_question_right_above_its_answer_heads_the_rest_of_its_stretch() -> None:
    text = "Do you have a sauna?\nYes. It costs 6 euros.\n\nThe hut is old.\n"
    assert shown(text) == [
        "heading|||Do you have a sauna?",
        "paragraph|Do you have a sauna?||Yes. It costs 6 euros.",
        "paragraph|||The hut is old.",
    ]


def test_an_option_set_in_below_its_heading() -> None:
    text = (
        "OPTIONS\n"
        "   Output Control\n"
        "       -c, --count\n"
        "              Suppress  normal  output;  print a count of matching lines for each\n"
        "              file.  With the\n"
        "              -v option lines that do not match are counted.\n"
        "       --color\n"
        "              Colour the output.\n"
    )
    assert shown(text) == [
        "heading|||OPTIONS",
        "heading|OPTIONS||Output Control",
        "paragraph|OPTIONS>Output Control||-c, --count Suppress normal output; print a count of"
        " matching lines for each file. With the -v option lines that do not match are counted.",
        "paragraph|OPTIONS>Output Control||--color Colour the output.",
    ]


def test_versions_and_dates_below_each_other_are_a_table() -> None:
    rows = shown("1.0  2020-01-05\n1.1  2021-03-09\n1.2  2022-07-01\n")
    assert [row.split("|")[0] for row in rows] == ["row"] * 3
    assert shown("1.0  2020-01-05\n    - faster\n")[0].startswith("heading")


def test_the_date_of_a_letter_heads_nothing() -> None:
    text = "Elm School\n\n12 May\n\nDear parents,\n\nThe class is going on a trip this summer.\n"
    assert not any(line.startswith("heading") and "12 May" in line for line in shown(text))
    assert all("12 May" not in line.split("|")[1] for line in shown(text))
