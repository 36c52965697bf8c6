"""What single lines of plain text look like: bullets, clause numbers, headings, ends of sentences.

In doubt a line is none of these.
"""

from __future__ import annotations

import re

from hegang_qa.documents.patterns import lazy

__all__ = [
    "BULLET",
    "CLAUSE",
    "END",
    "FIELD",
    "HANGING",
    "LABEL",
    "LABELLED",
    "MAX_LEAD",
    "NARROWEST_WRAP",
    "OPTION",
    "QUOTED",
    "RULE",
    "TIMED",
    "Line",
    "fields_apart",
    "first_word",
    "indent",
    "is_asked",
    "is_closed",
    "is_in_capitals",
    "is_item",
    "is_numbered_heading",
    "is_open_line",
    "is_release",
    "is_rule",
    "is_short_question",
    "last_sentence",
    "may_head",
    "stands_over",
    "trimmed",
]

Line = tuple[int, int]
"""Begin and end of a line in its text."""

BULLET = lazy(
    r"\s*(?:[-*+•·◦‣▪●○–—⁃]\s+|\*(?=[A-Z\"][^*\n]*$)|(\d{1,3})[.)]\s+|\(?([a-z]|[ivx]{2,4})\)\s+)(?=\S)"
)
_QUESTION_WORDS = 15
_ASKS = lazy(
    r"(?:Who|Whom|Whose|What|Which|When|Where|Why|How|Do|Does|Did|Is|Are|Was|Were|Can|Could|May|Must|"
    r"Will|Would|Should|Shall|Has|Have)\b[^.!]*$"
)
CLAUSE = lazy(r"\s*\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+(?=[A-Z\"“'‘(])")
"""The number of a clause ("2.1 The rent is ...")."""
LABEL = lazy(r"\s*[^:\n]{1,40}:(?:\s|$)")
"""What begins a line "label: value"."""
LABELLED = lazy(r"\s*(?:[*_]{1,2})?[A-Z0-9][^:.!?\n|]{0,38}:[*_]{0,2} +(?=\S)")
"""The same with a label that may stand in prose as well, and a value."""
FIELD = lazy(r"[A-Z][a-z]+(?: [\w'-]+){0,2}: ")
"""What begins one of the fields at the head of minutes or a letter ("Date: 4 May")."""
_FIELD_GAP = lazy(r"(?<=\S)(?: {3,}|\t+)(?=[A-Z][\w'&/ -]{0,30}: +\S)")
OPTION = lazy(r"\s*--?[A-Za-z][\w-]*(?:[ ,=\[]|$)")
"""An option of a program at the beginning of a line ("-c, --count")."""
RULE = lazy(r"\s*([=\-~^\"#*+_.`])(?:\s?\1){2,}\s*$")
_NUMBERED = lazy(
    r"(?:§\s*|(?:Article|Art\.|Section|Sec\.|Chapter|Part)\s+)?(\d{1,3}(?:\.\d{1,3})*)[.:]?\s+(?=[^\W\d_])"
)
_PARAGRAPH = lazy(r"\(\d{1,3}\)\s+\S")
QUOTED = lazy(r"(?<=\n)[ \t]*(?:>(?!=)[> \t]*|[#;]+[ \t]+)")
"""The marks of a line, quoted ("> ") or of a comment ("# "), below another such line."""
TIMED = lazy(r"\s*\d{1,2}[.:]\d{2}\b(?:\s*[ap]\.?m\b\.?)?\s+(?=\S)")
"""The time that begins a line of a programme ("9.30   Open-air service")."""
_WORD = lazy(r"\S+")
_FOOTNOTES = lazy(r"(?:\[\w{1,3}\])+$")

END = (".", "!", "?", "…", "。", "！", "？", '."', '?"', '!"', ".”", "?”", "!”", ".)", ":", ";")
HANGING = tuple(
    f" {word}"
    for word in "and or of in on at by for with to the a an from that is are was as than".split()
)
"""No line of a list ends in these."""

NARROWEST_WRAP = 40
"""Columns: shorter lines side by side are a list, not wrapped text."""
MAX_LEAD = 300
"""Characters of a lead that are kept."""
_SHORTEST_PROSE = 50
"""Characters of the first line of a paragraph that has its heading right above it, at least."""
_ROOM = 0.75
"""Part of that line which the heading and the line's first word leave over, at least."""
_OPENING_QUOTES = "\"'“‘«„"
_HEADING_WORDS = 12

# What ends in a full stop that ends no sentence ("Moss Rovers F.C.", "Hal Jones Jr.").
_SHORTENED = lazy(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|Bros)\.$")


def last_sentence(text: str) -> str:
    """Return what stands after the last sentence end inside `text`, in single spaces and without
    the marks of quoted lines."""
    if "\n" in text and ">" in text:
        text = QUOTED.sub(" ", text)
    cut = max(text.rfind(mark, 0, -2) for mark in (". ", "? ", "! ", ".\n", "?\n", "!\n"))
    return " ".join(text[cut + 1 :].split())[-MAX_LEAD:]


def is_closed(content: str) -> bool:
    """Return whether a line ends as a sentence or the lead of a list does."""
    return _FOOTNOTES.sub("", content.rstrip()).endswith(END)


def first_word(text: str, line: Line) -> str:
    """Return the first word of a line, "" of a blank one."""
    match = _WORD.search(text, *line)
    return match.group() if match else ""


def indent(text: str, line: Line) -> int:
    """Return how many columns a line is set in; tabs are four."""
    piece = text[slice(*line)].expandtabs(4)
    return len(piece) - len(piece.lstrip())


def is_item(text: str, line: Line) -> bool:
    """Return whether a line begins with a bullet or the number of an item."""
    return BULLET.match(text, *line) is not None


def is_rule(text: str, line: Line) -> bool:
    """Return whether a line is drawn ("-----")."""
    sign = text[line[0] : line[0] + 1]
    return (not sign.isalnum()) and RULE.match(text, *line) is not None


def may_head(content: str) -> bool:
    """Return whether nothing speaks against a line's being a heading."""
    if len(content) > 80 or (content.endswith(END) and not _SHORTENED.search(content)):
        return False
    if content.endswith((",", "-", "–", "/")) or "\t" in content or "@" in content:
        return False
    letters = sum(c.isalpha() for c in content)
    return (
        letters >= 3
        and (content[0].isalnum() or content[0] == "§")
        and len(content.split()) <= _HEADING_WORDS
    )


def is_numbered_heading(content: str) -> bool:
    """Return whether a line is a number and a few words with a capital ("2.1 Beginnings")."""
    match = _NUMBERED.match(content)
    return (
        match is not None
        and len(content.split()) <= 8
        and not content.endswith(END)
        and content[match.end()].isupper()
    )


_LONGEST_RELEASE = 60
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_RELEASE = lazy(
    r"(?:(?:version|release)\s+|v)?\d+(?:\.\d+){1,3}(?:[-.]?(?:rc|beta|alpha|[ab])\.?\d*)?[\s*_():,/–—-]+"
    rf"(?=.*\b(?:19|20)\d\d\b)(?:released|on|{_MONTH}|\d{{1,4}}(?!\d)(?:st|nd|rd|th)?|[\s*_():,/.–—-])+",
    re.IGNORECASE,
)


def is_release(content: str) -> bool:
    """Return whether a line is a version and its date ("1.4.2 (2024-05-30)"), which heads what
    follows in a changelog."""
    if len(content) > _LONGEST_RELEASE or content[-1:] == ".":
        return False
    return _RELEASE.fullmatch(content) is not None


def is_in_capitals(content: str) -> bool:
    """Return whether a line is a heading in capitals, perhaps with a number before it and a remark
    in brackets behind it ("4. REPORTS (Mrs Hay)")."""
    if not may_head(content):
        return False
    number = _NUMBERED.match(content)
    words = content[number.end() if number else 0 :].partition(" (")[0]
    letters = sum(c.isalpha() for c in words)
    return words.isupper() and letters > 3 and letters * 2 > len(words)


_CONDITION = lazy(
    r"(?:If|When|Before|After|Should) (?:you|your|the|a|an|it|we|they)\b[^,;:]*$"
    r"|(?:Who|What|Where|When|How|Why|Which)(?: [\w'-]+){1,5}$"
)


def leads_on(content: str) -> bool:
    """Return whether a line goes on in a list without a colon ("Applicants must")."""
    return content.rpartition(" ")[2] in _LEADING


_LEADING = frozenset("must should may can are is need include includes required to if".split())
_LEAD_WORDS = 12


def is_open_line(content: str) -> bool:
    """Return whether a line is a few words without a mark at its end."""
    return content[-1:].isalnum() and len(content.split()) <= _LEAD_WORDS


def stands_over(text: str, line: Line, after: Line) -> bool:
    """Return whether a line is a heading right above a paragraph that begins with `after`: it ends
    where the first word of that would have found room, so it was not wrapped."""
    content = text[slice(*line)].strip()
    below = text[slice(*after)].strip()
    if not may_head(content):
        return False
    numbered = is_numbered_heading(content)
    # "2. Rent" over "2.1 The rent is ...", "§ 2 Rent" over "(1) The rent is ..."
    if numbered and (CLAUSE.match(below) or _PARAGRAPH.match(below)):
        return True
    # "1. Swimming pool" over "   Monday     06:30 - 21:00"
    if numbered and indent(text, after) > indent(text, line) and ("   " in below or "\t" in below):
        return True
    # "If you forget a dose" over "Skip it.": a clause that goes on would have a comma.
    if _CONDITION.match(content) and below[:1].isupper() and not content.endswith(HANGING):
        return True
    room = _ROOM * len(below) > line[1] - line[0] + 1 + len(first_word(text, after))
    # "4. Next meeting" over "It is on 9 April."
    sentence = numbered and below.endswith(END) and len(below) > len(content)
    return (
        ((len(below) >= _SHORTEST_PROSE and room) or sentence)
        and (below[0].isupper() or below[0] in _OPENING_QUOTES)
        and (content[0].isupper() or numbered)
        and not content.endswith(HANGING)
    )


def trimmed(text: str, start: int, end: int) -> Line:
    """Return a stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def is_short_question(content: str) -> bool:
    """Return whether a line is one question of a few words."""
    asks = content.endswith("?") and content.count("?") == 1
    return asks and len(content.split()) <= _QUESTION_WORDS


def is_asked(content: str) -> bool:
    """Return whether a line is such a question by its first word as well."""
    return is_short_question(content) and _ASKS.match(content) is not None


def fields_apart(text: str, line: Line) -> list[Line]:
    """Return the fields of a line that has several with a gap between ("Phone: 0171 22   Fax: 0171
    23"), each as a line of its own; the line itself where it has no two."""
    start, end = line
    if LABEL.match(text, start, end) is None:
        return [line]
    parts = []
    for gap in _FIELD_GAP.finditer(text, start, end):
        parts.append((start, gap.start()))
        start = gap.end()
    return [*parts, (start, end)]
