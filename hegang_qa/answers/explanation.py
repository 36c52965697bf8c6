"""Why an answer came out as it did, in words."""

from __future__ import annotations

from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.wording import heading_of
from hegang_qa.question.model import Question
from hegang_qa.ranking import contributions
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Contribution, Explanation, WordMatch

__all__ = ["explain_answer"]

_LEAST = 0.005
"""Log-odds below which a part is left out."""

_TOLD = 0.1
"""Log-odds from which a difference to the runner-up is worth a word."""


def explain_answer(
    question: Question,
    ranked: RankedSentence | None,
    span: ScoredSpan | None = None,
    runner_up: RankedSentence | None = None,
    reason: str = "",
) -> Explanation:
    """Return the words that were matched, what each part added, and why the runner-up lost.
    `ranked` is None where no sentence was found; `reason` is why a sentence says yes or no, "" for
    other questions."""
    parts = [
        Contribution(name, round(value, 3), f"of the sentence, which has {amount:.2f} of it")
        for name, value, amount in (contributions(ranked) if ranked is not None else ())
    ]
    if span is not None:
        parts += [
            Contribution(name, round(value, 3), "of the answer's words")
            for name, value in span.features.items()
            if name != "sentence" and value
        ]
    parts = [part for part in parts if abs(part.value) >= _LEAST]
    parts.sort(key=lambda part: -abs(part.value))
    notes = []
    if question.focus:
        notes.append(f"asks for: {question.focus}")
    if reason:
        notes.append(f"yes or no: {reason}")
    return Explanation(
        asked=question.corrected,
        rule=question.match.rule if question.match else "",
        words=_words(question, ranked),
        contributions=tuple(parts),
        runner_up=_why_second(question, ranked, runner_up) if ranked and runner_up else None,
        notes=tuple(notes),
    )


def _words(question: Question, ranked: RankedSentence | None) -> tuple[WordMatch, ...]:
    found = {match.term: match for match in ranked.matches} if ranked else {}
    words = []
    for number, term in enumerate(question.terms):
        asked = question.tokens[term.token].text
        match = found.get(number)
        if match is not None and ranked is not None:
            token = ranked.tokens[match.token].text
            words.append(WordMatch(asked, token, match.how, round(term.share, 3)))
        elif ranked is not None and number in ranked.context:
            words.append(WordMatch(asked, None, "context", round(term.share, 3)))
        else:
            words.append(WordMatch(asked, None, "missing", round(term.share, 3)))
    return tuple(words)


def _why_second(question: Question, best: RankedSentence, second: RankedSentence) -> str:
    where = f"{second.sentence.path}:{second.sentence.line}"
    gaps: dict[str, float] = {}
    for sentence, sign in ((best, 1), (second, -1)):
        for name, value, _ in contributions(sentence):
            heading = heading_of(name)
            gaps[heading] = gaps.get(heading, 0.0) + sign * value
    worst = sorted(gaps, key=lambda heading: (-gaps[heading], heading))[:2]
    told = " and ".join(
        f'"{heading}" ({gaps[heading]:.1f})' for heading in worst if gaps[heading] >= _TOLD
    )
    held = {match.term for match in second.matches}
    lost = [
        question.tokens[question.terms[match.term].token].text
        for match in best.matches
        if match.term not in held
    ]
    without = f"; it lacks {', '.join(lost[:3])}" if lost else ""
    return f"{where} is behind {f'by {told}' if told else 'by little'}{without}"
