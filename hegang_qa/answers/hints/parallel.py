"""Which clause of a sentence is meant where several run parallel and no figure is asked for:
"children come in by the north gate, *adults by the south gate*" (figures: `contrast`).
"""

from __future__ import annotations

from itertools import pairwise

from hegang_qa.answers.candidates.finders import Tagged
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.documents.patterns import lazy

__all__ = ["meant_part"]

_NAME = r"D?[JNEG#-]*[NEO]"
# A clause that leaves out its verb ("adults by the south gate"), or has one of its own.
_JOINT = lazy(r",?C|[,;]")
_GAPPED = lazy(rf"(?P<subject>V?{_NAME})(?:[PT]+{_NAME})+(?=[,;.C]|$)")
_WHOLE = lazy(r"(?P<subject>D?[JNEG#-]*[NE])(?=R?[VXMK])")
_REPEATED = lazy(rf"(?P<subject>{_NAME}|D?J+)[NV]")
# Two words, each in its case, behind a copula or a mark.
_CASES = lazy(
    r"[X,(](?P<one>[JNG][JNG-]*P(?P<first>D?[JV]?[NE]))(?:,?C|,)"
    r"(?P<other>[JNGV][JNG-]*P(?P<second>D?[JV]?[NE]))"
)
_OBJECT = lazy(rf"[VXKPT]{_NAME}$")
_PHRASE_BEFORE = lazy(rf"[PT]+{_NAME}$")
_POINTING = frozenset("OWB;")
_TURNS = frozenset(("while", "whereas"))
_LONGEST = 24  # tokens
_ASKING = frozenset("where who whom which what".split())


def meant_part(view: Frame, tagged: Tagged, grid: Grid) -> tuple[int, int] | None:
    """Return the tokens (end excluded) of the clause that alone is about what is asked; None where
    no clauses run parallel, or none is that alone."""
    if case := _by_case(tagged, grid):
        return case
    if view.asks.split(" ", 1)[0] not in _ASKING:
        return None
    if half := _half(view, tagged, grid):
        return half
    parts = _parts(tagged, grid)
    if len(parts) < 2:
        return None
    held: list[set[int]] = []
    for _, _, (low, high) in parts:
        terms = {t for t in grid.terms[low:high] if t >= 0 and view.roles[t] != "M"}
        last = tagged.norms[high - 1]
        if held and (last in ("one", "ones") or last.endswith("est")):
            terms |= held[0]  # "express *ones*", "the *youngest* in Brock"
        held.append(terms)
    others = [set().union(*held[:n], *held[n + 1 :]) for n in range(len(held))]
    alone = [n for n, terms in enumerate(held) if terms - others[n]]
    if len(alone) != 1:
        return None
    start, end, _ = parts[alone[0]]
    return start, end


def _half(view: Frame, tagged: Tagged, grid: Grid) -> tuple[int, int] | None:
    """Return the half of a sentence that is set against the other by "while" and alone has what is
    said of what is asked for ("the Ritz is the smallest, *whereas the Plaza is the biggest*"); None
    where none is."""
    norms = tagged.norms
    turns = [
        n for n, norm in enumerate(norms) if norm in _TURNS and n and tagged.tags[n - 1] == ","
    ]
    if len(turns) != 1:
        return None
    at = turns[0]
    halves = [(0, at), (at + 1, len(norms))]
    if any(VERB_TAGS.isdisjoint(tagged.tags[low:high]) for low, high in halves):
        return None
    held = [
        {t for t in grid.terms[low:high] if t >= 0 and view.roles[t] != "F"} for low, high in halves
    ]
    if held[0] and held[1]:
        return None
    return next((half for half, terms in zip(halves, held, strict=True) if terms), None)


def _by_case(tagged: Tagged, grid: Grid) -> tuple[int, int] | None:
    """Return which of two words alone is told of the case that is asked about ("grey in winter and
    *brown in summer*"); None where none is."""
    for match in _CASES.finditer(tagged.tags):
        (low, middle), (start, end) = match.span("one"), match.span("other")
        first, second = (
            {t for t in grid.terms[a:b] if t >= 0}
            for a, b in (match.span("first"), match.span("second"))
        )
        if first != second and not (first and second):
            return (low, middle) if first else (start, end)
    return None


def _parts(tagged: Tagged, grid: Grid) -> list[tuple[int, int, tuple[int, int]]]:
    """Return begin and end (tokens) of the clauses that run parallel, and of the subjects."""
    norms = tagged.norms
    tags = "".join(
        "o" if norm == "of" else tag for norm, tag in zip(norms, tagged.tags, strict=True)
    )
    found: list[tuple[int, tuple[int, int]]] = []
    # Where a word points to another, a clause may be about what the one before is about.
    plain = set("WB;").isdisjoint(tags)
    open_ends: list[int] = []
    alike = len(tags) <= _LONGEST and _POINTING.isdisjoint(tags)
    for joint in _JOINT.finditer(tags):
        at = joint.end()
        before = tags[: joint.start()]
        if not before or (joint.group() == "C" and not _OBJECT.search(before)):
            continue  # "the north *and* the south"
        if norms[at - 1] == "but":
            continue
        gapped = _GAPPED.match(tags, at)
        if gapped is not None and plain and _PHRASE_BEFORE.search(before):
            found.append((joint.start(), gapped.span("subject")))
            open_ends.append(gapped.end())
            continue
        own = _WHOLE.match(tags, at)
        begin = found[-1][0] if found else 0
        if own is not None and alike and not VERB_TAGS.isdisjoint(tags[begin : joint.start()]):
            found.append((joint.start(), own.span("subject")))
            continue
        again = _REPEATED.match(tags, at)
        verb = again.end() - 1 if again is not None else -1
        # "The blue lamp means on, green *means* off"
        if again is not None and grid.terms[verb] >= 0 and norms[verb] in norms[: joint.start()]:
            found.append((joint.start(), again.span("subject")))
    ends = {at for at, _ in found} | {len(tags), len(tags) - tags.endswith(".")}
    if not found or not ends.issuperset(open_ends):
        return []  # "called A in Wales and B in Kent, is a slow one"
    first = _first_subject(tags, found[0][0])
    bounds = [0, *(at for at, _ in found), len(tags)]
    subjects = [first, *(subject for _, subject in found)]
    return [(low, high, one) for (low, high), one in zip(pairwise(bounds), subjects, strict=True)]


def _first_subject(tags: str, end: int) -> tuple[int, int]:
    """Return the tokens of the subject of the first clause: what stands before its verb."""
    verb = next((n for n in range(1, end) if tags[n] in "VXMKPT"), end)
    return 0, verb
