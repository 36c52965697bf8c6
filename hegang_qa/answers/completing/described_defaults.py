"""The default of a setting that is asked for by what it does: of "--jobs | 8 | Number of parallel
uploads" one asks "how many uploads run in parallel", and under "Default: `7d`" stands "How long
messages are kept."."""

from __future__ import annotations

from hegang_qa.answers.completing.asking import Asking, lacking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence

__all__ = ["with_described_default"]

_SURE = 0.6
_CERTAIN = 0.9
_REACH = 3
_AROUND = 8  # sentences before and behind a description
_ASKED = ("how many", "how much", "how long", "how often", "how large", "how big", "when")
# What the description of a setting begins with, or has.
_DESCRIBING = frozenset(
    "how number count maximum minimum max min most size length duration interval time timeout "
    "seconds minutes limit".split()
)
_ASIDE = frozenset("default times time value".split())
_THIS = tuple(f" this {word}" for word in "long many much often number size time".split())
_DEFAULT = lazy(r"(?i)\W*default\W*[:=]\W*(?P<told>[^`*\s][^`*]*?)[`*.\s]*$")


def with_described_default(asking: Asking, answer: Answer) -> Answer:
    """Return the default of the setting whose description has all of the question as the answer;
    elsewhere the answer as it is."""
    question = asking.question
    wants = any(token.norm == "default" for token in question.tokens)
    if answer.kind == "chat" or asking.least > _SURE or question.answer_type == "yes-no":
        return answer
    if not wants and (question.asks not in _ASKED or answer.confidence >= _CERTAIN):
        return answer
    for one in asking.ranked[:_REACH]:
        if not _accounts(question, one):
            continue
        sure = max(_SURE, answer.confidence)
        if (cell := _default_cell(one, wants=wants)) is not None:
            text = one.sentence.text[slice(*cell)].strip("`")
            return told_by(answer, one.sentence, text, sure, cell)
        if not one.sentence.cells and _describes(one.sentence.text):
            for other in _beside(asking, one.sentence):
                if (told := _DEFAULT.match(other.text)) is not None:
                    return told_by(answer, other, told["told"], sure, told.span("told"))
    return answer


def _default_cell(one: RankedSentence, *, wants: bool) -> tuple[int, int] | None:
    """Return the place of the cell under "Default" of a row that describes a setting, None for
    another row."""
    text, cells = one.sentence.text, one.sentence.cells
    default = next((cell for cell in cells[1:] if cell.head.lower().startswith("default")), None)
    described = any(_describes(text[cell.start : cell.end]) for cell in cells[1:])
    if default is None or default.end <= default.start or not (wants or described):
        return None
    if not wants and not any(char.isdigit() for char in text[default.start : default.end]):
        return None
    return default.start, default.end


def _beside(asking: Asking, sentence: Sentence) -> list[Sentence]:
    """Return the sentences around one under the same heading."""
    around = asking.store.get(range(max(0, sentence.id - _AROUND), sentence.id + _AROUND))
    return [
        one
        for one in around
        if (one.document, one.heading) == (sentence.document, sentence.heading)
    ]


def _describes(text: str) -> bool:
    """Return whether a text tells what the value of a setting stands for."""
    words = text.lower().split(None, 1)
    begins = bool(words) and words[0].rstrip(".") in _DESCRIBING
    return begins or any(this in text for this in _THIS)


def _accounts(question: Question, one: RankedSentence) -> bool:
    """Return whether a row, or a sentence with the name of the setting over it, has all that a
    question names; one verb may be put otherwise."""
    aside = {n for n, token in enumerate(question.tokens) if token.norm in _ASIDE}
    lacked = lacking(question, one, aside, around=not one.sentence.cells)
    only_a_verb = not lacked or [question.terms[n].role for n in lacked] == ["verb"]
    return only_a_verb and len(lacked) + len(aside) < len(question.terms)
