"""Whether there is something, where a sentence tells that it is not there: "bears are *absent*",
"wolves have *not been seen* since 1911", "*the last* tram ran in 1968"; and where it has but the
word for it: "composer of *the opera* The Miller" is no opera house.
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis, WordKnowledge
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.words import BE, NEGATIONS

__all__ = ["asks_whether_there_is", "gone", "only_by_the_way", "only_was", "planned"]

_HAVE = frozenset("have has had".split())
_ABSENT = frozenset("absent missing extinct lacking gone wanting unknown".split())
_LEFT = frozenset("disappeared vanished".split())
_REMOVED = frozenset(
    "removed dropped scrapped discontinued abolished axed withdrawn demolished dismantled shut "
    "closed filled sold".split()
)
_OFFER = frozenset(
    "offer offers have has sell sells run runs provide provides operate stock".split()
)
_SEEN = frozenset("seen found observed recorded sighted reported spotted".split())
_ENDED = frozenset(
    "ran left closed sailed stopped ended died went was were came served operated flew".split()
)
_BEFORE = 5  # tokens from "dropped" to what was
_STILL = frozenset(("still", "yet"))
_NOW = frozenset(("is", "are", "do", "does", "can"))
_BESIDE = frozenset(("of", "about", "called", "after"))
_ASKED_NOW = frozenset("is are do does can has have".split())
_COMING = frozenset(
    "planned coming expected announced scheduled intended envisaged foreseen due promised".split()
)
_STARTING = frozenset("start starts begin begins launch launches open opens".split())
_PRESENT = frozenset("is are has have still today now remains remain".split())
_SOON = frozenset(("only", "currently", "now", "already", "still"))


def asks_whether_there_is(question: Question) -> bool:
    """Return whether one asks whether there is something ("are there wolves")."""
    norms = [token.norm for token in question.tokens[:2]]
    return len(norms) == 2 and norms[0] in BE and norms[1] == "there"


def gone(question: Question, ranked: RankedSentence) -> str:
    """Return the words by which a sentence tells that what one asks for is not there (any more),
    "" where it does not."""
    asked = {token.norm for token in question.tokens}
    still = not _STILL.isdisjoint(asked)
    has = [token.norm for token in question.tokens[:1]] in (["do"], ["does"]) and "have" in asked
    if not (asks_whether_there_is(question) or has or (still and not _NOW.isdisjoint(asked))):
        return ""
    norms = [token.norm for token in ranked.tokens]
    things = {match.token for match in ranked.matches if match.how in BY_FORM}
    for spot in sorted(things):
        before = norms[max(0, spot - _BEFORE) : spot]
        dropped = next((norm for norm in before if norm in ("dropped", "scrapped", "axed")), "")
        longer = before[-4:-1] if before[-1:] in (["a"], ["the"], ["any"]) else before[-3:]
        if dropped and "not" not in before:
            return dropped
        if longer[:2] == ["no", "longer"] and longer[2:] and longer[2] in _OFFER:
            return "no longer"
        behind = norms[spot + 1 : spot + 7]
        end = next((n for n, norm in enumerate(behind) if norm in (",", ";", ".")), len(behind))
        behind = behind[:end]
        be = next((n for n, norm in enumerate(behind) if norm in BE | _HAVE), -1)
        rest = behind[be + 1 :] if be >= 0 else []
        absent = next((norm for norm in rest[:3] if norm in _ABSENT and norm not in asked), "")
        if absent and NEGATIONS.isdisjoint(rest):
            return absent
        removed = next((n for n in rest[:2] if n in _REMOVED and n not in asked), "")
        if removed and norms[spot + 1 + be] in ("was", "were", "been") and "open" not in norms:
            return removed
        left = next((n for n in behind[:4] if n in _LEFT and n not in asked), "")
        if left or ("died" in behind and "out" in behind):
            return left or "died out"
        if not NEGATIONS.isdisjoint(rest) and not _SEEN.isdisjoint(rest):
            return "not " + next(norm for norm in rest if norm in _SEEN)
        last = spot > 0 and norms[spot - 1] == "last" and "first" not in norms
        ended = not _ENDED.isdisjoint(behind) or (behind[:1] != [] and behind[0].endswith("ed"))
        if last and ended and "last" not in asked:
            return "the last"
    return ""


def only_by_the_way(
    question: Question, ranked: RankedSentence, analysis: Analysis, lexicon: WordKnowledge | None
) -> str:
    """Return the word of a sentence that only looks like what one asks for ("*beech*" for a beach),
    is no noun ("*underground*"), or belongs to something else ("a play about *a circus*"), where
    one asks whether there is one; "" elsewhere."""
    if not asks_whether_there_is(question) or not question.terms:
        return ""
    thing = 0
    match = next((m for m in ranked.matches if m.term == thing), None)
    if match is None or ranked.sentence.cells:
        return ""
    token = ranked.tokens[match.token]
    if lexicon is not None and match.how == "spelling":
        word = question.tokens[question.terms[thing].token].norm
        if lexicon.parts_of_speech(word) and lexicon.parts_of_speech(token.norm):
            return token.text  # both are words
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if match.how not in BY_FORM and tags[match.token] not in "NE":
        return token.text
    at = match.token - 1
    while at > 0 and tags[at] in "DJ":
        at -= 1
    return token.text if at > 0 and norms[at] in _BESIDE and tags[at - 1] in "NEVX" else ""


def planned(question: Question, ranked: RankedSentence) -> str:
    """Return the words by which a sentence tells that something is still to come ("support *is
    planned* for autumn"), where one asks whether it is so now; "" elsewhere."""
    asked = [token.norm for token in question.tokens]
    if asked[0] not in _ASKED_NOW or not _COMING.isdisjoint(asked) or "will" in asked:
        return ""
    norms = [token.norm for token in ranked.tokens]
    spots = [match.token for match in ranked.matches if match.how in BY_FORM]
    nouns = (n for n, t in enumerate(question.terms) if t.role in ("noun", "name"))
    subject = next(nouns, -1)
    if subject >= 0 and all(match.term != subject for match in ranked.matches):
        return ""  # "is *electricity* included in the rent": "the rent is due"
    for at in range(1, len(norms) - 1):
        starting = norms[at] in _STARTING and norms[at + 1 : at + 2] in (["next"], ["soon"])
        if starting and any(spot < at for spot in spots):
            return f"{norms[at]} {norms[at + 1]}"  # "shipping to Norway *starts next* spring"
    for be in range(len(norms) - 1):
        if norms[be] not in ("is", "are") or not any(spot < be for spot in spots):
            continue
        at = be + 1 + (norms[be + 1] in _SOON)
        if norms[at : at + 1] != [] and norms[at] in _COMING and norms[at + 1 : at + 2] != ["to"]:
            verbs = {question.terms[m.term].role for m in ranked.matches if m.token == at}
            return "" if verbs else f"{norms[be]} {norms[at]}"
    return ""


def only_was(question: Question, ranked: RankedSentence) -> str:
    """Return the verb by which a sentence tells what was once ("gold *was* found in 1889"), where
    one asks whether it is *still* so; "" elsewhere."""
    asked = [token.norm for token in question.tokens]
    if "still" not in asked or asked[0] not in ("is", "are", "do", "does"):
        return ""
    norms = [token.norm for token in ranked.tokens]
    if not _PRESENT.isdisjoint(norms):
        return ""
    return next((norm for norm in norms if norm in ("was", "were", "had")), "")
