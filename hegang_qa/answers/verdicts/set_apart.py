"""What a sentence sets apart from what it says: what is excepted, what was so formerly, the second
largest; and what only a sentence beside it has.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hegang_qa.answers.accounts import stands_above
from hegang_qa.answers.verdicts.contraries import EXCEPTING
from hegang_qa.answers.verdicts.rulings import DENIALS, FORBIDS
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.model import BY_MEANING, RankedSentence
from hegang_qa.text.tokens import Token
from hegang_qa.text.words import AUXILIARIES, ORDINAL_WORDS

__all__ = [
    "barred_but_for",
    "excepted",
    "former_one",
    "lesser",
    "not_all",
    "not_excepted",
    "only_beside",
]

_ORDINAL = lazy(r"(?!1st$)\d+(?:st|nd|rd|th)")
_BUT = frozenset(("but", ",", "and"))
_NEAR, _REACH = 4, 5  # tokens from "except", and from "nothing with"
_NOT = frozenset(("not", "nothing"))
_POINTING = frozenset("it its they them their he she his her this these that those there".split())
_NEEDING = frozenset(("need", "needn't", "have"))
_ALL = frozenset(("all", "every", "each", "everyone", "everybody", "everything"))
_FORMERLY = frozenset(("former", "previous"))
_ANY = frozenset("a an any some".split())
_GETTING = frozenset("get have receive give need buy bring use take obtain claim".split())
# A noun that weighs as much as this in the question is not to be had from beside a sentence.
_WEIGHTY = 0.25


def excepted(question: Question, ranked: RankedSentence) -> str:
    """Return the matched word that the sentence excepts ("all floors except the attic", "in the
    yard, but not in the hall"), or ""."""
    tokens = ranked.tokens
    for match in ranked.matches:
        if match.how in BY_MEANING:
            continue  # the workshop is no studio
        for at in range(max(0, match.token - _REACH), match.token):
            if any(token.norm in AUXILIARIES for token in tokens[at : match.token]):
                continue  # "all floors except the attic *have heating*"
            if match.token - at > _NEAR and tokens[at].norm not in ("nothing", "no"):
                continue
            but_not = tokens[at].norm in _NOT and at > 0 and tokens[at - 1].norm in _BUT
            # "Provided that *no* clients are received"
            provided = "provided" in {token.norm for token in tokens[max(0, at - 2) : at]}
            but_not = but_not or (tokens[at].norm == "no" and provided)
            # "a lift to *all* floors *but* the tower"
            all_but = tokens[at].norm == "but" and any(
                token.norm in _ALL for token in tokens[max(0, at - 3) : at]
            )
            but_not = but_not or all_but
            if but_not or tokens[at].norm in EXCEPTING or _excepting(ranked, at):
                return tokens[match.token].text
    # "May be renewed twice unless another reader has *reserved* them."
    unless = next((n for n, token in enumerate(tokens) if token.norm == "unless"), -1)
    if unless > 0 and not any(token.norm in DENIALS for token in tokens):
        end = next((n for n in range(unless, len(tokens)) if tokens[n].text in ",;"), len(tokens))
        # Who reads may still renew: what is done there counts, not who does it.
        held = [
            match
            for match in ranked.matches
            if unless < match.token < end and question.terms[match.term].role in ("verb", "other")
        ]
        if held:
            return tokens[held[0].token].text
    return ""


def not_excepted(question: Question, ranked: RankedSentence) -> str:
    """Return what alone a sentence excepts by a number or letter ("all rooms *except room 7*"),
    where one asks of another one ("room 5"); "" elsewhere."""
    tokens = ranked.tokens
    at = next((n for n, t in enumerate(tokens) if t.norm in EXCEPTING or _excepting(ranked, n)), -1)
    if at < 0:
        return ""
    told = [token for token in tokens[at + 1 :] if _is_sign(token)]
    asked = [n for n, token in enumerate(question.tokens) if n > 1 and _is_sign(token)]
    if not told or not asked or {t.norm for t in told} & {question.tokens[n].norm for n in asked}:
        return ""
    things = {token.stem for token in tokens[at + 1 :]}
    before = [question.tokens[n - 1] for n in asked]
    if not any(t.stem in things and t.norm not in FUNCTION_WORDS for t in before):
        return ""
    return ranked.sentence.text[tokens[at].start : told[-1].end]


def _is_sign(token: Token) -> bool:
    """Return whether a token tells one of several things of a name from others: 7, C."""
    return token.kind == "number" or (len(token.text) == 1 and token.text.isupper())


def _excepting(ranked: RankedSentence, at: int) -> bool:
    """Return whether "with the *exception* of" or "*other* than" stands at a token."""
    norms = tuple(token.norm for token in ranked.tokens[at : at + 2])
    return norms in (("exception", "of"), ("other", "than"), ("aside", "from"))


def only_beside(question: Question, ranked: RankedSentence, context: Sequence[int]) -> str:
    """Return a noun, name or number of the question that only stands in a sentence beside this one,
    which has no pronoun for it, "" where there is none."""
    if ranked.sentence.kind != "paragraph" or not question.terms:
        return ""
    if any(token.norm in _POINTING for token in ranked.tokens):
        return ""
    numbers = [n for n, term in enumerate(question.terms) if term.role == "number" and n in context]
    if numbers and not stands_above(question, numbers[0], ranked.sentence):
        return question.terms[numbers[0]].word  # "no service on 26 May. Trains run every hour."
    names = [n for n, term in enumerate(question.terms) if term.role == "name"]
    if (
        names
        and all(n in context for n in names)
        and not any(stands_above(question, n, ranked.sentence) for n in names)
    ):
        return question.terms[names[0]].word
    return next(
        (
            question.terms[number].word
            for number in context
            if question.terms[number].role == "noun"
            and question.terms[number].share >= _WEIGHTY
            and (number == len(question.terms) - 1 or _is_got(question, number))
            and not stands_above(question, number, ranked.sentence)
        ),
        "",
    )


def _is_got(question: Question, number: int) -> bool:
    """Return whether a noun is what one asks to get or have ("can I *get a refund* for ...")."""
    at = question.terms[number].token
    before = [token.norm for token in question.tokens[max(0, at - 2) : at]]
    return before[-1:] != [] and before[-1] in _ANY and before[0] in _GETTING


def former_one(question: Question, ranked: RankedSentence) -> str:
    """Return the word by which a sentence tells of one of former times what is asked of one of now
    ("the *old* director"), "" elsewhere."""
    asked = {token.norm for token in question.tokens}
    former = _FORMERLY | {"old"} if "still" in asked else _FORMERLY
    return next(
        (
            ranked.tokens[match.token - 1].text
            for match in ranked.matches
            if match.token and ranked.tokens[match.token - 1].norm in former - asked
        ),
        "",
    )


def lesser(question: Question, ranked: RankedSentence) -> str:
    """Return the ordinal that makes less of a matched superlative ("the *second* largest"), or ""
    where there is none or the question has it too."""
    asked = {token.norm for token in question.tokens}
    tokens = [token for token in ranked.tokens if token.norm != "-"]
    matched = {ranked.tokens[match.token].start for match in ranked.matches}
    for before, token in pairwise(tokens):
        if token.start not in matched or not (token.norm.endswith("est") or token.norm == "most"):
            continue
        ordinal = before.norm in ORDINAL_WORDS and before.norm != "first"
        if (ordinal or _ORDINAL.fullmatch(before.norm)) and before.norm not in asked:
            return before.text
    return ""


def not_all(question: Question, ranked: RankedSentence) -> str:
    """Return the word by which a sentence takes some out of what it says of all ("all rooms have a
    balcony *except* ..."), where one asks whether it holds for all; "" elsewhere."""
    asked = {token.norm for token in question.tokens}
    if _ALL.isdisjoint(asked) or not EXCEPTING.isdisjoint(asked):
        return ""
    norms = [token.norm for token in ranked.tokens]
    if _ALL.isdisjoint(norms):
        return ""
    first = next(n for n, norm in enumerate(norms) if norm in _ALL)
    return next((norm for norm in norms[first:] if norm in EXCEPTING), "")


def barred_but_for(ranked: RankedSentence) -> bool:
    """Return whether a sentence bars what it says, but for an exception ("dogs are *not* allowed,
    *except* for guide dogs"). "Without flash" and "need not" bar nothing."""
    norms = [token.norm for token in ranked.tokens]
    at = next((n for n, norm in enumerate(norms) if norm in EXCEPTING or _excepting(ranked, n)), -1)
    barring = (DENIALS | FORBIDS) - {"without"}
    return any(
        norm in barring and norms[max(0, number - 1)] not in _NEEDING
        for number, norm in enumerate(norms[: max(0, at)])
    )
