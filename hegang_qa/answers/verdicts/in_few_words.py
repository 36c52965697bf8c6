"""What a sentence allows, bars or leaves out in few words, by other verbs than the question's:
"*No* glass, chewing gum or dogs", "soup yes, posset *no*", "a hose (*not supplied*)",
"(*optional*)", "cream *will not work*", "we *do not accept* cheques", "*not required*", "*closed*".
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.verdicts.denied_above import denied_above
from hegang_qa.answers.verdicts.rulings import asks_leave
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.words import NEGATIONS

__all__ = ["NEEDING", "Short", "by_permission_only", "in_few_words"]

_MEANT = frozenset((*BY_FORM, "synonym", "compound"))
_LIST = frozenset("JNEGK#-DR,C")
_JOINING = frozenset("C,")
_ANSWERS = {"yes": True, "no": False}
_PARTS = frozenset((",", ";", ".", ":"))
_HAVING = frozenset("there have has got get comes come supplied included provided".split())
_APART = frozenset("sold available ordered bought purchased".split())
_WORKING = frozenset("work works working running usable operational operating".split())
_OUT_OF = frozenset("order service use action".split())
_SUPPLIED = frozenset("supplied included provided enclosed delivered contained attached".split())
NEEDING = frozenset("required mandatory compulsory obligatory necessary needed".split())
_PAYING = frozenset(("pay", "pays"))
_MUST = frozenset(("must", "need", "needs", "should"))
_NEEDLESS = frozenset("unnecessary optional voluntary unneeded needless exempt exempted".split())
_EXPECTED = NEEDING | frozenset(("expected", "need", "needed"))
_BE_OR_STAY = frozenset("is are was were be remains remain stays stay".split())
# What a thing does or is that can be used.
_FIT = frozenset(
    "work works do fit suit suitable valid usable appropriate acceptable recommended advisable "
    "safe compatible supported function good enough".split()
)
_ACCEPT = frozenset(
    "accept accepts take takes allow allows permit permits admit admits support supports honour "
    "honor".split()
)
_OPEN = frozenset(("open", "accessible"))
_SHUT = frozenset(("closed", "shut", "barred"))
_STATES = _OPEN | _SHUT
_FOR = frozenset(("to", "for"))
_TURNS = frozenset(("", ";", ".", "but", "while", "whereas"))
_MODALS = frozenset("must may should can could".split())
_LET = frozenset("allowed permitted allow permit welcome".split())
_PERMISSIONS = frozenset("permission consent approval permit authorisation authorization".split())
_ASKING = frozenset("ask consult contact".split())
_REQUIRING = frozenset("need needs require requires required needed subject".split())
_FAILING = frozenset("error errors fails fail".split())
_FAR = 8  # tokens
_ROOT = 5  # letters


class Short(NamedTuple):
    """Whether few words say yes, these words, and whether they stand above the sentence."""

    says_yes: bool
    words: str
    above: bool = False


def in_few_words(question: Question, ranked: RankedSentence, analysis: Analysis) -> Short | None:
    """Return what a sentence says to a question in such a form; None where it has none of these
    forms for what is asked about."""
    unless = next((n for n, token in enumerate(ranked.tokens) if token.norm == "unless"), -1)
    if unless >= 0:
        met = any(match.token > unless for match in ranked.matches)
        ban = "" if met else denied_above(question, ranked)
        return Short(False, ban, above=True) if ban else None
    spots = [
        match.token
        for match in ranked.matches
        if question.terms[match.term].role != "verb" and match.how in _MEANT
    ]
    if paired := _yes_or_no_behind(ranked, spots):
        return Short(*paired)
    if ban := denied_above(question, ranked):
        return Short(False, ban, above=True)
    said = _in_its_words(question, ranked, analysis, spots)
    return Short(*said) if said is not None else None


def _in_its_words(
    question: Question, ranked: RankedSentence, analysis: Analysis, spots: list[int]
) -> tuple[bool, str] | None:
    """Return whether a sentence itself says yes, and the words that say so; `spots` are the tokens
    of what is asked about."""
    deeds = [match.token for match in ranked.matches if match.how in BY_FORM]
    leave = asks_leave(question)
    asked = {token.norm for token in question.tokens}
    if (leave or not asked.isdisjoint(_STATES)) and (state := _state_for(ranked)):
        return (state in _OPEN) is asked.isdisjoint(_SHUT), f"{state} to it"
    if leave and (listed := _in_list_of_no(ranked, analysis, [*spots, *deeds])):
        return False, listed
    if leave and (but_no := _but_no(question, ranked)):
        return False, but_no
    needs = not asked.isdisjoint(NEEDING | _MUST | _PAYING) or ("have" in asked and "to" in asked)
    if needs and (word := _needless(ranked, [*spots, *deeds, *_named_deeds(question, ranked)])):
        return False, word
    if not spots:
        return None
    if leave and (shut := _shut(ranked, spots)):
        return False, shut
    if not asked.isdisjoint(_WORKING) and (out := _out_of_order(ranked, max(spots))):
        return False, out
    if not asked.isdisjoint(_HAVING) and (lacks := _not_supplied(ranked, analysis, max(spots))):
        return False, lacks
    if needs and "optional" in _bracket_behind(ranked, analysis, max(spots)):
        return False, "optional"
    if leave and (word := _unfit(ranked, analysis, spots) or _not_accepted(ranked, spots)):
        return False, word
    if leave and (fails := _fails(ranked, deeds, asked)):
        return False, fails
    return None


def by_permission_only(question: Question, ranked: RankedSentence) -> str:
    """Return the word for a permission that a sentence makes a condition of what one asks leave for
    ("a barbecue needs *permission*"), "" for none."""
    if not asks_leave(question):
        return ""
    asked = {token.norm for token in question.tokens}
    norms = [token.norm for token in ranked.tokens]
    for at, norm in enumerate(norms):
        if norm in _PERMISSIONS - asked and not _REQUIRING.isdisjoint(
            norms[max(0, at - _FAR) : at]
        ):
            return norm
        # "Bees: *ask* the committee"
        if norm in _ASKING - asked and (at == 0 or norms[at - 1] in (":", ";", ",")):
            return norm if _LET.isdisjoint(norms) else ""
    return ""


def _yes_or_no_behind(ranked: RankedSentence, spots: list[int]) -> tuple[bool, str] | None:
    """Return what "yes" or "no" stands behind what is asked about, at the end of its part ("tea
    yes, coffee *no*")."""
    norms = [token.norm for token in ranked.tokens]
    for spot in spots:
        end = next((n for n in range(spot, len(norms)) if norms[n] in _PARTS), len(norms))
        if end - 1 > spot and norms[end - 1] in _ANSWERS:
            return _ANSWERS[norms[end - 1]], f"{ranked.tokens[spot].text} {norms[end - 1]}"
    return None


def _named_deeds(question: Question, ranked: RankedSentence) -> list[int]:
    """Return the tokens that name by a noun what a question has a verb for ("*Registration*")."""
    return [
        match.token
        for match in ranked.matches
        if question.terms[match.term].role == "verb"
        and ranked.tokens[match.token].norm[:_ROOT] == question.terms[match.term].word[:_ROOT]
    ]


def _needless(ranked: RankedSentence, spots: list[int]) -> str:
    """Return the words by which a sentence says that what is asked about need not be ("*not
    required*", "*optional*"), "" for none."""
    norms = [token.norm for token in ranked.tokens]
    for at, norm in enumerate(norms):
        denied = norm in NEGATIONS and not _EXPECTED.isdisjoint(norms[at + 1 : at + 3])
        if not denied and norm not in _NEEDLESS:
            continue
        parts = (_PARTS | _TURNS) - {":"}  # "Sanding: not necessary"
        begin = next((n for n in range(at, -1, -1) if norms[n] in parts), 0)
        if any(begin <= spot < at for spot in spots):
            return " ".join(norms[at : at + 2]) if denied else norm
    return ""


def _shut(ranked: RankedSentence, spots: list[int]) -> str:
    """Return "closed" where a sentence says this of what stands before it and is asked about."""
    norms = [token.norm for token in ranked.tokens]
    for at, norm in enumerate(norms[1:], 1):
        if norm in ("closed", "shut") and norms[at - 1] in _BE_OR_STAY and min(spots) < at:
            return "" if norms[at + 1 : at + 2] in (["to"], ["for"]) else norm
    return ""


def _state_for(ranked: RankedSentence) -> str:
    """Return "open" or "closed" where a sentence says this for what is asked about, and the other
    or nothing for others ("closed to cars but *open to* cyclists"); "" elsewhere."""
    norms = [token.norm for token in ranked.tokens]
    spots = [match.token for match in ranked.matches]
    for at, (one, other) in enumerate(pairwise(norms)):
        if one not in _STATES or other not in _FOR or norms[at - 1] in NEGATIONS:
            continue
        end = next((n for n in range(at + 2, len(norms)) if norms[n] in _TURNS), len(norms))
        if any(at < spot < end for spot in spots):
            return one
    return ""


def _in_list_of_no(ranked: RankedSentence, analysis: Analysis, spots: list[int]) -> str:
    """Return "no dogs" where a list that begins with "No" has what is asked about, and no verb
    follows but what allows; "" elsewhere."""
    tags, tokens = analysis.tagged.tags, ranked.tokens
    for at, token in enumerate(tokens):
        there_is = tokens[at - 1].norm in _BE_OR_STAY and at > 1 and tokens[at - 2].norm == "there"
        if token.norm != "no" or not (there_is or tags[at - 1 : at] in ("", ":", ";", ".")):
            continue
        end = at + 1
        while end < len(tags) and (
            tags[end] in _LIST or (end in spots and tags[end - 1] in _JOINING)  # "food or *drink*"
        ):
            end += 1
        own = next((spot for spot in spots if at < spot < end), -1)
        if own > 0 and (there_is or VERB_TAGS.isdisjoint(tags[end:])):
            return f"no {tokens[own].text}"
    return ""


def _but_no(question: Question, ranked: RankedSentence) -> str:
    """Return "no alcohol" where a sentence ends in that, and what one asks leave for ("my own
    *beer*") is met by it, whatever it is called; "" elsewhere."""
    tokens = ranked.tokens
    for at in range(len(tokens) - 2):
        if tokens[at].norm != "but" or tokens[at + 1].norm != "no":
            continue
        if any(
            match.token == at + 2 and question.terms[match.term].role != "verb"
            for match in ranked.matches
        ):
            return f"no {tokens[at + 2].text}"
    return ""


def _bracket_behind(ranked: RankedSentence, analysis: Analysis, spot: int) -> list[str]:
    """Return the words of the bracket that stands behind a token, with no verb between."""
    tags = analysis.tagged.tags
    start = tags.find("(", spot, spot + _FAR)
    if start < 0 or not VERB_TAGS.isdisjoint(tags[spot + 1 : start]):
        return []
    end = tags.find(")", start)
    return [token.norm for token in ranked.tokens[start + 1 : end if end > 0 else None]]


def _not_supplied(ranked: RankedSentence, analysis: Analysis, spot: int) -> str:
    """Return the words by which what is asked about is said not to be supplied, "" for none."""
    norms = [token.norm for token in ranked.tokens]
    behind = norms[spot + 1 : spot + _FAR]
    cut = next((n for n, norm in enumerate(behind) if norm in _PARTS), len(behind))
    for words in (_bracket_behind(ranked, analysis, spot), behind[:cut]):
        for one, other in pairwise(words):
            if one in NEGATIONS and other in _SUPPLIED:
                return f"{one} {other}"
        if any(one in _APART and other == "separately" for one, other in pairwise(words)):
            return "sold separately"
    return ""


def _out_of_order(ranked: RankedSentence, spot: int) -> str:
    """Return the words by which what is asked about does not work ("out of order"), "" for none."""
    behind = [token.norm for token in ranked.tokens[spot + 1 : spot + _FAR]]
    for at in range(len(behind) - 2):
        if behind[at : at + 2] == ["out", "of"] and behind[at + 2] in _OUT_OF:
            return " ".join(behind[at : at + 3])
    return ""


def _unfit(ranked: RankedSentence, analysis: Analysis, spots: list[int]) -> str:
    """Return the words by which something is said not to do ("*will not work*") that stands before
    them, and is asked about; "" for none."""
    norms, tags = [token.norm for token in ranked.tokens], analysis.tagged.tags
    for at, norm in enumerate(norms):
        if norm not in NEGATIONS or not any(spot < at for spot in spots):
            continue
        if norms[at - 1] in _MODALS:
            continue  # "guests must not work here"
        nearest = max(spot for spot in spots if spot < at)
        between = tags[nearest + 1 : at]
        if len(between) > _FAR or not set(between).isdisjoint(",;.:VG"):
            continue
        behind = norms[at + 1 : at + 4]  # "not going to work"
        fit = next((n for n, word in enumerate(behind) if word in _FIT), -1)
        if fit >= 0 and not any(word in _PARTS for word in behind[:fit]):
            return " ".join((norm, behind[fit]))
    return ""


def _not_accepted(ranked: RankedSentence, spots: list[int]) -> str:
    """Return the words by which what is asked about is not accepted, "" for none."""
    norms = [token.norm for token in ranked.tokens]
    for at, (one, other) in enumerate(pairwise(norms)):
        if one in NEGATIONS and other in _ACCEPT:
            ends = (n for n in range(at, len(norms)) if norms[n] in (";", ".", "but"))
            if at < min(spots) < next(ends, len(norms)):
                return f"{one} {other}"
    return ""


def _fails(ranked: RankedSentence, deeds: list[int], asked: set[str]) -> str:
    """Return the word for an error that follows on what one asks leave for, "" for none."""
    words = (n for n, token in enumerate(ranked.tokens) if token.norm in _FAILING - asked)
    at = next(words, -1)
    return ranked.tokens[at].text if deeds and min(deeds) < at else ""
