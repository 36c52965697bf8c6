"""Answers that the form of a sentence tells, whatever its words are.

"To lock the keys, *hold Mode*" tells how; "2222: SSH" tells the number of what stands after it;
"under the rule *of the bishop*" tells who ruled, where a verb asks and a noun answers.
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.bounds import WAYS
from hegang_qa.answers.candidates.agreement import is_sure
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders.spells import MOVING, moved
from hegang_qa.answers.hints.apposed import apposed
from hegang_qa.answers.hints.by_noun import (
    amounts,
    named_after,
    named_values,
    numbered,
    numbered_names,
    who_did,
)
from hegang_qa.answers.hints.keyed import keyed_answer
from hegang_qa.answers.hints.paired import paired
from hegang_qa.answers.hints.set_values import set_values
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.question.wording import CALLING
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import COMPASS, NOWADAYS, PREPOSITIONS

__all__ = ["told_by_form"]

Told = tuple[int, int, float]
"""Begin and end (tokens, end excluded) of an answer, and what speaks for it in log-odds."""

_WAY = 4.0
_MEANS = frozenset("with by using via through".split())
_AGENT = 2.0
_KEYED = 7.0
_VALUE = 6.0
_TRAVELLED = 2.5
_WAYS = WAYS | {"away"}
# What stands before a noun of doing where its "of" tells who does it ("under the rule of").
_UNDER = frozenset(("under", "during"))
_LED = frozenset(("who", "what", "where"))
_PARTED = frozenset(",;-:")
_LIVED = frozenset(("born", "die"))
_AGAINST = frozenset("instead rather unlike contrast".split())
_TELLING = frozenset("tell write contact ask inform email mail report send notify".split())
_MAIL = 8.0
_OUTCOMES = frozenset("win won wins lose lost loses".split())
_DEATHS = frozenset("drowned murdered executed hanged shot poisoned assassinated beheaded".split())
_FORMER = frozenset("original originally old former formerly previous previously first".split())
_AT_BIRTH = frozenset(("maiden", "birth"))
_SINCE = frozenset(("from", "between"))
_LASTED = 6.0
_NEAR = 5  # tokens between a number and the part of it
_FAR = 6  # tokens between "died" and its "of"
_OPEN = frozenset(("phrase", "number", "code", "count", "entity", "list"))


def told_by_form(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return the stretches of a sentence that its form makes an answer to the question."""
    told: list[Told] = []
    if view.wanted == "manner":
        told += _ways(analysis, grid) or _died_of(view, analysis)
    elif view.norms[-2:] in (("of", "?"), ("from", "?")) or view.norms[-1:] in (("of",), ("from",)):
        told += _died_of(view, analysis)
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
    told += _travelled(view, analysis)
    if view.asks == "where":
        told += _moved_to(view, analysis)
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

        told += called_so(view, analysis, grid)
        told += follows_from(view, analysis, grid)
        told += formerly_called(view, analysis) or called_then(view, analysis, grid)
    if not _AT_BIRTH.isdisjoint(view.norms) and "name" in view.norms:
        from hegang_qa.answers.hints.called import named_at_birth

        told += named_at_birth(analysis)
    if view.wanted == "language":
        from hegang_qa.answers.hints.called import in_language

        told += in_language(analysis, grid)
    told += set_values(view, analysis, grid)
    told += apposed(view, analysis, grid)
    told += paired(view, analysis, grid)
    if view.asks == "which" and ";" in analysis.tagged.tags:
        told += who_did(view, analysis, grid)
    if view.focus and (view.asks == "which" or view.asks.endswith(" what")):
        told += named_after(view, analysis)
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
    if not _OUTCOMES.isdisjoint(view.norms):
        from hegang_qa.answers.hints.outcomes import outcomes

        told += outcomes(view, analysis)
    if view.norms[-1:] != ("?",) and view.norms[-1:] and view.norms[-1] in PREPOSITIONS:
        from hegang_qa.answers.hints.stranded import behind_its_preposition

        told += behind_its_preposition(view, analysis)
    ending = [norm for norm in view.norms[-3:] if norm[-1:].isalnum()][-2:]
    if ending and (ending[-1] in PREPOSITIONS or ending[0] == "to"):
        from hegang_qa.answers.hints.stranded import behind_its_verb

        told += behind_its_verb(view, analysis, grid)
    if not _AGAINST.isdisjoint(analysis.tagged.norms):
        from hegang_qa.answers.hints.in_its_stead import in_its_stead, set_aside

        told += in_its_stead(view, analysis) + set_aside(analysis)
    if "but" in analysis.tagged.norms and "not" in analysis.tagged.norms:
        from hegang_qa.answers.hints.in_its_stead import not_but

        told += not_but(analysis)
    if view.asks in ("who", "whom") and not CALLING.isdisjoint(view.norms):
        told += [(one.start, one.end, _VALUE) for one in analysis.typed if one.type == "phone"]
    if view.asks in ("who", "whom") and not _TELLING.isdisjoint(view.norms):
        told += [(one.start, one.end, _MAIL) for one in analysis.typed if one.type == "email"]
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

        told += _moved(view, analysis)
        told += once_it_is_so(view, analysis, grid)
        told += years_later(view, analysis, grid)
    if is_a(view.wanted, "duration"):
        told += _from_to(analysis, grid)
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
        told += _agents(view, analysis, grid)
    return told


def _from_to(analysis: Analysis, grid: Grid) -> list[Told]:
    """Return from when to when it lasted what a verb or noun of the question tells right before,
    where no stretch of time is told otherwise."""
    if any(one.type == "duration" for one in analysis.typed):
        return []
    norms = analysis.tagged.norms
    return [
        (one.start - 1, one.end, _LASTED)
        for one in analysis.typed
        if is_a(one.type, "date") and one.joint >= 0 and norms[max(0, one.start - 1)] in _SINCE
        if any(term >= 0 for term in grid.terms[max(0, one.start - 3) : one.start - 1])
    ]


def _ways(analysis: Analysis, grid: Grid) -> list[Told]:
    """Return what is done "to do" what is asked, and by what means something is done, or an
    instruction followed."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    start = 0
    while start < len(tags) and tags[start] in '#.*"-':
        start += 1
    if norms[start : start + 1] == ("to",) and any(term >= 0 for term in grid.terms[start:]):
        comma = tags.find(",", start)
        if comma > 0 and not any(term >= 0 for term in grid.terms[comma : comma + 2]):
            return [(comma + 1, _end(tags, comma + 1), _WAY)]
    for at in range(1, len(norms) - 3):
        if norms[at : at + 3] == ("by", "means", "of") and max(grid.terms[:at]) >= 0:
            return [(at + 3, _end(tags, at + 3), _WAY)]
    if start < len(tags) and grid.terms[start] >= 0 and tags[start] in "VNGK":
        matched = [at for at, term in enumerate(grid.terms) if term >= 0]
        for at in range(start + 1, len(norms)):
            if norms[at] in _MEANS and at > matched[-1]:
                begin = at + 1
                while begin < len(tags) and tags[begin] in "D*":
                    begin += 1
                return [(begin, _end(tags, begin), _WAY)]
    return []


def _died_of(view: Frame, analysis: Analysis) -> list[Told]:
    """Return what somebody died of, where one asks how or of what ("died *of pneumonia* in Bergen",
    "died on 2 May of *a stroke*")."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if "die" not in view.norms:
        return []
    for at, norm in enumerate(norms):
        if norm in _DEATHS and view.asks == "how":
            end = next((n for n in range(at + 1, len(tags)) if tags[n] in ",;.C#"), len(tags))
            end -= end < len(tags) and tags[end] == "#" and tags[end - 1] in "PT"
            return [(at, max(end, at + 1), _VALUE)]
    died = next((at for at, norm in enumerate(norms) if norm in ("died", "dies")), len(norms))
    for at in range(died + 1, min(died + 1 + _FAR, len(norms) - 1)):
        if tags[at] in ",;.C":
            break
        if norms[at] in ("of", "from"):
            end = next((n for n in range(at + 2, len(tags)) if tags[n] in "PT,;.C("), len(tags))
            return [(at + (view.asks != "how"), end, _VALUE)]
    return []


def _moved_to(view: Frame, analysis: Analysis) -> list[Told]:
    """Return where something is that was moved ("has moved from A to *B*"), unless one asks where
    it was."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if MOVING.isdisjoint(norms) or not (_FORMER | {"was", "were"}).isdisjoint(view.norms):
        return []
    start = next((at for at, norm in enumerate(norms) if norm == "from"), len(norms))
    if MOVING.isdisjoint(norms[max(0, start - _NEAR) : start]):
        return []
    at = next((n for n in range(start + 1, len(norms) - 1) if norms[n] == "to"), -1)
    if at < 0:
        return []
    low = at + 1 + (norms[at + 1] == "`")
    written = [one.end for one in analysis.typed if one.start == low and one.type == "path"]
    end = low
    while end < len(tags) and tags[end] not in ",;.CPT(":
        end += 1
    end = max(written, default=end)
    return [(low, end, _VALUE)] if end > low else []


def _travelled(view: Frame, analysis: Analysis) -> list[Told]:
    """Return the time that a way takes, where one asks how far it is ("a *one-hour* drive")."""
    if view.asks != "how far":
        return []
    norms = analysis.tagged.norms
    return [
        (one.start, one.end, _TRAVELLED)
        for one in analysis.typed
        if one.type == "duration" and not _WAYS.isdisjoint(norms[one.end : one.end + 2])
    ]


def _end(tags: str, start: int) -> int:
    """Return where the sentence or a part of it that a semicolon parts ends."""
    end = start
    while end < len(tags) and tags[end] != ";" and not (tags[end] == "." and end + 1 == len(tags)):
        end += 1
    while end > start and tags[end - 1] in ".,*":
        end -= 1
    return end


def _moved(view: Frame, analysis: Analysis) -> list[Told]:
    """Return when something is that was moved ("from 20 July to *27 July*"), or when it was, where
    that is asked."""
    former = not _FORMER.isdisjoint(view.norms)
    pairs = moved(analysis.tagged.norms, analysis.typed)
    return [
        ((old.start, old.end, _VALUE) if former else (new.start, new.end, _VALUE))
        for old, new in pairs
    ][:1]


def _agents(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return who does what a noun of doing names, where the question has its verb: "under the
    administration of X", "the discovery by X", "X's reign"."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    told: list[Told] = []
    for at in grid.places.get(view.statement.verb, ()):
        if tags[at] != "N":
            continue
        before = at
        while before > 0 and tags[before - 1] in "DJN":
            before -= 1
        by_of = before > 0 and norms[before - 1] in _UNDER
        if tags[at + 1 : at + 2] == "P" and (
            norms[at + 1] == "by" or (norms[at + 1] == "of" and by_of)
        ):
            start = at + 2
            while start < len(tags) and tags[start] in "DJ":
                start += 1
            end = start
            while end < len(tags) and tags[end] in "EN-&":
                end += 1
            if end > start:
                told.append((start, end, _AGENT))
        elif at > 1 and tags[at - 1] == "S" and tags[at - 2] == "E":
            start = at - 1
            while start > 0 and tags[start - 1] in "E-":
                start -= 1
            told.append((start, at - 1, _AGENT))
    return told
