"""Find what is written in signs: addresses of mail and web, telephone numbers, versions, paths,
settings, coordinates, identifiers."""

from __future__ import annotations

import re
from functools import lru_cache

from hegang_qa.answers.candidates.finders.base import Found, Tagged

__all__ = ["WRITTEN", "comment_start", "find_codes"]

WRITTEN = frozenset(("path", "url", "email"))
"""Types of what is written in one piece: the words within it are none of the text's."""

# Compiled when a text first holds the sign that calls for them: most texts never do.
_EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
_URL = r"(?:https?://|ftp://|www\.)[^\s<>\"'()\[\]]{2,400}[^\s<>\"'()\[\].,;:!?]"
_DOMAIN = (
    r"\b(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|edu|gov|io|dev|info|co|de|uk|eu)\b"
    r"(?:/[\w./-]{0,200})?"
)
_PHONE = r"(?<![\w.])\+?\(?\d{1,4}\)?(?:[ \-./]?\(?\d{1,5}\)?){1,6}(?![\w])"
_COORDINATE = (
    r"\d{1,3}(?:\.\d+)?\s?°(?:\s?\d{1,2}(?:\.\d+)?\s?[′'’])?(?:\s?\d{1,2}(?:\.\d+)?\s?[″\"”])?"
    r"(?:\s?[-–−—]\s?\d{1,3}(?:\.\d+)?\s?°(?:\s?\d{1,2}\s?[′'’])?)?\s?[NSEW]\b"
)
_VERSION = r"\b(?:[vV]\.?\s?)?\d{1,4}(?:\.\d{1,5}){1,4}(?:[-.]?(?:alpha|beta|rc)\.?\d*)?\+?"
# A number in groups after a label ("Night guard: 555 21 49"): no years, no thousands.
_LABELLED = (
    r"(?:^|\n)[^:\n\d]{2,40}:\s?(?!(?:1\d|20)\d\d[ -](?:1\d|20)\d\d\b)"
    r"(?!\d{1,3}(?: \d{3})+(?![ -]?\d))"
    r"(\d{2,5}(?:[ -]\d{2,4}){1,5})(?=$|[,;.)\n]| \()"
)
_THREE_PARTS = r"(?<![\w.])\d{1,4}\.\d{1,3}\.\d{1,5}(?![\w]|\.\d)"
_DATE = r"(?:[012]?\d|3[01])\.(?:0?\d|1[012])\.\d{2,4}"
_PATH = (
    r"(?<![\w/<.])(?:~|\.{1,2})?(?:/[\w.@+-]{1,100}){1,20}(?<!\.)/?"
    r"|(?<!\w)[A-Za-z]:\\[\w.\\ -]{1,200}"
    r"|(?<![\w-])--?[a-zA-Z][\w-]{1,60}(?:=\S{1,60})?"
    r"|\b[\w-]{1,80}\.(?:txt|md|toml|yaml|yml|json|ini|cfg|conf|log|csv|exe|py|sh|xml|html|pdf|zip|"
    r"docx?|xlsx?|sql|env|bat|dll|so|service|key|pem)\b"
    r"|\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b"
    r"|\b[a-z]\w*(?:_\w+)+\b"
)
# In a sentence that speaks of a file: "the driver file lp24x.ppd".
_FILE = r"(?<![\w.-])(?=[\w-]*\d)[A-Za-z][\w-]{1,80}\.[a-z][a-z0-9]{1,4}\b"
_CODE = r"\b(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*\b"
# In a sentence that speaks of a number or code: "order number 4-1180".
_JOINED_NUMBER = r"(?<![\w.-])\d{1,6}(?:-\d{2,8}){1,4}(?![\w-])"
_NUMERIC_DATE = r"(?:1\d|20)\d\d-(?:(?:1\d|20)?\d\d|\d\d-\d\d)"
_YEAR = r"(?:1\d|20)\d\d"
_DATED = ("in ", "since ", "by ", "from ", "until ", "before ", "after ")
_TICKED = r"`([^`\n]{1,200})`(?!__?(?!\w))"

_SHORT_RANGE = r"\d{1,2}\s?[-–]\s?\d{1,2}"
_LEAST_APART = 5  # digits of a telephone number that is parted by a dash

_MONEY_CODES = frozenset("rmb usd eur gbp cny jpy chf inr aud cad nzd sek nok dkk".split())

_PHONE_CUE = (
    r"\b(?:(?:tele)?phones?|tel|call(?:s|ers?|ing)?|fax|dial(?:led|ling|ing|s)?|(?:hot|help)lines?"
    r"|ring|ext|extensions?|mobiles?|contacts?)\b"
)
# One of these is in each of them: most sentences need no expression to be told.
_PHONE_LETTERS = ("phone", "tel", "call", "fax", "dial", "line", "ring", "ext", "mobile", "contact")
_VERSION_CUES = (
    "version",
    "release",
    "update",
    "upgrade",
    "supports",
    "requires",
    "build",
    "firmware",
)

# After these, small numbers are codes as well, where nothing is counted by them.
_FILES = frozenset("file files image images driver drivers script scripts".split())
_CODED = frozenset(("code", "codes", "status"))
_NUMBERED = frozenset(("number", "numbers", "no", "code", "codes", "serial"))
_AFTER_CODE = ("", "B", "C", ".", ",", ";", ")", ":")


@lru_cache(maxsize=16)
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _is_of_phones(text: str) -> bool:
    return (
        any(letters in text for letters in _PHONE_LETTERS)
        and _pattern(_PHONE_CUE).search(text) is not None
    )


def find_codes(sentence: Tagged) -> list[Found]:
    """Return e-mail and web addresses, phone numbers, versions, paths, codes and coordinates."""
    text = sentence.text
    found: list[Found] = []
    if "@" in text:
        _add(sentence, _EMAIL, "email", found)
    if "://" in text or "www." in text:
        _add(sentence, _URL, "url", found)
    elif "." in text and _inner_point(sentence):
        _add(sentence, _DOMAIN, "url", found)
    if "°" in text:
        _coordinates(sentence, found)
    numbers = sentence.tags.count("#")
    if "`" in text:
        for match in _pattern(_TICKED).finditer(text):
            _put(sentence, match.start(1), match.end(1), "path", found)
    if "/" in text or "\\" in text or "_" in text or "--" in text or _inner_point(sentence):
        _add(sentence, _PATH, "path", found)
        if not _FILES.isdisjoint(sentence.norms):
            _add(sentence, _FILE, "path", found)
    if not numbers:
        return found
    lower = text.lower()
    dialled = any(norm[:1] == "0" and len(norm) > 2 and norm.isdigit() for norm in sentence.norms)
    if "+" in text or dialled or _is_of_phones(lower):
        for match in _pattern(_PHONE).finditer(text):
            digits = sum(c.isdigit() for c in match.group())
            if _pattern(_YEAR).fullmatch(match.group()) and lower[: match.start()].endswith(_DATED):
                continue  # "in 1904, and the first telephone"
            if digits < _LEAST_APART and _pattern(_SHORT_RANGE).fullmatch(match.group()):
                continue  # "tel. 0771 4420, open 9-17"
            near = lower[max(0, match.start() - 40) : match.end() + 20]
            cued = _is_of_phones(near)
            if digits >= 7 or (digits >= 3 and cued and "$" not in match.group()):
                end = match.end() - (match.group().endswith(")") and "(" not in match.group())
                _put(sentence, match.start(), end, "phone", found)
    if ":" in text:
        for match in _pattern(_LABELLED).finditer(text):
            if sum(c.isdigit() for c in match.group(1)) >= 6:
                _put(sentence, match.start(1), match.end(1), "phone", found)
    if text.count(".") > 1:
        for match in _pattern(_THREE_PARTS).finditer(text):
            if not _pattern(_DATE).fullmatch(match.group()):
                _put(sentence, match.start(), match.end(), "version", found)
    if any(cue in lower for cue in _VERSION_CUES) or " v" in lower:
        _add(sentence, _VERSION, "version", found)
        norms = sentence.norms
        for i, norm in enumerate(norms[:-1]):
            if norm in ("version", "release") and norms[i + 1][0].isdigit():
                found.append(Found(i, i + 2, "version", norms[i + 1]))
                found.append(Found(i + 1, i + 2, "version", norms[i + 1]))
    found += _releases(sentence)
    if any(
        (token.kind == "word" and sentence.glued(i + 1) and token.text.isupper())
        or (token.kind == "number" and sentence.glued(i + 1))
        for i, token in enumerate(sentence.tokens[:-1])
    ):
        _add(sentence, _CODE, "code", found)
    if "-" in text and not _NUMBERED.isdisjoint(sentence.norms):
        for match in _pattern(_JOINED_NUMBER).finditer(text):
            if not _pattern(_NUMERIC_DATE).fullmatch(match.group()):
                _put(sentence, match.start(), match.end(), "code", found)
    coded = False
    for i, norm in enumerate(sentence.norms):
        coded = coded or norm in _CODED
        short = coded and sentence.tags[i + 1 : i + 2] in _AFTER_CODE
        if norm.isdigit() and sentence.tags[i] == "#" and (len(norm) >= 3 or short):
            found.append(Found(i, i + 1, "code", norm))
    return found


def _releases(sentence: Tagged) -> list[Found]:
    """Return what stands like a version after a name ("Grafana 11.2 on plover")."""
    tags, norms = sentence.tags, sentence.norms
    return [
        Found(i, i + 1, "version", norms[i])
        for i in range(1, len(tags))
        if tags[i] == "#"
        and tags[i - 1] == "E"
        and "." in norms[i]
        and norms[i].replace(".", "").isdigit()
        and norms[i - 1] not in _MONEY_CODES
        and tags[i + 1 : i + 2] in ("", ".", ",", ";", ")", "P", "C")
    ]


def _inner_point(sentence: Tagged) -> bool:
    """Return whether a full stop stands within a word ("config.yaml")."""
    tokens = sentence.tokens
    return any(
        tokens[i].text == "."
        and tokens[i - 1].end == tokens[i].start
        and tokens[i].end == tokens[i + 1].start
        for i in range(1, len(tokens) - 1)
    )


def _add(sentence: Tagged, source: str, kind: str, found: list[Found]) -> None:
    for match in _pattern(source).finditer(sentence.text):
        _put(sentence, match.start(), match.end(), kind, found)


def _put(sentence: Tagged, start: int, end: int, kind: str, found: list[Found]) -> None:
    """Add a stretch of text, if it begins and ends with tokens."""
    first = last = -1
    for i, token in enumerate(sentence.tokens):
        if token.start == start:
            first = i
        if token.end == end:
            last = i + 1
            break
        if token.start >= end:
            break
    if 0 <= first < last:
        found.append(Found(first, last, kind, sentence.text[start:end].casefold()))


def _coordinates(sentence: Tagged, found: list[Found]) -> None:
    matches = list(_pattern(_COORDINATE).finditer(sentence.text))
    for i, match in enumerate(matches):
        _put(sentence, match.start(), match.end(), "coordinates", found)
        if i and match.start() - matches[i - 1].end() <= 2:
            _put(sentence, matches[i - 1].start(), match.end(), "coordinates", found)


def comment_start(sentence: Tagged) -> int:
    """Return the first token of the comment after a command, -1 for none."""
    text, tokens = sentence.text, sentence.tokens
    if " # " not in text and " // " not in text:
        return -1
    for at in range(1, len(tokens) - 1):
        if text[tokens[at].start - 1 : tokens[at].start] != " ":
            continue
        if tokens[at].text == "#" and text[tokens[at].end] == " ":
            return at + 1
        if text[tokens[at].start : tokens[at].start + 3] == "// ":
            return at + 2
    return -1
