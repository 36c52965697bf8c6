"""Sentences that say what something is or does because of where they stand: right under a heading
that is its name, or at the beginning of a document.

Manuals and references are written so. The sentence that answers "what does --quiet do" is the first
under "quiet", and seldom has a word of the question; lines of code beside it have all of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import lru_cache

from hegang_qa.documents.patterns import lazy
from hegang_qa.index.protocol import Hit
from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.tokens import tokenize

__all__ = [
    "SEARCHED",
    "asks_for_overview",
    "is_field",
    "is_under_its_name",
    "openings",
    "under_its_name",
    "what_is_asked_about",
]

SEARCHED = 240
"""How many sentences the index is asked for where one asks what something is: short lines that
have its name come before the sentence that tells it."""

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
_FIELD = lazy(r"[\w /-]{1,24}:\s")
# No prose: directives, badges, links, what introduces a list.
_APPARATUS = lazy(r"^\s*(?:\.\.|[:|!<\[])|https?://\S+$|:$")
_WORDS = 4
# Sentences looked at behind a heading, and around a hit in a document that bears the name.
_BEHIND = 12
_AROUND = 16
_MOST = 12
# Documents whose beginnings are told, and sentences at the beginning of each that are looked at.
_DOCUMENTS = 5
_BEGINNING = 40
# And that are passed over where others are asked for.
_MOST_PASSED = 500


def what_is_asked_about(question: Question) -> frozenset[str]:
    """Return the stems of the thing of which one asks what it is, does, means or is for; none where
    something else is asked."""
    match = question.match
    if match is None or len(match.slots) != 1:
        return frozenset()
    (slot,) = match.slots.values()
    if match.answer not in _ASKING and slot.text.split()[-1:][0].lower() not in _SORTS:
        return frozenset()
    return _name(slot.text)


def under_its_name(name: frozenset[str], hits: Sequence[Hit], store: SentenceStore) -> list[int]:
    """Return the ids of the first sentences under the headings that are a name, and at the head of
    the documents that bear it, among what the index has found."""
    found: list[int] = []
    seen: set[int] = set()
    for sentence in store.get([hit.id for hit in hits]):
        number = sentence.id
        if sentence.kind == "heading" and _name(sentence.text) == name:
            around = range(number + 1, number + _BEHIND)
        elif _name(sentence.title) == name and sentence.document not in seen:
            around = range(max(0, number - _AROUND), number + _AROUND)
        else:
            continue
        seen.add(sentence.document)
        beside = [one for one in store.get(around) if one.document == sentence.document]
        first = next((one for one in beside if is_under_its_name(name, one)), None)
        if first is not None and first.id not in found:
            found.append(first.id)
        if len(found) == _MOST:
            break
    return found


def is_under_its_name(name: frozenset[str], sentence: Sentence) -> bool:
    """Return whether a sentence is prose and stands under a heading, or in a document, that is a
    name, with nothing between but headings that say as much ("Description")."""
    if not name or not _is_prose(sentence):
        return False
    above = [part for part in sentence.heading.split(_PARTS) if part.lower() not in _BARE]
    return _name(above[-1] if above and above[-1] else sentence.title) == name


def asks_for_overview(question: Question) -> bool:
    """Return whether one asks what the documents are about."""
    return question.answer_type == "overview"


def is_field(sentence: Sentence) -> bool:
    """Return whether a sentence is a field with its value ("Default: 3"), and no prose."""
    return _FIELD.match(sentence.text) is not None


def openings(store: SentenceStore, documents: Collection[int] | None) -> list[int]:
    """Return the ids of the first sentences of the first documents (of `documents`, by their
    numbers, where they are given) that are prose, in reading order."""
    ids = store.ids()
    found: list[int] = []
    at = seen = 0
    while at < len(ids) and len(found) < _DOCUMENTS and seen < _MOST_PASSED:
        beside = store.get(ids[at : at + _BEGINNING])
        if not beside:
            break
        document = beside[0].document
        own = [one for one in beside if one.document == document]
        if documents is None or document in documents:
            told = [one for one in own if _is_prose(one)] or own
            found.append(told[0].id)
        seen += 1
        at = bisect_right(ids, document, lo=at, key=lambda one: _document_of(store, one))
    return found


def _document_of(store: SentenceStore, number: int) -> int:
    held = store.get([number])
    return held[0].document if held else -1


def _is_prose(sentence: Sentence) -> bool:
    """Return whether a sentence is one, and no field, badge or line of code."""
    if sentence.kind not in ("paragraph", "item") or sentence.cells:
        return False
    if len(sentence.text.split()) < _WORDS or is_field(sentence):
        return False
    return _APPARATUS.search(sentence.text) is None


@lru_cache(maxsize=4096)
def _name(text: str) -> frozenset[str]:
    """Return the stems of a name, without what only says what sort of thing it is."""
    words = [
        token
        for token in tokenize(_NUMBER.sub("", text))
        if token.kind != "mark" and token.norm not in FUNCTION_WORDS
    ]
    own = [token for token in words if token.norm not in _SORTS | _BEFORE_NAMES]
    return frozenset(token.stem for token in own or words)
