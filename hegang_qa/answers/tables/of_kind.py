"""What a cell cannot be: a number for somebody, a day for a year."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question

__all__ = ["is_of_another_kind"]

_CODE = lazy(r"(?=\S*\d)[A-Z]*[\w./#-]{1,12}$")
# What any noun may ask for.
_THINGS = frozenset(("phrase", "entity", "thing", "person", "work", "title"))


def is_of_another_kind(question: Question, text: str, missing: Collection[int] = ()) -> bool:
    """Return whether a text is a code ("M202") where somebody, or a thing by a noun that nothing
    accounts for (among the terms `missing`), is asked for, or has no figure where a year is."""
    norms = [token.norm for token in question.tokens[:4]]
    if any(one in ("what", "which") and other == "year" for one, other in pairwise(norms)):
        return not any(char.isdigit() for char in text)
    if _CODE.match(text) is None:
        return False
    unnamed = any(question.terms[number].role == "focus" for number in missing)
    return "who" in question.asks.split() or (unnamed and question.answer_type in _THINGS)
