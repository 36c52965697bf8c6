"""Records in plain text: stretches of "label: value" lines that begin with the same label, each
about the thing that its first line names.

::

    Name: Ann Lee               Name: Jo Berg
    Role: Treasurer             Role: Caretaker
    Birthday: 2 November        Hours: 8:00 to 12:00
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hegang_qa.documents.lines import END, Line, trimmed
from hegang_qa.documents.patterns import lazy

__all__ = ["fields_of_record", "name_of_record", "record_labels"]

_LABEL = r"[A-Z][\w.'/&-]*(?: [\w.'/&-]+){0,3}"
_RECORD = lazy(
    rf"(?:\A|\n[ \t]*\n)({_LABEL}):[ \t]+\S.*(?:\n{_LABEL}:[ \t]+\S.*(?:\n[ \t]+\S.*)*)+"
    r"(?=\n[ \t]*\n|\s*\Z)"
)
_FIELD = lazy(rf"({_LABEL}):[ \t]+(?=\S)")
_FEWEST = 2
# Of letters, of questions and their answers: these are read otherwise.
_OTHERWISE = frozenset("From To Date Subject Sent Cc Q A Question Answer".split())
_LONGEST_NAME = 80
_LONGEST_SORT = 5
"""Words of what tells of which sort a thing is, right below its name ("Role: Treasurer")."""


def record_labels(text: str) -> frozenset[str]:
    """Return the labels of the first lines of the records of a text: those that begin two or
    more."""
    if text.count(": ") < 2 * _FEWEST:
        return frozenset()
    counts = Counter(_RECORD.findall(text))
    return frozenset(label for label, n in counts.items() if n >= _FEWEST) - _OTHERWISE


def fields_of_record(
    text: str, lines: Sequence[Line], labels: frozenset[str]
) -> list[list[Line]] | None:
    """Return the lines of each field of a record, None where `lines` are none."""
    first = _FIELD.match(text, *lines[0])
    if first is None or first.group(1) not in labels:
        return None
    fields: list[list[Line]] = []
    for start, end in lines:
        if _FIELD.match(text, start, end):
            fields.append([(start, end)])
        elif text[start].isspace():
            fields[-1].append((start, end))
        else:
            return None
    return fields if len(fields) > 1 else None


def name_of_record(text: str, fields: Sequence[Sequence[Line]]) -> str:
    """Return what a record is about: its first value, with the second where this tells of which
    sort it is ("Ann Lee, Treasurer"); "" where the first is no name."""
    name, sort = (_value(text, field) for field in fields[:2])
    if len(name) > _LONGEST_NAME:
        return ""
    is_sort = len(sort.split()) <= _LONGEST_SORT and not any(char.isdigit() for char in sort)
    return f"{name}, {sort}" if is_sort and not sort.endswith(END) and "@" not in sort else name


def _value(text: str, field: Sequence[Line]) -> str:
    start, end = trimmed(text, field[0][0], field[-1][1])
    found = _FIELD.match(text, start, end)
    return " ".join(text[found.end() if found else start : end].split())
