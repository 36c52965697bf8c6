"""Entries of references: a name and, behind it, what is told of it.

Lists of options ("-q, --quiet    Print nothing"), of keys and codes ("6  Could not resolve host."),
of terms with a dash or a colon, and of parameters with their types ("**size** `int` - How many").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from hegang_qa.documents.patterns import lazy

__all__ = ["ASSIGNED", "Entry", "entry_of", "spellings"]

# "-m, --max-time <seconds>".
_OPTION = r"[`*]*--?[\w?][\w.-]*[`*]*(?:[ =](?!-)[`*]*[<\[]?[\w.:|-]+[>\]]?[`*]*)?"
_GAP = r"(?:[ \t]*\n\s+|\t+| {2,}|:\s+|\s[–—-]\s+|$)"
_OPTIONS = lazy(rf"[ `*\t]*({_OPTION}(?:(?:,\s?|/|\s?\|\s?|\s){_OPTION})*){_GAP}")
_ARGUMENT = lazy(r"(?<=[\w`*])[ =][`*]*[<\[]?[\w.:|-]+[>\]]?[`*]*\s*$")
# A name at the beginning of a line, set apart by a gap; a number before what it stands for.
_APART = lazy(r"\s*((?![;,.)])\S(?:[^\n.;!?]{0,28}?[^\s.;,!?:])?)(?:\t+| {2,}| *\n {4,})(?=\S)")
ASSIGNED = lazy(r"\s*(\w[\w.-]{0,40})\s?=\s?(\"[^\"\n]*\"|'[^'\n]*'|[^\s#;,]+)")
"""A setting with its value ("port = 8080")."""
# What it does, set in below it.
_BELOW = lazy(r"[^\n]{0,40}\n\s+(?=\S)")
_NUMBERED = lazy(r"\s*(\d{1,4})\s+(?=[A-Z][a-z])")
# In bold or as code, and what follows up to the telling: its type, its default.
_MARKED = lazy(
    r"\s*(?:\*\*|`)([^*`\n]{1,40})(?:\*\*|`)(?:\s+`[^`\n]+`|\s+\([^()\n]+\))*\s*[:–—-]\s+"
)
_DEFAULT = lazy(r"(?:default|type|required|optional)\b[^-–—\n]*\s[–—-]\s+", re.IGNORECASE)
_PART = lazy(r"(\w+)[\[(](\w+)[\])]")
_GAPS = lazy(r"[^\s.!?]\s{2,}\S")
_COMMENT = lazy(r"(?:#+|//+|--|;+)\s+")
_SIGNS = frozenset("=:|>+/")  # what a line of code or grammar goes on with
_WORDS = 2
_MOST = 4


class Entry(NamedTuple):
    """The spellings of a name, where the first of them begins and the last ends, and where what is
    told of it begins (code points; the length of the text where nothing is)."""

    names: tuple[str, ...]
    start: int
    end: int
    tells: int


@lru_cache(maxsize=4096)
def entry_of(text: str) -> Entry | None:
    """Return the entry that a text is, None where it is none."""
    if "-" in text[:4] and (options := _OPTIONS.match(text)):
        names = [
            _ARGUMENT.sub("", one) for one in re.split(r",\s?|/(?=-)|\s?\|\s?|\s(?=-)", options[1])
        ]
        return Entry(tuple(names), options.start(1), options.end(1), options.end())
    found = _MARKED.match(text)
    if found is not None:
        tells = found.end()
        while skipped := _DEFAULT.match(text, tells):
            tells = skipped.end()
    else:
        set_to = ASSIGNED.match(text) if "=" in text else None
        below = _BELOW.match(text, set_to.end()) if set_to is not None else None
        found = (set_to if below else None) or _APART.match(text) or _NUMBERED.match(text)
        if found is None or len(found[1].split()) > _MOST or _is_justified(text, found):
            return None
        tells = below.end() if below is not None else found.end()
    if comment := _COMMENT.match(text, tells):
        tells = comment.end()
    if len(text[tells:].split()) < _WORDS or text[tells] in _SIGNS:
        return None
    return Entry(tuple(spellings(found[1])), found.start(1), found.end(1), tells)


def _is_justified(text: str, name: re.Match[str]) -> bool:
    """Return whether the gap behind a name is one of many in a line that is set to a width."""
    line = text[name.end() :].split("\n", 1)[0]
    return "  " in name[1] or _GAPS.search(line) is not None or name[1].endswith((":", ","))


def spellings(name: str) -> list[str]:
    """Return a name in full and in its short forms: "w(here)" is "where" and "w", and the first of
    several that a bar or a comma parts is one."""
    names = [name]
    if "|" in name or ", " in name:
        names += [one.strip() for one in re.split(r"\||, ", name)]
    for one in list(names):
        if _PART.search(one):
            names += [_PART.sub(r"\1\2", one), _PART.sub(r"\1", one)]
    return names
