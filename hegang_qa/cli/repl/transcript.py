"""Writes a conversation down: Markdown for people, JSON Lines for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hegang_qa.cli.safe_text import visible
from hegang_qa.errors import SourceError, UsageError

if TYPE_CHECKING:
    from hegang_qa.cli.repl.session import Turn

__all__ = ["markdown", "save"]


def save(turns: Sequence[Turn], path: str, *, overwrite: bool) -> None:
    """Write the turns; JSON Lines when the name ends in ``.jsonl`` or ``.json``, else Markdown.

    A file that is there already is kept unless `overwrite` (the same talk saved again). Raises
    `UsageError` for that, `SourceError` when the file cannot be written.
    """
    if path.casefold().endswith((".jsonl", ".json", ".ndjson")):
        from hegang_qa.cli.json_output import json_line

        text = "".join(json_line(turn.question, turn.answer) for turn in turns)
    else:
        text = "".join(markdown(turns))
    try:
        with open(path, "w" if overwrite else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(f"{path} is there already", hint="choose another name") from error
    except OSError as error:
        raise SourceError(
            f"{path}: cannot be written: {error.strerror or error}", path=path
        ) from error


def markdown(turns: Iterable[Turn]) -> Iterable[str]:
    """Yield the turns as Markdown: question, answer, quoted sentence, place."""
    for number, turn in enumerate(turns):
        answer = turn.answer
        if number:
            yield "\n"
        yield f"**{_escaped(turn.question)}**\n\n"
        if turn.rewritten:
            yield f"*→ {_escaped(answer.asked)}*\n\n"
        if answer.kind == "no-answer":
            yield "The documents do not say.\n"
        else:
            yield f"{_escaped(answer.text or '')}\n"
        if answer.sentence is not None and answer.source is not None:
            nearest = "Nearest: " if answer.kind == "no-answer" else ""
            yield f"\n> {nearest}{_escaped(answer.sentence)}\n>\n"
            yield f"> {_escaped(answer.source.path)}:{answer.source.line}"
            if answer.kind == "answer":
                yield f" (confidence {answer.confidence:.2f})"
            yield "\n"


def _escaped(text: str) -> str:
    text = visible(text)
    for character in "\\`*_[]<>#|":
        text = text.replace(character, "\\" + character)
    return text
