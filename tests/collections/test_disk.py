"""Real disks that are full or read-only: a small one is mounted where the system allows it."""

import os
import subprocess
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
