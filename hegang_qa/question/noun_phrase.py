"""Find the noun phrase that names what is asked for, its head, and the type that the head has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.question.nouns import NOUN_TYPES, TRANSPARENT_NOUNS
from hegang_qa.text.tokens import Token

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = [
    "ARTICLES",
    "AUXILIARIES",
    "BE",
    "BOUNDARIES",
    "COUNTS",
    "VERB_FROM",
    "WHICH",
    "NounPhrase",
    "is_irregular",
    "noun_phrase",
    "noun_type",
]

WHICH = frozenset(("what", "which"))
BE = frozenset("is are was were be been being 's 're".split())
AUXILIARIES = BE | frozenset(
    "do does did has have had can could will would should shall may might must "
    "isn't aren't wasn't weren't don't doesn't didn't can't".split()
)
ARTICLES = frozenset("the a an your my his her its their our this that these those".split())
_ANYTHING = frozenset(
    "nothing anything something everything nobody anybody somebody everybody anyone someone "
    "everyone".split()
)
COUNTS = frozenset("one two three four five six seven eight nine ten some all any many".split())
BOUNDARIES = AUXILIARIES | frozenset(
    """
    of in on at by for from to with without into onto upon about as than per via off out up down
    over under after before during since until till between among against across through
    throughout towards toward along around within beside behind below above near inside outside
    and or but nor if because although though while whereas that who whom whose which where when
    why how what there i you he she it we they them him us me
    """.split()
)
# After a word in -s these show that it is a plural, no verb: "states have", "effects of".
_HOLDS_TOGETHER = AUXILIARIES | {"of"}

# Share of verb readings from which a word after a noun is taken for the verb of the question.
VERB_FROM = 0.5
_NOUN_FROM = 0.15


class NounPhrase(NamedTuple):
    """A noun phrase: its head's place in the words, its words, and where reading ended."""

    head: int
    start: int
    end: int


def noun_type(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """Return the answer type that a noun phrase asks for, by its head (its last word), or None.

    Two-word nouns ("soft drink") and a table of general nouns come before the lexicon.
    """
    head = words[-1]
    forms = [head, *lexicon.lemmas(head)]
    if head.endswith("s") and head[:-1] not in forms:
        forms.append(head[:-1])  # names and initials have plurals that no lexicon knows
    for size in (3, 2):
        if len(words) >= size:
            for form in forms:
                found = NOUN_TYPES.get(" ".join((*words[-size:-1], form)))
                if found:
                    return found
    if head == "period" and len(words) > 1:
        before = lexicon.parts_of_speech(words[-2])
        if before.get("noun", 0.0) > before.get("adjective", 0.0):
            return "duration"  # "the guarantee period"
    if head == "number" and len(words) > 1:
        before = lexicon.parts_of_speech(words[-2])
        if before.get("noun", 1.0) >= max(before.get("adjective", 0.0), 0.5):
            return "code"  # "the order number": no count
    for form in forms:
        found = NOUN_TYPES.get(form)
        if found:
            return found
    if "-" in head and not lexicon.classes(head):
        # "president-elect", "singer-songwriter": the part that is a person, else the last
        parts = [noun_type([part], lexicon) for part in reversed(head.split("-")) if part]
        return "person" if "person" in parts else next(filter(None, parts), None)
    # The act that a noun names ("flight", "education") is no kind of thing one asks for.
    return next((kind for kind in lexicon.classes(head) if kind != "action"), None)


def noun_phrase(
    words: Sequence[Token], start: int, lexicon: Lexicon, *, question: bool
) -> NounPhrase | None:
    """Return the noun phrase that begins at `start`.

    In a `question` phrase ("which singer's brother ...") the first possessor is what is asked
    for; elsewhere ("the singer's brother") what is possessed. "Kind of", "name of" and the like
    give way to the noun after them.
    """
    at = start
    while at < len(words) and (words[at].norm in ARTICLES or words[at].norm in COUNTS):
        at += 1
    first, head, before = at, -1, -1
    while at < len(words):
        word = words[at]
        if word.norm in ("'s", "'"):
            if question and head >= 0 and _may_be_asked_for(words[head], lexicon):
                break
            at += 1
            if head >= 0:
                first, head, before = at, -1, -1
            continue
        if word.norm in ("and", "&") and head >= 0 and _goes_on(words, at, lexicon):
            at += 1
            continue
        if (word.norm in ARTICLES or word.norm in _ANYTHING) and head >= 0:
            # "which comedian hit the screen", "which clubs cost nothing": the noun before is the
            # verb
            if head == at - 1 and before >= 0:
                head, at = before, at - 1
            break
        if word.norm == "," and head < 0 and at > first:
            at += 1  # between adjectives
            continue
        if word.kind == "mark" or (word.norm in BOUNDARIES and not _is_initialism(word)):
            break
        if word.kind == "number":
            at += 1
            continue
        if _is_verb(words, at, head >= 0, lexicon, question=question):
            break
        if _is_noun(word, lexicon):
            before, head = head, at
        at += 1
    if head < 0:
        return None
    if (
        at + 1 < len(words)
        and words[at].norm == "of"
        and words[head].norm in TRANSPARENT_NOUNS
        and head == at - 1
        and not (words[head].norm == "species" and words[at + 1].norm in ARTICLES)
    ):
        inner = noun_phrase(words, at + 1, lexicon, question=question)
        if inner is not None:
            return inner
    return NounPhrase(head, first, at)


def _may_be_asked_for(word: Token, lexicon: Lexicon) -> bool:
    """Tell whether a possessor can be what "which" asks for: a class, not a name."""
    if word.norm in ("children", "men", "women", "people"):
        return False
    return word.norm in NOUN_TYPES or bool(lexicon.classes(word.norm))


def _goes_on(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether "and" joins adjectives or names before a noun still to come."""
    if at + 2 >= len(words):
        return False
    before, after = words[at - 1], words[at + 1]
    if before.text[:1].isupper() and after.text[:1].isupper():
        return True
    parts = lexicon.parts_of_speech(before.norm)
    return parts.get("adjective", 0.0) > parts.get("noun", 0.0)


def _is_initialism(word: Token) -> bool:
    return len(word.text) > 1 and word.text.replace(".", "").isupper() and "." in word.text


def _is_noun(word: Token, lexicon: Lexicon) -> bool:
    if word.kind == "han" or word.norm in NOUN_TYPES:
        return True
    parts = lexicon.parts_of_speech(word.norm)
    return not parts or parts.get("noun", 0.0) >= _NOUN_FROM


def _is_verb(
    words: Sequence[Token], at: int, after_noun: bool, lexicon: Lexicon, *, question: bool
) -> bool:
    """Tell whether the word is the verb of the question rather than part of the noun phrase.

    Only a `question` phrase ("which river flows ...") has its verb still to come.
    """
    word = words[at]
    if word.kind != "word" or (word.text[:1].isupper() and word.text[1:].islower()):
        return False
    verb = lexicon.parts_of_speech(word.norm).get("verb", 0.0)
    following = words[at + 1] if at + 1 < len(words) else None
    object_follows = following is not None and (
        following.norm in ARTICLES
        or following.kind == "number"
        or following.text[:1].isupper()
        or following.norm in ("to", "in", "from", "it", "them", "him", "me", "$")
    )
    if not after_noun:
        if word.norm.endswith("ing") and at and words[at - 1].norm in WHICH:
            return False  # "what sprawling city": an adjective
        if not question and word.norm.endswith("s"):
            return False  # "the largest deserts in ..."
        certain = question and verb >= 0.9 and word.norm.endswith("s")  # "what attracts people"
        return certain or (verb >= VERB_FROM and object_follows)
    if following is not None and f"{word.norm} {following.norm}" in NOUN_TYPES:
        return False  # "talk show", "programming language"
    if f"{words[at - 1].norm} {word.norm.removesuffix('s')}" in NOUN_TYPES:
        return False  # "radio stations"
    past = word.norm.endswith("ed") or is_irregular(word.norm, lexicon)
    if word.norm in NOUN_TYPES:
        return past and object_follows
    if verb >= VERB_FROM or (past and verb > 0.0):
        return True
    before = words[at - 1].norm
    plural = before.endswith("s") and lexicon.lemmas(before)[:1] != (before,)
    if word.norm.endswith("s") and not word.norm.endswith("ss"):
        if not question or (following is not None and following.norm in _HOLDS_TOGETHER):
            return False
        return verb > 0.05 and not plural and following is not None
    return verb > _NOUN_FROM and object_follows and (plural or words[at - 1].norm in NOUN_TYPES)


def is_irregular(norm: str, lexicon: Lexicon) -> bool:
    """Tell whether the word is a past form such as "won" or "broke"."""
    if norm.endswith(("s", "ing", "er", "est")):
        return False
    return any(
        lemma != norm and lexicon.parts_of_speech(lemma).get("verb", 0.0) > _NOUN_FROM
        for lemma in lexicon.lemmas(norm)
    )
