"""How a word of a question is meant: as it stands, or as what it is a misspelling of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.index.analysis import query_terms
from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.intents.model import RuleMatch
from hegang_qa.question.expansion import Word, expand
from hegang_qa.question.mending import (
    is_function_word,
    is_jumbled,
    mend,
    mend_by_stem,
    nearer,
)
from hegang_qa.question.words import QUESTION_WORDS
from hegang_qa.text.spelling import edits, phonetic_key
from hegang_qa.text.tokens import Token, fold_accents, tokenize

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Reading", "in_slot", "read_word", "spelled_well"]

_ASKING_SOUNDS = frozenset(phonetic_key(word) for word in QUESTION_WORDS if len(word) > 3)

# Worth of a mended word below which the question as asked is kept.
_MENDED_FROM = 0.55


class Reading(NamedTuple):
    """How a word is meant: as it would be spelled well, with its parts of speech and in how many
    sentences it stands; `spelled` are words that it may be a misspelling of, `mended` the best."""

    meant: Word
    parts: dict[str, float]
    frequency: int
    spelled: list[tuple[str, float]]
    mended: str | None


def read_word(
    word: Word,
    frequency: int,
    *,
    match: RuleMatch | None,
    index: SentenceIndex,
    lexicon: Lexicon,
) -> Reading | None:
    """Return how a word is meant that stands in so many sentences, None for one that is no content
    word as it sounds."""
    token = word.token
    parts = lexicon.parts_of_speech(token.norm) if token.kind == "word" else {}
    if not parts and not token.norm.isascii():  # "café"
        parts = lexicon.parts_of_speech(fold_accents(token.norm))
    reading = Reading(word, parts, frequency, [], None)
    if token.kind != "word":
        return reading
    if not frequency:
        return _unknown(reading, match, index, lexicon)
    if not parts and not word.capital and token.norm.isalpha():
        # Only its stem stands there: of the word that was meant ("minuts": "minutes"), or by
        # chance of another ("busness": "bus").
        spelled = mend_by_stem(token, index, lexicon)
        if spelled:
            return _as_spelled(word, spelled, index, lexicon)
    return reading


def _unknown(
    reading: Reading, match: RuleMatch | None, index: SentenceIndex, lexicon: Lexicon
) -> Reading | None:
    """Return how a word is meant that no sentence has, None for one that is no content word."""
    word, parts = reading.meant, reading.parts
    token = word.token
    if match is not None and _is_asking(token, match):
        return None
    if not parts and lexicon.said_otherwise(token.norm):
        return reading  # clipped ("admin"), and no misspelling
    # Three letters with a capital are a name: "Kim".
    known = bool(parts) or (word.capital and len(token.norm) < 4)
    spelled = mend(token.norm, known=known, index=index)
    if spelled and parts and _said_otherwise(word, index, lexicon):
        spelled = []
    if is_jumbled(token.norm) or (not parts and is_function_word(token, spelled)):
        return None
    if spelled and not parts:
        spelled = nearer(token, spelled, index, lexicon)
    mended = None
    if spelled and spelled[0][1] >= _MENDED_FROM:
        mended = spelled[0][0]
    elif not parts and not word.capital and (near := lexicon.spelled_like(token.norm)):
        spelled = [near]
        mended = near[0]
    if mended is not None and (not parts or _sounds_like(token, mended)):
        return _as_spelled(word, spelled, index, lexicon)
    return reading._replace(spelled=spelled, mended=mended)


def _said_otherwise(word: Word, index: SentenceIndex, lexicon: Lexicon) -> bool:
    """Return whether the documents have an English word in another that means the same ("hose":
    "hosepipe"), so that it is none misspelled ("horse")."""
    forms = expand(word, index=index, lexicon=lexicon)
    return any(form.how == "synonym" and form.weight >= _MENDED_FROM for form in forms)


def _as_spelled(
    word: Word, spelled: list[tuple[str, float]], index: SentenceIndex, lexicon: Lexicon
) -> Reading:
    """Return a word as meant by the best of its spellings."""
    mended = spelled[0][0]
    meant = _meant(word, mended)
    parts = lexicon.parts_of_speech(meant.token.norm)
    frequency = max(index.document_frequencies([meant.token.stem]))
    return Reading(meant, parts, frequency, spelled, mended)


def _meant(word: Word, spelling: str) -> Word:
    """Return a word as it would be with this spelling, in the same place."""
    token = spelled_well(word.token, spelling)
    return Word(token, query_terms(token), word.capital)


def spelled_well(token: Token, spelling: str | None) -> Token:
    """Return a token with its word spelled well, in the same place; itself where it is already."""
    if spelling is None:
        return token
    (right,) = tokenize(spelling)[:1]
    return right._replace(start=token.start, end=token.end)


def in_slot(token: Token, match: RuleMatch) -> bool:
    """Return whether a word stands where a rule leaves it open what is asked about."""
    return any(slot.start <= token.start < slot.end for slot in match.slots.values())


def _is_asking(token: Token, match: RuleMatch) -> bool:
    """Return whether a word unknown to the documents is a question word as it sounds ("wen")."""
    if in_slot(token, match):
        return False
    if phonetic_key(token.norm) in _ASKING_SOUNDS:
        return True
    # "Wy": too short to sound like anything, but the rule took it for a question word.
    return not token.start and any(
        edits(token.norm, word, 1) <= 1 for word in QUESTION_WORDS if word[0] == token.norm[0]
    )


def _sounds_like(token: Token, mended: str) -> bool:
    """Return whether an English word was mended to another that sounds the same."""
    return phonetic_key(token.norm) == phonetic_key(mended)
