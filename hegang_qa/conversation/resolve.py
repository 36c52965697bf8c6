"""Makes a whole question stand alone: what points back is named, what is left unsaid is added."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.antecedent import has_antecedent, is_empty_it
from hegang_qa.conversation.deeds import with_deed
from hegang_qa.conversation.edits import Edit, apply_edits, genitive
from hegang_qa.conversation.ellipsis import base_form, put_question_phrase
from hegang_qa.conversation.grammar import CONTENT, Reading, Word, read
from hegang_qa.conversation.kinds import kind_of_words, looks_plural
from hegang_qa.conversation.mention import Mention, plain_topic
from hegang_qa.conversation.pairs import one_of_two
from hegang_qa.conversation.reference import (
    each_of_them,
    one_of_them,
    places_and_times,
    pointing_phrases,
    pronouns,
)
from hegang_qa.conversation.thread import Choice, Rewrite, Thread, Turn
from hegang_qa.conversation.words import PERSONAL, POSSESSIVE, TIME_NOUNS, WordBook
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import STOPWORDS

__all__ = ["points_back", "resolve"]

_HAPPEN = frozenset("happen happened occur occurred occurs happens".split())

# Stems of verbs that are not done, so that they take no time: "how much does it cost", "how long
# does it take".
_STATES = frozenset(
    "cost take last weigh measur contain hold have mean own belong need exist seem know".split()
)

_ELSE = re.compile(r"\s+else\b", re.IGNORECASE)

_OF_PEOPLE = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}

# What was said before is repeated ("other than ...") only if it is no longer than so many words.
LONGEST_GIVEN = 8


# "they" and "their" are not among them: those who run the place may be meant.
_POINTING = frozenset("it its he him his she her hers them".split())
_WEATHER = frozenset("rain raining snow snowing".split())


def points_back(question: str, lexicon: WordBook) -> bool:
    """Return whether a question has a pronoun for what it does not name itself ("who owns it?")."""
    reading = read(question, lexicon)
    for at, word in enumerate(reading.words):
        if word.norm not in _POINTING or word.tag not in ("pos", "pro"):
            continue
        own = POSSESSIVE.get(word.norm, "it") if word.tag == "pos" else PERSONAL[word.norm]
        if own == "it" and word.tag == "pro" and is_empty_it(reading, at):
            continue
        if word.norm == "it" and any(w.norm in _WEATHER for w in reading.words[at + 1 : at + 3]):
            continue
        if any(p.first != at and (p.name or p.preposition) for p in reading.phrases):
            continue  # a name may be meant; "how cold is it in winter"
        if not has_antecedent(reading, at, own, lexicon):
            return True
    return False


def _sibling(reading: Reading, thread: Thread, lexicon: WordBook) -> str | None:
    """ "What is the fee for books?", "What is the highest fee?": the fee for books is meant."""
    last = thread.last
    if last is None or not _names_only(reading):
        return None
    before = read(last.asked, lexicon)
    first, end = before.subject
    be = before.aux >= 0 and before.words[before.aux].norm == reading.words[reading.aux].norm
    if not be or before.wh_word != reading.wh_word or before.verb >= 0 or first >= end:
        return None
    own = next((p for p in before.phrases if p.first == first), None)
    if own is None or own.last >= len(before.words):
        return None
    said = reading.span(*reading.subject)
    if before.words[first].norm == "the" and before.words[own.last].tag == "prep":
        rest = before.span(own.last, before.end)
    else:
        return None
    return f"{reading.span(reading.lead, reading.subject[0])} {said} {rest}"


def _names_only(reading: Reading) -> bool:
    """Whether a question is no more than "what is the ..."."""
    first, last = reading.subject
    words = reading.words[first:last]
    return (
        reading.wh_word in ("what", "how", "when", "where", "who")
        and reading.aux >= 0
        and reading.verb < 0
        and len(words) > 1
        and words[0].norm == "the"
        and last == reading.end
        and len(words) <= 4
        and all(w.tag in ("noun", "adj", "verb") for w in words[1:])
        and words[-1].tag == "noun"
    )


def _event(reading: Reading, thread: Thread, lexicon: WordBook) -> str | None:
    """ "When did that happen?", "where was it?": the last question with another question phrase."""
    last = thread.last
    words = reading.words[reading.lead : reading.end]
    if last is None or not (reading.wh[0] < reading.wh[1]) or reading.wh[0] > reading.lead:
        return None
    tail = reading.words[reading.wh[1] : reading.end]
    if len(tail) < 2 or len(tail) > 4 or tail[0].tag != "aux":
        return None
    if tail[1].norm not in ("this", "that", "it"):
        return None
    if words[0].norm == "why" and len(tail) == 2:
        pass  # "why is that"
    elif len(tail) == 2:
        # "When was gold found?", "Where was it?": the finding, unless a thing was spoken of
        before = read(last.asked, lexicon)
        if words[0].norm == "how" and len(words) > len(tail) + 1:
            return None  # "how much was it": the thing
        past = before.aux >= 0 and before.words[before.aux].norm in ("was", "were", "did")
        # "Who set up the mill?", "When was that?"
        past = past or (before.aux < 0 and tail[1].norm != "it")
        if tail[0].norm != "was" or not past or before.verb < 0:
            return None
    elif len(tail) == 3 and tail[2].norm == "cost":
        # "Where can I park?", "How much does it cost?": the parking
        before = read(last.asked, lexicon)
        first, until = before.subject
        speaker = until == first + 1 and before.words[first].norm in ("i", "we", "you", "one")
        things = [
            p
            for p in before.phrases
            if not p.preposition and not is_a(kind_of_words(before.words, p, lexicon), "person")
        ]
        if before.verb < 0 or not speaker or things:
            return None
        rest = before.span(before.verb, before.end)
        return f"{reading.span(*reading.wh)} {tail[0].norm} it cost to {rest}"
    elif len(tail) == 3 and tail[2].norm == "take" and reading.wh_word == "how":
        # "How do I mend it?", "How long does that take?": the mending
        before = read(last.asked, lexicon)
        way = _way(before)
        if before.verb < 0 and way:
            return f"{reading.span(*reading.wh)} {tail[0].norm} it take {way}"
        if before.verb < 0 or before.wh_word in ("what", "which"):
            return None
        if before.words[before.verb].stem in _STATES:
            return None
        verb = base_form(before.words[before.verb].norm, lexicon)
        rest = before.span(before.verb + 1, before.end)
        if before.aux >= 0 and before.words[before.aux].norm in ("is", "are", "was", "were"):
            rest = f"{before.span(*before.subject)} {rest}"
        done = f"{verb} {rest}"
        return f"{reading.span(*reading.wh)} {tail[0].norm} it take to {done}"
    elif not any(w.norm in _HAPPEN for w in tail[2:]):
        return None
    timed = reading.words[reading.wh[1] - 1].norm in TIME_NOUNS
    if words[0].norm in ("what", "who", "whose", "which") and not timed:
        return None  # but "what year was that"
    phrase = reading.span(*reading.wh)
    return put_question_phrase(
        phrase[:1].upper() + phrase[1:], last, read(last.asked, lexicon), lexicon
    )


def _way(before: Reading) -> str:
    """Where from and where to the last question asked ("from the station to the hotel")."""
    ways = [p for p in before.phrases if p.preposition in ("from", "to", "between")]
    if ways:
        return before.span(ways[0].first - 1, before.end)
    first, last = before.subject
    far = before.span(*before.wh).lower() == "how far"
    return f"to {before.span(first, last)}" if far and first < last else ""


def _names(reading: Reading, text: str) -> bool:
    """Whether a question itself holds a text."""
    parts = [t.norm for t in tokenize(text) if t.kind != "mark"]
    norms = [w.norm for w in reading.words]
    ends = range(len(parts), len(norms) + 1) if parts else ()
    return any(norms[end - len(parts) : end] == parts for end in ends)


def _told_of(reading: Reading, thread: Thread) -> Turn | None:
    """The last turn that told of what the question names; where it names nothing, the last."""
    names = {w.norm for w in reading.words if w.tag == "name"}
    if not names:
        return thread.last
    for turn in reversed(list(thread)):
        said = {t.norm for t in tokenize(f"{turn.asked} {turn.answer or ''}")}
        if names <= said:
            return turn
    return None


def _besides(
    reading: Reading, edits: Sequence[Edit], thread: Thread, lexicon: WordBook
) -> tuple[str, tuple[str, ...]]:
    """ "... other ...": what was answered (or asked) before, and is not to be said again."""
    last = _told_of(reading, thread)
    if last is None or not last.answer:
        return "", ()
    norms = [w.norm for w in reading.words]
    if not any(w in norms for w in ("else", "other", "others", "another")) or "each" in norms:
        return "", ()
    if "else" not in norms and not edits and thread.topic is None:
        return "", ()
    before = read(last.asked, lexicon)
    said = {w.stem for w in before.words if w.tag in CONTENT}
    if not any(w.stem in said for w in reading.words if w.tag in ("verb", "noun")):
        return "", ()
    given = (*last.excluded, last.answer)
    if any(e.put.startswith(last.answer) for e in edits) or _names(reading, last.answer):
        # "Who found radium?", "What else did she find?": it is the radium that was said
        things = [p for p in before.phrases if p.first >= before.verb >= 0 and not p.preposition]
        if not things:
            return "", ()
        given = (before.span(things[0].first, things[0].last),)
    if len(" ".join(given).split()) > LONGEST_GIVEN:
        return "", given
    return f" other than {' and '.join(g.strip().rstrip('.,;') for g in given)}", given


def _full_topic(reading: Reading, thread: Thread, edits: Sequence[Edit]) -> list[Edit]:
    """A part of the topic's name, in full: the surname alone of whom all of it is about."""
    if not thread.topic:
        return []
    topic = plain_topic(thread.topic)
    parts = [t.norm for t in tokenize(topic) if t.kind != "mark"]
    if len(parts) < 2 or any(topic in e.put for e in edits):
        return []
    words = reading.words
    at = next((i for i, w in enumerate(words) if _part(w, parts)), -1)
    if at < 0 or (words[at].tag not in ("name", "noun") and words[at].norm != parts[-1]):
        return []
    first, last = at, at + 1
    while last < len(words) and words[last].norm in parts:
        last += 1
    end_part = words[first].norm in (parts[0], parts[-1])
    if last - first == len(parts) or (words[first].tag != "name" and not end_part):
        return []
    whole = genitive(topic) if words[first].norm not in parts else topic
    return [Edit(words[first].start, words[last - 1].end, whole, reading.span(first, last))]


def _part(word: Word, parts: Sequence[str]) -> bool:
    """Whether a word is a part of a name, or its genitive without the mark ("Anns book")."""
    if len(word.norm) <= 3 and word.tag != "name":
        return False
    owner = word.tag == "name" and word.norm.endswith("s") and word.norm[:-1] in parts
    return word.norm not in STOPWORDS and (word.norm in parts or owner)


def _about(reading: Reading, thread: Thread, spoken: Sequence[Mention]) -> str:
    """What a question without any name is silently about."""
    stems = {w.stem for w in reading.words}
    if thread.topic:
        topic = plain_topic(thread.topic)
        own = {w.stem for w in tokenize(topic) if w.norm not in STOPWORDS}
        return "" if own & stems else topic
    if not _names_only(reading):
        return ""
    for mention in spoken:
        one = mention.text.startswith("the ") and mention.age == 0 and not mention.plural
        known = mention.name or (one and mention.role in ("subject", "object"))
        if known and mention.role in ("subject", "object", "place", "possessor", "answer"):
            return "" if mention.stems & stems else mention.text
    return ""


def _without_unknown(edits: Sequence[Edit], thread: Thread) -> list[Edit]:
    """All edits, without a "she" that the last question had as well and nothing told who she is:
    only its answer can name her."""
    last = thread.last
    if last is None:
        return list(edits)
    left = {_OF_PEOPLE.get(token.norm) for token in tokenize(last.asked)} - {None}
    answer = last.answer or ""
    return [e for e in edits if _OF_PEOPLE.get(e.what) not in left or e.put in answer]


def _not_the_place(edits: list[Edit], places: list[Edit]) -> list[Edit]:
    """All edits, without a "they" that would be the place of "there" ("do they swim there")."""
    there = [e.put for e in places]
    kept = [e for e in edits if e.what != "they" or not any(put.endswith(e.put) for put in there)]
    return kept + places


_SINGULAR = {"are": "is", "were": "was", "do": "does", "have": "has"}


def _agreeing(text: str, edits: Sequence[Edit]) -> str:
    """The question with its auxiliary in the number of what "they" stands for."""
    for edit in edits:
        last = edit.put.rpartition(" ")[2].lower()
        if edit.what != "they" or " and " in edit.put or looks_plural(last):
            continue
        for several, one in _SINGULAR.items():
            text = re.sub(rf"\b{several} {re.escape(edit.put)}\b", f"{one} {edit.put}", text)
    return text


def resolve(
    question: str, text: str, thread: Thread, spoken: Sequence[Mention], lexicon: WordBook
) -> Rewrite:
    """Return `text` with everything that points back put in words; `question` is as typed."""
    reading = read(text, lexicon)
    happened = _event(reading, thread, lexicon) or _sibling(reading, thread, lexicon)
    sibling = (
        happened is not None
        and reading.subject[0] < reading.subject[1]
        and (reading.words[reading.subject[0]].norm == "the")
    )
    if happened is not None:
        full = " ".join(happened.split()).rstrip("?!. ") + "?"
        return Rewrite(full, full, True, ("the rest: of the last question",), optional=sibling)
    edits = _without_unknown(pronouns(reading, spoken, lexicon), thread)
    edits += _full_topic(reading, thread, edits)
    edits += one_of_two(reading, thread) or one_of_them(reading, spoken)
    edits += each_of_them(reading, spoken)
    taken = [e.meant or e.put for e in edits if e.what == "it"]
    edits = _not_the_place(edits, places_and_times(reading, spoken, taken))
    edits = with_deed(reading, edits, thread, lexicon)
    edits += pointing_phrases(reading, spoken, lexicon)
    edits = [e for e in edits if e.put.casefold() != text[e.start : e.end].casefold()]
    besides, given = _besides(reading, edits, thread, lexicon)
    optional = False
    changed_text = _agreeing(apply_edits(text, edits), edits)
    how = [f"{e.what} -> {e.put}" for e in edits]
    if not edits:
        about = _about(reading, thread, spoken)
        if about:
            end = len(text.rstrip(" ?!."))
            joint = "of" if reading.subject[0] < reading.subject[1] and reading.verb < 0 else "for"
            changed_text = f"{text[:end]} {joint} {about}{text[end:]}"
            how.append(f"about {about}")
            optional = True
    if not how and not besides:
        return Rewrite(question, question)
    if reading.lead and edits:
        changed_text = changed_text[reading.words[reading.lead].start :].lstrip()
        changed_text = changed_text[:1].upper() + changed_text[1:]
    query = _ELSE.sub("", changed_text)
    if besides:
        end = len(changed_text.rstrip(" ?!."))
        changed_text = f"{changed_text[:end]}{besides}{changed_text[end:]}"
        how.append(besides.strip())
    choices: tuple[Choice, ...] = ()
    rivals = [e for e in edits if e.rival]
    if len(rivals) == 1:
        other = [
            Edit(e.start, e.end, genitive(e.rival) if e.put.endswith("'s") else e.rival, e.what)
            if e is rivals[0]
            else e
            for e in edits
        ]
        said = (rivals[0].put.removesuffix("'s"), rivals[0].rival)
        texts = (query, apply_edits(text, other))
        choices = tuple(Choice(*labelled) for labelled in zip(said, texts, strict=True))
    return Rewrite(
        changed_text, query, True, tuple(how), choices, given, optional,
        meant=tuple(e.meant or e.put.removesuffix("'s") for e in edits),
        people=tuple(
            (_OF_PEOPLE[e.what], e.put.removesuffix("'s")) for e in edits if e.what in _OF_PEOPLE
        ),
    )  # fmt: skip
