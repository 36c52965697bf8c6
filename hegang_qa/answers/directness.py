"""Which of several sentences that give the same answer states it most directly, and how a
sentence calls what it speaks of.

"The town lies in the province of X" says where the town lies; "the road to the town leads to Y,
the capital of the province of X" only lets it be guessed, however many words it shares with the
question.
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import WordKnowledge, analyse
from hegang_qa.answers.model import ScoredSpan, TypedSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_MEANING, RankedSentence

__all__ = ["called_otherwise", "is_stated"]

# Letters of the words of a noun phrase without its article.
_IN_PHRASE = frozenset("JNE#-GK")

# Letters of `hegang_qa.answers.candidates.tagging` that may stand before the noun of a subject.
_BEFORE_SUBJECT = frozenset("DJNE#-()S,.")


def is_stated(
    question: Question, ranked: RankedSentence, span: ScoredSpan, lexicon: WordKnowledge | None
) -> bool:
    """Return whether a sentence says the answer of what the question is about: what it is about
    begins the sentence, and no other name stands between it and the answer (but in brackets)."""
    if ranked.sentence.cells:
        return False
    subjects = _subjects(question, ranked)
    if not subjects:
        return False
    analysis = analyse(ranked.sentence, ranked.tokens, lexicon)
    tags, tokens = analysis.tagged.tags, ranked.tokens
    first = min(subjects)
    if any(tag not in _BEFORE_SUBJECT for tag in tags[:first]) or "E" in _outside(tags[:first]):
        return False
    start = next((n for n, token in enumerate(tokens) if token.start >= span.span.start), first)
    asked = {token.stem for token in question.tokens}
    between = _outside(tags[first + 1 : start])
    at = first + 1
    for offset, tag in enumerate(between):
        if tag == "E" and tokens[at + offset].stem not in asked:
            return False
    return start > first


def called_otherwise(
    question: Question, ranked: RankedSentence, lexicon: WordKnowledge | None
) -> ScoredSpan | None:
    """Return the noun phrase by which a sentence calls what the question is about, where it says
    more than the question's own words ("a wind-driven *pumping station*" for a "pump mill"); None
    where it has the last of these words itself."""
    if not ranked.matches or ranked.sentence.cells:
        return None
    last = max(ranked.matches, key=lambda match: match.term)
    if last.term != len(question.terms) - 1 or last.how not in BY_MEANING:
        return None
    spots = [match.token for match in ranked.matches]
    analysis = analyse(ranked.sentence, ranked.tokens, lexicon)
    tags, tokens = analysis.tagged.tags, ranked.tokens
    start, end = min(spots), max(spots) + 1
    if any(tag not in _IN_PHRASE for tag in tags[start:end]):
        return None
    while start > 0 and tags[start - 1] in _IN_PHRASE:
        start -= 1
    while end < len(tags) and tags[end] in _IN_PHRASE - {"G", "K"}:
        end += 1
    if sum(tag != "-" for tag in tags[start:end]) <= len(spots):
        return None
    span = TypedSpan(tokens[start].start, tokens[end - 1].end, "phrase", "")
    return ScoredSpan(ranked, span, 0.0, {})


def _subjects(question: Question, ranked: RankedSentence) -> list[int]:
    """Return the tokens of the sentence that stand for what the question is about: its names, else
    its nouns other than that asked for."""
    for roles in (("name",), ("noun", "other")):
        stems = {
            ranked.tokens[match.token].stem
            for match in ranked.matches
            if question.terms[match.term].role in roles
        }
        if stems:
            return [n for n, token in enumerate(ranked.tokens) if token.stem in stems]
    return []


def _outside(tags: str) -> str:
    """Return the letters with those in brackets made "."."""
    depth = 0
    kept = []
    for tag in tags:
        depth += tag == "("
        kept.append("." if depth else tag)
        depth = max(0, depth - (tag == ")"))
    return "".join(kept)
