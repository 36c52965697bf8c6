"""Exchanges what tells which of its kind a thing is: "and the green one?", "and for juniors?"."""

from __future__ import annotations

from typing import NamedTuple

from hegang_qa.conversation.edits import with_article
from hegang_qa.conversation.ellipsis import Fragment
from hegang_qa.conversation.grammar import Reading, Word
from hegang_qa.conversation.words import WordBook

__all__ = ["ROW", "Exchanged", "adjective", "of_people"]

ROW = frozenset(
    "first second third fourth fifth sixth last next minimum maximum minimal maximal lower upper "
    "main other best worst most least only left right front back early late".split()
)
"""Words that pick one of a row, besides superlatives."""


class Exchanged(NamedTuple):
    """An earlier question with a phrase exchanged.

    `score` tells how well the new phrase fits (0: it was only added at the end), `replaced` are
    the words that had to go.
    """

    score: float
    text: str
    replaced: str


def of_people(
    new: Reading, part: Fragment, reading: Reading, lexicon: WordBook
) -> Exchanged | None:
    """ "How much is the adult fee?", "and for juniors?": the fee for juniors."""
    words = [w for w in new.words[part.first : part.last] if w.tag not in ("prep", "det")]
    if len(words) != 1 or words[0].tag not in ("noun", "adj") or not _is_people(words[0], lexicon):
        return None
    for phrase in reading.phrases:
        before = [i for i in range(phrase.first, phrase.head) if reading.words[i].tag != "det"]
        if len(before) == 1 and _is_people(reading.words[before[0]], lexicon):
            old, end = reading.words[before[0]], reading.stop
            rest = reading.text[old.end : end].lstrip()
            text = with_article(f"{reading.text[: old.start]}{rest} for {words[0].text}")
            return Exchanged(3.5, text, old.text)
    return None


def _is_people(word: Word, lexicon: WordBook) -> bool:
    singular = word.norm.removesuffix("s")
    return any(
        lexicon.classes(form)[:1] in (("person",), ("group",)) for form in (word.norm, singular)
    )


def _sort(word: Word, lexicon: WordBook) -> str:
    """What sort of adjective a word is: one of a row, a colour, or any other."""
    if word.norm in ROW or (word.norm.endswith("est") and word.tag == "adj"):
        return "row"
    if "colour" in lexicon.classes(word.norm):
        return "colour"
    return "other" if word.tag == "adj" else ""


def adjective(
    new: Reading, part: Fragment, reading: Reading, lexicon: WordBook
) -> Exchanged | None:
    """ "What does the red light mean?", "and the green one?", "and blue?"."""
    words = list(new.words[part.first : part.last])
    if words and (words[0].norm in ("the", "a", "an") or words[0].tag == "pos"):
        words.pop(0)
    one = bool(words) and words[-1].norm in ("one", "ones")
    if one:
        words.pop()
    # Before "one" a participle is an adjective, too ("and a written one?").
    sorts = [
        _sort(word, lexicon) or ("other" if one and word.tag == "verb" else "") for word in words
    ]
    if not sorts or len(sorts) > 3 or not all(sorts):
        return None
    certain = sorts[-1] != "other"
    end = reading.stop
    for phrase in reading.phrases:
        at = [i for i in range(phrase.first, phrase.head) if _sort(reading.words[i], lexicon)]
        same = [i for i in at if _sort(reading.words[i], lexicon) == sorts[-1]]
        if not same:
            continue
        first, last = reading.words[same[0]], reading.words[same[-1]]
        put = new.text[words[0].start : words[-1].end]
        text = f"{reading.text[: first.start]}{put}{reading.text[last.end : end]}"
        replaced = reading.text[first.start : last.end]
        return Exchanged(4.0 if certain else 2.5, text, replaced)
    most = [w for w in reading.words if w.norm.endswith("est") and w.tag in ("adj", "noun", "adv")]
    if len(words) == 1 and words[0].norm.endswith("est") and most:
        text = f"{reading.text[: most[-1].start]}{words[0].text}{reading.text[most[-1].end : end]}"
        return Exchanged(4.0, text, most[-1].text)  # "When is it coldest?", "And hottest?"
    opening = new.words[part.first].norm
    for phrase in reading.phrases if one else ():  # "a day pass", "and a monthly one?"
        first = reading.words[phrase.first]
        if first.norm == opening and phrase.head > phrase.first + 1:
            put = new.text[new.words[part.first].start : words[-1].end]
            head = reading.words[phrase.head]
            text = f"{reading.text[: first.start]}{put} {reading.text[head.start : end]}"
            return Exchanged(3.5, text, reading.span(phrase.first, phrase.last))
    return None
