from pathlib import Path

import hegang_qa_reader
import pytest
from hegang_qa_reader.wordpiece import WordPiece
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece as ReferenceModel
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

VOCABULARY = Path(hegang_qa_reader.__file__).parent / "data" / "vocab.txt"


def _reference() -> Tokenizer:
    pieces = VOCABULARY.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    tokenizer = Tokenizer(
        ReferenceModel({piece: i for i, piece in enumerate(pieces)}, unk_token="[UNK]")
    )
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


REFERENCE = _reference()
PIECES = WordPiece.from_file(VOCABULARY)


def assert_same(text: str) -> None:
    expected = REFERENCE.encode(text, add_special_tokens=False)
    assert PIECES.encode(text) == (expected.ids, expected.offsets)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \t\n ",
        "Who wrote it?",
        "unaffable snowboarders' re-election",
        "The café's naïve façade — “quoted” … 100%",
        "$3.5 million, 2,000 km² (since 1.1.1990); e-mail: a.b@c.example",
        "Łódź, Ærøskøbing, İstanbul, Ελλάδα, Москва",
        "北京 and 東京タワー, 서울",
        "a\u00adb zero\u200bwidth \ufeffmark \u00a0space \ufffd\x00\x07end",
        "x" * 99 + " " + "x" * 101,
        "emoji 👍🏽 family 👨‍👩‍👧",
        "²³½ Ⅻ ﬁne",
    ],
)
def test_ids_and_offsets_are_those_of_the_reference(text: str) -> None:
    assert_same(text)


# Blocks that every version of the Unicode tables agrees on.
LETTERS = st.characters(max_codepoint=0x52F, exclude_categories=("Cn", "Cs"))


@given(st.text(alphabet=LETTERS, max_size=60))
def test_any_latin_greek_or_cyrillic_text(text: str) -> None:
    assert_same(text)


@given(st.text(max_size=60))
def test_offsets_lie_in_the_text_in_order(text: str) -> None:
    ids, places = PIECES.encode(text)
    assert len(ids) == len(places)
    assert all(0 <= begin < end <= len(text) for begin, end in places)
    assert [begin for begin, _ in places] == sorted(begin for begin, _ in places)
