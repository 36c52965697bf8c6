"""Answers that are a whole list: "Volunteers receive:" and the items under it.

No single sentence holds such an answer, so the items are gathered from the sentences that follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hegang_qa.answer_types import is_a
from hegang_qa.answers.asked_above import is_named_above
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.enumeration import asks_for_several, has_plural_focus
from hegang_qa.answers.model import as_said, in_one_line
from hegang_qa.answers.support import place_of
from hegang_qa.documents.lines import MAX_LEAD
from hegang_qa.documents.patterns import lazy
from hegang_qa.documents.tables import plain_cell
from hegang_qa.question.model import Question
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize

__all__ = ["items_under", "said_by_items", "with_whole_list"]

# Sentences looked at on either side; a longer list is cut short.
_REACH = 40
_MOST_ITEMS = 20

# An item that holds more of the question than this is asked about itself.
_OWN_SHARE = 0.25

_POINTING = frozenset("any all each one more or both of the these this following : ：".split())
_ASKING = frozenset(("what", "which", "who", "whom", "where"))
_WORDS = frozenset("word term abbreviation acronym".split())
# What stands before a description of it, and of how many words that is.
_BEFORE_MORE = lazy(r"[^,:;()\d]{2,}?(?=, (?!and |or )| [–—-] | \()")
_NAME = 4
_SINGLE = ("number", "date", "time", "hours", "yes-no", "code", "definition", "person-description")


def with_whole_list(asking: Asking, answer: Answer) -> Answer:
    """Return the answer with all items of a list, where the sentence that introduces the list (or
    an item that holds nothing of the question itself) was found for a question that may be
    answered by several things. `text` then joins the items by "; ", and `sentence` is what
    introduces them. Elsewhere the answer as it is."""
    question, ranked, store = asking.question, asking.ranked, asking.store
    if answer.kind != "answer" or answer.source is None:
        return answer
    best = next(
        (
            one
            for one in ranked
            if one.sentence.path == answer.source.path and one.sentence.start == answer.source.start
        ),
        None,
    )
    if best is None or best.sentence.cells or best.tells_from >= 0:
        return answer
    if not (
        _may_be_several(question)
        or is_named_above(question, best.sentence)
        or _only_points(best.sentence.text, answer.text or "")
    ):
        return answer
    sentence = best.sentence
    if sentence.kind != "item":  # most sentences introduce nothing: one look at the next tells
        following = store.get([sentence.id + 1])
        if not following or following[0].lead not in _led_by(sentence):
            return answer
    low, high = max(0, sentence.id - _REACH), sentence.id + _REACH
    around = [s for s in store.get(range(low, high + 1)) if s.document == sentence.document]
    if sentence.kind == "item":
        own = sum(question.terms[match.term].share * match.weight for match in best.matches)
        if own > _OWN_SHARE and not is_named_above(question, sentence):
            return answer
        before = [s for s in reversed(around) if s.id < sentence.id]
        if sentence.lead is not None:
            lead = next((s for s in before if sentence.lead in _led_by(s)), None)
        elif is_named_above(question, sentence):
            lead = next((s for s in before if s.kind == "heading"), None)
        else:
            return answer
    else:
        lead = sentence
    items = items_under(around, lead) if lead is not None else []
    if lead is None or len(items) < 2:
        return answer
    return replace(
        answer,
        text="; ".join(said_by_items(question, items)),
        sentence=lead.text,
        source=place_of(lead),
        answer_span=None,
        matched=answer.matched if lead.id == sentence.id else (),
        support=(),
        conflicts=(),
    )


def _only_points(sentence: str, text: str) -> bool:
    """Return whether a sentence only points to the list below ("means *any* of the following:")."""
    begin = sentence.rfind(text)
    if not sentence.rstrip().endswith((":", "：")) or begin < 0:
        return False
    return _POINTING.issuperset(token.norm for token in tokenize(sentence[begin:]))


def _may_be_several(question: Question) -> bool:
    if asks_for_several(question):
        return True
    if not _WORDS.isdisjoint(token.norm for token in question.tokens):
        return False  # "what is the Arabic word for municipalities"
    words = question.asks.split()
    return (
        bool(words)
        and (words[0] in _ASKING or question.answer_type == "manner")
        and not any(is_a(question.answer_type, single) for single in _SINGLE)
    )


def items_under(around: Sequence[Sentence], lead: Sentence) -> list[Sentence]:
    """Return the first sentence of each item that a sentence introduces, in order."""
    items: list[Sentence] = []
    blocks = set()
    ways = _led_by(lead)
    for sentence in around:
        if sentence.id <= lead.id:
            continue
        if sentence.kind != "item" or sentence.lead not in (None, *ways):
            if sentence.block != lead.block and sentence.block not in blocks:
                break
            continue
        if sentence.block not in blocks:
            blocks.add(sentence.block)
            items.append(sentence)
    return items[:_MOST_ITEMS]


def said_by_items(question: Question, items: Sequence[Sentence]) -> list[str]:
    """Return what each item of a list says; of things of a kind that are asked for, or where
    something is, what stands before their descriptions ("*air*, which must be dried"), if most have
    one."""
    said = [as_said(item.text).rstrip(" ,;.") for item in items]
    if question.asks != "where" and not has_plural_focus(question):
        return said
    heads = [_BEFORE_MORE.match(text) for text in said]
    described = [head for head in heads if head is not None]
    names = [text if h is None else h.group() for h, text in zip(heads, said, strict=True)]
    if len(described) * 3 < len(said) * 2 or any(len(name.split()) > _NAME for name in names):
        return said
    return names


def _led_by(lead: Sentence) -> tuple[str, ...]:
    """Return how a sentence stands as the lead of what it introduces: in one line, without the
    marks of its markup."""
    return (lead.text, plain_cell(lead.text)[-MAX_LEAD:], in_one_line(lead.text)[-MAX_LEAD:])
