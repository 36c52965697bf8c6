"""What something is by the sentence that a document begins with: "Tarka is *a dark, salty paste of
beans*" before "Tarka is a good source of iron" further down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.noun_phrase import BE
from hegang_qa.ranking.names import (
    Name,
    is_prose,
    name_asked_about,
    name_of,
    names_its_subject,
)
from hegang_qa.results import Answer
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import PREPOSITIONS

if TYPE_CHECKING:
    from hegang_qa.question.model import Question
    from hegang_qa.sentences.model import Sentence, SentenceStore
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["with_first_definition"]

_LOOKED_AT = 8
_SURE = 0.6
_SURE_OF_ANOTHER = 0.9
"""How sure another sentence is, at least, that is left as it is."""
_OPENING = 3  # lines of a title, at most, before the first sentence
_IS = lazy(r"\s(?:is|are)\s+(?=(?:an?|the|one)\s)")
_END = lazy(r"[.;:(]|\s[—–-]\s|,\s")
_SHORTEST = 2  # words


def with_first_definition(asking: Asking, answer: Answer) -> Answer:
    """Return what the first sentence of a document says that the thing asked about is, where the
    answer is from further down in it or is cut within that; elsewhere the answer as it is."""
    name = name_asked_about(asking.question) or _named_by_article(asking.question)
    if not name:
        return answer
    if asking.least > _SURE or answer.confidence >= _SURE_OF_ANOTHER:
        return answer
    found = asking.found(answer) if answer.kind == "answer" else None
    if found is None and answer.kind == "answer":
        return answer
    for one in asking.ranked[:_LOOKED_AT]:
        own = one.sentence
        if found is not None and own.document != found.sentence.document:
            continue
        if not names_its_subject(name, own.text) or not _is_first(own, asking.store):
            continue
        span = _definition(own.text, asking.lexicon)
        if span is None or (
            found is not None and own.id == found.sentence.id and not _is_cut(answer, span)
        ):
            return answer
        return told_by(answer, own, own.text[slice(*span)], max(_SURE, answer.confidence), span)
    return answer


def _named_by_article(question: Question) -> Name:
    """Return the name of what is asked about by "what is the ...", an empty one elsewhere."""
    match = question.match
    is_what = any(token.norm in BE for token in question.tokens[1:2])
    if match is None or question.asks != "what" or len(match.slots) != 1 or not is_what:
        return frozenset()  # "what powers the pump"
    (slot,) = match.slots.values()
    words = [token.norm for token in tokenize(slot.text)]
    ends = not question.text[slot.end :].strip(" ?.!")
    return name_of(slot.text) if ends and PREPOSITIONS.isdisjoint(words) else frozenset()


def _is_cut(answer: Answer, span: tuple[int, int]) -> bool:
    """Return whether an answer is a few words of a definition, that ends at a comma within it."""
    own = answer.answer_span
    if own is None or answer.sentence is None or not span[0] <= own[0] < own[1] < span[1]:
        return False
    return answer.sentence[own[1]] == "," and len((answer.text or "").split()) <= _SHORTEST


def _is_first(sentence: Sentence, store: SentenceStore) -> bool:
    """Return whether nothing but a title stands before a sentence in its document."""
    (first,) = store.beginnings([sentence.document]) or (sentence.id,)
    if sentence.id - first > _OPENING or not is_prose(sentence):
        return False
    before = store.get(range(first, sentence.id))
    return all(one.kind == "heading" or not one.text.rstrip().endswith(".") for one in before)


def _definition(text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return where in a sentence it says what its subject is; a comma between adjectives does not
    end that."""
    begins = _IS.search(text)
    if begins is None:
        return None
    start = begins.end()
    at = start
    while (end := _END.search(text, at)) is not None and end.group().startswith(","):
        last = text[start : end.start()].rpartition(" ")[2].lower()
        parts = lexicon.parts_of_speech(last)
        if parts.get("adjective", 0.0) <= parts.get("noun", 0.0):
            break
        at = end.end()
    stop = end.start() if end is not None else len(text.rstrip())
    return (start, stop) if len(text[start:stop].split()) >= _SHORTEST else None
