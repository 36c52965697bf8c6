"""Questions for the most or least of a table's rows ("which berth is cheapest"): no single row can
tell, unless it says so itself. A sentence tells of its own superlative only."""

from __future__ import annotations

from hegang_qa.answers.verdicts.contraries import WordRelations
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.tokens import stem, tokenize

__all__ = ["unsaid_superlative"]

_DEGREES = frozenset("most least fewest best worst".split())
# "At least", "at the latest" bound a figure.
_BOUND = frozenset(("at", "by"))
# "Most", "best" and "last" are too often no grade of the noun behind them.
_SHORT = 4
_EXTREMES = frozenset("hottest warmest coldest coolest highest lowest".split())
_EVER = frozenset("ever day recorded measured record".split())
_RECORDED = frozenset("record maximum minimum highest lowest".split())
_MEANS = frozenset("mean average averages averaging month months".split())
# Superlatives that may stand for each other.
_ALIKE = (
    frozenset("worst gravest severest biggest greatest largest deadliest direst main".split()),
    frozenset("best finest greatest foremost".split()),
    frozenset("first earliest oldest".split()),
    frozenset("last latest newest".split()),
)
_GRADED = 0.5  # the share of an adjective's or adverb's uses among a word's


def unsaid_superlative(
    question: Question, ranked: RankedSentence, lexicon: WordRelations | None
) -> str:
    """Return in words that a row does not say what superlative is asked for, "" where it does, or
    the question names it by a name or number besides. What heads its columns or the table may say
    it as well ("highest point")."""
    if not ranked.sentence.cells and lexicon is not None:
        return _of_another(question, ranked, lexicon) or _only_mean(question, ranked)
    if lexicon is None or _is_named(question, ranked):
        return ""
    tokens = question.tokens
    above = (ranked.sentence.heading, ranked.sentence.title, ranked.sentence.lead or "")
    heads = (cell.head for cell in ranked.sentence.cells)
    said = {token.norm for text in (*above, *heads) for token in tokenize(text)}
    said |= {token.norm for token in ranked.tokens}
    for at, token in enumerate(tokens):
        if not _is_superlative(token.norm, lexicon):
            continue
        before = [other.norm for other in tokens[max(0, at - 2) : at]]
        after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
        if not _BOUND.isdisjoint(before[-1:] if before[-1:] != ["the"] else before) or (
            token.norm == "most" and after == "of"
        ):
            continue
        term = next((term for term in question.terms if term.token == at), None)
        # "The biggest" is "the largest", and what costs most has the highest price.
        forms = None if term is None else {form.term for form in term.expansions}
        if any(
            _is_superlative(norm, lexicon) and (forms is None or stem(norm) in forms)
            for norm in said
        ):
            return ""
        return f'no row says "{token.text}"'
    return ""


def _of_another(question: Question, ranked: RankedSentence, lexicon: WordRelations) -> str:
    """Return in words that a sentence has another superlative before the noun that is asked about
    ("the *largest* lake": which is the deepest one?), and not that of the question; else ""."""
    matched = {match.term: match.token for match in ranked.matches}
    for number, term in enumerate(question.terms[:-1]):
        if number in matched or not _is_superlative(question.tokens[term.token].norm, lexicon):
            continue
        noun = matched.get(number + 1, 0)
        before = ranked.tokens[noun - 1].norm if noun else ""
        alike = any({question.tokens[term.token].norm, before} <= group for group in _ALIKE)
        if _is_superlative(before, lexicon) and len(before) > _SHORT and not alike:
            return f'it says "{before}"'
    return ""


def _only_mean(question: Question, ranked: RankedSentence) -> str:
    """Return in words that a sentence tells a mean, where the most that there ever was is asked for
    ("the hottest day": "the *mean* temperature in July"); "" elsewhere."""
    asked = {token.norm for token in question.tokens}
    said = {token.norm for token in ranked.tokens}
    if _EXTREMES.isdisjoint(asked) or asked & _MEANS or said & _RECORDED:
        return ""
    if said & _EXTREMES and not asked & _EVER:
        return ""
    mean = next((token.text for token in ranked.tokens if token.norm in _MEANS), "")
    return f'it tells a "{mean}"' if mean else ""


def _is_named(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a name or number of the question stands in the cell that a row is about."""
    first = ranked.sentence.cells[0]
    return any(
        match.how in BY_FORM
        and (question.terms[match.term].role == "name" or token.kind == "number")
        and first.start <= token.start < first.end
        for match in ranked.matches
        for token in (ranked.tokens[match.token],)
    )


def _is_superlative(norm: str, lexicon: WordRelations) -> bool:
    if norm in _DEGREES:
        return True
    if len(norm) < 5 or not norm.endswith("est"):
        return False
    parts = lexicon.parts_of_speech(norm)
    return parts.get("adjective", 0.0) + parts.get("adverb", 0.0) >= _GRADED
