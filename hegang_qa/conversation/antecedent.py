"""Whether a question itself names what its pronoun means: then the thread has no say."""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.grammar import Phrase, Reading
from hegang_qa.conversation.kinds import kind_of_words, looks_plural
from hegang_qa.conversation.words import WordBook

__all__ = ["has_antecedent", "is_empty_it", "is_pronoun"]

# "it" in these is nobody: "how long does it take to ...", "is it true that ..."
_EMPTY_IT = frozenset(
    "take takes took rain rains rained snow snowed cost costs mean means matter matters".split()
)
_COSTS = frozenset(("cost", "costs"))
_EMPTY_SAYS = frozenset("say says state states mention mentions tell".split())
_EMPTY_IS = frozenset("true possible necessary likely important allowed known said safe".split())


def has_antecedent(reading: Reading, at: int, base: str, lexicon: WordBook) -> bool:
    """Return whether the question itself names what its pronoun at word `at` means.

    `base` is the pronoun in its plain form ("it" for "its").
    """
    words = reading.words
    first, last = reading.subject
    noun_subject = any(w.tag in ("name", "noun") for w in words[first:last])
    if reading.wh[0] <= at < reading.wh[1] and noun_subject:
        return True  # "how much of its land does the state own"
    if at < reading.wh[0] and noun_subject:
        return True  # "in his letters, what did Smith say"
    if at < reading.aux and words[at].tag == "pos" and noun_subject:
        return True  # "which part of her book did Smith write first"
    if at < reading.lead + 3 and _named_after_comma(reading, at):
        return True  # "when he came, Smith did what"
    for phrase in reading.phrases:
        owned = any(w.tag == "pos" for w in words[phrase.first : phrase.last])
        if base in ("he", "she") and phrase.last <= at and _named_owner(reading, phrase):
            return True  # "how do Smith's novels differ from his plays"
        if phrase.last > at or owned:
            continue
        joint = words[phrase.last].norm
        if at == phrase.last + 1 and (joint == "of" or (joint == "for" and words[at].tag == "pro")):
            continue  # "the owner of it", "the fee for it"
        opens = reading.wh[0] <= phrase.first <= reading.wh[1]
        if opens and at == phrase.last + 1 and words[at - 1].tag == "aux":
            continue  # "how much RAM does it have": asked for, not meant
        asked_for = reading.wh[0] <= phrase.first < reading.wh[1]
        if asked_for and words[at].tag == "pro" and first <= at < last:
            continue  # "which town is it in": the town is asked for, not meant
        head = words[phrase.head]
        kind = kind_of_words(words, phrase, lexicon)
        if head.tag == "num" or is_a(kind, "date") or is_a(kind, "number"):
            continue
        if _same_clause(reading, phrase, at):
            continue
        if base in ("he", "she"):
            names = any(w.tag == "name" for w in words[phrase.first : phrase.last])
            if names or is_a(kind, "person"):
                return True
            continue
        plural = looks_plural(head.norm)
        if base in ("it", "that") and (phrase.name or not plural):
            return True
        if base == "they" and (phrase.name or plural or words[at].tag == "pos"):
            return True
    if base == "they" and any(w.norm.endswith(("one", "body")) for w in words[:at]):
        return True  # "if someone asks, what do they get"
    asks_subject = first == last or words[reading.aux].norm in ("has", "had", "have")
    if asks_subject and reading.wh_word in ("who", "which") and at >= reading.wh[1]:
        later = any(w.tag in ("conj", "wh") or w.norm == "to" for w in words[reading.wh[1] : at])
        return base != "it" and (words[at].tag == "pos" or later)
    return False


def _named_owner(reading: Reading, phrase: Phrase) -> bool:
    words = reading.words
    return any(
        words[i].tag == "gen" and words[i - 1].tag == "name"
        for i in range(phrase.first + 1, phrase.last)
    )


def _named_after_comma(reading: Reading, at: int) -> bool:
    """Whether the name that a pronoun means comes after the comma of its clause."""
    words = reading.words
    comma = next((i for i in range(at, len(words)) if words[i].norm == ","), -1)
    return comma >= 0 and any(p.name and p.first > comma for p in reading.phrases)


def _same_clause(reading: Reading, phrase: Phrase, at: int) -> bool:
    """Whether a pronoun is an object beside the subject `phrase`: then it is something else.

    In "did the firm sell it", "it" cannot be the firm (principle B of binding theory, Chomsky,
    "Lectures on Government and Binding", 1981).
    """
    words = reading.words
    if words[at].tag != "pro" or reading.verb < 0 or at < reading.verb:
        return False
    after = words[at + 1].tag if at + 1 < len(words) else ""
    if words[at].norm in ("he", "she", "they") or after in ("verb", "aux"):
        return False  # the subject of a clause of its own
    first, last = reading.subject
    if reading.aux < 0:
        first, last = reading.wh
    between = reading.words[max(reading.verb + 1, phrase.last) : at]
    return first <= phrase.first < last and not any(
        w.tag in ("conj", "wh", "mark", "aux", "verb")
        or w.norm in ("to", "that", "after", "before", "since")
        for w in between
    )


def is_empty_it(reading: Reading, at: int) -> bool:
    """Return whether the "it" at word `at` means nothing ("how long does it take to ...")."""
    words = reading.words
    after = [w for w in words[at + 1 : at + 4] if w.tag != "adv"]
    closes = all(w.tag == "mark" for w in after)
    if closes and at and words[at - 1].norm in ("is", "was") and reading.wh_word == "who":
        return True  # "who is it then"
    if not after:
        return "time" in [w.norm for w in words[:at]]  # "what time is it"
    rest = [w.norm for w in words[at + 1 : reading.end]]
    if after[0].norm in _COSTS and len(rest) == 1:
        return False  # "and how much did it cost?"
    if after[0].norm in _EMPTY_IT and rest[1:4] != ["in", "the", "end"]:
        return len(after) < 2 or "to" in rest or after[1].norm in ("for", "in")
    if at and words[at - 1].norm in ("make", "makes", "made"):
        return True  # "make it to the final"
    if after[0].norm in _EMPTY_SAYS and at and words[at - 1].norm in ("does", "did"):
        return True  # "does it say how many": the documents
    be = at and words[at - 1].norm in ("is", "was")
    clause = any(w in rest[:4] for w in ("that", "when", "if")) or any(
        w.norm == "to" and follows.tag == "verb"
        for w, follows in zip(words[at + 1 : at + 5], words[at + 2 : at + 6], strict=False)
    )
    if be and reading.wh_word and after[0].tag == "det":
        return True  # "what is it the capital of"
    if be and after[0].tag == "adj" and rest[1:] in (["there"], ["out", "there"]):
        return True  # "is it cold there"
    if be and (
        (after[0].norm in _EMPTY_IS and "as" not in rest)
        or clause
        or (after[0].norm == "about" and len(after) > 1)
    ):
        return True
    return after[0].tag in ("aux", "verb") and "that" in rest[1:4]


def is_pronoun(reading: Reading, at: int) -> bool:
    """Return whether "that" is a pronoun by itself: the subject, or the object of a preposition."""
    words = reading.words
    after = words[at + 1] if at + 1 < len(words) else None
    if words[at].tag == "pro":
        return True  # "what did this cause"
    if after is not None and after.tag in ("name", "noun", "adj", "num", "pro", "det", "pos"):
        return False
    before = words[at - 1] if at else None
    if before is None or at <= reading.lead:
        return False
    closes = after is None or after.tag == "mark"
    if after is not None and (after.norm == "of" or after.norm.endswith("ing")):
        return False
    if before.tag == "aux":
        return at == reading.aux + 1
    return closes and before.tag in ("prep", "verb")
