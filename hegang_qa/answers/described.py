"""Whether a word of the question says what kind of answer is wanted, and the answer is of that
kind: "which *river*", "how *long*", "the *phone* number of ...". Such words need not stand in a
text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hegang_qa.answer_types import agrees, is_a, is_numeric
from hegang_qa.answers.candidates.agreement import is_sure
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.nouns import NOUN_TYPES
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.text.tokens import stem
from hegang_qa.text.words import PRONOUNS

if TYPE_CHECKING:
    from hegang_qa.ranking.model import RankedSentence
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["ANY_FIGURE", "TRADES", "describes", "only_happens"]

# Types that say nothing about the form of the answer.
_OPEN = frozenset(("phrase", "entity", "name", "list", "description", "thing"))

# Types so broad that a noun within them says more.
_BROAD = frozenset(("organisation", "building", "event", "work", "product", "vehicle"))

# Types whose form alone shows that this is what was asked for, whatever it is called.
_EVIDENT = frozenset(
    (
        "phone email url version coordinates money temperature speed percentage weight area volume "
        "power address age hours path"
    ).split()
)

# Types of nouns that name what an amount is; "number" names any of the amounts.
_AMOUNTS = ("number", "quantity", "money", "percentage")
_MEASURED = (*_AMOUNTS, "date", "time", "hours")

ANY_FIGURE = frozenset("value values rate rates capacity capacities".split())
"""Nouns of which the figure may be of any kind: a value in seconds, a capacity in tonnes."""


# Nouns for what has a name of its own, mostly: what answers is one, and no text says so. The names
# of programs are often written small.
_ANY_THING = frozenset("tool tools software program programme app".split())
_ANY_KIND = frozenset(
    "place person company firm provider supplier vendor organisation organization".split()
)

TRADES = frozenset("occupation profession job trade career livelihood".split())
"""What a text tells of somebody, and seldom calls so; so are the next two of things."""
_TITLES = frozenset("title titles".split())
_MATTERS = frozenset("subject topic topics theme reason purpose cause aim motive".split())

# Who reads what is written for him.
_READERS = frozenset(
    "guest guests visitor visitors customer customers client clients tenant tenants member members "
    "passenger passengers participant participants user users".split()
)
_YOU = frozenset(("you", "your", "yours"))

# What an address of four numbers needs not be called.
_NETWORK = frozenset(("ip", "ipv4", "address"))
_ADDRESSES = ("address", "email", "url")
_IP = lazy(r"\d{1,3}(?:\.\d{1,3}){3}")

# What stands before or after those for whom a rule is asked.
_RULES = frozenset("can may must should allowed permitted admitted required obliged".split())

_HAPPENING = frozenset(
    "run runs running ran operate operates operated occur occurs occurred exist exists existed "
    "apply applies applied perform performed due done held".split()
)


# Whose hours are told, opens and closes by them.
_OPENING = frozenset("open opens opening close closes closing shut shuts".split())
_OPEN_HOURS = frozenset("open opens opening hours closed manned".split())


def _are_hours(span: ScoredSpan) -> bool:
    """Return whether an answer is a time of a sentence that tells when something is open."""
    ranked = span.ranked
    above = ranked.sentence.heading.lower().split()
    words = {token.norm for token in ranked.tokens} | set(above)
    return span.span.type in ("time", "hours", "date", "number") and bool(words & _OPEN_HOURS)


def only_happens(question: Question, word: str, span: ScoredSpan | None) -> bool:
    """Return whether a verb says no more than that something happens or is there ("when does the
    backup *run*"), and the answer is of the kind wanted, and known as such by its form."""
    wanted = question.answer_type
    return (
        word in _HAPPENING
        and span is not None
        and is_sure(wanted)
        and agrees(span.span.type, wanted)
    )


def describes(
    question: Question, number: int, span: ScoredSpan | None, lexicon: Lexicon | None
) -> bool:
    """Return whether a word of the question says what kind of answer is wanted, and the answer is
    of that kind ("which *river*", "how *long*", "the *phone* number of ...")."""
    if span is None:
        return False
    term = question.terms[number]
    if is_anybody(question, number, span.ranked, lexicon):
        return True
    wanted = question.answer_type
    if term.word in _OPENING and _are_hours(span):
        return True
    if term.word in _NETWORK and _IP.fullmatch(span.text):
        return True
    if term.word == "address" and span.span.type in _ADDRESSES:
        return True
    fits = wanted not in _OPEN and is_a(span.span.type, wanted)
    token = question.tokens[term.token]
    if token.norm in question.asks.split() and (fits or is_a(span.span.type, "number")):
        return True  # far by road can be told in hours
    if (
        fits
        and wanted in _EVIDENT
        and (not _in_slot(question, token.start) or _names_kind(question, term.token, wanted))
    ):
        return True
    if _is_measured(term.word, span, lexicon):
        return True
    if fits and wanted == "foreign-name" and lexicon is not None:
        # What is written in another script is not called "Chinese" besides.
        return "language" in lexicon.classes(token.norm)
    last = (span.text.split()[-1:] or [""])[0]
    if token.norm == question.focus and _is_attribute(term.word, span, last, lexicon):
        return True
    if not _is_class(question, term.token):
        return False
    named = (question.focus or "").rpartition(" ")[2]
    alike = bool(named) and stem(last.lower()) == stem(named.lower())
    if (fits or alike) and lexicon is not None and wanted in lexicon.classes(term.word):
        return wanted not in _BROAD  # "which *mountain* range"
    if term.role != "focus":
        return False
    if term.word in _ANY_KIND and not fits and _names_something(span):
        return wanted in (*_OPEN, *_BROAD, "place", "person")
    if term.word in _ANY_THING and span.span.type in ("phrase", "name", "entity"):
        # A common noun that is one was met above.
        return _names_something(span) or not (lexicon and lexicon.parts_of_speech(last.lower()))
    if stem(last.lower()) == token.stem or (lexicon is not None and lexicon.is_a(last, token.norm)):
        return True
    if lexicon is not None and any(
        token.kind == "word"
        and token.norm not in FUNCTION_WORDS
        and lexicon.classes(token.norm)[:1] == lexicon.classes(term.word)[:1]
        and (lexicon.is_a(token.norm, term.word) or lexicon.is_a(term.word, token.norm))
        for token in span.ranked.tokens
        if lexicon.classes(token.norm)
    ):
        return True  # "which server ...": "it is the only machine that ..."
    # An army is no university, though both are organisations.
    other = wanted in _BROAD and lexicon is not None and wanted in lexicon.classes(last.lower())
    return fits and not other


def is_anybody(
    question: Question, number: int, ranked: RankedSentence, lexicon: Lexicon | None
) -> bool:
    """Return whether a word of the question only says for whom a rule is asked ("where may
    *guests* smoke?") that a sentence gives for all ("smoking is allowed on the terrace only"), or
    to its reader."""
    term = question.terms[number]
    norms = [token.norm for token in question.tokens]
    if lexicon is None or question.asks in ("who", "whom", "") or term.role == "name":
        return False
    if term.word in _READERS and any(token.norm in _YOU for token in ranked.tokens):
        return True  # "at the guests' disposal": "at your disposal"
    beside = norms[max(0, term.token - 1) : term.token + 2]
    ends = term.token + 1 == len(norms)
    if ends or _RULES.isdisjoint(beside) or not _is_person(term.word, lexicon):
        return False
    return not any(
        token.norm in PRONOUNS or (token.kind == "word" and _is_person(token.norm, lexicon))
        for token in ranked.tokens
    )


def _is_attribute(word: str, span: ScoredSpan, last: str, lexicon: Lexicon | None) -> bool:
    """Return whether a word names what a text tells without naming it ("her *occupation*": "a
    painter", "the *subject* of his thesis": "on suspension bridges")."""
    if word in TRADES:
        return lexicon is not None and "person" in lexicon.classes(last.lower())
    if word in _TITLES:
        return _names_something(span)
    return word in _MATTERS and not is_numeric(span.span.type)


def _is_person(word: str, lexicon: Lexicon) -> bool:
    return lexicon.classes(word)[:1] == ("person",)


def _names_something(span: ScoredSpan) -> bool:
    """Return whether an answer holds a word whose capital makes a name of it."""
    text, start = span.ranked.sentence.text, span.span.start
    words = span.text.split() if start and not text[:start].endswith((". ", "! ", "? ")) else []
    return any(word[:1].isupper() for word in words)


def _is_measured(word: str, span: ScoredSpan, lexicon: Lexicon | None) -> bool:
    """Return whether a noun names what an amount or a date is ("limit", "duration", "deadline"),
    and the answer is one: texts seldom say both."""
    lemmas = lexicon.lemmas(word) if lexicon is not None else ()
    kind = next((NOUN_TYPES[noun] for noun in (word, *lemmas) if noun in NOUN_TYPES), None)
    if kind is None or not any(is_a(kind, measured) for measured in _MEASURED):
        return False
    given = span.span.type
    if word in ANY_FIGURE:
        kind = "number"
    return agrees(given, kind) or (kind == "number" and any(is_a(given, m) for m in _AMOUNTS))


def _names_kind(question: Question, at: int, wanted: str) -> bool:
    """Return whether a word, or two of which it is one, is a noun for the type that is wanted
    ("*mail address* for orders")."""
    norms = [token.norm for token in question.tokens]
    before, after = norms[max(0, at - 1) : at], norms[at + 1 : at + 2]
    names = (norms[at], " ".join([*before, norms[at]]), " ".join([norms[at], *after]))
    return any(NOUN_TYPES.get(name) == wanted for name in names)


def _in_slot(question: Question, at: int) -> bool:
    match = question.match
    if match is None:
        return True
    return any(slot.start <= at < slot.end for slot in match.slots.values())


def _is_class(question: Question, token: int) -> bool:
    """Return whether the word names the class of the answer: "which" or "what" stands before it
    with no verb between ("which old *bridge*"), and not what is asked about something."""
    before = [item.norm for item in question.tokens[:token]]
    if before and question.asks in ("which", "what") and before[0] not in FUNCTION_WORDS:
        before[0] = question.asks  # misspelled
    for word in reversed(before):
        if word in ("which", "what"):
            return True
        if word in FUNCTION_WORDS:
            return False
    return False
