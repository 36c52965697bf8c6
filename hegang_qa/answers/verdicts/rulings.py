"""What a sentence rules: whether it allows or forbids what one asks leave for, and which clause of
it does.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.answers.verdicts.limits import holds_in_range
from hegang_qa.answers.verdicts.thresholds import limit_for
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import COPULAS, NEGATIONS

__all__ = [
    "CONTEXT",
    "DENIALS",
    "ENOUGH",
    "FORBIDS",
    "RULED",
    "Ruling",
    "asks_ban",
    "asks_leave",
    "denied_after",
    "gives_leave",
    "ruling",
    "shortened",
]

ENOUGH = 0.75
"""Of the question's weight, what the sentence (or what stands around it) must account for. Most
questions put to a text are answered by yes, so the words being there says much."""
CONTEXT = 0.7
"""What a word found only in the heading or a neighbouring sentence counts."""
RULED = 0.9
"""A ruling in other words than the question's is a little less sure."""
DENIALS = NEGATIONS | frozenset(
    "hardly scarcely rarely seldom unable fail fails failed lacks "
    "lack lacked refused refuses without instead unlike".split()
)
"""Words of negation with "hardly" and its like, which deny as well."""

# Words by which one asks whether something may be done, and by which a text rules on it.
_MAY = frozenset(("can", "may", "could"))
_MAY_NOT = frozenset(("cannot", "can't", "cant", "mustn't", "mustnt"))
_LEAVE = frozenset(
    "allowed permitted admitted allow allows permit permits welcome possible permissible".split()
)
_BANNED = frozenset("forbidden prohibited banned disallowed illegal".split())
FORBIDS = _BANNED | frozenset(
    "forbids prohibits barred impossible disabled refused rejected".split()
)
# "Cash is not *taken*" rules on it, "photos were taken" does not.
_TAKEN = frozenset("taken accepted supported".split())
_FINE = frozenset(("fine", "ok", "okay"))
_DEED = 1.0
_PARTING = frozenset((",", ";", "but", "while", "whereas"))
_LED = frozenset("but while whereas ; , it they this is are not".split())
_TRAILING = frozenset("not too also".split())
_CUT_AFTER = frozenset("is are was were can may do does did will has have".split())


# "Phones must *stay at home*", "leave bags *outside*": these are not to come in.
_STAYS = frozenset("stay stays leave left remain remains".split())
_AWAY = (("at", "home"), ("outside",))
_REACH = 4

# What somebody does who is just there, and what one does who has a thing there.
_THERE = frozenset(
    "be come enter go stay stand remain wait sit lie sleep live park parked left kept put placed "
    "brought taken used ride walk play run drive stored join visit attend".split()
)
_BRINGING = frozenset("bring take keep have use carry wear consume eat drink light leave".split())
_DONE_TO = frozenset(
    "consumed taken used brought eaten drunk smoked worn kept carried sold lit made".split()
)
_NEAR = 3


class Ruling(NamedTuple):
    """What a sentence rules, why in a few words, and how sure that is (0..1)."""

    text: Literal["Yes", "No"]
    reason: str
    support: float


def asks_ban(question: Question) -> bool:
    """Return whether a question asks whether something is forbidden."""
    return any(token.norm in _BANNED for token in question.tokens)


def asks_leave(question: Question) -> bool:
    """Return whether a question asks what one may do ("can I ...", "are dogs allowed")."""
    norms = [token.norm for token in question.tokens]
    # "I'm 15, *can* I come in?"
    first = norms.index(",") + 1 if "," in norms[:-1] else 0
    leave = any(norm in _LEAVE or norm in _FINE for norm in norms[1:])
    return norms[0] in _MAY or norms[first] in _MAY or leave


def gives_leave(ranked: RankedSentence) -> bool:
    """Return whether a sentence says that something is allowed, and does not limit it by "only"."""
    norms = {token.norm for token in ranked.tokens}
    return not norms.isdisjoint(_LEAVE) and "only" not in norms


def ruling(question: Question, ranked: RankedSentence) -> Ruling | None:
    """Return what a sentence rules that allows or forbids, whatever verb it is put in; None where
    it does neither, or is about other things. Of several clauses that rule the one counts that
    holds the most of what is asked about."""
    held = _held(question, ranked)
    if held < ENOUGH:
        return None
    share = min(1.0, held) * RULED
    cut_short = shortened(ranked)
    if cut_short is not None and not asks_ban(question):
        return Ruling("Yes" if cut_short else "No", "the clause that is cut short", share)
    norms = _norms(ranked)
    away = _left_away(question, norms)
    if away:
        return Ruling("No", f'"{away}"', share)
    clauses = _clauses(norms)
    about = {
        number: sum(
            question.terms[match.term].share
            for match in ranked.matches
            if low <= match.token < high
            and question.tokens[question.terms[match.term].token].norm not in _LEAVE | _BANNED
        )
        for number, (low, high) in enumerate(clauses)
    }
    deed = main_verb(question)
    done = -1
    for match in ranked.matches:
        leave = question.tokens[question.terms[match.term].token].norm in _LEAVE
        if match.term == deed and not leave:  # what is done, not who does it
            here = next(
                (n for n, (low, high) in enumerate(clauses) if low <= match.token < high), 0
            )
            about[here] += _DEED
            done = here
    for number, (low, high) in enumerate(clauses):
        own = {match.term for match in ranked.matches if low <= match.token < high}
        if number > done >= 0 and _rules_at_once(norms, low) and _has_a_place(question, own):
            about[number] += about[done]  # "prohibited indoors, *but allowed on the balcony*"
    best: Ruling | None = None
    most = -1.0
    # "Are dogs allowed?" asks for whatever they may do, "can dogs swim?" does not.
    in_general = asks_ban(question) or any(token.norm in _LEAVE for token in question.tokens)
    for number, (low, high) in enumerate(clauses):
        ruled = _of_clause(ranked, norms, low, high, share, alone=len(clauses) == 1)
        # "The water *must not be drunk*, but it may be used": may one drink it?
        if ruled is None and (in_general or (number == done and len(clauses) > 1)):
            ruled = _by_modal(question, ranked, norms, low, high, share)
        if ruled is not None and about[number] > most:
            best, most = ruled, about[number]
    return best


def _rules_at_once(norms: list[str], low: int) -> bool:
    """Return whether a clause begins with what it rules, and has its subject from before ("but
    *allowed* on the balcony", "; it *is forbidden* there")."""
    led = [norm for norm in norms[low : low + 4] if norm not in _LED]
    return led[:1] != [] and led[0] in _LEAVE | FORBIDS


def _has_a_place(question: Question, terms: set[int]) -> bool:
    return any(question.terms[n].role in ("noun", "name", "focus") for n in terms)


def _left_away(question: Question, norms: list[str]) -> str:
    """Return the words by which a sentence has a thing stay away ("must *stay at home*"), "" where
    it has none, or one asks for just that."""
    asked = {token.norm for token in question.tokens}
    if not asked.isdisjoint(_STAYS) or not _MAY.isdisjoint(norms):
        return ""
    for at in range(len(norms)):
        place = next((one for one in _AWAY if tuple(norms[at : at + len(one)]) == one), None)
        if place is None or not asked.isdisjoint(place[-1:]):
            continue
        before = norms[max(0, at - _REACH) : at]
        stays = next((word for word in reversed(before) if word in _STAYS), "")
        if stays and DENIALS.isdisjoint(before):
            return f"{stays} {' '.join(place)}"
    return ""


def _held(question: Question, ranked: RankedSentence) -> float:
    """Return the share (0..1) of what one asks leave for that a sentence and what stands around it
    account for. Verbs are put in many ways, and count only where there is nothing else."""
    found = {match.term: match.weight for match in ranked.matches}
    for number, term in enumerate(question.terms):
        limit = limit_for(question, term.token, ranked) if term.role == "number" else None
        if (limit is not None and limit.kept) or holds_in_range(term.word, ranked):
            found[number] = 1.0
    asked = [
        number
        for number, term in enumerate(question.terms)
        if question.tokens[term.token].norm not in _LEAVE | _BANNED
    ]
    asked = [number for number in asked if question.terms[number].role != "verb"] or asked
    whole = sum(question.terms[number].share for number in asked)
    held = sum(
        question.terms[number].share
        * found.get(number, CONTEXT if number in ranked.context else 0.0)
        for number in asked
    )
    return held / whole if whole else 0.0


def _clauses(norms: list[str]) -> list[tuple[int, int]]:
    """Return the stretches of a sentence that "but" and its like, or a semicolon, part."""
    bounds = [0]
    for at, norm in enumerate(norms):
        if at and norm in _PARTING and norm != ",":
            bounds.append(at)
    return list(zip(bounds, [*bounds[1:], len(norms)], strict=True))


def _of_clause(
    ranked: RankedSentence, norms: list[str], low: int, high: int, share: float, *, alone: bool
) -> Ruling | None:
    """Return what a clause rules, None for nothing; `alone` tells that there is no other."""
    for number in range(low, high):
        norm = norms[number]
        text = ranked.tokens[number].text
        if norm in FORBIDS:
            return Ruling("No", f'"{text}" forbids it', share)
        if norm in _LEAVE:
            before = norms[max(0, number - 3) : number]
            denied = any(word in DENIALS for word in before) or denied_after(ranked, number)
            cut_short = shortened(ranked)
            denied = denied if cut_short is None else not cut_short
            why = f'"{text}" {"is denied" if denied else "allows it"}'
            return Ruling("No" if denied else "Yes", why, share)
        if norm in _FINE and not COPULAS.isdisjoint(norms[max(low, number - 2) : number]):
            denied = any(word in DENIALS for word in norms[max(low, number - 2) : number])
            return Ruling("No" if denied else "Yes", f'"{text}"', share)
        if norm in _TAKEN and any(word in DENIALS for word in norms[max(low, number - 3) : number]):
            return Ruling("No", f'"{text}" is denied', share)
        if norm == "may" and not alone:
            denied = any(word in DENIALS for word in norms[number + 1 : number + 2])
            why = f'"{text}" {"is denied" if denied else "allows it"}'
            return Ruling("No" if denied else "Yes", why, share)
    return None


def _by_modal(
    question: Question, ranked: RankedSentence, norms: list[str], low: int, high: int, share: float
) -> Ruling | None:
    """Return what a clause rules by what its subject may or must not do, where one asks for leave
    of the subject, of that deed or of a thing that is brought ("cats *may not* come in", "guests
    *cannot* smoke", "guests *must not* bring dogs"). Who may not smoke may still be there."""
    spots = {
        match.token
        for match in ranked.matches
        if question.tokens[question.terms[match.term].token].norm not in _LEAVE
    }
    for at in range(low, high - 1):
        norm = norms[at]
        denied = norm in _MAY_NOT or norms[at + 1] in NEGATIONS or norms[low] == "nobody"
        if norm not in _MAY_NOT and norm not in _MAY and not (norm == "must" and denied):
            continue
        verb = at + 1 + (norms[at + 1] in NEGATIONS)
        while norms[verb : verb + 1] == ["be"]:
            verb += 1
        deed = norms[verb] if verb < high else ""
        subject = any(low <= spot < at for spot in spots) and (not denied or deed in _THERE)
        subject = subject or (
            denied and deed in _DONE_TO and any(low <= spot < at for spot in spots)
        )
        thing = deed in _BRINGING and any(verb < spot <= verb + _NEAR for spot in spots)
        if not (subject or thing or verb in spots):
            continue
        text = " ".join(token.text for token in ranked.tokens[at:verb])
        why = f'"{text}" {"denies" if denied else "allows"} it'
        return Ruling("No" if denied else "Yes", why, share)
    return None


def _norms(ranked: RankedSentence) -> list[str]:
    """Return the words of a sentence; the month of May allows nothing."""
    return [
        token.text if token.text == "May" and at else token.norm
        for at, token in enumerate(ranked.tokens)
    ]


def shortened(ranked: RankedSentence) -> bool | None:
    """Return what a clause rules that is cut short after its verb, and has what is asked about as
    its subject ("food is not allowed, but *drinks are*"); None where there is none."""
    norms = _norms(ranked)
    for low, norm in enumerate(norms):
        if norm not in _PARTING:
            continue
        ends = (n for n in range(low + 1, len(norms)) if norms[n] in _PARTING or norms[n] == ".")
        high = next(ends, len(norms))
        last = high
        while last > low and norms[last - 1] in _TRAILING:
            last -= 1
        if norms[last - 1] not in _CUT_AFTER and not norms[last - 1].endswith("n't"):
            continue
        if any(low < match.token < last - 1 for match in ranked.matches):
            return not any(word in NEGATIONS or word.endswith("n't") for word in norms[low:high])
    return None


def denied_after(ranked: RankedSentence, leave: int) -> bool:
    """Return whether what is asked about stands in a clause after the one that allows something,
    which denies it: "barbecues are allowed; *fires* are *not*"."""
    norms = _norms(ranked)
    spots = [match.token for match in ranked.matches if match.token != leave]
    parted = next((n for n in range(leave, len(norms)) if norms[n] in (";", ",", "but")), None)
    if parted is None or not spots or min(spots) < parted:
        return False
    last = max(spots)
    end = next((n for n in range(last, len(norms)) if norms[n] in (";", ",", ".")), len(norms))
    return any(norm in NEGATIONS for norm in norms[parted:end])
