"""How well the heads of a table's columns name what a question asks for.

The same word may stand in a head, in the row and above the table; it tells columns apart only as
far as nothing else explains it: of "the *maximum* late charge" under "Fees and charges", the first
word is there for the column "Maximum", the last for the table.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from hegang_qa.answer_types import ancestors, is_a
from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.views import sentence_view
from hegang_qa.text.short_heads import written_out, written_out_all
from hegang_qa.text.tokens import tokenize

__all__ = ["LEAST", "OUTRIGHT", "bought", "head_worths", "terms_in_head"]

# How much a word of the question still tells of a head when the row, or what stands above the
# table, has it as well; and the noun after a word that names another column.
_IN_ROW = 0.3
_ABOVE = 0.6
_AFTER_ANOTHER = 0.6
# And of what is counted, where another word names a column ("how many *nests* hatched").
_COUNTED = 0.5
# And of a word behind a preposition, which tells rather where ("with the patient in bed 6").
_BEHIND = 0.7
# For a head of several words that stands in the question as it is ("this year").
_WORD_FOR_WORD = 0.7
# A match worth less than this names nothing.
LEAST = 0.35
# For the head whose noun is what the question word asks for ("why": the cause).
_ASKED_FOR = 0.3
_BESIDE_NAMED = 0.2

# What heads are called under which one finds what is asked for: words that general tables use.
_HEADS_FOR = {
    "reason": "cause reason why",
    "manner": "remedy solution action fix cure do how step correction help measure answer advice",
    "action": "remedy solution action fix cure do how step correction help measure answer advice",
    "frequency": "often frequency interval",
    "end": "to until till end ends finish closes",
    "beginning": "from since start starts begin begins opens joined",
    "effect": "effect result consequence",
    "definition": "meaning description explanation definition mean cause",
    "description": "meaning description explanation definition mean cause",
    "purpose": "use purpose for",
    "place": "where location place room site venue address building floor house hall shelf rack "
    "bin aisle bay drawer cabinet locker storage stored kept",
    "date": "date when day time",
    "time": "time when start hour",
    "hours": "time hour",
    "person": "who name person by contact",
    "money": "price cost fee",
    "count": "stock quantity number count",
}
_END_OR_BEGINNING = {"until": "end", "till": "end", "from": "beginning", "since": "beginning"}
_AMOUNTS = frozenset("often much many long far soon".split())
_STATES = frozenset("left spent remaining used owed owing paid outstanding available".split())
_STATE = 0.6
_PLANS = frozenset("planned plan target scheduled original baseline expected".split())
_ASKING_PLANS = frozenset("supposed originally should planning".split())
_ACTUAL = frozenset("actual forecast new revised done achieved real".split())
_BOUGHT = frozenset("cost wholesale purchase buying trade net".split())
_SOLD = frozenset("retail selling sale sales rrp".split())
_ASKING_BOUGHT = frozenset(
    "wholesale purchase buy buying trade net us unit supplier ourselves".split()
)
_NOT_PLANNED = 0.2
_INSTEAD = 0.5
OUTRIGHT = frozenset(("same", "stem", "spelling", "synonym", "compound"))
"""How a word is named that does not only have to do with another ("room" with "kitchen")."""
_NAMED = OUTRIGHT | {"related", "near"}
_ARTICLES = frozenset("the a an my our your this that".split())
_PREPOSITIONS = frozenset("in on at with for from by to under".split())
_ABOUT = frozenset("about when if with against".split())
_OF_REMEDY = frozenset("fix remedy solve solution repair cure".split())


def head_worths(
    question: Question, heads: Sequence[str], *, row: Collection[int], above: str
) -> list[float]:
    """Return for each head the share (0..1, seldom more) of the question's weight that it
    explains.

    `row` has the question's terms (their numbers) that the row's own cells account for; `above` is
    what stands over the table.
    """
    worths = [terms_in_head(question, head) for head in written_out_all(heads)]
    over = _stems(above)
    factors = []
    for number, term in enumerate(question.terms):
        factor = _IN_ROW if number in row else 1.0
        if any(form.term in over and form.weight >= LEAST for form in term.expansions):
            factor *= _ABOVE
        factors.append(factor)
    for number in range(1, len(question.terms)):
        counted = question.terms[number].role == "verb" and _is_counted(question, number - 1)
        if not counted and _together(question, number) and _names_another(worths, number):
            factors[number] *= _AFTER_ANOTHER
    less = [
        _COUNTED
        if _is_counted(question, number)
        else _BEHIND
        if _stands_behind(question, number)
        else 1.0
        for number in range(len(question.terms))
    ]
    for number, part in enumerate(less):
        if part < 1.0 and _others_name(worths, number, factors, less):
            factors[number] *= part
    norms = [token.norm for token in question.tokens if token.kind != "mark"]
    state = next((n for n, term in enumerate(question.terms) if term.word in _STATES), -1)
    totals = []
    for head, worth in zip(heads, worths, strict=True):
        total = sum(
            question.terms[number].share * value * factors[number]
            for number, value in worth.items()
        )
        stems = {token.stem for token in tokenize(head) if token.kind != "mark"}
        # Of two heads that hold the same words, the one with fewer others names it better.
        total *= 0.7 + 0.3 * min(1.0, len(worth) / max(1, len(stems)))
        total += _WORD_FOR_WORD if _is_said(head, norms) else 0.0
        # "How much of the *budget* is *left*" asks for what is left.
        totals.append(total + (_STATE if _has_state(question, state, head) else 0.0))
    planned = _planned(question, heads)
    if planned:
        totals = [
            total * _NOT_PLANNED
            if number in planned
            else total + _INSTEAD * (number in planned.values())
            for number, total in enumerate(totals)
        ]
    # Where a word names a column ("when does it *start*"), the question word names none.
    weight = _BESIDE_NAMED if any(totals[1:]) else 1.0
    told = [
        total + _asked_for(question, head, named=bool(total)) * (1.0 if total else weight)
        for head, total in zip(heads, totals, strict=True)
    ]
    if question.asks == "how much" or is_a(question.answer_type, "money"):
        for number, sold in bought(question, heads).items():
            told[sold] += _INSTEAD if told[number] else 0.0
            told[number] *= _NOT_PLANNED
    return told


def _has_state(question: Question, state: int, head: str) -> bool:
    """Return whether a head has a word of the question (its term's number, -1 for none) that tells
    a state, or one that means the same."""
    if state < 0:
        return False
    stems = _stems(head)
    return any(
        form.term in stems and form.how in ("same", "stem", "synonym")
        for form in question.terms[state].expansions
    )


def bought(question: Question, heads: Sequence[str]) -> dict[int, int]:
    """Return the columns of what things cost the seller ("Unit cost"), each with that of what
    they are sold for ("Retail"), where a question for a price does not ask for the former."""
    asked = {token.norm for token in question.tokens}
    if not asked.isdisjoint(_ASKING_BOUGHT) or asked >= {"we", "pay"}:
        return {}
    words = [{token.norm for token in tokenize(head)} for head in heads]
    sold = next((n for n, own in enumerate(words) if own & _SOLD and not own & _BOUGHT), -1)
    if sold < 0:
        return {}
    return {n: sold for n, own in enumerate(words) if own & _BOUGHT and n != sold}


def _planned(question: Question, heads: Sequence[str]) -> dict[int, int]:
    """Return the columns of what was planned, each with that of what came instead, where a question
    for a time or figure does not ask for the plan."""
    asked = {token.norm for token in question.tokens}
    if not asked.isdisjoint(_PLANS | _ASKING_PLANS):
        return {}
    words = [{token.norm for token in tokenize(head)} for head in heads]
    actual = next((n for n, own in enumerate(words) if own & _ACTUAL), -1)
    if actual < 0:
        return {}
    return {n: actual for n, own in enumerate(words) if own & _PLANS and n != actual}


def terms_in_head(question: Question, head: str, *, outright: bool = False) -> dict[int, float]:
    """Return the question's terms (their numbers) that a head holds, with their worth; with
    `outright` none that only has to do with it ("room" with "kitchen")."""
    stems = _stems(head)
    ways = OUTRIGHT if outright else _NAMED
    found = {}
    for number, term in enumerate(question.terms):
        worth = max(
            (f.weight for f in term.expansions if f.term in stems and f.how in ways),
            default=0.0,
        )
        if worth >= LEAST:
            found[number] = worth
    return found


def _is_said(head: str, norms: Sequence[str]) -> bool:
    """Return whether a head of several words stands in the question as it is; or one that is a
    preposition, right where something is asked for ("what is it *for*", "*for* what is it")."""
    own = [token.norm for token in tokenize(head) if token.kind != "mark"]
    if len(own) == 1:
        first = norms[:1] if norms[1:2] != ["which"] else []
        return own[0] in FUNCTION_WORDS and own[0] in (*first, *norms[-1:])
    size = len(own)
    return size > 1 and any(norms[at : at + size] == own for at in range(len(norms) - size + 1))


def _is_counted(question: Question, number: int) -> bool:
    """Return whether a term is what is counted, as "nests" in "how many nests hatched"."""
    at = question.terms[number].token
    return question.asks in ("how many", "how much") and all(
        token.norm in FUNCTION_WORDS or token.norm in _AMOUNTS for token in question.tokens[:at]
    )


def _others_name(
    worths: Sequence[dict[int, float]],
    number: int,
    factors: Sequence[float],
    less: Sequence[float],
) -> bool:
    """Return whether a word that counts in full names a column that this one does not."""
    own = {at for at, worth in enumerate(worths) if number in worth}
    return any(
        factors[other] > _IN_ROW and less[other] == 1.0 and at not in own
        for at, worth in enumerate(worths)
        for other in worth
    )


def _stands_behind(question: Question, number: int) -> bool:
    """Return whether a term stands behind a preposition other than "of", and not first of all."""
    at = question.terms[number].token
    before = [token.norm for token in question.tokens[:at]]
    while before and before[-1] in _ARTICLES:
        before.pop()
    return number > 0 and bool(before) and before[-1] in _PREPOSITIONS


def _together(question: Question, number: int) -> bool:
    """Return whether a term follows the one before it with nothing or other content between."""
    low, high = question.terms[number - 1].token, question.terms[number].token
    return all(token.norm not in FUNCTION_WORDS for token in question.tokens[low + 1 : high])


def _names_another(worths: Sequence[dict[int, float]], number: int) -> bool:
    """Return whether a word before, of the same phrase, names a column that this one does not."""
    own = {at for at, worth in enumerate(worths) if number in worth}
    if not own:
        return False
    for before in range(number - 1, max(-1, number - 3), -1):
        others = {at for at, worth in enumerate(worths) if before in worth}
        if others and not others & own:
            return True
    return False


def _asked_for(question: Question, head: str, *, named: bool) -> float:
    """Return what the question word says for a head that none of the question's words name."""
    stems = _stems(head)
    focus = question.focus
    if focus and not named and any(token.stem in stems for token in tokenize(focus)):
        return _ASKED_FOR
    wanted = question.answer_type
    norms = [token.norm for token in question.tokens]
    # "What can I *do about* E14", "what do I *do*".
    does = max((at for at, norm in enumerate(norms) if norm == "do"), default=0)
    remedy = does > 0 and (norms[does + 1 : does + 2] or ["about"])[0] in _ABOUT
    remedy = remedy or any(norm in _OF_REMEDY for norm in norms)
    kind = "manner" if remedy else wanted
    if "when" in norms[:2]:
        kind = _END_OR_BEGINNING.get(norms[0], kind)
    words = next((_HEADS_FOR[t] for t in (kind, *ancestors(kind)) if t in _HEADS_FOR), "")
    # "How often" is another question than "how".
    asks = tuple(token.norm for token in tokenize(head)[:2])
    if len(asks) == 2 and asks[0] == "how" and asks[1] in _AMOUNTS:
        return _ASKED_FOR if question.asks == " ".join(asks) else 0.0
    if asks == (question.asks,):  # the head is the very question word
        return 2 * _ASKED_FOR
    return _ASKED_FOR if stems & _stems(words) else 0.0


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    return sentence_view(written_out(text)).terms
