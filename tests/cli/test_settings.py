"""Defaults, file, variables, command line: the later wins."""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from hegang_qa.cli.config_command import config_text
from hegang_qa.cli.environment import Environment
from hegang_qa.cli.main import main
from hegang_qa.cli.settings import SETTINGS, Settings, config_path, history_path, load_settings
from hegang_qa.errors import SourceError, UsageError
from tests.cli.stub import environment, text_of


def configured(folder: Path, text: str, **environ: Any) -> Environment:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return environment(home="/home/someone", HEGANG_QA_CONFIG=str(path), **environ)


def test_every_setting_has_its_field_and_default() -> None:
    for setting in SETTINGS:
        assert Settings._field_defaults[setting.name] == setting.default
        assert setting.about.endswith(".")


def test_the_later_source_wins(tmp_path: Path) -> None:
    env = configured(tmp_path, 'top = 2\ntheme = "light"\nvi = 0\n'.replace("vi = 0\n", ""))
    assert load_settings(env).top == 2
    env = configured(tmp_path, 'top = 2\ntheme = "light"\n', HEGANG_QA_TOP="3")
    settings = load_settings(env, {"min_confidence": 0.5})
    assert (settings.top, settings.theme, settings.min_confidence) == (3, "light", 0.5)
    assert load_settings(env, {"top": 4}).top == 4
    assert settings.origins == {
        "top": "HEGANG_QA_TOP",
        "theme": str(tmp_path / "config.toml"),
        "min_confidence": "command line",
    }


def test_values_of_every_kind(tmp_path: Path) -> None:
    env = configured(
        tmp_path,
        'docs = ["~/notes", "/srv/*.md"]\nwithin = "a*"\nmin_confidence = 0.5\nhistory = false\n'
        'history_file = "~/h"\nediting = "vi"\n',
    )
    settings = load_settings(env)
    assert settings.docs == ("/home/someone/notes", "/srv/*.md")
    assert settings.within == ("a*",)
    assert settings.min_confidence == 0.5
    assert settings.history is False
    assert history_path(settings, env) == "/home/someone/h"
    assert settings.editing == "vi"


def test_values_of_variables() -> None:
    env = environment(
        home="/home/someone",
        HEGANG_QA_DOCS=os.pathsep.join(("~/a", "b")),
        HEGANG_QA_HISTORY="off",
        HEGANG_QA_MOUSE="Yes",
    )
    settings = load_settings(env)
    assert settings.docs == ("/home/someone/a", "b")
    assert (settings.history, settings.mouse) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "top = 0",
        'top = "many"',
        "top = true",
        "top = 1.5",
        "min_confidence = 7",
        'color = "blue"',
        "color = 1",
        'history = "no"',
        "docs = 3",
        "docs = [3]",
        "colour = 'never'",
    ],
)
def test_a_wrong_value_names_file_and_setting(tmp_path: Path, text: str) -> None:
    env = configured(tmp_path, text)
    with pytest.raises(SourceError) as caught:
        load_settings(env)
    assert str(tmp_path / "config.toml") in caught.value.message
    assert caught.value.hint
    assert text.split()[0] in caught.value.message


def test_a_wrong_variable_is_named() -> None:
    with pytest.raises(UsageError, match="HEGANG_QA_HISTORY is on or off, not 'maybe'"):
        load_settings(environment(HEGANG_QA_HISTORY="maybe"))


def test_a_number_is_asked_for_in_the_same_words_everywhere(tmp_path: Path) -> None:
    wanted = "needs a whole number from 1, not 'a'"
    with pytest.raises(SourceError, match=f": top {wanted}"):
        load_settings(configured(tmp_path, 'top = "a"'))
    with pytest.raises(UsageError, match=f"HEGANG_QA_TOP {wanted}"):
        load_settings(environment(HEGANG_QA_TOP="a"))


@pytest.mark.parametrize(
    ("content", "told", "hint"),
    [
        (b"top = ", "is not TOML: Invalid value (at ", "a setting is a line such as: theme = "),
        (b"top = " + b"1" * 9000, "is not TOML: ", "a setting is a line such as: theme = "),
        (b"top = 1\n\xff\xfe", "is not UTF-8 (line 2)", "save it in that encoding"),
    ],
)
def test_a_file_that_is_not_toml(tmp_path: Path, content: bytes, told: str, hint: str) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        load_settings(environment(HEGANG_QA_CONFIG=str(path)))
    assert caught.value.message.startswith(f"{path}: {told}")
    assert str(caught.value.hint).startswith(hint)


def test_a_mark_of_byte_order_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbftop = 2\r\n")
    assert load_settings(environment(HEGANG_QA_CONFIG=str(path))).top == 2


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        load_settings(environment(HEGANG_QA_CONFIG=str(tmp_path)))


def test_a_file_that_a_variable_names_must_be_there(tmp_path: Path) -> None:
    env = environment(HEGANG_QA_CONFIG=str(tmp_path / "confg.toml"))
    with pytest.raises(SourceError, match=r"confg.toml: no such file, and HEGANG_QA_CONFIG"):
        load_settings(env)
    assert main(["built"], env) == 3
    env = environment(HEGANG_QA_CONFIG=str(tmp_path / "confg.toml"))
    assert main(["config"], env) == 0  # which shows what it may hold
    assert "confg.toml (not there yet)" in text_of(env.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="the rule of XDG is applied on Linux")
@pytest.mark.parametrize("base", ["", "/elsewhere", "relative"])
def test_places_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, base)
    env = environment(home=os.path.expanduser("~"), XDG_CONFIG_HOME=base, XDG_STATE_HOME=base)
    if base == "relative":  # platformdirs takes it; the standard says to ignore it
        assert config_path(env).startswith(env.home)
        return
    assert os.path.dirname(config_path(env)) == platformdirs.user_config_dir("hegang-qa")
    folder = os.path.dirname(history_path(Settings(), env))
    assert folder == platformdirs.user_state_dir("hegang-qa")


def test_config_prints_a_file_that_says_the_same(tmp_path: Path) -> None:
    env = configured(tmp_path, 'docs = ["a \\"b\\" \\\\ c"]\ntop = 3\nhistory = false\n')
    settings = load_settings(env)
    printed = config_text(settings, env)
    again = tmp_path / "again.toml"
    again.write_text(printed, encoding="utf-8")
    copy = load_settings(environment(HEGANG_QA_CONFIG=str(again)))
    assert copy._replace(origins={}) == settings._replace(origins={})
    for setting in SETTINGS:
        assert setting.variable in printed
        assert setting.about in printed


def test_config_without_its_comment_signs_is_all_defaults() -> None:
    printed = config_text(Settings(), environment())
    lines = [line.removeprefix("# ") for line in printed.splitlines() if " = " in line]
    assert set(tomllib.loads("\n".join(lines))) == {setting.name for setting in SETTINGS}


def test_config_command_tells_where_a_value_is_from() -> None:
    env = environment(HEGANG_QA_TOP="5")
    assert main(["config", "--color", "never"], env) == 0
    out = text_of(env.stdout)
    assert "# Variable: HEGANG_QA_TOP. From: HEGANG_QA_TOP\ntop = 5\n" in out
    assert '# Variable: HEGANG_QA_COLOR. From: command line\ncolor = "never"\n' in out
