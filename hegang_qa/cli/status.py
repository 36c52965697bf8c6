"""What the exit status of ``hegang-qa`` means."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["ExitStatus"]


class ExitStatus(IntEnum):
    """The exit status of every command."""

    ANSWERED = 0
    """Every question was answered (or the command did what it was asked to do)."""

    NO_ANSWER = 1
    """The documents do not say; with several questions: for at least one of them."""

    WRONG_USAGE = 2
    """The command line, or a variable that stands for an option, makes no sense as it stands."""

    UNREADABLE = 3
    """Documents, rules, a collection, a question file or the configuration file could not be read,
    or what they hold not be used (or the output not be written)."""

    INTERNAL_ERROR = 70
    """A defect of this program (EX_SOFTWARE of BSD's sysexits.h); ``--debug`` shows where."""

    INTERRUPTED = 130
    """Ctrl-C (128 + SIGINT, as shells count)."""
