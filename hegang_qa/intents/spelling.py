"""Words of rules that a word of the question may be a misspelling of.

Words are found through what remains of them without one letter (the deletion neighbourhood: Mor
and Fraenkel 1982; Garbe's SymSpell 2012), so that the time for a word does not grow with the
number of rules.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["LONG_WORD", "SHORTEST_WORD", "RuleWords", "edits_between"]

SHORTEST_WORD = 4
"""Letters from which a word may hold one typing error; shorter words must be exact."""

LONG_WORD = 9
"""Letters from which a word may hold two."""


_SCANNED = 30
"""Words that are looked for one by one before the neighbourhoods of all rules' words are worked
out, which takes as long as some fifty words and is too much for a single question."""


class RuleWords:
    """The literal words of all rules, found by words spelled like them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(
            word
            for word in words
            if len(word) >= SHORTEST_WORD and word.isalpha() and not _is_han(word)
        )
        self._without: dict[str, list[str]] | None = None
        self._scanned = 0

    def like(self, word: str) -> dict[str, float]:
        """Return the rules' words that `word` may stand for, with their likeness (0..1).

        Nothing for short words and for anything but letters: numbers are compared exactly.
        """
        if len(word) < SHORTEST_WORD - 1 or not word.isalpha() or _is_han(word):
            return {}
        found: dict[str, float] = {}
        for other in self._near(word):
            edits = edits_between(word, other)
            if edits <= (2 if min(len(word), len(other)) >= LONG_WORD else 1):
                found[other] = 1.0 - edits / max(len(word), len(other))
        return found

    def _near(self, word: str) -> Iterable[str]:
        """Return the words that may be as near as `like` wants them, and some others."""
        if self._without is None and self._scanned < _SCANNED:
            self._scanned += 1
            return self._scan(word)
        if self._without is None:
            without: dict[str, list[str]] = {}
            for other in self._words:
                for less in _neighbourhood(other):
                    without.setdefault(less, []).append(other)
            self._without = without
        near: dict[str, None] = {}
        for less in _neighbourhood(word):
            near.update(dict.fromkeys(self._without.get(less, ())))
        return near

    def _scan(self, word: str) -> list[str]:
        """Return the words of fitting length that differ in few enough letters."""
        length, letters = len(word), set(word)
        edits = 2 if length >= LONG_WORD else 1
        # An edit takes a letter away, adds one, or does both.
        return [
            other
            for other in self._words
            if -edits <= len(other) - length <= edits and len(letters ^ set(other)) <= 2 * edits
        ]


def _neighbourhood(word: str) -> set[str]:
    """Return the word and what is left of it without one letter, or two of a long word."""
    found = {word, *_deletions(word)}
    if len(word) >= LONG_WORD:
        for less in tuple(found):
            found |= _deletions(less)
    return found


def _deletions(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _is_han(word: str) -> bool:
    return word > "\u2e80"


def edits_between(one: str, other: str) -> int:
    """Return the optimal string alignment distance: letters put in, left out, changed, or two
    neighbours swapped (Damerau 1964)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(last[j - 1] + (a != b), last[j] + 1, row[j - 1] + 1)
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]
