"""Match a question against all rules: strict first, then loosely, or say that none fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hegang_qa.intents.automaton import Automaton
from hegang_qa.intents.matching import Fit, fit
from hegang_qa.intents.model import RuleMatch, Slot
from hegang_qa.intents.normalise import Spoken, make_replacements, normalise
from hegang_qa.intents.records import Compiled, Rule, Template

__all__ = ["MAX_WORDS", "RuleSet"]

MAX_WORDS = 60
"""A question's words beyond this number are not read by rules; nobody asks that long."""


class _Candidate(NamedTuple):
    """A template that fits."""

    number: int
    fit: Fit
    words: Sequence[Spoken]


class RuleSet:
    """Rules, ready to match. Safe to use from many threads: matching only reads (and fills
    caches whose entries are the same whoever makes them)."""

    def __init__(self, compiled: Compiled) -> None:
        self.rules: tuple[Rule, ...] = compiled.rules
        self.templates: tuple[Template, ...] = compiled.templates
        self.languages = compiled.languages
        self._replacements = make_replacements(language.replace for language in compiled.languages)
        self._first = _phrases(language.first for language in compiled.languages)
        self._last = _phrases(language.last for language in compiled.languages)
        self._automata: dict[int, Automaton] = {}
        self._anchors: dict[str, list[int]] = {}
        for number, template in enumerate(self.templates):
            for word in template.anchors:
                self._anchors.setdefault(word, []).append(number)

    def match(self, question: str) -> RuleMatch | None:
        """Return the rule that reads the question, or None: then it is a plain search."""
        return self._match(question, follow_up=False)

    def match_follow_up(self, question: str) -> RuleMatch | None:
        """Return the rule one of whose `follow_up` phrasings ("and when?") reads the question."""
        return self._match(question, follow_up=True)

    def _match(self, question: str, *, follow_up: bool) -> RuleMatch | None:
        words = normalise(question[: MAX_WORDS * 40], self._replacements)[:MAX_WORDS]
        best: _Candidate | None = None
        for reading in self._readings(words):
            best = self._better(best, self._strict(reading, follow_up))
        return None if best is None else self._result(question, best)

    def _readings(self, words: list[Spoken]) -> list[list[Spoken]]:
        """Return the question as it stands and without the polite words around it."""
        readings = [words]
        start, end = 0, len(words)
        while (step := _leading(words, start, end, self._first)) and start + step < end:
            start += step
        while (step := _trailing(words, start, end, self._last)) and start < end - step:
            end -= step
        if end - start < len(words):
            readings.append(words[start:end])
        return readings

    def _strict(self, words: Sequence[Spoken], follow_up: bool) -> _Candidate | None:
        forms = [{word.word: 1.0} for word in words]
        present = {word.word for word in words}
        best: _Candidate | None = None
        for number in self._candidates(present):
            if self.templates[number].follow_up != follow_up:
                continue
            automaton = self._automaton(number)
            if any(group.isdisjoint(present) for group in automaton.needed):
                continue
            found = fit(automaton, forms)
            if found is not None:
                best = self._better(best, _Candidate(number, found, words))
        return best

    def _candidates(self, present: Iterable[str]) -> list[int]:
        found: list[int] = []
        for word in present:
            found += self._anchors.get(word, ())
        return found

    def _automaton(self, number: int) -> Automaton:
        automaton = self._automata.get(number)
        if automaton is None:
            automaton = self._automata[number] = self.templates[number].automaton()
        return automaton

    def _better(self, one: _Candidate | None, other: _Candidate | None) -> _Candidate | None:
        """Return the more literal of the two; ties never depend on the order of files."""
        if one is None or other is None:
            return one or other
        return max(one, other, key=self._rank)

    def _rank(self, candidate: _Candidate) -> tuple[float, int, str, str]:
        template = self.templates[candidate.number]
        return (
            candidate.fit.weight,
            -len(candidate.fit.slots),
            self.rules[template.rule].id,
            template.text,
        )

    def _result(self, question: str, candidate: _Candidate) -> RuleMatch:
        template = self.templates[candidate.number]
        rule = self.rules[template.rule]
        slots: dict[str, Slot] = {}
        for name, first, end in candidate.fit.slots:
            start, stop = candidate.words[first].start, candidate.words[end - 1].end
            slots[name] = Slot(question[start:stop], start, stop)
        return RuleMatch(
            rule=rule.id,
            how="strict",
            template=template.text,
            score=1.0,
            answer=rule.answer,
            language=rule.language,
            slots=slots,
            reply=rule.reply[0] if rule.reply else None,
            evidence=rule.evidence,
            evidence_slots=rule.evidence_slots,
            threshold=rule.threshold,
            path=rule.path,
            line=rule.line,
            overrides=rule.overrides,
        )


def _phrases(groups: Iterable[Iterable[str]]) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(word.word for word in normalise(phrase, {})) for group in groups for phrase in group
    )


def _leading(
    words: Sequence[Spoken], start: int, end: int, phrases: frozenset[tuple[str, ...]]
) -> int:
    """Return how many words at `start` are a phrase of `phrases`, the longest such, or 0."""
    for length in range(min(6, end - start), 0, -1):
        if tuple(word.word for word in words[start : start + length]) in phrases:
            return length
    return 0


def _trailing(
    words: Sequence[Spoken], start: int, end: int, phrases: frozenset[tuple[str, ...]]
) -> int:
    for length in range(min(6, end - start), 0, -1):
        if tuple(word.word for word in words[end - length : end]) in phrases:
            return length
    return 0
