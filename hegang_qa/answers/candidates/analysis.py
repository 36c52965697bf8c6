"""What can be an answer in a sentence: its candidates, worked out once and kept.

A candidate is a stretch of tokens that begins and ends where phrases begin and end. Typed spans
come from the finders, the others from the shape of the sentence: noun phrases and their parts,
chains of them, verb phrases, clause remainders, quoted strings, cells of a table row.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol

from hegang_qa.answers.candidates.barriers import SOLID, after_dates, closed_places, walls
from hegang_qa.answers.candidates.edges import Edges, beginnings, endings
from hegang_qa.answers.candidates.finders import (
    Found,
    Tagged,
    find_addresses,
    find_clauses,
    find_codes,
    find_dates,
    find_elided,
    find_gratis,
    find_names,
    find_quantities,
    find_whereabouts,
    with_ranges,
)
from hegang_qa.answers.candidates.finders.names import Classes
from hegang_qa.answers.candidates.forms import lists_of
from hegang_qa.answers.candidates.tagging import PartsOfSpeech, tagger
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import Token, tokenize

__all__ = ["Analysis", "Candidate", "WordKnowledge", "analyse", "with_stretches"]


class WordKnowledge(PartsOfSpeech, Classes, Protocol):
    """What the answers room needs of a lexicon."""

    def is_a(self, word: str, ancestor: str) -> bool:
        """Return whether the noun `word` is a kind of `ancestor`."""
        ...


class Candidate(NamedTuple):
    """A stretch of tokens that may answer: `kind` tells how it was found.

    Kinds: "typed", "noun" (a noun phrase or a part of one), "chain" (noun phrases joined by
    prepositions, commas, "and"), "verb" (begins with a verb), "preposition" (begins with one),
    "other", "cell".
    """

    start: int
    end: int
    kind: str
    type: str
    value: str


class Analysis(NamedTuple):
    """A sentence, tagged, with its noun phrases and the lists that they make, its candidates by
    place, and where they begin and end."""

    tagged: Tagged
    phrases: tuple[tuple[int, int], ...]
    candidates: tuple[Candidate, ...]
    lists: tuple[tuple[int, int], ...]
    starts: Edges
    ends: Edges
    typed: tuple[Found, ...]


# A noun phrase: determiner, then adjectives, nouns, names and numbers; the possessive and the
# hyphen join ("the provincial capital's one-hour drive").
_NOUN_PHRASE = re.compile(r"D?[D#]?(?:R(?=J))?[JNE#SH$%-]*[NE#OH%](?:-[NEJK#])*")
_ARTICLES = frozenset(("the", "a", "an"))
_CLOSING = ("", ".", ",", ";", ":", ")")
_LONGEST = 28
_MANY = 420
_REMEMBERED = 768
_JOINING = frozenset("P,CVKXW(B")
_BEGINS = dict.fromkeys("VKG", "verb") | dict.fromkeys("PTB", "preposition")


def analyse(
    sentence: Sentence, tokens: tuple[Token, ...], lexicon: WordKnowledge | None
) -> Analysis:
    """Return the analysis of a sentence; kept for the texts seen last."""
    memory = _memory(lexicon)
    key: object = sentence.text
    if sentence.cells:
        key = (sentence.text, *((cell.start, cell.end) for cell in sentence.cells))
    found = memory.get(key)
    if found is None:
        if len(memory) >= _REMEMBERED:  # the older half goes, another thread may be at it too
            for old in list(memory)[: _REMEMBERED // 2]:
                memory.pop(old, None)
        cells = tuple((cell.start, cell.end) for cell in sentence.cells)
        found = memory[key] = _analyse(sentence.text, tokens, lexicon, cells)
    return found


def analyse_text(text: str, lexicon: WordKnowledge | None = None) -> Analysis:
    """Return the analysis of a text that is no sentence of a collection."""
    return _analyse(text, tokenize(text), lexicon, ())


@lru_cache(maxsize=8)
def _memory(lexicon: WordKnowledge | None) -> dict[object, Analysis]:
    return {}


def _analyse(
    text: str,
    tokens: tuple[Token, ...],
    lexicon: WordKnowledge | None,
    cells: tuple[tuple[int, int], ...],
) -> Analysis:
    tags = tagger(lexicon).tag(tokens)
    tagged = Tagged(text, tokens, tags, tuple(token.norm for token in tokens))
    figures = with_ranges(tagged, find_dates(tagged) + find_quantities(tagged))
    typed = (
        figures
        + find_elided(tagged, figures)
        + find_gratis(tagged)
        + find_whereabouts(tagged)
        + find_codes(tagged)
        + find_addresses(tagged)
        + find_names(tagged, lexicon)
        + find_clauses(tagged)
    )
    phrases = tuple(match.span() for match in _NOUN_PHRASE.finditer(tags))
    candidates = tuple(_candidates(tagged, phrases, typed, cells))
    return Analysis(
        tagged,
        phrases,
        candidates,
        lists_of(tags, phrases),
        beginnings(tagged, {candidate.start for candidate in candidates}),
        endings(tagged, {candidate.end for candidate in candidates}),
        tuple(typed),
    )


def with_stretches(analysis: Analysis, places: Collection[tuple[int, int]]) -> Analysis:
    """Return the analysis with more candidates (begin and end, in tokens), where it lacks them."""
    known = {(candidate.start, candidate.end) for candidate in analysis.candidates}
    new = [Candidate(*place, "chain", "", "") for place in sorted(places) if place not in known]
    if not new:
        return analysis
    candidates = (*analysis.candidates, *new)
    return analysis._replace(
        candidates=candidates,
        starts=beginnings(analysis.tagged, {candidate.start for candidate in candidates}),
        ends=endings(analysis.tagged, {candidate.end for candidate in candidates}),
    )


# Where one stretch is found as several types, the first of these is its own.
_PRECEDENCE = {
    kind: rank
    for rank, kind in enumerate(
        "email url coordinates phone address version date decade century time hours money"
        " percentage age duration distance area volume weight speed temperature power size"
        " frequency quantity ordinal year month weekday season path number code person"
        " organisation place event foreign-name alias abbreviation name word reason manner"
        " purpose definition description".split()
    )
}


def _candidates(
    tagged: Tagged,
    phrases: tuple[tuple[int, int], ...],
    typed: list[Found],
    cells: tuple[tuple[int, int], ...],
) -> list[Candidate]:
    tags = tagged.tags
    new = tuple.__new__
    best: dict[tuple[int, int], Candidate] = {}
    begins = [_BEGINS.get(tag, "") for tag in tags]
    joints = [0]
    for tag in tags:
        joints.append(joints[-1] + (tag in _JOINING))
    for found in typed:
        start, end = found.start, found.end
        if found.type not in SOLID and found.type != "phone":
            start, end = _trim(tags, start, end)
            if tags[found.start] == "-" and found.value.startswith("-"):
                start = found.start  # a figure below zero keeps its sign
            if found.type in _CLAUSES and tags[end : found.end] == "P" and tags[end - 1] in "VKG":
                end = found.end  # "the password had run *out*"
            article = tagged.norms[found.start] in _ARTICLES
            if (
                start == found.start + 1
                and tags[found.start] == "D"
                and (found.type in _CLAUSES or not article or "and" in tagged.norms[start:end])
            ):
                start -= 1  # "because *the* pump leaks", "*every* month", "*an* hour and a half"
            if start >= end:
                continue
        place = (start, end)
        old = best.get(place)
        if old is None or _PRECEDENCE.get(found.type, 20) < _PRECEDENCE.get(old.type, 20):
            best[place] = Candidate(start, end, "typed", found.type, found.value)
    for place in _stretches(tags, tagged.norms, phrases):
        if place not in best:
            start, end = place
            kind = begins[start]
            if kind == "verb" and (end - start == 1 or tags[start + 1] in "NE"):
                kind = ""
            if not kind:
                if joints[end] > joints[start]:
                    kind = "chain"
                else:
                    kind = "noun" if tags[end - 1] in "NE#OHG%" else "other"
            # As the class would do it, in a third of the time: there are some two hundred.
            best[place] = new(Candidate, (start, end, kind, "", ""))
            if len(best) > _MANY:
                break
    for low, high in cells:
        start = next((i for i, token in enumerate(tagged.tokens) if token.start >= low), -1)
        end = max((i + 1 for i, token in enumerate(tagged.tokens) if token.end <= high), default=-1)
        if 0 <= start < end:
            old = best.get((start, end))
            best[start, end] = Candidate(
                start, end, "cell", old.type if old else "", old.value if old else ""
            )
    closed = closed_places(tagged, typed)
    uncrossed = walls(tagged) + after_dates(tagged, typed)
    whole = {(f.start, f.end) for f in typed if f.end - f.start > 1 and f.type in _MEASURES}
    within = {at for low, high in whole for at in range(low + 1, high)}
    if not closed and not uncrossed and not whole:
        return list(best.values())
    return [
        c
        for c in best.values()
        if c.start not in closed
        and c.end not in closed
        and not (uncrossed and any(c.start < wall < c.end for wall in uncrossed))
        and (
            (c.start not in within and c.end not in within)
            or c.kind == "typed"
            or not any(_crosses(c.start, c.end, *span) for span in whole)
        )
    ]


# Dates and measures are in an answer with all of their words, or a part of them is the answer.
_MEASURES = frozenset(
    "date decade century time hours money percentage duration distance area volume weight speed"
    " temperature power size age".split()
)


def _crosses(start: int, end: int, low: int, high: int) -> bool:
    """Return whether a stretch holds one end of another, but not all of it."""
    return start < low < end < high or low < start < high < end


# What is a clause keeps its article.
_CLAUSES = frozenset(("reason", "purpose", "definition", "description"))


def _trim(tags: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without determiner and marks at its ends."""
    while start < end and tags[start] in ',.;:"-D*/)':
        if tags[start] == "D" and end - start == 1:
            break
        start += 1
    while end > start and tags[end - 1] in ',.;:"-*/(DPC':
        if tags[end - 1] == "D" and end - start == 1:
            break
        end -= 1
    return start, end


def _stretches(
    tags: str, norms: tuple[str, ...], phrases: tuple[tuple[int, int], ...]
) -> Iterator[tuple[int, int]]:
    """Yield the stretches that a phrase grammar allows, shorter ones of a noun phrase first."""
    count = len(tags)
    phrase_of = [-1] * count
    for number, (low, high) in enumerate(phrases):
        for i in range(low, high):
            phrase_of[i] = number
    # Parts of noun phrases.
    for low, high in phrases:
        if tags[low] == "D" and norms[low] not in _ARTICLES:
            yield low, high
        inner = low + 1 if tags[low] == "D" and high - low > 1 else low
        for start in range(inner, high):
            if tags[start] in "-S%":
                continue
            for end in range(start + 1, high + 1):
                if tags[end - 1] in "-S$" and end != high:
                    continue
                if end - start <= 6 or end == high:
                    yield start, end
    # Chains: from where a phrase (or a run of names in it) begins to where a later one ends.
    starts: list[int] = []
    ends: list[int] = []
    seen = -1
    for i in range(count):
        number = phrase_of[i]
        tag = tags[i]
        if number >= 0:
            low, high = phrases[number]
            if number != seen:
                seen = number
                inner = low + 1 if tags[low] == "D" and high - low > 1 else low
                starts.append(inner)
                if inner > low and norms[low] not in _ARTICLES:
                    starts.append(low)
                ends.append(high)
            elif (tag == "E" and tags[i - 1] not in "E-DS" and i > starts[-1]) or (
                i == high - 1 and tag == "N" and high - starts[-1] > 1
            ):
                starts.append(i)
        elif tag in "VKGTPBXMJRW":
            starts.append(i)
            if tag in "VKGJR":
                ends.append(i + 1)
            elif tag == "P" and i and tags[i - 1] in "XVK" and tags[i + 1 : i + 2] in _CLOSING:
                ends.append(i + 1)  # "the pump is *off*"
    starts.sort()
    for i in range(count):
        if tags[i] == ")":
            ends.append(i + 1)
    ends.sort()
    for start in starts:
        depth = 0
        stop = min(count, start + _LONGEST)
        limit = stop
        breaks = 0
        half = []  # places within a bracket that opens after the start
        for i in range(start, stop):
            tag = tags[i]
            if tag == "(":
                depth += 1
                if depth == 1:
                    closed = tags.find(")", i)
                    half.append((i, closed if closed > 0 else count))
            elif tag == ")":
                depth -= 1
                if depth < 0:
                    limit = i
                    break
            elif tag in ".;" and i > start:
                limit = i
                break
            elif tag == ",":
                breaks += 1
                if breaks > 3:
                    limit = i
                    break
        for end in ends:
            if start < end <= limit and not (half and any(low < end <= high for low, high in half)):
                yield start, end
