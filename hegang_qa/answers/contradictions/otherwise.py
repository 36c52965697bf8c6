"""Whether a sentence says of something else what a question asks: what stands in the place of a
word of the question, what a number counts, and whose deed it tells."""

from __future__ import annotations

from itertools import pairwise

from hegang_qa.answers.accounts import Account
from hegang_qa.answers.candidates.analysis import Analysis, analyse
from hegang_qa.answers.contradictions.apposition import apposed_to_another
from hegang_qa.answers.contradictions.bans import told_of_a_ban
from hegang_qa.answers.contradictions.brackets import bracket_of_another
from hegang_qa.answers.contradictions.counts import counts_another
from hegang_qa.answers.contradictions.days import (
    of_days_closed,
    of_other_end,
    of_the_next,
    on_other_days,
)
from hegang_qa.answers.contradictions.deeds import deed_of_another
from hegang_qa.answers.contradictions.kin import age_of_somebody, of_no_relative
from hegang_qa.answers.contradictions.measured_things import measure_of_another
from hegang_qa.answers.contradictions.offices import of_higher_office, of_lesser_office
from hegang_qa.answers.contradictions.opposites import in_its_place
from hegang_qa.answers.contradictions.outcomes import of_another_time, of_the_other_side
from hegang_qa.answers.contradictions.particles import (
    behind_another_preposition,
    goes_the_other_way,
)
from hegang_qa.answers.contradictions.siblings import (
    of_a_sibling,
    of_a_sibling_beside,
)
from hegang_qa.answers.contradictions.superlatives import unsaid_superlative
from hegang_qa.answers.contradictions.unfit import unfit
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.verdicts.contraries import WordRelations
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.phrasings import turned_round, undone
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.spelling import edits

__all__ = ["of_former_ones", "said_of_another"]

_IDENTIFIER = lazy(r"[a-z0-9]+(?:_[a-z0-9]+)+")
_FORMER = frozenset("old older former previous earlier".split())
_PARTING = frozenset((";", ",", ".", ":", "while", "whereas", "but"))


def said_of_another(
    question: Question,
    ranked: RankedSentence,
    span: ScoredSpan | None,
    told: Account,
    lexicon: WordRelations | None,
) -> str:
    """Return in words what a sentence speaks of that is not what is asked about, "" where nothing
    shows that it does."""
    analysis = analyse(ranked.sentence, ranked.tokens, lexicon)
    other = in_its_place(question, ranked, span, told, analysis, lexicon)
    if other or span is None:
        return other
    contrary = turned_round(question.tokens, ranked.tokens) or undone(
        question.tokens, ranked.tokens
    )
    if contrary:
        return f'"{contrary}" says the contrary'
    if other := _only_the_first_time(question, ranked, told) or _is_where_another_is(
        question, ranked, span
    ):
        return other
    if other := goes_the_other_way(question, ranked):
        return other
    if other := _of_another_identifier(question, ranked) or of_a_sibling(question, ranked, lexicon):
        return other
    return (
        counts_another(question, span, analysis, lexicon)
        or measure_of_another(question, ranked, analysis, lexicon)
        or deed_of_another(question, ranked, span, analysis)
        or of_a_sibling_beside(question, ranked, span)
        or apposed_to_another(question, ranked, span, analysis)
        or behind_another_preposition(question, ranked, span)
        or of_the_other_side(question, span, analysis)
        or of_no_relative(question, ranked)
        or age_of_somebody(question, ranked, span, lexicon)
        or of_another_time(question, ranked, span, analysis)
        or bracket_of_another(question, ranked, span, analysis)
        or unfit(question, span, analysis, lexicon)
        or unsaid_superlative(question, ranked, lexicon)
        or of_higher_office(question, ranked)
        or of_lesser_office(question, ranked, span)
        or on_other_days(question, ranked)
        or of_the_next(question, ranked)
        or of_other_end(question, ranked)
        or of_days_closed(question, ranked)
        or told_of_a_ban(question, span, analysis)
        or _of_other_days(question, span, analysis)
    )


def _of_other_days(question: Question, span: ScoredSpan, analysis: Analysis) -> str:
    if not any(one.type == "hours" for one in analysis.typed):
        return ""
    from hegang_qa.answers.hints.opening import of_other_days  # few sentences tell hours

    return of_other_days(question, span, analysis)


_REDONE = frozenset(
    "reopen reopened reopens rebuild rebuilt reissued relaunched reintroduced restart restarted "
    "reelected".split()
)


_AGAIN = frozenset(
    "again anew new restored restoration reconstructed reconstruction repaired renewed replaced "
    "resumed returned back".split()
)


def _only_the_first_time(question: Question, ranked: RankedSentence, told: Account) -> str:
    """Return the verb of a question that tells of a second time ("*reopen*"), where a sentence only
    has the first ("opened in 1901"), or nothing of it; "" elsewhere."""
    redone = next((token.norm for token in question.tokens if token.norm in _REDONE), "")
    if not redone or any(token.norm.startswith("re" + redone[2:5]) for token in ranked.tokens):
        return ""
    said = any(token.norm.startswith(redone[2:5]) for token in ranked.tokens)
    heads = any(redone[2:5] in cell.head.casefold() for cell in ranked.sentence.cells)
    missing = any(question.terms[number].word == redone for number in told.missing)
    again = any(token.norm in _AGAIN for token in ranked.tokens)
    return f'it does not say "{redone}"' if said or heads or (missing and not again) else ""


def _is_where_another_is(question: Question, ranked: RankedSentence, span: ScoredSpan) -> str:
    """Return in words that a sentence tells what is in a place ("the castle stands *in Hallin*"),
    where one asks where that place is; "" elsewhere."""
    norms = [token.norm for token in question.tokens]
    if question.asks != "where" or norms[1:2] not in (["is"], ["are"], ["'s"]):
        return ""
    names = [m.token for m in ranked.matches if question.terms[m.term].role in ("name", "noun")]
    told = [token.norm for token in ranked.tokens]
    first = min(names, default=0)
    if first < 2 or not {"in", "at", "on", "near"} & set(told[first - 2 : first]):
        return ""
    before = span.span.end <= ranked.tokens[first].start
    verb = _STANDING & set(told[:first])
    return f'it tells what is in "{ranked.tokens[first].text}"' if before and verb else ""


_STANDING = frozenset("stands stand lies lie is are situated located".split())


def of_former_ones(question: Question, span: ScoredSpan) -> bool:
    """Return whether the clause of an answer tells it of "the old ones" or "the former one", and
    the question asks for none such."""
    text = span.ranked.sentence.text
    if " one" not in text.lower() or any(token.norm in _FORMER for token in question.tokens):
        return False
    before = [token.norm for token in span.ranked.tokens if token.start < span.span.start]
    begin = next((n for n in range(len(before), 0, -1) if before[n - 1] in _PARTING), 0)
    return any(
        one in _FORMER and other in ("one", "ones") for one, other in pairwise(before[begin:])
    )


def _of_another_identifier(question: Question, ranked: RankedSentence) -> str:
    """Return the identifier of a question ("max_queue") that a sentence has neither itself nor over
    it, but parts of which it has in another ("max_attachment"); "" elsewhere."""
    if "_" not in question.text:
        return ""
    sentence = ranked.sentence
    said = " ".join((sentence.text, sentence.heading, sentence.lead or "")).lower()
    own = set(_IDENTIFIER.findall(said))
    for name in _IDENTIFIER.findall(question.text.lower()):
        if own and name not in own and not any(edits(name, other, 1) <= 1 for other in own):
            return f'it does not say "{name}"'
    return ""
