"""Where a conversation goes on: in the document spoken of, unless another answers much better."""

from __future__ import annotations

from collections.abc import Callable

from hegang_qa.conversation.grammar import read
from hegang_qa.conversation.protocol import Answering
from hegang_qa.conversation.thread import Rewrite
from hegang_qa.conversation.words import WordBook
from hegang_qa.results import Answer
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import STOPWORDS

__all__ = ["where_it_was"]

# A question that hangs on the last one is answered by the document of that, unless another is surer
# by more than this.
_NEARER = 0.3


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
    nearer = _NEARER if done.changed else 0.0
    return there if there.confidence + nearer >= answer.confidence else answer


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
