"""What a sentence says to a yes-or-no question that has enough of its words: whether they belong
together in it, whether it denies them, and whether it leaves one unsaid that counts."""

from __future__ import annotations

from hegang_qa.answers.verdicts.against import forbidden_there
from hegang_qa.answers.verdicts.attachment import stands_elsewhere, torn_apart
from hegang_qa.answers.verdicts.bearing import own_deed, unsaid_verb
from hegang_qa.answers.verdicts.being import adjective_of_another, is_said_otherwise
from hegang_qa.answers.verdicts.case import Case
from hegang_qa.answers.verdicts.denials import denial, denies_all, denies_another, free_of, no_such
from hegang_qa.answers.verdicts.limits import has_only_some, only_elsewhere
from hegang_qa.answers.verdicts.model import LIMITED, STRANGE, UNSAID, Verdict
from hegang_qa.answers.verdicts.rulings import ENOUGH, RULED, asks_leave, denied_after, shortened
from hegang_qa.answers.verdicts.set_apart import only_beside
from hegang_qa.answers.verdicts.unsaid import (
    has_grounds,
    lacked,
    unsaid_complement,
    unsaid_participle,
)

__all__ = ["WORD_BY_WORD"]

_TORN = "its words are said of different things"
_OTHERWISE = "it is said of something else"
# With a name or number of this weight missing, something else is denied.
_OF_ANOTHER = 0.2


def _in_another_place(case: Case) -> Verdict | None:
    """Return what a sentence says that has too few of the words, or has them of different things,
    or of some alone."""
    question, ranked, analysis = case.question, case.ranked, case.analysis
    if case.held.support < ENOUGH:
        return Verdict(None, "too little of the question is in the sentence", case.support)
    if not case.asked_not and (elsewhere := stands_elsewhere(question, ranked, analysis)):
        return Verdict("No", f'"{elsewhere}" stands in its place', case.support)
    if case.cell is not None:
        return None
    torn = torn_apart(question, ranked, analysis)
    if torn is not None and torn.other and not case.asked_not:
        return Verdict("No", f'"{torn.other}" stands in its place', case.support)
    if torn is not None:
        return Verdict(None, _TORN, case.support, settled=True)
    if only_elsewhere(question, ranked) or has_only_some(question, ranked, analysis):
        return Verdict(None, LIMITED, case.support, settled=True)
    return None


def _of_something_else(case: Case) -> Verdict | None:
    """Return what a sentence says that has the words of nothing or of something else, or says them
    in a clause that is cut short."""
    question, ranked, analysis = case.question, case.ranked, case.analysis
    if case.asked_not:
        return None
    if free := free_of(question, ranked):
        return Verdict("No", f'"{free}" denies it', case.support)
    if nothing := no_such(ranked, analysis):
        return Verdict("No", f'"{nothing}" denies it', case.support)
    if is_said_otherwise(question, ranked, analysis):
        return Verdict(None, _OTHERWISE, case.support)
    if noun := adjective_of_another(question, ranked, analysis):
        return _strange(case, f'it is said of "{noun}"')
    cut_short = shortened(ranked)
    if cut_short is not None:
        why = "the clause that is cut short says so"
        return Verdict("Yes" if cut_short else "No", why, case.support)
    return None


def _without_its_verb(case: Case) -> Verdict | None:
    """Return that the verb of the question is not said, where that is so."""
    if case.cell is not None:
        return None
    verb = unsaid_verb(case.question, case.ranked, case.analysis, case.lexicon, case.lent)
    return _strange(case, UNSAID.format(verb)) if verb else None


def _denied(case: Case) -> Verdict | None:
    """Return what a sentence says that denies, or that does not where the question does."""
    question, ranked, analysis = case.question, case.ranked, case.analysis
    denied = denial(question, ranked, analysis)
    if not denied and not case.asked_not and denies_another(ranked, analysis):
        return Verdict(None, _OTHERWISE, case.support)
    terms = question.terms
    if not denied and any(
        terms[m.term].role in ("verb", "other") and denied_after(ranked, m.token)
        for m in ranked.matches
    ):
        denied = "not"
    if case.asked_not:
        reason = "the sentence says it without the denial"
        return None if denied else Verdict("No", reason, case.support)
    if denied and any(
        terms[n].role in ("name", "number") and terms[n].share >= _OF_ANOTHER
        for n in case.held.missing
    ):
        return Verdict(None, _OTHERWISE, case.support, settled=True)
    if denied:
        return Verdict("No", f'"{denied}" denies it', case.support)
    if nothing := denies_all(question, ranked, analysis):
        if asks_leave(question):
            return Verdict("No", f'"{nothing}" denies it', case.support * RULED)
        return Verdict(None, _OTHERWISE, case.support)
    return None


def _under_circumstances(case: Case) -> Verdict | None:
    """Return that it is forbidden under circumstances, or that words which go with others are not
    said, where that is so."""
    question, ranked, context = case.question, case.ranked, case.held.context
    if case.asked_not:
        return None
    if case.cell is None:
        if word := forbidden_there(question, ranked):
            return Verdict(None, f'"{word}" under circumstances', case.support, settled=True)
        if unsaid := unsaid_complement(question, ranked, context, case.lent):
            return _strange(case, UNSAID.format(unsaid))
    if beside := only_beside(question, ranked, context):
        return _strange(case, UNSAID.format(beside))
    return None


def _unsaid(case: Case) -> Verdict | None:
    """Return that a participle, a noun, leave, or what one means to do is not said, where that is
    so."""
    question, ranked, held = case.question, case.ranked, case.held
    if case.cell is not None:
        return None
    if unsaid := unsaid_participle(question, ranked, held.found):
        return _strange(case, UNSAID.format(unsaid))
    if noun := lacked(question, set(held.missing) - held.aside):
        return _strange(case, UNSAID.format(noun))
    if asks_leave(question) and not has_grounds(ranked, case.analysis):
        return Verdict(None, "it gives no leave", case.support)
    wish = own_deed(question)
    if wish is not None and wish not in held.found and wish not in case.lent:
        return _strange(case, UNSAID.format(question.tokens[question.terms[wish].token].text))
    return None


def _strange(case: Case, reason: str) -> Verdict:
    return Verdict(None, reason, min(STRANGE, case.held.support), strange=True)


WORD_BY_WORD = (
    _in_another_place,
    _of_something_else,
    _without_its_verb,
    _denied,
    _under_circumstances,
    _unsaid,
)
"""What is tried in turn where nothing settled it at once; what none of it doubts is said."""
