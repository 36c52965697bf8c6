"""What a part of a sentence says otherwise than the rest: "allowed in December, *never on
Sundays*", "48 pounds for a full plot and *30* for half a plot", a post that is *vacant*.
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.verdicts.rulings import RULED, Ruling
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.words import COPULAS, NEGATIONS

__all__ = ["by_others_only", "told_by_part"]

_PARTING = frozenset((",", ";", "but"))
_DENYING = (["never"], ["not"], ["no"])
_PAIRED = frozenset(("for", "in", "at", "on"))
_WITHIN = 6  # tokens of a half and of what it is said of
_VACANT = frozenset("vacant unfilled unoccupied".split())
_ALONE = frozenset("alone unaccompanied unsupervised unattended themselves himself herself".split())
_COMPANY = frozenset("accompanied supervised attended watched".split())
_BARRED = frozenset("prohibited forbidden banned not no never cannot".split())
_JOINING = frozenset(("and", ",", ";", "but"))
_ROLES = frozenset(("noun", "name", "number", "verb", "other"))
_ANYBODY = frozenset("i we you one anyone anybody everyone members guests people".split())


def told_by_part(question: Question, ranked: RankedSentence, analysis: Analysis) -> Ruling | None:
    """Return what a part of a sentence says to a question that denies nothing itself, for a
    sentence that has its words; None where no part says otherwise than the whole."""
    if part := _denied_part(question, ranked):
        return Ruling("No", f'"{part}" denies it', RULED)
    for other in (_other_value, _other_half):
        if found := other(question, ranked, analysis):
            return Ruling("No", f'"{found}" stands in its place', RULED)
    if company := _without_company(question, ranked):
        return Ruling("No", f'"{company}" denies it', RULED)
    if _with_what_it_takes(question, ranked):
        return Ruling("Yes", "with what it takes", RULED)
    if holder := _in_brackets(question, ranked):
        return Ruling("No", f'"{holder}" is', RULED)
    return Ruling("No", "it is vacant", RULED) if _is_vacant(question, ranked) else None


def _denied_part(question: Question, ranked: RankedSentence) -> str:
    """Return the word that denies a part of a sentence with words of the question of its own
    ("never on *Sundays*", "but no *cockerels*"), "" where no such part is denied."""
    norms = [token.norm for token in ranked.tokens]
    asked = {token.norm for token in question.tokens}
    if not NEGATIONS.isdisjoint(asked):
        return ""
    cuts = [
        at
        for at, norm in enumerate(norms)
        if norm in _PARTING or (norm == "and" and norms[at + 1 : at + 2] in _DENYING)
    ]
    if not cuts or cuts[0] == 0:
        return ""
    for match in ranked.matches:
        low = max((cut for cut in cuts if cut < match.token), default=-1)
        if low < 0 or match.how not in BY_FORM or question.terms[match.term].role not in _ROLES:
            continue
        high = next((cut for cut in cuts if cut > match.token), len(norms))
        head = norms[low + 1 : match.token]
        denying = next((norm for norm in head if norm in NEGATIONS), "")
        # Before the denial no subject of its own: "..., sheds do not" is another matter.
        if denying and head.index(denying) <= 1 and not _has_own_subject(ranked, low, high):
            return denying
    return ""


def _has_own_subject(ranked: RankedSentence, low: int, high: int) -> bool:
    """Return whether a part begins with "nobody" or the like, which denies nothing of others."""
    first = ranked.tokens[low + 1].norm if low + 1 < high else ""
    return first in ("nobody", "none", "neither", "nothing", "nor")


def _other_value(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the amount that a sentence has for what is asked about, where the question has that
    of another ("48 pounds for a full plot and *30 pounds* for half a plot"), or ""."""
    terms = question.terms
    numbers = [m.token for m in ranked.matches if terms[m.term].role == "number"]
    if len(numbers) != 1 or ranked.sentence.cells:
        return ""
    here = numbers[0]
    values = [
        one
        for one in analysis.typed
        if is_a(one.type, "number") and one.type != "ordinal" and one.end - one.start > 1
    ]
    own = next((one for one in values if one.start <= here < one.end), None)
    if own is None:
        return ""
    norms = analysis.tagged.norms
    others = [
        one
        for one in values
        if one.type == own.type
        and one.start >= own.end
        and any(norm in _JOINING for norm in norms[own.end : one.start])
    ]
    for one in others:
        end = next((o.start for o in others if o.start > one.start), len(norms))
        last = [m for m in ranked.matches if terms[m.term].role in ("noun", "name", "other")]
        behind = [m.token for m in last if one.end <= m.token < end]
        between = [m.token for m in last if own.end <= m.token < one.start]
        if behind and len(behind) > len(between) and norms[one.end : one.end + 1] == ("for",):
            tokens = ranked.tokens
            return ranked.sentence.text[tokens[one.start].start : tokens[one.end - 1].end]
    return ""


def _other_half(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return what a sentence says of what is asked about, where the question has what it says of
    another ("free for members and *£2* for visitors", "compulsory in the lane pool but *optional*
    in the leisure pool"), or ""."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    asked = {token.stem for token in question.tokens}
    stems = [token.stem for token in ranked.tokens]
    matched = {match.token for match in ranked.matches}
    for cut in range(2, len(norms) - 2):
        if norms[cut] not in ("and", "but"):
            continue
        first = next((n for n in range(cut - 1, 1, -1) if norms[n] in _PAIRED), -1)
        reach = range(cut + 2, min(cut + _WITHIN, len(norms)))
        second = next((n for n in reach if first > 0 and norms[n] == norms[first]), -1)
        if second < 0 or cut - first > _WITHIN or first - 1 not in matched:
            continue
        value = range(cut + 1, second)
        if any(stems[n] in asked for n in value) or not any(tags[n] in "J#$" for n in value):
            continue
        mine = {stems[n] for n in range(first + 1, cut)} & asked
        theirs = {stems[n] for n in range(second + 1, min(second + _WITHIN, len(stems)))} & asked
        if theirs - mine and not mine - theirs:
            tokens = ranked.tokens
            return ranked.sentence.text[tokens[cut + 1].start : tokens[second - 1].end]
    return ""


def _is_vacant(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a sentence says that an office which is asked about is vacant."""
    asked = {token.norm for token in question.tokens}
    norms = {token.norm for token in ranked.tokens}
    return (
        not _VACANT.isdisjoint(norms)
        and _VACANT.isdisjoint(asked)
        and any(question.terms[m.term].role in ("noun", "focus") for m in ranked.matches)
    )


def by_others_only(question: Question, ranked: RankedSentence) -> str:
    """Return by whom alone something is done ("kept *only by the group*"), where the question asks
    whether anybody may; "" elsewhere."""
    norms = [token.norm for token in ranked.tokens]
    if _ANYBODY.isdisjoint(token.norm for token in question.tokens[:4]):
        return ""
    at = next((n for n in range(len(norms) - 2) if norms[n : n + 2] == ["only", "by"]), -1)
    if at < 0 or any(match.token > at for match in ranked.matches):
        return ""
    return " ".join(token.text for token in ranked.tokens[at : at + 4])


def _without_company(question: Question, ranked: RankedSentence) -> str:
    """Return the word by which a sentence demands company ("must be *accompanied*"), where one asks
    whether somebody may do it alone; "" elsewhere."""
    asked = [token.norm for token in question.tokens]
    if _ALONE.isdisjoint(asked) and "without" not in asked:
        return ""
    norms = [token.norm for token in ranked.tokens]
    at = next((n for n, norm in enumerate(norms) if norm in _COMPANY), -1)
    must = any(norm in ("must", "be", "are", "is") for norm in norms[max(0, at - 3) : at])
    named = not _ALONE.isdisjoint(asked) or any(match.token > at for match in ranked.matches)
    return norms[at] if at > 0 and must and named and NEGATIONS.isdisjoint(norms[:at]) else ""


def _with_what_it_takes(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a sentence bars something without the very thing that the question has
    ("prohibited *without permission*": with permission?)."""
    asked = [token.norm for token in question.tokens]
    norms = [token.norm for token in ranked.tokens]
    if "with" not in asked or "without" not in norms or "without" in asked:
        return False
    at, behind = norms.index("without"), asked.index("with")
    terms = question.terms
    held = any(m.token > at and terms[m.term].token > behind for m in ranked.matches)
    return held and not _BARRED.isdisjoint(norms[:at])


def _in_brackets(question: Question, ranked: RankedSentence) -> str:
    """Return who has the office that is asked about in brackets behind the name ("Ann Lee
    *(chair)*, Tom Hay"), where one asks whether another one named there has it; "" elsewhere."""
    tokens = ranked.tokens
    if question.tokens[0].norm not in COPULAS:
        return ""
    names = [m.token for m in ranked.matches if question.terms[m.term].role == "name"]
    for match in ranked.matches:
        at = match.token
        bracketed = 1 < at < len(tokens) - 1 and tokens[at - 1].text == "("
        if not bracketed or tokens[at + 1].text != ")":
            continue
        start = at - 1
        while start > 0 and tokens[start - 1].text[:1].isupper():
            start -= 1
        if names and start < at - 1 and not any(start <= name < at - 1 for name in names):
            return ranked.sentence.text[tokens[start].start : tokens[at - 2].end]
    return ""
