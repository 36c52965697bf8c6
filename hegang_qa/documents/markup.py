"""The marks of reStructuredText that show no text to a reader: directives with their options,
targets of links, comments, lines of pictures. READMEs have them whatever their suffix.

What is left out is blanked, so that lines and offsets of all else stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegang_qa.documents.patterns import lazy

__all__ = ["without_directives"]

_MARKED = lazy(
    r"^[ \t]*\.\. (?:\|[^|\n]+\| )?(?:[A-Za-z][\w:+.-]*::|_[^\n]+:)(?=[ \t]|$)",
    re.MULTILINE,
)
_DIRECTIVE = lazy(r"([ \t]*)\.\.[ ]+(\|[^|\n]+\|[ ]+)?([A-Za-z][\w:+.-]*?)::(?:[ \t]+|$)")
_EXPLICIT = lazy(r"([ \t]*)\.\.(?:[ ]+|$)")
_TARGET = lazy(r"[ \t]*(?:\.\.[ ]+_[^\n]*:(?:[ \t].*)?|__[ ]\S+)$")
_NOTE = lazy(r"[ \t]*\.\.[ ]+\[[^\]\n]+\](?=[ \t])")
_OPTION = lazy(r"[ \t]+:[A-Za-z][\w -]*:(?=[ \t]|$)")
_PICTURES = lazy(r"[ \t]*(?:\|[^|\s][^|\n]*\|(?:_{0,2})[ \t]*)+$")
_OF_CODE = lazy(r"[ \t]*\.\.[ ]+(?:code|code-block|sourcecode|highlight|parsed-literal)::")
_FENCE = lazy(r"[ \t]*(`{3,}|~{3,})")

# What stands behind the name of one of these is for the program that makes pages, and is no text.
_BARE = frozenset(
    "image figure code code-block sourcecode highlight include literalinclude raw math contents"
    " toctree role default-role module currentmodule automodule autoclass autofunction index meta"
    " list-table container class unicode date target-notes sectnum section-numbering tabularcolumns"
    " only parsed-literal".split()
)
# And what is set in below it.
_WITHOUT_TEXT = frozenset("raw toctree index meta contents".split())

_RULE = "***"
_NOTE_OF_MARKDOWN = "[^.]:"

_Line = tuple[int, int]


def without_directives(text: str, *, markdown: bool = False) -> str:
    """Return a text as long as `text` in which blanks stand for the directives, targets, comments
    and pictures of reStructuredText; a text that has no directive and no target comes back as it
    is. With `markdown`, code stands between fences, where they are text; a rule parts what stands
    before and behind a line that is left out, and the mark of a note stands before text that goes
    on behind its directive, as Markdown takes what is set in for code. Without, "::" stands for a
    directive of code, as what is set in below that sign is code as well."""
    if ".. " not in text or _MARKED.search(text) is None:
        return text
    kept: list[str] = []
    at = 0
    for start, end in _left_out(text, markdown):
        sign = ""
        if not markdown and _OF_CODE.match(text, start, end):
            indented = len(text[start:end]) - len(text[start:end].lstrip())
            sign = " " * indented + "::"
        elif not markdown and end < len(text) and text[end] != "\n":
            sign = ".."
        elif markdown and text[start] in "._|":
            sign = _RULE if text[end : end + 1] in ("", "\n") else _NOTE_OF_MARKDOWN
        kept += text[at:start], sign.ljust(end - start)
        at = end
    return "".join((*kept, text[at:]))


def _left_out(text: str, fenced: bool) -> Iterator[_Line]:
    """Yield what is left out, in order; nothing of it reaches over the end of a line."""
    beneath = -1  # how far the mark is set in whose block is left out, too
    options = at_mark = False
    fence = ""
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if fenced and (found := _FENCE.match(line)):
            if not fence:
                fence = found.group(1)
            elif line.strip().startswith(fence):
                fence = ""
            options = False
            continue
        if fence:
            continue
        if not line.strip():
            options = False
            if at_mark:
                beneath = -1  # an empty comment: what is set in behind it is text
            continue
        at_mark = False
        if beneath >= 0:
            if len(line) - len(line.lstrip()) > beneath:
                yield start, start + len(line)
                continue
            beneath = -1
        if options and _OPTION.match(line):
            yield start, start + len(line)
            continue
        options = False
        if directive := _DIRECTIVE.match(line):
            name = directive.group(3)
            options = True
            bare = name in _BARE or directive.group(2) is not None
            yield start, start + (len(line) if bare else directive.end())
            if name in _WITHOUT_TEXT:
                beneath = len(directive.group(1))
        elif _TARGET.match(line) or _PICTURES.match(line):
            yield start, start + len(line)
        elif note := _NOTE.match(line):
            yield start, start + note.end()
        elif explicit := _EXPLICIT.match(line):
            yield start, start + len(line)
            beneath = len(explicit.group(1))
            at_mark = line.strip() == ".."
        elif fenced and line.strip() == "::":
            yield start, start + len(line)
