"""Answers that are typed: the command in the code below "To start a copy by hand:", or between
backticks in the sentence that says what it is for.

A line of code shares no word with the question; what introduces it has them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hegang_qa.answers.accounts import account
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.model import CONSIDERED
from hegang_qa.answers.support import place_of
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.phrasings import undone
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.ranking.names import name_asked_about
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence, SentenceStore

__all__ = ["with_command"]

# Words that ask for something to type, and need not stand beside it.
_TYPING = frozenset("command commands cmd run execute type enter".split())
_NOUNS = frozenset(("command", "commands", "cmd"))
_VERBS = _TYPING - _NOUNS
_DOING = frozenset(("i", "you", "we", "one"))

_CODE = lazy(r"`([^`\n]+)`")
_MEANS = lazy(r"\b(?:with|by running|by|using|via|through|type|run):? `([^`\n]+)`")
_COMMENT = lazy(r"(?:#|//|--|;|%|REM\b)\s+\S")
_PROMPT = lazy(r"(?:\$|>|>>>|\.\.\.|C:\\[^>\n]*>)\s+")
_LONGEST = 12  # lines
_SURE = 0.7
# So much of the question may rest on headings and neighbours.
_CONTEXT = 0.35


def with_command(asking: Asking, answer: Answer) -> Answer:
    """Return the command as the answer, where the question asks what to type or how something is
    done, and a sentence that says all of it introduces code; elsewhere the answer as it is.

    Several lines of code are joined by line breaks; `sentence` is what introduces them.
    """
    question, ranked, store, lexicon = asking.question, asking.ranked, asking.store, asking.lexicon
    if asking.least > _SURE:
        return answer
    asked = _asks_for_command(question)
    how = question.answer_type == "manner" and question.asks.startswith("how")
    if answer.kind == "chat" or not (asked or how):
        return answer
    for one in ranked[:CONSIDERED]:
        told = account(question, one, None, lexicon)
        if told.context > _CONTEXT or any(
            question.terms[number].word not in _TYPING for number in told.missing
        ):
            continue
        if undone(question.tokens, one.tokens):
            continue
        sentence = one.sentence
        span = _chosen(answer, sentence) or _between_backticks(one) if asked else _by_means_of(one)
        below = _below(sentence, store) if sentence.text.endswith(":") else ""
        if sentence.kind == "code" and span is None and len(one.matches) == len(question.terms):
            # A line of code that has all of the question, or what it says of those below.
            below = _under_comment(sentence, store) or sentence.text
        if span is None and not below:
            continue
        return replace(
            answer,
            kind="answer",
            text=below if span is None else sentence.text[slice(*span)],
            sentence=sentence.text,
            source=place_of(sentence),
            confidence=max(answer.confidence, _SURE),
            reason=None,
            answer_span=span,
            matched=tuple(
                (one.tokens[match.token].start, one.tokens[match.token].end)
                for match in one.matches
            ),
            heading=sentence.heading or None,
            missing=(),
            support=(),
            conflicts=(),
        )
    return _whole_line(answer, ranked) if asked or how else answer


def _whole_line(answer: Answer, ranked: Sequence[RankedSentence]) -> Answer:
    """Return the whole line of code of which an answer is a part: what is to be typed is all of it,
    without the prompt before it."""
    if answer.kind != "answer" or answer.sentence is None or answer.answer_span is None:
        return answer
    code = any(
        one.sentence.kind == "code" and one.sentence.text == answer.sentence for one in ranked
    )
    if not code or _COMMENT.match(answer.sentence):
        return answer
    prompt = _PROMPT.match(answer.sentence)
    span = (prompt.end() if prompt else 0, len(answer.sentence))
    return replace(answer, text=answer.sentence[slice(*span)], answer_span=span)


def _asks_for_command(question: Question) -> bool:
    """Return whether a question asks for a command, or what "I run" or "type"."""
    if name_asked_about(question):
        return False  # "what does the sort command do"
    norms = [token.norm for token in question.tokens]
    if any(norm in _NOUNS for norm in norms):
        return True
    if question.asks.split()[:1] not in (["what"], ["which"]):
        return False
    return any(
        norm in _VERBS and any(word in _DOING for word in norms[:at])
        for at, norm in enumerate(norms)
    )


def _chosen(answer: Answer, sentence: Sentence) -> tuple[int, int] | None:
    """Return the code in a sentence that is the answer already, None where that is none."""
    if answer.kind != "answer" or answer.answer_span is None or answer.sentence != sentence.text:
        return None
    spans = [match.span(1) for match in _CODE.finditer(sentence.text)]
    return answer.answer_span if answer.answer_span in spans else None


def _between_backticks(ranked: RankedSentence) -> tuple[int, int] | None:
    """Return the code in a sentence (code points) that is the command: that with words of the
    question, else the first of several words, else the only one."""
    spans = [match.span(1) for match in _CODE.finditer(ranked.sentence.text)]
    if not spans:
        return None
    spots = [ranked.tokens[match.token].start for match in ranked.matches]
    said_again = {low for low, high in spans if _is_said_again(ranked, low, high)}
    if len(said_again) < len(spans):
        spans = [(low, high) for low, high in spans if low not in said_again]
    several = [(low, high) for low, high in spans if " " in ranked.sentence.text[low:high]]
    for low, high in several:
        if any(low <= spot < high for spot in spots):
            return low, high
    if several:
        return several[0]
    return spans[0] if len(spans) == 1 else None


def _is_said_again(ranked: RankedSentence, low: int, high: int) -> bool:
    """Return whether code (code points) has no words but those of the question."""
    matched = {match.token for match in ranked.matches}
    inside = [n for n, token in enumerate(ranked.tokens) if low <= token.start < high]
    words = [n for n in inside if ranked.tokens[n].kind != "mark"]
    return all(n in matched for n in words)


def _by_means_of(ranked: RankedSentence) -> tuple[int, int] | None:
    """Return the code in an instruction that says by what it is done: "Restart it with `...`"."""
    first = next((token for token in ranked.tokens if token.kind != "mark"), None)
    if first is None or first.start not in {ranked.tokens[m.token].start for m in ranked.matches}:
        return None
    found = _MEANS.search(ranked.sentence.text)
    return found.span(1) if found else None


def _under_comment(sentence: Sentence, store: SentenceStore) -> str:
    """Return the lines of code that a comment in it stands over ("# register plugins"), up to an
    empty line or the next comment; "" for a line that is no comment."""
    if _COMMENT.match(sentence.text) is None:
        return ""
    lines: list[str] = []
    for at, line in enumerate(store.get(range(sentence.id + 1, sentence.id + 1 + _LONGEST)), 1):
        beside = line.block == sentence.block and line.line == sentence.line + at
        if line.document != sentence.document or not beside or _COMMENT.match(line.text):
            break
        lines.append(line.text.strip())
    return "\n".join(lines)


def _below(sentence: Sentence, store: SentenceStore) -> str:
    """Return the lines of the code that stands right below a sentence, "" for none."""
    following = store.get(range(sentence.id + 1, sentence.id + 1 + _LONGEST))
    lines: list[str] = []
    for line in following:
        if line.kind != "code" or line.document != sentence.document:
            break
        if lines and line.block != following[0].block:
            break
        lines.append(line.text.strip())
    return "\n".join(lines)
