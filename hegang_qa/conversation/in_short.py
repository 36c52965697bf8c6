"""What is said in short of what was spoken of: "and *the 500*?" after the Duo 300, "is the Solo
*louder*?" after the Duo."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hegang_qa.conversation.mention import Mention
from hegang_qa.conversation.words import WordBook
from hegang_qa.text.tokens import Token, tokenize
from hegang_qa.text.words import AUXILIARIES, COPULAS, MONTHS, PREPOSITIONS, STOPWORDS

__all__ = ["compares_with_nothing", "with_its_name", "with_what_it_is_held_against"]

_COMPARED = frozenset(("more", "less", "better", "worse"))
_ENDING = "er"
_WHOLE = 3  # words of such a question, at least
_POINTING = frozenset("it that this he she they there these those".split())


def with_its_name(question: str, asked: Sequence[str]) -> str:
    """Return a question with the name before a number that it has without one ("the 500"), if one
    of those `asked` before, newest first, has a name with another number ("the Duo 300")."""
    tokens = tokenize(question)
    for at, (before, token) in enumerate(pairwise(tokens)):
        if before.norm != "the" or not token.norm.isdigit() or not _ends_there(tokens, at + 2):
            continue
        if name := next(filter(None, (_numbered(text, token.norm) for text in asked)), ""):
            word = name.rpartition(" ")[0]
            return f"{question[: token.start]}{word} {question[token.start :]}"
    return question


def compares_with_nothing(question: str, lexicon: WordBook) -> bool:
    """Return whether one asks whether something is more so, but not than what ("is the Solo
    louder?")."""
    norms = [token.norm for token in tokenize(question) if token.kind != "mark"]
    whole = len(norms) >= _WHOLE and norms[0] in COPULAS and "than" not in norms
    if not whole or not _POINTING.isdisjoint(norms):
        return False
    return norms[-2] in _COMPARED or _is_comparative(norms[-1], lexicon)


def with_what_it_is_held_against(
    question: str, asked: Sequence[str], spoken_of: Sequence[tuple[float, Mention]]
) -> str:
    """Return a question that compares something with nothing with what it is held against: a
    namesake with another number in what was `asked`, newest first, else the likeliest of what was
    `spoken_of` that it does not name itself."""
    tokens = [token for token in tokenize(question) if token.kind != "mark"]
    said = {token.stem for token in tokens}
    other = next(filter(None, (_namesake(question, text) for text in asked)), "")
    other = other or next((one.text for _, one in spoken_of if not one.stems <= said), "")
    end = tokens[-1].end
    return f"{question[:end]} than {other}{question[end:]}" if other else question


def _namesake(question: str, text: str) -> str:
    """Return what has the name of something in a question with another number ("the Duo 500")."""
    for word, number in pairwise(tokenize(question)):
        if number.norm.isdigit() and word.kind == "word":
            other = _numbered(text, number.norm)
            if other.casefold().startswith(word.norm):
                return f"the {other}"
    return ""


def _ends_there(tokens: Sequence[Token], at: int) -> bool:
    """Return whether no noun can follow: "the 500?", "is the 300 louder"."""
    if at >= len(tokens):
        return True
    norm = tokens[at].norm
    return tokens[at].kind == "mark" or norm in AUXILIARIES or norm.endswith(_ENDING)


def _numbered(text: str, number: str) -> str:
    """Return the name with another number that a text has ("Duo 300"), "" where it has none."""
    for word, token in pairwise(tokenize(text)):
        told = token.norm.isdigit() and token.norm != number and len(token.norm) == len(number)
        plain = word.norm in STOPWORDS or word.norm in PREPOSITIONS or word.norm in MONTHS
        if told and word.kind == "word" and not plain and word.text[:1].isupper():
            return f"{word.text} {token.text}"
    return ""


def _is_comparative(norm: str, lexicon: WordBook) -> bool:
    """Return whether a word is an adjective with -er ("louder", not "number")."""
    return norm.endswith(_ENDING) and any(
        lemma != norm and lexicon.parts_of_speech(lemma).get("adjective", 0.0) > 0.0
        for lemma in lexicon.lemmas(norm)
    )
