"""What kind of thing a noun phrase stands for, as far as a lexicon and its form tell."""

from __future__ import annotations

import re

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.grammar import CONTENT, Phrase, Word, tag
from hegang_qa.conversation.words import THINGS, TIME_NOUNS, TIMES, WordBook
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["kind_of_words", "looks_plural", "suits_who"]

# Kinds whose noun is often the last word of a name ("... Airport", "... River"). Surnames are
# often nouns of other kinds.
_NAMING = (
    "building", "river", "lake", "mountain", "island", "street", "organisation", "country",
    "state", "city", "award", "event", "language", "currency", "device",
)  # fmt: skip

# Kinds of which a single capitalised word may be taken for a name.
_NAMED = ("person", "language", "nationality", "religion")

_TIMES = (("month",), ("weekday",), ("year",))

_YEAR = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})\b")


def kind_of_words(words: tuple[Word, ...], phrase: Phrase, lexicon: WordBook) -> str:
    """Return the answer type a noun phrase stands for, "" where nothing tells."""
    head = words[phrase.head]
    if head.tag == "num":
        return "year" if _YEAR.fullmatch(head.text) else "number"
    if head.norm in TIME_NOUNS or head.norm in TIMES:
        return "date"
    if head.norm in THINGS or (head.norm.endswith("s") and head.norm[:-1] in THINGS):
        return "device"
    classes = lexicon.classes(head.norm)[:1]
    if classes and classes[0] in ("weekday", "month"):
        return classes[0]
    if phrase.name and phrase.last - phrase.first == 1:
        told = [c for c in lexicon.classes(head.norm) if c in ("language", "nationality")]
        if told:
            return told[0]
    classes = tuple(c for c in classes if not _is_measure(c))
    if phrase.name and classes:
        # A capital letter on a common word: only what is mostly a name is taken at its word.
        kind = classes[0]
        if phrase.last - phrase.first == 1:
            named = (is_a(kind, "place") and kind != "building") or kind in _NAMED
            return kind if named else ""
        return kind if any(is_a(kind, sort) for sort in _NAMING) else ""
    return classes[0] if classes else ""


def _is_measure(kind: str) -> bool:
    """A budget has an amount but is a thing: its kind says nothing about what it can be."""
    return any(is_a(kind, measure) for measure in ("number", "date", "time", "ordinal"))


def looks_plural(noun: str) -> bool:
    """Return whether a common noun has the form of a plural."""
    return noun in ("people", "men", "women", "children", "police", "staff") or (
        noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    )


def suits_who(answer: str, lexicon: WordBook) -> bool:
    """Return whether an answer can be whom "who" asks for: a date or a number cannot."""
    words = [w for w in tag(answer, lexicon, inside=True) if w.tag in CONTENT]
    others = [w for w in words if w.tag != "num" and lexicon.classes(w.norm)[:1] not in _TIMES]
    numbers = any(w.tag == "num" or w.norm in NUMBER_WORDS for w in words)
    people = any(
        is_a(kind, "person")
        for w in others
        for form in (w.norm, *lexicon.lemmas(w.norm)[:1])
        for kind in lexicon.classes(form)[:1]
    )
    return people or any(w.tag == "name" for w in others) or (bool(others) and not numbers)
