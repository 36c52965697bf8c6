"""Exchanges one phrase of an earlier question for what was said alone ("and for DVDs?")."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.attributes import ROW, Exchanged, adjective, of_people
from hegang_qa.conversation.edits import genitive
from hegang_qa.conversation.ellipsis import Fragment
from hegang_qa.conversation.grammar import Phrase, Reading, Word, read
from hegang_qa.conversation.kinds import kind_of_words, looks_plural
from hegang_qa.conversation.words import ATTRIBUTES, NOW, TIME_NOUNS, WordBook

__all__ = ["exchange", "tells_time", "without_clause"]

# A phrase fits in another's place from this score on; below it the new phrase is added at the end.
_FITS = 1.0

# Prepositions that say which way: "to" is never put in the place of "from".
_WAYS = frozenset("from to by with without into between until since before after".split())

_WHEN = frozenset(("when", "while", "once"))

_CODE = re.compile(r"(?=.*\d)[\w.-]+")


def tells_time(reading: Reading, part: Fragment, lexicon: WordBook) -> bool:
    """Return whether a fragment is a time ("in 2010", "on Sundays")."""
    inside = [p for p in reading.phrases if part.first <= p.first < part.last]
    return bool(inside) and is_a(kind_of_words(reading.words, inside[0], lexicon), "date")


def _akin(kind: str, was: str) -> bool:
    return bool(kind) and bool(was) and (is_a(kind, was) or is_a(was, kind))


def _score(
    new: Phrase, new_reading: Reading, old: Phrase, reading: Reading, lexicon: WordBook
) -> float:
    """How well `new` can stand where `old` stood in the earlier question."""
    kind = kind_of_words(new_reading.words, new, lexicon)
    was = kind_of_words(reading.words, old, lexicon)
    time, was_time = is_a(kind, "date"), is_a(was, "date")
    if time != was_time:
        return 0.0
    if time:
        return 5.0 + 0.5 * (new.preposition == old.preposition) + 0.5 * (kind == was)
    score = 0.5
    if new.preposition:
        if not old.preposition:
            if new.preposition != "for" or not _both_people(
                new, new_reading, old, reading, lexicon
            ):
                return 0.0
            score += 1.0  # "how much does a senior pay", "and for a family?"
        elif new.preposition == old.preposition:
            score += 2.0
        elif _WAYS & {new.preposition, old.preposition} or not _akin(kind, was):
            return 0.0
    # "How high is Ben Nevis", "and the tower?"; where somebody does something it is another matter.
    one = reading.verb < 0 and _one_thing(new, new_reading) and _one_thing(old, reading)
    one = one and new_reading.words[new.head].norm not in ATTRIBUTES
    score += 2.0 if new.name == old.name or one else 0.0
    if new.name and old.name and new_reading.words[new.first].norm == "the":
        # "The Long without the battery", "and the Short?"
        score += 1.0 if reading.words[old.first].norm == "the" else 0.0
    both_people = _both_people(new, new_reading, old, reading, lexicon)
    score += 1.2 if _akin(kind, was) or both_people else 0.0
    head, was_head = new_reading.words[new.head], reading.words[old.head]
    if _code(head) and _code(was_head):
        alone = (old.first == old.head) == (new.first == new.head)
        score += 2.5 if alone else 2.0
    if looks_plural(head.norm) == looks_plural(was_head.norm):
        # "What share of the people were Danes", "and Swedes?": of peoples the one for the other.
        score += 1.0 if looks_plural(head.norm) and new.name and old.name else 0.5
    if not new.name:
        if not old.name:
            score += _like_determiners(new_reading.words[new.first], reading.words[old.first])
        if head.stem == was_head.stem:
            score += 2.0
        owned = any(w.tag == "gen" for w in reading.words[old.first : old.last])
        if old.last < reading.end and reading.words[old.last].norm == "of":
            owned = True
        if owned and _definite(new_reading.words[new.first]):
            # "the roof of the church", "and the door?": the church keeps its place; "the number of
            # the church", "and the school?" is another number
            told = was_head.norm in ATTRIBUTES and head.norm not in ATTRIBUTES
            score += -1.0 if told else 0.7
        elif owned and not _akin(kind, was) and not looks_plural(head.norm):
            # "the port of mimir", "and odin?": no port is called so
            score -= 0.0 if head.norm in ATTRIBUTES else 2.0
    if old.preposition and not new.preposition:
        score += 0.2
    return score


def _both_people(
    new: Phrase, new_reading: Reading, old: Phrase, reading: Reading, lexicon: WordBook
) -> bool:
    """Whether two phrases mean any of a kind of people, or a group of them ("a family")."""
    for phrase, words in ((new, new_reading.words), (old, reading.words)):
        if phrase.name or words[phrase.first].norm == "the":
            return False
        if not {"person", "organisation"} & set(lexicon.classes(words[phrase.head].norm)[:2]):
            return False
    return True


def _one_thing(phrase: Phrase, reading: Reading) -> bool:
    """Whether a phrase is a name or a definite description: both mean one thing."""
    head = reading.words[phrase.head].norm
    if phrase.last < reading.end and reading.words[phrase.last].tag == "gen":
        return False  # the owner: "Oslo's population", "and the area?"
    return phrase.name or (
        reading.words[phrase.first].norm == "the" and head not in ROW and not head.endswith("est")
    )


def _like_determiners(new: Word, old: Word) -> float:
    """The one book for the other, books for DVDs; "the fee" is seldom exchanged for "adults"."""
    if {new.tag, old.tag} <= {"det", "pos"} and "det" in (new.tag, old.tag):
        indefinite = ("a", "an", "any", "some")
        return 0.7 if (new.norm in indefinite) == (old.norm in indefinite) else -0.4
    if new.tag in ("det", "pos") or old.tag in ("det", "pos"):
        return -0.6
    return 0.0


def _definite(word: Word) -> bool:
    return word.norm == "the" or word.tag == "pos"


def _code(word: Word) -> bool:
    return word.tag in ("name", "num") and _CODE.fullmatch(word.text) is not None


_SET = frozenset("end beginning meantime total general fact case advance addition".split())


def _slots(reading: Reading) -> list[Phrase]:
    """The phrases that can be exchanged: noun phrases, and owners and codes within them."""
    found: list[Phrase] = []
    for phrase in reading.phrases:
        words = reading.words
        if reading.wh[0] <= phrase.first < reading.wh[1]:
            if phrase.head == reading.wh[1] - 1 and reading.wh_word in ("how", "which", "what"):
                first = phrase.head
                while words[first - 1].tag == "noun" and first - 1 > phrase.first:
                    first -= 1
                found.append(phrase._replace(first=first))  # "how many books"
            continue
        if words[phrase.head].norm in _SET and phrase.preposition == "in":
            continue  # "in the end"
        found.append(phrase)
        if _code(words[phrase.head]) and words[phrase.head - 1].tag == "noun":
            found.append(phrase._replace(first=phrase.head))  # "error E42", "floor 2"
        for at in range(phrase.first + 1, phrase.last):
            if words[at].tag == "gen":
                name = words[at - 1].tag == "name"
                found.append(Phrase(phrase.first, at, at - 1, phrase.preposition, name))
    return found


def exchange(
    new: Reading, part: Fragment, reading: Reading, lexicon: WordBook, *, prefer: str = ""
) -> list[Exchanged]:
    """Return an earlier question with one phrase exchanged for the fragment, best first.

    The last resort, the fragment added at the end, has score 0. `prefer` is a phrase that is
    replaced first.
    """
    whole, part = part, _without_one(new, part)
    if whole != part and any(w.tag == "num" for w in new.words[part.first : part.last]):
        reading = _without_year(reading, lexicon)  # "the 1994 title", "and the one in 2013?"
    said = new.span(part.first, part.last)
    if new.words[part.first].tag in ("prep", "det", "pos"):
        said = said[:1].lower() + said[1:]
    inside = [p for p in new.phrases if part.first <= p.first < part.last]
    end = reading.stop
    added = Exchanged(0.0, f"{without_clause(reading)} {said}", "")
    swapped = (
        _verb(new, part, reading, lexicon)
        or adjective(new, part, reading, lexicon)
        or of_people(new, part, reading, lexicon)
    )
    if swapped is not None:
        return [swapped]
    owner = new.words[part.last - 1].tag == "gen"  # "and Ann's?"
    if owner and part.last - part.first > 1:
        name = new.words[part.last - 2].tag == "name"
        inside = [Phrase(part.first, part.last - 1, part.last - 2, "", name)]
        said = new.span(part.first, part.last - 1)
    first = new.words[part.first]
    if not inside and part.last - part.first == 1 and first.norm.endswith("ing"):
        inside = [Phrase(part.first, part.last, part.first, "", False)]  # "and rising?"
    if not inside:
        return [added]
    phrase = inside[0]
    found: list[Exchanged] = []
    numbered = any(w.tag == "num" for w in new.words[part.first : part.last])
    for old in _slots(reading):
        if owner and not (old.last < reading.end and reading.words[old.last].tag == "gen"):
            continue
        score = _score(phrase, new, old, reading, lexicon)
        if reading.wh[0] <= old.first < reading.wh[1]:
            # "How many people drowned?", "and the dam?": none asks how many the dam are.
            if new.words[phrase.first].tag in ("det", "pos"):
                continue
            if reading.wh_word != "how":
                if phrase.name:
                    continue
                score -= 1.0
        if numbered and any(w.tag == "num" for w in reading.words[old.first : old.last]):
            score += 0.5  # "the 1954 flood", "and the landslip of 1957?"
        replaced = reading.span(old.first, old.last)
        if prefer and prefer.casefold() in replaced.casefold():
            score += 3.0
        if score >= _FITS:
            found.append(_put(new, part, phrase, said, old, reading, score))
    found.sort(key=lambda item: -item.score)
    time = is_a(kind_of_words(new.words, phrase, lexicon), "date")
    now = next((w for w in reading.words if w.norm in NOW), None)
    if time and now is not None and now.end == end:  # "... now?", "And in 1950?"
        added = added._replace(text=f"{reading.text[: now.start]}{said}", replaced=now.text)
    if time and not phrase.preposition:
        head = new.words[phrase.head]
        long = head.tag == "num" or head.norm in TIME_NOUNS
        long = long or lexicon.classes(head.norm)[:1] == ("month",)
        added = added._replace(text=f"{without_clause(reading)} {'in' if long else 'on'} {said}")
    found.append(added)
    return found


def _without_year(reading: Reading, lexicon: WordBook) -> Reading:
    """Return a question without the year before a noun by which one of several was meant."""
    for word, after in pairwise(reading.words):
        if word.tag == "num" and after.tag in ("noun", "name"):
            return read(f"{reading.text[: word.start]}{reading.text[after.start :]}", lexicon)
    return reading


def without_clause(reading: Reading) -> str:
    """Return a question without the clause at its end that tells when ("how wide was it *when it
    was built*"): what is said of another time stands in its place."""
    start = next(
        (
            word.start
            for at, word in enumerate(reading.words)
            if at > reading.wh[1] and word.norm in _WHEN and word.start < reading.stop
        ),
        reading.stop,
    )
    return reading.text[:start].rstrip()


def _without_one(new: Reading, part: Fragment) -> Fragment:
    """Return a fragment without "the one", where what follows tells which ("the one *in 1983*")."""
    words = new.words[part.first : part.last]
    one = len(words) > 3 and words[0].norm == "the" and words[1].norm in ("one", "ones")
    return replace(part, first=part.first + 2) if one and words[2].tag == "prep" else part


def _put(
    new: Reading,
    part: Fragment,
    phrase: Phrase,
    said: str,
    old: Phrase,
    reading: Reading,
    score: float,
) -> Exchanged:
    """The earlier question with the fragment where `old` stood."""
    first, last = old.first, old.last
    replaced = reading.span(first, last)
    put = said
    opening = new.words[part.first]
    if old.preposition and opening.tag == "prep":
        first -= 1
    elif not old.preposition and opening.tag == "prep":
        put = new.span(part.first + 1, part.last)
    if new.words[phrase.head].norm in ("one", "ones"):  # "and the older ones?", "the one in 2013?"
        put = f"{new.span(part.first, phrase.head)} {reading.words[old.head].text}"
        put = f"{put} {new.span(phrase.head + 1, part.last)}".rstrip()
    owner = next((i for i in range(first, last) if reading.words[i].tag == "gen"), -1)
    if opening.tag == "pos":
        rest = new.span(part.first + 1, part.last)
        owned = owner > 0 or (last < reading.end and reading.words[last].norm == "of")
        # "the fee of the club", "and its address?": the club keeps its place; otherwise what is
        # replaced is the owner ("where was Ann born", "and her son?")
        named = old.name or reading.words[old.first].norm == "the"
        put = f"{genitive(replaced)} {rest}" if named and not owned else f"the {rest}"
    same = new.words[phrase.head].stem == reading.words[old.head].stem
    if owner > 0 and not phrase.name and _definite(opening) and not same:
        first = owner + 1  # "X's height", "and the weight?": X keeps it
        put = new.span(part.first + 1, part.last)
    before = reading.text[: reading.words[first].start]
    if reading.subject[0] <= old.first < old.last == reading.subject[1] and owner < 0:
        before = _agreeing(before, new, phrase, reading)
    end = reading.stop
    after = reading.text[reading.words[last - 1].end : end]
    return Exchanged(score, f"{_without_repeated(before, put)}{put}{after}", replaced)


def _without_repeated(before: str, put: str) -> str:
    """Return what stands before a phrase without the word that the phrase begins with: "train 2",
    "and *train* 5?"."""
    said, first = before.split(), put.split(maxsplit=1)[:1]
    if said and first and said[-1].casefold() == first[0].casefold():
        return before.rstrip()[: -len(said[-1])]
    return before


_NUMBER = {"is": "are", "was": "were", "does": "do", "has": "have"}


def _agreeing(before: str, new: Reading, phrase: Phrase, reading: Reading) -> str:
    """What stands before the subject, its auxiliary in the number of the new one."""
    aux = reading.words[reading.aux]
    norm = aux.norm
    head = new.words[phrase.head]
    if not phrase.name and looks_plural(head.norm):
        norm = _NUMBER.get(norm, norm)
    else:
        norm = next((one for one, several in _NUMBER.items() if several == norm), norm)
    if norm == aux.norm:
        return before
    norm = norm.capitalize() if aux.text[:1].isupper() else norm
    return before[: aux.start] + norm + before[aux.end :]


def _verb(new: Reading, part: Fragment, reading: Reading, lexicon: WordBook) -> Exchanged | None:
    """ "When does it open?", "and close?"."""
    word = new.words[part.first]
    if part.last - part.first != 1 or word.tag not in ("verb", "noun", "adj"):
        return None
    if word.norm.endswith("ed"):  # "How often is it cleaned?", "And replaced?"
        done = [w for w in reading.words if w.tag == "verb" and w.norm.endswith(("ed", "en"))]
        if done:
            end = reading.stop
            text = f"{reading.text[: done[-1].start]}{word.text}{reading.text[done[-1].end : end]}"
            return Exchanged(4.0, text, done[-1].text)
    be = reading.aux >= 0 and reading.words[reading.aux].norm in ("is", "are", "was", "were")
    if reading.verb < 0 or be or word.norm.endswith(("ed", "en")):
        return None  # "How long is it kept?", "And spam?": no plain verb can stand there
    verb = reading.words[reading.verb]
    shares = lexicon.parts_of_speech(word.norm)
    plain = shares.get("verb", 0.0) > 0.3 and lexicon.lemmas(word.norm)[:1] == (word.norm,)
    undone = any(word.norm == f"{prefix}{verb.norm}" for prefix in ("un", "re", "dis", "de"))
    if not plain and not undone:
        return None
    end = reading.stop
    text = f"{reading.text[: verb.start]}{word.text}{reading.text[verb.end : end]}"
    return Exchanged(2.0, text, verb.text)
