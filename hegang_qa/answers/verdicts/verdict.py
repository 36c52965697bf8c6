"""Yes or no: whether a sentence says what a question asks about, or contradicts it."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis, analyse
from hegang_qa.answers.verdicts.against import done_otherwise, of_other_circumstances
from hegang_qa.answers.verdicts.at_a_time import is_row_of_another_day
from hegang_qa.answers.verdicts.at_once import AT_ONCE
from hegang_qa.answers.verdicts.bearing import other_subject
from hegang_qa.answers.verdicts.case import case_of
from hegang_qa.answers.verdicts.contraries import WordRelations
from hegang_qa.answers.verdicts.doubted import doubted, leaves_open
from hegang_qa.answers.verdicts.lent import lacks_a_noun, named_beside, own_share
from hegang_qa.answers.verdicts.model import STRANGE, Verdict
from hegang_qa.answers.verdicts.on_days import tells_days_of_another, tells_of_holiday
from hegang_qa.answers.verdicts.outright import word_for_word
from hegang_qa.answers.verdicts.word_by_word import WORD_BY_WORD
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_MEANING, RankedSentence

__all__ = ["Verdict", "verdict"]

# What a sentence (with what stands over it) must account for itself, of the question's weight.
_OWN = 0.35
_OWN_OF_ROW = 0.7
# As many verdicts are right as this on whole articles. Only what a sentence says word for word,
# or begins by saying, is surer.
_SUREST = 0.87
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
    if is_row_of_another_day(question, ranked):
        return Verdict(None, "the row is of another day", 0.0)
    if tells_of_holiday(question, ranked):
        return Verdict(None, "it tells of a holiday", STRANGE, strange=True)
    if tells_days_of_another(question, ranked):
        return Verdict(None, "it tells when something else is open", STRANGE, strange=True)
    if leaves_open(question, ranked):
        return Verdict(None, "it leaves open whether", STRANGE)
    case = case_of(question, ranked, analysis, lexicon, lent)
    for look in (*AT_ONCE, *WORD_BY_WORD):
        said = look(case)
        if said is not None:
            return said
    return Verdict("Yes", "the sentence says so", case.support, reckoned=case.held.kept)
