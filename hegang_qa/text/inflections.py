"""Which base forms an English word may come from, by its ending and its spelling.

Rules only: whether a base form is a word is asked of a word list, which is handed in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

__all__ = ["Listed", "inflects", "regular_bases", "respelled_bases"]

# Endings taken off and put on, by part of speech (morphy(7WN)); the base must be in the lexicon.
_ENDINGS: tuple[tuple[str, str, str], ...] = (
    ("ies", "y", "nv"),
    ("ses", "s", "n"),
    ("xes", "x", "n"),
    ("zes", "z", "n"),
    ("ches", "ch", "n"),
    ("shes", "sh", "n"),
    ("men", "man", "n"),
    ("s", "", "nv"),
    ("es", "e", "v"),
    ("es", "", "v"),
    ("ied", "y", "v"),
    ("ed", "e", "v"),
    ("ed", "", "v"),
    ("ing", "e", "v"),
    ("ing", "", "v"),
    ("est", "", "a"),
    ("est", "e", "a"),
    ("iest", "y", "a"),
    ("er", "", "a"),
    ("er", "e", "a"),
    ("ier", "y", "a"),
)
# Most words end in few of these, and need not be looked at closely.
_BY_LAST_LETTER = {
    letter: tuple(row for row in _ENDINGS if row[0][-1] == letter)
    for letter in {ending[-1] for ending, _, _ in _ENDINGS}
}
_DOUBLED = ("ed", "ing", "er", "est")
_IRREGULAR = frozenset(("be",))  # but for "being": "bees" are no form of it
# British spellings whose American twin WordNet leaves out, and the other way about.
_SPELLINGS: tuple[tuple[str, str], ...] = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("our", "or"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ogue", "og"),
    ("tre", "ter"),
    ("ence", "ense"),
)


class Listed(Protocol):
    """A base form as the word list has it."""

    @property
    def pos(self) -> str:
        """Its parts of speech: "n", "v", "a" and "r", with other characters between."""
        ...


def regular_bases(form: str, listed: Callable[[str], Listed | None]) -> list[str]:
    """Return the base forms that a regular inflection, folded, may come from.

    `listed` looks a base form up in the word list; None for what is none.
    """
    found: list[str] = []
    for ending, instead, kinds in _BY_LAST_LETTER.get(form[-1:], ()):
        if not form.endswith(ending) or len(form) - len(ending) < 2:
            continue
        base = form[: len(form) - len(ending)]
        if ending == "s" and base.endswith(("s", "u", "i")):
            continue
        tries = [base + instead]
        if ending in _DOUBLED and not instead and base[-1:] == base[-2:-1]:
            tries.append(base[:-1])
        for lemma in tries:
            entry = None if lemma in _IRREGULAR and ending != "ing" else listed(lemma)
            if entry and any(kind in entry.pos for kind in kinds) and lemma not in found:
                found.append(lemma)
    return found


def respelled_bases(form: str, listed: Callable[[str], Listed | None]) -> list[str]:
    """Return the base forms of a word as it is spelled on the other side of the ocean."""
    for british, american in _SPELLINGS:
        for one, other in ((british, american), (american, british)):
            if one in form:
                respelled = form.replace(one, other)
                found = [respelled] if listed(respelled) else regular_bases(respelled, listed)
                if found:
                    return found
    return []


def inflects(form: str, name: str) -> bool:
    """Tell whether an inflected form can be of this part of speech, by its ending."""
    if form.endswith("s"):
        return name in ("noun", "verb")
    if form.endswith(("ed", "ing")):
        return name == "verb"
    if form.endswith(("er", "est")):
        return name in ("adjective", "adverb")
    return name != "adverb"
