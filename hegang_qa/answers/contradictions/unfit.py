"""Answers that cannot be of the kind asked for, whatever speaks for their place: what names nobody
for who, a part of a date for a measure, no time for how long, a mere place for why."""

from __future__ import annotations

from hegang_qa.answer_types import agrees, is_a
from hegang_qa.answers.candidates.analysis import Analysis, WordKnowledge
from hegang_qa.answers.candidates.finders.money import PAYING
from hegang_qa.answers.hints.contrast import excluded
from hegang_qa.answers.mismatch import MEASURED
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.question.model import Question
from hegang_qa.question.wording import asks_whom_to_call
from hegang_qa.text.words import MONTHS, NUMBER_WORDS, WEEKDAYS

__all__ = ["unfit"]

# What shows by its form that it is one.
_WRITTEN = ("email", "url", "coordinates")
# What can name somebody: names, nouns, pronouns, determiners ("both").
_SHORT_CELL = 2
_CALLED = frozenset(("called", "named"))
_OF_NAMES = frozenset(
    "name names named called calls call known after because since due so hence therefore means "
    "meaning nicknamed dubbed".split()
)
_WRITER = frozenset("i i'm i've i'd i'll me my".split())
_NAMING = frozenset("ENOHD")
# Words by which something is told to last, or to last until it ends.
_LASTING = frozenset(
    "until till while since throughout through during before after within by for than "
    "always never ever forever indefinitely permanently permanent temporarily temporary unlimited "
    "limit life lifetime lifelong long longer short brief briefly once soon immediately instantly "
    "second minute hour day night morning evening weekend week fortnight month quarter season term "
    "year decade century millennium age era period time moment summer winter spring autumn session "
    "semester noon midnight today tomorrow overnight same deadline end expiry eternity generation "
    "shift daily weekly monthly yearly annual annually no none not open".split()
)
# "Two days *after* the battle" is when, and lasts no two days.
_AWAY = frozenset("after later earlier ago".split())
# "Eleven years *younger*" is no age.
_APART = frozenset("younger older".split())
# "Lingers *for* eight months after" does.
_LASTING_FOR = frozenset("for long last lasts linger lingers remain remains stay stays".split())
_BEFORE = 4  # tokens
# What places something, and gives no reason for it ("as far as the lake").
_PLACING = frozenset(
    "at near as until till into onto between within above below beside behind outside "
    "inside".split()
)

_UNTIL = frozenset(("until", "till"))
_MEANWHILE = frozenset(("while", "when", "once", "during"))
_MARKS_AND_PLACING = frozenset(",.()P-")

# The words by which one asks for a price: that of a "cut-off" may be guessed, and be none.
_PRICING = PAYING | frozenset(
    "much fares rate ticket tickets free admission entry entrance".split()
)


def unfit(
    question: Question, span: ScoredSpan, analysis: Analysis, lexicon: WordKnowledge | None
) -> str:
    """Return in words why an answer cannot be what is asked for, "" where it can."""
    wanted, tokens = question.answer_type, analysis.tagged.tokens
    start, end, _, _ = span.span
    inside = [n for n, token in enumerate(tokens) if start <= token.start and token.end <= end]
    if not inside:
        return ""
    text = " ".join(span.text.split())
    if wanted in _WRITTEN and not agrees(span.span.type, wanted):
        return f'"{text}" is no {wanted}'
    written = "@" in text or any(c.isdigit() for c in text)  # an e-mail address is one, too
    if wanted == "address" and not (written or _has_capitals(text)):
        return f'"{text}" is no address'
    if wanted == "phone" and not any(char.isdigit() for char in text):
        return f'"{text}" is no number'
    called = span.span.type == "phone" and asks_whom_to_call(question)
    if question.asks in ("who", "whom") and not called and not _names_somebody(analysis, inside):
        return f'"{text}" names nobody'
    # At the beginning of a cell a capital makes no name.
    in_cell = any(start == cell.start for cell in span.ranked.sentence.cells)
    if question.asks == "who" and in_cell and lexicon and _is_mere_place(text, lexicon):
        return f'"{text}" names nobody'
    measured = any(is_a(wanted, kind) for kind in (*MEASURED, "money"))
    if measured and not agrees(span.span.type, wanted) and _is_of_a_date(analysis, inside):
        return f'"{text}" belongs to a date'
    if question.asks == "how old":
        behind = analysis.tagged.norms[inside[-1] + 1 : inside[-1] + 2]
        if behind and behind[0] in _APART and _APART.isdisjoint(t.norm for t in question.tokens):
            return f'"{text}" is how much {behind[0]}'
    if question.asks == "how long" and wanted == "duration":
        behind = analysis.tagged.norms[inside[-1] + 1 : inside[-1] + 2]
        lasting = not _LASTING_FOR.isdisjoint(
            analysis.tagged.norms[max(0, inside[0] - _BEFORE) : inside[0]]
        )
        away = bool(behind) and behind[0] in _AWAY and not lasting
        if away and _AWAY.isdisjoint(t.norm for t in question.tokens):
            return f'"{text}" is how long {behind[0]}'
    if question.asks == "how long" and wanted == "duration" and not _tells_time(analysis, inside):
        return f'"{text}" tells no time'
    if span.span.type == "money" and span.span.value == "0":
        if _PRICING.isdisjoint(token.norm for token in question.tokens):
            return f'"{text}" is a price'
        if other := _for_the_others(question, analysis, inside[-1] + 1):
            return f'it is so for "{other}"'
    if question.asks == "where" and _only_tells_when(analysis, inside):
        return f'"{text}" is no place'
    if wanted == "reason" and (
        (question.asks == "why" and _is_short_cell(span))
        or _is_no_naming(question, span)
        or _only_places(analysis, inside)
        or _beside_it(question, span, analysis, inside)
    ):
        return f'"{text}" tells no reason'
    return ""


def _is_short_cell(span: ScoredSpan) -> bool:
    """Return whether an answer is a cell of a word or two ("open"), which gives no reason."""
    return bool(span.ranked.sentence.cells) and len(span.text.split()) <= _SHORT_CELL


def _is_no_naming(question: Question, span: ScoredSpan) -> bool:
    """Return whether one asks why something is called so, and a sentence tells of no name."""
    if _CALLED.isdisjoint(token.norm for token in question.tokens):
        return False
    return _OF_NAMES.isdisjoint(token.norm for token in span.ranked.tokens)


def _for_the_others(question: Question, analysis: Analysis, end: int) -> str:
    """Return the "members" for whom an answer is, where one asks for "non-members", else ""."""
    others = excluded(token.stem for token in question.tokens)
    for token in analysis.tagged.tokens[end:] if others else ():
        if token.norm in ("non", "-", ",", ";", "."):
            return ""
        if token.stem in others:
            return token.norm
    return ""


def _has_capitals(text: str) -> bool:
    """Return whether a word has a capital that does not begin the text."""
    return any(word[:1].isupper() for word in text.split()[1:])


def _is_mere_place(text: str, lexicon: WordKnowledge) -> bool:
    """Return whether an answer is one common noun for a building or place ("Offices")."""
    word = text.casefold()
    classes = lexicon.classes(word)
    return (
        " " not in text
        and classes[:1] in (("building",), ("place",))
        and "person" not in classes
        and lexicon.parts_of_speech(word).get("noun", 0.0) == 1.0
    )


def _names_somebody(analysis: Analysis, inside: list[int]) -> bool:
    """Return whether any word could name somebody that is no part of a figure with its unit."""
    tags = analysis.tagged.tags
    figures = {
        at
        for found in analysis.typed
        if is_a(found.type, "number") or is_a(found.type, "date")
        for at in range(found.start, found.end)
    }
    if tags[inside[0]] == "M":
        return False  # "*will* write to the vicar"
    if analysis.tagged.norms[inside[0]] in _WRITER:
        return False  # whoever wrote that
    return any(tags[at] in _NAMING and at not in figures for at in inside) or not any(
        tags[at] in "#V" for at in inside
    )


def _is_of_a_date(analysis: Analysis, inside: list[int]) -> bool:
    """Return whether a figure is part of a longer date ("12" of "12 October 1908")."""
    low, high = inside[0], inside[-1] + 1
    durations = [found for found in analysis.typed if found.type == "duration"]
    return any(
        found.type == "date" and found.start <= low and high <= found.end
        for found in analysis.typed
        if found.end - found.start > high - low
        # "After 30 days" is no date of a calendar.
        and not any(found.start <= one.start and one.end <= found.end for one in durations)
    )


def _tells_time(analysis: Analysis, inside: list[int]) -> bool:
    tagged = analysis.tagged
    if any(
        (
            (is_a(found.type, "number") and not is_a(found.type, "money"))
            or is_a(found.type, "date")
            or is_a(found.type, "hours")
        )
        and found.start < inside[-1] + 1
        and inside[0] < found.end
        for found in analysis.typed
    ):
        return True
    return any(
        norm in _LASTING
        or norm.removesuffix("s") in _LASTING
        or norm in NUMBER_WORDS
        or norm in MONTHS
        or norm in WEEKDAYS
        or tagged.tags[at] == "#"
        for at in inside
        for norm in (tagged.norms[at],)
    )


def _only_tells_when(analysis: Analysis, inside: list[int]) -> bool:
    """Return whether an answer is nothing but a date, a day or a time."""
    times = {
        at
        for found in analysis.typed
        if is_a(found.type, "date") or found.type in ("time", "hours")
        for at in range(found.start, found.end)
    }
    from hegang_qa.answers.hints.opening import day_number  # only questions for places want it

    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    return all(
        at in times or day_number(norms[at]) or tags[at] in _MARKS_AND_PLACING for at in inside
    )


def _beside_it(question: Question, span: ScoredSpan, analysis: Analysis, inside: list[int]) -> bool:
    """Return whether what is asked about stands in a clause that only tells when ("*While it is
    repaired* there is no hot water"), and the answer beside it, or the answer tells until when
    ("closed *until they have looked at it*")."""
    norms = analysis.tagged.norms
    first = inside[0]
    if norms[first] in _UNTIL or norms[max(0, first - 1)] in _UNTIL:
        return True
    if norms[0] not in _MEANWHILE:
        return False
    verb = main_verb(question)
    at = next((m.token for m in span.ranked.matches if m.term == verb), -1)
    things = [m.token for m in span.ranked.matches if m.term != verb]
    # Behind the clause another one begins, with a comma or without.
    return 0 < at < first and all(thing < at for thing in things)


def _only_places(analysis: Analysis, inside: list[int]) -> bool:
    """Return whether an answer is a place after its preposition, without a verb."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    first = inside[norms[inside[0]] == "far"] if len(inside) > 1 else inside[0]
    return norms[first] in _PLACING and not any(tags[at] in "VKXMG" for at in inside)
