"""Which version of something is needed or supported, where it stands behind its name: "Node 18",
"needs Python 3.9 or later"."""

from __future__ import annotations

import re

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.results import Answer

__all__ = ["with_version"]

_VERSIONS = frozenset("version versions release releases".split())
_SURE = 0.6
_LOOKED_AT = 8
_NAME_WORDS = 3
# What may be said of it besides its name.
_NEEDING = frozenset(
    "need needs needed require requires required requirement run runs running use uses used using "
    "support supports supported work works working minimum minimal oldest lowest least install "
    "have must should which what".split()
)
_NUMBER = (
    r"(?:\.\w{1,9})?[\s`*]{1,4}(?:version\s|v(?=\d)|[>=≥~^]\s?){0,4}"
    r"(\d+(?:\.\d+)*\+?(?:(?:\s(?:to|and|or)\s|\s?[-–]\s?|,\s)\d+(?:\.\d+)+)*"
    r"(?:\s(?:or|and)\s(?:later|newer|higher|above|up|greater|more recent)\b)?)(?![\w%]|\.\d|-\w)"
)


def with_version(asking: Asking, answer: Answer) -> Answer:
    """Return the version that stands behind the name asked about where nothing surer answers which
    one is needed, or all of it ("3.9 *or later*"); elsewhere the answer as it is."""
    words = _name_in(asking.question)
    surer = answer.kind == "answer" and answer.confidence >= _SURE
    if not words or answer.kind == "chat" or asking.least > _SURE:
        return answer
    name = r"[\s-]+".join(re.escape(word) for word in words)
    pattern = re.compile(rf"(?i)(?<![\w.-]){name}{_NUMBER}")
    for one in asking.ranked[:_LOOKED_AT]:
        found = pattern.search(one.sentence.text)
        if found is None:
            continue
        same = answer.sentence == one.sentence.text and found[1].startswith(answer.text or "-")
        if surer and not same:
            return answer
        sure = max(answer.confidence, _SURE)
        return told_by(answer, one.sentence, found[1], sure, found.span(1))
    return answer


def _name_in(question: Question) -> list[str]:
    """Return the words of the name whose version a question asks for; none where it asks for
    something else besides."""
    norms = [token.norm for token in question.tokens]
    if norms[:1] not in (["which"], ["what"]) and norms[-1:] not in (["version"], ["versions"]):
        return []
    if question.answer_type == "yes-no" or _VERSIONS.isdisjoint(norms):
        return []
    left_out = FUNCTION_WORDS | _VERSIONS | _NEEDING
    words = [
        token.text
        for token in question.tokens
        if token.norm not in left_out and token.kind in ("word", "number")
    ]
    return words if len(words) <= _NAME_WORDS else []
