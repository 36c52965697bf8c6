"""A shallow reading of a question: its question phrase, auxiliary, subject, verb and noun phrases.

Nothing here is learned, and nothing is certain: closed classes of words, capital letters and the
parts of speech a lexicon knows are enough to say which words can be exchanged for which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from hegang_qa.conversation.tags import CONTENT, Word, tag
from hegang_qa.conversation.words import LEADS, TITLES, WordBook
from hegang_qa.text.words import MODALS, QUESTION_WORDS

__all__ = ["CONTENT", "Phrase", "Reading", "Word", "noun_phrases", "read", "tag"]

_NOMINAL = frozenset(("name", "noun", "num"))
# Stems of verbs with two objects.
_TWO_OBJECTS = frozenset(
    "teach taught give gave show tell told offer send sent pay paid award ask lend lent sell sold "
    "name call elect appoint".split()
)
_NP_INSIDE = frozenset(("name", "noun", "num", "adj", "det", "pos", "gen"))


class Phrase(NamedTuple):
    """A noun phrase: words ``[first:last]``, `head` the index of its head word.

    `preposition` is the folded preposition before it ("" if none); `name` whether it is a proper
    name.
    """

    first: int
    last: int
    head: int
    preposition: str
    name: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A question, read. Spans are word indexes, ends excluded; an empty span is (i, i).

    `lead` are opening words like "and". `wh` is the question phrase with its preposition ("on
    what date"), `aux` the auxiliary that follows it (-1: none), `subject` what stands between
    auxiliary and verb, `verb` the main verb (-1: none). `phrases` are all noun phrases.
    """

    text: str
    words: tuple[Word, ...]
    lead: int
    wh: tuple[int, int]
    aux: int
    subject: tuple[int, int]
    verb: int
    phrases: tuple[Phrase, ...]

    def span(self, first: int, last: int) -> str:
        """Return the verbatim text of words ``[first:last]``."""
        if first >= last:
            return ""
        return self.text[self.words[first].start : self.words[last - 1].end]

    @property
    def wh_word(self) -> str:
        """The question word itself, folded; "" if there is none."""
        for word in self.words[self.wh[0] : self.wh[1]]:
            if word.norm in QUESTION_WORDS:
                return word.norm
        return ""

    @property
    def end(self) -> int:
        """The index after the last word that is not a closing mark."""
        last = len(self.words)
        while last and self.words[last - 1].tag == "mark":
            last -= 1
        return last

    @property
    def stop(self) -> int:
        """The code point after the last word that is not a closing mark; 0 if there is none."""
        return self.words[self.end - 1].end if self.end else 0


def noun_phrases(words: tuple[Word, ...]) -> tuple[Phrase, ...]:
    """Return the noun phrases of tagged words, in order; a genitive is part of its phrase."""
    found: list[Phrase] = []
    i = 0
    while i < len(words):
        if words[i].tag not in ("det", "pos", "name", "noun", "adj", "num"):
            i += 1
            continue
        first = i
        head = -1
        while i < len(words):
            kind = words[i].tag
            if kind == "mark" and _after_initial(words, i):
                kind = "name"
            if kind in _NOMINAL:
                if kind == "name" and head >= 0 and words[head].tag == "num" and head > first:
                    break
                if (
                    kind == "noun"
                    and head >= 0
                    and words[head].tag == "name"
                    and _gives(words, first)
                ):
                    break
                head = i
            elif kind in ("det", "pos"):
                if i > first:
                    break
            elif kind == "gen":
                head = -1
            elif kind == "prep" and words[i].norm == "of" and head >= 0 and _joins(words, i):
                i += 1
                continue
            elif kind == "adj":
                if head >= 0:
                    break
            else:
                break
            i += 1
        last = i
        if head < 0:
            i = max(i, first + 1)
            continue
        before = words[first - 1] if first else None
        preposition = before.norm if before is not None and before.tag == "prep" else ""
        found.append(Phrase(first, last, head, preposition, words[head].tag == "name"))
    return tuple(found)


def _gives(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word before is a verb with two objects ("who taught Ann music")."""
    return at > 0 and words[at - 1].tag == "verb" and words[at - 1].stem in _TWO_OBJECTS


def _after_initial(words: tuple[Word, ...], at: int) -> bool:
    """Whether a mark is the point after an initial or a title ("J. Smith", "Dr. Smith"), or joins
    two names to one ("Hill & Son")."""
    if words[at].text == "&":
        return 0 < at < len(words) - 1 and words[at - 1].tag == words[at + 1].tag == "name"
    short = len(words[at - 1].text) == 1 or words[at - 1].norm in TITLES
    return words[at].text == "." and short and at + 1 < len(words) and words[at + 1].tag == "name"


def _joins(words: tuple[Word, ...], at: int) -> bool:
    """Whether "of" joins two capitalised words into one name ("Bank of England")."""
    return at + 1 < len(words) and words[at - 1].tag == "name" and words[at + 1].tag == "name"


def _wh_phrase(words: tuple[Word, ...], start: int, lexicon: WordBook) -> tuple[int, int]:
    """Find the question phrase at `start`, or the first one after a fronted adverbial."""
    at = next((i for i in range(start, len(words)) if words[i].tag == "wh"), -1)
    if at < 0:
        return (start, start)
    first = at - 1 if at > start and words[at - 1].tag == "prep" else at
    if first > start and not any(w.norm == "," for w in words[start:first]):
        return (start, start)  # a relative clause, not the question phrase
    last = at + 1
    norm = words[at].norm
    if norm in ("what", "which", "whose", "how"):
        while last < len(words):
            word = words[last]
            if word.tag in ("aux", "pro", "prep", "mark", "wh", "conj", "gen"):
                if word.norm == "of" and norm in ("what", "which") and last > at + 1:
                    last += 1
                    continue
                break
            if word.tag in ("det", "pos"):
                break
            shares = lexicon.parts_of_speech(word.norm)
            if norm != "how" and word.tag != "name":
                if last == at + 1:
                    if norm == "what" and shares.get("verb", 0.0) > 0.5 > 5 * shares.get("noun", 0):
                        break
                elif word.tag == "verb" or _is_verb_after_all(words, last, shares):
                    break
            elif word.tag == "verb":
                break
            if norm == "how" and word.tag == "name":
                break
            last += 1
    return (first, last)


def _is_verb_after_all(words: tuple[Word, ...], at: int, shares: dict[str, float]) -> bool:
    """Whether a word after a noun is its verb: a past form ("which actor played ..."), or one
    that an object follows ("which river borders the town")."""
    word, before = words[at], words[at - 1]
    if before.tag not in ("noun", "name"):
        return False
    after = words[at + 1].tag if at + 1 < len(words) else ""
    object_follows = word.tag == "noun" and after in ("det", "pos", "name", "pro")
    if object_follows and after in ("det", "pos") and word.norm.endswith("s"):
        return shares.get("verb", 0.0) > 0.0  # "which server hosts the pages"
    if shares.get("verb", 0.0) <= 0.1:
        return False
    return object_follows or word.tag == "adj" or word.norm.endswith("ed")


def _subject(words: tuple[Word, ...], start: int, be: bool, lexicon: WordBook) -> tuple[int, int]:
    """Find subject and verb after the auxiliary: return (end of the subject, index of the verb)."""
    i = start
    while i < len(words) and words[i].tag == "adv":
        i += 1
    if i < len(words) and words[i].tag == "pro":
        i += 1
        while i < len(words) and words[i].tag == "adv":
            i += 1
        verb = i if i < len(words) and words[i].tag in ("verb", "noun", "adj") and not be else -1
        if i < len(words) and words[i].norm in ("do", "have") and not be:
            verb = i
        if be and i < len(words) and words[i].tag == "verb":
            verb = i
        return (i if verb < 0 else verb, verb)
    gerund = i < len(words) and words[i].tag == "verb" and words[i].norm.endswith("ing")
    nouns = int(gerund and not be)  # "how long does baking take"
    best = -1
    while i < len(words):
        word = words[i]
        if word.norm in ("do", "have") and nouns and not be:
            return (i, i)
        if word.tag == "mark" or word.tag in ("wh", "pro", "aux"):
            break
        if word.tag == "prep" and word.norm not in ("of",):
            if be or nouns == 0:
                break
            if best < 0:  # "did the man in the moon come": go on while no verb was met
                i += 1
                continue
            break
        if nouns and word.tag in ("verb", "noun", "adj"):
            shares = lexicon.parts_of_speech(word.norm)
            share = shares.get("verb", 1.0 if word.tag == "verb" else 0.0)
            if be:
                inflected = word.norm.endswith(("ed", "ing", "en", "wn")) or word.tag == "verb"
                if share > 0.3 and inflected and words[i - 1].tag not in ("det", "adj", "gen"):
                    return (i, i)
                if word.tag == "adj" and words[i - 1].tag in ("name", "noun", "num"):
                    return (i, i if share > 0.3 else -1)  # "where was she born", "is it open"
            elif word.norm.endswith("ing") and lexicon.lemmas(word.norm)[:1] != (word.norm,):
                pass  # no main verb after "does": "the sailing course"
            elif share > 0.5 and words[i - 1].tag not in ("det", "adj", "gen", "pos"):
                if not _verb_follows(words, i, lexicon):
                    return (i, i)
                best = i
            elif share > 0.1:
                best = i
        if word.tag in ("name", "noun", "num"):
            nouns += 1
        i += 1
    if not be and best >= 0:
        return (best, best)
    if not be and nouns > 1 and words[start - 1].norm not in ("has", "have", "had"):
        verb = i - 1  # an auxiliary wants a verb: "what does the hall house"
        if lexicon.parts_of_speech(words[verb].norm).get("verb", 0.0) > 0:
            return (verb, verb)
    return (i, -1)


def _is_asked_to_act(
    words: tuple[Word, ...], wh: tuple[int, int], at: int, lexicon: WordBook
) -> bool:
    """Whether it is asked who will do something ("who will repair the gate")."""
    if words[wh[1] - 1].norm not in ("who", "what") or at + 1 >= len(words):
        return False
    if words[at - 1].norm not in MODALS or words[at + 1].tag not in ("det", "pos", "pro", "prep"):
        return False
    share = lexicon.parts_of_speech(words[at].norm).get("verb", 0.0)
    return words[at].tag in ("verb", "noun", "adj") and share > _SOMETIMES


def _verb_follows(words: tuple[Word, ...], at: int, lexicon: WordBook) -> bool:
    """Whether a verb that may be a noun stands before the word that ends the question, and that
    can be its verb ("does the audio guide last")."""
    if lexicon.parts_of_speech(words[at].norm).get("noun", 0.0) <= _SOMETIMES:
        return False
    if at + 2 < len(words) and words[at + 2].tag != "mark":
        return False
    if at + 1 >= len(words) or words[at + 1].tag not in ("verb", "noun", "adj", "adv"):
        return False
    return lexicon.parts_of_speech(words[at + 1].norm).get("verb", 0.0) > _SOMETIMES


_SOMETIMES = 0.05


def _no_base_verbs(words: tuple[Word, ...], at: int, lexicon: WordBook) -> tuple[Word, ...]:
    """Nouns that look like verbs: after "is", or the verb at `at`, no plain verb is left.

    "What is the maximum file size", "who set the file size".
    """
    out = list(words)
    for i in range(at + 2, len(words)):
        word = words[i]
        after = words[i + 1].tag if i + 1 < len(words) else "mark"
        closes = after in ("noun", "mark", "prep")
        if word.tag != "verb" or not closes or words[i - 1].tag not in _NP_INSIDE:
            continue
        plain = not word.norm.endswith(("ed", "ing")) and lexicon.lemmas(word.norm)[:1] in (
            (),
            (word.norm,),
        )
        if plain and lexicon.parts_of_speech(word.norm).get("noun", 0.0) > 0.0:
            out[i] = word._replace(tag="noun")
    return tuple(out)


def _no_verbs_inside(words: tuple[Word, ...], first: int, last: int) -> tuple[Word, ...]:
    """What looks like a verb before a noun of the subject is a part of it: "guided tours"."""
    out = list(words)
    if last == first + 1 and out[first].tag == "verb" and out[first].norm.endswith("ing"):
        out[first] = out[first]._replace(tag="noun")
    for i in range(first, last - 1):
        inside = (i == first or words[i - 1].tag in _NP_INSIDE) and words[i + 1].tag == "noun"
        if words[i].tag == "verb" and words[i].norm.endswith(("ing", "ed")) and inside:
            out[i] = words[i]._replace(tag="noun" if words[i].norm.endswith("ing") else "adj")
    closes = last - 1
    if closes > first and out[closes].tag == "verb" and out[closes - 1].tag in _NP_INSIDE:
        out[closes] = out[closes]._replace(tag="noun")  # "does the audio guide cost"
    return tuple(out)


def _this_does(words: tuple[Word, ...], at: int, lexicon: WordBook) -> tuple[Word, ...]:
    """ "What did this cause": the auxiliary at `at` wants a verb, so that "this" stands alone."""
    if at + 2 >= len(words) or words[at + 1].norm not in ("this", "that"):
        return words
    rest = words[at + 2 :]
    if any(w.tag in ("verb", "aux", "wh") for w in rest):
        return words
    if lexicon.parts_of_speech(rest[0].norm).get("verb", 0.0) <= 0.0:
        return words
    subject, verb = words[at + 1]._replace(tag="pro"), rest[0]._replace(tag="verb")
    return (*words[: at + 1], subject, verb, *rest[1:])


def read(text: str, lexicon: WordBook, *, inside: bool = False) -> Reading:
    """Return the reading of a question; `inside` is that of `tag`."""
    words = tag(text, lexicon, inside=inside)
    lead = 0
    while lead < len(words) and (
        words[lead].norm in LEADS or (lead and words[lead].text in (",", "-", ":"))
    ):
        lead += 1
    if all(w.tag == "mark" for w in words[lead:]):
        lead = 0  # "and now?": nothing but such words
    wh = _wh_phrase(words, lead, lexicon)
    aux, subject, verb = -1, (wh[1], wh[1]), -1
    at = wh[1]
    while at < len(words) and words[at].tag == "adv":
        at += 1
    if at < len(words) and words[at].tag == "aux" and (wh[0] < wh[1] or at == lead):
        aux = at
        be = words[at].norm.rstrip("nt'") in ("is", "are", "was", "were", "be", "am", "was")
        words = _no_base_verbs(words, at, lexicon) if be else _this_does(words, at, lexicon)
        if not be and wh[0] < wh[1] and _is_asked_to_act(words, wh, at + 1, lexicon):
            end = verb = at + 1
        else:
            end, verb = _subject(words, at + 1, be, lexicon)
        subject = (at + 1, end)
        if not be:
            words = _no_verbs_inside(words, at + 1, end)
        if verb == at + 1:  # "who was born": no subject between
            subject = (at + 1, at + 1)
    elif wh[0] < wh[1] and at < len(words) and words[at].tag in ("verb", "noun", "adj"):
        verb = at
        words = _no_base_verbs(words, at, lexicon)
    elif wh[0] == wh[1] and lead < len(words) and words[lead].tag == "verb":
        verb = lead  # "tell me more about", "name the ..."
    if verb >= 0 and words[verb].tag != "verb":
        words = (*words[:verb], words[verb]._replace(tag="verb"), *words[verb + 1 :])
    return Reading(text, words, lead, wh, aux, subject, verb, noun_phrases(words))
