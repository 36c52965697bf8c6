"""What stands beside a name or noun between commas: "Clara, *the eldest*, ..." tells who is the
eldest, and "her memoirs, *Few Roads*, ..." what they are called."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.documents.patterns import lazy

__all__ = ["apposed"]

_SUPERLATIVE = 6.0
_TITLE = 6.0
_DOER = 6.0
_APPOSED = lazy(r"(?P<name>E[E-]*),DJ*N+(?:PD?J*[NE]+)*,W")
_NAMED = frozenset(("name", "work", "term", "full-name", "phrase", "entity", "product"))
_MOST = frozenset(("most", "least"))
_LONGEST = 5  # tokens of what stands between the commas, in the first case
_LONGEST_TITLE = 10
_SMALL_IN_TITLES = frozenset("a an and by de for from in la of on or the to with".split())


def apposed(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return begin and end (tokens, end excluded) of what a name or noun is by what stands beside
    it, and what speaks for it in log-odds."""
    if "," not in analysis.tagged.tags or view.asks not in ("who", "what", "which"):
        return []
    if view.asks == "who" and (doer := _antecedent(analysis, grid)):
        return doer
    return _by_superlative(analysis, grid) or _called(view, analysis, grid)


def _by_superlative(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the name before a superlative that is asked about: "*Clara*, the eldest, ..."."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for comma in range(1, len(tags) - 3):
        if tags[comma] != "," or norms[comma + 1] != "the":
            continue
        end = next((n for n in range(comma + 2, len(tags)) if tags[n] in ",.;)"), len(tags))
        first = comma + 2
        superlative = norms[first].endswith("est") or norms[first] in _MOST
        if end - comma > _LONGEST or not superlative or grid.terms[first] < 0:
            continue
        low = comma
        if tags[low - 3 : low] == "E.N":
            low -= 1  # "G. orientalis"
        while low > 0 and tags[low - 1] in "E-.":
            low -= 1
        while low < comma and tags[low] != "E":
            low += 1
        if low < comma:
            return [(low, comma, _SUPERLATIVE)]
    return []


def _antecedent(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the name whose deed a relative clause tells behind what else the name is: "*the Baga*,
    a branch of the Naim tribe, who defeated ..."."""
    tags = analysis.tagged.tags
    for match in _APPOSED.finditer(tags):
        verb = next((n for n in range(match.end(), len(tags)) if tags[n] in "VK,;"), -1)
        if verb > 0 and tags[verb] in "VK" and grid.terms[verb] >= 0:
            return [(*match.span("name"), _DOER)]
    return []


def _called(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the title that stands between commas behind the noun asked for, all of whose words but
    small ones are written large: "her memoirs, *Few Roads and Bad Ones*, ..."."""
    tokens, tags = analysis.tagged.tokens, analysis.tagged.tags
    if view.wanted not in _NAMED:
        return []
    for comma in range(1, len(tags) - 2):
        term = grid.terms[comma - 1]
        if tags[comma] != "," or term < 0 or view.roles[term] != "F" or tags[comma - 1] != "N":
            continue
        end = next((n for n in range(comma + 1, len(tags)) if tags[n] in ",.;:("), len(tags))
        words = tokens[comma + 1 : end]
        large = [token.text[:1].isupper() for token in words]
        if not 1 < len(words) <= _LONGEST_TITLE or not (large[0] and large[-1]):
            continue
        if all(
            big or token.norm in _SMALL_IN_TITLES or token.kind != "word"
            for big, token in zip(large, words, strict=True)
        ):
            return [(comma + 1, end, _TITLE)]
    return []
