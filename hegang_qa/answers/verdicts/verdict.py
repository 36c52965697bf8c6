"""Yes or no: whether a sentence says what a question asks about, or contradicts it."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis, analyse
from hegang_qa.answers.tables.barring import barring_cell
from hegang_qa.answers.tables.cells import (
    heads_hold,
    named_cell,
    only_cell,
    said_by,
)
from hegang_qa.answers.verdicts.against import (
    denied_otherwise,
    done_otherwise,
    forbidden_there,
    meets_condition,
    of_other_circumstances,
    only_after,
)
from hegang_qa.answers.verdicts.at_a_time import allowed_at, is_row_of_another_day, open_at
from hegang_qa.answers.verdicts.attachment import stands_elsewhere, torn_apart
from hegang_qa.answers.verdicts.bearing import (
    other_subject,
    own_deed,
    unsaid_deed,
    unsaid_verb,
)
from hegang_qa.answers.verdicts.being import adjective_of_another, is_said_otherwise
from hegang_qa.answers.verdicts.clauses import own_clause
from hegang_qa.answers.verdicts.contraries import WordRelations, contradiction, contrary, other_code
from hegang_qa.answers.verdicts.denials import (
    LACKING,
    denial,
    denies_all,
    denies_another,
    is_none,
    is_none_there,
    lacking,
    no_such,
)
from hegang_qa.answers.verdicts.doubted import doubted
from hegang_qa.answers.verdicts.held_against import held_against
from hegang_qa.answers.verdicts.holding import NEAR, beyond_in_words, holding
from hegang_qa.answers.verdicts.lent import lacks_a_noun, named_beside, own_share
from hegang_qa.answers.verdicts.limits import (
    asks_of_anybody,
    free_of_charge,
    has_only_some,
    of_another_time,
    only_elsewhere,
    only_some_may,
    within_unclear,
)
from hegang_qa.answers.verdicts.model import STRANGE, Verdict
from hegang_qa.answers.verdicts.on_days import (
    open_on,
    tells_days_of_another,
    tells_of_holiday,
)
from hegang_qa.answers.verdicts.outright import asked_there, outright, word_for_word
from hegang_qa.answers.verdicts.parts import by_others_only, told_by_part
from hegang_qa.answers.verdicts.rulings import (
    CONTEXT,
    ENOUGH,
    RULED,
    asks_ban,
    asks_leave,
    denied_after,
    gives_leave,
    ruling,
    shortened,
)
from hegang_qa.answers.verdicts.set_apart import (
    barred_but_for,
    excepted,
    lesser,
    not_all,
    only_beside,
)
from hegang_qa.answers.verdicts.switched import switched_otherwise
from hegang_qa.answers.verdicts.told_plainly import by_its_time, told_plainly
from hegang_qa.answers.verdicts.turned_down import told_otherwise
from hegang_qa.answers.verdicts.unsaid import (
    has_grounds,
    lacked,
    unsaid_complement,
    unsaid_participle,
)
from hegang_qa.question.irregular import measure_forms
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_MEANING, RankedSentence
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import NEGATIONS

__all__ = ["Verdict", "verdict"]


_LIMITED = "it is limited to something else"
_TORN = "its words are said of different things"
_OTHERWISE = "it is said of something else"
_UNSAID = 'it does not say "{}"'
# What a sentence (with what stands over it) must account for itself, of the question's weight.
_OWN = 0.35
_OWN_OF_ROW = 0.7
# As many verdicts are right as this on whole articles. Only what a sentence says word for word,
# or begins by saying, is surer.
_SUREST = 0.87
# With a name or number of this weight missing, something else is denied.
_OF_ANOTHER = 0.2
_LOOSE = BY_MEANING - {"synonym", "compound"}


def verdict(
    question: Question,
    ranked: RankedSentence,
    *,
    lexicon: WordRelations | None,
    lent: frozenset[int] = frozenset(),
) -> Verdict:
    """Return what one sentence says to a yes-or-no question; `lent` are the terms (their numbers)
    that it has from the sentence that it goes on from."""
    analysis = analyse(ranked.sentence, ranked.tokens, lexicon)
    said = _verdict(question, ranked, analysis, lexicon, lent)
    own = own_share(question, ranked) + sum(question.terms[number].share for number in lent)
    if (
        said.text == "Yes"
        and ranked.sentence.cells
        and not said.settled
        and (own < _OWN_OF_ROW or lacks_a_noun(question, ranked))
    ):
        # Of what stands beside it, a row says nothing.
        return Verdict(None, "the row does not say it", min(STRANGE, said.support), strange=True)
    firm = said.outright or said.settled
    if said.text == "Yes" and not firm and (own < _OWN or not ranked.matches):
        return Verdict(None, "others beside it say it", min(STRANGE, said.support), strange=True)
    if said.text == "No" and not firm and all(m.how in _LOOSE for m in ranked.matches):
        # Nothing of what is asked stands in the sentence itself, but what is near in meaning.
        return Verdict(None, "it tells of something else", min(STRANGE, said.support), strange=True)
    if said.text is not None and not said.outright and of_other_circumstances(question, ranked):
        return Verdict(None, "it tells of another case", min(STRANGE, said.support), strange=True)
    if said.text == "Yes" and (
        why := doubted(question, ranked, analysis, lexicon, lent, firm=firm)
    ):
        return Verdict(None, why, min(STRANGE, said.support), strange=True)
    if said.text == "Yes" and (deed := done_otherwise(question, ranked, analysis)):
        return Verdict(None, f'it says "{deed}" of that', said.support)
    beside = named_beside(question, ranked, analysis, lent) if said.text is not None else ""
    if beside and not said.outright:
        reason = f'it is not said of "{beside}"'
        return Verdict(None, reason, min(STRANGE, said.support), strange=True)
    if not said.outright and (other := other_subject(question, ranked, analysis, lexicon)):
        reason = f'it is said of "{other}"'
        return Verdict(None, reason, min(STRANGE, said.support), strange=True)
    if said.text is None or said.outright or said.support <= _SUREST or ranked.sentence.cells:
        return said
    if said.text == "Yes" and word_for_word(question, analysis):
        return said
    return said._replace(support=_SUREST)


def _verdict(
    question: Question,
    ranked: RankedSentence,
    analysis: Analysis,
    lexicon: WordRelations | None,
    lent: frozenset[int],
) -> Verdict:
    # "May one enter *without* a ticket?" denies nothing, "*isn't* it open?" asks whether it is.
    asked_not = any(token.norm in NEGATIONS - LACKING for token in question.tokens[1:])
    if is_row_of_another_day(question, ranked):
        return Verdict(None, "the row is of another day", 0.0)
    if tells_of_holiday(question, ranked):
        return Verdict(None, "it tells of a holiday", STRANGE, strange=True)
    if tells_days_of_another(question, ranked):
        return Verdict(None, "it tells when something else is open", STRANGE, strange=True)
    is_open = open_at(question, ranked, analysis)
    if is_open is None:
        is_open = allowed_at(question, ranked)
    by_day = open_on(question, ranked) if is_open is None else None
    cell = named_cell(question, ranked) if ranked.sentence.cells else None
    if not asked_not and (barring := barring_cell(question, ranked)):
        return Verdict("No", f'"{barring}"', RULED, settled=True)
    whole = ranked
    says: bool | None = None
    if cell is not None:
        says = said_by(question, ranked, cell)
        if says is not None and _asks_to_do_without(question, ranked, cell):
            says = not says
        ranked, analysis = only_cell(ranked, analysis, cell)
    elif not ranked.sentence.cells:
        ranked, analysis = own_clause(question, ranked, analysis)
    terms = question.terms
    held = holding(question, ranked, lexicon, lent)
    found, worth, context, missing = held.found, held.worth, held.context, held.missing
    support, beyond, aside = held.support, held.beyond, held.aside
    timed = by_its_time(question, held, is_open, by_day, asked_not=asked_not)
    if timed is not None:
        return timed
    if says is not None:
        return Verdict("No" if says is asked_not else "Yes", "the cell says so", min(1.0, support))
    if cell is not None and any(
        (measure_forms(term.word) or term.role == "other")
        and (
            found[n].how in ("related", "near") if n in found else not heads_hold(ranked, term.stem)
        )
        for n, term in enumerate(terms)
    ):
        # "Is the pool warm?", where the cell says how many degrees.
        return Verdict(None, "the cell only measures it", min(1.0, support))
    # With another name, number or noun it is another question that the sentence answers.
    same = not any(terms[number].role in ("name", "number", "noun") for number in missing)
    if support >= NEAR and same and (said := outright(ranked)) and asked_there(question, ranked):
        if said == "Yes" and (most := beyond_in_words(question, ranked)):
            return Verdict("No", f'only "{most.text}"', RULED * min(1.0, support))
        return Verdict(said, f'the sentence begins with "{said}"', min(1.0, support), outright=True)
    if support >= NEAR and same and (state := switched_otherwise(question, ranked)):
        return Verdict("Yes" if asked_not else "No", f'it is "{state}"', min(1.0, support))
    if not asked_not:
        plain = told_plainly(question, ranked, analysis, held, lexicon, whole=whole, cell=cell)
        if plain is not None:
            return plain
    told_against = held_against(question, ranked, analysis, held, asked_not=asked_not)
    if told_against is not None:
        return told_against
    if not asked_not and is_none_there(question, ranked):
        return Verdict("No", "there is none", min(1.0, support + CONTEXT))
    beyond = beyond or beyond_in_words(question, ranked)
    if beyond is not None and cell is None:
        rest = sum(t.share for n, t in enumerate(terms) if n in worth)
        if beyond.most and not asked_not and asks_leave(question) and rest >= NEAR:
            return Verdict("No", f'only "{beyond.text}"', RULED * min(1.0, support + 1.0 - rest))
        # What holds "above 2.4 metres" tells nothing of 2.1.
        reason = f'"{beyond.text}" is another case'
        return Verdict(None, reason, min(STRANGE, support), strange=True)
    if not asked_not and support >= NEAR and (but := not_all(question, ranked)):
        return Verdict("No", f'"{but}" takes some out', min(1.0, support))
    if not asked_not and support >= NEAR and (exception := excepted(question, ranked)):
        let = barred_but_for(ranked)
        return Verdict(
            "Yes" if let else "No", f'"{exception}" is excepted', min(1.0, support), settled=let
        )
    if not asked_not and (less := lesser(question, ranked)):
        return Verdict("No", f'only "{less}"', min(1.0, support))
    if not asked_not and support >= NEAR and (told := told_otherwise(question, ranked, analysis)):
        return Verdict("No", told, RULED * min(1.0, support))
    if not asked_not and support >= NEAR and (why := denied_otherwise(question, ranked, analysis)):
        return Verdict("No", why, RULED * min(1.0, support))
    if not asked_not and support >= NEAR and (part := told_by_part(question, ranked, analysis)):
        return Verdict(part.text, part.reason, part.support * min(1.0, support))
    if not asked_not and (others := by_others_only(question, ranked)):
        return Verdict(None, f'"{others}"', min(1.0, support), settled=True)
    if not asked_not and support >= NEAR and (when := only_after(question, ranked)):
        return Verdict("No", when, RULED * min(1.0, support))
    if not asked_not and support >= NEAR and meets_condition(question, ranked):
        return Verdict("Yes", "its condition is met", RULED * min(1.0, support), settled=True)
    if not asked_not and asks_ban(question):
        ruled = ruling(question, ranked)
        if ruled is not None:
            return Verdict("No" if ruled.text == "Yes" else "Yes", ruled.reason, ruled.support)
    if not asked_not and asks_leave(question):
        ruled = ruling(question, ranked)
        if ruled is not None and ruled.text == "No" and of_another_time(question, missing):
            return Verdict(None, "it is denied of another time", min(1.0, support), settled=True)
        if ruled is not None and (deed := unsaid_deed(question, ranked, analysis)):
            return Verdict(None, _UNSAID.format(deed), min(STRANGE, support), strange=True)
        if ruled is not None:
            if ruled.text == "Yes" and (
                only_elsewhere(question, ranked) or has_only_some(question, ranked, analysis)
            ):
                return Verdict(None, _LIMITED, ruled.support, settled=True)
            return Verdict(ruled.text, ruled.reason, ruled.support)
    if not asked_not and of_another_time(question, missing) and denial(question, ranked, analysis):
        return Verdict(None, "it is denied of another time", min(1.0, support), settled=True)
    if not asked_not and (few := only_some_may(ranked, analysis)):
        if asks_of_anybody(question):
            return Verdict("No", f'"{few}" alone', min(1.0, support))
        return Verdict(None, _LIMITED, min(1.0, support), settled=True)
    if within_unclear(question, missing, ranked):
        return Verdict(None, "when it begins and ends is not clear", min(1.0, support))
    if not asked_not and (code := other_code(question, context, ranked)):
        return Verdict("No", f'only "{code}"', RULED * min(1.0, support))
    # "Open" is near to "public" in meaning, and "closed" stands there as well.
    loose = [n for n, match in found.items() if match.how in BY_MEANING and terms[n].role != "name"]
    lets_others = gives_leave(ranked)
    for number in (*missing, *context, *loose):
        if number in aside or terms[number].background:
            continue
        # Of what is left when the word itself is set aside, nearly all must be there.
        rest = support / max(0.01, 1.0 - terms[number].share)
        if support < NEAR and rest < ENOUGH and not (cell is not None and len(missing) == 1):
            continue
        if number in context or number in loose:
            # What stands above or beside may be what the sentence itself denies.
            token, is_verb = question.tokens[terms[number].token], terms[number].role == "verb"
            against = contrary(question, token, ranked, lexicon, is_verb=is_verb)
        else:
            if terms[number].role == "noun" and asks_leave(question) and lets_others:
                continue  # that one may keep hens says nothing of pigs
            against = contradiction(question, number, ranked, analysis, lexicon)
        if against:
            sure = max(support, RULED * rest)
            return Verdict("Yes" if asked_not else "No", against, min(1.0, sure))
    if not asked_not and (free := free_of_charge(question, ranked)) >= ENOUGH:
        return Verdict("No", "it is free", free)
    verbs = sum(terms[number].share for number in missing if terms[number].role == "verb")
    if not asked_not and support / max(0.01, 1.0 - verbs) >= ENOUGH and is_none(ranked):
        return Verdict("No", "there is none", RULED * min(1.0, support / max(0.01, 1.0 - verbs)))
    if not asked_not and (missed := lacking(question, ranked)):
        return Verdict("No", f'"no {missed}"', RULED)
    if support < ENOUGH:
        return Verdict(None, "too little of the question is in the sentence", min(1.0, support))
    if not asked_not and (elsewhere := stands_elsewhere(question, ranked, analysis)):
        return Verdict("No", f'"{elsewhere}" stands in its place', min(1.0, support))
    torn = None if cell is not None else torn_apart(question, ranked, analysis)
    if torn is not None and torn.other and not asked_not:
        return Verdict("No", f'"{torn.other}" stands in its place', min(1.0, support))
    if torn is not None:
        return Verdict(None, _TORN, min(1.0, support), settled=True)
    if cell is None and (
        only_elsewhere(question, ranked) or has_only_some(question, ranked, analysis)
    ):
        return Verdict(None, _LIMITED, min(1.0, support), settled=True)
    if not asked_not and (nothing := no_such(ranked, analysis)):
        return Verdict("No", f'"{nothing}" denies it', min(1.0, support))
    if not asked_not and is_said_otherwise(question, ranked, analysis):
        return Verdict(None, _OTHERWISE, min(1.0, support))
    if not asked_not and (noun := adjective_of_another(question, ranked, analysis)):
        return Verdict(None, f'it is said of "{noun}"', min(STRANGE, support), strange=True)
    cut_short = None if asked_not else shortened(ranked)
    if cut_short is not None:
        why = "the clause that is cut short says so"
        return Verdict("Yes" if cut_short else "No", why, min(1.0, support))
    verb = "" if cell is not None else unsaid_verb(question, ranked, analysis, lexicon, lent)
    if verb:
        return Verdict(None, _UNSAID.format(verb), min(STRANGE, support), strange=True)
    denied = denial(question, ranked, analysis)
    if not denied and not asked_not and denies_another(ranked, analysis):
        return Verdict(None, _OTHERWISE, min(1.0, support))
    if not denied and any(
        terms[m.term].role in ("verb", "other") and denied_after(ranked, m.token)
        for m in ranked.matches
    ):
        denied = "not"
    another = denied and any(
        terms[n].role in ("name", "number") and terms[n].share >= _OF_ANOTHER for n in missing
    )
    if denied and not asked_not and another:
        return Verdict(None, _OTHERWISE, min(1.0, support), settled=True)
    if denied and not asked_not:
        return Verdict("No", f'"{denied}" denies it', min(1.0, support))
    if not denied and not asked_not and (nothing := denies_all(question, ranked, analysis)):
        if asks_leave(question):
            return Verdict("No", f'"{nothing}" denies it', min(1.0, support) * RULED)
        return Verdict(None, _OTHERWISE, min(1.0, support))
    if asked_not and not denied:
        return Verdict("No", "the sentence says it without the denial", min(1.0, support))
    if not asked_not and cell is None:
        if word := forbidden_there(question, ranked):
            return Verdict(None, f'"{word}" under circumstances', min(1.0, support), settled=True)
        if unsaid := unsaid_complement(question, ranked, context, lent):
            return Verdict(None, _UNSAID.format(unsaid), min(STRANGE, support), strange=True)
    if not asked_not and (beside := only_beside(question, ranked, context)):
        return Verdict(None, _UNSAID.format(beside), min(STRANGE, support), strange=True)
    if cell is None and (unsaid := unsaid_participle(question, ranked, found)):
        return Verdict(None, _UNSAID.format(unsaid), min(STRANGE, support), strange=True)
    noun = "" if cell is not None else lacked(question, set(missing) - aside)
    if noun:
        return Verdict(None, _UNSAID.format(noun), min(STRANGE, support), strange=True)
    if cell is None and asks_leave(question) and not has_grounds(ranked, analysis):
        return Verdict(None, "it gives no leave", min(1.0, support))
    wish = own_deed(question) if cell is None else None
    if wish is not None and wish not in found and wish not in lent:
        word = question.tokens[terms[wish].token].text
        return Verdict(None, _UNSAID.format(word), min(STRANGE, support), strange=True)
    return Verdict("Yes", "the sentence says so", min(1.0, support))


def _asks_to_do_without(question: Question, ranked: RankedSentence, cell: int) -> bool:
    """Return whether one asks to do without what the head of a column names ("without training",
    where training is required)."""
    norms = [token.norm for token in question.tokens]
    if "without" not in norms:
        return False
    heads = {token.stem for token in tokenize(ranked.sentence.cells[cell].head)}
    return any(token.stem in heads for token in question.tokens[norms.index("without") + 1 :])
