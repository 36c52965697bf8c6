"""Gives a measure in the unit that was asked for: from the sentence itself, or by conversion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from hegang_qa.results import Answer
from hegang_qa.text.numbers import digits_value, words_value
from hegang_qa.text.tokens import Token, tokenize
from hegang_qa.text.units import Unit, unit

__all__ = ["in_unit"]


class _Measure(NamedTuple):
    """A number with its unit, at code points ``[start:end]`` of a text."""

    start: int
    end: int
    value: float
    unit: Unit


def _unit_at(tokens: Sequence[Token], at: int) -> tuple[Unit | None, int]:
    """The unit whose name begins at a token (two words before one), and the token after it."""
    if at < len(tokens) and tokens[at].text == "-":
        at += 1
    for width in (2, 1):
        if at + width <= len(tokens):
            found = unit(" ".join(token.text for token in tokens[at : at + width]))
            if found is not None:
                return found, at + width
    return None, at


def _measures(text: str) -> list[_Measure]:
    tokens = tokenize(text)
    found: list[_Measure] = []
    for at, token in enumerate(tokens):
        value = digits_value(token.text) if token.kind == "number" else words_value([token.norm])
        if value is None:
            continue
        name, end = _unit_at(tokens, at + 1)
        if name is not None:
            found.append(_Measure(token.start, tokens[end - 1].end, value, name))
    return found


def _shown(value: float) -> str:
    """A converted value with three significant digits, or all those before the point."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def in_unit(answer: Answer, name: str) -> Answer:
    """Return `answer` in the unit called `name`.

    Where the sentence says it in that unit, its own words become the answer; otherwise the answer
    is converted, and `reason` tells from what. An answer that is no such measure is no answer.
    """
    wanted = unit(name)
    if answer.kind != "answer" or not answer.text:
        return answer
    if wanted is None:
        return _not_told(answer, name)
    given = _measures(answer.text)
    if any(measure.unit.name == wanted.name for measure in given):
        return answer
    if given and all(measure.unit.dimension != wanted.dimension for measure in given):
        return _not_told(answer, name)
    if answer.sentence and answer.answer_span is not None:
        said = [m for m in _measures(answer.sentence) if m.unit.name == wanted.name]
        if said:
            at = answer.answer_span[0]
            near = min(said, key=lambda m: abs(m.start - at))
            return replace(
                answer,
                text=answer.sentence[near.start : near.end],
                answer_span=(near.start, near.end),
            )
    for measure in given:
        if measure.unit.dimension == wanted.dimension:
            base = (measure.value + measure.unit.offset) * measure.unit.factor
            value = base / wanted.factor - wanted.offset
            source = answer.text[measure.start : measure.end]
            return replace(
                answer, text=f"{_shown(value)} {name}", reason=f"converted from {source}"
            )
    return _not_told(answer, name)


def _not_told(answer: Answer, name: str) -> Answer:
    said = " ".join((answer.text or "").split())
    return replace(
        answer,
        kind="no-answer",
        text=None,
        answer_span=None,
        confidence=0.0,
        reason=f"“{said}” cannot be told in {name}",
    )
