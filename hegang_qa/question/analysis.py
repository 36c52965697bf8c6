"""From the text of a question to what it asks for and by which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from hegang_qa.index.analysis import query_terms
from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.intents.model import RuleMatch
from hegang_qa.question.content import content_words, is_shouting
from hegang_qa.question.expansion import Word, expand
from hegang_qa.question.focus import read_focus
from hegang_qa.question.irregular import irregular_forms
from hegang_qa.question.mending import (
    is_function_word,
    is_jumbled,
    mend,
    mend_by_stem,
    nearer,
)
from hegang_qa.question.model import Expansion, Question, QuestionTerm, TermRole
from hegang_qa.question.phrasal import phrasal_verbs
from hegang_qa.question.phrasings import asks_for_form, asks_for_how, asks_for_place, phrasings
from hegang_qa.question.rarity import rarity
from hegang_qa.question.wording import (
    PLACED,
    age_forms,
    asked_last,
    background,
    clock_forms,
    respelled,
    with_place,
    with_question_word,
)
from hegang_qa.question.words import FUNCTION_WORDS, LIGHT_WORDS, QUESTION_WORDS
from hegang_qa.text.spelling import edits, phonetic_key
from hegang_qa.text.tokens import Token, fold_accents, stem, tokenize

if TYPE_CHECKING:
    from hegang_qa.intents.rules import RuleSet
    from hegang_qa.sentences.model import SentenceStore
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["understand"]

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

_ASKING_SOUNDS = frozenset(phonetic_key(word) for word in QUESTION_WORDS if len(word) > 3)

# Worth of a word that the rule names as evidence: the rule's author says that it means the same.
_EVIDENCE = 0.9

# Nouns that only say when, after a preposition and "the" ("at the end of the year").
_WHEN = frozenset("end beginning start middle close moment time turn".split())
_TAKEN = frozenset(("part", "place"))
_TAKING = frozenset("take takes took taken taking".split())
_BEFORE_WHEN = frozenset("at by in near towards toward until till from".split())

# Worth of the initials of words that stand together ("operating system": "OS").
_INITIALS = 0.85
_AS_ONE = 0.9
_LEAST_JOINED = 3  # letters of each of two words written as one
_MOST_INITIALS = 4

_HOW_MANY = frozenset(("how many", "how much"))
_MANY = frozenset(("many", "much"))
_ARTICLES = frozenset(("the", "a", "an"))
_DOING = frozenset(("do", "does", "did"))

# What is told before anything is asked, beside what is asked.
_BACKGROUND = 0.6
_POINTING = frozenset("it them that this they".split())
_ONE_OF_IT = frozenset(("one", "ones"))
# Worth of a mended word below which the question as asked is kept.
_MENDED_FROM = 0.55


def understand(
    text: str,
    *,
    rules: RuleSet,
    index: SentenceIndex,
    lexicon: Lexicon,
    store: SentenceStore | None = None,
) -> Question:
    """Return what `text` asks for: rule, type, focus, and its content words with their forms.

    With a `store`, a Chinese question to documents that are not Chinese is put into English words
    first; `Question.text` is then in English, and `Question.match` is still the Chinese rule.
    """
    text = respelled(text, lambda norm: bool(index.document_frequencies([stem(norm)])[0]))
    text = with_question_word(text)
    typed, text = text, with_place(text)
    tokens = tokenize(text)
    match = rules.match(typed)
    read_by = match
    last = asked_last(text)
    if last and match is not None and match.answer == "yes-no" and _asks_which(last):
        match = None  # "we are three, *which box should we take*"
    if match is None and last:
        read_by = rules.match(last)  # its slots are places in a part: it tells the type only
    focus = read_focus(tokens, match=read_by, lexicon=lexicon)
    if store is not None and match is not None and match.language == "zh" and not match.reply:
        from hegang_qa.question.han import in_english

        english = in_english(tokens, match, focus, glosses=rules.glosses, index=index, store=store)
        if english is not None:
            asked = understand(english, rules=rules, index=index, lexicon=lexicon)
            # Its slots are places in the Chinese text.
            return asked._replace(match=match._replace(evidence_slots=()))
    words = content_words(tokens)
    named = [term for word in words for term, _ in word.terms]
    frequencies = dict(zip(named, index.document_frequencies(named), strict=True))
    total = len(index)
    shouting = is_shouting(tokens)
    asking = frozenset(focus.asks.split()[1:])  # "how *long*"
    at = {token.start: number for number, token in enumerate(tokens)}
    told = background(text, last)
    outside = [token.norm for token in tokens if not told[0] <= token.start < told[1]]
    pointed = not _POINTING.isdisjoint(outside)  # "how do I reset *it*"
    if not _ONE_OF_IT.isdisjoint(outside):
        told = 0, 0
    mended: dict[int, str] = {}
    terms: list[tuple[Word, str, TermRole, float, float, tuple[Expansion, ...], bool]] = []
    for word in words:
        token = word.token
        frequency = max(frequencies[term] for term, _ in word.terms)
        parts = lexicon.parts_of_speech(token.norm) if token.kind == "word" else {}
        if not parts and not token.norm.isascii():  # "café"
            parts = lexicon.parts_of_speech(fold_accents(token.norm))
        spelled: list[tuple[str, float]] = []
        meant = word  # as it would be spelled well
        if token.kind == "word" and not frequency:
            if match is not None and _is_asking(token, match):
                continue
            # Three letters with a capital are a name: "Kim".
            known = bool(parts) or (word.capital and len(token.norm) < 4)
            spelled = mend(token.norm, known=known, index=index)
            if is_jumbled(token.norm) or (not parts and is_function_word(token, spelled)):
                continue
            if spelled and not parts:
                spelled = nearer(token, spelled, index, lexicon)
            if spelled and spelled[0][1] >= _MENDED_FROM:
                mended[token.start] = spelled[0][0]
            elif not parts and not word.capital and (near := lexicon.spelled_like(token.norm)):
                spelled = [near]
                mended[token.start] = near[0]
            if token.start in mended and (not parts or _sounds_like(token, mended)):
                meant = _meant(word, mended[token.start])
                parts = lexicon.parts_of_speech(meant.token.norm)
                frequency = max(index.document_frequencies([meant.token.stem]))
        elif token.kind == "word" and not parts and not word.capital and token.norm.isalpha():
            # Only its stem stands there: of the word that was meant ("minuts": "minutes"), or by
            # chance of another ("busness": "bus").
            spelled = mend_by_stem(token, index, lexicon)
            if spelled:
                mended[token.start] = spelled[0][0]
                meant = _meant(word, mended[token.start])
                parts = lexicon.parts_of_speech(meant.token.norm)
                frequency = max(index.document_frequencies([meant.token.stem]))
        in_focus = (
            focus.span is not None and focus.span[0] <= token.start < focus.span[1]
        ) or token.norm in asking
        role = _role(
            meant,
            parts,
            in_focus=in_focus,
            shouting=shouting,
            noun=_ends_noun_phrase(tokens, at[token.start]),
        )
        forms = [Expansion(term, "same", weight) for term, weight in word.terms]
        forms += _evidence(token, match)
        if token.kind == "word":
            forms += _spelled(spelled, index)
            forms += _shortened(tokens, at[token.start], index)
            # "How *many*" is no "severe".
            asks_how_many = focus.asks in _HOW_MANY and token.norm in _MANY
            others = expand(
                meant,
                index=index,
                lexicon=lexicon,
                with_meaning=(role != "name" or bool(parts)) and not asks_how_many,
                phrase=_phrase(tokens, at[token.start]),
            )
            said = phrasings(tokens, at[token.start], focus.asks)
            if role != "name":
                said += phrasal_verbs(tokens, at[token.start], parts, index=index, lexicon=lexicon)
            if said:
                others = sorted((*said, *others), key=lambda form: -form.weight)
            forms += others
        elif token.kind == "number":
            forms += expand(word, index=index, lexicon=lexicon)
            forms += age_forms(tokens, at[token.start]) + clock_forms(tokens, at[token.start])
        # What is no word, and no name by its capital or digits, would outweigh all others.
        strange = not frequency and not parts and token.kind == "word" and token.text.islower()
        rare = rarity(meant.token.stem, max(frequency, strange and token.norm.isalpha()), total)
        weight = rare * _ROLE_WEIGHT[role]
        phrase = (
            _is_phrasal(tokens, at[token.start])
            or (meant.token.norm in PLACED and asks_for_place(tokens, at[token.start], focus.asks))
            or asks_for_how(tokens, at[token.start])
            or asks_for_form(tokens, at[token.start])
            or (
                focus.answer_type == "expansion"
                and match is not None
                and not _in_slot(token, match)
            )
        )
        if phrase or (meant.token.norm in LIGHT_WORDS and role != "name"):
            weight *= _LIGHT
        if told[0] <= token.start < told[1] and role != "number" and not pointed:
            weight *= _BACKGROUND
        light = phrase or meant.token.norm in LIGHT_WORDS
        terms.append((word, meant.token.norm, role, rare, weight, tuple(forms), light))
    if mended:
        well = tuple(_spelled_well(token, mended.get(token.start)) for token in tokens)
        focus = read_focus(well, match=read_by, lexicon=lexicon)
    whole = sum(term[4] for term in terms) or 1.0
    return Question(
        text=typed,
        corrected=_corrected(typed, tokens, mended),
        tokens=tokens,
        terms=tuple(
            QuestionTerm(
                at[word.token.start],
                word.token.stem,
                role,
                rare,
                weight / whole,
                forms,
                meant_as,
                light,
                told[0] <= word.token.start < told[1],
            )
            for word, meant_as, role, rare, weight, forms, light in terms
        ),
        answer_type=focus.answer_type,
        asks=focus.asks,
        match=match,
        focus=focus.noun,
        sentences=total,
    )


def _asks_which(text: str) -> bool:
    """Return whether a question asks by a question word."""
    return any(token.norm in QUESTION_WORDS for token in tokenize(text)[:2])


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
        if letters not in FUNCTION_WORDS:
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
    """Return whether a word is the noun of "at the end of", "at the moment", "take part" and the
    like."""
    if tokens[number].norm in _TAKEN and number and tokens[number - 1].norm in _TAKING:
        return True
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


def _in_slot(token: Token, match: RuleMatch) -> bool:
    return any(slot.start <= token.start < slot.end for slot in match.slots.values())


def _is_asking(token: Token, match: RuleMatch) -> bool:
    """Return whether a word unknown to the documents is a question word as it sounds ("wen")."""
    if _in_slot(token, match):
        return False
    if phonetic_key(token.norm) in _ASKING_SOUNDS:
        return True
    # "Wy": too short to sound like anything, but the rule took it for a question word.
    return not token.start and any(
        edits(token.norm, word, 1) <= 1 for word in QUESTION_WORDS if word[0] == token.norm[0]
    )


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


def _sounds_like(token: Token, mended: Mapping[int, str]) -> bool:
    """Return whether an English word was mended to another that sounds the same."""
    return phonetic_key(token.norm) == phonetic_key(mended[token.start])


def _meant(word: Word, spelling: str) -> Word:
    """Return a word as it would be with this spelling, in the same place."""
    token = _spelled_well(word.token, spelling)
    return Word(token, query_terms(token), word.capital)


def _spelled_well(token: Token, spelling: str | None) -> Token:
    """Return a token with its word spelled well, in the same place; itself where it is already."""
    if spelling is None:
        return token
    (right,) = tokenize(spelling)[:1]
    return right._replace(start=token.start, end=token.end)


def _spelled(found: Sequence[tuple[str, float]], index: SentenceIndex) -> list[Expansion]:
    """Return the words that an unknown word may be a misspelling of, those some sentence holds."""
    forms: dict[str, Expansion] = {}
    for near, value in found:
        forms.setdefault(stem(near), Expansion(stem(near), "spelling", value))
    held = index.document_frequencies(list(forms)) if forms else []
    return [form for form, frequency in zip(forms.values(), held, strict=True) if frequency]


def _corrected(text: str, tokens: tuple[Token, ...], mended: dict[int, str]) -> str:
    if not mended:
        return text
    pieces: list[str] = []
    at = 0
    for token in tokens:
        near = mended.get(token.start)
        if near is not None and token.end <= len(text):  # not what was read behind it
            pieces += [text[at : token.start], near.capitalize() if token.text.istitle() else near]
            at = token.end
    return "".join(pieces) + text[at:]
