"""Answers that are enumerations: of "eggs, bread and honey" all three are the answer.

The span model often likes one member best, since each of them stands in the right place. Where the
question asks for several things, or leaves open how many, the whole enumeration is given.
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.analysis import Analysis, WordKnowledge, analyse
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.tagging import VERB_TAGS
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question

__all__ = ["asks_for_several", "whole_enumeration"]

# Over the letters of `hegang_qa.answers.tagging`, with "o" for "of": members are noun phrases
# ("the east of the lake"), all of them with a preposition or none, each perhaps with a bracket. A
# participle before a figure is a verb ("destroyed 480 houses").
_PHRASE = r"D?(?:R(?=J))?(?:[JNE#G$%-]|K(?![#D]))*[NE#H%](?:oD?[JNE#R-]*[NE#H])?(?:\([^()]*\))?"
_JOINT = r"(?:,|,?C)"
_ENUMERATIONS = (
    lazy(rf"{_PHRASE}(?:{_JOINT}{_PHRASE})*,?C{_PHRASE}"),
    lazy(rf"[PT]{_PHRASE}(?:{_JOINT}[PT]{_PHRASE})*,?C[PT]{_PHRASE}"),
)

# Questions with these words and no noun of their own leave open how many answers there are.
_OPEN_QUESTIONS = frozenset(("what", "who", "whom", "where"))
_OPEN_TYPES = frozenset(("phrase", "entity", "thing", "name", "list"))
_THINGS = ("entity", "list", "phrase", "weekday", "month", "colour", "language")


def asks_for_several(question: Question) -> bool:
    """Return whether a question asks for more than one thing ("which islands", "list the ...")."""
    if question.answer_type == "list":
        return True
    if question.asks.startswith("how"):
        return False
    noun = (question.focus or "").rpartition(" ")[2].lower()
    return (
        noun.endswith("s")
        and not noun.endswith(("ss", "us", "is"))
        and any(is_a(question.answer_type, thing) for thing in _THINGS)
    )


def whole_enumeration(
    question: Question, span: ScoredSpan, lexicon: WordKnowledge | None
) -> ScoredSpan:
    """Return the span widened to the enumeration that it is a member of, where the question lets
    more than one thing be the answer; the span itself elsewhere."""
    if not asks_for_several(question) and not _leaves_open(question):
        return span
    ranked = span.ranked
    if ranked.sentence.cells:
        return span
    analysis = analyse(ranked.sentence, ranked.tokens, lexicon)
    tokens = ranked.tokens
    inside = [n for n, t in enumerate(tokens) if span.span.start <= t.start < span.span.end]
    if not inside:
        return span
    found = _around(analysis, inside[0], inside[-1] + 1)
    if found is None:
        return span
    low, high = found
    if analysis.tagged.norms[low] == "both":
        low += 1
    # An enumeration that the question names itself is what is asked about.
    if any(low <= match.token < high for match in ranked.matches):
        return span
    start, end = tokens[low].start, tokens[high - 1].end
    value = " ".join(analysis.tagged.norms[low:high])
    return span._replace(span=span.span._replace(start=start, end=end, value=value))


def _leaves_open(question: Question) -> bool:
    words = question.asks.split()
    if not words or words[0] not in _OPEN_QUESTIONS or question.focus:
        return False
    return question.answer_type in _OPEN_TYPES or (
        words[0] == "where" and question.answer_type == "place"
    )


def _around(analysis: Analysis, start: int, end: int) -> tuple[int, int] | None:
    """Return the tokens (end excluded) of the enumeration that holds those from `start` to `end`
    as a part, None where there is none."""
    norms = analysis.tagged.norms
    tags = "".join(
        "o" if norm == "of" else tag for tag, norm in zip(analysis.tagged.tags, norms, strict=True)
    )
    for pattern in _ENUMERATIONS:
        for match in pattern.finditer(tags):
            low, high = match.span()
            if tags[high : high + 1] in ("X", "M") and tags[low - 1 : low] in ("K", "V"):
                continue  # "and" joins two clauses
            joined = tags[low:high]
            if ",C" in joined and joined.count(",") == 1 and tags[high : high + 1] in VERB_TAGS:
                continue  # so it does in "was found in the bay, and the owner sold it"
            first, _, rest = joined.partition("C")
            if "#" in rest and "#" not in first:
                continue  # "in the barn and tickets cost 9"
            if low <= start and end <= high and high - low > end - start:
                return low, high
    return None
