"""Sentences that say what something is or does because of where they stand: right under a heading
that is its name, behind the option that it is, or at the beginning of a document.

Manuals and references are written so. The sentence that answers "what does --quiet do" is the first
under "quiet", and seldom has a word of the question; lines of code beside it have all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from hegang_qa.index.protocol import Hit
from hegang_qa.question.model import Question
from hegang_qa.ranking.names import (
    Name,
    is_mere_name,
    is_name_of_all,
    is_prose,
    names_its_subject,
    stands_under,
    told_by_definition,
    told_in_entry,
)
from hegang_qa.sentences.model import Sentence, SentenceStore

__all__ = ["NOWHERE", "SEARCHED", "Defining", "asks_for_overview", "defining", "openings"]

SEARCHED = 240
"""How many sentences the index is asked for where one asks what something is: short lines that
have its name come before the sentence that tells it."""

NOWHERE = -1
"""Where what is told begins in a sentence that does not stand so."""

# Sentences looked at behind a name and before one, and those that are found at most.
_BEHIND = 12
_MOST = 12
_LISTED = ("-", "*", ":")
# Documents whose beginnings are told, and sentences at the beginning of each that are looked at.
_DOCUMENTS = 5
_BEGINNING = 40


class Defining(NamedTuple):
    """A sentence (its id) that says what something is or does; `begins` is where in its text, in
    code points, NOWHERE where it says so by its own form ("X is a ...")."""

    id: int
    begins: int


def defining(name: Name, hits: Sequence[Hit], store: SentenceStore) -> list[Defining]:
    """Return the sentences that say what the thing of a name is or does, among what the index has
    found and what stands there: at most a dozen."""
    found: dict[int, int] = {}
    documents: set[int] = set()
    for sentence in store.get([hit.id for hit in hits]):
        number, text = sentence.id, sentence.text
        begins = told_by_definition(name, text) or told_in_entry(name, sentence)
        if 0 < begins < len(text):
            found.setdefault(number, begins)
        elif names_its_subject(name, text):
            found.setdefault(number, NOWHERE)
        elif is_mere_name(name, sentence):
            beside = _of_document(sentence, store.get(range(number + 1, number + _BEHIND)))
            if sentence.kind != "heading" and beside and _is_set_in(beside[0], sentence):
                found.setdefault(beside[0].id, 0)  # a line of options or a term, and what it tells
            else:
                _add_first(found, name, beside)
        elif stands_under(name, sentence):
            _add_first(found, name, store.get(range(number - _BEHIND, number + 1)))
        elif is_name_of_all(name, sentence) and sentence.document not in documents:
            documents.add(sentence.document)
            for first in store.beginnings([sentence.document]):
                beside = store.get(range(first, first + _BEGINNING))
                _add_first(found, name, _of_document(sentence, beside))
        if len(found) >= _MOST:
            break
    return [Defining(number, begins) for number, begins in found.items()]


def _is_set_in(sentence: Sentence, line: Sentence) -> bool:
    """Return whether a sentence stands on a line below another, and further in; it begins with a
    capital but below what begins as an option does ("jobs:" in YAML is no term)."""
    is_key = line.kind == "code" and line.text.rstrip().endswith(":")
    is_option = line.text.lstrip().startswith(_LISTED) and not is_key
    is_told = line.kind != "code" and sentence.text.lstrip("`*([\"'")[:1].isupper()
    below = sentence.line > line.line and sentence.column > line.column
    return below and (is_option or is_told)


def _of_document(sentence: Sentence, others: Sequence[Sentence]) -> list[Sentence]:
    return [one for one in others if one.document == sentence.document]


def _add_first(found: dict[int, int], name: Name, beside: Sequence[Sentence]) -> None:
    """Add the first of some sentences that stands under a name."""
    first = next((one for one in beside if stands_under(name, one)), None)
    if first is not None:
        found[first.id] = 0


def asks_for_overview(question: Question) -> bool:
    """Return whether one asks what the documents are about."""
    return question.answer_type == "overview"


def openings(store: SentenceStore, documents: Collection[int] | None) -> list[Defining]:
    """Return the first sentences of the first documents (of `documents`, by their numbers, where
    they are given) that are prose, in reading order."""
    numbers = [number for number, path in enumerate(store.paths()) if path]
    if documents is not None:
        numbers = [number for number in numbers if number in documents]
    found = []
    for first in store.beginnings(numbers[:_DOCUMENTS]):
        beside = store.get(range(first, first + _BEGINNING))
        own = _of_document(beside[0], beside)
        told = next((one for one in own if is_prose(one)), own[0])
        found.append(Defining(told.id, 0))
    return found
