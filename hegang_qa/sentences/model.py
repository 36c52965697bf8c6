"""What a sentence is, and where all sentences of a collection are kept."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from hegang_qa.documents.model import Cell

__all__ = ["Sentence", "SentenceStore"]


class Sentence(NamedTuple):
    """A sentence, list item, heading or table row with its place and its context.

    `id` numbers the sentences of a collection in reading order, so the neighbours of sentence n
    are n-1 and n+1 where their `document` is the same. `text` is the verbatim slice
    ``[start:end]`` of the file; `line` and `column` are where it starts, from 1. `block` numbers
    the blocks of the document: equal numbers stand in one paragraph. `heading` joins the headings
    above it with " > ". `cells` are spans in the *sentence's* text, for table rows. `kind` is the
    block's kind; `lead` what introduces it: the sentence before the list or table it belongs to,
    and the heads of its columns.
    """

    id: int
    document: int
    path: str
    text: str
    start: int
    end: int
    line: int
    column: int
    block: int
    kind: str = "paragraph"
    heading: str = ""
    title: str = ""
    lead: str | None = None
    cells: tuple[Cell, ...] = ()


class SentenceStore(Protocol):
    """Gives sentences by id. Implementations are safe to read from many threads."""

    def __len__(self) -> int: ...

    def get(self, ids: Sequence[int]) -> list[Sentence]:
        """Return the sentences with these ids, in the order asked for.

        Ids that are no longer there are left out.
        """
        ...

    def ids(self) -> Sequence[int]:
        """Return the ids of all sentences, in reading order."""
        ...

    def beginnings(self, documents: Sequence[int]) -> list[int]:
        """Return the id of the first sentence of each of some documents (by their numbers), in the
        order asked for; those that are no longer there, or have no sentence, are left out."""
        ...

    def paths(self) -> list[str]:
        """Return the path of each document, by document number; removed ones are ""."""
        ...
