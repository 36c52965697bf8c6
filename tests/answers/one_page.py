"""A question asked of a single page, with the plain engine."""

from __future__ import annotations

from pathlib import Path

from hegang_qa import Answer, Engine

__all__ = ["ask"]


def ask(folder: Path, document: str, question: str, *, name: str = "page.md") -> Answer:
    """Return the answer to a question from a document that is written to `folder`."""
    path = folder / name
    path.write_text(document + "\n", encoding="utf-8")
    return Engine.open(path, reader="off").ask(question)
