"""Whatever a sentence is made of, and wherever it breaks off, its candidates are found."""

from hypothesis import given
from hypothesis import strategies as st

from hegang_qa import Engine
from hegang_qa.answers.candidates.analysis import analyse
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize

LEXICON = Engine.open().lexicon


def _sentence(text: str) -> Sentence:
    return Sentence(0, 0, "a.txt", text, 0, len(text), 1, 1, 0)


PIECES = st.sampled_from(
    r"""
    1 2 21 2015 1,400 3.50 10:30 12th 90p 1080p v2.1 0555 310 € $ £ % - – / . , ; : ( ) [ ] | `
    # ' " and or to from between of the a in on at with without by for than until about less
    more Monday Tuesday May 12-14 July AD BC am pm year years days hours km kg metres marks
    euros pounds percent twice first second born died called known as Ann Berg Old Mill Dr. St.
    which who is was has costs opens open closed not no only if default x × °C minus half past
    quarter
    """.split()
)


@given(
    pieces=st.lists(PIECES, min_size=1, max_size=14),
    spaced=st.lists(st.booleans(), min_size=14, max_size=14),
)
def test_candidates_are_found_in_any_text(pieces: list[str], spaced: list[bool]) -> None:
    text = "".join(
        piece + (" " if space else "") for piece, space in zip(pieces, spaced, strict=False)
    ).strip()
    sentence = _sentence(text)
    found = analyse(sentence, tuple(tokenize(text)), LEXICON)
    count = len(found.tagged.tokens)
    assert all(0 <= one.start < one.end <= count for one in found.candidates)
    assert all(0 <= one.start < one.end <= count for one in found.typed)


def test_a_sentence_that_breaks_off_in_a_date() -> None:
    text = "The boy was born in 2015, 21-"
    sentence = _sentence(text)
    assert analyse(sentence, tuple(tokenize(text)), LEXICON).typed
