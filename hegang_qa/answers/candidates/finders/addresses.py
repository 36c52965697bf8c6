"""Find postal addresses by their form: "18 Tanner's Row, Brackwater BW2 4QA"."""

from __future__ import annotations

import re

from hegang_qa.answers.candidates.finders.base import Found, Tagged
from hegang_qa.documents.patterns import lazy

__all__ = ["find_addresses"]

_STREETS = frozenset(
    "street st road rd avenue ave lane row square drive court close terrace way parade quay"
    " crescent place boulevard alley hill gardens yard wharf walk mews passage embankment".split()
)
_LONGEST = 5  # words of a street's name
_POSTCODE = lazy(r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\d{4,5}\b", re.ASCII)


def find_addresses(sentence: Tagged) -> list[Found]:
    """Return the addresses of a sentence: a street with its number, and all with town and code."""
    tags, norms, tokens = sentence.tags, sentence.norms, sentence.tokens
    found: list[Found] = []
    if "#" not in tags or _STREETS.isdisjoint(norms):
        return found
    for start, tag in enumerate(tags):
        if tag != "#" or not norms[start][:1].isdigit() or not 0 < len(norms[start]) <= 4:
            continue
        end = start + 1
        while end < len(tags) and end - start <= _LONGEST and tags[end] in "ES-":
            end += 1
            if norms[end - 1] in _STREETS and end - start > 2:
                break
        if norms[end - 1] not in _STREETS or end - start < 3:
            continue
        found.append(_address(sentence, start, end))
        town = end + (tags[end : end + 1] == ",")
        last = town
        while last < len(tags) and tags[last] == "E":
            last += 1
        if last == town or town == end:
            continue
        for at in range(town + 1, min(last + 1, len(tags))):
            code = _POSTCODE.match(sentence.text, tokens[at].start)
            if code is not None:
                last = next((n + 1 for n, t in enumerate(tokens) if t.end == code.end()), last)
                break
        found.append(_address(sentence, start, last))
    return found


def _address(sentence: Tagged, start: int, end: int) -> Found:
    return Found(start, end, "address", " ".join(sentence.norms[start:end]))
