"""Sentences for the tests of the index."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.index.protocol import WeightedTerm
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize


def make(
    text: str,
    id: int = 0,
    *,
    document: int = 0,
    block: int | None = None,
    heading: str = "",
    title: str = "",
    lead: str | None = None,
) -> Sentence:
    return Sentence(
        id=id,
        document=document,
        path=f"{document}.txt",
        text=text,
        start=0,
        end=len(text),
        line=1,
        column=1,
        block=id if block is None else block,
        heading=heading,
        title=title,
        lead=lead,
    )


def plain(texts: Sequence[str]) -> list[Sentence]:
    """Return sentences that each stand in a paragraph of their own."""
    return [make(text, at) for at, text in enumerate(texts)]


def asked(text: str) -> list[WeightedTerm]:
    return [WeightedTerm(token.stem) for token in tokenize(text)]
