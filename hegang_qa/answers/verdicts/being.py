"""Whether a sentence says of what is asked about that it *is* something, or is in a place.

"Is the museum in Lisbon?" is not answered by "the museum runs buses to Lisbon", nor "Is Ann the
mayor of Kelm?" by "Ann lives with Tom, the mayor of Kelm", though all words are there.
"""

from __future__ import annotations

from collections.abc import Mapping

from hegang_qa.answers.accounts import stands_above
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import MONTHS, WEEKDAYS

__all__ = ["adjective_of_another", "is_said_otherwise"]

_BEING = frozenset("is are was were".split())
_PLACING = frozenset("in at on near inside within beside behind".split())
_SITUATED = frozenset("located situated based found".split())
# What stands after these is where something goes or comes from, or whom it is for.
_GOING = frozenset("to from into toward towards for via through with".split())
_ARTICLES = frozenset("the a an".split())
_OF = frozenset(("of", "in"))
_PHRASE = frozenset("DJNE#-S")
_LIST = frozenset("DJNE#-,C")
_ENDS = frozenset(";:.CB")
_SUBJECT = lazy(r"D?[JNE#-]*[NE](?=R?[VXMK])")


def is_said_otherwise(question: Question, ranked: RankedSentence, analysis: Analysis) -> bool:
    """Return whether a question asks if something is in a place, or is such a thing, and a
    sentence that has the words does not put the one to the other."""
    asked = [token.norm for token in question.tokens]
    if len(asked) < 3 or asked[0] not in _BEING or asked[1] == "there" or ranked.sentence.cells:
        return False
    placed = {question.terms[m.term].token: m.token for m in ranked.matches}
    roles = {term.token: term.role for term in question.terms}
    link = next((n for n, norm in enumerate(asked) if n > 1 and norm in _PLACING), 0)
    told = [n for n in roles if n < link and asked[n] not in _SITUATED]
    if told and all(roles[n] in ("name", "noun", "focus") for n in told):
        article = next((n for n in range(2, link) if asked[n] in _ARTICLES), 0)
        if not article:
            after = [n for n in sorted(roles) if n > link]
            last = asked[after[-1]] if after else ""
            if not last or last in MONTHS or last in WEEKDAYS or last.removesuffix("s") in WEEKDAYS:
                return False
            if any(roles[n] not in ("name", "noun", "focus", "other") for n in after):
                return False
            if after[-1] not in placed:
                return not _stands_above(question, after[-1], ranked)
            if _has_another_subject(question, told, placed, ranked, analysis):
                return True
            return _is_no_place(
                [placed[n] for n in told if n in placed], placed.get(after[-1], -1), analysis
            )
    kind = _kind_asked(asked, roles)
    if kind >= 0 and kind not in placed:
        return not _stands_above(question, kind, ranked)
    return kind >= 0 and _is_another(asked, placed, roles, kind, analysis)


def adjective_of_another(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the noun of which a sentence has the adjective that is asked about ("is the minibus
    *new*": "the new minibus *engine*"; "is Ann Danish": "Ann met a Danish *sailor*"), "" where it
    is said of the thing itself."""
    asked, tags, tokens = question.tokens, analysis.tagged.tags, ranked.tokens
    last = max((token.start for token in asked if token.kind != "mark"), default=-1)
    if ranked.sentence.cells or asked[0].norm not in _BEING:
        return ""
    own = {token.stem for token in asked}
    for match in ranked.matches:
        term = question.terms[match.term]
        if asked[term.token].start != last or tags[match.token] not in "JE":
            continue
        head = match.token
        while tags[head + 1 : head + 2] in ("N", "E") and head + 1 < len(tags):
            head += 1
        if head == match.token or tokens[head].stem in own:
            continue
        start = match.token
        while start > 0 and tags[start - 1] in "DJ":
            start -= 1
        if any(token.stem in own for token in tokens[match.token + 1 : head]):
            return tokens[head].text
        # "Ann is a Danish sailor", "Ann, a Danish sailor," say it of her.
        if start and tags[start - 1] not in "X,(":
            return tokens[head].text
    return ""


def _has_another_subject(
    question: Question,
    things: list[int],
    placed: dict[int, int],
    ranked: RankedSentence,
    analysis: Analysis,
) -> bool:
    """Return whether what is asked about stands only beside a sentence, which begins with a subject
    of its own: "the *hall* is in the cellar", said beside the kitchen. A name may be meant by a
    noun ("the town"), and what stands in the heading by any."""
    if any(n in placed for n in things):
        return False
    if all(_stands_above(question, n, ranked) for n in things):
        return False
    subject = _SUBJECT.match(analysis.tagged.tags)
    if subject is None:
        return False
    named = any(question.tokens[n].text[:1].isupper() for n in things)
    return not named or "E" in subject.group()


def _is_no_place(things: list[int], place: int, analysis: Analysis) -> bool:
    """Return whether the token `place` is where something else goes or is, not the `things`."""
    if place < 0 or place in things:
        return False
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    at = place - 1
    while at >= 0 and tags[at] in _LIST and at not in things:
        at -= 1
    if at < 0 or at in things:
        return False
    if norms[at] in _GOING:
        return True
    first = min(things, default=0)  # what is only meant ("it") mostly comes first
    if first > at:
        # "The museum, near Porto, runs buses to Lisbon" does not put Lisbon near Porto.
        link = first - 1
        while link > place and tags[link] in _PHRASE:
            link -= 1
        return link > place and norms[link] in _GOING
    if tags[place + 1 : place + 2] == "S" and "X" not in tags[_clause(tags, first, place) : place]:
        # "It faces Russia's coast": what stands after it is there.
        return True
    if tags[at] == "V" and norms[at] not in _SITUATED:
        return "," not in tags[at:place]  # "it faces Russia"
    # "Runs buses in Lisbon": the buses are there.
    return (
        norms[at] in _PLACING
        and tags[at - 1] in "NE"
        and at - 1 not in things
        and "V" in tags[max(things, default=0) + 1 : at]
        and not set(tags[max(things, default=0) + 1 : at]) & set("XK")
    )


def _stands_above(question: Question, at: int, ranked: RankedSentence) -> bool:
    """Return whether the word that is a token of the question stands over a sentence."""
    return any(
        term.token == at and stands_above(question, number, ranked.sentence)
        for number, term in enumerate(question.terms)
    )


def _kind_asked(asked: list[str], roles: Mapping[int, str]) -> int:
    """Return the token of the noun that the question has after "the", "a" or "an", and asks
    whether a thing is such: "is Ann the *mayor* of Kelm"; -1 where it asks otherwise."""
    article = next((n for n in range(2, len(asked)) if asked[n] in _ARTICLES), 0)
    things = [n for n in roles if n < article]
    if article - 1 not in things or not all(roles[n] in ("name", "noun") for n in things):
        return -1
    end = next((n for n in range(article, len(asked)) if asked[n] in _OF), len(asked))
    return max((n for n in roles if article < n < end), default=-1)


def _is_another(
    asked: list[str],
    placed: dict[int, int],
    roles: Mapping[int, str],
    noun: int,
    analysis: Analysis,
) -> bool:
    """Return whether a sentence calls another thing than the one asked about by a noun."""
    article = max(n for n in range(noun) if asked[n] in _ARTICLES)
    things = [n for n in roles if n < article]
    end = next((n for n in range(noun, len(asked)) if asked[n] in _OF), len(asked))
    kind = placed[noun]
    own = [placed[n] for n in things if n in placed]
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    beyond = [placed[n] for n in roles if n > end and n in placed]
    after = norms[kind + 1 : kind + 2]
    if after and after[0] in _OF:
        # "Tom is the son of Ann" is not said of Ann.
        close = kind + 2
        while close < len(tags) and tags[close] in _PHRASE:
            close += 1
        if any(kind < at < close for at in own) and any(at < kind for at in beyond):
            return True
    low = kind
    while low > 0 and tags[low - 1] in _PHRASE:
        low -= 1
    if low == 0 or any(low <= at <= kind for at in own):
        return False
    before = low - 1
    while before > 0 and tags[before] in "RXW,":
        before -= 1
    between = tags[before + 1 : low]
    if "X" not in between and between != ",":
        return False
    subject = _subject_before(tags, before, whole="X" in between and "W" not in between)
    # Only a name can be another than the one asked about; "it" and "the town" may be the same.
    if not any(tags[at] == "E" for at in subject):
        return False
    return not any(at in subject or at > kind for at in own)


def _subject_before(tags: str, at: int, *, whole: bool) -> list[int]:
    """Return the tokens up to `at` of the noun phrase there, or of the `whole` clause; brackets are
    no part of either."""
    held = []
    depth = 0
    for spot in range(at, -1, -1):
        if tags[spot] in "()":
            depth += 1 if tags[spot] == ")" else -1
        elif depth <= 0:
            if tags[spot] in _ENDS if whole else tags[spot] not in _PHRASE:
                break
            held.append(spot)
    return held


def _clause(tags: str, low: int, at: int) -> int:
    """Return where the clause of a token begins, `low` at the earliest."""
    return max((spot + 1 for spot in range(low, at) if tags[spot] in ";:."), default=low)
