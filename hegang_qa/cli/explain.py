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
    "near": "is near in meaning",
    "kindred": "is used of the same matters",
    "context": "in the heading or beside the sentence",
    "missing": "found nowhere near",
}

_INDENT, _LABEL = 4, 11
"""Columns before and of a label."""

_LEAST = 0.05
"""Log-odds below which a heading is left out."""


def render_explanation(answer: Answer) -> Iterator[Line]:
    """Yield the lines that say why the answer came out as it did; none without an explanation."""
    explanation = answer.explanation
    if explanation is None:
        return
    yield Line((("heading", "why"),), 2)
    if explanation.asked != answer.asked:
        yield from _field("read as", [[("", visible(explanation.asked))]])
    yield from _field("rule", _rule(answer.intent, explanation))
    if answer.kind != "chat":
        yield from _field("looks for", [[("", answer.answer_type)]])
    yield from _field("words", _words(explanation))
    of_sentence, of_answer = _scores(explanation)
    yield from _field("sentence", of_sentence)
    yield from _field("answer", of_answer)
    if explanation.runner_up:
        yield from _field("runner-up", [[("", visible(explanation.runner_up))]])
    yield from _field("notes", [[("", visible(note))] for note in explanation.notes])


def _field(label: str, rows: Sequence[Sequence[Piece]]) -> Iterator[Line]:
    """Yield the rows with the label before the first."""
    for position, row in enumerate(rows):
        if position == 0:
            yield Line((("label", f"{label:<{_LABEL}}"), *row), _INDENT, _LABEL)
        else:
            yield Line(tuple(row), _INDENT + _LABEL)


def _rule(intent: Intent | None, explanation: Explanation) -> list[list[Piece]]:
    if intent is None:
        return [[("", visible(explanation.rule) or "none fits: the words alone are looked for")]]
    how = "word for word" if intent.match == "strict" else f"loosely ({intent.score:.2f})"
    rows: list[list[Piece]] = [[("", visible(intent.id)), ("label", f", {how}")]]
    if intent.path:
        rows[0] += [("label", "  "), ("path", f"{visible(intent.path)}:{intent.line}")]
    rows.append([("label", visible(intent.template))])
    return rows


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


def _scores(explanation: Explanation) -> tuple[list[list[Piece]], list[list[Piece]]]:
    """Return what speaks for the sentence and for the answer's words: log-odds by heading, those
    that matter most first."""
    from hegang_qa.answers.wording import ABOUT_ANSWER, heading_of

    sentence: dict[str, float] = {}
    words: dict[str, float] = {}
    for item in explanation.contributions:
        heading = heading_of(item.part)
        table = words if heading in ABOUT_ANSWER or "answer" in item.note else sentence
        table[heading] = table.get(heading, 0.0) + item.value
    return _rows(sentence), _rows(words)


def _rows(values: dict[str, float]) -> list[list[Piece]]:
    order = sorted(values.items(), key=lambda item: -abs(item[1]))
    return [
        [("good" if value >= 0 else "bad", f"{value:+5.1f}"), ("", f"  {visible(heading)}")]
        for heading, value in order
        if abs(value) >= _LEAST
    ]
