"""Whether and where a sentence denies what it has the words of: "is *not* open", "*no* lift", "*No
leave* is granted".
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.answers.verdicts.rulings import DENIALS
from hegang_qa.answers.verdicts.thresholds import value_of
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import NEGATIONS, WEEKDAYS

__all__ = [
    "LACKING",
    "denial",
    "denies_all",
    "denies_another",
    "free_of",
    "is_none",
    "is_none_there",
    "lacking",
    "no_such",
]

LACKING = frozenset(("without",))
"""What a question has that asks to do without something, and denies nothing."""

_NOUN_PHRASE = frozenset("JNEGK#-")
_WAYS = frozenset("way means possibility chance option plan plans intention intentions".split())
_COMING = frozenset("current future immediate further present definite known".split())
_HAVING = frozenset("have has had got there".split())
_SERVICE = frozenset(("service", "services"))
_RUNNING = frozenset("run runs running operate operates go goes".split())
_BEING = frozenset("is are was were be been will would has have had can may".split())
_LONGEST_SUBJECT = 7
_TURNING = frozenset("although though because while whereas but since which who".split())
_ENDING = frozenset((";", "but", "while", "whereas", "unless", "except", "without"))


def denial(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the word that denies what was matched, or "": one near the matched words, in the
    same clause as most of them."""
    spots = [match.token for match in ranked.matches]
    if not spots:
        return ""
    tags = analysis.tagged.tags
    low, high = min(spots), max(spots)
    verb = main_verb(question)
    deeds = [match.token for match in ranked.matches if match.term == verb]
    # "Did she *refuse* it?" asks for that, and "*without*" as well.
    denying = DENIALS - {token.norm for token in question.tokens if token.norm in LACKING}
    asked = {token.stem for token in question.tokens}
    for i, token in enumerate(ranked.tokens):
        if token.norm not in denying or (token.stem in asked and token.norm not in NEGATIONS):
            continue
        here = _turns_before(ranked, i)
        if all(_turns_before(ranked, spot) != here for spot in deeds or spots):
            continue  # "will not be repeated, *because* it made a loss"
        if _bounds(ranked, i):
            continue
        no_way = _is_no_way(ranked, i) or _is_no_longer(ranked, i)
        if token.norm == "no" and not (no_way or _denies_a_match(tags, i, spots)):
            continue
        if token.norm in LACKING and not _lacks_a_match(tags, i, spots):
            continue  # "approved without changes" is approved
        if token.norm == "instead" and _takes_the_place(ranked, i, spots):
            continue
        if token.norm == "unlike":
            continue  # "*Unlike* the Solo, the Duo can brew and steam"; see `contrasted`
        if i + 1 < len(tags) and ranked.tokens[i + 1].norm in ("only", "just", "merely"):
            continue
        # "*Do not* put the filter into the dishwasher": all of it.
        order = i < 2 and ranked.tokens[0].norm in ("do", "don't", "never")
        if order or (
            low - 4 <= i <= high + 1
            and not any(tag in ";:." for tag in tags[min(i, high) : max(i, low)])
        ):
            # A comma parts the denial from what is matched unless a match stands on both sides.
            beside = [spot for spot in spots if abs(spot - i) <= 8]
            if order and min(spots) < tags.find(",") % (len(tags) + 1):
                return token.text
            if beside and not all("," in tags[min(i, s) : max(i, s)] for s in beside):
                return token.text
    return ""


def _is_no_way(ranked: RankedSentence, at: int) -> bool:
    """Return whether "no" denies that something can be done ("there is *no way to* restore it"), or
    will be ("*no future plans to*")."""
    behind = [token.norm for token in ranked.tokens[at + 1 : at + 4] if token.norm not in _COMING]
    return len(behind) > 1 and behind[0] in _WAYS and behind[1] in ("to", "of")


def _bounds(ranked: RankedSentence, at: int) -> bool:
    """Return whether a denial sets a bound to a figure ("*no* longer than 5 m", "*not* be longer
    than 5 m"): see `thresholds`."""
    behind = [token.norm for token in ranked.tokens[at + 1 : at + 4]]
    than = behind.index("than") if "than" in behind else 0
    after = ranked.tokens[at + 1 + than : at + 4 + than] if than else ()
    return any(value_of(token) is not None for token in after)


def _is_no_longer(ranked: RankedSentence, at: int) -> bool:
    """Return whether "no" denies that something is still done ("we *no longer* take cash"), and is
    no bound ("*no longer than* five metres")."""
    behind = [token.norm for token in ranked.tokens[at + 1 : at + 3]]
    return behind[:1] == ["longer"] and behind[1:] not in ([], ["than"])


def _turns_before(ranked: RankedSentence, at: int) -> int:
    """Return how many clauses have begun with "although", "because" and the like before a token."""
    return sum(token.norm in _TURNING for token in ranked.tokens[: at + 1])


def _denies_a_match(tags: str, at: int, spots: Sequence[int]) -> bool:
    """Return whether "no" at a token stands before a noun (with its adjectives) that is matched:
    "pays no late fees" denies fees, not that one pays."""
    end = at + 1
    while end < len(tags) and (tags[end] in _NOUN_PHRASE or tags[end + 1 : end + 2] == "-"):
        end += 1  # "no *after-school* club"
    if end == at + 1 and tags[end + 1 : end + 2] in ("", ",", ".", ";"):
        end += 1  # "no lift" ends there, so that it is no verb
    return any(at < spot < end for spot in spots)


def free_of(question: Question, ranked: RankedSentence) -> str:
    """Return by which words a sentence tells that there is none of what is asked about
    ("*powder-free*", "*free of* sugar"), "" for none."""
    if any(token.norm in ("free", "without") for token in question.tokens):
        return ""
    tokens = ranked.tokens
    for match in ranked.matches:
        at = match.token
        behind = [token.norm for token in tokens[at + 1 : at + 3]]
        before = [token.norm for token in tokens[max(0, at - 2) : at]]
        if behind == ["-", "free"] or before in (["free", "of"], ["free", "from"]):
            return f"free of {tokens[at].norm}"
    return ""


def _lacks_a_match(tags: str, at: int, spots: Sequence[int]) -> bool:
    """Return whether "without" at a token stands before a noun that is matched; what goes before a
    verb is no part of that ("for a cold without fever *children may* come")."""
    begin = at + 1 + (tags[at + 1 : at + 2] == "D")
    end = begin
    while end < len(tags) and tags[end] in _NOUN_PHRASE:
        end += 1
    if end - begin > 1 and tags[end : end + 1] in tuple("XM"):
        end -= 1
    return any(at < spot < max(end, begin + 1) for spot in spots)


def _takes_the_place(ranked: RankedSentence, at: int, spots: Sequence[int]) -> bool:
    """Return whether "instead of" at a token stands behind all that is matched ("you may have
    *soup* instead of salad"): that is what is so."""
    norms = [token.norm for token in ranked.tokens[at + 1 : at + 2]]
    return norms == ["of"] and max(spots) < at


def no_such(ranked: RankedSentence, analysis: Analysis) -> str:
    """Return "no lift" where that stands in a list of what a thing has, "" elsewhere."""
    tags, tokens = analysis.tagged.tags, ranked.tokens
    spots = [match.token for match in ranked.matches]
    return next(
        (
            ranked.sentence.text[token.start : tokens[at + 1].end]
            for at, token in enumerate(tokens[:-1])
            if token.norm == "no" and tags[at - 1 : at] == "," and _denies_a_match(tags, at, spots)
        ),
        "",
    )


def denies_all(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the subject of a sentence that says something of no such thing ("*No leave* is granted
    during the fair"), "" for any other sentence."""
    tags, tokens = analysis.tagged.tags, ranked.tokens
    if not tokens or tokens[0].norm != "no":
        return ""
    # "Leave" may be taken for a verb, but not before one.
    end = next((n for n in range(2, min(_LONGEST_SUBJECT, len(tags))) if tags[n] in "XM"), 0)
    asked = {token.norm for token in question.tokens}
    ending = _ENDING - asked  # "may one go out *without* a light?"
    clause = next((n for n, token in enumerate(tokens) if token.norm in ending), len(tokens))
    spots = [match.token for match in ranked.matches]
    if not end or not spots or max(spots) > clause:
        return ""
    return ranked.sentence.text[tokens[0].start : tokens[end - 1].end]


def is_none(ranked: RankedSentence) -> bool:
    """Return whether a sentence says that there is none of what is matched: "*There are no refunds*
    for half a year", "*there will be no training*"."""
    spots = {match.token for match in ranked.matches}
    at = _there_is_no(ranked)
    if at > 0 and [token.norm for token in ranked.tokens[at + 2 : at + 3]] == ["-"]:
        at += 2  # "no *after-school club*"
    return at > 0 and bool(spots & {at + 1, at + 2})


def is_none_there(question: Question, ranked: RankedSentence) -> bool:
    """Return whether one asks whether there is something, and a sentence says that there is none of
    something, whatever it calls it, with all names and figures of the question."""
    asked = tuple(token.norm for token in question.tokens[:2])
    found = {match.term for match in ranked.matches}
    named = {
        n
        for n, term in enumerate(question.terms)
        if term.role in ("name", "number") or term.word.removesuffix("s") in WEEKDAYS
    }
    if not named or not named <= found:
        return False
    if asked[1:] != ("there",) and not _is_of_service(question, ranked):
        return False
    # "*No service* on Sundays", where buses are told of.
    around = found | set(ranked.context)
    spoken_of = all(n in around or term.light for n, term in enumerate(question.terms))
    starts = [token.norm for token in ranked.tokens[:1]] == ["no"]
    return _there_is_no(ranked) > 0 or (starts and spoken_of)


def _there_is_no(ranked: RankedSentence) -> int:
    """Return where "no" stands in a sentence that begins with "There is no", 0 elsewhere."""
    norms = [token.norm for token in ranked.tokens[:_LONGEST_SUBJECT]]
    at = 1
    while norms[at : at + 1] and norms[at] in _BEING:
        at += 1
    return at if norms[:1] == ["there"] and at > 1 and norms[at : at + 1] == ["no"] else 0


def _is_of_service(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a question whether something runs is one of the service that a sentence says
    there is none of ("do *trains run* on 26 May": "*no service*"), which is spoken of."""
    norms = [token.norm for token in ranked.tokens]
    at = _there_is_no(ranked)
    runs = not _RUNNING.isdisjoint(token.norm for token in question.tokens)
    around = {match.term for match in ranked.matches} | set(ranked.context)
    subject = next((n for n, term in enumerate(question.terms) if term.role != "verb"), -1)
    return runs and not _SERVICE.isdisjoint(norms[at + 1 : at + 3]) and subject in around


def lacking(question: Question, ranked: RankedSentence) -> str:
    """Return what there is none of by a sentence ("we have no *lift*"), where one asks whether
    somebody has it or whether there is one; "" elsewhere."""
    asked = [token.norm for token in question.tokens]
    at = next((n for n, norm in enumerate(asked[:_LONGEST_SUBJECT]) if norm in _HAVING), -1)
    things = {n for n, term in enumerate(question.terms) if term.token > at >= 0}
    spots = sorted(match.token for match in ranked.matches if match.term in things)
    norms = [token.norm for token in ranked.tokens]
    if not things or len(spots) < len(things) or spots[-1] - spots[0] > len(things):
        return ""
    before = norms[max(0, spots[0] - 3) : spots[0]]
    if "no" not in before or _HAVING.isdisjoint(norms[: spots[0]]):
        return ""
    return ranked.tokens[spots[-1]].text


def denies_another(ranked: RankedSentence, analysis: Analysis) -> bool:
    """Return whether "no" stands between matched words, before a noun that is not matched."""
    spots = [match.token for match in ranked.matches]
    tags = analysis.tagged.tags
    return any(
        token.norm == "no"
        and tags[at + 1 : at + 2] in tuple(_NOUN_PHRASE)
        and any(tag not in ",;:." for tag in tags[at + 1 : at + 2])
        and bool(spots)
        and min(spots) - 2 <= at <= max(spots) + 2
        and not _denies_a_match(tags, at, spots)
        for at, token in enumerate(ranked.tokens)
    )
