"""Who can be "he" and who "she": by nouns, titles, verbs, and what the conversation called them."""

from __future__ import annotations

from hegang_qa.conversation.grammar import Reading
from hegang_qa.conversation.thread import Thread
from hegang_qa.text.tokens import tokenize

__all__ = ["called", "gender_of_answer", "gender_of_words", "named_by_deed"]

# Stems of nouns and titles.
_FEMALE = frozenset(
    "wife woman girl mother daughter sister queen princess aunt niec grandmoth actress widow ladi "
    "empress duchess waitress nun mrs miss ms".split()
)
_MALE = frozenset(
    "husband man boy father son brother king princ uncl nephew grandfath gentleman emperor duke "
    "waiter monk mr sir".split()
)

# Stems of verbs whose subject is a person: what a company does as well is not among them.
_DEEDS = frozenset(
    "born die marri marry discov invent wrote write written compos paint studi studied teach "
    "taught live think thought retir grew wed sang sing".split()
)


def gender_of_words(text: str) -> str:
    """Return "he" or "she" where the last noun or the first title tells, else "".

    "the old queen" is "she", "Mr. Lee" is "he"; "the king of Spain" is told by "king".
    """
    stems = [token.stem for token in tokenize(text.split(" of ")[0]) if token.kind == "word"]
    for stem in (*stems[-1:], *stems[:1]):
        if stem in _FEMALE:
            return "she"
        if stem in _MALE:
            return "he"
    return ""


def gender_of_answer(reading: Reading) -> str:
    """Return the gender of whom a question asks for ("who was her father" asks for a "he")."""
    first, last = reading.subject
    return gender_of_words(reading.span(first, last)) if reading.wh_word == "who" else ""


def called(thread: Thread, key: str) -> str:
    """Return the pronoun that the conversation last used for a person, "" if none.

    `key` is the person's name, folded, without "the".
    """
    for turn in reversed(list(thread)):
        for pronoun, name in turn.people:
            if name.casefold().removeprefix("the ") == key:
                return pronoun
    return ""


def named_by_deed(reading: Reading) -> bool:
    """Return whether the verb of a question makes its subject a person ("what did X write")."""
    if reading.verb < 0:
        return False
    be = reading.aux >= 0 and reading.words[reading.aux].norm in ("is", "are", "was", "were")
    verb = reading.words[reading.verb]
    if be and not verb.norm.endswith("ing") and verb.norm != "born":
        return False  # "over how many laps is the cup sailed"
    return verb.stem in _DEEDS
