"""Real disks that are full or read-only: a small one is mounted where the system allows it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.collections import Collection
from hegang_qa.errors import StorageError

QUESTION = "When was the bridge opened?"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(place)]
    try:
        if os.name == "nt" or os.geteuid() != 0:
            raise OSError
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no right to mount a disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def write_many(folder: Path, count: int) -> None:
    for number in range(count):
        words = " ".join(f"word{number * 7919 + at * 104729 % 99991}" for at in range(3000))
        (folder / f"many{number}.txt").write_text(f"{words}.\n")


def test_a_disk_that_fills_up_is_told_and_what_was_there_stays(folder: Path, disk: Path) -> None:
    collection = Collection.build(disk / "my.hq", ["docs"])[0]
    collection.close()
    write_many(folder / "docs", 150)
    with pytest.raises(StorageError) as caught:
        Collection(disk / "my.hq").refresh()
    assert "make room" in str(caught.value.hint)
    engine = Engine.open(disk / "my.hq")
    assert engine.ask(QUESTION).text == "1931"
    assert len(engine) == 8
    # With room again, the next update completes it.
    subprocess.run(["mount", "-o", "remount,size=100m", str(disk)], check=True)
    changes = engine.refresh()
    assert len(changes.added) == 150
    assert engine.ask(QUESTION).text == "1931"
    assert Collection(disk / "my.hq").status(thorough=True).failures == ()


def test_no_room_for_a_new_collection(folder: Path, disk: Path) -> None:
    (disk / "filler").write_bytes(b"x" * 2_000_000)
    with pytest.raises(StorageError) as caught:
        Collection.build(disk / "my.hq", ["docs"])
    assert "make room" in str(caught.value.hint)
    os.remove(disk / "filler")
    Collection.build(disk / "my.hq", ["docs"])[0].close()
    assert Engine.open(disk / "my.hq").ask(QUESTION).text == "1931"


def test_a_read_only_disk_can_be_asked(folder: Path, disk: Path) -> None:
    Collection.build(disk / "my.hq", ["docs"])[0].close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    engine = Engine.open(disk / "my.hq")
    assert engine.ask(QUESTION).text == "1931"
    with pytest.raises(StorageError) as caught:
        engine.refresh()
    assert "cannot be written" in str(caught.value.hint)
    with pytest.raises(StorageError):
        Collection.build(disk / "new.hq", ["docs"])


def test_no_room_for_a_cache_is_no_matter(
    folder: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hegang_qa.opening.WORTH_CACHING", 0)
    write_many(folder / "docs", 150)
    assert Engine.open("docs", cache=disk / "cache").ask(QUESTION).text == "1931"


@pytest.mark.skipif(os.name == "nt", reason="rights are told otherwise there")
@pytest.mark.parametrize("part", ["", "collection.sqlite", "index", "index/meta.json"])
def test_what_may_not_be_read_is_not_called_damaged(folder: Path, part: str) -> None:
    Collection.build("my.hq", ["docs"])[0].close()
    Engine.open("my.hq").ask(QUESTION)  # whatever is imported is imported now
    with tempfile.TemporaryDirectory() as place:
        os.chmod(place, 0o755)  # the folders of the tests are their owner's alone
        kept = os.path.join(place, "my.hq")
        shutil.copytree("my.hq", kept)
        os.chmod(os.path.join(kept, part), 0)
        user = os.geteuid()
        try:
            if user == 0:  # who may read everything
                os.seteuid(65534)
            with pytest.raises(StorageError) as caught:
                Collection(kept)
        finally:
            os.seteuid(user)
            os.chmod(os.path.join(kept, part), 0o755)
    assert "cannot be read" in caught.value.message
    assert "--rebuild" not in str(caught.value.hint)


@pytest.mark.skipif(os.name == "nt", reason="rights are told otherwise there")
def test_all_of_the_index_may_be_read_by_whom_its_folder_may(folder: Path) -> None:
    Collection.build("my.hq", ["docs"])[0].close()
    os.chmod("my.hq/index", 0o755)
    write_many(folder / "docs", 1)
    Collection("my.hq").refresh()
    assert {file.stat().st_mode & 0o044 for file in Path("my.hq", "index").iterdir()} == {0o044}
