"""What tells two things apart: the two that a question names ("the difference between *tea* and
*coffee*", "how does *tea* differ from *coffee*", "*tea* vs *coffee*"), and sentences that do so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import Token, tokenize
from hegang_qa.text.words import FUNCTION_WORDS

__all__ = ["Sides", "is_contrast", "names_both_above", "sides_of", "tells_apart"]

_DIFFERENCE = frozenset("difference differences distinction distinctions".split())
_DIFFER = frozenset("differ differs differed different differently unlike distinct".split())
_VERSUS = frozenset(("vs", "versus"))
_FROM = frozenset("from than to".split())
_BEGINNING = frozenset("do does did is are was were".split())
_ASKING = frozenset("what how the main biggest key in which way ways use using when".split())
_ARTICLES = frozenset("the a an using use of with my".split())
_JOINING = frozenset(("and", "or", "the", "a", "an", "both", "nor", "of"))
# Between the two, or before both, such a word sets one against the other.
_AGAINST = frozenset("unlike while whereas whilst although though".split())
_BETWEEN = frozenset(
    "than instead rather not but however contrary contrast opposed compared without overrides "
    "override overridden replaces supersedes extends".split()
)
# Behind both such a word does where one is said to be like the other.
_EXCEPT = frozenset("except but without only instead however".split())
_LIKE = frozenset("same like identical equivalent similar alike similarly just".split())
_BE = frozenset("is are was were lies lie being".split())
_ABOUT = frozenset(
    "explain explains explained describes describe see about know understand shows show compares "
    "learn read wondering confused tell".split()
)
_LEAST = 2  # words that tell the difference
_REACH = 3  # tokens from one word of a name to the next


class Sides(NamedTuple):
    """The two things that are to be told apart: each a list of words, a word the stems under which
    it may stand."""

    one: Sequence[frozenset[str]]
    other: Sequence[frozenset[str]]


def sides_of(question: Question) -> Sides | None:
    """Return the two things that a question asks the difference of, None where it names no two."""
    norms = [token.norm for token in question.tokens if token.norm != "."]
    tokens = [token for token in question.tokens if token.norm != "."]
    if question.answer_type != "difference" or "common" in norms:
        return None
    bounds = _bounds(norms)
    if bounds is None:
        return None
    (low, middle), (start, high) = bounds
    one, other = _side(question, tokens[low:middle]), _side(question, tokens[start:high])
    return Sides(one, other) if one and other and one != other else None


def _bounds(norms: list[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return where each of two things begins and ends among the words of a question."""
    end = next((n for n, norm in enumerate(norms) if norm == "?"), len(norms))
    if (versus := _place(norms, _VERSUS, 1, end)) > 0:
        low = max((n + 1 for n in range(versus) if norms[n] in ("between", "of")), default=0)
        return (low, versus), (versus + 1, end)
    differ = _place(norms, _DIFFER, 0, end)
    if differ > 0:
        low = max((n + 1 for n in range(differ) if norms[n] in _BEGINNING), default=0)
        if norms[differ + 1 : differ + 2] and norms[differ + 1] in _FROM:
            return (low, differ), (differ + 2, end)
        return _halves(norms, low, differ)
    noun = _place(norms, _DIFFERENCE, 0, end)
    low = next((n + 1 for n in range(noun + 1, end) if norms[n] in ("between", "in")), -1)
    return _halves(norms, low, end) if low > 0 <= noun else None


def _halves(
    norms: list[str], low: int, high: int
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    joints = [n for n in range(low + 1, high - 1) if norms[n] in ("and", "or")]
    return ((low, joints[0]), (joints[0] + 1, high)) if len(joints) == 1 else None


def _place(norms: list[str], words: frozenset[str], low: int, high: int) -> int:
    return next((n for n in range(low, high) if norms[n] in words), -1)


def _side(question: Question, tokens: Sequence[Token]) -> list[frozenset[str]]:
    """Return the words of one thing; a single letter is one behind another word ("plan *A*")."""
    forms = {
        question.tokens[term.token]: frozenset(
            form.term for form in term.expansions if form.how in BY_FORM
        )
        for term in question.terms
    }
    words = [token for token in tokens if token.kind != "mark"]
    while words and words[0].norm in _ARTICLES | _ASKING and len(words) > 1:
        words = words[1:]
    return [
        forms.get(token, frozenset((token.stem,)))
        for at, token in enumerate(words)
        if token.norm not in FUNCTION_WORDS or (len(token.norm) == 1 and (at or len(words) == 1))
    ]


def tells_apart(sides: Sides, sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Return whether a sentence tells two things apart: it names both and sets one against the
    other ("A does it faster *than* B", "A is like B, *except* ..."), or says in what they differ.
    One of them may stand in the heading, where the sentence has "unlike" and the like."""
    words = [token for token in tokens if token.kind != "mark" or token.text in ";:"]
    norms = [token.norm for token in words]
    if sentence.kind in ("heading", "code") or sentence.text.endswith(("?", ":")):
        return False
    one, other = _spots(sides.one, words), _spots(sides.other, words)
    if not one or not other:
        above = tokenize(sentence.heading.rpartition(" > ")[2])
        under = (one and _spots(sides.other, above)) or (other and _spots(sides.one, above))
        return bool(under) and any(norm in _DIFFER or norm == "whereas" for norm in norms)
    first, last = sorted((one, other))
    if (at := _place(norms, _DIFFERENCE, 0, len(norms))) >= 0:
        be = _place(norms, _BE, at, len(norms))
        none = norms[at - 1 : at] == ["no"]
        told = be > 0 and len(norms) - be - 1 >= _LEAST and norms[-1] != ":"
        return none or (told and _ABOUT.isdisjoint(norms[:at]))
    if (at := _place(norms, _DIFFER, 0, len(norms))) >= 0:
        return len(norms) - max(last[1], at) > _LEAST or first[1] <= at < last[0]
    between = norms[first[1] : last[0]]
    if all(norm in _JOINING for norm in between):
        return False  # "tea and coffee are served until ten, but not on Sundays"
    if not _AGAINST.isdisjoint(norms[: first[0]]) or not (_AGAINST | _BETWEEN).isdisjoint(between):
        return True
    behind = norms[last[1] :]
    if not _LIKE.isdisjoint(between) and not _EXCEPT.isdisjoint(behind):
        return len(behind) > _LEAST
    return ";" in between and ("instead" in behind or "only" in behind)


def names_both_above(sides: Sides, heading: str) -> bool:
    """Return whether a heading asks or says in what two things differ ("Tea *vs* coffee", "The
    *difference* between tea and coffee")."""
    tokens = tokenize(heading)
    return is_contrast(heading) and bool(_spots(sides.one, tokens) and _spots(sides.other, tokens))


def is_contrast(text: str) -> bool:
    """Return whether a text has a word for a difference."""
    norms = {token.norm for token in tokenize(text)}
    return not (_DIFFERENCE | _DIFFER | _VERSUS).isdisjoint(norms)


def _spots(side: Sequence[frozenset[str]], tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return where the words of one thing stand nearest together: the first and the last of them,
    that excluded; None where one is missing. What is a single letter stands right behind another
    word."""
    best: tuple[int, int] | None = None
    for at, token in enumerate(tokens):
        if token.stem not in side[0]:
            continue
        end = at
        for number, word in enumerate(side[1:], 1):
            letter = all(len(form) == 1 for form in word)
            reach = end + 2 if letter and number else end + 1 + _REACH
            end = next((n for n in range(end + 1, reach) if _is(tokens, n, word)), -1)
            if end < 0:
                break
        if end >= 0 and (best is None or end + 1 - at < best[1] - best[0]):
            best = (at, end + 1)
    return best


def _is(tokens: Sequence[Token], at: int, word: frozenset[str]) -> bool:
    return at < len(tokens) and tokens[at].stem in word
