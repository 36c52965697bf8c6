"""The kinds of answer a question can ask for: a tree of ids that rules, lexicon and finders share.

The tree is read from one small table, so that importing it costs next to nothing. It covers the
fifty fine classes of the TREC question taxonomy (Li and Roth, "Learning Question Classifiers",
2002) and what questions to a handbook ask for besides.
"""

from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "ANSWER_TYPES",
    "AnswerType",
    "agreement",
    "agrees",
    "ancestors",
    "children",
    "is_a",
    "is_numeric",
]

# Types that answer as well as the one wanted and what lies below it.
_AS_WELL = {
    "count": ("number",),
    "size": ("area", "volume", "distance", "weight", "money"),
    "age": ("duration",),
    "time": ("hours",),
    "hours": ("time",),
    "date": ("hours",),
    "place": ("path", "url", "address"),
}

_NUMERIC = ("date", "time", "hours", "number", "quantity", "money", "percentage", "ordinal")


class AnswerType(NamedTuple):
    """A kind of answer: its id, the id above it ("" at the top), and what it covers."""

    id: str
    parent: str
    summary: str


# Two more spaces of indentation: one level deeper in the tree.
_TABLE = """
phrase: the part of a sentence that fills the gap of the question, of whatever kind
  date: a point in time, as exactly as the text gives it
    year: a year, also with its era
    month: a month
    weekday: a day of the week
    decade: ten years ("the early 1970s")
    century: a hundred years
    season: a part of the year
    time: a time of day
  hours: opening hours or office hours, with their days
  number: a number, with or without a unit
    count: how many of something there are
    quantity: a measure with its unit
      duration: a length of time
        age: how old somebody or something is
      distance: a length, width, height, depth, or the way between two places
      area: a surface
      volume: a capacity
      size: how big something is, in whatever unit
      weight: a weight or mass
      speed: a velocity
      temperature: a temperature
      frequency: how often something happens
      power: a power, an energy, a voltage or a pressure
    money: an amount of money
    percentage: a share of a hundred, a rate
    ordinal: a rank or place in an order
    ratio: odds, a score, a proportion
  code: a number or sign that identifies: postal code, error code, serial number
    phone: a telephone number
    coordinates: latitude and longitude
  address: a postal address
  email: an e-mail address
  url: the address of a web page
  version: the version of a product
  path: a file, folder, setting or command
  entity: a thing, named or described by its class
    person: a human being, real or invented, or several
    organisation: a body of people: company, team, school, army, party, tribe
    place: anywhere one can be
      country: a country
      state: a part of a country: state, province, region
      city: a town or city
      mountain: a mountain or a range
      river: a river or stream
      lake: a lake, sea or ocean
      island: an island
      continent: a continent
      street: a street, road or square
      building: a building or site: airport, station, stadium, castle
      planet: a heavenly body
    nationality: a people, a nation, an ethnic group
    animal: an animal
    plant: a plant
    body-part: a part or organ of a body
    food: something to eat or drink
    disease: an illness, or a medicine against one
    substance: a material, element or chemical
    colour: a colour
    language: a language
    religion: a belief
    sport: a game or sport
    work: something made by a mind: book, film, song, painting, play, law
    product: something made and sold; a brand
    vehicle: something that carries people or goods
    instrument: a musical instrument
    weapon: a weapon
    device: a tool, machine or part of one
    currency: a kind of money
    event: something that happened or happens: war, battle, festival, holiday
    award: a prize
    method: a technique, theory, science or field of work
    letter: a letter or character of an alphabet
    symbol: a sign, flag or emblem
    word: a word as such
    saying: words that were said: quotation, slogan, motto, lyrics
    material: what something is made of
    group: a class to which something belongs
  name: what somebody or something is called
    alias: another name, nickname, former name
    full-name: the long or real name
    foreign-name: the name in another language or script
    term: the word for something described
  title: what somebody is by office, profession or rank
  abbreviation: the short form of a name
  expansion: the long form of an abbreviation
  description: what is said about something
    overview: what the documents are about, in the sentence that they begin with
    definition: what something is, or what a word means
    reason: why something is so
    manner: how something is done or happens
    effect: what follows from something
    origin: where something comes from
    purpose: what something is for
    difference: what tells two things apart
    action: what somebody did or does
    person-description: who somebody is, what he or she is known for
  list: several answers together
yes-no: a yes or a no, with the sentence that says so
chat: a reply of the program's own
"""


def _read(table: str) -> dict[str, AnswerType]:
    types: dict[str, AnswerType] = {}
    above: list[str] = []
    for line in table.strip().splitlines():
        body = line.lstrip(" ")
        depth = (len(line) - len(body)) // 2
        name, _, summary = body.partition(": ")
        del above[depth:]
        types[name] = AnswerType(name, above[-1] if above else "", summary)
        above.append(name)
    return types


ANSWER_TYPES: dict[str, AnswerType] = _read(_TABLE)
"""Every answer type by id, in the order of the tree."""


def ancestors(name: str) -> tuple[str, ...]:
    """Return the ids above `name`, nearest first; empty at the top and for unknown ids."""
    found: list[str] = []
    known = ANSWER_TYPES.get(name)
    while known is not None and known.parent:
        found.append(known.parent)
        known = ANSWER_TYPES[known.parent]
    return tuple(found)


@lru_cache(maxsize=4096)
def is_a(name: str, ancestor: str) -> bool:
    """Return whether `name` is `ancestor` or lies below it in the tree."""
    while name != ancestor:
        known = ANSWER_TYPES.get(name)
        if known is None or not known.parent:
            return False
        name = known.parent
    return True


@lru_cache(maxsize=512)
def is_numeric(name: str) -> bool:
    """Return whether answers of this type are told in figures."""
    return any(is_a(name, kind) for kind in _NUMERIC)


def children(name: str) -> tuple[str, ...]:
    """Return the ids right below `name`, in the order of the tree."""
    return tuple(kind.id for kind in ANSWER_TYPES.values() if kind.parent == name)


@lru_cache(maxsize=4096)
def agrees(kind: str, wanted: str) -> bool:
    """Return whether a span of type `kind` is of the type that is wanted."""
    return is_a(kind, wanted) or kind in _AS_WELL.get(wanted, ())


def agreement(wanted: str, given: str, *, wider: float = 1.0) -> float:
    """Return how the type of a span agrees with the one asked for, -1..1.

    1 where it is of that type, of one below it or of one that answers as well, `wider` where it is
    of a wider one ("date" for "year"). A number or date was asked for and none is given, or the
    other way about: -1.
    """
    if wanted == "phrase" or not wanted:
        return 0.0
    if given != "phrase" and agrees(given, wanted):
        return 1.0
    if given != "phrase" and is_a(wanted, given):
        return wider
    wants, gives = is_numeric(wanted), is_numeric(given)
    return -1.0 if wants != gives and (wants or is_a(wanted, "entity")) else 0.0
