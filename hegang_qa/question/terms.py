"""The content words of a question: how each is meant, by which forms it is found, and what it
weighs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.intents.model import RuleMatch
from hegang_qa.question.content import content_words
from hegang_qa.question.expansion import Word, expand
from hegang_qa.question.focus import Focus
from hegang_qa.question.irregular import irregular_forms
from hegang_qa.question.model import Expansion, TermRole
from hegang_qa.question.phrasal import phrasal_verbs
from hegang_qa.question.phrasings import asks_for_form, asks_for_how, asks_for_place, phrasings
from hegang_qa.question.rarity import rarity
from hegang_qa.question.reading import Reading, in_slot, read_word
from hegang_qa.question.wording import PLACED, age_forms, clock_forms
from hegang_qa.question.words import FUNCTION_WORDS, LIGHT_WORDS
from hegang_qa.text.tokens import Token, stem
from hegang_qa.text.words import COPULAS

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Asked", "Term", "read_terms"]

# What a word counts beside its rarity, by its part in the question.
_ROLE_WEIGHT: dict[TermRole, float] = {
    "name": 1.25,
    "number": 1.25,
    "noun": 1.0,
    "verb": 0.8,
    "other": 0.8,
    "focus": 0.7,
}
_LIGHT = 0.35

# Worth of a word that the rule names as evidence: the rule's author says that it means the same.
_EVIDENCE = 0.9

# Nouns that only say when, after a preposition and "the" ("at the end of the year").
_WHEN = frozenset("end beginning start middle close moment time turn".split())
_TAKEN = frozenset(("part", "place"))
_TAKING = frozenset("take takes took taken taking".split())
_BEFORE_WHEN = frozenset("at by in near towards toward until till from".split())

# Worth of the initials of words that stand together ("operating system": "OS").
_INITIALS = 0.85
# Two letters that texts have for other things ("Cc:" is no coach company).
_NO_INITIALS = frozenset("cc re fw eg ie vs mr ms dr st am pm ok etc".split())
_AS_ONE = 0.9
_LEAST_JOINED = 3  # letters of each of two words written as one
_MOST_INITIALS = 4

_HOW_MANY = frozenset(("how many", "how much"))
_MANY = frozenset(("many", "much"))
_ARTICLES = frozenset(("the", "a", "an"))
_DOING = frozenset(("do", "does", "did"))

# What is told before anything is asked, beside what is asked.
_BACKGROUND = 0.6


class Asked(NamedTuple):
    """A question before its words are weighed: the words that are `asking` in it ("how *long*"),
    where it tells of who asks (`told`, offsets), whether that counts in full, as the question
    points at it (`pointed`), and the `collection` of so many `sentences` that it is put to."""

    tokens: tuple[Token, ...]
    match: RuleMatch | None
    focus: Focus
    asking: frozenset[str]
    told: tuple[int, int]
    pointed: bool
    shouting: bool
    collection: SentenceIndex
    sentences: int
    lexicon: Lexicon

    def is_told(self, token: Token) -> bool:
        """Return whether a word stands in what is told beside the question."""
        return self.told[0] <= token.start < self.told[1]

    def is_in_focus(self, token: Token) -> bool:
        """Return whether a word says what is asked for ("how *long*", "which *river*")."""
        span = self.focus.span
        within = span is not None and span[0] <= token.start < span[1]
        return within or token.norm in self.asking


class Term(NamedTuple):
    """A content word: `number` is its token, `meant_as` the word it is, or is a misspelling of;
    `mended` is how it is spelled well, None where it is already. The weights of the terms are not
    yet shares of a whole."""

    number: int
    token: Token
    meant_as: str
    mended: str | None
    role: TermRole
    rarity: float
    weight: float
    forms: tuple[Expansion, ...]
    light: bool


def read_terms(asked: Asked) -> list[Term]:
    """Return the content words of a question; without those that nothing knows and that sound like
    function words or question words."""
    words = content_words(asked.tokens)
    named = [term for word in words for term, _ in word.terms]
    frequencies = dict(zip(named, asked.collection.document_frequencies(named), strict=True))
    at = {token.start: number for number, token in enumerate(asked.tokens)}
    terms = []
    for word in words:
        reading = read_word(
            word,
            max(frequencies[term] for term, _ in word.terms),
            match=asked.match,
            index=asked.collection,
            lexicon=asked.lexicon,
        )
        if reading is not None:
            terms.append(_term(word, at[word.token.start], reading, asked))
    return terms


def _term(word: Word, number: int, reading: Reading, asked: Asked) -> Term:
    """Return a word with its part in the question, its weight and its forms."""
    token, meant, parts = word.token, reading.meant, reading.parts
    role = _role(
        meant,
        parts,
        in_focus=asked.is_in_focus(token),
        shouting=asked.shouting,
        noun=_ends_noun_phrase(asked.tokens, number),
    )
    unknown = role == "name" and not reading.parts and not meant.capital
    if unknown and meant.token.kind == "word" and asked.lexicon.said_otherwise(meant.token.norm):
        role = "noun"  # clipped ("dirs"), and no name
    # What is no word, and no name by its capital or digits, would outweigh all others.
    strange = not reading.frequency and not parts and token.kind == "word" and token.text.islower()
    held = max(reading.frequency, strange and token.norm.isalpha())
    rare = rarity(meant.token.stem, held, asked.sentences)
    weight = rare * _ROLE_WEIGHT[role]
    phrase = _only_phrases(token, number, meant, asked)
    light = meant.token.norm in LIGHT_WORDS
    if phrase or (light and role != "name"):
        weight *= _LIGHT
    if asked.is_told(token) and role != "number" and not asked.pointed:
        weight *= _BACKGROUND
    return Term(
        number,
        token,
        meant.token.norm,
        reading.mended,
        role,
        rare,
        weight,
        tuple(_forms(word, number, reading, role, asked)),
        phrase or light,
    )


def _only_phrases(token: Token, number: int, meant: Word, asked: Asked) -> bool:
    """Return whether a word only puts the question, or a phrase of it, and says nothing of what is
    asked about."""
    tokens, focus, match = asked.tokens, asked.focus, asked.match
    return (
        _is_phrasal(tokens, number)
        or (meant.token.norm in PLACED and asks_for_place(tokens, number, focus.asks))
        or asks_for_how(tokens, number)
        or asks_for_form(tokens, number)
        or (focus.answer_type == "expansion" and match is not None and not in_slot(token, match))
    )


def _forms(
    word: Word, number: int, reading: Reading, role: TermRole, asked: Asked
) -> list[Expansion]:
    """Return the words by which a word of the question is found, its own stem first."""
    tokens, index, lexicon = asked.tokens, asked.collection, asked.lexicon
    token, asks = word.token, asked.focus.asks
    forms = [Expansion(term, "same", weight) for term, weight in word.terms]
    forms += _evidence(token, asked.match)
    if token.kind == "word":
        forms += _spelled(reading.spelled, index)
        forms += _shortened(tokens, number, index)
        # "How *many*" is no "severe".
        asks_how_many = asks in _HOW_MANY and token.norm in _MANY
        others = expand(
            reading.meant,
            index=index,
            lexicon=lexicon,
            with_meaning=(role != "name" or bool(reading.parts)) and not asks_how_many,
            phrase=_phrase(tokens, number),
        )
        said = phrasings(tokens, number, asks)
        if role != "name":
            said += phrasal_verbs(tokens, number, reading.parts, index=index, lexicon=lexicon)
        if said:
            others = sorted((*said, *others), key=lambda form: -form.weight)
        forms += others
    elif token.kind == "number":
        forms += expand(word, index=index, lexicon=lexicon)
        forms += age_forms(tokens, number) + clock_forms(tokens, number)
    return forms


def _phrase(tokens: tuple[Token, ...], number: int) -> str | None:
    """Return the word with the one before it, when both carry content."""
    if not number:
        return None
    before = tokens[number - 1]
    if before.kind != "word" or before.norm in FUNCTION_WORDS:
        return None
    return f"{before.norm} {tokens[number].norm}"


def _shortened(tokens: tuple[Token, ...], number: int, index: SentenceIndex) -> list[Expansion]:
    """Return the initials of the run of words that a word stands in, where the collection has
    them (of a longer run, of its last words), and it with the word beside it written as one ("head
    teacher": "headteacher")."""
    low = high = number
    while low > 0 and _carries(tokens[low - 1]):
        low -= 1
    while high + 1 < len(tokens) and _carries(tokens[high + 1]):
        high += 1
    found: dict[str, Expansion] = {}
    runs = [
        (start, high + 1) for start in range(max(low, high + 1 - _MOST_INITIALS), min(number, high))
    ]
    # "Which *operating system* runs ...": what the class of the answer is called.
    if low and tokens[low - 1].norm in ("which", "what"):
        runs += [(low, end) for end in range(max(number, low + 1) + 1, high + 1)]
    for start, end in runs:
        letters = "".join([token.norm[0] for token in tokens[start:end]])
        if letters not in FUNCTION_WORDS and letters not in _NO_INITIALS:
            found[letters] = Expansion(letters, "synonym", _INITIALS)
    for one, other in pairwise(tokens[max(low, number - 1) : min(high, number + 1) + 1]):
        if min(len(one.norm), len(other.norm)) >= _LEAST_JOINED:
            whole = stem(one.norm + other.norm)
            found[whole] = Expansion(whole, "compound", _AS_ONE)
    held = index.document_frequencies(list(found)) if found else []
    return [form for form, frequency in zip(found.values(), held, strict=True) if frequency]


def _carries(token: Token) -> bool:
    return token.kind == "word" and token.norm not in FUNCTION_WORDS and token.norm[0].isalpha()


def _is_phrasal(tokens: tuple[Token, ...], number: int) -> bool:
    """Return whether a word is the noun of "at the end of", "at the moment", "take part", "as
    well" and the like."""
    if tokens[number].norm in _TAKEN and number and tokens[number - 1].norm in _TAKING:
        return True
    if tokens[number].norm == "well" and number and tokens[number - 1].norm == "as":
        return tokens[number + 1 : number + 2] == () or tokens[number + 1].norm != "as"
    return (
        number > 1
        and tokens[number].norm in _WHEN
        and tokens[number - 1].norm == "the"
        and tokens[number - 2].norm in _BEFORE_WHEN
    )


def _ends_noun_phrase(tokens: tuple[Token, ...], number: int) -> bool:
    """Return whether a word stands right after an article or "of" and no other content word after
    it, or is what does something ("what does *jam* cost")."""
    before = tokens[number - 1].norm if number else ""
    after = tokens[number + 1] if number + 1 < len(tokens) else None
    ends = after is None or not _carries(after)
    # "Are *filters* included", "is the *lift* working": somebody or something is it.
    if after is not None and number + 2 == len([t for t in tokens if t.kind != "mark"]):
        first = tokens[0].norm in COPULAS and (number == 1 or (number == 2 and before in _ARTICLES))
        if first and after.norm.endswith(("ed", "ing")):
            return True
    if before in _ARTICLES or before == "of":
        return ends
    # Subject and verb, and nothing else.
    last = sum(token.kind != "mark" for token in tokens) - 2
    return before in _DOING and not ends and number == last


def _role(
    word: Word, parts: dict[str, float], *, in_focus: bool, shouting: bool, noun: bool = False
) -> TermRole:
    """Return the part of a word in the question; `noun` tells that its place makes it one, where
    English has it as such."""
    token = word.token
    if token.kind == "number":
        return "number"
    if in_focus:
        return "focus"
    if token.kind == "han" or any(char.isdigit() for char in token.norm):
        return "name"
    if not parts or (word.capital and not shouting and token.start > 0):
        return "name"
    as_noun, as_verb = parts.get("noun", 0.0), parts.get("verb", 0.0)
    if noun and as_noun:
        return "noun"
    if as_verb > as_noun and as_verb >= 0.5:
        return "verb"
    return "noun" if as_noun >= 0.4 else "other"


def _evidence(token: Token, match: RuleMatch | None) -> list[Expansion]:
    """Return the rule's evidence words for a word of its own wording: "when did {thing} start"
    with the evidence "founded" is answered by what was founded."""
    if match is None or not match.evidence:
        return []
    if any(slot.start <= token.start < slot.end for slot in match.slots.values()):
        return []
    return [
        Expansion(stem(form), "synonym", _EVIDENCE)
        for word in match.evidence
        if " " not in word
        for form in (word, *irregular_forms(word))
    ]


def _spelled(found: Sequence[tuple[str, float]], index: SentenceIndex) -> list[Expansion]:
    """Return the words that an unknown word may be a misspelling of, those some sentence holds."""
    forms: dict[str, Expansion] = {}
    for near, value in found:
        forms.setdefault(stem(near), Expansion(stem(near), "spelling", value))
    held = index.document_frequencies(list(forms)) if forms else []
    return [form for form, frequency in zip(forms.values(), held, strict=True) if frequency]
