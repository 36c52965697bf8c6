"""What a sentence says to a yes-or-no question before its words are counted: by its hours, by a
cell, by how it begins, by a limit, an exception, a ruling, or a word that contradicts."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from hegang_qa.answers.asked_above import is_asked_above
from hegang_qa.answers.tables.barring import barring_cell
from hegang_qa.answers.tables.cells import heads_hold
from hegang_qa.answers.verdicts.against import denied_otherwise, meets_condition, only_after
from hegang_qa.answers.verdicts.ages_bound import bound_by_age
from hegang_qa.answers.verdicts.bearing import unsaid_deed
from hegang_qa.answers.verdicts.by_default import by_default
from hegang_qa.answers.verdicts.by_us import done_by_us
from hegang_qa.answers.verdicts.case import Case
from hegang_qa.answers.verdicts.contraries import contradiction, contrary, other_code
from hegang_qa.answers.verdicts.denials import denial, is_none, is_none_there, lacking
from hegang_qa.answers.verdicts.denied_above import denied_above
from hegang_qa.answers.verdicts.held_against import held_against
from hegang_qa.answers.verdicts.hindered import hindered
from hegang_qa.answers.verdicts.holding import NEAR, beyond_in_words
from hegang_qa.answers.verdicts.how_often import by_part, by_times
from hegang_qa.answers.verdicts.in_opposite_words import in_opposite_words
from hegang_qa.answers.verdicts.keyed import keyed
from hegang_qa.answers.verdicts.limits import (
    asks_of_anybody,
    free_of_charge,
    has_only_some,
    of_another_time,
    only_elsewhere,
    only_some_may,
    within_unclear,
)
from hegang_qa.answers.verdicts.model import LIMITED, STRANGE, UNSAID, Verdict
from hegang_qa.answers.verdicts.outright import asked_there, outright
from hegang_qa.answers.verdicts.outside_range import left_out_of_ban
from hegang_qa.answers.verdicts.parts import by_others_only, told_by_part
from hegang_qa.answers.verdicts.rulings import (
    CONTEXT,
    ENOUGH,
    RULED,
    asks_ban,
    asks_leave,
    gives_leave,
    ruling,
)
from hegang_qa.answers.verdicts.set_apart import (
    barred_but_for,
    excepted,
    lesser,
    not_all,
    not_excepted,
)
from hegang_qa.answers.verdicts.sufficient import is_enough
from hegang_qa.answers.verdicts.switched import switched_otherwise
from hegang_qa.answers.verdicts.thresholds import value_of
from hegang_qa.answers.verdicts.told_plainly import by_its_time, told_plainly
from hegang_qa.answers.verdicts.turned_down import only_discussed, told_behind, told_otherwise
from hegang_qa.answers.verdicts.windows import by_window, lies_in_window
from hegang_qa.answers.verdicts.within_years import by_years
from hegang_qa.question.irregular import measure_forms
from hegang_qa.ranking.model import BY_FORM, BY_MEANING, RankedSentence

__all__ = ["AT_ONCE"]

_OF_ANOTHER_TIME = "it is denied of another time"
_LACKING = frozenset(("without", "no"))
_ROOT = 5  # letters of "uninsured" and "insurance"
_DUTY = frozenset("must shall required obliged need needs".split())


def _by_cell_or_time(case: Case) -> Verdict | None:
    """Return what a cell that bars, the hours and days, or the cell asked about say."""
    question, asked_not = case.question, case.asked_not
    if not asked_not and (barring := barring_cell(question, case.whole)):
        return Verdict("No", f'"{barring}"', RULED, settled=True)
    if not asked_not and (said := by_default(question, case.whole)) is not None:
        return said
    if (line := keyed(question, case.whole, case.held)) is not None:
        sure = RULED * min(1.0, line.share)
        says_no = line.says_yes is asked_not
        return Verdict(
            "No" if says_no else "Yes", f'"{line.words}"', sure, settled=True, reckoned=True
        )
    timed = by_its_time(question, case.held, case.is_open, case.by_day, asked_not=asked_not)
    if timed is not None:
        return timed
    if case.cell_says is not None:
        says_no = case.cell_says is asked_not
        return Verdict("No" if says_no else "Yes", "the cell says so", case.support)
    if case.cell is not None and _only_measures(case):
        # "Is the pool warm?", where the cell says how many degrees.
        return Verdict(None, "the cell only measures it", case.support)
    return None


def _only_measures(case: Case) -> bool:
    """Return whether a row has some word for a measure or a quality by meaning alone, or not at
    all."""
    found = case.held.found
    return any(
        (measure_forms(term.word) or term.role == "other")
        and (
            found[n].how in ("related", "near")
            if n in found
            else not heads_hold(case.ranked, term.stem)
        )
        for n, term in enumerate(case.question.terms)
    )


def _by_its_beginning(case: Case) -> Verdict | None:
    """Return what a sentence says that begins with "Yes" or "No", or tells a state of a switch."""
    question, ranked = case.question, case.ranked
    said = outright(ranked)
    # With another name, number or noun it is another question that the sentence answers.
    missing = {question.terms[n].role for n in case.held.missing}
    other = not missing.isdisjoint(("name", "number", "noun"))
    # Right below the very question it stands, whatever it is read as.
    asked = said is not None and is_asked_above(question, case.whole.sentence)
    asked = asked and missing.isdisjoint(("name", "number"))
    if not asked and (other or not case.is_near):
        return None
    if said is not None and (asked or asked_there(question, ranked)):
        if said == "Yes" and (most := beyond_in_words(question, ranked)):
            return Verdict("No", f'only "{most.text}"', RULED * case.support)
        why = f'the sentence begins with "{said}"'
        support = max(case.support, RULED) if asked else case.support
        return Verdict(said, why, support, outright=True, reckoned=asked)
    if state := switched_otherwise(question, ranked):
        return Verdict("Yes" if case.asked_not else "No", f'it is "{state}"', case.support)
    return None


def _by_its_form(case: Case) -> Verdict | None:
    """Return what a form of its own says, or what stands in the place of something asked about."""
    question, ranked, analysis, held = case.question, case.ranked, case.analysis, case.held
    if not case.asked_not:
        timed = by_window(question, ranked, analysis, held) or by_years(question, ranked, held)
        timed = timed or bound_by_age(question, case.whole, held.worth)
        timed = timed or is_enough(question, case.whole, held.worth)
        timed = timed or by_times(question, ranked, held.support)
        timed = timed or by_part(question, ranked, held.support)
        if timed is not None:
            return timed
        plain = told_plainly(
            question, ranked, analysis, held, case.lexicon, whole=case.whole, cell=case.cell
        )
        if plain is not None:
            return plain
    told_against = held_against(question, ranked, analysis, held, asked_not=case.asked_not)
    if told_against is not None:
        return told_against
    if not case.asked_not and is_none_there(question, ranked):
        return Verdict("No", "there is none", min(1.0, held.support + CONTEXT))
    return None


def _beyond_a_limit(case: Case) -> Verdict | None:
    """Return what a limit says that a figure of the question is beyond."""
    question, held = case.question, case.held
    beyond = held.beyond or beyond_in_words(question, case.ranked)
    if beyond is None or case.cell is not None:
        return None
    rest = sum(t.share for n, t in enumerate(question.terms) if n in held.worth)
    if _has_its_nouns(case):  # "can my bag be 25 kg" has nothing else
        terms = (question.terms[n] for n in held.missing)
        figures = sum(term.share for term in terms if term.role == "number")
        rest = min(1.0, rest / max(0.01, 1.0 - figures))
    if beyond.most and not case.asked_not and asks_leave(question) and rest >= NEAR:
        support = RULED * min(1.0, held.support + 1.0 - rest)
        return Verdict("No", f'only "{beyond.text}"', support, reckoned=True)
    # What holds "above 2.4 metres" tells nothing of 2.1.
    reason = f'"{beyond.text}" is another case'
    return Verdict(None, reason, min(STRANGE, held.support), strange=True)


def _outside_its_time(case: Case) -> Verdict | None:
    """Return that one may at a time that a ban leaves out."""
    return None if case.asked_not else left_out_of_ban(case.question, case.whole, case.held.worth)


def _but_for_some(case: Case) -> Verdict | None:
    """Return what a sentence says that takes some out, or tells of less than is asked about."""
    question, ranked = case.question, case.ranked
    if case.asked_not:
        return None
    if case.is_near and (but := not_all(question, ranked)):
        return Verdict("No", f'"{but}" takes some out', case.support)
    if case.is_near and (exception := excepted(question, ranked)):
        let = barred_but_for(ranked) or bool(denied_above(question, case.whole))
        if not let and (undone := _not_said(case)):
            # "Dogs are kept on a lead except on the beach": may they run free there?
            return Verdict(None, f'it does not say "{undone}"', case.support, settled=True)
        reason = f'"{exception}" is excepted'
        return Verdict("Yes" if let else "No", reason, case.support, settled=let)
    if less := lesser(question, ranked):
        return Verdict("No", f'only "{less}"', case.support)
    return None


def _excepted_by_name(case: Case) -> Verdict | None:
    """Return what a sentence says that excepts the very thing asked about, and has all of it."""
    question, ranked = case.question, case.ranked
    if case.asked_not or not _has_its_nouns(case) or not_excepted(question, ranked):
        return None
    exception = excepted(question, ranked)
    let = barred_but_for(ranked) or bool(denied_above(question, case.whole))
    if not exception or (not let and _not_said(case)):
        return None
    reason = f'"{exception}" is excepted'
    support = RULED if let else case.support
    return Verdict("Yes" if let else "No", reason, support, settled=let, reckoned=True)


def _has_its_nouns(case: Case) -> bool:
    """Return whether all nouns and names of a question stand in the sentence themselves."""
    by_form = {match.term for match in case.ranked.matches if match.how in BY_FORM}
    return all(
        n in by_form or term.light or term.role not in ("noun", "name", "focus")
        for n, term in enumerate(case.question.terms)
    )


def _not_said(case: Case) -> str:
    """Return the deed of a question that a duty does not tell of, "" where it does, or none is."""
    if _DUTY.isdisjoint(token.norm for token in case.ranked.tokens):
        return ""
    for number, term in enumerate(case.question.terms):
        if term.role == "verb" and not term.light and number not in case.held.worth:
            return case.question.tokens[term.token].text
    return ""


def _told_otherwise(case: Case) -> Verdict | None:
    """Return what a sentence says by another deed, a part, others, a time or a condition."""
    question, ranked, analysis, support = case.question, case.ranked, case.analysis, case.support
    if case.asked_not:
        return None
    if (hinders := hindered(question, ranked)) is not None:
        keeps, words = hinders
        text: Literal["Yes"] | None = None if keeps else "Yes"
        return Verdict(text, f'"{words}"', RULED * max(support, NEAR), settled=True, reckoned=True)
    if case.is_near and (talk := only_discussed(question, ranked)):
        return Verdict(None, f'it was only "{talk}"', support, settled=True)
    if case.is_near and (
        told := told_otherwise(question, ranked, analysis) or told_behind(question, case.whole)
    ):
        return Verdict("No", told, RULED * support)
    if case.is_near and (ours := done_by_us(question, ranked)):
        return Verdict("No", f'"{ours}"', RULED * support, settled=True, reckoned=True)
    if case.is_near and (why := denied_otherwise(question, ranked, analysis)):
        return Verdict("No", why, RULED * support)
    if case.is_near and (part := told_by_part(question, ranked, analysis)):
        return Verdict(part.text, part.reason, part.support * support)
    if others := by_others_only(question, ranked):
        return Verdict(None, f'"{others}"', support, settled=True)
    if case.is_near and (when := only_after(question, ranked)):
        return Verdict("No", when, RULED * support)
    if case.is_near and meets_condition(question, ranked):
        return Verdict("Yes", "its condition is met", RULED * support, settled=True)
    return None


def _by_ruling(case: Case) -> Verdict | None:
    """Return what a sentence says that allows or forbids, where one asks for that."""
    question, ranked, analysis = case.question, case.ranked, case.analysis
    if case.asked_not:
        return None
    if asks_ban(question) and (ruled := ruling(question, ranked)) is not None:
        return Verdict("No" if ruled.text == "Yes" else "Yes", ruled.reason, ruled.support)
    if not asks_leave(question) or (ruled := ruling(question, ranked)) is None:
        return None
    if ruled.text == "No" and of_another_time(question, case.held.missing):
        return Verdict(None, _OF_ANOTHER_TIME, case.support, settled=True)
    if deed := unsaid_deed(question, ranked, analysis):
        return Verdict(None, UNSAID.format(deed), min(STRANGE, case.held.support), strange=True)
    if ruled.text == "Yes" and (
        only_elsewhere(question, ranked) or has_only_some(question, ranked, analysis)
    ):
        return Verdict(None, LIMITED, ruled.support, settled=True)
    return Verdict(ruled.text, ruled.reason, ruled.support)


def _of_others(case: Case) -> Verdict | None:
    """Return what a sentence says of another time, of some people alone, or of another code."""
    question, ranked, missing = case.question, case.ranked, case.held.missing
    if not case.asked_not:
        if of_another_time(question, missing) and denial(question, ranked, case.analysis):
            return Verdict(None, _OF_ANOTHER_TIME, case.support, settled=True)
        if few := only_some_may(ranked, case.analysis):
            if asks_of_anybody(question):
                return Verdict("No", f'"{few}" alone', case.support)
            return Verdict(None, LIMITED, case.support, settled=True)
    if within_unclear(question, missing, ranked):
        return Verdict(None, "when it begins and ends is not clear", case.support)
    if not case.asked_not and (code := other_code(question, case.held.context, ranked)):
        return Verdict("No", f'only "{code}"', RULED * case.support)
    return None


def _contradicted(case: Case) -> Verdict | None:
    """Return what a sentence says by a word that contradicts one that it does not have itself."""
    question, ranked, held = case.question, case.ranked, case.held
    terms, support = question.terms, held.support
    # "Open" is near to "public" in meaning, and "closed" stands there as well.
    loose = [
        n for n, match in held.found.items() if match.how in BY_MEANING and terms[n].role != "name"
    ]
    beside = {*held.context, *loose}
    lets_others = gives_leave(ranked)
    for number in (*held.missing, *held.context, *loose):
        if number in held.aside or terms[number].background:
            continue
        is_figure = value_of(question.tokens[terms[number].token]) is not None
        if is_figure and lies_in_window(question, ranked, case.analysis):
            continue
        # Of what is left when the word itself is set aside, nearly all must be there.
        rest = support / max(0.01, 1.0 - terms[number].share)
        only_one = case.cell is not None and len(held.missing) == 1
        if not (case.is_near or rest >= ENOUGH or only_one):
            continue
        if number in beside:
            # What stands above or beside may be what the sentence itself denies.
            token, is_verb = question.tokens[terms[number].token], terms[number].role == "verb"
            against = contrary(question, token, ranked, case.lexicon, is_verb=is_verb)
        elif terms[number].role == "noun" and asks_leave(question) and lets_others:
            continue  # that one may keep hens says nothing of pigs
        else:
            against = contradiction(question, number, ranked, case.analysis, case.lexicon)
        if against and _lacks_what_is_denied(terms[number].word, ranked):
            continue  # "*uninsured*": "*without insurance*"
        if against:
            sure = max(support, RULED * rest)
            return Verdict("Yes" if case.asked_not else "No", against, min(1.0, sure))
    return None


def _lacks_what_is_denied(word: str, ranked: RankedSentence) -> bool:
    """Return whether a sentence denies by "without" or "no" what a word denies by its beginning."""
    prefix = next((one for one in ("un", "non", "in") if word.startswith(one)), "")
    if not prefix:
        return False
    pairs = pairwise(token.norm for token in ranked.tokens)
    root = word.removeprefix(prefix)[:_ROOT]
    return any(one in _LACKING and other.startswith(root) for one, other in pairs)


def _there_is_none(case: Case) -> Verdict | None:
    """Return what a sentence says that tells of nothing to pay, or of nothing at all."""
    question, ranked, held = case.question, case.ranked, case.held
    if case.asked_not:
        return None
    if (free := free_of_charge(question, ranked)) >= ENOUGH:
        return Verdict("No", "it is free", free)
    terms = question.terms
    verbs = sum(terms[number].share for number in held.missing if terms[number].role == "verb")
    but_for_verbs = held.support / max(0.01, 1.0 - verbs)
    if but_for_verbs >= ENOUGH and is_none(ranked):
        return Verdict("No", "there is none", RULED * min(1.0, but_for_verbs))
    if missed := lacking(question, ranked):
        return Verdict("No", f'"no {missed}"', RULED)
    return None


AT_ONCE = (
    _outside_its_time,
    _by_cell_or_time,
    _by_its_beginning,
    in_opposite_words,
    _excepted_by_name,
    _by_its_form,
    _beyond_a_limit,
    _but_for_some,
    _told_otherwise,
    _by_ruling,
    _of_others,
    _contradicted,
    _there_is_none,
)
"""What is tried in turn, the surest first."""
