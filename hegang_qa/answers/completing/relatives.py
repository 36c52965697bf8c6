"""Somebody's parents, how many brothers and sisters somebody had, and how many children, as lives
tell them: "the fourth of six children of a stationmaster, Karl Lind, and his wife Hedda", "They had
one daughter".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Answer
from hegang_qa.text.kinship import (
    CHILDREN,
    FATHERS,
    MOTHERS,
    PARENTS,
    RELATIVES,
    SIBLINGS,
    SPOUSES,
    among_siblings,
)
from hegang_qa.text.words import NUMBER_WORDS

if TYPE_CHECKING:
    from hegang_qa.question.model import Question

__all__ = ["with_relative"]

_SURE = 0.7
_SURE_OF_YES = 0.85
_CONSIDERED = 5
_LONGEST_NAME = 3
_OF_ONE_KIND = ("brother", "sister", "son", "daughter")
_JOBS = frozenset("job profession occupation trade living work name names many".split())

_WORD = r"(?:[A-Z]\.|[A-Z][\w'’-]+)"
_NAME = rf"{_WORD}(?: (?:(?:von|van|de|di|del|der|den|la|le|af|al|bin|ibn) ){{0,2}}{_WORD})*"
_NO_TRADE = r"(?!(?:and|of|in|from|at|who|his|her|family|couple|poor|large)\b)"
_TRADE = rf"{_NO_TRADE}[a-z][a-z-]+(?: {_NO_TRADE}[a-z-]+){{0,2}}"
_TITLES = r"(?:(?:Dr|Mr|Mrs|Sir|Rev|Captain|Count|Baron)\.? )?"


def _person(number: int) -> str:
    """Return the pattern of somebody with a trade before the name, alone, or behind it."""

    def named(how: str) -> str:
        return rf"(?P<name{number}{how}>{_TITLES}{_NAME})"

    def trading(how: str) -> str:
        return rf"(?:a|an|the) (?P<trade{number}{how}>{_TRADE})"

    by_trade = rf"{trading('a')}(?:,? {named('a')})?"
    by_name = rf"{named('b')}(?:, {trading('b')}(?=[,.;]|$))?"
    return rf"(?P<all{number}>{by_trade}|{by_name})"


_PARENTS = lazy(
    r"\b(?:(?:sons?|daughters?|child|children) (?:of|to)|born (?:[^.;]{0,40} )?to) "
    rf"{_person(1)}(?:,? and (?:(?:his|her) (?:wife|husband|partner),? )?{_person(2)})?"
)
_NUMBER = rf"(?:no|a|an|\d+|{'|'.join(sorted(NUMBER_WORDS))})"
_BRETHREN = r"(?:brothers?|sisters?|siblings?|half-brothers?|half-sisters?)"
_SIBLINGS = lazy(
    rf"(?P<all>\b{_NUMBER} (?:\w+ )?{_BRETHREN}(?: and {_NUMBER} (?:\w+ )?{_BRETHREN})?)"
)
_OFFSPRING = r"(?:sons?|daughters?|children|child|kids)"
_CHILDREN = lazy(
    r"\b(?:had|has|have|bore(?: him)?|raised|having|(?:father|mother|parents?) of|with) "
    rf"(?P<all>(?P<number>{_NUMBER}) (?:\w+ )?(?P<kind>{_OFFSPRING})"
    rf"(?:,? and {_NUMBER} (?:\w+ )?{_OFFSPRING})?)"
)


class _Parent(NamedTuple):
    """Who it was and what he or she did, as spans of the sentence; None where that is not told."""

    whole: tuple[int, int]
    name: tuple[int, int] | None
    trade: tuple[int, int] | None


def with_relative(asking: Asking, answer: Answer) -> Answer:
    """Return the parent, or how many brothers and sisters or children there were, as a sentence
    about the life asked about tells it; elsewhere the answer as it is."""
    question = asking.question
    norms = [token.norm for token in question.tokens]
    asked = frozenset(norms)
    whose = _whose(question)
    if asking.least > _SURE or whose is None:
        return answer
    for one in asking.ranked[:_CONSIDERED]:
        met = {match.term for match in one.matches} | set(one.context)
        if one.sentence.cells or not met.issuperset(whose):
            continue
        if question.answer_type == "yes-no":
            has = _has(asked, one)
            if has is not None:
                return told_by(answer, one.sentence, has, _SURE_OF_YES, None)
            continue
        place = _counted(asked, one) if "many" in asked else _parent(asked, question.asks, one)
        if place is not None:
            text = one.sentence.text[slice(*place)]
            return told_by(answer, one.sentence, text, max(_SURE, answer.confidence), place)
    return answer


def _whose(question: Question) -> list[int] | None:
    """Return the terms (their numbers) that say whose relative is asked about; None where a
    question asks for more than a relative, or what he did for a living."""
    words = [(n, term.word.removesuffix("'s")) for n, term in enumerate(question.terms)]
    said = {word for _, word in words}
    if said.isdisjoint(RELATIVES) or not said.isdisjoint(SPOUSES):
        return None  # "her father's wife"
    whose = [
        n
        for n, word in words
        if word not in RELATIVES and word not in _JOBS and not question.terms[n].light
    ]
    return whose if len(whose) <= _LONGEST_NAME else None


def _has(asked: frozenset[str], ranked: RankedSentence) -> str | None:
    """Return whether there were any children, or brothers and sisters; None where that is not
    told."""
    if not asked & {"have", "had", "has", "any"}:
        return None
    place = _counted(asked, ranked)
    if place is None:
        return None
    return "No" if ranked.sentence.text[slice(*place)].startswith("no ") else "Yes"


def _counted(asked: frozenset[str], ranked: RankedSentence) -> tuple[int, int] | None:
    """Return where a sentence tells how many brothers and sisters, or children, there were."""
    text = ranked.sentence.text.replace("\n", " ")
    kind = next((word for word in _OF_ONE_KIND if asked & {word, word + "s"}), "")
    if kind and not {"brothers", "sisters"} <= asked:
        return _span(re.search(rf"\b(?P<all>{_NUMBER} (?:\w+ )?{kind}s?)\b", text), "all")
    if asked & SIBLINGS:
        return among_siblings(text) or _span(_SIBLINGS.search(text), "all")
    if not asked & CHILDREN or among_siblings(text) or asked & (PARENTS | FATHERS | MOTHERS):
        return None
    found = _CHILDREN.search(text)
    if found is None:
        return None
    plain = found["kind"] in ("children", "child", "kids") and found.end("kind") == found.end("all")
    return (
        found.span("number") if plain and found["number"] not in ("no", "a") else found.span("all")
    )


def _parent(asked: frozenset[str], asks: str, ranked: RankedSentence) -> tuple[int, int] | None:
    text = ranked.sentence.text.replace("\n", " ")
    found = _PARENTS.search(text)
    if found is None:
        return None
    first, second = (
        None
        if found[f"all{n}"] is None
        else _Parent(
            found.span(f"all{n}"),
            _span(found, f"name{n}a") or _span(found, f"name{n}b"),
            _span(found, f"trade{n}a") or _span(found, f"trade{n}b"),
        )
        for n in (1, 2)
    )
    if first is None:
        return None
    if asked & PARENTS:
        return first.whole[0], (second or first).whole[1]
    parent = first if asked & FATHERS else second if asked & MOTHERS else None
    if parent is None:
        return None
    if asks in ("who", "whom") or asked & {"name", "called"}:
        return parent.name or parent.whole
    return parent.trade


def _span(found: re.Match[str] | None, group: str) -> tuple[int, int] | None:
    """Return the span of a group of what was found, None where it is not there."""
    return found.span(group) if found is not None and found[group] is not None else None
