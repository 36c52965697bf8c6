"""Who "he" is, where a question asks who did something and a pronoun did it.

"He patented the lamp in 1911." answers "who patented the lamp?" by the name that the pronoun stands
for: the nearest one before it that leads a sentence of its paragraph, else the person that heading
or title names.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answer_types import is_a
from hegang_qa.answers.accounts import account
from hegang_qa.answers.candidates.analysis import Analysis, analyse, analyse_text
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.support import evidence, matched_spans, place_of, source_of
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Answer, Evidence
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.tokens import tokenize

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["with_referent"]

_PRONOUNS = frozenset(("he", "she"))
_SAME = {"he": ("he", "his"), "she": ("she", "her")}
_BEING = frozenset("is was are were be been has had have".split())
# After "who", these make the one who is asked for the object.
_OBJECT = frozenset("do does did will would can could should shall may might must".split())
_CONSIDERED = 3
_SURE = 0.6
# An answer from another sentence that is surer than this stays.
_FIRM = 0.35
_NEAR = 3  # tokens between the pronoun and what it did
_BACK = 6  # sentences
# So much of the question may rest on headings and neighbours, or on nothing.
_CONTEXT = 0.45
_MISSING = 0.2


class _Name(NamedTuple):
    text: str
    sentence: Sentence | None  # None: a heading or title


def with_referent(asking: Asking, answer: Answer) -> Answer:
    """Return the name that a pronoun stands for as the answer to "who", where a sentence says of
    the pronoun what is asked; elsewhere the answer as it is.

    `sentence` and `source` are those of what was done, `support` has the sentence with the name as
    well.
    """
    question, ranked, store, lexicon = asking.question, asking.ranked, asking.store, asking.lexicon
    asked = _deed(question)
    if asked < 0 or answer.kind == "chat":
        return answer
    for one in ranked[:_CONSIDERED]:
        firm = answer.confidence >= _FIRM
        if answer.kind == "answer" and firm and answer.source != source_of(one):
            continue
        analysis = analyse(one.sentence, one.tokens, lexicon)
        at = _pronoun(question, one, analysis, asked)
        if at < 0:
            continue
        told = account(question, one, None, lexicon)
        if told.names or told.numbers or told.share > _MISSING or told.context > _CONTEXT:
            continue
        sure = round(_SURE * (1.0 - told.share), 4)
        name = (
            _name_before(one.sentence, analysis, at, store, lexicon)
            if sure >= asking.least
            else None
        )
        if name is None or _is_in_question(name.text, question):
            continue
        return replace(
            answer,
            kind="answer",
            text=name.text,
            sentence=one.sentence.text,
            source=source_of(one),
            confidence=sure,
            reason=None,
            answer_span=None,
            matched=matched_spans(one),
            heading=one.sentence.heading or None,
            missing=(),
            support=_support(one, name),
            conflicts=(),
        )
    return answer


def _deed(question: Question) -> int:
    """Return the number of the question's first term after "who", where that is what the one asked
    for did or was; -1 elsewhere."""
    norms = [token.norm for token in question.tokens]
    who = next((at for at, norm in enumerate(norms) if norm in ("who", "who's")), -1)
    if who < 0 or (norms[who + 1 : who + 2] and norms[who + 1] in _OBJECT):
        return -1
    return next((n for n, term in enumerate(question.terms) if term.token > who), -1)


def _pronoun(question: Question, ranked: RankedSentence, analysis: Analysis, asked: int) -> int:
    """Return the token of the pronoun that a sentence says the deed of, -1 where there is none."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    spot = next((match.token for match in ranked.matches if match.term == asked), -1)
    for at in range(spot - 1, -1, -1):
        if norms[at] in _PRONOUNS:
            # What was done by others is not what is told of the pronoun.
            first = question.terms[asked].token
            copula = question.tokens[first - 1].norm if first else ""
            between = [n for n in range(at + 1, spot) if tags[n] not in "RD-JXPN" or tags[n] == "M"]
            passive = norms[at + 1] in _BEING and question.terms[asked].role == "verb"
            if passive and copula not in _BEING:
                return -1  # "who raised her": "*she was* brought up by an aunt"
            if copula in _BEING or norms[at + 1] in _BEING:
                return at if not between and spot - at <= 2 * _NEAR else -1
            return at if not between and spot - at <= _NEAR and tags[spot] in "VKG" else -1
        if tags[at] in ",;:.V":
            return -1
    return -1


def _name_before(
    sentence: Sentence,
    analysis: Analysis,
    at: int,
    store: SentenceStore,
    lexicon: Lexicon | None,
) -> _Name | None:
    """Return the name that the pronoun at a token stands for."""
    same = _SAME[analysis.tagged.norms[at]]
    above = _person_above(sentence, lexicon)
    own = _leading(analysis, at, lexicon)
    if own:
        return _Name(_in_full(own, above), sentence)
    before = store.get(list(range(sentence.id - 1, max(-1, sentence.id - 1 - _BACK), -1)))
    for other in before:
        if other.document != sentence.document or other.kind == "heading":
            break
        if other.block != sentence.block and other.heading != sentence.heading:
            break
        read = analyse_text(other.text, lexicon)
        norms = read.tagged.norms
        # What comes after another "he" is not what the next one means.
        end = next((n for n, norm in enumerate(norms) if norm in same), len(norms))
        name = _leading(read, end, lexicon)
        if name:
            return _Name(_in_full(name, above), other)
    return _Name(above, None) if above else None


def _person_above(sentence: Sentence, lexicon: Lexicon | None) -> str:
    """Return the person that the nearest heading or the title names, "" where none does."""
    for above in (
        *reversed(sentence.heading.split(" > ")),
        sentence.title,
        sentence.title.rpartition(": ")[2],
    ):
        read = analyse_text(above, lexicon)
        tags = read.tagged.tags
        if above and set(tags) <= set("E-.") and _leading(read, len(tags), lexicon):
            return above
    return ""


def _in_full(name: str, above: str) -> str:
    """Return the whole name of a person whose name stands above, of which `name` is a part."""
    return above if set(name.split()) < set(above.split()) else name


def _leading(analysis: Analysis, end: int, lexicon: Lexicon | None) -> str:
    """Return the person that leads the tokens before `end`: a name that no preposition is before,
    "" where another kind of name does."""
    tags, tokens = analysis.tagged.tags, analysis.tagged.tokens
    for at in range(end):
        if tags[at] != "E" or (at and (tags[at - 1] in "E-S" or tags[at - 1] == "P")):
            continue
        stop = at
        while stop < end and (tags[stop] in "E-" or _is_initial(analysis, stop)):
            stop += 1
        while tags[stop - 1] in "-.":
            stop -= 1
        kinds = [f.type for f in analysis.typed if f.start <= at and f.end >= stop]
        person = any(is_a(kind, "person") for kind in kinds)
        if not person and tags[stop : stop + 1] == "S":
            continue
        # A first name makes a person of what ends like a place ("Marius Hall").
        named = stop - at > 1 and not (lexicon and lexicon.parts_of_speech(tokens[at].norm))
        if person or "name" in kinds or (named and "place" in kinds):
            return analysis.tagged.text[tokens[at].start : tokens[stop - 1].end]
    return ""


def _is_initial(analysis: Analysis, at: int) -> bool:
    return analysis.tagged.tags[at] == "." and len(analysis.tagged.tokens[at - 1].text) <= 2


def _is_in_question(name: str, question: Question) -> bool:
    """Return whether the question names the very person, or by one of the names: a company of that
    name is another."""
    own = {token.norm for token in tokenize(name)}
    norms = [token.norm for token in question.tokens]
    return any(
        norm in own and not {"&"}.intersection(norms[max(0, at - 1) : at + 2])
        for at, norm in enumerate(norms)
    )


def _support(ranked: RankedSentence, name: _Name) -> tuple[Evidence, ...]:
    first = evidence(ranked, None)
    other = name.sentence
    if other is None or other is ranked.sentence:
        return (first,)
    start = other.text.find(name.text)
    found = start >= 0
    second = Evidence(
        sentence=other.text,
        source=place_of(other),
        score=0.0,
        answer=name.text if found else None,
        answer_span=(start, start + len(name.text)) if found else None,
        heading=other.heading or None,
    )
    return (first, second)
