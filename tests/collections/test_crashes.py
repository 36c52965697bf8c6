"""A collection whose writer dies, that is damaged, or that several want at once."""

import os
import random
import shutil
import signal
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.collections import Collection
from hegang_qa.collections.layout import Layout
from hegang_qa.collections.snapshot import Reader
from hegang_qa.collections.update import Writer
from hegang_qa.errors import IndexFormatError, StorageError
from hegang_qa.index.protocol import WeightedTerm
from hegang_qa.text.tokens import stem

SENTENCES = 5
NAMES = "anvil barrel candle drum engine feather garden hammer island jacket kettle ladder".split()
DOCUMENTS = len(NAMES)


def asked(*words: str) -> list[WeightedTerm]:
    return [WeightedTerm(stem(word)) for word in words]


def write(number: int, version: int) -> None:
    text = " ".join(
        f"The {NAMES[number]} in place {n} is version {version}." for n in range(SENTENCES)
    )
    Path(f"docs/d{number}.txt").write_text(text)
    os.utime(f"docs/d{number}.txt", ns=(1, version * 10**9 + 1))


def versions(collection: Collection) -> dict[int, int]:
    """The version of each document, checked to be whole in truth and index alike."""
    snapshot = collection.snapshot()
    found: dict[int, int] = {}
    for number in range(DOCUMENTS):
        hits = snapshot.index.search(asked(NAMES[number]), limit=50).hits
        sentences = snapshot.store.get([hit.id for hit in hits])
        assert len(sentences) == len(hits) == SENTENCES
        held = {sentence.text.split("version ")[1] for sentence in sentences}
        assert len(held) == 1
        assert {s.path for s in sentences} == {f"docs/d{number}.txt"}
        found[number] = int(held.pop().rstrip("."))
    assert len(snapshot.index) == len(snapshot.store) == SENTENCES * DOCUMENTS
    return found


@pytest.fixture
def numbered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    for number in range(DOCUMENTS):
        write(number, 1)
    Collection.build("my.hq", ["docs"], jobs=1)[0].close()
    return tmp_path


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_hundred_killed_writers_leave_every_document_whole(numbered: Path) -> None:
    chance = random.Random(7)
    current = dict.fromkeys(range(DOCUMENTS), 1)
    longest = 0.03
    for version in range(2, 102):
        for number in chance.sample(range(DOCUMENTS), 4):
            current[number] = version
            write(number, version)
        child = os.fork()
        if child == 0:
            try:
                Collection("my.hq").refresh(jobs=1)
            finally:
                os._exit(0)
        time.sleep(chance.random() * longest)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        # So that kills fall all over an update, however fast the machine is.
        longest = longest * 1.15 if os.WIFSIGNALED(status) else longest * 0.8
        collection = Collection("my.hq")
        seen = versions(collection)
        assert all(seen[number] <= current[number] for number in current)
        if version % 3 == 0:
            collection.refresh(jobs=1)
            assert versions(collection) == current
        collection.close()


@pytest.mark.parametrize("step", ["truth", "index", "both"])
def test_a_writer_stopped_between_its_commits_is_made_good(
    numbered: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(3, 2)
    os.remove("docs/d4.txt")

    class StoppedError(Exception):
        pass

    def stop(*_: object) -> None:
        raise StoppedError

    complete = Writer._complete

    def without_note(self: Writer, target: int, dead: list[int]) -> None:
        complete(self, target, dead)
        self._connection.execute(
            "update meta set value = ? where key = 'generation'", (target - 1,)
        )
        raise StoppedError

    with monkeypatch.context() as patch:
        if step == "truth":
            patch.setattr(Writer, "_complete", stop)
        elif step == "index":
            patch.setattr(Writer, "_complete", without_note)
        else:
            patch.setattr(Writer, "_commit", stop)
        with pytest.raises(StoppedError):
            Collection("my.hq").refresh()
    # Whoever asks now sees a whole state, the old or the new.
    store = Collection("my.hq").snapshot().store
    paths = set(store.paths())
    assert ("docs/d4.txt" in paths) == (step != "index")
    Collection("my.hq").refresh()
    after = Collection("my.hq").snapshot()
    assert "docs/d4.txt" not in after.store.paths()
    hits = after.index.search(asked(NAMES[3]), limit=50).hits
    assert {s.text.split()[-1] for s in after.store.get([h.id for h in hits])} == {"2."}
    assert len(after.store) == len(after.index) == SENTENCES * (DOCUMENTS - 1)


def test_the_second_writer_is_told_and_readers_go_on(numbered: Path) -> None:
    writer = Writer("my.hq")
    try:
        with pytest.raises(StorageError, match="another process is writing") as caught:
            Collection("my.hq").refresh()
        assert caught.value.hint
        assert versions(Collection("my.hq"))[0] == 1
    finally:
        writer.close()
    Collection("my.hq").refresh()


def test_an_index_that_is_gone_is_made_again(numbered: Path) -> None:
    before = versions(Collection("my.hq"))
    shutil.rmtree("my.hq/index")
    with pytest.raises(IndexFormatError):
        Collection("my.hq")
    Writer("my.hq").close()
    assert versions(Collection("my.hq")) == before


def test_another_format_version_is_refused_with_the_command(numbered: Path) -> None:
    with sqlite3.connect("my.hq/collection.sqlite") as connection:
        connection.execute("update meta set value = '999' where key = 'format'")
    connection.close()
    with pytest.raises(IndexFormatError, match="format version 999") as caught:
        Collection("my.hq")
    assert "hegang-qa index" in str(caught.value.hint)


def _put(place: Path, data: bytes) -> None:
    # Another file in its place: this process may still have the old one mapped.
    other = place.with_suffix(".other")
    other.write_bytes(data)
    os.replace(other, place)


def _truncate(place: Path) -> None:
    data = place.read_bytes()
    _put(place, data[: len(data) // 2])


def _flip(place: Path) -> None:
    data = bytearray(place.read_bytes())
    for at in range(len(data) // 3, len(data), max(1, len(data) // 400)):
        data[at] ^= 0xFF
    _put(place, bytes(data))


@pytest.mark.parametrize("harm", [_truncate, _flip])
@pytest.mark.parametrize("suffix", [".term", ".idx", ".fast", ".fieldnorm", "meta.json", ".sqlite"])
def test_damage_is_told_and_never_answers(
    numbered: Path, harm: Callable[[Path], None], suffix: str
) -> None:
    places = [p for p in Path("my.hq").rglob("*") if p.is_file() and p.name.endswith(suffix)]
    assert places
    for place in places:
        harm(place)
    with pytest.raises((IndexFormatError, StorageError)) as caught:
        versions(Collection("my.hq"))
    assert caught.value.hint
    assert len(list(Path("docs").iterdir())) == DOCUMENTS
    Collection.rebuild_folder("my.hq")
    assert versions(Collection("my.hq")) == dict.fromkeys(range(DOCUMENTS), 1)


def test_flipped_bytes_are_told_or_do_not_matter(numbered: Path) -> None:
    data = Path("my.hq/collection.sqlite").read_bytes()
    expected = versions(Collection("my.hq"))
    chance = random.Random(1)
    told = 0
    for number in range(60):
        # A folder of its own each time: what was opened before may still hold files in the last.
        folder = f"harmed{number}.hq"
        shutil.copytree("my.hq", folder)
        harmed = bytearray(data)
        for at in chance.choices(range(len(data)), k=chance.choice((1, 8))):
            harmed[at] ^= chance.randrange(1, 256)
        Path(folder, "collection.sqlite").write_bytes(harmed)
        try:
            assert versions(Collection(folder)) == expected
        except (IndexFormatError, StorageError):
            told += 1
    assert told > 0


def test_damaged_sentences_are_told(numbered: Path) -> None:
    with sqlite3.connect("my.hq/collection.sqlite") as connection:
        connection.execute("update chunks set data = substr(data, 1, 20)")
    connection.close()
    with pytest.raises(IndexFormatError, match="damaged"):
        versions(Collection("my.hq"))


def test_a_full_disk_is_told_and_nothing_is_lost(
    numbered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(3, 2)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(Writer, "_insert", full)
        with pytest.raises(StorageError, match="disk is full") as caught:
            Collection("my.hq").refresh()
        assert "room" in str(caught.value.hint)
    assert versions(Collection("my.hq")) == dict.fromkeys(range(DOCUMENTS), 1)


def test_a_read_only_folder_can_be_asked_but_not_written(
    numbered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = os.open

    def refuse(path: str, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith("writer.lock"):
            raise PermissionError(13, "Permission denied", path)
        return opening(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(StorageError, match="Permission denied"):
        Collection("my.hq").refresh()
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert versions(Collection("my.hq")) == dict.fromkeys(range(DOCUMENTS), 1)


def test_threads_ask_while_a_writer_writes(numbered: Path) -> None:
    stop = threading.Event()
    problems: list[BaseException] = []
    removed_at: list[float] = []
    engine = Engine.open("my.hq")

    def ask() -> None:
        try:
            while not stop.is_set():
                gone = bool(removed_at)
                view = engine.view()
                for number in (1, 5):
                    hits = view.index.search(asked(NAMES[number]), limit=50).hits
                    found = view.store.get([hit.id for hit in hits])
                    assert len(found) == SENTENCES
                    assert len({s.text.split("version ")[1] for s in found}) == 1
                hits = view.index.search(asked(NAMES[9]), limit=50).hits
                assert len(hits) in ((0,) if gone else (0, SENTENCES))
        except BaseException as error:
            problems.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    writer = Collection("my.hq")
    for version in range(2, 8):
        write(1, version)
        write(5, version)
        writer.refresh(jobs=1)
    writer.remove(["docs/d9.txt"])
    removed_at.append(time.monotonic())
    time.sleep(0.2)
    stop.set()
    for thread in threads:
        thread.join()
    assert problems == []


def test_a_reader_of_an_older_state_still_finds_its_sentences(numbered: Path) -> None:
    reader = Reader("my.hq")
    old = reader.current
    write(3, 2)
    Collection("my.hq").refresh()
    hits = old.index.search(asked(NAMES[3]), limit=50).hits
    assert {s.text.split()[-1] for s in old.store.get([h.id for h in hits])} == {"1."}
    new = reader.newest()
    hits = new.index.search(asked(NAMES[3]), limit=50).hits
    assert {s.text.split()[-1] for s in new.store.get([h.id for h in hits])} == {"2."}
    reader.close()


def test_a_collection_whose_making_was_killed_can_be_made(numbered: Path) -> None:
    Path("new.hq").mkdir()
    Path("new.hq/collection.sqlite.new").write_bytes(b"half")
    Path("new.hq/collection.sqlite.new-journal").write_bytes(b"half")
    assert len(versions(Collection.build("new.hq", ["docs"])[0])) == DOCUMENTS


def test_the_parts_lie_where_the_layout_says(numbered: Path) -> None:
    layout = Layout("my.hq")
    assert os.path.isfile(layout.database)
    assert os.path.isdir(layout.index)
