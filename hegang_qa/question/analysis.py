"""From the text of a question to what it asks for and by which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.intents.model import RuleMatch
from hegang_qa.question.content import is_shouting
from hegang_qa.question.courtesy import without_courtesy
from hegang_qa.question.focus import Focus, read_focus
from hegang_qa.question.model import Question, QuestionTerm
from hegang_qa.question.reading import spelled_well
from hegang_qa.question.terms import Asked, read_terms
from hegang_qa.question.wording import (
    asked_last,
    background,
    respelled,
    with_place,
    with_question_word,
)
from hegang_qa.question.words import QUESTION_WORDS
from hegang_qa.text.tokens import Token, stem, tokenize

if TYPE_CHECKING:
    from hegang_qa.intents.rules import RuleSet
    from hegang_qa.sentences.model import SentenceStore
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["understand"]

_POINTING = frozenset("it them that this they".split())
_OF_A_THING = frozenset(("definition", "action", "purpose", "description"))
_IT = frozenset(("it", "this", "that", "this document", "the document"))
_ONE_OF_IT = frozenset(("one", "ones"))


def understand(
    text: str,
    *,
    rules: RuleSet,
    index: SentenceIndex,
    lexicon: Lexicon,
    store: SentenceStore | None = None,
) -> Question:
    """Return what `text` asks for: rule, type, focus, and its content words with their forms.

    With a `store`, a Chinese question to documents that are not Chinese is put into English words
    first; `Question.text` is then in English, and `Question.match` is still the Chinese rule.
    """
    plain = without_courtesy(text)
    if plain != text and not ((own := rules.match(text)) and own.is_own):
        text = plain
    text = respelled(text, lambda norm: bool(index.document_frequencies([stem(norm)])[0]))
    text = with_question_word(text)
    typed, text = text, with_place(text)
    tokens = tokenize(text)
    last = asked_last(text)
    match, read_by = _rules_of(typed, last, rules)
    focus = read_focus(tokens, match=read_by, lexicon=lexicon)
    if _is_of_all_there_is(match, store):
        focus = Focus("overview", focus.asks)
    is_han = match is not None and match.language == "zh" and not match.reply
    if store is not None and match is not None and is_han and focus.answer_type != "overview":
        english = _english_of(tokens, match, focus, rules=rules, index=index, store=store)
        if english is not None:
            read = understand(english, rules=rules, index=index, lexicon=lexicon)
            # Its slots are places in the Chinese text.
            return read._replace(match=match._replace(evidence_slots=()))
    told, pointed = _background_of(text, tokens, last)
    asked = Asked(
        tokens,
        match,
        focus,
        asking=frozenset(focus.asks.split()[1:]),
        told=told,
        pointed=pointed,
        shouting=is_shouting(tokens),
        collection=index,
        sentences=len(index),
        lexicon=lexicon,
    )
    # Who asks what the documents are about asks for no word of theirs.
    terms = [] if focus.answer_type == "overview" else read_terms(asked)
    mended = {term.token.start: term.mended for term in terms if term.mended is not None}
    if mended:
        well = tuple(spelled_well(token, mended.get(token.start)) for token in tokens)
        focus = read_focus(well, match=read_by, lexicon=lexicon)
    whole = sum(term.weight for term in terms) or 1.0
    return Question(
        text=typed,
        corrected=_corrected(typed, tokens, mended),
        tokens=tokens,
        terms=tuple(
            QuestionTerm(
                token=term.number,
                stem=term.token.stem,
                role=term.role,
                rarity=term.rarity,
                share=term.weight / whole,
                expansions=term.forms,
                word=term.meant_as,
                light=term.light,
                background=asked.is_told(term.token),
            )
            for term in terms
        ),
        answer_type=focus.answer_type,
        asks=focus.asks,
        match=match,
        focus=focus.noun,
        sentences=asked.sentences,
    )


def _rules_of(text: str, last: str, rules: RuleSet) -> tuple[RuleMatch | None, RuleMatch | None]:
    """Return the rule of a question, and the one that tells its type: of what is asked `last`,
    where there is none of all of it."""
    match = read_by = rules.match(text)
    if last and match is not None and match.answer == "yes-no" and _asks_which(last):
        match = None  # "we are three, *which box should we take*"
    if match is None and last:
        read_by = rules.match(last)  # its slots are places in a part: it tells the type only
    return match, read_by


def _is_of_all_there_is(match: RuleMatch | None, store: SentenceStore | None) -> bool:
    """Return whether one asks what "it" is or does, and there is a single document that this can
    be."""
    if match is None or store is None or match.answer not in _OF_A_THING or len(match.slots) != 1:
        return False
    (slot,) = match.slots.values()
    return slot.text.lower() in _IT and sum(map(bool, store.paths())) == 1


def _asks_which(text: str) -> bool:
    """Return whether a question asks by a question word."""
    return any(token.norm in QUESTION_WORDS for token in tokenize(text)[:2])


def _english_of(
    tokens: tuple[Token, ...],
    match: RuleMatch,
    focus: Focus,
    *,
    rules: RuleSet,
    index: SentenceIndex,
    store: SentenceStore,
) -> str | None:
    """Return a Chinese question in English words, None where its documents are Chinese."""
    from hegang_qa.question.han import in_english

    return in_english(tokens, match, focus, glosses=rules.glosses, index=index, store=store)


def _background_of(text: str, tokens: tuple[Token, ...], last: str) -> tuple[tuple[int, int], bool]:
    """Return where a text tells of who asks, as offsets, and whether the question points at what is
    told there; what it asks one of is no background."""
    told = background(text, last)
    outside = [token.norm for token in tokens if not told[0] <= token.start < told[1]]
    pointed = not _POINTING.isdisjoint(outside)  # "how do I reset *it*"
    return ((0, 0) if not _ONE_OF_IT.isdisjoint(outside) else told), pointed


def _corrected(text: str, tokens: tuple[Token, ...], mended: dict[int, str]) -> str:
    if not mended:
        return text
    pieces: list[str] = []
    at = 0
    for token in tokens:
        near = mended.get(token.start)
        if near is not None and token.end <= len(text):  # not what was read behind it
            pieces += [text[at : token.start], near.capitalize() if token.text.istitle() else near]
            at = token.end
    return "".join(pieces) + text[at:]
