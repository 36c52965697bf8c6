"""Which option, command, key or function does something: the name of the entry whose description
says that ("-k, --keep    Keep the sources": which option keeps the sources).
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from hegang_qa.answers.accounts import account
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.model import CONSIDERED
from hegang_qa.answers.support import matched_spans
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.ranking.names import SORTS, name_asked_about
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.entries import entry_of

__all__ = ["with_entry_name"]

_SURE = 0.6
# What may say besides that somebody looks for a name.
_SEEKING = frozenset("use need type press tell tells make makes let lets allow allows set".split())
_KEYS = frozenset("key keys shortcut shortcuts combination".split())
# What may be typed: an option, a key, a name with a sign in it, or in capitals.
_TYPED = lazy(r"[`:]|^--?\w|\w[_.(/\[]\w|^[A-Z0-9_+-]{2,}$|^[a-z][\w-]*(?: [a-z-][\w-]*)?$")
# The same of what is no word at all, where one asks how something is done.
_WRITTEN = lazy(r"^--?\w|^:\w|\w[_(\[]\w|^(?:[A-Z]+[-+])+\w+$|\w\(\)")
# With its default ("pretty=False"), which is what one asks to change.
_DEFAULT = lazy(r"(?<=\w)=[^=\[\]<>\s]*$")
_HOW = "how"
_SAID = 0.6  # of such a question, by the description itself
_LEAST_MATCHED = 2
_TERM_WORDS = 3


class _Named(NamedTuple):
    """The name of an entry, the sentence it stands in, and its place there (code points)."""

    sentence: Sentence
    start: int
    end: int

    @property
    def text(self) -> str:
        # What stands on lines of its own before is what it is found by.
        text = self.sentence.text[self.start : self.end].split("\n")[-1]
        text = text.replace("`", "").replace("**", "").strip()
        return text if text.startswith("-") else _DEFAULT.sub("", text)

    @property
    def is_written(self) -> bool:
        """Whether it is what one types, and no word of a text."""
        as_code = self.sentence.text[self.start - 1 : self.start] == "`"
        return as_code or _WRITTEN.search(self.text) is not None


def with_entry_name(asking: Asking, answer: Answer) -> Answer:
    """Return the name of the entry that says all that is asked, where a question asks which option,
    command, key or the like does something, or how it is done; elsewhere the answer as it is."""
    question, ranked = asking.question, asking.ranked
    how = question.answer_type == "manner" and question.asks == "how"
    sort = _HOW if how else _sort_asked_for(question)
    if not sort or answer.kind == "chat" or asking.least > _SURE:
        return answer
    for one in ranked[:CONSIDERED]:
        told = account(question, one, None, asking.lexicon)
        words = {question.terms[number].word for number in told.missing}
        if words - {sort} - _SEEKING:
            continue
        named = _name_of(asking, one, sort)
        said = sum(question.terms[match.term].share * match.weight for match in one.matches)
        if named is None or (how and (said < _SAID or not named.is_written)):
            continue
        place = (named.start, named.end) if named.sentence.id == one.sentence.id else None
        given = told_by(answer, one.sentence, named.text, max(answer.confidence, _SURE), place)
        return replace(given, matched=matched_spans(one))
    return answer


def _sort_asked_for(question: Question) -> str:
    """Return the noun for the sort of thing whose name is asked for, "" where none is."""
    if question.asks.split()[:1] not in (["which"], ["what"]) or name_asked_about(question):
        return ""
    norms = [token.norm for token in question.tokens if token.kind == "word"][:3]
    nouns = [norm for norm in norms[1:] if norm in SORTS | _KEYS]
    return nouns[0] if nouns else ""


def _name_of(asking: Asking, ranked: RankedSentence, sort: str) -> _Named | None:
    """Return the name of the entry whose description a sentence is or holds, None where it is no
    entry, or has the words of the question in its name."""
    sentence = ranked.sentence
    spots = [ranked.tokens[match.token].start for match in ranked.matches]
    if len(sentence.cells) > 1:
        first = sentence.cells[0]
        text = sentence.text[first.start : first.end]
        inside = all(first.start <= spot < first.end for spot in spots)
        is_name = not inside and _TYPED.search(text) is not None
        return _Named(sentence, first.start, first.end) if is_name else None
    entry = entry_of(sentence.text)
    if entry is not None and entry.tells < len(sentence.text):
        # Its own words may stand in its name as well ("--keep   Keep the sources").
        if sum(spot >= entry.tells for spot in spots) < min(_LEAST_MATCHED, len(spots)):
            return None
        return _Named(sentence, entry.start, entry.end)
    before = asking.store.get([sentence.id - 1])
    if not before or before[0].document != sentence.document or not spots:
        return None
    line = before[0]
    entry = entry_of(line.text)
    if entry is not None and entry.tells == len(line.text):
        return _Named(line, entry.start, entry.end)
    set_in = line.line < sentence.line and line.column < sentence.column
    if set_in and len(line.text.split()) <= _TERM_WORDS:
        return _Named(line, 0, len(line.text))  # a term over what it means, which is set in
    if line.kind == "heading" and sort != _HOW and _TYPED.search(line.text) and sort not in _KEYS:
        return _Named(line, 0, len(line.text))
    return None
