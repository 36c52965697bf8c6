"""Does every rule win its own test sentences, over all rules merged? (codes R3xx)"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hegang_qa.intents.compiling import Bundle
from hegang_qa.intents.model import RuleMatch
from hegang_qa.intents.places import Path
from hegang_qa.intents.problems import Problem, did_you_mean
from hegang_qa.intents.rules import RuleSet
from hegang_qa.intents.sources import RuleFile

__all__ = ["check_presence", "check_sentences"]


def check_sentences(bundle: Bundle, rules: RuleSet) -> tuple[int, list[Problem]]:
    """Return how many sentences were tried, and what went wrong with them."""
    count = 0
    problems: list[Problem] = []
    names = {name for _, name in bundle.rules}
    for _, file in sorted(bundle.rules.items()):
        tests, rejects = file.data.get("test", []), file.data.get("reject", [])
        count += len(tests) + len(rejects)
        for number, test in enumerate(tests):
            problems += _test(file, test, ("test", number), rules)
        for number, reject in enumerate(rejects):
            problems += _reject(file, reject, ("reject", number), rules, names)
    return count, problems


def check_presence(bundle: Bundle) -> Iterator[Problem]:
    """Yield the rules that carry no sentences to try."""
    for _, file in sorted(bundle.rules.items()):
        if ("test", 0) not in file.places:
            yield file.problem(
                "R301", "no [[test]]: a rule carries sentences that it must match", ("id",)
            )
        if ("reject", 0) not in file.places:
            yield file.problem(
                "R302", "no [[reject]]: a rule carries sentences that it must not match", ("id",)
            )


def _test(file: RuleFile, test: dict[str, Any], path: Path, rules: RuleSet) -> Iterator[Problem]:
    say = (*path, "say")
    match = _match(rules, test)
    if match is None:
        yield file.problem("R303", "matches no rule", say)
    elif (match.language, match.rule) != (file.language, file.name):
        yield file.problem(
            "R304",
            f"'{match.rule}' wins this sentence",
            say,
            hint=f'by {match.path}: "{match.template}"',
        )
    elif match.how != "strict" and not test.get("loose"):
        yield file.problem(
            "R307",
            f'matches only loosely, by "{match.template}"',
            say,
            hint="add loose = true if its spelling is meant to be wrong",
        )
    else:
        yield from _slots(file, test.get("slots", {}), path, match)


def _match(rules: RuleSet, test: dict[str, Any]) -> RuleMatch | None:
    return rules.match_follow_up(test["say"]) if test.get("follow_up") else rules.match(test["say"])


def _slots(
    file: RuleFile, wanted: dict[str, str], path: Path, match: RuleMatch
) -> Iterator[Problem]:
    for name, words in wanted.items():
        slot = match.slots.get(name)
        where = (*path, "slots", name)
        if slot is None:
            yield file.problem(
                "R305",
                f"the template fills no slot {{{name}}}",
                (*where, "="),
                hint=did_you_mean(name, match.slots) or f'by "{match.template}"',
            )
        elif slot.text != words:
            yield file.problem("R305", f"slot {{{name}}} is '{slot.text}', not '{words}'", where)


def _reject(
    file: RuleFile, reject: dict[str, Any], path: Path, rules: RuleSet, names: set[str]
) -> Iterator[Problem]:
    say = (*path, "say")
    match = rules.match(reject["say"])
    wanted = reject.get("read_by")
    if wanted is not None and wanted not in names:
        yield file.problem(
            "R308",
            f"unknown rule '{wanted}'",
            (*path, "read_by"),
            hint=did_you_mean(wanted, names),
        )
    elif wanted is None and match is not None:
        yield file.problem(
            "R306",
            f"must match nothing, but '{match.rule}' matches it",
            say,
            hint=f'by {match.path}: "{match.template}"; or add read_by = "{match.rule}"',
        )
    elif wanted is not None and (match is None or match.rule != wanted):
        found = f"'{match.rule}' matches it" if match else "nothing matches it"
        yield file.problem("R306", f"must be read by '{wanted}', but {found}", say)
