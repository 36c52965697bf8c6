"""What a sentence says to a yes-or-no question by a form of its own, whatever else it has: it bars
or leaves out, tells what is free or gone or planned, lets in from an age, excepts another one; and
what is told by hours and days."""

from __future__ import annotations

from typing import Literal

from hegang_qa.answers.accounts import stands_above
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.verdicts.ages import OF_AGE, by_age, free_for_age, in_age_range
from hegang_qa.answers.verdicts.barred import barred_to_some, barred_until, only_with
from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.answers.verdicts.contraries import WordRelations
from hegang_qa.answers.verdicts.contrasted import set_against
from hegang_qa.answers.verdicts.discouraged import discouraged
from hegang_qa.answers.verdicts.freed import freed
from hegang_qa.answers.verdicts.gone import gone, planned
from hegang_qa.answers.verdicts.holding import NEAR, Holding
from hegang_qa.answers.verdicts.in_few_words import NEEDING, Short, by_permission_only, in_few_words
from hegang_qa.answers.verdicts.left_out import left_out, not_without
from hegang_qa.answers.verdicts.limits import of_a_kind_only
from hegang_qa.answers.verdicts.model import Verdict
from hegang_qa.answers.verdicts.on_days import is_calendar_term
from hegang_qa.answers.verdicts.parties import by_party
from hegang_qa.answers.verdicts.rulings import ENOUGH, RULED, asks_leave
from hegang_qa.answers.verdicts.set_apart import barred_but_for, former_one, not_excepted
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import NAMED_TIMES

__all__ = ["by_its_time", "told_plainly"]

_FORMERLY = frozenset("last previous previously initially formerly was before originally".split())


def by_its_time(
    question: Question,
    held: Holding,
    is_open: bool | None,
    by_day: bool | None,
    *,
    asked_not: bool,
) -> Verdict | None:
    """Return the verdict where a sentence tells by its hours (`is_open`) or days (`by_day`) whether
    something is open, and is about that; None elsewhere. `asked_not`: the question denies."""
    terms, support, worth = question.terms, held.support, held.worth
    if is_open is not None:
        # The time is held against the hours: its figures need not stand there.
        beside = (
            t.share
            for n, t in enumerate(terms)
            if t.role == "number"
            or question.tokens[t.token].norm in NAMED_TIMES
            or (n not in worth and is_calendar_term(t.word))
        )
        rest = support / max(0.01, 1.0 - sum(beside))
        if rest >= NEAR:
            text: Literal["Yes", "No"] = "No" if is_open is asked_not else "Yes"
            return Verdict(text, "by its hours", min(1.0, rest), settled=True, reckoned=True)
    if by_day is not None:
        days = sum(t.share for t in terms if is_calendar_term(question.tokens[t.token].norm))
        rest = (support - days * (support > days)) / max(0.01, 1.0 - days)
        if max(rest, support) >= NEAR:
            text = "No" if by_day is asked_not else "Yes"
            return Verdict(
                text, "by its days", RULED * max(rest, support), settled=True, reckoned=True
            )
    return None


def told_plainly(
    question: Question,
    ranked: RankedSentence,
    analysis: Analysis,
    held: Holding,
    lexicon: WordRelations | None,
    *,
    whole: RankedSentence,
    cell: int | None,
) -> Verdict | None:
    """Return the verdict of a sentence by one of these forms, None where it has none of them.
    `ranked` is the clause that is asked about, or the row with the `cell` that is; `whole` all."""
    terms, support, worth = question.terms, held.support, held.worth
    sure = RULED * min(1.0, max(support, NEAR))
    if (year := barred_until(question, whole)) is not None:
        return year
    if condition := only_with(question, whole):
        return condition
    if (party := by_party(question, whole)) is not None and asks_leave(question):
        return Verdict(party[0], f'"{party[1]}"', RULED, settled=True, reckoned=True)
    if (ticket := not_without(question, whole)) is not None:
        return Verdict(ticket, '"without" it is denied', sure, settled=True)
    if (out := left_out(question, whole)) is not None:
        return Verdict(out.text, f'"{out.words}"', sure, settled=True)
    if barred := barred_to_some(question, whole, analysis):
        return Verdict(None, f'it is of "{barred}"', min(1.0, support), settled=True)
    if (ruled := by_age(question, whole)) is not None:
        things = [
            n
            for n, t in enumerate(terms)
            if t.role in ("noun", "name") and not t.light and t.word not in OF_AGE
        ]
        share = sum(terms[n].share for n in things)
        if sum(terms[n].share * worth.get(n, 0.0) for n in things) >= NEAR * share:
            text: Literal["Yes", "No"] = "Yes" if ruled.let_in else "No"
            return Verdict(text, f'"{ruled.words}"', RULED, settled=True, reckoned=True)
    if cell is None and (short := _in_short(question, ranked, analysis, held)) is not None:
        return short
    if kind := of_a_kind_only(question, ranked, analysis, lexicon):
        return Verdict(None, f'it is said of "{kind}"', min(1.0, support), settled=True)
    if under := free_for_age(question, whole):
        return Verdict("No", f'free "{under}"', RULED, outright=True, settled=True)
    if (ages := in_age_range(question, whole)) and not asks_leave(question):
        return Verdict("Yes", f'"{ages}"', sure, settled=True, reckoned=True)
    if former := _formerly(question, ranked):
        return Verdict("No", f'"{former}"', sure, settled=True)
    if absent := gone(question, ranked):
        return Verdict("No", f'"{absent}"', sure)
    if support >= NEAR and (against := set_against(question, ranked, analysis)):
        return Verdict("No", f'it is set against "{against}"', RULED * min(1.0, support))
    if spared := not_excepted(question, ranked):
        text = "No" if barred_but_for(ranked) else "Yes"
        return Verdict(text, f'only "{spared}" is', RULED, settled=True)
    if (free := freed(question, whole)) is not None:
        return Verdict(free.text, f'"{free.words}"', sure, settled=True)
    if support >= NEAR and (need := by_permission_only(question, ranked)):
        return Verdict(None, f'it needs "{need}"', min(1.0, support), settled=True)
    if former := former_one(question, ranked):
        still = any(token.norm == "still" for token in question.tokens)
        reason = f'it is told of the "{former}" one'
        return Verdict("No" if still else None, reason, RULED * min(1.0, support))
    if when := planned(question, ranked):
        return Verdict("No", f'"{when}"', sure)
    return None


_SAID = NEEDING | frozenset("included supplied provided working".split())
"""Words by which one asks for what few words say otherwise."""


def _formerly(question: Question, ranked: RankedSentence) -> str:
    """Return how a bracket begins that tells what was before ("AMBER (*last month*: green)"), where
    one asks whether that is so now; "" elsewhere."""
    asked = [token.norm for token in question.tokens]
    if asked[0] not in ("is", "are") or not _FORMERLY.isdisjoint(asked):
        return ""
    norms = [token.norm for token in ranked.tokens]
    spots = [m.token for m in ranked.matches if m.term == len(question.terms) - 1]
    spots += [m.token for m in ranked.matches if question.terms[m.term].role == "number"]
    for at, norm in enumerate(norms[:-1]):
        if norm != "(" or norms[at + 1] not in _FORMERLY:
            continue
        end = next((n for n in range(at, len(norms)) if norms[n] == ")"), len(norms))
        if any(at < spot < end for spot in spots) and not any(spot < at for spot in spots):
            return norms[at + 1]
    return ""


def _in_short(
    question: Question, ranked: RankedSentence, analysis: Analysis, held: Holding
) -> Verdict | None:
    """Return the verdict by few words, or by what is said in place of a ban, where most of the
    things asked about are there."""
    short = in_few_words(question, ranked, analysis)
    if short is None:
        instead = discouraged(question, ranked, analysis)
        short = Short(False, instead) if instead else None
    if short is None:
        return None
    terms, wanted = question.terms, main_verb(question)
    things = [
        n
        for n, t in enumerate(terms)
        if t.role != "verb" and n != wanted and not (t.light or t.background or t.word in _SAID)
    ]
    share = sum(terms[n].share for n in things)

    def told(number: int) -> float:
        # What a list is said of stands over it ("*Guests* cannot:").
        above = ranked.sentence.lead and stands_above(question, number, ranked.sentence)
        return 1.0 if above else held.worth.get(number, 0.0)

    if things:
        own = sum(terms[n].share * told(n) for n in things) / share
    else:
        own = told(wanted) if wanted >= 0 else 1.0
    if own < ENOUGH:
        return None
    yes, words, above = short
    # An exemption goes before the rule.
    exempt = "exempt" in words
    # All that is asked about may stand over it, with what denies it.
    settled = exempt or not ranked.matches
    return Verdict(
        "Yes" if yes else "No",
        f'"{words}"',
        RULED * min(1.0, own),
        outright=exempt,
        settled=settled,
        # A reader hardly sees what stands over a list.
        reckoned=above and bool(ranked.matches),
    )
