"""Questions for a mark and nothing else: "what does *>=* mean", "what is *^* for"."""

from __future__ import annotations

import re

from hegang_qa.documents.patterns import lazy

__all__ = ["QUOTES", "symbol_asked_for"]

QUOTES = "\"'`“”‘’«»"
"""Marks in which a symbol is put."""

_LONGEST = 4  # marks of a symbol
_SORT = r"(?:symbol|sign|operator|character|mark|prefix|modifier)"
_ASKED = lazy(
    rf"\s*what(?:'s|\s+(?:does|do|is|are))?\s+(?:an?\s+|the\s+)?(?:{_SORT}\s+)?"
    rf"[{QUOTES}]*(?P<symbol>[^\w\s{QUOTES}]{{1,{_LONGEST}}}?)[{QUOTES}]*(?:\s+{_SORT})?"
    r"(?:\s+(?:mean|do|for|used\s+for|stand\s+for))?\s*\??\s*",
    re.IGNORECASE,
)


def symbol_asked_for(text: str) -> str:
    """Return the symbol of which a question (its text) asks what it means or is for, "" where it
    asks for anything else."""
    found = _ASKED.fullmatch(text)
    return found.group("symbol") if found else ""
