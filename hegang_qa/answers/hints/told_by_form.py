"""Answers that the form of a sentence tells, whatever its words are.

"To lock the keys, *hold Mode*" tells how; "2222: SSH" tells the number of what stands after it;
"under the rule *of the bishop*" tells who ruled, where a verb asks and a noun answers.
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.agreement import is_sure
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.hints.apposed import apposed
from hegang_qa.answers.hints.by_noun import (
    amounts,
    named_after,
    named_values,
    numbered,
    numbered_names,
    who_did,
)
from hegang_qa.answers.hints.done import (
    Told,
    agents,
    died_of,
    from_to,
    moved_to,
    moved_when,
    time_travelled,
)
from hegang_qa.answers.hints.instructions import ways
from hegang_qa.answers.hints.keyed import keyed_answer
from hegang_qa.answers.hints.paired import paired
from hegang_qa.answers.hints.set_values import set_values
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.question.wording import CALLING
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import COMPASS, NOWADAYS, PREPOSITIONS

__all__ = ["told_by_form"]

_KEYED = 7.0
_VALUE = 6.0
_MAIL = 8.0
_LED = frozenset(("who", "what", "where"))
_PARTED = frozenset(",;-:")
_LIVED = frozenset(("born", "die"))
_AGAINST = frozenset("instead rather unlike contrast".split())
_TELLING = frozenset("tell write contact ask inform email mail report send notify".split())
_CASES = frozenset(("if", "when", "whenever", "where"))
_OUTCOMES = frozenset("win won wins lose lost loses".split())
_AT_BIRTH = frozenset(("maiden", "birth"))
_OPEN = frozenset(("phrase", "number", "code", "count", "entity", "list"))


def told_by_form(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return the stretches of a sentence that its form makes an answer to the question; of a
    stretch that is told more than once, the last counts."""
    return [told for look in _IN_TURN for told in look(view, analysis, grid)]


def _by_the_kind_asked(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return what is told of a way, a cause of death, a number or value, and how far it is."""
    told: list[Told] = []
    if view.wanted == "manner":
        told += ways(analysis, grid) or died_of(view, analysis)
    elif view.norms[-2:] in (("of", "?"), ("from", "?")) or view.norms[-1:] in (("of",), ("from",)):
        told += died_of(view, analysis)
    if view.wanted in _OPEN:
        told += numbered(analysis, grid)
    if not is_sure(view.wanted) or view.wanted == "phone":
        told += named_values(analysis, grid)
    if not is_sure(view.wanted):
        told += numbered_names(analysis, grid)
        told += amounts(view, analysis)
    if view.focus_word == "number" and not view.asks.startswith("how"):
        for one in analysis.typed:
            if one.type == "phone":  # and no part of it
                told.append((one.start, one.end, _VALUE))
                told += [(at, one.end, -_VALUE) for at in range(one.start + 1, one.end)]
    if view.asks.startswith("how "):
        from hegang_qa.answers.hints.sides import of_its_side

        told += of_its_side(view, analysis)
    return told + time_travelled(view, analysis)


def _by_the_word_that_asks(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return what is told where one asks "where", "how many", "what" something is called, and in
    what language."""
    told: list[Told] = []
    if view.asks == "where":
        told += moved_to(view, analysis)
    if view.asks == "how many":
        from hegang_qa.answers.hints.counted import counted

        told += counted(view, analysis, grid)
    if view.asks == "what" or "what" in view.norms[:1]:
        from hegang_qa.answers.hints.called import (  # most questions need neither
            called_so,
            called_then,
            follows_from,
            formerly_called,
        )
        from hegang_qa.answers.hints.named_so import named_so

        told += called_so(view, analysis, grid)
        told += follows_from(view, analysis, grid)
        told += (
            formerly_called(view, analysis)
            or called_then(view, analysis, grid)
            or named_so(view, analysis, grid)
        )
    if not _AT_BIRTH.isdisjoint(view.norms) and "name" in view.norms:
        from hegang_qa.answers.hints.called import named_at_birth

        told += named_at_birth(analysis)
    if view.wanted == "language":
        from hegang_qa.answers.hints.called import in_language

        told += in_language(analysis, grid)
    return told


def _by_what_stands_together(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return what a sentence tells by naming things one beside the other."""
    told: list[Told] = [
        *set_values(view, analysis, grid),
        *apposed(view, analysis, grid),
        *paired(view, analysis, grid),
    ]
    if view.asks == "which" and ";" in analysis.tagged.tags:
        told += who_did(view, analysis, grid)
    if view.focus and (view.asks == "which" or view.asks.endswith(" what")):
        told += named_after(view, analysis)
    return told


def _by_what_happens(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return what happened, or is led by a verb, and on which side; where from one gets something,
    what is so now, what to do, and how it ended."""
    told: list[Told] = []
    happened = view.norms[:2] == ("what", "happened")
    if happened and (view.norms[2:3] != ("to",) or any(map(is_year, view.norms))):
        from hegang_qa.answers.hints.happened import happened_then

        told += happened_then(analysis, grid)
    if view.asks in _LED or happened:
        from hegang_qa.answers.hints.led_by_verb import led_by_verb

        told += led_by_verb(view, analysis, grid)
    if not COMPASS.isdisjoint(analysis.tagged.norms):
        from hegang_qa.answers.hints.directed import on_its_side

        told += on_its_side(view, analysis)
    if view.asks in ("where", "what") and ("from" in view.norms or "get" in view.norms):
        from hegang_qa.answers.hints.sources import supplied_by

        told += supplied_by(view, analysis, grid)
    if view.asks == "what" and not NOWADAYS.isdisjoint(view.norms):
        from hegang_qa.answers.hints.nowadays import as_it_is_now

        told += as_it_is_now(view, analysis)
    if "do" in view.norms or "now" in view.norms:
        from hegang_qa.answers.hints.remedies import remedies

        told += remedies(view, analysis, grid)
    if not _CASES.isdisjoint(view.norms[2:]) and not _CASES.isdisjoint(analysis.tagged.norms):
        from hegang_qa.answers.hints.by_case import value_of_case

        told += value_of_case(view, analysis, grid)
    if not _OUTCOMES.isdisjoint(view.norms):
        from hegang_qa.answers.hints.outcomes import outcomes

        told += outcomes(view, analysis)
    return told


def _by_a_small_word(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return what stands behind the preposition or "to" that a question ends with, and what
    "instead of" and "not ... but" set against something."""
    told: list[Told] = []
    ending = [norm for norm in view.norms[-3:] if norm[-1:].isalnum()][-2:]
    if ending and ending[-1] in PREPOSITIONS:
        from hegang_qa.answers.hints.stranded import behind_its_preposition

        told += behind_its_preposition(view, ending[-1], analysis)
    if ending and (ending[-1] in PREPOSITIONS or ending[0] == "to"):
        from hegang_qa.answers.hints.stranded import behind_its_verb

        told += behind_its_verb(view, analysis, grid)
    if not _AGAINST.isdisjoint(analysis.tagged.norms):
        from hegang_qa.answers.hints.in_its_stead import in_its_stead, set_aside

        told += in_its_stead(view, analysis) + set_aside(analysis)
    if "but" in analysis.tagged.norms and "not" in analysis.tagged.norms:
        from hegang_qa.answers.hints.in_its_stead import not_but

        told += not_but(analysis)
    return told


def _of_whom_to_call(view: Frame, analysis: Analysis, _grid: Grid) -> list[Told]:
    """Return the number or address where one asks whom to call or to write to."""
    told: list[Told] = []
    if view.asks not in ("who", "whom"):
        return told
    if not CALLING.isdisjoint(view.norms):
        told += [(one.start, one.end, _VALUE) for one in analysis.typed if one.type == "phone"]
    if not _TELLING.isdisjoint(view.norms):
        told += [(one.start, one.end, _MAIL) for one in analysis.typed if one.type == "email"]
    return told


def _of_times(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return what is told of lives, of opening hours, beside a name, and of when and how long
    something is."""
    told: list[Told] = []
    if not _LIVED.isdisjoint(view.forms):
        from hegang_qa.answers.hints.life_dates import life_dates

        told += life_dates(view, analysis, grid)
    if any(one.type == "hours" for one in analysis.typed):
        from hegang_qa.answers.hints.opening import opening_times

        told += opening_times(view, analysis)
    if not _PARTED.isdisjoint(analysis.tagged.tags):
        from hegang_qa.answers.hints.beside import beside_its_name

        told += beside_its_name(view, analysis, grid)
    if is_a(view.wanted, "date"):
        from hegang_qa.answers.hints.later import once_it_is_so, years_later

        told += moved_when(view, analysis)
        told += once_it_is_so(view, analysis, grid)
        told += years_later(view, analysis, grid)
    if is_a(view.wanted, "duration"):
        told += from_to(analysis, grid)
    return told


def _of_keys_and_people(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return what a key tells, who holds an office, and who does what a verb or noun names."""
    told: list[Told] = []
    keyed = keyed_answer(view, analysis, grid)
    if keyed is not None:
        # The less of the question the sentence has, the less it is about that.
        told.append((*keyed, _KEYED * min(1.0, grid.total)))
    if is_a(view.wanted, "person"):
        from hegang_qa.answers.hints.holders import holders

        told += holders(view, analysis, grid)
    if any(norm.isdigit() for norm in view.norms):
        from hegang_qa.answers.hints.gapped_verb import subject_of_gapped

        told += subject_of_gapped(view, analysis, grid)
    if view.asks == "who" and view.statement.verb >= 0:
        told += agents(view, analysis, grid)
    return told


_IN_TURN = (
    _by_the_kind_asked,
    _by_the_word_that_asks,
    _by_what_stands_together,
    _by_what_happens,
    _by_a_small_word,
    _of_whom_to_call,
    _of_times,
    _of_keys_and_people,
)
