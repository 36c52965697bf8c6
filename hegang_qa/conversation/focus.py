"""Finds what a pronoun, "there", "then" or "the latter" means, among what was spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.mention import Mention

__all__ = ["CLOSE", "best_for", "fits", "is_time"]

# Two readings whose scores differ by less are close: then it is better to ask back.
CLOSE = 0.25

_NO_THING = (
    "date", "time", "number", "percentage", "ordinal", "yes-no", "reason", "manner", "version",
    "email", "phone", "url", "address", "hours", "code",
)  # fmt: skip


def is_time(mention: Mention) -> bool:
    """Return whether a mention is a point or stretch of time."""
    return any(is_a(mention.kind, kind) for kind in ("date", "time", "year"))


def _is(mention: Mention, *kinds: str) -> bool:
    return any(is_a(mention.kind, kind) for kind in kinds)


def fits(pronoun: str, mention: Mention) -> float:
    """Return how well a mention suits a pronoun: 0 not at all, 1 well, more for the very kind.

    `pronoun` is "he", "she", "it", "they", "that", "there" or "then".
    """
    if pronoun == "then":
        return 1.0 if is_time(mention) else 0.0
    if is_time(mention) or _is(mention, *_NO_THING):
        return 0.0
    if pronoun == "there":
        if _is(mention, "place"):
            return 4.0 if mention.role == "setting" else 1.5
        if _is(mention, "person"):
            return 0.0
        if mention.name and not mention.kind:
            return 0.9
        if mention.plural and not mention.name:
            return 0.1
        return 0.6 if _is(mention, "organisation") else 0.3
    if pronoun in ("he", "she"):
        if mention.role == "topic" and mention.gender in ("", pronoun):
            return 4.0  # a conversation about somebody: "he" is hardly ever anybody else
        if mention.gender and mention.gender != pronoun:
            return 0.0
        if _is(mention, "person"):
            if mention.role == "answer" and mention.text.islower() and " " not in mention.text:
                return 0.3  # "what did she become": "doctor" tells something of her
            return 0.1 if mention.plural else 2.4 if mention.gender else 1.5
        if mention.kind:
            return 0.0
        return 0.8 if mention.name and not mention.plural else 0.0
    if pronoun == "that":
        nearest = {"answer": 1.3, "setting": 3.0, "subject": 0.8}.get(mention.role, 0.6)
        return 0.0 if _is(mention, "person") else nearest
    if pronoun == "it" and mention.role == "who":
        return 0.0  # "who is the treasurer"
    if pronoun == "it":
        if _is(mention, "person"):  # a common noun may mean a thing as well ("client")
            return 0.0 if mention.name or mention.role == "answer" else 0.3
        if mention.plural:
            return 0.3
        if _is(mention, "language", "nationality"):
            return 0.3
        if mention.name or mention.role in ("subject", "answer"):
            return 1.0
        return 0.8
    # they
    if mention.role == "topic":
        return 2.5
    if mention.plural:
        return 1.2
    if _is(mention, "organisation", "nationality"):
        return 1.1
    if _is(mention, "person"):
        return 0.3 if mention.gender else 0.7
    if not mention.name:
        return 0.1  # "membership": one thing, and nobody
    return 0.35 if mention.kind else 0.8


def best_for(
    pronoun: str, spoken_of: Sequence[Mention], *, without: frozenset[str] = frozenset()
) -> list[tuple[float, Mention]]:
    """Return the mentions that fit `pronoun` with their scores, best first.

    `without` are stems of the question itself: what it already names is not meant by "it".
    """
    scored = [
        (fits(pronoun, mention) * mention.salience, mention)
        for mention in spoken_of
        if not (mention.stems and mention.stems <= without)
    ]
    scored = [pair for pair in scored if pair[0] > 0]
    scored.sort(key=lambda pair: -pair[0])
    return scored
