"""What was asked for and not done: "the proposal to buy a tent was rejected", "she asked that it be
painted; this was refused", "the walk was called off", "Apologies: Ann Lee".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders.spells import moved
from hegang_qa.answers.verdicts.held_by import held_by_another
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import stem
from hegang_qa.text.words import BE

__all__ = ["only_discussed", "told_behind", "told_otherwise"]

_TALK = frozenset("discussed debated proposed mooted".split())
_WAS = frozenset("was were been being".split())

_POINTING = frozenset("this it that both these they".split())
_DOWN = frozenset("declined refused rejected denied dismissed defeated vetoed".split())
_PUT_OFF = frozenset("postponed deferred adjourned withdrawn".split())
_GRANTED = frozenset("granted approved agreed accepted carried adopted".split())
_NOT = frozenset(("not", "n't", "never", "didn't"))
_FAILING = (
    ("fell", "through"),
    ("came", "to", "nothing"),
    ("come", "to", "nothing"),
    ("came", "to", "naught"),
)
_REALISED = frozenset(
    "fruition realised realized materialised materialized materialise materialize "
    "implemented executed".split()
)
_ASKING = frozenset(
    map(
        stem,
        "ask request propose proposal motion application apply plan offer suggest suggestion claim"
        " appeal bid petition want wish scheme project attempt effort".split(),
    )
)
_PAYING = frozenset("pay pays paid owe charge charged cost costs fee".split())
_WAIVED = frozenset(("waived", "remitted", "free"))
_PRESENT = frozenset("present attend attended attending there come came part meeting".split())
_HAPPENING = frozenset("happen happened held occur".split())
_OFF = _PUT_OFF | frozenset("cancelled canceled abandoned scrapped shelved".split())
_AWAY = frozenset("apologies apology excused regrets absent absentees absences".split())


def only_discussed(question: Question, ranked: RankedSentence) -> str:
    """Return the word by which a sentence tells of something that was talked about ("the purchase
    was *discussed*"), which a question asks for as done; "" elsewhere."""
    asked = {token.stem for token in question.tokens}
    for before, token in pairwise(ranked.tokens):
        if token.norm in _TALK and before.norm in _WAS and token.stem not in asked:
            return token.norm
    return ""


def told_otherwise(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return in a few words why a sentence that has the words of a question denies it: the office
    is held by another, one was away, it was moved, or refused; "" where it does not."""
    if holder := held_by_another(question, ranked, analysis):
        return f'"{holder}" stands in its place'
    if label := _kept_away(question, ranked):
        return f'under "{label}"'
    if later := _moved_away(question, ranked, analysis):
        return f'moved to "{later}"'
    if _is_waived(question, ranked):
        return "it is waived"
    if off := _called_off(question, ranked):
        return f'it was "{off}"'
    down = _turned_down(question, ranked)
    return f"it was {down}" if down else ""


def told_behind(question: Question, whole: RankedSentence) -> str:
    """Return that the part behind a semicolon tells that it was refused ("they asked for it; *this
    was refused*"), "" where it does not."""
    norms = [token.norm for token in whole.tokens]
    goes_on = any(one == ";" and other in _POINTING for one, other in pairwise(norms))
    down = _turned_down(question, whole) if goes_on else ""
    return f"it was {down}" if down else ""


def _is_waived(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a charge is waived for those who are asked about ("£40, *waived for juniors*":
    "do juniors pay it?")."""
    if _PAYING.isdisjoint(token.norm for token in question.tokens):
        return False
    norms = [token.norm for token in ranked.tokens]
    at = next((n for n, norm in enumerate(norms) if norm in _WAIVED), -1)
    if at < 0 or norms[at + 1 : at + 2] != ["for"]:
        return False
    end = next((n for n in range(at, len(norms)) if norms[n] in (",", ".", ";")), len(norms))
    return any(
        at < match.token < end and question.terms[match.term].role in ("noun", "name", "focus")
        for match in ranked.matches
    )


def _turned_down(question: Question, ranked: RankedSentence) -> str:
    """Return the word by which a sentence tells that what was asked for was not done ("declined"),
    where the question does not have it; "" where it tells nothing of the kind."""
    norms = [token.norm for token in ranked.tokens]
    own = {token.stem for token in question.tokens}
    if _ASKING.isdisjoint(token.stem for token in ranked.tokens) or not _ASKING.isdisjoint(own):
        return ""
    for at, norm in enumerate(norms):
        before = norms[max(0, at - 3) : at]
        if failed := _failed(norms, at, before):
            return failed
        if BE.isdisjoint(before) or stem(norm) in own:
            continue
        denied = not _NOT.isdisjoint(before)
        if norm in _GRANTED and denied:
            return f"not {norm}"
        if (norm in _DOWN or norm in _PUT_OFF) and not denied:
            return norm
        if norm in ("turned", "voted") and norms[at + 1 : at + 2] == ["down"] and not denied:
            return f"{norm} down"
    return ""


def _failed(norms: Sequence[str], at: int, before: Sequence[str]) -> str:
    """Return the words by which a plan came to nothing ("*fell through*", "*never realised*") that
    end at a token; "" elsewhere."""
    for words in _FAILING:
        if tuple(norms[at + 1 - len(words) : at + 1]) == words:
            return " ".join(words)
    denied = next((norm for norm in before if norm in _NOT), "")
    return f"{denied} {norms[at]}" if denied and norms[at] in _REALISED else ""


def _kept_away(question: Question, ranked: RankedSentence) -> str:
    """Return the word under which those stand who were not there ("Apologies: ...", "Apologies were
    received from ..."), where one asks whether somebody was; "" elsewhere."""
    asked = [token.norm for token in question.tokens]
    if _PRESENT.isdisjoint(asked) or "not" in asked:
        return ""
    tokens = ranked.tokens
    label = next((at for at, token in enumerate(tokens[:3]) if token.norm in _AWAY), -1)
    if label < 0 or tokens[label].norm in asked:
        return ""
    those = range(label + 1, len(tokens))
    start = next((at for at in those if tokens[at].norm in (":", "from")), len(tokens))
    named = (m for m in ranked.matches if question.terms[m.term].role == "name")
    return tokens[label].text if any(match.token > start for match in named) else ""


def _called_off(question: Question, ranked: RankedSentence) -> str:
    """Return the words by which a sentence tells that something did not take place, where one asks
    whether it did; "" elsewhere."""
    asked = {token.norm for token in question.tokens}
    happened = asked & _HAPPENING or {"take", "place"} <= asked or {"go", "ahead"} <= asked
    if not (happened or "decision" in asked):
        return ""
    norms = [token.norm for token in ranked.tokens]
    for at, norm in enumerate(norms):
        after = norms[at + 1 : at + 2]
        off = norm in _OFF or (norm in ("called", "put") and after == ["off"])
        before = norms[max(0, at - 3) : at]
        if off and norm not in asked and before and _NOT.isdisjoint(before):
            return f"{norm} off" if after == ["off"] else norm
    return ""


def _moved_away(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the time to which something was moved from the one that is asked about, "" where it
    was not ("from 20 July to *27 July*")."""
    norms, tokens = analysis.tagged.norms, ranked.tokens
    asked = {token.norm for token in question.tokens}
    for old, new in moved(norms, analysis.typed):
        if set(norms[old.start : old.end]) <= asked:
            if set(norms[new.start : new.end]) <= asked:
                return ""
            return ranked.sentence.text[tokens[new.start].start : tokens[new.end - 1].end]
    return ""
