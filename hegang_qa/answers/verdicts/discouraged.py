"""What a sentence says of a thing in place of saying that it may not be: "*avoid* alcohol", "table
salt *will ruin* it", "bookings by phone are *ignored*", "Marble: *unsuitable*", "phones have to be
*switched off* on level 4".
"""

from __future__ import annotations

from itertools import pairwise

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.verdicts.rulings import asks_leave
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.words import NEGATIONS

__all__ = ["discouraged", "hated"]

_MEANT = frozenset((*BY_FORM, "synonym", "compound"))
_PARTS = frozenset((",", ";", ".", ":", "but", "because", "as", "since", "unless"))
_SHUNNING = {("avoid",), ("refrain", "from"), ("keep", "away", "from"), ("stay", "away", "from")}
_HARMING = frozenset(
    "destroy destroys ruin ruins damage damages harm harms spoil spoils wreck wrecks corrode "
    "corrodes scratch scratches stain stains crack cracks void voids invalidate invalidates "
    "attack attacks".split()
)
_TURNED_AWAY = frozenset(
    "excluded ignored rejected discarded disregarded disqualified ineligible declined barred "
    "inadmissible void invalid frozen suspended halted".split()
)
_LET_IN = frozenset(
    "considered accepted processed admitted entertained honoured taken supported available "
    "compatible".split()
)
_DOING = frozenset(("do", "does"))
_TAKING = frozenset("take accept allow permit collect have".split())
_GONE = frozenset("removed dropped discontinued withdrawn retired".split())
_SUPPORT = frozenset(("support", "supports", "supported"))
_BACK = frozenset("unread unopened unprocessed".split())
_BE_OR_GET = frozenset("is are be was were get gets been being".split())
_UNFIT = frozenset(
    "unsuitable inadvisable unsafe unusable inappropriate incompatible unsupported "
    "impermissible".split()
)
_FIT = frozenset(
    "suitable recommended advisable safe allowed permitted possible compatible supported "
    "appropriate accepted usable support supports work works".split()
)
_LABEL = 4  # words
_NEAR = 4
_HATING = frozenset("hates hate dislikes dislike detests resents".split())
_BEING = frozenset("is are strictly absolutely completely very really".split())
_BAD = (
    ("out", "of", "the", "question"),
    ("out", "of", "bounds"),
    ("off", "limits"),
    ("off-limits",),
    ("bad", "for"),
    ("poisonous",),
    ("toxic",),
    ("harmful",),
)
_BOUND = frozenset("must to should".split())  # "have to", "need to"
_AWAY = frozenset("off out away outside behind at".split())
_PUT = frozenset("switched turned kept left put stay remain keep stowed".split())
_CLAUSES = frozenset((";", "but", "while", "whereas", "however"))


def discouraged(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the words by which a sentence speaks against what one asks leave for, or asks of
    whether it does; "" where it has none of these forms for what is asked about."""
    if not (asks_leave(question) or _asks_whether_fit(question)):
        return ""
    things = [
        match.token
        for match in ranked.matches
        if question.terms[match.term].role != "verb" and match.how in _MEANT
    ]
    stems = {ranked.tokens[spot].stem for spot in things}
    things = [n for n, token in enumerate(ranked.tokens) if token.stem in stems]
    deeds = [match.token for match in ranked.matches if match.how in BY_FORM]
    norms = [token.norm for token in ranked.tokens]
    asked = {token.norm for token in question.tokens}
    return (
        _shunned(norms, sorted({*things, *deeds}))
        or _harming(norms, analysis.tagged.tags, things, asked)
        or _turned_away(norms, things, asked)
        or _labelled_unfit(norms, things)
        or _bad(norms, things)
        or _listed_unfit(norms, things)
        or hated(ranked, deeds)
        or _kept_off(question, ranked, norms)
    )


def _asks_whether_fit(question: Question) -> bool:
    norms = [token.norm for token in question.tokens]
    takes = norms[0] in _DOING and not _TAKING.isdisjoint(norms)
    return takes or norms[0] == "should" or not _FIT.isdisjoint(norms)


def _shunned(norms: list[str], spots: list[int]) -> str:
    """Return the verb that warns of what follows it and is asked about, "" for none."""
    for at in range(len(norms)):
        words = next((one for one in _SHUNNING if tuple(norms[at : at + len(one)]) == one), None)
        if words is None or not NEGATIONS.isdisjoint(norms[max(0, at - 3) : at]):
            continue
        first = at + len(words)
        end = next((n for n in range(first, len(norms)) if norms[n] in _PARTS), len(norms))
        if any(first <= spot < end for spot in spots):
            return " ".join(words)
    return ""


def _harming(norms: list[str], tags: str, things: list[int], asked: set[str]) -> str:
    """Return the verb by which what is asked about does harm, where it is the subject; else ""."""
    for at, norm in enumerate(norms):
        if norm not in _HARMING or norm in asked:
            continue
        if tags[at] not in VERB_TAGS and tags[at + 1 : at + 2] != "D":
            continue  # "water *damage*"
        begin = next((n + 1 for n in range(at - 1, -1, -1) if norms[n] in _PARTS), 0)
        before = range(begin, at)
        if NEGATIONS.isdisjoint(norms[begin:at]) and any(spot in before for spot in things):
            verbs = [n for n in before if tags[n] in "VKX"]
            if not verbs:
                return norm
    return ""


def _turned_away(norms: list[str], things: list[int], asked: set[str]) -> str:
    """Return the participle by which what is asked about is not let in, else ""."""
    for at, norm in enumerate(norms):
        before = norms[max(0, at - 3) : at]
        denied = not NEGATIONS.isdisjoint(before)
        back = norm == "returned" and not _BACK.isdisjoint(norms[at + 1 : at + 2])
        away = norm in _LET_IN if denied else norm in _TURNED_AWAY or back
        away = away or (norm in _GONE and not denied and not _SUPPORT.isdisjoint(asked))
        can_be = before[-1:] == ["be"] and before[-2:-1] in (["can"], ["may"], ["could"])
        if not away or norm in asked or can_be or _BE_OR_GET.isdisjoint(before):
            continue
        begin = next((n + 1 for n in range(at - 1, -1, -1) if norms[n] in _CLAUSES), 0)
        if any(begin <= spot < at for spot in things):
            return norm
    return ""


def _listed_unfit(norms: list[str], things: list[int]) -> str:
    """Return the words by which a label says that what it lists does not do ("*Not suitable*: wood,
    iron"), else ""."""
    colon = norms.index(":") if ":" in norms else -1
    label = norms[: max(0, colon)]
    if not 0 < len(label) <= _LABEL or not any(spot > colon for spot in things):
        return ""
    unfit = label[0] in _UNFIT or (label[0] in NEGATIONS and not _FIT.isdisjoint(label[1:]))
    return " ".join(label) if unfit else ""


def hated(ranked: RankedSentence, deeds: list[int]) -> str:
    """Return the verb by which somebody is said to hate what is asked about ("he *hates being*
    picked up"), else ""; `deeds` are the tokens of that."""
    norms = [token.norm for token in ranked.tokens]
    for at, norm in enumerate(norms):
        if norm in _HATING and any(at < spot <= at + _NEAR for spot in deeds):
            before = norms[max(0, at - 3) : at]
            if NEGATIONS.isdisjoint(before) and norms[at + 1 : at + 2] in (["being"], ["to"]):
                return f"{norm} {norms[at + 1]}"
    return ""


def _bad(norms: list[str], things: list[int]) -> str:
    """Return the words by which what is asked about is said to be bad, or not to be thought of
    ("goats are *out of the question*", "milk is *bad for* him"), else ""."""
    for at in range(1, len(norms)):
        if norms[at - 1] not in _BEING or not any(spot < at for spot in things):
            continue
        words = next((one for one in _BAD if tuple(norms[at : at + len(one)]) == one), None)
        between = norms[max(spot for spot in things if spot < at) + 1 : at]
        if words is not None and _PARTS.isdisjoint(between) and NEGATIONS.isdisjoint(between):
            return " ".join(words)
    return ""


def _labelled_unfit(norms: list[str], things: list[int]) -> str:
    """Return the words by which a label's thing does not do ("Marble: *unsuitable*"), else ""."""
    colon = norms.index(":") if ":" in norms else -1
    if colon < 1 or not any(spot < colon for spot in things):
        return ""
    first, second = (*norms[colon + 1 : colon + 3], "", "")[:2]
    if first in _UNFIT:
        return first
    return f"{first} {second}" if first in NEGATIONS and second in _FIT else ""


def _kept_off(question: Question, ranked: RankedSentence, norms: list[str]) -> str:
    """Return how a clause keeps away what is asked about ("must be *kept out* of the kitchen"),
    where it alone names the place that is asked for; "" elsewhere."""
    bounds = [0, *(n for n, norm in enumerate(norms) if norm in _CLAUSES), len(norms)]
    for low, high in pairwise(bounds):
        at = next(
            (
                n
                for n in range(low + 1, high - 1)
                if norms[n] in _PUT
                and norms[n + 1] in _AWAY
                and not _BOUND.isdisjoint(norms[max(low, n - 2) : n])
            ),
            -1,
        )
        if at < 0 or not NEGATIONS.isdisjoint(norms[low:at]):
            continue
        here = {m.term for m in ranked.matches if low <= m.token < high}
        elsewhere = {m.term for m in ranked.matches if not low <= m.token < high}
        own = [n for n in here - elsewhere if question.terms[n].role != "verb"]
        if own and (len(bounds) == 2 or elsewhere):
            return f"{norms[at]} {norms[at + 1]}"
    return ""
