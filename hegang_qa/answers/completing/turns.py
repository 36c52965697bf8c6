"""The one of several, named in a row, that is asked for by its place: of "The concerts are on
3 May, 7 June and 9 July" the second is on 7 June."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from hegang_qa.answer_types import is_a
from hegang_qa.answers.completing.asking import Asking, lacking
from hegang_qa.answers.completing.told import overlap, told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Answer
from hegang_qa.text.numbers import digits_value, is_year, ordinal_place
from hegang_qa.text.tokens import Token
from hegang_qa.text.units import unit
from hegang_qa.text.words import MONTHS, NUMBER_WORDS, WEEKDAYS

__all__ = ["with_its_turn"]

_SURE = 0.6
# Sentences looked at where nothing answers.
_REACH = 3
# Words between an ordinal and what it counts ("the second spring concert").
_BETWEEN = 1
_OF_THEM = frozenset(("of", "the", "these", "those", *NUMBER_WORDS))

_NAMES = "|".join((*MONTHS, *(rf"{day}s?" for day in WEEKDAYS)))
_FIGURE = r"\d+(?:,\d{3})*(?:[.:]\d+)?(?:st|nd|rd|th)?(?![\d/–-])"
_MEMBER = (
    rf"(?:(?:[£$€¥] ?)?{_FIGURE}(?: (?:{_NAMES})\b(?: \d{{4}}\b)?"
    r"| ?(?:[%€]|[ap]m\b|[ap]\.m\.|(?!(?:and|or)\b)[a-z]+\b))?"
    rf"|(?:{_NAMES})\b(?: {_FIGURE})?)"
)
# Not from the middle of a row, which would be read again from each of its members.
_ROW = lazy(rf"(?i)(?<![\w.,:/£$€¥–-])(?<!, ){_MEMBER}(?:, {_MEMBER})*,? and {_MEMBER}")
_PARTS = lazy(rf"(?i)(?P<before>[£$€¥] ?|(?:{_NAMES}) ?)?(?P<figure>{_FIGURE})?(?P<after>.*)")
_EACH = lazy(rf"(?i){_MEMBER}")
_NO_ROW = lazy(r"(?i)\b(?:between|from|both)\s+$")
_NAMED = lazy(rf"(?i) ?(?:{_NAMES})\b.*")
_DAY = lazy(rf"(?i)\b(?:{_NAMES})\b")
_HALF = lazy(r"(?i) ?[ap]\.?m\.?")


class _Turn(NamedTuple):
    """Which of several is asked for (from 1; 0: the last), the token that says so, and of what;
    `of_them`: whether all of them are named ("the second *of the concerts*")."""

    place: int
    token: int
    noun: Token
    of_them: bool


class _Row(NamedTuple):
    """Where a row stands in a sentence, its members as they are told, where each stands, what they
    are ("money", "time", "date", "duration", "number"), and which is asked for (from 0; None: one
    behind the last)."""

    start: int
    end: int
    members: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    sort: str
    asked: int | None = None


def with_its_turn(asking: Asking, answer: Answer) -> Answer:
    """Return the member of a row at the place that is asked for, and nothing where the row ends
    before; the answer as it is where no place is asked for, or no row of days, times, prices or
    figures is told of such things."""
    turn = _turn(asking.question)
    if turn is None or answer.kind not in ("answer", "no-answer"):
        return answer
    if answer.kind == "answer":
        found = asking.found(answer)
        if found is None or answer.answer_span is None:
            return answer
        span = answer.answer_span
        row = next((row for row in _rows(found, turn) if overlap(span, (row.start, row.end))), None)
        if row is None:
            return answer
        if row.asked is None:
            return _short(asking, answer, row)
        return _told(answer, found, row, row.asked)
    if asking.least > _SURE:
        return answer
    for one in asking.ranked[:_REACH]:
        rows = [row for row in _rows(one, turn) if _fits(asking.question, row)]
        asked = rows[0].asked if len(rows) == 1 else None
        if asked is not None and not lacking(asking.question, one, {turn.token}):
            return _told(answer, one, rows[0], asked)
    return answer


def _short(asking: Asking, answer: Answer, row: _Row) -> Answer:
    """Return that nothing answers, as a row ends before the place that is asked for; the answer as
    it is where anything is to be answered."""
    if asking.least <= 0:
        return answer
    reason = f"the best sentence tells of {len(row.members)} of them alone"
    bare = replace(answer, kind="no-answer", text=None, answer_span=None, reason=reason)
    return replace(bare, support=(), conflicts=())


def _told(answer: Answer, one: RankedSentence, row: _Row, asked: int) -> Answer:
    """Return the member of a row as the answer, unless that is what the answer says already."""
    text, span = row.members[asked], row.spans[asked]
    given = answer.answer_span
    if given is not None and len(answer.text or "") >= len(text):
        met = [other for other in row.spans if overlap(given, other)]
        if met == [span]:
            return answer
    return told_by(answer, one.sentence, text, max(answer.confidence, _SURE), span)


def _turn(question: Question) -> _Turn | None:
    """Return which of several a question asks for, None where it asks for none or for two."""
    tokens = question.tokens
    places = [at for at, token in enumerate(tokens) if ordinal_place(token.norm) is not None]
    if len(places) != 1:
        return None
    at = places[0]
    place = ordinal_place(tokens[at].norm)
    noun = at + 1
    of_them = tokens[noun : noun + 1] != () and tokens[noun].norm == "of"
    while of_them and noun < len(tokens) and tokens[noun].norm in _OF_THEM:
        noun += 1
    for one in tokens[noun : noun + 1 + _BETWEEN]:
        if place is not None and one.kind == "word" and len(one.norm) > 2:
            return _Turn(place, at, one, of_them)
    return None


def _rows(one: RankedSentence, turn: _Turn) -> list[_Row]:
    """Return the rows of a sentence that are told of such things as are asked for."""
    text = one.sentence.text
    told = {token.norm for token in one.tokens if token.stem == turn.noun.stem}
    if not told:
        return []
    # In the plural, or done several times ("the first retry": "it is retried").
    several = turn.of_them or any(norm != turn.noun.norm for norm in told)
    numbered = [place for token in one.tokens if (place := ordinal_place(token.norm)) is not None]
    rows = []
    for match in _ROW.finditer(text):
        row = _read(match.group(), match.start())
        # One bus leaves at five, seven and nine; one church is not built three times.
        if _NO_ROW.search(text[: match.start()]) or not (several or row.sort == "time"):
            continue
        asked = turn.place
        if numbered:
            if len(numbered) != len(row.members) or (asked and asked not in numbered):
                continue
            asked = numbered.index(asked) + 1 if asked else 0
        at = (asked or len(row.members)) - 1
        rows.append(row._replace(asked=at) if at < len(row.members) else row)
    return rows


def _read(text: str, start: int) -> _Row:
    """Return the row that a text, which begins at `start` of its sentence, is; what stands at one
    end alone ("3, 7 and 9 *May*", "*May* 3, 7 and 9") is each member's."""
    found = list(_EACH.finditer(text))
    parts = [_PARTS.fullmatch(one.group()) for one in found]
    told = [(p["before"] or "", p["figure"] or "", p["after"]) for p in parts if p is not None]
    first, last = told[0][0], _own(told[-1][2])
    members = []
    for before, figure, after in told:
        after = _own(after)
        if not after and not before and figure:
            if _NAMED.fullmatch(first):
                before = first
            elif not _HALF.fullmatch(last) or _hour(figure) < _hour(told[-1][1]):
                after = last
        members.append(f"{before}{figure}{after}".strip())
    spans = [(start + one.start(), start + one.start() + len(_said(one.group()))) for one in found]
    return _Row(start, start + len(text), tuple(members), tuple(spans), _sort(members))


def _own(after: str) -> str:
    """Return what stands behind a figure where it is a unit, a month or a half of the day."""
    word = after.strip()
    is_own = word in ("%", "€") or _HALF.fullmatch(word) or _NAMED.fullmatch(word) or unit(word)
    return after if is_own else ""


def _said(member: str) -> str:
    """Return a member without a word behind it that is not its own."""
    parts = _PARTS.fullmatch(member)
    return member if parts is None or _own(parts["after"]) else member[: parts.start("after")]


def _hour(figure: str) -> float:
    return digits_value(figure.replace(":", ".")) or 0.0


def _sort(members: list[str]) -> str:
    """Return what the members of a row are, by how they are written."""
    if any(mark in member for member in members for mark in "£$€¥"):
        return "money"
    if all(is_year(member) or _DAY.search(member) for member in members):
        return "date"
    if any(":" in member or _HALF.search(member.lstrip("0123456789:.")) for member in members):
        return "time"
    units = [unit(member.lstrip("0123456789:., ")) for member in members]
    is_long = all(one is not None and one.dimension == "time" for one in units)
    return "duration" if is_long else "number"


def _fits(question: Question, row: _Row) -> bool:
    """Return whether a question asks for what the members of a row are."""
    wanted = question.answer_type
    if row.sort == "duration" and "when" in question.asks:
        return True
    if row.sort in ("date", "time"):
        return "when" in question.asks or is_a(wanted, "date")
    return is_a(wanted, "money" if row.sort == "money" else "number")
