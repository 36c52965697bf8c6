"""The content words of a Chinese question, for documents in Chinese and in other languages.

The characters that the documents hold are looked for as they are (names, for the most part). Of
the others, those that the rules' glosses know are looked for by what they mean, or left out where
they mean nothing by themselves; the rest is kept, and nothing will account for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.intents.model import RuleMatch
from hegang_qa.question.expansion import Word
from hegang_qa.text.han import simplify

__all__ = ["Glosses", "han_words"]

Glosses = Mapping[str, Sequence[str]]
"""Simplified words, and the words of other languages that they mean; none for a mere particle."""

_LONGEST = 8
"""Characters of a word with a gloss."""


def han_words(
    words: Sequence[Word], match: RuleMatch | None, glosses: Glosses, index: SentenceIndex
) -> tuple[list[Word], dict[int, Sequence[str]]]:
    """Return the words that carry content, and for those with a gloss, by the place where they
    start in the question, what they mean."""
    characters = sorted({word.token.stem for word in words if word.token.kind == "han"})
    frequencies = index.document_frequencies(characters)
    known = {char for char, count in zip(characters, frequencies, strict=True) if count}
    slots = () if match is None else tuple(match.slots.values())
    kept: list[Word] = []
    meanings: dict[int, Sequence[str]] = {}
    at = 0
    while at < len(words):
        word = words[at]
        if word.token.kind != "han":
            kept.append(word)
            at += 1
            continue
        run = _run(words, at)
        size = next((n for n in range(len(run), 0, -1) if run[:n] in glosses), 1)
        inside = match is None or any(
            slot.start <= word.token.start < slot.end for slot in slots
        )
        if run[:size] not in glosses:
            if inside:  # elsewhere it is the rule's own wording
                kept.append(word)
        elif glosses[run[:size]] and not known.issuperset(run[:size]):
            kept.append(word)
            meanings[word.token.start] = glosses[run[:size]]
        elif known.issuperset(run[:size]) and (inside or glosses[run[:size]]):
            kept += words[at : at + size]
        at += size
    return kept, meanings


def _run(words: Sequence[Word], at: int) -> str:
    """Return the simplified characters from a word on that stand side by side."""
    run = simplify(words[at].token.text)
    for before, after in zip(words[at:], words[at + 1 : at + _LONGEST], strict=False):
        if after.token.kind != "han" or after.token.start != before.token.end:
            break
        run += simplify(after.token.text)
    return run

