"""``hegang-qa rules``: check, test, explain, sample, begin and list question rules."""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

from hegang_qa.cli.environment import Environment
from hegang_qa.cli.settings import load_settings
from hegang_qa.cli.status import ExitStatus
from hegang_qa.errors import UsageError

__all__ = ["run"]

SCHEMA = 1
"""Version of the JSON forms of this command."""


_NAMES = ("check", "test", "explain", "sample", "new", "list")

_HELP = """\
Check, try and write the rules that tell what a question asks for. Their
language is in docs/intents.md.

  hegang-qa rules check my-rules            every problem, with its place
  hegang-qa rules test my-rules             the test sentences only
  hegang-qa rules explain "when is it"      all rules that fit, and why one won
  hegang-qa rules sample when               what the templates of a rule can say
  hegang-qa rules new bin-day               a commented rule to start from
  hegang-qa rules list                      all rules; --types: answer types

Options: --intents DIR (a folder of further rules), --json, -h/--help (of each
command, too). Exit status: 0 all well, 2 wrong usage, 3 errors in rules.
"""


class _Parser(argparse.ArgumentParser):
    """Raises `UsageError` instead of leaving the program."""

    def error(self, message: str) -> NoReturn:
        bogus = re.match(r"argument COMMAND: invalid choice: '(.*?)' \(choose", message)
        if bogus:
            near = get_close_matches(bogus.group(1), _NAMES, n=1)
            ask = 'to ask a question that begins with "rules": hegang-qa ask rules ...'
            hint = f"did you mean `hegang-qa rules {near[0]}`?" if near else ask
            raise UsageError(
                f"rules has no command '{bogus.group(1)}': {', '.join(_NAMES)}",
                hint=hint,
            )
        raise UsageError(message, hint="`hegang-qa rules --help` shows how")


def _parser() -> tuple[_Parser, Mapping[str, argparse.ArgumentParser]]:
    """Return the parser, and those of the commands by name."""
    parser = _Parser(prog="hegang-qa rules", add_help=False)
    parser.add_argument("-h", "--help", action="store_true", help="show this help")
    parser.add_argument(
        "--intents", action="append", default=[], metavar="DIR", help="a folder of further rules"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, about: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(
            name, help=about, description=f"{about[0].upper()}{about[1:]}.", add_help=False
        )
        made.add_argument(
            "--intents",
            action="append",
            default=argparse.SUPPRESS,
            metavar="DIR",
            help="a folder of further rules",
        )
        made.add_argument(
            "--json", action="store_true", default=argparse.SUPPRESS, help="print JSON"
        )
        made.add_argument(
            "-h", "--help", action="store_true", default=argparse.SUPPRESS, help="show this help"
        )
        return made

    made = command("check", "find every problem in rule files; status 3 when there are errors")
    made.add_argument("folder", nargs="*", metavar="DIR", help="beside the shipped rules")
    made = command("test", "try the test sentences only")
    made.add_argument("folder", nargs="*", metavar="DIR")
    made = command("explain", "show all rules that fit a question, and why one won")
    made.add_argument("question", nargs="+", metavar="QUESTION")
    made.add_argument("--follow-up", action="store_true", help="read it as a follow-up question")
    made = command("sample", "show what the templates of a rule can say")
    made.add_argument("rule", metavar="ID")
    made.add_argument("--language", metavar="LANGUAGE")
    made.add_argument("-n", type=int, default=5, metavar="N", help="sentences a template (5)")
    made.add_argument("--seed", type=int, default=0, metavar="SEED")
    made = command("new", "print a commented rule file to start from")
    made.add_argument("rule", metavar="ID")
    made.add_argument("--language", default="en", metavar="LANGUAGE")
    made = command("list", "name all rules")
    made.add_argument("--types", action="store_true", help="the answer types instead")
    command("compile", "renew the compiled copy of the shipped rules (for contributors)")
    return parser, commands.choices


def run(arguments: Sequence[str], environment: Environment) -> int:
    """Run the command and return its exit status.

    Raises UsageError and, for a folder that cannot be read or a faulty rule, RuleError.
    """
    parser, commands = _parser()
    options = parser.parse_args(list(arguments))
    if options.help or options.command is None:
        asked = commands.get(options.command)
        environment.stdout.write(asked.format_help() if asked is not None else _HELP)
        return ExitStatus.ANSWERED if options.help else ExitStatus.WRONG_USAGE
    # The same folders as for questions: those of the command line, else of the settings.
    given = {"intents": options.intents} if options.intents else {}
    options.intents = list(load_settings(environment, given).intents)
    return _COMMANDS[options.command](options, environment)


def _write(environment: Environment, value: Any) -> None:
    text = json.dumps({"schema": SCHEMA, **value}, ensure_ascii=False)
    environment.stdout.write(text + "\n")


def _folders(options: argparse.Namespace) -> list[str]:
    """Return the folders of further rules, each once."""
    named = (*options.intents, *getattr(options, "folder", ()))
    return list({os.path.abspath(folder): folder for folder in named}.values())


def _check(options: argparse.Namespace, environment: Environment) -> int:
    from hegang_qa.intents.checks import check_rules
    from hegang_qa.intents.problems import render_all

    report = check_rules(*_folders(options))
    problems = report.problems
    if options.command == "test":
        failed = [problem for problem in problems if problem.code.startswith("R3")]
        # Sentences are only tried where all rules can be read.
        problems = tuple(failed) if report.tests else problems
    errors = sum(problem.severity == "error" for problem in problems)
    if options.json:
        _write(
            environment,
            {
                "problems": [problem.to_dict() for problem in problems],
                "errors": errors,
                "warnings": len(problems) - errors,
                "rules": report.rules,
                "templates": report.templates,
                "tests": report.tests,
            },
        )
    else:
        environment.stdout.write(_safe(render_all(problems)))
        looked_at = (
            f"{_count(report.rules, 'rule')}, {_count(report.templates, 'template')}, "
            f"{_count(report.tests, 'test sentence')}"
        )
        if report.unread:  # the rules that ship are not what was asked about
            looked_at = _safe(f"not checked: {', '.join(report.unread)}")
        environment.stdout.write(
            f"{looked_at}: {_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}\n"
        )
    return ExitStatus.UNREADABLE if errors else ExitStatus.ANSWERED


def _explain(options: argparse.Namespace, environment: Environment) -> int:
    from hegang_qa.intents import load_rules
    from hegang_qa.intents.authoring import explain

    question = " ".join(options.question)
    found = explain(load_rules(*_folders(options)), question, follow_up=options.follow_up)
    if options.json:
        _write(environment, found.to_dict())
    else:
        lines = [f"question  {question}"]
        winner = found.winner
        lines.append(f"rule      {winner.rule if winner else 'none'}: {found.reason}")
        if winner is not None and winner.overrides:
            lines.append(f"          in place of {winner.overrides}")
        if found.candidates:
            lines += ["", "      how   score   text  rule, place, template and slots"]
        for at, item in enumerate(found.candidates[:20], 1):
            slots = ", ".join(f"{name}='{words}'" for name, words in item.slots.items())
            lines.append(
                f"{at:4}  {item.how:6} {item.score:.2f} {item.weight:6.1f}  "
                f"{item.rule} ({item.language})  {item.path}:{item.line}"
            )
            lines.append(f"        {_shortened(item.template)}" + (f"   {slots}" if slots else ""))
            if item.unmatched:
                lines.append(f"        not matched: {', '.join(item.unmatched)}")
        environment.stdout.write(_safe("\n".join(lines) + "\n"))
    return ExitStatus.ANSWERED if found.winner else ExitStatus.NO_ANSWER


def _sample(options: argparse.Namespace, environment: Environment) -> int:
    from hegang_qa.intents.authoring import sample_rule
    from hegang_qa.intents.checks import load_bundle

    if options.n < 1:
        raise UsageError("-n must be at least 1")
    said = sample_rule(
        load_bundle(*_folders(options)),
        options.rule,
        language=options.language,
        most=options.n,
        seed=options.seed,
    )
    if options.json:
        _write(environment, {"rule": options.rule, "templates": said})
    else:
        for template, sentences in said.items():
            environment.stdout.write(_safe(f"{template}\n"))
            environment.stdout.writelines(_safe(f"    {text}\n") for text in sentences)
    return ExitStatus.ANSWERED


def _new(options: argparse.Namespace, environment: Environment) -> int:
    from hegang_qa.intents.authoring import new_rule

    text = new_rule(options.rule, language=options.language)
    if options.json:
        _write(environment, {"rule": options.rule, "text": text})
    else:
        environment.stdout.write(text)
    return ExitStatus.ANSWERED


def _list(options: argparse.Namespace, environment: Environment) -> int:
    if options.types:
        from hegang_qa.answer_types import ANSWER_TYPES, ancestors

        if options.json:
            _write(environment, {"types": [kind._asdict() for kind in ANSWER_TYPES.values()]})
        else:
            _table(
                environment,
                (
                    ("  " * len(ancestors(kind.id)) + kind.id, kind.summary)
                    for kind in ANSWER_TYPES.values()
                ),
            )
        return ExitStatus.ANSWERED
    from hegang_qa.intents import load_rules

    rules = load_rules(*_folders(options))
    ordered = sorted(rules.rules, key=lambda rule: (rule.language, rule.id))
    if options.json:
        _write(environment, {"rules": [rule._asdict() for rule in ordered]})
    else:
        _table(
            environment,
            (
                (
                    f"{rule.language}/{rule.id}",
                    rule.answer,
                    rule.summary + (f" (replaces {rule.overrides})" if rule.overrides else ""),
                )
                for rule in ordered
            ),
        )
    return ExitStatus.ANSWERED


def _compile(options: argparse.Namespace, environment: Environment) -> int:
    from hegang_qa.intents.loading import compile_shipped

    try:
        path = compile_shipped()
    except OSError as error:
        raise UsageError(
            f"the package's folder cannot be written: {error.strerror}",
            hint="only contributors need this; other rules are compiled by themselves",
        ) from error
    if options.json:
        _write(environment, {"path": path})
    else:
        environment.stdout.write(f"{os.path.relpath(path)}\n")
    return ExitStatus.ANSWERED


_COMMANDS: dict[str, Callable[[argparse.Namespace, Environment], int]] = {
    "check": _check,
    "test": _check,
    "explain": _explain,
    "sample": _sample,
    "new": _new,
    "list": _list,
    "compile": _compile,
}


def _table(environment: Environment, rows: Iterable[tuple[str, ...]]) -> None:
    lines = list(rows)
    widths = [max(len(row[at]) for row in lines) for at in range(len(lines[0]) - 1)]
    for row in lines:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        environment.stdout.write(_safe("  ".join((*cells, row[-1])) + "\n"))


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}" + ("" if number == 1 else "s")


def _shortened(text: str) -> str:
    return text if len(text) <= 100 else text[:99] + "…"


def _safe(text: str) -> str:
    """Return the text without what a terminal could obey; line ends stay."""
    return "".join(char if char == "\n" or char.isprintable() else "\ufffd" for char in text)
