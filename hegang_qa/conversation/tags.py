"""Parts of speech for the words of a question or an answer: closed classes, capitals, a lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.conversation.words import (
    ADDITIVE,
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    POSSESSIVE,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
    WordBook,
)
from hegang_qa.question.irregular import irregular_forms
from hegang_qa.text.tokens import Token, tokenize
from hegang_qa.text.words import BIDDING, NUMBER_WORDS, QUESTION_WORDS

__all__ = ["CONTENT", "Word", "tag"]

CONTENT = frozenset(("name", "noun", "adj", "verb", "num"))
"""Tags of content words."""


class Word(NamedTuple):
    """A token with its tag: wh, aux, det, pos (possessive pronoun), pro, prep, conj, adv, gen
    (the possessive 's), num, name, noun, adj, verb or mark."""

    text: str
    norm: str
    stem: str
    start: int
    end: int
    tag: str


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
        if _owns(tokens, i):
            kind = "gen"  # "the members' room"
        elif token.kind == "mark":
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
        elif "'" in norm and norm.partition("'")[0] in PRONOUNS:
            kind = "pro"  # "I'm", "you've"
        elif len(token.text) > 2 and token.text[:-1].isupper() and token.text[-1] == "s":
            kind = "noun"  # "DVDs"
        elif initial or (
            capital and cased and i and not _starts_sentence(words) and norm not in QUESTION_WORDS
        ):
            kind = "name"
        elif norm in QUESTION_WORDS:
            kind = "wh"
        elif norm in AUXILIARIES:
            kind = "aux"
        elif norm in POSSESSIVE:
            at = i + 2 if nxt is not None and nxt.norm in _ORDERING else i + 1
            noun = tokens[at] if at < len(tokens) else None
            follows = noun is not None and noun.kind != "mark" and not _small(noun.norm)
            kind = "pos" if norm != "her" or follows else "pro"
        elif norm in PRONOUNS and _is_noun_here(norm, words, lexicon):
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
            within = bool(words) and words[-1].tag in ("det", "pos", "gen") and not _closes(nxt)
            kind = "adj" if within and norm in ("first", "later", "early") else "adv"
        elif norm == "others":
            kind = "noun"
        elif norm in ADDITIVE or norm in ("many", "much", "more", "most", "few", "own", "such"):
            kind = "adj"
        elif i == 0 and len(tokens) > 2 and norm in BIDDING:
            kind = "verb"
        elif capital and (inside or _names_a_place(norm, lexicon)):
            kind = "name"
        else:
            kind = _guess(token, lexicon)
            before = words[-1].tag if words else ""
            after_of = before == "prep" and words[-1].norm != "to"
            if kind == "verb" and (after_of or before in ("det", "pos", "gen", "adj")):
                share = lexicon.parts_of_speech(norm).get("noun", 0.0)
                least = 0.3 if before == "adj" and not _wants_noun(words) else 0.05
                if share > least and not (after_of and norm.endswith("ing")):
                    kind = "noun"
            elif kind == "adj" and before in ("det", "pos", "gen") and _closes(nxt):
                kind = "noun"
            elif kind == "noun" and before == "prep" and words[-1].norm == "to":
                likely = lexicon.parts_of_speech(norm).get("verb", 0.0) > 0.5
                kind = "verb" if likely else kind  # "to park"
        words.append(Word(token.text, norm, token.stem, token.start, token.end, kind))
    _mend_phrases(words, lexicon)
    for i, word in enumerate(words):
        alone = i + 1 == len(words) or words[i + 1].tag not in ("name", "noun", "adj", "num")
        if word.tag == "adj" and alone and lexicon.parts_of_speech(word.norm).get("noun", 0) > 0.2:
            words[i] = word._replace(tag="noun")
    for i, word in enumerate(words[1:-2], 1):
        owns = words[i + 1].tag == "gen" and words[i + 2].tag in ("noun", "adj")
        if word.norm == "it" and owns and words[i - 1].tag in ("verb", "prep"):
            words[i] = word._replace(tag="pos")  # "open it's first shop"
    return _codes_joined(words, text)


def _mend_phrases(words: list[Word], lexicon: WordBook) -> None:
    """Tag what only all of the question tells: "the *open* eights", "how much does a senior
    *pay*"."""
    for i in range(1, len(words) - 1):
        word, after = words[i], words[i + 1]
        noun = after.tag == "noun" or after.norm in ("one", "ones")
        participle = word.tag == "verb" and bool(irregular_forms(word.norm))
        if words[i - 1].tag == "det" and participle and noun:
            words[i] = word._replace(tag="adj")  # "a *spoken* warning"
            continue
        modifies = words[i - 1].tag == "det" and word.tag in ("verb", "adv")
        if modifies and after.tag in ("noun", "verb") and _share(word, "adjective", lexicon) > 0.1:
            words[i] = word._replace(tag="adj")
            if after.tag == "verb" and _share(after, "noun", lexicon) > 0.05:
                words[i + 1] = after._replace(tag="noun")
    said = [i for i, word in enumerate(words) if word.tag != "mark"]
    being = any(word.norm in _BEING for word in words)
    if being and len(said) > 3 and words[said[-2]].tag in ("noun", "name"):
        ending = words[said[-1]]
        if irregular_forms(ending.norm) and _share(ending, "verb", lexicon) > 0.1:
            words[said[-1]] = ending._replace(tag="verb")  # "when was the lighthouse *lit*"
    done = next((i for i, word in enumerate(words) if word.norm in _DOING), len(words))
    told = [i for i in range(done + 1, len(words)) if words[i].tag != "mark"]
    if len(told) < 3 or any(words[i].tag == "verb" for i in told):
        return
    last = told[-1]
    if words[last].tag == "noun" and _share(words[last], "verb", lexicon) > 0.3:
        words[last] = words[last]._replace(tag="verb")
        before = words[last - 1]
        if before.tag == "adj" and _share(before, "noun", lexicon) > 0.2:
            words[last - 1] = before._replace(tag="noun")


def _share(word: Word, part: str, lexicon: WordBook) -> float:
    return lexicon.parts_of_speech(word.norm).get(part, 0.0)


def _codes_joined(words: list[Word], text: str) -> tuple[Word, ...]:
    """Join what is written in one: codes, which are names ("E42"), and hyphened words."""
    out: list[Word] = []
    for word in words:
        if not out or out[-1].end != word.start:
            out.append(word)
            continue
        before = out[-1]
        part = word.text[:1].isalnum() and word.tag != "gen"
        if word.tag == "num" and before.text[-1:].isalpha():
            out[-1] = _joined(before, word, "name", text)
        elif part and before.text == "-" and len(out) > 1 and out[-2].end == before.start:
            first = out[-2]
            if not first.text[-1:].isalpha():
                out.append(word)
                continue
            names = "name" in (first.tag, word.tag) or word.tag == "num"
            participle = word.tag == "verb" and word.norm.endswith(("ed", "ing", "en"))
            noun = word.tag in ("noun", "verb") and not participle
            kind = "name" if names else "noun" if noun else "adj"
            out[-2:] = [_joined(first, word, kind, text)]
        else:
            out.append(word)
    return tuple(out)


def _joined(first: Word, last: Word, kind: str, text: str) -> Word:
    whole = text[first.start : last.end]
    return Word(whole, whole.casefold(), whole.casefold(), first.start, last.end, kind)


def _is_noun_here(norm: str, words: list[Word], lexicon: WordBook) -> bool:
    """Whether a pronoun stands where only a noun can, and is a noun and a verb as well.

    The lexicon calls "i" and "it" nouns too (iodine, information technology), but no verbs.
    """
    shares = lexicon.parts_of_speech(norm)
    inside = bool(words) and words[-1].tag in ("det", "adj", "pos", "gen", "noun")
    return inside and shares.get("noun", 0.0) > 0.3 and shares.get("verb", 0.0) > 0.0


def _starts_sentence(words: list[Word]) -> bool:
    if not words or words[-1].text not in ".!?":
        return not words
    # not after an initial or a title: "J. Smith", "Dr. Smith"
    return len(words) < 2 or (len(words[-2].text) > 1 and words[-2].norm not in TITLES)


_BEING = frozenset(("is", "are", "was", "were", "been"))
_DOING = frozenset(("do", "does", "did"))
_ORDERING = frozenset("first early earlier later".split())


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark is the apostrophe of an owner in the plural, and closes no quotation."""
    token = tokens[at]
    if token.norm != "'" or not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    opened = any(
        other.norm == "'" and (n == 0 or tokens[n - 1].end < other.start)
        for n, other in enumerate(tokens[:at])
    )
    owner = before.kind == "word" and before.norm.endswith("s") and before.end == token.start
    noun = after.kind == "word" and not _small(after.norm) and after.start > token.end
    return owner and noun and not opened


def _wants_noun(words: Sequence[Word]) -> bool:
    """Whether the adjectives at the end stand after a determiner or count ("a yearly", "ten")."""
    at = len(words)
    while at and words[at - 1].tag == "adj":
        at -= 1
    counted = any(word.norm in NUMBER_WORDS for word in words[at:])
    return counted or (at > 0 and words[at - 1].tag in ("det", "pos", "gen"))


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
