"""What a line "label: value" answers for sure: where the question names the label."""

from __future__ import annotations

from hegang_qa.answer_types import agreement, agrees, is_numeric
from hegang_qa.answers.accounts import Account
from hegang_qa.answers.candidates.agreement import is_sure
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["LIKELY", "TOLD_BY_VERB", "label_sureness", "whole_value"]

LIKELY = 0.45
"""How sure a value is that its label, or its row and column, name with most of the question."""

# The same of words after a label: of 72 such answers that nothing else spoke for 11 were right.
_LESS_LIKELY = 0.25

# Answers that say how or why something is done: not without the word for doing it.
TOLD_BY_VERB = frozenset(("manner", "reason", "action", "purpose", "effect"))

# So much of a question (its share) may rest on what stands over a label.
_MOSTLY = 0.6
_LONGEST = 12  # spaces in the value of a label
_WORDY = frozenset(("place", "phrase", "description", "purpose", "manner", "reason"))
# With more of the question (its share) missing, the label names something else.
_MOST_MISSING = 0.15
_CODED = frozenset(("code", "phone", "address", "entity", "list"))
_SAYING = frozenset("is are was were must can may should has have will does do there".split())
_LEADING = frozenset("only in at on by the a an from to of".split())


def label_sureness(
    question: Question, ranked: RankedSentence, span: ScoredSpan | None, told: Account
) -> float:
    """Return how sure (0..1) all that stands after a label is ("Campfires: only by the shore"), or
    the number before one ("2222: SSH"), where the line and what is over it have all words of the
    question but verbs; 0 elsewhere."""
    if span is None or ranked.sentence.kind == "heading" or told.context >= _MOSTLY:
        return 0.0
    verbs = question.answer_type not in TOLD_BY_VERB
    if any(not verbs or question.terms[n].role != "verb" for n in told.missing):
        return 0.0
    if told.share > _MOST_MISSING:
        return 0.0
    text = ranked.sentence.text
    colon = text.find(":")
    start, end = span.span.start, span.span.end
    label = text[: max(0, colon)]
    if not label or label.count(" ") > 5 or "(" in label or "\n" in text[:start]:
        return 0.0
    spots = [ranked.tokens[match.token].start for match in ranked.matches]
    if end <= colon:
        named = any(spot > colon for spot in spots)
        number = text[start:end].isdigit() and not text[:start].strip() and end == colon
        return LIKELY if number and named and text[colon + 1 : colon + 2] == " " else 0.0
    given, wanted = span.span.type, question.answer_type
    if is_numeric(wanted):
        if not agrees(given, wanted):
            return 0.0
    elif (
        wanted not in _WORDY
        and wanted not in _CODED
        and (is_numeric(given) or span.text[:1].isdigit())
    ):
        return 0.0  # "Mean flow: 19.6 m³/s" is no river
    if wanted != "reason" and any(
        token.norm in _SAYING for token in ranked.tokens if token.start < colon
    ):
        return 0.0  # "Homework is set on paper: ..." is a sentence, and no label
    if is_sure(wanted) and not any(char.isalpha() for char in label):
        return 0.0  # "2023-09-03: ..." says what happened then, not who did it
    before = text[colon + 1 : start].strip(" `*_").split() if colon < start else ["-"]
    if any(word not in _LEADING for word in before):
        return 0.0
    after = text[end:].strip(" `*_.")
    if after and after[0] not in ",;(" and question.answer_type not in _WORDY:
        return 0.0
    # The less, the more of the question only stands over it.
    likely = LIKELY if agreement(wanted, given) > 0.0 and is_sure(wanted) else _LESS_LIKELY
    return likely * (1.0 - told.context / 2) if any(spot < colon for spot in spots) else 0.0


def whole_value(question: Question, span: ScoredSpan) -> ScoredSpan:
    """Return a span widened to all that stands after the label, up to the end of the clause, where
    words are asked for rather than a figure or a name; figures in a row are one value."""
    text = span.ranked.sentence.text
    colon = text.find(":")
    # What holds several values as it is may as well hold all of them.
    wordy = question.answer_type in _WORDY or ", " in span.text
    if not wordy or span.span.start < colon:
        return span
    low = colon + 1 + len(text[colon + 1 :]) - len(text[colon + 1 :].lstrip(" `*_"))
    end = _clause_end(text, span.span.end)
    # "14 red, 8 blue, 12 green": figures with what they count go on over commas.
    while text[end : end + 1] == "," and _begins_with_figure(text, low):
        following = end + 1 + len(text[end + 1 :]) - len(text[end + 1 :].lstrip())
        if not _begins_with_figure(text, following):
            break
        end = _clause_end(text, following)
    value = text[low:end].rstrip(" `*_")
    if not value or span.span.start < low or value.count(" ") > _LONGEST:
        return span
    return span._replace(
        span=span.span._replace(start=low, end=low + len(value), value=value.casefold())
    )


def _clause_end(text: str, start: int) -> int:
    end = start
    while end < len(text) and text[end] not in ",;(.\n":
        end += 1
    return end


def _begins_with_figure(text: str, start: int) -> bool:
    word = text[start:].partition(" ")[0].casefold()
    return word.isdigit() or word in NUMBER_WORDS
