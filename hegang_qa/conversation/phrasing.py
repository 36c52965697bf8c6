"""Set ways of asking on: "what is that in miles?", "and the year after?", "not this but that"."""

from __future__ import annotations

import re

from hegang_qa.conversation.ellipsis import Fragment
from hegang_qa.conversation.grammar import Reading
from hegang_qa.conversation.kinds import looks_plural
from hegang_qa.conversation.words import ATTRIBUTES, UNITS

__all__ = [
    "WHY_SO",
    "asked_alone",
    "attribute_asked",
    "condition_added",
    "opposed",
    "unit_asked",
    "year_moved",
    "year_told",
]

_YEAR = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})\b")
# "And if it rains?": no question of its own may follow ("and if it rains, what do we do?").
_CONDITION = re.compile(
    r"(?:(?:and|but|or)\s+)?(?:even\s+)?((?:if|unless)\s[^,;?]*)[?!.\s]*", re.IGNORECASE
)
_HAD_CONDITION = re.compile(r",?\s+(?:if|unless)\s.*$", re.IGNORECASE | re.DOTALL)
_THIS = frozenset("that this it those these they".split())
_LATER = ("the year after", "the following year", "the next year", "next year", "a year later",
          "one year later", "the year after that", "in the year after")  # fmt: skip
_EARLIER = ("the year before", "the previous year", "the preceding year", "a year earlier",
            "one year earlier", "the year before that", "in the year before")  # fmt: skip


WHY_SO = frozenset(
    "how come|why is that|why was that|why's that|why so|why that|for what reason".split("|")
)
"""Other ways to ask "why?"."""


def unit_asked(reading: Reading) -> str:
    """Return the unit that the last answer is wanted in, "" where none is asked for.

    "what is that in miles?", "how many miles is that?".
    """
    words = [w.norm for w in reading.words[reading.lead : reading.end]]
    if not 4 <= len(words) <= 6 or not _THIS & set(words):
        return ""
    if words[0] == "how" and words[1] == "many" and words[2] in UNITS:
        return words[2] if set(words[3:]) <= _THIS | {"is", "are", "was", "would", "be"} else ""
    if words[-2] == "in" and words[-1] in UNITS and words[0] in ("what", "how"):
        rest = set(words[1:-2])
        return (
            words[-1] if rest <= _THIS | {"is", "'s", "much", "long", "far", "would", "be"} else ""
        )
    return ""


def year_moved(said: str, asked: str) -> str | None:
    """Return `asked` about the year before or after, where `said` is "the year after" or so."""
    plain = " ".join(said.lower().split())
    step = 1 if plain in _LATER else -1 if plain in _EARLIER else 0
    found = list(_YEAR.finditer(asked))
    if not step or not found:
        return None
    last = found[-1]
    return f"{asked[: last.start()]}{int(last.group()) + step}{asked[last.end() :]}"


def year_told(text: str, told: str) -> str | None:
    """Return `text` with "the year after" put as a year, where `told` names just one year."""
    years = set(_YEAR.findall(told))
    plain = text.rstrip("?!. ")
    if len(years) != 1:
        return None
    for phrases, step in ((_LATER, 1), (_EARLIER, -1)):
        for phrase in sorted(phrases, key=len, reverse=True):
            if plain.lower().endswith(f" {phrase}"):
                return f"{plain[: -len(phrase)]}in {int(years.pop()) + step}"
    return None


def opposed(text: str, asked: str) -> tuple[str, str] | None:
    """Return what was not meant and what was ("not the mill, the shop"), else None.

    In "the shop, not the mill" the mill must stand in the last question `asked`.
    """
    found = re.match(
        r"\s*(?:no,?\s+)?not\s+(.{1,60}?)\s*(?:,\s*but|,|;|\bbut)\s+(.{1,80})$", text, re.I
    )
    if found is not None:
        return found.group(1), found.group(2).rstrip("?!. ")
    found = re.match(
        r"\s*(.{1,80}?),?\s+(?:and\s+)?not\s+(?:in\s+)?(.{1,60}?)[?!.\s]*$", text, re.I
    )
    if found is not None and found.group(2).casefold() in asked.casefold():
        return found.group(2), found.group(1)
    return None


def attribute_asked(reading: Reading, part: Fragment, before: Reading) -> str:
    """ "Who teaches it?", "No, I meant the price of the course": a question of its own, or ""."""
    words = reading.words[part.first : part.last]
    nouns = [at for at, word in enumerate(words) if word.norm in ATTRIBUTES]
    if not nouns or words[0].norm != "the" or nouns[0] + 2 >= len(words):
        return ""
    if words[nouns[0] + 1].norm != "of" or any(w.norm in ATTRIBUTES for w in before.words):
        return ""
    return f"What is {reading.span(part.first, part.last)}"


def asked_alone(reading: Reading, part: Fragment, before: Reading) -> str:
    """ "Who was the first man on the moon?", "And the cook?": who that is, or "".

    What was asked `before` may be of no concern to the documents; then its rest ("on the moon")
    only stands in the way.
    """
    nominal = before.aux >= 0 and before.verb < 0 and before.wh_word in ("who", "what", "where")
    be = nominal and before.words[before.aux].norm in ("is", "was", "are", "were")
    bare = before.wh[1] - before.wh[0] == 1
    if reading.words[part.first].norm != "the" or not be or not bare:
        return ""
    be_now = "are" if looks_plural(reading.words[part.last - 1].norm) else "is"
    said = reading.span(part.first, part.last)
    return f"{before.wh_word} {be_now} {said[:1].lower()}{said[1:]}"


def condition_added(text: str, asked: str) -> str:
    """Return the question asked before under the condition that is all a follow-up says ("*and if*
    it rains?"), in the place of the one it had; "" for other follow-ups."""
    found = _CONDITION.fullmatch(text.strip())
    if found is None or not asked:
        return ""
    first = asked.rstrip(" ?!.")
    had = _HAD_CONDITION.search(first)
    return f"{first[: had.start()] if had else first} {found.group(1)}?"
