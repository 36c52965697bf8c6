"""Is a rule file's table made of the right keys and kinds of value? (codes S2xx)"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from hegang_qa.answer_types import ANSWER_TYPES
from hegang_qa.intents.folders import FileKind
from hegang_qa.intents.places import Path
from hegang_qa.intents.problems import Problem, did_you_mean
from hegang_qa.intents.sources import RuleFile

__all__ = ["SCHEMA", "SLOT_KINDS", "check_shape", "keys_of", "salvage"]

SCHEMA = 1
"""The version of the rule language that this package reads."""

SLOT_KINDS = ("free", "word", "number")
"""What a slot may take: any words; words up to `most` (one); numbers."""


class _Key(NamedTuple):
    """What a key may hold: "text", "texts", "number", "whole", "yes-no", "table" (its keys in
    `inner`), "tables" (several of them), "named" (tables by free names), "words" (texts by free
    names)."""

    kind: str
    required: bool = False
    inner: Mapping[str, _Key] | None = None


_TEST = {
    "say": _Key("text", True),
    "slots": _Key("words"),
    "follow_up": _Key("yes-no"),
    "loose": _Key("yes-no"),
}
_REJECT = {"say": _Key("text", True), "read_by": _Key("text")}

_KEYS: Mapping[FileKind, Mapping[str, _Key]] = {
    "stray": {},
    "rule": {
        "schema": _Key("whole", True),
        "id": _Key("text", True),
        "summary": _Key("text", True),
        "answer": _Key("text"),
        "reply": _Key("texts"),
        "ask": _Key("texts", True),
        "follow_up": _Key("texts"),
        "threshold": _Key("number"),
        "slots": _Key("named", inner={"kind": _Key("text"), "most": _Key("whole")}),
        "evidence": _Key("table", inner={"words": _Key("texts"), "slots": _Key("texts")}),
        "test": _Key("tables", inner=_TEST),
        "reject": _Key("tables", inner=_REJECT),
    },
    "list": {
        "schema": _Key("whole", True),
        "id": _Key("text", True),
        "summary": _Key("text", True),
        "values": _Key("texts", True),
    },
    "language": {
        "schema": _Key("whole", True),
        "id": _Key("text", True),
        "name": _Key("text", True),
        "scripts": _Key("texts"),
        "first": _Key("texts"),
        "last": _Key("texts"),
        "setting": _Key("texts"),
        "gloss": _Key("words"),
        "replace": _Key("words"),
        "spelling": _Key("words"),
    },
    "contract": {
        "schema": _Key("whole", True),
        "intent": _Key(
            "named",
            True,
            inner={
                "summary": _Key("text", True),
                "answer": _Key("text"),
                "chat": _Key("yes-no"),
                "slots": _Key("texts"),
                "required": _Key("yes-no"),
            },
        ),
    },
}

_WANTED = {
    "text": "a text in quotes",
    "texts": "a list of texts",
    "number": "a number from 0 to 1",
    "whole": "a whole number",
    "yes-no": "true or false",
    "table": "a table",
    "tables": "tables in double brackets",
    "named": "tables",
    "words": "a table of texts",
}


def keys_of(kind: FileKind) -> tuple[str, ...]:
    """Return the keys that a file of this kind may have, at its top."""
    return tuple(_KEYS[kind])


def check_shape(file: RuleFile) -> list[Problem]:
    """Return every fault in the keys and values of a file's table."""
    found = list(_table(file, file.data, (), _KEYS[file.kind]))
    if not found:
        found = list(_values(file))
    return found


def salvage(file: RuleFile) -> RuleFile | None:
    """Return a file of the wrong shape with only the keys that can be read, so that the rest of
    it is checked as well; None where nothing is left to check."""
    if file.kind == "contract":
        return None
    empty: dict[str, Any] = {"ask": [], "values": [], "summary": "", "id": file.name, "name": ""}
    keys = _KEYS[file.kind]
    data = {name: empty[name] for name, key in keys.items() if key.required and name in empty}
    for name, value in file.data.items():
        key = keys.get(name)
        if key is not None and not any(_value(file, value, (name,), key)):
            data[name] = value
    return replace(file, data=data)


def _table(
    file: RuleFile, table: Mapping[str, Any], path: Path, keys: Mapping[str, _Key]
) -> Iterator[Problem]:
    for name, value in table.items():
        key = keys.get(name)
        if key is None:
            yield file.problem(
                "S201",
                f"unknown key '{name}'",
                (*path, name, "="),
                hint=did_you_mean(name, keys) or f"keys here: {', '.join(keys)}",
            )
        else:
            yield from _value(file, value, (*path, name), key)
    for name, key in keys.items():
        if key.required and name not in table:
            yield file.problem("S202", f"'{name}' is missing", path)


def _value(file: RuleFile, value: Any, path: Path, key: _Key) -> Iterator[Problem]:
    name = path[-1]
    if not _fits(value, key.kind):
        yield file.problem("S203", f"'{name}' must be {_WANTED[key.kind]}", path)
    elif key.kind == "texts":
        for number, item in enumerate(value):
            if not item.strip():
                yield file.problem("S204", f"an empty text in '{name}'", (*path, number))
        if not value:
            yield file.problem("S204", f"'{name}' is empty", path)
    elif key.kind == "text" and not value.strip():
        yield file.problem("S204", f"'{name}' is empty", path)
    elif key.kind == "table" and key.inner is not None:
        yield from _table(file, value, path, key.inner)
    elif key.kind == "tables" and key.inner is not None:
        for number, item in enumerate(value):
            yield from _table(file, item, (*path, number), key.inner)
    elif key.kind == "named" and key.inner is not None:
        for inner_name, item in value.items():
            yield from _table(file, item, (*path, inner_name), key.inner)


def _fits(value: Any, kind: str) -> bool:
    if kind == "text":
        return isinstance(value, str)
    if kind == "texts":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if kind == "yes-no":
        return isinstance(value, bool)
    if kind == "whole":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1
    if kind == "tables":
        return isinstance(value, list) and all(isinstance(item, dict) for item in value)
    if kind == "named":
        return isinstance(value, dict) and all(isinstance(item, dict) for item in value.values())
    if kind == "words":
        return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
    return isinstance(value, dict)


def _values(file: RuleFile) -> Iterator[Problem]:
    data = file.data
    if data["schema"] != SCHEMA:
        yield file.problem(
            "S205",
            f"schema {data['schema']} is not known; this program reads schema {SCHEMA}",
            ("schema",),
        )
    if file.kind == "contract":
        for name, entry in data["intent"].items():
            if "answer" in entry:
                yield from _answer(file, entry["answer"], ("intent", name, "answer"))
        return
    wanted = file.language if file.kind == "language" else file.name
    if data["id"] != wanted:
        yield file.problem(
            "S206", f"id '{data['id']}' differs from the file's name '{wanted}'", ("id",)
        )
    if file.kind == "rule":
        yield from _rule(file)


def _answer(file: RuleFile, name: str, path: Path) -> Iterator[Problem]:
    if name not in ANSWER_TYPES:
        yield file.problem(
            "S207",
            f"unknown answer type '{name}'",
            path,
            hint=did_you_mean(name, ANSWER_TYPES)
            or "the answer types are listed by `hegang-qa rules list --types`",
        )


def _rule(file: RuleFile) -> Iterator[Problem]:
    data = file.data
    if "answer" in data:
        yield from _answer(file, data["answer"], ("answer",))
    if ("answer" in data) == ("reply" in data):
        yield file.problem(
            "S208",
            "a rule has either an 'answer' type or a 'reply'",
            ("answer",) if "answer" in data else (),
        )
    for name, slot in data.get("slots", {}).items():
        kind = slot.get("kind", "free")
        if kind not in SLOT_KINDS:
            yield file.problem(
                "S209",
                f"unknown kind of slot '{kind}'",
                ("slots", name, "kind"),
                hint=did_you_mean(kind, SLOT_KINDS) or f"kinds: {', '.join(SLOT_KINDS)}",
            )
        if not 1 <= slot.get("most", 1) <= 60:
            yield file.problem("S203", "'most' must be 1 to 60 words", ("slots", name, "most"))
