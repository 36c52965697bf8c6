"""The ways to read a question: as it stands, and without what stands around it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hegang_qa.intents.normalise import Spoken
from hegang_qa.intents.records import Phrases

__all__ = ["readings"]


def readings(
    question: str,
    words: list[Spoken],
    first: Phrases,
    last: Phrases,
    setting: Collection[str],
) -> list[list[Spoken]]:
    """Return the question as it stands, without the polite words around it, and without what
    stands before a comma ("In the play, who ..."); the last is without all of them."""
    found = [words]
    start, end = 0, len(words)
    while (step := _leading(words, start, end, first)) and start + step < end:
        start += step
    while (step := _trailing(words, start, end, last)) and start < end - step:
        end -= step
    if words and words[start].word in setting:
        for at in range(start + 2, end - 1):
            if "," in question[words[at - 1].end : words[at].start]:
                found.append(words[at:end])
    if end - start < len(words):
        found.append(words[start:end])
    return found


def _leading(words: Sequence[Spoken], start: int, end: int, phrases: Phrases) -> int:
    """Return how many words at `start` are a phrase of `phrases`, the longest such, or 0; a long
    word after the first may hold a typing error ("I was wonderng")."""
    longest = 0
    for phrase in phrases:
        size = len(phrase)
        if longest < size <= end - start and words[start].word == phrase[0]:
            said = words[start : start + size]
            if all(_alike(word.word, meant) for word, meant in zip(said, phrase, strict=True)):
                longest = size
    return longest


def _alike(word: str, meant: str) -> bool:
    if word == meant:
        return True
    if len(meant) < 6 or abs(len(word) - len(meant)) > 1 or word[0] != meant[0]:
        return False
    from hegang_qa.intents.spelling import edits_between

    return edits_between(word, meant) == 1


def _trailing(words: Sequence[Spoken], start: int, end: int, phrases: Phrases) -> int:
    for length in range(min(6, end - start), 0, -1):
        if tuple(word.word for word in words[end - length : end]) in phrases:
            return length
    return 0
