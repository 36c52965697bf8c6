"""Bounds that belong to a measure: "less than four hours" is not four hours, and "between ten and
twelve" not ten and twelve."""

from __future__ import annotations

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.candidates.finders.numerals import FRACTIONS
from hegang_qa.answers.inline import code_pairs
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.documents.patterns import lazy

__all__ = [
    "WAYS",
    "with_its_article",
    "with_its_bound",
    "with_its_denial",
    "with_its_letters",
    "with_its_marks",
    "without_half_brackets",
    "without_its_date",
]

_BOUNDS = tuple(
    tuple(bound.split())
    for bound in (
        "no more than",
        "no less than",
        "no fewer than",
        "not more than",
        "less than",
        "more than",
        "fewer than",
        "at least",
        "at most",
        "up to",
    )
)
# Of "between ten and twelve", "ten and twelve" would be two figures.
_BETWEEN: tuple[tuple[str, ...], ...] = (
    ("between",),
    ("between", "the", "ages", "of"),
    ("between", "ages", "of"),
)
# A bound before one of these is about a time, not about how much.
_UNBOUNDED = ("date", "time", "hours", "ordinal", "code", "phone", "coordinates")

WAYS = frozenset("drive walk ride flight journey trip crossing march climb hike".split())
"""What takes a time and leads somewhere, so that the time tells how far it is."""

_PER = lazy(r" per (?:[a-z]+ of )?[\w'-]+")
_BY = lazy(r"(?: by | ?[x×] ?)\d[\d.,]*(?: ?(?:m|cm|mm|km|ft|in|feet|inches|metres|meters)\b)?")
_SIDED = ("distance", "size")
_WRITTEN_ON = lazy(r"[^\W\d_]{1,4}(?![\w-])")
_DENYING = frozenset(("no", "never"))
_MARKS = ("**", "`", "*")
_WHEN = lazy(r"\s+(?:in|on|since|until|from|by)\s+(?:\w+\s+){0,2}[12]\d{3}$")
# What may be told with its year: when, how and why, and what happened.
_DATED = tuple(
    "date hours duration manner reason action effect definition description purpose".split()
)


def without_its_date(wanted: str, text: str, place: tuple[int, int]) -> tuple[int, int]:
    """Return begin and end of an answer in its sentence's text; who, where or which thing has no
    year behind it ("the capital *in 1994*"): of 11,931 answers that SQuAD's people marked for other
    questions than when, how and why (training set), 13 have one, and 139 end before one."""
    start, end = place
    if not any(is_a(wanted, kind) for kind in _DATED):
        tail = _WHEN.search(text[start:end])
        if tail is not None and tail.start() > 0:
            return start, start + tail.start()
    return start, end


def with_its_marks(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """Return begin and end of an answer in its sentence's text, so that marks of emphasis and of
    code come in pairs, and none stand around all of it ("use `-n`" and not "use `-n")."""
    start, end = place
    if text.count("`", start, end) > 1:
        # "configure` and `build" has two, but none of them closes the other.
        for pair in code_pairs(text):
            if pair.opening[1] == start and pair.closing[1] < end:
                start = pair.opening[0]
            if pair.closing[0] == end and start < pair.opening[0]:
                end = pair.closing[1]
            if (pair.opening[0], pair.closing[1]) == (start, end):
                start, end = pair.opening[1], pair.closing[0]
    for mark in _MARKS:
        size = len(mark)
        if text.count(mark, start, end) % 2:
            if text.startswith(mark, end):
                end += size
            elif start >= size and text.startswith(mark, start - size):
                closing = text.find(mark, start, end) + size
                start -= size
                if text.startswith(":", closing):
                    end = closing  # "**Cox**: the person" begins with a label: that is the answer
        while (
            end - start > 2 * size
            and text.startswith(mark, start)
            and text.endswith(mark, start, end)
            and text.find(mark, start + size, end) == end - size
        ):
            start, end = start + size, end - size
    return start, end


def with_its_letters(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """Return begin and end of an answer in its sentence's text; a figure has the letters with it
    that are written on to it, whatever unit they are ("*60ns*")."""
    start, end = place
    on_it = _WRITTEN_ON.match(text, end) if text[end - 1 : end].isdigit() else None
    return (start, on_it.end()) if on_it is not None else place


def without_half_brackets(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """Return begin and end of an answer in its sentence's text; a bracket that is closed or opened
    elsewhere ends it ("*10*] seconds", "*the inner bark* (of"), but one that is closed right behind
    it is closed in it."""
    start, end = place
    opened: list[int] = []
    for at in range(start, end):
        if text[at] in "([":
            opened.append(at)
        elif text[at] in ")]":
            if not opened:
                told = text[start:at].rstrip()
                return (start, start + len(told)) if told else place
            opened.pop()
    if not opened:
        return place
    if len(opened) == 1 and text[end : end + 1] in (")", "]"):
        return start, end + 1
    told = text[start : opened[0]].rstrip()
    return (start, start + len(told)) if told else place


def with_its_denial(span: ScoredSpan, place: tuple[int, int]) -> tuple[int, int]:
    """Return begin and end of an answer in its sentence's text; what is denied has the word with it
    that denies it ("*no* undo is possible", "*never* opens"), unless it is a figure. For questions
    that do not deny themselves ("what must *not* be eaten")."""
    start, end = place
    before = [token for token in span.ranked.tokens if token.end <= start][-1:]
    if not before or before[0].norm not in _DENYING or is_numeric(span.span.type):
        return place
    number = before[0].text[0].isupper() and before[0].start > 0  # "Room No 5"
    return place if number else (before[0].start, end)


def with_its_article(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """Return begin and end of an answer in its sentence's text; a title has the article with it
    that is written large within the sentence ("*The* Blue Colours")."""
    start, end = place
    before = text[:start]
    large = before.endswith(" The ") and text[start : start + 1].isupper()
    if large and before[:-5].rstrip("\"'“‘*")[-1:] not in ("", ".", "!", "?", ":"):
        return start - 4, end
    return start, end


def with_its_bound(span: ScoredSpan) -> tuple[int, int]:
    """Return begin and end of a span in its sentence; a measure has the bound before it with it,
    a fraction its article, and one that is put before a way has the way ("a *one-hour drive*")."""
    kind, start, end = span.span.type, span.span.start, span.span.end
    if not is_numeric(kind):
        return start, end
    if is_a(kind, "duration") and "-" in span.text:
        way = next((token for token in span.ranked.tokens if token.start >= end), None)
        if way is not None and way.norm in WAYS:
            end = way.end
    text = span.ranked.sentence.text
    sided = any(is_a(kind, side) for side in _SIDED) or text[end : end + 2].strip() == "×"
    if sided and (other := _BY.match(text, end)) is not None:
        end = other.end()  # "2.4 m *by 1.8 m*"
    if (rate := _PER.match(text, end)) is not None and " per " not in span.text:
        end = rate.end()  # "one minute *per gigabyte*"
    before = [token for token in span.ranked.tokens if token.end <= start][-4:]
    norms = tuple(token.norm for token in before)
    if " and " in span.text:
        for words in _BETWEEN:
            if norms[-len(words) :] == words:
                return before[-len(words)].start, end
    if any(is_a(kind, other) for other in _UNBOUNDED):
        return start, end
    if norms[-1:] == ("a",) and span.text.lower() in FRACTIONS:
        return before[-1].start, end  # "*a* fifth"
    if norms[-1:] in (("a",), ("an",)) and is_a(kind, "quantity") and span.text.isalpha():
        return before[-1].start, end  # "*an* hour"
    tokens = span.ranked.tokens
    none = tokens[0].norm == "no"
    for bound in _BOUNDS:
        if norms[-len(bound) :] == bound:
            if none and bound[0] in ("more", "less", "fewer"):
                return start, end  # "no room may hold more than 50 litres"
            return before[-len(bound)].start, end
    return start, end
