"""Sentences under a heading that asks the very question, as in a list of frequently asked ones, or
that names the very thing asked for ("what are the *opening hours*")."""

from __future__ import annotations

from functools import lru_cache

from hegang_qa.answers.candidates.analysis import analyse_text
from hegang_qa.answers.candidates.finders.money import PAYING
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.documents.patterns import lazy
from hegang_qa.documents.reading import title_from_path
from hegang_qa.question.model import Question
from hegang_qa.question.phrasings import asks_for_how
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.names import is_field, name_asked_about
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import stem, tokenize

__all__ = ["is_asked_above", "is_named_above", "is_opposed", "is_topic_above"]

# The share of the content words of both, heading and question, that both must have.
_ALIKE = 0.75
_FEW = 5  # words
_PRICES = frozenset(map(stem, PAYING))
_OPPOSED = frozenset("with without before after during inside outside until since".split())
_NUMBERED = lazy(r"^[\d.]+[.)]?\s+")
_MAY = frozenset(("can", "may", "could", "am"))
_BEING = frozenset(("is", "are"))
_LEAVE = frozenset("allowed permitted welcome ok okay fine".split())
_LETTING = frozenset(map(stem, "bring take have allowed permitted welcome ok okay fine".split()))
_ASKING = frozenset("mean fix solve avoid prevent remedy repair cure list name".split())


def is_asked_above(question: Question, sentence: Sentence) -> bool:
    """Return whether the nearest heading of a sentence is a question in the words of this one."""
    heading = sentence.heading.rpartition(" > ")[2]
    if not heading.endswith(("?", "？")) or sentence.kind == "heading":
        return False
    theirs, ours = _content(heading), _content(question.corrected) - _content(question.asks)
    if question.answer_type == "money":
        ours -= _PRICES - theirs
    if not theirs or not ours or is_opposed(question.corrected, heading):
        return False
    if _of_leave(question.corrected) and _of_leave(heading):
        # "Are dogs allowed?" is "Can I bring my dog?"
        theirs, ours = theirs - _LETTING, ours - _LETTING
    if not theirs or not ours:
        return False
    return len(theirs & ours) >= _ALIKE * len(theirs | ours)


def _of_leave(text: str) -> bool:
    """Return whether a question asks what one may do or bring."""
    tokens = tokenize(text)
    first = tokens[0].norm if tokens else ""
    return first in _MAY or (first in _BEING and any(token.norm in _LEAVE for token in tokens))


def is_named_above(question: Question, sentence: Sentence) -> bool:
    """Return whether the nearest heading of an item of a list, or of any sentence where one asks
    how, why or what something means, has the content words of the question, all of them and no
    others."""
    if sentence.kind == "heading":
        return False
    if name_asked_about(question) and is_field(sentence):
        return False  # "Default: 3" does not say what it is
    wanted = question.answer_type
    meaning = wanted == "definition" and any(token.norm == "mean" for token in question.tokens)
    if sentence.kind != "item" and wanted not in ("manner", "reason") and not meaning:
        return _is_fact_of(question, sentence)
    return _has_words_of(question, sentence)


def is_topic_above(question: Question, sentence: Sentence) -> bool:
    """Return whether the question is but a few words that name a matter ("retry policy"), and the
    nearest heading of a sentence has these and no others."""
    if question.asks or question.answer_type == "yes-no":
        return False
    return sentence.kind in ("paragraph", "item") and _has_words_of(question, sentence)


def _has_words_of(question: Question, sentence: Sentence) -> bool:
    ours = _content(question.corrected) - _asking(question)
    heading = _NUMBERED.sub("", sentence.heading.rpartition(" > ")[2])
    alike = bool(ours) and _content(heading) == ours
    return alike and not is_opposed(question.corrected, heading)


def _is_fact_of(question: Question, sentence: Sentence) -> bool:
    """Return whether a few words without a verb ("MPL 2.0.") stand under a heading that has the
    words of the question, in whatever form, and no others ("License"), for what or which it is."""
    heading = sentence.heading.rpartition(" > ")[2]
    if not heading or sentence.cells or len(sentence.text.split()) > _FEW:
        return False
    if question.asks not in ("what", "which") or sentence.text.startswith("Please"):
        return False
    stems = _content(_NUMBERED.sub("", heading))
    terms = [term for term in question.terms if not term.light]
    named = [stems & {form.term for form in term.expansions} for term in terms]
    if not terms or not stems <= set().union(*named):
        return False
    of_all = _content(f"{sentence.title} {title_from_path(sentence.path)}")
    for term, by_heading in zip(terms, named, strict=True):
        if not by_heading and of_all.isdisjoint(form.term for form in term.expansions):
            return False
    tags = analyse_text(sentence.text).tagged.tags
    return VERB_TAGS.isdisjoint(tags)


def is_opposed(question: str, heading: str) -> bool:
    """Return whether a heading tells of the time or place opposed to that asked about ("*Before*
    you cook", "what do I do *after* cooking")."""
    ours, theirs = (_opposed(text) for text in (question, heading))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


@lru_cache(maxsize=1024)
def _opposed(text: str) -> frozenset[str]:
    return frozenset(token.norm for token in tokenize(text)) & _OPPOSED


def _asking(question: Question) -> set[str]:
    """Return the stems of words that only ask how ("*steps* to ..."), for a meaning or a remedy."""
    tokens = question.tokens
    asking = {tokens[n].stem for n in range(len(tokens)) if asks_for_how(tokens, n)}
    return asking | {token.stem for token in tokens if token.norm in _ASKING}


@lru_cache(maxsize=1024)
def _content(text: str) -> frozenset[str]:
    return frozenset(
        token.stem
        for token in tokenize(text)
        if token.kind != "mark" and token.norm not in FUNCTION_WORDS
    )
