"""The question rules in force, and the rule that reads a question, as lines."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hegang_qa.cli.layout import Line
from hegang_qa.cli.safe_text import visible

if TYPE_CHECKING:
    from hegang_qa.cli.repl.session import Session

__all__ = ["render_rules"]


def render_rules(session: Session, question: str) -> Iterator[Line]:
    """Yield the rule that reads the question; without a question, all rules by folder."""
    rules = session.engine.rules
    if question:
        match = rules.match(question)
        if match is None:
            yield Line((("label", "No rule reads it; its words are looked for all the same."),))
            return
        how = "word for word" if match.how == "strict" else f"loosely ({match.score:.2f})"
        yield Line(
            (
                ("heading", visible(match.rule)),
                ("label", f", {how}  "),
                ("", visible(match.template)),
            )
        )
        for name, slot in match.slots.items():
            yield Line((("label", f"{visible(name)}  "), ("matched", visible(slot.text))), 2)
        if match.path:
            yield Line((("path", f"{visible(match.path)}:{match.line}"),), 2)
        return
    folders: dict[str, list[str]] = {}
    for rule in rules.rules:
        folders.setdefault(os.path.dirname(rule.path), []).append(rule.id)
    for folder, names in folders.items():
        yield Line((("path", visible(folder)), ("label", f"  {len(names)} rules")))
        yield Line((("", visible(", ".join(names))),), 2)
    yield Line((("label", "/rules QUESTION shows which reads it"),))
