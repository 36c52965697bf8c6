"""Match a question against all rules: strict first, then loosely, or say that none fits."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from hegang_qa.errors import SourceError
from hegang_qa.intents.automaton import Automaton, plain_sentence
from hegang_qa.intents.matching import fit, literal_weight
from hegang_qa.intents.model import RuleMatch, Slot
from hegang_qa.intents.normalise import Spoken, normalise
from hegang_qa.intents.readings import readings
from hegang_qa.intents.records import Compiled, Rule, Template

if TYPE_CHECKING:
    from hegang_qa.intents.spelling import RuleWords

__all__ = [
    "LOOSE_THRESHOLD",
    "MARGIN",
    "MAX_WORDS",
    "ONE_WORD",
    "SHORTEST_MENDED",
    "SPELLING_GAIN",
    "Candidate",
    "RuleSet",
]

MAX_WORDS = 60
"""A question's words beyond this number are not read by rules; nobody asks that long."""

LOOSE_THRESHOLD = 0.75
"""Least score of a loose match, unless the rule has its own `threshold`."""

ONE_WORD = 0.8
"""Least score of a match that rests on one misspelled word alone ("daes ..." for "does ...")."""

MARGIN = 0.05
"""By how much a loose match must beat that of the next rule; otherwise no rule is taken."""

SPELLING_GAIN = 3.0
"""How much more literal text (in letters) a reading with mended spelling must find than the strict
one, to be preferred to it."""

SHORTEST_MENDED = 4
"""Letters from which a word of a question may be a misspelling."""

_HAN_FROM = "\u2e80"

_Forms = Sequence[Mapping[str, float]]


class Candidate(NamedTuple):
    """A template that fits a question, and how well.

    `weight` is that of its literal text (letters, and one for each word); `score` is 0..1; `left`
    are the numbers of the words that fit nothing; slots as (name, first word, end).
    """

    number: int
    how: Literal["strict", "loose"]
    score: float
    weight: float
    slots: tuple[tuple[str, int, int], ...]
    words: Sequence[Spoken]
    left: tuple[int, ...] = ()


class RuleSet:
    """Rules, ready to match. Safe to use from many threads: matching only reads (and fills
    caches whose entries are the same whoever makes them)."""

    def __init__(
        self, compiled: Compiled, *, is_known: Callable[[str], bool] | None = None
    ) -> None:
        """`is_known` tells the words of the language, which are never taken for misspellings
        (by default those of the shipped lexicon)."""
        self.rules: tuple[Rule, ...] = compiled.rules
        self.templates: Sequence[Template] = compiled.templates
        self._anchors = compiled.anchors
        self._replacements = compiled.replacements
        self._first = compiled.first
        self._last = compiled.last
        self._setting = compiled.setting
        self._words_json = compiled.words
        self._glosses_json = compiled.glosses
        self._counted: dict[str, int] | None = None
        self._automata: dict[int, Automaton] = {}
        self._like: RuleWords | None = None
        self._is_known = is_known

    @property
    def glosses(self) -> dict[str, list[str]]:
        """What words of the rules' languages mean in the languages of documents."""
        found: dict[str, list[str]] = json.loads(self._glosses_json)
        return found

    def match(self, question: str) -> RuleMatch | None:
        """Return the rule that reads the question, or None: then it is a plain search."""
        best = self.best(question)
        return None if best is None else self.result(question, best)

    def match_follow_up(self, question: str) -> RuleMatch | None:
        """Return the rule one of whose `follow_up` phrasings ("and when?") reads the question."""
        best = self.best(question, follow_up=True)
        return None if best is None else self.result(question, best)

    def whole_question(self, question: str, other: str = "it") -> str | None:
        """Return the question that a `follow_up` phrasing of a user's rule stands for ("and the
        deadline?": "when is it due"): the first of its `ask` templates, with `other` for what the
        follow-up does not name. None where no such rule reads the question word for word."""
        best = self.best(question, follow_up=True)
        if best is None or best.how != "strict":
            return None
        rule = self.templates[best.number].rule
        if self.rules[rule].shipped or self.rules[rule].reply:
            return None
        said = {name: slot.text for name, slot in self.result(question, best).slots.items()}
        number = next(
            number
            for number, template in enumerate(self.templates)
            if template.rule == rule and not template.follow_up
        )
        return plain_sentence(self._automaton(number), said, other=other)

    def best(self, question: str, *, follow_up: bool = False) -> Candidate | None:
        """Return the template that reads the question, or None."""
        ways = self._readings(question)
        strict: Candidate | None = None
        for words in ways:
            for candidate in self._strict(words, _exact(words), follow_up):
                strict = self._better(strict, candidate)
        spelled = self._spelled(ways, follow_up, known_too=strict is None)
        if spelled is not None and (
            strict is None or spelled.weight >= strict.weight + SPELLING_GAIN
        ):
            return spelled
        if strict is not None or follow_up:
            return strict
        return self._loosely(ways)

    def candidates(self, question: str, *, follow_up: bool = False) -> list[Candidate]:
        """Return every template that fits in any way, best first (for explanations)."""
        found: list[Candidate] = []
        for words in self._readings(question):
            found += self._strict(words, _exact(words), follow_up)
            forms = self._mended(words)
            if forms is not None:
                found += self._strict(words, forms, follow_up, "loose")
            found += self._aligned(words, forms or _exact(words), follow_up)
        best: dict[int, Candidate] = {}
        for candidate in found:
            known = best.get(candidate.number)
            if known is None or self._rank(candidate) > self._rank(known):
                best[candidate.number] = candidate
        return sorted(best.values(), key=self._rank, reverse=True)

    def _readings(self, question: str) -> list[list[Spoken]]:
        words = normalise(question[: MAX_WORDS * 40], self._replacements)[:MAX_WORDS]
        return readings(question, words, self._first, self._last, self._setting)

    def _strict(
        self,
        words: Sequence[Spoken],
        forms: _Forms,
        follow_up: bool,
        how: Literal["strict", "loose"] = "strict",
    ) -> list[Candidate]:
        """Return the templates that read the words in one of their forms, word for word."""
        present = {form for word in forms for form in word}
        found: list[Candidate] = []
        for number in self._near(present):
            if self.templates[number].follow_up != follow_up:
                continue
            automaton = self._automaton(number)
            if any(map(present.isdisjoint, automaton.needed)):
                continue
            fitting = fit(automaton, forms)
            if fitting is None:
                continue
            score = 1.0 if how == "strict" else _likeness(forms, fitting.slots, fitting.weight)
            found.append(Candidate(number, how, score, fitting.weight, fitting.slots, words))
        return found

    def _spelled(
        self, ways: Sequence[Sequence[Spoken]], follow_up: bool, *, known_too: bool
    ) -> Candidate | None:
        """Return the best template that reads the words once misspellings are mended."""
        best: Candidate | None = None
        for words in ways:
            for known in (False, True) if known_too else (False,):
                forms = self._mended(words, known_too=known)
                if forms is None or best is not None:
                    continue
                for candidate in self._strict(words, forms, follow_up, "loose"):
                    # A word of the language is only mended beside one that is surely the rules'
                    # own: "world program" does not begin with "would".
                    if known and not self._sure_words(candidate):
                        continue
                    if candidate.score < ONE_WORD and self._words_said(candidate) == 1:
                        continue
                    if candidate.score >= self._threshold(candidate):
                        best = self._better(best, candidate)
        return best

    def _sure_words(self, candidate: Candidate) -> int:
        """Return how many words outside of slots are words of the rules, or misspelled and
        nothing else: the rest are words of the language that are none of the rules'."""
        inside = {at for _, first, end in candidate.slots for at in range(first, end)}
        return sum(
            at not in inside and (word.word in self._count() or not self._knows(word.word))
            for at, word in enumerate(candidate.words)
        )

    def _words_said(self, candidate: Candidate) -> int:
        """Return how many words stand outside of slots."""
        inside = sum(end - first for _, first, end in candidate.slots)
        return len(candidate.words) - inside

    def _mended(self, words: Sequence[Spoken], *, known_too: bool = False) -> _Forms | None:
        """Return the words with the rules' words they may be misspellings of, or None where
        every word is spelled well. Words of the language are not mended unless `known_too`."""
        forms: list[Mapping[str, float]] = []
        changed = False
        for word in words:
            near: dict[str, float] = {}
            if (
                len(word.word) >= SHORTEST_MENDED
                and word.word not in self._count()
                and (known_too or not self._knows(word.word))
            ):
                near = self._rule_words().like(word.word)
            changed = changed or bool(near)
            forms.append({word.word: 1.0, **near})
        return forms if changed else None

    def _loosely(self, ways: Sequence[Sequence[Spoken]]) -> Candidate | None:
        """Return the best loose match where it stands out from that of any other rule."""
        words = ways[-1]
        found = [
            candidate
            for candidate in self._aligned(words, self._mended(words) or _exact(words), False)
            if candidate.score >= self._threshold(candidate)
        ]
        if not found:
            return None
        best = max(found, key=lambda item: (item.score, self._rank(item)))
        rule = self.templates[best.number].rule
        for other in found:
            if self.templates[other.number].rule != rule and other.score > best.score - MARGIN:
                return None
        return best

    def _aligned(self, words: Sequence[Spoken], forms: _Forms, follow_up: bool) -> list[Candidate]:
        from hegang_qa.intents.alignment import align

        # A Chinese character is a word of its own, and a few shared ones say little.
        if any(form > _HAN_FROM for word in forms for form in word):
            return []
        found: list[Candidate] = []
        for number in self._near({form for word in forms for form in word}):
            if self.templates[number].follow_up == follow_up:
                laid = align(self._automaton(number), forms, self._rarity)
                if laid is not None:
                    found.append(
                        Candidate(
                            number, "loose", laid.score, laid.weight, laid.slots, words, laid.left
                        )
                    )
        return found

    def _near(self, present: Iterable[str]) -> set[int]:
        """Return the templates of which an anchor is present."""
        found: set[int] = set()
        for word in present:
            found.update(self._anchors.get(word, ()))
        return found

    def _automaton(self, number: int) -> Automaton:
        automaton = self._automata.get(number)
        if automaton is None:
            automaton = self._automata[number] = self.templates[number].automaton()
        return automaton

    def _count(self) -> dict[str, int]:
        """Return for each literal word how many templates hold it."""
        if self._counted is None:
            counted: dict[str, int] = json.loads(self._words_json)
            self._counted = counted
        return self._counted

    def _rule_words(self) -> RuleWords:
        if self._like is None:
            from hegang_qa.intents.spelling import RuleWords

            self._like = RuleWords(self._count())
        return self._like

    def _knows(self, word: str) -> bool:
        if self._is_known is None:
            from hegang_qa.text.lexicon import Lexicon

            self._is_known = Lexicon.open().__contains__
        try:
            return self._is_known(word)
        except SourceError:  # rules can be read without a lexicon, if with less care
            return False

    def _rarity(self, word: str) -> float:
        """Return what a word weighs: the fewer templates hold it, the more (nats)."""
        return math.log(1.0 + len(self.templates) / (1.0 + self._count().get(word, 0)))

    def _threshold(self, candidate: Candidate) -> float:
        own = self.rules[self.templates[candidate.number].rule].threshold
        return LOOSE_THRESHOLD if own is None else own

    def _better(self, one: Candidate | None, other: Candidate | None) -> Candidate | None:
        """Return the more literal of the two; ties never depend on the order of files."""
        if one is None or other is None:
            return one or other
        return max(one, other, key=self._rank)

    def _rank(self, candidate: Candidate) -> tuple[bool, float, int, int, str, str]:
        template = self.templates[candidate.number]
        return (
            not candidate.left,
            candidate.weight,
            -len(candidate.slots),
            -len(candidate.words),  # without the polite words around it
            self.rules[template.rule].id,
            template.text,
        )

    def why_not(self, found: Sequence[Candidate]) -> str:
        """Return why none of the templates that fit somehow was taken."""
        best = max(found, key=lambda item: item.score)
        if best.score < self._threshold(best):
            return f"the best score, {best.score:.2f}, is below {self._threshold(best):g}"
        return f"several rules fit within {MARGIN:g} of one another"

    def result(self, question: str, candidate: Candidate) -> RuleMatch:
        """Return the match that a candidate stands for."""
        template = self.templates[candidate.number]
        rule = self.rules[template.rule]
        slots: dict[str, Slot] = {}
        for name, first, end in candidate.slots:
            start, stop = candidate.words[first].start, candidate.words[end - 1].end
            slots[name] = Slot(question[start:stop], start, stop)
        return RuleMatch(
            rule=rule.id,
            how=candidate.how,
            template=template.text,
            score=round(candidate.score, 4),
            answer=rule.answer,
            language=rule.language,
            slots=slots,
            reply=rule.reply[0] if rule.reply else None,
            evidence=rule.evidence,
            evidence_slots=rule.evidence_slots,
            unmatched=tuple(
                question[candidate.words[at].start : candidate.words[at].end]
                for at in candidate.left
            ),
            threshold=rule.threshold,
            path=rule.path,
            line=rule.line,
            overrides=rule.overrides,
            shipped=rule.shipped,
        )


def _exact(words: Sequence[Spoken]) -> _Forms:
    return [{word.word: 1.0} for word in words]


def _likeness(forms: _Forms, slots: Sequence[tuple[str, int, int]], weight: float) -> float:
    """Return the share of literal text that is spelled as the rule has it."""
    inside = {at for _, first, end in slots for at in range(first, end)}
    whole = 0.0
    for at, word in enumerate(forms):
        if at not in inside:
            # A word with other forms is none of the rules' own.
            meant = list(word)[1:] or list(word)
            whole += max(literal_weight(form) for form in meant)
    return min(1.0, weight / whole) if whole else 0.0
