"""What a reader is given to read, and how its words are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.answers.reading.passages import clean, in_paragraph, lay_out
from hegang_qa.documents import parse_document
from hegang_qa.sentences import split_document
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize

PAGE = """\
# Swimming pool

## Prices

| Ticket | Price | Valid |
|---|---|---|
| Adult | €4.50 | one day |
| Family |  | a whole week |

## What to bring

You need:

- a towel and soap
- a coin for the locker

It opens at nine. On Sundays it stays closed.
"""


def sentences(text: str = PAGE) -> list[Sentence]:
    return split_document(parse_document("pool.md", text), number=0, first_id=0)


def one_with(words: str) -> Sentence:
    return next(sentence for sentence in sentences() if words in sentence.text)


def test_a_row_is_read_with_the_heads_of_its_columns() -> None:
    laid = lay_out(one_with("Adult"))
    assert laid.passage.text == (
        "The ticket is Adult. The price of Adult is €4.50. The valid of Adult is one day."
    )


def test_an_empty_cell_is_left_out() -> None:
    text = lay_out(one_with("Family")).passage.text
    assert text == "The ticket is Family. The valid of Family is a whole week."


@pytest.mark.parametrize("words", ["Adult", "€4.50", "one day"])
def test_words_of_a_cell_are_found_again_in_the_row(words: str) -> None:
    row = one_with("Adult")
    laid = lay_out(row)
    at = laid.passage.text.index(words)
    place = laid.back(at, at + len(words))
    assert place is not None
    assert row.text[place[0] : place[1]] == words
    assert laid.forth(*place) == (at, at + len(words))


def test_heads_and_what_joins_cells_are_no_answer() -> None:
    laid = lay_out(one_with("Adult"))
    text = laid.passage.text
    assert laid.back(text.index("price"), text.index("price") + 5) is None
    assert laid.back(text.index("Adult is"), text.index("one day")) is None


def test_every_cell_of_a_row_is_proposed() -> None:
    passage = lay_out(one_with("Adult")).propose([])
    words = {passage.text[start:end] for start, end in passage.proposed}
    assert words == {"Adult", "€4.50", "one day"}


def test_what_is_proposed_of_a_sentence_stays_where_it_is() -> None:
    passage = lay_out(one_with("Sundays")).propose([(3, 10), (3, 10)])
    assert passage.proposed == ((3, 10),)


def test_a_row_without_heads_is_read() -> None:
    page = "| | |\n|---|---|\n| Lifeguard | Mei Wong |\n"
    row = next(sentence for sentence in sentences(page) if "Mei" in sentence.text)
    assert lay_out(row).passage.text == "Lifeguard. Lifeguard: Mei Wong."


def test_a_list_item_is_read_after_what_introduces_the_list() -> None:
    laid = lay_out(one_with("locker"))
    assert laid.passage.context == "You need: "
    assert laid.passage.text == "a coin for the locker"


@pytest.mark.parametrize(
    ("words", "context"),
    [("On Sundays it", ""), ("It opens", "Come in. "), ("The pool", "Come in. "), ("Thebes", "")],
)
def test_a_sentence_that_points_back_is_read_after_the_one_before(words: str, context: str) -> None:
    [sentence] = sentences(f"{words} stays closed.\n")
    laid = lay_out(sentence, "Come in. ")
    assert laid.passage.context == context
    assert laid.back(3, 10) == (3, 10)


def test_a_sentence_is_read_again_between_its_neighbours() -> None:
    first, second, third = sentences("It opens at nine. On Sundays it rests. So do we.\n")
    passage = in_paragraph(second, first, third)
    assert passage is not None
    assert (passage.context, passage.text) == (
        "It opens at nine. ",
        "On Sundays it rests. So do we.",
    )
    passage = in_paragraph(second, first, None)
    assert passage is not None
    assert passage.text == second.text


def test_rows_and_lone_sentences_are_not_read_again() -> None:
    row, other = one_with("Adult"), one_with("Sundays")
    assert in_paragraph(row, other, None) is None
    assert in_paragraph(other, None, None) is None


@pytest.mark.parametrize(
    ("sentence", "span", "said"),
    [
        ("It was built in 1887.", "1887.", "1887"),
        ("Bring soap, towels, and coins.", "soap,", "soap"),
        ("He said “Never again” and left.", "“Never again”", "Never again"),
        ("The mayor's house burned.", "mayor's", "mayor"),
        ("The nearest is St Anne's in Milltown.", "St Anne's", "St Anne's"),
        ("The nearest is St Anne's.", "St Anne's.", "St Anne's"),
        ("It weighs 3.5 kg (7.7 lb) when dry.", "3.5 kg (7.7 lb", "3.5 kg (7.7 lb)"),
        ("It weighs 3.5 kg (7.7 lb) when dry.", "3.5 kg (", "3.5 kg"),
        ("It fell to -4 degrees.", "-4 degrees", "-4 degrees"),
        ("Press the **red button** twice.", "**red button**", "red button"),
        ("Use `--quiet`, or `-q`.", "quiet", "--quiet"),
        ("Use `--quiet`, or `-q`.", "-q`.", "-q"),
        ("Use --no-cache to read all.", "--no-cache", "--no-cache"),
        ("It is well-known.", "known", "known"),
        ("- soap", "- soap", "soap"),
        ("Reorganisation followed.", "organisation", "Reorganisation"),
    ],
)
def test_a_span_is_cut_as_a_person_would_say_it(sentence: str, span: str, said: str) -> None:
    at = sentence.index(span)
    place = clean(sentence, tokenize(sentence), at, at + len(span))
    assert place is not None
    assert sentence[place[0] : place[1]] == said


def test_nothing_is_left_of_mere_marks() -> None:
    assert clean("one -- two", tokenize("one -- two"), 4, 6) is None


@given(st.text(alphabet="ab1 .,()[]'\"-“”*", max_size=30), st.data())
def test_any_span_stays_within_the_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = clean(text, tokenize(text), start, end)
    assert place is None or 0 <= place[0] < place[1] <= len(text)
