"""What something is called, behind the words that lead to its name: "a dye, sold under the name of
*Rubinrot*", "the biggest of which, called *Godmother*, hurled stones".
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.hints.by_kind import BY_CUE
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.documents.patterns import lazy

__all__ = ["named_so"]

_NAMED = 7.0
_ASKING = frozenset("name names called named nickname nicknamed title titled entitled".split())
_LEADS: tuple[tuple[str, ...], ...] = (
    ("under", "the", "name", "of"),
    ("under", "the", "name"),
    ("by", "the", "name", "of"),
    ("under", "the", "title"),
    ("known", "as"),
    ("referred", "to", "as"),
    *((word,) for word in "called named titled entitled nicknamed dubbed christened".split()),
)
# Kinds of names that other words lead to: "(German: *Brünn*, also known as the Hub)".
_OTHERWISE_LED = BY_CUE - {"alias"}
_BEGINNINGS = frozenset(lead[0] for lead in _LEADS)
_NEXT_NAME = lazy(r"(?:,|C|,C)E+")
_BEFORE = 12  # tokens before the lead in which a word of the question stands


def named_so(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the names behind "called", "under the name of" and the like near a word of the
    question, where one asks for a name, but for none of another language or length: begin and end
    (tokens, end excluded), and what speaks for them in log-odds."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if _ASKING.isdisjoint(view.norms) or _BEGINNINGS.isdisjoint(norms):
        return []
    if view.wanted in _OTHERWISE_LED:
        return []
    told = []
    for at, norm in enumerate(norms):
        if norm not in _BEGINNINGS:
            continue
        lead = next((one for one in _LEADS if norms[at : at + len(one)] == one), ())
        start = at + len(lead)
        while lead and tags[start : start + 1] and tags[start] in 'D"*':
            start += 1
        end = start
        while end < len(tags) and tags[end] in "E-#NS" and (end > start or tags[end] in "EN"):
            end += 1
        while joint := _NEXT_NAME.match(tags, end):
            end = joint.end()  # "named *Toffee, Spearmint and Fudge*"
        marked = tags[start - 1] in '"*'
        if marked:
            end = next((n for n in range(start, len(tags)) if tags[n] in '"*,;.'), len(tags))
        elif "E" not in tags[start:end]:
            continue
        before = grid.terms[max(0, at - _BEFORE) : at]
        asked = any(term >= 0 and view.roles[term] in "FNE" for term in before)
        if lead and end > start and asked and any(term < 0 for term in grid.terms[start:end]):
            told.append((start, end, _NAMED))
    return told
