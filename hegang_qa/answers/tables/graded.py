"""What a superlative or comparative asks of a table: "cheapest" and "cheaper" speak of its prices,
"oldest" of its ages or dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.answers.tables.heads import bought, terms_in_head
from hegang_qa.answers.tables.whole import cell_text, figure, moment
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.short_heads import written_out_all
from hegang_qa.text.tokens import stem, tokenize
from hegang_qa.text.words import PREPOSITIONS

__all__ = [
    "AMOUNT_TO",
    "PRICE",
    "SUPERLATIVES",
    "Graded",
    "amount_in",
    "column_of",
    "compared",
    "graded",
    "terms_of_column",
]

PRICE = "price cost fee rent charge rate fare tariff"
"""What the columns of prices are called."""
_BEGINNING = (
    "start started since joined founded established built opened released launched made born birth "
    "bought purchased acquired year date"
)
# Adjectives with the heads of the columns that they speak of, and whether the most is meant.
_SPEAK_OF: dict[str, tuple[str, bool]] = {
    "cheapest": (PRICE, False),
    "dearest": (PRICE, True),
    "priciest": (PRICE, True),
    "costliest": (PRICE, True),
    "heaviest": ("weight mass kg", True),
    "lightest": ("weight mass kg", False),
    "longest": ("length distance duration km miles", True),
    "shortest": ("length distance duration km miles", False),
    "tallest": ("height", True),
    "loudest": ("noise sound loudness db decibel", True),
    "quietest": ("noise sound loudness db decibel", False),
    "noisiest": ("noise sound loudness db decibel", True),
    "rainiest": ("rain rainfall precipitation", True),
    "wettest": ("rain rainfall precipitation", True),
    "driest": ("rain rainfall precipitation", False),
    "sunniest": ("sunshine sun", True),
    "windiest": ("wind", True),
    "snowiest": ("snow snowfall", True),
    "steepest": ("gradient slope incline", True),
    "thickest": ("thickness", True),
    "thinnest": ("thickness", False),
    "fastest": ("speed", True),
    "slowest": ("speed", False),
    "widest": ("width", True),
    "narrowest": ("width", False),
    "deepest": ("depth", True),
    "warmest": ("temperature temp", True),
    "hottest": ("temperature temp", True),
    "coldest": ("temperature temp", False),
    "coolest": ("temperature temp", False),
    "oldest": ("age", True),
    "youngest": ("age", False),
    "newest": (_BEGINNING, True),
    "latest": (f"{_BEGINNING} time end", True),
    "earliest": (f"{_BEGINNING} time", False),
}
# The same, where no column is of the first kind: "the *oldest* bridge", "who is with us *longest*".
_ALSO_SPEAK_OF: dict[str, tuple[str, bool]] = {
    "oldest": (_BEGINNING, False),
    "youngest": (_BEGINNING, True),
    "longest": (_BEGINNING, False),
}
_DATED = stem("start")  # stands among the heads of dates alone
_MARKS = "score rating mark grade points result stars"
# Words before the name of a column of marks ("the *worst* score").
_OF_MARKS = {"best": True, "worst": False}
# Words before a noun that a head has ("the *highest* deposit"), or before "expensive".
_MOST = frozenset("highest largest biggest greatest most longest".split())
_LEAST = frozenset("lowest smallest fewest least shortest".split())
# Those that speak of nothing else, whatever column the question names besides.
_ONE_MATTER = frozenset(
    "cheapest dearest heaviest lightest warmest hottest coldest coolest oldest youngest newest "
    "latest earliest".split()
)
SUPERLATIVES = frozenset(_SPEAK_OF) | _MOST | _LEAST | frozenset(_OF_MARKS)
"""Words that ask for the most or least of something."""
AMOUNT_TO = {
    **dict.fromkeys(("cost", "costs"), PRICE),
    **dict.fromkeys(("weigh", "weighs"), "weight mass"),
    **dict.fromkeys(("seat", "seats", "hold", "holds", "fit", "fits", "sleep"), "seats capacity"),
    **dict.fromkeys(("last", "lasts", "take", "takes"), "duration length"),
}
"""Verbs with the heads of the columns that they speak of ("*weighs* the most")."""
# What these speak of where the question names no column.
_BY_ITSELF = {
    **dict.fromkeys(("highest", "lowest"), "height elevation altitude"),
    **dict.fromkeys(("largest", "biggest", "smallest"), "area size population capacity"),
}
_CURRENCY = lazy(r"[€$£¥]|\b(?:EUR|USD|GBP|CHF)\b")
_PRICE_ALONE = lazy(r"[€$£¥]?\s?\d+[.,]\d\d(?!\d)|[€$£¥]\s?\d")
_ASKING = frozenset("what which how when who whose where".split())
_ROWS = 2
"""Rows that have a figure, at least."""
# What a head counts that a superlative speaks of, beside the share of the words that it has.
_FITS = 0.05


class Graded(NamedTuple):
    """The heads (stems) of which the most or least is asked for. `named` tells that a word of the
    question may name another, `money` that any column of prices will do."""

    heads: frozenset[str]
    most: bool
    named: bool = False
    money: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether it is a column of dates or times."""
        return _DATED in self.heads


def graded(question: Question) -> list[Graded]:
    """Return what is asked for the most or least of, the likelier reading first."""
    norms = [token.norm for token in question.tokens]
    if not norms or (question.asks and _ASKING.isdisjoint(question.asks.split())):
        return []
    for at, norm in enumerate(norms):
        after = norms[at + 1] if at + 1 < len(norms) else ""
        if norms[at - 1 : at] in (["at"], ["do"], ["does"]):
            continue  # "at least 5", "where do most people work"
        if norm in _SPEAK_OF:
            return _spoken_of(norm)
        last = norm in ("first", "last") and at > 1 and not after.isalpha()
        if last or (norm in ("most", "least") and after in ("recent", "recently")):
            # "Who joined *first*": by the column of beginnings.
            return [Graded(_stems(_BEGINNING), norm in ("last", "most"))]
        if norm in ("most", "least") and after in ("expensive", "costly"):
            return [Graded(_stems(PRICE), norm == "most", money=True)]
        mark = next((n for n in norms[at + 1 : at + 3] if stem(n) in _stems(_MARKS)), "")
        if norm in _OF_MARKS and mark:  # "the best *overall* mark"
            named = {stem(n) for n in norms[at + 1 : norms.index(mark, at) + 1]}
            return [Graded(frozenset(named), _OF_MARKS[norm])]
        verb = next((AMOUNT_TO[n] for n in norms[max(0, at - 2) : at] if n in AMOUNT_TO), "")
        if norm in ("most", "least") and verb:
            return [Graded(_stems(verb), norm == "most", money=verb == PRICE)]
        if norm in ("most", "least") and _is_thing(question, at + 1):
            # "Who has *most points*": by a column of that name; "who *won* most games".
            own = Graded(frozenset((question.tokens[at + 1].stem,)), norm == "most")
            done = any(t.role == "verb" and t.token < at for t in question.terms)
            return [own, own._replace(named=True)] if done else [own]
        if norm in ("most", "least") and any(t.token == at + 1 for t in question.terms):
            continue  # "most popular"
        if norm in _MOST or norm in _LEAST:
            return [Graded(_stems(_BY_ITSELF.get(norm, "")), norm in _MOST, named=True)]
    return []


def _is_thing(question: Question, token: int) -> bool:
    """Return whether a word of a question is a noun ("most *points*", not "most popular")."""
    told = question.tokens[token + 1 : token + 2]
    ends = not told or told[0].kind == "mark" or told[0].norm in PREPOSITIONS
    return any(
        t.token == token
        and (t.role in ("noun", "focus") or (ends and t.role == "verb" and t.word.endswith("s")))
        for t in question.terms
    )  # "the most *calls*" ends with no verb


def compared(question: Question) -> list[Graded]:
    """Return what a question holds two things against each other by ("which is *cheaper*"), the
    likelier reading first; none where it compares nothing."""
    norms = [token.norm for token in question.tokens]
    for at, norm in enumerate(norms):
        after = norms[at + 1] if at + 1 < len(norms) else ""
        if norm in ("more", "less") and after in ("expensive", "costly"):
            return [Graded(_stems(PRICE), norm == "more", money=True)]
        if norm in ("more", "fewer", "less") and _is_thing(question, at + 1):
            own = Graded(frozenset((question.tokens[at + 1].stem,)), norm == "more")
            return [own, own._replace(named=True)]  # "more *people* took the *ferry*"
        most = f"{norm[:-2]}est" if norm.endswith("er") else ""
        if most in _SPEAK_OF:
            return _spoken_of(most)
        if most in _MOST | _LEAST and len(norm) > len("er"):
            return [Graded(_stems(_BY_ITSELF.get(most, "")), most in _MOST, named=True)]
    return []


def _spoken_of(word: str) -> list[Graded]:
    """Return the readings of a superlative."""
    spoken = [table[word] for table in (_SPEAK_OF, _ALSO_SPEAK_OF) if word in table]
    return [
        Graded(_stems(heads), most, named=word not in _ONE_MATTER, money=heads == PRICE)
        for heads, most in spoken
    ]


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


def column_of(question: Question, asked: Graded, rows: Sequence[Sentence]) -> int:
    """Return the column that is meant, -1 for none or several."""
    worths: dict[int, float] = {}
    for number, head in enumerate(written_out_all([cell.head for cell in rows[0].cells])):
        if number == 0:
            continue
        named = terms_in_head(question, head)
        said = sum(
            question.terms[n].share * worth
            for n, worth in named.items()
            if question.terms[n].word not in SUPERLATIVES  # "cheapest": not the "reduced" fee
        )
        stems = {token.stem for token in tokenize(head)}
        counted = [cell_text(row, number) for row in rows if amount_in(row, number) is not None]
        signed = bool(head) and all(map(_CURRENCY.search, counted))
        priced = asked.money and bool(counted) and (signed or all(map(_PRICE_ALONE.match, counted)))
        fits = bool(stems & asked.heads) or priced
        amounts = sum(amount_in(row, number) is not None for row in rows)
        if amounts < _ROWS or amounts < len(rows) - 1:
            continue  # "job title" has nothing to do with who worked longest
        if asked.is_dated and any(moment(row, number) is None for row in rows):
            continue  # "rain per year" is no date
        if fits or (asked.named and said > 0):
            worths[number] = said + _FITS * fits
    for number in bought(question, [cell.head for cell in rows[0].cells]):
        if len(worths) > 1:
            worths.pop(number, None)
    if not worths:
        return -1
    best = max(worths.values())
    meant = [number for number, worth in worths.items() if worth == best]
    return meant[0] if len(meant) == 1 or asked.money else -1


def amount_in(row: Sentence, number: int) -> float | None:
    """Return what a cell amounts to: a date or time, else its first figure."""
    at = moment(row, number)
    return figure(row, number) if at is None else at


def terms_of_column(question: Question, head: str) -> set[int]:
    """Return the terms of a question that name a column, or ask for its most or least."""
    named = set(terms_in_head(question, head))
    words = SUPERLATIVES | AMOUNT_TO.keys() | {"recent", "recently"}
    return named | {n for n, term in enumerate(question.terms) if term.word in words}
