"""Sentences judged for a yes-or-no question: what each says to it, and which goes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from hegang_qa.answers.accounts import account
from hegang_qa.answers.candidates.analysis import analyse
from hegang_qa.answers.choices import Choice
from hegang_qa.answers.contradictions.kin import of_siblings
from hegang_qa.answers.model import CONSIDERED
from hegang_qa.answers.verdicts.alternatives import chosen_alternative
from hegang_qa.answers.verdicts.claims import denied_next, is_claim
from hegang_qa.answers.verdicts.denied_above import goes_on_denied
from hegang_qa.answers.verdicts.lent import denied_beside, lent_to, tells_itself
from hegang_qa.answers.verdicts.on_demand import only_on_demand
from hegang_qa.answers.verdicts.sureness import amounts, sureness
from hegang_qa.answers.verdicts.verdict import Verdict, verdict
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_MEANING, RankedSentence

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Ruled", "judged", "ruled"]

# How sure the one of two things is that a question leaves the choice of.
_CHOSEN = 0.85
# How sure a sentence is that speaks of what a yes-or-no question asks, and says neither.
_WITHOUT_VERDICT = 0.8
# The same of a row of a table, which says little by itself.
_ROW_WITHOUT_VERDICT = 0.3
# The same, where it says nothing of a name that is asked about, or has none of the very words.
_OF_ANOTHER = 0.15
# A verdict that is less likely is none: most of a text that has the words of a question says
# something else, where a denial or an opposite is seen it is mostly meant.
_LEAST_LIKELY = {"Yes": 0.4, "No": 0.2}
_HAVING = frozenset("have has had".split())


class Ruled(NamedTuple):
    """A sentence with what it says by the rules; `known` are the amounts that tell whether a
    verdict is right (`hegang_qa.answers.verdicts.sureness`), None where there is none to judge;
    `reckoned` tells that it is the outcome of figures held against each other, `denied_above` that
    what stands over the sentence lets it say yes to nothing."""

    choice: Choice
    known: dict[str, float] | None
    reckoned: bool = False
    denied_above: bool = False

    @property
    def likely(self) -> float:
        """The probability (0..1) that the verdict is right, or how sure the choice is."""
        return self.choice.confidence if self.known is None else sureness(self.known)


def judged(
    question: Question, ranked: Sequence[RankedSentence], lexicon: Lexicon | None
) -> list[Choice]:
    """Return the best sentences, each with what it says to a yes-or-no question: without a verdict
    where that of the rules is likely wrong."""
    return [_believed(one) for one in ruled(question, ranked, lexicon)]


def _believed(one: Ruled) -> Choice:
    choice = one.choice
    if one.known is None:
        return choice
    sure = one.likely
    if choice.verdict is None or sure > _LEAST_LIKELY[choice.verdict]:
        return choice._replace(confidence=sure)
    row = choice.ranked.sentence.cells
    share = one.known["support"] * (1.0 - choice.told.share)
    sure = share * (_ROW_WITHOUT_VERDICT if row else _WITHOUT_VERDICT)
    return choice._replace(verdict=None, reason="it may say otherwise", confidence=sure)


def ruled(
    question: Question, ranked: Sequence[RankedSentence], lexicon: Lexicon | None
) -> list[Ruled]:
    """Return the best sentences, each with what it says to a yes-or-no question by the rules.

    A sentence that contradicts lacks the very word it contradicts, so the words it accounts for
    make the confidence, not the words it misses.
    """
    choices: list[Choice] = []
    verdicts_of: dict[int, Verdict] = {}
    outright = set()
    reckoned = set()
    below_denial = set()
    settled = set()
    strange = set()
    loose = set()
    asks_of_having = not _HAVING.isdisjoint(token.norm for token in question.tokens)
    for sentence in ranked[:CONSIDERED]:
        if sentence.sentence.text.endswith("?"):  # asks it, and does not answer
            continue
        told = account(question, sentence, None, lexicon)
        analysis = analyse(sentence.sentence, sentence.tokens, lexicon)
        chosen = chosen_alternative(question, sentence, analysis)
        if chosen is not None:
            told = told._replace(missing=tuple(n for n in told.missing if n not in chosen.other))
            sure = _CHOSEN * chosen.support
            choices.append(Choice(sentence, chosen.span, told, sure, None, "one of the two"))
            settled.add(sentence.sentence.id)
            continue
        terms = lent_to(question, sentence, ranked[:CONSIDERED])
        said = verdict(question, sentence, lexicon=lexicon, lent=terms)
        if said.text is not None and is_claim(sentence.sentence):
            denied = said.text == "Yes" and denied_next(sentence, ranked)
            text: Literal["No"] | None = "No" if denied else None
            said = said._replace(text=text, reason="it is only claimed", outright=False)
        strangers = said.text != "No" and asks_of_having and of_siblings(question, sentence)
        if strangers:
            said = said._replace(text=None, reason=strangers, outright=False, settled=False)
        # By hours a time is told that stands nowhere.
        whole = said.text == "No" or (said.text is not None and said.settled)
        sure = said.support if whole else said.support * (1.0 - told.share)
        if said.text is None:
            sure *= _ROW_WITHOUT_VERDICT if sentence.sentence.cells else _WITHOUT_VERDICT
            bare = sentence.sentence.kind == "heading"  # says nothing by itself
            if bare or told.names or strangers or _speaks_of_another(sentence):
                sure = min(sure, _OF_ANOTHER)
        choices.append(Choice(sentence, None, told, sure, said.text, said.reason))
        if said.text is not None:
            verdicts_of[sentence.sentence.id] = said
        if said.text != "Yes" and goes_on_denied(question, sentence, analysis):
            below_denial.add(sentence.sentence.id)
        if said.reckoned and said.text is not None:
            reckoned.add(sentence.sentence.id)
        if said.outright:
            outright.add(sentence.sentence.id)
        if said.settled or said.text is not None:
            settled.add(sentence.sentence.id)
        if any(
            match.how in BY_MEANING and question.terms[match.term].role == "noun"
            for match in sentence.matches
        ):
            loose.add(sentence.sentence.id)
        # What a sentence only has from those beside it, they say themselves.
        if said.strange or (said.text is None and not sentence.matches):
            strange.add(sentence.sentence.id)
    # A sentence that answers goes before better ones that do not, one that does so itself before
    # one that has the words from beside it, and by the very thing before one by a synonym.
    firm = any(c.verdict is not None and c.ranked.sentence.id not in loose for c in choices)
    verdicts = [c for c in choices if c.verdict is not None]
    unspoken = {
        one.ranked.sentence.id
        for one in verdicts
        if any(
            tells_itself(question, one.ranked, other.ranked, also_before=one.verdict == "Yes")
            for other in verdicts
        )
    }
    refusals = [one for one in verdicts if one.verdict == "No"]
    lent = [
        (one.ranked.sentence.id, no.ranked.sentence.id)
        for one in verdicts
        for no in refusals
        if one.verdict == "Yes"
        if (_paragraph(one) == _paragraph(no) and only_on_demand(question, one.ranked))
        or denied_beside(question, one.ranked, no.ranked)
    ]
    unspoken |= {one for one, _ in lent}
    unspoken -= {no for _, no in lent}
    choices.sort(
        key=lambda c: (
            c.ranked.sentence.id not in outright,
            c.ranked.sentence.id not in settled,
            c.ranked.sentence.id in strange,
            c.ranked.sentence.id in unspoken,
            firm and c.verdict is not None and c.ranked.sentence.id in loose,
        )
    )
    return [
        Ruled(
            choice,
            _known(question, choice, verdicts_of, choices[at + 1 : at + 2]),
            choice.ranked.sentence.id in reckoned,
            choice.ranked.sentence.id in below_denial,
        )
        for at, choice in enumerate(choices)
    ]


def _known(
    question: Question,
    choice: Choice,
    verdicts_of: Mapping[int, Verdict],
    after: Sequence[Choice],
) -> dict[str, float] | None:
    said = verdicts_of.get(choice.ranked.sentence.id)
    if said is None or said.outright or said.settled:
        return None
    contradicted = any(one.verdict not in (None, choice.verdict) for one in after)
    return amounts(
        question, choice.ranked, choice.told, said, choice.confidence, contradicted=contradicted
    )


def _paragraph(choice: Choice) -> tuple[int, int]:
    return choice.ranked.sentence.document, choice.ranked.sentence.block


def _speaks_of_another(ranked: RankedSentence) -> bool:
    """Return whether a sentence has only other words of about the same meaning as those asked for:
    items "reserved" are no park."""
    return bool(ranked.matches) and all(match.how in BY_MEANING for match in ranked.matches)
