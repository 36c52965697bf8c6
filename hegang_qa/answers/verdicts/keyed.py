"""What the line of a data sheet says to a yes-or-no question, or its row of two cells: "Dishwasher
safe: *no*", "Spare blades | *none*"."""

from __future__ import annotations

from typing import NamedTuple

from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.answers.verdicts.holding import NEAR, Holding
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["Keyed", "keyed"]

_ANSWERS = {"yes": True, "no": False, "none": False, "✓": True, "✔": True, "✗": False, "✘": False}
_ENDS = frozenset((",", ";", ".", "(", "|", "-", "–", "—"))
_LONGEST_KEY = 8  # tokens
_CELLS = 2
# What one asks by, whatever the line is called: "can vegans *eat* it", "can I *put* it there".
_GENERAL = frozenset(
    "have has had be is are do does come comes get gets use used put take bring eat include "
    "included support supported offer provide go need needed allow allowed require required "
    "contain contains exist supply supplied sell deliver available possible".split()
)


class Keyed(NamedTuple):
    """Whether a line says yes, the words that do, and how much of what is asked about (0..1) its
    key names."""

    says_yes: bool
    words: str
    share: float


def keyed(question: Question, ranked: RankedSentence, held: Holding) -> Keyed | None:
    """Return what a line says by a bare "yes", "no" or "none" behind the colon of what is asked
    about; None where it has no such form, or is about something else."""
    tokens, cells = ranked.tokens, ranked.sentence.cells
    if len(cells) > _CELLS:
        return None
    # Where the key ends.
    colon = next(
        (
            n
            for n, token in enumerate(tokens[:_LONGEST_KEY])
            if (token.text == ":" if not cells else token.start >= cells[0].end)
        ),
        -1,
    )
    at = next((n for n in range(colon, len(tokens)) if tokens[n].norm in _ANSWERS), -1)
    if colon < 1 or at < 0 or any(tokens[n].kind != "mark" for n in range(colon, at)):
        return None
    says = _ANSWERS[tokens[at].norm]
    if at + 1 < len(tokens) and tokens[at + 1].text not in _ENDS:
        return None
    key = {match.term for match in ranked.matches if match.token < colon}
    deed = main_verb(question)
    terms = question.terms
    if deed >= 0 and deed not in key and terms[deed].word not in _GENERAL:
        return None
    things = [
        n
        for n, term in enumerate(terms)
        if n != deed and not (term.light or term.background or term.word in _GENERAL)
    ]
    if not things and deed not in key:
        return None
    total = sum(terms[n].share for n in things)
    named = sum(terms[n].share * held.worth.get(n, 0.0) for n in things if n in key)
    share = named / total if total else 1.0
    if share < NEAR:
        return None
    words = ranked.sentence.text[tokens[0].start : tokens[at].end]
    return Keyed(says, words, share)
