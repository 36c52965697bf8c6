"""Who did it to whom, where one asks who: "Marbach criticised Pauling" does not tell who criticised
Marbach, and "Sejanus was executed" names nobody who was executed by Sejanus.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.words import BE

__all__ = ["told_of_another_doer", "told_the_other_way"]

_WHO = frozenset(("who", "whom"))
_DO = frozenset(("did", "does", "do"))
_HAVE = frozenset(("has", "have", "had", "will", "would", "can", "could"))
_PARTIES = ("name", "noun", "focus")
# Whoever does this to somebody has the same done to himself.
_MUTUAL = frozenset(
    "marry married marries wed meet met meets divorce divorced date dated fight fought face faced "
    "play played plays know knew join joined resemble resembled equal oppose opposed rival".split()
)
_TURNING = "it is told the other way about"
_BESIDE = frozenset("AXMR")  # what may stand between somebody and his verb
_TO_WHOM = frozenset("DJNE-A")  # and between a verb and whom it is done to
_LOOKED_BACK = 4
_SOON = 3


class _Asked(NamedTuple):
    """The verb of a question (its term), the terms of whom it names, and whether these do it."""

    verb: int
    known: tuple[int, ...]
    known_does: bool


def told_the_other_way(
    question: Question, ranked: RankedSentence, analysis: Analysis, low: int, high: int
) -> str:
    """Return in words that a sentence tells the deed of a "who" question the other way about: whom
    the question names as the one who did it had it done to him, or the reverse, and the answer (of
    tokens `low` to `high`) stands for the other; "" where nothing shows that."""
    asked = _asked(question)
    if asked is None:
        return ""
    deed = next((m.token for m in ranked.matches if m.term == asked.verb and m.how in BY_FORM), -1)
    spots = [m.token for m in ranked.matches if m.term in asked.known and m.how in BY_FORM]
    if deed < 0 or not spots or low <= deed < high or any(low <= n < high for n in spots):
        return ""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if tags[deed] not in "VK" or norms[deed] in _MUTUAL:
        return ""
    by = next((n for n in range(deed + 1, deed + 1 + _SOON) if norms[n : n + 1] == ("by",)), -1)
    passive = not BE.isdisjoint(norms[max(0, deed - _LOOKED_BACK) : deed])
    before = [n for n in spots if n < deed]
    after = [n for n in spots if n > deed]
    if passive:
        if asked.known_does and before and not after and _reaches(tags, max(before), deed):
            return _TURNING  # "Sejanus was executed": by whom, not whom he did
        if not asked.known_does and by > 0 and after and not before and min(after) > by:
            return _TURNING if high <= deed else ""
        return ""
    if by > 0:
        return ""
    if asked.known_does:
        held = after and not before and _all(tags, deed + 1, min(after), _TO_WHOM)
        return _TURNING if held and high <= deed and _reaches(tags, high - 1, deed) else ""
    held = before and not after and _reaches(tags, max(before), deed)
    if held and low > deed and _all(tags, deed + 1, low, _TO_WHOM):
        return _TURNING
    return _of_another_party(ranked, tags, deed, after) if high <= deed and not before else ""


def _of_another_party(ranked: RankedSentence, tags: str, deed: int, after: Sequence[int]) -> str:
    """Return to whom else, by a full name, something is done, where whom the question names stands
    behind a preposition ("recommended *Ann Kerr* to the leader, Scott"); "" elsewhere."""
    end = deed + 1
    while tags[end : end + 1] == "E":
        end += 1
    if end == deed + 1 or not after or min(after) < end or tags[end : end + 1] not in ("P", "T"):
        return ""
    name = " ".join(token.text for token in ranked.tokens[deed + 1 : end])
    return f'it is told of "{name}"'


def told_of_another_doer(
    question: Question, ranked: RankedSentence, analysis: Analysis, low: int
) -> str:
    """Return who else does, right before the verb, what a question asks of somebody by name ("when
    *Amundsen* reached the pole"), where the one who is named does not stand before it; ""
    elsewhere. The answer begins at token `low`."""
    norms = [token.norm for token in question.tokens]
    if len(norms) < 4 or question.asks not in ("when", "where", "why") or norms[1] not in _DO:
        return ""
    verb = next((n for n, term in enumerate(question.terms) if term.role == "verb"), -1)
    if verb < 0:
        return ""
    doers = [
        n
        for n, term in enumerate(question.terms)
        if term.token < question.terms[verb].token and term.role == "name"
    ]
    deed = next((m.token for m in ranked.matches if m.term == verb and m.how in BY_FORM), -1)
    tags, norms_told = analysis.tagged.tags, analysis.tagged.norms
    if not doers or deed < 1 or tags[deed] not in "VK" or low < deed:
        return ""
    if not BE.isdisjoint(norms_told[max(0, deed - _LOOKED_BACK) : deed]):
        return ""
    at = deed - 1
    while at > 0 and tags[at] in _BESIDE:
        at -= 1
    end = at + 1
    while at >= 0 and tags[at] == "E":
        at -= 1
    spots = {m.token for m in ranked.matches}
    if end - at < 3 or spots & set(range(at + 1, end)):  # two words at least: a full name
        return ""
    if any(m.term in doers and m.token < at + 1 for m in ranked.matches):
        return ""
    name = " ".join(token.text for token in ranked.tokens[at + 1 : end])
    return f'it is told of "{name}"'


def _asked(question: Question) -> _Asked | None:
    """Return what a question for somebody names; None where it is no such question."""
    norms = [token.norm for token in question.tokens]
    if question.asks not in _WHO or norms[:1] not in (["who"], ["whom"]) or len(norms) < 3:
        return None
    # "Who *shot* Greve": what stands right behind is the verb, whatever it may be elsewhere.
    direct_verb = norms[1] not in _DO | _HAVE and norms[1] not in BE
    verbs = [
        n
        for n, term in enumerate(question.terms)
        if term.role == "verb" or (direct_verb and term.token == 1)
    ]
    if not verbs:
        return None
    verb = verbs[0]
    at = question.terms[verb].token
    if question.tokens[at].norm in _MUTUAL:
        return None
    behind = _parties(question, at, len(norms))
    if norms[1] in _DO:
        between = _parties(question, 1, at)
        # "Who did Ann teach": she does it
        return _Asked(verb, between, True) if between and not behind[:1] else None
    if norms[1] in BE:
        if "by" not in norms[at:]:
            return None
        by = norms.index("by", at)
        agents = _parties(question, by, len(norms))
        patients = _parties(question, 1, at)
        if agents and not patients and by - at == 1:
            return _Asked(verb, agents, True)
        return _Asked(verb, patients, False) if patients and not agents else None
    direct = at == 1 or (at == 2 and norms[1] in _HAVE)
    return _Asked(verb, behind[:2], False) if direct and behind else None


def _parties(question: Question, low: int, high: int) -> tuple[int, ...]:
    """Return the terms for somebody or something between two tokens, as far as they stand beside
    each other."""
    found: list[int] = []
    for number, term in enumerate(question.terms):
        if not low < term.token < high or term.role not in _PARTIES or term.light:
            continue
        if found and term.token - question.terms[found[-1]].token > 1:
            break
        found.append(number)
    return tuple(found)


def _reaches(tags: str, at: int, deed: int) -> bool:
    """Return whether somebody at a token stands right before a verb but for auxiliaries, adverbs
    and the rest of his name; behind "who" as well ("Pell, *who* taught")."""
    rest = tags[at + 1 : deed]
    rest = rest.removeprefix(",").removeprefix("W") if rest[:2] == ",W" else rest
    return all(tag in _BESIDE or tag in "EN-" for tag in rest)


def _all(tags: str, low: int, high: int, allowed: Sequence[str] | frozenset[str]) -> bool:
    return all(tag in allowed for tag in tags[low:high])
