"""Where no answer begins, ends or crosses: within a code, from line to line of a list of labels,
over the date of an entry.
"""

from __future__ import annotations

from itertools import pairwise

from hegang_qa.answers.candidates.finders import Found, Tagged, comment_start
from hegang_qa.answers.inline import targets

__all__ = ["SOLID", "after_dates", "closed_places", "line_starts", "walls"]

_ADDRESSES = ("url", "email")

SOLID = frozenset(("email", "url", "path", "code", "time", "version"))
"""Types of what is written in one piece."""


def after_dates(tagged: Tagged, typed: list[Found]) -> list[int]:
    """Return where an entry of a log begins, after its date ("2023-03-14: Priya moved ..."): no
    answer crosses."""
    if ":" not in tagged.tags[:20]:
        return []
    return [
        found.end + 1
        for found in typed
        if found.start == 0
        and tagged.tags[found.end : found.end + 1] == ":"
        and found.type in ("date", "time", "year")
    ]


def line_starts(tagged: Tagged) -> list[int]:
    """Return the tokens that begin a line, but the first."""
    text, tokens = tagged.text, tagged.tokens
    if "\n" not in text:
        return []
    return [i for i in range(1, len(tokens)) if "\n" in text[tokens[i - 1].end : tokens[i].start]]


def walls(tagged: Tagged) -> list[int]:
    """Return the tokens that begin a line "label: value" below another line, or a comment after a
    command: no answer crosses."""
    tokens, tags = tagged.tokens, tagged.tags
    comment = comment_start(tagged)
    found = [comment - 1, comment] if comment > 0 else []
    if "\n" not in tagged.text or ":" not in tags:
        return found
    return found + [
        i
        for before, i in pairwise([0, *line_starts(tagged)])
        # "It takes 20 to 30 / seconds: ..." is a wrapped line, unless that before has a label, too.
        if ":" in tags[i : i + 5] and (":" in tags[before:i] or not tokens[i].text.islower())
    ]


def closed_places(tagged: Tagged, typed: list[Found]) -> set[int]:
    """Return the places between tokens where no answer begins or ends: within an address or a
    code, between a number and its percent or currency sign."""
    tags = tagged.tags
    closed: set[int] = set()
    for found in typed:
        if found.type in SOLID and found.end - found.start > 1:
            low, high = tagged.tokens[found.start].start, tagged.tokens[found.end - 1].end
            ticked = tagged.text[low - 1 : low] == "`" == tagged.text[high : high + 1]
            if found.type == "time" or ticked or " " not in tagged.text[low:high]:
                closed.update(range(found.start + 1, found.end))
    if "](" in tagged.text or "][" in tagged.text or "`_" in tagged.text:
        closed |= _within_targets(tagged, typed)
    if "%" in tags or "$" in tags:
        for i in range(1, len(tags)):
            if (tags[i] == "%" and tags[i - 1] == "#") or (tags[i - 1] == "$" and tags[i] == "#"):
                closed.add(i)
    return closed


def _within_targets(tagged: Tagged, typed: list[Found]) -> set[int]:
    """Return the places within what tells where a link leads ("[the text](page.md)"); not those at
    the ends of an address of the web or of mail, which may be asked for."""
    tokens = tagged.tokens
    addresses = {
        place for found in typed if found.type in _ADDRESSES for place in (found.start, found.end)
    }
    closed: set[int] = set()
    for low, high in targets(tagged.text):
        within = [i for i, token in enumerate(tokens) if low <= token.start < high]
        closed.update(i for i in within[1:] if i not in addresses)
    return closed
