"""Puts names in the place of the words that point back: pronouns, "there", "that year", "the book"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.ellipsis import put_question_phrase
from hegang_qa.conversation.focus import CLOSE, best_for, is_time
from hegang_qa.conversation.grammar import Phrase, Reading, read
from hegang_qa.conversation.mentions import Mention, kind_of_words, plain_topic
from hegang_qa.conversation.thread import Choice, Rewrite, Thread
from hegang_qa.conversation.words import (
    AUXILIARIES,
    DEMONSTRATIVES,
    PERSONAL,
    POSSESSIVE,
    PREPOSITIONS,
    TIME_NOUNS,
    WordBook,
)
from hegang_qa.text.tokens import tokenize

__all__ = ["resolve"]

_CONTENT = frozenset(("name", "noun", "adj", "verb", "num"))
_HAPPEN = frozenset("happen happened occur occurred occurs happens begin began start started".split())
_TOWARDS = frozenset("fly go get drive travel come walk move return arrive sail ride".split())
# "it" in these is nobody: "how long does it take to ...", "is it true that ..."
_EMPTY_IT = frozenset("take takes took rain rains rained snow snowed cost costs".split())
_EMPTY_IS = frozenset("true possible necessary likely important allowed known said safe".split())


# What was said before is repeated ("other than ...") only if it is no longer than so many words.
LONGEST_GIVEN = 8


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    put: str
    what: str
    rival: str = ""


def _own(name: str) -> str:
    return name if name.endswith(("'s", "s'")) else f"{name}'s"


def _has_antecedent(reading: Reading, at: int, base: str, lexicon: WordBook) -> bool:
    """Whether the question itself names what its pronoun means."""
    words = reading.words
    comma = any(w.norm == "," for w in words[at:])
    for phrase in reading.phrases:
        inside = phrase.first <= at < phrase.last
        if inside or any(w.tag == "pos" for w in words[phrase.first : phrase.last]):
            continue
        before = phrase.last <= at
        asked_for = reading.wh[0] <= phrase.first < reading.wh[1]
        if asked_for and words[at].tag == "pro" and reading.subject[0] < reading.subject[1]:
            continue  # "which town is it in": the town is asked for, not meant
        if not before and not (comma and phrase.first > at and phrase.name):
            continue
        if not before and not any(
            w.norm == "," for w in words[at : phrase.first]
        ):  # "when he came, what did Smith do": the name follows the comma
            continue
        head = words[phrase.head]
        kind = kind_of_words(words, phrase, lexicon)
        if head.tag == "num" or is_a(kind, "date") or is_a(kind, "number"):
            continue
        if base in ("he", "she"):
            if phrase.name or is_a(kind, "person"):
                return True
            continue
        plural = head.norm.endswith("s") and not head.norm.endswith("ss")
        if base == "it" and (phrase.name or not plural):
            return True
        if base == "they" and (phrase.name or plural or words[at].tag == "pos"):
            return True
    subject_wh = reading.aux < 0 and reading.wh_word in ("who", "which", "what") and reading.verb >= 0
    return subject_wh and reading.verb < at and words[at].tag == "pos" and base != "it"


def _empty_it(reading: Reading, at: int) -> bool:
    words = reading.words
    after = [w for w in words[at + 1 : at + 4] if w.tag != "adv"]
    if not after:
        return "time" in [w.norm for w in words[:at]]  # "what time is it"
    if after[0].norm in _EMPTY_IT:
        return len(after) < 2 or after[1].norm in ("to", "for", "in") or after[1].tag == "pro"
    be = at and words[at - 1].norm in ("is", "was")
    return bool(be) and after[0].norm in _EMPTY_IS


def _pronouns(
    reading: Reading, spoken: Sequence[Mention], lexicon: WordBook
) -> list[_Edit]:
    edits: list[_Edit] = []
    done: set[str] = set()
    stems = frozenset(w.stem for w in reading.words if w.tag in _CONTENT)
    for at, word in enumerate(reading.words):
        base = POSSESSIVE.get(word.norm) if word.tag == "pos" else PERSONAL.get(word.norm)
        if word.norm in ("this", "that") and _stands_alone(reading, at):
            base = "that"
        if base is None or base in done or word.tag not in ("pos", "pro", "det"):
            continue
        if base == "it" and word.tag == "pro" and _empty_it(reading, at):
            continue
        if _has_antecedent(reading, at, base, lexicon):
            continue
        found = best_for(base, spoken, without=stems)
        found = _suited(reading, at, found)
        if not found:
            continue
        done.add(base)
        mention = found[0][1]
        taken = [e.put for e in edits]
        if mention.text in taken and len(found) > 1:
            mention = found[1][1]
        put = _own(mention.text) if word.tag == "pos" or word.norm in ("hers", "theirs") else mention.text
        edits.append(_Edit(word.start, word.end, put, word.norm, _rival(found)))
    return edits


def _stands_alone(reading: Reading, at: int) -> bool:
    """Whether "that" is a pronoun by itself: the subject, or the object of a preposition."""
    words = reading.words
    after = words[at + 1] if at + 1 < len(words) else None
    if after is not None and after.tag in ("name", "noun", "adj", "num", "pro", "det", "pos"):
        return False
    before = words[at - 1] if at else None
    return before is not None and before.tag in ("aux", "prep") and at > reading.lead


def _suited(
    reading: Reading, at: int, found: list[tuple[float, Mention]]
) -> list[tuple[float, Mention]]:
    """Let the question's own words weigh in: "where is it" asks for a thing that has a place."""
    place = reading.wh_word == "where" or any(
        is_place
        for is_place in (w.norm in ("located", "situated") for w in reading.words)
    )
    possessive = reading.words[at].tag == "pos"
    changed = []
    for score, mention in found:
        if (place or possessive) and not mention.name and mention.role != "topic":
            score *= 0.8
        changed.append((score, mention))
    return sorted(changed, key=lambda pair: -pair[0])


def _one_of_two(reading: Reading, thread: Thread) -> list[_Edit]:
    """"the former" and "the latter": one of two that were named together."""
    words = reading.words
    at = next((i for i, w in enumerate(words) if w.norm in ("former", "latter") and i), -1)
    if at < 0 or words[at - 1].norm != "the":
        return []
    if at + 1 < len(words) and words[at + 1].tag in ("name", "noun"):
        return []  # "the former president"
    for turn in reversed(list(thread)):
        for text in (turn.answer or "", turn.asked):
            pair = _pair(text.rstrip("?!. "))
            if pair is not None:
                put = pair[words[at].norm == "latter"]
                owner = at + 1 < len(words) and words[at + 1].tag == "gen"
                end = words[at + 1].end if owner else words[at].end
                put = _own(put) if owner else put
                return [_Edit(words[at - 1].start, end, put, f"the {words[at].norm}")]
    return []


def _pair(text: str) -> tuple[str, str] | None:
    """The two things that "and" or "or" joins in a text."""
    words = tokenize(text)
    for i, word in enumerate(words):
        if word.norm in ("and", "or") and 0 < i < len(words) - 1:
            first, last = i, i + 1
            while first and _same_sort(words[first - 1].text, words[i - 1].text):
                first -= 1
            while last < len(words) and _same_sort(words[last].text, words[i + 1].text):
                last += 1
            return text[words[first].start : words[i - 1].end], text[
                words[i + 1].start : words[last - 1].end
            ]
    return None


def _same_sort(word: str, model: str) -> bool:
    """Whether a word goes on the phrase that `model` belongs to: a name, or plain words."""
    if not word[:1].isalnum():
        return False
    if model[:1].isupper():
        return word[:1].isupper()
    return word[:1].islower() and word not in PREPOSITIONS and word not in AUXILIARIES


def _rival(found: list[tuple[float, Mention]]) -> str:
    """The runner-up, where it is so close that the user should be asked."""
    if len(found) < 2:
        return ""
    (score, best), (second, rival) = found[0], found[1]
    same_place = best.role == rival.role and best.age == rival.age
    if same_place and score - second < CLOSE and best.role in ("object", "place", "subject"):
        return rival.text
    return ""


def _where_and_when(reading: Reading, spoken: Sequence[Mention]) -> list[_Edit]:
    edits: list[_Edit] = []
    words = reading.words
    for at, word in enumerate(words):
        before = words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        if word.norm in ("there", "here") and at >= reading.lead:
            beside = [w.norm for w in (before, after) if w is not None]
            if any(w in ("is", "are", "was", "were", "be", "been", "exist") for w in beside):
                if word.norm == "there" and not (after is None or after.tag == "mark"):
                    continue
            found = best_for("there", spoken)
            if found and found[0][1].name or found and found[0][1].kind:
                preposition = "" if before is not None and before.tag == "prep" else "in "
                if any(w.norm in _TOWARDS for w in words[:at]):
                    preposition = "" if before is not None and before.tag == "prep" else "to "
                place = found[0][1]
                text = _strip_preposition(place.text)
                edits.append(_Edit(word.start, word.end, preposition + text, word.norm))
        elif word.norm == "then" and at > reading.lead and at >= reading.end - 2:
            found = best_for("then", spoken)
            if found:
                preposition = "" if before is not None and before.tag == "prep" else "in "
                edits.append(_Edit(word.start, word.end, preposition + found[0][1].text, "then"))
    return edits


def _strip_preposition(text: str) -> str:
    head, _, tail = text.partition(" ")
    return tail if head.lower() in ("in", "at", "on", "near", "from", "to") and tail else text


def _demonstratives(
    reading: Reading, spoken: Sequence[Mention], lexicon: WordBook
) -> list[_Edit]:
    """"that year", "these abilities", "the book": noun phrases that point back."""
    edits: list[_Edit] = []
    words = reading.words
    for phrase in reading.phrases:
        det = words[phrase.first]
        pointing = det.norm in DEMONSTRATIVES
        if det.norm not in ("the", *DEMONSTRATIVES) or phrase.name:
            continue
        if phrase.first == phrase.head or reading.wh[0] <= phrase.first < reading.wh[1]:
            continue
        said = phrase.first and words[phrase.first - 1].tag in ("noun", "verb")
        if det.norm == "that" and said and words[phrase.head].norm not in TIME_NOUNS:
            continue  # "the man that ...", "say that ..."
        following = words[phrase.last] if phrase.last < len(words) else None
        qualified = following is not None and (
            following.tag in ("wh", "verb") or following.norm in ("of", "that")
        )
        if qualified or any(words[i].tag in ("name", "num") for i in range(phrase.first, phrase.last)):
            continue
        mention = _called(words[phrase.head].norm, phrase, reading, spoken, pointing, lexicon)
        if mention is None:
            continue
        put = mention.text
        if is_time(mention) and not phrase.preposition:
            put = f"in {put}"
        edits.append(_Edit(det.start, words[phrase.last - 1].end, put, reading.span(phrase.first, phrase.last)))
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
    own = {w.stem for w in words[phrase.first : phrase.last] if w.tag in _CONTENT}
    if noun in TIME_NOUNS and pointing:
        times = [m for m in spoken if is_time(m)]
        return times[0] if times else None
    for mention in spoken:
        if mention.described and mention.described == noun and mention.role == "answer":
            return mention
        if mention.head == stem and own < mention.stems and mention.role != "sentence":
            return mention
    if phrase.last - phrase.first > 2:
        return None
    kinds = lexicon.classes(noun)
    if not kinds or kinds[0] in ("person", "place", "entity", "organisation") and not pointing:
        return None
    for mention in spoken:
        if mention.kind and is_a(mention.kind, kinds[0]) and mention.name and mention.role != "sentence":
            return mention
    return None


def _bare_this(reading: Reading, thread: Thread, lexicon: WordBook) -> str | None:
    """"When did that happen?": the last question with another question phrase."""
    last = thread.last
    words = reading.words[reading.lead : reading.end]
    if last is None or not (reading.wh[0] < reading.wh[1]):
        return None
    tail = reading.words[reading.wh[1] : reading.end]
    if not tail or not any(w.norm in _HAPPEN for w in tail):
        return None
    if not any(w.norm in ("this", "that", "it") for w in tail) or len(tail) > 4:
        return None
    if words[0].norm in ("what", "who"):
        return None
    phrase = reading.span(*reading.wh)
    return put_question_phrase(
        phrase[:1].upper() + phrase[1:], last, read(last.asked, lexicon), lexicon
    )


def _besides(
    reading: Reading, edits: Sequence[_Edit], thread: Thread, lexicon: WordBook
) -> tuple[str, tuple[str, ...]]:
    """"... other ...": what was answered (or asked) before, and is not to be said again."""
    last = thread.last
    if last is None or not last.answer:
        return "", ()
    if not any(w.norm in ("else", "other", "others", "another") for w in reading.words):
        return "", ()
    before = read(last.asked, lexicon)
    said = {w.stem for w in before.words if w.tag in _CONTENT}
    if not any(w.stem in said for w in reading.words if w.tag in ("verb", "noun")):
        return "", ()
    given = (*last.excluded, last.answer)
    if any(e.put.startswith(last.answer) for e in edits):
        # "Who found radium?", "What else did she find?": it is the radium that was said
        things = [
            p for p in before.phrases if p.first >= before.verb >= 0 and not p.preposition
        ]
        if not things:
            return "", ()
        given = (before.span(things[0].first, things[0].last),)
    if len(" ".join(given).split()) > LONGEST_GIVEN:
        return "", given
    return f" other than {' and '.join(g.strip().rstrip('.,;') for g in given)}", given


def _about(reading: Reading, thread: Thread, spoken: Sequence[Mention]) -> str:
    """What a question without any name is silently about."""
    stems = {w.stem for w in reading.words}
    if thread.topic:
        topic = plain_topic(thread.topic)
        own = {w.stem for w in tokenize(topic) if len(w.norm) > 2}
        return "" if own & stems else topic
    content = [w for w in reading.words if w.tag in _CONTENT]
    first, last = reading.subject
    bare = (
        reading.wh_word in ("what", "how", "when", "where", "who")
        and reading.aux >= 0
        and first < last
        and reading.words[first].norm == "the"
        and last == reading.end
        and len(content) <= 3
        and not any(w.tag in ("name", "num") for w in content)
    )
    if not bare:
        return ""
    for mention in spoken:
        if mention.name and mention.role in ("subject", "object", "place", "possessor", "answer"):
            return "" if mention.stems & stems else mention.text
    return ""


def _apply(text: str, edits: Sequence[_Edit]) -> str:
    out, at = [], 0
    for edit in sorted(edits, key=lambda e: e.start):
        if edit.start < at:
            continue
        put = edit.put
        if edit.start == 0:
            put = put[:1].upper() + put[1:]
        out.append(text[at : edit.start] + put)
        at = edit.end
    return "".join(out) + text[at:]


def resolve(
    question: str, text: str, thread: Thread, spoken: Sequence[Mention], lexicon: WordBook
) -> Rewrite:
    """Return `text` with everything that points back put in words; `question` is as typed."""
    reading = read(text, lexicon)
    happened = _bare_this(reading, thread, lexicon)
    if happened is not None:
        full = " ".join(happened.split()).rstrip("?!. ") + "?"
        return Rewrite(full, full, True, ("that: of the last question",))
    edits = _pronouns(reading, spoken, lexicon)
    edits += _one_of_two(reading, thread)
    edits += _where_and_when(reading, spoken)
    edits += _demonstratives(reading, spoken, lexicon)
    edits = [e for e in edits if e.put.casefold() != text[e.start : e.end].casefold()]
    besides, given = _besides(reading, edits, thread, lexicon)
    optional = False
    changed_text = _apply(text, edits)
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
    query = changed_text
    if besides:
        end = len(changed_text.rstrip(" ?!."))
        changed_text = f"{changed_text[:end]}{besides}{changed_text[end:]}"
        how.append(besides.strip())
    choices: tuple[Choice, ...] = ()
    rivals = [e for e in edits if e.rival]
    if len(rivals) == 1:
        other = [
            _Edit(e.start, e.end, _own(e.rival) if e.put.endswith("'s") else e.rival, e.what)
            if e is rivals[0]
            else e
            for e in edits
        ]
        choices = (Choice(query, query), Choice(_apply(text, other), _apply(text, other)))
    return Rewrite(changed_text, query, True, tuple(how), choices, given, optional)
