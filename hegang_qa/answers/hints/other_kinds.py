"""What speaks against candidates of another kind than one asks for by "who", "where" or "how many":
a trade for a name, a measure for a place, a share for a count.
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis, Candidate
from hegang_qa.answers.described import TRADES
from hegang_qa.answers.hints.by_kind import Advice
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.documents.patterns import lazy
from hegang_qa.text.kinship import RELATIVES, SPOUSES
from hegang_qa.text.words import COMPASS

__all__ = ["other_kind_advice", "person_advice"]

# For a stretch with a figure, where one asks for somebody.
_NO_PERSON = -3.0
_OF_PLACE = lazy(r"EN+E")
_KIN = RELATIVES | SPOUSES
# For a measure, where one asks for a place ("at 5 to 25 °C").
_NO_PLACE = -4.0
_MEASURED = frozenset("temperature weight volume speed power money percentage duration".split())
_FRACTIONS = frozenset("half third quarter".split())
# For a name, where one asks what somebody does.
_NO_TRADE = -3.0
_LIVINGS = TRADES | {"living"}
# For a point of the compass alone, where none is asked for.
_SAID_NOTHING = -3.0
_COMPASS = COMPASS | {"northern", "southern"}
_DIRECTED = frozenset("direction directions side way end part bound compass wind point".split())


def person_advice(analysis: Analysis) -> Advice:
    """Return what speaks against a candidate where one asks for somebody."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms

    def advise(candidate: Candidate, letter: str) -> float:
        start, end = candidate.start, candidate.end
        total = 0.0
        if letter != "=" and end - start < 4 and "#" in tags[start:end]:
            total += _NO_PERSON
        if tags[end : end + 1] == "S" and not _KIN.isdisjoint(norms[end + 1 : end + 2]):
            total += 2 * _NO_PERSON  # "*Edwin Barrow*'s widow"
        if tags[end : end + 2] == ",E" and "E" not in tags[start:end]:
            total += _NO_PERSON  # "by a *lorry driver*, Stan Whitlow"
        if tags[end - 1 : end + 1] == "EE":
            total += _NO_PERSON  # "*Tove* Lind"
        if tags[end - 1 : end + 1] == "NE" and "E" not in tags[start:end]:
            total += _NO_PERSON  # "the *baker* Tove Lind"
        if end == start + 1 and _OF_PLACE.match(tags, start):
            total += _NO_PERSON  # "the *Viennese* bank Sommer"
        if "P#" in tags[start + 1 : end]:
            total += _NO_PERSON  # "the *male for 22 days*"
        if end == start + 1 and tags[start] == "R":
            total += _NO_PERSON  # "*Largely* owned by the trust": nobody
        return total

    return advise


def other_kind_advice(view: Frame, analysis: Analysis, *, person: bool) -> Advice | None:
    """Return what speaks against names for a trade, shares for a count, and measures and points of
    the compass for a place, None where nothing does; `person` tells that somebody is asked for."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    where = view.asks == "where"
    trade = not _LIVINGS.isdisjoint(view.norms) and not person
    # "How many of them were women" may be told as a share.
    counted = view.asks == "how many" and "#" in tags and view.norms[2:3] != ("of",)
    # "of whom *half* lived in the town"
    shares = [at for at, norm in enumerate(norms) if norm in _FRACTIONS] if counted else []
    measured = {one.start for one in analysis.typed if one.type in _MEASURED} if where else set()
    directed = where or not _DIRECTED.isdisjoint(view.norms)
    pointing = not directed and not _COMPASS.isdisjoint(norms)
    if not (trade or shares or measured or pointing):
        return None

    def advise(candidate: Candidate, _letter: str) -> float:
        start, end = candidate.start, candidate.end
        total = 0.0
        if trade and candidate.type in ("person", "name"):
            total += _NO_TRADE
        if shares and any(start <= at < end for at in shares):
            total += _NO_PLACE
        if measured and (start in measured or (tags[start] in "PT" and start + 1 in measured)):
            total += _NO_PLACE
        if pointing and end == start + 1 and norms[start] in _COMPASS:
            total += _SAID_NOTHING
        return total

    return advise
