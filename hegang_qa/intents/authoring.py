"""What rule authors ask: why does this rule win, what can that template say, how do I begin?"""

from __future__ import annotations

from typing import Any, NamedTuple

from hegang_qa.errors import UsageError
from hegang_qa.intents.compiling import Bundle, list_trees
from hegang_qa.intents.problems import did_you_mean
from hegang_qa.intents.rules import Candidate, RuleSet
from hegang_qa.intents.sampling import sample
from hegang_qa.intents.template import parse_template

__all__ = ["RuleExplanation", "Scored", "explain", "new_rule", "sample_rule"]


class Scored(NamedTuple):
    """A template that fits a question in some way; `slots` are the words of the question,
    `overrides` is the path of the rule file that its rule replaces."""

    rule: str
    language: str
    template: str
    how: str
    score: float
    weight: float
    slots: dict[str, str]
    unmatched: tuple[str, ...]
    path: str
    line: int
    overrides: str | None

    def to_dict(self) -> dict[str, Any]:
        """Return the fields for JSON."""
        return self._asdict()


class RuleExplanation(NamedTuple):
    """Every template that fits, best first; the one that won, or None; and the reason."""

    question: str
    winner: Scored | None
    reason: str
    candidates: tuple[Scored, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the fields for JSON."""
        return {
            "question": self.question,
            "winner": self.winner and self.winner.to_dict(),
            "reason": self.reason,
            "candidates": [candidate.to_dict() for candidate in self.candidates],
        }


def explain(rules: RuleSet, question: str, *, follow_up: bool = False) -> RuleExplanation:
    """Return all templates that fit the question, and why one of them won or none did."""
    best = rules.best(question, follow_up=follow_up)
    found = rules.candidates(question, follow_up=follow_up)
    scored = tuple(_scored(rules, question, candidate) for candidate in found)
    if best is None:
        if not found:
            return RuleExplanation(question, None, "no template shares enough words", scored)
        return RuleExplanation(
            question, None, f"{rules.why_not(found)}; the question is a plain search", scored
        )
    winner = _scored(rules, question, best)
    rule = rules.templates[best.number].rule
    other = next((c for c in found if rules.templates[c.number].rule != rule), None)
    reason = "it reads the question word for word" if best.how == "strict" else "loosely"
    if best.how == "loose":
        reason = (
            "it reads the question with spelling mended"
            if not best.left and best.weight
            else "it lies closest to the question"
        )
    if other is None:
        reason += ", and no other rule fits"
    else:
        second = rules.rules[rules.templates[other.number].rule].id
        if best.how == other.how == "strict":
            if best.weight > other.weight:
                reason += (
                    f", and more of it is literal text than of '{second}' "
                    f"({best.weight:g} to {other.weight:g})"
                )
            else:
                reason += f", and as literally as '{second}' with fewer slots"
        else:
            reason += f"; next is '{second}' ({other.how}, {other.weight:.3g})"
    return RuleExplanation(question, winner, reason, scored)


def _scored(rules: RuleSet, question: str, candidate: Candidate) -> Scored:
    template = rules.templates[candidate.number]
    rule = rules.rules[template.rule]
    match = rules.result(question, candidate)
    return Scored(
        rule.id,
        rule.language,
        template.text,
        candidate.how,
        round(candidate.score, 4),
        round(candidate.weight, 2),
        {name: slot.text for name, slot in match.slots.items()},
        match.unmatched,
        rule.path,
        template.line,
        rule.overrides,
    )


def sample_rule(
    bundle: Bundle, rule: str, *, language: str | None = None, most: int = 10, seed: int = 0
) -> dict[str, list[str]]:
    """Return for each template of a rule up to `most` sentences that it can say.

    Slots stand as ``{name}``. Raises UsageError when there is no such rule.
    """
    having = [key for key in bundle.rules if key[1] == rule and language in (None, key[0])]
    if not having:
        raise UsageError(
            f"no rule '{rule}'" + (f" in language '{language}'" if language else ""),
            hint=did_you_mean(rule, {name for _, name in bundle.rules})
            or "`hegang-qa rules list` names them all",
        )
    key = ("en", rule) if ("en", rule) in having else having[0]
    lists = {name: tree for (tongue, name), tree in list_trees(bundle).items() if tongue == key[0]}
    data = bundle.rules[key].data
    return {
        text: sample(
            parse_template(text), lists=lists, fill=lambda slot: f"{{{slot}}}", most=most, seed=seed
        )
        for text in (*data["ask"], *data.get("follow_up", ()))
    }


_NEW = """\
# A rule: what a question asks for. Save it as <folder>/{language}/{id}.toml and run
#     hegang-qa rules check <folder>
schema = 1
id = "{id}"{padding}# the name of the file
summary = "asks for ..."                   # one line, for `rules list`

# What is asked for: an answer type (`hegang-qa rules list --types` names them all) ...
answer = "phrase"
# ... or, instead, what to say without looking into the documents:
# reply = ["We are open from 9 to 5."]

# How it is asked. (a|b) either, [a] may be left out, {{slot}} any words, <list> a word list.
ask = [
  "(what|which) example of {{topic}}",
]

# How it is asked after another question ("and which example?"). May be left out.
# follow_up = ["[and] which example"]

# A slot takes any words unless it says otherwise:
# [slots.topic]
# kind = "word"                            # "free", "word" or "number"
# most = 3                                 # words

# What the source sentence must contain. May be left out.
# [evidence]
# words = ["example", "instance"]
# slots = ["topic"]

[[test]]                                   # sentences that this rule must win
say = "Which example of a reply is there?"
slots = {{ topic = "a reply is there" }}

[[reject]]                                 # sentences that must match nothing,
say = "examples of replies"                # or another rule, named by read_by = "..."
"""


def new_rule(rule: str, *, language: str = "en") -> str:
    """Return a commented rule file to start from; it passes the check as it is.

    Raises UsageError when `rule` is no name for a file.
    """
    if not rule or not all(char.isalnum() or char in "-_" for char in rule):
        raise UsageError(f"'{rule}' is no name for a rule", hint="letters, digits, '-' and '_'")
    padding = " " * max(2, 43 - len(f'id = "{rule}"'))
    return _NEW.format(id=rule, language=language, padding=padding)
