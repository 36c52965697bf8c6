"""What speaks against the yes that the words of a sentence alone would give: another is the
largest, the comparison is turned round, the figure is another's, it was given up since.
"""

from __future__ import annotations

from itertools import pairwise

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.verdicts.bearing import circumstances, main_verb
from hegang_qa.answers.verdicts.rulings import DENIALS, FORBIDS
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import COPULAS, NEGATIONS

__all__ = [
    "denied_otherwise",
    "done_otherwise",
    "forbidden_there",
    "meets_condition",
    "of_other_circumstances",
    "only_after",
    "only_in_condition",
]

_GIVEN_UP = frozenset(
    "resigned retired left stepped replaced succeeded dismissed sacked died closed demolished "
    "dissolved abolished removed scrapped sold ended cancelled abandoned terminated discontinued "
    "stopped ceased".split()
)
_GAVE_UP = (("gave", "up"), ("given", "up"), ("gives", "up"))
_RELATIVE = (["who"], ["which"], ["that"])
_ALL = frozenset(("all", "every", "each", "everyone", "everybody"))
_VOTING = frozenset("vote votes voted voting".split())
_DROPPED = frozenset(
    "dropped drops removed discontinued ended ends withdrew withdrawn ceased stopped".split()
)
_MORE = frozenset("more better higher larger bigger greater older longer faster heavier".split())
_LESS = frozenset("less worse lower smaller lesser younger shorter slower lighter".split())
_GIVEN = frozenset("if when with while once".split())
_LIMITING = frozenset("for if when unless in".split())
_MEANWHILE = frozenset(("during", "while"))
_ONLY_AFTER = frozenset(("once", "after"))
_NEARLY = frozenset("nearly almost not".split())
_PARTS = _NEARLY | frozenset("most many some several few half part two-thirds".split())
_NEAR = 3
# Words between a verb and the thing that it is done to, at most.
_OBJECT = 6


def denied_otherwise(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return in a few words why a sentence with the words of a question says the contrary, "" where
    it does not."""
    norms = [token.norm for token in ranked.tokens]
    asked = [token.norm for token in question.tokens]
    lasting = "always" in asked or {"all", "life"} <= set(asked)
    if lasting or ("still" in asked and (asked[0] in COPULAS or asked[0] in ("do", "does"))):
        gone = next((norm for norm in norms if norm in _GIVEN_UP - set(asked)), "")
        if not gone and any(pair in _GAVE_UP for pair in pairwise(norms)):
            gone = "gave up"
        if gone:
            return f'"{gone}" since'
    if not _VOTING.isdisjoint(asked) and "for" in asked and "against" in norms:
        return '"against"'
    if not _ALL.isdisjoint(asked) and "only" not in asked and _limits(norms, analysis.tagged.tags):
        return '"only" some'
    if part := _a_part(question, ranked, asked, norms):
        return f'only "{part}"'
    if gone := _support_gone(asked, norms):
        return f'support was "{gone}"'
    if round_ := _turned_round(question, ranked, asked, norms):
        return round_
    if other := _another_is(question, ranked, analysis, asked, norms):
        return f'"{other}" is'
    if figure := _figure_of_another(question, ranked, analysis):
        return f'"{figure}" stands in its place'
    return ""


def _a_part(question: Question, ranked: RankedSentence, asked: list[str], norms: list[str]) -> str:
    """Return the word by which a sentence says it of a part of those of whom one asks whether all
    are so ("*most* of her notebooks were lost"), "" where it does not."""
    wholes = [at for at, norm in enumerate(asked) if norm in _ALL]
    if not wholes or _ALL & set(norms) - {"all"}:
        return ""
    for match in ranked.matches:
        at = question.terms[match.term].token
        if not any(0 < at - whole <= _NEAR for whole in wholes) or match.how not in BY_FORM:
            continue
        before = norms[max(0, match.token - _NEAR) : match.token]
        part = next((norm for norm in before if norm in _PARTS), "")
        if part and ("all" not in before or part in _NEARLY):
            return part
    return ""


def _limits(norms: list[str], tags: str) -> bool:
    """Return whether "only" limits what a sentence says, and is no part of a clause that tells who
    is meant ("those who *only watch*")."""
    return any(
        norm == "only"
        and (norms[at - 1 : at] not in _RELATIVE or tags[at + 1 : at + 2] not in tuple(VERB_TAGS))
        for at, norm in enumerate(norms)
    )


def _support_gone(asked: list[str], norms: list[str]) -> str:
    """Return the word by which support has ended ("*dropped* support for", "support *ended* in
    2019"), "" where it has not."""
    for at, norm in enumerate(norms):
        if norm in _DROPPED and norm not in asked:
            behind = norms[at + 1 : at + 2] == ["support"]
            before = "support" in norms[max(0, at - _OBJECT) : at]
            if behind or (before and NEGATIONS.isdisjoint(norms[max(0, at - _NEAR) : at])):
                return norm
    return ""


def _turned_round(
    question: Question, ranked: RankedSentence, asked: list[str], norms: list[str]
) -> str:
    """Return why a comparison holds the other way about ("A is larger than B": is B larger than
    A?)."""
    if "than" not in asked[2:] or "than" not in norms:
        return ""
    than = asked.index("than", 2)
    placed: dict[bool, list[int]] = {False: [], True: []}
    for match in ranked.matches:
        at = question.terms[match.term].token
        if match.how in BY_FORM and asked[at] not in _MORE | _LESS and at != than - 1:
            placed[at > than].append(match.token)
    if not placed[False] or not placed[True]:
        return ""
    last = max(*placed[False], *placed[True])
    if "than" not in norms[:last]:
        return ""
    here = last - 1 - norms[:last][::-1].index("than")
    if min(placed[False]) > here > max(placed[True]):
        return "it is told the other way about"
    told, wanted = set(norms[max(0, here - _NEAR) : here]), set(asked[max(0, than - _NEAR) : than])
    opposite = (told & _LESS and wanted & _MORE) or (told & _MORE and wanted & _LESS)
    return "it is told the other way about" if opposite else ""


def _another_is(
    question: Question,
    ranked: RankedSentence,
    analysis: Analysis,
    asked: list[str],
    norms: list[str],
) -> str:
    """Return what a sentence says to be "the largest", where one asks whether a thing that it does
    not name is."""
    if asked[0] not in COPULAS or "the" not in asked[2:]:
        return ""
    the = asked.index("the", 2)
    grading = "".join(asked[the + 1 : the + 2])
    if not grading.endswith("est") and grading != "most":
        return ""
    matched = {match.term: match.token for match in ranked.matches}
    names = [n for n, t in enumerate(question.terms) if t.token < the and t.role == "name"]
    grade = [n for n, t in enumerate(question.terms) if t.token > the and n in matched]
    if not names or not grade or all(n in matched for n in names):
        return ""
    be = next((n for n, norm in enumerate(norms) if norm in COPULAS and n > matched[grade[0]]), -1)
    if be < 0 or analysis.tagged.tags[be + 1 : be + 2] != "E":
        return ""
    end = be + 1
    while analysis.tagged.tags[end : end + 1] == "E":
        end += 1
    tokens = ranked.tokens
    return ranked.sentence.text[tokens[be + 1].start : tokens[end - 1].end]


def _figure_of_another(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the figure that a sentence gives for the thing asked about, where the one asked about
    is that of another ("adults pay 12, *seniors 9*": do seniors pay 12?)."""
    tags = analysis.tagged.tags
    figures = [m.token for m in ranked.matches if question.terms[m.term].role == "number"]
    nouns = [
        match.token
        for match in ranked.matches
        if match.how in BY_FORM and question.terms[match.term].role in ("noun", "name")
    ]
    if len(figures) != 1 or not nouns:
        return ""
    bounds = [0, *(n for n, tag in enumerate(tags) if tag in ",;C"), len(tags)]
    parts = list(pairwise(bounds))
    own = next((low, high) for low, high in parts if low <= figures[0] < high)
    for low, high in parts:
        if (low, high) == own or low < own[0] or not any(low <= n < high for n in nouns):
            continue
        if any(own[0] <= n < own[1] for n in nouns):
            return ""
        other = [n for n in range(low, high) if tags[n] == "#"]
        if len(other) == 1 and high - low <= _NEAR + 2:
            return ranked.tokens[other[0]].text
    return ""


def meets_condition(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a question asks what holds under the very condition under which a sentence
    allows what it bars ("must not enter *unless* a guide is present": may I if a guide is?)."""
    norms = [token.norm for token in ranked.tokens]
    asked = [token.norm for token in question.tokens]
    unless = norms.index("unless") if "unless" in norms else -1
    given = next((n for n, norm in enumerate(asked) if n > 1 and norm in _GIVEN), -1)
    if unless < 1 or given < 0 or DENIALS.isdisjoint(norms[:unless]):
        return False
    return any(
        match.token > unless and question.terms[match.term].token > given
        for match in ranked.matches
        if question.terms[match.term].role in ("noun", "name")
    )


def only_after(question: Question, ranked: RankedSentence) -> str:
    """Return by which words a sentence allows something only after what one asks it for the time
    of ("*once probation* is over": may I during probation?), "" where it does not."""
    asked = [token.norm for token in question.tokens]
    at = next((n for n, norm in enumerate(asked) if n > 1 and norm in _MEANWHILE), -1)
    if at < 0:
        return ""
    norms = [token.norm for token in ranked.tokens]
    if not _MEANWHILE.isdisjoint(norms):
        return ""
    for match in ranked.matches:
        if question.terms[match.term].token < at:
            continue
        before = norms[max(0, match.token - _NEAR) : match.token]
        after = next((norm for norm in before if norm in _ONLY_AFTER), "")
        if after:
            return f'only "{after} {norms[match.token]}"'
    return ""


def of_other_circumstances(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a sentence limits itself to a case of its own ("no refund *for delays of less
    than an hour*"), and has nothing of the case that is asked about ("if I cancel")."""
    if _of_another_year(question, ranked):
        return True
    case = [n for n in circumstances(question) if not question.terms[n].light]
    held = {match.term: match.token for match in ranked.matches}
    if not case or any(n in held or n in ranked.context for n in case):
        return False
    norms = [token.norm for token in ranked.tokens]
    last = max(held.values(), default=-1)
    at = next((n for n, norm in enumerate(norms) if norm in _LIMITING and n > last >= 0), -1)
    return at >= 0 and len(norms) - at > _NEAR


def _of_another_year(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a sentence tells of what is older or newer than a year, and the year of the
    question is not ("cars *older than 2006*", of one of 2010)."""
    years = [int(token.norm) for token in question.tokens if is_year(token.norm)]
    norms = [token.norm for token in ranked.tokens]
    if len(years) != 1 or str(years[0]) in norms:
        return False
    for at in range(2, len(norms)):
        if is_year(norms[at]) and norms[at - 1] == "than" and norms[at - 2] in ("older", "newer"):
            older = norms[at - 2] == "older"
            return (years[0] < int(norms[at])) is not older
    return False


def only_in_condition(question: Question, ranked: RankedSentence) -> bool:
    """Return whether all that a sentence has of a question stands in the condition that it begins
    with ("*If you have to change the date*, book again": may one change it?)."""
    norms = [token.norm for token in ranked.tokens]
    if norms[:1] != ["if"] or any(token.norm == "if" for token in question.tokens):
        return False
    comma = norms.index(",") if "," in norms else 0
    deed = main_verb(question)
    done = [match.token for match in ranked.matches if match.term == deed]
    spots = done or [match.token for match in ranked.matches]
    return comma > 0 and all(spot < comma for spot in spots)


def forbidden_there(question: Question, ranked: RankedSentence) -> str:
    """Return the word by which a sentence forbids what is asked, under circumstances that the
    question does not have ("*prohibited* near the dam"), or ""."""
    asked = {token.stem for token in question.tokens}
    own = (token for token in ranked.tokens if token.norm in FORBIDS)
    return next((token.norm for token in own if token.stem not in asked), "")


def done_otherwise(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the other verb that a sentence has behind "but" for what a question names ("destroyed
    212 houses but *spared* the church"), or "": its own verb stands before, of other things."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    at = next(
        (n for n in range(1, len(norms) - 2) if norms[n] == "but" and tags[n + 1] in "VK"), -1
    )
    if at < 0:
        return ""
    terms = question.terms
    verbs = {m.token for m in ranked.matches if terms[m.term].role == "verb"}
    things = {m.token for m in ranked.matches if terms[m.term].role in ("noun", "name")}
    behind = {one for one in things if one > at}
    last = next((n for n in range(at + 2, len(norms)) if norms[n] in (";", ".", "and")), len(norms))
    own = behind and max(behind) < last and at + 1 not in verbs
    if verbs and things and min(verbs) > at > max(things):
        return norms[min(things) - 1] or norms[0]  # "keep the door shut, but *open* the window"
    return norms[at + 1] if own and verbs and max(verbs) < at and min(behind) < at + _OBJECT else ""
