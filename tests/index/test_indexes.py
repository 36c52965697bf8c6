"""What holds for every index behind the protocol, and that both give the same scores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegang_qa.index.memory import MemoryIndex
from hegang_qa.index.protocol import SentenceIndex, WeightedTerm
from hegang_qa.index.tantivy_index import build_tantivy_index
from hegang_qa.sentences.model import Sentence
from tests.index.support import asked, make, plain

Build = Callable[[Sequence[Sentence]], SentenceIndex]


def build_small(sentences: Sequence[Sentence]) -> SentenceIndex:
    return build_tantivy_index(sentences, heap_size=15_000_000)


@pytest.fixture(params=[MemoryIndex, build_small], ids=["memory", "tantivy"])
def build(request: pytest.FixtureRequest) -> Build:
    made: Build = request.param
    return made


def found(index: SentenceIndex, question: str, **options: object) -> list[int]:
    result = index.search(asked(question), limit=10, **options)  # type: ignore[arg-type]
    assert result.complete
    assert not result.warnings
    return [hit.id for hit in result.hits]


def test_the_sentence_with_the_words_comes_first(build: Build) -> None:
    index = build(plain(["The cat sat.", "A dog barked loudly.", "Birds sing."]))
    assert found(index, "Why do dogs bark?") == [1]
    assert len(index) == 3


def test_rare_words_count_more_than_common_ones(build: Build) -> None:
    index = build(plain(["red boat", "red house", "red lamp", "green kite"]))
    assert found(index, "red kite")[0] == 3


def test_weights_change_the_order(build: Build) -> None:
    index = build(plain(["an apple", "a pear"]))
    by_weight = index.search([WeightedTerm("appl", 0.5), WeightedTerm("pear", 1.0)], limit=2)
    assert [hit.id for hit in by_weight.hits] == [1, 0]
    assert by_weight.hits[0].score == pytest.approx(2 * by_weight.hits[1].score)


def test_only_the_documents_asked_for(build: Build) -> None:
    index = build([make(f"the same words {at}", at, document=at % 3) for at in range(9)])
    assert found(index, "same words", documents=[1]) == [1, 4, 7]
    assert found(index, "same words", documents={0, 2}) == [0, 2, 3, 5, 6, 8]
    assert found(index, "same words", documents=[]) == []
    assert found(index, "same words", documents=[99]) == []


def test_neighbours_headings_titles_and_leads_stand_in_for_missing_words(build: Build) -> None:
    index = build(
        [
            make("The museum opened early.", 0, block=0),
            make("It has ten rooms.", 1, block=0),
            make("It has ten doors.", 2, block=1),
            make("Ten lamps burn.", 3, heading="Lighting"),
            make("Bread and salt", 4, lead="Bring with you:"),
            make("Ten people work.", 5, title="The brewery"),
            *[make(f"Nothing of note {at}.", at) for at in range(6, 12)],
        ]
    )
    assert found(index, "museum ten rooms")[:2] == [1, 0]
    assert found(index, "ten lighting")[0] == 3
    assert found(index, "brewery") == [5]
    assert found(index, "bring") == [4]
    assert 2 not in found(index, "museum")


def test_chinese_is_found_by_characters_and_pairs(build: Build) -> None:
    index = build(plain(["北京是首都。", "东京很大。", "南京在南方。"]))
    pair = index.search([WeightedTerm("北京")], limit=5)
    assert [hit.id for hit in pair.hits] == [0]
    assert set(found(index, "京")) == {0, 1, 2}


def test_hyphenated_words_are_found_joined_and_parted(build: Build) -> None:
    index = build(plain(["Send an e-mail today.", "Nothing here."]))
    assert found(index, "email") == [0]
    assert found(index, "mail") == [0]


def test_accents_count_only_when_asked_with(build: Build) -> None:
    index = build(plain(["The town of Pécs.", "The town of Pecs."]))
    assert sorted(found(index, "pecs")) == [0, 1]
    exact = index.search([WeightedTerm("pécs")], limit=5)
    assert [hit.id for hit in exact.hits] == [0]


def test_frequencies_count_sentences(build: Build) -> None:
    index = build(plain(["tea tea tea", "tea and milk", "milk"]))
    assert index.document_frequencies(["tea", "milk", "coffe", "", "and"]) == [2, 2, 0, 0, 1]


def test_limit_and_odd_input(build: Build) -> None:
    index = build(plain(["one word"] * 5))
    assert len(index.search(asked("word"), limit=2).hits) == 2
    assert index.search(asked("word"), limit=0).hits == ()
    assert index.search([], limit=5).hits == ()
    assert index.search([WeightedTerm("no such"), WeightedTerm('a"b:c*')], limit=5).hits == ()


def test_an_index_of_nothing(build: Build) -> None:
    index = build([])
    assert len(index) == 0
    assert index.search(asked("anything at all"), limit=5).hits == ()
    assert index.document_frequencies(["anything"]) == [0]
    assert index.similar_terms("anything") == []
    assert index.has_prefix("any") == []


def test_words_spelled_alike(build: Build) -> None:
    index = build(plain(["The government receives taxes.", "Resident boarders of the border."]))
    assert index.similar_terms("goverment")[0][0] == "government"
    assert index.similar_terms("Recieves")[0][0] == "receives"
    assert index.similar_terms("government") == []
    assert index.similar_terms("1914") == []
    assert len(index.similar_terms("bordder", limit=1)) == 1


def test_words_by_beginning_most_frequent_first(build: Build) -> None:
    index = build(plain(["rain rained", "the rain", "rainbow", "train"]))
    assert index.has_prefix("Rain") == ["rain", "rainbow", "rained"]
    assert index.has_prefix("rain", limit=1) == ["rain"]
    assert index.has_prefix("") == []


def test_many_threads_may_ask(build: Build) -> None:
    index = build(plain([f"sentence number word{at % 7}x" for at in range(50)]))
    expected = index.search(asked("sentence word3x"), limit=5)
    with ThreadPoolExecutor(8) as pool:
        results = pool.map(lambda _: index.search(asked("sentence word3x"), limit=5), range(100))
        assert all(result == expected for result in results)


WORDS = st.sampled_from("tea milk salt bread lamp house river stone bird song".split())
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=12)


@settings(max_examples=20, deadline=None)
@given(TEXTS, st.lists(WORDS, min_size=1, max_size=4, unique=True), st.data())
def test_both_indexes_give_the_same_scores(
    texts: list[str], words: list[str], data: st.DataObject
) -> None:
    sentences = []
    block = 0
    for at, text in enumerate(texts):
        block += data.draw(st.integers(0, 1))
        heading, title, lead = (data.draw(st.sampled_from(["", "milk song"])) for _ in range(3))
        sentences.append(
            make(text, at, block=block, heading=heading, title=title, lead=lead or None)
        )
    one = MemoryIndex(sentences).search(asked(" ".join(words)), limit=50).hits
    other = build_small(sentences).search(asked(" ".join(words)), limit=50).hits
    assert {hit.id for hit in one} == {hit.id for hit in other}
    scores = dict(other)
    for hit in one:
        assert scores[hit.id] == pytest.approx(hit.score, rel=1e-3)
