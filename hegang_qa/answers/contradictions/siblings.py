"""Another one of the same kind: "No. 3 pit" tells nothing of pit no 5, nor the National Cup of the
League Cup, nor a second attack of the first."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import WordKnowledge
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.tokens import Token
from hegang_qa.text.words import ORDINAL_WORDS

__all__ = ["of_a_sibling", "of_a_sibling_beside"]

_NOUN = 0.5  # the share of a word's uses as a noun
_NUMBER = frozenset(("no", "number", "nr", "#"))


def of_a_sibling(question: Question, ranked: RankedSentence, lexicon: WordKnowledge | None) -> str:
    """Return in words which other one of its kind a sentence tells of, where the one asked about is
    not named in it; "" elsewhere."""
    if ranked.sentence.cells:
        return ""
    asked = _numbered(question.tokens)
    if asked:
        told = _numbered(ranked.tokens)
        said = {token.norm for token in ranked.tokens}
        if told and not asked & told and not asked & said:
            return f'it is told of "no. {min(told)}"'
    if other := _of_another_in_order(question, ranked):
        return other
    return "" if lexicon is None else _of_another_name(question, ranked, lexicon)


def _of_another_in_order(question: Question, ranked: RankedSentence) -> str:
    """Return the noun of a question with another ordinal than there ("his *second wife*", where one
    asks for the first); "" where a sentence has the ordinal as well."""
    asked = {
        term.token + 1: question.tokens[term.token].norm
        for term in question.terms
        if question.tokens[term.token].norm in ORDINAL_WORDS
    }
    said = {token.norm for token in ranked.tokens}
    for match in ranked.matches:
        ordinal = asked.get(question.terms[match.term].token)
        if ordinal is None or ordinal in said or match.how not in BY_FORM:
            continue
        before = ranked.tokens[match.token - 1] if match.token else None
        if before is not None and before.norm in ORDINAL_WORDS:
            return f'it is told of the "{before.text} {ranked.tokens[match.token].text}"'
    return ""


def _numbered(tokens: tuple[Token, ...]) -> set[str]:
    """Return the numbers that stand behind "no." or "number"."""
    found = set()
    for at, token in enumerate(tokens):
        if token.norm not in _NUMBER:
            continue
        after = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].norm == ".")
        if after < len(tokens) and tokens[after].kind == "number":
            found.add(tokens[after].norm)
    return found


def _of_another_name(question: Question, ranked: RankedSentence, lexicon: WordKnowledge) -> str:
    """Return the name of a sentence that ends in the same common noun as one of the question, and
    begins otherwise ("the *National Cup*", where the *League Cup* is asked about); "" elsewhere."""
    held = {match.term: match for match in ranked.matches}
    tokens = ranked.tokens
    for number, term in enumerate(question.terms[:-1]):
        after = question.terms[number + 1]
        match = held.get(number + 1)
        beside = after.token == term.token + 1 and term.role in ("name", "noun", "focus")
        if number in held or match is None or match.how not in BY_FORM or not beside:
            continue
        at = match.token
        if lexicon.parts_of_speech(tokens[at].norm).get("noun", 0.0) < _NOUN:
            continue  # of two Marwicks one may be meant
        capital = tokens[at].text[:1].isupper() and at > 1 and tokens[at - 1].text[:1].isupper()
        matched = any(m.token == at - 1 for m in ranked.matches)
        if capital and tokens[at - 1].kind == "word" and not matched:
            return f'it is told of "{tokens[at - 1].text} {tokens[at].text}"'
    return ""


def of_a_sibling_beside(question: Question, ranked: RankedSentence, span: ScoredSpan) -> str:
    """Return the name in whose clause an answer stands, where the one of its kind that is asked
    about has a clause of its own ("the *Chain Bridge* was designed by Ray; the Liberty Bridge was
    completed in 2012": who designed the Liberty Bridge?); "" elsewhere."""
    tokens = ranked.tokens
    clause, of_token = 0, []
    for token in tokens:
        clause += token.text == ";"
        of_token.append(clause)
    if not clause:
        return ""
    held = {match.term: match.token for match in ranked.matches if match.how in BY_FORM}
    low = next((n for n, token in enumerate(tokens) if token.start >= span.span.start), -1)
    for number, term in enumerate(question.terms[:-1]):
        after = question.terms[number + 1]
        name, head = held.get(number, -1), held.get(number + 1, -1)
        named = term.role == "name" and after.token == term.token + 1
        if not named or name < 0 or head < 0 or of_token[name] == of_token[low]:
            continue
        for at in range(1, len(tokens)):
            before = tokens[at - 1]
            large = before.text[:1].isupper() and tokens[at].text[:1].isupper()
            same = not large or before.stem == tokens[name].stem
            if of_token[at] == of_token[low] and not same and tokens[at].stem == tokens[head].stem:
                return f'it is told of "{before.text} {tokens[at].text}"'
    return ""
