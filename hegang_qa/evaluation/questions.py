"""Reads question files: JSON Lines, a question a line.

::

    {"id": "q1", "question": "When does it open?", "answers": ["nine", "9 am"],
     "path": "handbook.md", "lines": [12], "kind": "plain"}

`question` is a text, or a list of texts for a follow-up: the turns are asked in one conversation
and the last one counts. `answers` are the accepted ones; none means that the documents do not
say, or, with the kind "smalltalk", that a friendly word is expected. `lines` are lines on
which a source sentence may stand, in the document `path` (a part of a path or a pattern; any
document when it is left out). `id` and `kind` are for the table. Only `question` must be there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from hegang_qa.errors import SourceError

__all__ = ["TestQuestion", "read_questions"]

_FORM = 'a line for each question: {"question": "When?", "answers": ["at nine"]}'

SMALL_TALK = frozenset(("smalltalk", "small-talk", "chat"))
"""Kinds of questions that want a friendly word."""


_KEYS = ("id", "question", "answers", "lines", "path", "kind")


@dataclass(frozen=True, slots=True)
class TestQuestion:
    """A question with what is expected: `turns` are asked in order, `answers` accepted for the
    last, from a sentence that stands on one of `lines` (any, if none) of `path` (any, if None)."""

    __test__ = False  # not a test class, whatever pytest makes of its name

    id: str
    turns: tuple[str, ...]
    answers: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    path: str | None = None
    kind: str = "plain"

    @property
    def expects(self) -> str:
        """The kind of `Answer` that is right: "answer", "no-answer" or "chat"."""
        if self.answers:
            return "answer"
        return "chat" if self.kind in SMALL_TALK else "no-answer"


def read_questions(path: str) -> list[TestQuestion]:
    """Return the questions of a file, in order.

    Raises `SourceError`, with ``path:line``, for what cannot be read or is not of the form.
    """
    try:
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason, hint = "it is not UTF-8", "save it in that encoding"
        if isinstance(error, OSError):
            reason, hint = error.strerror or str(error), f"name a file with {_FORM}"
        raise SourceError(f"{path}: cannot be read: {reason}", path=path, hint=hint) from error
    questions = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            questions.append(_question(line, f"{path}:{number}", f"line {number}"))
    if not questions:
        raise SourceError(f"{path}: holds no questions", path=path, hint=_FORM)
    return questions


def _question(line: str, place: str, default_id: str) -> TestQuestion:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{place}: is not JSON: {error}", path=place, hint=_FORM) from error
    if not isinstance(record, dict):
        raise SourceError(f"{place}: is not an object", path=place, hint=_FORM)
    _check_keys(record, place)
    turns = record.get("question")
    turns = [turns] if isinstance(turns, str) else turns
    if not _is_texts(turns) or not turns or not all(turn.strip() for turn in turns):
        raise SourceError(
            f'{place}: "question" is a text, or a list of texts for a conversation',
            path=place,
            hint=_FORM,
        )
    answers = record.get("answers", [])
    if not _is_texts(answers):
        raise SourceError(f'{place}: "answers" is a list of texts', path=place, hint=_FORM)
    lines = record.get("lines", [])
    if not isinstance(lines, list) or not all(type(item) is int and item > 0 for item in lines):
        raise SourceError(f'{place}: "lines" is a list of whole numbers from 1', path=place)
    for key in ("id", "kind", "path"):
        if not isinstance(record.get(key, ""), str):
            raise SourceError(f'{place}: "{key}" is a text', path=place)
    return TestQuestion(
        id=record.get("id", default_id),
        turns=tuple(turns),
        answers=tuple(answers),
        lines=tuple(lines),
        path=record.get("path"),
        kind=record.get("kind", "plain"),
    )


def _check_keys(record: dict[str, Any], place: str) -> None:
    """Raise `SourceError` for a key that is a slip for one of the form; others are the author's."""
    from difflib import get_close_matches

    for key in record:
        near = get_close_matches(key, _KEYS, n=1, cutoff=0.75)
        if near and key not in _KEYS and near[0] not in record:
            raise SourceError(
                f'{place}: unknown key "{key}"', path=place, hint=f'did you mean "{near[0]}"?'
            )


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
