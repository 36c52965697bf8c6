"""The deed for its time: "When did she die?", "How old was she *then*?" is how old she was when she
died, which a text tells sooner than how old she was on that day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hegang_qa.conversation.edits import Edit
from hegang_qa.conversation.grammar import Reading, read
from hegang_qa.conversation.thread import Thread
from hegang_qa.conversation.words import WordBook
from hegang_qa.question.irregular import irregular_forms
from hegang_qa.text.words import HE_OR_SHE

__all__ = ["with_deed"]

_VOWELS = frozenset("aeiou")
_PERSONAL = HE_OR_SHE & {"he", "she"}


def with_deed(
    reading: Reading, edits: Sequence[Edit], thread: Thread, lexicon: WordBook
) -> list[Edit]:
    """Return the edits with the deed of the last question in the place of "then", where one asks
    how old somebody was; elsewhere as they are."""
    last = thread.last
    asked = [word.norm for word in reading.words[reading.lead : reading.end]]
    who = next((norm for norm in asked if norm in _PERSONAL), "")
    if last is None or asked[:2] != ["how", "old"] or not who:
        return list(edits)
    before = read(last.asked, lexicon)
    did = before.aux >= 0 and before.words[before.aux].norm == "did"
    if before.wh_word != "when" or not did or before.verb < 0:
        return list(edits)
    rest = before.span(before.verb + 1, before.end)
    deed = f"when {who} {_past(before.words[before.verb].norm)} {rest}".rstrip()
    return [replace(one, put=deed) if one.what == "then" else one for one in edits]


def _past(verb: str) -> str:
    """Return the past form of a verb."""
    irregular = irregular_forms(verb)
    if irregular:
        return irregular[0]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}ed"
