"""A reader, another's code, asked so that whatever it does wrong is one kind of error."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.model import Finder, Passage, Reader, ReadSpan, Verdict

__all__ = ["Guarded", "ReaderError"]


class ReaderError(Exception):
    """A reader has failed; `cause` is what it raised."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


class Guarded:
    """A reader, another's code, for one question: whatever it raises comes out as one kind of
    error, and what it has said of a passage is kept."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.finder: Finder | None = getattr(reader, "finder", None)
        self._said: dict[Passage, list[ReadSpan]] = {}
        self._judged: dict[Passage, Verdict] = {}

    def load(self) -> None:
        """Load the reader, if it can. Raises `ReaderError`, as the others do."""
        load = getattr(self._reader, "load", None)
        try:
            if load is not None:
                load()
        except Exception as error:
            raise ReaderError(error) from error

    def read(self, question: str, passages: Sequence[Passage]) -> list[list[ReadSpan]]:
        """Return what `Reader.read` says of each passage."""
        new = [passage for passage in passages if passage not in self._said]
        try:
            found = self._reader.read(question, new) if new else ()
            if len(found) != len(new):
                raise ValueError(f"{len(found)} lists of spans for {len(new)} passages")
            for passage, spans in zip(new, found, strict=True):
                self._said[passage] = [ReadSpan(*span) for span in spans]
        except Exception as error:
            raise ReaderError(error) from error
        return [self._said[passage] for passage in passages]

    def judge(self, question: str, passages: Sequence[Passage]) -> list[Verdict]:
        """Return what the reader's `Judge` says of each passage."""
        new = [passage for passage in passages if passage not in self._judged]
        try:
            found = self._reader.judge(question, new) if new else ()  # type: ignore[attr-defined]
            if len(found) != len(new):
                raise ValueError(f"{len(found)} verdicts for {len(new)} passages")
            for passage, said in zip(new, found, strict=True):
                self._judged[passage] = Verdict(*said)
        except Exception as error:
            raise ReaderError(error) from error
        return [self._judged[passage] for passage in passages]
