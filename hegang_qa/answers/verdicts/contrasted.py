"""What is set against something else: "*unlike the adder*, the smooth snake is harmless" says no of
the adder, and of the snake what it says."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.words import CONTRASTS

__all__ = ["set_against", "span_of_contrast"]

_ENDS = frozenset((",", ";", "."))


def span_of_contrast(ranked: RankedSentence, analysis: Analysis) -> tuple[int, int]:
    """Return the tokens (end excluded) of what a sentence sets itself against, (0, 0) for none."""
    norms = [token.norm for token in ranked.tokens]
    tags = analysis.tagged.tags
    for at in range(len(norms)):
        phrase = next((one for one in CONTRASTS if tuple(norms[at : at + len(one)]) == one), None)
        if phrase is None:
            continue
        start = at + len(phrase)
        end = start
        while end < len(norms) and norms[end] not in _ENDS and tags[end] not in VERB_TAGS | {"O"}:
            end += 1
        return start, end
    return 0, 0


def set_against(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return what a sentence sets itself against, where that is what a question asks about and the
    rest of it stands elsewhere in the sentence ("is the *adder* harmless"); "" elsewhere."""
    start, end = span_of_contrast(ranked, analysis)
    if start == end:
        return ""
    about = {
        match.term
        for match in ranked.matches
        if match.how in BY_FORM and question.terms[match.term].role in ("noun", "name", "focus")
    }
    inside = {m.term for m in ranked.matches if m.term in about and start <= m.token < end}
    others = {m.term for m in ranked.matches} - inside
    if not inside or not others:
        return ""
    first = min(question.terms[n].token for n in inside)
    if any(question.terms[n].token < first and n in about for n in others):
        return ""  # the subject itself stands elsewhere
    tokens = ranked.tokens[start:end]
    return ranked.sentence.text[tokens[0].start : tokens[-1].end]
