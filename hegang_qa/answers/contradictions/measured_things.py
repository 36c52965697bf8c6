"""What a measure is of: "the gorge at Hult has a length of 14 km" does not tell how long the river
is."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.verdicts.contraries import WordRelations
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import BE

__all__ = ["measure_of_another"]

_TYPES = frozenset("distance weight area volume size speed power temperature".split())
_ARTICLES = frozenset("the a an this that its our".split())
_PHRASE = frozenset("JN#-")
_PLACING = frozenset("at of in near on".split())
_NO_THINGS = frozenset("whole total entire rest overall".split())


def measure_of_another(
    question: Question, ranked: RankedSentence, analysis: Analysis, lexicon: WordRelations | None
) -> str:
    """Return in words what else a sentence with a measure is about, where it does not have the
    thing that a question asks the measure of ("how long is the *river*"), nor another word for it;
    "" where nothing shows that."""
    if question.answer_type not in _TYPES or ranked.sentence.cells or lexicon is None:
        return ""
    asked = _thing(question)
    if asked < 0 or any(match.term == asked for match in ranked.matches):
        return ""
    tags, tokens = analysis.tagged.tags, ranked.tokens
    if not tokens or tokens[0].norm not in _ARTICLES or tags[:1] != "D":
        return ""
    end = 1
    while end < len(tags) and tags[end] in _PHRASE:
        end += 1
    head = tokens[end - 1]
    if end < 2 or tags[end - 1] != "N" or head.norm in _NO_THINGS:
        return ""
    name = ""
    if tags[end : end + 1] == "P" and tokens[end].norm in _PLACING:
        after = end + 1 + (tags[end + 1 : end + 2] == "D")
        if tags[after : after + 1] == "E":
            name = tokens[after].norm
    term = question.terms[asked]
    held = {form.term for form in term.expansions}
    above = {token.stem for token in tokenize(ranked.sentence.heading)}
    if head.stem in held | above | {other.stem for other in question.terms}:
        return ""
    if term.role == "name":
        # Whatever "the river" is may be called so; what lies at another place is another thing.
        return f'it is of "{head.text}"' if name and name != term.word else ""
    alike = lexicon.is_a(term.word, head.norm) or lexicon.is_a(head.norm, term.word)
    return "" if alike else f'it is of "{head.text}"'


def _thing(question: Question) -> int:
    """Return the term of the thing whose measure is asked for: "how long is the *river*", "length
    of the *river*"; -1 for any other question."""
    norms = [token.norm for token in question.tokens if token.kind != "mark"]
    of_measure = "of" in norms[1:-1] and not question.asks.startswith("how")
    how = len(norms) > 3 and norms[0] == "how" and norms[2] in BE
    if not (of_measure or how) or not question.terms:
        return -1
    last = len(question.terms) - 1
    term = question.terms[last]
    if of_measure and term.token <= norms.index("of"):
        return -1
    return last if term.role in ("noun", "name", "focus") and not term.light else -1
