"""Why an answer came out as it did, in words."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking import contributions
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Contribution, Explanation, WordMatch

__all__ = ["explain_answer"]

_SHOWN = 12


def explain_answer(
    question: Question,
    ranked: RankedSentence,
    span: ScoredSpan | None,
    missing: Sequence[int],
    runner_up: RankedSentence | None,
) -> Explanation:
    """Return the words that were matched, what each part added, and why the runner-up lost."""
    parts = [
        Contribution(name, round(value, 3), f"the sentence has {amount:.2f} of it")
        for name, value, amount in contributions(ranked)
    ]
    if span is not None:
        parts += [
            Contribution(name, round(value, 3), "of the answer's words")
            for name, value in span.features.items()
            if name != "sentence" and value
        ]
    parts.sort(key=lambda part: -abs(part.value))
    notes = []
    if question.corrected != question.text:
        notes.append(f"read as: {question.corrected}")
    if question.focus:
        notes.append(f"asks for: {question.focus}")
    return Explanation(
        asked=question.corrected,
        rule=question.match.rule if question.match else "",
        words=_words(question, ranked, missing),
        contributions=tuple(parts[:_SHOWN]),
        runner_up=None if runner_up is None else _why_second(question, ranked, runner_up),
        notes=tuple(notes),
    )


def _words(
    question: Question, ranked: RankedSentence, missing: Sequence[int]
) -> tuple[WordMatch, ...]:
    found = {match.term: match for match in ranked.matches}
    words = []
    for number, term in enumerate(question.terms):
        asked = question.tokens[term.token].text
        match = found.get(number)
        if match is not None:
            token = ranked.tokens[match.token].text
            words.append(WordMatch(asked, token, match.how, round(term.share, 3)))
        elif number in ranked.context:
            words.append(WordMatch(asked, None, "context", round(term.share, 3)))
        else:
            words.append(WordMatch(asked, None, "missing", round(term.share, 3)))
    del missing
    return tuple(words)


def _why_second(question: Question, best: RankedSentence, second: RankedSentence) -> str:
    where = f"{second.sentence.path}:{second.sentence.line}"
    ours = {name: value for name, value, _ in contributions(best)}
    theirs = {name: value for name, value, _ in contributions(second)}
    gaps = {
        name: ours.get(name, 0.0) - theirs.get(name, 0.0) for name in ours.keys() | theirs.keys()
    }
    worst = sorted(gaps, key=lambda name: (-gaps[name], name))[:2]
    told = " and ".join(f"{name} ({gaps[name]:+.2f})" for name in worst if gaps[name] > 0)
    held = {match.term for match in second.matches}
    lost = [
        question.tokens[question.terms[match.term].token].text
        for match in best.matches
        if match.term not in held
    ]
    without = f"; it lacks {', '.join(lost[:3])}" if lost else ""
    return f"{where} is behind in {told or 'the order of the search'}{without}"
