"""Which word of a sentence accounts for which word of the question."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.ranking.model import TermMatch
from hegang_qa.ranking.views import QuestionView, SentenceView, numbers_of
from hegang_qa.text.tokens import Token
from hegang_qa.text.words import WEEKDAYS

__all__ = ["match_terms"]


def match_terms(view: QuestionView, sentence: SentenceView) -> list[TermMatch]:
    """Return at most one match for each question term, in the order of the question.

    The worthiest form wins. Where a form stands several times, the place next to the match before
    is taken, else the one nearest to it.
    """
    places = sentence.places
    held = view.all_forms & sentence.terms
    if not held:
        return []
    wanted = 0
    for form in held:
        wanted |= view.owners[form]
    terms = view.question.terms
    tokens = sentence.tokens
    asked = view.question.tokens
    new = tuple.__new__
    matches: list[TermMatch] = []
    previous = -1
    for number in numbers_of(wanted):
        term = terms[number]
        for form, how, weight in term.expansions:
            spots = places.get(form)
            if spots is None:
                continue
            if number in view.glued:
                before = asked[term.token - 1].stem
                spots = tuple(
                    at
                    for at in spots
                    if at
                    and tokens[at - 1].end == tokens[at].start
                    and tokens[at - 1].stem == before
                )
                if not spots:
                    continue
            if how in ("same", "stem") and number in view.acronyms:
                # "UPS" is not "up".
                own = asked[term.token].norm
                spots = tuple(at for at in spots if tokens[at].norm == own)
                if not spots:
                    continue
            if number in view.months and (dated := places.get(view.months[number])):
                spots = tuple(at for at in spots if any(abs(at - day) <= 1 for day in dated))
                if not spots:
                    continue
            if view.question.asks == "where":
                # Dates beside a name say when somebody was born; only a place there says where.
                spots = tuple(at for at in spots if _placed(tokens, at))
                if not spots:
                    continue
            spot = spots[0]
            if len(spots) > 1 and previous >= 0:
                spot = min(spots, key=lambda at: (at <= previous, abs(at - previous)))
            if how == "same" and tokens[spot].norm != asked[term.token].norm:
                how = "stem"
            # As the class would do it, in a third of the time: there are a hundred a question.
            matches.append(new(TermMatch, (number, spot, how, weight)))
            previous = spot
            break
    if view.question.answer_type == "weekday":
        _add_day(view, sentence, matches)
    if len(matches) > 1 and any(match.how == "kindred" for match in matches):
        # A word that one of the question stands for is not another one's for being used with it:
        # "members" are not the club as well.
        taken = {match.token for match in matches if match.how != "kindred"}
        return [
            match
            for match in matches
            if match.how != "kindred"
            or match.token not in taken
            or terms[match.term].role not in ("noun", "focus", "name")
        ]
    return matches


def _placed(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].kind != "mark":
        return True
    return at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()


_DAY_WORTH = 0.8


def _add_day(view: QuestionView, sentence: SentenceView, matches: list[TermMatch]) -> None:
    """Let the name of a day stand for "day", where it is asked on which something is done."""
    terms = view.question.terms
    number = next((n for n, term in enumerate(terms) if term.stem == "day"), -1)
    if number < 0 or any(match.term == number for match in matches):
        return
    names = (token.norm.removesuffix("s") in WEEKDAYS for token in sentence.tokens)
    at = next((n for n, named in enumerate(names) if named), -1)
    if at >= 0:
        matches.append(TermMatch(number, at, "related", _DAY_WORTH))
        matches.sort(key=lambda match: match.term)
