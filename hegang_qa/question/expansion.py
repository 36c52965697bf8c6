"""Under which other forms a word of the question may stand in the documents.

Every form is only worth looking for when the collection holds it, so all of them are checked
against the index in one look-up.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.question.irregular import irregular_forms, measure_forms
from hegang_qa.question.model import Expansion, ExpansionKind
from hegang_qa.question.words import (
    DAY_FORMS,
    FUNCTION_WORDS,
    MONTH_FORMS,
    NUMBER_FORMS,
    OF_THEIR_OWN,
    UNIT_FORMS,
    ordinal_figure,
)
from hegang_qa.text.numbers import ordinal_place
from hegang_qa.text.tokens import Token, TokenKind, stem

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Word", "expand", "graded"]

# The most forms kept for one word of the question, beside its own.
MAX_FORMS = 22

# What a match by each relation is worth when the lexicon is sure of it; its doubts count by their
# root, for a word that stands in the same document is likelier to be the one meant. The order is
# that of Moldovan et al., "The structure and performance of an open-domain question answering
# system" (2000): morphological, lexical, semantic alternations; the learned ranking weighs the
# kinds anew.
_WORTH: dict[str, tuple[ExpansionKind, float]] = {
    "derivation": ("related", 0.75),
    "synonym": ("synonym", 0.7),
    "demonym": ("related", 0.8),
    "measure": ("related", 0.55),
    "hyponym": ("related", 0.5),
    "hypernym": ("related", 0.3),
}
_INFLECTION = 0.95
_MEASURE = 0.8
_DAYS_OF_MONTH = 31
# "Thicker than 3 cm" says what is too thick.
_GRADED = 0.8
_ADJECTIVE_FROM = 0.4
_COMPOUND = 0.55
_COMPOUND_PART = 0.5

# What documents have in place of an everyday word: the same, and what is near.
_SAME = 0.68
_NEAR = 0.42

# What is taken from the cosine of words used of the same matters: none is worth a synonym.
_KINDRED = 0.3

# What both the lexicon has as near in meaning and texts use of the same matters ("picture" and
# "image") is worth as much of the cosine.
_MEANING = frozenset(("synonym", "hyponym"))
_AGREED_FROM = 0.6
_AGREED = 0.75

_LONG_ENOUGH_TO_JOIN = 4


_Add: TypeAlias = Callable[[str, ExpansionKind, float], None]
_Forms: TypeAlias = dict[str, tuple[ExpansionKind, float]]

# So many words are kept with the forms that English knows of them.
_WORDS_KEPT = 2048


class Word(NamedTuple):
    """A word of the question before it is looked up."""

    token: Token
    terms: tuple[tuple[str, float], ...]
    capital: bool


def expand(
    word: Word,
    *,
    index: SentenceIndex,
    lexicon: Lexicon,
    with_meaning: bool = True,
    phrase: str | None = None,
) -> list[Expansion]:
    """Return the forms of a word beside its own, best first, at most `MAX_FORMS`.

    `with_meaning` is False for names: they have no synonyms worth looking for. `phrase` is the
    word with the one before it, when English may have a meaning for the two together.
    """
    token = word.token
    meant = phrase if with_meaning and phrase and lexicon.related(phrase) else None
    known = _known_forms(token.norm, token.kind, lexicon, with_meaning, bool(phrase), meant)
    own = {term for term, _ in word.terms}
    forms = {form: told for form, told in known if form not in own}
    if token.kind == "word":

        def add(term: str, how: ExpansionKind, weight: float) -> None:
            if term not in own:
                _add(forms, term, how, weight)

        _compounds(token, index, lexicon, add)
    return _held(forms, index)


def _add(forms: _Forms, term: str, how: ExpansionKind, weight: float) -> None:
    if term and forms.get(term, ("same", 0.0))[1] < weight:
        forms[term] = (how, weight)


_WRITTEN_OF = {
    "meeting": ("minutes",),
    "assembly": ("minutes",),
    "absent": ("apologies",),
    "attended": ("present",),
    "attend": ("present",),
}
"""What is written of an event stands for it: what the minutes say is of the meeting, and under
"Apologies" stand those who were absent."""


@lru_cache(maxsize=_WORDS_KEPT)
def _known_forms(
    norm: str,
    token_kind: TokenKind,
    lexicon: Lexicon,
    with_meaning: bool,
    in_phrase: bool,
    phrase: str | None,
) -> tuple[tuple[str, tuple[ExpansionKind, float]], ...]:
    """Return the forms of a folded word that English knows, whatever the collection holds, each
    with its relation and worth. `in_phrase` tells that a word stands before it that carries
    content; `phrase` are the two, where they mean something together."""
    forms: _Forms = {}
    add = partial(_add, forms)
    for other in NUMBER_FORMS.get(norm, ()):
        add(stem(other) if other.isalpha() else other, "synonym", 0.95)
    if token_kind == "number" and norm.isdigit():
        add(f"{norm}.00", "synonym", 0.95)  # of prices in tables
        if int(norm) <= _DAYS_OF_MONTH:
            add(ordinal_figure(int(norm)), "synonym", 0.95)  # "26 May" is the 26th
    elif token_kind == "number" and (day := ordinal_place(norm)) is not None:
        add(str(day), "synonym", 0.95)
    if token_kind != "word":
        return tuple(forms.items())
    dated = DAY_FORMS.get(norm.removesuffix("s"), ()) or MONTH_FORMS.get(norm, ())
    for other in (*UNIT_FORMS.get(norm, ()), *dated):
        add(stem(other), "synonym", 0.95)
    for other in OF_THEIR_OWN.get(norm, ()):
        add(stem(other), "related", _MEASURE)
    if norm in OF_THEIR_OWN:
        return tuple(forms.items())
    lemmas = lexicon.lemmas(norm)
    for lemma in (*lemmas, *irregular_forms(norm)):
        add(stem(lemma), "stem", _INFLECTION)
    for lemma in lemmas[:1]:
        for other in irregular_forms(lemma):
            add(stem(other), "stem", _INFLECTION)
    if lexicon.parts_of_speech(norm).get("adjective", 0.0) >= _ADJECTIVE_FROM:
        for ending in ("er", "est"):
            add(stem(graded(norm, ending)), "stem", _GRADED)
    for other in _WRITTEN_OF.get(norm, ()):
        add(stem(other), "related", _MEASURE)
    for other in measure_forms(norm):
        add(stem(other), "related", _MEASURE)
    if with_meaning:
        relations = lexicon.related(norm)
        grade = _grade(norm, lemmas[0]) if lemmas else ""
        for other, kind, nearness in (*relations, *(lexicon.related(phrase) if phrase else ())):
            worth = _WORTH.get(kind)
            if worth is None or other in FUNCTION_WORDS:
                continue
            last = other
            if " " in other:
                last = other.rpartition(" ")[2]
                if not in_phrase or last in FUNCTION_WORDS:
                    continue  # "take on" does not make "on" mean "take"
            how, most = worth
            weight = most * sqrt(nearness)
            add(stem(last), how, weight)
            if kind == "derivation" and last.endswith(("er", "or")):
                add(stem(f"{last}ship"), how, weight)  # "led": under her leadership
            for form in irregular_forms(last):  # "build", and so "built"
                add(stem(form), how, weight)
            if grade and kind == "synonym":
                add(stem(graded(last, grade)), how, weight)
        for other, is_same in lexicon.said_otherwise(norm):
            how, weight = ("synonym", _SAME) if is_same else ("near", _NEAR)
            for form in (other, *irregular_forms(other)):
                add(stem(form), how, weight)
        if kindred := lexicon.kindred(norm):
            # A contrary is used of the same matters, too.
            contrary = {
                stem(form)
                for word, kind, _ in relations
                if kind == "antonym"
                for form in (word, *irregular_forms(word))
            }
            near = {stem(word) for word, kind, _ in relations if kind in _MEANING}
            for other, cosine in kindred:
                how, weight = "kindred", cosine - _KINDRED
                if cosine >= _AGREED_FROM and stem(other) in near:
                    how, weight = "synonym", _AGREED * cosine
                for form in (other, *irregular_forms(other)):
                    if stem(form) not in contrary:
                        add(stem(form), how, weight)
    return tuple(forms.items())


def _grade(word: str, lemma: str) -> str:
    """Return "er" or "est" for a word that is its lemma with that ending ("biggest": "big")."""
    return next((end for end in ("est", "er") if word != lemma and word == graded(lemma, end)), "")


def graded(word: str, ending: str) -> str:
    """Return an adjective with the ending of its comparative or superlative."""
    if word.endswith("e"):
        return word + ending[1:]
    if word.endswith("y") and len(word) > 2:
        return f"{word[:-1]}i{ending}"
    if len(word) == 3 and word[1] in "aeiou" and word[2] not in "aeiouwxy":
        return word + word[2] + ending
    return word + ending


def _compounds(token: Token, index: SentenceIndex, lexicon: Lexicon, collect: _Add) -> None:
    """Add the closed compounds of the collection that begin with the word, and its own parts."""
    norm = token.norm
    if not norm.isalpha() or len(norm) < _LONG_ENOUGH_TO_JOIN:
        return
    for whole in index.has_prefix(norm, limit=12):
        rest = whole[len(norm) :]
        if len(rest) >= 3 and stem(whole) != token.stem and _is_word(rest, lexicon):
            collect(stem(whole), "compound", _COMPOUND)
    if head := _first_part(norm, lexicon):
        collect(stem(head), "compound", _COMPOUND_PART)


@lru_cache(maxsize=_WORDS_KEPT)
def _first_part(norm: str, lexicon: Lexicon) -> str:
    """Return the first of the two words that a closed compound is made of, "" for no compound."""
    if len(norm) >= 2 * _LONG_ENOUGH_TO_JOIN - 1 and not lexicon.lemmas(norm):
        return ""
    for cut in range(len(norm) - 3, 3, -1):
        head, tail = norm[:cut], norm[cut:]
        if len(tail) >= 3 and _is_word(head, lexicon) and _is_word(tail, lexicon):
            return head
    return ""


def _is_word(word: str, lexicon: Lexicon) -> bool:
    shares = lexicon.parts_of_speech(word)
    return bool(shares) and shares.get("noun", 0.0) > 0.3


def _held(forms: dict[str, tuple[ExpansionKind, float]], index: SentenceIndex) -> list[Expansion]:
    """Return the forms that some sentence holds, best first."""
    if not forms:
        return []
    terms = list(forms)
    held = [
        Expansion(term, *forms[term])
        for term, frequency in zip(terms, index.document_frequencies(terms), strict=True)
        if frequency
    ]
    held.sort(key=lambda form: -form.weight)
    return held[:MAX_FORMS]
