"""Whether a sentence bears on a yes-or-no question at all: says something of its subject, and by
its verb. What is said of dogs on the terrace says nothing of smoking there."""

from __future__ import annotations

from hegang_qa.answers.accounts import stands_above
from hegang_qa.answers.candidates.analysis import Analysis, WordKnowledge
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_MEANING, RankedSentence, TermMatch
from hegang_qa.text.words import AUXILIARIES, PREPOSITIONS

__all__ = ["circumstances", "main_verb", "other_subject", "own_deed", "unsaid_deed", "unsaid_verb"]

_BE_OR_NOT = frozenset("is are was were am be isn't aren't wasn't weren't".split())
_LEAVE = frozenset("allowed permitted admitted welcome possible permissible forbidden".split())
# These say little only as participles ("what is it *called*").
_DEEDS = frozenset(("call", "name"))
# What a verb without an object may stand before.
_PLACES = frozenset("in on at inside outside under near behind beside here there ?".split())
_NOUN_PHRASE = frozenset("JNE#-GK")
_ARTICLES = frozenset("the a an my your our this that".split())
_PERSONS = frozenset("i we you one they he she it".split())
_ASKING = frozenset("i you we one people anyone anybody somebody someone".split())
_CIRCUMSTANCE = frozenset("if when while unless during because".split())


def unsaid_verb(
    question: Question,
    ranked: RankedSentence,
    analysis: Analysis,
    lexicon: WordKnowledge | None,
    lent: frozenset[int] = frozenset(),
) -> str:
    """Return the main verb of a question ("do users need to *call*") that nothing in a sentence or
    over it accounts for, or ""; a narrower verb does ("climbed" for "travel"), and what is `lent`
    (terms) by the sentence that it goes on from."""
    if question.tokens[0].norm in _BE_OR_NOT or question.tokens[0].norm not in AUXILIARIES:
        return ""
    number = main_verb(question)
    if number < 0 or number in lent:
        return ""
    term = question.terms[number]
    named = [m.token for m in ranked.matches if m.term == number and m.how in BY_MEANING]
    only_named = bool(named) and all(_is_named_so(analysis.tagged.tags, at) for at in named)
    said = not only_named and _is_said(question, number, ranked, analysis)
    if (term.light and term.word not in _DEEDS) or said:
        return ""
    tags = analysis.tagged.tags
    if lexicon is not None and any(
        tags[at] in VERB_TAGS and not _is_named_so(tags, at) and lexicon.is_a(token.norm, term.word)
        for at, token in enumerate(ranked.tokens)
    ):
        return ""
    return question.tokens[term.token].text


def _is_named_so(tags: str, at: int) -> bool:
    """Return whether a participle names those to whom something was done ("the *drowned*")."""
    return at > 0 and tags[at - 1] == "D" and tags[at + 1 : at + 2] not in ("N", "E", "J")


def unsaid_deed(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return what a question asks leave for ("is *smoking* allowed", "may I *sleep* in the tent")
    that nothing in a sentence or over it accounts for, or ""; a verb with an object ("bring my
    dog") may be any."""
    norms = [token.norm for token in question.tokens]
    leave = next((at for at, norm in enumerate(norms) if norm in _LEAVE), -1)
    for number, term in enumerate(question.terms):
        if term.role != "verb" or term.light or norms[term.token] in _LEAVE:
            continue
        after = norms[term.token + 1 : term.token + 2]
        is_subject = term.token == 1 and leave > 0
        alone = not after or after[0] in _PLACES
        if not (is_subject or (leave < 0 and alone)):
            continue
        if not _is_said(question, number, ranked, analysis):
            return question.tokens[term.token].text
    return ""


def other_subject(
    question: Question,
    ranked: RankedSentence,
    analysis: Analysis,
    lexicon: WordKnowledge | None,
) -> str:
    """Return the subject of a sentence that speaks of another one than the question does, which the
    sentence itself does not name ("*Beavers* are found there": are otters?), or "".

    A definite subject ("the river") may be another word for a name that is asked about, but the
    café is no reading room.
    """
    asked = _subject(question)
    matched = {match.term: match for match in ranked.matches}
    if not asked or any(number in matched for number in asked) or ranked.sentence.cells:
        return ""
    tags, tokens = analysis.tagged.tags, ranked.tokens
    named = any(question.terms[number].role == "name" for number in asked)
    articles = ("a", "an") if named else ("a", "an", "the")
    start = 1 if tags[:1] == "D" and tokens[0].norm in articles else 0
    end = start
    while end < len(tags) and tags[end] in _NOUN_PHRASE:
        end += 1
    if end == start or tags[end : end + 1] not in ("X", "M", "V", "K"):
        return ""
    head = tokens[end - 1].norm
    if {match.token for match in ranked.matches} & set(range(start, end)) or "O" in tags[:end]:
        return ""
    words = [question.terms[number].word for number in asked]
    if lexicon is not None and any(
        lexicon.is_a(word, head) or lexicon.is_a(head, word) for word in words
    ):
        return ""
    return tokens[end - 1].text


def main_verb(question: Question) -> int:
    """Return the number of the first verb's term, or of the one that it leads to ("need to call");
    -1 for none."""
    norms = [token.norm for token in question.tokens]
    if norms[1:2] and norms[1] in _PERSONS:  # "must I *book*": a verb, whatever it may be elsewhere
        at = 4 if norms[2:4] in (["have", "to"], ["need", "to"]) else 2
        own = next((n for n, term in enumerate(question.terms) if term.token == at), -1)
        if own >= 0:
            return own
    aside = circumstances(question)
    verbs = [
        number
        for number, term in enumerate(question.terms)
        # "the *managing* director" is no verb
        if term.role == "verb" and number not in aside and norms[term.token - 1] not in _ARTICLES
    ]
    if not verbs:
        return -1
    main = verbs[0]
    for number in verbs[1:]:
        low, high = question.terms[main].token, question.terms[number].token
        if [token.norm for token in question.tokens[low + 1 : high]] != ["to"]:
            break
        main = number
    return main


def _subject(question: Question) -> list[int]:
    """Return the terms (numbers) of the subject, which stands after the auxiliary."""
    if question.tokens[0].norm not in AUXILIARIES:
        return []
    terms, subject = question.terms, []
    for number, term in enumerate(terms):
        before = {token.norm for token in question.tokens[1 : term.token]}
        after = terms[number + 1 : number + 2]
        # "The *reading* room"
        part = term.word.endswith("ing") and bool(after) and after[0].token == term.token + 1
        if before & PREPOSITIONS or (term.role not in ("name", "noun", "focus") and not part):
            break
        subject.append(number)
    return subject


def _is_said(question: Question, number: int, ranked: RankedSentence, analysis: Analysis) -> bool:
    """Return whether a word of a sentence, or of what stands over it, accounts for a term; what
    only means about the same does not where it is a name."""
    match: TermMatch | None = next((m for m in ranked.matches if m.term == number), None)
    if match is None:
        return number in ranked.context and stands_above(question, number, ranked.sentence)
    if match.how not in BY_MEANING:
        return True
    return (
        analysis.tagged.tags[match.token] != "E" and not ranked.tokens[match.token].text.isupper()
    )


def own_deed(question: Question) -> int | None:
    """Return the term of what the one who asks wants to do ("may I take the *lift* in a fire"),
    which what stands around a sentence cannot say for it; None where one asks of others."""
    norms = [token.norm for token in question.tokens]
    first = next((at for at, norm in enumerate(norms[:4]) if norm in _ASKING), None)
    if first is None and "to" in norms and norms[1:2] == ["it"]:
        first = norms.index("to")
    if first is None:
        return None
    own = (
        n
        for n, term in enumerate(question.terms)
        if term.token > first and not term.light and norms[term.token] not in _LEAVE
    )
    number = next(own, None)
    # Verbs are put in many ways.
    return None if number is None or question.terms[number].role == "verb" else number


def circumstances(question: Question) -> frozenset[int]:
    """Return the terms that only tell under what circumstances something is asked ("does it matter
    *when I connect a valve*")."""
    norms = [token.norm for token in question.tokens]
    start = next((at for at, norm in enumerate(norms) if at > 1 and norm in _CIRCUMSTANCE), None)
    if start is None:
        return frozenset()
    return frozenset(n for n, term in enumerate(question.terms) if term.token > start)
