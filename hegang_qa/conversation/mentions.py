"""What a conversation has spoken of: the mentions that a later "it" or "there" can mean."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.grammar import Phrase, Reading, Word, noun_phrases, read, tag
from hegang_qa.conversation.kinds import kind_of_words, looks_plural, suits_who
from hegang_qa.conversation.mention import FADING, Mention, mention_of, plain_topic, whole_mention
from hegang_qa.conversation.people import (
    called,
    gender_of_answer,
    gender_of_words,
    named_by_deed,
)
from hegang_qa.conversation.thread import SURE, Thread, Turn
from hegang_qa.conversation.words import ATTRIBUTES, THINGS, WordBook
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["mentions"]

# What a question itself has brought up ("is there a garden").
INTRODUCED = 4.0
# What the last question's pronoun meant is likely meant again (Grosz, Joshi and Weinstein,
# "Centering", 1995: continuing is easier than shifting).
STEADINESS = 1.5
# What is asked about a thing is less what it is all about than the thing.
_OF_ANOTHER = 0.7
_YEARS = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})(?:\s?[-–]\s?(?:[0-9]{2,4}|present))?")


def _of_question(reading: Reading, age: int, lexicon: WordBook) -> list[Mention]:
    """The mentions of a question: its subject first, with what belongs to it."""
    found: list[Mention] = []
    first, last = reading.subject
    be = reading.aux >= 0 and reading.words[reading.aux].norm in ("is", "are", "was", "were")
    bare = reading.wh[1] - reading.wh[0] == 1 and reading.wh_word in ("what", "who")
    nominal = be and bare and reading.verb < 0 and reading.words[reading.end - 1].tag != "prep"
    dated = be and reading.wh_word in ("when", "where", "how") and reading.verb < 0
    for phrase in reading.phrases:
        if reading.wh[0] <= phrase.first < reading.wh[1] and reading.wh_word != "how":
            continue  # "which river": asked for, not spoken of; the answer carries it
        if not phrase.name and _is_quality(reading.words[phrase.head], lexicon):
            continue  # "which is the highest"
        if reading.words[phrase.head].norm in NUMBER_WORDS:
            continue
        in_subject = first <= phrase.first and phrase.last <= last
        there = in_subject and phrase.first and reading.words[phrase.first - 1].norm == "there"
        if there and reading.words[phrase.first].norm == "any":
            continue  # "are there any other ...": nothing that is known to be
        role = "place" if phrase.preposition and not _particle(reading, phrase) else "object"
        speaker = last == first + 1 and reading.words[first].tag == "pro"
        # "the way to the hut", "the mill on Fanne"
        behind = in_subject and phrase.first > first and phrase.preposition in _BEHIND
        if (in_subject and not there and not behind) or (speaker and role == "object"):
            role = "subject"  # "how do I mend the lamp": it is all about the lamp
        if any(w.tag == "pos" for w in reading.words[phrase.first : phrase.last]):
            role = "place" if role != "subject" else "object"
        end = None
        if in_subject and nominal and phrase.last == last and phrase.head == last - 1:
            end = reading.end
        elif in_subject and dated and phrase.last == last and reading.words[last:]:
            end = _after(reading, phrase) if reading.words[last].norm in ("for", "of") else None
        elif phrase.last < reading.end and reading.words[phrase.last].norm == "of":
            end = _after(reading, phrase)
        elif in_subject and phrase.last < last and reading.words[phrase.last].norm in _WAYS:
            end = last
        mention = mention_of(reading.text, reading.words, phrase, role, age, lexicon, last=end)
        of = end is not None and reading.words[phrase.last : end][:1] != ()
        of = of and reading.words[phrase.last].norm == "of"
        if of and reading.words[phrase.head].norm in ATTRIBUTES:
            # "What is the number of the shop?", "When is it open?": the shop
            mention = replace(mention, salience=mention.salience * _OF_ANOTHER)
        if _introduced(reading, phrase):
            mention = replace(mention, salience=INTRODUCED * (1 - FADING) ** age)
        if role == "subject" and nominal and reading.wh_word == "who":
            mention = replace(mention, role="who")
        does = role == "subject" and named_by_deed(reading) and " " in mention.text
        if does and mention.name and not mention.kind:
            mention = replace(mention, kind="person")
        found.append(mention)
        for at in range(phrase.first, phrase.last):
            if reading.words[at].tag == "gen" and at > phrase.first:
                owner = Phrase(phrase.first, at, at - 1, "", reading.words[at - 1].tag == "name")
                found.append(
                    mention_of(reading.text, reading.words, owner, "possessor", age, lexicon)
                )
    return found


_WAYS = ("from", "to", "between")
_BEHIND = frozenset((*_WAYS, *"in on at near by beside behind under above below inside".split()))


def _introduced(reading: Reading, phrase: Phrase) -> bool:
    """Whether a question is whether there is such a thing ("does the house have a garden")."""
    first = reading.words[phrase.first]
    opens = first.norm in ("a", "an") or (first.tag == "noun" and looks_plural(first.norm))
    before = reading.words[phrase.first - 1].norm if phrase.first else ""
    return opens and before in ("have", "has", "had", "there")


def _particle(reading: Reading, phrase: Phrase) -> bool:
    """Whether the word before belongs to the verb ("switch on the lamp")."""
    at = phrase.first - 1
    if phrase.name:
        return False  # "live on Malta"
    return phrase.preposition in ("on", "off", "up", "out", "down") and at - 1 == reading.verb >= 0


def _is_quality(word: Word, lexicon: WordBook) -> bool:
    shares = lexicon.parts_of_speech(word.norm)
    noun, adjective = shares.get("noun", 0.0), shares.get("adjective", 0.0)
    return word.tag == "noun" and noun < 0.25 and adjective > noun


def _after(reading: Reading, phrase: Phrase) -> int | None:
    """The end of the phrase that "of" ties to this one."""
    following = [p for p in reading.phrases if p.first == phrase.last + 1]
    return following[0].last if following else None


def _asked_for(reading: Reading, age: int, lexicon: WordBook) -> list[Mention]:
    """What "which lamp is on the table" asks for, where no answer names it: "the lamp"."""
    first, last = reading.wh
    inside = [p for p in reading.phrases if first <= p.first and p.last == last]
    if reading.wh_word != "which" or not inside or looks_plural(reading.words[last - 1].norm):
        return []
    # A place as subject would be "which lamp is the floor"; as it is, it only says which one.
    noun = inside[0]._replace(first=max(inside[0].first, first + 1))
    if noun.first >= noun.last:
        return []
    asked = mention_of(reading.text, reading.words, noun, "subject", age, lexicon)
    return [replace(asked, text=f"the {asked.text}")]


def _restated(answer: str, reading: Reading) -> bool:
    """Whether an answer only repeats where or when the question said that it is."""
    told = (reading.span(p.first, p.last) for p in reading.phrases if p.preposition)
    return _key(answer) in {_key(text) for text in told}


# Kinds of answers that tell something of the thing asked about, and name nothing new.
_TOLD = frozenset("reason manner definition yes-no chat person-description action effect".split())


def _describes(reading: Reading) -> bool:
    """Whether a question asks who or what a name is: the answer then means the same thing."""
    first, last = reading.subject
    words = reading.words
    be = reading.aux >= 0 and words[reading.aux].norm in ("is", "are", "was", "were", "'s")
    bare = reading.wh_word in ("who", "what") and reading.wh[1] - reading.wh[0] == 1
    if not be or not bare or reading.verb >= 0 or first >= last or last != reading.end:
        return False
    return all(w.tag in ("name", "mark") for w in words[first:last])


def _of_answer(turn: Turn, reading: Reading, age: int, lexicon: WordBook) -> list[Mention]:
    """The answer as a mention, where it names or describes something."""
    if not turn.answer:
        return []
    if reading.wh_word in ("who", "whom") and not suits_who(turn.answer, lexicon):
        return []
    kind = turn.answer_type
    text = turn.answer.strip().strip("\"“”'").rstrip(".,;:")
    words = tag(text, lexicon, inside=True)
    if not words:
        return []
    phrases = noun_phrases(words)
    if kind == "phrase" and words[0].tag == "num" and len(words) > 1:
        kind = "number"
    asked = reading.words[reading.wh[1] - 1] if reading.wh[1] > reading.wh[0] else None
    described = asked.norm if asked is not None and asked.tag == "noun" else ""
    if is_a(kind, "date") or is_a(kind, "time"):
        return [whole_mention(text, words, kind, "answer", age, lexicon)]
    if is_a(kind, "number") or kind in _TOLD or _describes(reading):
        return [mention_of(text, words, p, "sentence", age, lexicon) for p in phrases if p.name]
    opens = words[0].tag not in ("verb", "aux", "pro", "prep", "adv")
    clause = any(w.tag in ("aux", "wh") for w in words)  # "the shop is on the left"
    if (
        len(words) <= 8
        and not clause
        and (opens or _with_article(text, words, turn.sentence or "") != text)
    ):
        if kind in ("phrase", "description") and phrases:
            kind = kind_of_words(words, phrases[0], lexicon)
        elif kind in ("phrase", "description"):
            kind = ""
        if described in THINGS:
            kind = "device"
        elif described and lexicon.classes(described):
            kind = lexicon.classes(described)[0]
            if is_a(kind, "person") and text.islower() and not looks_plural(described):
                kind = ""  # "which host", "which client": nobody, unless it has a name
        if reading.wh_word == "who" and not is_a(kind, "person"):
            kind = kind if is_a(kind, "organisation") else "person"
        setting = kind in ("material", "substance", "colour") and not described
        setting = setting or (reading.end > 0 and reading.words[reading.end - 1].tag == "prep")
        setting = setting or (reading.wh_word in ("where", "when", "why", "how") and not described)
        setting = setting or turn.confidence < SURE or _restated(text, reading)
        text = _with_article(text, words, turn.sentence or "")
        whole = whole_mention(text, words, kind, "setting" if setting else "answer", age, lexicon)
        return [replace(whole, described=described, gender=gender_of_answer(reading))]
    return [mention_of(text, words, p, "sentence", age, lexicon) for p in phrases]


def _with_article(text: str, words: tuple[Word, ...], sentence: str) -> str:
    """A noun, or a name with one, as its sentence speaks of it: "(the) sailing course"."""
    bare = all(w.tag in ("noun", "adj", "verb") for w in words)
    if bare and f"the {text}" in sentence:
        return f"the {text}"
    named = len(words) > 1 and words[0].tag == "name" and text[:1].isupper()
    article = named and re.search(rf"\b[Tt]he {re.escape(text)}(?!\w|[’']?s?\s+[A-Z])", sentence)
    return f"the {text}" if article else text  # "(the) Amur River", "(The) Garden Room"


def mentions(thread: Thread, lexicon: WordBook) -> list[Mention]:
    """Return what the thread has spoken of, the most salient first, each thing once."""
    found: list[Mention] = []
    for age, turn in enumerate(reversed(list(thread))):
        reading = read(turn.asked, lexicon)
        asked = _of_question(reading, age, lexicon)
        found.extend(asked)
        answered = _of_answer(turn, reading, age, lexicon)
        if not turn.answer or turn.confidence < SURE or _restated(turn.answer, reading):
            found.extend(_asked_for(reading, age, lexicon))
        found.extend(answered)
        found.extend(_together(asked, answered, age, lexicon, thread))
        if turn.sentence and age < 2:
            words = tag(turn.sentence[:600], lexicon)
            phrases = noun_phrases(words)
            found.extend(
                mention_of(turn.sentence, words, p, "sentence", age, lexicon)
                for p in phrases
                if p.name or words[p.head].tag == "num"
            )
            found.extend(_couples(turn.sentence, words, phrases, age, lexicon))
    for role, title in (("topic", thread.topic), ("section", thread.section)):
        if title:
            text = plain_topic(title)
            words = tag(text, lexicon)
            if words:
                found.append(whole_mention(text, words, "", role, 0, lexicon))
            years = _YEARS.search(title)
            if years is not None and role == "section":
                found.append(
                    whole_mention(
                        years.group(), tag(years.group(), lexicon), "date", role, 0, lexicon
                    )
                )
    found = [_in_full(mention, found) for mention in found]
    told = {_key(m.text): m.kind for m in found if m.role in ("answer", "setting") and m.kind}
    for mention in found:
        if mention.role == "answer" and mention.plural and is_a(mention.kind, "person"):
            told.update((_key(part), "person") for part in mention.text.split(" and "))
    last = thread.last
    for text in last.meant if last is not None else ():
        if " and " in text:  # a list of names is one thing, though it is read as several
            words = tag(text, lexicon, inside=True)
            if words:
                found.append(whole_mention(text, words, "", "subject", 0, lexicon))
    meant = {_key(text) for text in last.meant} if last is not None else set()
    for n, mention in enumerate(found):
        if _key(mention.text) in told:
            mention = replace(mention, kind=told[_key(mention.text)])
        elif not mention.kind and _titled(mention, lexicon):
            mention = replace(mention, kind="person")
        gender = called(thread, _key(mention.text))
        if gender or is_a(mention.kind, "person"):
            gender = gender or mention.gender or gender_of_words(mention.text)
            mention = replace(mention, gender=gender, kind=mention.kind or "person")
        if _key(mention.text) in meant and mention.age == 0:
            role = "object" if mention.role == "place" else mention.role
            mention = replace(mention, salience=mention.salience * STEADINESS, role=role)
        elif _key(mention.text.rpartition(" for ")[2]) in meant and mention.age == 0:
            # "What is the fee for it?", "Can I renew it?": the same thing again
            mention = replace(mention, salience=mention.salience * _OF_ANOTHER)
        found[n] = mention
    found.sort(key=lambda m: -m.salience)
    unique: dict[str, Mention] = {}
    for mention in found:
        key = mention.text.casefold()
        before = unique.setdefault(key, mention)
        if mention.role == "topic" and before.role != "topic":
            unique[key] = replace(before, role="topic")
    return list(unique.values())


def _together(
    asked: list[Mention], told: list[Mention], age: int, lexicon: WordBook, thread: Thread
) -> list[Mention]:
    """Two people of one turn, for a later "they" ("whom did Ann marry": "Bob")."""
    if age:
        return []
    answers = {_key(t.answer) for t in thread if t.answer and is_a(t.answer_type, "person")}
    people: list[Mention] = []
    for one in (*asked, *told):
        known = (
            is_a(one.kind, "person") or _key(one.text) in answers or called(thread, _key(one.text))
        )
        if one.name and known and not one.plural and one.role in ("subject", "object", "answer"):
            people.append(one)
    if len(people) != 2:
        return []
    text = f"{people[0].text} and {people[1].text}"
    both = whole_mention(text, tag(text, lexicon, inside=True), "person", "subject", 0, lexicon)
    return [replace(both, plural=True)]


def _couples(
    text: str, words: tuple[Word, ...], phrases: tuple[Phrase, ...], age: int, lexicon: WordBook
) -> list[Mention]:
    """Two names joined by "and", for a later "they"."""
    found: list[Mention] = []
    for one, other in pairwise(phrases):
        joined = other.first == one.last + 1 and words[one.last].norm == "and"
        if one.name and other.name and joined:
            both = mention_of(text, words, one, "sentence", age, lexicon, last=other.last)
            found.append(replace(both, plural=True))
    return found


def _key(text: str) -> str:
    return text.casefold().removeprefix("the ")


def _titled(mention: Mention, lexicon: WordBook) -> bool:
    """Whether a name begins with a title ("Queen", "General", "Dr")."""
    first, _, rest = mention.text.removeprefix("the ").partition(" ")
    if not mention.name or len(rest) < 3 or not first[:1].isupper():
        return False
    if any(character.isdigit() for character in rest):
        return False  # a model, as "Lark 20"
    norm = first.lower().rstrip(".")
    return norm in ("mr", "mrs", "ms", "dr", "prof", "sir", "st") or (
        lexicon.classes(norm)[:1] == ("person",) and lexicon.parts_of_speech(norm) != {}
    )


def _in_full(mention: Mention, others: list[Mention]) -> Mention:
    """A surname, or any part of a name, by the fullest name that was heard ("Curie")."""
    if not mention.name or not mention.stems or mention.role in ("topic", "section"):
        return mention
    topic = [m for m in others if m.role == "topic"]
    if topic and topic[0].stems <= mention.stems:
        return mention
    longer = [m for m in others if m.name and mention.stems < m.stems and len(m.stems) <= 4]
    longer = [
        m
        for m in longer
        if m.role == "topic" or (m.text.endswith(mention.text) and m.text.istitle())
        if not m.text[:1].isdigit()  # "in 1982 Zelva was ..."
    ]
    if not longer:
        return mention
    full = max(longer, key=lambda m: (m.role == "topic", m.salience))
    return replace(mention, text=full.text, stems=full.stems, kind=full.kind or mention.kind)
