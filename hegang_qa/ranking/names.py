"""The name of a thing of which one asks what it is or does, and where texts write such a name: over
what they say of it, before it as the option that it is, or as the title of all of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hegang_qa.documents.patterns import lazy
from hegang_qa.documents.reading import title_from_path
from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize

__all__ = [
    "Name",
    "behind_options",
    "is_field",
    "is_mere_name",
    "is_name_of_all",
    "is_prose",
    "name_asked_about",
    "names_its_subject",
    "stands_under",
]

Name = frozenset[str]
"""The stems of a name, but for what only says what sort of thing it is; of an option that is one
letter, that with its dash as it is written ("-k")."""

_ASKING = frozenset("definition action purpose description".split())
# What may stand beside the name of a thing, in a question or a heading.
_SORTS = frozenset(
    "argument arguments attribute class command directive field flag function key keyword method "
    "module option options parameter property setting statement subcommand switch variable".split()
)
_BEFORE_NAMES = frozenset(
    "about introducing introduction understanding overview explained basics definition".split()
)
# Headings that only say that what stands over them is told now.
_BARE = frozenset(
    "about background description general introduction overview purpose summary synopsis".split()
)
_PARTS = " > "
_NUMBER = lazy(r"^[\d.]+[.)]?\s+|\s*\(\d\w?\)$")
_LETTER = lazy(r"[\s`*]*(-\w)[\s`*]*")
# "-m, --max-time <seconds>", and what parts it from what is told.
_OPTIONS = lazy(
    r"[ `*\t]*((?:[`*]*--?[\w?][\w.-]*[`*]*(?:[ =][`*]*[<\[]?[\w.:|-]+[>\]]?[`*]*)?,?\s?)+?)"
    r"(?:[ \t]*\n\s+|:\s+|\s[–—-]\s+|\s{2,}|$)"
)
_ARGUMENT = lazy(r"(?<=[\w`*])[ =][`*]*[<\[]?[\w.:|-]+[>\]]?[`*]*\s*$")
_SUBJECT = lazy(r"\W*(?:the |an? )?(.{1,60}?)\W*\s(?:is|are)\s+(?:an?|the|one)\s", re.IGNORECASE)
_FIELD = lazy(r"[\w /-]{1,24}:\s")
# No prose: directives, badges, links, what introduces a list.
_APPARATUS = lazy(r"^\s*(?:\.\.|[:|!<\[])|https?://\S+$|:$")
_WORDS = 4
_SHORT = 60  # letters of a line that is a name and nothing else


def name_asked_about(question: Question) -> Name:
    """Return the name of the thing of which one asks what it is, does, means or is for; an empty
    one where something else is asked."""
    match = question.match
    if match is None or len(match.slots) != 1:
        return frozenset()
    (slot,) = match.slots.values()
    if match.answer not in _ASKING and slot.text.split()[-1:][0].lower() not in _SORTS:
        return frozenset()
    if len(slot.text) == 1 and question.text[slot.start - 1 : slot.start] == "-":
        return frozenset((f"-{slot.text}",))
    return _name(slot.text)


def is_mere_name(name: Name, sentence: Sentence) -> bool:
    """Return whether a sentence is a name and nothing else: a heading, a term of a list, a line of
    options."""
    text = sentence.text
    if len(text) > _SHORT:
        return False
    return _name(text) == name or behind_options(name, text) == len(text)


def stands_under(name: Name, sentence: Sentence) -> bool:
    """Return whether a sentence is prose and stands under a heading that is a name, or in a list
    that it introduces; with nothing between but headings that say as much ("Description")."""
    if not is_prose(sentence):
        return False
    if sentence.lead and _name(sentence.lead) == name:
        return True
    above = [part for part in sentence.heading.split(_PARTS) if part.lower() not in _BARE]
    if above and above[-1]:
        return _name(above[-1]) == name
    return is_name_of_all(name, sentence)


def is_name_of_all(name: Name, sentence: Sentence) -> bool:
    """Return whether a sentence stands in a document that bears a name: by its title or its file's
    name."""
    return _name(sentence.title) == name or _name(title_from_path(sentence.path)) == name


def names_its_subject(name: Name, text: str) -> bool:
    """Return whether a sentence begins with a name and goes on with what it is ("X is a ...")."""
    subject = _SUBJECT.match(text)
    return subject is not None and _name(subject.group(1)) == name


def behind_options(name: Name, text: str) -> int:
    """Return where a text goes on behind options at its beginning of which one is a name ("-m,
    --max-time <seconds>" with its description on the next line, or behind a colon); 0 elsewhere."""
    if "-" not in text[:4]:
        return 0
    head = _OPTIONS.match(text)
    if head is None:
        return 0
    own = (_name(_ARGUMENT.sub("", one)) for one in head.group(1).split(","))
    return head.end() if name in own else 0


def is_field(sentence: Sentence) -> bool:
    """Return whether a sentence is a field with its value ("Default: 3"), and no prose."""
    return _FIELD.match(sentence.text) is not None


def is_prose(sentence: Sentence) -> bool:
    """Return whether a sentence is one, and no field, badge or line of code."""
    if sentence.kind not in ("paragraph", "item") or sentence.cells:
        return False
    if len(sentence.text.split()) < _WORDS or is_field(sentence):
        return False
    return _APPARATUS.search(sentence.text) is None


@lru_cache(maxsize=4096)
def _name(text: str) -> Name:
    if letter := _LETTER.fullmatch(text):
        return frozenset((letter.group(1),))
    words = [
        token
        for token in tokenize(_NUMBER.sub("", text))
        if token.kind != "mark" and token.norm not in FUNCTION_WORDS
    ]
    own = [token for token in words if token.norm not in _SORTS | _BEFORE_NAMES]
    return frozenset(token.stem for token in own or words)
