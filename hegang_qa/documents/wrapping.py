"""Which lines of a plain text are one paragraph, item or heading, wrapped."""

from __future__ import annotations

import re
from itertools import pairwise

from hegang_qa.documents.lines import (
    BULLET,
    CLAUSE,
    END,
    FIELD,
    HANGING,
    NARROWEST_WRAP,
    OPTION,
    TIMED,
    Line,
    first_word,
    indent,
    is_asked,
    is_closed,
    is_item,
    is_release,
    may_head,
    stands_over,
)
from hegang_qa.documents.patterns import lazy

__all__ = ["ANSWER", "QUESTION", "TITLE_WORDS", "grouped", "heads"]

QUESTION = lazy(r"\s*(?:Q|Question)\s*\d*\s*[:.)]\s+(?=\S)", re.IGNORECASE)
ANSWER = lazy(r"\s*(?:A|Ans|Answer)\s*\d*\s*[:.)]\s+(?=\S)", re.IGNORECASE)

TITLE_WORDS = 6
"""Words of a line without underline or capitals that may still be a heading."""

_WIDEST_WRAP = 120
"""Columns: a line longer than this was not wrapped by hand or editor: it is a paragraph."""
_NEARLY = 0.8
"""Part of the width that a wrapped line fills, at least, where the margin is ragged."""
_ROW = lazy(r"(?<=[^\s.!?;:])(?:[ ]{3,}|\t)(?=\S)|\.{5,}")
"""What parts the cells of a row, which goes on with no item."""
_OPENS_RELEASE = frozenset("0123456789vVrR")


def grouped(text: str, lines: list[Line], opening: int, first: bool) -> list[list[Line]]:
    """Put the lines together that are one paragraph, item or heading wrapped.

    Their stretch begins at the offset `opening`; `first` says that no block stands before it.
    """
    if len(lines) == 1:
        return [lines]
    lengths = [end - start for start, end in lines if " " in text[start:end].strip()]
    width = max(lengths, default=0)
    prose = is_closed(text[slice(*lines[-1])])
    reach = [
        end - start + 1 + len(first_word(text, after)) for (start, end), after in pairwise(lines)
    ]
    full = [length > width for length in reach]
    nearly = [length > _NEARLY * width for length in reach]
    wrapped = (
        NARROWEST_WRAP <= width <= _WIDEST_WRAP
        and (sum(full) * 2 >= len(full) or (prose and sum(nearly) * 2 >= len(nearly)))
        and (prose or len(full) > 1)
    )
    # Of longer lines, those that break off: each line is a paragraph, or the margin is wide.
    broken = prose and width > _WIDEST_WRAP
    groups = [[lines[0]]]
    for i, line in enumerate(lines[1:]):
        before = text[slice(*lines[i])]
        if (
            _starts_anew(text, line, before, first)
            or heads(text, lines[i], line, opening)
            or not (
                _runs_on(text, lines[i], line, prose)
                or (wrapped and (full[i] or not is_closed(before)))
                or (broken and nearly[i] and not is_closed(before))
                or (
                    (is_item(text, groups[-1][0]) or OPTION.match(text, *groups[-1][0]))
                    and indent(text, line) > indent(text, groups[-1][0])
                )
            )
        ):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def heads(text: str, line: Line, after: Line, opening: int) -> bool:
    """Return whether the first line of a stretch is a heading right above a paragraph."""
    if line[0] != opening:
        return False
    content = text[slice(*line)].strip()
    return is_asked(content) or stands_over(text, line, after)


def _starts_anew(text: str, line: Line, before: str, first: bool) -> bool:
    if text[line[0]] in " QqAa" and (QUESTION.match(text, *line) or ANSWER.match(text, *line)):
        return True
    if TIMED.match(text, *line) and TIMED.match(before):
        return True
    if text[line[0] : line[1]].lstrip()[:1] in _OPENS_RELEASE and is_release(
        text[slice(*line)].strip()
    ):
        return True
    if OPTION.match(text, *line) and indent(text, line) != indent(before, (0, len(before))):
        return True  # "   Output Control", and set in below it "-c, --count"
    if FIELD.match(text, *line) and (FIELD.match(before) or (first and _is_title(before))):
        return True
    bullet = BULLET.match(text, *line)
    if bullet is None:
        # "2.1 The rent is ..." after another clause; not a figure at the end of a line.
        return CLAUSE.match(text, *line) is not None and before.rstrip().endswith(END)
    # "... was born in\n12. The" is a wrapped line, not the twelfth item.
    number = bullet.group(1)
    return number is None or before.rstrip().endswith(END) or BULLET.match(before) is not None


def _is_title(before: str) -> bool:
    """Return whether the line before may be the first line of all and its title."""
    return len(before.split()) <= TITLE_WORDS and may_head(before.strip())


def _runs_on(text: str, line: Line, after: Line, prose: bool) -> bool:
    """A sentence that plainly goes on: open at the line's end, small letter after it."""
    before = text[slice(*line)].rstrip()
    word = first_word(text, after)
    if before.endswith(END) or not word[:1].islower():
        hanging = before.endswith((",", "-", *HANGING))
        # "Present: Ann Lee, Jo Berg,\n         Mo Hay": set in below its label.
        inset = before.endswith(",") and indent(text, after) > indent(text, line) + 1
        return hanging and (prose or inset) and not is_item(text, after)
    return prose or before.endswith(",")
