"""Whether words of a question stand in different halves of a sentence that run parallel: "the
trousers cost £30 and *the jacket* £75", "*Lindow* in Germany and Torvik in *Norway*".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence

__all__ = ["crossed"]

_PARTING = frozenset((",", ";", "and", "but", "while", "whereas"))
_THINGS = ("noun", "name", "focus", "other", "number")
_FILLING = frozenset("NE#")
_SKIPPED = frozenset('DJ-"#')
_SIGNS = frozenset("$£€¥%")


def crossed(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return what a sentence has for the thing that a question names, where what the question has
    for it is said of another thing ("£30" for the trousers, where £75 is asked); "" elsewhere."""
    if ranked.sentence.cells or any(token.norm in _PARTING for token in question.tokens):
        return ""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    parting = [
        n
        for n, norm in enumerate(norms)
        # "27 and 28 December" are of one part.
        if norm in _PARTING and not (tags[n - 1 : n] == "#" == tags[n + 1 : n + 2])
    ]
    bounds = [0, *parting, len(norms)]
    parts = [(low, high) for low, high in pairwise(bounds) if high - low > 1]
    if len(parts) < 2:
        return ""
    stems = [token.stem for token in ranked.tokens]
    asked = {token.stem for token in question.tokens}
    placed: dict[int, int] = {}
    for match in ranked.matches:
        term = question.terms[match.term]
        alone = stems.count(stems[match.token]) == 1
        if match.how in BY_FORM and term.role in _THINGS and alone and not term.light:
            placed[match.term] = match.token
    for value in _values(question, placed):
        here = _part(parts, placed[value])
        kind = tags[placed[value]]
        link = _link(tags, norms, placed[value])
        if here is None or kind not in _FILLING or not (link or kind == "#"):
            continue
        for thing, at in placed.items():
            there = _part(parts, at)
            if thing == value or there is None or abs(there - here) != 1:
                continue
            if not _has_another(tags, stems, parts[here], asked):
                continue
            verb = next((n for n, tag in enumerate(tags) if tag in VERB_TAGS), len(tags))
            alone = VERB_TAGS.isdisjoint(tags[slice(*parts[here])])
            if at < verb and alone and kind != "#" and there < here:
                continue  # what all of the sentence is about
            low, high = parts[there]
            for n in range(low, high):
                same = kind == "#" or _link(tags, norms, n) == link
                if tags[n] == kind and stems[n] not in asked and same:
                    return _words(ranked, tags, n)
    return ""


def _values(question: Question, placed: dict[int, int]) -> list[int]:
    """Return the terms that a question says of a thing: its figures, else the last of its terms."""
    numbers = [n for n in placed if question.terms[n].role == "number"]
    last = len(question.terms) - 1
    return numbers or ([last] if last in placed and len(placed) > 1 else [])


def _part(parts: Sequence[tuple[int, int]], at: int) -> int | None:
    return next((n for n, (low, high) in enumerate(parts) if low <= at < high), None)


def _link(tags: str, norms: Sequence[str], at: int) -> str:
    """Return the preposition or verb before a noun, name or figure, "" for anything else."""
    before = at - 1
    while before >= 0 and (tags[before] in _SKIPPED or tags[before] == tags[at] == "E"):
        before -= 1
    if before < 0 or norms[before] in _SIGNS:
        return ""
    return norms[before] if tags[before] in "PT" or tags[before] in VERB_TAGS else ""


def _has_another(
    tags: str, stems: Sequence[str], part: tuple[int, int], asked: frozenset[str] | set[str]
) -> bool:
    """Return whether a part of a sentence tells of a thing that the question does not name."""
    return any(tags[n] in "NEJ" and stems[n] not in asked for n in range(*part))


def _words(ranked: RankedSentence, tags: str, at: int) -> str:
    """Return the name, noun or figure at a token with its sign and unit."""
    tokens = ranked.tokens
    start, end = at, at + 1
    while end < len(tags) and tags[end] in ("E" if tags[at] == "E" else "N%") and tags[at] != "N":
        end += 1
    if start and tokens[start - 1].norm in _SIGNS:
        start -= 1
    return ranked.sentence.text[tokens[start].start : tokens[end - 1].end]
