"""The closed classes of English words, and words for numbers.

Lists follow Quirk et al., "A Comprehensive Grammar of the English Language" (1985): determiners
§5.10-25, pronouns §6, auxiliaries §3.21-52, prepositions §9.7-10, conjunctions §13-14. All forms
are folded; clitics stand as the tokenizer leaves them ("don't", and "'s" alone).
"""

from __future__ import annotations

__all__ = [
    "AUXILIARIES",
    "BE",
    "BIDDING",
    "COMPASS",
    "CONJUNCTIONS",
    "CONTRASTS",
    "COPULAS",
    "DETERMINERS",
    "DYING",
    "FUNCTION_WORDS",
    "HE_OR_SHE",
    "LESSER",
    "LIGHT_WORDS",
    "MODALS",
    "MONTHS",
    "NAMED_TIMES",
    "NEGATIONS",
    "NOWADAYS",
    "NUMBER_WORDS",
    "ORDINAL_ENDINGS",
    "ORDINAL_WORDS",
    "PARTS_OF_DAY",
    "PREPOSITIONS",
    "PRONOUNS",
    "QUESTION_WORDS",
    "SEASONS",
    "SIDES",
    "STOPWORDS",
    "WAYS",
    "WEEKDAYS",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _numbered(text: str, start: int) -> dict[str, int]:
    return {word: number for number, word in enumerate(text.split(), start)}


DETERMINERS = _words(
    "a an the this that these those some any no every each either neither another all both half "
    "such much many more most several few fewer fewest little less least enough other own"
)
PRONOUNS = _words(
    "i me my mine myself you your yours yourself yourselves he him his himself she her hers "
    "herself it its itself we us our ours ourselves they them their theirs themselves one oneself "
    "someone somebody something anyone anybody anything everyone everybody everything nobody "
    "nothing none there"
)
BE = _words("am is are was were be been being")
COPULAS = _words("is are was were")
HE_OR_SHE = _words("he him his she her hers")
MODALS = _words("can could may might must shall should will would")
AUXILIARIES = _words(
    "be am is are was were been being have has had having do does did done doing will would shall "
    "should can could may might must ought cannot 'm 're 've 'll 'd isn't aren't wasn't weren't "
    "haven't hasn't hadn't don't doesn't didn't won't wouldn't shan't shouldn't can't couldn't "
    "mightn't mustn't needn't ain't"
)
WAYS = _words("into from through under over across along towards onto between")
"""Prepositions by which a way leads; others ("for", "with") lead to too many things."""
PREPOSITIONS = _words(
    "about above across after against along amid amidst among amongst around as at before behind "
    "below beneath beside besides between beyond by despite down during except for from in inside "
    "into like near of off on onto out outside over past per since through throughout till to "
    "toward towards under underneath unlike until up upon via with within without"
)
CONJUNCTIONS = _words(
    "and or but nor so yet if then because although though while whereas unless whether than once "
    "lest whenever wherever"
)
BIDDING = _words("describe explain find give list name show tell")
"""Verbs that open a question put as a request."""
DYING = _words("dead die died drowned killed perished")
"""Words of those who lost their lives."""
QUESTION_WORDS = _words("who whom whose what which when where why how")
NEGATIONS = _words(
    "not no never none nor neither nobody nothing nowhere without cannot isn't aren't wasn't "
    "weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't shan't shouldn't can't "
    "couldn't mightn't mustn't needn't ain't"
)
_ADVERBS = _words(
    "also too very just only even ever still again already however therefore thus hence here "
    "please quite rather not never 's"
)
FUNCTION_WORDS = (
    DETERMINERS
    | PRONOUNS
    | AUXILIARIES
    | PREPOSITIONS
    | CONJUNCTIONS
    | QUESTION_WORDS
    | NEGATIONS
    | _ADVERBS
)
"""Every closed-class word."""

STOPWORDS = FUNCTION_WORDS
"""Words that carry no weight of their own in a question or a sentence."""

LIGHT_WORDS = _words(
    "tell know say said mean get got give given make made take took called call named name use "
    "used happen happened kind type sort thing way"
)
"""Content words that say little in a question: not left out, but not missed either."""

CONTRASTS = (("unlike",), ("in", "contrast", "to"), ("as", "opposed", "to"), ("contrary", "to"))
"""What stands before a thing that another is set against."""

SEASONS = {
    "winter": (12, 1, 2),
    "spring": (3, 4, 5),
    "summer": (6, 7, 8),
    "autumn": (9, 10, 11),
    "fall": (9, 10, 11),
}
"""The months of each season, in the north."""

PARTS_OF_DAY = _words("morning afternoon evening night")

NAMED_TIMES = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
"""Words for a time of day."""

NOWADAYS = _words("now today tonight currently nowadays")
"""What tells that something is so at the time of writing."""

LESSER = _words("vice deputy assistant acting honorary associate junior former")
"""Words before an office that make another one of it."""

COMPASS = _words("north south east west northeast northwest southeast southwest")
"""Points of the compass, as the tokenizer leaves them where they are one word."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Month names and their abbreviations to 1..12."""

WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday", 1)
"""Day names to 1..7, Monday first (ISO 8601)."""

_UNITS = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    0,
)
_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2)
_LARGE = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
NUMBER_WORDS: dict[str, int] = (
    _UNITS
    | {word: 10 * value for word, value in _TENS.items()}
    | _LARGE
    | {"dozen": 12, "score": 20}
)
"""Cardinal words to their values; multipliers (hundred, thousand, ...) among them, short scale."""

ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))

ORDINAL_WORDS: dict[str, int] = (
    _numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
        1,
    )
    | {word[:-1] + "ieth": 10 * value for word, value in _TENS.items()}
    | {word + "th": value for word, value in _LARGE.items()}
)
"""Ordinal words to their values."""

SIDES = {
    word: side
    for side, words in (
        ("long", "long length"),
        ("wide", "wide broad across width breadth"),
        ("deep", "deep depth"),
        ("high", "high tall height"),
        ("thick", "thick thickness"),
    )
    for word in words.split()
}
"""Words for a side of a thing, each with the side."""
