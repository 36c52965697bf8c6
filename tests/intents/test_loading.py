"""Loading: user's folders add and override, and the compiled copy holds only while files do."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa.errors import RuleError
from hegang_qa.intents import compiled_store, load_rules
from hegang_qa.intents.folders import content_key
from hegang_qa.intents.loading import read_files
from hegang_qa.resources import data_path
from tests.intents.making import rule


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("HEGANG_QA_CACHE_DIR", str(folder))
    return folder


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(folder)


HOURS = rule(
    "opening-hours",
    "what are your opening hours",
    "when are you open",
    head='reply = ["We are open from 9 to 5."]',
)


def test_a_fixed_answer_of_the_user(tmp_path: Path) -> None:
    folder = write(tmp_path / "my", "en/opening-hours.toml", HOURS)
    match = load_rules(folder).match("What are your opening hours?")
    assert match is not None
    assert (match.answer, match.reply) == ("chat", "We are open from 9 to 5.")
    assert (match.path, match.line) == (f"{folder}/en/opening-hours.toml", 4)
    assert match.overrides == "intents/en/opening-hours.toml"


def test_a_rule_that_adds_overrides_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path / "my", "en/wifi.toml", rule("wifi", "wifi [password] of {room}"))
    rules = load_rules(folder)
    match = rules.match("wifi of the hall")
    assert match is not None
    assert (match.rule, match.overrides) == ("wifi", None)
    assert rules.match("how long is the hall") is not None


def test_a_language_of_the_users_own(tmp_path: Path) -> None:
    folder = write(tmp_path / "my", "de/wann.toml", rule("wann", "wann {topic}"))
    write(
        tmp_path / "my",
        "de/language.toml",
        'schema = 1\nid = "de"\nname = "Deutsch"\nfirst = ["bitte"]',
    )
    match = load_rules(folder).match("Bitte, wann fährt der Zug?")
    assert match is not None
    assert (match.rule, match.language, match.slots["topic"].text) == (
        "wann",
        "de",
        "fährt der Zug",
    )


def test_a_later_folder_overrides_an_earlier_one(tmp_path: Path) -> None:
    one = write(tmp_path / "one", "en/wifi.toml", rule("wifi", "wifi of {room}"))
    two = write(tmp_path / "two", "en/wifi.toml", rule("wifi", "wireless of {room}"))
    rules = load_rules(one, two)
    assert rules.match("wifi of the hall") is None
    match = rules.match("wireless of the hall")
    assert match is not None
    assert match.overrides == f"{one}/en/wifi.toml"


def test_the_first_fault_is_raised_with_its_place(tmp_path: Path) -> None:
    folder = write(tmp_path / "my", "en/b.toml", rule("b", "what is [{x}]"))
    write(tmp_path / "my", "en/a.toml", rule("a", "what is {x} {y}"))
    with pytest.raises(RuleError) as caught:
        load_rules(folder)
    assert str(caught.value) == (
        f"{folder}/en/a.toml:6:12: T123 slots {{x}} and {{y}} side by side: nothing tells where "
        f"one ends (and 1 more: see `hegang-qa rules check {folder}`)"
    )


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("wifi.toml", "<language>/wifi.toml"),
        ("lists/room.toml", "<language>/lists/room.toml"),
        ("en/more/wifi.toml", "<language>/wifi.toml"),
        ("en/lists/more/even/room.toml", "<language>/room.toml"),
    ],
)
def test_a_file_that_would_never_be_read_is_an_error(tmp_path: Path, name: str, place: str) -> None:
    folder = write(tmp_path / "my", "en/a.toml", rule("a", "about {x}"))
    write(tmp_path / "my", name, "this is = = not TOML")
    with pytest.raises(RuleError) as caught:
        load_rules(folder)
    assert str(caught.value) == (
        f"{folder}/{name}:1:1: S105 not read: rules stand in the folder of their language"
    )
    assert caught.value.hint == f"move it to {place}, such as en/{place.partition('/')[2]}"


@pytest.mark.parametrize(
    ("name", "message"),
    [("none", "no such folder"), ("file", "a folder"), ("empty", "holds no rule files")],
)
def test_a_folder_that_is_none(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "empty" / "en" / "lists").mkdir(parents=True)
    (tmp_path / "empty" / ".hidden").mkdir()
    (tmp_path / "empty" / ".hidden" / "a.toml").write_text("x")
    with pytest.raises(RuleError, match=message):
        load_rules(str(tmp_path / name))


def test_the_copy_is_made_once_and_renewed_with_the_files(tmp_path: Path, cache: Path) -> None:
    folder = write(tmp_path / "my", "en/wifi.toml", rule("wifi", "wifi of {room}"))
    load_rules(folder)
    (first,) = cache.iterdir()
    made = first.stat().st_mtime_ns
    again = load_rules(folder)
    assert first.stat().st_mtime_ns == made
    assert again.match("wifi of the hall") is not None
    write(tmp_path / "my", "en/wifi.toml", rule("wifi", "wireless of {room}"))
    assert load_rules(folder).match("wifi of the hall") is None
    assert len(list(cache.iterdir())) == 2


def test_old_copies_are_forgotten(tmp_path: Path, cache: Path) -> None:
    for number in range(compiled_store.KEPT + 3):
        folder = write(tmp_path / "my", "en/wifi.toml", rule("wifi", f"wifi {number} of {{room}}"))
        load_rules(folder)
    assert len(list(cache.iterdir())) == compiled_store.KEPT


@pytest.mark.parametrize("damage", ["", "{", "null", "[]", '{"rules": [[1]]}\n{}\n{}\n'])
def test_a_damaged_copy_is_made_again(tmp_path: Path, cache: Path, damage: str) -> None:
    folder = write(tmp_path / "my", "en/wifi.toml", rule("wifi", "wifi of {room}"))
    load_rules(folder)
    (copy,) = cache.iterdir()
    key = copy.read_text(encoding="utf-8").split("\n", 1)[0]
    copy.write_text(f"{key}\n{damage}", encoding="utf-8")
    assert load_rules(folder).match("wifi of the hall") is not None


def test_without_a_place_for_the_copy_rules_load_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "occupied").write_text("a file, no folder")
    folder = write(tmp_path / "my", "en/wifi.toml", rule("wifi", "wifi of {room}"))
    for place in (str(tmp_path / "occupied"), ""):
        monkeypatch.setenv("HEGANG_QA_CACHE_DIR", place)
        assert load_rules(folder).match("wifi of the hall") is not None


def test_the_shipped_copy_is_of_the_shipped_files() -> None:
    """When this fails: ``hegang-qa rules compile``."""
    with open(data_path(compiled_store.SHIPPED_NAME), encoding="utf-8") as file:
        key = file.readline().rstrip("\n")
    assert key == f"{compiled_store.FORMAT}-{content_key(read_files(()))}"
    assert compiled_store.load(content_key(read_files(())), shipped=True) is not None
