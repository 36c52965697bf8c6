"""A shallow reading of a question: its question phrase, auxiliary, subject, verb and noun phrases.

Nothing here is learned, and nothing is certain: closed classes of words, capital letters and the
parts of speech a lexicon knows are enough to say which words can be exchanged for which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from hegang_qa.conversation.words import (
    ADDITIVE,
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    LEADS,
    PERSONAL,
    POSSESSIVE,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    WordBook,
)
from hegang_qa.text.tokens import Token, tokenize

__all__ = ["CONTENT", "Phrase", "Reading", "Word", "noun_phrases", "read", "tag"]

CONTENT = frozenset(("name", "noun", "adj", "verb", "num"))
"""Tags of content words."""
_NOMINAL = frozenset(("name", "noun", "num"))


class Word(NamedTuple):
    """A token with its tag: wh, aux, det, pos (possessive pronoun), pro, prep, conj, adv, gen
    (the possessive 's), num, name, noun, adj, verb or mark."""

    text: str
    norm: str
    stem: str
    start: int
    end: int
    tag: str


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


def _guess(word: Token, lexicon: WordBook) -> str:
    shares = lexicon.parts_of_speech(word.norm)
    if shares:
        best = max(shares, key=lambda part: shares[part])
        return {"noun": "noun", "verb": "verb", "adjective": "adj", "adverb": "adv"}.get(
            best, "noun"
        )
    if word.norm.endswith(("ed", "ing")) and len(word.norm) > 4:
        return "verb"
    return "noun"


def _names_a_place(norm: str, lexicon: WordBook) -> bool:
    """Whether a capitalised first word is likely a name: unknown, or known as a place."""
    kinds = lexicon.classes(norm)[:1]
    known = bool(lexicon.parts_of_speech(norm))
    return not known or any(k in ("country", "city", "state") and k != norm for k in kinds)


def tag(text: str, lexicon: WordBook, *, inside: bool = False) -> tuple[Word, ...]:
    """Return the words of `text` with their tags.

    `inside` says that the text was cut from within a sentence: then a capital at its start
    makes a name.
    """
    tokens = tokenize(text)
    cased = any(t.norm != t.text for t in tokens[1:] if t.kind == "word") and not text.isupper()
    words: list[Word] = []
    quoted = False
    for i, token in enumerate(tokens):
        norm = token.norm
        nxt = tokens[i + 1] if i + 1 < len(tokens) else None
        capital = token.text[:1].isupper() and token.text != "I"
        initial = capital and len(token.text) == 1 and nxt is not None and nxt.text == "."
        if token.kind == "mark":
            quoted ^= norm in '"“”'
            kind = "mark"
        elif quoted:
            kind = "name"
        elif norm == "'s" and words and words[-1].tag == "wh":
            kind, norm = "aux", "is"  # "what's"
        elif norm == "'s" or (norm == "'" and words):
            kind = "gen"
        elif token.kind in ("number", "han"):
            kind = "num" if token.kind == "number" else "name"
        elif initial or (
            capital and cased and i and not _starts_sentence(words) and norm not in QUESTION_WORDS
        ):
            kind = "name"
        elif norm in QUESTION_WORDS:
            kind = "wh"
        elif norm in AUXILIARIES:
            kind = "aux"
        elif norm in POSSESSIVE:
            follows = nxt is not None and nxt.kind != "mark" and not _small(nxt.norm)
            kind = "pos" if norm != "her" or follows else "pro"
        elif norm == "mine" and words and words[-1].tag in ("det", "adj", "pos", "gen", "noun"):
            kind = "noun"
        elif norm in PERSONAL or norm in PRONOUNS:
            kind = "pro"
        elif norm in DETERMINERS or norm in ("my", "your", "our"):
            kind = "det"
        elif norm in CONJUNCTIONS:
            kind = "conj"
        elif norm in PREPOSITIONS:
            kind = "prep"
        elif norm in ADVERBS:
            kind = "adv"
        elif norm in ADDITIVE or norm in ("many", "much", "more", "most", "few", "own", "such"):
            kind = "adj"
        elif capital and (inside or _names_a_place(norm, lexicon)):
            kind = "name"
        else:
            kind = _guess(token, lexicon)
            before = words[-1].tag if words else ""
            after_of = before == "prep" and words[-1].norm != "to"
            if kind == "verb" and (after_of or before in ("det", "pos", "gen", "adj")):
                noun = lexicon.parts_of_speech(norm).get("noun", 0.0)
                if noun > (0.3 if before == "adj" else 0.05) and not (
                    after_of and norm.endswith("ing")
                ):
                    kind = "noun"
            elif kind == "adj" and before in ("det", "pos", "gen") and _closes(nxt):
                kind = "noun"
        words.append(Word(token.text, norm, token.stem, token.start, token.end, kind))
    for i, word in enumerate(words):
        alone = i + 1 == len(words) or words[i + 1].tag not in ("name", "noun", "adj", "num")
        if word.tag == "adj" and alone and lexicon.parts_of_speech(word.norm).get("noun", 0) > 0.2:
            words[i] = word._replace(tag="noun")
    for i, word in enumerate(words[1:-2], 1):
        owns = words[i + 1].tag == "gen" and words[i + 2].tag in ("noun", "adj")
        if word.norm == "it" and owns and words[i - 1].tag in ("verb", "prep"):
            words[i] = word._replace(tag="pos")  # "open it's first shop"
    return tuple(words)


def _may_be_name(norm: str, words: list[Word]) -> bool:
    return norm not in QUESTION_WORDS and not _starts_sentence(words)


def _starts_sentence(words: list[Word]) -> bool:
    if not words or words[-1].text not in ".!?":
        return not words
    return len(words) < 2 or len(words[-2].text) > 1  # not after an initial: "J. Smith"


def _small(norm: str) -> bool:
    return (
        norm in PREPOSITIONS
        or norm in AUXILIARIES
        or norm in CONJUNCTIONS
        or norm in QUESTION_WORDS
        or norm in DETERMINERS
        or norm in PRONOUNS
        or norm in ADVERBS
    )


def _closes(token: Token | None) -> bool:
    return token is None or token.kind == "mark" or _small(token.norm)


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
            if kind == "mark" and words[i].text == "." and len(words[i - 1].text) == 1:
                kind = "name"  # the point after an initial
            if kind in _NOMINAL:
                if kind == "name" and head >= 0 and words[head].tag == "num" and head > first:
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
    if before.tag not in ("noun", "name") or shares.get("verb", 0.0) <= 0.1:
        return False
    after = words[at + 1].tag if at + 1 < len(words) else ""
    object_follows = word.tag == "noun" and after in ("det", "pos", "name", "pro")
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
    nouns = 0
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
            elif share > 0.5 and words[i - 1].tag not in ("det", "adj", "gen", "pos"):
                return (i, i)
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


def read(text: str, lexicon: WordBook, *, inside: bool = False) -> Reading:
    """Return the reading of a question; `inside` is that of `tag`."""
    words = tag(text, lexicon, inside=inside)
    lead = 0
    while lead < len(words) and (
        words[lead].norm in LEADS or (lead and words[lead].text in (",", "-", ":"))
    ):
        lead += 1
    if lead == len(words):
        lead = 0
    wh = _wh_phrase(words, lead, lexicon)
    aux, subject, verb = -1, (wh[1], wh[1]), -1
    at = wh[1]
    while at < len(words) and words[at].tag == "adv":
        at += 1
    if at < len(words) and words[at].tag == "aux" and (wh[0] < wh[1] or at == lead):
        aux = at
        be = words[at].norm.rstrip("nt'") in ("is", "are", "was", "were", "be", "am", "was")
        end, verb = _subject(words, at + 1, be, lexicon)
        subject = (at + 1, end)
        if verb == at + 1:  # "who was born": no subject between
            subject = (at + 1, at + 1)
    elif wh[0] < wh[1] and at < len(words) and words[at].tag in ("verb", "noun", "adj"):
        verb = at
    elif wh[0] == wh[1] and lead < len(words) and words[lead].tag == "verb":
        verb = lead  # "tell me more about", "name the ..."
    if verb >= 0 and words[verb].tag != "verb":
        words = (*words[:verb], words[verb]._replace(tag="verb"), *words[verb + 1 :])
    return Reading(text, words, lead, wh, aux, subject, verb, noun_phrases(words))
