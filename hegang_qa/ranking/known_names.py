"""Names that a document gives once in full and then shortens or leaves out.

A life says "Hal Jones" in its first sentence and "Jones" or "he" ever after, and the rules of a
club do not name it in every paragraph. A name of the question that neither a sentence nor what
stands around it holds is known there all the same where its document opens with it, or holds it in
the same full name.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from hegang_qa.documents.reading import title_from_path
from hegang_qa.index.protocol import SentenceIndex, WeightedTerm
from hegang_qa.question.words import NUMBER_FORMS
from hegang_qa.ranking.model import BY_FORM
from hegang_qa.ranking.surroundings import Surroundings
from hegang_qa.ranking.views import QuestionView, held_terms, passing_view, sentence_view
from hegang_qa.sentences.model import Sentence, SentenceStore

__all__ = ["Known", "KnownNames"]

_DOCUMENTS = 3
"""How many documents are looked through for a question: those of the most promising sentences."""

_LOOKED_AT = 12
"""How many sentences of a document that hold a name are looked at; in so many it is everywhere."""

_OPENING = 2
"""Blocks at the beginning of a document that tell what it is about: a title and a paragraph."""

_PROSE = frozenset(("paragraph", "heading"))

_TELLING_APART = frozenset("last next former previous new old other same only own".split())
"""What says that there are several of the kind, of which the document is about one at most."""

_APART = 2
"""How far apart two words of a name stand at most ("Manfred of Elz"), in tokens."""


class Known(NamedTuple):
    """Sets of question terms (one bit a term): those that the document of a sentence is about, and
    those that are known there by another part of their name."""

    about: int = 0
    in_full: int = 0


class KnownNames:
    """The names of one question, and the documents where they are known."""

    def __init__(self, view: QuestionView, index: SentenceIndex, store: SentenceStore) -> None:
        self._view = view
        self._index = index
        self._store = store
        self._names = view.roles["name"]
        self._titled = self._names
        terms = view.question.terms
        for number, (one, after) in enumerate(pairwise(terms)):
            # "Queen Isolde"
            if one.role == "noun" and after.role == "name" and after.token == one.token + 1:
                self._titled |= 1 << number
        self._definite = self._definite_nouns()
        self._titled |= self._definite
        self._no_names = view.roles["verb"] | view.roles["number"]
        self._documents: set[int] = set()
        self._files: dict[str, int] = {}
        self._holders: dict[tuple[int, int], list[Sentence]] = {}

    def around(self, sentence: Sentence, around: Surroundings) -> Known:
        """Return the terms that are known in a sentence, and that it does not hold, nor the text
        around it."""
        held = around.own | around.before | around.after | around.others | around.above
        open_terms = ~(held | around.heads)
        file = self._of_file(sentence.path) & open_terms
        missing = self._titled & open_terms & ~file
        if not missing:
            return Known(file)
        if sentence.document not in self._documents:
            if len(self._documents) >= _DOCUMENTS:
                return Known(file)
            self._documents.add(sentence.document)
        about, in_full = file, 0
        # Of a row or an item, the other ones tell nothing.
        prose = sentence.kind == "paragraph"
        for number in range(missing.bit_length()):
            if not missing >> number & 1:
                continue
            holders = self._holding(sentence.document, number)
            opens = any(o.block < _OPENING and o.block != sentence.block for o in holders)
            everywhere = prose and len(holders) >= _LOOKED_AT
            if (self._names >> number & 1 and (opens or everywhere)) or (
                self._definite >> number & 1 and prose and opens
            ):
                about |= 1 << number
            elif prose and any(
                around.own >> beside & 1 and self._stand_together(number, beside, holders)
                for beside in (number - 1, number + 1)
                if beside >= 0
            ):
                in_full |= 1 << number
        return Known(about, in_full)

    def _definite_nouns(self) -> int:
        """Return the nouns behind an article ("*the pianist*'s father"): in a document that opens
        with one ("... was a Polish pianist") it is known who that is."""
        question = self._view.question
        norms = [token.norm for token in question.tokens]
        return sum(
            1 << number
            for number, term in enumerate(question.terms)
            if term.role == "noun" and _is_definite(norms, term.token)
        )

    def _of_file(self, path: str) -> int:
        """Return the terms that the name of a file holds: who asks may know the files."""
        held = self._files.get(path)
        if held is None:
            named = held_terms(self._view, passing_view(title_from_path(path)))
            held = self._files[path] = named & ~self._no_names
        return held

    def _holding(self, document: int, number: int) -> list[Sentence]:
        place = document, number
        if place not in self._holders:
            forms = [WeightedTerm(form) for form in self._forms(number)]
            hits = self._index.search(forms, limit=_LOOKED_AT, documents=(document,)).hits
            found = self._store.get([hit.id for hit in hits])
            self._holders[place] = [one for one in found if one.kind in _PROSE]
        return self._holders[place]

    def _stand_together(self, number: int, beside: int, holders: Sequence[Sentence]) -> bool:
        """Return whether two words of a name in the question are one somewhere in the document."""
        terms = self._view.question.terms
        step = terms[beside].token - terms[number].token
        if abs(step) > _APART or terms[beside].role != "name":
            return False
        own, others = self._forms(number), self._forms(beside)
        for sentence in holders:
            places = sentence_view(sentence.text).places
            here = {at for form in own for at in places.get(form, ())}
            there = {at for form in others for at in places.get(form, ())}
            if any(at + step in there for at in here):
                return True
        return False

    def _forms(self, number: int) -> list[str]:
        forms = self._view.question.terms[number].expansions
        return [form for form, how, _ in forms if how in BY_FORM]


def _is_definite(norms: Sequence[str], noun: int) -> bool:
    """Return whether "the" stands before a noun, or before it and a word that tells its kind ("the
    *chess* club")."""
    if norms[max(0, noun - 1) : noun] == ["the"]:
        return True
    kind = norms[noun - 1] if noun else ""
    named = kind not in _TELLING_APART and kind not in NUMBER_FORMS
    return named and norms[max(0, noun - 2) : noun - 1] == ["the"]
