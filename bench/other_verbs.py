"""Questions made unanswerable by another verb: "who founded it" becomes "who painted it".

What is asked for, and of what, stays as it is, so that only what is done tells that a passage does
not say it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable

from hegang_qa.text.lexicon import Lexicon
from hegang_qa.text.tokens import Token, tokenize
from hegang_qa.text.words import AUXILIARIES, LIGHT_WORDS

__all__ = ["OtherVerbs"]

# The share of verb readings from which on a word is taken for a verb.
_VERB_FROM = 0.6
_ASKING_DO = frozenset(("do", "does", "did"))


class OtherVerbs:
    """The verbs of many questions, to draw another from."""

    def __init__(self, questions: Iterable[str], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        past: set[str] = set()
        for question in questions:
            past.update(
                token.norm
                for token in tokenize(question)
                if token.text.islower() and token.norm.endswith("ed") and self._is_verb(token)
            )
        self._past = sorted(past)

    def put(self, question: str, draw: random.Random) -> str | None:
        """Return the question with another verb for its main one, None where it has none that is
        certain."""
        tokens = tokenize(question)
        does = any(token.norm in _ASKING_DO for token in tokens[:4])
        verbs = [
            token
            for token in tokens[1:]
            if token.text.islower()
            and self._is_verb(token)
            and (does or token.norm.endswith("ed"))
            and token.norm not in AUXILIARIES
            and token.norm not in LIGHT_WORDS
        ]
        if len(verbs) != 1 or not self._past:
            return None
        verb = verbs[0]
        for _ in range(5):
            other = draw.choice(self._past)
            if self._are_related(verb.norm, other):
                continue
            lemmas = self._lexicon.lemmas(other)
            form = other if verb.norm.endswith("ed") or not lemmas else lemmas[0]
            return question[: verb.start] + form + question[verb.end :]
        return None

    def _is_verb(self, token: Token) -> bool:
        return (
            token.kind == "word"
            and self._lexicon.parts_of_speech(token.norm).get("verb", 0.0) >= _VERB_FROM
        )

    def _are_related(self, one: str, other: str) -> bool:
        lexicon = self._lexicon
        near = {relation.word for relation in lexicon.related(one)}
        lemmas = set(lexicon.lemmas(other))
        return lexicon.same_deed(one, other) or bool(lemmas & (near | set(lexicon.lemmas(one))))
