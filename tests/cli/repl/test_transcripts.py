"""Whole conversations, as they look."""

from __future__ import annotations

import json
from typing import Any

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from hegang_qa.cli.repl.commands import REGISTRY
from hegang_qa.cli.repl.loop import questions_of
from hegang_qa.cli.repl.start import converse
from hegang_qa.cli.settings import Settings
from hegang_qa.intents import load_rules
from tests.cli.repl.talk import CTRL_C, CTRL_D, ESCAPE, F4, PAUSE, RIGHT, TAB, UP, Talker
from tests.cli.stub import environment, text_of

WIDE = """\
> when was the wall built
1901
  In 1901, a lighthouse was built on the northern rock.
  island.txt:3  confidence 0.92  also history.md:8

> who paid?
The documents do not say. Nothing near it speaks of "paid".
  nearest: In 1901, a lighthouse was built on the northern rock.
  island.txt:3

> and when?
→ when was the lighthouse built
1901
  In 1901, a lighthouse was built on the northern rock.
  island.txt:3  confidence 0.92  also history.md:8

> hello
Hello. Ask me about your documents.

"""

NARROW = """\
> when was the wall built
1901
  In 1901, a lighthouse was built on the
  northern rock.
  island.txt:3  confidence 0.92  also
  history.md:8

> who paid?
The documents do not say. Nothing near
it speaks of "paid".
  nearest: In 1901, a lighthouse was
  built on the northern rock.
  island.txt:3

> and when?
→ when was the lighthouse built
1901
  In 1901, a lighthouse was built on the
  northern rock.
  island.txt:3  confidence 0.92  also
  history.md:8

> hello
Hello. Ask me about your documents.

"""


@pytest.mark.parametrize(("columns", "expected"), [(40, NARROW), (80, WIDE), (200, WIDE)])
def test_questions(talk: Talker, columns: int, expected: str) -> None:
    assert (
        talk("when was the wall built\rwho paid?\rand when?\rhello\r", columns=columns) == expected
    )


def test_greeting(talk: Talker) -> None:
    assert talk("", greeting=True) == "hegang-qa  2 documents, 12 sentences. Ask, or type /help.\n"


def test_sources_more_explain_top(talk: Talker) -> None:
    assert talk("when was the wall built\r/sources\r/more\r/more\r/explain\r/top 2\rbuilt\r") == (
        "> when was the wall built\n"
        "1901\n"
        "  In 1901, a lighthouse was built on the northern rock.\n"
        "  island.txt:3  confidence 0.92  also history.md:8\n"
        "\n"
        "> /sources\n"
        "1  island.txt:3\n"
        "   In 1901, a lighthouse was built on the northern rock.\n"
        "2  history.md:8\n"
        "   The light of 1901.\n"
        "3  island.txt:4\n"
        "   It was rebuilt in 1930.\n"
        "> /more\n"
        "1930\n"
        "  It was rebuilt in 1930.\n"
        "  island.txt:4  confidence 0.21\n"
        "> /more\n"
        "That was all.\n"
        "> /explain\n"
        "  why\n"
        "    read as    when was the lighthouse built\n"
        "    rule       event-when, word for word  rules/en/when.toml:12\n"
        "               when was {thing} {verb}\n"
        "    looks for  date\n"
        "    words      lighthouse  →  lighthouse   70%  the same word\n"
        "               built       →  built        30%  the same word\n"
        "    sentence    +2.5  words of the question that it holds\n"
        "                -0.4  its length, form and place\n"
        "    answer      +2.0  of the kind asked for\n"
        "    runner-up  1930 stands further from the words of the question\n"
        "> /top 2\n"
        "Answers shown: 2\n"
        "> built\n"
        "1901\n"
        "  In 1901, a lighthouse was built on the northern rock.\n"
        "  island.txt:3  confidence 0.92  also history.md:8\n"
        "1930\n"
        "  It was rebuilt in 1930.\n"
        "  island.txt:4  confidence 0.21\n"
        "\n"
    )


def test_before_the_first_question(talk: Talker) -> None:
    assert talk("/sources\r/open\r/more\r/explain\r/copy\r/save x.md\r\r") == (
        "> /sources\nNo answer yet, so no sources.\n"
        "> /open\n! there is nothing to open yet\n  ask something first\n"
        "> /more\n! there is no answer yet\n  ask something first\n"
        "> /explain\nThere is nothing to explain yet.\n"
        "> /copy\n! there is no answer to copy\n"
        "> /save x.md\n! there is nothing to save yet\n  ask something first\n"
        "> \n"
    )


def test_after_a_question_that_no_sentence_fits(talk: Talker) -> None:
    shown = talk("when was the wall built\rxyzzy\r/open 1\r/sources\r")
    assert "> /open 1\n! the last question had no sentence to open\n" in shown
    assert "> /sources\nThe last question found no sentence, so it has no sources.\n" in shown


def test_commands_that_are_not_there(talk: Talker) -> None:
    assert talk("/sorces\r/zzz\r/s\r/ope\r/top x\r") == (
        "> /sorces\n! no such command: /sorces\n  did you mean /sources?\n"
        "> /zzz\n! no such command: /zzz\n  /help lists the commands\n"
        "> /s\n! /s could be /sources, /save\n"
        "> /ope\n! there is nothing to open yet\n  ask something first\n"
        "> /top x\n! /top needs a whole number from 1, not 'x'\n"
    )


def test_help_is_the_registry(talk: Talker) -> None:
    shown = talk("/help\r")
    for command in REGISTRY:
        assert f"  {command.usage} " in shown
        assert command.about in shown
    assert talk("/help explain\r") == (
        "> /help explain\n/explain, /why  how the last answer was found\n"
    )


def test_the_loop_goes_on_after_a_defect(talk: Talker) -> None:
    assert talk("crash\rinterrupt\rhello\r") == (
        "> crash\n! this is a defect: ZeroDivisionError: division by zero\n"
        "> interrupt\n! stopped\n"
        "> hello\nHello. Ask me about your documents.\n\n"
    )


def test_the_loop_goes_on_after_a_defect_of_the_renderer(
    talk: Talker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(answer: object, *, top: int = 1) -> Any:
        raise RuntimeError("upside\ndown")

    monkeypatch.setattr("hegang_qa.cli.repl.loop.render_answer", broken)
    assert talk("hello\r/top\r") == (
        "> hello\n! this is a defect: RuntimeError: upside down\n> /top\nAnswers shown: 1\n"
    )


def test_the_loop_goes_on_after_a_defect_of_the_completer(
    talk: Talker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Any:
        raise RuntimeError("no words")

    monkeypatch.setattr("hegang_qa.cli.repl.prompt.suggestions", broken)
    assert talk(f"li{TAB}{TAB}\rhello\r") == (
        "! completion failed: RuntimeError: no words\n"
        "> li\n"
        'The documents do not say. Nothing near it speaks of "paid".\n'
        "  nearest: In 1901, a lighthouse was built on the northern rock.\n"
        "  island.txt:3\n"
        "\n"
        "> hello\nHello. Ask me about your documents.\n\n"
    )


def test_control_c_drops_the_line(talk: Talker) -> None:
    assert talk(f"who is{CTRL_C}hello\r") == "> hello\nHello. Ask me about your documents.\n\n"


def test_control_d_leaves_only_an_empty_line(talk: Talker) -> None:
    assert talk(f"hello{CTRL_D}\r").startswith("> hello\n")


@pytest.mark.parametrize("command", ["/quit", "/exit", "/q", "exit", "Quit"])
def test_quit(talk: Talker, command: str) -> None:
    assert talk(f"{command}\rhello\r") == f"> {command}\n"


def test_completion_of_a_command_and_of_a_word(talk: Talker) -> None:
    assert talk(f"/expl{PAUSE}{TAB}{PAUSE}\r") == "> /explain\nThere is nothing to explain yet.\n"
    assert talk(f"was the lighth{TAB}{PAUSE} built\r").startswith(
        "> was the lighthouse built\n1901\n"
    )


def test_completion_of_a_path(talk: Talker) -> None:
    (talk.folder / "my notes.md").write_text("x", encoding="utf-8")
    talk(f"/docs my{PAUSE}{TAB}{PAUSE}\r")
    assert talk.opened[-1].docs == ("my notes.md",)


def test_history_within_the_run(talk: Talker) -> None:
    assert talk(f"hello\r{PAUSE}{UP}\r").count("> hello\n") == 2


def test_the_grey_rest_of_an_earlier_line_is_taken_with_right(talk: Talker) -> None:
    (talk.folder / ".local/state/hegang-qa").mkdir(parents=True)
    (talk.folder / ".local/state/hegang-qa/history").write_text("hello there\n", encoding="utf-8")
    assert talk(f"{PAUSE}hel{PAUSE}{RIGHT}\r", history=True).startswith("> hello there\n")


def test_vi_keys_live(talk: Talker) -> None:
    # In vi mode Escape and "0" go to the start of the line and "x" deletes a letter.
    assert talk(f"/vi\rxhello{ESCAPE}{PAUSE}0x\r") == (
        "> /vi\nKeys: vi\n> hello\nHello. Ask me about your documents.\n\n"
    )
    assert "> hello\n" in talk(f"{F4}xhello{ESCAPE}{PAUSE}0x\r")
    assert "> hello\n" in talk(f"hello\r{PAUSE}\x10{ESCAPE}\r", editing="vi")


def test_a_pasted_question_that_was_wrapped_is_one(talk: Talker) -> None:
    talk("\x1b[200~when was\nthe wall built\x1b[201~\r")
    assert [question for question, _ in talk.engine.calls] == ["when was the wall built"]


def test_pasted_questions_are_asked_one_after_the_other(talk: Talker) -> None:
    talk("\x1b[200~when was the wall built?\n\nwho paid?\n\x1b[201~\r")
    assert [question for question, _ in talk.engine.calls] == [
        "when was the wall built?",
        "who paid?",
    ]


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("one", ["one"]),
        ("", []),
        (" \n ", []),
        ("one?\ntwo?", ["one?", "two?"]),
        ("one\ntwo?", ["one two?"]),
        ("一？\n二？", ["一？", "二？"]),
    ],
)
def test_questions_of_a_text(text: str, questions: list[str]) -> None:
    assert questions_of(text) == questions


def test_limits_and_documents(talk: Talker) -> None:
    shown = talk('/within hist*\rbuilt\r/within all\r/docs a.md "b c.md"\r/reload\r/new\r')
    assert shown.startswith("> /within hist*\nAnswers come from: hist*\n> built\n")
    assert talk.engine.calls[0][1]["within"] == ("hist*",)
    assert shown.endswith(
        "> /within all\nAnswers come from: all documents\n"
        '> /docs a.md "b c.md"\n  island.txt\n  history.md\n2 documents, 12 sentences\n'
        "> /reload\n  island.txt\n  history.md\n2 documents, 12 sentences\n"
        "> /new\nA new thread.\n"
    )
    assert talk.opened[1].docs == ("a.md", "b c.md")


def test_a_limit_that_fits_nothing_says_so(talk: Talker) -> None:
    shown = talk("/within zzz\rbuilt\r/within hist*\r/within zzz\rbuilt\r")
    told = "> /within zzz\nNo document fits zzz: nothing is changed.\nAnswers come from: "
    assert shown.startswith(f"{told}all documents\n")
    assert f"{told}hist*\n" in shown
    assert [options["within"] for _, options in talk.engine.calls] == [None, ("hist*",)]


def test_a_limit_that_is_part_of_a_name_names_it(talk: Talker) -> None:
    shown = talk("/within isl\r")
    told = " ".join(shown.split())
    assert "No document fits isl: nothing is changed. Did you mean /within island.txt?" in told


def test_documents_that_cannot_be_read_change_nothing(
    talk: Talker, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hegang_qa.cli.repl import start
    from hegang_qa.errors import SourceError

    def choosy(settings: Settings, _: object) -> Any:
        if settings.docs:
            raise SourceError("missing.md: no such file", hint="check the name")
        return talk.engine

    monkeypatch.setattr(start, "open_engine", choosy)
    assert talk("/docs missing.md\r/docs\r") == (
        "> /docs missing.md\n! missing.md: no such file\n  check the name\n"
        "> /docs\n  island.txt\n  history.md\n2 documents, 12 sentences\n"
    )


def test_open_shows_the_lines_around_without_a_pager(talk: Talker) -> None:
    lines = [f"Line {number} of the island." for number in range(1, 8)]
    lines[2] = "x" * (120 - sum(len(line) + 1 for line in lines[:2]) - 1)
    text = "\n".join(lines[:3]) + "\nIn 1901, a lighthouse was built on the northern rock.\nEnd."
    assert text.index("In 1901") == 120
    (talk.folder / "island.txt").write_text(text.replace("x" * 66, "y" * 66), encoding="utf-8")
    shown = talk("built\r/open\r/open 9\r/open x\r")
    assert "> /open\nisland.txt:3\n" in shown
    assert "! there are 3 sources\n  /sources lists them\n" in shown
    assert "! /open needs a whole number from 1, not 'x'\n" in shown


def test_open_says_when_the_document_has_changed(talk: Talker) -> None:
    (talk.folder / "island.txt").write_text("Something else.\n", encoding="utf-8")
    assert "! island.txt has changed since it was read\n  /reload\n" in talk("built\r/open\r")


def test_save_as_markdown_and_json_lines(talk: Talker) -> None:
    shown = talk(
        "when was the wall built\rwho *paid*\r/save t.md\r/save t.jsonl\rhello\r/save t.md\r"
    )
    assert "> /save t.md\nSaved 2 turns to t.md\n" in shown
    assert "> /save t.md\nSaved 3 turns to t.md\n" in shown
    assert (talk.folder / "t.md").read_text(encoding="utf-8") == (
        "**when was the wall built**\n\n1901\n\n"
        "> In 1901, a lighthouse was built on the northern rock.\n>\n"
        "> island.txt:3 (confidence 0.92)\n\n"
        "**who \\*paid\\***\n\nThe documents do not say.\n\n"
        "> Nearest: In 1901, a lighthouse was built on the northern rock.\n>\n"
        "> island.txt:3\n\n"
        "**hello**\n\nHello. Ask me about your documents.\n"
    )
    records = [
        json.loads(line)
        for line in (talk.folder / "t.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [record["question"] for record in records] == ["when was the wall built", "who *paid*"]


def test_save_keeps_what_is_there(talk: Talker) -> None:
    (talk.folder / "t.md").write_text("mine", encoding="utf-8")
    shown = talk("hello\r/save t.md\r/save no/such/t.md\r/save\r/save 'x\r")
    assert "! t.md is there already\n  choose another name\n" in shown
    assert "! no/such/t.md: cannot be written: No such file or directory\n" in shown
    assert "! /save needs a file\n" in shown
    assert "! 'x: a quote is not closed\n" in shown
    assert (talk.folder / "t.md").read_text(encoding="utf-8") == "mine"


def test_clear_and_copy_send_codes_to_the_terminal(talk: Talker) -> None:
    shown = talk("built\r/copy\r/clear\r", environ={"SSH_CONNECTION": "1"})
    assert "\x1b]52;c;MTkwMQ==\x07Copied: 1901\n" in shown
    assert shown.endswith("> /clear\n\x1b[H\x1b[2J")


def test_a_typed_escape_is_not_printed(talk: Talker) -> None:
    # Ctrl-V quotes the next key.
    assert "\x1b" not in talk("/\x16\x1bx\r").replace("> /\x1bx", "")


def test_completion_keeps_the_case_that_was_typed(talk: Talker) -> None:
    assert talk(f"the Lighth{TAB}{PAUSE}\r").startswith("> the Lighthouse\n")
    assert talk(f"the LIGHTH{TAB}{PAUSE}\r").startswith("> the LIGHTHOUSE\n")


def test_a_leading_space_keeps_a_line_out_of_the_history(talk: Talker) -> None:
    talk("hello\r  hello you\rwho paid?\r", history=True)
    history = talk.folder / ".local/state/hegang-qa/history"
    assert history.read_text(encoding="utf-8") == "hello\nwho paid?\n"


def test_rules_by_folder_and_the_rule_of_a_question(talk: Talker) -> None:
    talk.engine.rules = load_rules()
    assert "intents/en  " in talk("/rules\r")
    shown = talk("/rules when was the jetty built\r")
    assert shown.startswith(
        "> /rules when was the jetty built\nwhen, word for word  when {topic}\n"
    )


def test_small_talk_between_does_not_hide_the_answer(talk: Talker) -> None:
    shown = talk(
        "when was the wall built\rhello\r/copy\r/sources\r", environ={"SSH_CONNECTION": "1"}
    )
    assert "Copied: 1901\n" in shown
    assert "1  island.txt:3\n" in shown


def test_a_history_that_cannot_be_kept_is_told_once(talk: Talker) -> None:
    (talk.folder / "file").write_text("", encoding="utf-8")
    path = str(talk.folder / "file" / "history")
    shown = talk(f"hello\rhello you\r{PAUSE}", history=True, history_file=path)
    assert shown.count("history is not kept") == 1
    assert shown.count("Hello. Ask me") == 2


def test_plain_lines_where_the_console_cannot_be_driven(
    monkeypatch: pytest.MonkeyPatch, talk: Talker
) -> None:
    def no_console(*_: object, **__: object) -> None:
        raise OSError("no console screen buffer")

    monkeypatch.setattr("hegang_qa.cli.repl.prompt.PromptReader.__init__", no_console)
    env = environment(terminal=True, stdin="hello\n/quit\n", TERM="xterm")
    settings = Settings(color="never", history=False)
    with create_pipe_input() as unused:
        assert converse(settings, env, input=unused, output=DummyOutput()) == 0
    assert text_of(env.stdout) == (
        "hegang-qa  2 documents, 12 sentences. Ask, or type /help.\n"
        "! plain lines only: OSError: no console screen buffer\n"
        "> Hello. Ask me about your documents.\n\n> "
    )
