"""The question rules in force, and the rule that reads a question, as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hegang_qa.cli.layout import Line
from hegang_qa.cli.safe_text import visible

if TYPE_CHECKING:
    from hegang_qa.cli.repl.session import Session

__all__ = ["render_rules"]


def render_rules(session: Session, question: str) -> Iterator[Line]:
    """Yield the rule that reads the question; without a question, the rule files."""
    rules = session.engine.rules
    if question:
        match = rules.match(question)
        if match is None:
            yield Line((("label", "No rule reads it; its words are looked for all the same."),))
            return
        yield Line(
            (
                ("heading", visible(match.rule)),
                ("label", f"  {match.how}, {match.score:.2f}  "),
                ("", visible(match.template)),
            )
        )
        for name, slot in match.slots.items():
            yield Line((("label", f"{visible(name)}  "), ("matched", visible(slot.text))), 2)
        if match.path:
            yield Line((("path", f"{visible(match.path)}:{match.line}"),), 2)
        return
    files: dict[str, int] = {}
    for rule in rules.rules:
        files[rule.path] = files.get(rule.path, 0) + 1
    for path, count in files.items():
        yield Line((("label", f"{count:>4}  "), ("path", visible(path))))
    yield Line((("label", f"{sum(files.values())} rules; /rules QUESTION shows which reads it"),))
