"""What a sentence says by the limits it sets: "from December to February" holds for January,
"on the terrace only" not for the hall, and what is free costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from hegang_qa.answers.candidates.analysis import Analysis, WordKnowledge
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import MONTHS, NEGATIONS, SEASONS, WEEKDAYS

__all__ = [
    "asks_of_anybody",
    "calendar_ranges",
    "free_of_charge",
    "has_only_some",
    "holds_in_range",
    "is_calendar",
    "of_a_kind_only",
    "of_another_time",
    "only_elsewhere",
    "only_some_may",
    "within_unclear",
]

_ALWAYS = (" all year ", " year round ", " all the year ", " throughout the year ")
_THROUGH = frozenset(("to", "-", "–", "until", "till", "through", "and"))
_BOUNDING = frozenset(("from", "between"))
_ENDS = frozenset("from to until till since before after".split())
_WITHIN_DATES = frozenset("the of end beginning start middle early mid late".split())
_ANYBODY = frozenset("anyone anybody everyone everybody all any".split())
_EVERYBODY = frozenset("everybody everyone anybody anyone".split())
_UNIVERSAL = _EVERYBODY | frozenset("all every each any whoever".split())
_COSTING = frozenset("cost costs charge charged charges fee fees pay paid price extra".split())
_LIVING = frozenset(("person", "animal"))
_LETTING = frozenset("can may could allowed permitted welcome admitted free".split())
_NEEDING = frozenset("need needs have must".split())
_TICKETS = frozenset("ticket tickets fare".split())
_INCLUDED = frozenset(("included", "inclusive", "includes"))
# "Did he agree to lend it *without* charge?" asks whether it is free.
_FREELY = frozenset(("free", "without", "no"))
# After these, free is not free of charge.
_NOT_MONEY = (["from"], ["-"], ["of"])


def calendar_ranges(
    ranked: RankedSentence, number_of: Callable[[str], int]
) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of the ranges of days or months in a sentence, which `number_of`
    numbers by their names (0 for another word): "from *1* November to *the end of* February"."""
    norms = [
        token.norm
        for token in ranked.tokens
        if token.kind != "number" and token.norm not in _WITHIN_DATES
    ]
    for at in range(len(norms) - 2):
        if norms[at + 1] not in _THROUGH:
            continue
        first, last = number_of(norms[at]), number_of(norms[at + 2])
        bounded = at > 0 and norms[at - 1] in _BOUNDING
        if first and last and (bounded or norms[at + 1] != "and"):
            yield first, last


def holds_in_range(word: str, ranked: RankedSentence) -> bool:
    """Return whether a month, day or season (folded) lies within a range of the sentence."""
    said = f" {' '.join(token.norm for token in ranked.tokens)} "
    if is_calendar(word) and word not in WEEKDAYS and any(one in said for one in _ALWAYS):
        return True
    for names, count in ((MONTHS, 12), (WEEKDAYS, 7)):
        asked = names.get(word)
        if asked is None:
            continue
        for first, last in calendar_ranges(ranked, partial(_number, names)):
            if (asked - first) % count <= (last - first) % count:
                return True
    return False


def _number(names: Mapping[str, int], norm: str) -> int:
    return names.get(norm, 0)


def within_unclear(question: Question, missing: Sequence[int], ranked: RankedSentence) -> bool:
    """Return whether a month or day is asked about, and a sentence names one as the begin or end of
    a time whose other end is told otherwise ("from Easter to the end of October")."""
    if not of_another_time(question, missing):
        return False
    norms = [token.norm for token in ranked.tokens]
    for at, norm in enumerate(norms):
        if norm not in MONTHS and norm not in WEEKDAYS:
            continue
        whole = any(
            other in MONTHS or other in WEEKDAYS
            for other in (*norms[max(0, at - 2) : at], *norms[at + 1 : at + 3])
        )
        if not whole and _ENDS & set(norms[max(0, at - 4) : at]):
            return True
    return False


def of_another_time(question: Question, missing: Sequence[int]) -> bool:
    """Return whether a month or day is among the question's terms (their numbers) that a sentence
    lacks."""
    return any(is_calendar(question.terms[number].word) for number in missing)


def is_calendar(word: str) -> bool:
    """Return whether a folded word is a month, a day of the week or a season."""
    word = word.removesuffix("s") if word.removesuffix("s") in WEEKDAYS else word
    return word in MONTHS or word in WEEKDAYS or word in SEASONS


def only_elsewhere(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a sentence limits what it says by "only", and a noun or name of the question
    stands beside the sentence at most: what it is limited to is something else."""
    if "only" not in {token.norm for token in ranked.tokens}:
        return False
    if any(token.norm == "only" for token in question.tokens):
        return False
    held = {match.term for match in ranked.matches}
    return any(
        term.role in ("noun", "name") and number not in held and not term.light
        for number, term in enumerate(question.terms)
    )


def only_some_may(ranked: RankedSentence, analysis: Analysis) -> str:
    """Return of whom alone a sentence says something ("*Only members* may row there"), where no
    word of the question stands for them, or ""."""
    tokens, tags = ranked.tokens, analysis.tagged.tags
    if not tokens or tokens[0].norm != "only":
        return ""
    end = 1
    while end < len(tags) and tags[end] not in "XMV":
        end += 1
    if end == 1 or any(match.token < end for match in ranked.matches):
        return ""
    return ranked.sentence.text[tokens[0].start : tokens[end - 1].end]


def asks_of_anybody(question: Question) -> bool:
    """Return whether a question asks whether something holds for anybody or all."""
    return any(token.norm in _ANYBODY for token in question.tokens)


def of_some_only(question: Question, ranked: RankedSentence) -> str:
    """Return of whom a sentence says something ("for children", "all others", "only the crew"),
    where one asks whether it holds for everybody; "" where it may hold for all."""
    asked = {token.norm for token in question.tokens}
    norms = [token.norm for token in ranked.tokens]
    if asked.isdisjoint(_EVERYBODY) or not NEGATIONS.isdisjoint(norms):
        return ""
    for at, norm in enumerate(norms):
        if norm in ("all", "every") and norms[at + 1 : at + 2] in (["others"], ["other"]):
            return "all others"
    if "only" in norms:
        return "only some"
    if not _UNIVERSAL.isdisjoint(norms) or "for" not in norms[:-1] or "for" not in asked:
        return ""
    at = norms.index("for")
    return " ".join(token.text for token in ranked.tokens[at : at + 2])


def has_only_some(question: Question, ranked: RankedSentence, analysis: Analysis) -> bool:
    """Return whether a sentence limits what it says by "only" to some of the things asked about:
    "only guide dogs", where dogs are asked about."""
    asked = {token.stem for token in question.tokens}
    tags = analysis.tagged.tags
    matched = {
        match.token
        for match in ranked.matches
        if question.terms[match.term].role in ("noun", "name", "focus")
    }
    for at, token in enumerate(ranked.tokens):
        if token.norm != "only" or "only" in asked:
            continue
        end = at + 1
        while end < len(tags) and tags[end] in "JNEGKV-":
            end += 1
        kinds = [spot for spot in range(at + 1, end) if ranked.tokens[spot].stem not in asked]
        if any(kind < spot and spot in matched for kind in kinds for spot in range(kind + 1, end)):
            return True
    return False


def of_a_kind_only(
    question: Question, ranked: RankedSentence, analysis: Analysis, lexicon: WordKnowledge | None
) -> str:
    """Return the kind of people or animals of which alone a sentence that begins with it says
    something ("*Guide dogs* travel free"), where one asks for leave, or for free, of them at large;
    "" elsewhere."""
    asked = {token.stem for token in question.tokens}
    norms = {token.norm for token in question.tokens}
    if norms.isdisjoint(_LETTING) or ranked.sentence.cells or lexicon is None:
        return ""
    tags, tokens = analysis.tagged.tags, ranked.tokens
    # "Guide dogs travel" may be taken for three nouns, or begin with a verb.
    if tags[:1] not in tuple("NJVK") or tags[1:2] != "N" or tags[2:3] not in tuple("VXMN"):
        return ""
    if _LIVING.isdisjoint(lexicon.classes(tokens[1].norm)[:1]):
        return ""
    own = any(
        match.token == 1 and question.terms[match.term].role in ("noun", "focus")
        for match in ranked.matches
    )
    if not own or tokens[0].stem in asked or any(match.token == 0 for match in ranked.matches):
        return ""
    return f"{tokens[0].text} {tokens[1].text}"


def free_of_charge(question: Question, ranked: RankedSentence) -> float:
    """Return the share (0..1) of a question for a cost that a sentence accounts for which says that
    there is none; 0 for other questions and sentences."""
    asked = {token.norm for token in question.tokens}
    paying = asked & _COSTING or (asked & _NEEDING and asked & _TICKETS)
    if not paying or asked & (_INCLUDED | _FREELY):
        return 0.0
    norms = [token.norm for token in ranked.tokens]
    included = not _INCLUDED.isdisjoint(norms) and NEGATIONS.isdisjoint(norms)
    if not included and not any(
        norm == "free"
        and (norms[at + 1 : at + 3] == ["of", "charge"] or norms[at + 1 : at + 2] not in _NOT_MONEY)
        for at, norm in enumerate(norms)
    ):
        return 0.0
    held = {match.term: match.weight for match in ranked.matches}
    shares = [
        (term.share, held.get(number, 0.0))
        for number, term in enumerate(question.terms)
        if term.word not in _COSTING | _NEEDING | _TICKETS and not term.light
    ]
    whole = sum(share for share, _ in shares)
    return sum(share * weight for share, weight in shares) / whole if whole else 0.0
