"""Who "I" is in a letter or message: whoever it is from ("From: *Wes Okafor*") or whose name stands
under it ("Yours, *Edith*")."""

from __future__ import annotations

from hegang_qa.answers.accounts import account
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence, SentenceStore

__all__ = ["with_writer"]

_SURE = 0.6
_CONSIDERED = 3
_MISSING = 0.2
_BACK, _AHEAD = 20, 40
"""Sentences before and after one by "I" in which its writer may be named."""
_I = frozenset("i i'm i've i'll i'd".split())
_NAME = r"[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){0,2}"
_FROM = lazy(rf"\W*From:\W*(?P<name>{_NAME})")
_CLOSING = lazy(
    r"\W*(?:Yours|Love|With love|Regards|Kind regards|Best|Best wishes|Sincerely|Cheers|Thanks|"
    r"Your [a-z]+ [a-z]+|Your [a-z]+)\b[\w ]{0,20}[,.]?"
)
_SIGNED = lazy(rf"\W*(?P<name>{_NAME})\W*$")


def with_writer(asking: Asking, answer: Answer) -> Answer:
    """Return who wrote "I" as the answer to who did something, where a sentence says it of "I" and
    a line tells whose message it is; elsewhere the answer as it is."""
    question, ranked, store = asking.question, asking.ranked, asking.store
    if question.asks != "who" or answer.kind == "answer" or asking.least > _SURE:
        return answer
    for one in ranked[:_CONSIDERED]:
        if one.sentence.cells or not any(token.norm in _I for token in one.tokens[:3]):
            continue
        told = account(question, one, None, None)
        if told.names or told.numbers or told.share > _MISSING:
            continue
        name = _writer(one.sentence, store)
        if name:
            return told_by(answer, one.sentence, name, _SURE, None)
    return answer


def _writer(sentence: Sentence, store: SentenceStore) -> str:
    """Return the name of the writer of a sentence, "" where no line tells it."""
    number = sentence.id
    for before in reversed(store.get(range(max(0, number - _BACK), number))):
        if before.document != sentence.document:
            break
        if found := _FROM.match(before.text):
            return found.group("name")
    closed = False
    for after in store.get(range(number + 1, number + 1 + _AHEAD)):
        if after.document != sentence.document or _FROM.match(after.text):
            break
        closing = _CLOSING.match(after.text)
        rest = after.text[closing.end() :] if closing else after.text
        signed = _SIGNED.match(rest) if closing or closed else None
        if signed is not None:
            return signed.group("name")
        closed = closing is not None
    return ""
