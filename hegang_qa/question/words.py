"""Closed classes of English words, as questions use them: what carries no content of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hegang_qa.text.words import MONTHS as MONTH_NUMBERS
from hegang_qa.text.words import NUMBER_WORDS, ORDINAL_WORDS

__all__ = [
    "CHANGES",
    "DAY_FORMS",
    "FUNCTION_WORDS",
    "JOURNEYS",
    "LEAST",
    "LIGHT_WORDS",
    "MONTHS",
    "MONTH_FORMS",
    "MOST",
    "NEW",
    "NUMBER_FORMS",
    "OF_THEIR_OWN",
    "OLD",
    "OPENING",
    "PLACING",
    "QUESTION_WORDS",
    "STEPS",
    "UNIT_FORMS",
    "ordinal_figure",
]

QUESTION_WORDS = frozenset(
    "who whom whose what which when where why how whats whos wheres whens hows".split()
)

STEPS = frozenset("step steps rule rules point points item items instruction instructions".split())
"""What the items of a list are called that one asks for by their place."""

LEAST = frozenset("minimum min lowest smallest least shortest".split())
MOST = frozenset("maximum max highest largest greatest most longest biggest".split())
"""What asks for the one or the other end of a range."""

NEW = frozenset("new now current currently".split())
OLD = frozenset("old former formerly previous previously before originally original".split())
CHANGES = NEW | OLD
"""What asks for what something became, or was before."""

JOURNEYS = frozenset("first last earliest latest stop stops call calls".split())
"""What a question for a journey of a timetable has one of."""
OPENING = frozenset("open opens opening close closes closing shut shuts hours".split())
"""What a question for opening hours has one of."""
PLACING = frozenset("won win wins winner winners came come finished finish placed place".split())
"""What a question for a place in a contest has one of, but for "who was third"."""

# Articles, pronouns, prepositions, conjunctions, auxiliaries, particles; contractions without
# their apostrophe are how people type them in a hurry.
FUNCTION_WORDS = frozenset(
    """
    a an the this that these those such same other another others
    i me my mine we us our ours you your yours he him his she her hers it its they them their
    theirs one ones oneself himself herself itself themselves myself yourself ourselves
    someone somebody something anyone anybody anything everyone everybody everything none nobody
    nothing somewhere anywhere
    am is are was were be been being isn't aren't wasn't weren't isnt arent wasnt werent 's 're
    'm 'd 'll 've i'm you're he's she's it's that's there's we're they're thats theres im ive
    youre theyre hes shes weve youve theyve youd theyd youll theyll
    i've i'd i'll we've we'd we'll you've you'd you'll they've they'd they'll he'd he'll she'd
    she'll it'd it'll that'd that'll there'd there'll there've who'd who'll who've what'd what'll
    let's lets
    do does did done doing don't doesn't didn't dont doesnt didnt
    has have had having hasn't haven't hadn't hasnt havent hadnt
    can could may might must shall should will would can't cannot cant couldn't couldnt won't wont
    wouldn't wouldnt shouldn't shouldnt mustn't mustnt mightn't needn't neednt shan't ought
    of in on at by for from to with without into onto upon about as than per via off out up down
    over under after before during since until till between among amongst across through
    throughout despite spite towards toward against along around within beside besides beyond near
    and or but nor so if because although though while whereas whether either neither both
    not no yes n't
    there here then now also too very just only even still yet ever never again
    any some each every all
    who whom whose what which when where why how whats whos wheres whens hows
    please ok okay hey able
    """.split()
)

# Words that frame a question and say little about what is asked: they count, but a sentence need
# not hold them.
LIGHT_WORDS = frozenset(
    """
    name names named call called tell know known say said says give gave list describe explain
    state mention mentioned identify refer referred consider considered considering
    kind kinds type types sort sorts form forms example examples thing things way ways
    many much more most less least long often else
    happen happened happens occur occurred
    take takes took taken get gets got make makes made go goes went come comes came become became
    use used uses using include included includes including according like begin began
    word words term terms phrase mean means meaning
    people person someone place
    year years time date day month
    number amount total
    do something first
    current currently exactly approximately roughly responsible today nowadays presently
    really actually anyway basically properly normally usually
    need needs needed want wants wanted
    """.split()
)

MONTHS = (
    "january february march april may june july august september october november december".split()
)

_TWENTY, _THOUSAND = 20, 1000


def ordinal_figure(number: int) -> str:
    """Return how the place of a thing in a row is written in figures ("1st", "22nd")."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}" + ("th" if 10 < number % 100 < 14 else endings.get(number % 10, "th"))


_DAYS = (
    "monday mon/tuesday tue tues/wednesday wed/thursday thu thur thurs/friday fri/saturday sat/"
    "sunday sun"
)


def _number_forms() -> dict[str, tuple[str, ...]]:
    groups = [
        (word, str(value))
        for word, value in NUMBER_WORDS.items()
        if value <= _THOUSAND and word not in ("dozen", "score")
    ]
    groups += [
        (word, ordinal_figure(value)) for word, value in ORDINAL_WORDS.items() if value <= _TWENTY
    ]
    return _each_with_others(groups)


def _each_with_others(groups: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {
        form: tuple(other for other in group if other != form) for group in groups for form in group
    }


DAY_FORMS = _each_with_others([group.split() for group in _DAYS.split("/")])
"""The other forms of the name of a day ("thursday": "thu", ...)."""

MONTH_FORMS = {
    month: tuple(form for form, at in MONTH_NUMBERS.items() if at == number and form != month)
    for number, month in enumerate(MONTHS, 1)
}
"""How the name of a month is written in short (a short form may be the name of a person)."""

# "three" -> ("3",), "3" -> ("three",), "third" -> ("3rd",)
NUMBER_FORMS = _number_forms()

_UNITS = """
kilometre kilometer kilometres kilometers km kms
metre meter metres meters m
centimetre centimeter centimetres centimeters cm
millimetre millimeter millimetres millimeters mm
mile miles mi
foot feet ft
inch inches
kilogram kilograms kilogramme kilogrammes kg
gram grams gramme grammes g
tonne tonnes ton tons t
pound pounds lb lbs
litre liter litres liters l
second seconds sec s
minute minutes min mins
hour hours hr hrs h
percent percentage
dollar dollars usd
euro euros eur
watt watts w
kilowatt kilowatts kw
megawatt megawatts mw
hectare hectares ha
"""


def _unit_forms() -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for line in _UNITS.strip().splitlines():
        group = line.split()
        for form in group:
            forms[form] = tuple(other for other in group if other != form)
    return forms


# "miles" -> ("mile", "mi"), ...
UNIT_FORMS = _unit_forms()

OF_THEIR_OWN = {"born": ("birth", "birthplace", "birthday")}
"""Words that mean something else than the verb whose form they are, and what stands for them:
whoever is born carries and bears nothing."""
