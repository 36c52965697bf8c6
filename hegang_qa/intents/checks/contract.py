"""Is the contract kept? Every language offers what it must, under the same names (codes C4xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hegang_qa.intents.compiling import Bundle
from hegang_qa.intents.problems import Problem, did_you_mean
from hegang_qa.intents.sources import RuleFile

__all__ = ["check_contract"]

_SLOT = re.compile(r"(?<!\\)\{([\w-]+)\}")


def check_contract(bundle: Bundle) -> Iterator[Problem]:
    """Yield every breach of the contracts; rules of a folder without one are free."""
    entries: dict[str, tuple[RuleFile, dict[str, Any]]] = {}
    for file in bundle.contracts:
        for name, entry in file.data["intent"].items():
            entries[name] = (file, entry)
    shipped_contract = any(file.shipped for file in bundle.contracts)
    own_contract = any(not file.shipped for file in bundle.contracts)
    for (_, name), file in bundle.rules.items():
        found = entries.get(name)
        if found is not None:
            yield from _keeps(file, found[1])
        elif shipped_contract if file.shipped else own_contract:
            yield file.problem(
                "C401",
                f"'{name}' is not in the contract",
                ("id",),
                hint=did_you_mean(name, entries) or f"add [intent.{name}] to contract.toml",
            )
    languages = {language for language, _ in bundle.rules}
    for name, (file, entry) in entries.items():
        having = {language for language, rule in bundle.rules if rule == name}
        if not having:
            yield file.problem(
                "C405", f"no language has a rule '{name}'", ("intent", name), severity="warning"
            )
            continue
        # A language that a user adds to the shipped ones may begin with a few rules.
        wanted = {
            language
            for language in languages
            if any(
                rule.shipped == file.shipped
                for (tongue, _), rule in bundle.rules.items()
                if tongue == language
            )
        }
        for language in sorted(wanted - having) if entry.get("required") else ():
            yield file.problem(
                "C402", f"language '{language}' lacks the rule '{name}'", ("intent", name)
            )


def _keeps(file: RuleFile, entry: dict[str, Any]) -> Iterator[Problem]:
    answer = entry.get("answer")
    if "answer" in file.data and answer is not None and file.data["answer"] != answer:
        yield file.problem(
            "C403",
            f"the contract has answer '{answer}' for '{file.name}', not '{file.data['answer']}'",
            ("answer",),
        )
    if entry.get("chat") and "answer" in file.data:
        yield file.problem("C403", f"the contract has '{file.name}' reply, not answer", ("answer",))
    slots = set(entry.get("slots", ()))
    for key in ("ask", "follow_up"):
        for number, text in enumerate(file.data.get(key, ())):
            for match in _SLOT.finditer(text):
                if match[1] not in slots:
                    yield file.problem(
                        "C404",
                        f"slot {{{match[1]}}} is not in the contract of '{file.name}'",
                        (key, number),
                        within=match.span(),
                        hint=did_you_mean(match[1], slots)
                        or f"its slots: {', '.join(sorted(slots)) or 'none'}",
                    )
