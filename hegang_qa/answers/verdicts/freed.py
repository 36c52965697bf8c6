"""What costs nothing by a sentence, for how long and for whom: "Pets: free of charge", "parking is
free *for the first hour*", "free *except for groups*".
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

from hegang_qa.answers.verdicts.contraries import EXCEPTING
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.units import unit
from hegang_qa.text.words import FUNCTION_WORDS, NEGATIONS

__all__ = ["Freed", "freed", "unpriced"]

_MEANT = frozenset((*BY_FORM, "synonym", "compound"))
_GOING = frozenset("go get enter travel travels ride come charge".split())
_COSTING = frozenset("cost costs pay fee charge price".split())
_MONEY = frozenset("£€$")
_PAID = frozenset("euro euros pound pounds dollar dollars pay pays cost costs".split())
_PAYING = frozenset("pay pays charged charge".split())
_BREAKS = frozenset((";", ",", "but", "while", "whereas"))
_FOR = frozenset(("for", "with", "to", "on"))
_ENDS = frozenset((",", ";", ".", "but", "and", "while"))
_OTHERWISE = frozenset(("otherwise", "else"))
_ANYBODY = frozenset("all everyone everybody anyone you guests visitors".split())
_UNPAID = _COSTING | frozenset("free included include includes gratis complimentary".split())
_FAR = 8  # tokens


class Freed(NamedTuple):
    """What a sentence says of what is asked to be free (None: only within limits), and the words
    that say so."""

    text: Literal["Yes", "No"] | None
    words: str


def freed(question: Question, ranked: RankedSentence) -> Freed | None:
    """Return whether a sentence says that what is asked to be free of charge is; None where that
    is not asked, or the sentence does not speak of what is free."""
    asked = [token.norm for token in question.tokens]
    norms = [token.norm for token in ranked.tokens]
    if not _asks_free(asked) or norms.count("free") != 1 or ranked.sentence.cells:
        return None
    at = norms.index("free")
    if norms[at + 1 : at + 2] == ["of"] and norms[at + 2 : at + 3] != ["charge"]:
        return None
    if norms[at - 1 : at] == ["-"] or not NEGATIONS.isdisjoint(norms):
        return None
    things = {
        match.token: match.term
        for match in ranked.matches
        if match.token != at
        and match.how in _MEANT
        and question.terms[match.term].role in ("noun", "name", "focus")
    }
    but = next((n for n in range(at, len(norms)) if norms[n] in EXCEPTING), len(norms))
    if any(spot > but for spot in things):
        return Freed("No", norms[but])
    if for_time := _for_a_time(norms, at, asked):
        return Freed(None, for_time)
    if paid := _paid_by(norms, at, things):
        return Freed("No", paid)
    if case := _otherwise_not(norms, at, things):
        return Freed(None, case)
    if any(token.text in _MONEY for token in ranked.tokens) or not _PAID.isdisjoint(norms):
        return None  # "free for members and £2 for visitors"
    if whom := _for_others(ranked, norms, at, things):
        return Freed(None, whom)
    wanted = [
        n
        for n, term in enumerate(question.terms)
        if question.tokens[term.token].norm not in _GOING | {"free"} and not term.light
    ]
    if not things or any(n not in things.values() for n in wanted):
        return None
    return Freed("Yes", "free")


def unpriced(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a question asks what one gets "for free" or "free of charge", and a sentence
    has no word of that."""
    asked = [token.norm for token in question.tokens]
    at = asked.index("free") if "free" in asked else 0
    if not at or (asked[at - 1] != "for" and asked[at + 1 : at + 3] != ["of", "charge"]):
        return False
    held = {question.terms[match.term].token for match in ranked.matches}
    return at not in held and _UNPAID.isdisjoint(token.norm for token in ranked.tokens)


def _asks_free(asked: list[str]) -> bool:
    at = asked.index("free") if "free" in asked else 0
    if not at or not _COSTING.isdisjoint(asked):
        return False
    after = [norm for norm in asked[at + 1 :] if norm != "?"]
    return after[:1] != ["of"] or after[:2] == ["of", "charge"]


def _otherwise_not(norms: list[str], at: int, things: dict[int, int]) -> str:
    """Return "otherwise" where a sentence tells that what is free in one case costs in all others
    ("free with a weekend ticket, *otherwise* 4 pounds"), and nothing of that case is asked about
    but a word that others have as well; "" elsewhere."""
    cut = next((n for n in range(at, len(norms)) if norms[n] in _OTHERWISE), -1)
    if cut < 0 and norms[at:].count("cases"):
        cut = norms.index("cases", at)
    if cut < 0:
        return ""
    between = range(at + 1, cut)
    case = [n for n in between if norms[n].isalpha() and norms[n] not in FUNCTION_WORDS]
    return "" if case and all(n in things for n in case) else "otherwise"


def _paid_by(norms: list[str], at: int, things: dict[int, int]) -> str:
    """Return the verb by which those pay who are asked about, in a part of a sentence beside that
    with what is free ("members free; *guests pay* 5 euros"); "" where there is none."""
    bounds = [0, *(n for n, norm in enumerate(norms) if norm in _BREAKS), len(norms)]
    for low, high in pairwise(bounds):
        paying = next((norm for norm in norms[low:high] if norm in _PAYING), "")
        if paying and not low <= at < high and any(low <= spot < high for spot in things):
            return paying
    return ""


def _for_a_time(norms: list[str], at: int, asked: list[str]) -> str:
    """Return the time to which a sentence limits what is free ("the *first 30 minutes*", "for *an
    hour*"), where none is asked about; "" where it sets no such limit."""
    if any(unit(norm) is not None for norm in asked):
        return ""
    for first in range(max(0, at - _FAR), min(len(norms), at + _FAR)):
        if norms[first] != "first" and norms[first : first + 2] not in (["for", "up"],):
            continue
        last = next((n for n in range(first + 1, min(len(norms), first + 4)) if unit(norms[n])), -1)
        if last > 0:
            return " ".join(norms[first : last + 1])
    return ""


def _for_others(ranked: RankedSentence, norms: list[str], at: int, things: dict[int, int]) -> str:
    """Return for whom alone something is free ("for *pedestrians*"), where one asks of others or of
    nobody in particular; "" elsewhere."""
    begin = next((n for n in range(at + 1, min(len(norms), at + 4)) if norms[n] in _FOR), -1)
    if begin < 0 or norms[begin] != "for":
        return ""
    end = next(
        (n for n in range(begin, len(norms)) if norms[n] in _ENDS - {"and", ","}), len(norms)
    )
    if any(begin < spot < end for spot in things):
        return ""
    if not _ANYBODY.isdisjoint(norms[begin:end]):
        return ""
    return " ".join(token.text for token in ranked.tokens[begin:end])
