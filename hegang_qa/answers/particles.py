"""Verbs that mean hardly anything of their own without a particle: who *set up* a club founded it,
who *set* a record did not."""

from __future__ import annotations

from hegang_qa.ranking.model import RankedSentence

__all__ = ["lacks_its_particle"]

_SETTING = frozenset("set sets setting put puts putting".split())
_PARTICLES = frozenset("up out off down aside forward together".split())
_WITHIN = 3  # tokens behind the verb ("set the club *up*")


def lacks_its_particle(ranked: RankedSentence, at: int) -> bool:
    """Return whether the token at `at` of a sentence is such a verb, and no particle is near."""
    if ranked.tokens[at].norm not in _SETTING:
        return False
    behind = ranked.tokens[at + 1 : at + 1 + _WITHIN]
    return _PARTICLES.isdisjoint(token.norm for token in behind)
