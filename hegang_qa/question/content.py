"""Which words of a question carry content."""

from __future__ import annotations

from collections.abc import Iterator

from hegang_qa.index.analysis import query_terms
from hegang_qa.question.expansion import Word
from hegang_qa.question.words import FUNCTION_WORDS, QUESTION_WORDS
from hegang_qa.text.tokens import Token
from hegang_qa.text.words import BIDDING

__all__ = ["content_words", "is_shouting"]

# Content words looked at: more only cost time, and the rarest of them decide anyway.
_MAX_TERMS = 40

# "In case of fire" and "in the event of fire" ask of no case or event.
_IN_CASE = (("in", "case", "of"), ("the", "event", "of"))


def content_words(tokens: tuple[Token, ...]) -> list[Word]:
    """Return the words that carry content; all words but question words where none does."""
    words = [
        Word(token, query_terms(token), token.text[:1].isupper())
        for token in tokens
        if token.kind != "mark"
    ]
    if len(words) > 1 and words[0].token.norm in BIDDING:
        words = words[1:]
    cases = set(_cases(tokens))
    content = [
        word
        for word in words
        if (word.token.norm not in FUNCTION_WORDS and word.token.start not in cases)
        # A capital within the question makes a name of a function word ("the Who", "IT", "in May").
        or (word.token.text.isupper() and len(word.token.text) > 1 and not is_shouting(tokens))
        or (word.token.text == "May" and word.token.start > 0)
    ]
    if not content:
        content = [word for word in words if word.token.norm not in QUESTION_WORDS][:3]
    seen: set[str] = set()
    unique = []
    for word in content:
        if word.token.stem not in seen:
            seen.add(word.token.stem)
            unique.append(word)
    return unique[:_MAX_TERMS]


def _cases(tokens: tuple[Token, ...]) -> Iterator[int]:
    for three in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if tuple(token.norm for token in three) in _IN_CASE:
            yield three[1].start


def is_shouting(tokens: tuple[Token, ...]) -> bool:
    """Return whether capitals say nothing: all words have them."""
    words = [token.text for token in tokens if token.kind == "word" and len(token.text) > 1]
    return len(words) > 1 and all(word.isupper() for word in words)
