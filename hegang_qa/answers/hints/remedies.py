"""What is to be done in a case, where one asks what to do: "*Go to hospital at once* if you have a
stiff neck, are confused or pass no urine"."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["asks_what_to_do", "remedies"]

_TOLD = 8.0
_CASES = frozenset(("if", "when", "whenever", "unless"))
_DOERS = frozenset("i we you one to they people".split())
_BEFORE = frozenset("only especially even except".split())
_LEAST = 2  # tokens of what is to be done


def asks_what_to_do(norms: tuple[str, ...]) -> bool:
    """Return whether a question asks what is to be done ("what should I do if ...", "... what
    now?")."""
    words = [norm for norm in norms if norm not in "?!."]
    if words[-2:] == ["what", "now"] or words[-2:] == ["now", "what"]:
        return True
    return "what" in words and any(
        norm == "do" and at and words[at - 1] in _DOERS for at, norm in enumerate(words)
    )


def remedies(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return what a sentence says first, before the case in which it holds and which is asked about
    (tokens, end excluded), and what speaks for it in log-odds."""
    if not asks_what_to_do(view.norms):
        return []
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    at = next((n for n, norm in enumerate(norms) if norm in _CASES), -1)
    if at < _LEAST or norms[at - 1] in _BEFORE:
        return []
    begin = next((n for n in range(at) if tags[n] not in '#.*"-()'), 0)
    asked = any(grid.terms[n] >= 0 for n in range(at + 1, len(norms)))
    if tags[begin] not in "VNGKE" or not asked:
        return []
    end = at
    while end > begin and tags[end - 1] in ",;":
        end -= 1
    return [(begin, end, _TOLD)] if end - begin >= _LEAST else []
