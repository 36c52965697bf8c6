"""Files to rules: read a folder of rule files and compile it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from typing import Any

from hegang_qa.intents.automaton import SlotLeaf, build
from hegang_qa.intents.normalise import make_replacements
from hegang_qa.intents.records import Compiled, Language, Rule, Template
from hegang_qa.intents.rules import RuleSet
from hegang_qa.intents.template import Node, SlotRef, parse_template
from hegang_qa.resources import intents_path

__all__ = ["load_rules"]


def _toml(path: str) -> dict[str, Any]:
    with open(path, "rb") as file:
        return tomllib.load(file)


def load_rules(*folders: str) -> RuleSet:
    """Return the shipped rules and those of `folders`, which add to them or override by id."""
    rules: dict[tuple[str, str], tuple[dict[str, Any], str, str | None]] = {}
    lists: dict[tuple[str, str], list[tuple[Node, ...]]] = {}
    languages: dict[str, dict[str, Any]] = {}
    for top in (intents_path(), *folders):
        shown = "intents" if top == intents_path() else top
        for language in sorted(os.listdir(top)):
            folder = os.path.join(top, language)
            if not os.path.isdir(folder):
                continue
            for name in sorted(os.listdir(folder)):
                path = os.path.join(folder, name)
                if name == "language.toml":
                    languages[language] = _toml(path)
                elif name.endswith(".toml"):
                    table = _toml(path)
                    key = (language, table["id"])
                    old = rules.get(key)
                    rules[key] = (table, f"{shown}/{language}/{name}", old[1] if old else None)
            if os.path.isdir(os.path.join(folder, "lists")):
                for name in sorted(os.listdir(os.path.join(folder, "lists"))):
                    table = _toml(os.path.join(folder, "lists", name))
                    lists[language, name[:-5]] = [parse_template(v) for v in table["values"]]
    return RuleSet(_compile(rules, lists, languages))


def _compile(
    rules: dict[tuple[str, str], tuple[dict[str, Any], str, str | None]],
    lists: dict[tuple[str, str], list[tuple[Node, ...]]],
    languages: dict[str, dict[str, Any]],
) -> Compiled:
    made: list[Rule] = []
    templates: list[Template] = []
    spoken = [
        Language(
            id,
            table.get("name", id),
            {**table.get("replace", {}), **table.get("spelling", {})},
            tuple(table.get("first", ())),
            tuple(table.get("last", ())),
        )
        for id, table in languages.items()
    ]
    replacements = make_replacements(language.replace for language in spoken)
    pending: list[tuple[int, str, bool, Any]] = []
    for (language, id), (table, path, overrides) in rules.items():
        evidence = table.get("evidence", {})
        words: Sequence[str] = evidence.get("words", ())
        made.append(
            Rule(
                id,
                language,
                table.get("summary", ""),
                table.get("answer", "chat"),
                tuple(table.get("reply", ())),
                tuple(words),
                tuple(evidence.get("slots", ())),
                table.get("threshold"),
                path,
                1,
                overrides,
            )
        )
        slots: dict[str, SlotLeaf] = {}
        for name, slot in table.get("slots", {}).items():
            kind = slot.get("kind", "free")
            slots[name] = SlotLeaf(name, kind, 1, slot.get("most", 60 if kind == "free" else 1))
        for text in (*table.get("ask", ()), *table.get("follow_up", ())):
            for name in _slot_names(parse_template(text)):
                slots.setdefault(name, SlotLeaf(name, "free", 1, 60))
        named = {name: tree for (tongue, name), tree in lists.items() if tongue == language}
        for follow_up, key in ((False, "ask"), (True, "follow_up")):
            for text in table.get(key, ()):
                tree = parse_template(text)
                automaton, _ = build(tree, lists=named, slots=slots, replacements=replacements)
                pending.append((len(made) - 1, text, follow_up, automaton))
    frequency: dict[str, int] = {}
    for _, _, _, automaton in pending:
        for group in automaton.needed:
            for word in group:
                frequency[word] = frequency.get(word, 0) + 1
    for rule, text, follow_up, automaton in pending:
        anchors = min(
            automaton.needed, key=lambda group: (sum(frequency[w] for w in group), sorted(group))
        )
        templates.append(
            Template(rule, text, 1, follow_up, tuple(sorted(anchors)), automaton.to_plain())
        )
    return Compiled(tuple(made), tuple(templates), tuple(spoken))


def _slot_names(tree: Sequence[Node]) -> list[str]:
    """Return the names of the slots of a template."""
    return [node.name for node in tree if isinstance(node, SlotRef)]
