"""Question to comparable words: the same for questions and for the literal text of templates."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hegang_qa.text.tokens import fold_accents, tokenize

__all__ = ["Replacements", "Spoken", "normalise", "spoken_words"]

_SILENT = frozenset("?!.,;:\"'`()[]{}<>|/\\*_~-“”„«»‘’…？！。，、；：「」『』《》（）·¿¡=^")


class Spoken(NamedTuple):
    """A word as rules compare it, and the code points of the question that it stands for.

    Words made from a contraction share the span of the contraction.
    """

    word: str
    start: int
    end: int


Replacements = Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
"""By first word: (words as written, words meant), longest first."""


def spoken_words(text: str) -> list[Spoken]:
    """Return the words of `text` folded, accents removed, Han characters simplified.

    Punctuation is left out; signs that belong to a word ("C++", "50%", "#3") widen its span.
    """
    words: list[Spoken] = []
    ahead: int | None = None
    for token in tokenize(text):
        if token.kind == "mark":
            if token.text in _SILENT:
                ahead = None
            elif words and words[-1].end == token.start:
                words[-1] = words[-1]._replace(end=token.end)
            else:
                ahead = token.start if ahead is None else ahead
            continue
        norm = token.norm
        if not norm.isascii():
            norm = token.stem if token.kind == "han" else fold_accents(norm)
        start = token.start
        if ahead is not None:
            start, ahead = ahead, None
        words.append(Spoken(norm, start, token.end))
    return words


def replace(words: list[Spoken], replacements: Replacements) -> list[Spoken]:
    """Return `words` with contractions and common misspellings written out."""
    out: list[Spoken] = []
    at = 0
    while at < len(words):
        for written, meant in replacements.get(words[at].word, ()):
            end = at + len(written)
            if end <= len(words) and all(
                words[at + k].word == written[k] for k in range(1, len(written))
            ):
                if len(written) == len(meant):
                    out += [words[at + k]._replace(word=meant[k]) for k in range(len(meant))]
                else:
                    start, stop = words[at].start, words[end - 1].end
                    out += [Spoken(word, start, stop) for word in meant]
                at = end
                break
        else:
            out.append(words[at])
            at += 1
    return out


def normalise(text: str, replacements: Replacements) -> list[Spoken]:
    """Return the words of a question, or of literal text in a template, as rules compare them."""
    words = spoken_words(text)
    if any(word.word in replacements for word in words):
        words = replace(words, replacements)
    return words


def make_replacements(tables: Iterable[Mapping[str, str]]) -> Replacements:
    """Return the lookup for `normalise` from tables "as written" -> "as meant"."""
    found: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    for table in tables:
        for written, meant in table.items():
            key = tuple(word.word for word in spoken_words(written))
            if key:
                value = tuple(word.word for word in spoken_words(meant))
                found.setdefault(key[0], {})[key] = value
    return {
        first: tuple(sorted(entries.items(), key=lambda item: (-len(item[0]), item[0])))
        for first, entries in found.items()
    }
