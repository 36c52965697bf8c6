"""What can go wrong, by what the caller can do about it.

::

    HegangQAError
    ├── SourceError         documents (or another file) cannot be read: name others, or mend it
    ├── RuleError           a rule file is wrong: mend the file at path:line:column
    ├── IndexFormatError    a stored collection is damaged, gone, of another version: build it again
    ├── StorageError        a collection cannot be used now (busy, no right, no room): see hint
    └── UsageError          a call or a command line is wrong: call it another way

"The documents do not say" is a result (`Answer.kind == "no-answer"`), not an error.
"""

from __future__ import annotations

__all__ = [
    "HegangQAError",
    "IndexFormatError",
    "RuleError",
    "SourceError",
    "StorageError",
    "UsageError",
]


class HegangQAError(Exception):
    """Base of every error that this package raises on purpose.

    `hint`, where there is one, is a sentence that tells the caller what to do next.
    """

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class SourceError(HegangQAError):
    """Documents, a file of questions or one of settings could not be read; `path` is the place as
    the caller named it."""

    def __init__(self, message: str, *, path: str | None = None, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.path = path


class RuleError(HegangQAError):
    """A rule file is wrong. Printed as ``path:line:column: CODE message``.

    `line` and `column` count from 1; they are 0, and not printed, where a folder is meant.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str,
        path: str,
        line: int = 1,
        column: int = 1,
        hint: str | None = None,
    ) -> None:
        super().__init__(message, hint=hint)
        self.code = code
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {self.code} {self.message}"


class IndexFormatError(HegangQAError):
    """A stored collection is damaged, not there (any more), or written in another format version
    than this one reads."""


class StorageError(HegangQAError):
    """A stored collection cannot be written now, or not read: another process writes it, the disk
    is full, the folder is read-only, or it is not this user's to read. What it held before is still
    whole."""


class UsageError(HegangQAError):
    """A call or a command line makes no sense as it stands."""
