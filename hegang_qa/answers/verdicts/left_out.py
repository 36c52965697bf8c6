"""What a sentence leaves out: "Blades and pegs are *excluded*", "Blocks A and C are *not
affected*", "*Not for*: children under 4, pregnant women", "The car park is *reserved for* staff".
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.words import LIGHT_WORDS
from hegang_qa.ranking.model import BY_MEANING, RankedSentence
from hegang_qa.text.tokens import Token

__all__ = ["LeftOut", "left_out", "not_without"]

_EXCLUDED = lazy(
    r"(?i)\b(?:is|are|was|were|remains?|stays?) (?:also |both |all |therefore )?"
    r"(?P<words>excluded|(?:not|un)[ -]?affected|left out|not included|not part of|not insured"
    r"|not (?:sufficient|enough|valid|acceptable|accepted|adequate)|insufficient"
    r"|not (?:yet |currently )?supported|unsupported)\b"
)
_NOT_FOR = lazy(
    r"(?i)^\W*(?P<words>not (?:for|suitable for|suited to|recommended for|intended for|meant for"
    r"|to be (?:used|taken) by|available (?:to|for)))\b"
)
_CHARGED_APART = lazy(
    r"(?i)\b(?:is|are) (?P<words>(?:billed|charged|paid|invoiced|sold|priced|payable) "
    r"(?:separately|extra|additionally|on top))\b"
    r"|\byou (?:must |have to )?(?P<self>pay (?:for )?(?:it |them )?yourself)\b"
)
_INCLUDING = frozenset("included include includes including inclusive part".split())
_RESERVED = lazy(
    r"(?i)\b(?:is|are|was|were) (?P<words>(?:strictly |only |exclusively )?"
    r"(?:reserved|restricted) (?:exclusively )?(?:for|to))\b"
)
_ASKING_OF_IT = frozenset("excluded exclude excludes excluding unaffected not except".split())
_NOBODY = frozenset("nobody none never no not cannot can't".split())
_NEEDING = frozenset("need needs must have required necessary compulsory".split())
_ASKERS = frozenset("i we you one".split())
_ENDS = frozenset(".;")
_GETTING = frozenset("rent hire buy borrow bring purchase order book take".split())
_UNSURE = frozenset(("unless", "except", "if"))


class LeftOut(NamedTuple):
    """What a sentence says of what it leaves out, and by which words."""

    text: Literal["Yes", "No"]
    words: str


def left_out(question: Question, ranked: RankedSentence) -> LeftOut | None:
    """Return "No" where a sentence leaves out what is asked about, and what "reserved for" says to
    somebody named; None where it does neither."""
    text = ranked.sentence.text.replace("\n", " ")
    asked = {token.norm for token in question.tokens}
    if ranked.sentence.cells or not _UNSURE.isdisjoint(token.norm for token in ranked.tokens):
        return None
    if (found := _RESERVED.search(text)) is not None:
        return _reserved(question, ranked, found.end(), found["words"])
    if not _ASKING_OF_IT.isdisjoint(asked):
        return None
    found = _EXCLUDED.search(text)
    # What is not included may still be hired.
    got = not _GETTING.isdisjoint(token.norm for token in question.tokens[1:4])
    apart = found is not None and "included" in found["words"] and got
    if found is not None and not apart:
        begin = max((text.rfind(mark, 0, found.start()) for mark in _ENDS), default=-1)
        if _named(question, ranked, begin, found.start()):
            return LeftOut("No", found["words"])
    if not asked.isdisjoint(_INCLUDING) and (found := _CHARGED_APART.search(text)) is not None:
        begin = max((text.rfind(mark, 0, found.start()) for mark in _ENDS), default=-1)
        if _named(question, ranked, begin, found.start()):
            return LeftOut("No", found["words"] or found["self"])
    if (found := _NOT_FOR.search(text)) is not None:
        end = min(
            (at for mark in _ENDS if (at := text.find(mark, found.end())) >= 0), default=len(text)
        )
        if _named(question, ranked, found.end(), end):
            return LeftOut("No", found["words"])
    return None


def _named(question: Question, ranked: RankedSentence, begin: int, end: int) -> bool:
    """Return whether a stretch of the text names a thing that is asked about, and if that is one of
    several by a letter or a number ("block *C*"), that one."""
    signs = [token for token in question.tokens if _is_sign(token)]
    inside = [token for token in ranked.tokens if begin < token.start < end]
    if signs and not {token.norm for token in signs} & {token.norm for token in inside}:
        return False
    starts = {token.start for token in inside}
    return any(
        ranked.tokens[match.token].start in starts
        and (match.how not in BY_MEANING or match.how == "synonym")
        and question.terms[match.term].role in ("noun", "name", "other")
        and ranked.tokens[match.token].norm not in LIGHT_WORDS
        for match in ranked.matches
    )


def _is_sign(token: Token) -> bool:
    return token.kind == "number" or (
        len(token.text) == 1 and token.text.isalpha() and token.norm not in ("i", "a")
    )


def _reserved(
    question: Question, ranked: RankedSentence, behind: int, words: str
) -> LeftOut | None:
    """Return whether somebody named may have what is reserved for some ("can *visitors* park
    there"); None where one asks for oneself."""
    norms = [token.norm for token in question.tokens]
    before = [m.term for m in ranked.matches if ranked.tokens[m.token].start < behind]
    if not before or len(norms) < 3 or norms[0] not in ("can", "may", "is", "are", "do", "does"):
        return None
    who = next((n for n, term in enumerate(question.terms) if term.token < 4), -1)
    if who < 0 or who in before or not _ASKERS.isdisjoint(norms[1:3]):
        return None
    if question.terms[who].role not in ("noun", "other", "name"):
        return None
    said = {m.term for m in ranked.matches if ranked.tokens[m.token].start >= behind}
    return LeftOut("Yes" if who in said else "No", words)


def not_without(question: Question, ranked: RankedSentence) -> Literal["Yes", "No"] | None:
    """Return what a sentence that lets nobody do something without a thing ("nobody is let in
    *without a ticket*") says to whether one may without it, or needs it; None elsewhere."""
    norms = [token.norm for token in ranked.tokens]
    at = next((n for n, norm in enumerate(norms) if norm == "without"), -1)
    if at < 1 or _NOBODY.isdisjoint(norms[:at]) or "unless" in norms:
        return None
    asked = [token.norm for token in question.tokens]
    end = next((n for n in range(at, len(norms)) if norms[n] in (",", ";", ".")), len(norms))
    things = [m for m in ranked.matches if at < m.token < end and m.how not in BY_MEANING]
    nouns = {n for n, term in enumerate(question.terms) if term.role in ("noun", "name")}
    met = {match.term for match in ranked.matches}
    if not nouns & {match.term for match in things} or not nouns <= met:
        return None
    if "without" in asked:
        return "No"
    return "Yes" if not _NEEDING.isdisjoint(asked[:5]) else None
