"""What a sentence says a thing is before it tells what it is called ("*a cold wind* called the
Mistral"), and what it says follows from a condition ("when the lamp blinks, *the filter is full*").
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders.clauses import clause_end
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["called_so", "follows_from"]

_CALLED = 6.0
_FOLLOWS = 6.0
_CUES = (("known", "as"), ("referred", "to", "as"), ("called",), ("named",), ("termed",))
_CUE_WORDS = frozenset(cue[0] for cue in _CUES) | {"meaning"}
_ADVERBS = frozenset("also commonly usually often locally sometimes generally otherwise".split())
_ASKING_WHAT = frozenset(("definition", "description", "phrase", "entity", "thing", ""))
# Nouns for a deed: what it is stands before them ("by clapping, a *practice* known as ...").
_DEEDS = frozenset(
    "practice practise process procedure method technique custom habit act activity game ritual "
    "manoeuvre maneuver exercise phenomenon".split()
)
_IF = frozenset(("if", "when", "whenever", "once"))
_OUTCOMES = frozenset("mean means meaning happen happens happened do does".split())


def called_so(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return what is called by the words that a question for what something is asks about: begin
    and end (tokens, end excluded), and what speaks for it in log-odds."""
    if view.asks != "what" or view.wanted not in _ASKING_WHAT:
        return []
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if _CUE_WORDS.isdisjoint(norms):
        return []
    if meant := _meaning(analysis, grid):
        return meant
    for at in range(1, len(norms)):
        cue = next((cue for cue in _CUES if norms[at : at + len(cue)] == cue), ())
        name = at + len(cue)
        while name < len(tags) and tags[name] in 'D"*-':
            name += 1
        if not cue or name >= len(tags) or grid.terms[name] < 0:
            continue
        end = at - (norms[at - 1] in _ADVERBS)
        phrase = next(((low, high) for low, high in analysis.phrases if high == end), None)
        if phrase is None:
            continue
        start, end = phrase
        if norms[end - 1] in _DEEDS:
            return _deed(analysis, start)
        return [(start + (norms[start] in ("a", "an", "the")), end, _CALLED)]
    return []


def _meaning(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return what stands after "meaning", right behind a word asked about ("*skerra*, meaning
    *seal*")."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at, norm in enumerate(norms):
        word = at - 1
        while word > 0 and tags[word] in ',"*':
            word -= 1
        if norm != "meaning" or word < 0 or grid.terms[word] < 0 or word == at - 1:
            continue
        start = at + 1
        end = next((n for n in range(start, len(tags)) if tags[n] in ",;.:C)"), len(tags))
        if end > start:
            return [(start, end, _CALLED)]
    return []


def _deed(analysis: Analysis, start: int) -> list[tuple[int, int, float]]:
    """Return the deed that stands before its noun, parted by a comma."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if start < 2 or tags[start - 1] != ",":
        return []
    begin = start - 2
    while begin > 0 and tags[begin - 1] not in ",;:.(":
        if norms[begin].endswith("ing") and norms[begin - 1] == "by":
            break
        begin -= 1
    return [(begin, start - 1, _CALLED)]


def follows_from(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return what a sentence says of the case that a question for its outcome puts ("what does it
    mean when ...", "what happens if ..."), as `called_so` does."""
    asked = view.norms
    condition = next((n for n, norm in enumerate(asked) if n > 1 and norm in _IF), -1)
    if condition < 0 or asked[0] != "what" or not _OUTCOMES & set(asked[:condition]):
        return []
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    start = next((n for n, tag in enumerate(tags) if tag not in '#.*"-'), 0)
    if norms[start : start + 1] and norms[start] in _IF:
        comma = tags.find(",", start)
        if comma > 0 and any(term >= 0 for term in grid.terms[start:comma]):
            begin = comma + 1
            return [(begin, clause_end(tags, begin), _FOLLOWS)]
        return []
    middle = next((n for n in range(start + 2, len(norms)) if norms[n] in _IF), -1)
    if middle < 0 or tags[middle - 1] in ",;:" or not any(t >= 0 for t in grid.terms[middle:]):
        return []
    begin = max((n + 1 for n in range(start, middle) if tags[n] in ",;:."), default=start)
    return [(begin + (tags[begin] == "D"), middle, _FOLLOWS)]
