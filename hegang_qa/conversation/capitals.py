"""Names that are typed in small letters: "who is ada keogh" speaks of Ada Keogh."""

from __future__ import annotations

from collections.abc import Callable

from hegang_qa.conversation.words import WordBook
from hegang_qa.text.tokens import Token, tokenize
from hegang_qa.text.words import STOPWORDS

__all__ = ["with_capitals"]

_SHORTEST = 3
_ARTICLES = frozenset("the a an my our your his her their its some any no".split())


def with_capitals(text: str, *, lexicon: WordBook, is_name: Callable[[str], bool]) -> str:
    """Return a text with capitals for its names: words that are none of the language and that the
    documents write so (`is_name`), and a given name right before one."""
    tokens = tokenize(text)
    named = {
        at for at, token in enumerate(tokens) if _is_strange(token, lexicon) and is_name(token.text)
    }
    for at in sorted(named):
        before = at - 1
        if before in named or before < 0 or not tokens[before].norm.isalpha():
            continue
        article = tokens[before - 1].norm in _ARTICLES if before else False
        if lexicon.classes(tokens[before].norm)[:1] == ("person",) and not article:
            named.add(before)
    for at in named:
        start = tokens[at].start
        text = f"{text[:start]}{text[start].upper()}{text[start + 1 :]}"
    return text


def _is_strange(token: Token, lexicon: WordBook) -> bool:
    """Return whether a word in small letters is none of the language."""
    word = token.text
    return (
        token.kind == "word"
        and word.isalpha()
        and word.islower()
        and len(word) >= _SHORTEST
        and token.norm not in STOPWORDS
        and not lexicon.parts_of_speech(token.norm)
        and not any(lexicon.parts_of_speech(lemma) for lemma in lexicon.lemmas(token.norm))
    )
