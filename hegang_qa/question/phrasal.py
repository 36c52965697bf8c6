"""Verbs with a particle that mean what one word does, and the other way about: what is called *off*
is cancelled, and what was abandoned was given *up*.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import TYPE_CHECKING

from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.question.irregular import irregular_forms
from hegang_qa.question.model import Expansion
from hegang_qa.question.phrasings import particle_of
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.text.tokens import Token, stem, stem_once

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["phrasal_verbs"]

_PARTICLES = frozenset(
    "up down out off over on in away back after around through along apart".split()
)
_MEANING = frozenset(("synonym", "hypernym"))
_WORTH = 0.75
_OTHER_WAY = 0.65
_VERB_FROM = 0.3
_ENDINGS = ("", "s", "ed", "ing")


def phrasal_verbs(
    tokens: tuple[Token, ...],
    number: int,
    parts: Mapping[str, float],
    *,
    index: SentenceIndex,
    lexicon: Lexicon,
) -> list[Expansion]:
    """Return what a verb with its particle means in one word, as far as some sentence holds it, and
    which verbs with particles (joined, as views of sentences have neighbours) mean a verb alone.
    `parts` are the shares of the parts of speech that the word may be."""
    if parts.get("verb", 0.0) < _VERB_FROM:
        return []
    verb = next(iter(lexicon.lemmas(tokens[number].norm)), "")
    particle = particle_of(tokens, number, _PARTICLES)
    found: dict[str, Expansion] = {}
    for other, kind, nearness in lexicon.related(f"{verb} {particle}") if particle else ():
        if kind in _MEANING and " " not in other and other not in FUNCTION_WORDS:
            for form in (other, *irregular_forms(other)):
                found.setdefault(
                    stem(form), Expansion(stem(form), "synonym", _WORTH * sqrt(nearness))
                )
    held = index.document_frequencies(list(found)) if found else []
    forms = [form for form, often in zip(found.values(), held, strict=True) if often]
    if particle:
        return forms
    for other, kind, nearness in lexicon.related(verb) if verb else ():
        plain, _, after = other.partition(" ")
        if kind == "synonym" and after in _PARTICLES:
            worth = _OTHER_WAY * sqrt(nearness)
            forms += [
                Expansion(stem_once(each + after), "synonym", worth)
                for each in (*(plain + end for end in _ENDINGS), *irregular_forms(plain))
            ]
    return forms
