"""Which of several figures of one sentence is meant: "hand tools for three weeks, power tools for
one week".

Clauses that run parallel leave out what they share with those before, never what they share with
those after ("gapping"). So of several figures the one is meant in whose clause a word of the
question stands that no clause before has; where all have the same words, the one that has them in
the question's order ("from Ardley to Corran"). Where neither tells, nothing is said here.
"""

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hegang_qa.answers.candidates.finders import Tagged
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.hints.by_day import with_days
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.documents.patterns import lazy

__all__ = ["Meant", "apart", "excluded", "meant_clause"]

_PARTING = frozenset(",;:CB")
_SUBJECT = lazy(r"(?:,?C|[,;B])D?[JNER#-]*[NE#]")
_JOINED = r"(?:,?C|[,;])D?[JNER#-]*[NE](?=R?[VXM])"
_OWN_SUBJECT = lazy(_JOINED)
_BEYOND = lazy(rf";|{_JOINED}")
# A clause of a figure with what it is of, or where ("and a title 120", "and 900 MB on Drift").
_NAME = r"D?[JNERKG#S-]*[NE]"
_GAPPED = lazy(rf"(?:,?C|[,;])(?:{_NAME}[PT]?#|[PT]?#[PT]{_NAME})\.?")
# A parallel clause of prepositions, each with its noun ("and in 2022 by Jo Berg in *Blue Peter*").
_PHRASES = lazy(rf"(?:,?C|[,;])(?:{_NAME})?(?:[PT]D?[JNERKG#S-]*[NE#])+\.?")

# The words that are new in the clause must have this share of the question's weight.
_LEAST = 0.08
# By this much the share of one run of the question's words must be greater than all others.
_LONGER = 0.15

# Words without content that tell clauses apart, each by as much of the question's weight.
_CONTRAST = 0.1
_NON = "non"
_OPPOSED = frozenset(("with", "without", "before", "after", "inside", "outside", "not", "no", _NON))
_PLACED_OUT = frozenset(("outside", "without", "beyond", "except"))
_DENYING = frozenset(("outside", "without", "not", "no"))
_ANOTHER = frozenset(("one", "ones", "other", "others"))
_OTHERWISE = frozenset(("otherwise", "else", "elsewhere"))


class Meant(NamedTuple):
    """The tokens (end excluded) of the clause that is meant.

    `gapped` tells that it is not the first and that none but the first has a verb of its own, so
    that they run parallel to it; `whole` that it is nothing but subject, preposition and figure
    ("and the new wing by Feld"), and such phrases around them.
    """

    start: int
    end: int
    gapped: bool
    whole: bool


def meant_clause(
    view: Frame, tagged: Tagged, grid: Grid, spans: Sequence[tuple[int, int]]
) -> Meant | None:
    """Return the clause whose figure is meant, of those that `spans` (tokens) are; None where
    nothing tells them apart."""
    figures = apart(spans)
    if len(figures) < 2:
        return None
    tags = tagged.tags
    bounds = [0]
    for (_, end), (start, _) in itertools.pairwise(figures):
        cut = next((at for at in range(end, start) if tags[at] in _PARTING), None)
        if cut is not None:
            bounds.append(cut)
    # What comes after the last figure, with a subject and a verb of its own, is no part of it.
    beyond = _BEYOND.search(tags, figures[-1][1])
    bounds.append(beyond.start() if beyond else len(tags))
    clauses = list(itertools.pairwise(bounds))
    if len(clauses) < 2:
        return None
    grid = with_days(view, tagged, _without_contraries(view, tagged, grid))
    grid = _without_denied(view, tagged, grid)
    start, end = (
        _fresh(view, tagged, grid, clauses)
        or _of_its_verb(tagged, grid, clauses)
        or _only_first(view, grid, clauses)
        or _of_its_subject(view, tagged, grid, clauses)
        or _in_order(view, tagged, grid, clauses)
    )
    if end <= 0:
        first = _not_the_gapped(view, tagged, grid, clauses, figures[-1])
        by = tags[figures[-1][0] - 1] in "PT"  # "and the tower *by* Jo Berg"
        if first is None and (first := _in_its_place(view, tagged, grid, clauses)):
            by = False
        return Meant(*first, gapped=True, whole=by) if first is not None else None
    gapped = start > 0 and not any(_has_verb(tags, low, high) for low, high in clauses[1:])
    return Meant(start, end, gapped, gapped and _is_whole(tagged, start, end, figures))


def _without_contraries(view: Frame, tagged: Tagged, grid: Grid) -> Grid:
    """Return the grid where "members" matches no "non-members", nor the other way about."""
    negated = excluded(view.order)
    if not negated and _NON not in tagged.norms:
        return grid
    words = [at for at, token in enumerate(tagged.tokens) if token.norm != "-"]
    before = {at: tagged.norms[last] for last, at in itertools.pairwise(words)}
    terms = [
        -1 if (before.get(at) == _NON) != (tagged.tokens[at].stem in negated) else term
        for at, term in enumerate(grid.terms)
    ]
    return grid._replace(terms=terms)


def _without_denied(view: Frame, tagged: Tagged, grid: Grid) -> Grid:
    """Return the grid where a word after "outside" or "without" matches no word of a question that
    has no such ("in London": "125 a night *outside London*, 180 in London")."""
    norms, tags = tagged.norms, tagged.tags
    if _PLACED_OUT.isdisjoint(norms) or not _PLACED_OUT.isdisjoint(view.norms):
        return grid
    terms = list(grid.terms)
    for at, norm in enumerate(norms):
        if norm in _PLACED_OUT:
            end = at + 1
            while end < len(tags) and tags[end] in "DJNE-":
                terms[end] = -1
                end += 1
    return grid._replace(terms=terms)


def _has_verb(tags: str, start: int, end: int) -> bool:
    """Return whether a clause has a verb: "paid" of "paid accounts" is none."""
    return any(
        tags[at] in VERB_TAGS and not (tags[at] == "K" and tags[at + 1 : at + 2] in ("N", "E"))
        for at in range(start, end)
    )


def _not_the_gapped(
    view: Frame,
    tagged: Tagged,
    grid: Grid,
    clauses: Sequence[tuple[int, int]],
    figure: tuple[int, int],
) -> tuple[int, int] | None:
    """Return the first of two clauses, where the second is nothing but a figure and something else
    than what is asked about ("fillings for two years and *crowns* for five"), or tells of another
    one ("and a *small one* at nine")."""
    if len(clauses) != 2:
        return None
    tags = tagged.tags
    (low, middle), (start, end) = clauses
    another = not _ANOTHER.isdisjoint(tagged.norms[start : figure[0]])
    gapped = _GAPPED.fullmatch(tags[start : figure[0]] + "#" + tags[figure[1] : end]) is not None
    if not gapped and not (another and all(term < 0 for term in grid.terms[start:end])):
        return None
    first, second = ({t for t in grid.terms[a:b] if t >= 0} for a, b in clauses)
    weighty = sum(view.shares[term] for term in first - second) >= _LEAST
    others = any(role in "NE" and term not in first for term, role in enumerate(view.roles))
    return (low, middle) if weighty and second <= first and not others else None


def _is_whole(tagged: Tagged, start: int, end: int, figures: Sequence[tuple[int, int]]) -> bool:
    """Return whether a clause is joined and is nothing but its subject and its figure after a
    preposition, and further such phrases, if a figure before it stands after the same preposition
    ("won *by* Ann Lee in 2021 and in 2022 *by* Jo Berg")."""
    tags, norms = tagged.tags, tagged.norms
    before = {norms[low - 1] for low, _ in figures if 0 < low < start}
    for low, high in figures:
        if not start < low < high <= end or tags[low - 1] not in "PT":
            continue
        if not tags[high:end].strip(".") and _SUBJECT.fullmatch(tags[start : low - 1]):
            return True
        clause = tags[start:low] + "#" + tags[high:end]
        if norms[low - 1] in before and _PHRASES.fullmatch(clause.replace("*", "")):
            return True
    return False


def _fresh(
    view: Frame, tagged: Tagged, grid: Grid, clauses: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the clause with most of the question that no clause before has."""
    asked = _OPPOSED & set(view.order)
    same = [token.stem in view.stems for token in tagged.tokens]
    by_itself = {term for term, own in zip(grid.terms, same, strict=True) if own}
    seen: set[int] = set()
    said: set[str] = set()
    best: tuple[float, tuple[int, int]] | None = None
    held: set[int] = set()
    for start, end in clauses:
        # "Weekdays" is no Saturday where "Saturdays" stands, too.
        own = {
            term
            for term, own in zip(grid.terms[start:end], same[start:end], strict=True)
            if term >= 0 and (own or term not in by_itself)
        }
        fresh = sum(view.shares[term] for term in own - seen)
        words = set(tagged.norms[start:end])
        if start:
            fresh += _CONTRAST * len((words & asked) - said)
            denied = asked & _DENYING and words & _OTHERWISE
            if denied or (_NON in asked and "others" in words):
                fresh += _CONTRAST
            # Of two officers the one with as many words of the office, and one more. A clause
            # without a verb has all of the one before ("was given ice in 1956 and *a roof* ...").
            goes_on = best is not None and best[1][1] == start
            goes_on = goes_on and not _has_verb(tagged.tags, start, end)
            if fresh >= _LEAST and (best is None or fresh > best[0] or held < own or goes_on):
                best, held = (fresh, (start, end)), own
        seen |= own
        said |= words
    return best[1] if best is not None else None


def _of_its_verb(
    tagged: Tagged, grid: Grid, clauses: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the first of two predicates of one subject, where only it has the verb of the question
    ("*opens* at nine and closes at five")."""
    tags = tagged.tags
    if len(clauses) != 2:
        return None
    (start, middle), (_, end) = clauses
    if tags[middle] != "C" or tags[middle + 1 : middle + 2] not in ("V", "K"):
        return None
    verb = next((at for at in range(start, middle) if tags[at] in "VK"), -1)
    if verb < 0 or grid.terms[verb] < 0 or grid.terms[verb] in grid.terms[middle:end]:
        return None
    return clauses[0]


def _only_first(
    view: Frame, grid: Grid, clauses: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the first of two clauses, where both name what is asked about and only the first has
    a further word for it ("the *big* pool is kept at 27 °C, the learners' pool at 31 °C")."""
    if len(clauses) != 2:
        return None
    first, second = (
        {t for t in grid.terms[start:end] if t >= 0 and view.roles[t] not in "VM"}
        for start, end in clauses
    )
    if not second or not second < first:
        return None
    own = first - second
    start, end = clauses[0]
    describes = any(
        one in own and other in second for one, other in itertools.pairwise(grid.terms[start:end])
    )
    weighty = sum(view.shares[term] for term in own) >= _LEAST
    return clauses[0] if describes and weighty else None


def _of_its_subject(
    view: Frame, tagged: Tagged, grid: Grid, clauses: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the first of two clauses, where the second has a subject and a verb of its own, and of
    the question only what the first has, too ("*the gate* uses port 9, and the proxy uses port 8").
    """
    if len(clauses) != 2:
        return None
    (low, middle), (start, end) = clauses
    subject = _OWN_SUBJECT.match(tagged.tags, start, end)
    if subject is None or any(term >= 0 for term in grid.terms[start : subject.end()]):
        return None
    first, second = ({t for t in grid.terms[a:b] if t >= 0} for a, b in clauses)
    own = sum(view.shares[term] for term in first - second if view.roles[term] in "NE")
    return (low, middle) if second < first and own >= _LEAST else None


def _in_its_place(
    view: Frame, tagged: Tagged, grid: Grid, clauses: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the first of two clauses, where only it has a noun of the question, and the second has
    another behind the same preposition ("four times a day *in summer* and twice in winter")."""
    if len(clauses) != 2:
        return None
    (low, middle), (start, end) = clauses
    tags, norms = tagged.tags, tagged.norms
    second = {term for term in grid.terms[start:end] if term >= 0}
    for at in range(low + 1, middle):
        term = grid.terms[at]
        if term < 0 or term in second or tags[at - 1] not in "PT" or view.shares[term] < _LEAST:
            continue
        for other in range(start, end - 1):
            noun = tags[other + 1] in "NE" or norms[other + 1] == _NON
            behind = noun and grid.terms[other + 1] < 0
            if norms[other] == norms[at - 1] and behind:
                return low, middle
    return None


def _in_order(
    view: Frame, tagged: Tagged, grid: Grid, clauses: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Return the one of two clauses with the same words that has much more of them in one run, as
    the question has them; (0, 0) for none."""
    if len(clauses) != 2:
        return 0, 0
    first, second = ({t for t in grid.terms[start:end] if t >= 0} for start, end in clauses)
    if not second <= first or len(second) < 2:
        return 0, 0
    runs = [_run(view, tagged, grid, start, end) for start, end in clauses]
    if abs(runs[0] - runs[1]) < _LONGER:
        return 0, 0
    return clauses[runs[1] > runs[0]]


def _run(view: Frame, tagged: Tagged, grid: Grid, start: int, end: int) -> float:
    """Return the share of the question's weight in the longest run of its words."""
    stems = [token.stem for token in tagged.tokens[start:end]]
    best = 0.0
    for low in range(len(stems)):
        for at in range(len(view.order)):
            share, n = 0.0, 0
            while low + n < len(stems) and at + n < len(view.order):
                if stems[low + n] != view.order[at + n]:
                    break
                term = grid.terms[start + low + n]
                share += view.shares[term] if term >= 0 else 0.0
                n += 1
            if n > 1:
                best = max(best, share)
    return best


def excluded(stems: Iterable[str]) -> frozenset[str]:
    """Return the words (stems) that a question takes out ("member" of "non-members")."""
    words = (stem for stem in stems if stem != "-")
    return frozenset(after for one, after in itertools.pairwise(words) if one == _NON)


def apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest of the spans that overlap, in their order."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
