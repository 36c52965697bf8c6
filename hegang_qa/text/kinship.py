"""Words for relatives, and how a life tells somebody's place among brothers and sisters."""

from __future__ import annotations

import re
from functools import cache

from hegang_qa.text.words import NUMBER_WORDS

__all__ = [
    "CHILDREN",
    "FATHERS",
    "MOTHERS",
    "PARENTS",
    "RELATIVES",
    "SIBLINGS",
    "SPOUSES",
    "among_siblings",
]

SPOUSES = frozenset("husband wife spouse widow widower married marriage partner".split())
CHILDREN = frozenset("daughter daughters son sons child children kid kids".split())
FATHERS = frozenset("father fathers dad dads".split())
MOTHERS = frozenset("mother mothers mum mums mom moms".split())
PARENTS = frozenset("parent parents".split())
SIBLINGS = frozenset("brother brothers sister sisters sibling siblings twin twins".split())

RELATIVES = CHILDREN | FATHERS | MOTHERS | PARENTS | SIBLINGS
"""Those of whom a life tells how many there were, or who."""


@cache
def _among() -> re.Pattern[str]:
    number = rf"(?:\d+|{'|'.join(sorted(NUMBER_WORDS))})"
    order = r"(?:\w+(?:st|nd|rd|th|ond|ird)|eldest|oldest|youngest|one|middle)"
    kin = "(?:children|siblings|sons|daughters|brothers|sisters)"
    return re.compile(
        rf"\b(?:the |an? )?{order}(?: (?:child|son|daughter|boy|girl|born))? (?:of|among) "
        rf"(?:the |his |her |their |its )?{number} {kin}\b"
    )


def among_siblings(text: str) -> tuple[int, int] | None:
    """Return where a text tells which of how many children of a family somebody was ("the fourth of
    six children"); None where it does not."""
    found = _among().search(text) if " of " in text or " among " in text else None
    return found.span() if found is not None else None


@cache
def _born_of() -> re.Pattern[str]:
    return re.compile(r"\b(?:the|an?|only|\w+(?:st|nd|rd|th)) (?:son|daughter|child) of\b")


def is_child_of(text: str) -> bool:
    """Return whether a text tells whose child somebody is by "the son of" and the like."""
    return _born_of().search(text) is not None


@cache
def _of_parents() -> re.Pattern[str]:
    words = "|".join(sorted(FATHERS | MOTHERS | PARENTS))
    return re.compile(
        rf"(?i)\b(?:{words}|parentage|born (?:[^.;]{{0,40}} )?(?:to|into))\b"
        r"|\b(?:sons?|daughters?|child|children|offspring|heirs?) (?:of|to)\b"
        r"|['’]s? (?:\w+ )?(?:sons?|daughters?|child|children)\b"
    )


def tells_of_parents(text: str) -> bool:
    """Return whether a text tells whose child somebody is."""
    return _of_parents().search(text) is not None


@cache
def _of_a_couple() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:sons?|daughters?|child|children) of [^.;]*\b(?:his|her) (?:wife|husband)\b"
    )


def names_parents_spouse(text: str) -> bool:
    """Return whether a text names a wife or husband as one of the parents ("the son of Karl Lind
    and *his wife* Anna"), and no other."""
    found = _of_a_couple().search(text)
    return found is not None and "married" not in text
