"""What stands behind "what is" and "who is": a name, a participle, a kind, a price."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from hegang_qa.question.noun_phrase import (
    ARTICLES,
    BE,
    BOUNDARIES,
    VERB_FROM,
    NounPhrase,
    is_irregular,
)
from hegang_qa.text.tokens import Token

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = [
    "MERGED",
    "asks_its_kind",
    "follows",
    "is_bare_name",
    "is_office",
    "is_passive",
    "is_plain_name",
    "is_price",
]

MERGED = {"whats": "what", "whos": "who", "wheres": "where", "hows": "how", "whens": "when"}
"""Question words with the "is" that runs into them."""

_HOLDING = ("ship", "cy", "age")
_KINDS = frozenset(("kind", "type", "sort"))
# Adjectives that are as often surnames, and are typed without their capital.
_SURNAMES = frozenset(
    "best black blunt bold bright brown fair frank good grand gray green grey gross hardy keen "
    "large little long low moody noble poor quick rich savage sharp short small stern stout "
    "strong sweet swift white wild wise young".split()
)
_NOUN_FROM = 0.1
_PAID = frozenset(("paid", "payed", "charged"))


def follows(words: Sequence[Token], at: int, wanted: Collection[str]) -> bool:
    """Return whether one of some words stands at a place."""
    return 0 <= at < len(words) and words[at].norm in wanted


def is_passive(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether "what is" is followed by a participle ("what was introduced in May")."""
    after = at + (1 if at >= 0 and words[at].norm in MERGED else 2)
    if at >= 0 and after < len(words) and words[after].norm.endswith("ly"):
        after += 1
    if at < 0 or after + 1 >= len(words) or words[after].norm == "meant":
        return False
    word = words[after]
    if after + 2 == len(words):
        return False  # "what is prepared mustard"
    return word.text.islower() and (
        (word.norm.endswith("ed") or is_irregular(word.norm, lexicon))
        and lexicon.parts_of_speech(word.norm).get("verb", 0.0) >= VERB_FROM
    )


def is_price(words: Sequence[Token], at: int) -> bool:
    """Tell whether "what is" is followed by "paid for", "charged for": how much, then."""
    paid = next((n for n in range(at + 2, len(words)) if words[n].norm in _PAID), -1)
    return at >= 0 and at + 1 < paid <= at + 3 and follows(words, paid + 1, {"for"})


def asks_its_kind(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether the question is "what kind of city is Rome": what Rome is, then."""
    if not (follows(words, at, {"what", "which"}) and follows(words, at + 1, _KINDS)):
        return False
    if not follows(words, at + 2, {"of"}):
        return False
    verb = next((n for n in range(at + 3, len(words)) if words[n].norm in BE), -1)
    if verb < at + 4 or verb + 1 == len(words):
        return False
    rest = words[verb + 1 :]
    return rest[-1].text[:1].isupper() and not any(
        lexicon.parts_of_speech(word.norm).get("verb", 0.0) >= VERB_FROM or word.norm in BOUNDARIES
        for word in rest
        if word.text.islower()
    )


def is_plain_name(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether "who is" is followed by a name and nothing else: not by what somebody is or was
    ("who was present", "who was hired")."""
    rest = words[at + 1 :] if words[at].norm in MERGED else words[at + 2 :]
    if len(rest) == 1 and rest[0].text.islower() and rest[0].norm not in _SURNAMES:
        parts = lexicon.parts_of_speech(rest[0].norm)
        if parts and parts.get("noun", 0.0) < _NOUN_FROM:
            return False
    return (
        bool(rest)
        and not any(
            word.norm in ("'s", "'") or word.norm in BOUNDARIES - {"in", "of", "and"}
            for word in rest
        )
        and (rest[0].norm not in BOUNDARIES)
        and (len(rest) == 1 or rest[0].text[:1].isupper() or not rest[0].norm.endswith("ed"))
    )


def is_office(word: Token, lexicon: Lexicon) -> bool:
    """Return whether a word is no name but an office ("who is captain"): those have nouns for
    holding them ("captainship", "presidency"), where names have "-ian"."""
    return word.text.islower() and any(
        kind == "derivation" and other.endswith(_HOLDING)
        for other, kind, _ in lexicon.related(word.norm)
    )


def is_bare_name(words: Sequence[Token], at: int, phrase: NounPhrase, *, is_class: bool) -> bool:
    """Tell whether the phrase is a name ("what is the Long March"): what it is is asked for."""
    inner = words[phrase.start : phrase.head + 1]
    whole = all(word.text[:1].isupper() for word in inner)
    return (
        at >= 0
        and at + 1 < len(words)
        and words[at + 1].norm in BE
        and phrase.end == len(words)
        and words[phrase.start - 1].norm in ARTICLES
        and (whole or (len(inner) > 1 and inner[0].text[:1].isupper() and is_class))
        and not all(word.text.isupper() for word in words)
    )
