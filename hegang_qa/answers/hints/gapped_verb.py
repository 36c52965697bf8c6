"""Who or what did something to the number that is asked about, where the clause of that number
leaves out its verb: "foot rot killed 400 of them in 1988 and *anthrax* 120 in 2003".
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.documents.patterns import lazy

__all__ = ["subject_of_gapped"]

_MEANT = 6.0
_ASKING = frozenset(("who", "what", "which"))
# Over the letters of `hegang_qa.answers.candidates.tagging`: subject, perhaps "about", number.
_GAPPED = lazy(r"(?:,?C|[,;])D?(?P<subject>[JNE-]*[NE])[PR]?(?P<number>#)")


def subject_of_gapped(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the subject (tokens, end excluded) of such a clause, and what speaks for it in
    log-odds: the number of the question stands in that clause alone."""
    if view.asks.partition(" ")[0] not in _ASKING:
        return []
    tags = analysis.tagged.tags
    for match in _GAPPED.finditer(tags):
        first, number = match.start(), match.start("number")
        after = next((at for at in range(number, len(tags)) if tags[at] in ",;.C"), len(tags))
        term = grid.terms[number]
        told = grid.terms[: match.start()]
        if term < 0 or term in told or not VERB_TAGS.isdisjoint(tags[first:after]):
            continue
        verb = next((at for at in range(first) if tags[at] in "VK" and grid.terms[at] >= 0), -1)
        start, end = match.span("subject")
        named = any(t >= 0 and view.roles[t] != "F" for t in grid.terms[start:end])
        if verb > 0 and "#" in tags[verb:first] and not named:
            return [(start, end, _MEANT)]
    return []
