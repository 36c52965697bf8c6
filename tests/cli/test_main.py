"""The program as a whole: what is printed where, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hegang_qa.cli.commands import COMMANDS
from hegang_qa.cli.main import main
from hegang_qa.cli.status import ExitStatus
from hegang_qa.errors import IndexFormatError, RuleError, SourceError
from tests.cli.stub import StubEngine, environment, text_of

ANSWER = """\
1901
  In 1901, a lighthouse was built on the northern rock.
  island.txt:3  confidence 0.92  also history.md:8
"""


def run(
    *arguments: str, stdin: str = "", terminal: bool = False, **environ: str
) -> tuple[int, str, str]:
    env = environment(stdin=stdin, terminal=terminal, **environ)
    status = main(arguments, env)
    return status, text_of(env.stdout), text_of(env.stderr)


def test_status_values_are_a_contract() -> None:
    assert {status.name: status.value for status in ExitStatus} == {
        "ANSWERED": 0,
        "NO_ANSWER": 1,
        "WRONG_USAGE": 2,
        "UNREADABLE": 3,
        "INTERNAL_ERROR": 70,
        "INTERRUPTED": 130,
    }


def test_an_answer(engine: StubEngine) -> None:
    assert run("when was it built") == (ExitStatus.ANSWERED, ANSWER, "")


def test_a_question_need_not_be_quoted(engine: StubEngine) -> None:
    assert run("when", "was", "it", "built") == (ExitStatus.ANSWERED, ANSWER, "")
    assert engine.calls[0][0] == "when was it built"


def test_no_answer(engine: StubEngine) -> None:
    status, out, err = run("who paid")
    assert status == ExitStatus.NO_ANSWER
    assert out.startswith("The documents do not say.")
    assert "nearest: In 1901" in out
    assert err == ""


def test_small_talk_is_an_answer(engine: StubEngine) -> None:
    assert run("hello") == (0, "Hello. Ask me about your documents.\n", "")


def test_options_reach_the_engine(engine: StubEngine) -> None:
    run("-n", "3", "--within", "a*", "--min-confidence", "0.25", "--explain", "built")
    assert engine.calls == [
        (
            "built",
            {"within": ("a*",), "top": 3, "min_confidence": 0.25, "explain": True},
        )
    ]


@pytest.mark.parametrize("word", sorted(COMMANDS))
def test_a_command_is_one_only_as_the_first_bare_word(word: str, engine: StubEngine) -> None:
    run("built", word)
    run("ask", word, "built")
    run(f"{word} built")
    run("--", word, "built")
    assert [question for question, _ in engine.calls] == [
        f"built {word}",
        f"{word} built",
        f"{word} built",
        f"{word} built",
    ]


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (("rule", "check"), "rules"),
        (("ruels", "explain", "when is it"), "rules"),
        (("indx", "docs/"), "index"),
        (("idnex", "faq.md"), "index"),
        (("evl", "questions.jsonl"), "eval"),
        (("cofnig",), "config"),
        (("Config",), None),
        (("rule", "of", "the", "pool"), None),
        (("rule",), None),
        (("evil", "spirits"), None),
        (("indoor", "pools"), None),
        (("ask", "rule", "check"), None),
        (("rule check",), None),
        (("who", "rules", "check"), None),
    ],
)
def test_a_misspelt_command_is_a_question_with_a_hint(
    words: tuple[str, ...], command: str | None, engine: StubEngine
) -> None:
    _, _, error = run(*words)
    assert [question for question, _ in engine.calls] == [" ".join(words).removeprefix("ask ")]
    assert ("did you mean the command" in error) == (command is not None)
    assert command is None or f"hegang-qa {command} ..." in error


def test_questions_from_standard_input_in_order(engine: StubEngine) -> None:
    status, out, _ = run(stdin="\ufeffwhen built?\r\n\n  who paid?\nhello")
    assert [question for question, _ in engine.calls] == ["when built?", "who paid?", "hello"]
    assert status == ExitStatus.NO_ANSWER
    assert out.startswith(ANSWER + "\nThe documents do not say.")
    assert out.endswith("\n\nHello. Ask me about your documents.\n")


def test_answers_are_flushed_as_they_come(engine: StubEngine) -> None:
    env = environment(stdin="built\nbuilt\n")
    flushed: list[int] = []

    def flush() -> None:
        flushed.append(len(text_of(env.stdout)))

    env.stdout.flush = flush  # type: ignore[method-assign]
    main([], env)
    assert flushed[:2] == [len(ANSWER), 2 * len(ANSWER) + 1]


def test_a_dash_reads_standard_input_even_on_a_terminal(engine: StubEngine) -> None:
    assert run("-", stdin="built\n", terminal=True, TERM="dumb")[:2] == (0, ANSWER)


def test_json_is_one_object_a_line_and_nothing_else(engine: StubEngine) -> None:
    engine.warnings = ("x.bin: skipped",)
    status, out, err = run("--json", stdin="when built?\nwho?\nhello\n")
    records = [json.loads(line) for line in out.splitlines()]
    assert status == ExitStatus.NO_ANSWER
    assert [record["schema"] for record in records] == [1, 1, 1]
    assert [record["kind"] for record in records] == ["answer", "no-answer", "chat"]
    assert records[0]["question"] == "when built?"
    assert records[0]["text"] == "1901"
    assert records[0]["source"] == {
        "path": "island.txt",
        "line": 3,
        "column": 1,
        "start": 120,
        "end": 173,
    }
    assert err == "warning: x.bin: skipped\n"


def test_a_limit_that_no_document_fits_is_told(engine: StubEngine) -> None:
    _, out, err = run("--within", "zzz", "when was it built")
    assert err == "warning: no document fits --within zzz (there are: island.txt, history.md)\n"
    _, out, err = run("--within", "hist*", "when was it built")
    assert (out[:5], err) == ("1901\n", "")


def test_json_has_no_colours_even_when_always(engine: StubEngine) -> None:
    _, out, _ = run("--json", "--color", "always", "built")
    assert "\x1b" not in out
    json.loads(out)


def test_json_keeps_letters_readable_and_escapes_controls(engine: StubEngine) -> None:
    _, out, _ = run("--json", "何 built \x1b[2J \x9b \udcff")
    assert "何 built" in out
    assert out.rstrip("\n").isprintable()
    assert json.loads(out)["question"] == "何 built \x1b[2J \x9b �"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--jsn",), "hegang-qa: no such option: --jsn\n  hint: did you mean --json?\n"),
        (("",), 'hegang-qa: the question is empty\n  hint: hegang-qa "when does it open"\n'),
        (("  \t ",), 'hegang-qa: the question is empty\n  hint: hegang-qa "when does it open"\n'),
        ((), 'hegang-qa: no question was given\n  hint: hegang-qa "when does it open"\n'),
        (
            ("--top", "x", "built"),
            "hegang-qa: --top needs a whole number from 1, not 'x'\n"
            "  hint: hegang-qa --help shows what can be said\n",
        ),
        (
            ("index", "--bogus"),
            "hegang-qa: no such option: --bogus\n"
            "  hint: hegang-qa index --help shows its options\n",
        ),
        (
            ("index", "--into"),
            "hegang-qa: --into needs a value: --into FOLDER\n"
            "  hint: hegang-qa index --help shows what can be said\n",
        ),
    ],
)
def test_wrong_usage(engine: StubEngine, arguments: tuple[str, ...], message: str) -> None:
    assert run(*arguments) == (ExitStatus.WRONG_USAGE, "", message)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            SourceError("no such file: a.txt", path="a.txt", hint="check the name"),
            "hegang-qa: no such file: a.txt\n  hint: check the name\n",
        ),
        (
            RuleError("unknown slot", code="R104", path="a.toml", line=3, column=7),
            "hegang-qa: a.toml:3:7: R104 unknown slot\n",
        ),
        (IndexFormatError("format 9"), "hegang-qa: format 9\n"),
    ],
)
def test_unreadable(monkeypatch: pytest.MonkeyPatch, error: Exception, message: str) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("hegang_qa.cli.ask_command.open_engine", fail)
    assert run("built") == (ExitStatus.UNREADABLE, "", message)


def test_a_defect_is_one_line_and_debug_shows_it(engine: StubEngine) -> None:
    status, out, err = run("crash")
    assert (status, out) == (ExitStatus.INTERNAL_ERROR, "")
    assert err.startswith("hegang-qa: this is a defect: ZeroDivisionError")
    assert "Traceback" not in err
    status, out, err = run("--debug", "crash")
    assert (status, out) == (ExitStatus.INTERNAL_ERROR, "")
    assert err.startswith("Traceback")
    assert "this is a defect: ZeroDivisionError" in err


def test_a_defect_does_not_end_a_batch(engine: StubEngine) -> None:
    status, out, err = run(stdin="built\ncrash\nbuilt\n")
    assert status == ExitStatus.INTERNAL_ERROR
    assert out == f"{ANSWER}\n{ANSWER}"
    assert "this is a defect: ZeroDivisionError" in err
    assert "(at: crash)" in err
    status, _, err = run("--debug", stdin="built\ncrash\nbuilt\n")
    assert status == ExitStatus.INTERNAL_ERROR
    assert "Traceback" in err


def test_control_c(engine: StubEngine) -> None:
    assert run("interrupt") == (ExitStatus.INTERRUPTED, "", "")


def test_terminal_escapes_of_a_question_are_not_echoed(engine: StubEngine) -> None:
    for arguments in (("\x1b[2Jwho",), ("--\x1b[2J",), ("-n", "\x1b[2J")):
        _, out, err = run(*arguments)
        assert "\x1b" not in out + err


def test_colours_on_a_terminal_only(engine: StubEngine) -> None:
    assert "\x1b[1;32m1901" in run("built", terminal=True)[1]
    assert "\x1b" not in run("built")[1]
    assert "\x1b[1;32m1901" in run("--color", "always", "built")[1]
    assert "\x1b" not in run("--no-color", "built", terminal=True)[1]
    assert "\x1b" not in run("built", terminal=True, TERM="dumb")[1]


def test_lines_are_wrapped_on_a_terminal_only(engine: StubEngine) -> None:
    out = run("--no-color", "built", terminal=True, COLUMNS="40")[1]
    assert "  In 1901, a lighthouse was built on the\n  northern rock.\n" in out


@pytest.mark.parametrize("argument", ["--version", "version"])
def test_version(argument: str) -> None:
    assert run(argument)[:2] == (0, "hegang-qa 0.1.0\n")


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("help",), ("ask", "--help")])
def test_help_teaches_by_example(arguments: tuple[str, ...]) -> None:
    status, out, _ = run(*arguments)
    assert status == 0
    assert 'hegang-qa "' in out.splitlines()[3]
    for word in ("--docs", "--within", "--json", "Exit status", "eval FILE.jsonl"):
        assert word in out


@pytest.mark.parametrize("name", ["eval", "config"])
def test_each_command_has_help(name: str) -> None:
    status, out, _ = run(name, "--help")
    assert status == 0
    assert f"hegang-qa {name}" in out


def test_an_index_with_a_question_says_how_to_ask_it() -> None:
    status, _, err = run("eval", "of", "the", "plan")
    assert status == ExitStatus.WRONG_USAGE
    assert "hegang-qa ask eval" in err


def test_a_configuration_file_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("tpo = 3\n", encoding="utf-8")
    status, _, err = run("built", HEGANG_QA_CONFIG=str(path))
    assert status == ExitStatus.UNREADABLE
    assert err == f"hegang-qa: {path}: no such setting: tpo\n  hint: did you mean top?\n"


@pytest.mark.parametrize("text", ["tpo = 3", "colour", "top = 0", "docs = 'a'\ncollection = 'b'"])
def test_whatever_is_wrong_in_a_file_is_3_and_in_a_variable_2(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    assert run("built", HEGANG_QA_CONFIG=str(path))[0] == ExitStatus.UNREADABLE
    assert run("built", HEGANG_QA_TOP="0")[0] == ExitStatus.WRONG_USAGE


def test_a_path_in_place_of_a_question_is_told_of(engine: StubEngine, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("Open on Sundays.\n", encoding="utf-8")
    assert f"hegang-qa -d {path}" in run(str(path))[2]
    assert run(str(tmp_path / "gone.md"))[2] == ""
