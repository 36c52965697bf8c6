"""Figures that a sentence gives in passing, for another than the one asked about: "the Varda, *152
km* long, is the longest of them" tells nothing of the river that it runs into."""

from __future__ import annotations

from hegang_qa.answer_types import is_numeric
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["apposed_to_another"]

_FAR = 3  # tokens between a name's comma and its figure


def apposed_to_another(
    question: Question, ranked: RankedSentence, span: ScoredSpan, analysis: Analysis
) -> str:
    """Return in words beside which other name the figure of an answer stands, "" where it stands
    beside none, or the question names nobody."""
    names = {n for n, term in enumerate(question.terms) if term.role == "name"}
    if not names or not is_numeric(question.answer_type) or ranked.sentence.cells:
        return ""
    tags, tokens = analysis.tagged.tags, ranked.tokens
    low = next((n for n, token in enumerate(tokens) if token.start >= span.span.start), -1)
    opening = next((n for n in range(low - 1, max(0, low - _FAR), -1) if tags[n] in ",("), -1)
    if opening < 1 or tags[opening - 1] != "E" or "V" in tags[opening:low]:
        return ""
    closing = ")" if tags[opening] == "(" else ","
    high = next((n for n, token in enumerate(tokens) if token.start >= span.span.end), len(tags))
    end = tags.find(closing, high)
    if end < 0 or tags[high:end].strip("J"):
        return ""  # "Half board: 38 € at Birkhahn, 42 € at Wolfszahn"
    begin = opening
    while begin > 0 and tags[begin - 1] in "E-":
        begin -= 1
    own = {match.token: match.term for match in ranked.matches}
    if any(own.get(at, -1) >= 0 for at in range(begin, opening)):
        return ""
    if any(match.term in names and match.token < begin for match in ranked.matches):
        return ""  # "the Ondra is joined by ..." may tell of either
    return f'it is told of "{ranked.sentence.text[tokens[begin].start : tokens[opening - 1].end]}"'
