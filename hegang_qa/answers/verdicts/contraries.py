"""What a sentence has in place of a word of a yes-or-no question, and so denies it: the contrary
("closed" for "open"), another number, another thing of the same kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from hegang_qa.answers.candidates.analysis import Analysis, WordKnowledge
from hegang_qa.answers.candidates.finders import Found
from hegang_qa.answers.verdicts.attachment import end_of_list, is_open_list
from hegang_qa.question.expansion import graded
from hegang_qa.question.irregular import irregular_forms
from hegang_qa.question.model import Question
from hegang_qa.question.words import LIGHT_WORDS
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.lexicon import Relation
from hegang_qa.text.numbers import is_year
from hegang_qa.text.tokens import Token, stem
from hegang_qa.text.words import MONTHS, NUMBER_WORDS, ORDINAL_ENDINGS, ORDINAL_WORDS, WEEKDAYS

__all__ = ["EXCEPTING", "WordRelations", "contradiction", "contrary"]


class WordRelations(WordKnowledge, Protocol):
    """What a verdict needs of a lexicon."""

    def related(self, word: str) -> tuple[Relation, ...]:
        """Return the words nearest to `word`."""
        ...


# Prepositions that put things into one slot have one number.
_ALIKE = {"in": 2, "at": 2, "from": 3, "of": 4, "to": 5}
_PLACES = frozenset(("in", "at"))
EXCEPTING = frozenset("except excepting excluding apart".split())
"""Words before what is excepted."""
_OTHER_LINKS = frozenset("by for with on under about without near during".split())

_VALUES = (
    "year",
    "date",
    "number",
    "ordinal",
    "money",
    "percentage",
    "duration",
    "distance",
    "weight",
    "area",
    "volume",
    "speed",
    "temperature",
    "size",
    "time",
    "age",
    "month",
    "weekday",
    "century",
    "decade",
)


def contradiction(
    question: Question,
    number: int,
    ranked: RankedSentence,
    analysis: Analysis,
    lexicon: WordRelations | None,
) -> str:
    """Return what contradicts a question word that the sentence lacks, or ""."""
    term = question.terms[number]
    token = question.tokens[term.token]
    if term.role == "number" or token.norm in ORDINAL_WORDS or token.norm in NUMBER_WORDS:
        other = _other_value(question, token, ranked, analysis)
        return f'"{other}" stands in its place' if other else ""
    if opposite := contrary(question, token, ranked, lexicon, is_verb=term.role == "verb"):
        return opposite
    if lexicon is None:
        return ""
    other = _other_of_kind(question, token, term.role == "name", ranked, analysis, lexicon)
    return f'"{other}" stands in its place' if other else ""


def _other_day(token: Token, ranked: RankedSentence) -> str:
    """Return the month or weekday that a sentence names where the question names another one, or
    ""; the last of a date or list says it as well as the first."""
    for names in (MONTHS, WEEKDAYS):
        asked = names.get(token.norm, names.get(token.norm.removesuffix("s")))
        if asked is None:
            continue
        said = [
            (own, names.get(own.norm, names.get(own.norm.removesuffix("s"))))
            for own in ranked.tokens
            if own.text[:1].isupper()
        ]
        # "Every day *except* Monday" is no denial of Tuesday.
        norms = [own.norm for own in ranked.tokens]
        if EXCEPTING.intersection(norms):
            return ""
        others = [own.text for own, day in said if day is not None]
        if others and all(day != asked for _, day in said):
            return others[0]
    return ""


def contrary(
    question: Question,
    token: Token,
    ranked: RankedSentence,
    lexicon: WordRelations | None,
    *,
    is_verb: bool = False,
) -> str:
    """Return that a word of the sentence is the contrary of a word of the question, or another
    month or weekday, or ""; of a verb, what means the same as its contrary will do ("declined",
    where it is asked whether one accepted)."""
    if other := _other_day(token, ranked):
        return f'"{other}" stands in its place'
    if lexicon is None:
        return ""
    # "May one *dry wet* towels there", "I *lost* my ring, did anyone *find* it"
    asked = {own.stem for own in question.tokens}
    asked |= {ranked.tokens[m.token].stem for m in ranked.matches if m.how in BY_FORM}
    stems = {own.stem: own.text for own in ranked.tokens if own.stem not in asked}
    antonyms = [
        one.word
        for one in lexicon.related(token.norm)
        if one.kind == "antonym" and one.word not in LIGHT_WORDS
    ]
    others = [
        one.word
        for antonym in antonyms
        if is_verb
        for one in lexicon.related(antonym)
        if one.kind == "synonym" and one.word not in LIGHT_WORDS
    ]
    for word in (*antonyms, *others):
        # "Lose", and so "lost"; "fast", and so "faster".
        for form in (word, *irregular_forms(word), graded(word, "er"), graded(word, "est")):
            if said := stems.get(stem(form)):
                return f'"{said}" is the contrary of "{token.text}"'
    return ""


def other_code(question: Question, context: Sequence[int], ranked: RankedSentence) -> str:
    """Return the code to which alone a sentence applies ("(*KT-640* only)"), where another with the
    same letters is asked about ("KT-620"), which only stands beside the sentence; "" elsewhere."""
    if not any(token.norm == "only" for token in ranked.tokens):
        return ""
    own = ranked.tokens
    for number in context:
        at = question.terms[number].token
        if at < 2 or question.tokens[at].kind != "number" or question.tokens[at - 1].text != "-":
            continue
        letters = question.tokens[at - 2].norm
        for first, dash, figure in zip(own, own[1:], own[2:], strict=False):
            if first.norm == letters and dash.text == "-" and figure.kind == "number":
                return ranked.sentence.text[first.start : figure.end]
    return ""


def _other_value(
    question: Question, token: Token, ranked: RankedSentence, analysis: Analysis
) -> str:
    """Return a value of the sentence of the same kind as a number asked about, near a match."""
    if token.norm in ORDINAL_WORDS or token.norm[-2:] in ORDINAL_ENDINGS:
        kinds: tuple[str, ...] = ("ordinal",)
    elif is_year(token.norm):
        kinds = ("year",)
    else:
        kinds = _VALUES
    asked = {own.norm for own in question.tokens}
    spots = [match.token for match in ranked.matches]
    best: Found | None = None
    nearest = 99 if ranked.sentence.cells else 9
    for span in analysis.typed:
        figures = [ranked.tokens[i].norm for i in range(span.start, span.end)]
        if span.type not in kinds or any(one in asked for one in figures if _is_figure(one)):
            continue
        if kinds is _VALUES and span.type in ("year", "date", "month", "ordinal"):
            continue
        gap = min((abs(span.start - spot) for spot in spots), default=99)
        if gap < nearest:
            best, nearest = span, gap
    return _words(ranked, best.start, best.end) if best is not None else ""


def _is_figure(norm: str) -> bool:
    return norm[:1].isdigit() or norm in NUMBER_WORDS or norm in ORDINAL_WORDS


def _other_of_kind(
    question: Question,
    token: Token,
    is_name: bool,
    ranked: RankedSentence,
    analysis: Analysis,
    lexicon: WordRelations,
) -> str:
    """Return the noun or name that stands after "is" (or "in") where the question has `token`,
    if both are of one class and neither includes the other."""
    own = lexicon.classes(token.norm)[:1]
    # One may be a botanist and a mother.
    if not own or (own == ("person",) and not is_name):
        return ""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    asked = {other.stem for other in question.tokens}
    link = _link_before(question, token)
    for i, candidate in enumerate(ranked.tokens):
        if tags[i] not in ("E" if is_name else "N") or candidate.stem in asked:
            continue
        if lexicon.classes(candidate.norm)[:1] != own:
            continue
        if lexicon.is_a(candidate.norm, token.norm) or lexicon.is_a(token.norm, candidate.norm):
            continue
        if not _predicate(tags, norms, i, link) or norms[max(0, i - 2) : i] == ("free", "of"):
            continue
        last = end_of_list(tags, i + 1)
        if is_open_list(norms, i + 1, last) or any(
            own_token.stem in asked and tags[at] in "NE"
            for at, own_token in enumerate(ranked.tokens[i + 1 : last], i + 1)
        ):
            continue
        return candidate.text
    return ""


def _link_before(question: Question, token: Token) -> str:
    """Return the preposition before a word of the question, "" where it has none."""
    at = next(n for n, own in enumerate(question.tokens) if own.start == token.start)
    for own in reversed(question.tokens[max(0, at - 3) : at]):
        if own.norm in _ALIKE:
            return own.norm
        if own.norm in _OTHER_LINKS:
            return own.norm
    return ""


def _predicate(tags: str, norms: tuple[str, ...], at: int, link: str) -> bool:
    """Return whether a noun stands after "is", or after a preposition like that of the question
    (`link`; any of the common ones where it is ""), with only its own words between."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if tags[i] == "X":
            return not link or link in _PLACES
        if tags[i] in "PT":
            if not link:
                return False
            return norms[i] == link or _ALIKE.get(norms[i], 0) == _ALIKE.get(link, 1)
        if tags[i] not in "DJNER-":
            return False
    return False


def _words(ranked: RankedSentence, start: int, end: int) -> str:
    return ranked.sentence.text[ranked.tokens[start].start : ranked.tokens[end - 1].end]
