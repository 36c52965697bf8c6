"""Completes a question of which only the new part was said, from the question before it.

"Where?" keeps all but the question phrase; of "and in 2010?" this only tells what it is (see
`exchange`).
"""

from __future__ import annotations

from dataclasses import dataclass

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.grammar import Reading, read, tag
from hegang_qa.conversation.kinds import looks_plural, suits_who
from hegang_qa.conversation.thread import SURE, Turn
from hegang_qa.conversation.words import LEADS, NOW, TIME_NOUNS, UNITS, WordBook
from hegang_qa.question.irregular import irregular_forms

__all__ = ["Fragment", "base_form", "fragment", "hangs_on_thread", "put_question_phrase"]

_ADVERBIAL = frozenset("when where why".split())

_MEANT = frozenset("him her it them".split())

# "How tall?" asks for a quality of the thing itself, whatever was said of it before.
_QUALITIES = frozenset(
    "tall high wide deep thick heavy big large small old fast hot cold strong expensive".split()
)


@dataclass(frozen=True, slots=True)
class Fragment:
    """What is left of an elliptic question: `kind` is "question" (a question phrase), "phrase"
    (with or without preposition) or "unit"; words ``[first:last]`` of its reading."""

    kind: str
    first: int
    last: int


def fragment(reading: Reading, *, opened: bool) -> Fragment | None:
    """Return the fragment that a question consists of, None for a whole question.

    `opened` says that the user marked it as a follow-up ("and ...", "what about ...").
    """
    first, last = reading.lead, reading.end
    if first >= last:
        return None
    words = reading.words[first:last]
    indefinite = words[0].tag == "pro" or words[0].norm in ("anywhere", "somewhere")
    if len(words) == 2 and indefinite and words[1].norm == "else":
        return Fragment("question", first, last)  # "anyone else"
    if all(w.norm in LEADS for w in words) and words[-1].norm not in NOW:
        return None  # "and then?"
    start, stop = reading.wh
    if start < stop and start == first:
        rest = reading.words[stop:last]
        named = any(w.tag in ("name", "num") for w in reading.words[start:stop])
        ends = reading.words[stop - 1].tag in ("noun", "wh", "adv") or reading.wh_word == "how"
        if (
            stop - start <= 5
            and ends
            and not named
            and all(w.tag in ("adv", "prep") or w.norm in ("else", "exactly") for w in rest)
        ):
            return Fragment("question", first, last)
        return None
    if words[-1].norm in NOW and all(w.norm in LEADS for w in words[:-1]):
        return Fragment("phrase", last - 1, last) if opened or len(words) > 1 else None
    if len(words) == 2 and words[0].tag == "prep" and words[1].norm in _MEANT:
        return Fragment("phrase", first, last) if opened else None  # "and after him"
    if start < stop or any(w.tag in ("aux", "wh", "pro") for w in words):
        return None
    if words[0].tag == "prep" and len(words) <= 8:
        power = len(words) == 3 and words[1].norm in ("square", "cubic")
        plain = len(words) == 2 or power
        if plain and words[0].norm == "in" and words[-1].norm in UNITS:
            return Fragment("unit", first, last)
        if not opened and any(w.tag == "verb" for w in words):
            return None
        named = any(w.tag in ("name", "noun", "num", "adj", "verb") for w in words[1:])
        if named or words[-1].norm in ("that", "this", "then"):
            return Fragment("phrase", first, last)
        return None
    asked = reading.text.rstrip().endswith("?") and len(words) <= 3
    if (opened or asked) and len(words) <= 8:
        return Fragment("phrase", first, last)
    return None


def hangs_on_thread(question: str, lexicon: WordBook) -> bool:
    """Whether a question says nothing of itself ("by whom?", "in miles?", "and in 2010?").

    What names a thing ("late fee", "which river?") may be looked for as it stands.
    """
    reading = read(question, lexicon)
    part = fragment(reading, opened=reading.lead > 0)
    if part is None:
        return False
    if part.kind == "question":
        words = reading.words[part.first : part.last]
        return all(w.tag not in ("noun", "name", "num") or w.norm in TIME_NOUNS for w in words)
    return part.kind == "unit" or (part.kind == "phrase" and reading.words[0].norm in ("and", "or"))


def _lower_first(text: str) -> str:
    head, _, tail = text.partition(" ")
    return text if head != head.capitalize() or len(head) < 2 else f"{head.lower()} {tail}".strip()


def base_form(verb: str, lexicon: WordBook) -> str:
    """Return the base form of an inflected verb; the verb itself if the lexicon knows none."""
    found = [
        lemma
        for lemma in lexicon.lemmas(verb)
        if lemma != verb and lexicon.parts_of_speech(lemma).get("verb", 0.0) > 0
    ]
    # Of two spellings ("instal", "install") the one that the form was made of.
    return next((lemma for lemma in found if verb == f"{lemma}ed"), found[0] if found else verb)


def participle(base: str, lexicon: WordBook) -> str:
    """Return the past participle of a verb ("check": "checked", "write": "written")."""
    forms = (*irregular_forms(base)[-1:], f"{base}ed", f"{base}d", f"{base}{base[-1:]}ed")
    forms = (*forms, f"{base[:-1]}ied")
    return next((form for form in forms if base in lexicon.lemmas(form)), forms[0])


def _noun_of(reading: Reading) -> str:
    """The nouns of the question phrase: "people" in "how many people"."""
    start, stop = reading.wh
    nouns = [
        i
        for i in range(start, stop)
        if reading.words[i].tag in ("noun", "name", "adj", "num")
        and reading.words[i].norm not in ("many", "much")
    ]
    if not nouns or reading.words[stop - 1].tag not in ("noun", "name"):
        return ""
    return reading.span(nouns[0], stop)


def _answer(turn: Turn, reading: Reading, lexicon: WordBook) -> str:
    """What the question phrase stood for: the answer, or its noun where the answer is a number."""
    noun = _noun_of(reading)
    counts = is_a(turn.answer_type, "number") or reading.wh_word == "how"
    sure = turn.confidence >= SURE
    if turn.answer and reading.wh_word in ("who", "whom"):
        sure = sure and suits_who(turn.answer, lexicon)
    if turn.answer and sure and not counts and len(turn.answer.split()) <= 8:
        if not _is_participle(turn.answer, lexicon):
            return turn.answer.strip().rstrip(".,;")
        return "that" if reading.words[reading.verb].stem == "happen" else ""
    if noun:
        return noun if counts else f"the {noun}"
    return ""


def _is_participle(answer: str, lexicon: WordBook) -> bool:
    """Whether an answer tells what is done ("deleted after a month") and names nothing."""
    first = tag(answer, lexicon)[:1]
    return bool(first) and first[0].tag == "verb" and first[0].norm.endswith(("ed", "ing"))


def _is_short(turn: Turn) -> bool:
    return turn.answer is not None and turn.confidence >= SURE and len(turn.answer.split()) <= 4


def _asks_ground(phrase: str) -> bool:
    return phrase.lower() in ("why", "since when", "until when", "how come")


def _told_by(reading: Reading, turn: Turn) -> bool:
    """Whether the answer completes the question to a statement ("how high is it": "5 m")."""
    first, last = reading.subject
    named = bool(turn.answer) and (turn.answer or "")[:1].isupper()
    if reading.wh_word == "where":
        measure = named and is_a(turn.answer_type, "place")
    else:
        measure = is_a(turn.answer_type, "number") or is_a(turn.answer_type, "date")
    short = bool(turn.answer) and len((turn.answer or "").split()) <= 4
    be = reading.words[reading.aux].norm in ("is", "are", "was", "were")
    bare = reading.wh_word in ("what", "how", "where") and not _noun_of(reading)
    return be and bare and measure and short and reading.verb < 0 and first < last


def _quality(phrase: str, turn: Turn, reading: Reading) -> str:
    """ "How much did the dam cost?", "How tall?": the dam is asked about; "" where nothing is."""
    how, _, quality = phrase.lower().partition(" ")
    first, last = reading.subject
    be = reading.aux >= 0 and reading.words[reading.aux].norm in ("is", "are", "was", "were")
    if how != "how" or quality not in _QUALITIES or (be and reading.verb < 0):
        return ""
    if first < last and reading.words[first].tag != "pro":
        thing = reading.span(first, last)
    elif turn.answer and turn.confidence >= SURE and len(turn.answer.split()) <= 6:
        thing = turn.answer
    else:
        return ""
    aux = "was" if be and reading.words[reading.aux].norm == "was" else "is"
    return f"{phrase} {aux} {thing}"


def put_question_phrase(phrase: str, turn: Turn, reading: Reading, lexicon: WordBook) -> str | None:
    """Return the turn's question with `phrase` ("on what date") in place of its question phrase.

    What the old question phrase asked for is put back as the answer that was given: "Who built
    the tower?", "When?" becomes "When did <answer> build the tower". None where it cannot be done.
    """
    words = reading.words
    end = reading.end
    quality = _quality(phrase, turn, reading)
    if quality:
        return quality
    if reading.aux >= 0:
        aux = words[reading.aux].norm
        old = reading.wh_word
        adverbial = old in _ADVERBIAL or old == ""
        adverbial = adverbial or words[reading.wh[0]].tag == "prep"
        adverbial = adverbial or (old == "how" and not _noun_of(reading))
        adverbial = adverbial or words[reading.wh[1] - 1].norm in TIME_NOUNS
        subject_first, subject_last = reading.subject
        fronted = reading.span(reading.lead, reading.wh[0]) if reading.wh[0] < reading.wh[1] else ""
        rest = reading.span(reading.aux + 1, end)
        closing = words[end - 1]
        if closing.tag == "prep" and not adverbial and reading.verb < 0:
            # "Which country is it in?", "Where?" and "Since when?"
            rest = reading.span(reading.aux + 1, end - 1)
            where = phrase.lower().startswith("where")
            rest = rest if where or not turn.answer else f"{rest} {closing.norm} {turn.answer}"
            body = f"{aux} {rest}"
        elif closing.tag == "prep" and reading.wh_word == "where" and turn.answer:
            # "Where did she come from?", "When?"
            body = f"{aux} {rest} {turn.answer}" if _is_short(turn) else f"{aux} {rest}"
        elif _asks_ground(phrase) and _told_by(reading, turn):
            place = "in " if old == "where" else ""
            body = f"{aux} {rest} {place}{turn.answer}"
        elif adverbial:
            body = f"{aux} {rest}"
        elif old == "who" and reading.verb < 0 and subject_first < subject_last and _is_short(turn):
            # "Who is the chair?", "Since when?"
            body = f"{aux} {turn.answer} {rest}"
        elif subject_first < subject_last and reading.verb >= 0:
            thing = _answer(turn, reading, lexicon)
            upto = reading.span(reading.aux + 1, reading.verb + 1)
            after = reading.span(reading.verb + 1, end)
            body = " ".join(part for part in (aux, upto, thing, after) if part)
        elif subject_first < subject_last and _noun_of(reading) and turn.answer:
            # "Which hill is the highest?", "How high?" and "Why?"
            how = phrase.lower().startswith("how ")
            body = f"{aux} {turn.answer}" if how else f"{aux} {turn.answer} {rest}"
        elif subject_first < subject_last:
            body = f"{aux} {rest}"
        else:
            thing = _answer(turn, reading, lexicon)
            if not thing:
                return None
            body = f"{aux} {thing} {rest}"
        fronted = fronted.rstrip(" ,")
        return f"{phrase} {body}" + (f" {_lower_first(fronted)}" if fronted else "")
    if reading.verb >= 0 and reading.wh[0] < reading.wh[1]:
        verb = words[reading.verb]
        base = base_form(verb.norm, lexicon)
        rest = reading.span(reading.verb + 1, end)
        thing = _answer(turn, reading, lexicon)
        present = verb.norm.endswith("s") and base != verb.norm
        # "Who set it up": with "who" the present would be "sets".
        now = base == verb.norm and verb.norm != thing and reading.wh_word != "who"
        aux = "does" if present else "do" if now else "did"
        if base == verb.norm and verb.norm.endswith("ed"):
            aux, base = "did", verb.norm
        if thing:
            return " ".join(part for part in (phrase, aux, thing, base, rest) if part)
        objects = [p for p in reading.phrases if p.first == reading.verb + 1]
        if objects:  # no answer is known: turn it into the passive
            several = looks_plural(words[objects[0].head].norm)
            be = ("are" if several else "is") if present else "were" if several else "was"
            done = participle(base, lexicon) if present else verb.text
            moved = reading.span(objects[0].first, objects[0].last)
            tail = reading.span(objects[0].last, end)
            return " ".join(part for part in (phrase, be, moved, done, tail) if part)
    return None
