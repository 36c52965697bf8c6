"""The records that rules become once they are read: what is stored and what is matched."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, overload

from hegang_qa.intents.automaton import Automaton, from_plain
from hegang_qa.intents.normalise import Replacements

__all__ = ["Compiled", "Phrases", "Rule", "StoredTemplates", "Template"]

Phrases = frozenset[tuple[str, ...]]
"""Polite words around a question, as words."""


class Rule(NamedTuple):
    """A rule without its templates.

    `threshold` is the least score of a loose match (None: the usual one). `overrides` is the path
    of the shipped file that this rule replaces.
    """

    id: str
    language: str
    summary: str
    answer: str
    reply: tuple[str, ...]
    evidence: tuple[str, ...]
    evidence_slots: tuple[str, ...]
    threshold: float | None
    path: str
    line: int
    overrides: str | None
    shipped: bool


class Template(NamedTuple):
    """A template: the number of its rule, its line and text, and its automaton as plain data."""

    rule: int
    line: int
    follow_up: bool
    text: str
    plain: list[Any]

    def automaton(self) -> Automaton:
        """Return the automaton, built anew."""
        return from_plain(self.plain)


class StoredTemplates(Sequence[Template]):
    """Templates as lines of JSON, each read when it is first asked for."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._read: dict[int, Template] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> Template: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Template, ...]: ...
    def __getitem__(self, at: int | slice) -> Template | tuple[Template, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self))))
        found = self._read.get(at)
        if found is None:
            found = self._read[at] = Template._make(json.loads(self._lines[at]))
        return found

    def __iter__(self) -> Iterator[Template]:
        return (self[at] for at in range(len(self)))


class Compiled(NamedTuple):
    """All rules of all languages, ready to match.

    `anchors` gives for a word the templates that it finds: one of a template's anchors stands in
    every question that the template reads. `words` is a JSON object that counts for each literal
    word the templates that hold it (read only for loose matches). `first` and `last` are polite
    words around a question, `setting` words that begin what may stand before a comma. `glosses`
    is a JSON object: what words mean in the languages of documents (read only when needed).
    """

    rules: tuple[Rule, ...]
    templates: Sequence[Template]
    anchors: Mapping[str, Sequence[int]]
    replacements: Replacements
    first: Phrases
    last: Phrases
    setting: frozenset[str]
    words: str
    glosses: str

    def to_lines(self) -> Iterator[str]:
        """Yield the lines of JSON that `from_lines` reads."""
        head = {
            "rules": self.rules,
            "replacements": self.replacements,
            "first": sorted(self.first),
            "last": sorted(self.last),
            "setting": sorted(self.setting),
        }
        yield _line(head)
        yield _line(self.anchors)
        yield self.words
        yield self.glosses
        for template in self.templates:
            yield _line(template)

    @staticmethod
    def from_lines(lines: Sequence[str]) -> "Compiled":
        """Return what `to_lines` wrote. Raises ValueError, KeyError or TypeError on damaged data
        (damaged templates show when they are used)."""
        head = json.loads(lines[0])
        return Compiled(
            tuple(
                Rule._make((*row[:4], tuple(row[4]), tuple(row[5]), tuple(row[6]), *row[7:]))
                for row in head["rules"]
            ),
            StoredTemplates(lines[4:]),
            json.loads(lines[1]),
            {
                word: tuple((tuple(written), tuple(meant)) for written, meant in entries)
                for word, entries in head["replacements"].items()
            },
            frozenset(map(tuple, head["first"])),
            frozenset(map(tuple, head["last"])),
            frozenset(head["setting"]),
            lines[2],
            lines[3],
        )


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
