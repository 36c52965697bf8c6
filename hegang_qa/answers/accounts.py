"""Which words of the question nothing near an answer accounts for.

The documents do not answer a question about one thing with a sentence about another: a name, a
number or a noun of the question that neither the sentence, nor what stands around it, nor the
answer itself accounts for is a reason to refuse.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answers.described import describes, only_happens
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.particles import lacks_its_particle
from hegang_qa.question.irregular import measure_forms
from hegang_qa.question.model import Question, QuestionTerm
from hegang_qa.question.words import FUNCTION_WORDS, LIGHT_WORDS, NUMBER_FORMS, OF_THEIR_OWN
from hegang_qa.ranking.model import BY_FORM, BY_MEANING, RankedSentence, TermMatch
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.short_heads import written_out_all
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import NUMBER_WORDS

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Account", "Standing", "account", "standing", "stands_above"]

# A match worth less than this accounts for a word only in part.
_HALF = 0.5

# A match worth less than this accounts for nothing: the words are only of one field.
_LEAST = 0.3

_LEAST_KINDRED = 0.45

# From this a match stands for a missing noun by half.
_HALF_MET = 0.2

# "35 euros *for each hour*" counts the hours of a question, however many they are.
_RATED = frozenset(("each", "every", "per"))

# Within a phrase of the question whose other word stands close by, a looser relation will do.
_LEAST_IN_PHRASE = 0.12
_CLOSE = 4


# What a form of a word must be worth to account for it from above.
_BELIEVED = 0.35

_HONORIFICS = frozenset("mr mrs ms miss dr prof sir madam".split())

# What asks for a part of what is done.
_OF_DEEDS = frozenset(("who", "whom", "when", "where"))

_PLACED_OR_TIMED = frozenset(("where", "when"))

_ALIKE = 4  # letters


class Account(NamedTuple):
    """How much of the question an answer accounts for.

    `missing` are numbers of question terms that nothing accounts for, heaviest first. The other
    fields are shares (0..1) of the question's weight: missing names, numbers, nouns (adjectives
    with them) and verbs; `context` is the share that only the surroundings account for, `loose` the
    share that rests on words that are merely related, the farther the more, `heads` that of the
    missing nouns without those that follow a word which is there (the plant of a "power *plant*");
    adjectives, and what a word of the same matters half accounts for, count by half, as do all
    where a reason is asked for and given. `above` is the part of `context` that headings, the title
    or what introduces a list account for. `nothing_said` tells that a question for who did
    something, when or where, has words besides its names and numbers (and what it asks for), and
    that all of them are missing, or the office that one asks the holder of. `beside` is the share
    of names that only sentences beside this one account for. `other` tells in words what the
    sentence says it of that is something else than what is asked about, "" where nothing shows that
    it does.
    """

    missing: tuple[int, ...]
    names: float
    numbers: float
    nouns: float
    verbs: float
    context: float
    loose: float
    heads: float = 0.0
    above: float = 0.0
    nothing_said: bool = False
    beside: float = 0.0
    other: str = ""

    @property
    def share(self) -> float:
        """Return the whole missing share."""
        return self.names + self.numbers + self.nouns + self.verbs


class Standing(NamedTuple):
    """What a sentence and what stands around it account for, whatever the answer is: `open` are the
    terms that they do not (numbers). The shares are those of `Account`."""

    found: dict[int, TermMatch]
    open: tuple[int, ...]
    context: float
    loose: float
    above: float
    beside: float


def standing(question: Question, ranked: RankedSentence, lexicon: Lexicon | None) -> Standing:
    """Return which words of the question a sentence accounts for without an answer."""
    found = {match.term: match for match in ranked.matches}
    near = set(ranked.context)
    context = loose = above = beside = 0.0
    left: list[int] = []
    for number, term in enumerate(question.terms):
        match = found.get(number)
        if (
            match is not None
            and not _is_only_kindred(question, match)
            and not _only_in_name(question, ranked, match)
            and not (match.how in BY_MEANING and lacks_its_particle(ranked, match.token))
            and not (lexicon is not None and _is_no_person(question, ranked, match, lexicon))
            and (match.weight >= _LEAST or _in_phrase(question, found, number))
        ):
            loose += term.share * max(0.0, 1.0 - match.weight / _HALF)
            continue
        # What a row has only loosely may stand over it as it is, and so may a name or any word
        # of the title.
        loosely = match is not None and (
            bool(ranked.sentence.cells)
            or term.role == "name"
            or _stands_in(ranked.sentence.title, term)
        )
        is_above = (number in near or loosely) and stands_above(question, number, ranked.sentence)
        if number in near or is_above:
            # The head of its column is as good as a word of the row, and what stands over a list as
            # one of its items; what the rows and items beside it say is not.
            if not is_above or ranked.sentence.kind not in ("row", "item"):
                context += term.share
                above += term.share if is_above else 0.0
                known = is_above or number in ranked.about
                beside += term.share if term.role == "name" and not known else 0.0
            continue
        if not _says_little(question, term):
            left.append(number)
    return Standing(found, tuple(left), context, loose, above, beside)


def account(
    question: Question,
    ranked: RankedSentence,
    span: ScoredSpan | None,
    lexicon: Lexicon | None,
    stands: Standing | None = None,
) -> Account:
    """Return which words of the question the answer `span` in its sentence accounts for; `stands`
    is the `standing` of the sentence, where it is known."""
    found, left, context, loose, above, beside = stands or standing(question, ranked, lexicon)
    missing: list[int] = []
    shares = {"name": 0.0, "number": 0.0, "noun": 0.0, "verb": 0.0}
    heads = 0.0
    # What is told after "because" answers why, in whatever words.
    is_reason = question.answer_type == "reason" and span is not None and span.span.type == "reason"
    described: list[int] = []
    # Of what is told before something is asked not all need be said ("I'm a student, ...").
    topical = any(
        not term.background
        and not term.light
        and term.role in ("noun", "name", "verb")
        and n in found
        for n, term in enumerate(question.terms)
    )
    verbs: list[int] = []
    for number in left:
        term = question.terms[number]
        if term.background and topical and term.role != "number":
            loose += term.share * _HALF
            continue
        if describes(question, number, span, lexicon):
            described.append(number)
            continue
        if term.role == "verb":
            verbs.append(number)
            continue
        missing.append(number)
        # "The second" is no more accounted for by another than 2015 is.
        numeric = term.word in NUMBER_FORMS
        if (numeric or term.role == "number") and (
            _is_of_rate(question, term, ranked) or _is_wished(question, number, found)
        ):
            missing.pop()
            continue
        role = "number" if numeric else term.role if term.role in shares else "noun"
        shares[role] += term.share
        before = found.get(number - 1)
        if role == "noun" and not (
            before is not None
            and before.weight >= _HALF
            and question.terms[number - 1].token == term.token - 1
        ):
            # A word of the same matters stands for it by half, and much is described otherwise.
            half = (
                is_reason
                or term.role == "other"
                or _is_half_met(ranked, term, found, number, lexicon)
            )
            heads += term.share * (_HALF if half else 1.0)
    for number in verbs:
        term = question.terms[number]
        # Only where all else is there may a verb mean the same in a rare sense.
        own = missing or term.word in OF_THEIR_OWN
        same = lexicon is not None and not own and _same_deed(term.word, ranked, lexicon)
        same = same or (question.asks == "who" and not missing and _is_by(ranked, found, span))
        if same or (not missing and only_happens(question, term.word, span)):
            loose += term.share
        else:
            missing.append(number)
            shares["verb"] += term.share
    named = any(_is_measure_of(question.terms[n], ranked, found.get(n)) for n in described)
    if described and not named and len(described) + len(missing) == len(question.terms):
        # No word of the question stands there: "5 euros" is not the deposit for being money.
        missing += described
        heads += sum(question.terms[number].share for number in described)
        shares["noun"] += sum(question.terms[number].share for number in described)
    said = {
        number
        for number, term in enumerate(question.terms)
        if term.role in ("noun", "verb", "other") and not _says_little(question, term)
    }
    missing.sort(key=lambda number: (-question.terms[number].share, number))
    return Account(
        tuple(missing),
        shares["name"],
        shares["number"],
        shares["noun"],
        shares["verb"],
        context,
        loose,
        heads,
        above,
        _is_nothing_said(question, said, set(missing)),
        beside,
    )


def _is_measure_of(term: QuestionTerm, ranked: RankedSentence, match: TermMatch | None) -> bool:
    """Return whether a sentence names what a word measures ("*Weight*: 13 kg", for how heavy)."""
    return match is not None and ranked.tokens[match.token].norm in measure_forms(term.word)


def _is_wished(question: Question, number: int, found: dict[int, TermMatch]) -> bool:
    """Return whether a number is how many of something one would have ("how do I run *4* jobs at
    once"), which the way to it need not say."""
    if question.answer_type != "manner" or number + 1 not in found:
        return False
    at = question.terms[number].token
    of_it = question.terms[number + 1]
    counted = question.tokens[of_it.token].norm
    return of_it.token == at + 1 and of_it.role == "noun" and counted.endswith("s")


def _is_of_rate(question: Question, term: QuestionTerm, ranked: RankedSentence) -> bool:
    """Return whether a number tells how much there is of what a sentence tells a rate for ("*3*
    hours late": "35 euros for each hour")."""
    after = question.tokens[term.token + 1 : term.token + 2]
    if not after or after[0].kind != "word":
        return False
    return any(
        one.norm in _RATED and other.stem == after[0].stem for one, other in pairwise(ranked.tokens)
    )


def _says_little(question: Question, term: QuestionTerm) -> bool:
    """Return whether a word is not missed; what is done somewhere or some time is, where the
    question ends with it ("where is it *made*")."""
    if not term.light:
        return term.word in _HONORIFICS or _is_only_asking(question, term)
    if term.role != "verb" or question.asks not in _PLACED_OR_TIMED:
        return True
    return term.token != sum(token.kind != "mark" for token in question.tokens) - 1


def _is_only_asking(question: Question, term: QuestionTerm) -> bool:
    """Return whether a word belongs to what asks: "in which *two* cities", "do for a *living*"."""
    if term.word not in NUMBER_WORDS and term.word != "living":
        return False
    before = [token.norm for token in question.tokens[max(0, term.token - 2) : term.token]]
    if term.word == "living":
        return before == ["for", "a"]
    return before[-1:] in (["which"], ["what"], ["between"])  # "between *two* doses"


def _is_half_met(
    ranked: RankedSentence,
    term: QuestionTerm,
    found: dict[int, TermMatch],
    number: int,
    lexicon: Lexicon | None,
) -> bool:
    """Return whether a word of about the same matters stands for a missing one: "violin" is half
    met by "instrument", the treasurer not at all by the secretary."""
    match = found.get(number)
    if match is None or match.weight < _HALF_MET:
        return False
    given = ranked.tokens[match.token].norm
    return lexicon is None or "person" not in (
        *lexicon.classes(term.word)[:1],
        *lexicon.classes(given)[:1],
    )


def _is_nothing_said(question: Question, said: set[int], missing: set[int]) -> bool:
    if question.asks not in _OF_DEEDS:
        return False
    roles = [question.terms[number].role for number in missing]
    # "Who was the *mayor* of Rome?"
    if "focus" in roles and question.asks in ("who", "whom"):
        return True
    return said <= missing and any(question.terms[number].role == "verb" for number in said)


def stands_above(
    question: Question, number: int, sentence: Sentence, *, named: bool = False
) -> bool:
    """Return whether a word of the question (its term's number), in a form worth believing, stands
    over a sentence: in headings, the title, what introduces a list, the heads of its columns.
    `named` wants the word itself, and no other of about the same meaning."""
    heads = written_out_all([cell.head for cell in sentence.cells])
    over = " ".join((sentence.heading, sentence.title, sentence.lead or "", *heads))
    return _stands_in(over, question.terms[number], named=named)


def _stands_in(text: str, term: QuestionTerm, *, named: bool = False) -> bool:
    stems = _stems(text)
    return any(
        form.term in stems and form.weight >= _BELIEVED and (not named or form.how in BY_FORM)
        for form in term.expansions
    )


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokenize(text))


def _same_deed(verb: str, ranked: RankedSentence, lexicon: Lexicon) -> bool:
    """Return whether a verb of the sentence can mean the same in any of its senses: what else of
    the question the sentence accounts for tells that it does."""
    return any(
        token.kind == "word"
        and token.norm not in FUNCTION_WORDS
        and token.norm not in LIGHT_WORDS
        and lexicon.parts_of_speech(token.norm).get("verb", 0.0) >= _HALF
        and lexicon.same_deed(verb, token.norm)
        and not lacks_its_particle(ranked, at)
        for at, token in enumerate(ranked.tokens)
    )


def _is_by(ranked: RankedSentence, found: dict[int, TermMatch], span: ScoredSpan | None) -> bool:
    """Return whether a thing that is asked about is told to be by the answer ("a *passion* by Jo
    Berg"): it was written, built or made, whatever the verb."""
    if span is None:
        return False
    tokens = ranked.tokens
    at = next((n for n, token in enumerate(tokens) if token.start >= span.span.start), 0)
    matched = {match.token for match in found.values()}
    return at > 1 and tokens[at - 1].norm == "by" and at - 2 in matched


def _only_in_name(question: Question, ranked: RankedSentence, match: TermMatch) -> bool:
    """Return whether a word is only met by meaning, and within a name: "population" is not
    accounted for by a People's Republic. Other forms of the word are ("russia": "Russian")."""
    if match.how not in BY_MEANING:
        return False
    asked = question.tokens[question.terms[match.term].token]
    tokens, at = ranked.tokens, match.token
    if not asked.text.islower() or not at or not tokens[at].text[:1].isupper():
        return False
    if tokens[at].norm[:_ALIKE] == asked.norm[:_ALIKE]:
        return False
    beside = [at - 1, at + 2 if tokens[at + 1 : at + 2] and tokens[at + 1].norm == "'s" else at + 1]
    return any(0 < other < len(tokens) and tokens[other].text[:1].isupper() for other in beside)


def _is_only_kindred(question: Question, match: TermMatch) -> bool:
    """Return whether a word is only met by one of the same matters that need not mean the same
    ("third" for "second", "cock" for "hen")."""
    if match.how != "kindred":
        return False
    return match.weight < _LEAST_KINDRED or question.terms[match.term].word in NUMBER_FORMS


def _is_no_person(
    question: Question, ranked: RankedSentence, match: TermMatch, lexicon: Lexicon
) -> bool:
    """Return whether a word for a person is only met by a noun of another kind: "governor" by
    "government"."""
    if match.how not in ("related", "near"):
        return False
    asked = question.tokens[question.terms[match.term].token].norm
    given = ranked.tokens[match.token].norm
    return (
        lexicon.classes(asked)[:1] == ("person",)
        and "person" not in lexicon.classes(given)
        and lexicon.parts_of_speech(given).get("noun", 0.0) >= _HALF
    )


def _in_phrase(question: Question, found: dict[int, TermMatch], number: int) -> bool:
    """Return whether a loosely matched word stands beside a surely matched one, in the question
    as in the sentence ("power *station*", "power-generating *installation*")."""
    match = found[number]
    if match.weight < _LEAST_IN_PHRASE:
        return False
    at = question.terms[number].token
    return any(
        other is not None
        and other.weight >= _HALF
        and abs(question.terms[beside].token - at) == 1
        and 0 < abs(other.token - match.token) <= _CLOSE
        for beside in (number - 1, number + 1)
        for other in (found.get(beside),)
    )
