"""What a code means, where a heading or a line begins with it: "what does E14 mean" by "E14 –
*Moisture sensor fault*"."""

from __future__ import annotations

import re
from functools import lru_cache

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence

__all__ = ["with_code_meaning"]

_SURE = 0.75
_CONSIDERED = 8
_BACK = 6  # sentences before one that stands under the heading
_CODE = lazy(r"(?<![\w-])[A-Za-z]{1,4}-?\d{1,5}[A-Za-z]?(?![\w-])")
_WITH_REMEDY = 3  # cells
_REMEDIES = frozenset(
    ("what to do", "action", "remedy", "solution", "fix", "measure", "to do", "cure", "response")
)
_ASKING = frozenset("mean means meaning stand stands is signify indicate".split())


def with_code_meaning(asking: Asking, answer: Answer) -> Answer:
    """Return what stands behind a code that a question asks the meaning of, at the beginning of a
    line or heading; elsewhere the answer as it is."""
    question, ranked, store = asking.question, asking.ranked, asking.store
    norms = [token.norm for token in question.tokens]
    if question.asks != "what" or _ASKING.isdisjoint(norms) or asking.least > _SURE:
        return answer
    codes = _CODE.findall(question.text)
    if len(codes) != 1:
        return answer
    pattern = _told(codes[0].casefold())
    for one in ranked[:_CONSIDERED]:
        near = [one.sentence]
        if codes[0].casefold() in one.sentence.heading.casefold():
            number = one.sentence.id
            near += reversed(store.get(range(max(0, number - _BACK), number)))
        if (cell := _cell_of_meaning(one.sentence, codes[0].casefold())) is not None:
            return told_by(answer, one.sentence, one.sentence.text[slice(*cell)], _SURE, cell)
        for sentence in near:
            if sentence.cells or sentence.document != one.sentence.document:
                continue
            if (place := _meaning(sentence, pattern)) is not None:
                text = sentence.text[slice(*place)]
                return told_by(answer, sentence, text, _SURE, place)
    return answer


def _cell_of_meaning(sentence: Sentence, code: str) -> tuple[int, int] | None:
    """Return the cell that explains the code a row begins with, beside one that tells what to do
    then; None where no column does the latter."""
    cells = sentence.cells
    if len(cells) < _WITH_REMEDY or not all(cell.head for cell in cells[1:]):
        return None
    if sentence.text[cells[0].start : cells[0].end].casefold().strip("*` ") != code:
        return None
    others = [cell for cell in cells[1:] if cell.head.casefold().strip("*` ") not in _REMEDIES]
    if not others or len(others) == len(cells) - 1:
        return None
    return others[0].start, others[0].end


@lru_cache(maxsize=16)
def _told(code: str) -> re.Pattern[str]:
    return re.compile(
        rf"\W*{re.escape(code)}\s*(?:–|—|-|:|\))\s+(?P<meaning>[^\n.;]+)", re.IGNORECASE
    )


def _meaning(sentence: Sentence, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    found = pattern.match(sentence.text)
    if found is None:
        return None
    start, end = found.span("meaning")
    while end > start and sentence.text[end - 1] in "*_` :":
        end -= 1
    return (start, end) if end > start else None
