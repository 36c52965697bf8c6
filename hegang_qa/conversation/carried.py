"""The time of the last question, where the next goes on from it: "When does it open on Sundays?",
"And when does it close?"."""

from __future__ import annotations

from dataclasses import replace

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.grammar import Phrase, Reading
from hegang_qa.conversation.kinds import kind_of_words
from hegang_qa.conversation.thread import Rewrite
from hegang_qa.conversation.words import TIMES, WordBook
from hegang_qa.text.words import WEEKDAYS

__all__ = ["with_time"]

_GOES_ON = frozenset(("and", "then"))


def with_time(done: Rewrite, reading: Reading, before: Reading, lexicon: WordBook) -> Rewrite:
    """Return a whole question with the time of the last one, where it goes on from that and tells
    no other; where that has no answer, it is asked without (`Rewrite.fallback`).

    `reading` is of the question as typed, `before` of the last one as asked.
    """
    opening = {word.norm for word in reading.words[: reading.lead]}
    if not opening & _GOES_ON or not reading.wh_word or done.choices or done.fallback:
        return done
    told = _time(before, lexicon)
    if told is None or _time(reading, lexicon) is not None:
        return done
    if not _recurs(before, told):
        return done  # "What was the price in 2010?", "And when did the shop close?"
    said = before.span(told.first - 1, told.last)
    if said.casefold() in done.text.casefold():
        return done
    body = done.text.rstrip(" ?!.")
    for lead in opening:
        body = body.removeprefix(f"{lead} ").removeprefix(f"{lead.capitalize()} ")
    whole = f"{body[:1].upper()}{body[1:]} {said}?"
    how = (*done.how, f"{said}: of the last question")
    return replace(done, text=whole, query=whole, changed=True, how=how, fallback=done.text)


def _time(reading: Reading, lexicon: WordBook) -> Phrase | None:
    """The phrase that tells when, with the preposition before it."""
    for phrase in reversed(reading.phrases):
        behind = phrase.preposition and phrase.first >= reading.wh[1]
        if behind and is_a(kind_of_words(reading.words, phrase, lexicon), "date"):
            return phrase
    return None


def _recurs(reading: Reading, phrase: Phrase) -> bool:
    """Whether a time comes again and again ("on Sundays", "at night", "on Monday")."""
    words = reading.words[phrase.first : phrase.last]
    return any(w.norm in TIMES or w.norm in WEEKDAYS for w in words)
