"""What answers of a kind look like, where the training questions tell too little.

The weights are learned from questions on encyclopedia articles, which hardly ever ask what a thing
is, for a measure in a table of data, or for a code. These few rules say for such questions what
any reader would; they are small beside a clear learned preference. Their sizes (in log-odds) were
chosen on the training questions so that nothing is lost there.
"""

from collections.abc import Callable
from typing import NamedTuple

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.agreement import Agreement, is_sure
from hegang_qa.answers.candidates.analysis import Analysis, Candidate
from hegang_qa.answers.described import TRADES
from hegang_qa.answers.hints.contrast import apart, meant_clause
from hegang_qa.answers.hints.ends import range_advice
from hegang_qa.answers.hints.label_values import label_values
from hegang_qa.answers.hints.paired import LED, planned
from hegang_qa.answers.hints.rates import rate_asked, rate_told
from hegang_qa.answers.hints.told_by_form import told_by_form
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import COMPASS, QUESTION_WORDS

__all__ = ["hints"]

# For a candidate by the letter of its agreement with a type that is known by its form.
_BY_FORM = {"c": -0.5, "i": -1.5, "<": -0.5, "~": -1.5, "x": -3.0, "n": -1.0, "N": -3.5}
# For a stretch with several figures, where one is asked for ("4 % to 310 million").
_SEVERAL_FIGURES = -2.5
# For a stretch with a code and more, where a code is asked for.
_MORE_THAN_CODE = -2.0
# For one end of the hours that are asked for.
_PART_OF_HOURS = -3.0
# Types that nothing else looks like.
_UNMISTAKABLE = frozenset(("email", "url", "phone", "version", "path", "coordinates"))
_UNMISTAKEN = 3.0
_BARE = frozenset(("number", "count", "ordinal"))
_SITES = frozenset(("url", "path"))
# Types that a phrase beside them tells ("also known as"), so that they are hardly ever wrong.
_BY_CUE = frozenset(("alias", "foreign-name", "expansion", "abbreviation"))
_CUED = 2.0
_DEFINING = frozenset(("definition", "description", "person-description"))
_DEFINITION = 6.0
# The same with "the": "is the seat of the county" tells less what it is than "is a town".
_ONE_AND_ONLY = 2.0
_ONE_OF_MANY = frozenset(("a", "an", "any", "one"))
_GLOSS = 4.0
_OTHER_FORM = -2.0
# For another name, where one asks who somebody is.
_ANOTHER = -8.0
_REASON = 2.0
_SAID_AGAIN = -1.0
# For a reason with more than its "because of" before it, or with more behind it.
_MORE_THAN_REASON = -2.5
_CUE = 4  # tokens
# For what stands after a colon whose label the question names ("Weight: 3 kg"), and for a part.
_LABELLED = 5.0
_PART_OF_VALUE = 1.0
_ACROSS = -2.0
# For words of the question itself: the port of "the default port" is not "default port".
_ECHO = -1.5
# Another name of what the question names is no answer to what lies there.
_OWN_ALIAS = -4.0
_NAMING = _BY_CUE | _DEFINING | {"name", "phrase", ""}
# A date cut in two, or with a person's name ("March 2024 Ann").
_CUT_DATE = -4.0

# For dates that tell a life, where another time is asked for.
_LIFETIME = -8.0
_BORN_OR_DIED = frozenset(("born", "die"))

# For a stretch with a figure, where one asks for somebody.
_NO_PERSON = -3.0
# For a name, where one asks what somebody does.
_NO_TRADE = -3.0
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
_MORE = frozenset("more less fewer later earlier longer".split())
_WITHOUT_VERBS = ("place", "person", "organisation")
# For a figure by the unit that is asked for ("per day"), and less for one by another.
_RATE = 3.5
_OTHER_RATE = -4.0

# For a figure in another unit than the one asked for ("how many miles"), beside one in that.
_OTHER_UNIT = -4.0

# For a figure that was only estimated ("at an estimated cost of 38,000").
_ONLY_PLANNED = -3.0

_SMALL = frozenset("DPCT-S")

Advice = Callable[[Candidate, str], float]


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
    by_type = _by_type(view, analysis, grid, agreement)
    values = [] if heading else label_values(view, analysis, grid, agreement)
    tokens, tags = analysis.tagged.tokens, analysis.tagged.tags
    colon = -1 if heading else _label_end(tags)
    own, choices = view.stems, bool(view.choices)
    said = [token.stem in own for token in tokens]
    sure = is_sure(view.wanted)
    told = (
        {}
        if heading
        else {(low, high): sure for low, high, sure in told_by_form(view, analysis, grid)}
    )
    numbering = _numbering(analysis, heading=heading)
    meant = None
    sites = _places(view, analysis) or _measures(view, analysis)
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
    trade = not _LIVINGS.isdisjoint(view.norms) and not person
    recurring = [
        (found.start, found.end)
        for found in analysis.typed
        if found.type in ("weekday", "date", "frequency")
        and tokens[found.start].norm in ("every", "each", "alternate")
    ]
    directed = view.asks == "where" or not _DIRECTED.isdisjoint(view.norms)
    aliases = _own_aliases(view, analysis, grid)
    in_range = range_advice(view, analysis) if sure else None

    plans = planned(view, analysis)
    elsewhere = _other_units(view, analysis) if view.asks == "how many" else []
    alive = _lifetimes(view, analysis) if "(" in tags or "," in tags else []
    lived = _BORN_OR_DIED.isdisjoint(view.forms)
    unjoined = any(is_a(view.wanted, kind) for kind in _WITHOUT_VERBS)
    norms = analysis.tagged.norms
    denied = [n for n in range(1, len(norms) - 1) if norms[n : n + 2] in _DENIALS]

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
        if trade and candidate.type in ("person", "name"):
            total += _NO_TRADE
        if (tokens[start].norm in _COMPASS and end == start + 1) and not directed:
            total += _SAID_NOTHING
        if any(low < start and end <= high for low, high in recurring):
            total += _CUT_DATE  # "every second *Saturday*"
        for low, high in dates:
            beyond = start < high and low < end and not (low <= start and end <= high)
            if beyond and (person or low < start or end < high):
                total += _CUT_DATE
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


def _by_type(view: Frame, analysis: Analysis, grid: Grid, agreement: Agreement) -> Advice | None:
    wanted = view.wanted
    if is_sure(wanted):
        # "How many days": the bare number will do.
        if not agreement or view.asks == "how many":
            return None
        own = _UNMISTAKEN if wanted in _UNMISTAKABLE else 0.0
        figures = apart([(f.start, f.end) for f in analysis.typed if is_sure(f.type)])

        def by_form(candidate: Candidate, letter: str) -> float:
            if letter == "=-" and wanted == "hours":
                return _PART_OF_HOURS
            if letter == "c" and wanted == "code":
                return _MORE_THAN_CODE
            if letter != "c":
                return own if letter == "=" else _BY_FORM.get(letter, 0.0)
            start, end = candidate.start, candidate.end
            held = sum(start <= low and high <= end for low, high in figures)
            return _SEVERAL_FIGURES if held > 1 else _BY_FORM[letter]

        return by_form
    if wanted in _BY_CUE:
        return lambda _candidate, letter: _CUED if letter == "=" else 0.0
    if wanted == "reason":
        return _reasons(analysis, grid)
    if _places(view, analysis):
        return lambda c, _letter: _UNMISTAKEN if c.type in _SITES else 0.0
    if is_a(wanted, "entity"):
        # Which fish? Not 1987.
        return lambda c, letter: _OTHER_FORM if letter == "x" and is_sure(c.type) else 0.0
    if wanted not in _DEFINING:
        return None
    glossed = _glossed(analysis, grid)
    tags, norms = analysis.tagged.tags, analysis.tagged.norms

    of_person = wanted == "person-description"
    others = {one.start for one in analysis.typed if of_person and one.type == "person"}

    def define(candidate: Candidate, _letter: str) -> float:
        if candidate.start in others:
            return _ANOTHER
        if candidate.type == "definition" and tags[candidate.start] == "D":
            # The more of the question stands before it, the surer it is said of what is asked.
            worth = _DEFINITION if norms[candidate.start] in _ONE_OF_MANY else _ONE_AND_ONLY
            return worth * min(1.0, grid.before[candidate.start])
        return _GLOSS if (candidate.start, candidate.end) == glossed else 0.0

    return define


def _places(view: Frame, analysis: Analysis) -> list[tuple[int, int]]:
    """Return the addresses and paths of a sentence for a question that asks for a place."""
    if view.wanted != "place":
        return []
    return [(found.start, found.end) for found in analysis.typed if found.type in _SITES]


def _measures(view: Frame, analysis: Analysis) -> list[tuple[int, int]]:
    """Return the measures of a sentence that has several of one kind, for key words that do not
    tell what they ask for ("notice business contracts"), and bare figures behind the noun that is
    asked for ("the metrics use port 98, and the proxy uses port 80")."""
    keywords = QUESTION_WORDS.isdisjoint(view.norms)
    if view.wanted != "phrase" or not (keywords or view.focus):
        return []
    tagged = analysis.tagged
    # "A year" tells how often.
    figures = [
        one for one in analysis.typed if is_a(one.type, "number") and tagged.tags[one.start] != "D"
    ]
    kinds = {one.type for one in figures} - _BARE
    if keywords and len(kinds) == 1:
        return [(one.start, one.end) for one in figures if one.type in kinds]
    noun = view.focus or view.order[-1]
    behind = [
        (one.start, one.end)
        for one in figures
        if one.start and tagged.tokens[one.start - 1].stem == noun
    ]
    return behind if not kinds and len(behind) > 1 else []


def _reasons(analysis: Analysis, grid: Grid) -> Advice | None:
    """Return what speaks for a reason, where a sentence gives one after "because" and its like:
    what says the question again is none."""
    reasons = [found for found in analysis.typed if found.type == "reason"]
    if not reasons:
        return None

    def weigh(candidate: Candidate, _letter: str) -> float:
        start, end = candidate.start, candidate.end
        if candidate.type == "reason":
            return _REASON
        # "*the council in 1957* because of the cost", "because of the cost *and was changed*"
        if any(
            start < one.start < end and (end > one.end or one.start - start > _CUE)
            for one in reasons
        ):
            return _MORE_THAN_REASON
        again = any(term >= 0 for term in grid.terms[candidate.start : candidate.end])
        return _SAID_AGAIN if again else 0.0

    return weigh


def _holds_clause(tags: str, start: int, end: int) -> bool:
    """Return whether a stretch goes on with a clause of its own after "and" or "or"."""
    joint = tags.find("C", start, end)
    return joint > start and any(tag in "VX#$" for tag in tags[joint:end])


def _glossed(analysis: Analysis, grid: Grid) -> tuple[int, int] | None:
    """Return the name that stands before a bracket which holds what is asked about, and no more:
    "North Mill (北厂)" for a question about 北厂."""
    tags = analysis.tagged.tags
    for opened in range(1, len(tags)):
        if tags[opened] != "(":
            continue
        closed = tags.find(")", opened)
        inside = range(opened + 1, closed)
        if closed < 0 or not all(grid.terms[i] >= 0 or tags[i] in "D-" for i in inside):
            continue
        start = opened
        while start > 0 and tags[start - 1] in "E-#":
            start -= 1
        if start < opened:
            return start, opened
    return None
