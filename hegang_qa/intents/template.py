"""Characters to tree: read one template of the rule language.

::

    template    = item*
    item        = words | "(" template ("|" template)* ")" | "[" template ("|" template)* "]"
                | "{" slot "}" | "<" list ">" | "\\" any character, taken literally

Reading never needs more stack than `MAX_DEPTH` levels nor more time than the template's length.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

__all__ = [
    "MAX_DEPTH",
    "MAX_LENGTH",
    "Choice",
    "ListRef",
    "Node",
    "SlotRef",
    "TemplateError",
    "Words",
    "parse_template",
]

MAX_LENGTH = 1000
"""Longest template, in code points."""

MAX_DEPTH = 8
"""Deepest nesting of brackets; nobody reads more."""

_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}


class Words(NamedTuple):
    """Literal text, escapes resolved; `start` and `end` are offsets in the template."""

    text: str
    start: int
    end: int


class SlotRef(NamedTuple):
    """``{name}``: free words of the question."""

    name: str
    start: int
    end: int


class ListRef(NamedTuple):
    """``<name>``: any entry of a word list."""

    name: str
    start: int
    end: int


class Choice(NamedTuple):
    """``(a|b)``, or ``[a|b]`` when `optional`."""

    options: tuple[tuple[Node, ...], ...]
    optional: bool
    start: int
    end: int


Node: TypeAlias = Words | SlotRef | ListRef | Choice


class TemplateError(Exception):
    """A template cannot be read; `start` and `end` mark the fault in it, `code` names it."""

    def __init__(self, code: str, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.start = start
        self.end = end


class _Reader:
    """A cursor over one template."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def sequence(self, depth: int, closing: str) -> tuple[tuple[Node, ...], ...]:
        """Read alternatives up to `closing` (not consumed) or, at depth 0, to the end."""
        options: list[tuple[Node, ...]] = []
        nodes: list[Node] = []
        while self.at < len(self.text):
            char = self.text[self.at]
            if char == closing:
                break
            if char == "|":
                if depth == 0:
                    raise TemplateError(
                        "T104",
                        "'|' needs brackets around its alternatives: (a|b)",
                        self.at,
                        self.at + 1,
                    )
                options.append(tuple(nodes))
                nodes = []
                self.at += 1
            elif char in "([":
                nodes.append(self.choice(char, depth + 1))
            elif char in "{<":
                nodes.append(self.reference(char))
            elif char in ")]}>":
                raise TemplateError("T102", f"'{char}' closes nothing", self.at, self.at + 1)
            else:
                nodes.append(self.words())
        options.append(tuple(nodes))
        return tuple(options)

    def choice(self, opening: str, depth: int) -> Choice:
        start = self.at
        if depth > MAX_DEPTH:
            raise TemplateError(
                "T103", f"brackets nested more than {MAX_DEPTH} deep", start, start + 1
            )
        closing = _CLOSING[opening]
        self.at += 1
        options = self.sequence(depth, closing)
        if self.at >= len(self.text):
            raise TemplateError("T101", f"'{opening}' is never closed", start, start + 1)
        self.at += 1
        if any(not option for option in options):
            raise TemplateError("T105", "an empty alternative", start, self.at)
        return Choice(options, opening == "[", start, self.at)

    def reference(self, opening: str) -> SlotRef | ListRef:
        start = self.at
        end = self.text.find(_CLOSING[opening], start)
        if end < 0:
            raise TemplateError("T101", f"'{opening}' is never closed", start, start + 1)
        name = self.text[start + 1 : end].strip()
        self.at = end + 1
        kind = "slot" if opening == "{" else "list"
        if not name or not all(char.isalnum() or char in "_-" for char in name):
            raise TemplateError(
                "T106", f"'{name[:40]}' is no name of a {kind}", start, min(end + 1, start + 60)
            )
        return SlotRef(name, start, end + 1) if opening == "{" else ListRef(name, start, end + 1)

    def words(self) -> Words:
        start = self.at
        text: list[str] = []
        while self.at < len(self.text) and self.text[self.at] not in "()[]{}<>|":
            char = self.text[self.at]
            if char == "\\":
                self.at += 1
                if self.at == len(self.text):
                    raise TemplateError(
                        "T107", "'\\' at the end escapes nothing", self.at - 1, self.at
                    )
                char = self.text[self.at]
            text.append(char)
            self.at += 1
        return Words("".join(text), start, self.at)


def parse_template(text: str) -> tuple[Node, ...]:
    """Return the tree of a template.

    Raises `TemplateError` with the place of the first fault.
    """
    if len(text) > MAX_LENGTH:
        raise TemplateError(
            "T108", f"longer than {MAX_LENGTH} characters ({len(text)})", 0, min(60, len(text))
        )
    return _Reader(text).sequence(0, "")[0]
