"""What answers of a kind look like, where the training questions tell too little.

The weights are learned from questions on encyclopedia articles, which hardly ever ask what a thing
is, for a measure in a table of data, or for a code. These few rules say for such questions what
any reader would; they are small beside a clear learned preference. Their sizes (in log-odds) were
chosen on the training questions so that nothing is lost there.
"""

from typing import NamedTuple

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.agreement import Agreement, is_sure
from hegang_qa.answers.candidates.analysis import Analysis, Candidate
from hegang_qa.answers.described import TRADES
from hegang_qa.answers.hints.by_kind import (
    BY_CUE,
    DEFINING,
    Advice,
    advice_by_kind,
    measures,
    sites_told,
)
from hegang_qa.answers.hints.contrast import meant_clause
from hegang_qa.answers.hints.ends import changes, range_advice
from hegang_qa.answers.hints.figures_apart import figures_apart
from hegang_qa.answers.hints.graded import graded_clause, told_of_grade
from hegang_qa.answers.hints.label_values import label_values
from hegang_qa.answers.hints.paired import LED, planned
from hegang_qa.answers.hints.parallel import meant_part
from hegang_qa.answers.hints.rates import rate_asked, rate_told
from hegang_qa.answers.hints.signals import signal
from hegang_qa.answers.hints.sized import sized_clause
from hegang_qa.answers.hints.told_by_form import told_by_form
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.kinship import RELATIVES, SPOUSES
from hegang_qa.text.words import COMPASS

__all__ = ["hints"]

# For what stands after a colon whose label the question names ("Weight: 3 kg"), and for a part.
_LABELLED = 5.0
_PART_OF_VALUE = 1.0
_ACROSS = -2.0
# For words of the question itself: the port of "the default port" is not "default port".
_ECHO = -1.5
# Another name of what the question names is no answer to what lies there.
_OWN_ALIAS = -4.0
_NAMING = BY_CUE | DEFINING | {"name", "phrase", ""}
# A date cut in two, or with a person's name ("March 2024 Ann").
_CUT_DATE = -4.0

# For dates that tell a life, where another time is asked for.
_LIFETIME = -8.0
_BORN_OR_DIED = frozenset(("born", "die"))

# For a stretch with a figure, where one asks for somebody.
_NO_PERSON = -3.0
# For a measure, where one asks for a place ("at 5 to 25 °C").
_NO_PLACE = -4.0
_MEASURED = frozenset("temperature weight volume speed power money percentage duration".split())
# For a name, where one asks what somebody does.
_NO_TRADE = -3.0
_KIN = RELATIVES | SPOUSES
_FRACTIONS = frozenset("half third quarter".split())
_LIVINGS = TRADES | {"living"}
# For a point of the compass alone, where none is asked for.
_SAID_NOTHING = -3.0
_COMPASS = COMPASS | {"northern", "southern"}
_DIRECTED = frozenset("direction directions side way end part bound compass wind point".split())

# For the number of a numbered heading or paragraph.
_NUMBERING = -8.0
# For a figure in the clause that is meant, of several that run parallel.
_MEANT = 2.5
_MEANT_BY_GAP = 5.0
_MEANT_SITE = 5.5
# For more than a place or a person: a clause that goes on behind it ("the hall and tickets cost")
_WITH_CLAUSE = -4.0
# For what goes on with what is not so ("a whole number *and no longer* a fraction").
_WITH_DENIAL = -3.0
_DENIALS = frozenset(
    [(one, other) for one in ("and", "but") for other in ("no", "not", "never")]
    + [("rather", "than"), ("instead", "of")]
)
_DENYING = frozenset(("no", "not", "never", "than", "instead"))
_MORE = frozenset("more less fewer later earlier longer".split())
_WITHOUT_VERBS = ("place", "person", "organisation")
# For a figure by the unit that is asked for ("per day"), and less for one by another.
_RATE = 3.5
_OTHER_RATE = -4.0

# For a figure in another unit than the one asked for ("how many miles"), beside one in that.
_OTHER_UNIT = -4.0

# For a figure that was only estimated ("at an estimated cost of 38,000").
_ONLY_PLANNED = -3.0

# For what a sign means, or which one is given then.
_SIGNAL = 5.0
# For what stands in another clause than the one that is meant, or goes on into it.
_OUTSIDE = -8.0
# For a figure by which something rose, where one asks how high it is, one side of a size, or the
# price of several.
_ONLY_CHANGE = -4.0

_SMALL = frozenset("DPCT-S")


class Hints(NamedTuple):
    """`advise` is the function from a candidate and the letter of its agreement to what speaks for
    its kind; `told` are the stretches (tokens, end excluded) that the form of the sentence makes an
    answer, however badly they begin and end, and `by_form` those of them that are no mere values of
    labels."""

    advise: Advice
    told: frozenset[tuple[int, int]]
    by_form: frozenset[tuple[int, int]]


def hints(
    view: Frame, analysis: Analysis, grid: Grid, agreement: Agreement, *, heading: bool = False
) -> Hints:
    """Return what is known of the candidates of a sentence. The colon of a heading ("Mill: a
    guide") parts no label from its value."""
    by_type = advice_by_kind(view, analysis, grid, agreement)
    values = [] if heading else label_values(view, analysis, grid, agreement)
    tokens, tags = analysis.tagged.tokens, analysis.tagged.tags
    colon = -1 if heading else _label_end(tags)
    own, choices = view.stems, bool(view.choices)
    said = [token.stem in own for token in tokens]
    sure = is_sure(view.wanted)
    told = (
        {}
        if heading
        else {
            (low, high): sure
            for low, high, sure in told_by_form(view, analysis, grid)
            if low < high <= len(tags)  # "Open with" tells nothing
        }
    )
    numbering = _numbering(analysis, heading=heading)
    meant = None
    sites = sites_told(view, analysis) or measures(view, analysis)
    # "Line 2 has 17 stations": a figure of the question is none that is asked for.
    places = [
        (low, high)
        for low, high in sites or agreement.spans
        if any(term < 0 for term in grid.terms[low:high])
    ]
    by_gap = _MEANT_SITE if sites else _MEANT_BY_GAP
    if len(places) > 1:
        meant = meant_clause(view, analysis.tagged, grid, places)
        if meant is not None and not (meant.whole or sure or sites):
            meant = None

    rate = rate_asked(view.order) if is_a(view.wanted, "number") else ""
    stems = [token.stem for token in tokens] if rate else []
    rated = bool(rate) and any(rate_told(stems, low, high) == rate for low, high in places)
    dates = [(found.start, found.end) for found in analysis.typed if is_a(found.type, "date")]
    person = is_a(view.wanted, "person")
    reason = is_a(view.wanted, "reason")
    money = is_a(view.wanted, "money")
    trade = not _LIVINGS.isdisjoint(view.norms) and not person
    recurring = [
        (found.start, found.end)
        for found in analysis.typed
        if found.type in ("weekday", "date", "frequency")
        and tokens[found.start].norm in ("every", "each", "alternate")
    ]
    measured = (
        {one.start for one in analysis.typed if one.type in _MEASURED}
        if view.asks == "where"
        else set()
    )
    # "How many of them were women" may be told as a share.
    parts = view.asks == "how many" and "#" in tags and view.norms[2:3] != ("of",)
    directed = view.asks == "where" or not _DIRECTED.isdisjoint(view.norms)
    aliases = _own_aliases(view, analysis, grid)
    in_range = range_advice(view, analysis) if sure else None
    part = (
        None
        if sure or ("," not in tags and "C" not in tags)
        else meant_part(view, analysis.tagged, grid)
    )
    meaning = (
        None if heading or "when" not in analysis.tagged.norms else signal(view, analysis, grid)
    )
    if meaning is not None:
        part = meaning.clause
        told[meaning.told] = max(told.get(meaning.told, 0.0), _SIGNAL)
    if not sure and (sized := sized_clause(view, analysis)):
        part = sized
    graded = None if heading else graded_clause(view, analysis.tagged)
    if graded is not None:
        part = graded
        if not sure:
            for low, high, worth in told_of_grade(view, analysis, graded):
                told[low, high] = max(told.get((low, high), 0.0), worth)
    grown = changes(view, analysis) if is_a(view.wanted, "number") else []

    plans = planned(view, analysis)
    apart = figures_apart(view, analysis) if tags.count("#") > 1 else []
    elsewhere = _other_units(view, analysis) if view.asks == "how many" else []
    alive = _lifetimes(view, analysis) if "(" in tags or "," in tags else []
    lived = _BORN_OR_DIED.isdisjoint(view.forms)
    unjoined = any(is_a(view.wanted, kind) for kind in _WITHOUT_VERBS)
    norms = analysis.tagged.norms
    denied = (
        []
        if _DENYING.isdisjoint(norms)
        else [n for n in range(1, len(norms) - 1) if norms[n : n + 2] in _DENIALS]
    )

    def advise(candidate: Candidate, letter: str) -> float:
        total = by_type(candidate, letter) if by_type is not None else 0.0
        start, end = candidate.start, candidate.end
        if unjoined and _holds_clause(tags, start, end):
            total += _WITH_CLAUSE
        if denied and any(start < at < end for at in denied):
            total += _WITH_DENIAL
        if norms[start] in _MORE and "no" in (norms[0], norms[max(0, start - 1)]):
            total += _WITH_DENIAL  # "no *more than 50 litres*", "no room may hold *more than ...*"
        if person and letter != "=" and end - start < 4 and "#" in tags[start:end]:
            total += _NO_PERSON
        if person and tags[end : end + 1] == "S" and not _KIN.isdisjoint(norms[end + 1 : end + 2]):
            total += 2 * _NO_PERSON  # "*Edwin Barrow*'s widow"
        if person and tags[end : end + 2] == ",E" and "E" not in tags[start:end]:
            total += _NO_PERSON  # "by a *lorry driver*, Stan Whitlow"
        if person and tags[end - 1 : end + 1] == "EE":
            total += _NO_PERSON  # "*Tove* Lind"
        if person and tags[end - 1 : end + 1] == "NE" and "E" not in tags[start:end]:
            total += _NO_PERSON  # "the *baker* Tove Lind"
        if person and end == start + 1 and tags[start] == "R":
            total += _NO_PERSON  # "*Largely* owned by the trust": nobody
        if reason and any(
            (norms[at] == "but" and tags[at + 1] in "VXKM")
            or (norms[at] == "and" and tags[at + 1] in "XM")
            for at in range(start, end - 1)
        ):
            total += _WITH_CLAUSE  # "falling numbers, *but reopened* in 1998"
        if trade and candidate.type in ("person", "name"):
            total += _NO_TRADE
        if parts and any(norm in _FRACTIONS for norm in norms[start:end]):
            total += _NO_PLACE  # "of whom *half* lived in the town"
        if measured and (start in measured or (tags[start] in "PT" and start + 1 in measured)):
            total += _NO_PLACE
        if (tokens[start].norm in _COMPASS and end == start + 1) and not directed:
            total += _SAID_NOTHING
        if any(low < start and end <= high for low, high in recurring):
            total += _CUT_DATE  # "every second *Saturday*"
        for low, high in dates:
            beyond = start < high and low < end and not (low <= start and end <= high)
            if beyond and (person or low < start or end < high):
                total += _CUT_DATE
            elif money and low <= start and end <= high and high - low > end - start:
                total += _CUT_DATE  # "*17* May: tickets 6 euros"
        # Of two dates that tell a life, one alone may be asked for.
        if alive and any(
            low <= start and end <= high and (lived or (start, end) == (low, high))
            for low, high in alive
        ):
            total += _LIFETIME
        told_by = rate_told(stems, start, end) if rate else ""
        if told_by:
            total += _RATE if told_by == rate else _OTHER_RATE
        if elsewhere and any(start <= low < end for low in elsewhere):
            total += _OTHER_UNIT
        if start <= numbering:
            total += _NUMBERING
        if plans and any(0 < start - at <= LED for at in plans):
            total += _ONLY_PLANNED
        if part is not None and not (part[0] <= start and end <= part[1]):
            total += _OUTSIDE
        if grown and any(low <= start and end <= high for low, high in grown):
            total += _ONLY_CHANGE
        if apart and any(low <= start and end <= high for low, high in apart):
            total += _ONLY_CHANGE
        if aliases and any(low <= start and end <= high for low, high in aliases):
            total += _OWN_ALIAS
        if start < colon < end:
            total += _ACROSS
        if in_range is not None:
            total += in_range(start, end)
        if told:
            total += told.get((start, end), 0.0)
        figure = letter[:1] in "=c" or (start, end) in sites
        figure = figure and (told_by == rate or not rated)
        if meant is not None and meant.start <= start and end <= meant.end and figure:
            total += by_gap if meant.gapped else _MEANT
        if said[start]:
            if not choices and said[end - 1]:
                if all(said[i] or tags[i] in _SMALL for i in range(start, end)):
                    total += _ECHO
            elif "X" in tags[start:end]:
                total += _ECHO  # "the port is 80" is more than was asked for
        for label, low, high in values:
            if low <= start and end <= high:
                # Of a list ("Flour: 20 white, 15 rye, 6 spelt") all is the value.
                balanced = tags.count("(", start, end) == tags.count(")", start, end)
                whole = start == low and (
                    end == high
                    or (balanced and tags[end] in ",)" and tags.count(",", low, high) < 2)
                )
                if unjoined and any(begin == low for begin, _ in dates):
                    whole = whole and letter == "="  # of "Fair: 3 June, Market Hall" the hall
                if sure and any(low <= a and b <= high for a, b in agreement.spans):
                    # Of such a line ("Office: 4 High Street, open 8 to 17") the kind asked for.
                    whole = letter == "=" and told_by in ("", rate)
                    whole = whole or (letter == "=-" and bool(rate) and told_by == rate)
                    if label == low:  # the label itself
                        whole = (start, end) == (low, high)
                    if meant is not None:  # "Permit: 9 euros a day, 32 a week"
                        whole = whole and meant.start <= start and end <= meant.end
                return total + (_LABELLED if whole else _PART_OF_VALUE)
            if label <= start < low < end:
                return total + _ACROSS
        return total

    whole = [(low, high) for _, low, high in values]
    return Hints(advise, frozenset((*told, *whole)), frozenset(told))


def _other_units(view: Frame, analysis: Analysis) -> list[int]:
    """Return where figures begin that are in another unit than the one that is asked for."""
    from hegang_qa.text.units import is_in_other_unit  # a table that hardly any question needs

    tokens, text = analysis.tagged.tokens, analysis.tagged.text
    return [
        one.start
        for one in analysis.typed
        if is_a(one.type, "number")
        and is_in_other_unit(view.focus_word, text, tokens[one.start].start)
    ]


def _lifetimes(view: Frame, analysis: Analysis) -> list[tuple[int, int]]:
    if not is_a(view.wanted, "date") or "live" in view.forms or "life" in view.forms:
        return []
    from hegang_qa.answers.hints.life_dates import lifetimes

    return lifetimes(view, analysis)


def _own_aliases(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int]]:
    """Return the other names, in brackets, of what the question names, unless it asks for names."""
    if view.wanted in _NAMING:
        return []
    tags, found = analysis.tagged.tags, []
    for one in analysis.typed:
        if one.type == "alias":
            opened = tags.rfind("(", 0, one.start)
            if opened > 0 and tags.find(")", opened, one.start) < 0 <= grid.terms[opened - 1]:
                closed = tags.find(")", opened)
                found.append((opened + 1, closed if closed > 0 else one.end))
    return found


def _label_end(tags: str) -> int:
    """Return the colon of a label of one to three words that a sentence begins with ("Note: ..."),
    -1 for none."""
    colon = tags.find(":", 1, 4)
    return colon if colon > 0 and "#" not in (tags[colon - 1], *tags[colon + 1 : colon + 2]) else -1


def _numbering(analysis: Analysis, *, heading: bool) -> int:
    """Return the token that is the number of a heading or a paragraph ("3.2 Hoses may be used",
    "(5) Five copies are"), or -1."""
    tokens, tags = analysis.tagged.tokens, analysis.tagged.tags
    if heading and tags[:2] in ("#.", "#)"):
        return 0
    if tags[:3] == "(#)" and tokens[3:] and tokens[3].text[:1].isupper():
        return 1
    if len(tokens) < 3 or tokens[0].kind != "number" or "." not in tokens[0].norm:
        return -1
    if any(found.start == 0 and found.type == "time" for found in analysis.typed):
        return -1  # "9.30   Open-air service"
    return 0 if tokens[1].text[:1].isupper() and tokens[1].text[1:2].islower() else -1


def _holds_clause(tags: str, start: int, end: int) -> bool:
    """Return whether a stretch goes on with a clause of its own after "and" or "or"."""
    joint = tags.find("C", start, end)
    return joint > start and any(tag in "VX#$" for tag in tags[joint:end])
