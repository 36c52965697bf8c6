"""Documents opened by name: held in memory, or kept in a cache."""

import os
import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from hegang_qa import Engine, opening
from hegang_qa.collections import Changes
from hegang_qa.collections.update import Writer
from hegang_qa.errors import SourceError, UsageError


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of files that are read in this process, with every folder worth caching."""
    from hegang_qa.collections import analysing

    monkeypatch.setattr(opening, "WORTH_CACHING", 0)
    paths: list[str] = []
    analyse = analysing._analyse

    def counting(task: analysing.Task, extractor: object) -> analysing.Analysed:
        paths.append(task.path)
        return analyse(task, extractor)  # type: ignore[arg-type]

    monkeypatch.setattr(analysing, "_analyse", counting)
    return paths


def age(*paths: str) -> None:
    """Make files older than the clock of the file system can mistake."""
    for path in paths or tuple(map(str, Path("docs").rglob("*.*"))):
        old = os.stat(path).st_mtime_ns - 10**10
        os.utime(path, ns=(old, old))


def date(engine: Engine) -> str | None:
    return engine.ask("When was the bridge opened?").text


def change(text: str) -> None:
    path = Path("docs/bridge.txt")
    path.write_text(re.sub(r"in 19\d\d", f"in {text}", path.read_text()))


def test_the_second_opening_reads_nothing(folder: Path, counted: list[str]) -> None:
    age()
    first = Engine.open("docs", cache="cache")
    assert len(counted) == 3
    second = Engine.open("docs", cache="cache")
    assert len(counted) == 3
    plain = Engine.open("docs")
    for question in ("When was the bridge opened?", "late fee for a map", "who built the tunnel"):
        answers = [engine.ask(question) for engine in (first, second, plain)]
        assert answers[0] == answers[1]
        assert answers[0].source == answers[2].source
        assert answers[0].text == answers[2].text
    assert second.paths() == plain.paths()


def test_a_changed_file_is_never_answered_from_its_old_state(
    folder: Path, counted: list[str]
) -> None:
    # Not aged: written just before it was read, with the same size, and time set back.
    Engine.open("docs", cache="cache")
    stamp = os.stat("docs/bridge.txt").st_mtime_ns
    change("1932")
    os.utime("docs/bridge.txt", ns=(stamp, stamp))
    assert date(Engine.open("docs", cache="cache")) == "1932"
    age()
    Engine.open("docs", cache="cache")
    counted.clear()
    change("1933")
    assert date(Engine.open("docs", cache="cache")) == "1933"
    assert set(counted) == {"docs/bridge.txt"}


def test_files_that_come_and_go(folder: Path, counted: list[str]) -> None:
    Engine.open("docs", cache="cache")
    os.remove("docs/bridge.txt")
    Path("docs/odd.txt").write_bytes(b"\0\1")
    Path("docs/empty.txt").write_text("")
    engine = Engine.open("docs", cache="cache")
    assert date(engine) is None
    plain = Engine.open("docs")
    assert sorted(engine.warnings) == sorted(plain.warnings) != []
    assert sorted(engine.paths()) == sorted(plain.paths())
    # What cannot be read now does not answer with what it said before.
    Path("docs/museum.md").write_bytes(b"\0\1")
    assert "docs/museum.md" not in Engine.open("docs", cache="cache").paths()
    os.remove("docs/odd.txt")
    os.remove("docs/museum.md")
    assert Engine.open("docs", cache="cache").warnings == ("docs/empty.txt: empty",)


def test_what_is_wrong_is_told_as_without_a_cache(folder: Path, counted: list[str]) -> None:
    Path("void").mkdir()
    Path("void/empty.txt").write_text("")
    for names in (["nowhere"], ["void"]):
        with pytest.raises(SourceError) as one:
            Engine.open(*names)
        with pytest.raises(SourceError) as other:
            Engine.open(*names, cache="cache")
        assert str(one.value) == str(other.value)


def damage(folder: Path) -> None:
    for place in folder.rglob("*"):
        if place.is_file():
            place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])


def other_version(folder: Path) -> None:
    for place in folder.rglob("collection.sqlite"):
        with sqlite3.connect(place) as connection:
            connection.execute("update meta set value = '0' where key = 'format'")
        connection.close()


def occupied(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("not a folder")


@pytest.mark.parametrize("harm", [damage, other_version, occupied, shutil.rmtree])
def test_a_cache_that_cannot_be_used_does_no_harm(
    folder: Path, counted: list[str], harm: object
) -> None:
    Engine.open("docs", cache="cache")
    harm(Path("cache"))  # type: ignore[operator]
    assert date(Engine.open("docs", cache="cache")) == "1931"
    change("1932")
    assert date(Engine.open("docs", cache="cache")) == "1932"


def test_a_cache_that_another_process_writes_is_not_waited_for(
    folder: Path, counted: list[str]
) -> None:
    Engine.open("docs", cache="cache")
    change("1932")
    (place,) = Path("cache").iterdir()
    writer = Writer(str(place))
    try:
        assert date(Engine.open("docs", cache="cache")) == "1932"
    finally:
        writer.close()


def test_caches_that_nobody_uses_are_removed(folder: Path, counted: list[str]) -> None:
    Engine.open("docs", cache="cache")
    (place,) = Path("cache").iterdir()
    os.utime(place, (1, 1))
    Engine.open("docs/bridge.txt", cache="cache")
    assert not place.exists()
    assert len(list(Path("cache").iterdir())) == 1


def test_another_version_of_the_program_reads_anew(
    folder: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    age()
    Engine.open("docs", cache="cache")
    assert len(counted) == 3
    monkeypatch.setattr("hegang_qa.__version__", "99")
    Engine.open("docs", cache="cache")
    assert len(counted) == 6


def test_few_documents_are_not_worth_a_cache(folder: Path) -> None:
    Engine.open("docs", cache="cache")
    assert not Path("cache").exists()


@pytest.mark.parametrize("cache", [None, "cache"])
def test_documents_opened_by_name_can_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch, cache: str | None
) -> None:
    monkeypatch.setattr(opening, "WORTH_CACHING", 0)
    age()
    engine = Engine.open("docs/sub", cache=cache)
    assert date(engine) is None
    changes = engine.add("docs/bridge.txt", "docs/museum.md")
    assert changes == Changes(added=("docs/bridge.txt", "docs/museum.md"), unchanged=1)
    assert date(engine) == "1931"
    change("1940")
    assert engine.refresh() == Changes(changed=("docs/bridge.txt",), unchanged=2)
    assert date(engine) == "1940"
    assert engine.remove("bridge.txt") == Changes(removed=("docs/bridge.txt",), unchanged=2)
    assert date(engine) is None
    assert engine.refresh() == Changes(unchanged=2)
    with pytest.raises(SourceError):
        engine.add("nowhere.txt")
    with pytest.raises(UsageError, match="no document"):
        engine.remove("nowhere.txt")
    assert engine.paths() == ["docs/museum.md", "docs/sub/ferry.txt"]


def test_documents_stay_where_they_were_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine.open("docs/bridge.txt")
    monkeypatch.chdir("/")
    assert engine.refresh() == Changes(unchanged=1)


def test_the_bundled_documents_can_be_joined_by_others(folder: Path) -> None:
    engine = Engine.open()
    bundled = engine.paths()
    assert engine.add("docs/bridge.txt").added == ("docs/bridge.txt",)
    assert set(engine.paths()) == {*bundled, "docs/bridge.txt"}
    assert date(engine) == "1931"


@pytest.mark.parametrize("cache", [None, "cache"])
def test_a_file_that_cannot_be_read_is_not_added(
    folder: Path, counted: list[str], cache: str | None
) -> None:
    engine = Engine.open("docs/bridge.txt", cache=cache)
    Path("docs/odd.txt").write_bytes(bytes(range(256)) * 4)
    changes = engine.add("docs")
    assert "docs/odd.txt" not in changes.added
    assert changes.failed == (("docs/odd.txt", "binary, not text"),)
    assert engine.refresh().unchanged == len(engine.paths())
