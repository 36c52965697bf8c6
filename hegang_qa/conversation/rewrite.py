"""Makes a follow-up question stand alone, from the thread of the conversation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hegang_qa.answer_types import is_a
from hegang_qa.conversation.attributes import ROW, Exchanged
from hegang_qa.conversation.carried import with_time
from hegang_qa.conversation.edits import apply_edits, genitive
from hegang_qa.conversation.ellipsis import Fragment, fragment, put_question_phrase
from hegang_qa.conversation.exchange import exchange, tells_time, without_clause
from hegang_qa.conversation.focus import CLOSE, best_for
from hegang_qa.conversation.grammar import Reading, read
from hegang_qa.conversation.mentions import mentions
from hegang_qa.conversation.pairs import one_of_two
from hegang_qa.conversation.phrasing import (
    WHEN_SO,
    WHY_SO,
    asked_alone,
    attribute_asked,
    condition_added,
    opposed,
    told_of_oneself,
    unit_asked,
    without_oneself,
    year_moved,
    year_told,
)
from hegang_qa.conversation.reference import AROUND
from hegang_qa.conversation.requests import correction, request
from hegang_qa.conversation.resolve import resolve
from hegang_qa.conversation.slips import mend
from hegang_qa.conversation.thread import LONGEST_QUESTION, Choice, Rewrite, Thread, Turn
from hegang_qa.conversation.which_ones import which_ones
from hegang_qa.conversation.words import NOW, PERSONAL, POSSESSIVE, WordBook

__all__ = ["rewrite"]

# A phrase is put into an earlier question only if it fits there so well, and each question
# further back counts so much less.
_CLEARLY = 3.0
_BACK = 0.3
_EARLIER = 4

_WHAT_ABOUT = (
    "what about ", "how about ", "what of ", "same for ", "the same for ", "same question for ",
    "the same question for ", "same thing for ", "the same thing for ",
)  # fmt: skip


def _known(word: str) -> bool:
    return False


def rewrite(
    question: str,
    thread: Thread,
    *,
    lexicon: WordBook,
    is_known: Callable[[str], bool] = _known,
) -> Rewrite:
    """Return `question` as it would have to be asked without the conversation before it.

    A question that stands alone comes back unchanged. `is_known` tells whether a folded word
    stands in the documents; such a word is never taken for a misspelt pronoun or question word.
    """
    same = Rewrite(question, question)
    if not thread or not question.strip() or len(question) > LONGEST_QUESTION:
        return same
    last = thread.last
    wanted = request(question)
    if wanted and last is not None:
        return Rewrite(question, question, request=wanted)
    text = mend(question.strip(), lexicon=lexicon, is_known=is_known)
    meant = correction(text) if last is not None else None
    body, opened = _opening(meant if meant is not None else text)
    said = body.strip(" ?!.").lower()
    body = "why?" if said in WHY_SO else "when?" if said in WHEN_SO else body
    reading = read(body, lexicon, inside=body != text)
    opened = opened or reading.lead > 0 or meant is not None
    if last is not None:
        set_phrase = _set_phrase(text, reading, last, thread, lexicon)
        if set_phrase is not None:
            return set_phrase
    part = fragment(reading, opened=opened) if last is not None else None
    if part is not None and part.kind == "phrase" and (named := one_of_two(reading, thread)):
        body = apply_edits(body, named)  # "and the latter?"
        reading = read(body, lexicon, inside=True)
        part = fragment(reading, opened=opened)
    if last is not None and part is not None:
        done = _complete(reading, part, last, thread, lexicon, corrects=meant is not None)
        if done is not None:
            return done
    if meant is None or part is not None:
        done = resolve(question, text, thread, mentions(thread, lexicon), lexicon)
        return with_time(done, reading, read(last.asked, lexicon), lexicon) if last else done
    # "no, I meant where is it": a whole question
    done = resolve(question, meant, thread, mentions(thread, lexicon), lexicon)
    if done.changed:
        return done
    return Rewrite(_close(meant), _close(meant), True, ("what was meant",))


def _in_unit(unit: str, before: Reading) -> Rewrite:
    end = before.stop
    text = f"{before.text[:end]} in {unit}?"
    # The documents may say it in another unit, and hold no word of this one.
    return Rewrite(text, before.text, True, (f"in {unit}: of the last question",), unit=unit)


def _set_phrase(
    text: str, reading: Reading, last: Turn, thread: Thread, lexicon: WordBook
) -> Rewrite | None:
    """Follow-ups that are known by their wording."""
    before = read(last.asked, lexicon)
    unit = unit_asked(reading)
    if unit:
        return _in_unit(unit, before)
    said = reading.span(reading.lead, reading.end)
    of_them = which_ones(said, before)
    if said.lower() in ("how many are there", "how many are they", "how many in total"):
        of_them = _how_many(before)
    if of_them:
        return Rewrite(_close(of_them), _close(of_them), True, ("the rest: of the last question",))
    recent = (turn.asked for turn in list(thread)[-1:-4:-1])
    moved = next(filter(None, (year_moved(said, asked) for asked in recent)), None)
    if moved is not None:
        return Rewrite(_close(moved), _close(moved), True, (f"{said}: one year on or back",))
    spoken = next((t for t in reversed(list(thread)) if is_a(t.answer_type, "date")), last)
    told = year_told(text, last.asked) or year_told(text, spoken.answer or "")
    if told is not None:
        return Rewrite(_close(told), _close(told), True, ("one year on or back",))
    if under := condition_added(text, last.asked):
        return Rewrite(under, under, True, ("the rest: of the last question",))
    if of_oneself := told_of_oneself(text, last.asked):
        how = ("the rest: of the last question",)
        return Rewrite(of_oneself, of_oneself, True, how, fallback=text)
    contrast = opposed(text, last.asked)
    if contrast is not None:
        wrong, right = contrast
        right = correction(right) or right
        new = read(right, lexicon, inside=True)
        part = fragment(new, opened=True)
        if part is not None and part.kind == "phrase":
            best = exchange(new, part, before, lexicon, prefer=wrong)[0]
            if best.replaced:
                done = _close(best.text)
                return Rewrite(done, done, True, (f"{best.replaced} -> {right}",))
    return None


def _opening(text: str) -> tuple[str, bool]:
    """Take off "what about", "how about": return the rest and whether there was one."""
    plain = text.lstrip(" ,")
    for lead in ("and ", "ok ", "okay ", "but ", "so ", "then "):
        if plain.lower().startswith(lead):
            plain = plain[len(lead) :].lstrip(" ,")
    for lead in _WHAT_ABOUT:
        if plain.lower().startswith(lead):
            return plain[len(lead) :], True
    return text, False


def _complete(
    reading: Reading,
    part: Fragment,
    last: Turn,
    thread: Thread,
    lexicon: WordBook,
    *,
    corrects: bool,
) -> Rewrite | None:
    before = _from_its_start(read(without_oneself(last.asked), lexicon), lexicon)
    said = reading.span(part.first, part.last)
    if part.kind == "unit":
        return _in_unit(said.partition(" ")[2], before)
    if part.kind == "question":
        return _question_phrase(reading, said, before, last, thread, lexicon)
    words = reading.words[part.first : part.last]
    if words[-1].norm in ("that", "this", "then") and words[0].norm in AROUND:
        times = best_for("then", mentions(thread, lexicon))
        if not times:
            return None
        said = f"{words[0].norm} {times[0][1].text}"  # "and after that?"
        reading = read(said, lexicon, inside=True)
        part = Fragment("phrase", 0, reading.end)
    if words[0].norm in ("his", "her", "their") and words[0].tag == "pos":
        done = _of_person(reading, part, before, thread, lexicon)
        if done is not None:
            return done
    if len(words) == 1 and words[0].norm in NOW:
        return _at_this_time(words[0].text, before)
    if len(words) == 2 and words[1].tag == "pro":
        return _around_pronoun(reading, part, before, thread, lexicon)
    attribute = attribute_asked(reading, part, before)
    if attribute:
        attribute = _close(attribute)
        return Rewrite(attribute, attribute, True, (f"{said}: asked for by itself",))
    found = exchange(reading, part, before, lexicon)
    if not corrects and not tells_time(reading, part, lexicon):
        found = _or_earlier(found, reading, part, thread, lexicon)
    if last.open and found[0].replaced in last.open:
        # "Who mends the roof?", "When?", "And the stairs?": that may be somebody else
        found = exchange(reading, part, read(last.open, lexicon), lexicon)
    best = found[0]
    how = f"{best.replaced} -> {said}" if best.replaced else f"added {said}"
    text = _close(best.text)
    alone = "" if last.answer or not best.replaced else asked_alone(reading, part, before)
    fallback = _close(alone) if alone and _close(alone) != text else ""
    choices: tuple[Choice, ...] = ()
    close = len(found) > 2 and found[1].score > 0 and best.score - found[1].score < CLOSE
    if close and not corrects:
        choices = tuple(Choice(_close(q.text), _close(q.text)) for q in found[:2])
    return Rewrite(text, text, True, (how,), choices, fallback=fallback)


def _from_its_start(before: Reading, lexicon: WordBook) -> Reading:
    """An earlier question without the "and" that it began with."""
    if not 0 < before.lead < before.end:
        return before
    return read(before.text[before.words[before.lead].start :], lexicon)


def _or_earlier(
    found: list[Exchanged], reading: Reading, part: Fragment, thread: Thread, lexicon: WordBook
) -> list[Exchanged]:
    """The exchange in an earlier question, where the phrase fits there clearly better.

    "How much is it for adults?", "How do I pay?", "And for children?".
    """
    best = found
    if found[0].score >= _CLEARLY:
        return found
    for age, turn in enumerate(list(thread)[-2 : -2 - _EARLIER : -1], 1):
        other = exchange(reading, part, read(turn.asked, lexicon), lexicon)
        score = other[0].score - _BACK * age
        if score >= _CLEARLY and score > best[0].score + CLOSE:
            best = [other[0]._replace(score=score)]
    return best


def _at_this_time(said: str, before: Reading) -> Rewrite:
    """ "What was the price in 2010?", "And now?"."""
    dates = [p for p in before.phrases if before.words[p.head].tag == "num" and p.preposition]
    text = without_clause(before)
    if dates and before.words[dates[-1].last - 1].end <= len(text):
        first, last = before.words[dates[-1].first - 1], before.words[dates[-1].last - 1]
        text = f"{text[: first.start]}{text[last.end :]}"
    text = _close(f"{text} {said}")
    return Rewrite(text, text, True, (f"added {said}",))


def _of_person(
    reading: Reading, part: Fragment, before: Reading, thread: Thread, lexicon: WordBook
) -> Rewrite | None:
    """ "Who runs the shop?", "And her deputy?"; "Where was Ann born?", "And her son?"."""
    pronoun = reading.words[part.first]
    nouns = [w for w in reading.words[part.first + 1 : part.last] if w.tag in ("noun", "name")]
    if not nouns or nouns[-1].norm in ROW:
        return None
    meant = best_for(POSSESSIVE[pronoun.norm], mentions(thread, lexicon))
    if not meant:
        return None
    name = meant[0][1].definite().text
    put = f"{genitive(name)} {reading.span(part.first + 1, part.last)}"
    nominal = before.aux >= 0 and before.verb < 0 and before.wh[1] - before.wh[0] == 1
    at = before.text.find(name)
    person = is_a((lexicon.classes(nouns[-1].norm) or ("",))[0], "person")
    if not person and not nominal:
        text = f"What is {put}"
    elif nominal and before.wh_word in ("who", "what"):
        text = f"{before.span(before.wh[0], before.aux + 1)} {put}"
    elif at >= 0:
        end = before.stop
        text = f"{before.text[:at]}{put}{before.text[at + len(name) : end]}"
    else:
        return None
    how = (f"{pronoun.norm} -> {genitive(name)}",)
    people = () if pronoun.norm == "their" else ((POSSESSIVE[pronoun.norm], name),)
    return Rewrite(_close(text), _close(text), True, how, meant=(name,), people=people)


def _around_pronoun(
    reading: Reading, part: Fragment, before: Reading, thread: Thread, lexicon: WordBook
) -> Rewrite | None:
    """ "Who ruled before Ann?", "And after her?"; "for them?" with what "them" means."""
    preposition, pronoun = reading.words[part.first : part.last]
    end = before.stop
    for phrase in before.phrases:
        if preposition.norm in AROUND and phrase.preposition in AROUND and phrase.name:
            word = before.words[phrase.first - 1]
            text = f"{before.text[: word.start]}{preposition.norm}{before.text[word.end : end]}"
            name = before.span(phrase.first, phrase.last)
            base = PERSONAL.get(pronoun.norm, "it")
            return Rewrite(
                _close(text),
                _close(text),
                True,
                (f"{word.norm} -> {preposition.norm}",),
                meant=(name,),
                people=((base, name),) if base in ("he", "she") else (),
            )
    base = PERSONAL.get(pronoun.norm, "it")
    if preposition.norm in ("before", "after") and base in ("he", "she"):
        done = _held_before(preposition.norm, base, thread, lexicon)
        if done is not None:
            return done
    meant = best_for(base, mentions(thread, lexicon))
    if not meant:
        return None
    said = f"{preposition.text} {meant[0][1].definite().text}"
    new = read(said, lexicon, inside=True)
    best = exchange(new, Fragment("phrase", 0, new.end), before, lexicon)[0]
    text = _close(best.text)
    return Rewrite(text, text, True, (f"{pronoun.norm} -> {meant[0][1].text}",))


def _held_before(preposition: str, base: str, thread: Thread, lexicon: WordBook) -> Rewrite | None:
    """ "Who is the chair?", ..., "And before her?": who was it then."""
    for turn in reversed(list(thread)):
        asked = read(turn.asked, lexicon)
        nominal = asked.aux >= 0 and asked.verb < 0 and asked.wh_word == "who"
        if nominal and turn.answer and asked.subject[0] < asked.subject[1]:
            text = f"Who was {asked.span(asked.aux + 1, asked.end)} {preposition} {turn.answer}?"
            how = (f"{preposition} -> {preposition} {turn.answer}",)
            people = ((base, turn.answer),)
            return Rewrite(text, text, True, how, meant=(turn.answer,), people=people)
    return None


def _asked_so(
    words: list[str], last: Turn, before: Reading, thread: Thread, lexicon: WordBook
) -> tuple[Turn, Reading]:
    """The question that "who else" or "where else" goes on: the last one that asked who, where."""
    asked = {
        "whom": "who", "anyone": "who", "anybody": "who", "someone": "who", "somebody": "who",
        "somewhere": "where", "anywhere": "where", "anything": "what", "something": "what",
    }  # fmt: skip
    wanted = asked.get(words[0], words[0])
    if wanted in ("who", "where", "when", "what"):
        for turn in reversed(list(thread)):
            reading = read(turn.asked, lexicon)
            if reading.wh_word == wanted:
                return turn, reading
    return last, before


def _how_many(before: Reading) -> str:
    """ "Which rooms can be booked?", "how many?": the rooms that can be booked."""
    first, last = before.wh
    if before.wh_word in ("which", "what") and before.words[last - 1].tag == "noun" and last > 1:
        nouns = before.span(first + 1, last)
        return f"How many {nouns} {before.span(last, before.end)}"
    if before.wh_word in ("which", "what", "who") and before.aux >= 0:
        subject = before.span(before.aux + 1, before.end)
        if before.words[before.aux].norm in ("are", "were") and before.subject[0] < before.end:
            return f"How many {subject.removeprefix('the ')} {before.words[before.aux].norm} there"
    return ""


def _question_phrase(
    reading: Reading, said: str, before: Reading, last: Turn, thread: Thread, lexicon: WordBook
) -> Rewrite | None:
    words = [w.norm for w in reading.words[reading.lead : reading.end]]
    if words[-1] == "then" and len(words) > 1:  # "which languages then?"
        words.pop()
        said = reading.span(reading.lead, reading.end - 1)
    if "else" in words:
        last, before = _asked_so(words, last, before, thread, lexicon)
        given = tuple(g for g in (*last.excluded, last.answer) if g)
        end = before.stop
        query = last.asked if not last.excluded else last.asked.split(" other than ")[0]
        end = min(end, len(query))
        base = query[:end].rstrip("?!. ")
        besides = f" other than {' and '.join(given)}" if given else ""
        text = f"{base}{besides}?"
        return Rewrite(text, f"{base}?", True, ("else: other than what was said",), exclude=given)
    if words == ["why", "not"] and before.aux >= 0 and before.subject[0] < before.subject[1]:
        first, until = before.subject
        aux, rest = before.words[before.aux].norm, before.span(until, before.end)
        text = _close(f"Why {aux} {before.span(first, until)} not {rest}")
        return Rewrite(text, text, True, (f"{said}: of the last question",))
    if words[:2] == ["how", "many"] and len(words) == 2:
        counted = _how_many(before)
        if counted:
            return Rewrite(
                _close(counted), _close(counted), True, (f"{said}: of the last question",)
            )
    phrase = "Why" if words in (["what", "for"], ["how", "come"]) else said
    tail = [w for w in reading.words[reading.wh[1] : reading.end] if w.tag == "prep"]
    if tail and phrase == said and reading.wh[0] == reading.lead:  # "who by" -> "by who"
        phrase = f"{tail[0].norm} {reading.span(*reading.wh)}"
    phrase = phrase[:1].upper() + phrase[1:]
    text_or_none = put_question_phrase(phrase, last, before, lexicon)
    if text_or_none is None:
        return None
    text = _close(text_or_none)
    open_before = read(last.open, lexicon) if last.open else before
    plain = put_question_phrase(phrase, replace(last, answer=None), open_before, lexicon)
    fallback = _close(plain) if plain is not None and _close(plain) != text else ""
    how = (f"{said}: of the last question",)
    return Rewrite(text, text, True, how, fallback=fallback, open=fallback)


def _close(text: str) -> str:
    text = " ".join(text.split()).rstrip("?!. ")
    return text[:1].upper() + text[1:] + "?"
