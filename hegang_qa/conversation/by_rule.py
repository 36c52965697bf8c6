"""Follow-ups that only a rule knows: its `follow_up` phrasings, in whatever language.

The last question is put again with other words: what no slot of its rule holds is the question
phrase ("what time"), and gives way to the new one; a slot of the follow-up ("what about {topic}")
takes the place of the slot.
"""

from __future__ import annotations

from hegang_qa.conversation.protocol import Reading, Rules
from hegang_qa.conversation.thread import Rewrite, Thread

__all__ = ["by_rule"]

_SHIPPED = "intents/"

_MARKS = " \t?!.？！。,，"

# Han pronouns of the third person, longest first; there are no spaces to find them by.
_PRONOUNS = ("它们", "他们", "她们", "那里", "那儿", "它", "他", "她")

# Han verbs "to be" and "to be at", which a slot may have swallowed with its noun.
_VERBS = "是在有"


def by_rule(question: str, thread: Thread, rules: Rules) -> Rewrite | None:
    """Return `question` made whole by the rules' follow-up phrasings, or None."""
    last = thread.last
    if last is None:
        return None
    before = rules.match(last.asked)
    if before is None or before.reply is not None or not before.slots:
        return None
    follow = rules.match_follow_up(question)
    if follow is not None and follow.language == "en" and follow.path.startswith(_SHIPPED):
        follow = None  # what English leaves out was completed already, and with more care
    text = None
    if follow is not None and follow.slots:
        text = _slot_exchanged(last.asked, before, next(iter(follow.slots.values())).text)
    elif follow is not None:
        text = _phrase_exchanged(last.asked, before, question)
    else:
        text = _pronoun_named(question, before)
    if text is None or text == question:
        return None
    return Rewrite(text, text, True, ("the rest: of the last question, by a rule",))


def _slot_exchanged(asked: str, before: Reading, said: str) -> str:
    slot = next(iter(before.slots.values()))
    tail = slot.text[-1:] if slot.text[-1:] in _VERBS and len(slot.text) > 1 else ""
    return f"{asked[: slot.start]}{said}{tail}{asked[slot.end :]}"


def _phrase_exchanged(asked: str, before: Reading, question: str) -> str | None:
    """The last question with another question phrase, where it has just one."""
    gaps: list[tuple[int, int]] = []
    at = 0
    for slot in sorted(before.slots.values(), key=lambda slot: slot.start):
        gaps.append((at, slot.start))
        at = slot.end
    gaps.append((at, len(asked)))
    gaps = [gap for gap in gaps if asked[slice(*gap)].strip(_MARKS)]
    if len(gaps) != 1:
        return None
    start, end = gaps[0]
    old = asked[start:end]
    phrase = question.strip(_MARKS).removeprefix("那么").removeprefix("那").removesuffix("呢")
    if not phrase:
        return None
    lead = old[: len(old) - len(old.lstrip(_MARKS))]
    tail = old[len(old.rstrip(_MARKS)) :]
    head = asked[:start]
    if head and head[-1] == phrase[0]:  # "it is" + "is where"
        phrase = phrase[1:]
    return f"{head}{lead}{phrase}{tail}{asked[end:]}"


def _pronoun_named(question: str, before: Reading) -> str | None:
    for pronoun in _PRONOUNS:
        if pronoun in question:
            slot = next(iter(before.slots.values()))
            named = slot.text.rstrip(_VERBS) or slot.text
            return question.replace(pronoun, named, 1)
    return None
