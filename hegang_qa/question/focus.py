"""What is asked for: the answer type, the question word, and the head noun that names the kind.

A rule says what its wording asks for ("how long does it take": a duration). Where the wording
leaves it to a noun ("which *river* ...", "what is the *capital* of ..."), the noun is found here
and its class decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.intents.model import RuleMatch
from hegang_qa.question.key_words import key_word_type
from hegang_qa.question.measures import is_kept, lasting_or_long, length_of
from hegang_qa.question.noun_phrase import (
    ARTICLES,
    AUXILIARIES,
    BE,
    COUNTS,
    NounPhrase,
    noun_phrase,
    noun_type,
)
from hegang_qa.question.nouns import HAN_NOUN_TYPES, NOUN_TYPES, VERB_OBJECTS
from hegang_qa.question.what_is import (
    MERGED,
    asks_its_kind,
    follows,
    is_bare_name,
    is_office,
    is_passive,
    is_plain_name,
    is_price,
)
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.text.han import simplify
from hegang_qa.text.tokens import Token
from hegang_qa.text.words import MODALS, QUESTION_WORDS

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Focus", "read_focus"]

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

# Nouns that with a name before them make a name: "the Amish religion", "the Socratic method".
_CLASSES = frozenset("religion language method disease device product vehicle symbol".split())
# Things that have a name of their own: where one is asked for what it is called.
_NAMED = frozenset("person organisation city country state river mountain work".split())

# Types that only say that some phrase is asked for; a noun says more.
_OPEN = frozenset(("phrase", "list", "entity", "name", "definition"))


class Focus(NamedTuple):
    """What a question asks for: see `hegang_qa.question.model.Question`."""

    answer_type: str
    asks: str
    noun: str | None = None
    span: tuple[int, int] | None = None


# "How high is the deposit": what is asked for is what the noun names.
_GREAT = frozenset("high low big large great small".split())
_VAST = frozenset(("big", "large", "great"))
_MOST = frozenset("largest biggest smallest longest maximum minimum most".split())
_DOING = frozenset(("do", "does", "did", "can", "will", "should", "must", "may"))
_HOLDING = {
    **dict.fromkeys("hold contain take carry store bear lift".split(), "quantity"),
    "weigh": "weight",
}
# Of which there are several, each with its name: "which tax" asks for no sum.
_LEVIED = frozenset(
    "tax taxes toll tolls debt debts subsidy subsidies bonus donation pension allowance expense "
    "expenses charge charges payment fine".split()
)
# What is opened on a day and not by the clock.
_OPENED_ONCE = frozenset(
    "registration registrations enrolment enrollment applications application entries booking "
    "bookings season nominations".split()
)
# "On what condition", "under which terms": no illness, and no word.
_PROVISOS = frozenset("condition conditions term terms circumstances".split())
_DUTIES = frozenset(("must", "should", "shall", "may"))


def read_focus(tokens: tuple[Token, ...], *, match: RuleMatch | None, lexicon: Lexicon) -> Focus:
    """Return what a question (its tokens) asks for, by the rule that matched and the head noun,
    else by the noun of a telegraphic question ("capital of the province")."""
    words = _joined([token for token in tokens if token.kind != "mark" or token.text in ",;-"])
    focus = _read(words, match, lexicon)
    if focus.answer_type == "number" and _is_for_how_much(words):
        return focus._replace(answer_type="money")
    if focus.answer_type == "distance" and any(word.norm == "length" for word in words):
        return focus._replace(answer_type=length_of(words, lexicon))
    return focus


def _is_for_how_much(words: Sequence[Token]) -> bool:
    """Return whether a sum is asked for ("*for how much* was it sold")."""
    return [word.norm for word in words[:3]] == ["for", "how", "much"]


def _read(words: list[Token], match: RuleMatch | None, lexicon: Lexicon) -> Focus:
    asks, at = _asking(words)
    if at < 0 and match is not None and words:
        asks, at = _misspelled(words[0], match, asks)
    kind = match.answer if match and match.answer else _BY_WORD.get(asks, "phrase")
    if kind in ("chat", "yes-no"):
        return Focus(kind, asks)
    if match is not None and match.language == "zh":
        return _han_focus(match)
    if kind == "person-description":
        is_name = is_plain_name(words, at, lexicon) and not is_office(words[-1], lexicon)
        return Focus(kind if is_name else "person", asks)
    if kind == "definition" and is_passive(words, at, lexicon):
        return Focus("money" if is_price(words, at) else "entity", asks)
    if kind == "definition" and at < 0:
        return Focus(kind, asks)  # "define overtime"
    if kind in _OPEN and asks_its_kind(words, at, lexicon):
        return Focus("definition", asks)
    if kind == "distance" and asks == "how long":
        if follows(words, at + 2, BE):
            return Focus(lasting_or_long(words, _after_articles(words, at + 3), lexicon), asks)
        if words[-1].norm in BE:  # "do you know how long the bridge is"
            start = _after_articles(words, at + 2)
            return Focus(lasting_or_long(words[:-1], start, lexicon), asks)
    if kind == "duration" and asks == "how long" and follows(words, at + 2, MODALS):
        be = next((n for n in range(at + 4, len(words)) if words[n].norm == "be"), -1)
        if (
            be > 0
            and words[at + 3].norm not in FUNCTION_WORDS - ARTICLES
            and _ends_clause(words, be + 1)
        ):
            start = _after_articles(words, at + 3)
            return Focus(lasting_or_long(words[:be], start, lexicon), asks)
    if kind == "hours" and asks == "when" and any(word.norm in _OPENED_ONCE for word in words):
        return Focus("date", asks)  # "when does registration open"
    open_measure = kind in ("distance", "size", "manner", "quantity")
    if open_measure and follows(words, at + 1, _GREAT):
        measured = _measured(words, at, lexicon)
        if measured is not None:
            vague = measured == "money" and words[at + 1].norm in _VAST
            return Focus("size" if vague else measured, asks)  # "how big are the reserves"
    if kind == "date" and asks == "when" and follows(words, at + 1, BE):
        timed = noun_phrase(words, at + 2, lexicon, question=False)
        if timed is not None and words[timed.head].norm == "hours":
            return Focus("hours", asks)  # "when are the quiet hours"
    if kind == "number" and asks == "how much" and follows(words, at + 2, _DOING):
        held = next(
            (
                word.norm
                for n, word in enumerate(words[at + 3 :], at + 3)
                if word.norm in _HOLDING and not follows(words, n + 1, {"in"})
            ),
            None,
        )
        if held:
            return Focus(_HOLDING[held], asks)  # "how much does the tank hold"
    must_be = any(word.norm == "be" for word in words[at + 3 :])
    if kind == "speed" and asks == "how fast" and must_be and follows(words, at + 2, _DUTIES):
        return Focus("duration", asks)  # "how fast must a call be answered"
    if at > 0 and words[at - 1].norm == "within" and follows(words, at + 1, {"time"}):
        return Focus("duration", asks)  # "within what time"
    if asks == "what" and [word.norm for word in words[-2:]] == ["due", "to"]:
        return Focus("reason", asks)
    if kind == "place" and asks == "where" and any(is_kept(word.norm) for word in words):
        return Focus("path", asks)
    if match is None and asks == "" and not follows(words, 0, _NAMING):
        phrase = _focus_phrase(words, at, asks, lexicon)
        kind = key_word_type(words, lexicon)
        if kind == "phrase" and phrase is not None and follows(words, phrase.end, {"of"}):
            kind = noun_type([word.norm for word in words[: phrase.head + 1]], lexicon) or kind
        return Focus(kind, asks)
    phrase = _focus_phrase(words, at, asks, lexicon)
    if kind == "term" and phrase is not None and follows(words, at + 1, BE):
        named = _named(words, phrase, lexicon)
        if named in _NAMED:
            return Focus(named, asks)  # "what is the town's football team called"
    if phrase is None:
        if kind == "phrase":
            kind = _type_by_verb(words, at) or kind
        return Focus(kind, asks)
    head = words[phrase.head]
    if head.norm in _PROVISOS and at > 0 and words[at - 1].norm in ("on", "under"):
        return Focus("description", asks, head.norm, (head.start, head.end))
    is_class = _named(words, phrase, lexicon) in _CLASSES
    if kind in _OPEN and is_bare_name(words, at, phrase, is_class=is_class):
        kind = "definition"
    elif kind in _OPEN or kind == "person":
        named = _named(words, phrase, lexicon)
        if named is None and at < 0 and follows(words, phrase.end, {"who", "whose"}):
            named = "person"  # "name the one who ..."
        determined = phrase.start == at + 1  # "which tax", not "which is the tax"
        if named == "money" and asks.endswith("which") and head.norm not in NOUN_TYPES:
            named = "entity"  # "which fund": what it is called
        elif named in ("count", "code") and determined and phrase.start == phrase.head:
            named = "number" if head.norm == "number" else named  # "which number is ..."
        elif named == "money" and determined and asks in ("what", "which"):
            named = "entity" if head.norm in _LEVIED else named
        if named and (kind in _OPEN or is_a(named, "organisation") or named == "nationality"):
            kind = named
    elif kind == "number":
        named = _named(words, phrase, lexicon)
        if named and (is_a(named, "money") or named == "percentage"):
            kind = named  # "how much the fee is"
    return Focus(kind, asks, head.norm, (head.start, head.end))


def _named(words: Sequence[Token], phrase: NounPhrase, lexicon: Lexicon) -> str | None:
    """Return the type that a noun phrase asks for, where it is one noun with "of" ("body of
    water") or with what stands before it."""
    if follows(words, phrase.end, {"of"}) and phrase.end + 1 < len(words):
        whole = NOUN_TYPES.get(f"{words[phrase.head].norm} of {words[phrase.end + 1].norm}")
        if whole is not None:
            return whole
    if follows(words, phrase.end, {"to"}) and words[phrase.head].norm == "words":
        return "saying"  # "the words to the anthem"
    norms = [word.norm for word in words[phrase.start : phrase.head + 1]]
    named = noun_type(norms, lexicon)
    if named == "path" and not _MOST.isdisjoint(norms):
        return None  # "the largest file": how large it is, or which
    return named


def _ends_clause(words: Sequence[Token], at: int) -> bool:
    return at >= len(words) or words[at].norm in ("for", "in", "to", "if", "when", ",", ";")


def _measured(words: Sequence[Token], at: int, lexicon: Lexicon) -> str | None:
    """Return the measure that the noun after "how high is the", "how high a" names."""
    start = at + 2
    if follows(words, start, BE):
        start += 1
    if not follows(words, start, ARTICLES):
        return None
    phrase = noun_phrase(words, start, lexicon, question=False)
    named = _named(words, phrase, lexicon) if phrase is not None else None
    if named is None and follows(words, start + 1, {"fever", "temperature"}):
        named = "temperature"
    sure = named is not None and is_numeric(named) and named not in ("number", "size", "date")
    return named if sure else None


def _after_articles(words: Sequence[Token], at: int) -> int:
    while follows(words, at, ARTICLES):
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


def _asking(words: Sequence[Token]) -> tuple[str, int]:
    """Return the question word or phrase, folded, and its place (-1 where there is none)."""
    for at, word in enumerate(words):
        norm = MERGED.get(word.norm, word.norm)
        if norm in _NAMING and not at:
            break
        if norm == "when" and not at and (later := _after_comma(words)):
            at, word = later, words[later]
            norm = MERGED.get(word.norm, word.norm)
        if norm in QUESTION_WORDS:
            if norm == "how" and at + 1 < len(words) and words[at + 1].norm in _HOW_OF:
                return f"how {words[at + 1].norm}", at
            return norm, at
    first = words[0].norm if words else ""
    return (first if first in AUXILIARIES else ""), -1


def _misspelled(first: Token, match: RuleMatch, asks: str) -> tuple[str, int]:
    """Return the question word that the rule took the first word for, and its place."""
    if any(slot.start <= first.start < slot.end for slot in match.slots.values()):
        return asks, -1
    from hegang_qa.intents.spelling import edits_between

    for word in re.findall("[a-z]+", match.template.lower().replace("<wh>", "which what"))[:8]:
        if word in QUESTION_WORDS and edits_between(first.norm, word) <= 2:
            return word, 0
    return asks, -1


def _after_comma(words: Sequence[Token]) -> int:
    """Return the place of the question word after a comma ("When it rains, who ..."), or 0."""
    for at in range(2, len(words) - 1):
        if words[at - 1].norm == "," and words[at].norm in ("what", "which", "who", "how"):
            return at
    return 0


def _focus_phrase(
    words: Sequence[Token], at: int, asks: str, lexicon: Lexicon
) -> NounPhrase | None:
    """Return the noun phrase that names what is asked for, where there is one."""
    if asks in ("how many", "how much"):
        return noun_phrase(words, at + 2, lexicon, question=True)
    if asks in ("what", "which", "who"):
        start = at + 1
        merged = words[at].norm in MERGED
        if start < len(words) and (words[start].norm in BE or merged):
            start += not merged
            if start < len(words) and words[start].norm in ("exactly", "actually"):
                start += 1
            phrase = noun_phrase(words, start, lexicon, question=False)
            if phrase is None:
                return None
            definite = words[start].norm in (ARTICLES | COUNTS) - {"a", "an"} or any(
                word.norm in ("'s", "'") for word in words[start : phrase.head]
            )
            after = words[phrase.end].norm if phrase.end < len(words) else ""
            told_more = words[start].norm in ("a", "an") and after in _RELATIVE
            if (
                definite
                or told_more
                or (
                    after in ("of", "in", "for", "between") and words[start].norm not in ("a", "an")
                )
            ):
                return phrase
            return None
        if follows(words, start, {"one", "ones"}) and follows(words, start + 1, {"of"}):
            start += 1
        if asks != "who" and start < len(words) and words[start].norm == "of":
            return noun_phrase(words, start + 1, lexicon, question=True)
        if asks != "who" and start < len(words) and words[start].norm not in AUXILIARIES:
            return noun_phrase(words, start, lexicon, question=True)
        return None
    if asks == "" and words:
        start = 0
        while start < len(words) and words[start].norm in ("name", "list", "give", "me", "tell"):
            start += 1
        if follows(words, start, COUNTS) and follows(words, start + 1, {"of"}):
            start += 2  # "name one of the ..."
        return noun_phrase(words, start, lexicon, question=False)
    return None


def _type_by_verb(words: Sequence[Token], at: int) -> str | None:
    """Return the type that the verb of "what do they eat" asks for."""
    for word in words[at + 2 :]:
        found = VERB_OBJECTS.get(word.norm)
        if found:
            # "What do they pay for", "pay in": no sum.
            return None if found == "money" and words[-1].norm in ("for", "in", "with") else found
    return None
