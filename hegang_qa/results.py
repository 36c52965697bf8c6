"""What the engine returns: frozen dataclasses, each with ``to_dict()`` for JSON.

Offsets count code points and ends are excluded. Lines and columns count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from hegang_qa.plain_data import PlainData

if TYPE_CHECKING:
    from hegang_qa.explanations import Contribution, Explanation, WordMatch

__all__ = [
    "Answer",
    "AnswerKind",
    "Contribution",
    "Evidence",
    "Explanation",
    "Intent",
    "MatchStyle",
    "Source",
    "WordMatch",
]

AnswerKind = Literal["answer", "no-answer", "chat"]
MatchStyle = Literal["strict", "loose"]


@dataclass(frozen=True, slots=True)
class Source(PlainData):
    """Where a sentence stands.

    `path` is as the user gave it (bundled documents: ``seeds/<name>``). `line` and `column` of the
    sentence's first character count from 1; `start` and `end` are code points of the file's text.
    """

    path: str
    line: int
    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Intent(PlainData):
    """The rule that read the question.

    `match` is "strict" (the template fits word for word) or "loose" (token by token, with
    spelling). `slots` maps slot names to the words of the question that filled them.
    `path` and `line` name the rule file; `overrides` the shipped rule file it replaces, if any.
    """

    id: str
    match: MatchStyle
    template: str
    slots: dict[str, str] = field(default_factory=dict, hash=False)
    language: str = "en"
    path: str = ""
    line: int = 1
    score: float = 1.0
    overrides: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence(PlainData):
    """A sentence that speaks for an answer (or, from `Engine.search`, that fits the words).

    `score` is an absolute quantity, comparable between sentences of one question; higher is
    better. `answer` is the words of the sentence that answer, at `answer_span` of `sentence`;
    `matched` are the spans of `sentence` that account for words of the question.
    """

    sentence: str
    source: Source
    score: float
    answer: str | None = None
    answer_span: tuple[int, int] | None = None
    matched: tuple[tuple[int, int], ...] = ()
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Answer(PlainData):
    """The reply to one question.

    - `kind`: "answer"; "no-answer" (the documents do not say: `reason` tells why, `sentence` and
      `source` are the nearest sentence or None); "chat" (a rule's own reply; `source` is its place
      in a rule file of the user's, None for the program's small talk).
    - `text`: the short answer in one line, several things divided by "; ", without marks of
      emphasis and links; what is to be typed may have several lines; None when there is none.
    - `sentence`: the source sentence, verbatim; `answer_span` and `matched` are spans within it.
      What stands at `answer_span` has the marks that `text` is without.
    - `confidence`: 0..1, calibrated: of the answers at 0.8 about eight in ten are right. That of a
      refusal is what its nearest sentence would have had.
    - `support`: the sentences found to give this same answer, best first; of an answer made of
      several rows, those rows; empty where it is made of a whole list.
    - `conflicts`: equally good sentences whose answer contradicts this one.
    - `alternatives`: the runners-up, best first.
    - `asked`: the question as it was asked, or as the conversation rewrote it to stand alone.
    - `missing`: words of the question that nothing near the answer accounts for.
    - `choices`: readings of the question to choose from, where a conversation asks back.
    - `rest`: the answers to what else a question asks ("who built it, *and when*"), each a whole
      answer of its own; this one is that to what it asks first.
    - `complete`: False where a part of the documents could not be searched, so that there may be a
      better answer, or one at all; `warnings` then say which part.
    """

    kind: AnswerKind
    text: str | None
    asked: str
    sentence: str | None = None
    source: Source | None = None
    confidence: float = 0.0
    intent: Intent | None = None
    answer_type: str = "phrase"
    reason: str | None = None
    answer_span: tuple[int, int] | None = None
    matched: tuple[tuple[int, int], ...] = ()
    heading: str | None = None
    missing: tuple[str, ...] = ()
    support: tuple[Evidence, ...] = ()
    conflicts: tuple[Evidence, ...] = ()
    alternatives: tuple[Answer, ...] = ()
    explanation: Explanation | None = None
    choices: tuple[str, ...] = ()
    rest: tuple[Answer, ...] = ()
    complete: bool = True
    warnings: tuple[str, ...] = ()


def __getattr__(name: str) -> Any:
    # Few ask for explanations, and every dataclass takes its time to make.
    if name in ("Contribution", "Explanation", "WordMatch"):
        from hegang_qa import explanations

        return getattr(explanations, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
