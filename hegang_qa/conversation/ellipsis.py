"""Completes a question of which only the new part was said, from the question before it.

"Where?" keeps all but the question phrase, "and in 2010?" exchanges one phrase, "who else?"
leaves out what was said already.
"""

from __future__ import annotations

from dataclasses import dataclass

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.grammar import Phrase, Reading
from hegang_qa.conversation.mentions import kind_of_words
from hegang_qa.conversation.thread import Turn
from hegang_qa.conversation.words import UNITS, WordBook

__all__ = ["Fragment", "base_form", "exchange", "fragment", "put_question_phrase"]

# An answer less sure than this is not put into the next question.
SURE = 0.5

# A phrase fits in another's place from this score on; below it the new phrase is added at the end.
_FITS = 1.0

# Prepositions that say which way: "to" is never put in the place of "from".
_WAYS = frozenset("from to by with without into between until since before after".split())

_ADVERBIAL = frozenset("when where why".split())


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
    if len(words) == 2 and words[0].tag == "pro" and words[1].norm == "else":
        return Fragment("question", first, last)  # "anyone else"
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
    if start < stop or any(w.tag in ("aux", "wh", "pro") for w in words):
        return None
    if words[0].tag == "prep" and len(words) <= 8:
        unit = words[0].norm == "in" and len(words) == 2 and words[1].norm in UNITS
        if unit:
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


def _lower_first(text: str) -> str:
    head, _, tail = text.partition(" ")
    return text if head != head.capitalize() or len(head) < 2 else f"{head.lower()} {tail}".strip()


def base_form(verb: str, lexicon: WordBook) -> str:
    """Return the base form of an inflected verb; the verb itself if the lexicon knows none."""
    for lemma in lexicon.lemmas(verb):
        if lemma != verb and lexicon.parts_of_speech(lemma).get("verb", 0.0) > 0:
            return lemma
    return verb


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


def _answer(turn: Turn, reading: Reading) -> str:
    """What the question phrase stood for: the answer, or its noun where the answer is a number."""
    noun = _noun_of(reading)
    counts = is_a(turn.answer_type, "number") or reading.wh_word == "how"
    sure = turn.confidence >= SURE
    if turn.answer and sure and not counts and len(turn.answer.split()) <= 8:
        return turn.answer.strip().rstrip(".,;")
    if noun:
        return noun if counts else f"the {noun}"
    return ""


def put_question_phrase(phrase: str, turn: Turn, reading: Reading, lexicon: WordBook) -> str | None:
    """Return the turn's question with `phrase` ("on what date") in place of its question phrase.

    What the old question phrase asked for is put back as the answer that was given: "Who built
    the tower?", "When?" becomes "When did <answer> build the tower". None where it cannot be done.
    """
    words = reading.words
    end = reading.end
    if reading.aux >= 0:
        aux = words[reading.aux].norm
        old = reading.wh_word
        adverbial = old in _ADVERBIAL or old == ""
        adverbial = adverbial or words[reading.wh[0]].tag == "prep"
        adverbial = adverbial or (old == "how" and not _noun_of(reading))
        subject_first, subject_last = reading.subject
        fronted = reading.span(reading.lead, reading.wh[0]) if reading.wh[0] < reading.wh[1] else ""
        rest = reading.span(reading.aux + 1, end)
        if adverbial:
            body = f"{aux} {rest}"
        elif subject_first < subject_last and reading.verb >= 0:
            thing = _answer(turn, reading)
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
            thing = _answer(turn, reading)
            if not thing:
                return None
            body = f"{aux} {thing} {rest}"
        fronted = fronted.rstrip(" ,")
        return f"{phrase} {body}" + (f" {_lower_first(fronted)}" if fronted else "")
    if reading.verb >= 0 and reading.wh[0] < reading.wh[1]:
        verb = words[reading.verb]
        base = base_form(verb.norm, lexicon)
        rest = reading.span(reading.verb + 1, end)
        thing = _answer(turn, reading)
        present = verb.norm.endswith("s") and base != verb.norm
        aux = "does" if present else "do" if base == verb.norm and verb.norm != thing else "did"
        if base == verb.norm and verb.norm.endswith("ed"):
            aux, base = "did", verb.norm
        if thing:
            return " ".join(part for part in (phrase, aux, thing, base, rest) if part)
        objects = [p for p in reading.phrases if p.first == reading.verb + 1]
        if objects:  # no answer is known: turn it into the passive
            be = "is" if present else "was"
            moved = reading.span(objects[0].first, objects[0].last)
            tail = reading.span(objects[0].last, end)
            return " ".join(part for part in (phrase, be, moved, verb.text, tail) if part)
    return None


def _score(
    new: Phrase, new_reading: Reading, old: Phrase, reading: Reading, lexicon: WordBook
) -> float:
    """How well `new` can stand where `old` stood in the last question."""
    kind = kind_of_words(new_reading.words, new, lexicon)
    was = kind_of_words(reading.words, old, lexicon)
    time, was_time = is_a(kind, "date"), is_a(was, "date")
    if time != was_time:
        return 0.0
    if time:
        return 5.0
    score = 0.5
    if new.preposition:
        if not old.preposition:
            return 0.0
        if new.preposition == old.preposition:
            score += 2.0
        elif _WAYS & {new.preposition, old.preposition} or not _akin(kind, was):
            return 0.0
    score += 2.0 if new.name == old.name else 0.0
    score += 1.2 if _akin(kind, was) else 0.0
    head, was_head = new_reading.words[new.head], reading.words[old.head]
    if head.norm.endswith("s") == was_head.norm.endswith("s"):
        score += 0.5
    if not new.name:
        tags = {new_reading.words[new.first].tag, reading.words[old.first].tag}
        same = bool(tags & {"det"}) and tags <= {"det", "pos"}
        score += 0.7 if same else 0.0
        if head.stem == was_head.stem:
            score += 2.0
        if same and old.last < reading.end and reading.words[old.last].norm == "of":
            score += 0.7  # "the roof of the church", "and the door?": the church keeps its place
    if old.preposition and not new.preposition:
        score += 0.2
    return score


def _definite(new: Reading, part: Fragment) -> bool:
    first = new.words[part.first]
    return first.norm == "the" or first.tag == "pos"


def _akin(kind: str, was: str) -> bool:
    return bool(kind) and bool(was) and (is_a(kind, was) or is_a(was, kind))


def _slots(reading: Reading) -> list[Phrase]:
    """The phrases that can be exchanged: noun phrases, and the owners within them."""
    found: list[Phrase] = []
    for phrase in reading.phrases:
        if reading.wh[0] <= phrase.first < reading.wh[1]:
            if reading.wh_word == "how" and phrase.head == reading.wh[1] - 1:
                found.append(phrase._replace(first=phrase.head))  # "how many books"
            continue
        found.append(phrase)
        for at in range(phrase.first + 1, phrase.last):
            if reading.words[at].tag == "gen":
                name = reading.words[at - 1].tag == "name"
                found.append(Phrase(phrase.first, at, at - 1, phrase.preposition, name))
    return found


def exchange(
    new: Reading, part: Fragment, reading: Reading, lexicon: WordBook, *, prefer: str = ""
) -> list[tuple[float, str, str]]:
    """Return the last question with one phrase exchanged for the fragment.

    Each reading is (score, question, the words that were replaced), best first; the last resort,
    the fragment added at the end, has score 0. `prefer` is a phrase that is replaced first.
    """
    said = new.span(part.first, part.last)
    inside = [p for p in new.phrases if part.first <= p.first < part.last]
    end = reading.words[reading.end - 1].end if reading.end else 0
    added = f"{reading.text[:end]} {said}"
    word = new.words[part.first]
    if part.last - part.first == 1 and word.tag in ("verb", "noun", "adj") and reading.verb >= 0:
        shares = lexicon.parts_of_speech(word.norm)  # "and close?" after "when does it open"
        if shares.get("verb", 0.0) > 0.3 and lexicon.lemmas(word.norm)[:1] == (word.norm,):
            verb = reading.words[reading.verb]
            text = f"{reading.text[: verb.start]}{said}{reading.text[verb.end : end]}"
            return [(2.0, text, verb.text)]
    if not inside:
        return [(0.0, added, "")]
    phrase = inside[0]
    found: list[tuple[float, str, str]] = []
    for old in _slots(reading):
        score = _score(phrase, new, old, reading, lexicon)
        first, last = old.first, old.last
        replaced = reading.span(first, last)
        if prefer and prefer.casefold() in replaced.casefold():
            score += 3.0
        if score < _FITS:
            continue
        put = said
        if old.preposition and new.words[part.first].tag == "prep":
            first -= 1
        elif not old.preposition and new.words[part.first].tag == "prep":
            put = new.span(part.first + 1, part.last)
        if new.words[phrase.head].norm in ("one", "ones"):  # "and the older ones?"
            put = f"{new.span(part.first, phrase.head)} {reading.words[old.head].text}"
        if new.words[part.first].tag == "pos":  # "and its price?"
            put = f"the {new.span(part.first + 1, part.last)}"
        owner = next((i for i in range(first, last) if reading.words[i].tag == "gen"), -1)
        if owner > 0 and not phrase.name and _definite(new, part):
            first = owner + 1  # "X's height", "and the weight?": X keeps it
            put = new.span(part.first + 1, part.last)
        before = reading.text[: reading.words[first].start]
        after = reading.text[reading.words[last - 1].end : end]
        found.append((score, f"{before}{put}{after}", replaced))
    found.sort(key=lambda item: -item[0])
    time = is_a(kind_of_words(new.words, phrase, lexicon), "date")
    if time and not phrase.preposition:
        added = f"{reading.text[:end]} in {said}"
    found.append((0.0, added, ""))
    return found
