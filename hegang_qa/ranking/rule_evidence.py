"""Does a sentence hold what the rule that read the question says it must (``evidence``)?"""

from __future__ import annotations

from collections.abc import Iterator

from hegang_qa.question.irregular import irregular_forms
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import Token, tokenize

__all__ = ["holds_evidence"]


def holds_evidence(question: Question, ranked: RankedSentence) -> bool:
    """Tell whether the sentence holds one of the rule's evidence words, in any inflection, and
    whether it (or a heading above it) accounts for the slots that the rule names."""
    match = question.match
    if match is None:
        return True
    if match.evidence and not any(_holds(ranked, phrase) for phrase in match.evidence):
        return False
    known = {found.term for found in ranked.matches}
    above = {token.stem for token in tokenize(f"{ranked.sentence.title} {ranked.sentence.heading}")}
    slots = [match.slots[name] for name in match.evidence_slots if name in match.slots]
    for number, term in enumerate(question.terms):
        start = question.tokens[term.token].start
        if number in known or not any(slot.start <= start < slot.end for slot in slots):
            continue
        if above.isdisjoint(form.term for form in term.expansions):
            return False
    return True


def _holds(ranked: RankedSentence, phrase: str) -> bool:
    wanted = [_forms(token) for token in tokenize(phrase) if token.kind != "mark"]
    return any(_stands_in(said, wanted) for said in _said(ranked))


def _said(ranked: RankedSentence) -> Iterator[list[str]]:
    """Yield the stems of the sentence, of the line that introduces it, and of its table's head."""
    sentence = ranked.sentence
    yield [token.stem for token in ranked.tokens if token.kind != "mark"]
    for text in (sentence.lead, *(cell.head for cell in sentence.cells)):
        if text:
            yield [token.stem for token in tokenize(text) if token.kind != "mark"]


def _stands_in(said: list[str], wanted: list[frozenset[str]]) -> bool:
    return any(
        all(said[at + n] in forms for n, forms in enumerate(wanted))
        for at in range(len(said) - len(wanted) + 1)
    )


def _forms(token: Token) -> frozenset[str]:
    others = (tokenize(form)[0].stem for form in irregular_forms(token.norm))
    return frozenset((token.stem, *others))
