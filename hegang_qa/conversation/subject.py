"""Whom a question means by "she" where nothing was said before, and the only document is about one
person: "when was *she* born" of a text with the title "Clara Voss"."""

from __future__ import annotations

from hegang_qa.conversation.resolve import points_back
from hegang_qa.conversation.rewrite import rewrite
from hegang_qa.conversation.thread import Thread
from hegang_qa.conversation.words import WordBook
from hegang_qa.documents.reading import title_from_path
from hegang_qa.sentences.model import SentenceStore

__all__ = ["about_its_subject"]

_MOST = 20_000  # sentences of a single document; more are not looked at
_NAMES = range(2, 6)  # words of the name of a person
_PARTICLES = frozenset("of the de da di du van von der den la le al bin ibn".split())


def about_its_subject(
    question: str, store: SentenceStore, documents: frozenset[int] | None, lexicon: WordBook
) -> str:
    """Return a question with the person that the only document (of `documents`; None: of all) is
    about in the place of a pronoun that means nobody else; elsewhere as it is."""
    name = _subject(store, documents)
    if not name or not points_back(question, lexicon):
        return question
    done = rewrite(question, Thread(topic=name), lexicon=lexicon)
    return done.query if done.changed and not done.choices else question


def _subject(store: SentenceStore, documents: frozenset[int] | None) -> str:
    if len(store) > _MOST:
        return ""
    paths = store.paths()
    there = [n for n, path in enumerate(paths) if path and (documents is None or n in documents)]
    if len(there) != 1:
        return ""
    first = store.get(store.beginnings(there))
    title = first[0].title if first else ""
    if title == title_from_path(paths[there[0]]):
        return ""
    words = title.split()
    capital = all(word[:1].isupper() or word.lower() in _PARTICLES for word in words)
    return title if len(words) in _NAMES and capital and title.replace(" ", "").isalpha() else ""
