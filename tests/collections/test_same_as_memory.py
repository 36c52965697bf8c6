"""A collection finds and answers as the same documents do in memory."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.collections import Collection
from hegang_qa.index.analysis import heading_of, text_terms
from hegang_qa.index.protocol import WeightedTerm
from hegang_qa.results import Answer
from hegang_qa.text.tokens import stem

WORDS = "amber basin copper delta ember forest glacier harbour inlet jetty kiosk lantern".split()
QUESTIONS = (
    "When was the Northern Line opened?",
    "Who built the harbour wall?",
    "How much is a day ticket for children?",
    "What is the late fee for a map?",
    "How long is the tunnel?",
    "When was the northen line opend?",
    "Is the tunnel longer than 2 km?",
    "Where is the lost property office?",
    "What must visitors bring?",
    "Who painted the ceiling of the station?",
    "What is the Northern Line?",
    "what is the help desk",
    "what are these documents about",
)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    docs = tmp_path / "docs"
    docs.mkdir()
    monkeypatch.chdir(tmp_path)
    (docs / "line.md").write_text(
        "# The Northern Line\n\n## History\n\n"
        "It was opened in 1908. The tunnel is 3.4 km long. It was dug by two crews.\n\n"
        "## Harbour\n\nThe harbour wall was built by Ada Stone between 1890 and 1894. "
        "It protects the old quarter.\n\n"
        "## Fares\n\n| Ticket | Adults | Children |\n|---|---|---|\n"
        "| Single | £2.10 | £1.00 |\n| Day ticket | £6.50 | £3.20 |\n\n"
        "Visitors must bring:\n\n- a helmet\n- warm clothes\n"
    )
    (docs / "desk.md").write_text(
        "# Help desk\n\nThe lost property office is in room 12. It opens at nine.\n\n"
        "| Item | Late fee |\n|---|---|\n| Map | 20p |\n| Book | 10p |\n"
    )
    chance = random.Random(11)
    for number in range(12):
        paragraphs = [
            " ".join(
                f"The {chance.choice(WORDS)} near the {chance.choice(WORDS)} has "
                f"{chance.randint(2, 90)} {chance.choice(WORDS)}s."
                for _ in range(chance.randint(1, 5))
            )
            for _ in range(4)
        ]
        (docs / f"notes{number}.txt").write_text("\n\n".join(paragraphs) + "\n")
    return docs


def assert_same(one: Answer, other: Answer) -> None:
    """All but the scores' last digits: tantivy rounds the lengths of sentences."""
    assert (one.asked, one.kind, one.text, one.sentence, one.source, one.reason) == (
        other.asked,
        other.kind,
        other.text,
        other.sentence,
        other.source,
        other.reason,
    )
    assert one.confidence == pytest.approx(other.confidence, abs=0.02)
    assert [each.source for each in one.support] == [each.source for each in other.support]
    assert {each.source for each in one.alternatives} == {
        each.source for each in other.alternatives
    }


@pytest.mark.usefixtures("library")
def test_the_same_answers() -> None:
    Collection.build("my.hq", ["docs"])
    kept, read = Engine.open("my.hq", reader="off"), Engine.open("docs", reader="off")
    assert kept.paths() == read.paths()
    for question in QUESTIONS:
        assert_same(kept.ask(question, top=3), read.ask(question, top=3))
    for within in ("desk.md", "docs/notes*", ["line.md", "docs/desk.md"], "nothing"):
        for question in QUESTIONS[:4]:
            assert_same(kept.ask(question, within=within), read.ask(question, within=within))


@pytest.mark.usefixtures("library")
def test_the_same_answers_from_a_glance_at_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    Collection.build("my.hq", ["docs"])
    kept, read = Engine.open("my.hq", reader="off"), Engine.open("docs", reader="off")
    answers = [read.ask(question, top=3) for question in QUESTIONS]
    monkeypatch.setattr("hegang_qa.ranking.views.VIEWS_KEPT", 0)  # as in a large collection
    for question, answer in zip(QUESTIONS, answers, strict=True):
        assert_same(kept.ask(question, top=3), answer)


@pytest.mark.usefixtures("library")
def test_the_same_answers_as_from_a_large_collection(monkeypatch: pytest.MonkeyPatch) -> None:
    Collection.build("my.hq", ["docs"])
    kept, read = Engine.open("my.hq", reader="off"), Engine.open("docs", reader="off")
    # Fewer candidates, and of long lists of forms those that count most.
    for name, value in (("_SMALL", 0), ("_FEW", 0), ("SETS_AT_ONCE", 4)):
        monkeypatch.setattr(f"hegang_qa.collections.search.{name}", value)
    for question in QUESTIONS:
        one, other = kept.ask(question), read.ask(question)
        assert (one.text, one.source) == (other.text, other.source)


@pytest.mark.usefixtures("library")
def test_a_glance_tells_what_the_sentences_hold() -> None:
    snapshot = Collection.build("my.hq", ["docs"])[0].snapshot()
    sets = [["tunnel", "wall"], ["ticket"], *([stem(word)] for word in WORDS), ["item", "fee"]]
    sets += [[stem(word), "near"] for word in WORDS]  # more than a score has bits
    sentences = {s.id: s for s in snapshot.store.get(range(len(snapshot.store)))}

    def held(texts: str) -> int:
        terms = set(text_terms(texts))
        return sum(1 << bit for bit, each in enumerate(sets) if not terms.isdisjoint(each))

    glances = snapshot.index.glance([10**6, *sentences], sets, reach=3)
    assert [glance.id for glance in glances] == list(sentences)
    for glance, own in zip(glances, sentences.values(), strict=True):
        block = [
            each
            for each in sentences.values()
            if (each.document, each.block) == (own.document, own.block)
        ]
        before = [held(s.text) for s in reversed(block) if own.id - 3 <= s.id < own.id]
        after = [held(s.text) for s in block if own.id < s.id <= own.id + 3]
        assert (glance.document, glance.paragraph) == (own.document, block[0].id)
        assert glance.own == held(own.text)
        assert list(glance.before) == before
        assert list(glance.after)[: len(after)] == after
        assert not any(glance.after[len(after) :])
        above = held(" ".join((own.lead or "", own.title)))
        assert glance.above == above | held(heading_of(own))


@pytest.mark.usefixtures("library")
def test_the_same_scores() -> None:
    Collection.build("my.hq", ["docs"])
    kept, read = Engine.open("my.hq").index, Engine.open("docs").index
    chance = random.Random(3)
    vocabulary = [*WORDS, "tunnel", "opened", "ticket", "children", "late", "fee", "item", "the"]
    for _ in range(60):
        terms = [
            WeightedTerm(stem(word), chance.choice((1.0, 0.6)))
            for word in chance.sample(vocabulary, chance.randint(1, 6))
        ]
        one, other = (index.search(terms, limit=25).hits for index in (kept, read))
        assert [hit.score for hit in one] == pytest.approx([h.score for h in other], rel=0.02)
        assert {hit.id for hit in one[:10]} - {hit.id for hit in other} == set()
    names = [stem(word) for word in vocabulary]
    assert kept.document_frequencies(names) == read.document_frequencies(names)
    for word in ("habour", "glacir", "tiket", "chlidren"):
        assert kept.similar_terms(word) == read.similar_terms(word)
    assert kept.has_prefix("la") == read.has_prefix("la")


def test_statistics_forget_what_was_removed(library: Path) -> None:
    for at in range(40):
        (library / f"common{at}.txt").write_text(f"A lantern and a zeppelin, number {at}.\n")
    collection = Collection.build("my.hq", ["docs"])[0]
    assert collection.snapshot().index.document_frequencies(["zeppelin"]) == [40]
    for at in range(40):
        (library / f"common{at}.txt").unlink()
    collection.refresh()
    kept, read = collection.snapshot().index, Engine.open("docs").index
    terms = [stem(word) for word in [*WORDS, "zeppelin"]]
    assert kept.document_frequencies(terms) == read.document_frequencies(terms)
    assert kept.similar_terms("zepelin") == []
    assert kept.has_prefix("zep") == []
    one, other = (
        [hit.score for hit in index.search([WeightedTerm("lantern")], limit=5).hits]
        for index in (kept, read)
    )
    assert one == pytest.approx(other, rel=0.02)


def test_what_was_taken_out_does_not_pile_up(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hegang_qa.collections import update

    monkeypatch.setattr(update, "_WORTH_COMPACTING", 0)
    collection = Collection.build("my.hq", ["docs"])[0]
    sizes = []
    for version in range(12):
        for path in library.iterdir():
            path.write_text(path.read_text() + f"\nLine {version} is new.\n")
        collection.refresh()
        sizes.append(sum(file.stat().st_size for file in Path("my.hq", "index").iterdir()))
        assert len(collection.snapshot().index) == len(collection.snapshot().store)
    assert max(sizes) < 5 * sizes[0]
    kept, read = collection.snapshot().index, Engine.open("docs").index
    assert kept.document_frequencies([stem(word) for word in WORDS]) == (
        read.document_frequencies([stem(word) for word in WORDS])
    )
