"""Asks for the names of what was counted or listed: "how many locks are there", "which ones?"."""

from __future__ import annotations

from hegang_qa.conversation.grammar import Reading
from hegang_qa.conversation.kinds import looks_plural

__all__ = ["which_ones"]

_ASKED = frozenset(
    f"{word} {rest}"
    for word in ("which", "what", "who")
    for rest in ("are they", "were they", "are those", "were those", "are these", "ones are they")
) | {"which ones", "which ones exactly", "which", "which exactly", "who exactly"}


def which_ones(said: str, before: Reading) -> str:
    """Return what "which ones?" or "who are they?" asks after a question that asked how many, or
    for several; "" for other questions, or after them."""
    if said.casefold() not in _ASKED:
        return ""
    first, last = before.wh
    if [word.norm for word in before.words[first:last]] == ["how", "many"]:
        last += 1  # its noun, which was taken for a verb ("how many locks ...")
    words = before.words[first:last]
    norms = [word.norm for word in words]
    if not words or not looks_plural(norms[-1]):
        return ""
    rest = before.span(last, before.end)
    if norms[0] == "how" and norms[1:2] == ["many"] and rest:
        return f"Which {before.span(first + 2, last)} {rest}"
    if norms[0] in ("which", "what") and len(words) > 1:
        return before.span(first, before.end)
    return ""
