"""What is asked for: the answer type, the question word, and the head noun that names the kind.

A rule says what its wording asks for ("how long does it take": a duration). Where the wording
leaves it to a noun ("which *river* ...", "what is the *capital* of ..."), the noun is found here
and its class decides.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answer_types import is_a
from hegang_qa.intents.model import RuleMatch
from hegang_qa.question.measures import key_word_type, lasting_or_long
from hegang_qa.question.nouns import HAN_NOUN_TYPES, NOUN_TYPES, TRANSPARENT_NOUNS, VERB_OBJECTS
from hegang_qa.text.han import simplify
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

# What a question word asks for where no rule reads the question ("... was moved to where").
_BY_WORD = {
    "who": "person",
    "whom": "person",
    "whose": "person",
    "when": "date",
    "where": "place",
    "why": "reason",
    "how": "manner",
    "how many": "count",
    "how much": "number",
    "how long": "duration",
    "how old": "age",
    "how far": "distance",
    "how tall": "distance",
    "how high": "distance",
    "how deep": "distance",
    "how often": "frequency",
}
# What begins the description by which a thing is sought ("what is a word that ...").
_RELATIVE = frozenset("that which who whose where starring".split())
# Verbs that ask for one of a kind, or for all of them.
_NAMING = frozenset("name list give".split())

# Types that only say that some phrase is asked for; a noun says more.
_OPEN = frozenset(("phrase", "list", "entity", "name", "definition"))
# After a word in -s these show that it is a plural, no verb: "states have", "effects of".
_HOLDS_TOGETHER = _AUXILIARIES | {"of"}
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
    words = _joined([token for token in tokens if token.kind != "mark" or token.text in ",;-"])
    asks, at = _asking(words)
    kind = match.answer if match and match.answer else _BY_WORD.get(asks, "phrase")
    if kind in ("chat", "yes-no"):
        return Focus(kind, asks)
    if match is not None and match.language == "zh":
        return _han_focus(match)
    if kind == "person-description":
        return Focus(kind if _is_plain_name(words, at) else "person", asks)
    if kind == "definition" and _is_passive(words, at, lexicon):
        return Focus("entity", asks)
    if kind == "definition" and at < 0:
        return Focus(kind, asks)  # "define overtime"
    if kind == "distance" and asks == "how long" and _follows(words, at + 2, _BE):
        return Focus(lasting_or_long(words, _after_articles(words, at + 3), lexicon), asks)
    if match is None and asks == "" and not _follows(words, 0, _NAMING):
        phrase = _focus_phrase(words, at, asks, lexicon)
        kind = key_word_type(words, lexicon)
        if kind == "phrase" and phrase is not None and _follows(words, phrase.end, {"of"}):
            kind = noun_type([word.norm for word in words[: phrase.head + 1]], lexicon) or kind
        return Focus(kind, asks)
    phrase = _focus_phrase(words, at, asks, lexicon)
    if phrase is None:
        if kind == "phrase":
            kind = _type_by_verb(words, at) or kind
        return Focus(kind, asks)
    head = words[phrase.head]
    if kind in _OPEN and _is_bare_name(words, at, phrase):
        kind = "definition"
    elif kind in _OPEN or kind == "person":
        named = _named(words, phrase, lexicon)
        if named is None and at < 0 and _follows(words, phrase.end, {"who", "whose"}):
            named = "person"  # "name the one who ..."
        if named and (kind in _OPEN or is_a(named, "organisation") or named == "nationality"):
            kind = named
    elif kind == "number":
        named = _named(words, phrase, lexicon)
        if named and (is_a(named, "money") or named == "percentage"):
            kind = named  # "how much the fee is"
    return Focus(kind, asks, head.norm, (head.start, head.end))


def _named(words: Sequence[Token], phrase: _Phrase, lexicon: Lexicon) -> str | None:
    """Return the type that a noun phrase asks for, where it is one noun with "of" ("body of
    water") or with what stands before it."""
    if _follows(words, phrase.end, {"of"}) and phrase.end + 1 < len(words):
        whole = NOUN_TYPES.get(f"{words[phrase.head].norm} of {words[phrase.end + 1].norm}")
        if whole is not None:
            return whole
    return noun_type([word.norm for word in words[phrase.start : phrase.head + 1]], lexicon)


def _follows(words: Sequence[Token], at: int, wanted: Collection[str]) -> bool:
    return 0 <= at < len(words) and words[at].norm in wanted


def _after_articles(words: Sequence[Token], at: int) -> int:
    while _follows(words, at, _ARTICLES):
        at += 1
    return at


def _han_focus(match: RuleMatch) -> Focus:
    """Return the focus of a Chinese question: the noun that begins what "which" is about."""
    slot = match.slots.get("kind") or match.slots.get("topic")
    if match.answer == "phrase" and slot is not None:
        text = simplify(slot.text)
        for size in range(min(4, len(text)), 0, -1):
            kind = HAN_NOUN_TYPES.get(text[:size])
            if kind:
                return Focus(kind, "", text[:size], (slot.start, slot.start + size))
    return Focus(match.answer or "phrase", "")


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with what hyphens join made one ("second-largest")."""
    words: list[Token] = []
    hyphen = -1
    for token in tokens:
        if token.text == "-":
            hyphen = token.start
        elif words and hyphen == words[-1].end and token.start == hyphen + 1:
            last = words[-1]
            text = f"{last.text}-{token.text}"
            words[-1] = Token(
                text, last.start, token.end, f"{last.norm}-{token.norm}", token.stem, token.kind
            )
        else:
            words.append(token)
    return words


def _is_passive(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether "what is" is followed by a participle ("what was introduced in May")."""
    after = at + (1 if at >= 0 and words[at].norm in _MERGED else 2)
    if at >= 0 and after < len(words) and words[after].norm.endswith("ly"):
        after += 1
    if at < 0 or after + 1 >= len(words) or words[after].norm == "meant":
        return False
    word = words[after]
    if after + 2 == len(words):
        return False  # "what is prepared mustard"
    return word.text.islower() and (
        (word.norm.endswith("ed") or _is_irregular(word.norm, lexicon))
        and lexicon.parts_of_speech(word.norm).get("verb", 0.0) >= _VERB_FROM
    )


def _is_irregular(norm: str, lexicon: Lexicon) -> bool:
    """Tell whether the word is a past form such as "won" or "broke"."""
    if norm.endswith(("s", "ing", "er", "est")):
        return False
    return any(
        lemma != norm and lexicon.parts_of_speech(lemma).get("verb", 0.0) > _NOUN_FROM
        for lemma in lexicon.lemmas(norm)
    )


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
    forms = [head, *lexicon.lemmas(head)]
    if head.endswith("s") and head[:-1] not in forms:
        forms.append(head[:-1])  # names and initials have plurals that no lexicon knows
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
    if "-" in head and not lexicon.classes(head):
        # "president-elect", "singer-songwriter": the part that is a person, else the last
        parts = [noun_type([part], lexicon) for part in reversed(head.split("-")) if part]
        return "person" if "person" in parts else next(filter(None, parts), None)
    # The act that a noun names ("flight", "education") is no kind of thing one asks for.
    return next((kind for kind in lexicon.classes(head) if kind != "action"), None)


def _asking(words: Sequence[Token]) -> tuple[str, int]:
    """Return the question word or phrase, folded, and its place (-1 where there is none)."""
    for at, word in enumerate(words):
        norm = _MERGED.get(word.norm, word.norm)
        if norm in _NAMING and not at:
            break
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
            told_more = words[start].norm in ("a", "an") and after in _RELATIVE
            if definite or told_more or (
                after in ("of", "in", "for", "between") and words[start].norm not in ("a", "an")
            ):
                return phrase
            return None
        if _follows(words, start, {"one", "ones"}) and _follows(words, start + 1, {"of"}):
            start += 1
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
        if word.norm in _ARTICLES and head >= 0:
            # "which comedian hit the screen": the noun before an article is the verb
            if head == at - 1 and before >= 0:
                head, at = before, at - 1
            break
        if word.norm == "," and head < 0 and at > first:
            at += 1  # between adjectives
            continue
        if word.kind == "mark" or (word.norm in _BOUNDARIES and not _is_initialism(word)):
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
    ):
        inner = _noun_phrase(words, at + 1, lexicon, question=question)
        if inner is not None:
            return inner
    return _Phrase(head, first, at)


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
        following.norm in _ARTICLES
        or following.kind == "number"
        or following.text[:1].isupper()
        or following.norm in ("to", "in", "from", "it", "them", "him", "me", "$")
    )
    if not after_noun:
        if word.norm.endswith("ing") and at and words[at - 1].norm in _WHICH:
            return False  # "what sprawling city": an adjective
        certain = question and verb >= 0.9 and word.norm.endswith("s")  # "what attracts people"
        return certain or (verb >= _VERB_FROM and object_follows)
    if following is not None and f"{word.norm} {following.norm}" in NOUN_TYPES:
        return False  # "talk show", "programming language"
    past = word.norm.endswith("ed") or _is_irregular(word.norm, lexicon)
    if word.norm in NOUN_TYPES:
        return past and object_follows
    if verb >= _VERB_FROM or (past and verb > 0.0):
        return True
    before = words[at - 1].norm
    plural = before.endswith("s") and lexicon.lemmas(before)[:1] != (before,)
    if word.norm.endswith("s") and not word.norm.endswith("ss"):
        if not question or (following is not None and following.norm in _HOLDS_TOGETHER):
            return False
        return verb > 0.05 and not plural and following is not None
    return verb > _NOUN_FROM and object_follows and (plural or words[at - 1].norm in NOUN_TYPES)


def _type_by_verb(words: Sequence[Token], at: int) -> str | None:
    """Return the type that the verb of "what do they eat" asks for."""
    for word in words[at + 2 :]:
        found = VERB_OBJECTS.get(word.norm)
        if found:
            return found
    return None
