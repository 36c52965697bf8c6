"""What ``hegang-qa --help`` prints: examples first, then the options from their table."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.cli.layout import Line, plain_text, wrap
from hegang_qa.cli.options import Option

__all__ = ["command_help", "option_lines", "program_help"]

_COLUMNS = 80
"""Columns that the lines of options fit into."""

_EXAMPLES = """\
Ask documents a question; get the short answer, the sentence that says so,
and its place.

  hegang-qa "which river is the longest"            the bundled documents
  hegang-qa -d handbook/ "how much is the late fee" a folder of .txt, .md, .csv
  hegang-qa -d a.md -d b.md --within "b*" "who signed it"
                                                    read both, answer from one
  hegang-qa -n 3 --explain "when does it open"      three answers, and why these
  hegang-qa < questions.txt                         an answer for each line
  hegang-qa --json "when does it open" | jq .text   for programs
  hegang-qa                                         a conversation

Commands (only as the first word but for options; `hegang-qa ask eval` asks about the word):

"""

_ENDING = """
Exit status: 0 answered, 1 the documents do not say, 2 wrong usage (options,
variables), 3 documents, a collection, rules or the file of settings cannot be
read or hold something wrong, 70 a defect of ours, 130 Ctrl-C.
NO_COLOR and TERM=dumb are honoured. `hegang-qa config` explains settings and
variables.
"""


def program_help(commands: Sequence[tuple[str, str]], options: Sequence[Option]) -> str:
    """Return the whole help text; `commands` are pairs of usage and what it does."""
    width = max(len(usage) for usage, _ in commands)
    listed = "".join(f"  {usage:<{width}}  {about}\n" for usage, about in commands)
    return f"{_EXAMPLES}{listed}\nOptions:\n\n{option_lines(options)}{_ENDING}"


def command_help(about: str, options: Sequence[Option]) -> str:
    """Return the help of one command: `about` begins with what it does and examples."""
    return f"{about}\nOptions:\n\n{option_lines(options)}"


def option_lines(options: Sequence[Option]) -> str:
    """Return the options: their names, their values, what they do."""
    heads = [
        ", ".join(option.names) + (f" {option.metavar}" if option.metavar else "")
        for option in options
    ]
    # Options without a short name stand under the long names of the others.
    shifts = [0 if head[1] != "-" else 4 for head in heads]
    width = max(len(head) + shift for head, shift in zip(heads, shifts, strict=True))
    lines = [
        Line((("", f"{head:<{width - shift}}  {option.help}"),), 2 + shift, width + 2 - shift)
        for head, shift, option in zip(heads, shifts, options, strict=True)
    ]
    return plain_text(wrap(lines, _COLUMNS))
