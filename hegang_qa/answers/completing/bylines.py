"""Who wrote a text, by the line under its title: "By *Nadia Perrin*"."""

from __future__ import annotations

import re

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.results import Answer

__all__ = ["with_byline"]

_SURE = 0.7
_LINES = 12
"""Sentences from the beginning of a document, at most."""
_FIELD = 2  # cells of "author: Ada Keogh"
_MOST = 5_000
"""Sentences of a collection that is looked through for its bylines."""
_WRITING = frozenset("wrote written author writes write reporter".split())
_TEXTS = frozenset(
    "article report text page letter story piece document review column post paper this".split()
)
_BYLINE = lazy(
    r"\W*(?:(?:(?:text|words|story|report|written|article) )?by:?|author:)\s+['\"]?"
    r"(?P<name>(?-i:[A-Z])[\w.'’-]*(?: (?-i:[A-Z])[\w.'’-]*){1,3})\W*(?:,[^.]{0,40})?$",
    re.IGNORECASE,
)


def with_byline(asking: Asking, answer: Answer) -> Answer:
    """Return the name in the only byline, or that of the best sentence's document, where one asks
    who wrote the article; elsewhere the answer as it is."""
    question, ranked, store = asking.question, asking.ranked, asking.store
    norms = {token.norm for token in question.tokens}
    if _WRITING.isdisjoint(norms) or _TEXTS.isdisjoint(norms) or asking.least > _SURE:
        return answer
    if len(store) > _MOST:
        return answer
    found = []
    count: dict[int, int] = {}
    for sentence in asking.everything():
        count[sentence.document] = count.get(sentence.document, 0) + 1
        if count[sentence.document] > _LINES or len(sentence.cells) > _FIELD:
            continue
        name = _BYLINE.match(sentence.text)
        if name is not None:
            found.append((sentence, name.span("name")))
    best = ranked[0].sentence.document if ranked else -1
    own = [one for one in found if one[0].document == best] if len(found) > 1 else found
    if len(own) != 1:
        return answer
    sentence, place = own[0]
    return told_by(answer, sentence, sentence.text[slice(*place)], _SURE, place)
