"""What the parts of a score are called when it is explained to a person.

A score is made of some hundred numbers; a dozen headings tell the same in words.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["ABOUT_ANSWER", "ABOUT_SENTENCE", "heading_of"]

ABOUT_SENTENCE = {
    "words of the question that it holds": (
        "coverage, matched bits, missed bits, exact words, same stems, mended words, synonyms,"
        " related words, compounds, missed names, missed numbers, missed nouns, missed verbs,"
        " kindred words, focus word, rarest word, rarest missed, names, verbs, relation words,"
        " relation missed,"
        " bits by length, still missed, names still missed, numbers still missed,"
        " verbs still missed, coverage to best, bits to best, missed to least, relation to best"
    ),
    "how these words stand together": (
        "word pairs, content pairs, longest run, order, spread, density, verbatim words,"
        " verbatim share, first match, pairs to best"
    ),
    "holds the kind of thing asked for": (
        "kind fits, kind lacks, nearest candidate, candidate distance, verb to candidate"
    ),
    "headings and sentences around it": (
        "before, after, paragraph, heading, before covers, after covers, pronoun,"
        " pronoun and before, linked, linked and before, carried, title, carried to best"
    ),
    "how near in meaning it is": "nearness, nearness alone, nearness to best, near, behind",
    "how high the search put it": (
        "search score, search score to best, paragraph score to best, document score to best,"
        " hits in document"
    ),
    "its length, form and place": (
        "defines, length, short, place in paragraph, lead, is heading, is row, new capitals,"
        " new figures, other years, quotes, brackets, question words, question bits,"
        " first of paragraph"
    ),
}
"""Parts of a sentence's score by heading; those of one kind of answer ("date: fits") are of the
third."""

ABOUT_ANSWER = {
    "of the kind asked for": (
        "type, kind, kind of thing, the noun asked for, choices offered, column"
    ),
    "begins and ends where such answers do": "its beginning, its end, its make-up",
    "its way to the words of the question": (
        "way to the matched words, words that are missing, its clause, place in the sentence"
    ),
    "fits the question turned into a statement": "fits the gap",
    "its own words and those beside it": (
        "words, its own words, words around it, words of the question inside, pairs of words"
    ),
    "others like it in the sentence": "others like it",
    "what the reader makes of it": "reader",
    "says more than the question does": "echo",
}
"""Parts of the score of the answer's words by heading."""


@lru_cache(maxsize=1)
def _headings() -> dict[str, str]:
    return {
        part: heading
        for table in (ABOUT_SENTENCE, ABOUT_ANSWER)
        for heading, parts in table.items()
        for part in parts.split(", ")
    }


def heading_of(part: str) -> str:
    """Return the heading of a part of the score; a part without one is its own."""
    if part.endswith(": fits"):
        part = "kind fits"
    return _headings().get(part, part)
