"""Find prices that are none: "charities pay *nothing*", "admission is *free*"."""

from __future__ import annotations

from hegang_qa.answers.candidates.finders.base import Found, Tagged
from hegang_qa.answers.candidates.finders.money import CURRENCIES

__all__ = ["find_gratis"]

_LED_BY = frozenset("is are was were be remains stays entirely completely".split())
_COSTING = frozenset("pay pays paid cost costs charge charges charged".split())
_PRICED = _COSTING | CURRENCIES.keys() | frozenset("free fee fees price prices fare fares".split())
# "Free of lead", "free from dust", "free to leave", "free on Mondays".
_OTHERWISE = frozenset("of from to on at until after before when if -".split())
_GOING = frozenset("in go goes travel travels enter enters ride rides".split())
_OF_AGE = frozenset(("with", "when"))
_ENDS = frozenset(("", ".", ",", ";", ")"))


def find_gratis(sentence: Tagged) -> list[Found]:
    """Return the words by which a sentence tells that something costs nothing, as money."""
    norms = sentence.norms
    if "free" not in norms and "nothing" not in norms:
        return []
    priced = not (_PRICED - {"free"}).isdisjoint(norms)
    found: list[Found] = []
    for at, norm in enumerate(norms):
        before = norms[at - 1] if at else ""
        after = norms[at + 1] if at + 1 < len(norms) else ""
        last = after in ("", ".", ",", ";")
        if norm == "nothing" and (before in _COSTING or (last and not _PRICED.isdisjoint(norms))):
            found.append(Found(at, at + 1, "money", "0"))
        elif norm == "free" and norms[at + 1 : at + 3] == ("of", "charge"):
            found.append(Found(at, at + 3, "money", "0"))
        elif norm == "free" and at and sentence.tags[at - 1] in "NE#" and after in _ENDS and priced:
            found.append(Found(at, at + 1, "money", "0"))  # "tickets 4 pounds, children *free*"
        elif norm == "free" and before in _GOING and after in _ENDS | _OF_AGE:
            found.append(Found(at, at + 1, "money", "0"))  # "children get in *free*"
        elif norm == "free" and before in _LED_BY and after not in _OTHERWISE:
            found.append(Found(at, at + 1, "money", "0"))
    return found
