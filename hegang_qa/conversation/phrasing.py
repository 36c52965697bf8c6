"""Set ways of asking on: "what is that in miles?", "and the year after?", "not this but that"."""

from __future__ import annotations

import re

from hegang_qa.conversation.ellipsis import Fragment
from hegang_qa.conversation.grammar import Reading
from hegang_qa.conversation.kinds import looks_plural
from hegang_qa.conversation.words import ATTRIBUTES, UNITS

__all__ = [
    "WHEN_SO",
    "WHY_SO",
    "asked_alone",
    "attribute_asked",
    "condition_added",
    "opposed",
    "told_of_oneself",
    "unit_asked",
    "with_it",
    "with_its_topic",
    "without_oneself",
    "without_sigh",
    "year_moved",
    "year_told",
]

_YEAR = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})\b")
# "And if it rains?": no question of its own may follow ("and if it rains, what do we do?").
_CONDITION = re.compile(
    r"(?:(?:and|but|or)\s+)?(?:even\s+)?((?:if|unless)\s[^,;?]*)[?!.\s]*", re.IGNORECASE
)
_SIGH = re.compile(
    r"\s*(?:pity|a pity|shame|oh|wow|great|good|fine|nice|cool|lovely|interesting|i see|ok|okay|"
    r"right|thanks|thank you|cheers|perfect|brilliant|too bad|never mind)\s*[.!]+\s+(?=\w)",
    re.IGNORECASE,
)
# What is spoken of comes first ("the boat, is it insured"), then a whole question.
_TOPIC = re.compile(
    r"(?:(?:and|but|so)\s+)?(?:(?:now|what about|as for)\s+)?"
    r"(?P<topic>(?:the|a|an|my|our|this|these|those)\s+[\w'’-]+(?:\s+[\w'’-]+){0,2})"
    r"\s*(?:,|\s-|\s–)\s+(?P<rest>(?:is|are|was|were|does|do|did|can|could|may|must|should|will|"
    r"has|have|where|when|who|how|what|why|which)\b.+)",
    re.IGNORECASE,
)
_FOR_TOPIC = re.compile(
    r"\b(?:it|they|them|those)\b(?!\s+(?:is|was)\b)"
    r"|(?:(?<=\bis )|(?<=\bwas )|(?<=\bdoes )|(?<=\bdid )|(?<=\bcan )|(?<=\bhas ))that\b(?! one)"
    r"|\bthat(?=[?!. ]*$)|(?<!is )(?<!are )\bthere(?=[?!. ]*$)",
    re.IGNORECASE,
)
_THAT_ONE = re.compile(r"\b(?:that|this) one\b(?=\s+\w|[?!.\s]*$)", re.IGNORECASE)
# Nouns for what "how" asks of a thing.
_QUALITY_NOUNS = frozenset(
    "size height length width depth weight age area temperature speed price cost capacity".split()
)
# What one tells of oneself, and no more: "I'm a student", "but my son is only twelve".
_TELLS = (
    r"(?:i am|i['’]?m|i live|i have|i['’]ve(?: only)? got|i only have|we are|we['’]?re|we have"
    r"|we live|(?:my|our)(?: \w+){1,2} (?:is|are|has|have))"
)
_OF_ONESELF = re.compile(
    r"(?!.*\b(?:looking|asking|interested|wondering|trying|question|curious|talking|sorry|sure|"
    r"confused|lost|thinking)\b)"
    rf"(?:(?:and|but|well|ok|no|yes|actually),?\s+)*(?P<told>{_TELLS}(?:\s+[\w'’-]+){{1,6}}?)"
    r"(?:\s+(?:actually|though|by the way))?[.!\s]*",
    re.IGNORECASE,
)
_OF_ONESELF_BEFORE = re.compile(rf"^{_TELLS}[^,?]*,\s+", re.IGNORECASE)
_HAD_CONDITION = re.compile(r",?\s+(?:if|unless)\s.*$", re.IGNORECASE | re.DOTALL)
_THIS = frozenset("that this it those these they".split())
_LATER = ("the year after", "the following year", "the next year", "next year", "a year later",
          "one year later", "the year after that", "in the year after")  # fmt: skip
_EARLIER = ("the year before", "the previous year", "the preceding year", "a year earlier",
            "one year earlier", "the year before that", "in the year before")  # fmt: skip


WHY_SO = frozenset(
    "how come|why is that|why was that|why's that|why so|why that|for what reason".split("|")
)
"""Other ways to ask "why?"."""

WHEN_SO = frozenset(
    "from when to when|from when till when|from when until when|what hours|which hours|"
    "from what time to what time|between what times|during what hours".split("|")
)
"""Other ways to ask "when?"."""


def unit_asked(reading: Reading) -> str:
    """Return the unit that the last answer is wanted in, "" where none is asked for.

    "what is that in miles?", "how many miles is that?".
    """
    words = [w.norm for w in reading.words[reading.lead : reading.end]]
    if not 4 <= len(words) <= 6 or not _THIS & set(words):
        return ""
    if words[0] == "how" and words[1] == "many" and words[2] in UNITS:
        return words[2] if set(words[3:]) <= _THIS | {"is", "are", "was", "would", "be"} else ""
    if words[-2] == "in" and words[-1] in UNITS and words[0] in ("what", "how"):
        rest = set(words[1:-2])
        return (
            words[-1] if rest <= _THIS | {"is", "'s", "much", "long", "far", "would", "be"} else ""
        )
    return ""


def year_moved(said: str, asked: str) -> str | None:
    """Return `asked` about the year before or after, where `said` is "the year after" or so."""
    plain = " ".join(said.lower().split())
    step = 1 if plain in _LATER else -1 if plain in _EARLIER else 0
    found = list(_YEAR.finditer(asked))
    if not step or not found:
        return None
    last = found[-1]
    return f"{asked[: last.start()]}{int(last.group()) + step}{asked[last.end() :]}"


def year_told(text: str, told: str) -> str | None:
    """Return `text` with "the year after" put as a year, where `told` names just one year."""
    years = set(_YEAR.findall(told))
    plain = text.rstrip("?!. ")
    if len(years) != 1:
        return None
    for phrases, step in ((_LATER, 1), (_EARLIER, -1)):
        for phrase in sorted(phrases, key=len, reverse=True):
            if plain.lower().endswith(f" {phrase}"):
                return f"{plain[: -len(phrase)]}in {int(years.pop()) + step}"
    return None


def opposed(text: str, asked: str) -> tuple[str, str] | None:
    """Return what was not meant and what was ("not the mill, the shop"), else None.

    In "the shop, not the mill" the mill must stand in the last question `asked`.
    """
    found = re.match(
        r"\s*(?:no,?\s+)?not\s+(.{1,60}?)\s*(?:,\s*but|,|;|\bbut)\s+(.{1,80})$", text, re.I
    )
    if found is not None:
        return found.group(1), found.group(2).rstrip("?!. ")
    found = re.match(
        r"\s*(.{1,80}?),?\s+(?:and\s+)?not\s+(?:in\s+)?(.{1,60}?)[?!.\s]*$", text, re.I
    )
    if found is not None and found.group(2).casefold() in asked.casefold():
        return found.group(2), found.group(1)
    return None


def without_sigh(question: str) -> str:
    """Return a question without a word that stands before it alone ("*Pity.* And the boat?")."""
    found = _SIGH.match(question)
    return question[found.end() :] if found is not None else question


def with_its_topic(question: str) -> str:
    """Return a question with what is said before its comma in the place of the pronoun for it ("and
    *the boat*, is *that* insured?", "my bike - where can I leave *it*?"); as it is elsewhere."""
    found = _TOPIC.fullmatch(question.strip())
    if found is None:
        return question
    topic, rest = found["topic"], found["rest"]
    topic = f"{topic[0].lower()}{topic[1:]}"  # its article
    pronoun = _FOR_TOPIC.search(rest)
    if pronoun is None:
        return question
    put = f"at {topic}" if pronoun.group().lower() == "there" else topic
    return f"{rest[: pronoun.start()]}{put}{rest[pronoun.end() :]}"


def with_it(question: str) -> str:
    """Return a question with "it" for "that one"."""
    return _THAT_ONE.sub("it", question)


def attribute_asked(reading: Reading, part: Fragment, before: Reading) -> str:
    """ "Who teaches it?", "No, I meant the price of the course": a question of its own, or "".
    After "how warm is the pool", "and the depth?" is the depth of the pool."""
    words = reading.words[part.first : part.last]
    if [word.norm for word in words[:-1]] == ["the"] and words[-1].norm in _QUALITY_NOUNS:
        first, last = before.subject
        quality = before.span(*before.wh).lower().partition(" ")
        if quality[0] == "how" and quality[2] and before.verb < 0 and first < last:
            return f"What is the {words[-1].text} of {before.span(first, last)}"
    nouns = [at for at, word in enumerate(words) if word.norm in ATTRIBUTES]
    if not nouns or words[0].norm != "the" or nouns[0] + 2 >= len(words):
        return ""
    if words[nouns[0] + 1].norm != "of" or any(w.norm in ATTRIBUTES for w in before.words):
        return ""
    return f"What is {reading.span(part.first, part.last)}"


def asked_alone(reading: Reading, part: Fragment, before: Reading) -> str:
    """ "Who was the first man on the moon?", "And the cook?": who that is, or "".

    What was asked `before` may be of no concern to the documents; then its rest ("on the moon")
    only stands in the way.
    """
    nominal = before.aux >= 0 and before.verb < 0 and before.wh_word in ("who", "what", "where")
    be = nominal and before.words[before.aux].norm in ("is", "was", "are", "were")
    bare = before.wh[1] - before.wh[0] == 1
    if reading.words[part.first].norm != "the" or not be or not bare:
        return ""
    be_now = "are" if looks_plural(reading.words[part.last - 1].norm) else "is"
    said = reading.span(part.first, part.last)
    return f"{before.wh_word} {be_now} {said[:1].lower()}{said[1:]}"


def told_of_oneself(text: str, asked: str) -> str:
    """Return the question asked before with what one tells of oneself before it ("*I'm a student*",
    "my son is twelve"); "" for anything else."""
    found = _OF_ONESELF.fullmatch(text.strip())
    if found is None or not asked:
        return ""
    return f"{found.group('told')}, {without_oneself(asked.rstrip(' ?!.'))}?"


def without_oneself(asked: str) -> str:
    """Return a question without what one tells of oneself before it."""
    return _OF_ONESELF_BEFORE.sub("", asked, count=1)


def condition_added(text: str, asked: str) -> str:
    """Return the question asked before under the condition that is all a follow-up says ("*and if*
    it rains?"), in the place of the one it had; "" for other follow-ups."""
    found = _CONDITION.fullmatch(text.strip())
    if found is None or not asked:
        return ""
    first = asked.rstrip(" ?!.")
    had = _HAD_CONDITION.search(first)
    return f"{first[: had.start()] if had else first} {found.group(1)}?"
