"""A question put as rules and documents have it: slips in the question word mended, what it says
before it asks left out, what "where is it" leaves out said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Expansion, Question
from hegang_qa.question.slips import SLIPS
from hegang_qa.text.spelling import edits
from hegang_qa.text.tokens import Token, stem, tokenize
from hegang_qa.text.words import AUXILIARIES, PREPOSITIONS, QUESTION_WORDS

__all__ = [
    "CALLING",
    "MEASURED_BY_HOW",
    "PLACED",
    "age_forms",
    "asked_last",
    "asks_of_now",
    "asks_whom_to_call",
    "background",
    "clock_forms",
    "respelled",
    "with_place",
    "with_question_word",
]

PLACED = frozenset(
    "located situated kept stored stand stands standing lie lies placed held".split()
)
"""Verbs that only say that a thing is somewhere ("where is it kept?")."""

MEASURED_BY_HOW = frozenset("many much long far often old big".split())
"""What goes on after "how" and asks for a measure."""

_WHERE_IS = (["where", "is"], ["where", "are"])
_MOST_WORDS = 4  # of the thing
_NO_THINGS = PLACED | frozenset(
    "it he she they this that there here now from to at by built made sold born done found".split()
)


_NOW = frozenset(
    "is are 's do does has have live lives work works there now today currently current".split()
)
_NOT_NOW = frozenset(
    "was were did had been first original originally before ever most highest lowest maximum "
    "minimum peak record planned".split()
)


_COUNTED = frozenset("census count survey poll estimate".split())


def asks_of_now(norms: Sequence[str]) -> bool:
    """Return whether a question (its words, folded) asks how something is now, by its verb, or how
    it was when last it was looked at ("at the most recent census")."""
    if "latest" in norms or any(
        (one == "most" and other == "recent") or (one == "last" and other in _COUNTED)
        for one, other in pairwise(norms)
    ):
        return True
    return not _NOW.isdisjoint(norms) and _NOT_NOW.isdisjoint(norms)


CALLING = frozenset("call ring phone dial".split())
"""Verbs for what is done with a telephone."""


def asks_whom_to_call(question: Question) -> bool:
    """Return whether a question asks whom one is to call, which a number answers as well."""
    return question.asks in ("who", "whom") and any(t.norm in CALLING for t in question.tokens)


_THEY_ARE = frozenset("he's she's hes shes".split())
_I_AM = frozenset(("i'm", "im", "am"))
_OF_AGES = tuple(Expansion(word, "related", 0.4) for word in ("age", "old", "older"))


def age_forms(tokens: Sequence[Token], number: int) -> tuple[Expansion, ...]:
    """Return what may stand in a text for the age that one who asks tells of himself ("I'm *15*,
    can I ..."): words of ages, where limits are told."""
    before = tokens[number - 1].norm if number else ""
    after = tokens[number + 1].norm if number + 1 < len(tokens) else ""
    if before == "'s" and tokens[number - 2].norm in ("he", "she"):
        before = "he's"
    behind = [token.norm for token in tokens[number + 1 : number + 5] if token.norm != "-"]
    years = behind[:1] != [] and behind[0] in _YEARS and "old" in behind[:2]
    if years or (before == "aged" and after in ("?", "", ",")):
        return _of_age(tokens[number].norm)
    if after not in (",", "", "?") or (number > 4 and before not in _THEY_ARE):
        return ()
    if before in _THEY_ARE and tokens[number].norm.isdigit():
        return (*_OF_AGES, *_of_age(tokens[number].norm))
    if before == "is" and tokens[0].norm in ("my", "our"):  # "my daughter is 5, ..."
        return (*_OF_AGES, Expansion("children", "related", 0.4))
    return _OF_AGES if before in _I_AM else ()


_YEARS = frozenset("year years yr yrs".split())
_YOUNG = tuple(Expansion(word, "related", 0.4) for word in ("child", "children", "kid", "under"))
_ELDERLY = tuple(Expansion(word, "related", 0.4) for word in ("senior", "pension", "over"))
_ADULT = (Expansion("adult", "related", 0.4),)
_GROWN_UP, _OLD = 18, 60


def _of_age(norm: str) -> tuple[Expansion, ...]:
    """Return what lists of prices and limits call those of an age."""
    age = int(norm) if norm.isdigit() else 0
    if age >= _OLD:
        return _ELDERLY
    return _YOUNG if 0 < age < _GROWN_UP else _ADULT if age else ()


_HALVES = {"pm": 12, "p.m": 12, "am": 0, "a.m": 0}


def clock_forms(tokens: Sequence[Token], number: int) -> tuple[Expansion, ...]:
    """Return how an hour of a question ("*8* pm") is written on a clock of 24 hours ("20", of
    "20:00"), none for other figures."""
    norm = tokens[number].norm
    after = tokens[number + 1].norm if number + 1 < len(tokens) else ""
    if after in (":", ".") and number + 3 < len(tokens):  # "3:30 pm"
        after = tokens[number + 3].norm
    if after not in _HALVES or not norm.isdigit() or not 0 < int(norm) <= 12:
        return ()
    hour = int(norm) % 12 + _HALVES[after]
    return tuple(Expansion(form, "synonym", 0.9) for form in {f"{hour}", f"{hour:02}"} - {norm})


def with_question_word(text: str) -> str:
    """Return the question with "where" for a "were" that another auxiliary follows ("were does it
    come from"), and with "how" for what is nearly that before "many" and its like ("hwo many")."""
    first, second = (*text.split(maxsplit=2)[:2], "", "")[:2]
    word, after = first.lower(), second.lower()
    if word == "were" and after in AUXILIARIES:
        return text.replace(first, "where", 1)
    if after in MEASURED_BY_HOW and word not in QUESTION_WORDS and edits(word, "how", 1) == 1:
        return text.replace(first, "how", 1)
    return text


def respelled(text: str, is_known: Callable[[str], bool]) -> str:
    """Return the question with its small words as they are spelled ("wich": "which"); what the
    documents know is left as it is, and so is a name."""
    at = 0
    out: list[str] = []
    tokens = tokenize(text)
    for number, token in enumerate(tokens):
        right = SLIPS.get(token.norm)
        if right == "who" and any(t.norm in MEASURED_BY_HOW for t in tokens[number + 1 :][:1]):
            right = "how"  # "hwo many"
        if right is None or (number and token.text[0].isupper()):
            continue
        # What the documents have may be the stem of the right word ("untill").
        if token.stem != stem(right) and is_known(token.norm):
            continue
        out += (text[at : token.start], right.capitalize() if token.text[0].isupper() else right)
        at = token.end
    return "".join(out) + text[at:]


def with_place(text: str) -> str:
    """Return "where is the mill?" with "located" behind it: sentences say of a thing where it is
    located or stands, seldom that it is there. Other questions are returned as they are."""
    words = text.lower().replace("where's", "where is").rstrip(" ?.!").split()
    if words[:2] not in _WHERE_IS or not 2 < len(words) <= 2 + _MOST_WORDS:
        return text
    if words[-1] in _NO_THINGS or words[-1].endswith(("ed", "ing")) or "to" in words:
        return text
    return text.rstrip(" ?.!") + " located"


# "My neck is stiff *what should I do*", "I'm pregnant *can I* have it"
_TURNS = lazy(
    r"(?i)^(?P<told>(?:i|im|i'm|i am|i've|ive|my|we|we're|our|someone|somebody)\b(?: [\w'-]+)+?) "
    r"(?=(?:and |so )?(?:(?:what|which) \w+ (?:do|does|should|can|must|will|is|are)\b"
    r"|(?:who|whom|what|which|where|when|how|why)(?:'s|s)? "
    r"(?:is|are|was|do|does|can|should|must|will|much|many|long|now|number|time|\w+ do)\b"
    r"|(?:can|could|may|should|must|will|do|does|am|is|are) "
    r"(?:i|we|my|it|there|you|they|he|she)\b))"
)


def asked_last(text: str) -> str:
    """Return the question that ends a text which tells something first ("I lost my key, what will
    it cost me"), or ""."""
    cut = max(text.rfind(mark, 0, len(text) - 1) for mark in ",;.!?")
    part = text[cut + 1 :].strip() if cut > 0 else ""
    if not part and (found := _TURNS.search(text)) is not None:
        part = text[found.end("told") :].strip()
    first = tokenize(part[:40])[:2]
    # "I'm 15, *can I* come in?"
    asks = any(token.norm in QUESTION_WORDS for token in first)
    asks = asks or [token.norm in AUXILIARIES for token in first[:1]] == [True]
    return part if asks and (len(part.split()) > 2 or part.endswith("now")) else ""


_OF_ONESELF = frozenset(
    "i im i'm ive i've id i'd we we're weve we've my our me us somebody someone got lost".split()
)
_LEAD = 3  # words before it ("hello, today my ...")
_STATING = frozenset("was were is are 's has isn't wasn't".split())
_CONDITIONS = PREPOSITIONS | frozenset("if when while since because although once as and".split())


def _states(norms: Sequence[str]) -> bool:
    """Return whether words tell that something is so ("the bus *was* late"), and not when or where
    or on what condition."""
    return norms[0] not in _CONDITIONS | AUXILIARIES and not _STATING.isdisjoint(norms[1:4])


def background(text: str, asked: str) -> tuple[int, int]:
    """Return where a text tells of who asks before or after it asks ("*I'm a student*, how much is
    a ticket?"), as offsets; (0, 0) where it does not. `asked` is the question that ends it, or ""
    (`asked_last`)."""
    if asked:
        cut = text.rindex(asked)
        first = [token.norm for token in tokenize(text[:cut])]
        told = not _OF_ONESELF.isdisjoint(first[:_LEAD]) or _states(first)
        if first[0] not in QUESTION_WORDS and told:
            return 0, cut
        return 0, 0
    for mark in ",;.?":
        cut = text.rfind(mark, 0, len(text) - 1)
        last = [token.norm for token in tokenize(text[cut + 1 :])[:1]] if cut > 0 else []
        if last and last[0] in _OF_ONESELF:
            return cut, len(text)
    return 0, 0
