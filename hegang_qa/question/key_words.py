"""What a few words without a question ask for ("late fee dvd", "start of counting")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hegang_qa.question.nouns import NOUN_TYPES
from hegang_qa.question.words import NUMBER_FORMS
from hegang_qa.text.tokens import Token
from hegang_qa.text.words import PARTS_OF_DAY

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["key_word_type"]

_BESIDE = frozenset("in for per on with without".split())
_COUNTED = frozenset("version release year page".split())

# Kinds that one noun among key words tells for sure.
_TELLING = frozenset(
    """
    money hours phone email url address date time year month duration percentage age temperature
    weight speed area volume size power version coordinates distance quantity
    """.split()
)
# Those that the noun after a preposition may name, too ("tyre without rim *price*"); of times it is
# rather told than asked when.
_AFTER_ALL = frozenset("money phone email url percentage weight speed temperature".split())
# Nouns that say when something is.
# Nouns that only tell that a figure is asked for.
_FIGURES = frozenset(
    "amount total maximum minimum max min limit limits strength dose dosage allowance surcharge "
    "discount reduction count".split()
)
# Nouns that tell for sure only as the last of the words, or before "for", "of" and the like.
_AT_THE_END = {
    "phone": "phone",
    "telephone": "phone",
    "tel": "phone",
    "mobile": "phone",
    "fax": "phone",
    "pay": "money",
    "opening": "hours",
    "start": "date",
    "beginning": "date",
    "end": "date",
    "departure": "date",
    "arrival": "date",
}
_GOES_ON = frozenset(("of", "for", "on"))
# Deeds after which, at the end of the words, it is asked when they were done.
_DONE = frozenset(
    "published founded built opened born died established released launched introduced completed "
    "finished started began ended abolished discovered".split()
)
_DOERS = frozenset("i you he she it we they".split())
# What happens at a time and takes none.
_AT_ONCE = frozenset(
    "opening closing starting boarding landing sailing meeting morning evening".split()
)
_PLACES = frozenset(("venue", "location", "whereabouts"))
_ONE_OF = frozenset("time times day week month year".split())
_SPANS = frozenset("seconds minutes weeks nights months".split())
_FEASTS = frozenset(("birthday", "anniversary"))
_DETERMINERS = frozenset("the a an this that my our your his her its".split())
_HEAD = 4  # words among which what is asked for stands
_ADJECTIVE_FROM = 0.5
_NOUN_FROM = 0.5


def key_word_type(words: Sequence[Token], lexicon: Lexicon) -> str:
    """Return the type that key words ask for: that of the last noun that tells it for sure, of
    one word or two, else of one that only tells it in its place, else "phrase"."""
    norms = [word.norm.rpartition("-")[2] for word in words]  # "max-size"
    beside = next((at for at, norm in enumerate(norms) if at and norm in _BESIDE), len(norms))
    found = "phrase"
    if _asks_how_many(norms):
        return "count"
    for at in range(beside):  # "cyclists per day", "memory per file": told, not asked for
        kind = _told_by(norms, at, lexicon)
        telling = kind in _TELLING or (kind == "code" and norms[at] == "number")
        if telling or (kind == "path" and at == len(norms) - 1):
            found = _lasting(norms, at) or kind
            if norms[at + 1 : at + 2] == ["of"]:
                break  # "share of revenue"
    if len(norms) > 1 and norms[-1] in _PLACES:
        return "place"  # "concert venue"
    if norms[-1:] == ["name"] and len(norms) > 1 and lexicon.classes(norms[-2])[:1] == ("person",):
        return "person"  # "treasurer name"
    if found == "phrase" and beside + 2 < len(norms):
        last = _told_by(norms, len(norms) - 1, lexicon)
        found = last if last in _AFTER_ALL else found
    if found != "phrase" or not norms:
        return found
    kind = _told_by_place(norms, beside)
    if kind == "phrase" and beside == len(norms):
        kind = _of_whom(words, lexicon)
    return kind


def _asks_how_many(norms: Sequence[str]) -> bool:
    """Return whether the words begin with "number of" and what is counted ("max *number of
    guests*", not "order number of the filter")."""
    at = norms.index("number") if "number" in norms[:_HEAD] else len(norms)
    counted = norms[at + 2 : at + 3]
    return norms[at + 1 : at + 2] == ["of"] and bool(counted) and counted[0] not in _DETERMINERS


def _lasting(norms: Sequence[str], at: int) -> str:
    """Return "duration" where a time is how long something takes: "hatching time", "time limit"."""
    if norms[at] != "time":
        return ""
    before, after = " ".join(norms[max(0, at - 1) : at]), " ".join(norms[at + 1 : at + 2])
    takes = before.endswith("ing") and before not in _AT_ONCE
    return "duration" if takes or after in ("limit", "between") else ""


def _of_whom(words: Sequence[Token], lexicon: Lexicon) -> str:
    """Return "person" for the last of key words that names what somebody is ("hut warden"), or the
    first before a name ("warden Millrace"), else "phrase"."""
    first, last = words[0], words[-1]
    named = all(word.text[:1].isupper() for word in words[1:])
    at_the_end = lexicon.lemmas(last.norm)[:1] == (last.norm,) and last.text.islower()
    for word, counts in ((last, at_the_end), (first, named and first.text.islower())):
        known = NOUN_TYPES.get(word.norm, "person") == "person"
        if counts and known and len(words) > 1 and lexicon.classes(word.norm)[:1] == ("person",):
            return "person"
    return "phrase"


def _told_by(norms: Sequence[str], at: int, lexicon: Lexicon) -> str:
    """Return the type that the noun at a place asks for wherever it stands, or ""."""
    norm, before = norms[at], norms[at - 1] if at else ""
    if norm == "days":
        # "Days kept": how many, or which.
        return "duration" if norms[at + 1 : at + 2] == ["off"] else ""
    if norm in PARTS_OF_DAY or (before in NUMBER_FORMS and norm in _ONE_OF):
        return ""  # "the second time"
    after = norms[at + 1] if at + 1 < len(norms) else ""
    if norm in _FEASTS and after and after not in _BESIDE and after not in _GOES_ON:
        return ""  # "birthday party"
    if norm in _COUNTED and after.isdigit():
        return ""  # "undo steps in version 7"
    if norm == "release" and lexicon.parts_of_speech(after).get("noun", 0.0) >= _NOUN_FROM:
        return ""  # "release interval"
    if norm in _SPANS and lexicon.parts_of_speech(before).get("adjective", 0.0) >= _ADJECTIVE_FROM:
        return "duration"  # "free minutes"
    if norm == "number" and norms[at + 1 : at + 2] != ["of"] and before not in NUMBER_FORMS:
        # "Customer number", and "total number"
        noun = lexicon.parts_of_speech(before).get("noun", 0.0) >= _NOUN_FROM
        return NOUN_TYPES.get(f"{before} number", "code" if noun else "")
    for form in (norm, *lexicon.lemmas(norm)):
        pair = f"{before} {form}" if before else form
        kind = NOUN_TYPES.get(pair) or NOUN_TYPES.get(form, "")
        if form == "period" and before and lexicon.parts_of_speech(before).get("noun"):
            kind = "duration"  # "guarantee period"
        elif norm == "hours" and pair not in NOUN_TYPES:
            kind = "hours"  # "helpline hours"
        if kind in _TELLING or kind == "path":
            return kind
    return ""


def _told_by_place(norms: Sequence[str], beside: int) -> str:
    """Return the type that key words ask for by their first or last word."""
    last = norms[-1]
    if last == "by" and len(norms) > 2:
        return "person"  # "restoration led by"
    if last in _DONE and len(norms) > 1 and norms[-2] not in _DOERS:
        return "date"  # but not "the last picture *he completed*"
    for at, norm in enumerate(norms):
        kind, after = _AT_THE_END.get(norm), " ".join(norms[at + 1 : at + 2])
        if kind is not None and (after in _GOES_ON or (at and at + 1 in (beside, len(norms)))):
            return "date" if (norm, after) == ("opening", "of") else kind
    if not _FIGURES.isdisjoint(norms[:beside]) or norms[beside : beside + 1] == ["per"]:
        return "number"
    return "phrase"
