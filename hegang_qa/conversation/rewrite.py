"""Makes a follow-up question stand alone, from the thread of the conversation."""

from __future__ import annotations

from collections.abc import Callable

from hegang_qa.conversation.ellipsis import Fragment, exchange, fragment, put_question_phrase
from hegang_qa.conversation.focus import CLOSE, best_for
from hegang_qa.conversation.grammar import Reading, read
from hegang_qa.conversation.mentions import mentions
from hegang_qa.conversation.phrasing import opposed, unit_asked, year_moved
from hegang_qa.conversation.reference import AROUND
from hegang_qa.conversation.requests import correction, request
from hegang_qa.conversation.resolve import resolve
from hegang_qa.conversation.slips import mend
from hegang_qa.conversation.thread import Choice, Rewrite, Thread, Turn
from hegang_qa.conversation.words import WordBook

__all__ = ["rewrite"]


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
    if not thread or not question.strip():
        return same
    last = thread.last
    wanted = request(question)
    if wanted and last is not None:
        return Rewrite(question, question, request=wanted)
    text = mend(question.strip(), lexicon=lexicon, is_known=is_known)
    meant = correction(text) if last is not None else None
    body, opened = _opening(meant if meant is not None else text)
    reading = read(body, lexicon, inside=body != text)
    opened = opened or reading.lead > 0 or meant is not None
    if last is not None:
        set_phrase = _set_phrase(text, reading, last, lexicon)
        if set_phrase is not None:
            return set_phrase
    part = fragment(reading, opened=opened) if last is not None else None
    if last is not None and part is not None:
        done = _complete(reading, part, last, thread, lexicon, corrects=meant is not None)
        if done is not None:
            return done
    if meant is not None and part is None:
        text = meant  # "no, I meant where is it": a whole question
    return resolve(question, text, thread, mentions(thread, lexicon), lexicon)


def _in_unit(unit: str, last: Turn, before: Reading) -> Rewrite:
    end = before.words[before.end - 1].end if before.end else 0
    text = f"{last.asked[:end]} in {unit}?"
    return Rewrite(text, text, True, (f"in {unit}: of the last question",), unit=unit)


def _set_phrase(text: str, reading: Reading, last: Turn, lexicon: WordBook) -> Rewrite | None:
    """Follow-ups that are known by their wording."""
    before = read(last.asked, lexicon)
    unit = unit_asked(reading)
    if unit:
        return _in_unit(unit, last, before)
    said = reading.span(reading.lead, reading.end)
    moved = year_moved(said, last.asked)
    if moved is not None:
        return Rewrite(_close(moved), _close(moved), True, (f"{said}: one year on or back",))
    contrast = opposed(text)
    if contrast is not None:
        wrong, right = contrast
        new = read(right, lexicon, inside=True)
        part = fragment(new, opened=True)
        if part is not None and part.kind == "phrase":
            best = exchange(new, part, before, lexicon, prefer=wrong)[0]
            if best[2]:
                done = _close(best[1])
                return Rewrite(done, done, True, (f"{best[2]} -> {right}",))
    return None


def _opening(text: str) -> tuple[str, bool]:
    """Take off "what about", "how about": return the rest and whether there was one."""
    plain = text.lstrip(" ,")
    for lead in ("and ", "ok ", "okay ", "but ", "so ", "then "):
        if plain.lower().startswith(lead):
            plain = plain[len(lead) :].lstrip(" ,")
    for lead in ("what about ", "how about ", "what of ", "same for ", "the same for "):
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
    before = read(last.asked, lexicon)
    said = reading.span(part.first, part.last)
    if part.kind == "unit":
        return _in_unit(said.split()[-1], last, before)
    if part.kind == "question":
        return _question_phrase(reading, said, before, last, lexicon)
    words = reading.words[part.first : part.last]
    if words[-1].norm in ("that", "this", "then") and words[0].norm in AROUND:
        times = best_for("then", mentions(thread, lexicon))
        if not times:
            return None
        said = f"{words[0].norm} {times[0][1].text}"  # "and after that?"
        reading = read(said, lexicon, inside=True)
        part = Fragment("phrase", 0, reading.end)
    found = exchange(reading, part, before, lexicon)
    best = found[0]
    how = f"{best[2]} -> {said}" if best[2] else f"added {said}"
    text = _close(best[1])
    choices: tuple[Choice, ...] = ()
    if len(found) > 2 and not corrects and found[1][0] > 0 and best[0] - found[1][0] < CLOSE:
        choices = tuple(Choice(_close(q), _close(q)) for score, q, _ in found[:2])
    return Rewrite(text, text, True, (how,), choices)


def _question_phrase(
    reading: Reading, said: str, before: Reading, last: Turn, lexicon: WordBook
) -> Rewrite | None:
    words = [w.norm for w in reading.words[reading.lead : reading.end]]
    if "else" in words:
        given = tuple(g for g in (*last.excluded, last.answer) if g)
        end = before.words[before.end - 1].end if before.end else 0
        query = last.asked if not last.excluded else last.asked.split(" other than ")[0]
        end = min(end, len(query))
        base = query[:end].rstrip("?!. ")
        besides = f" other than {' and '.join(given)}" if given else ""
        text = f"{base}{besides}?"
        return Rewrite(text, f"{base}?", True, ("else: other than what was said",), exclude=given)
    phrase = said
    tail = [w for w in reading.words[reading.wh[1] : reading.end] if w.tag == "prep"]
    if tail and reading.wh[0] == reading.lead:  # "who by" -> "by who"
        phrase = f"{tail[0].norm} {reading.span(*reading.wh)}"
    phrase = phrase[:1].upper() + phrase[1:]
    text_or_none = put_question_phrase(phrase, last, before, lexicon)
    if text_or_none is None:
        return None
    text = _close(text_or_none)
    return Rewrite(text, text, True, (f"{said}: of the last question",))


def _close(text: str) -> str:
    text = " ".join(text.split()).rstrip("?!. ")
    return text[:1].upper() + text[1:] + "?"
