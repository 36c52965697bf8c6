"""Follow-ups that ask for something other than a new answer: more, why, a choice, a correction."""

from __future__ import annotations

from hegang_qa.text.tokens import fold, tokenize

__all__ = ["bare_number", "correction", "picked", "request"]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in text.replace("|", "\n").splitlines())


_MORE = frozenset(
    _lines(
        """more|more please|show more|show me more|tell me more|go on|continue|next|any more
        anything else|anything more|what else|any others|others|other answers|another|another one
        is there more|is there anything else|keep going|next one|give me more|more answers"""
    )
)

_WHY = frozenset(
    _lines(
        """why do you say that|why do you say so|why do you think so|why do you think that
        why did you say that|how do you know|how do you know that|how so|says who|who says
        who says so|who says that|where does it say that|where does it say so
        where did you read that|where did you find that|where do you get that from
        what is your source|what's your source|what is the source|source|sources|are you sure
        are you sure about that|really|explain|explain that|explain yourself|explain please
        prove it|why this answer|why that answer|how come you say that|what makes you say that
        what makes you think so|what makes you think that|where is that from
        where does that come from|can you prove it|can you explain that|on what basis"""
    )
)

_AGAIN = frozenset(
    _lines(
        """say that again|say it again|repeat that|repeat|repeat it|come again|pardon|pardon me
        one more time|once more|what did you say|what was that again|i beg your pardon"""
    )
)

# "no, I meant ...": words that may open a correction, and what says that it is one.
_STARTS = frozenset("no nope sorry actually oh wait well hmm wrong rather correction but".split())
_MEANT = _lines(
    """i meant|i mean|i was asking about|i am asking about|i'm asking about|i asked about|make that
    i was thinking of|i am talking about|i'm talking about|i was talking about|not that|i said"""
)
# These alone make a correction of what follows them, if a mark stands between.
_ALONE = frozenset("no nope sorry actually wait rather correction".split())

_YES = frozenset(_lines("yes|y|yes please|yeah|yep|sure|right|i do|i did|ok|okay|exactly"))

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "former": 1, "latter": -1, "last": -1,
}  # fmt: skip


def _plain(text: str) -> str:
    return " ".join(fold(text).replace(",", " ").strip(" ?!.:;").split())


def request(text: str) -> str:
    """Return "more", "why" or "again" for a question about the last answer, else ""."""
    plain = _plain(text)
    for lead in ("and ", "ok ", "okay ", "but ", "please "):
        plain = plain.removeprefix(lead)
    plain = plain.removesuffix(" please")
    if plain in _AGAIN:
        return "again"
    return "more" if plain in _MORE else "why" if plain in _WHY else ""


def picked(text: str, count: int) -> int | None:
    """Return which of `count` choices is picked, from 0; None if the text picks none.

    "2", "2.", "(2)", "#2", "number 2", "the second one" and "the latter" pick; of a single
    choice also "yes".
    """
    words = _plain(text.translate(str.maketrans("()#", "   "))).split()
    words = [w for w in words if w not in ("the", "number", "no", "option", "please")]
    if count == 1 and " ".join(words) in _YES:
        return 0
    if len(words) == 2 and words[1] == "one":
        words.pop()
    if len(words) != 1:
        return None
    word = words[0]
    number = (
        int(word) if word.isascii() and word.isdigit() and len(word) < 4 else _ORDINALS.get(word)
    )
    if number is None:
        return None
    at = number - 1 if number > 0 else count + number
    return at if 0 <= at < count else None


def bare_number(text: str) -> str:
    """Return the number of a choice that a text is and nothing else ("2", "2.", "(2)", "#2").

    "" for any other text: what has more than two digits may be a year, and what ends in a question
    mark a question ("E42?", "43?").
    """
    number = text.strip().strip("().# ")
    short = number.isascii() and number.isdigit() and len(number) < 3
    return number if short else ""


def correction(text: str) -> str | None:
    """Return what the user really meant ("no, I meant the old one" -> "the old one"), or None."""
    tokens = list(tokenize(text))
    at, opened, marked = 0, "", False
    while at < len(tokens) and (tokens[at].kind == "mark" or tokens[at].norm in _STARTS):
        if tokens[at].kind != "mark":
            opened = tokens[at].norm
        marked = tokens[at].text in (",", ";", "-", ".", ":")
        at += 1
    if at == len(tokens) or tokens[at].norm == "than":
        return None  # "rather than ..."
    plain = fold(text)
    rest = plain[tokens[at].start :]
    for phrase in _MEANT:
        if rest.startswith(f"{phrase} "):
            at_text = tokens[at].start + len(phrase)
            return text[at_text:].strip(" ,.;:-").rstrip("?!. ") or None
    certain = marked or opened in ("sorry", "rather", "correction", "actually")
    if opened in _ALONE and certain:
        return text[tokens[at].start :].strip().rstrip("?!. ") or None
    return None
