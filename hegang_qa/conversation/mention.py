"""One thing that a conversation has spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.grammar import Phrase, Word
from hegang_qa.conversation.kinds import kind_of_words, looks_plural
from hegang_qa.conversation.words import WordBook

__all__ = ["FADING", "Mention", "mention_of", "plain_topic", "whole_mention"]

# Where a mention stood, and how near that is to the mind of who asks next. Set by hand on the
# development half of the follow-up benchmark.
SALIENCE = {
    "answer": 3.0,
    "subject": 2.6,
    "object": 2.0,
    "place": 1.7,
    "possessor": 1.5,
    "topic": 2.6,
    "setting": 1.0,
    "sentence": 0.6,
    "section": 0.5,
}
# Each turn that lies between takes this share of the salience away.
FADING = 0.3


_PARENTHESIS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Something spoken of: the words to put in for a pronoun, and what is known about it.

    `kind` is an id of `hegang_qa.answer_types` ("" where unknown). `stems` are those of its
    content words, `head` the stem of its head word. `role` is a key of the salience table; `age`
    counts turns back (0: the last turn). `described` is a class noun that it was called by
    ("river" after "which river ..."), folded; `gender` is "he" or "she" where that is known.
    """

    text: str
    kind: str
    head: str
    stems: frozenset[str]
    name: bool
    plural: bool
    role: str
    age: int
    salience: float
    described: str = ""
    gender: str = ""

    def definite(self) -> Mention:
        """Return the mention as it is called once it is known: "a bridge" becomes "the bridge"."""
        first, _, rest = self.text.partition(" ")
        if first.lower() in ("a", "an") and rest:
            return replace(self, text=f"the {rest}")
        return self


def plain_topic(topic: str) -> str:
    """Return a title without its parenthesis ("Mercury (planet)" -> "Mercury")."""
    return _PARENTHESIS.sub("", topic).strip() or topic.strip()


def _plural(words: tuple[Word, ...], phrase: Phrase, lexicon: WordBook) -> bool:
    inside = words[phrase.first : phrase.last]
    if any(w.norm == "and" for w in inside):
        return True
    head = words[phrase.head]
    if phrase.name:
        people = all(w.tag in ("name", "det") for w in inside)  # "the Ottomans"
        return people and looks_plural(head.norm) and inside[0].norm == "the"
    several = head.norm == "people" or lexicon.lemmas(head.norm)[:1] != (head.norm,)
    return looks_plural(head.norm) and several


def mention_of(
    reading_text: str,
    words: tuple[Word, ...],
    phrase: Phrase,
    role: str,
    age: int,
    lexicon: WordBook,
    *,
    last: int | None = None,
    kind: str | None = None,
) -> Mention:
    """Return the mention that a noun phrase of a text makes.

    `last` is where it ends if it goes on behind the phrase ("the fee" + "of the club"), `kind`
    what it is known to be.
    """
    first = phrase.first
    while first < phrase.head and (
        words[first].norm in ("many", "much", "any", "some", "other", "another", "more")
        or words[first].tag == "pos"
    ):
        first += 1
    end = last if last is not None else phrase.last
    text = reading_text[words[first].start : words[end - 1].end]
    if kind is None:
        kind = kind_of_words(words, phrase, lexicon)
        alone = first == phrase.head and words[first].tag == "noun"
        if alone and is_a(kind, "person") and not looks_plural(words[first].norm):
            kind = ""  # no person is called so without an article, but a machine may be
    if phrase.first < first and words[first - 1].tag == "pos" and not phrase.name:
        text = f"the {text}"  # "her first book": whoever she is, it is that one
    if text.startswith("The "):
        text = f"the {text[4:]}"  # a sentence began with it
    return Mention(
        text=text,
        kind=kind,
        head=words[phrase.head].stem,
        stems=frozenset(
            w.stem for w in words[first:end] if w.tag in ("name", "noun", "num", "adj", "verb")
        ),
        name=phrase.name and words[phrase.first].norm not in ("a", "an"),
        plural=_plural(words, phrase, lexicon),
        role=role,
        age=age,
        salience=SALIENCE[role] * (1 - FADING) ** age,
    )


def whole_mention(
    text: str, words: tuple[Word, ...], kind: str, role: str, age: int, lexicon: WordBook
) -> Mention:
    """Return the mention that a whole text is, whose words these are."""
    content = [w for w in words if w.tag in ("name", "noun", "num", "adj", "verb")]
    head = content[-1] if content else words[-1]
    plural = any(w.norm == "and" for w in words) or (
        head.tag == "noun"
        and looks_plural(head.norm)
        and lexicon.lemmas(head.norm)[:1] != (head.norm,)
    )
    return Mention(
        text,
        kind,
        head.stem,
        frozenset(w.stem for w in content),
        head.tag == "name",
        plural,
        role,
        age,
        SALIENCE[role] * (1 - FADING) ** age,
    )
