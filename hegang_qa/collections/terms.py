"""What of a document goes into the index, made ready in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.index.analysis import heading_of, text_terms
from hegang_qa.index.extraction import Extractor
from hegang_qa.sentences.model import Sentence

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


def entries(sentences: Sequence[Sentence], extractor: Extractor) -> list[Entry]:
    """Return the entries of the sentences of one document; `extractor` counts their words."""
    found: list[Entry] = []
    kept: dict[str, str] = {"": ""}
    block, begun = -1, 0
    above: tuple[object, ...] = ()
    lead = heading = title = ""

    def once(text: str) -> str:
        terms = kept.get(text)
        if terms is None:
            terms = kept[text] = " ".join(dict.fromkeys(text_terms(text)))
        return terms

    bodies = extractor.terms_of_each([sentence.text for sentence in sentences])
    for at, (sentence, body) in enumerate(zip(sentences, bodies, strict=True)):
        if sentence.block != block:
            block, begun = sentence.block, at
            # What stands above is that of a block; only the title is that of all of them.
            over = (sentence.lead, sentence.heading, sentence.title, sentence.cells)
            if over != above:
                above = over
                lead, heading = once(sentence.lead or ""), once(heading_of(sentence))
                title = once(sentence.title)
        found.append(Entry(body, lead, heading, title, at - begun))
    return found
