"""An explanation as lines of styled text: the rule, the words, the score, the runner-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegang_qa.cli.layout import Line, Piece, display_width
from hegang_qa.cli.safe_text import visible
from hegang_qa.results import Answer, Explanation, Intent

__all__ = ["render_explanation"]

_HOW = {
    "same": "the same word",
    "stem": "the same stem",
    "spelling": "spelled alike",
    "synonym": "means the same",
    "related": "is related",
    "compound": "stands within it",
    "context": "in the heading or beside the sentence",
    "missing": "found nowhere near",
}


def render_explanation(answer: Answer) -> Iterator[Line]:
    """Yield the lines that say why the answer came out as it did; none without an explanation."""
    explanation = answer.explanation
    if explanation is None:
        return
    yield Line((("heading", "why"),), 2)
    yield from _field("asked", [[("", visible(explanation.asked))]])
    yield from _field("rule", [_rule(answer.intent, explanation)])
    yield from _field("wanted", [[("", answer.answer_type)]])
    yield from _field("words", _words(explanation))
    yield from _field("score", _score(explanation))
    if explanation.runner_up:
        yield from _field("runner-up", [[("", visible(explanation.runner_up))]])
    yield from _field("notes", [[("", visible(note))] for note in explanation.notes])


def _field(label: str, rows: Sequence[Sequence[Piece]]) -> Iterator[Line]:
    """Yield the rows with the label before the first."""
    for position, row in enumerate(rows):
        shown = label if position == 0 else ""
        yield Line((("label", f"{shown:<11}"), *row), 4, 11)


def _rule(intent: Intent | None, explanation: Explanation) -> list[Piece]:
    if intent is None:
        return [("", visible(explanation.rule) or "none matched")]
    pieces: list[Piece] = [
        ("", visible(intent.id)),
        ("label", f"  {intent.match}, {intent.score:.2f}  "),
        ("", visible(intent.template)),
    ]
    if intent.path:
        pieces.append(("label", "  "))
        pieces.append(("path", f"{visible(intent.path)}:{intent.line}"))
    if intent.overrides:
        pieces.append(("label", f", in place of {visible(intent.overrides)}"))
    return pieces


def _words(explanation: Explanation) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    asked_width = max((display_width(word.asked) for word in explanation.words), default=0)
    found_width = max((display_width(word.found or "-") for word in explanation.words), default=0)
    for word in explanation.words:
        asked, found = visible(word.asked), visible(word.found or "-")
        rows.append(
            [
                ("", asked + " " * (asked_width - display_width(asked))),
                ("label", "  →  "),
                ("matched" if word.found else "refusal", found),
                ("", " " * (found_width - display_width(found))),
                ("label", f"  {word.weight:4.0%}  {_HOW.get(word.how, word.how)}"),
            ]
        )
    return rows


def _score(explanation: Explanation) -> list[list[Piece]]:
    width = max((len(item.part) for item in explanation.contributions), default=0)
    return [
        [
            ("good" if item.value >= 0 else "bad", f"{item.value:+7.2f}"),
            ("", f"  {visible(item.part):<{width}}"),
            ("label", f"  {visible(item.note)}" if item.note else ""),
        ]
        for item in explanation.contributions
    ]
