"""What a question asks held against what a sentence tells for it: another figure, date or measure,
the same with the halves of the sentence crossed, others who did it, the word with "in-" before it.
"""

from __future__ import annotations

from typing import Literal

from hegang_qa.answers.accounts import stands_above
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.verdicts.compared import by_comparison, compared_by, compares_things
from hegang_qa.answers.verdicts.crossed import crossed
from hegang_qa.answers.verdicts.dated import asked_period, lies_within
from hegang_qa.answers.verdicts.holding import NEAR, Holding
from hegang_qa.answers.verdicts.limits import of_some_only
from hegang_qa.answers.verdicts.measured import other_measure
from hegang_qa.answers.verdicts.model import STRANGE, Verdict
from hegang_qa.answers.verdicts.roles import in_other_roles
from hegang_qa.answers.verdicts.rulings import ENOUGH, RULED
from hegang_qa.answers.verdicts.windows import lies_in_window
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["held_against"]

_ROOT = 6  # letters of "refundable" and "transfer"
# "Inactive", but not "income" of "come".
_OF_ADJECTIVES = ("able", "ible", "uble", "al", "ant", "ate", "ed", "ent", "ive", "ular")


def held_against(
    question: Question,
    ranked: RankedSentence,
    analysis: Analysis,
    held: Holding,
    *,
    asked_not: bool,
) -> Verdict | None:
    """Return what a sentence says by what it has in the place of something asked about; None where
    it has nothing of the kind. `asked_not` tells that the question itself denies."""
    return _by_figure(question, ranked, analysis, held, asked_not=asked_not) or (
        None if asked_not else _by_words(question, ranked, analysis, held)
    )


def _by_figure(
    question: Question,
    ranked: RankedSentence,
    analysis: Analysis,
    held: Holding,
    *,
    asked_not: bool,
) -> Verdict | None:
    """Return what the figures and dates say, and that things are not compared."""
    terms, support = question.terms, held.support
    side = by_comparison(question, analysis)
    compared = compared_by(question)
    figures = sum(terms[n].share for n in held.missing if n in compared)
    but_for = support / max(0.01, 1.0 - figures)
    if side is not None and but_for >= NEAR:
        text: Literal["Yes", "No"] = "Yes" if side is not asked_not else "No"
        return Verdict(text, "by its figure", RULED * min(1.0, but_for), reckoned=True)
    if (period := asked_period(question.text)) is not None:
        shares = {n: t.share for n, t in enumerate(terms) if t.token not in period.tokens}
        rest = sum(share * held.worth.get(n, 0.0) for n, share in shares.items())
        rest /= max(0.01, sum(shares.values()))
        within = lies_within(period, question, ranked, analysis)
        if within is None or rest < ENOUGH:
            return Verdict(None, "it does not tell when", min(STRANGE, support), strange=True)
        text = "Yes" if within is not asked_not else "No"
        return Verdict(text, "by its date", RULED * min(1.0, rest), settled=True, reckoned=True)
    if (
        not asked_not
        and support >= NEAR
        and (other := other_measure(question, ranked, analysis))
        and not lies_in_window(question, ranked, analysis)
    ):
        return Verdict("No", f'"{other}" stands in its place', min(1.0, support))
    if compares_things(question, ranked):
        return Verdict(None, "it does not compare them", min(STRANGE, support), strange=True)
    return None


def _by_words(
    question: Question, ranked: RankedSentence, analysis: Analysis, held: Holding
) -> Verdict | None:
    """Return what a sentence says by telling the same of others, or the contrary."""
    support = held.support
    if support >= NEAR and (other := crossed(question, ranked, analysis)):
        return Verdict("No", f'"{other}" stands in its place', RULED * min(1.0, support))
    if grade := _graded_beside(question, ranked, held):
        return Verdict(None, f'it does not say "{grade}"', min(STRANGE, support), strange=True)
    if roles := in_other_roles(question, ranked, analysis):
        if roles == "the other way about":
            return Verdict("No", f"it is told {roles}", RULED * min(1.0, support), reckoned=True)
        return Verdict(None, f"it is told {roles}", min(STRANGE, support), strange=True)
    if some := of_some_only(question, ranked):
        text: Literal["No"] | None = None
        if some.startswith("only") or some.endswith("others"):
            text = "No"
        return Verdict(text, f'"{some}"', RULED * min(1.0, support), settled=True)
    if opposite := _negated(question, ranked):
        return Verdict("No", f'it is "{opposite}"', min(1.0, support), reckoned=support >= NEAR)
    return None


def _graded_beside(question: Question, ranked: RankedSentence, held: Holding) -> str:
    """Return the superlative of a question that stands only in a sentence beside this one ("the
    *largest* employer"), "" where it has none."""
    return next(
        (
            question.tokens[question.terms[n].token].text
            for n in held.context
            if question.tokens[question.terms[n].token].norm.endswith("est")
            and question.tokens[question.terms[n].token - 1].norm == "the"
            and not stands_above(question, n, ranked.sentence)
        ),
        "",
    )


def _negated(question: Question, ranked: RankedSentence) -> str:
    """Return the word of a sentence that denies one asked about by its beginning ("unpaid", where
    one asks whether somebody is paid), "" for none."""
    asked = [question.tokens[term.token].norm for term in question.terms if term.role != "name"]
    denied = {prefix + norm for norm in asked for prefix in ("un", "non")}
    denied |= {
        prefix + norm
        for norm in asked
        if norm.endswith(_OF_ADJECTIVES)
        for prefix in ("in", "im", "il", "ir", "dis")
    }
    said = {token.norm for token in ranked.tokens}
    for whole, part in (("full", "half"), ("half", "full")):
        if whole in asked and part in said and whole not in said:
            return part
    for at, token in enumerate(ranked.tokens):
        if token.norm in denied:
            return token.norm
        # "Tickets are *non-refundable*"
        behind = ranked.tokens[at + 1 : at + 3]
        if token.norm != "non" or len(behind) < 2 or behind[0].text != "-":
            continue
        roots = {question.tokens[term.token].norm[:_ROOT] for term in question.terms}
        if behind[1].norm[:_ROOT] in roots and "non" not in {t.norm for t in question.tokens}:
            return f"non-{behind[1].norm}"
    return ""
