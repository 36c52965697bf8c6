"""What is asked for: the answer type, the question word, and the head noun that names the kind.

A rule says what its wording asks for ("how long does it take": a duration). Where the wording
leaves it to a noun ("which *river* ...", "what is the *capital* of ..."), the noun is found here
and its class decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answer_types import is_a
from hegang_qa.intents.model import RuleMatch
from hegang_qa.question.nouns import NOUN_TYPES, TRANSPARENT_NOUNS, VERB_OBJECTS
from hegang_qa.text.tokens import Token

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Focus", "noun_type", "read_focus"]

_ASKING = frozenset("who whom whose what which when where why how".split())
_WHICH = frozenset(("what", "which"))
_MERGED = {"whats": "what", "whos": "who", "wheres": "where", "hows": "how", "whens": "when"}
_BE = frozenset("is are was were be been being 's 're".split())
_AUXILIARIES = _BE | frozenset(
    "do does did has have had can could will would should shall may might must "
    "isn't aren't wasn't weren't don't doesn't didn't can't".split()
)
_ARTICLES = frozenset("the a an your my his her its their our this that these those".split())
_COUNTS = frozenset("one two three four five six seven eight nine ten some all any many".split())
_BOUNDARIES = _AUXILIARIES | frozenset(
    """
    of in on at by for from to with without into onto upon about as than per via off out up down
    over under after before during since until till between among against across through
    throughout towards toward along around within beside behind below above near inside outside
    and or but nor if because although though while whereas that who whom whose which where when
    why how what there i you he she it we they them him us me
    """.split()
)
_HOW_OF = frozenset(
    "many much long far old often big large tall high deep wide fast heavy hot cold soon "
    "quickly thick small".split()
)

# Types that only say that some phrase is asked for; a noun says more.
_OPEN = frozenset(("phrase", "list", "entity", "name", "description", "definition"))
# Share of verb readings from which a word after a noun is taken for the verb of the question.
_VERB_FROM = 0.5
_NOUN_FROM = 0.15


class Focus(NamedTuple):
    """What a question asks for: see `hegang_qa.question.model.Question`."""

    answer_type: str
    asks: str
    noun: str | None = None
    span: tuple[int, int] | None = None


class _Phrase(NamedTuple):
    """A noun phrase: its head's place in the words, its words, and where reading ended."""

    head: int
    start: int
    end: int


def read_focus(
    text: str, tokens: tuple[Token, ...], *, match: RuleMatch | None, lexicon: Lexicon
) -> Focus:
    """Return what is asked for, by the rule that matched and the head noun, else by the noun of a
    telegraphic question ("capital of the province").

    `text` is the question and `tokens` its tokens.
    """
    words = [token for token in tokens if token.kind != "mark" or token.text in ",;"]
    asks, at = _asking(words)
    kind = match.answer if match and match.answer else "phrase"
    if kind in ("chat", "yes-no"):
        return Focus(kind, asks)
    if kind == "person-description":
        return Focus(kind if _is_plain_name(words, at) else "person", asks)
    phrase = _focus_phrase(words, at, asks, lexicon)
    if phrase is None:
        if kind == "phrase":
            kind = _type_by_verb(words, at) or kind
        return Focus(kind, asks)
    head = words[phrase.head]
    if kind in _OPEN and _is_bare_name(words, at, phrase):
        kind = "definition"
    elif kind in _OPEN or kind == "person":
        named = noun_type([word.norm for word in words[phrase.start : phrase.head + 1]], lexicon)
        if named and (kind in _OPEN or is_a(named, "organisation") or named == "nationality"):
            kind = named
    return Focus(kind, asks, head.norm, (head.start, head.end))


def _is_plain_name(words: Sequence[Token], at: int) -> bool:
    """Tell whether "who is" is followed by a name and nothing else."""
    rest = words[at + 1 :] if words[at].norm in _MERGED else words[at + 2 :]
    return (
        bool(rest)
        and not any(
            word.norm in ("'s", "'") or word.norm in _BOUNDARIES - {"in", "of", "and"}
            for word in rest
        )
        and (rest[0].norm not in _BOUNDARIES)
        and (len(rest) == 1 or rest[0].text[:1].isupper() or not rest[0].norm.endswith("ed"))
    )


def _is_bare_name(words: Sequence[Token], at: int, phrase: _Phrase) -> bool:
    """Tell whether the phrase is a name ("what is the Long March"): what it is is asked for."""
    inner = words[phrase.start : phrase.head + 1]
    return (
        at >= 0
        and at + 1 < len(words)
        and words[at + 1].norm in _BE
        and phrase.end == len(words)
        and words[phrase.start - 1].norm in _ARTICLES
        and all(word.text[:1].isupper() for word in inner)
        and not all(word.text.isupper() for word in words)
    )


def noun_type(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """Return the answer type that a noun phrase asks for, by its head (its last word), or None.

    Two-word nouns ("soft drink") and a table of general nouns come before the lexicon.
    """
    head = words[-1]
    forms = (head, *lexicon.lemmas(head))
    for size in (3, 2):
        if len(words) >= size:
            for form in forms:
                found = NOUN_TYPES.get(" ".join((*words[-size:-1], form)))
                if found:
                    return found
    for form in forms:
        found = NOUN_TYPES.get(form)
        if found:
            return found
    classes = lexicon.classes(head)
    return classes[0] if classes else None


def _asking(words: Sequence[Token]) -> tuple[str, int]:
    """Return the question word or phrase, folded, and its place (-1 where there is none)."""
    for at, word in enumerate(words):
        norm = _MERGED.get(word.norm, word.norm)
        if norm in _ASKING:
            if norm == "how" and at + 1 < len(words) and words[at + 1].norm in _HOW_OF:
                return f"how {words[at + 1].norm}", at
            return norm, at
    first = words[0].norm if words else ""
    return (first if first in _AUXILIARIES else ""), -1


def _focus_phrase(words: Sequence[Token], at: int, asks: str, lexicon: Lexicon) -> _Phrase | None:
    """Return the noun phrase that names what is asked for, where there is one."""
    if asks in ("how many", "how much"):
        return _noun_phrase(words, at + 2, lexicon, question=True)
    if asks in ("what", "which", "who"):
        start = at + 1
        merged = words[at].norm in _MERGED
        if start < len(words) and (words[start].norm in _BE or merged):
            start += not merged
            if start < len(words) and words[start].norm in ("exactly", "actually"):
                start += 1
            phrase = _noun_phrase(words, start, lexicon, question=False)
            if phrase is None:
                return None
            definite = words[start].norm in (_ARTICLES | _COUNTS) - {"a", "an"} or any(
                word.norm in ("'s", "'") for word in words[start : phrase.head]
            )
            after = words[phrase.end].norm if phrase.end < len(words) else ""
            if definite or (
                after in ("of", "in", "for", "between") and words[start].norm not in ("a", "an")
            ):
                return phrase
            return None
        if asks != "who" and start < len(words) and words[start].norm == "of":
            return _noun_phrase(words, start + 1, lexicon, question=True)
        if asks != "who" and start < len(words) and words[start].norm not in _AUXILIARIES:
            return _noun_phrase(words, start, lexicon, question=True)
        return None
    if asks == "" and words:
        start = 0
        while start < len(words) and words[start].norm in ("name", "list", "give", "me", "tell"):
            start += 1
        return _noun_phrase(words, start, lexicon, question=False)
    return None


def _noun_phrase(
    words: Sequence[Token], start: int, lexicon: Lexicon, *, question: bool
) -> _Phrase | None:
    """Return the noun phrase that begins at `start`.

    In a `question` phrase ("which singer's brother ...") the first possessor is what is asked
    for; elsewhere ("the singer's brother") what is possessed. "Kind of", "name of" and the like
    give way to the noun after them.
    """
    at = start
    while at < len(words) and (words[at].norm in _ARTICLES or words[at].norm in _COUNTS):
        at += 1
    first, head = at, -1
    while at < len(words):
        word = words[at]
        if word.norm in ("'s", "'"):
            if question and head >= 0:
                break
            at += 1
            if head >= 0:
                first, head = at, -1
            continue
        if word.kind == "mark" or word.norm in _BOUNDARIES:
            break
        if word.kind == "number":
            at += 1
            continue
        if head >= 0 and _is_verb(words, at, lexicon):
            break
        if _is_noun(word, lexicon):
            head = at
        at += 1
    if head < 0:
        return None
    if (
        at + 1 < len(words)
        and words[at].norm == "of"
        and words[head].norm in TRANSPARENT_NOUNS
        and head == at - 1
    ):
        inner = _noun_phrase(words, at + 1, lexicon, question=question)
        if inner is not None:
            return inner
    return _Phrase(head, first, at)


def _is_noun(word: Token, lexicon: Lexicon) -> bool:
    if word.kind == "han" or word.norm in NOUN_TYPES:
        return True
    parts = lexicon.parts_of_speech(word.norm)
    return not parts or parts.get("noun", 0.0) >= _NOUN_FROM


def _is_verb(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether the word, standing after a noun, is rather the verb of the question."""
    word = words[at]
    if word.kind != "word" or word.norm in NOUN_TYPES:
        return False
    parts = lexicon.parts_of_speech(word.norm)
    verb = parts.get("verb", 0.0)
    if word.text[:1].isupper() and word.text[1:].islower():
        return False
    if verb >= _VERB_FROM:
        return True
    if word.norm.endswith("ed") and verb > 0.1:
        return True
    before = words[at - 1].norm
    return (
        verb > 0.05
        and word.norm.endswith("s")
        and not word.norm.endswith("ss")
        and not before.endswith("s")
        and at + 1 < len(words)
    )


def _type_by_verb(words: Sequence[Token], at: int) -> str | None:
    """Return the type that the verb of "what do they eat" asks for."""
    for word in words[at + 2 :]:
        found = VERB_OBJECTS.get(word.norm)
        if found:
            return found
    return None
