"""Who won and who lost, and what was and what will be: the contrary of what is asked for, though it
stands in its place."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import BE

__all__ = ["of_another_time", "of_the_other_side"]

_WINNING = frozenset("win won wins winner victor victory victorious beat defeat defeated".split())
_LOSING = frozenset("lose lost loses loser defeat defeated".split())
_NEAR = 4  # tokens
_FUTURE = frozenset("will shall".split())
_PAST = frozenset("was were did had".split())
_CAME = frozenset("came went left began became took joined".split())
_COMING = frozenset("will shall expected due scheduled planned".split())


def of_the_other_side(question: Question, span: ScoredSpan, analysis: Analysis) -> str:
    """Return the words by which an answer lost where one asks who won ("the *defeat of* X"), or won
    where one asks who lost ("a *victory for* X"); "" elsewhere."""
    asked = [token.norm for token in question.tokens]
    if question.asks not in ("who", "which", "what"):
        return ""
    won = not (_WINNING - _LOSING).isdisjoint(asked)
    lost = not won and not _LOSING.isdisjoint(asked) and asked[:1] == ["who"]
    if not (won or lost):
        return ""
    norms, tokens = analysis.tagged.norms, analysis.tagged.tokens
    low = next((n for n, token in enumerate(tokens) if token.start >= span.span.start), -1)
    high = next((n for n, token in enumerate(tokens) if token.start >= span.span.end), len(tokens))
    if low < 0:
        return ""
    before, after = norms[max(0, low - _NEAR) : low], norms[high : high + 3]
    if won and "defeat" in before and "of" in before:
        return '"defeat of" tells who lost'
    if won and after[:1] and after[0] in BE and "defeated" in after:
        return '"was defeated" tells who lost'
    if lost and "victory" in before and not {"for", "of"}.isdisjoint(before):
        return '"victory" tells who won'
    return ""


def of_another_time(
    question: Question, ranked: RankedSentence, span: ScoredSpan, analysis: Analysis
) -> str:
    """Return the words by which a sentence tells what was, where one asks when it will be ("was
    *opened* in 1908"), or what is to come, where one asks when it was; "" elsewhere."""
    asked = [token.norm for token in question.tokens]
    if question.asks != "when" or ranked.sentence.cells:
        return ""
    if asked[1:2] in (["is"], ["are"]) and _tells_a_past_year(ranked, span, analysis):
        return "it tells what was"
    coming, gone = not _FUTURE.isdisjoint(asked[:3]), not _PAST.isdisjoint(asked[:3])
    tags, norms, tokens = analysis.tagged.tags, analysis.tagged.norms, ranked.tokens
    low = next((n for n, token in enumerate(tokens) if token.start >= span.span.start), -1)
    if low < 0 or coming is gone:
        return ""
    begin = next((n + 1 for n in range(low - 1, -1, -1) if tags[n] in ";:."), 0)
    if gone:
        to_come = next((n for n in range(begin, low) if norms[n] in _COMING), -1)
        told = to_come >= 0 and _PAST.isdisjoint(norms[to_come:low])
        return f'"{norms[to_come]}" tells what is to come' if told and not coming else ""
    verb = main_verb(question)
    at = next((m.token for m in ranked.matches if m.term == verb), -1)
    if not begin <= at < low or not _COMING.isdisjoint(norms[begin:low]):
        return ""
    passive = not _PAST.isdisjoint(norms[max(begin, at - 2) : at])
    past = tags[at] in "VK" and norms[at].endswith("ed")
    return f'"{norms[at]}" tells what was' if passive or past else ""


def _tells_a_past_year(ranked: RankedSentence, span: ScoredSpan, analysis: Analysis) -> bool:
    """Return whether an answer is a date with its year behind a verb of the past ("came to us in
    *May 2019*")."""
    tags, norms, tokens = analysis.tagged.tags, analysis.tagged.norms, ranked.tokens
    inside = [n for n, t in enumerate(tokens) if span.span.start <= t.start < span.span.end]
    if not inside or not any(is_year(norms[n]) for n in inside):
        return False
    begin = next((n + 1 for n in range(inside[0] - 1, -1, -1) if tags[n] in ";:.,("), 0)
    clause = range(begin, inside[0])
    if any(norms[n] in _COMING for n in clause):
        return False
    return any(
        norms[n] in _PAST or norms[n] in _CAME or (tags[n] == "V" and norms[n].endswith("ed"))
        for n in clause
    )
