"""Whether somebody is old enough, or too old: "I'm 15, can I do pottery" by "the minimum age is 16;
for pottery 14", "No children under 5", "must be 18 or over".
"""

from __future__ import annotations

from typing import NamedTuple

from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.answers.verdicts.rulings import asks_leave
from hegang_qa.answers.verdicts.thresholds import LATER, dimension_of, value_of
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.tokens import Token

__all__ = ["OF_AGE", "AgeRule", "age_asked", "by_age", "free_for_age", "in_age_range"]

_I_AM = (["i'm"], ["im"], ["am"])
_YEARS = frozenset("year years yr yrs yo old olds".split())
_OLD = frozenset(("old", "olds"))
_PAYING = frozenset("pay cost ticket tickets fare fee".split())
_UNDER = frozenset("under below younger".split())
_OVER = frozenset("over above older".split())
_BARRING = frozenset("no not never nobody none cannot can't forbidden excluded barred".split())
_YOUNG = frozenset("child boy girl kid son daughter".split())
_RANGE = lazy(r"(?i)\b(?:ages?|aged)\s+(?P<low>\d{1,2})\s*(?:–|-|to|and)\s*(?P<high>\d{1,2})\b")
_PRICED = frozenset("free half price £ € $ reduced discount pays must accompanied".split())
_ALONE = frozenset("alone unaccompanied unsupervised themselves himself herself own".split())
OF_AGE = frozenset("year years old olds yr yrs aged age".split())
"""Words by which an age is told, folded."""

_PARTS = frozenset((";", ".", "but"))
_NEAR = 4  # tokens
_OLDEST = 120


class AgeRule(NamedTuple):
    """Whether an age is let in by a sentence, and the words that say so."""

    let_in: bool
    words: str


def age_asked(question: Question) -> int:
    """Return the age of which a question asks, or that one who asks tells of himself ("I'm 15, can
    I", "a 15 year old", "aged 15"), 0 for none; and not where it only compares."""
    tokens = question.tokens
    norms = [token.norm for token in tokens]
    for at, token in enumerate(tokens):
        value = value_of(token)
        if value is None or not 0 < value < _OLDEST or value != int(value):
            continue
        after = [norm for norm in norms[at + 1 : at + 5] if norm != "-"]
        # "my daughter is 5, do I ..."
        of_mine = norms[at - 1 : at] == ["is"] and norms[:1] in (["my"], ["our"]) and at <= 4
        self_told = norms[at - 1 : at] in _I_AM and at <= 3 and (not after or after[0] in ",?")
        years = after[:1] != [] and after[0] in _YEARS and not _OLD.isdisjoint(after[:2])
        aged = norms[at - 1 : at] in (["aged"], ["age"])
        aged = aged or (norms[at - 1 : at] == ["is"] and norms[at - 2] in ("he", "she"))
        aged = aged or norms[at - 1 : at] in (["he's"], ["she's"], ["hes"], ["shes"])
        aged = aged or (norms[at - 1 : at] == ["of"] and norms[at - 2] in _YOUNG)
        if self_told or (of_mine and after[:1] == [","]) or years or aged:
            return int(value)
    return 0


def free_for_age(question: Question, ranked: RankedSentence) -> str:
    """Return the words by which a sentence lets those of an age in free ("*under 6* get in free"),
    where one asks whether somebody of that age has to pay or needs a ticket; "" elsewhere."""
    age = age_asked(question)
    asked = {token.norm for token in question.tokens}
    norms = [token.norm for token in ranked.tokens]
    if not age or _PAYING.isdisjoint(asked) or "free" not in norms or "not" in norms:
        return ""
    for at, token in enumerate(ranked.tokens):
        value = value_of(token)
        if value is None or not 0 < value < _OLDEST:
            continue
        before = norms[max(0, at - _NEAR) : at]
        upper = value_of(ranked.tokens[at + 2]) if at + 2 < len(norms) else None
        ranged = norms[at + 1 : at + 2] in (["to"], ["-"]) and upper is not None
        under = not _UNDER.isdisjoint(before[-2:])
        if (under and age < value) or (ranged and upper is not None and value <= age <= upper):
            return " ".join(norms[max(0, at - 1) : at + 1 + 2 * ranged])
    return ""


def in_age_range(question: Question, ranked: RankedSentence) -> str:
    """Return the range of ages that a sentence tells ("*ages 6–10*") which holds the age for which
    one asks whether there is something; "" elsewhere."""
    age = age_asked(question)
    found = _RANGE.search(ranked.sentence.text) if age else None
    inside = found is not None and int(found["low"]) <= age <= int(found["high"])
    return found.group() if inside and found is not None else ""


def by_age(question: Question, ranked: RankedSentence) -> AgeRule | None:
    """Return whether a sentence lets in the age of which a question asks leave, by the least or
    greatest age that it tells; None where it tells none."""
    age = age_asked(question) if asks_leave(question) else 0
    if not age or ranked.sentence.cells:
        return None
    if not _ALONE.isdisjoint(token.norm for token in question.tokens):
        return None  # they may come "under supervision"
    tokens = ranked.tokens
    norms = [token.norm for token in tokens]
    found = [one for at in range(len(tokens)) if (one := _rule(tokens, norms, at, age)) is not None]
    deed = main_verb(question)
    done = next((match.token for match in ranked.matches if match.term == deed), -1)
    if any("but" in norms[at:done] for at, _ in found):
        return None  # "over 16 may assist, *but may not change* the solvent"
    if not found:
        return _of_range(ranked, age)
    own = [one for one in found if _is_about(question, ranked, one[0])]
    rules = own or found
    if len({rule.let_in for _, rule in rules}) > 1:
        return None
    return rules[0][1] if own or len(found) == 1 else None


def _of_range(ranked: RankedSentence, age: int) -> AgeRule | None:
    """Return whether an age lies in the only range of ages of a sentence ("*ages 6 to 12*") that
    neither bars nor tells a price."""
    ranges = list(_RANGE.finditer(ranked.sentence.text))
    norms = {token.norm for token in ranked.tokens}
    if len(ranges) != 1 or norms & (_BARRING | _PAYING | _PRICED):
        return None
    low, high = int(ranges[0]["low"]), int(ranges[0]["high"])
    return AgeRule(low <= age <= high, ranges[0].group())


def _rule(
    tokens: tuple[Token, ...], norms: list[str], at: int, age: int
) -> tuple[int, AgeRule] | None:
    """Return what the number at a token rules for an age, with its place; None for nothing."""
    value = value_of(tokens[at])
    if value is None or not 0 < value < _OLDEST:
        return None
    if any(dimension_of(norm) not in ("", "time") for norm in norms[at + 1 : at + 2]):
        return None  # "over 2 m high"
    before = norms[max(0, at - _NEAR) : at]
    begin = next((n for n in range(at, -1, -1) if norms[n] in _PARTS), 0)
    barring = not _BARRING.isdisjoint(norms[begin:at])
    end = next((n for n in range(at, len(norms)) if norms[n] in _PARTS), len(norms))
    barring_after = not _BARRING.isdisjoint(norms[at:end])
    after = norms[at + 1 : at + 4]
    text = " ".join(norms[max(0, at - 2) : at + 1])
    later = after[:1] in (["or"], ["and"], ["years"]) and not LATER.isdisjoint(after)
    later = later and after[:2] != ["years", "later"]
    if not _UNDER.isdisjoint(before[-2:]) or "under" in before[-3:]:
        barred = barring or barring_after
        return (at, AgeRule(age >= value, f"under {norms[at]}")) if barred else None
    reached = "reached" in before or before[-3:] == ["the", "age", "of"]
    least = "minimum" in norms[begin:at] and "age" in norms[begin:at]
    least = least or before[-2:] == ["at", "least"] or (later and not barring) or reached
    if least and not barring:
        return at, AgeRule(age >= value, text)
    if (
        "minimum" in norms
        and "age" in norms
        and norms[begin] in _PARTS
        and "for" in norms[begin:at]
    ):
        return at, AgeRule(age >= value, text)  # "...; for pottery 14"
    if not _OVER.isdisjoint(before[-2:]) and "than" not in before[-1:]:
        if barring_after and not barring:
            return at, AgeRule(age <= value, f"over {norms[at]}")
        return (at, AgeRule(age > value, f"over {norms[at]}")) if not barring else None
    return None


def _is_about(question: Question, ranked: RankedSentence, at: int) -> bool:
    """Return whether the part of a sentence around a token has a noun of the question that no other
    part has."""
    norms = [token.norm for token in ranked.tokens]
    low = next((n for n in range(at, -1, -1) if norms[n] in _PARTS), 0)
    high = next((n for n in range(at, len(norms)) if norms[n] in _PARTS), len(norms))
    return any(
        low <= match.token < high
        and match.how in BY_FORM
        and question.terms[match.term].role in ("noun", "name", "focus", "other")
        for match in ranked.matches
    )
