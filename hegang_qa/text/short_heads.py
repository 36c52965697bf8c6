"""What the heads of tables say in short: "Ext." is the extension, "Pts" are points."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

__all__ = ["in_full", "written_out", "written_out_all"]

_SHORT = {
    "acct": "account",
    "addr": "address",
    "amt": "amount",
    "arr": "arrival arrives",
    "avg": "average",
    "bal": "balance",
    "dep": "departure departs leaves",
    "dept": "department",
    "desc": "description",
    "dia": "diameter",
    "dist": "distance",
    "dob": "birth birthday born",
    "elev": "elevation height",
    "ext": "extension",
    "freq": "frequency",
    "ga": "goals against conceded",
    "gd": "goal difference",
    "gf": "goals scored",
    "hr": "hour",
    "hrs": "hours",
    "lang": "language",
    "loc": "location",
    "max": "maximum",
    "mfr": "manufacturer",
    "mgr": "manager",
    "min": "minimum",
    "mins": "minutes",
    "nr": "number",
    "pld": "played",
    "pop": "population",
    "pos": "position",
    "pts": "points",
    "qty": "quantity",
    "tel": "telephone phone number",
    "temp": "temperature",
    "wt": "weight",
    "yr": "year",
    "yrs": "years",
}
# Single letters say this only beside each other, as over a league's table.
_LETTERS = {
    "p": "played",
    "w": "won wins",
    "d": "drawn drew draws",
    "l": "lost losses defeats",
    "f": "goals scored",
    "a": "goals conceded against",
}
_SAID = {
    "p": "games played",
    "pld": "games played",
    "w": "games won",
    "d": "games drawn",
    "l": "games lost",
    "f": "goals scored",
    "gf": "goals scored",
    "a": "goals conceded",
    "ga": "goals conceded",
    "gd": "goal difference",
    "pts": "points",
}
_LEAGUE = 3


def in_full(heads: Sequence[str]) -> list[str]:
    """Return the heads of a table as they would be said: "extension" for "Ext.", "games won" for
    the W of a league."""
    letters = [head.strip(". ").lower() for head in heads]
    league = _is_league(letters)
    said = []
    for head, letter in zip(heads, letters, strict=True):
        if league and letter in _SAID:
            said.append(_SAID[letter])
        else:
            said.append(_SHORT[letter].split()[0] if letter in _SHORT else head)
    return said


def _is_league(letters: Sequence[str]) -> bool:
    return sum(letter in _LETTERS for letter in letters) >= _LEAGUE


@lru_cache(maxsize=1024)
def written_out(head: str) -> str:
    """Return a head followed by what its short words stand for ("Ext." with "extension")."""
    words = head.lower().replace("_", " ").replace(".", " ").split()
    full = [_SHORT[word] for word in words if word in _SHORT]
    return " ".join([head, *full]) if full else head


def written_out_all(heads: Sequence[str]) -> list[str]:
    """Return the heads of a table, each followed by what its short words stand for."""
    letters = [head.strip(". ").lower() for head in heads]
    league = _is_league(letters)
    return [
        f"{head} {_LETTERS[letter]}" if league and letter in _LETTERS else written_out(head)
        for head, letter in zip(heads, letters, strict=True)
    ]
