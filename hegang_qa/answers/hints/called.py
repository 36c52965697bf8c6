"""What a sentence says a thing is before it tells what it is called ("*a cold wind* called the
Mistral"), and what it says follows from a condition ("when the lamp blinks, *the filter is full*").
"""

from __future__ import annotations

from collections.abc import Collection

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders.clauses import clause_end
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.documents.patterns import lazy

__all__ = [
    "called_so",
    "called_then",
    "follows_from",
    "formerly_called",
    "in_language",
    "named_at_birth",
]

_CALLED = 6.0
_EXPLAINED = 9.0  # where one asks what a word means
_FOLLOWS = 6.0
_FORMER = 9.0
_NAMING = frozenset("name names called named known".split())
_BEFORE = frozenset(
    "old olden former formerly before earlier previous previously originally original once "
    "first".split()
)
_BORN_AS = frozenset(("née", "nee", "né"))
_LED = 5  # tokens of when or where, before "as" or behind the name
_FORMERLY = frozenset("formerly previously originally once".split())
_CALLED_SO = frozenset("called named known as".split())
_CUES: tuple[tuple[str, ...], ...] = (
    ("known", "as"),
    ("referred", "to", "as"),
    *((cue,) for cue in "called named termed nicknamed dubbed".split()),
)
_CUE_WORDS = frozenset(cue[0] for cue in _CUES) | {"meaning", "that", "for"}
_ADVERBS = frozenset("also commonly usually often locally sometimes generally otherwise".split())
_ASKING_WHAT = frozenset(("definition", "description", "phrase", "entity", "thing", ""))
# Nouns for a deed: what it is stands before them ("by clapping, a *practice* known as ...").
_DEEDS = frozenset(
    "practice practise process procedure method technique custom habit act activity game ritual "
    "manoeuvre maneuver exercise phenomenon".split()
)
# What a condition may end with, and what begins a clause: a subject and its verb.
_COMPLEMENT = frozenset("JNEKG#R")
_CLAUSE = lazy(r"(?:O|D[JNEVK#-]*?[NEV]|E+)R*[XMV]")
_IF = frozenset(("if", "when", "whenever", "once"))
_OUTCOMES = frozenset("mean means meaning happen happens happened do does".split())


def called_so(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return what is called by the words that a question for what something is asks about: begin
    and end (tokens, end excluded), and what speaks for it in log-odds."""
    if view.asks != "what" or view.wanted not in _ASKING_WHAT:
        return []
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if _CUE_WORDS.isdisjoint(norms) and '("' not in tags:
        return []
    if meant := _meaning(view.norms, analysis, grid):
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
        while norms[start - 1 : start] == ("of",):  # "*a hut of turf* called a bothan"
            before = next((low for low, high in analysis.phrases if high == start - 1), -1)
            if before < 0:
                break
            start = before
        if norms[end - 1] in _DEEDS:
            return _deed(analysis, start)
        return [(start + (norms[start] in ("a", "an", "the")), end, _CALLED)]
    return []


def _main_clause(tags: str, start: int) -> int:
    """Return where the main clause begins behind a condition that no comma ends ("if it is negative
    *no undo is possible*"), -1 where none is seen."""
    verb = next((n for n in range(start, len(tags)) if tags[n] in "XMV"), len(tags))
    for at in range(verb + 2, len(tags)):
        if tags[at - 1] in _COMPLEMENT and _CLAUSE.match(tags, at):
            return at
    return -1


def formerly_called(view: Frame, analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return the name that something had before ("formerly *Nikolsburg* until 1921", "now called
    Elm Hall (was *Dale House*)"), where one asks for that."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if _NAMING.isdisjoint(view.norms) or _BEFORE.isdisjoint(view.norms):
        return []
    for at, norm in enumerate(norms[:-1]):
        if norm == "renamed" and at > 1 and tags[at - 1] == "X" and tags[at - 2] == "E":
            start = at - 2
            while start > 0 and tags[start - 1] in "E-":
                start -= 1
            return [(start, at - 1, _FORMER)]  # "*Tessford* was renamed"
        aside = norm == "was" and tags[at - 1 : at] == "("
        if norm not in _FORMERLY and not aside:
            continue
        start = at + 1
        while start < len(tags) and (tags[start] in 'D"*.' or norms[start] in _CALLED_SO):
            start += 1
        end = start
        while end < len(tags) and (tags[end] in "E-" or (aside and tags[end] not in '),;"')):
            end += 1
        if end > start:
            return [(start, end, _FORMER)]
    return []


def called_then(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the name by which something goes where or when a question says ("called *Lake Ferris*
    on older charts", "known until 1931 as *Ust-Karva*")."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if _NAMING.isdisjoint(view.norms):
        return []
    for at, norm in enumerate(norms[:-1]):
        if norm not in _CALLED_SO or norm == "as":
            continue
        start = at + 1
        if norm == "known":
            start = next(
                (n + 1 for n in range(at, min(len(norms), at + _LED)) if norms[n] == "as"), 0
            )
        start += bool(start) and tags[start : start + 1] == "D"
        end = start
        while start and end < len(tags) and tags[end] in ("EN-" if end > start else "E"):
            end += 1
        if end <= start or all(term >= 0 for term in grid.terms[start:end]):
            continue
        told = grid.terms[at + 1 : start] + grid.terms[end : end + _LED]
        if any(term >= 0 for term in told):
            return [(start, end, _FORMER)]
    return []


def named_at_birth(analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return what somebody was called before marrying ("née *Berg*")."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at, norm in enumerate(norms[:-1]):
        end = at + 1
        while norm in _BORN_AS and end < len(tags) and tags[end] in "E-":
            end += 1
        if end > at + 1:
            return [(at + 1, end, _FORMER)]
    return []


def in_language(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the name that stands right before a word of another script that is asked about: "in
    Greek it is called λύρα, in *Bulgarian* лира"."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at in range(1, len(tags)):
        if grid.terms[at] >= 0 and not norms[at].isascii() and norms[at].isalpha():
            before = at - 1 - (tags[at - 1] in ':"' and at > 1)
            if tags[before] == "E":
                return [(before, before + 1, _CALLED)]
    return []


def _meaning(
    asked: Collection[str], analysis: Analysis, grid: Grid
) -> list[tuple[int, int, float]]:
    """Return what explains a word asked about right behind it: "*skerra*, meaning *seal*",
    "*skerra* is Norse for *seal*", "*metamict*, that is to say *destroyed*"."""
    tags = analysis.tagged.tags
    for at in range(1, len(tags) - 1):
        start = _explained_from(analysis, at)
        if start < 0:
            continue
        word = at - 1
        while word > 0 and tags[word] in ',"*':
            word -= 1
        parted = word < at - 1 or tags[at] in "X("
        start += tags[start : start + 1] == '"'
        end = next((n for n in range(start, len(tags)) if tags[n] in ',;.:C)"'), len(tags))
        if parted and grid.terms[word] >= 0 and end > start:
            return [(start, end, _EXPLAINED if "mean" in asked else _CALLED)]
    return []


def _explained_from(analysis: Analysis, at: int) -> int:
    """Return where an explanation begins of which a token begins what leads to it; -1 for none."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if norms[at] == "meaning":
        return at + 1
    if norms[at : at + 2] == ("that", "is"):
        start = at + 2 + 2 * (norms[at + 2 : at + 4] == ("to", "say"))
        return start + (tags[start : start + 1] == ",")
    if tags[at : at + 2] == '("':
        return at + 1  # "*il tordo* ("the thrush")"
    if tags[at : at + 4] == 'XEP"' and norms[at + 2] == "for":
        return at + 3
    return -1


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
        begin = _main_clause(tags, start + 1) if comma < 0 else -1
        if begin > 0 and any(term >= 0 for term in grid.terms[start:begin]):
            return [(begin, clause_end(tags, begin), _FOLLOWS)]
        return []
    middle = next((n for n in range(start + 2, len(norms)) if norms[n] in _IF), -1)
    if middle < 0 or tags[middle - 1] in ",;:" or not any(t >= 0 for t in grid.terms[middle:]):
        return []
    begin = max((n + 1 for n in range(start, middle) if tags[n] in ",;:."), default=start)
    return [(begin + (tags[begin] == "D"), middle, _FOLLOWS)]
