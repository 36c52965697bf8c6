"""Where a conversation goes on: in the document spoken of, unless another answers much better."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hegang_qa.conversation.grammar import read
from hegang_qa.conversation.protocol import Answering
from hegang_qa.conversation.thread import Rewrite
from hegang_qa.conversation.words import WordBook
from hegang_qa.results import Answer
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import STOPWORDS

__all__ = ["in_the_same_list", "where_it_was"]

# A question that hangs on the last one is answered by the document of that, unless another is surer
# by more than this.
_NEARER = 0.3

# And what is asked without any name or number by more than this.
_NAMELESS = 0.2

# Lines and words of entries of one list ("Adult £5", "Child £3"), and how likely the other is.
_NEAR, _ENTRY, _LIKELY = 8, 12, 0.1


def where_it_was(
    question: str,
    answer: Answer,
    done: Rewrite,
    put: Callable[..., Answer],
    before: Answer | None,
    engine: Answering,
) -> Answer:
    """Return the answer to a question that goes on from the last one, or that of the document which
    answered that (`before`), asked for by itself.

    `question` is as typed, `done` as rewritten, and `put(text, only=path)` asks one document. What
    only another document answers, without a word of what is spoken of, is refused.
    """
    if before is None or before.source is None or len(engine.paths()) == 1:
        return answer
    path = before.source.path
    if answer.kind == "answer" and answer.source is not None and answer.source.path == path:
        return answer
    there = put(done.query, only=path)
    if there.kind != "answer":
        return there if _says_of_another(question, answer, done, engine.lexicon) else answer
    if answer.kind != "answer":
        return there
    nearer = _NEARER if done.changed else _NAMELESS * _names_nothing(done, engine.lexicon)
    return there if there.confidence + nearer >= answer.confidence else answer


def _names_nothing(done: Rewrite, lexicon: WordBook) -> bool:
    """Whether a question has no name or number ("do I have to reserve a place?")."""
    return not any(word.tag in ("name", "num") for word in read(done.query, lexicon).words)


def in_the_same_list(answer: Answer, done: Rewrite, before: Answer | None) -> Answer:
    """Return the entry of the very list that the last answer (`before`) is an entry of, where it is
    among the runners-up: "how much is it for an adult", "kids?"."""
    if not done.changed or before is None or not _is_entry(before) or answer.kind != "answer":
        return answer
    if _stands_by(answer, before):
        return answer
    for other in answer.alternatives:
        likely = other.confidence >= _LIKELY and other.answer_type == before.answer_type
        if likely and _is_entry(other) and _stands_by(other, before):
            return replace(other, asked=answer.asked, confidence=answer.confidence)
    return answer


def _is_entry(answer: Answer) -> bool:
    return answer.kind == "answer" and len((answer.sentence or "").split()) <= _ENTRY


def _stands_by(answer: Answer, other: Answer) -> bool:
    """Whether two answers stand under one heading, a few lines apart."""
    there, here = answer.source, other.source
    if there is None or here is None or answer.heading != other.heading:
        return False
    return there.path == here.path and 0 < abs(there.line - here.line) <= _NEAR


def _says_of_another(question: str, answer: Answer, done: Rewrite, lexicon: WordBook) -> bool:
    """Whether the answer of another document has none of what a question goes on about."""
    if not done.changed:
        # "What does it cost to get in" names nothing that another document could mean.
        words = read(done.query, lexicon).words
        return not any(word.tag in ("noun", "name", "num") for word in words)
    typed = {token.stem for token in tokenize(question)}
    added = {t.stem for t in tokenize(done.query) if t.norm not in STOPWORDS} - typed
    said = {t.stem for t in tokenize(f"{answer.heading or ''} {answer.sentence or ''}")}
    return bool(added) and added.isdisjoint(said)
