"""Figures that each have beside them what they are of: "47,149 in 2002 and 50,922 in 1989", "312 km
west of Ardley and 68 km north of Corran", "a turnover of 118 million and a profit of 2.2 million".

Of such figures the one is meant beside which the year, the name or the noun stands that is asked
about.
"""

import itertools
from collections.abc import Sequence

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.hints.contrast import apart
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.question.wording import asks_of_now
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import COMPASS, NOWADAYS

__all__ = ["LED", "paired", "planned"]

Weighed = tuple[int, int, float]
"""Begin and end (tokens, end excluded) of a figure, and what speaks for it in log-odds."""

_MEANT = 5.0
_OF_ANOTHER = -4.0
# As a bare figure is of no currency or unit.
_OF_ITS_NOUN = 7.0

_IN = frozenset(("in", "by", "for", "during", "until"))
_OF = frozenset(("of", "from", "to", "in", "at"))
_DIRECTED = COMPASS | {"away"}
_OTHERWISE = ("who", "where", "why")
_ON = frozenset(("in", "on", "at"))
_PLANS = frozenset("estimated planned projected budgeted anticipated".split())
_PLANNED = frozenset("estimate estimates budget forecast projection quote".split())
_SUPPOSED = frozenset("supposed meant expected intended originally".split())
LED = 4
"""Tokens between a plan and its figure ("an *estimated* cost of *38,000*")."""

_TODAY = "9999"
_NEAR = 3  # tokens of a clause before "now"
_VALUES = frozenset("half free nothing double".split())
_SHORT = 6  # tokens of a clause before its value
_OR = frozenset(("or", "and"))
_WITH = frozenset("with without in including for on if".split())
_ABOUT = frozenset("about around over only some nearly almost".split())
_FAR = 4  # tokens between a figure and its year ("tonnes of ore")


def paired(view: Frame, analysis: Analysis, grid: Grid) -> list[Weighed]:
    """Return the figures that have what is asked about beside them, and those that have another."""
    if "#" not in analysis.tagged.tags:
        return []
    if view.asks == "when":
        return _of_its_verb(view, analysis, grid)
    # "Under which coach was it won in 1978"
    whom = view.asks.endswith(("which", "what")) and is_a(view.wanted, "person")
    if whom or view.asks.startswith(_OTHERWISE):
        return _of_other_years(view, analysis)
    numeric = is_numeric(view.wanted) and not is_a(view.wanted, "date")
    if not numeric and not (view.asks == "what" and view.wanted in ("phrase", "entity", "work")):
        return []
    figures = _figures(view, analysis, bare=False)
    years = [_year(analysis, end) or _year_before(analysis, start) for start, end in figures]
    if numeric and (plan := _by_plan(view, analysis, _figures(view, analysis, bare=True))):
        return plan
    told = _by_key(figures, years, _years(view) or _latest(view, years))
    if not told and is_a(view.wanted, "distance"):
        names = [_name(analysis, grid, end) for _, end in figures]
        told = _by_key(figures, names, frozenset(("asked",)))
    if numeric and sum(worth > 0 for _, _, worth in told) > 1:
        # Of several of that year the one of its noun.
        own = _of_its_noun(view, analysis, grid)
        told = [one for one in told if one[2] < 0] + own if own else told
    if not told and numeric:
        told = _in_bracket(analysis, grid, figures) or _by_word_before(analysis, grid, figures)
    if not told and numeric:
        told = _with_more(view, analysis, grid) or _of_its_clause(view, analysis, grid)
        told = told or _of_its_noun(view, analysis, grid)
    return told


def _figures(view: Frame, analysis: Analysis, *, bare: bool) -> list[tuple[int, int]]:
    """Return the figures of the kind that is asked for, or of any; with `bare`, those without a
    unit as well."""
    found = []
    for one in analysis.typed:
        year = is_year(analysis.tagged.norms[one.start])  # so begins "2023 to 22", too
        fits = is_a(one.type, view.wanted) or not is_numeric(view.wanted)
        fits = fits or (one.type == "number" and (bare or is_a(view.wanted, "count")))
        if is_numeric(one.type) and not is_a(one.type, "date") and fits and not year:
            found.append((one.start, one.end))
    return apart(found)


def _of_other_years(view: Frame, analysis: Analysis) -> list[Weighed]:
    """Return the names that stand, between semicolons, beside another year than the one asked
    about: "that of 1770 *under Todd* failed; that of 1809 under Orb did not"."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    asked = _years(view)
    if ";" not in tags or asked.isdisjoint(norms):
        return []
    bounds = [0, *(at + 1 for at, tag in enumerate(tags) if tag == ";"), len(tags)]
    others = []
    for low, high in itertools.pairwise(bounds):
        years = {norm for norm in norms[low:high] if is_year(norm)}
        if years and not years & asked:
            others += [
                (one.start, one.end, _OF_ANOTHER)
                for one in analysis.typed
                if low <= one.start and one.end <= high and is_a(one.type, "entity")
            ]
    return others


def _by_key(
    figures: Sequence[tuple[int, int]], keys: Sequence[str], asked: frozenset[str]
) -> list[Weighed]:
    """Return the figures by whether their keys ("" for none) are asked about, where one is and
    another is not."""
    others = set(keys) - asked
    if asked.isdisjoint(keys) or len(figures) < 2 or not others:
        return []
    if others == {""} and keys[0]:
        return []  # "18,340 at the 2016 census, whereas Anafa had only 4,125"
    return [
        (*figure, _MEANT if key in asked else _OF_ANOTHER)
        for figure, key in zip(figures, keys, strict=True)
        if key
    ]


def _latest(view: Frame, years: Sequence[str]) -> frozenset[str]:
    """Return the last of several years, or "now" beside a figure of any time, where one asks how
    it is now and names none."""
    told = [year for year in years if year]
    now = asks_of_now(view.norms) and (len(told) > 1 or (_TODAY in told and len(years) > 1))
    return frozenset((max(told),)) if now else frozenset()


def _with_more(view: Frame, analysis: Analysis, grid: Grid) -> list[Weighed]:
    """Return the figure behind another that tells what it is with something more ("40 pesos, or
    *65 with a cabin*", "no more than six, or *four if it rains*"): the one that is meant, where
    the question has that, and no other has it."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    first = min((start for start, _ in _figures(view, analysis, bare=False)), default=len(tags))
    told: list[Weighed] = []
    for at in range(first + 1, len(tags) - 2):
        up_to = 2 * (norms[at - 2 : at] == ("up", "to")) or norms[at - 1] in _ABOUT
        before = at - 1 - up_to
        led = tags[before] == "," or (norms[before] in _OR and tags[before - 1] in ",N")
        if tags[at] != "#" or not led or norms[at + 1] not in _WITH or norms[at] == "one":
            continue  # "a member with an alarm pays less, *one* with thatch more"
        end = next((n for n in range(at + 2, len(tags)) if tags[n] in ",;.)"), len(tags))
        timed = any(one.type == "time" and one.start <= at < one.end for one in analysis.typed)
        if end == at + 2 or timed:
            continue  # "two in the evening"
        terms = {term for term in grid.terms[at + 2 : end] if term >= 0}
        own = [n for n in range(at) if grid.terms[n] in terms]
        told.append((at, at + 1, _OF_ITS_NOUN if terms and not own else _OF_ANOTHER))
    return told


def _in_bracket(
    analysis: Analysis, grid: Grid, figures: Sequence[tuple[int, int]]
) -> list[Weighed]:
    """Return the figure that a bracket behind another tells for something of its own ("€140 a night
    (*London: €190*)", "120 euros (*80 euros for members*)"): the one that is meant, where the
    question has that and no other."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for start, end in figures[1:]:
        opened, close = tags.rfind("(", 0, start), tags.find(")", end)
        if opened < 0 or close < 0 or ")" in tags[opened:start]:
            continue
        low, high = opened, tags.find(":", opened, start)
        if high < 0 and norms[end : end + 1] in (("for",), ("with",), ("without",)):
            low, high = end, next(n for n in range(end, close + 1) if tags[n] in ",;)")
        elif high < 0 and tags[opened + 1 : start].strip("JNEK") == "" and start > opened + 1:
            high = start
        if high < 0:
            continue
        own = {term for term in grid.terms[low:high] if term >= 0}
        others = {term for term in grid.terms[:opened] if term >= 0}
        worth = _OF_ITS_NOUN + 2.0 if own - others else _OF_ANOTHER
        return [(start, end, worth)]
    return []


def _by_word_before(
    analysis: Analysis, grid: Grid, figures: Sequence[tuple[int, int]]
) -> list[Weighed]:
    """Return figures by the word right before each ("buy 4 coins, *sell* 7 coins"), or by what each
    is for ("8 g for one cup, 15 g for *two*"), where one alone is asked about."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if len(figures) < 2:
        return []
    before = ["" for _ in figures]
    for number, (start, end) in enumerate(figures):
        if start and tags[start - 1] in "VKN" and (start < 2 or tags[start - 2] in ",;.:-("):
            before[number] = "asked" if grid.terms[start - 1] >= 0 else "another"
        elif norms[end : end + 1] == ("for",) and end + 1 < len(tags) and tags[end + 1] in "#N":
            before[number] = "asked" if grid.terms[end + 1] >= 0 else "another"
    if "" in before or before.count("asked") != 1:
        return []
    return _by_key(figures, before, frozenset(("asked",)))


def _of_its_clause(view: Frame, analysis: Analysis, grid: Grid) -> list[Weighed]:
    """Return the bare value that ends a short clause behind one with a figure ("the fee is 30
    euros; *members pay 20*", "adults pay 12 euros, *children half*"), where that clause alone has
    something of the question."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    figures = _figures(view, analysis, bare=is_a(view.wanted, "age"))
    bounds = [0, *(n + 1 for n, tag in enumerate(tags) if tag in ",;"), len(tags)]
    told: list[Weighed] = []
    for low, high in itertools.pairwise(bounds):
        last = high - 1
        while last > low and tags[last] in ",;.":
            last -= 1
        alone = "#" not in tags[low:last]  # "A had won 97 and B 101"
        bare = (tags[last] == "#" and alone) or (
            norms[last] in _VALUES and is_a(view.wanted, "money")
        )
        behind = any(end <= low for _, end in figures)
        if not bare or not behind or last - low > _SHORT or last == low:
            continue
        own = {grid.terms[n] for n in range(low, last) if tags[n] in "NEJG"} - {-1}
        before = {t for t in grid.terms[:low] if t >= 0}
        if own - before:
            told.append((last, last + 1, _OF_ITS_NOUN + 1.0))
    return told


def _years(view: Frame) -> frozenset[str]:
    return frozenset(norm for norm in view.norms if is_year(norm))


def _year(analysis: Analysis, end: int) -> str:
    """Return the year of a figure that ends there ("118 tonnes *in 2018*"), one beyond all for
    "today", "" for none."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at in range(end, min(len(tags) - 1, end + _FAR)):
        if norms[at] in NOWADAYS:
            return _TODAY
        if norms[at : at + 2] == ("at", "the") and is_year(*norms[at + 2 : at + 3] or ("",)):
            return norms[at + 2]  # "at the 2002 census"
        if norms[at] in _IN or tags[at] == "(":
            return norms[at + 1] if is_year(norms[at + 1]) else ""
        if tags[at] not in "NJE" and norms[at] != "of":
            return ""
    return ""


def _year_before(analysis: Analysis, start: int) -> str:
    """Return the year, or one beyond all for "now", that begins the clause of a figure ("*in 2013*
    the club had 400 members; *now* there are 650"), "" for none."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    begin = next((n + 1 for n in range(start - 1, -1, -1) if tags[n] in ";:."), 0)
    end = next((n for n in range(start, len(tags)) if tags[n] in ";:."), len(tags))
    alone = sum(tags[n] == "#" and not is_year(norms[n]) for n in range(begin, end))
    if alone - (tags[start + 1 : start + 2] == "#") > 1:
        return ""  # of several figures the year tells none apart
    first = begin + (norms[begin : begin + 1] == ("but",))
    if not NOWADAYS.isdisjoint(norms[first : min(start, first + _NEAR)]):
        return _TODAY  # "it *now* has 900"
    led = norms[first : first + 1] in (("in",), ("by",)) and is_year(
        "".join(norms[first + 1 : first + 2])
    )
    return norms[first + 1] if led else ""


def _name(analysis: Analysis, grid: Grid, end: int) -> str:
    """Return whether the place to which a distance that ends there is told is "asked" about or
    "another", "" where none is told."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    at = end
    if tags[at : at + 1] == "(":
        at = tags.find(")", at) + 1 or len(tags)
    while at < len(tags) and norms[at] in _DIRECTED:
        at += 1
    if at + 1 >= len(tags) or norms[at] not in _OF:
        return ""
    at += 1
    while at < len(tags) and tags[at] in "DNJ":
        at += 1
    name = at
    while at < len(tags) and tags[at] in "E-":
        at += 1
    if at == name:
        return ""
    return "asked" if any(term >= 0 for term in grid.terms[name:at]) else "another"


def _of_its_verb(view: Frame, analysis: Analysis, grid: Grid) -> list[Weighed]:
    """Return the other dates of a sentence, where the question's own verb has one right behind it:
    "*founded in 1968* by Berg and merged with the Mill in 2007". Whose founding it is, the date of
    the verb itself does not tell, nor which of several that share it ("the first part opened in
    1871, the second in 1874")."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    dates = apart([(o.start, o.end) for o in analysis.typed if is_a(o.type, "date")])
    if len(dates) < 2:
        return []
    others: list[Weighed] = []
    own = before = -1
    for start, end in dates:
        verb = start - 2
        led = start > 1 and norms[start - 1] in _ON and tags[verb] in "VK"
        term = grid.terms[verb] if led else -1
        if term >= 0 and view.roles[term] in "VM":
            own = end
        elif own < 0 or _is_another(tags, grid, before, start):
            others.append((start, end, _OF_ANOTHER))
        before = end
    return others if own >= 0 else []


def _is_another(tags: str, grid: Grid, end: int, start: int) -> bool:
    """Return whether another clause stands between a date and the one before, with a verb of its
    own, and a subject that has nothing of the question that was not said before."""
    verb = next((at for at in range(end, start) if tags[at] in VERB_TAGS), start)
    before = set(grid.terms[:end])
    fresh = any(term >= 0 and term not in before for term in grid.terms[end:verb])
    return verb < start and not fresh


def _of_its_noun(view: Frame, analysis: Analysis, grid: Grid) -> list[Weighed]:
    """Return the only figure that stands behind a noun asked about and "of", where others stand
    behind other nouns."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    named, others = [], 0
    for start, end in _figures(view, analysis, bare=is_a(view.wanted, "money")):
        if start < 2 or norms[start - 1] != "of" or tags[start - 2] != "N":
            continue
        term = grid.terms[start - 2]
        if term >= 0 and view.roles[term] in "FN":
            named.append((start, end, _OF_ITS_NOUN))
        else:
            others += 1
    return named if len(named) == 1 and others else []


def planned(view: Frame, analysis: Analysis) -> list[int]:
    """Return the tokens that tell what was only planned ("at an *estimated* cost of 38,000"), where
    one asks for a figure and not for such a one. "An estimated 8,000 people" is no plan."""
    if not is_a(view.wanted, "number") or _asks_of_plan(view):
        return []
    return _plans(analysis)


def _asks_of_plan(view: Frame) -> bool:
    return not (_PLANS | _PLANNED | _SUPPOSED).isdisjoint(view.norms)


def _plans(analysis: Analysis) -> list[int]:
    """Return the tokens that tell a plan: "an *estimated* cost", "an *estimate* of 150 million"."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    return [
        at
        for at, norm in enumerate(norms[:-1])
        if (norm in _PLANS and tags[at + 1] == "N") or (norm in _PLANNED and norms[at + 1] == "of")
    ]


def _by_plan(view: Frame, analysis: Analysis, figures: Sequence[tuple[int, int]]) -> list[Weighed]:
    """Return the figure that was planned, of others that came of it, where one asks what something
    was to be ("was it *supposed* to cost"): "214 million, against an estimate of *150 million*"."""
    plans = _plans(analysis) if _asks_of_plan(view) else []
    own = [one for one in figures if any(0 < one[0] - at <= LED for at in plans)]
    if len(own) != 1 or len(figures) < 2:
        return []
    return [(*one, _MEANT if one in own else _OF_ANOTHER) for one in figures]
