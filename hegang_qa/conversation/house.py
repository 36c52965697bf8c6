"""Who a document is by is "you" to it: "does *Toolworks* deliver" is asked of its own pages as "do
*you* deliver", and "what does membership *of Toolworks* cost" without the name.
"""

from __future__ import annotations

import re

from hegang_qa.conversation.words import WordBook
from hegang_qa.sentences.model import SentenceStore
from hegang_qa.text.tokens import tokenize

__all__ = ["of_its_house"]

_MOST = 200  # documents; of more the titles are not looked at
_SHORTEST = 4
_BEGINNING = 60  # sentences
_SPOKEN = frozenset("we our us you your".split())
_OFTEN = 2
"""Sentences that speak so, at least."""
_TO_YOU = {"does": "do", "is": "are", "was": "were", "has": "have"}
_AUXILIARIES = "does|do|did|is|are|was|were|has|have|had|can|could|will|would|may|must|should"


def of_its_house(
    question: str, store: SentenceStore, documents: frozenset[int] | None, lexicon: WordBook
) -> tuple[str, str] | None:
    """Return a question without the name that the title of a document has, or with "you" for it,
    and the path of that document; None where no title has a name of the question, or several have.

    `documents` are those (their numbers) that are asked, None for all.
    """
    asked = [t for t in tokenize(question) if t.kind == "word" and _is_name(t.norm, lexicon)]
    if not asked:
        return None
    paths = store.paths()
    there = [n for n, path in enumerate(paths) if path and (documents is None or n in documents)]
    if len(there) > _MOST:
        return None
    found: dict[str, str] = {}
    for first in store.get(store.beginnings(there)):
        title = {token.norm for token in tokenize(first.title)}
        for token in asked:
            if token.norm in title:
                found[first.path] = token.text
    if len(found) != 1:
        return None
    ((path, name),) = found.items()
    text = _to_you(question, name)
    if text == question:
        return None
    number = next(n for n in there if paths[n] == path)
    return (text, path) if _speaks(store, number) else None


def _speaks(store: SentenceStore, document: int) -> bool:
    """Return whether a document speaks as "we" or to "you", by its beginning."""
    first = next(iter(store.beginnings([document])), None)
    begins = store.get(range(first, first + _BEGINNING)) if first is not None else []
    spoken = [
        one
        for one in begins
        if one.document == document and not _SPOKEN.isdisjoint(t.norm for t in tokenize(one.text))
    ]
    return len(spoken) >= _OFTEN


def _is_name(word: str, lexicon: WordBook) -> bool:
    """Return whether a word is one of no dictionary, as names of houses are."""
    known = lexicon.parts_of_speech(word) or lexicon.lemmas(word) or word.removesuffix("s") != word
    return len(word) >= _SHORTEST and not known


def _to_you(question: str, name: str) -> str:
    """Return a question to a house itself; as it is where the name stands elsewhere in it."""
    said = re.escape(name)
    behind = rf"\s+(?:of|at|in|from|with|for|by|to)\s+(?:the\s+)?{said}\b(?!['’])"
    text = re.sub(behind, "", question, flags=re.IGNORECASE)
    whether = re.match(_AUXILIARIES, question.strip(), re.IGNORECASE)
    if text != question and not whether:  # "was there a fire" may be answered by any fire
        return text
    text = re.sub(rf"\b{said}['’]s\b", "your", question, flags=re.IGNORECASE)
    if text != question:
        return text
    subject = re.compile(rf"\b({_AUXILIARIES})\s+(?:the\s+)?{said}\b(?=\s+\w)", re.IGNORECASE)

    def you(held: re.Match[str]) -> str:
        return f"{_TO_YOU.get(held[1].lower(), held[1].lower())} you"

    return subject.sub(you, question, count=1)
