"""Answers that tell something else than what is asked for, whatever words stand around them: a date
for a time of day, the length for the depth, the words of the question again."""

from __future__ import annotations

from hegang_qa.answer_types import agrees, is_a, is_numeric
from hegang_qa.answers.candidates.agreement import is_sure
from hegang_qa.answers.described import ANY_FIGURE
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.per_time import is_per_other_time
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.wording import asks_whom_to_call
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.model import BY_FORM
from hegang_qa.text.words import MODALS, MONTHS, NUMBER_WORDS, SIDES, WEEKDAYS

__all__ = [
    "KINDS_OF_PLACES",
    "MEASURED",
    "cannot_be",
    "in_other_unit",
    "is_out_of_kind",
    "tells_otherwise",
]

KINDS_OF_PLACES = frozenset(
    "province county city district state region prefecture republic town village island".split()
)
"""Nouns that follow the name of a place and say no more than the name."""

_DOING = MODALS | {"do", "does", "did"}
# What one does to a day, or a day is.
_ON_DAYS = frozenset(
    "celebrate celebrated mark marked mean happen happened commemorate say says".split()
)
_HOLDERS = (("who", "is", "the"), ("who", "was", "the"))
# What is told in figures, or not at all.
_WITH_FIGURES = frozenset(
    "money percentage temperature weight area volume speed coordinates phone version".split()
)
MEASURED = frozenset("duration distance weight area volume size speed power".split())
"""Types of measures that count nothing but their units ("2 TB" are not two disks)."""
_AWAY = frozenset(("from", "away", "distant"))
_HIGH = "high"
_PRICE = lazy(r"\d{1,4}\.\d\d")
_LIMITS = ("under ", "over ", "above ", "below ", "aged ", "age ", "ages ")
# Words that are more than units: "30,000 a week", "two in three".
_NO_UNITS = frozenset(("in", "a"))
# What counts without a figure.
_MANY = frozenset(
    "several many few some no none most all both half dozen dozens hundreds thousands millions "
    "couple pair single twice once every each nobody".split()
)
# What is written in a way of its own, and never as a measure or a date.
_WRITTEN = frozenset(("phone", "email", "url"))
_NO_COUNTS = frozenset(("money", "percentage", "temperature", "phone", "version", "code"))
# Measures that are no length, however loosely one is asked for.
_NO_LENGTHS = frozenset("weight volume speed power money percentage temperature".split())
_BEFORE = 8  # letters of " before "
_SUM = 6  # tokens of a sum with words around it
# What is often told as a share.
_IN_PERCENT = frozenset(
    "dividend interest tax tip share charge fee discount reduction commission refund deduction "
    "surcharge".split()
)
_RELATIVE = lazy(r"(?:minutes?|hours?|days?|weeks?|months?) (?:before|after)\b")
_YEARS = lazy(r"(?:from |between )?[12]\d{3}(?: (?:to|until|till|and) |\s?[-–]\s?)[12]\d{3}")
# What takes time is not as long as a thing.
_LASTING = frozenset("take takes took taken last lasts lasted stay need needs wait".split())
_TIMES = frozenset("duration frequency date year month age time hours".split())
# Figures that tell no time.
_NO_TIMES = frozenset("money percentage temperature weight volume area speed".split())
# Of a thing in space; how far or long something is may be told in time.
_LENGTHS = frozenset(("how high", "how tall", "how deep", "how wide"))
_LOOSE_KINDS = ("date", "count", "distance", "size", "frequency", "ordinal", "age", "code")


def tells_otherwise(question: Question, span: ScoredSpan) -> bool:
    """Return whether an answer is of another kind than asked for, or only says the question's own
    words."""
    if span.span.type == "phone" and asks_whom_to_call(question):
        return False
    return (
        _is_other_kind(question, span)
        or _is_past(question, span)
        or _is_echo(question, span)
        or _is_office_beside(question, span)
        or _is_time_of_deed(question, span)
        or _is_of_theirs(question, span)
        or is_per_other_time(question, span)
    )


def cannot_be(question: Question, span: ScoredSpan) -> bool:
    """Return whether an answer is none whoever is sure of it: a weekday for who, the height for the
    width, metres for how warm it is."""
    wanted, given = question.answer_type, span.span.type
    if wanted == "temperature" and given in ("distance", "money", "duration"):
        return True
    return _is_a_day(question, span) or _is_other_side(question.asks, span)


def _is_a_day(question: Question, span: ScoredSpan) -> bool:
    """Return whether an answer is days or months, where one asks who or where."""
    words = span.text.lower().replace(",", " ").split()
    return (
        bool(words)
        and question.asks in ("who", "where")
        and all(
            word.rstrip("s") in WEEKDAYS or word in MONTHS or word in ("and", "or", "to", "–")
            for word in words
        )
    )


def _is_time_of_deed(question: Question, span: ScoredSpan) -> bool:
    """Return whether an answer tells when something is done, where one asks what one does to
    something or with it ("what do I have to *bring*")."""
    given = span.span.type
    if question.answer_type != "phrase" or not (is_a(given, "date") or given == "hours"):
        return False
    norms = [token.norm for token in question.tokens]
    asked = norms[:1] == ["what"] and norms[1:2] != [] and norms[1] in _DOING
    return asked and _ON_DAYS.isdisjoint(norms)


def _is_of_theirs(question: Question, span: ScoredSpan) -> bool:
    """Return whether an answer only stands before what somebody has ("*dogs* need the landlord's
    consent"), where one asks who that is."""
    if tuple(token.norm for token in question.tokens[:3]) not in _HOLDERS:
        return False
    tokens, text = span.ranked.tokens, span.ranked.sentence.text
    held = [m for m in span.ranked.matches if question.terms[m.term].role != "name"]
    return bool(held) and all(
        span.span.end <= tokens[match.token].start
        and text[tokens[match.token].end :].startswith(("'s", "’s"))
        for match in held
    )


def _is_past(question: Question, span: ScoredSpan) -> bool:
    """Return whether an answer tells how long *ago* something was, where one asks for a length."""
    text = span.ranked.sentence.text
    ago = text[span.span.end :].lstrip().startswith("ago") or span.text.endswith(" ago")
    return ago and question.answer_type in ("distance", "size")


def _is_office_beside(question: Question, span: ScoredSpan) -> bool:
    """Return whether an answer is another office of a list ("the chair, the treasurer, *the
    secretary*"), where one asks who holds one."""
    if tuple(token.norm for token in question.tokens[:3]) not in _HOLDERS:
        return False
    words = span.text.removeprefix("the ")
    before = span.ranked.sentence.text[: span.span.start].rstrip().removesuffix("the").rstrip()
    listed = before.endswith((",", " and", " or"))
    return listed and words.islower() and not words.startswith(("a ", "an "))


def is_out_of_kind(wanted: str, span: ScoredSpan) -> bool:
    """Return whether an answer can be none to a question for a time whatever names it: a sum of
    money for how often, every Friday for a year."""
    if wanted not in _TIMES:
        return False
    given = span.span.type
    if wanted == "year" and not _has_figure(span) and is_numeric(given):
        return True
    if wanted == "duration" and given == "frequency":
        return True
    if wanted == "age" and is_a(given, "date"):
        return True
    return given in _NO_TIMES or (not is_numeric(given) and _is_sum(span))


def _is_sum(span: ScoredSpan) -> bool:
    """Return whether an answer is a sum of money with words around it ("from 2,400 euros")."""
    start, end, _, _ = span.span
    inside = [token for token in span.ranked.tokens if start <= token.start < end]
    numbers = [at for at, token in enumerate(inside) if token.kind == "number"]
    if not numbers or not 1 < len(inside) <= _SUM:
        return False
    from hegang_qa.text.units import currency  # a table that hardly any question needs

    beside = {other for at in numbers for other in (at - 1, at + 1) if 0 <= other < len(inside)}
    return any(currency(inside[at].norm) for at in beside)


def _is_other_side(asks: str, span: ScoredSpan) -> bool:
    """Return whether a figure is the length, where the depth is asked for ("50 metres long"), or
    how far something is, where its height is asked for ("11 km from the crater")."""
    side = SIDES.get(asks.rpartition(" ")[2])
    if side is None:
        return False
    sentence, cells = span.ranked.sentence, span.ranked.sentence.cells
    after = sentence.text[span.span.end :].split(maxsplit=1)[:1]
    label = SIDES.get(sentence.text[: sentence.cells[0].end].strip().lower()) if cells else None
    if label is not None and label != side:
        return True  # "Height | 9.6 cm" is not how wide it is
    behind = after[0].strip(".,;:)") if after else ""
    given = SIDES.get(behind)
    return (given is not None and given != side) or (side == _HIGH and behind in _AWAY)


def _counts_nothing(question: Question, span: ScoredSpan) -> bool:
    """Return whether a figure is a measure ("40 kW", of which turbines were asked), the number of a
    paragraph ("3.2 Hoses are"), or "one of"."""
    start, end, given, _ = span.span
    before, after = span.ranked.sentence.text[:start], span.ranked.sentence.text[end:]
    if _PRICE.fullmatch(span.text) or (not after[1:2].isalpha() and before.endswith(_LIMITS)):
        return True  # "a day costs 30.00", "members under twenty-one"
    if span.text.lower() == "one":
        return after.startswith(" of ")
    if not before and "." in span.text:
        return after[:1] == " " and after[1:2].isupper()
    if question.focus and (_is_unit(question.focus) or span.text.endswith(f" {question.focus}")):
        return False
    words = [word.rstrip(".,;:)") for word in after.lstrip(" -").split(" ", 2)[:2]]
    if question.focus in words[1:]:
        return False  # "14 stone bridges"
    word = words[0]
    return given in MEASURED or (given == "number" and _is_unit(word) and word not in _NO_UNITS)


def _is_unit(word: str) -> bool:
    from hegang_qa.text.units import currency, unit  # a table that hardly any question needs

    return any(
        found is not None
        for form in (word, word.removesuffix("s"))
        for found in (unit(form), currency(form))
    )


def in_other_unit(question: Question, text: str, start: int) -> bool:
    """Return whether a measure that begins at `start` of a text is in another unit than the one
    asked for, which the text has as well: "235 kilometres (146 mi)" for "how many miles"."""
    if question.asks != "how many" or not question.focus:
        return False
    from hegang_qa.text.units import is_in_other_unit  # a table that hardly any question needs

    return is_in_other_unit(question.focus, text, start)


def _is_measure(given: str) -> bool:
    return given in MEASURED or given in ("money", "percentage", "date", "year", "time", "hours")


def _has_figure(span: ScoredSpan) -> bool:
    start, end, _, _ = span.span
    return any(
        token.kind == "number" or token.norm in NUMBER_WORDS
        for token in span.ranked.tokens
        if start <= token.start < end
    )


def _is_echo(question: Question, span: ScoredSpan) -> bool:
    """Return whether an answer only says words of the question again, none was offered, and no list
    follows."""
    if span.ranked.sentence.text.endswith(":") or any(t.norm == "or" for t in question.tokens):
        return False
    own, (start, end, _, _) = span.ranked, span.span
    matched = {match.token for match in own.matches if match.how in BY_FORM}
    inside = [
        number
        for number, token in enumerate(own.tokens)
        if start <= token.start < end and token.kind != "mark" and token.norm not in FUNCTION_WORDS
    ]
    if len(inside) > 1 and own.tokens[inside[-1]].norm in KINDS_OF_PLACES:
        inside.pop()  # "Eastshire County" says no more than Eastshire
    return bool(inside) and matched.issuperset(inside)


def _is_other_kind(question: Question, span: ScoredSpan) -> bool:
    """Return whether a figure of one kind is given where one of another kind is asked for: a date
    for a time of day, days for money. What is known by other signs (dates in all their spellings,
    the way in hours) is left to the weights."""
    wanted, given = question.answer_type, span.span.type
    in_percent = span.text.endswith(("%", "percent", "per cent"))
    if given == "phone" and not question.asks.startswith("how"):
        return wanted != "phone" and question.focus != "number" and is_sure(wanted)
    if wanted == "money" and given == "percentage" and question.focus in _IN_PERCENT:
        return False
    behind = span.ranked.sentence.text[span.span.start : span.span.end + _BEFORE]
    if wanted in _TIMES and _RELATIVE.search(behind):
        return False  # "15 minutes before departure"
    if question.asks == "how long" and given == "distance":
        lasting = any(token.norm in _LASTING for token in question.tokens)
        return lasting or _is_other_side(question.asks, span)
    if wanted == "duration" and (_YEARS.fullmatch(span.text) or span.text.startswith("within ")):
        return False  # "from 1988 to 1995", "within two months"
    if wanted in ("quantity", "count") and given == "percentage" and not in_percent:
        return False  # "a majority of two thirds", "three quarters of the animals"
    if wanted == "percentage" and question.asks == "how much" and is_numeric(given):
        return False  # "by two metres"
    if wanted in ("time", "hours") and question.asks == "when" and given == "date":
        return not _has_figure(span)  # "entries close on 30 April"
    if wanted == "person-description" and given == "person":
        return True  # who somebody is is told by no other name
    if question.asks == "when" and any(term.word == "born" for term in question.terms):
        placed = span.text.rpartition(" ")[2][:1].isupper() and not is_a(given, "date")
        return placed and not _has_figure(span)  # "born at Norwich"
    if question.asks in ("who", "where"):
        # "Payments of more than 500 euros" are nobody, and "at 55 percent" is nowhere.
        last = span.text.rpartition(" ")[2]
        if _is_a_day(question, span):
            return True
        return is_numeric(given) or (_has_figure(span) and (in_percent or _is_unit(last)))
    if wanted in _WRITTEN and not agrees(given, wanted) and _is_measure(given):
        return True
    if wanted == "distance" and given in _NO_LENGTHS:
        return True
    if wanted == "distance" and given == "duration" and question.asks in _LENGTHS:
        return True
    if is_out_of_kind(wanted, span):
        return True
    if wanted == "count" and _counts_nothing(question, span):
        return True
    if _is_other_side(question.asks, span):
        return True
    if not is_sure(wanted) or agrees(given, wanted):
        return False
    if is_numeric(given) and any(term.word in ANY_FIGURE for term in question.terms):
        return False
    if not is_sure(given):
        if wanted == "size":
            return is_a(given, "entity") and not _has_figure(span)
        if wanted == "count":
            return not _has_figure(span) and _MANY.isdisjoint(span.text.lower().split())
        if wanted == "frequency":
            return is_a(given, "entity") and not _has_figure(span)
        if wanted == "money" and question.asks == "what" and question.focus is None:
            return False  # "what did they pay": cloth
        return wanted in _WITH_FIGURES and not _has_figure(span)
    if wanted in ("time", "hours") and given == "number":
        return False  # "at nine"
    if wanted == "time" or (wanted == "count" and given in _NO_COUNTS):
        return True
    return not is_a(wanted, given) and not any(is_a(wanted, kind) for kind in _LOOSE_KINDS)
