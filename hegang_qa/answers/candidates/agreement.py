"""How a candidate agrees with the type of answer that a question wants."""

from __future__ import annotations

from functools import lru_cache

from hegang_qa.answer_types import agrees, ancestors, is_a
from hegang_qa.answers.candidates.analysis import Analysis, Candidate

__all__ = ["Agreement", "is_sure"]

# Types whose spans the finders know by their form. Names are not among them: what a name names
# is a guess.
_SURE = ("date", "number", "hours", "code", "email", "url", "version", "path")
_OPEN = frozenset(("phrase", "entity", "name", "description", "list", "yes-no", ""))


@lru_cache(maxsize=256)
def is_sure(wanted: str) -> bool:
    """Return whether spans of a type are known by their form."""
    return any(is_a(wanted, kind) for kind in _SURE)


@lru_cache(maxsize=4096)
def _by_type(wanted: str, kind: str) -> str:
    """Return a letter for how the type of a candidate stands to the one wanted: "=" the same or
    below, "<" above, "~" beside it (both measures, both names), "x" neither; for a question that
    may want anything, the family of the candidate's type."""
    if not kind:
        return "n"
    lineage = (kind, *ancestors(kind))[:-1]
    if wanted in _OPEN:
        return "f" + lineage[-1][:3] if lineage else "n"
    if agrees(kind, wanted):
        return "="
    if is_a(wanted, kind):
        return "<"
    mine = (wanted, *ancestors(wanted))[:-1]
    return "~" if lineage and mine and lineage[-1] == mine[-1] else "x"


class Agreement:
    """The spans of the wanted type in a sentence, and how its candidates stand to them."""

    __slots__ = ("_wanted", "spans")

    def __init__(self, wanted: str, analysis: Analysis) -> None:
        self._wanted = wanted
        self.spans: list[tuple[int, int]] = []
        if wanted not in _OPEN:
            self.spans = [
                (found.start, found.end) for found in analysis.typed if agrees(found.type, wanted)
            ]

    def __bool__(self) -> bool:
        """Return whether the sentence has a span of the wanted type."""
        return bool(self.spans)

    def of(self, candidate: Candidate) -> str:
        """Return a letter for a candidate: that of its type, "=" with "-" for a part of a longer
        span of the wanted type; "i" within such a span, "c" with such a span in it, in a sentence
        that has any of them "N" for one without a type."""
        letter = _by_type(self._wanted, candidate.type)
        if not self.spans:
            return letter
        start, end = candidate.start, candidate.end
        if letter in "~x<" and (start, end) in self.spans:
            letter = "="  # of several types, the one that is wanted among them
        holds = False
        for low, high in self.spans:
            if low <= start and end <= high:
                if end - start < high - low:
                    return "=-" if letter == "=" else "i"
            elif start <= low and high <= end:
                holds = True
        if letter == "=":
            return letter
        if holds:
            return "c"
        return "N" if letter == "n" else letter
