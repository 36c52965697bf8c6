import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.sentences import split_text, splitting
from hegang_qa.sentences.splitting import MAX_LENGTH


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_text(text)]


# Each case is a text with " | " where a sentence ends.
CASES = [
    "The bridge is closed. | It opens in May.",
    "Where is it? | Nobody knows! | Ask again.",
    # titles, initials, abbreviations
    "Ask Dr. Brown or Prof. Green. | They know.",
    "It was written by J. R. Field in 1920. | It sold well.",
    "The team was you and I. | Did you win?",
    "She moved to the U.S. in 1990. | He stayed in the U.S. | The house was sold.",
    "Sheds may be up to 2.4 m by 1.8 m. | Greenhouses need permission.",
    "Use 200 g. | Butter the tin.",
    "The law was drafted by J. M. Smith.",
    "The U.S. Senate met at 5 p.m. on Monday. | It adjourned at 6 p.m. | Nobody spoke.",
    "See Fig. 3 and p. 55, e.g. the table. | No. 5 is empty.",
    "It was founded on Jan. 5 by Smith & Sons Ltd. in York. | It failed.",
    "He said no. | Then he left.",
    "No hoses between 10 a.m. and 5 p.m. during the summer. | Then it rains.",
    "Cats may not come in. | Dogs are allowed. | The plank is 12 in. long.",
    # numbers, coordinates, lists
    "It costs $3.50 a day. | 12 people came.",
    "It spans from 47° 04′ N to 132° 31' E. | Neighbouring towns are small.",
    "1. Switch it on. | 2. Wait. | 3. Press the button.",
    "a) a coat | b) a hat",
    "Version 2.5.1 runs on 3.11. | Older ones do not.",
    # quotes, brackets, reference marks
    '"Is it far?" he asked. | "No," she said.',
    "It rained (nobody had thought of that!) all day. | (It was May.) | The end.",
    "The claim is disputed.[4] | Others agree.[5][6] | So it stands.",
    "The claim is disputed.12 | Others agree.",
    "[4] The town lies north. | It is old.",
    "2 Formally part of another district but run from the capital.",
    "The parts are: The frame and the wheel. | Both are steel.",
    "**Note.** | Wash it *twice.* | Dry it.",
    # dots and missing capitals or spaces
    "Well ... that is what I mean. | And so on... | Next.",
    "the shop is closed. | it opens at nine. | call them first.",
    "It was late.The shop was closed.",
    "Call main.open() or write to a.b@example.com. | See https://example.com/a.b?c=D.E for more.",
    "Download Report.Final.txt from the server.",
    # other languages
    "这是第一句。 | 这是第二句！ | 《好吗？好》是书名。",
    "Am 12. Juni ist z. B. Dr. Meyer da. | Er bleibt.",
    "They played in the 2. Bundesliga for a year. | Then they went down.",
    "He came in the 2. | They left.",
    "„Keine Zeit.“ | Er ging.",
    "¿Cómo está? | ¡Muy bien! | La Sra. Ruiz llega a las 5. | ¿Y tú?",
    # lines
    "A sentence that runs\nover two lines. | Another.",
    "apples\n | pears\n | two plums\n",
    "To do the opposite, use a new block for the next change, in this mode\n"
    "use the key.  | This is useful if you want an insert command to be one in\n"
    "parts.  | For example, for each sentence.  | [key]",
    '(The difference between "next" and "step" is told here,\nis that "step" stops in a function, '
    'while "next"\nexecutes it at nearly full speed and stops at\nthe next line.)',
    "One paragraph\n\n | Another paragraph",
    "Above the rule | ===== | Below the rule.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_a_reader_stops(case: str) -> None:
    if case.startswith("It was late."):  # no space between
        assert sentences(case) == ["It was late.", "The shop was closed."]
        return
    expected = [piece.strip() for piece in case.split("|")]
    text = case.replace("\n | ", "\n").replace(" | ", " ")
    assert sentences(text) == expected


texts = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            ["A", "b", "Dr", "I", "1", "2", ".", "...", "?", "!", " ", "\n", "\n\n", '"', ")", "(",
             "a)", "1.", "[4]", "。", "《", "》", "“", ":)", "---", "U.S.", "p.m.", "the", "•"]
        ),
        max_size=60,
    ).map("".join),
)  # fmt: skip


@given(texts)
def test_spans_are_ordered_and_leave_only_space_between(text: str) -> None:
    at = 0
    for start, end in split_text(text):
        assert text[at:start].strip() == ""
        assert start < end
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        at = end
    assert text[at:].strip() == ""


@given(texts)
def test_no_sentence_is_longer_than_the_limit(text: str) -> None:
    for start, end in split_text("Yes. " + text):
        assert end - start <= MAX_LENGTH


@pytest.mark.parametrize(
    "text",
    [
        "." * 20_000,
        "x" * 50_000,
        "word " * 10_000,
        ". " * 10_000,
        "U.S. " * 5_000,
        '."' * 5_000,
        "《。" * 5_000,
        "a\n" * 10_000,
        "." + "A" * 9_000,
    ],
    ids=lambda text: repr(text[:4]),
)
def test_hostile_text_is_cut_into_pieces_of_bounded_length(text: str) -> None:
    spans = split_text(text)
    assert max(end - start for start, end in spans) <= MAX_LENGTH
    joined = "".join(text[start:end] for start, end in spans)
    assert joined.replace(" ", "") == "".join(text.split())


def test_a_long_sentence_is_cut_at_a_clause_if_there_is_one() -> None:
    clause = "and so it went on and on without an end, "
    pieces = sentences(clause * 100)
    assert all(piece.endswith("an end,") for piece in pieces)


WORDS = [
    ". ",
    ".",
    " ",
    "Dr",
    "etc",
    "was",
    "The",
    "He",
    "U.S",
    "a",
    "I",
    "(",
    ")",
    '"',
    "\n",
    "12",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
def test_marks_that_are_told_at_a_glance_end_sentences(text: str) -> None:
    for match in splitting._MARK.finditer(text):
        start, end = match.span()
        if end < len(text) and splitting._ends_plainly(text, start, end, 0):
            assert splitting._ends_sentence(text, start, end, 0)
