"""Exchanges of words in a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Edit", "apply_edits", "genitive", "with_article"]

# Letters that tell: "an hour", "a union" and "a one-off" do not go by them.
_AN = re.compile(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwxyz])")
_A = re.compile(r"\b([Aa]) (?=[ai])")


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `put` in the place of ``text[start:end]``.

    `what` is what stood there, to tell the user; `rival` the next best thing to put in, where it
    is so close that the user should be asked ("" otherwise); `meant` what a pronoun stands for,
    where that is not `put` itself.
    """

    start: int
    end: int
    put: str
    what: str
    rival: str = ""
    meant: str = ""


def genitive(name: str) -> str:
    """Return a name with the possessive ending."""
    if name.endswith(("'s", "s'")):
        return name
    common = name.startswith("the ") or (name[:1].islower() and not name.endswith("us"))
    several = common and name.endswith("s") and not name.endswith("ss")
    return f"{name}'" if several else f"{name}'s"


def with_article(text: str) -> str:
    """Return `text` with the article that goes before each word, where its first letter tells."""
    text = _AN.sub(r"\1 ", text)
    return _A.sub(r"\1n ", text)


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with the edits made; of edits that overlap the first is made."""
    out, at = [], 0
    for edit in sorted(edits, key=lambda e: e.start):
        if edit.start < at:
            continue
        put = edit.put
        if edit.start == 0:
            put = put[:1].upper() + put[1:]
        out.append(text[at : edit.start] + put)
        at = edit.end
    return "".join(out) + text[at:]
