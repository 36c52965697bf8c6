"""What wording and noun together say: "how long is the *bridge*" or "the *shift*"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hegang_qa.answer_types import is_a
from hegang_qa.question.nouns import NOUN_TYPES
from hegang_qa.text.tokens import Token

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["is_kept", "lasting_or_long", "length_of"]

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
_ENDS = frozenset(
    "in on at of for to from by with after before during when if until who which that as".split()
)
# Times by name that are first something else in the lexicon.
_TIMES = frozenset(
    "break pause shift quarter half season term lesson session course stay trial contract lease"
    " loan visit interval test exam examination".split()
)
# Things written, whose length is told in characters.
_WRITTEN = frozenset(
    "password passwords passphrase key keys code codes name names title titles username message"
    " messages description text summary comment identifier note notes post posts label labels"
    " caption captions headline headlines abstract abstracts entry entries tag tags".split()
)

# Things whose place is a folder or file.
_KEPT = frozenset(
    "file files folder directory log logs logfile logfiles config configuration script scripts "
    "executable binary".split()
)
_RIDDEN = frozenset(
    "train bus ferry flight drive ride trip journey crossing walk tour hike voyage tram coach boat "
    "climb".split()
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
    if len(phrase) > 1 and (last in _STATES or (last.endswith("ed") and _is_done(last, lexicon))):
        return "duration"
    if last in _RIDDEN and end < len(words) and words[end].norm in ("to", "from", "between"):
        return "duration"  # "how long is the *train to* Ardley"
    if "of" in phrase:
        last = phrase[phrase.index("of") - 1]
    if last in _WRITTEN:
        return "quantity"
    if last in _TIMES:
        return "duration"
    for form in (last, *lexicon.lemmas(last)):
        known = NOUN_TYPES.get(form)
        if known is not None:
            return "duration" if is_a(known, "date") or known in _LASTING else "distance"
    classes = lexicon.classes(last)
    for kind in classes:
        if kind in _LASTING or kind in _SPATIAL:
            return "duration" if kind in _LASTING else "distance"
    return "distance"


def _is_done(participle: str, lexicon: Lexicon) -> bool:
    """Return whether a word in -ed is foremost a form of a verb ("baked", not "bed")."""
    return any(
        lexicon.parts_of_speech(form).get("verb", 0.0) >= 0.5
        for form in (participle, *lexicon.lemmas(participle))
    )


def length_of(words: Sequence[Token], lexicon: Lexicon) -> str:
    """Return what "length" asks for in "the length of the shift", "lunch break length" and the
    like, by whose length it is; "distance" where nobody's is told."""
    norms = [word.norm for word in words]
    at = norms.index("length")
    if norms[at + 1 : at + 2] == ["of"]:
        start = at + 2
        while start < len(words) and norms[start] in ("a", "an", "the", "your", "my", "our"):
            start += 1
        return lasting_or_long(words, start, lexicon) if start < len(words) else "distance"
    noun = lexicon.parts_of_speech(norms[at - 1]).get("noun", 0.0) if at else 0.0
    if noun >= 0.15 or (at and norms[at - 1] in _TIMES):
        kind = lasting_or_long(words[:at], at - 1, lexicon)
        # A bill may be a bird's, a law or a sum.
        either = not _SPATIAL.isdisjoint(lexicon.classes(norms[at - 1]))
        return "quantity" if either and norms[at - 1] not in _TIMES else kind
    return "distance"


def is_kept(norm: str) -> bool:
    """Tell whether a word names something whose place is a folder or file: "where are the logs"."""
    return norm in _KEPT
