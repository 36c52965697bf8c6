"""What of a document goes into the index, made ready in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.index.analysis import terms_of, text_terms
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize

__all__ = ["Entry", "entries"]


class Entry(NamedTuple):
    """A sentence for the index.

    The texts are terms joined by spaces: of the sentence, of the sentence that introduces its
    list, of its headings and the heads of its cells, of its document's title. `place` is how
    many sentences further up its paragraph begins.
    """

    body: str
    lead: str
    heading: str
    title: str
    place: int


_LONGEST_TERM = 512


def entries(sentences: Sequence[Sentence], words: dict[str, int]) -> list[Entry]:
    """Return the entries of the sentences of one document; counts its words into `words`."""
    found: list[Entry] = []
    kept: dict[str, str] = {"": ""}
    block = -1
    begun = 0

    def once(text: str) -> str:
        terms = kept.get(text)
        if terms is None:
            terms = kept[text] = " ".join(dict.fromkeys(text_terms(text)))
        return terms

    for at, sentence in enumerate(sentences):
        tokens = tokenize(sentence.text)
        for token in tokens:
            if token.kind == "word":
                norm = token.norm
                words[norm] = words.get(norm, 0) + 1
        if sentence.block != block:
            block, begun = sentence.block, at
        heading = once(sentence.heading)
        if sentence.cells:
            heads = once(" ".join(cell.head for cell in sentence.cells))
            heading = f"{heading} {heads}"
        found.append(
            Entry(
                " ".join([term for term in terms_of(tokens) if len(term) <= _LONGEST_TERM]),
                once(sentence.lead or ""),
                heading,
                once(sentence.title),
                at - begun,
            )
        )
    return found
