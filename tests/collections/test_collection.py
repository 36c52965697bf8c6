"""Building, asking and updating a collection."""

import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.collections import Changes, Collection, is_collection
from hegang_qa.errors import IndexFormatError, SourceError, StorageError, UsageError


def build(*patterns: str) -> Collection:
    return Collection.build("my.hq", patterns or ("docs",))[0]


def texts(collection: Collection) -> list[str]:
    """All sentences, in reading order by document path."""
    store = collection.snapshot().store
    found = store.get(range(10_000))
    return [sentence.text for sentence in sorted(found, key=lambda s: (s.path, s.start))]


def touch(path: str, text: str) -> None:
    Path(path).write_text(text)
    os.utime(path, ns=(1, time.time_ns() - 60 * 10**9))


def test_a_collection_answers_like_the_documents(folder: Path) -> None:
    build()
    kept, read = Engine.open("my.hq"), Engine.open("docs")
    for question in (
        "When was the bridge opened?",
        "When does the museum open?",
        "How long does the ferry take?",
        "Who built the tunnel?",
        "what is the late fee for a map",
    ):
        one, other = kept.ask(question), read.ask(question)
        assert (one.kind, one.text, one.sentence) == (other.kind, other.text, other.sentence)
        assert one.source == other.source
    assert kept.paths() == read.paths()
    assert len(kept) == len(read)


def test_sentences_keep_place_heading_and_cells(folder: Path) -> None:
    collection = build()
    store = collection.snapshot().store
    row = next(s for s in store.get(range(20)) if s.kind == "row")
    assert (row.path, row.line, row.column) == ("docs/museum.md", 7, 3)
    assert (row.heading, row.title) == ("Museum", "Museum")
    assert [(row.text[c.start : c.end], c.head) for c in row.cells] == [
        ("Map", "Item"),
        ("20p", "Late fee"),
    ]


def test_words_are_found_by_spelling_and_beginning(folder: Path) -> None:
    index = build().snapshot().index
    assert [word for word, _ in index.similar_terms("bridg")] == ["bridge"]
    assert index.has_prefix("fer") == ["ferry"]
    assert index.document_frequencies(["bridg", "nowher"]) == [1, 0]


def test_within_limits_a_question_to_documents(folder: Path) -> None:
    build()
    engine = Engine.open("my.hq")
    assert engine.ask("When was the bridge opened?", within="docs/sub/*").kind == "no-answer"
    assert engine.ask("When was the bridge opened?", within="bridge.txt").text == "1931"


def test_an_update_reads_what_has_changed(folder: Path) -> None:
    collection = build()
    assert collection.refresh() == Changes(unchanged=3)
    touch("docs/bridge.txt", "The bridge was closed in 1999.\n")
    touch("docs/new.txt", "A new tunnel was dug.\n")
    os.remove("docs/museum.md")
    changes = collection.refresh()
    assert changes.changed == ("docs/bridge.txt",)
    assert changes.added == ("docs/new.txt",)
    assert changes.removed == ("docs/museum.md",)
    assert changes.unchanged == 1
    assert texts(collection) == [
        "The bridge was closed in 1999.",
        "A new tunnel was dug.",
        "The ferry sails twice a day.",
        "It takes an hour.",
    ]
    engine = Engine.open("my.hq")
    assert engine.ask("When was the bridge opened?").text != "1931"


def test_a_touched_file_with_the_same_content_is_unchanged(folder: Path) -> None:
    collection = build()
    os.utime("docs/bridge.txt", ns=(1, 10**18))
    before = collection.snapshot().generation
    assert collection.refresh() == Changes(unchanged=3)
    assert collection.snapshot().generation == before


def test_a_file_changed_within_the_clock_of_the_file_system_is_noticed(folder: Path) -> None:
    # Same size, same time: only the digest tells.
    path = folder / "docs" / "bridge.txt"
    collection = build()
    stamp = path.stat().st_mtime_ns
    path.write_text(path.read_text().replace("1931", "1932"))
    os.utime(path, ns=(stamp, stamp))
    assert collection.refresh().changed == ("docs/bridge.txt",)


def test_a_renamed_file_is_told_as_such(folder: Path) -> None:
    collection = build()
    os.rename("docs/bridge.txt", "docs/viaduct.txt")
    assert collection.refresh().renamed == (("docs/bridge.txt", "docs/viaduct.txt"),)
    assert "docs/viaduct.txt" in collection.snapshot().store.paths()


def test_what_cannot_be_read_now_keeps_its_last_state(folder: Path) -> None:
    collection = build()
    Path("docs/bridge.txt").write_bytes(b"\0\1\2")
    Path("docs/odd.txt").write_bytes(b"\0\1\2")
    changes = collection.refresh()
    assert changes.failed == (("docs/bridge.txt", "binary, not text"),
                              ("docs/odd.txt", "binary, not text"))  # fmt: skip
    assert "The bridge was opened in 1931." in texts(collection)
    assert dict(collection.status().failures) == dict(changes.failed)
    touch("docs/bridge.txt", "The bridge was mended.\n")
    touch("docs/odd.txt", "No longer odd.\n")
    assert collection.refresh().failed == ()
    assert collection.status().failures == ()
    assert "The bridge was mended." in texts(collection)


def test_a_source_folder_that_is_gone_keeps_its_documents(folder: Path) -> None:
    collection = build()
    os.rename("docs", "elsewhere")
    changes = collection.refresh()
    assert changes.removed == ()
    assert "kept" in changes.warnings[0]
    assert len(collection.snapshot().store) == 8


def test_add_and_remove(folder: Path) -> None:
    collection = build("docs/bridge.txt")
    assert collection.add(["docs/sub"]).added == ("docs/sub/ferry.txt",)
    assert collection.status().sources == ("docs/bridge.txt", "docs/sub")
    engine = Engine.open("my.hq")
    assert engine.remove("docs/sub/ferry.txt").removed == ("docs/sub/ferry.txt",)
    assert "docs/sub/ferry.txt" not in {found.source.path for found in engine.search("the ferry")}
    # Taken out on purpose: an update does not bring it back, adding it does.
    assert engine.refresh().added == ()
    assert engine.add("docs/sub/ferry.txt").added == ("docs/sub/ferry.txt",)
    assert engine.search("the ferry")[0].source.path == "docs/sub/ferry.txt"


def test_wrong_names_leave_everything_as_it_was(folder: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        build("nowhere")
    assert not is_collection("my.hq")
    collection = build()
    with pytest.raises(SourceError, match="no such file"):
        collection.add(["nowhere"])
    with pytest.raises(UsageError, match="no document"):
        collection.remove(["nowhere"])
    assert collection.status().sources == ("docs",)


def test_a_collection_that_is_gone_is_told_as_such(folder: Path) -> None:
    build().close()
    engine = Engine.open("my.hq")
    shutil.rmtree("my.hq")
    for change in (engine.refresh, lambda: engine.add("docs"), lambda: engine.remove("docs")):
        with pytest.raises(IndexFormatError, match=r"^my\.hq: no collection$") as caught:
            change()
        assert caught.value.hint == "build one: hegang-qa index DOCUMENTS --into my.hq"
    with pytest.raises(IndexFormatError, match=r"^my\.hq: no collection$"):
        Collection.rebuild_folder("my.hq")
    assert not os.path.exists("my.hq")


def test_rebuilding_leaves_a_folder_of_other_things_alone(folder: Path) -> None:
    held = sorted(os.listdir("docs"))
    with pytest.raises(IndexFormatError, match=r"^docs: no collection$") as caught:
        Collection.rebuild_folder("docs")
    assert "remove" not in str(caught.value.hint)
    assert sorted(os.listdir("docs")) == held


def test_no_folder_can_be_made_there(folder: Path) -> None:
    with pytest.raises(StorageError) as caught:
        Collection.build("docs/bridge.txt/my.hq", ["docs"])
    assert caught.value.hint == "name another folder with --into"


def test_a_folder_of_other_things_is_not_taken_for_a_collection(folder: Path) -> None:
    with pytest.raises(UsageError, match="not a collection"):
        Collection.build("docs", ["docs"])
    with pytest.raises(IndexFormatError, match="no collection"):
        Collection("nowhere.hq")
    build()
    with pytest.raises(UsageError, match="by itself"):
        Engine.open("my.hq", "docs")


def test_the_working_directory_does_not_matter_later(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    monkeypatch.chdir("/")
    collection = Collection(folder / "my.hq")
    assert collection.refresh() == Changes(unchanged=3)
    assert collection.status().documents[0] == "docs/bridge.txt"


def test_empty_documents_and_long_ones(folder: Path) -> None:
    Path("docs/empty.txt").write_text("")
    Path("docs/long.txt").write_text("".join(f"Line number {n} is here.\n" for n in range(500)))
    collection = build()
    store = collection.snapshot().store
    assert len(store) == 508
    found = [s for s in store.get(range(600)) if s.path == "docs/long.txt"]
    assert [s.text for s in found] == [f"Line number {n} is here." for n in range(500)]
    assert [s.line for s in found] == list(range(1, 501))
    assert store.get([found[450].id, found[3].id, 99_999]) == [found[450], found[3]]


def test_results_do_not_depend_on_the_number_of_processes(folder: Path) -> None:
    for n in range(160):
        Path(f"docs/file{n}.txt").write_text(f"Entry {n} tells of thing {n}. " * 900)
    Path("docs/odd.txt").write_bytes(b"\0")
    one = Collection.build("one.hq", ["docs"], jobs=1)[0]
    two, changes = Collection.build("two.hq", ["docs"], jobs=2)
    assert texts(one) == texts(two)
    assert one.status().documents == two.status().documents
    assert changes.failed == (("docs/odd.txt", "binary, not text"),)


def test_progress_is_told_file_by_file(folder: Path) -> None:
    told: list[tuple[int, int, str]] = []
    Collection.build("my.hq", ["docs"], progress=lambda *step: told.append(step))
    assert [step[:2] for step in told] == [(1, 3), (2, 3), (3, 3)]


def test_a_build_that_was_cut_off_at_once_can_go_on(folder: Path) -> None:
    from hegang_qa.collections.database import create
    from hegang_qa.collections.layout import Layout

    class CutOffError(Exception):
        pass

    def cut_off(*_: object) -> None:
        raise CutOffError

    with pytest.raises(CutOffError):
        Collection.build("my.hq", ["docs"], progress=cut_off)
    assert len(Collection("my.hq").snapshot().store) == 0
    assert Engine.open("my.hq").ask("When was the bridge opened?").kind == "no-answer"
    assert len(Collection.build("my.hq", [])[1].added) == 3
    create(Layout("new.hq"))
    with pytest.raises(IndexFormatError, match="nothing has been read") as caught:
        Collection("new.hq")
    assert "hegang-qa index --into new.hq" in str(caught.value.hint)
    assert len(Collection.build("new.hq", ["docs"])[1].added) == 3


def test_a_collection_of_nothing_that_can_be_read(folder: Path) -> None:
    Path("docs/odd.txt").write_bytes(b"\0")
    collection, changes = Collection.build("my.hq", ["docs/odd.txt"])
    assert changes.failed == (("docs/odd.txt", "binary, not text"),)
    assert collection.status().sentences == 0
    assert Engine.open("my.hq").ask("When was the bridge opened?").kind == "no-answer"


def test_a_named_file_that_is_gone_can_be_taken_out(folder: Path) -> None:
    Path("faq.md").write_text("The desk opens at nine.", encoding="utf-8")
    collection = build("docs", "faq.md")
    Path("faq.md").unlink()
    assert collection.refresh().removed == ("faq.md",)
    assert "faq.md" in collection.status().sources
    collection.remove(["faq.md"])
    assert "faq.md" not in collection.status().sources
    assert not collection.refresh().warnings
    with pytest.raises(UsageError, match="no document"):
        collection.remove(["other.md"])


def test_rebuilding_goes_on_without_a_file_that_is_gone(folder: Path) -> None:
    Path("faq.md").write_text("The desk opens at nine.", encoding="utf-8")
    before = texts(build("docs"))
    build("docs", "faq.md").close()
    Path("faq.md").unlink()
    with closing(sqlite3.connect("my.hq/collection.sqlite")) as database:
        database.execute("update meta set value = '0' where key = 'format'")
        database.commit()
    Collection.rebuild_folder("my.hq")
    assert texts(Collection("my.hq")) == before
