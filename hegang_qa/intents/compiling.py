"""Tables to rules: put templates, lists and slots together, and say what does not fit (T1xx)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from hegang_qa.intents.automaton import Automaton, SlotLeaf
from hegang_qa.intents.building import build
from hegang_qa.intents.normalise import Replacements, make_replacements, spoken_words
from hegang_qa.intents.places import Path
from hegang_qa.intents.problems import Problem, did_you_mean
from hegang_qa.intents.records import Compiled, Phrases, Rule, Template
from hegang_qa.intents.shape import check_shape, salvage
from hegang_qa.intents.sources import RuleFile
from hegang_qa.intents.template import (
    Choice,
    ListRef,
    Node,
    SlotRef,
    TemplateError,
    Words,
    parse_template,
)
from hegang_qa.text.han import simplify

__all__ = ["MOST_WORDS", "Bundle", "compile_files", "gather", "list_trees"]

MOST_WORDS = 60
"""Words a free slot takes."""


class Bundle(NamedTuple):
    """The files that count, by what they are: an id of a later folder replaces an earlier one.

    `overrides` gives the path of the file that a rule replaces.
    """

    rules: dict[tuple[str, str], RuleFile]
    lists: dict[tuple[str, str], RuleFile]
    languages: dict[str, RuleFile]
    contracts: tuple[RuleFile, ...]
    overrides: dict[tuple[str, str], str]


class _Pending(NamedTuple):
    rule: int
    text: str
    line: int
    follow_up: bool
    automaton: Automaton


def gather(files: Iterable[RuleFile]) -> tuple[Bundle, list[Problem]]:
    """Return the files sorted into a bundle, and what is wrong with their tables.

    Of a table that is wrong only the sound keys are kept.
    """
    problems: list[Problem] = []
    bundle = Bundle({}, {}, {}, (), {})
    contracts: list[RuleFile] = []
    for read in files:
        faults = check_shape(read)
        problems += faults
        file = salvage(read) if faults else read
        if file is None:
            continue
        key = (file.language, file.name)
        if file.kind == "contract":
            contracts.append(file)
        elif file.kind == "language":
            bundle.languages[file.language] = file
        elif file.kind == "list":
            bundle.lists[key] = file
        else:
            if key in bundle.rules:
                bundle.overrides[key] = bundle.rules[key].path
            bundle.rules[key] = file
    return bundle._replace(contracts=tuple(contracts)), problems


def compile_files(bundle: Bundle) -> tuple[Compiled, list[Problem]]:
    """Return the rules of a bundle ready to match, and every fault found in templates."""
    problems: list[Problem] = []
    settings = [file.data for _, file in sorted(bundle.languages.items())]
    replacements = make_replacements(
        {**data.get("replace", {}), **data.get("spelling", {})} for data in settings
    )
    trees = list_trees(bundle, problems)
    rules: list[Rule] = []
    pending: list[_Pending] = []
    for (language, name), file in sorted(bundle.rules.items()):
        lists = {key[1]: tree for key, tree in trees.items() if key[0] == language}
        rules.append(_rule(file, bundle.overrides.get((language, name))))
        for follow_up, key in ((False, "ask"), (True, "follow_up")):
            for number, text in enumerate(file.data.get(key, ())):
                path: Path = (key, number)
                made = _template(file, text, path, lists, replacements)
                if isinstance(made, Automaton):
                    line = file.line_of(*path)
                    pending.append(_Pending(len(rules) - 1, text, line, follow_up, made))
                else:
                    problems += made
    compiled = Compiled(
        tuple(rules),
        tuple(
            Template(item.rule, item.line, item.follow_up, item.text, item.automaton.to_plain())
            for item in pending
        ),
        _anchors(pending),
        replacements,
        _phrases(phrase for data in settings for phrase in data.get("first", ())),
        _phrases(phrase for data in settings for phrase in data.get("last", ())),
        frozenset(word for data in settings for word in data.get("setting", ())),
        json.dumps(_words(pending), ensure_ascii=False),
        json.dumps(_glosses(settings), ensure_ascii=False, separators=(",", ":")),
    )
    return compiled, problems


def _glosses(settings: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    return {
        simplify(word): meaning.split()
        for data in settings
        for word, meaning in data.get("gloss", {}).items()
    }


def _phrases(texts: Iterable[str]) -> Phrases:
    return frozenset(tuple(word.word for word in spoken_words(text)) for text in texts)


def list_trees(
    bundle: Bundle, problems: list[Problem] | None = None
) -> dict[tuple[str, str], list[tuple[Node, ...]]]:
    """Return the entries of all word lists by language and name; add faults to `problems`."""
    problems = [] if problems is None else problems
    trees: dict[tuple[str, str], list[tuple[Node, ...]]] = {}
    for key, file in bundle.lists.items():
        trees[key] = []
        seen: dict[str, int] = {}
        for number, value in enumerate(file.data["values"]):
            path: Path = ("values", number)
            try:
                tree = parse_template(value)
            except TemplateError as error:
                problems.append(_at(file, error, path))
                continue
            slot = next(_slots(tree), None)
            if slot is not None:
                problems.append(
                    file.problem("T130", "a list holds no slots", path, within=slot[0][1:])
                )
            elif value in seen:
                problems.append(file.problem("T131", f"'{value}' stands in the list twice", path))
            else:
                seen[value] = number
                trees[key].append(tree)
    return trees


def _rule(file: RuleFile, overrides: str | None) -> Rule:
    data = file.data
    evidence = data.get("evidence", {})
    return Rule(
        data["id"],
        file.language,
        data["summary"],
        data.get("answer", "chat"),
        tuple(data.get("reply", ())),
        tuple(evidence.get("words", ())),
        tuple(evidence.get("slots", ())),
        data.get("threshold"),
        file.path,
        file.line_of("reply" if "reply" in data else "id"),
        overrides,
        file.shipped,
    )


def _template(
    file: RuleFile,
    text: str,
    path: Path,
    lists: Mapping[str, Sequence[tuple[Node, ...]]],
    replacements: Replacements,
) -> Automaton | list[Problem]:
    """Return the automaton of a template, or what is wrong with it."""
    try:
        tree = parse_template(text)
    except TemplateError as error:
        return [_at(file, error, path)]
    faults = [*_check_names(file, tree, path, lists), *_check_slots(file, tree, path)]
    if faults:
        return faults
    slots: dict[str, SlotLeaf] = {}
    for (ref, _), _inside in ((found, found[1]) for found in _slots(tree)):
        settings = file.data.get("slots", {}).get(ref.name, {})
        kind = settings.get("kind", "free")
        slots[ref.name] = SlotLeaf(
            ref.name, kind, 1, settings.get("most", MOST_WORDS if kind == "free" else 1)
        )
    try:
        automaton, _ = build(tree, lists=lists, slots=slots, replacements=replacements)
    except TemplateError as error:
        return [_at(file, error, path)]
    if not automaton.needed:
        return [
            file.problem(
                "T124",
                "could match everything: no word of it must be in the question",
                path,
                hint="put a word outside of slots and square brackets",
            )
        ]
    return automaton


def _at(file: RuleFile, error: TemplateError, path: Path) -> Problem:
    within = (error.start, error.end) if error.end > error.start else None
    return file.problem(error.code, error.message, path, within=within)


def _slots(nodes: Sequence[Node], inside: bool = False) -> Iterator[tuple[SlotRef, bool]]:
    """Yield the slots of a tree and whether each stands in brackets."""
    for node in nodes:
        if isinstance(node, SlotRef):
            yield node, inside
        elif isinstance(node, Choice):
            for option in node.options:
                yield from _slots(option, True)


def _references(nodes: Sequence[Node]) -> Iterator[ListRef]:
    for node in nodes:
        if isinstance(node, ListRef):
            yield node
        elif isinstance(node, Choice):
            for option in node.options:
                yield from _references(option)


def _check_names(
    file: RuleFile,
    tree: Sequence[Node],
    path: Path,
    lists: Mapping[str, Sequence[tuple[Node, ...]]],
) -> Iterator[Problem]:
    for ref in _references(tree):
        if ref.name not in lists:
            yield file.problem(
                "T121",
                f"unknown list <{ref.name}>",
                path,
                within=(ref.start, ref.end),
                hint=did_you_mean(ref.name, lists)
                or f"lists stand in {file.language}/lists/<name>.toml",
            )


def _check_slots(file: RuleFile, tree: Sequence[Node], path: Path) -> Iterator[Problem]:
    seen: set[str] = set()
    for ref, inside in _slots(tree):
        within = (ref.start, ref.end)
        if inside:
            yield file.problem(
                "T122",
                f"slot {{{ref.name}}} inside brackets may or may not be filled",
                path,
                within=within,
                hint="write two templates, one with the slot and one without",
            )
        if ref.name in seen:
            yield file.problem(
                "T127", f"slot {{{ref.name}}} stands here twice", path, within=within
            )
        seen.add(ref.name)
    settings = file.data.get("slots", {})
    open_slot: SlotRef | None = None
    for node in tree:
        if isinstance(node, SlotRef):
            free = settings.get(node.name, {}).get("kind", "free") == "free"
            if open_slot is not None and free:
                yield file.problem(
                    "T123",
                    f"slots {{{open_slot.name}}} and {{{node.name}}} side by side: nothing tells "
                    "where one ends",
                    path,
                    within=(open_slot.start, node.end),
                    hint="put a word between them, or give one a narrower kind",
                )
            open_slot = node if free else open_slot
        elif isinstance(node, Choice) and node.optional:
            continue  # may be absent: the slots beside it meet
        elif not isinstance(node, Words) or node.text.strip():
            open_slot = None


def _words(pending: Sequence[_Pending]) -> dict[str, int]:
    """Return the literal words of all templates with the number of templates that hold each."""
    count: dict[str, int] = {}
    for item in pending:
        for word in _literal_words(item.automaton):
            count[word] = count.get(word, 0) + 1
    return dict(sorted(count.items()))


def _literal_words(automaton: Automaton) -> set[str]:
    words: set[str] = set()
    for leaf in automaton.leaves:
        if isinstance(leaf, str):
            words.add(leaf)
        elif isinstance(leaf, frozenset):
            words |= leaf
    return words


def _anchors(pending: Sequence[_Pending]) -> dict[str, list[int]]:
    """Return the words by which templates are found: of the groups of words that a template
    needs, the one that fewest templates share."""
    frequency = _words(pending)
    anchors: dict[str, list[int]] = {}
    for number, item in enumerate(pending):
        group = min(
            item.automaton.needed,
            key=lambda group: (sum(frequency[word] for word in group), sorted(group)),
        )
        for word in sorted(group):
            anchors.setdefault(word, []).append(number)
    return anchors
