"""Who did it to whom: "Mensah *beat* Ostrom" does not say that Ostrom beat Mensah."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.words import BE

__all__ = ["in_other_roles"]

_DOING = frozenset(("did", "does", "do", "has", "have", "had", "will"))
_PARTIES = ("name", "noun", "focus")
_TURNING = frozenset("because although though while whereas since".split())
_LOOKED_BACK = 4
_SOON = 3  # tokens from the verb to "by"


def in_other_roles(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return how a sentence with the verb of a question tells it of others: "the other way about"
    where both have changed places, "of another" where only whom it was done to is named, or
    somebody else stands before the verb; "" where they have not."""
    verb = main_verb(question)
    if ranked.sentence.cells or verb < 0 or question.tokens[0].norm not in _DOING:
        return ""
    deed = next((m.token for m in ranked.matches if m.term == verb and m.how in BY_FORM), -1)
    if deed < 0:
        return ""
    at = question.terms[verb].token
    doers: list[int] = []
    others: list[int] = []
    for match in ranked.matches:
        term = question.terms[match.term]
        if term.role in _PARTIES and match.how in BY_FORM:
            (doers if term.token < at else others).append(match.token)
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    passive = not BE.isdisjoint(norms[max(0, deed - _LOOKED_BACK) : deed]) or "by" in norms[deed:]
    if not doers:
        return ""
    if passive:
        by = norms.index("by", deed) if "by" in norms[deed:] else -1
        turned = by > 0 and others and max(doers) < deed and all(by < n for n in others)
        # "The band *was dropped by* the label": did the band drop the label?
        return "the other way about" if turned and by - deed <= _SOON else ""
    turn = next((n for n in range(deed, len(norms)) if norms[n] in _TURNING), len(norms))
    after = [n for n in others if n > deed]
    if after and min(after) > turn and any(tags[n] == "E" for n in range(deed + 1, turn)):
        return "of another"  # "chose *Barlow*, because Aqua could not start"
    if min(doers) > deed:
        subject = [n for n in others if n < deed]
        if others and max(others) < deed:
            return "the other way about"
        # "Chimpanzees raid the nests of hornbills": do hornbills raid *chimpanzee* nests?
        if subject and all(tag in "NEA" for tag in tags[max(subject) : deed]):
            return "the other way about"
        first = min(doers)
        begins = all(tag in "EDJ" for tag in tags[deed + 1 : first])
        return "of another" if begins and not others and tags[first] == "E" else ""
    if tags[deed] == "G" and tags[deed - 1 : deed] in ("P", "T"):
        # "Ann thanked *Tom* for designing it"
        between = range(max(n for n in doers if n < deed) + 1, deed - 1)
        if any(tags[n] == "E" and n not in doers for n in between):
            return "of another"
    return ""
