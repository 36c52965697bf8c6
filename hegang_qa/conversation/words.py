"""The small words of English that a conversation turns on: closed classes, written out once."""

from __future__ import annotations

from typing import Protocol

from hegang_qa.text.words import QUESTION_WORDS

__all__ = [
    "ADDITIVE",
    "ADVERBS",
    "ATTRIBUTES",
    "AUXILIARIES",
    "CONJUNCTIONS",
    "DEMONSTRATIVES",
    "DETERMINERS",
    "FOLLOW_UP_WORDS",
    "LEADS",
    "NOW",
    "PERSONAL",
    "POSSESSIVE",
    "PREPOSITIONS",
    "PRONOUNS",
    "THINGS",
    "TIMES",
    "TIME_NOUNS",
    "TITLES",
    "UNITS",
    "WordBook",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


AUXILIARIES = _words(
    """is are was were be been being am do does did has have had can could will would shall should
    may might must isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't can't
    cannot couldn't won't wouldn't shouldn't mustn't didnt dont doesnt isnt wasnt arent"""
)

DEMONSTRATIVES = _words("this that these those")

DETERMINERS = (
    _words("a an the some any each every no all both another either neither") | DEMONSTRATIVES
)

POSSESSIVE = {"his": "he", "her": "she", "its": "it", "their": "they"}
"""Possessive pronouns of the third person and the pronoun each belongs to."""

PERSONAL = {
    "he": "he", "him": "he", "she": "she", "her": "she", "hers": "she", "it": "it",
    "they": "they", "them": "they", "theirs": "they",
}  # fmt: skip
"""Personal pronouns of the third person and the pronoun each belongs to. Reflexive ones are not
among them: what they mean stands in the question itself."""

PRONOUNS = frozenset(PERSONAL) | _words(
    """himself herself itself themselves i you we me us myself yourself ourselves mine yours ours
    something anything nothing
    everything someone anyone everyone somebody anybody nobody everybody none"""
)

PREPOSITIONS = _words(
    """in on at by to for from with about into over after before between during of under above
    near since until till through across against along among around behind below beside beyond
    despite down inside outside like off onto out per than toward towards up upon via within
    without as besides except"""
)

CONJUNCTIONS = _words("and or but nor so because if while although though whether unless once")

NOW = _words("now today tonight tomorrow yesterday nowadays currently")

ADVERBS = _words(
    """not n't also ever never still now then there here too very just only even again already
    always often usually first later earlier ago away back early soon today exactly really
    actually afterwards afterward maybe perhaps anyway instead yet please else"""
)

LEADS = _words("and but so ok okay well then also now or alright right thanks hmm oh ah yes no")
"""Words that may open a follow-up without belonging to the question."""

ADDITIVE = _words("else other others another")
"""Words that ask for more of the same, other than what was said."""

ATTRIBUTES = _words(
    """number phone telephone email e-mail mail address website price cost fee charge name date size
    height length width depth weight age population area colour color speed temperature value
    amount rate limit capacity distance status title"""
)
"""Nouns for what a thing has, not for a thing."""

TIME_NOUNS = _words(
    """year month day date decade century time period season era week weekday morning evening
    night moment summer winter spring autumn years"""
)

THINGS = _words(
    """server client driver printer scanner router controller browser reader player adapter charger
    loader folder container filter heater cooler mixer cleaner toaster monitor plotter timer"""
)
"""Words that name a person or a device: in a handbook they mean the device."""

TIMES = _words(
    """weekend weekends weekdays holiday holidays noon midnight midday today tomorrow yesterday
    tonight christmas easter mondays tuesdays wednesdays thursdays fridays saturdays sundays
    mornings evenings afternoons afternoon nights"""
)
"""Words that tell a time by themselves."""

TITLES = _words("mr mrs ms dr prof sir st mt lt col gen capt rev")
"""Titles and their like that are written short, with a point."""

UNITS = _words(
    """mile miles km kilometre kilometres kilometer kilometers metre metres meter meters m feet
    foot ft yard yards inch inches cm centimetres centimeters mm hour hours minute minutes second
    seconds day days week weeks month months year years kg kilogram kilograms kilo kilos pound
    pounds lb lbs gram grams ton tons tonne tonnes ounce ounces litre litres liter liters gallon
    gallons celsius fahrenheit kelvin degrees acre acres hectare hectares dollar dollars euro
    euros yen usd eur gbp percent percentage mph kmh knots watt watts kilowatt megawatt"""
)

FOLLOW_UP_WORDS = (
    QUESTION_WORDS
    | frozenset(PERSONAL)
    | frozenset(POSSESSIVE)
    | DEMONSTRATIVES
    | _words("and there then about more else other former latter what's why's year date many much")
)
"""Words of a follow-up that are mended when misspelt: the collection need not hold them."""


class WordBook(Protocol):
    """What the conversation asks of a lexicon (`hegang_qa.text.lexicon.Lexicon` has it)."""

    def parts_of_speech(self, word: str) -> dict[str, float]:
        """Return the shares of "noun", "verb", "adjective" and "adverb"; empty if unknown."""
        ...

    def classes(self, word: str) -> tuple[str, ...]:
        """Return the answer types a noun may stand for, most common sense first."""
        ...

    def lemmas(self, word: str) -> tuple[str, ...]:
        """Return the base forms of an inflected word."""
        ...
