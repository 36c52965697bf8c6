"""``hegang-qa rules``: what each command prints, as text and as JSON, and its exit status."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import Any

import pytest

from hegang_qa.cli.main import main
from hegang_qa.cli.status import ExitStatus
from tests.cli.stub import environment, text_of

SOUND = """\
schema = 1
id = "bin-day"
summary = "asks when a bin is emptied"
answer = "weekday"
ask = ["[the] {colour} bin day"]

[[test]]
say = "blue bin day"
slots = { colour = "blue" }

[[reject]]
say = "the bin was blue"
"""


def run(*arguments: str, **environ: str) -> tuple[int, str, str]:
    env = environment(stdin="", terminal=False, **environ)
    status = main(("rules", *arguments), env)
    return status, text_of(env.stdout), text_of(env.stderr)


def run_json(*arguments: str) -> tuple[int, Any]:
    status, out, err = run("--json", *arguments)
    assert err == ""
    value = json.loads(out)
    assert value["schema"] == 1
    return status, value


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEGANG_QA_CACHE_DIR", "")
    (tmp_path / "my" / "en").mkdir(parents=True)
    (tmp_path / "my" / "en" / "bin-day.toml").write_text(SOUND, encoding="utf-8")
    return tmp_path / "my"


def test_check_of_sound_rules(folder: Path) -> None:
    status, out, err = run("check", "my")
    assert (status, err) == (ExitStatus.ANSWERED, "")
    assert out.endswith(": 0 errors, 0 warnings\n")
    assert out.count("\n") == 1


def test_check_prints_every_problem_and_leaves_with_3(folder: Path) -> None:
    (folder / "en" / "a.toml").write_text(
        SOUND.replace("bin-day", "a").replace("answer", "anwser"), encoding="utf-8"
    )
    (folder / "en" / "b.toml").write_text(
        SOUND.replace("bin-day", "b").replace("{colour} bin day", "{colour} bin [{day}]"),
        encoding="utf-8",
    )
    status, out, _ = run("check", "my")
    assert status == ExitStatus.UNREADABLE
    problems, _, last = out[:-1].rpartition("\n")
    assert problems + "\n" == textwrap.dedent(
        """\
        my/en/a.toml:4:1: S201 unknown key 'anwser'
            anwser = "weekday"
            ^^^^^^
            hint: did you mean 'answer'?
        my/en/b.toml:5:29: T122 slot {day} inside brackets may or may not be filled
            ask = ["[the] {colour} bin [{day}]"]
                                        ^^^^^
            hint: write two templates, one with the slot and one without
        my/en/bin-day.toml:5:9: T125 the same template stands at my/en/a.toml:5
            ask = ["[the] {colour} bin day"]
                    ^^^^^^^^^^^^^^^^^^^^^^
        """
    )
    assert last.endswith(" 0 test sentences: 3 errors, 0 warnings")


def test_check_as_json(folder: Path) -> None:
    (folder / "lost.toml").write_text("", encoding="utf-8")
    status, value = run_json("check", "my")
    assert status == ExitStatus.UNREADABLE
    assert (value["errors"], value["warnings"]) == (1, 0)
    assert value["problems"] == [
        {
            "path": "my/lost.toml",
            "line": 1,
            "column": 1,
            "code": "S105",
            "message": "not read: rules stand in the folder of their language",
            "hint": "move it to <language>/lost.toml, such as en/lost.toml",
            "severity": "error",
            "source": "",
            "end": 0,
        }
    ]


def test_check_of_a_folder_that_is_not_there(folder: Path) -> None:
    status, value = run_json("check", "your")
    assert status == ExitStatus.UNREADABLE
    assert [problem["code"] for problem in value["problems"]] == ["S100"]
    assert run("check", "your") == (
        ExitStatus.UNREADABLE,
        "your: S100 no such folder of rules\n"
        "    hint: name a folder that holds <language>/<id>.toml files\n"
        "not checked: your: 1 error, 0 warnings\n",
        "",
    )
    _, _, err = run("--intents", "your", "explain", "when is it")
    assert err.startswith("hegang-qa: your: S100 no such folder of rules\n  hint: ")


def test_test_tells_of_sentences_only(folder: Path) -> None:
    (folder / "en" / "bin-day.toml").write_text(
        SOUND.replace('say = "blue bin day"', 'say = "blue bin"'), encoding="utf-8"
    )
    status, out, _ = run("test", "my")
    assert status == ExitStatus.UNREADABLE
    assert out.startswith("my/en/bin-day.toml:8:8: R303 matches no rule\n")


def test_explain(folder: Path) -> None:
    status, out, _ = run("--intents", "my", "explain", "the green bin day")
    assert status == ExitStatus.ANSWERED
    assert out == textwrap.dedent(
        """\
        question  the green bin day
        rule      bin-day: it reads the question word for word, and no other rule fits

              how   score   text  rule, place, template and slots
           1  strict 1.00   12.0  bin-day (en)  my/en/bin-day.toml:5
                [the] {colour} bin day   colour='green'
        """
    )


def test_rules_of_the_settings_count(folder: Path) -> None:
    status, out, _ = run("explain", "green bin day", HEGANG_QA_INTENTS="my")
    assert status == ExitStatus.ANSWERED
    assert "my/en/bin-day.toml:5" in out
    assert run("check", "my", HEGANG_QA_INTENTS="my")[0] == ExitStatus.ANSWERED


def test_explain_a_question_that_no_rule_reads() -> None:
    assert run("explain", "steam engine") == (
        ExitStatus.NO_ANSWER,
        "question  steam engine\nrule      none: no template shares enough words\n",
        "",
    )


def test_explain_names_the_rule_that_was_replaced(folder: Path) -> None:
    (folder / "en" / "who.toml").write_text(SOUND.replace("bin-day", "who"), encoding="utf-8")
    (folder / "en" / "bin-day.toml").unlink()
    _, out, _ = run("explain", "--intents", "my", "blue bin day")
    assert "          in place of intents/en/who.toml\n" in out
    _, value = run_json("explain", "--intents", "my", "blue bin day")
    assert value["winner"]["overrides"] == "intents/en/who.toml"
    _, out, _ = run("list", "--intents", "my")
    assert "(replaces intents/en/who.toml)" in out


def test_sample(folder: Path) -> None:
    assert run("sample", "bin-day", "--intents", "my") == (
        0,
        "[the] {colour} bin day\n    {colour} bin day\n    the {colour} bin day\n",
        "",
    )
    _, value = run_json("sample", "bin-day", "--intents", "my", "-n", "1")
    assert value["templates"] == {"[the] {colour} bin day": ["{colour} bin day"]}


def test_a_rule_that_is_not_there() -> None:
    status, out, err = run("sample", "wen")
    assert (status, out) == (ExitStatus.WRONG_USAGE, "")
    assert err == "hegang-qa: no rule 'wen'\n  hint: did you mean 'when'?\n"


def test_a_new_rule_passes_the_check(folder: Path) -> None:
    status, out, _ = run("new", "parking")
    assert status == 0
    (folder / "en" / "parking.toml").write_text(out, encoding="utf-8")
    assert run("check", "my")[0] == 0
    assert run_json("new", "parking")[1] == {"schema": 1, "rule": "parking", "text": out}


def test_list() -> None:
    _, out, _ = run("list")
    assert "en/when " in out
    assert "zh/when " in out
    _, value = run_json("list")
    when = next(rule for rule in value["rules"] if rule["id"] == "when")
    assert (when["answer"], when["path"], when["shipped"]) == ("date", "intents/en/when.toml", True)
    _, value = run_json("list", "--types")
    assert {"id": "date", "parent": "phrase"}.items() <= value["types"][1].items()


@pytest.mark.parametrize("command", ["check", "test", "explain", "sample", "new", "list"])
def test_every_command_has_help(command: str) -> None:
    wanted = () if command in ("check", "test", "list") else ("x",)
    status, out, err = run(command, "--help", *wanted)
    assert (status, err) == (0, "")
    assert out.startswith(f"usage: hegang-qa rules {command}")
    assert "--json" in out


def test_help_teaches_by_example() -> None:
    status, out, _ = run("--help")
    assert status == 0
    assert "hegang-qa rules check my-rules" in out
    assert all(len(line) <= 80 for line in out.splitlines())


def test_a_slip_in_a_command_is_told() -> None:
    _, _, err = run("chek")
    assert "did you mean `hegang-qa rules check`?" in err


@pytest.mark.parametrize("arguments", [("bogus",), ("explain",), ("sample", "who", "-n", "0")])
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (ExitStatus.WRONG_USAGE, "")
    assert err.startswith("hegang-qa: ")
