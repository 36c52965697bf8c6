"""Which words of a collection a misspelled word of the question stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.question.rarity import background_share
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.text.spelling import phonetic_key, similarity
from hegang_qa.text.tokens import Token, stem

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["is_function_word", "is_jumbled", "mend", "mend_by_stem", "nearer"]

# A word of the collection that sounds the same, one edit too far for the spelling alone.
_SOUNDS_ALIKE = 0.62

# The same for a short word that keeps its first vowel ("nite": "night"), and how near the nearest
# word by its letters must be for its sound not to matter.
_SAME_VOWEL = 0.72
_SURELY_NEAR = 0.75
# A word of three letters for one of four ("kep": "kept", "egs": "eggs").
_LETTER_LEFT_OUT = 0.7

# A word that English has, but the collection has not, is rather meant than mistyped; less so a
# rare one that sounds like a word of the collection ("boarder": "border").
_KNOWN_WORD_DISCOUNT = 0.75
_HOMOPHONE_DISCOUNT = 0.9

# A misspelled word this far from those of the documents may be an English one that is this much
# nearer.
_WEAK = 0.75
_NEARER = 0.1

# How near in letters a word must be that is said like an English one, and how much that is worth.
_LEAST_HOMOPHONE = 0.75
_SAID_ALIKE = 0.05

# The share of sentences of general English from which on a word is common.
_COMMON = 4e-4

# How near a word must be for one to be meant by another whose stem the collection has.
_SURELY = 0.8

# How alike an unknown word must be to a function word to be taken for it.
_FUNCTION_WORD_FROM = 0.8


def mend(
    word: str, *, known: bool, index: SentenceIndex, limit: int = 3
) -> list[tuple[str, float]]:
    """Return words of the collection that `word` may be a misspelling of, with worth 0..1.

    `word` is folded and stands nowhere in the collection; `known` tells that English has it. A
    word that general text uses is meant as it stands, unless it only sounds like another.
    """
    common = known and background_share(stem(word)) >= _COMMON
    least = 0.8 if known else 0.6
    found = [
        (near, value)
        for near, value in index.similar_terms(word, limit=8)
        if (value >= least and (not common or _is_homophone(word, near)))
        or (known and value >= _LEAST_HOMOPHONE and _is_homophone(word, near))
    ]
    found.sort(key=lambda one: -one[1] - (_SAID_ALIKE if _is_homophone(word, one[0]) else 0.0))
    swapped = [one for one in found if _is_swapped(word, one[0])]
    if swapped and not known:
        found = swapped  # "trian" is a train sooner than a trial
    if not common and len(word) >= 4 and word.isalpha():
        if not found:
            found = [
                (near, _SOUNDS_ALIKE)
                for near in _sounding_like(word, index)
                if not known or _may_be_said_alike(word, near)
            ]
        elif not known and found[0][1] < _SURELY_NEAR:
            alike = [near for near in _sounding_like(word, index) if _may_be_said_alike(word, near)]
            found = sorted([*found, *((near, _SAME_VOWEL) for near in alike)], key=lambda x: -x[1])
    elif not known and len(word) == 3 and _first_vowels(word):
        found = [(near, _LETTER_LEFT_OUT) for near in _with_a_letter(word, index)]
    found = [
        (near, value)
        for near, value in found
        if near not in FUNCTION_WORDS and not (known and _is_of_its_family(word, near))
    ]
    if not found:
        return []
    best = found[0][1]
    near = [(other, value) for other, value in found if value >= best - 0.1][:limit]
    return [(other, value * _discount(word, other, known=known)) for other, value in near]


def _is_swapped(word: str, near: str) -> bool:
    """Return whether two words have the same letters, and the same first one."""
    return word[:1] == near[:1] and sorted(word) == sorted(near)


def _is_of_its_family(word: str, near: str) -> bool:
    """Return whether two English words are forms of one ("employees", "employs"): the one is meant,
    however alike they look."""
    one, other = sorted((stem(word), stem(near)), key=len)
    return len(one) > 3 and other.startswith(one)


def _sounding_like(word: str, index: SentenceIndex) -> list[str]:
    """Return the words of the collection that begin like a word, sound like it, and are about as
    long: one consonant says too little, and other letters must differ little."""
    key = phonetic_key(word)
    if len(key) < 2:
        return []
    return [
        near
        for near in index.has_prefix(word[:2], limit=300)
        if near != word and abs(len(near) - len(word)) <= 1 and phonetic_key(near) == key
    ]


def _with_a_letter(word: str, index: SentenceIndex) -> list[str]:
    """Return the words of the collection that are a word of three letters with one put in after
    its first two. Three letters without a vowel are an abbreviation, and no word with a slip."""
    return [
        near
        for near in index.has_prefix(word[:2], limit=300)
        if len(near) == 4 and near.isalpha() and (near[3] == word[2] or near.startswith(word))
    ]


def _may_be_said_alike(word: str, near: str) -> bool:
    """Return whether two words with the same consonants may have the same vowels, too: "bear" and
    "bare", but not "loud" and "lead", nor "wifi" and "wife", where the last one is heard."""
    heard = word[-1] not in "aiou" or near[-1] == word[-1]
    one, other = _first_vowels(word), _first_vowels(near)
    return heard and (one <= other or other <= one)


def _is_homophone(word: str, near: str) -> bool:
    """Return whether two English words are likely said alike ("board" and "bored"), and not only
    have about the same consonants ("exist" and "exit", "cause" and "case")."""
    if phonetic_key(word) != phonetic_key(near) or not _may_be_said_alike(word, near):
        return False
    one, other = (
        # "tone" and "tonne": a doubled letter is not heard
        "".join(c for n, c in enumerate(each) if c not in "aeiouyhw" and c != each[n - 1 : n])
        for each in (word, near)
    )
    vowels, others = _first_vowels(word), _first_vowels(near)
    if one != other or ("u" in vowels) != ("u" in others):
        return False
    # "Cat" is not said like "coat".
    return vowels == others or _begins_round(word) == _begins_round(near)


def _begins_round(word: str) -> bool:
    """Return whether the first vowel of a word is an "o"."""
    return next((c for c in word if c in "aeiouy"), "") == "o"


def _first_vowels(word: str) -> frozenset[str]:
    """Return the letters of the first group of vowels of a word."""
    return frozenset("".join(c if c in "aeiouy" else " " for c in word).strip().partition(" ")[0])


def _discount(word: str, near: str, *, known: bool) -> float:
    if not known:
        return 1.0
    alike = phonetic_key(near) == phonetic_key(word)
    return _HOMOPHONE_DISCOUNT if alike else _KNOWN_WORD_DISCOUNT


def mend_by_stem(token: Token, index: SentenceIndex, lexicon: Lexicon) -> list[tuple[str, float]]:
    """Return what an unknown word is a misspelling of whose stem the collection has, but not the
    word itself; nothing where it has the word, or no other is near."""
    if token.norm in index.has_prefix(token.norm, limit=20):
        return []
    near = mend(token.norm, known=False, index=index)
    return near if near and near[0][1] >= _SURELY and lexicon.parts_of_speech(near[0][0]) else []


def nearer(
    token: Token, spelled: list[tuple[str, float]], index: SentenceIndex, lexicon: Lexicon
) -> list[tuple[str, float]]:
    """Return the English word that is much nearer to a misspelled one than those that the documents
    have ("anwsers": "answers", not "anglers"), where they have a form of it."""
    if spelled[0][1] >= _WEAK:
        return spelled
    near = lexicon.spelled_like(token.norm)
    if near is None or near[1] < spelled[0][1] + _NEARER:
        return spelled
    return [near] if index.document_frequencies([stem(near[0])])[0] else spelled


def is_function_word(token: Token, spelled: Sequence[tuple[str, float]]) -> bool:
    """Return whether an unknown word is likelier a misspelled function word ("waht") than one of
    the collection's words that are `spelled` like it."""
    likeness = max(similarity(token.norm, word) for word in FUNCTION_WORDS)
    return likeness >= _FUNCTION_WORD_FROM and (not spelled or likeness >= spelled[0][1])


def is_jumbled(word: str) -> bool:
    """Return whether two neighbouring letters of a function word are swapped ("dose": "does")."""
    return len(word) > 2 and any(
        word[:at] + word[at + 1] + word[at] + word[at + 2 :] in FUNCTION_WORDS
        for at in range(len(word) - 1)
    )
