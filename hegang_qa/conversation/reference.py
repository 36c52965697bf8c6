"""Puts names in the place of words that point back: pronouns, "there", "that year", "the book"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.antecedent import has_antecedent, is_empty_it, is_pronoun
from hegang_qa.conversation.edits import Edit, genitive
from hegang_qa.conversation.focus import CLOSE, best_for, fits, is_time
from hegang_qa.conversation.grammar import CONTENT, Phrase, Reading
from hegang_qa.conversation.mention import Mention
from hegang_qa.conversation.pairs import pair
from hegang_qa.conversation.words import (
    DEMONSTRATIVES,
    PERSONAL,
    POSSESSIVE,
    TIME_NOUNS,
    WordBook,
)

__all__ = [
    "AROUND",
    "each_of_them",
    "one_of_them",
    "places_and_times",
    "pointing_phrases",
    "pronouns",
]

# What a date can be called; "this season" and "that era" are seldom the date that was told.
_DATED = frozenset("year month day date decade century time week moment".split())

# Prepositions after which "that" is the time that was told.
AROUND = frozenset("after before since until till by around".split())

_EXISTS = frozenset(
    "is are was were be been have has had exist exists may might will would can ever".split()
)

# An answer that names something else fits "there" no better than this.
_NO_PLACE = 0.3

# What was spoken of before the last thing is seldom meant by "it".
_STALE = 0.5
_FITS_WELL = 0.8

# A day of a month.
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z]|[A-Za-z] \d{1,2}\b(?!\d)")
_TOWARDS = frozenset("fly go get drive travel come walk move return arrive sail ride".split())


def pronouns(reading: Reading, spoken: Sequence[Mention], lexicon: WordBook) -> list[Edit]:
    """Return edits that name what personal and possessive pronouns mean."""
    edits: list[Edit] = []
    done: set[str] = set()
    stems = frozenset(w.stem for w in reading.words if w.tag in CONTENT)
    for at, word in enumerate(reading.words):
        base = POSSESSIVE.get(word.norm, "it") if word.tag == "pos" else PERSONAL.get(word.norm)
        if word.norm in ("this", "that") and is_pronoun(reading, at):
            base = "that"
        if base is None or base in done or word.tag not in ("pos", "pro", "det"):
            continue
        if base == "it" and word.tag == "pro" and is_empty_it(reading, at):
            continue
        if has_antecedent(reading, at, base, lexicon):
            continue
        relative = base == "that" and at and reading.words[at - 1].norm in AROUND
        times = best_for("then", spoken) if relative else []  # "what happened after that"
        if base == "that" and reading.wh_word == "who" and reading.verb < 0:
            base = "he"  # "who is that": whoever was spoken of
        found = times or _suited(reading, at, best_for(base, spoken, without=stems))
        two = _one_of_couple(base, spoken, found)
        found = two or found
        if not found:
            continue
        done.add(base)
        mention = found[0][1].definite()
        taken = [e.put for e in edits]
        if mention.text in taken and len(found) > 1:
            mention = found[1][1].definite()
        mention = _without_own(mention, reading, at)
        bare = mention.plural and not mention.name and mention.text[:1].islower()
        if bare and reading.words[at - 1].norm == "of" and not mention.text.startswith("the "):
            mention = replace(mention, text=f"the {mention.text}")  # "how many of the books"
        put = (
            genitive(mention.text)
            if word.tag == "pos" or word.norm in ("hers", "theirs")
            else mention.text
        )
        rival = found[1][1].text if two else _rival(base, found)
        thing = _owned(reading, at)
        if base == "it" and thing and mention.text.endswith("s") and not rival:
            put = f"the {reading.span(at + 1, thing)} of {mention.text}"
            end = reading.words[thing - 1].end
            edits.append(Edit(word.start, end, put, word.norm, meant=mention.text))
            continue
        edits.append(Edit(word.start, word.end, put, word.norm, rival))
    return edits


def _one_of_couple(
    base: str, spoken: Sequence[Mention], found: list[tuple[float, Mention]]
) -> list[tuple[float, Mention]]:
    """Both of two things that were the answer, where "it", "he" or "she" can mean only one."""
    couple = next((m for m in spoken if m.age == 0 and m.role == "answer"), None)
    if base not in ("it", "he", "she") or couple is None or not couple.plural:
        return []
    if any(m.age == 0 and m.role in ("subject", "object") for _, m in found if not m.plural):
        return []
    both = pair(couple.text)
    if both is None or f"{both[0]} and {both[1]}" != couple.text:
        return []
    people = base != "it"
    parts = [
        replace(couple, text=text, plural=False, name=text[:1].isupper(), stems=frozenset())
        for text in both
    ]
    if is_a(couple.kind, "person") != people and (couple.kind or not people):
        return []
    return [(couple.salience, part) for part in parts]


def _owned(reading: Reading, at: int) -> int:
    """The end of what the possessive pronoun at word `at` owns, 0 if it cannot be moved.

    "What is its full name": "the full name of Acme Mills" reads better than "Acme Mills's".
    """
    words = reading.words
    phrase = next((p for p in reading.phrases if p.first == at), None)
    if (
        words[at].tag != "pos"
        or phrase is None
        or any(w.tag == "gen" for w in words[at : phrase.last])
    ):
        return 0
    follows = words[phrase.last].norm if phrase.last < len(words) else ""
    return 0 if follows in ("of", "'s", "'") else phrase.last


def _without_own(mention: Mention, reading: Reading, at: int) -> Mention:
    """The mention without the part that the question itself puts in another way.

    "What is the fee for books?", "How much is it for DVDs?": the fee, not the fee for books.
    """
    later = [w.norm for w in reading.words[at + 1 :] if w.tag == "prep"]
    for preposition in ("for", "in", "on", "at", "per"):
        head, found, _ = mention.text.partition(f" {preposition} ")
        if found and preposition in later and not mention.name:
            return replace(mention, text=head)
    return mention


def one_of_them(reading: Reading, spoken: Sequence[Mention]) -> list[Edit]:
    """Return the edit that names what "one" is one of ("where can I get one?")."""
    words = reading.words
    if any(w.tag in ("name", "num") for w in words):
        return []
    for at in range(reading.lead + 1, reading.end):
        closes = at + 1 >= reading.end or words[at + 1].tag in ("prep", "mark", "adv", "conj")
        if words[at].norm != "one" or not closes:
            continue
        first = at
        while words[first - 1].tag == "adj" and first > 1:
            first -= 1
        qualified = first < at and words[first - 1].norm in ("a", "an", "another")
        if words[at - 1].tag != "verb" and not qualified:
            continue
        for mention in spoken:
            told = mention.role in ("answer", "setting", "sentence") or is_time(mention)
            if mention.name or mention.age or not mention.head or told:
                continue
            if qualified:  # "a new one"
                noun = mention.text.split()[-1]
                return [Edit(words[at].start, words[at].end, noun, "one")]
            if not mention.plural:
                text = mention.text.removeprefix("the ")
                put = text if text.split(" ")[0] in ("a", "an") else f"a {text}"
                return [Edit(words[at].start, words[at].end, put, "one")]
    return []


def each_of_them(reading: Reading, spoken: Sequence[Mention]) -> list[Edit]:
    """Return the edit that names what "each" is one of ("how long is *each*?")."""
    words = reading.words
    for at in range(reading.lead + 1, reading.end):
        closes = at + 1 >= reading.end or words[at + 1].tag in ("mark", "verb", "aux", "prep")
        plural = [m for m in spoken if m.plural and not m.age and not m.name]
        plural.sort(key=lambda m: is_a(m.kind, "person"))
        several = next(iter(plural), None)
        if words[at].norm == "each" and closes and several is not None:
            return [
                Edit(
                    words[at].start,
                    words[at].end,
                    f"each of the {several.text.removeprefix('the ')}",
                    "each",
                )
            ]
    return []


def _suited(
    reading: Reading, at: int, found: list[tuple[float, Mention]]
) -> list[tuple[float, Mention]]:
    """Let the question's own words weigh in: "where is it" asks for a thing that has a place."""
    pro = reading.words[at].norm
    things = {
        m.age
        for _, m in found
        if m.role in ("subject", "object") and not m.plural and not is_a(m.kind, "person")
    }
    place = reading.wh_word == "where" or any(
        is_place for is_place in (w.norm in ("located", "situated") for w in reading.words)
    )
    possessive = reading.words[at].tag == "pos"
    known = [mention for _, mention in found if _is_thing(mention)]
    newest = min((mention.age for mention in known), default=0)
    last = [mention.stems for mention in known if mention.age == newest]
    changed = []
    for score, mention in found:
        if (place or possessive) and not mention.name and mention.role != "topic":
            score *= 0.8
        if pro == "it" and mention.role == "place" and mention.age in things:
            score *= 0.6  # "who built the mill in Wells": the mill
        if pro == "it" and mention.age > newest and not any(s <= mention.stems for s in last):
            score *= _STALE  # but "the fee for books" is "the fee" in full
        if possessive and any(
            other.stems < mention.stems and " of " in mention.text and other.role != "sentence"
            for _, other in found
        ):
            score *= 0.6  # "the population of Spain": "its capital" is that of Spain
        changed.append((score, mention))
    return sorted(changed, key=lambda pair: -pair[0])


def _is_thing(mention: Mention) -> bool:
    """Whether a mention is one known thing, which a question or its answer names."""
    known = mention.name or mention.text.startswith("the ")
    asked = mention.role in ("subject", "object", "place", "answer")
    return known and asked and not mention.plural and fits("it", mention) >= _FITS_WELL


def _rival(base: str, found: list[tuple[float, Mention]]) -> str:
    """The runner-up, where it is so close that the user should be asked."""
    if len(found) < 2:
        return ""
    (score, best), (second, rival) = found[0], found[1]
    if base == "they" and (is_a(rival.kind, "place") or rival.role == "place"):
        return ""
    if rival.stems <= best.stems or best.stems <= rival.stems:
        return ""  # "the height of the tower" and "the tower"
    same_place = best.role == rival.role and best.age == rival.age
    if same_place and score - second < CLOSE and best.role in ("object", "place", "subject"):
        return rival.text
    return ""


def places_and_times(
    reading: Reading, spoken: Sequence[Mention], taken: Sequence[str] = ()
) -> list[Edit]:
    """Return edits that name the place of "there" and the time of "then"; `taken` is what other
    words of the question mean."""
    edits: list[Edit] = []
    words = reading.words
    for at, word in enumerate(words):
        before = words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        if word.norm in ("there", "here") and at >= reading.lead:
            beside = [w.norm for w in (before, after) if w is not None]
            if any(w in _EXISTS for w in beside):
                continue  # "is there a ...", "how many are there"
            if after is not None and after.tag in ("noun", "adj", "name", "num", "det"):
                continue
            found = [
                (score, mention)
                for score, mention in best_for("there", spoken)
                if mention.text not in taken
                and (mention.role != "answer" or fits("there", mention) > _NO_PLACE)
            ]
            if (found and found[0][1].name) or (found and found[0][1].kind):
                preposition = "" if before is not None and before.tag == "prep" else "in "
                if any(w.norm in _TOWARDS for w in words[:at]):
                    preposition = "" if before is not None and before.tag == "prep" else "to "
                place = found[0][1]
                text = _strip_preposition(place.text)
                edits.append(Edit(word.start, word.end, preposition + text, word.norm))
        elif word.norm == "then" and at > reading.lead and at >= reading.end - 2:
            if not any(w.tag in CONTENT for w in words[:at]):
                continue  # "who is it then"
            found = best_for("then", spoken)
            if found:
                time = found[0][1].text
                preposition = "on " if _DAY.search(time) else "in "
                preposition = "" if before is not None and before.tag == "prep" else preposition
                edits.append(Edit(word.start, word.end, preposition + time, "then"))
    return edits


def _strip_preposition(text: str) -> str:
    head, _, tail = text.partition(" ")
    return tail if head.lower() in ("in", "at", "on", "near", "from", "to") and tail else text


def pointing_phrases(reading: Reading, spoken: Sequence[Mention], lexicon: WordBook) -> list[Edit]:
    """ "that year", "these abilities", "the book": noun phrases that point back."""
    edits: list[Edit] = []
    words = reading.words
    for phrase in reading.phrases:
        det = words[phrase.first]
        pointing = det.norm in DEMONSTRATIVES
        if det.norm not in ("the", *DEMONSTRATIVES) or phrase.name:
            continue
        if phrase.first == phrase.head or reading.wh[0] <= phrase.first < reading.wh[1]:
            continue
        head = words[phrase.head].norm
        said = phrase.first and words[phrase.first - 1].tag in ("noun", "verb", "adj", "name")
        if det.norm == "that" and head not in TIME_NOUNS and (said or head.endswith("s")):
            continue  # "the man that ...", "say that ..."
        following = words[phrase.last] if phrase.last < len(words) else None
        qualified = following is not None and (
            following.tag in ("wh", "verb", "name", "noun", "adj", "num", "gen")
            or following.norm in ("of", "that", "who", "which")
        )
        if qualified or any(
            words[i].tag in ("name", "num") for i in range(phrase.first, phrase.last)
        ):
            continue
        mention = _called(words[phrase.head].norm, phrase, reading, spoken, pointing, lexicon)
        if mention is None:
            continue
        # "The late fee *for books*" is not that "for DVDs".
        own = following is not None and following.norm in mention.text.split()
        if own and not pointing:
            continue
        put = mention.definite().text
        start = det.start
        if is_time(mention) and phrase.preposition in ("", "at"):
            put = f"in {put}"
            start = words[phrase.first - 1].start if phrase.preposition else start
        edits.append(
            Edit(start, words[phrase.last - 1].end, put, reading.span(phrase.first, phrase.last))
        )
    return edits


def _called(
    noun: str,
    phrase: Phrase,
    reading: Reading,
    spoken: Sequence[Mention],
    pointing: bool,
    lexicon: WordBook,
) -> Mention | None:
    """The mention that a noun phrase like "the book" or "this city" means."""
    words = reading.words
    stem = words[phrase.head].stem
    own = {w.stem for w in words[phrase.first : phrase.last] if w.tag in CONTENT}
    if (
        noun in TIME_NOUNS
        and pointing
        and (noun in _DATED or any(m.role == "topic" for m in spoken))
    ):
        times = [
            m
            for m in spoken
            if is_time(m) and m.age < 2 and m.role != "sentence" and m.head != stem
        ]
        return times[0] if times else None
    if not pointing and any(w.tag in ("name", "num") for w in words):
        return None  # a question with a name of its own says what it is about
    reach = 3 if pointing else 1
    near = [m for m in spoken if m.age < reach and m.role not in ("sentence", "section")]
    for mention in near:
        if mention.described == noun and mention.role == "answer":
            return mention
        if mention.head == stem and own < mention.stems:
            return mention
    kinds = lexicon.classes(noun)
    if phrase.last - phrase.first > 2 or not kinds:
        return None
    if not pointing and noun != kinds[0]:
        return None  # "the river" is the one that was named; "the libretto" no work that was
    for mention in near:
        if mention.kind and is_a(mention.kind, kinds[0]) and mention.name:
            return mention
    for mention in near if pointing and len(words) <= 6 else ():
        # "where is this mountain": nothing else is named, so it is what was spoken of last
        alone = not any(w.tag in ("name", "num") for w in words)
        if alone and mention.name and not mention.kind and mention.age == 0:
            return mention
    return None
