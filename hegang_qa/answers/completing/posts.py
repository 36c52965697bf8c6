"""Who holds an office, where the sentence that names the office tells how it is filled, and the
next one by whom: "The library has a head, chosen by the council. The post has been held by *Tom
Wills* since 2019."
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import analyse_text
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM
from hegang_qa.results import Answer
from hegang_qa.text.words import PREPOSITIONS

__all__ = ["name_at", "with_post_holder"]

_SURE = 0.7
_CONSIDERED = 5
_NEXT = 2  # sentences behind the one that names the office
_HELD = lazy(
    r"\b(?:post|office|position|role|job|chair|seat|title)\b[^.;]{0,40}?"
    r"\b(?:held|filled|occupied|taken) by\s+"
)
_BY_THEM = lazy(r"\b(?:holder|incumbent)\b[^.;]{0,30}?\bis\s+")
_NOW = frozenset(("is", "'s", "s"))


def with_post_holder(asking: Asking, answer: Answer) -> Answer:
    """Return who is told to hold "the post" right behind a sentence that names the office asked
    for; elsewhere the answer as it is."""
    question, ranked = asking.question, asking.ranked
    norms = [token.norm for token in question.tokens]
    if question.asks != "who" or norms[1:2] == [] or norms[1] not in _NOW or not question.terms:
        return answer
    if asking.least > _SURE:
        return answer
    office = _office(question)
    for one in ranked[:_CONSIDERED]:
        named = {m.term for m in one.matches if m.how in BY_FORM} | set(one.context)
        offices = [m for m in one.matches if m.term == office and m.how in BY_FORM]
        if one.sentence.cells or not offices:
            continue
        if any(n not in named for n, t in enumerate(question.terms) if t.role == "name"):
            continue
        for after in asking.behind(one.sentence, _NEXT):
            found = _HELD.search(after.text) or _BY_THEM.search(after.text)
            place = name_at(after.text, found.end()) if found is not None else None
            if place is not None:
                return told_by(answer, after, after.text[slice(*place)], _SURE, place)
    return answer


def _office(question: Question) -> int:
    """Return the term (its number) of the office: the last noun before "of" or the end; -1 for
    none."""
    norms = [token.norm for token in question.tokens]
    end = next((n for n, norm in enumerate(norms) if n > 2 and norm in PREPOSITIONS), len(norms))
    nouns = (
        n
        for n, term in enumerate(question.terms)
        if term.role in ("noun", "focus", "other") and term.token < end
    )
    return max(nouns, default=-1)


def name_at(text: str, start: int) -> tuple[int, int] | None:
    """Return the span of the name that begins at a character, None where none does."""
    tagged = analyse_text(text).tagged
    first = next((n for n, token in enumerate(tagged.tokens) if token.start >= start), -1)
    if first < 0 or tagged.tags[first] != "E":
        return None
    last = first
    while last + 1 < len(tagged.tags) and tagged.tags[last + 1] in "E-":
        last += 1
    return tagged.tokens[first].start, tagged.tokens[last].end
