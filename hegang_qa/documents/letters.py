"""Whom a letter is to and what it is about, which stands for the title that it does not have."""

import re

from hegang_qa.documents.patterns import lazy

__all__ = ["matter_of"]

_REACH = 2000  # characters from the beginning
_SALUTATION = lazy(r"^Dear[ \t]+([^\n,:!]{3,80})[,:!]?[ \t]*$", re.MULTILINE)
_SUBJECT = lazy(r"^(?:Subject|Re|Regarding)[ \t]*:[ \t]*(\S[^\n]{2,80})$", re.MULTILINE)
_ANYBODY = frozenset("all sir or madam sirs friend friends customer customers everyone".split())


def matter_of(text: str) -> str | None:
    """Return the subject of a letter and whom it is to ("parents of class 5b"), None for what is no
    letter or is to anybody."""
    opening = text[:_REACH]
    to = _SALUTATION.search(opening)
    about = _SUBJECT.search(opening)
    parts = []
    if about is not None:
        parts.append(about.group(1).strip())
    if to is not None and not _ANYBODY.issuperset(to.group(1).lower().split()):
        parts.append(to.group(1).strip())
    return ", ".join(parts) or None
