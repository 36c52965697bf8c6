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
from hegang_qa.text.entries import entry_of, spellings
from hegang_qa.text.tokens import stem, tokenize

__all__ = [
    "SORTS",
    "Name",
    "is_field",
    "is_mere_name",
    "is_name_of_all",
    "is_prose",
    "name_asked_about",
    "name_of",
    "names_its_subject",
    "stands_under",
    "told_by_definition",
    "told_in_entry",
]

Name = frozenset[str]
"""The stems of a name, but for what only says what sort of thing it is; a single letter as it is
written, and with its dash ("-k"), as "-K" and "k" are others."""

_ASKING = frozenset("definition action purpose description".split())
SORTS = frozenset(
    "argument arguments attribute class command directive field flag function key keyword method "
    "module option options parameter property setting statement subcommand switch variable".split()
)
"""Nouns that may stand beside the name of a thing, in a question or a heading, and say what sort
of thing it is."""

_BEFORE_NAMES = frozenset(
    "about introducing introduction understanding overview explained basics definition".split()
)
# Headings that only say that what stands over them is told now.
_BARE = frozenset(
    "about background description general introduction overview purpose summary synopsis".split()
)
# What is told by a number.
_OF_NUMBERS = frozenset(map(stem, "code codes error errors exit status signal".split()))
_PARTS = " > "
_NUMBER = lazy(r"^[\d.]+[.)]?\s+|\s*\(\d\w?\)$")
_CALL = lazy(r"(?<=\w)\(.*$")  # what a function is called with
_LETTER = lazy(r"[\s`*]*(-?\w)[\s`*]*")
_WITH_TYPE = lazy(r"[*\s-]*(\w+) +: +[^:]{1,60}\s*")  # "* leave : bool, optional"
_SUBJECT = lazy(
    r"\W*(?:the |an? )?(.{1,60}?)(?:\s\([^()]{1,60}\))?\W*\s(?:is|are)\s+(?:an?|the|one)\s",
    re.IGNORECASE,
)
_DEFINITION = lazy(
    r"(?:[\d.]+\s+)?(?:to |the |an? |each )?[\"“]([^\"”]{1,50})[\"”](?: \([^()]*\))?"
    r"(?:\s[\w' ]{0,40}?)?\s+(?:means|refers\s+to|denotes|shall\s+mean)\s+",
    re.IGNORECASE,
)
_FIELD = lazy(r"[\w /-]{1,24}:\s")
# No prose: directives, badges, links, what introduces a list.
_APPARATUS = lazy(r"^\s*(?:\.\.|[:|!<\[])|https?://\S+$|:$")
_WORDS = 4
_CALLED = 3  # words
_SHORT = 60  # letters of a line that is a name and nothing else


def name_asked_about(question: Question) -> Name:
    """Return the name of the thing of which one asks what it is, does, means or is for; an empty
    one where something else is asked."""
    match = question.match
    if match is None or len(match.slots) != 1:
        return frozenset()
    (slot,) = match.slots.values()
    if match.answer not in _ASKING and slot.text.split()[-1:][0].lower() not in SORTS:
        return frozenset()
    dash = "-" if question.text[slot.start - 1 : slot.start] == "-" else ""
    return name_of(dash + slot.text)


def is_mere_name(name: Name, sentence: Sentence) -> bool:
    """Return whether a sentence is a name and nothing else: a heading, a term of a list, a line of
    options."""
    text = sentence.text
    if len(text) > _SHORT:
        return False
    if name_of(text) == name or told_in_entry(name, sentence) == len(text):
        return True
    if typed := _WITH_TYPE.fullmatch(text):
        return name_of(typed.group(1)) == name
    if len(text.split()) > _CALLED:
        return False
    # "w(here)", and a name with what it is called with ("unalias name").
    called = [*spellings(text), *text.split()[:1]]
    return any(name in map(name_of, spellings(one)) for one in called)


def stands_under(name: Name, sentence: Sentence) -> bool:
    """Return whether a sentence is prose and stands under a heading that is a name, or in a list
    that it introduces; with nothing between but headings that say as much ("Description")."""
    if not is_prose(sentence):
        return False
    if sentence.lead and name_of(sentence.lead) == name:
        return True
    above = [part for part in sentence.heading.split(_PARTS) if part.lower() not in _BARE]
    if above and above[-1]:
        return name_of(above[-1]) == name
    return is_name_of_all(name, sentence)


def is_name_of_all(name: Name, sentence: Sentence) -> bool:
    """Return whether a sentence stands in a document that bears a name: by its title or its file's
    name."""
    return name_of(sentence.title) == name or name_of(title_from_path(sentence.path)) == name


def names_its_subject(name: Name, text: str) -> bool:
    """Return whether a sentence begins with a name and goes on with what it is ("X is a ...")."""
    subject = _SUBJECT.match(text)
    return subject is not None and name_of(subject.group(1)) == name


def told_by_definition(name: Name, text: str) -> int:
    """Return where a text goes on behind the word by which it defines a name that it quotes ('To
    "propagate" a work means *to do anything ...*'); 0 elsewhere."""
    found = _DEFINITION.match(text) if '"' in text[:12] or "“" in text[:12] else None
    if found is None or name_of(found.group(1)) != name or text.rstrip().endswith(":"):
        return 0
    return found.end()


def told_in_entry(name: Name, sentence: Sentence) -> int:
    """Return where a sentence goes on behind its name, where it is the entry of that name ("-m,
    --max-time <seconds>" with its description, a key and what it does), as far as the heading does
    not say the rest of it ("exit code 6" under "Exit codes"); 0 elsewhere."""
    text = sentence.text
    if len(sentence.cells) == 2:
        first, last = sentence.cells
        head = text[first.start : first.end]
        options = entry_of(head)
        spelled = options.names if options is not None else (head,)
        return last.start if name in map(name_of, spelled) else 0
    entry = None if sentence.cells else entry_of(text)
    if entry is None:
        return 0
    names = [name_of(one) for one in entry.names]
    if name in names:
        return entry.tells
    above = name_of(sentence.heading.rpartition(_PARTS)[2])
    rest = name - above - _OF_NUMBERS
    numbered = all(part.isdigit() for part in rest) or not _OF_NUMBERS & name
    return entry.tells if rest and rest != name and rest in names and numbered else 0


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
def name_of(text: str) -> Name:
    """Return the name that a text is: see `Name`."""
    if letter := _LETTER.fullmatch(text):
        return frozenset((letter.group(1),))
    words = [
        token
        for token in tokenize(_CALL.sub("", _NUMBER.sub("", text)))
        if token.kind != "mark" and token.norm not in FUNCTION_WORDS
    ]
    own = [token for token in words if token.norm not in SORTS | _BEFORE_NAMES]
    return frozenset(token.stem for token in own or words)
