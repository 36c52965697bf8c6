"""What a line of a file of settings sets, asked for in the words of the comment above it: under
"# How many connections may be open at once." stands "max_clients = 200"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.model import BY_MEANING, RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize

__all__ = ["with_set_value"]

_REACH = 5
"""Sentences among which a setting, or what is said of it, may be the one asked for."""
_SURE = 0.6
_CERTAIN = 0.9
_SETTING = lazy(r"(?P<key>[A-Za-z_][\w.\-]*)[ \t]*=[ \t]*(?P<told>\S.*)$")
_PATH = lazy(r"[\w.+-]*[/\\~]|https?:")
_FIGURE = lazy(r"[^\W\d_]{0,3}\d")
_TIMED = lazy(
    r"(?i)(?:[\d_.\s-])(?:ms|msecs?|s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?|weeks?|years?)$"
)
_TIME = lazy(r"(?i)\b(?:milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b")
_ASKED = frozenset(("", "what", "which", "where", "how many", "how much", "how long", "how often"))
_ASIDE = frozenset(
    "on off enabled disabled active turned switched default set setting value maximum max many "
    "much mode".split()
)
# What asks, at the end, for what is said of a setting, and not for what it is set to.
_OF_USE = frozenset("do does mean for".split())
_COUNTING = frozenset("many number count maximum minimum most".split())
_LOOSE = BY_MEANING - {"compound"}
_ON = frozenset("on yes true enabled 1".split())
_OFF = frozenset("off no false disabled 0".split())
_STATES = frozenset("on off enabled disabled active turned switched by".split())


def _is_setting(sentence: Sentence) -> bool:
    """Return whether a sentence is a line of a file of settings."""
    return sentence.kind == "item" and "=" in sentence.text and bool(_SETTING.match(sentence.text))


def with_set_value(asking: Asking, answer: Answer) -> Answer:
    """Return what a setting is set to as the answer where the comment above it, its name and its
    section have all of the question, but for a verb; elsewhere the answer as it is."""
    question = asking.question
    norms = [token.norm for token in question.tokens if token.kind != "mark"]
    asks = question.asks if question.asks in _ASKED else question.asks.partition(" ")[0]
    switched = question.answer_type == "yes-no" and not _STATES.isdisjoint(norms)
    if not switched and (asks not in {*_ASKED, "when"} or not _OF_USE.isdisjoint(norms[-1:])):
        return answer
    if answer.kind == "chat" or asking.least > _SURE:
        return answer
    if answer.confidence >= _CERTAIN and not switched:
        return answer  # but "MODE=off" has the words of a yes
    if (pointed := _pointed_at(asking, answer)) is not None:
        return pointed
    if asks == "when":
        return answer
    several = "are" in norms and asks in ("what", "which")
    for one in asking.ranked[:_REACH]:
        for line in _settings_of(asking, one):
            told = _SETTING.match(line.text)
            if told is None or several or not _accounts(question, line, wholly=switched):
                continue
            sure = max(_SURE, answer.confidence)
            if switched:
                state = told["told"].lower().strip("\"'")
                if state in _ON | _OFF:
                    of_off = not {"off", "disabled"}.isdisjoint(norms)
                    said = "Yes" if (state in _ON) != of_off else "No"
                    return told_by(answer, line, said, sure, None)
            elif _fits(question, asks, line, told):
                return told_by(answer, line, told["told"], sure, told.span("told"))
    return answer


def _pointed_at(asking: Asking, answer: Answer) -> Answer | None:
    """Return what is set as the answer where the words that were found are of the comment and point
    to it ("at *this* temperature"), None elsewhere."""
    if answer.kind != "answer" or "this" not in (answer.text or "").lower().split():
        return None
    found = asking.found(answer)
    for line in _settings_of(asking, found) if found is not None else ():
        if (told := _SETTING.match(line.text)) is not None:
            return told_by(answer, line, told["told"], answer.confidence, told.span("told"))
    return None


def _settings_of(asking: Asking, one: RankedSentence) -> Iterator[Sentence]:
    """Yield the setting that a sentence is, or that it introduces as a comment."""
    if _is_setting(one.sentence):
        yield one.sentence
        return
    for line in asking.store.get([one.sentence.id + 1]):
        if _is_setting(line) and one.sentence.text.split()[-1] in (line.lead or ""):
            yield line


def _fits(question: Question, asks: str, line: Sentence, told: re.Match[str]) -> bool:
    """Return whether what is set may be what is asked for: a path, a length of time, a count."""
    key, value, lead = told["key"], told["told"], line.lead or ""
    if asks == "where":
        return _PATH.match(value) is not None
    if not asks.startswith("how"):
        return True
    if _FIGURE.match(value) is None:
        return False
    if asks in ("how long", "how often"):
        return bool(_TIMED.search(key) or _TIMED.search(value) or _TIME.search(lead))
    return asks != "how many" or _counts(question, key, lead)


def _counts(question: Question, key: str, lead: str) -> bool:
    """Return whether a setting counts the very things whose number is asked for."""
    tokens = question.tokens
    many = next((n for n, token in enumerate(tokens) if token.norm == "many"), -1)
    things = {token.stem for token in tokens[many + 1 : many + 3]}
    if any(token.stem in things for token in tokenize(key.replace("_", " "))):
        return True
    said = tokenize(lead)
    return any(
        token.stem in things
        and (
            not _COUNTING.isdisjoint(one.norm for one in said[max(0, n - 2) : n])
            or (n == 0 and said[1:2] and said[1].norm in FUNCTION_WORDS)
        )
        for n, token in enumerate(said)
    )


def _accounts(question: Question, line: Sentence, *, wholly: bool) -> bool:
    """Return whether a setting, with what is said of it and where it stands, has all that a
    question names, in these words; one verb may be put otherwise, unless `wholly`."""
    text = f"{line.title} {line.heading} {line.lead or ''} {line.text.partition('=')[0]}"
    said = {token.stem for token in tokenize(text.replace("_", " "))}
    tokens = question.tokens
    terms = [term for term in question.terms if tokens[term.token].norm not in _ASIDE]
    lacked = [
        term
        for term in terms
        if not term.light
        and said.isdisjoint(form.term for form in term.expansions if form.how not in _LOOSE)
    ]
    only_a_verb = not lacked or (not wholly and [term.role for term in lacked] == ["verb"])
    return only_a_verb and len(lacked) < len(terms)
