"""A question that asks two things: "Who designed the bridge, and when was it opened?"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from hegang_qa.question.wording import MEASURED_BY_HOW
from hegang_qa.text.tokens import Token, tokenize
from hegang_qa.text.words import AUXILIARIES, COPULAS, QUESTION_WORDS

__all__ = ["several"]

_ADVERBS = frozenset("when where why how".split())
# So many words may stand before the first question word ("could you please tell me who ...").
_POLITE = 6
_MOST_ASKED = 5
_LEAST_ASKED = 3  # words
_OPENING = QUESTION_WORDS | AUXILIARIES
_NAMED = 4  # tokens of "which old red boats"
_MOST = 40  # tokens: nobody asks two short things at such length
_JOINING = frozenset("of for in at on from by with to between that who which".split())
_BEFORE_ASKING = frozenset("for until till from at by in to with since".split())
_QUOTES = frozenset("\"“”„«»'‘")


class _Match(Protocol):
    @property
    def is_own(self) -> bool: ...


class _Rules(Protocol):
    def match(self, question: str) -> _Match | None: ...


def several(question: str, rules: _Rules) -> tuple[str, ...]:
    """Return the questions that one is made of, the later ones as they would follow the first in a
    conversation ("and when?"); none where it asks one thing, or where a rule of the user's own
    (one that is not shipped) reads it word for word."""
    parts = _one_by_one(question) or _in_a_row(question)
    parts = parts or (_parts(question) if " and " in question else ())
    match = rules.match(question) if parts else None
    return () if match is not None and match.is_own else parts


def _one_by_one(question: str) -> tuple[str, ...]:
    """Return the questions that stand side by side, each with its mark; none for a single one, or
    where one of them does not begin like a question."""
    pieces = [piece.strip() for piece in question.split("?") if piece.strip(" .!")]
    if not 1 < len(pieces) <= _MOST_ASKED or question.count("?") < len(pieces) - 1:
        return ()
    for piece in pieces:
        words = [token.norm for token in tokenize(piece) if token.kind == "word"]
        words = words[1:] if words[:1] == ["and"] else words
        if len(words) < _LEAST_ASKED or words[0] not in _OPENING:
            return ()
    return tuple(part for piece in pieces for part in _parts(f"{piece}?") or (f"{piece}?",))


def _in_a_row(question: str) -> tuple[str, ...]:
    """Return the three questions of "how old is it, *who built it and when*"; none elsewhere."""
    before, comma, after = question.partition(", ")
    words = [token.norm for token in tokenize(before) if token.kind == "word"]
    behind = [token.norm for token in tokenize(after) if token.kind == "word"]
    if not comma or " and " not in after or len(words) < _LEAST_ASKED or not behind:
        return ()
    asks = words[0] in QUESTION_WORDS and behind[0] in QUESTION_WORDS and _says_what(words)
    rest = _parts(after) if asks and _is_whole(behind) else ()
    return (f"{before}?", *rest) if rest else ()


def _parts(question: str) -> tuple[str, ...]:
    tokens = [token for token in tokenize(question) if token.norm not in "?!."]
    words = [token.norm for token in tokens]
    if len(tokens) > _MOST or not _QUOTES.isdisjoint(words):
        return ()
    first = next((at for at, word in enumerate(words[:_POLITE]) if word in QUESTION_WORDS), -1)
    if words[:1] and words[0] in AUXILIARIES and (more := _and_more(question, tokens, words)):
        return more
    if first < 0:
        return ()
    both = _both(question, tokens, words, first) or _two_things(question, tokens, words, first)
    if both:
        return both
    for at in range(first + 2, len(words) - 1):
        if words[at] == "and" and words[at + 1] in QUESTION_WORDS and tokens[at + 1].text.islower():
            alone = sum(word in QUESTION_WORDS for word in words[:at]) == 1
            if alone and _says_what(words[first:at]) and _is_whole(words[at + 1 :]):
                before = question[: tokens[at].start].rstrip(" ,;")
                if not any(word not in QUESTION_WORDS for word in words[at + 1 :]):
                    return f"{before}?", f"and {question[tokens[at + 1].start :]}"
                return f"{before}?", question[tokens[at + 1].start :]
            return ()
    return ()


def _and_more(question: str, tokens: Sequence[Token], words: Sequence[str]) -> tuple[str, ...]:
    """Return both questions of "can I buy my laptop *and for how much*", of which the first is to
    be answered by yes or no."""
    at = next((n for n, word in enumerate(words) if word == "and" and n > 2), -1)
    asked = [n for n, word in enumerate(words) if word in QUESTION_WORDS]
    if at < 0 or not asked or asked[0] - at > 1 + (words[at + 1] in _BEFORE_ASKING):
        return ()
    if asked[0] <= at or len(asked) > 1 or not _is_whole(words[asked[0] :]):
        return ()
    before = question[: tokens[at].start].rstrip(" ,;")
    after = question[tokens[at + 1].start :].rstrip()
    return f"{before}?", f"and {after}"


def _both(
    question: str, tokens: Sequence[Token], words: Sequence[str], first: int
) -> tuple[str, ...]:
    """Return both questions of "*when and where* was it built"."""
    if list(words[first + 1 : first + 2]) != ["and"] or len(words) < first + 5:
        return ()
    if words[first] not in _ADVERBS or words[first + 2] not in _ADVERBS:
        return ()
    if any(word in QUESTION_WORDS for word in words[first + 3 :]):
        return ()
    rest = question[tokens[first + 2].end :]
    lead = question[: tokens[first].start]
    return (
        f"{lead}{tokens[first].text}{rest}",
        f"{lead}{tokens[first + 2].text}{rest}",
    )


def _two_things(
    question: str, tokens: Sequence[Token], words: Sequence[str], first: int
) -> tuple[str, ...]:
    """Return both questions of "who are *the treasurer and the secretary*", "what is *the length
    and width* of the lake": not of "who is the owner and founder", who is one."""
    if words[first : first + 1] not in (["who"], ["what"]) or words.count("and") != 1:
        return ()
    if first + 5 > len(words) or words[first + 1] not in COPULAS or words[first + 2] != "the":
        return ()
    at = words.index("and")
    second = at + 1 + (words[at + 1 : at + 2] == ["the"])
    end = next((n for n in range(second, len(words)) if words[n] in _JOINING), len(words))
    if end == second or (words[first] == "who" and not _JOINING.isdisjoint(words[first + 3 : at])):
        return ()  # "the author of the book and the film": one author, perhaps
    if words[first] == "who" and second == at + 1 and words[first + 1] in ("is", "was"):
        return ()
    if words[first] == "what" and (at, end, words[end : end + 1]) != (
        first + 4,
        second + 1,
        ["of"],
    ):
        return ()
    be = "is" if words[first + 1] in ("is", "are") else "was"
    lead = f"{question[: tokens[first].end]} {be} the "
    # "the treasurer and *the captain of boats*"
    shared = words[first] == "what" or second == at + 1
    rest = question[tokens[end - 1].end :] if shared else ""
    named = question[tokens[first + 3].start : tokens[at - 1].end]
    return f"{lead}{named}{rest}", f"{lead}{question[tokens[second].start :]}"


def _says_what(words: Sequence[str]) -> bool:
    """Return whether words ask something, and do not only name it ("which boats")."""
    return words[0] == "who" or len(words) > _NAMED or not AUXILIARIES.isdisjoint(words[1:])


def _is_whole(words: Sequence[str]) -> bool:
    """Return whether words make a question of their own, and no clause of another ("and when it
    stops")."""
    asking, after = words[0], words[1:2]
    if not after:
        return True
    if asking in _ADVERBS:
        return after[0] in AUXILIARIES or (asking == "how" and after[0] in MEASURED_BY_HOW)
    return True
