"""What wording and noun together say: "how long is the *bridge*" or "the *shift*"; and what a
few words without a question ask for ("late fee dvd")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hegang_qa.answer_types import is_a
from hegang_qa.question.nouns import NOUN_TYPES
from hegang_qa.text.tokens import Token

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["is_kept", "key_word_type", "lasting_or_long"]

# Predicates of things that last: "how long is a voucher *valid*".
_STATES = frozenset(
    """
    valid open closed available good free away active absent alive effective current kept held
    left due late delayed run lost hidden shut down offline online unavailable
    """.split()
)
# Classes of things that take time, and of things that take space.
_LASTING = frozenset(("duration", "event", "action", "sport", "work", "disease", "title"))
_SPATIAL = frozenset(
    """
    place river lake island street building mountain animal plant body-part vehicle weapon device
    product instrument distance city state country substance colour currency food
    """.split()
)
_ENDS = frozenset("in on at of for to from by with after before during when if until".split())

# Things whose place is a folder or file.
_KEPT = frozenset(
    "file files folder directory log logs logfile logfiles config configuration script scripts "
    "executable binary".split()
)

# Kinds that one noun among key words tells for sure.
_TELLING = frozenset(
    """
    money hours phone email url address date time year month duration percentage age temperature
    weight speed area volume size power version coordinates distance
    """.split()
)


def lasting_or_long(words: Sequence[Token], start: int, lexicon: Lexicon) -> str:
    """Return "duration" or "distance" for the words after "how long is", by what follows."""
    end = start
    while end < len(words) and (words[end].norm not in _ENDS or words[end].norm == "of"):
        end += 1
    phrase = [word.norm for word in words[start:end] if word.kind != "mark"]
    if not phrase:
        return "quantity"
    last = phrase[-1]
    if len(phrase) > 1 and (
        last in _STATES
        or (last.endswith("ed") and lexicon.parts_of_speech(last).get("verb", 0.0) >= 0.5)
    ):
        return "duration"
    if "of" in phrase:
        last = phrase[phrase.index("of") - 1]
    for form in (last, *lexicon.lemmas(last)):
        known = NOUN_TYPES.get(form)
        if known is not None:
            return "duration" if is_a(known, "date") or known in _LASTING else "distance"
    classes = lexicon.classes(last)
    for kind in classes:
        if kind in _LASTING or kind in _SPATIAL:
            return "duration" if kind in _LASTING else "distance"
    return "distance"


def is_kept(norm: str) -> bool:
    """Tell whether a word names something whose place is a folder or file: "where are the logs"."""
    return norm in _KEPT


def key_word_type(words: Sequence[Token], lexicon: Lexicon) -> str:
    """Return the type that key words ask for: that of the last noun that tells it for sure, of
    one word or two, else "phrase"."""
    found = "phrase"
    norms = [word.norm for word in words]
    for at, norm in enumerate(norms):
        for form in (norm, *lexicon.lemmas(norm)):
            pair = f"{norms[at - 1]} {form}" if at else form
            kind = NOUN_TYPES.get(pair) or NOUN_TYPES.get(form)
            if form == "period" and at and lexicon.parts_of_speech(norms[at - 1]).get("noun"):
                kind = "duration"  # "guarantee period"
            elif norm == "hours" and pair not in NOUN_TYPES:
                kind = "hours"  # "helpline hours"
            if kind in _TELLING or (kind == "path" and at == len(norms) - 1):
                found = kind
                break
    return found
