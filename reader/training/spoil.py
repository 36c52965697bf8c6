"""Spoils questions: as people type them, and so that the passage no longer answers them.

The second kind follows the recipe by which SQuAD 2.0's writers made trick questions (Rajpurkar,
Jia and Liang, 2018, table 2): entity swap, number swap, antonym, negation, other word, other kind
of thing asked for.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from training.corpus import norm

__all__ = ["mistype", "telegraph", "trick"]

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = {
    key: [
        other
        for b, other_row in enumerate(_ROWS)
        for j, other in enumerate(other_row)
        if (a, i) != (b, j) and abs(a - b) <= 1 and abs(i - j) <= 1
    ]
    for a, row in enumerate(_ROWS)
    for i, key in enumerate(row)
}

_OPPOSITES: dict[str, str] = {}
for (
    _pair
) in """first/last largest/smallest before/after most/least northern/southern eastern/western
north/south east/west highest/lowest higher/lower increase/decrease increased/decreased more/fewer
begin/end began/ended beginning/end won/lost win/lose oldest/youngest older/younger male/female
early/late earlier/later always/never with/without bigger/smaller big/small major/minor best/worst
old/new inside/outside above/below upper/lower joined/left public/private positive/negative
strong/weak rich/poor maximum/minimum start/stop started/stopped accepted/rejected
allowed/prohibited founded/dissolved built/destroyed son/daughter father/mother brother/sister
husband/wife men/women king/queen war/peace hot/cold summer/winter day/night import/export buy/sell
bought/sold opened/closed birth/death born/buried long/short longest/shortest heavy/light
liberal/conservative ancient/modern common/rare including/excluding supported/opposed
support/oppose success/failure successful/unsuccessful offense/defense domestic/foreign urban/rural
arrived/departed arrive/depart gained/lost enter/leave entered/left hired/fired hire/fire
lent/borrowed victory/defeat winner/loser winning/losing teacher/student majority/minority
top/bottom front/rear initial/final slow/fast slower/faster cheap/expensive deep/shallow
wide/narrow thick/thin legal/illegal possible/impossible known/unknown primary/secondary
temporary/permanent gains/losses attacker/defender attacked/defended present/absent
approved/rejected approve/reject appointed/dismissed arrested/released raised/lowered
growth/decline grew/shrank rose/fell rise/fall""".split():
    _a, _b = _pair.split("/")
    _OPPOSITES[_a], _OPPOSITES[_b] = _b, _a

_FUNCTION = frozenset(
    """the a an of in on at to for and or is are was were be been did does do what which who whom
    whose when where why how many much long from by with as that this it its his her their there
    than not have has had can could will would about into between during name type kind""".split()
)
_KINDS = """city country river year person company book song battle language religion color animal
president team school university state island mountain disease museum newspaper award film church
festival law party organization ship plant food sport instrument currency""".split()
_NAME = re.compile(r"\b[A-Z][\w'’&.-]*\w(?:\s+(?:(?:of|the|de|and|for)\s+)?[A-Z][\w'’&.-]*\w)*")
_NUMBER = re.compile(r"\b\d[\d,]*(?:\.\d+)?\b")
_HEADS = frozenset(
    """What Which Who Whom Whose When Where Why How In On At The A An To For By From During
    According After Before Is Are Was Were Did Does Do With Of""".split()
)


def mistype(question: str, rng: random.Random) -> str:
    """Return the question with one or two slips of the finger in words of four letters or more."""
    words = question.split(" ")
    places = [i for i, word in enumerate(words) if len(re.sub(r"\W", "", word)) >= 4]
    for place in rng.sample(places, min(len(places), rng.choice([1, 1, 2]))):
        word = words[place]
        at = rng.randrange(1, len(word) - 1)
        near = _NEAR.get(word[at].lower())
        slip = rng.randrange(4)
        if slip == 0 and near:
            word = word[:at] + rng.choice(near) + word[at + 1 :]
        elif slip == 1:
            word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        elif slip == 2:
            word = word[:at] + word[at + 1 :]
        else:
            word = word[:at] + word[at] + word[at:]
        words[place] = word
    return " ".join(words)


def telegraph(question: str, rng: random.Random) -> str:
    """Return the question as for a search box: key words only, perhaps the question word."""
    words = question.rstrip("?. ").split()
    kept = [word for word in words if word.lower() not in _FUNCTION]
    if len(kept) < 2:
        return question
    first = words[0].lower()
    if first in ("who", "when", "where", "how", "why") and rng.random() < 0.7:
        kept.insert(0, " ".join(words[:2]) if first == "how" else words[0])
    return " ".join(kept).lower() if rng.random() < 0.8 else " ".join(kept)


def _names(text: str) -> list[tuple[int, str]]:
    found = []
    for match in _NAME.finditer(text):
        name, at = match.group(), match.start()
        first = name.split()[0]
        if first in _HEADS:
            rest = name[len(first) :].lstrip()
            if not rest or not rest[0].isupper():
                continue
            at, name = at + len(name) - len(rest), rest
        if len(name) >= 3 and name.lower() not in _FUNCTION and (at or " " in name):
            found.append((at, name))
    return found


def trick(
    question: str,
    passage: str,
    answer: tuple[int, int],
    sentence: tuple[int, int],
    other: str,
    rng: random.Random,
) -> tuple[str, str] | None:
    """Return the question changed so that the passage no longer answers it, and how; or None.

    `sentence` is the span that holds the answer; `other` a passage of another place, a source of
    foreign names.
    """
    ways: Sequence[tuple[str, Callable[[], str | None]]] = (
        ("name", lambda: _other_name(question, passage, answer, sentence, other, rng)),
        ("number", lambda: _other_number(question, passage, answer, rng)),
        ("opposite", lambda: _opposite(question, rng)),
        ("negation", lambda: _negation(question, rng)),
        ("word", lambda: _other_word(question, passage, sentence, rng)),
        ("kind", lambda: _other_kind(question, passage, rng)),
    )
    order = ["name"] * 6 + ["number"] * 3 + ["opposite"] * 3 + ["negation"] + ["word"] * 3
    order += ["kind"]
    rng.shuffle(order)
    table = dict(ways)
    for way in order[:6]:
        changed = table[way]()
        if changed and norm(changed) != norm(question):
            return changed, way
    return None


def _other_name(
    question: str,
    passage: str,
    answer: tuple[int, int],
    sentence: tuple[int, int],
    other: str,
    rng: random.Random,
) -> str | None:
    names = _names(question)
    if not names:
        return None
    at, name = rng.choice(names)
    right = norm(passage[answer[0] : answer[1]])
    near = [n for p, n in _names(passage) if not sentence[0] <= p < sentence[1]]
    pool = near if rng.random() < 0.6 else [n for _, n in _names(other)]
    fit = [
        n
        for n in pool
        if norm(n) not in norm(question)
        and norm(n) not in right
        and right not in norm(n)
        and abs(len(n.split()) - len(name.split())) <= 1
        and not set(norm(n).split()) & set(norm(name).split())
    ]
    return question[:at] + rng.choice(fit) + question[at + len(name) :] if fit else None


def _other_number(
    question: str, passage: str, answer: tuple[int, int], rng: random.Random
) -> str | None:
    numbers = list(_NUMBER.finditer(question))
    if not numbers:
        return None
    match = rng.choice(numbers)
    number, right = match.group(), passage[answer[0] : answer[1]]
    like = [
        m.group()
        for m in _NUMBER.finditer(passage)
        if m.group() != number and len(m.group()) == len(number) and m.group() not in right
    ]
    if like and rng.random() < 0.6:
        new = rng.choice(like)
    elif number.isdigit():
        value = int(number)
        reach = max(2, min(40, value // 3 if value < 200 else 40))
        new = str(max(1, value + rng.choice([-1, 1]) * rng.randint(1, reach)))
    else:
        return None
    if new == number or new in right:
        return None
    return question[: match.start()] + new + question[match.end() :]


def _opposite(question: str, rng: random.Random) -> str | None:
    words = [m for m in re.finditer(r"\b[a-z]+\b", question) if m.group() in _OPPOSITES]
    if not words:
        return None
    match = rng.choice(words)
    return question[: match.start()] + _OPPOSITES[match.group()] + question[match.end() :]


def _negation(question: str, rng: random.Random) -> str | None:
    verb = r"\b(is|are|was|were|did|does|do|can|could|has|have|had|will|would)\b(?! not)"
    match = re.search(verb, question)
    if not match:
        return None
    word = match.group()
    if word in ("did", "does", "do") and rng.random() < 0.6:
        return question[: match.start()] + word + "n't" + question[match.end() :]
    return question[: match.end()] + rng.choice([" not", " never"]) + question[match.end() :]


def _other_word(
    question: str, passage: str, sentence: tuple[int, int], rng: random.Random
) -> str | None:
    near = set(norm(passage[sentence[0] : sentence[1]]).split())
    words = [
        m
        for m in re.finditer(r"\b[a-z]{4,}\b", question)
        if m.group() not in _FUNCTION and m.group() in near
    ]
    if not words:
        return None
    match = rng.choice(words)
    word = match.group()
    rest = passage[: sentence[0]] + " " + passage[sentence[1] :]
    fit = [
        w
        for w in re.findall(r"\b[a-z]{4,}\b", rest)
        if w not in _FUNCTION
        and w not in near
        and w not in norm(question)
        and w[-2:] == word[-2:]
        and w[:4] != word[:4]
    ]
    return question[: match.start()] + rng.choice(fit) + question[match.end() :] if fit else None


def _other_kind(question: str, passage: str, rng: random.Random) -> str | None:
    match = re.search(r"\b([Ww]hat|[Ww]hich) ([a-z]{4,})\b", question)
    if not match or match.group(2) not in _KINDS:
        return None
    fit = [k for k in _KINDS if k != match.group(2) and k not in norm(passage)]
    return question[: match.start(2)] + rng.choice(fit) + question[match.end(2) :] if fit else None
