"""Find where sentences end.

Every mark that can end a sentence is looked at once, in order, with the word on either side; no
look goes further than a bounded window, so time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from hegang_qa.documents.patterns import lazy
from hegang_qa.sentences.abbreviations import (
    BEFORE_NAME,
    BEFORE_NUMBER,
    CLOCK,
    EITHER,
    MONTHS,
    NEVER_LAST,
    STARTERS,
)

__all__ = ["MAX_LENGTH", "split_text"]

MAX_LENGTH = 2000
"""Characters: a longer sentence is cut at a clause mark, a space, or where it must be."""

_WINDOW = 80
"""Characters to either side of a mark that are looked at."""

_WRAPPED = 40
"""Letters of a line that is broken at a width, at least."""

_WIDE = "。！？｡．"
_ENDS = ".!?…‽؟۔।॥" + _WIDE
_CLOSERS = "\"'”’»›)\\]}」』》）*_`~"
# A run of end marks (dots may be spaced), what closes quotes and brackets, reference numbers in
# brackets or set right behind ("disputed.12 13 Take"), a smiley.
_MARK = re.compile(
    rf"[{_ENDS}](?:(?<=\.)(?:[ \u00a0]\.)+)?[{_ENDS}]*(?:[{_CLOSERS}]|“(?=\s|\Z))*"
    r"(?:[ \u00a0]?\[\d{1,3}\])*"
    r"(?:(?:(?<=[^\W\d]\.)|(?<=\)\.))\d{1,3}(?:[ ,]\d{1,3}){0,4}(?=\s+[A-Z]))?"
    r"(?:[ ][:;=]-?[)(DPp]+(?=\s|\Z))?"
)
_BLANK_LINE = lazy(r"\n[^\S\n]*\n\s*")
_UP_TO_WORD = lazy(r".*[\s(\[{\"“„«'‘*_—–]", re.DOTALL)
_AFTER = lazy(r"[\s(\[{\"“„«'‘’*_¿¡`~]*([^\s,;:!?()\[\]\"”»*]*)")
_MARKER = lazy(r"(?:(?<=\s)|\A)[•⁃◦]?[ ]?(\(?)(\d{1,3}|[a-z]|[ivx]{2,4})(\.\)|[.)])\s+(?=\S)")
_LABEL_SIGNS = ("1.", "1)", "a)", "i)", "a. ", "i. ", "2.", "9.", "9)")
_LABEL_ENDS = frozenset("1ai29")
_FIRST_LABEL = lazy(r"[1ai](?<![^\s(•⁃◦].)[.)]\)?\s|\A[^\w\s]\s?\d")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()
_RULER = lazy(r"(?<!\S)(?:([*=_~#])\1{2,}|-{4,})(?!\S)")
_RULER_CHARACTERS = ("*", "=", "_", "~", "#")
_SMILEY_CHARACTERS = (":", ";", "=", "<")
_SMILEY_SIGNS = (":)", ":-", ":(", ":D", ";)", ";-", "=)", "<3", ":'", ":o")
_SMILEY = lazy(r"(?<=\s)[:;=8][-o']?[)(DPp](?=\s)|(?<=\s)<3(?=\s)")
_FOOTNOTES = lazy(r"(?:\[\w{1,3}\])+$")
_CLAUSE = lazy(r"[;:,—–\n]\s")


def split_text(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of `text`, in order.

    Spans count code points, do not overlap, begin and end with a character that is not space,
    and leave nothing but space between them. None is longer than `MAX_LENGTH`.
    """
    cuts = _cuts(text)
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in cuts:
        _append(spans, text, start, cut)
        start = cut
    _append(spans, text, start, len(text))
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Append ``[start:end]`` without the space around it, in pieces if it is too long."""
    piece = text[start:end]
    lean = piece.strip()
    if not lean:
        return
    start += len(piece) - len(piece.lstrip())
    end = start + len(lean)
    while end - start > MAX_LENGTH:
        cut = _soft_cut(text, start)
        left = text[start:cut].rstrip()
        spans.append((start, start + len(left)))
        start = cut
        while text[start].isspace():
            start += 1
    spans.append((start, end))


def _soft_cut(text: str, start: int) -> int:
    """Return the best place within the next `MAX_LENGTH` characters to cut a long sentence."""
    half, limit = start + MAX_LENGTH // 2, start + MAX_LENGTH
    best = 0
    for match in _CLAUSE.finditer(text, half, limit):
        best = match.end()
    if best:
        return best
    for at in range(limit, half, -1):
        if text[at].isspace():
            return at
    return limit


def _cuts(text: str) -> list[int]:
    """Return the places before which a sentence ends, in order."""
    marks = [match.span() for match in _MARK.finditer(text)]
    extra = _unmarked(text)
    labels = _list_labels(text) if _may_hold_labels(text, marks) else {}
    cuts: list[int] = []
    sentence = 0
    pending = iter([*sorted({*extra, *labels}), len(text) + 1])
    place = next(pending)
    label_end = 0
    length = len(text)
    for start, end in marks:
        while place <= start:
            cuts.append(place)
            sentence = place
            label_end = labels.get(place, label_end)
            place = next(pending)
        if end >= length:
            break
        if start >= label_end and (
            _ends_plainly(text, start, end, sentence) or _ends_sentence(text, start, end, sentence)
        ):
            cuts.append(end)
            sentence = end
    cuts.extend(place for place in (place, *pending) if place <= len(text))
    return cuts


def _ends_plainly(text: str, start: int, end: int, sentence: int) -> bool:
    """Return True for most of the marks of which `_ends_sentence` does: a full stop by itself
    between a word of letters that is no abbreviation and a capital."""
    if text[start:end] != "." or text[end] != " " or not "A" <= text[end + 1 : end + 2] <= "Z":
        return False
    last = text[text.rfind(" ", max(sentence, start - _WINDOW), start) + 1 : start]
    return len(last) > 1 and last.isascii() and last.isalpha() and last.lower() not in _SHORTENED


_SHORTENED = BEFORE_NAME | NEVER_LAST | CLOCK | EITHER


def _unmarked(text: str) -> list[int]:
    """Return the places where a sentence ends without a mark: blank lines, rules, smileys."""
    places: list[int] = []
    if "\n" in text:
        places += [match.start() for match in _BLANK_LINE.finditer(text)]
        places += _list_lines(text)
    # Single characters are looked for in a tenth of the time of several.
    if _holds_any(text, _RULER_CHARACTERS) or ("-" in text and "----" in text):
        for match in _RULER.finditer(text):
            places += match.span()
    if _holds_any(text, _SMILEY_CHARACTERS) and _holds_any(text, _SMILEY_SIGNS):
        places += [
            match.end()
            for match in _SMILEY.finditer(text)
            if _follower(text, match.end())[:1].isupper()
        ]
    return places


def _holds_any(text: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110 - half the time of any()
        if sign in text:
            return True
    return False


def _list_lines(text: str) -> list[int]:
    """Return the line starts of a short list: none of its lines ends like a sentence, and the last
    does not lead on to what follows."""
    lines = text.rstrip().split("\n")
    if len(lines) < 3 or lines[-1].rstrip("*_").endswith((":", "：")):
        return []
    if any(
        len(line) > _WINDOW or _FOOTNOTES.sub("", line.rstrip()).endswith(tuple(_ENDS))
        for line in lines
    ):
        return []
    if _is_wrapped(lines):
        return []
    places: list[int] = []
    at = 0
    for line in lines[:-1]:
        at += len(line) + 1
        places.append(at)
    return places


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Return whether lines are prose that is broken at a width: most of them are long and go on
    with a small letter on the next, however the last one ends."""
    goes_on = sum(
        len(line) >= _WRAPPED and following.lstrip()[:1].islower()
        for line, following in pairwise(lines)
    )
    return 2 * goes_on >= len(lines) - 1


def _may_hold_labels(text: str, marks: list[tuple[int, int]]) -> bool:
    for start, _ in marks:
        if text[start] == "." and text[start - 1 : start] in _LABEL_ENDS:
            return _holds_any(text, _LABEL_SIGNS)
    return ")" in text and _holds_any(text, _LABEL_SIGNS)


def _list_labels(text: str) -> dict[int, int]:
    """Return start and end of the labels of a list within the text: "1. This 2. That".

    A list begins with 1, a or i where a sentence may begin, and has two items or more.
    """
    found: dict[int, int] = {}
    if not text[:1].isdigit() and _FIRST_LABEL.search(text) is None:
        return found
    first: tuple[int, int] | None = None
    label, style = "", ("", "")
    for match in _MARKER.finditer(text):
        new, sort = match.group(2), (match.group(1), match.group(3))
        if label and sort == style and new in _successors(label):
            if first:
                found[first[0]] = first[1]
                first = None
            found[match.start()] = match.end()
            label = new
        elif new in ("1", "a", "i") or (new.isdigit() and match.start() == 0):
            before = text[max(0, match.start() - 3) : match.start()].rstrip()
            if not before or before[-1] in _ENDS or before[-1] in ":;":
                first, label, style = match.span(), new, sort
    if first and first[0] == 0 and label.isdigit():
        found[0] = first[1]
    return found


def _successors(label: str) -> tuple[str, ...]:
    if label.isdigit():
        return (str(int(label) + 1),)
    following = chr(ord(label[-1]) + 1) if len(label) == 1 else ""
    if label in _ROMAN[:-1]:
        return following, _ROMAN[_ROMAN.index(label) + 1]
    return (following,)


def _last_word(text: str, start: int, end: int) -> str:
    """Return the word that ends at `end`, without what opens quotes and brackets."""
    match = _UP_TO_WORD.match(text, start, end)
    return text[match.end() if match else start : end]


def _follower(text: str, end: int) -> str:
    """Return the word after a mark, without what opens quotes and brackets."""
    match = _AFTER.match(text, end, end + _WINDOW)
    return match.group(1) if match else ""


def _ends_sentence(text: str, start: int, end: int, sentence: int) -> bool:
    """Return whether the mark at ``[start:end]`` ends the sentence begun at `sentence`."""
    mark = text[start]
    if mark in _WIDE:
        title = text.rfind("《", max(sentence, start - _WINDOW), start)
        return title < 0 or text.find("》", title, start) >= 0
    if mark == "." and text[start - 1 : start] == "[":  # "[...]" leaves words out
        return False
    spaced = text[end].isspace()
    if not spaced and mark == "." and end - start == 1 and not text[end].isupper():
        return False
    word = _follower(text, end)
    if not spaced and not _run_together(text, start, end, word):
        return False
    if not word:
        return True
    closed = text[end - 1] in "\"'”’“»)"
    if "¿" in text[end : end + 4] or "¡" in text[end : end + 4]:
        return True
    lower = word[0].islower()
    folded = word.rstrip(".").lower()
    if word[0] in "-–—" and _follower(text, end + 1 + len(word))[:1].islower():
        return False  # "-- voila! -- you have cake"
    if mark != "." or text[start + 1 : end].lstrip()[:1] == ".":
        # "Yahoo! in the", '"Why?" he asked', "well ... what I mean"
        if word in _ALWAYS_CAPITAL:
            return mark not in ".…" or text.count(".", start, end) > 3
        if not lower:
            return True
        return mark == "?" and not closed and folded not in _JOINERS
    if lower and (closed or folded in _JOINERS):
        return False
    last = _last_word(text, max(sentence, start - _WINDOW), start)
    if lower and last.lower() in CLOCK:
        return False  # "5 p.m. during the summer"
    if lower and folded not in STARTERS and "://" not in word and "www." not in word:
        # Informal writing without capitals, unless the word may be an abbreviation.
        informal = len(last) > 3 and last.isalpha() and last.islower()
        return informal and last not in EITHER and last not in NEVER_LAST
    return _full_stop_ends(text, start, last, word, folded, sentence, closed)


_ALWAYS_CAPITAL = frozenset(("I", "I'm", "I’m", "I've", "I’ve", "I'd", "I’d", "I'll", "I’ll"))
"""A capital that does not show the beginning of a sentence."""

_JOINERS = frozenset(
    "and or but in on at by for from with as of to than that which who whose when where while is"
    " are was were has have had do does did can could may might must will would shall should not"
    " only just even still between among under over through about within all both each every"
    " one other another such no first second next later am let".split()
)
"""Words that in small letters go on with a sentence at least as often as they begin one."""


_LETTERED = frozenset(
    "building block room annex annexe appendix class group zone section type wing hall gate unit"
    " tower level grade category team terminal column row vitamin hepatitis platform".split()
)
"""What a single letter stands behind as its name: no initial."""

_UNITS = frozenset("mglhst")
"""Units of one letter, which behind a figure is no initial."""

_ARTICLES = frozenset("the der die das dem den des".split())
_TIME_WORDS = frozenset("at by from around about until till before after since on".split())


def _full_stop_ends(
    text: str, start: int, last: str, word: str, folded: str, sentence: int, closed: bool
) -> bool:
    """Return whether a full stop between `last` and `word` (capital, figure or other) ends."""
    lean = last.lower().lstrip("’")
    figure = word[0].isdigit()
    if not lean:
        return True
    near = start - sentence <= _WINDOW
    opening = text[sentence : start - len(last)].strip(" \n•⁃◦*-([") if near else "..."
    if not opening and (lean.isdigit() or (len(lean) == 1 and not closed)):
        return False  # "1. The first item", "Q. What": a label
    if closed and ")" not in text[start : start + 2]:
        return True
    if lean == "in" and not opening[-1:].isdigit():
        return True  # "come in. Dogs may", and no inches
    if lean in BEFORE_NAME:
        return False
    if lean in NEVER_LAST and not (len(lean) == 1 and folded in STARTERS):
        return False
    if figure and (lean in BEFORE_NUMBER or (lean in EITHER and lean not in ("etc", "inc"))):
        return False
    if lean in CLOCK:
        hour_alone = opening.count(" ") < 3 and opening.split(" ")[0].lower() in _TIME_WORDS
        return folded not in MONTHS and not hour_alone
    starter = (folded in STARTERS and not word.isupper()) or word in ("I", "A")
    if lean in EITHER:
        return starter
    if len(last) == 1 and last.isalpha():  # an initial, unless a point of the compass or "I"
        place = text[max(sentence, start - 4) : start - 1].rstrip()
        if last.isupper() and opening.rpartition(" ")[2].lower() in _LETTERED:
            return True  # "behind Building C. Dogs are not"
        if last in _UNITS and opening[-1:].isdigit():
            return not figure  # "up to 2.4 m. Greenhouses need"
        return (starter and folded not in BEFORE_NAME) or (place[-1:] in "°′″'’" and place != "")
    if "." in lean and lean.replace(".", "").isalpha() and max(map(len, lean.split("."))) <= 2:
        return starter  # U.S.A., e.V.
    if lean.isdigit():  # "am 12. Juni"
        # "The 2. Bundesliga" has an ordinal behind an article.
        ordinal = opening.rpartition(" ")[2].lower() in _ARTICLES and not starter
        return not (len(lean) <= 2 and (folded in MONTHS or ordinal))
    return True


def _run_together(text: str, start: int, end: int, word: str) -> bool:
    """Return whether a sentence ends without space after it: "world.Today is"."""
    if start == 0 or text[start - 1].isspace() or not word[:1].isalpha():
        return False
    chunk = text[max(0, start - _WINDOW) : end + len(word) + 1].split()
    if not chunk or any(sign in piece for piece in chunk[-2:] for sign in ("@", "://", "www.")):
        return False
    following = text[end]
    if text[end - 1] in "\"'”’»)":
        return following in '"“«' or (following.isupper() and end - start > 1)
    if text[start] in "!?":
        return following.isupper() or (end - start > 1 and following.islower())
    if not word[0].isupper():
        return False
    if end - start > 1:
        return following.isupper()
    last = _last_word(text, max(0, start - _WINDOW), start)
    if any(sign in last or sign in word for sign in "/\\=_<>:#"):
        return False
    folded = word.split(".")[0].lower()
    if folded in STARTERS or folded in BEFORE_NAME:
        return len(last) > 1
    after = text[end + len(word) : end + len(word) + 1]
    return len(last) > 2 and last.islower() and last.isalpha() and after in ("", " ", ",")
