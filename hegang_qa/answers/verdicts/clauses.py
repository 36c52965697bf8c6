"""The clause of a sentence that is about what is asked: "the pool is open all year; *the sauna is
closed in summer*" says nothing of a pool that is closed."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.tables.cells import only_tokens
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import NEGATIONS

__all__ = ["own_clause"]

# A subject of its own with its verb behind a semicolon, a comma or "and".
_NEW_CLAUSE = lazy(r";C?|(?:,C?|C)(?=D?[JN-]*[NE](?:PD?[JNE#-]*[NE#])?R?[VXMK])")
_SHORT = frozenset("XM")
_TURNING = frozenset("though although while whereas".split())
_SUBJECTS = frozenset(("noun", "name"))


def own_clause(
    question: Question, ranked: RankedSentence, analysis: Analysis
) -> tuple[RankedSentence, Analysis]:
    """Return a sentence without its other clauses, where what is asked about is the matter of one
    of several that have subjects of their own; the sentence as it is elsewhere."""
    tags = analysis.tagged.tags
    bounds = [0]
    things = {m.token for m in ranked.matches if question.terms[m.term].role in _SUBJECTS}
    for cut in _NEW_CLAUSE.finditer(tags):
        verb = next((n for n in range(cut.end(), len(tags)) if tags[n] in VERB_TAGS), -1)
        joined = ranked.tokens[cut.start()].norm == "or" and tags[verb : verb + 1] == "V"
        if verb in things or joined:
            continue  # "steel wool or chlorine *bleach*", "coaching or court *hire*": no verb
        verbless = tags[cut.start()] == ";" and cut.start() - bounds[-1] > 1 and verb >= 0
        if verbless or not VERB_TAGS.isdisjoint(tags[bounds[-1] : cut.start()]):
            bounds.append(cut.end())  # "cash only at the stalls; *the bar takes cards*"
    bounds = sorted({*bounds, *_turns(ranked, bounds)})
    terms = question.terms
    about = [m for m in ranked.matches if not terms[m.term].light]
    own = [m.token for m in about if terms[m.term].role in _SUBJECTS]
    own += [m.token for m in about if terms[m.term].role == "number"]  # "version 5.1"
    at = next(iter(own), -1)
    if len(bounds) < 2 or at < 0:
        return ranked, analysis
    low = max(bound for bound in bounds if bound <= at)
    high = next((bound for bound in bounds if bound > at), len(tags))
    stem = ranked.tokens[at].stem
    if any(t.stem == stem for n, t in enumerate(ranked.tokens) if not low <= n < high):
        return ranked, analysis  # several clauses are about it
    if any(
        tags[bound : bound + 1] == "O" and any(match.token > bound for match in ranked.matches)
        for bound in bounds
        if bound >= high
    ):
        return ranked, analysis  # "coats are washed; *they* must not be taken home"
    kept = range(low, high)
    last = next((n for n in reversed(kept) if ranked.tokens[n].kind != "mark"), low)
    if tags[last] in _SHORT or ranked.tokens[last].norm in NEGATIONS:
        return ranked, analysis  # "lanterns are allowed; open fires *are not*"
    tagged = analysis.tagged
    tagged = tagged._replace(
        tags="".join(tag if n in kept else "." for n, tag in enumerate(tags)),
        norms=tuple(norm if n in kept else "" for n, norm in enumerate(tagged.norms)),
    )
    return only_tokens(ranked, analysis._replace(tagged=tagged), kept)


def _turns(ranked: RankedSentence, bounds: list[int]) -> list[int]:
    """Return where a last clause begins that is set against the one before (", *though* ...")."""
    norms = [token.norm for token in ranked.tokens]
    last = max((at for at, norm in enumerate(norms) if norm == ","), default=-1)
    turns = bounds[0] < last < len(norms) - 1 and norms[last + 1] in _TURNING
    return [last + 2] if turns else []
