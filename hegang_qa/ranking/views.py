"""A sentence and a question, laid out for quick comparison."""

import itertools
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS, MONTHS, NUMBER_FORMS
from hegang_qa.ranking.implied import (
    LIFE_MARKS,
    NAMES_OF_DAYS,
    add_days,
    add_fields,
    add_initials,
    add_lives,
    add_months,
    add_months_between,
)
from hegang_qa.text.tokens import Token, stem_once, tokenize

__all__ = [
    "VIEWS_KEPT",
    "QuestionView",
    "SentenceView",
    "Shares",
    "Signals",
    "held_terms",
    "numbers_of",
    "passing_view",
    "question_view",
    "sentence_view",
    "terms_held",
    "view_for",
]

_MONTHS = frozenset(MONTHS)
_MONEY_SIGNS = frozenset("$£€¥₹")
_MONEY_WORDS = frozenset(
    "dollar dollars euro euros pound pounds cent cents pence yen yuan franc francs rupee rupees "
    "peso pesos rouble roubles ruble rubles crowns krona kronor krone kroner koruna zloty "
    "lira liras guilder guilders thaler thalers shilling shillings florins ducats dinars dirhams "
    "shekels baht forint rand usd eur gbp chf cny rmb inr sek nok pln czk".split()
)
_SCALE_WORDS = frozenset("hundred thousand million billion trillion dozen half third".split())
_PRONOUNS = frozenset("he she it they this these his her its their such".split())
_JOINING = frozenset(("of", "and", "the", "for", "&"))
_LINKS = _PRONOUNS | frozenset("him them himself itself themselves another former latter".split())
_CAUSE_WORDS = frozenset(
    "because since due thus therefore so cause causes caused reason reasons result order".split()
)

# What a word tells of its sentence; of several things, the first.
_TELLING = (
    dict.fromkeys(_CAUSE_WORDS, "cause")
    | {"percent": "percent"}
    | dict.fromkeys(_MONEY_WORDS, "money")
    | dict.fromkeys((*NUMBER_FORMS, *_SCALE_WORDS), "figure")
)

# What a form must be worth to be believed where it stands apart from the rest of the question.
_CONTEXT_WORTH = 0.35


class Signals(NamedTuple):
    """What kinds of answer a sentence could hold, told at a glance: counts of tokens."""

    years: int
    months: int
    figures: int  # numbers, in digits or in words
    money: int
    percents: int
    capitals: int  # words with a capital that do not begin the sentence
    quotes: int
    brackets: int
    causes: int


class SentenceView(NamedTuple):
    """A sentence, analysed once.

    `stems` are those of its words, in order. `places` maps each term to the tokens (numbers) that
    hold it; `terms` are its keys. `spots` are the tokens that could be answers at a glance: their
    number, stem, and "#" for a figure, "A" for a capital.
    """

    tokens: tuple[Token, ...]
    stems: tuple[str, ...]
    places: dict[str, tuple[int, ...]]
    terms: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    words: int
    spots: tuple[tuple[int, str, str], ...]
    signals: Signals
    capitals: frozenset[str]
    figures: frozenset[str]
    # begins with a pronoun; has, near its beginning, a word that points back
    pronoun: bool
    linked: bool


class Shares(dict[int, float]):
    """The share of the question's weight for each set of its terms, one bit a term; made of those
    of single terms, and added up when a set is first met."""

    __slots__ = ()

    def __missing__(self, held: int) -> float:
        if not held:
            return 0.0
        low = held & -held
        share = self[held] = self[low] + self[held ^ low]
        return share


class QuestionView(NamedTuple):
    """A question, analysed for ranking. Lists run parallel to `Question.terms`.

    `owners` maps each form to the terms that it is a form of, one bit a term, and `bits` each form
    that is worth believing to the terms that it accounts for (`believed` are its keys). `shares`
    has the share (0..1) of the weight that a set of terms has. `glued` are the numbers of terms
    that the term before is written together with ("E7"): the number alone is not what was asked
    about, and both together are its form. `months` has for each term that is the day of a month the
    stem of the month: the figure is meant beside it.
    """

    question: Question
    all_forms: frozenset[str]
    owners: dict[str, int]
    bits: dict[str, int]
    believed: frozenset[str]
    shares: Shares
    pairs: frozenset[tuple[str, str]]
    stems: frozenset[str]
    total_rarity: float
    glued: frozenset[int]
    months: dict[int, str]
    acronyms: frozenset[int]
    # stems of all words in their order, and the share of each (0 for a function word)
    roots: tuple[str, ...]
    share_at: tuple[float, ...]
    # the terms of each role, one bit a term
    roles: dict[str, int]
    # share, rarity and role of each term
    weights: tuple[tuple[float, float, str], ...]
    # the terms that say something by themselves, one bit a term
    weighty: int


VIEWS_KEPT = 8192
"""How many sentences' views are kept."""


_PASSING = 256


def _sentence_view(text: str) -> SentenceView:
    # The hottest loop of a question: a dozen sentences a millisecond pass through it.
    tokens = tokenize(text)
    places: dict[str, tuple[int, ...]] = {}
    stems: list[str] = []
    capitals: set[str] = set()
    spots: list[tuple[int, str, str]] = []
    run: list[int] = []  # neighbouring words with capitals
    figures: set[str] = set()
    years = months = money = percents = quotes = brackets = causes = 0
    words = 0
    get, telling = places.get, _TELLING.get
    last_kind, last_norm, last_end = "", "", -1
    for number, (piece, start, end, norm, root, kind) in enumerate(tokens):
        if kind == "mark":
            if norm == "-" and last_end == start:
                continue
            if norm == "%":
                percents += 1
            elif norm in _MONEY_SIGNS:
                money += 1
            elif norm in '"“”«»„':
                quotes += 1
            elif norm == "(":
                brackets += 1
            if run:
                if len(run) > 1:
                    add_initials(tokens, run, places)
                run = []
            last_kind, last_end = "", -1
            continue
        words += 1
        stems.append(root)
        held = get(root)
        places[root] = (number,) if held is None else (*held, number)
        if kind == "word":
            if not norm.isascii() and root.isascii():
                places[norm] = (*get(norm, ()), number)
            if last_kind == "word" and last_end + 1 == start:
                whole = stem_once(last_norm + norm)
                held = get(whole)
                places[whole] = (number,) if held is None else (*held, number)
            capital = piece[0].isupper()
            if capital and words > 1 and norm not in FUNCTION_WORDS:
                capitals.add(root)
                spots.append((number, root, "A"))
                if norm in _MONTHS:
                    months += 1
            told = telling(norm)
            if told is not None:
                if told == "figure":
                    figures.add(root)
                    spots.append((number, root, "#"))
                elif told == "money":
                    money += 1
                elif told == "percent":
                    percents += 1
                else:
                    causes += 1
            if capital:
                run.append(number)
            elif run and norm not in _JOINING:
                if len(run) > 1:
                    add_initials(tokens, run, places)
                run = []
        else:
            if kind == "number":
                figures.add(root)
                spots.append((number, root, "#"))
                if last_kind == "word" and last_end == start:
                    whole = tokens[number - 1].stem + root  # "E7"
                    places[whole] = (*get(whole, ()), number)
                if len(root) == 4 and root.isdigit() and "1000" <= root <= "2100":
                    years += 1
            elif last_kind == "han" and last_end == start:
                whole = tokens[number - 1].text + piece
                places[whole] = (*get(whole, ()), number)
            if run and norm not in _JOINING:
                if len(run) > 1:
                    add_initials(tokens, run, places)
                run = []
        last_kind, last_norm, last_end = kind, norm, end
    if len(run) > 1:
        add_initials(tokens, run, places)
    if ":" in text:
        add_fields(tokens, places)
    if "-" in text:
        add_months(text, tokens, places)
    if months:
        add_months_between(tokens, places)
    if not NAMES_OF_DAYS.isdisjoint(places):
        add_days(tokens, places)
    if years and (years > 1 or brackets or not LIFE_MARKS.isdisjoint(places)):
        add_lives(tokens, places)
    return SentenceView(
        tokens=tokens,
        stems=tuple(stems),
        places=places,
        terms=frozenset(places),
        pairs=frozenset(itertools.pairwise(stems)),
        words=words,
        spots=tuple(spots),
        signals=Signals(
            years, months, len(figures), money, percents, len(capitals), quotes, brackets, causes
        ),
        capitals=frozenset(capitals),
        figures=frozenset(figures),
        pronoun=bool(tokens) and tokens[0].norm in _PRONOUNS,
        linked=not _LINKS.isdisjoint([token[3] for token in tokens[:8]]),
    )


sentence_view = lru_cache(maxsize=VIEWS_KEPT)(_sentence_view)
"""Return the analysis of a sentence (kept for the sentences met last)."""

passing_view = lru_cache(maxsize=_PASSING)(_sentence_view)
"""The same for sentences that will hardly be met again: what is kept costs memory, and time
whenever the interpreter looks for garbage."""


def view_for(sentences: int) -> Callable[[str], SentenceView]:
    """Return what analyses the sentences of a collection with so many: of a small one those met
    before are kept."""
    return sentence_view if sentences <= VIEWS_KEPT else passing_view


def question_view(question: Question) -> QuestionView:
    """Return the question laid out for comparison with sentences."""
    glued = _glued(question)
    owners: dict[str, int] = {}
    bits: dict[str, int] = {}
    for number, term in enumerate(question.terms):
        own, alone = 1 << number, number not in glued
        for form, _, weight in term.expansions:
            owners[form] = owners.get(form, 0) | own
            if alone and weight >= _CONTEXT_WORTH:
                bits[form] = bits.get(form, 0) | own
        if not alone:
            whole = question.tokens[term.token - 1].stem + term.stem
            bits[whole] = bits.get(whole, 0) | 1 << number
    shares = {term.token: term.share for term in question.terms}
    words = [n for n, token in enumerate(question.tokens) if token.kind != "mark"]
    stems = [question.tokens[number].stem for number in words]
    roles = {"name": 0, "number": 0, "verb": 0}
    for number, term in enumerate(question.terms):
        roles[term.role] = roles.get(term.role, 0) | 1 << number
    return QuestionView(
        question=question,
        all_forms=frozenset(owners),
        owners=owners,
        bits=bits,
        believed=frozenset(bits),
        shares=Shares({1 << n: term.share for n, term in enumerate(question.terms)}),
        pairs=frozenset(itertools.pairwise(stems)),
        stems=frozenset(stems),
        total_rarity=sum(term.rarity for term in question.terms) or 1.0,
        glued=glued,
        months=_months_of_days(question),
        acronyms=_acronyms(question),
        roots=tuple(stems),
        share_at=tuple(shares.get(number, 0.0) for number in words),
        roles=roles,
        weights=tuple((term.share, term.rarity, term.role) for term in question.terms),
        weighty=sum(1 << n for n, term in enumerate(question.terms) if not term.light),
    )


@lru_cache(maxsize=4096)
def numbers_of(terms: int) -> tuple[int, ...]:
    """Return the numbers of a set of terms, one bit a term."""
    return tuple(number for number in range(terms.bit_length()) if terms >> number & 1)


def held_terms(view: QuestionView, sentence: SentenceView) -> int:
    """Return the question terms that a text accounts for, one bit a term."""
    return terms_held(view, sentence.terms)


def terms_held(view: QuestionView, terms: frozenset[str]) -> int:
    """Return the question terms that a set of index terms accounts for, one bit a term."""
    held = 0
    for form in view.believed & terms:
        held |= view.bits[form]
    return held


def _acronyms(question: Question) -> frozenset[int]:
    """Return the terms that are written in capitals alone, and whose stem is another word."""
    tokens = question.tokens
    found = frozenset(
        number
        for number, term in enumerate(question.terms)
        if (token := tokens[term.token]).norm != token.stem
        and token.text.isupper()
        and token.kind == "word"
    )
    return found if found and any(token.text.islower() for token in tokens) else frozenset()


def _months_of_days(question: Question) -> dict[int, str]:
    tokens = question.tokens
    found: dict[int, str] = {}
    for number, term in enumerate(question.terms):
        at = term.token
        if tokens[at].kind != "number" or not 1 <= len(tokens[at].norm) <= 2:
            continue
        for beside in (at + 1, at - 1):
            if 0 <= beside < len(tokens) and tokens[beside].norm in _MONTHS:
                found[number] = tokens[beside].stem
                break
    return found


def _glued(question: Question) -> frozenset[int]:
    tokens = question.tokens
    return frozenset(
        number
        for number, term in enumerate(question.terms)
        if term.token
        and tokens[term.token].kind == "number"
        and tokens[term.token - 1].kind == "word"
        and tokens[term.token - 1].end == tokens[term.token].start
    )
