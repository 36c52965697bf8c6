"""What stands in a bracket is said of the name before it: "replaced Alpha (bought 2015) with Beta"
does not tell when Beta was bought."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence

__all__ = ["bracket_of_another", "in_bracket_of_another"]

_QUOTES = frozenset("`\"'“‘*")


def bracket_of_another(
    question: Question, ranked: RankedSentence, span: ScoredSpan, analysis: Analysis
) -> str:
    """Return in words that an answer stands in the bracket of a name that the question does not
    name, while all that it names are other names outside; "" elsewhere."""
    tokens = ranked.tokens
    first = next((n for n, t in enumerate(tokens) if t.start >= span.span.start), len(tokens))
    return in_bracket_of_another(question, ranked, analysis, first)


def in_bracket_of_another(
    question: Question, ranked: RankedSentence, analysis: Analysis, first: int
) -> str:
    """Return the same of the token `first`."""
    tokens, tags = ranked.tokens, analysis.tagged.tags
    opened = tags.rfind("(", 0, first)
    closed = tags.find(")", first)
    if opened < 1 or closed < 0 or ")" in tags[opened:first]:
        return ""
    owner = opened - 1
    while owner > 0 and tokens[owner].norm in _QUOTES:
        owner -= 1
    if not _is_name(ranked, tags, owner):
        return ""
    low = owner
    while low > 0 and (
        _is_name(ranked, tags, low - 1)
        or tokens[low - 1].text == "-"
        or (tags[low - 1] == "S" and _is_name(ranked, tags, low - 2))
    ):
        low -= 1  # "Astrid Lindqvist-Moreau", "Founder's Day"
    colon = tags.find(":", 0, low)
    if colon > 0 and any(match.token < colon for match in ranked.matches):
        return ""  # "Secretary: Ann Lee (555 0100)": whose office is asked about is hers
    for match in ranked.matches:
        if low <= match.token <= owner and _has_other_name(question, ranked, match.term):
            return f'the bracket belongs to "{tokens[low].text}"'
    named = [
        match
        for match in ranked.matches
        if question.terms[match.term].role != "verb"
        and not opened < match.token < closed
        and not question.terms[match.term].light
    ]
    if not named or not all(
        match.how in BY_FORM
        and _is_name(ranked, tags, match.token)
        and not low <= match.token <= owner
        for match in named
    ):
        return ""
    return f'the bracket belongs to "{tokens[owner].text}"'


def _has_other_name(question: Question, ranked: RankedSentence, number: int) -> bool:
    """Return whether a name that the sentence lacks stands right before one that it has: Paul
    Moreau is not Astrid Moreau."""
    terms = question.terms
    if not number or terms[number].role != "name" or terms[number - 1].role != "name":
        return False
    beside = terms[number - 1].token + 1 == terms[number].token
    return beside and all(match.term != number - 1 for match in ranked.matches)


def _is_name(ranked: RankedSentence, tags: str, at: int) -> bool:
    """Return whether a word is a name, by its capital or its quotation marks."""
    token, text = ranked.tokens[at], ranked.sentence.text
    quoted = text[token.start - 1 : token.start] in tuple(_QUOTES) and token.start > 0
    return tags[at] == "E" or (token.kind == "word" and quoted)
