"""The marks of Markdown and reStructuredText within a line: emphasis, links, code. An answer is
told without them, but its place in the sentence has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegang_qa.documents.patterns import lazy

__all__ = ["Pair", "code_pairs", "targets", "without_marks"]

Stretch = tuple[int, int]

_TICKS = lazy(r"`+")
_ADDRESS = lazy(r"\s<[^<>`]+>\Z")
_REFERENCE = lazy(r"`__?(?!\w)")
_TARGET = lazy(
    r"\]\((?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)|\]\[[^\[\]\n]*\]"
)
_STRONG = lazy(
    r"(?<![\w*/])\*{2,3}(?=[^\s*/])|(?<=[^\s*/])\*{2,3}(?![\w*/])"
    r"|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)"
)
_EMPHASIS = lazy(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]|\n(?!\n)|\*\*)*?(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])([^_\n]|\n(?!\n)|(?<=\w)_(?=\w))*?(?<=[^\s_])_(?!\w)"
)


class Pair(NamedTuple):
    """What opens and what closes a stretch of a text; where `is_shown`, as marks of code are, an
    answer that has both has them, too."""

    opening: Stretch
    closing: Stretch
    is_shown: bool = False


def without_marks(text: str, place: Stretch) -> str:
    """Return a stretch of a text without marks of emphasis and of links, and without marks of code
    of which it has one side. What lies within a mark (the address that a link leads to) is told as
    it is."""
    start, end = place
    if not any(sign in text for sign in ("*", "_", "`", "[")):
        return text[start:end]
    hidden = [mark for mark in _hidden(text, place) if not (mark[0] <= start and end <= mark[1])]
    told: list[str] = []
    at = start
    for begin, close in sorted(hidden):
        told.append(text[at : max(at, min(begin, end))])
        at = max(at, min(close, end))
    told.append(text[at:end])
    return "".join(told).strip()


def code_pairs(text: str) -> list[Pair]:
    """Return the marks of code in a text, and those of links in reStructuredText."""
    runs = [mark.span() for mark in _TICKS.finditer(text)] if "`" in text else []
    found: list[Pair] = []
    at = 0
    while at < len(runs):
        start, end = runs[at]
        close = next(
            (n for n in range(at + 1, len(runs)) if runs[n][1] - runs[n][0] == end - start), -1
        )
        if close < 0:
            at += 1
            continue
        found.append(_pair(text, runs[at], runs[close]))
        at = close + 1
    return found


def _pair(text: str, opening: Stretch, closing: Stretch) -> Pair:
    reference = _REFERENCE.match(text, closing[0]) if closing[1] - closing[0] == 1 else None
    if reference is None:
        return Pair(opening, closing, is_shown=True)
    address = _ADDRESS.search(text, opening[1], closing[0])
    return Pair(opening, (address.start() if address else closing[0], reference.end()))


def targets(text: str) -> list[Stretch]:
    """Return what closes the links of a text and tells where they lead, as "](page.md)"."""
    code = code_pairs(text)
    led = [pair.closing for pair in code if not pair.is_shown]
    return led + [pair.closing for pair in _links(text, code)]


def _links(text: str, code: list[Pair]) -> list[Pair]:
    if "](" not in text and "][" not in text:
        return []
    found: list[Pair] = []
    for target in _TARGET.finditer(text):
        if _within(target.start(), code):
            continue
        depth, at = 0, target.start() - 1
        while at >= 0 and (depth or text[at] != "["):
            if not _within(at, code):
                depth += {"]": 1, "[": -1}.get(text[at], 0)
            at -= 1
        if 0 <= at < target.start() - 1:
            image = at > 0 and text[at - 1] == "!"
            found.append(Pair((at - image, at + 1), target.span()))
    return found


def _within(at: int, pairs: list[Pair]) -> bool:
    return any(pair.opening[0] < at < pair.closing[1] for pair in pairs)


def _hidden(text: str, place: Stretch) -> Iterator[Stretch]:
    """Yield the marks that are not told with what stands at a place."""
    start, end = place
    code = code_pairs(text)
    links = _links(text, code)
    for pair in (*code, *links):
        inside = [start <= low and high <= end for low, high in (pair.opening, pair.closing)]
        if not pair.is_shown or not all(inside):
            yield pair.opening
            yield pair.closing
    closings = [Pair(pair.closing, pair.closing) for pair in links]
    plain = "*" in text or "_" in text
    for pattern in (_STRONG, _EMPHASIS) if plain else ():
        for mark in pattern.finditer(text):
            low, high = mark.span()
            if _within(low, code) or any(a.opening[0] < low < a.closing[1] for a in closings):
                continue
            if pattern is _STRONG:
                yield low, high
            else:
                yield low, low + 1
                yield high - 1, high
