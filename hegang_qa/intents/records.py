"""The records that rules become once they are read: what is stored and what is matched."""

from __future__ import annotations

from typing import Any, NamedTuple

from hegang_qa.intents.automaton import Automaton, from_plain

__all__ = ["Compiled", "Language", "Rule", "Template"]


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


class Template(NamedTuple):
    """A template: the number of its rule, its text and line, and its automaton, read when needed.

    `anchors` are the words of which one stands in every question that the template reads.
    """

    rule: int
    text: str
    line: int
    follow_up: bool
    anchors: tuple[str, ...]
    plain: list[Any]

    def automaton(self) -> Automaton:
        """Return the automaton, built anew."""
        return from_plain(self.plain)


class Language(NamedTuple):
    """What a language needs besides rules.

    `replace` maps contractions and common misspellings to what is meant; `first` and `last` are
    polite words around a question that rules need not know.
    """

    id: str
    name: str
    replace: dict[str, str]
    first: tuple[str, ...]
    last: tuple[str, ...]


class Compiled(NamedTuple):
    """All rules of all languages, ready to match and to be stored as plain data.

    `words` counts for each literal word the templates that hold it.
    """

    rules: tuple[Rule, ...]
    templates: tuple[Template, ...]
    languages: tuple[Language, ...]
    words: dict[str, int]

    def to_plain(self) -> dict[str, Any]:
        """Return lists, dictionaries, numbers and strings only."""
        return {
            "rules": [list(rule) for rule in self.rules],
            "templates": [list(template) for template in self.templates],
            "languages": [list(language) for language in self.languages],
            "words": self.words,
        }

    @staticmethod
    def from_plain(plain: dict[str, Any]) -> Compiled:
        """Return what `to_plain` wrote down. Raises KeyError, TypeError on damaged data."""
        return Compiled(
            tuple(
                Rule._make((*row[:4], tuple(row[4]), tuple(row[5]), tuple(row[6]), *row[7:]))
                for row in plain["rules"]
            ),
            tuple(Template._make((*row[:4], tuple(row[4]), row[5])) for row in plain["templates"]),
            tuple(
                Language(row[0], row[1], row[2], tuple(row[3]), tuple(row[4]))
                for row in plain["languages"]
            ),
            plain["words"],
        )
