"""Find names and tell persons, organisations and places apart; quoted titles; foreign scripts."""

from __future__ import annotations

import re
from typing import Protocol

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.finders.base import Found, Tagged

__all__ = ["Classes", "find_names", "name_type"]


class Classes(Protocol):
    """What the finder of names needs of a lexicon."""

    def classes(self, word: str) -> tuple[str, ...]:
        """Return the answer-type ids of a noun, most common sense first."""
        ...


_TITLES = frozenset(
    "mr mrs ms dr prof professor sir lord lady king queen prince princess president general "
    "captain colonel major lieutenant sergeant admiral emperor empress pope saint bishop "
    "archbishop cardinal minister chancellor senator governor mayor judge justice secretary "
    "director chairman chairwoman chief manager coach duke duchess count baron baroness sultan "
    "father brother sister uncle aunt ambassador commissioner engineer architect author writer "
    "poet composer singer actor actress artist painter historian philosopher scientist "
    "physicist chemist biologist mathematician economist journalist inventor explorer "
    "astronomer officer nurse doctor ceo founder leader headmaster headteacher principal dean "
    "librarian caretaker treasurer".split()
)
_ORGANISATION_WORDS = frozenset(
    "inc ltd llc corp corporation company co gmbh plc ag group university college school "
    "academy institute institution ministry department agency bureau commission committee "
    "council board association society federation union league party club team bank church army "
    "navy force forces police court parliament congress senate government administration "
    "authority organization organisation foundation trust fund network orchestra band press "
    "services service airlines railways laboratory laboratories studio studios entertainment "
    "records hospital museum library regiment brigade division corps guild cooperative "
    "consortium alliance office centre center dynasty empire tribe regime cabinet embassy "
    "faculty newspaper times".split()
)
_PLACE_WORDS = frozenset(
    "river lake sea ocean bay gulf strait mountain mountains mount range hill hills valley "
    "island islands peninsula desert forest park city town village county province state "
    "district region prefecture territory republic kingdom street road avenue square bridge "
    "castle palace tower airport station port harbour harbor cape coast beach canal falls plain "
    "plateau basin oblast canton borough municipality parish hall room building house plaza "
    "gate terminal stadium cathedral temple abbey fort cemetery garden gardens zoo campus "
    "highway oasis creek".split()
)
_EVENT_WORDS = frozenset(
    "war battle revolution festival olympics championship cup treaty conference crisis "
    "rebellion uprising siege massacre earthquake hurricane election games congress day famine "
    "plague movement operation expedition crusade".split()
)
_PLACE_CUES = frozenset("in at near from to across through towards via around outside".split())
_INSIDE = frozenset("of the de von van der den la le du al bin ibn and for & del da di el".split())
_NAME = re.compile(r"E(?:[E#]|[.-](?=E)|[DPCN](?=[ED])|S(?=E))*")


def name_type(sentence: Tagged, start: int, end: int, lexicon: Classes | None) -> str:
    """Return the type of the name at these tokens: its words, what stands around, the lexicon."""
    norms = sentence.norms
    last, first = norms[end - 1], norms[start]
    if first in _TITLES and end - start > 1:
        return "person"
    if last in _ORGANISATION_WORDS or first in ("university", "ministry", "department", "bank"):
        return "organisation"
    if last in _PLACE_WORDS or first in ("mount", "lake", "cape", "port", "fort", "mt"):
        return "place"
    if last in _EVENT_WORDS or first in ("battle", "treaty", "siege"):
        return "event"
    before = norms[start - 1] if start else ""
    if before in _TITLES:
        return "person"
    if lexicon is not None:
        whole = " ".join(norms[start:end])
        known = lexicon.classes(whole) if end - start < 5 else ()
        if not known and end - start == 1:
            known = lexicon.classes(last)
        if known and is_a(known[0], "entity"):
            return known[0]
    if before in ("in", "near", "at"):
        return "place"
    if end - start == 1 and len(first) > 1 and sentence.tokens[start].text.isupper():
        return "abbreviation"
    if 2 <= end - start <= 3 and all(tag == "E" for tag in sentence.tags[start:end]):
        return "person" if before not in ("the", *_PLACE_CUES) else "name"
    return "name"


def find_names(sentence: Tagged, lexicon: Classes | None) -> list[Found]:
    """Return names with their types, quoted strings, and stretches of other scripts."""
    found: list[Found] = []
    norms, tags = sentence.norms, sentence.tags
    for match in _NAME.finditer(tags):
        start, end = match.span()
        for low, high in _parts(sentence, start, end):
            kind = name_type(sentence, low, high, lexicon)
            found.append(Found(low, high, kind, " ".join(norms[low:high])))
            if lexicon is not None and tags[high : high + 2] == ",E":
                found += _with_region(sentence, low, high, kind, lexicon)
            if lexicon is not None and tags[high : high + 1] == "N":
                found += _with_class(sentence, low, high, lexicon)
    if '"' in tags:
        found += _quoted(sentence)
    if not sentence.text.isascii():
        found += _foreign(sentence)
    return found


def _with_class(sentence: Tagged, low: int, high: int, lexicon: Classes) -> list[Found]:
    """Return "Kent county": a name and the small word that tells what place it is of."""
    classes = lexicon.classes(sentence.norms[high])
    if not classes or not is_a(classes[0], "place"):
        return []
    return [Found(low, high + 1, classes[0], " ".join(sentence.norms[low : high + 1]))]


def _with_region(sentence: Tagged, low: int, high: int, kind: str, lexicon: Classes) -> list[Found]:
    """Return "Newark, New Jersey": a name and the land that it lies in, after a comma."""
    if kind != "name" and not is_a(kind, "place"):
        return []
    end = high + 1
    while end < len(sentence.tags) and sentence.tags[end] == "E":
        end += 1
    region = lexicon.classes(" ".join(sentence.norms[high + 1 : end]))
    if region[:1] and region[0] in ("country", "state", "city", "place"):
        whole = " ".join(sentence.norms[low:end])
        return [Found(low, end, "place" if kind == "name" else kind, whole)]
    return []


def _parts(sentence: Tagged, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretch as a whole if its small words can be in a name, and its parts."""
    norms, tags = sentence.norms, sentence.tags
    parts: list[tuple[int, int]] = []
    low = start
    for i in range(start, end):
        if (tags[i] in "DPC" and norms[i] not in _INSIDE) or tags[i] == "N":
            if i > low:
                parts.append((low, i))
            low = i + 1
    if low < end:
        parts.append((low, end))
    pieces: list[tuple[int, int]] = []
    for low, high in parts:
        while low < high and tags[low] != "E":
            low += 1
        while high > low and tags[high - 1] not in "E#":
            high -= 1
        if low >= high:
            continue
        pieces.append((low, high))
        bare = low
        while bare < high - 1 and (norms[bare] in _TITLES or tags[bare] in ".-"):
            bare += 1
        if bare > low and tags[bare] == "E":
            pieces.append((bare, high))
        inner = low
        for i in range(low, high + 1):
            if i == high or tags[i] not in "E#.-":
                if inner < i and (inner, i) != (low, high):
                    pieces.append((inner, i))
                inner = i + 1
    return pieces


def _quoted(sentence: Tagged) -> list[Found]:
    found: list[Found] = []
    opened = -1
    for i, tag in enumerate(sentence.tags):
        if tag != '"' or (sentence.tokens[i].text in "'’" and not sentence.norms):
            continue
        if opened >= 0:
            if 0 < i - opened - 1 <= 25:
                found.append(Found(opened + 1, i, "word", " ".join(sentence.norms[opened + 1 : i])))
            opened = -1
        else:
            opened = i
    return found


def _foreign(sentence: Tagged) -> list[Found]:
    """Return runs of other scripts, and words with accents after "pinyin:" and the like."""
    found: list[Found] = []
    run = -1
    for i, token in enumerate((*sentence.tokens, None)):
        other = token is not None and (token.kind == "han" or _other_script(token.text))
        if other and run < 0:
            run = i
        elif not other and run >= 0:
            text = sentence.text[sentence.tokens[run].start : sentence.tokens[i - 1].end]
            found.append(Found(run, i, "foreign-name", text))
            run = -1
    for i, norm in enumerate(sentence.norms[:-1]):
        if norm == ":" and sentence.tags.rfind("(", 0, i) > sentence.tags.rfind(")", 0, i):
            end = i + 1
            while end < len(sentence.tags) and sentence.tags[end] not in ",;)":
                end += 1
            if end > i + 1:
                found.append(
                    Found(i + 1, end, "foreign-name", " ".join(sentence.norms[i + 1 : end]))
                )
    return found


def _other_script(text: str) -> bool:
    """Return whether a word is of a script other than Latin (letters from U+0370 on)."""
    return text[0].isalpha() and ord(text[0]) >= 0x370
