"""The former and the latter of two things that were named together."""

from __future__ import annotations

from hegang_qa.conversation.edits import Edit, genitive
from hegang_qa.conversation.grammar import Reading
from hegang_qa.conversation.thread import Thread
from hegang_qa.conversation.words import AUXILIARIES, PREPOSITIONS
from hegang_qa.text.tokens import tokenize

__all__ = ["one_of_two", "pair"]

_WHICH = frozenset("former latter first second other".split())


def one_of_two(reading: Reading, thread: Thread) -> list[Edit]:
    """ "the former" and "the latter": one of two that were named together."""
    words = reading.words
    at = next((i for i, w in enumerate(words) if w.norm in _WHICH and i), -1)
    counts = at > 0 and words[at].norm not in ("former", "latter")  # "the second one"
    if counts and (at + 1 >= len(words) or words[at + 1].norm != "one"):
        return []
    if at < 0 or words[at - 1].norm != "the":
        return []
    if at + 1 < len(words) and words[at + 1].tag in ("name", "noun"):
        return []  # "the former president"
    if sum(p.name for p in reading.phrases if p.last <= at) > 1:
        return []  # both are named in the question itself
    for turn in reversed(list(thread)):
        for text in (turn.answer or "", turn.asked, turn.sentence or ""):
            both = pair(text.rstrip("?!. "))
            if both is not None and (text != turn.sentence or turn.answer in both):
                second = words[at].norm in ("latter", "second", "other")
                if words[at].norm == "other" and thread.last is not None:
                    second = both[1] not in thread.last.asked
                put = both[second]
                after = at + 2 if words[at].norm not in ("former", "latter") else at + 1
                owner = after < len(words) and words[after].tag == "gen"
                end = words[after].end if owner else words[after - 1].end
                put = genitive(put) if owner else put
                return [Edit(words[at - 1].start, end, put, f"the {words[at].norm}")]
    return []


def pair(text: str) -> tuple[str, str] | None:
    """The two things that "and" or "or" joins in a text."""
    words = tokenize(text)
    for i, word in enumerate(words):
        if word.norm in ("and", "or") and 0 < i < len(words) - 1:
            first, last = i, i + 1
            while first and _same_sort(words[first - 1].text, words[i - 1].text):
                first -= 1
            while last < len(words) and _same_sort(words[last].text, words[i + 1].text):
                last += 1
            former = text[_word_start(text, words[first].start) : words[i - 1].end]
            return former, text[words[i + 1].start : _word_end(text, words[last - 1].end)]
    return None


def _word_start(text: str, at: int) -> int:
    """Return where the whole of a word begins ("*Port*-Aubry")."""
    while at and (text[at - 1].isalnum() or text[at - 1] in "-’'"):
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and (text[at].isalnum() or text[at] in "-’'"):
        at += 1
    return at


def _same_sort(word: str, model: str) -> bool:
    """Whether a word goes on the phrase that `model` belongs to: a name, or plain words."""
    if not word[:1].isalnum():
        return False
    if model[:1].isupper():
        return word[:1].isupper()
    return word[:1].islower() and word not in PREPOSITIONS and word not in AUXILIARIES
