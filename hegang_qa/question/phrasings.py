"""What English says in two words for one, or otherwise of the same: "turned off" is "switched off",
and what is sent *to* somebody *goes to* them.

A particle decides what its verb means, so that the two words are looked for side by side (views of
sentences hold neighbours joined): "turned on" does not account for "turned off".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from hegang_qa.question.model import Expansion
from hegang_qa.question.words import FUNCTION_WORDS, LIGHT_WORDS
from hegang_qa.text.kinship import CHILDREN, FATHERS, MOTHERS, PARENTS, SIBLINGS
from hegang_qa.text.tokens import Token, stem_once
from hegang_qa.text.words import DYING, PREPOSITIONS

__all__ = [
    "asks_for_form",
    "asks_for_free",
    "asks_for_how",
    "asks_for_place",
    "particle_of",
    "phrasings",
    "turned_round",
    "undone",
]

_WORTH = 0.8
_JOINED = 0.95
_LOOSER = 0.6

# Verbs, each with its forms, that mean the same before a particle.
_SWITCH = "turn turns turned turning switch switches switched switching power powers powered"
_SHUT = "shut shuts shutting close closes closed closing"
_ALIKE = (
    (("off",), f"{_SWITCH} {_SHUT}".split()),
    (("on",), _SWITCH.split()),
    (("down",), f"{_SHUT} power powers powered".split()),
    (
        ("in",),
        "hand hands handed handing give gives gave given turn turns turned send sent".split(),
    ),
    (("out",), "carry carries carried carrying".split()),
)
# With these before them, verbs make nouns that are written in one.
_PARTICLES = frozenset("in out up off on down over back away through".split())
_CONTRARY = {"on": "off", "off": "on"}
# What "runs on" or "works with" something supports it.
_RUNNING = frozenset("run runs running work works working".split())
_ON = frozenset(("on", "with", "under"))
# The verbs of most nouns that are made so.
_PARTED = frozenset(
    (
        "back break build burn call carry cash check clean cut draw drop fall fly follow give hand "
        "hold kick lay lead let lift line lock log look make mark melt opt pay phase pick play "
        "print pull push roll round run sell send set share shut sign sit slow speed split spin "
        "stand start stop take tear throw tick time top trade try tune turn wake walk warm wash "
        "wind wipe work write"
    ).split()
)
_VERBS = frozenset(f"{_SWITCH} {_SHUT}".split())
# What "un" stands before is that long; what else undoes does so before few words.
_UNDONE = 5
_UNDONE_BY = {
    prefix: frozenset(stem_once(verb) for verb in verbs.split())
    for prefix, verbs in {
        "dis": "connect mount assemble continue allow engage approve",
        "de": "activate register select allocate compress",
    }.items()
}
_FARTHEST = 4  # "turn the old heater *off*"

# Greatest and least, which texts put in other words.
_GREATEST = {
    "max": ("maximum", "themost", "upto", "atmost"),
    "maximum": ("max", "themost", "upto", "atmost"),
    "min": ("minimum", "theleast", "atleast"),
    "minimum": ("min", "theleast", "atleast"),
}

# The hottest day is that of the record high.
_HOT = (
    "recordhigh alltimehigh highesttemperature maximumtemperature highest warmest hottest".split()
)
_COLD = "recordlow alltimelow lowesttemperature minimumtemperature lowest coldest".split()
_RECORDS = {"hottest": _HOT, "warmest": _HOT, "coldest": _COLD, "coolest": _COLD}

# A life tells of whom somebody is the son or daughter, and which of how many children.
_WHICH_KIN = ((FATHERS | MOTHERS | PARENTS, "son daughter child children born".split()),)
_HOW_MANY_KIN = ((SIBLINGS, ["children"]), (CHILDREN, "son daughter children".split()))

# What one has to show is the proof needed.
_SHOWING = frozenset("show bring submit provide hand".split())
_OBLIGED = frozenset("have need must should".split())
_PROOFS = ("proof", "document", "documents", "needed", "required", "bring")

# What is refunded was returned, and the money is given back.
_REFUNDS = frozenset("refund refunds refunded refundable reimbursed".split())
_GIVEN_BACK = ("refund", "refundable", "returned", "reimbursed", "moneyback", "exchanged")

_WINNING = frozenset("won win wins".split())
_VICTORY = ("victory", "winner", "victor", "winners")
# What is eaten is food, or a diet.
_EATING = frozenset("eat eats ate feed feeds".split())
_FOOD = ("food", "diet", "prey", "feed")
# What somebody bought was sold to him.
_BUYING = frozenset("bought buy buys purchased acquired".split())
_NEXT_DOOR = frozenset("neighbour neighbours neighbor neighbors neighbouring adjoining".split())

# What costs nothing is free.
_COSTING = frozenset("cost costs charge charges charged pay pays paying".split())
_DENIED = frozenset("not don't doesn't dont doesnt without never".split())

_AT_BIRTH = frozenset(("maiden", "birth"))
_NAMES = frozenset(("name", "surname", "names"))

# Who is "in charge", or the boss, is told by an office.
_IN_CHARGE = (
    "manager manages head director chief leader leads runs warden supervisor chair responsible "
    "lookafter looksafter lookedafter"
).split()
_TELEPHONE = ("phone", "telephone", "tel")

_REMAINING = ("remaining", "remains", "available", "balance")
_SUCCEEDING = frozenset("succeeded succeeds succeed followed replaced came".split())

# Where animals and plants live they are found.
_LIVING = frozenset("live lives lived living grow grows grew occur occurs".split())
_FOUND = ("found", "inhabit", "nativ")

# What is sent to somebody goes to them.
_SENDING = frozenset(
    "send sends sent submit submits submitted address addressed post posted forward give hand "
    "mail direct return write report".split()
)
_GOING = (
    "goto goesto sendto sentto submitto submittedto addressto addressedto handto handedto "
    "givento forwardto mailto"
).split()

# When something closes stands in its opening hours.
_TAKING = frozenset(("take", "takes"))
_CLOSING = frozenset("close closes shut shuts".split())
_HOURS = ("open", "hours")
_IN_PART = 0.45

_WAYS = frozenset("step steps way ways instruction instructions procedure process guide".split())
_WRITTEN = frozenset("written write spelled spelt spell said say pronounced rendered".split())


def phrasings(tokens: tuple[Token, ...], number: int, asks: str) -> list[Expansion]:
    """Return what may stand for a word of a question, given the words around it: terms of the
    index, or two of them joined."""
    norm = tokens[number].norm
    after = tokens[number + 1].norm if number + 1 < len(tokens) else ""
    forms = [
        Expansion(stem_once(verb + particle), "synonym", _WORTH)
        for particles, verbs in _ALIKE
        if norm in verbs and (particle := particle_of(tokens, number, particles))
        for verb in verbs
    ]
    forms += [Expansion(stem_once(word), "synonym", _WORTH) for word in _GREATEST.get(norm, ())]
    forms += [Expansion(stem_once(word), "synonym", _WORTH) for word in _RECORDS.get(norm, ())]
    counts = asks == "how many"
    for relatives, told in _HOW_MANY_KIN if counts else _WHICH_KIN:
        if norm in relatives and (counts or asks in ("who", "what")):
            forms += [Expansion(stem_once(word), "related", _IN_PART) for word in told]
    if norm in _REFUNDS or (norm == "money" and after == "back"):
        forms += [Expansion(stem_once(word), "related", _LOOSER) for word in _GIVEN_BACK]
    if norm in _WINNING and asks in ("who", "which"):
        forms += [Expansion(stem_once(word), "synonym", _WORTH) for word in _VICTORY]
    if norm in _EATING and asks == "what" and _is_habit(tokens):
        forms += [Expansion(stem_once(word), "related", _IN_PART) for word in _FOOD]
    if norm in _RUNNING and after in _ON:
        forms.append(Expansion(stem_once("supported"), "synonym", _WORTH))
    if norm in _BUYING and asks in ("who", "whom"):
        forms.append(Expansion(stem_once("soldto"), "synonym", _WORTH))
    if norm in _NEXT_DOOR or (norm == "door" and number and tokens[number - 1].norm == "next"):
        forms += [Expansion(stem_once(word), "synonym", _LOOSER) for word in ("borders", "adjoins")]
    if norm in _SHOWING and any(token.norm in _OBLIGED for token in tokens[:number]):
        forms += [Expansion(stem_once(word), "related", _IN_PART) for word in _PROOFS]
    if norm in _LIVING and asks == "where" and number and tokens[number - 1].text.islower():
        forms += [Expansion(stem_once(word), "synonym", _LOOSER) for word in _FOUND]
    if norm in _TAKING and asks == "how long":
        forms.append(Expansion(stem_once("ready"), "related", _LOOSER))  # "ready in 90 minutes"
    if norm in _CLOSING and asks.endswith(("when", "time")) and _is_habit(tokens):
        # The hours of opening tell it; whether they do, the answer shows.
        forms += [Expansion(stem_once(word), "related", _IN_PART) for word in _HOURS]
    if after in _PARTICLES and len(norm) > 2:
        forms.append(Expansion(stem_once(norm + after), "compound", _JOINED))  # "check out"
    if verb := _parted(norm):
        forms.append(Expansion(stem_once(norm), "compound", _JOINED))
        forms.append(Expansion(stem_once(verb), "compound", _IN_PART))  # by which it is found
    if whole := _hyphened(tokens, number):
        forms.append(Expansion(stem_once(whole), "compound", _JOINED))
    if norm in _AT_BIRTH and after in _NAMES:
        forms.append(Expansion(stem_once("née"), "synonym", _JOINED))
    if norm in ("phone", "telephone"):
        forms.append(Expansion("tel", "synonym", _JOINED))
    if norm == "landline":
        forms += [Expansion(stem_once(word), "synonym", _WORTH) for word in _TELEPHONE]
    in_charge = norm == "charge" and number and tokens[number - 1].norm == "in"
    if asks in ("who", "whom") and (in_charge or norm == "boss"):
        forms += [Expansion(stem_once(word), "synonym", _WORTH) for word in _IN_CHARGE]
    if norm in DYING and asks == "how many":
        forms += [Expansion(stem_once(word), "synonym", _WORTH) for word in ("lives", "claimed")]
    if norm == "left" and asks.startswith("how"):
        forms += [Expansion(stem_once(word), "synonym", _WORTH) for word in _REMAINING]
    if after == "again" and len(norm) > 2:
        forms.append(Expansion(stem_once("re" + norm), "synonym", _JOINED))  # "reopen"
    if norm in _COSTING and asks_for_free(tokens):
        forms.append(Expansion(stem_once("free"), "synonym", _JOINED))
    if norm in _SUCCEEDING and asks == "who":
        # One abdicates or resigns in favour of another.
        forms += [Expansion(stem_once(word), "synonym", _LOOSER) for word in ("favour", "favor")]
    if norm in _SENDING and _asks_to_whom(tokens, asks):
        forms += [Expansion(stem_once(pair), "synonym", _LOOSER) for pair in _GOING]
    return forms


def asks_for_free(tokens: tuple[Token, ...]) -> bool:
    """Return whether a question tells of what is free in other words ("*costs nothing*", "*don't*
    have to *pay anything*")."""
    norms = [token.norm for token in tokens]
    at = next((n for n, norm in enumerate(norms) if norm in _COSTING), len(norms))
    word = "nothing" if _DENIED.isdisjoint(norms[:at]) else "anything"
    if word not in norms[at : at + 3]:
        return False
    behind = norms[norms.index(word, at) + 1 :][:1]
    return not behind or behind[0] not in _PARTICLES  # "don't pay anything *in*"


def _parted(norm: str) -> str:
    """Return the verb of a noun that is made of one and a particle ("*check*out"), else ""."""
    norm = norm.removesuffix("s")
    for particle in _PARTICLES:
        verb = norm.removesuffix(particle)
        if verb != norm and verb in _PARTED:
            return verb
    return ""


def turned_round(asked: tuple[Token, ...], said: tuple[Token, ...]) -> str:
    """Return the verb and particle of a sentence that say the contrary of those of a question
    ("switched off" for "turned on"), "" where none do or the sentence has both ("turned on in March
    and off in October")."""
    found = ""
    for number, token in enumerate(asked):
        for particle, contrary in _CONTRARY.items():
            if token.norm not in _VERBS or not particle_of(asked, number, (particle,)):
                continue
            for verb, after in pairwise(said):
                if verb.norm == particle and after.kind != "number":  # no date: "on 3 March"
                    return ""
                if verb.norm in _VERBS and after.norm == contrary:
                    found = f"{verb.text} {after.text}"
    return found


def undone(asked: tuple[Token, ...], said: tuple[Token, ...]) -> str:
    """Return the word of a sentence that undoes one of a question, or is undone by it ("install"
    for "uninstall"), "" where there is none or the sentence has the word of the question, too."""
    stems = {token.stem for token in said}
    for token in asked:
        if token.stem in stems or stems.isdisjoint(contraries := _contraries(token.norm)):
            continue
        return next(other.text for other in said if other.stem in contraries)
    return ""


@lru_cache(maxsize=1024)
def _contraries(norm: str) -> frozenset[str]:
    return frozenset(_undoing(norm))


def _undoing(norm: str) -> Iterator[str]:
    """Yield the stems of words that undo a word, or are undone by it."""
    rest = norm.removeprefix("un")
    if len(rest) >= _UNDONE:
        yield stem_once(rest if rest != norm else f"un{norm}")
    for prefix, verbs in _UNDONE_BY.items():
        if stem_once(norm) in verbs:
            yield stem_once(prefix + norm)
        elif norm.startswith(prefix) and stem_once(norm.removeprefix(prefix)) in verbs:
            yield stem_once(norm.removeprefix(prefix))


def asks_for_how(tokens: tuple[Token, ...], number: int) -> bool:
    """Return whether a word asks how something is done ("*steps* to reset it", "the best *way* to
    ..."): a text that tells it need not call it so."""
    after = tokens[number + 1].norm if number + 1 < len(tokens) else ""
    return (
        tokens[number].norm in _WAYS
        and after in ("to", "for")
        and all(t.norm in FUNCTION_WORDS or t.norm in LIGHT_WORDS for t in tokens[:number])
    )


def asks_for_form(tokens: tuple[Token, ...], number: int) -> bool:
    """Return whether a word asks for the form that something has in a language or script ("how is
    it *written* in capitals"): where that is told, it hardly ever says so."""
    after = tokens[number + 1].norm if number + 1 < len(tokens) else ""
    asks = any(token.norm == "how" for token in tokens[:number])
    return asks and after == "in" and tokens[number].norm in _WRITTEN


def asks_for_place(tokens: tuple[Token, ...], number: int, asks: str) -> bool:
    """Return whether a verb that only says that a thing is somewhere is asked with its place:
    "where is it *kept*", "what *lies* across the river" (what faces or borders it does so too)."""
    after = tokens[number + 1].norm if number + 1 < len(tokens) else ""
    return asks == "where" or (asks in ("what", "which") and after in PREPOSITIONS)


def particle_of(tokens: tuple[Token, ...], number: int, particles: Collection[str]) -> str:
    """Return the one of some particles that belongs to a verb: right behind it, or the last word,
    not far off ("turn the heater *off*")."""
    words = [token.norm for token in tokens if token.kind != "mark"]
    at = len([token for token in tokens[:number] if token.kind != "mark"])
    if words[at + 1 : at + 2] and words[at + 1] in particles:
        return words[at + 1]
    near = at + 1 < len(words) <= at + 2 + _FARTHEST
    return words[-1] if near and words[-1] in particles else ""


def _hyphened(tokens: tuple[Token, ...], number: int) -> str:
    """Return a word with the one that a hyphen joins to it, written together ("wifi")."""
    for first in (number, number - 2):
        if first < 0 or first + 2 >= len(tokens):
            continue
        one, mark, other = tokens[first : first + 3]
        joined = one.end == mark.start and mark.end == other.start
        if mark.norm == "-" and joined and one.kind == other.kind == "word":
            return one.norm + other.norm
    return ""


def _is_habit(tokens: tuple[Token, ...]) -> bool:
    return any(token.norm in ("do", "does") for token in tokens)


def _asks_to_whom(tokens: tuple[Token, ...], asks: str) -> bool:
    words = [token.norm for token in tokens if token.kind != "mark"]
    return asks in ("who", "whom", "where") and ("to" in (words[0], words[-1]) or asks == "where")
