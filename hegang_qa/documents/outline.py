"""The headings that stand above the place where a reader has arrived."""

from __future__ import annotations

__all__ = ["Outline"]


class Outline:
    """Headings by level; a new one closes those of its level and below."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self.current: tuple[str, ...] = ()
        """The open headings, outermost first."""
        self.first: str | None = None
        """The first heading that was opened."""
        self.first_level = 0

    def enter(self, level: int, text: str) -> None:
        """Open a heading of `level` (1 is the outermost)."""
        self.close(level)
        self._open.append((level, text))
        self.current = tuple(title for _, title in self._open)
        if self.first is None:
            self.first, self.first_level = text, level

    def close(self, level: int) -> None:
        """Close the headings of `level` and below."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        self.current = tuple(title for _, title in self._open)
