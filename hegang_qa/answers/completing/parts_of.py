"""How many of so many: "*of the 22* incidents *seven* had to do with it", "22 oils, *of which 14*
survive", "of its eleven regiments *seven were German*, two Scottish".
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.verdicts.thresholds import value_of
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.results import Answer
from hegang_qa.text.numbers import is_year
from hegang_qa.text.tokens import Token

__all__ = ["with_part"]

_SURE = 0.6
_CONSIDERED = 3
_BEFORE_TOTAL = frozenset("the its his her our their these those all".split())
_WHICH = frozenset(("which", "whom", "these", "them", "those"))
_ENDS = frozenset((";", "."))
_TOLD_BY = frozenset(("synonym", "related", "near", *BY_FORM))
_LEAST = 0.35
"""The share of a question that its sentence has, at least."""


def with_part(asking: Asking, answer: Answer) -> Answer:
    """Return the part that a sentence tells of a whole, where a question asks how many of it are
    so; elsewhere the answer as it is."""
    question = asking.question
    norms = [token.norm for token in question.tokens]
    if norms[:3] != ["how", "many", "of"] or asking.least > _SURE:
        return answer  # "how many copies of ..." asks for no part
    for one in asking.ranked[:_CONSIDERED]:
        told = _total_and_parts(one.tokens)
        if told is None or one.sentence.cells or _share(question, one) < _LEAST:
            continue
        whole, parts = told
        if not _is_of(question, one, whole):
            continue
        if answer.kind == "answer" and answer.text != one.tokens[whole].text:
            return answer
        at = parts[0] if len(parts) == 1 else _meant(question, one, parts)
        if at < 0:
            continue
        token = one.tokens[at]
        span = token.start, token.end
        return told_by(answer, one.sentence, one.sentence.text[slice(*span)], _SURE, span)
    return answer


def _total_and_parts(tokens: Sequence[Token]) -> tuple[int, list[int]] | None:
    """Return where a sentence tells a whole ("of the *22*", or "*22* oils, of which") and the
    numbers of its parts behind it; None where it does not."""
    numbers = [
        n
        for n, token in enumerate(tokens)
        if value_of(token) is not None and not is_year(token.norm)
    ]
    for n in numbers:
        before = [token.norm for token in tokens[max(0, n - 2) : n]]
        of = before[-1:] == ["of"] or (before[:1] == ["of"] and before[-1] in _BEFORE_TOTAL)
        which = next(
            (
                at
                for at in range(n, min(len(tokens) - 1, n + 8))
                if tokens[at].norm == "of" and tokens[at + 1].norm in _WHICH
            ),
            -1,
        )
        start = n if of else which
        if start < 0:
            continue
        end = next((at for at in range(n, len(tokens)) if tokens[at].norm in _ENDS), len(tokens))
        parts = [at for at in numbers if max(n, start) < at < end]
        if parts:
            return n, parts
    return None


def _is_of(question: Question, one: RankedSentence, whole: int) -> bool:
    """Return whether what a sentence tells so many of is what a question asks of."""
    forms = {f.term for t in question.terms if t.role != "verb" for f in t.expansions}
    return any(token.stem in forms for token in one.tokens[whole + 1 : whole + 4])


def _meant(question: Question, one: RankedSentence, parts: Sequence[int]) -> int:
    """Return the part behind which, before the next, a word of the question stands that stands
    behind no other, the first where none stands behind any; -1 for none."""
    held = []
    for low, high in zip(parts, [*parts[1:], len(one.tokens)], strict=True):
        held.append(
            {m.term for m in one.matches if low < m.token < high and m.how in _TOLD_BY}
            - {n for n, term in enumerate(question.terms) if term.light}
        )
    alone = [n for n, own in enumerate(held) if own - set().union(*held[:n], *held[n + 1 :])]
    if not any(held):
        return parts[0]  # "of the 22 incidents seven had to do with it, among them two of May"
    return parts[alone[0]] if len(alone) == 1 else -1


def _share(question: Question, one: RankedSentence) -> float:
    there = {match.term for match in one.matches} | set(one.context)
    return sum(question.terms[n].share for n in there)
