"""What was asked for and not done: "the proposal to buy a tent was rejected", "she asked that it be
painted; this was refused", "Apologies: Ann Lee".
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders.spells import moved
from hegang_qa.answers.verdicts.held_by import held_by_another
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import stem

__all__ = ["told_otherwise"]

_DOWN = frozenset("declined refused rejected denied dismissed defeated vetoed".split())
_PUT_OFF = frozenset("postponed deferred adjourned withdrawn".split())
_GRANTED = frozenset("granted approved agreed accepted carried adopted".split())
_BE = frozenset("is are was were be been".split())
_NOT = frozenset(("not", "n't", "never"))
_ASKING = frozenset(
    map(
        stem,
        "ask request propose proposal motion application apply plan offer suggest suggestion claim"
        " appeal bid petition want wish".split(),
    )
)
_PAYING = frozenset("pay pays paid owe charge charged cost costs fee".split())
_WAIVED = frozenset(("waived", "remitted", "free"))
_PRESENT = frozenset(
    "present attend attended attending there come came take taken took part at".split()
)
_AWAY = frozenset("apologies apology excused regrets absent absentees absences".split())


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
    down = _turned_down(question, ranked)
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
        if _BE.isdisjoint(before) or stem(norm) in own:
            continue
        denied = not _NOT.isdisjoint(before)
        if norm in _GRANTED and denied:
            return f"not {norm}"
        if (norm in _DOWN or norm in _PUT_OFF) and not denied:
            return norm
        if norm in ("turned", "voted") and norms[at + 1 : at + 2] == ["down"] and not denied:
            return f"{norm} down"
    return ""


def _kept_away(question: Question, ranked: RankedSentence) -> str:
    """Return the label under which those stand who were not there ("Apologies"), where one asks
    whether somebody was; "" elsewhere."""
    asked = [token.norm for token in question.tokens]
    if _PRESENT.isdisjoint(asked) or "not" in asked:
        return ""
    tokens = ranked.tokens[:4]
    colon = next((at for at, token in enumerate(tokens) if token.norm == ":"), -1)
    label = next((token.text for token in tokens[: max(0, colon)] if token.norm in _AWAY), "")
    named = any(question.terms[match.term].role == "name" for match in ranked.matches)
    return label if label and named and label.lower() not in asked else ""


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
