"""Who holds an office, by the name that stands beside it: "its *owner* Hal Jones", "the mayor since
2019 has been *Helen Marwood*", "*Ingrid Solheim*, Chief Executive Officer", "and *Tom* its clerk".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import BE, LESSER

__all__ = ["holders"]

_NAMED = 4.0
_FOLLOWED = 9.0
_ENDS = frozenset("of in at for on to since from by now today ? . ,".split())
_NOW = frozenset("new now current currently present today".split())
_PAST = frozenset("was were former before previous previously old first".split())
_NEXT = frozenset("succeeded succeeds succeed followed replaced after next came".split())
_EARLIER = frozenset(("before", "predecessor", "previous"))
_SUCCEEDED = frozenset("succeeded succeeds replaced replaces followed".split())
_SUCCEEDING = frozenset("succeeded succeeds replaced replaces".split())
_CHOSEN = frozenset("elected appointed chosen named".split())
_STEADS = frozenset(("place", "stead"))
_IN_ITS = tuple(("in", whose) for whose in ("his", "her", "their"))
_REPLACED = frozenset("succeeded replaced followed".split())
_PARTICLES = frozenset("de van von der den da di du".split())
_FAR = 8  # tokens from an office to its "is"


def holders(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return who is named beside the office that is asked for (tokens, end excluded), and what
    speaks for it in log-odds."""
    tags, tokens = analysis.tagged.tags, analysis.tagged.tokens
    head = view.focus or _office(view)
    found: list[tuple[int, int, int]] = []
    for at in range(len(tags) - 1):
        same = tokens[at].stem == head or (not view.focus and bool(head) and grid.terms[at] == 0)
        if not same or tags[at] not in "NE" or tags[at - 1 : at] == "-":
            continue  # the vice-captain is no captain
        if at and tokens[at - 1].norm in LESSER and LESSER.isdisjoint(view.norms):
            continue  # nor is the deputy mayor the mayor
        start = at + 1 + (tags[at + 1] == ",")
        if tags[start : start + 1] not in ("E", ""):
            start = _behind_be(analysis, at)
        end = start
        while end < len(tags) and tags[end] in "E-":
            end += 1
        named = any(term < 0 for term in grid.terms[start:end])  # no further word of the office
        # Of chair and deputy chair the one with as many words of the office.
        words = sum(term >= 0 for term in grid.terms[max(0, at - 2) : at + 1])
        found += [(*place, words) for place in ([(start, end)] if named else _before(tags, at))]
    if before := _predecessor(view, analysis):
        return [(*before, _FOLLOWED)]
    if followed := _in_favour(view, analysis) or _successor(view, analysis):
        # "Followed by" may tell of the one before the last.
        firm = _REPLACED.isdisjoint(analysis.tagged.norms)
        return [(*followed, _FOLLOWED if firm else _NAMED)]
    most = max((words for _, _, words in found), default=0)
    return [(start, end, _NAMED) for start, end, words in found if words == most]


def _successor(view: Frame, analysis: Analysis) -> tuple[int, int] | None:
    """Return who came after the one whom a sentence names first ("Ann has left; her *successor is
    Tom Ray*"), where one asks who holds the office now; None where nobody did."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    chosen = not _CHOSEN.isdisjoint(view.norms)
    if view.norms[1:2] not in (("is",), ("'s",)) and _NOW.isdisjoint(view.norms) and not chosen:
        return None
    if not _PAST.isdisjoint(view.norms) and not chosen:
        return None
    if taken := _took_over(tags, norms):
        return taken
    for at in range(1, len(norms) - 1):
        replaced = norms[at] in _REPLACED and norms[at + 1] == "by"
        if not replaced and norms[at] != "successor":
            continue
        end = next((n for n in range(at, len(tags)) if tags[n] in ",;."), len(tags))
        # "The Dutch international *Ada de Haan*": the longest is the name.
        start = at + 1 + (tags[at + 1] == ",")  # "her successor, *Dr. Okert*"
        if start > at + 1:
            end = next((n for n in range(start, len(tags)) if tags[n] in ",;"), len(tags))
        names = list(_names(tags, norms, start, min(end, at + _FAR)))
        if names:
            return max(names, key=lambda one: one[1] - one[0])
    return None


def _took_over(tags: str, norms: Sequence[str]) -> tuple[int, int] | None:
    """Return who took the place of another: "*Ruth Dale* succeeded Owen Tate", "Ann Lee has stepped
    down; *Tom Ray* was elected in her place"."""
    for at in range(1, len(norms) - 1):
        active = norms[at] in _SUCCEEDING and norms[at + 1] != "by" and tags[at - 1] not in "XW"
        active = active and norms[at - 1] != "who"
        if not active and not (norms[at] in _STEADS and norms[at - 2 : at] in _IN_ITS):
            continue
        begin = max((n + 1 for n in range(at) if tags[n] in ";."), default=0)
        names = list(_names(tags, norms, begin, at))
        if names:
            return names[-1 if active else 0]
    return None


def _predecessor(view: Frame, analysis: Analysis) -> tuple[int, int] | None:
    """Return whom somebody succeeded ("she *succeeded Peder Lang*"), where one asks who was there
    before; None elsewhere."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    if _EARLIER.isdisjoint(view.norms):
        return None
    for at, norm in enumerate(norms[:-1]):
        passive = tags[at - 1 : at] == "X" or norms[at + 1] == "by"
        if norm not in _SUCCEEDED or passive:
            continue
        names = list(_names(tags, norms, at + 1, min(len(tags), at + 4)))
        if names:
            return names[0]
    return None


def _in_favour(view: Frame, analysis: Analysis) -> tuple[int, int] | None:
    """Return the one in whose favour another went ("abdicated in *favour of his nephew, Leopold
    II*"), where one asks who came next; None elsewhere."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    at = next((n for n, norm in enumerate(norms[:-2]) if norm in ("favour", "favor")), -1)
    if at < 1 or norms[at + 1] != "of" or _NEXT.isdisjoint(view.norms):
        return None
    end = next((n for n in range(at, len(tags)) if tags[n] in ";."), len(tags))
    names = list(_names(tags, norms, at + 2, end))
    return names[0] if names else None


def _names(tags: str, norms: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names (tokens, end excluded) that begin between two tokens."""
    at = start
    while at < end:
        low = at
        while at < len(tags) and (tags[at] in "E-" or (at > low and norms[at] in _PARTICLES)):
            at += 1
        if at > low:
            yield low, at
        else:
            at += 1


def _office(view: Frame) -> str:
    """Return the stem of the office whose holder is asked for ("who is the deputy *chair* of ..."),
    "" where none is."""
    if view.norms[:1] != ("who",) or BE.isdisjoint(view.norms[1:2]):
        return ""
    end = next((n for n, norm in enumerate(view.norms) if n > 2 and norm in _ENDS), len(view.norms))
    return view.order[end - 1] if end > 2 else ""


def _behind_be(analysis: Analysis, office: int) -> int:
    """Return where the name begins behind "the mayor (since 2019) is ...", or the end."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at in range(office + 1, min(office + _FAR, len(norms) - 1)):
        if tags[at] in ",;":
            break
        if norms[at] in BE and tags[at + 1] == "E":
            return at + 1
    return len(tags)


def _before(tags: str, office: int) -> list[tuple[int, int]]:
    """Return who stands before an office, with a comma between; or in a clause without a verb
    ("Ann was its chair and *Tom* its first clerk")."""
    low = office
    while low > 0 and tags[low - 1] in "JNE(":
        low -= 1
    determined = tags[low - 1 : low] == "D"
    low -= determined
    if low < 2:
        return []
    comma = tags[low - 1] == ","
    start = end = low - comma
    while start > 0 and tags[start - 1] in "E-":
        start -= 1
    if start == end or not (comma or (determined and start and tags[start - 1] in "C,;")):
        return []
    return [(start, end)]
