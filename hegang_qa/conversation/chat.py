"""A conversation with an engine: asks its questions made to stand alone, and keeps the thread."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from hegang_qa.conversation.by_rule import by_rule
from hegang_qa.conversation.capitals import with_capitals
from hegang_qa.conversation.ellipsis import hangs_on_thread
from hegang_qa.conversation.focus import best_for
from hegang_qa.conversation.going_on import in_the_same_list, where_it_was
from hegang_qa.conversation.in_short import (
    compares_with_nothing,
    with_its_name,
    with_what_it_is_held_against,
)
from hegang_qa.conversation.lists import rest_of_list
from hegang_qa.conversation.mentions import mentions
from hegang_qa.conversation.phrasing import with_it, with_its_topic, without_sigh
from hegang_qa.conversation.protocol import Answering
from hegang_qa.conversation.requests import bare_number, picked, request
from hegang_qa.conversation.resolve import points_back
from hegang_qa.conversation.rewrite import rewrite
from hegang_qa.conversation.thread import Choice, Rewrite, Thread, Turn
from hegang_qa.conversation.words import WordBook
from hegang_qa.errors import UsageError
from hegang_qa.question.several import several
from hegang_qa.results import Answer
from hegang_qa.text.tokens import stem, tokenize
from hegang_qa.text.words import HE_OR_SHE, STOPWORDS
from hegang_qa.within import Within

__all__ = ["Chat"]

# So many answers are looked through for one that was not given before.
_DEPTH = 10

# Further answers ("who else", "more") need no less confidence than this.
_LIKELY = 0.1

# A question with so many words of content says what to look for, whoever its "she" may be; with one
# fewer, where a person is meant and its answer is so sure.
_ENOUGH = 3
_SURE = 0.5

# Of two readings the one is meant whose answer is so much surer than the other's.
_MUCH_SURER = 0.25

# So many other spellings are tried for a word that the documents do not hold.
_SPELLINGS = 2

# In so many sentences a name is looked for.
_LOOKED_AT = 3

_WAS_IT = re.compile(r"\b(?:was|were) (?:it|that)\b", re.IGNORECASE)
_NOTHING_MORE = "the documents say nothing more about it"


class Chat:
    """A conversation. Not safe to ask from many threads at once: make one `Chat` each.

    `topic` says what all of it is about, where that is known (a title); a question that names
    nothing is then taken to be about it.
    """

    def __init__(self, engine: Answering, *, topic: str | None = None) -> None:
        self._engine = engine
        self.thread = Thread(topic=topic)
        self._choices: tuple[Choice, ...] = ()
        self._answer: Answer | None = None
        self._given: list[str] = []
        self._names: dict[str, bool] = {}

    def go_on_with(self, engine: Answering) -> None:
        """Ask another engine from now on (documents read again, or more of them); the thread
        stays."""
        self._engine = engine
        self._names = {}

    def forget(self) -> None:
        """Drop the thread: the next question is asked as if it were the first."""
        self.thread.clear()
        self._choices = ()
        self._answer = None
        self._given = []

    def ask(
        self,
        question: str,
        *,
        within: Within = None,
        top: int = 3,
        min_confidence: float | None = None,
        explain: bool = False,
    ) -> Answer:
        """Return the answer to `question`, read in the light of what was asked before.

        `Answer.asked` is the question as it was made to stand alone. Where two readings are
        close, the one that the documents answer is taken; where they answer both or none, the
        reply (of kind "chat") offers `Answer.choices`, and the next question may be
        a bare number. What asks several things is asked one by one (`Answer.rest`). The parameters
        are those of `Engine.ask`. Raises `UsageError` for what is no
        text.
        """
        if not isinstance(question, str):
            raise UsageError(f"a question is a str, not {type(question).__name__}")
        parts = several(question, self._engine.rules)
        if parts:
            first, *others = [
                self.ask(
                    part, within=within, top=top, min_confidence=min_confidence, explain=explain
                )
                for part in parts
            ]
            # "... and what should I do?" is no small talk there.
            return replace(first, rest=tuple(one for one in others if one.kind != "chat"))
        missed: dict[str, None] = {}
        complete = True
        question = with_it(with_its_topic(without_sigh(question)))

        def put(text: str, depth: int = top, only: str | None = None) -> Answer:
            nonlocal complete
            answer = self._engine.ask(
                text,
                within=within if only is None else only,
                top=depth,
                min_confidence=min_confidence,
                explain=explain,
            )
            if not answer.complete:
                complete = False
                missed.update(dict.fromkeys(answer.warnings))
            return answer

        answer = self._reply(question, within, put)
        # Whatever it was made of: what was out of reach may have held a better one.
        return answer if complete else replace(answer, complete=False, warnings=tuple(missed))

    def _reply(self, question: str, within: Within, put: Callable[..., Answer]) -> Answer:
        choices, self._choices = self._choices, ()
        if choices:
            at = picked(question, len(choices))
            if at is not None:
                return self._asked(question, Rewrite(choices[at].text, choices[at].text), put)
        if (number := bare_number(question)) and not self._is_small_talk(question):
            self._choices = choices  # they stay on offer
            return _nothing_numbered(question, number, len(choices))
        if not self.thread and not choices:
            return self._first(question, put)
        alone = self._is_small_talk(question) or self._asks_of_all(question)
        if alone and not request(question):
            self._choices = choices  # "thanks" leaves the question open
            return self._asked(question, Rewrite(question, question), put)
        whole = self._named(self._whole(self._in_full(question)))
        done = rewrite(whole, self.thread, lexicon=self._engine.lexicon, is_known=self._is_known)
        if whole.casefold() != question.casefold():
            done = replace(done, changed=True)
        elif not done.changed and not done.request:
            typed = Rewrite(question, question, optional=done.optional)
            as_typed = typed if done.text == done.query == whole else done
            done = by_rule(question, self.thread, self._engine.rules) or as_typed
        if done.request == "more":
            return self._more(question, put)
        if done.request == "again" and self._answer is not None:
            return self._answer
        if done.request == "why":
            return self._why(question, within)
        if done.choices:
            # Who "she" is the documents cannot tell; which phrase "and Oslo?" is put for they can.
            tried = () if done.meant else [(one, put(one.text)) for one in done.choices]
            settled = _settled(tried)
            if settled is None:
                return self._offer(question, done)
            one, answer = settled
            return self._asked(question, Rewrite(one.text, one.text, changed=True), put, answer)
        if done.optional:
            plain = put(question)
            bent = put(done.query)
            if bent.kind != "answer" or bent.confidence < plain.confidence:
                return self._keep(question, plain, Rewrite(question, question))
            return self._keep(question, replace(bent, asked=done.text), done)
        return self._asked(question, done, put, goes_on=within is None)

    def _first(self, question: str, put: Callable[..., Answer]) -> Answer:
        """The reply to what nothing was said before. "Who taught *her* Latin in Rome?" says enough
        to be looked for; "who taught her?" and "and when?" do not."""
        lexicon = self._engine.lexicon
        if request(question) or hangs_on_thread(question, lexicon):
            return _unclear(question)
        if points_back(question, lexicon):
            said = [t for t in tokenize(question) if t.kind != "mark" and t.norm not in STOPWORDS]
            person = any(t.norm in HE_OR_SHE for t in tokenize(question))
            # The only document may be all that "it" can mean.
            enough = len(said) >= _ENOUGH - person or len(self._engine.paths()) == 1
            answer = put(question) if enough else None
            if answer is None or answer.kind != "answer":
                return _unclear(question)
            if answer.asked != question:
                return self._keep(question, answer, Rewrite(answer.asked, answer.asked, True))
            if len(said) < _ENOUGH and answer.confidence < _SURE:
                return _unclear(question)
            return self._keep(question, answer, Rewrite(question, question))
        return self._asked(question, Rewrite(question, question), put)

    def _in_full(self, question: str) -> str:
        """The question with what "the 500" and "is the Solo louder" leave out."""
        asked = [turn.asked for turn in reversed(list(self.thread))]
        question = with_its_name(question, asked)
        lexicon = self._engine.lexicon
        if not compares_with_nothing(question, lexicon):
            return question
        spoken_of = best_for("it", mentions(self.thread, lexicon))
        return with_what_it_is_held_against(question, asked, spoken_of)

    def _whole(self, question: str) -> str:
        """The question, or what a phrasing that a user's own rule foresees stands for: that comes
        before what grammar would make of it."""
        rules = self._engine.rules
        if rules.whole_question(question) is None:
            return question
        meant = best_for("it", mentions(self.thread, self._engine.lexicon))
        return rules.whole_question(question, meant[0][1].text if meant else "it") or question

    def _asked(
        self,
        question: str,
        done: Rewrite,
        put: Callable[..., Answer],
        given: Answer | None = None,
        *,
        goes_on: bool = False,
    ) -> Answer:
        """The answer to a question made whole; `given` is the engine's, where it is known. What
        goes on from the last one is asked of its document as well."""
        if done.exclude:
            answer = _without(put(done.query, _DEPTH), done, self._engine.lexicon)
        else:
            answer = given if given is not None else put(done.query)
            if goes_on:
                before = self._answer
                answer = where_it_was(question, answer, done, put, before, self._engine)
                answer = in_the_same_list(answer, done, before)
            if done.unit:
                from hegang_qa.conversation.measures import in_unit

                answer = in_unit(answer, done.unit)
        if answer.kind == "no-answer" and done.fallback:
            other = put(done.fallback)
            if other.kind == "answer":
                done = replace(done, text=done.fallback, query=done.fallback)
                answer = other
        if done.text != question or done.text != done.query:
            answer = replace(answer, asked=done.text)
        if answer.kind == "no-answer" and not done.exclude:
            answer = self._did_you_mean(answer, done, put)
        return self._keep(question, answer, done)

    def _did_you_mean(self, answer: Answer, done: Rewrite, put: Callable[..., Answer]) -> Answer:
        """Offer the question with an unknown word in another spelling, if that has an answer."""
        lexicon = self._engine.lexicon
        for token in tokenize(done.query):
            word = token.norm
            if token.kind != "word" or len(word) < 4 or word in STOPWORDS:
                continue
            if lexicon.parts_of_speech(word):
                continue
            if self._is_known(word) or (answer.missing and token.text not in answer.missing):
                continue
            for other, _ in self._engine.index.similar_terms(word, limit=_SPELLINGS):
                mended = f"{done.query[: token.start]}{other}{done.query[token.end :]}"
                if put(mended).kind != "answer":
                    continue
                self._choices = (Choice(mended, mended),)
                return replace(
                    answer,
                    reason=f"{answer.reason}; did you mean “{other}”?",
                    choices=(mended,),
                )
            break  # one word is enough: each try is a question
        return answer

    def _keep(self, question: str, answer: Answer, done: Rewrite) -> Answer:
        """Remember the turn; small talk is answered and forgotten."""
        if answer.kind == "chat":
            return answer
        if not done.changed and self._is_new_topic(done.text, answer):
            self.thread.clear()
        self._answer = answer
        self._given = [answer.text] if answer.text else []
        before = self.thread.last
        asked = done.query if not done.unit or before is None else before.asked
        asked = self._named(asked)
        self.thread.add(
            Turn(
                question,
                asked,
                answer.text if answer.kind == "answer" else None,
                answer.answer_type,
                answer.sentence if answer.kind == "answer" else None,
                dict(answer.intent.slots) if answer.intent is not None else {},
                done.exclude,
                done.meant,
                answer.confidence,
                done.people,
                done.open,
            )
        )
        return answer

    def _is_new_topic(self, text: str, answer: Answer) -> bool:
        """Whether a question shares no word with the thread and is answered elsewhere."""
        before = self._answer
        if before is None or before.source is None or answer.source is None:
            return False
        if before.source.path == answer.source.path:
            return False
        said = " ".join(f"{turn.asked} {turn.answer or ''}" for turn in self.thread)
        words = {t.stem for t in tokenize(said) if len(t.norm) > 3}
        return not any(t.stem in words for t in tokenize(text) if len(t.norm) > 3)

    def _named(self, question: str) -> str:
        """The question with capitals for the names that are typed without."""
        return with_capitals(question, lexicon=self._engine.lexicon, is_name=self._is_name)

    def _is_name(self, word: str) -> bool:
        """Whether the documents write a word with a capital."""
        if word not in self._names:
            found = self._engine.search(word, limit=_LOOKED_AT) if self._is_known(word) else []
            name = re.compile(rf"\b{word.capitalize()}\b")
            self._names[word] = any(name.search(one.sentence) for one in found)
        return self._names[word]

    def _is_known(self, word: str) -> bool:
        return self._engine.index.document_frequencies([stem(word)])[0] > 0

    def _is_small_talk(self, question: str) -> bool:
        match = self._engine.rules.match(question)
        return match is not None and match.reply is not None and match.how == "strict"

    def _asks_of_all(self, question: str) -> bool:
        """Whether one asks what the documents are about, which points back to nothing."""
        match = self._engine.rules.match(question)
        if self.thread.last is not None and _WAS_IT.search(question):
            return False  # "what *was it* about": the book that was spoken of
        return match is not None and match.answer == "overview"

    def _offer(self, question: str, done: Rewrite) -> Answer:
        self._choices = done.choices
        lines = [f"{n}  {choice.label}" for n, choice in enumerate(done.choices, 1)]
        return Answer(
            kind="chat",
            text="Which do you mean?\n" + "\n".join(lines),
            asked=question,
            answer_type="chat",
            confidence=1.0,
            reason="two readings are close: " + "; ".join(done.how),
            choices=tuple(choice.label for choice in done.choices),
        )

    def _more(self, question: str, put: Callable[..., Answer]) -> Answer:
        """The next best answer that was not given yet."""
        last = self._answer
        if last is None:
            return Answer(kind="no-answer", text=None, asked=question, reason=_NOTHING_MORE)
        asked = last.asked
        pool = last.alternatives
        if len(pool) < _DEPTH - 1:
            turn = self.thread.last
            query = turn.asked if turn is not None else asked
            pool = put(query, _DEPTH).alternatives
        for other in pool:
            if _is_another(other, self._given):
                self._given.append(other.text or "")
                return replace(other, asked=asked)
        return Answer(
            kind="no-answer", text=None, asked=asked, reason=_NOTHING_MORE,
            sentence=last.sentence, source=last.source,
        )  # fmt: skip

    def _why(self, question: str, within: Within) -> Answer:
        """Why the last answer was given: its sentence, its place, and how its words were met."""
        last = self._answer
        turn = self.thread.last
        if last is None or turn is None:
            return Answer(kind="no-answer", text=None, asked=question, reason=_NOTHING_MORE)
        told = self._engine.ask(turn.asked, within=within, explain=True)
        if last.source is None:
            text = f"I gave no answer: {last.reason or 'the documents do not say'}."
        else:
            place = f"{last.source.path}:{last.source.line}"
            verb = "says" if last.kind == "answer" else "comes nearest, but does not say it"
            said = " ".join((last.sentence or "").split())
            text = f"Because {place} {verb}: “{said}”"
            if last.kind == "answer" and len(last.support) > 1:
                text += f" ({len(last.support)} sentences say the same.)"
        return replace(last, kind="chat", text=text, asked=question, explanation=told.explanation)


def _settled(readings: Sequence[tuple[Choice, Answer]]) -> tuple[Choice, Answer] | None:
    """Return the reading that the documents settle on, with its answer: it alone is answered, or
    much surer than any other. None where they leave it open."""
    answered = [(one, answer) for one, answer in readings if answer.kind == "answer"]
    answered.sort(key=lambda found: -found[1].confidence)
    if not answered:
        return None
    sure = [answer.confidence for _, answer in answered]
    return answered[0] if len(sure) == 1 or sure[0] - sure[1] >= _MUCH_SURER else None


def _unclear(question: str) -> Answer:
    """The reply to a follow-up that nothing was said before."""
    said = " ".join(question.split())
    return Answer(
        kind="chat",
        text=f"There is nothing yet that “{said}” could refer to. Ask a whole question, please.",
        asked=question,
        answer_type="chat",
        confidence=1.0,
        reason="a follow-up without a question before it",
    )


def _nothing_numbered(question: str, number: str, count: int) -> Answer:
    """The reply to the number of a choice that is not on offer."""
    there = f"There is no choice {number}, only 1 to {count}." if count else ""
    there = "There is only one choice, 1." if count == 1 else there
    return Answer(
        kind="chat",
        text=there or f"There is nothing to choose, so “{number}” means nothing here.",
        asked=question,
        answer_type="chat",
        confidence=1.0,
        reason="a number without a choice",
    )


def _plain(text: str) -> str:
    words = [
        t.stem for t in tokenize(text) if t.kind != "mark" and t.norm not in ("the", "a", "an")
    ]
    return " ".join(words)


def _is_another(answer: Answer, given: Sequence[str]) -> bool:
    """Whether an answer is likely enough, and was not given before in these or in more words."""
    if answer.kind != "answer" or not answer.text or answer.confidence < _LIKELY:
        return False
    plain = _plain(answer.text)
    return not any(plain in _plain(old) or _plain(old) in plain for old in given if old)


def _without(answer: Answer, done: Rewrite, lexicon: WordBook) -> Answer:
    """The best answer that is none of those to leave out."""
    if answer.kind != "answer":
        return answer
    if answer.sentence and answer.answer_span and not _is_another(answer, done.exclude):
        span = rest_of_list(answer.sentence, answer.answer_span, lexicon)
        if span is not None:
            rest = replace(answer, text=answer.sentence[slice(*span)], answer_span=span)
            if _is_another(rest, done.exclude):
                return replace(rest, asked=done.text)
    for candidate in (answer, *answer.alternatives):
        if _is_another(candidate, done.exclude):
            return replace(candidate, asked=done.text)
    return Answer(
        kind="no-answer", text=None, asked=done.text, reason="the documents name no other",
        sentence=answer.sentence, source=answer.source, intent=answer.intent,
        answer_type=answer.answer_type,
    )  # fmt: skip
