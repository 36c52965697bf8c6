"""What a document is once it has been read."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

__all__ = ["Block", "BlockKind", "Cell", "Document"]

BlockKind = Literal["paragraph", "heading", "item", "row", "quote", "code"]


class Cell(NamedTuple):
    """One cell of a table row: its span in the document's text and the head of its column."""

    start: int
    end: int
    head: str


class Block(NamedTuple):
    """A stretch of text that no sentence crosses.

    `start` and `end` are code points of the document's text. `headings` are the headings above
    it, outermost first. `cells` are filled for table rows only. `lead` is the sentence that
    introduces a list ("Bring:"), for list items.
    """

    kind: BlockKind
    start: int
    end: int
    headings: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text with its blocks in order; `path` is as the user gave it.

    `text` is the decoded file, newlines made "\\n" (so offsets count code points of the text as
    an editor shows it), without a byte order mark. That of a web page is without its tags, line by
    line: columns are those of what it shows.
    """

    path: str
    text: str
    title: str | None
    blocks: tuple[Block, ...]
    _line_starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        object.__setattr__(self, "_line_starts", tuple(starts))

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of a code point of the text."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
