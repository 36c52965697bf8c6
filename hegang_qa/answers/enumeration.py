"""Answers that are enumerations: of "eggs, bread and honey" all three are the answer.

The span model often likes one member best, since each of them stands in the right place. Where the
question asks for several things, or leaves open how many, the whole enumeration is given.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis, WordKnowledge, analyse
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM
from hegang_qa.text.tokens import stem
from hegang_qa.text.words import COMPASS, MONTHS

__all__ = ["asks_for_several", "has_plural_focus", "whole_enumeration"]

# Over the letters of `hegang_qa.answers.candidates.tagging`, with "o" for "of": members are noun
# phrases ("the east of the lake"), all of them with a preposition or none, each perhaps with a
# bracket. A participle before a figure is a verb ("destroyed 480 houses").
_PHRASE = r"D?(?:R(?=J))?(?:[JNE#$%-]|[KG](?![#D]))*[NE#H%](?:oD?[JNE#R-]*[NE#H])?(?:\([^()]*\))?"
_PLACE = r"E[E-]*(?:PD?[JE]*E)"
_JOINT = r"(?:,|,?C)"
_LAST = r",?C(?:,R,)?"  # "and, later, Russian"
_ENUMERATIONS = (
    lazy(rf"{_PHRASE}(?:{_JOINT}{_PHRASE})*{_LAST}{_PHRASE}(?!o|(?<=E)N)"),
    # "Bochum in Germany, Kladno in the Czech Republic and Terni in Italy"
    lazy(rf"{_PLACE}(?:{_JOINT}{_PLACE})*,?C{_PLACE}"),
    lazy(rf"[PT]{_PHRASE}(?:{_JOINT}[PT]{_PHRASE})*,?C[PT]{_PHRASE}"),
)

# Questions with these words and no noun of their own leave open how many answers there are.
_OPEN_QUESTIONS = frozenset(("what", "who", "whom", "where"))
_ARE = frozenset(("are", "were"))
_PLURALS = frozenset("people men women children mice feet teeth criteria media data".split())
_DENYING = frozenset(("no", "not", "never"))
_WHEN = frozenset(("when", "at what", "what", "what time"))
_OPEN_TYPES = frozenset(("phrase", "entity", "thing", "name", "list"))
_ADJECTIVES = lazy(r"[JVN](?:,[JVN])*,?C[JN]")
# Things of which one has, eats, builds several.
_OF_SEVERAL = ("disease", "product", "substance", "food", "plant", "animal", "sport")
_COLLECTIVE = frozenset("cargo diet equipment luggage furniture food content clothing".split())
# A match worth less does not name a member of an enumeration.
_NAMED_FROM = 0.6
# "and her brother, the joiner Leo Amsel"
_RELATIVE = lazy(r",?C[^,;.]N[-NP]*,D?[JN-]*E[E-]*")
_APPOSED = lazy(r"[-NP]*,D?[JN-]*E[E-]*")
_WHOSE = frozenset(("his", "her", "their"))
_JOINTS = lazy(r",?C?D?")
_BRACKET = lazy(r"\([^()]*\)")
_LISTED = lazy(r"[^,C]+(?:,[^,C]+|,?C[^,C]+)*,?C[^C]+|[^,C]+(?:,[^,C]+){2,}")
_TIMES = ("time", "hours")
_CALENDAR = ("date", "weekday")  # "Mon, Wed, Fri"
_BETWEEN_DAYS = frozenset(",C")
_CALLED = frozenset(("called", "named"))
_CLAUSE = frozenset("XMW:")
_MEMBER_ENDS = lazy(r"[,;/]|\band\b")
_LONGEST_MEMBER = 3  # words of a member of a list in a cell
_LONGEST_PIECE = 9
_LONGEST_LABEL = 4
_NAME_TAGS = frozenset("E-.")
_SEVERAL = frozenset("kinds types sorts names".split())
_MEMBERS = frozenset("are were form forms sits belongs up may can must".split())
_PEOPLE = ("person", "group", "organisation", "person-description")
_THINGS = ("entity", "list", "phrase", "weekday", "month", "colour", "language")


def asks_for_several(question: Question) -> bool:
    """Return whether a question asks for more than one thing ("which islands", "list the ...")."""
    if question.answer_type == "list":
        return True
    if question.asks.startswith("how"):
        return False
    norms = [token.norm for token in question.tokens]
    if any(one in _SEVERAL and of == "of" for one, of in itertools.pairwise(norms)):
        return True
    things = any(is_a(question.answer_type, thing) for thing in _THINGS)
    return things and has_plural_focus(question)


def has_plural_focus(question: Question) -> bool:
    """Return whether what is asked for is named by its plural ("which *islands*")."""
    noun = (question.focus or "").rpartition(" ")[2].lower()
    return noun in _PLURALS or (noun.endswith("s") and not noun.endswith(("ss", "us", "is")))


def whole_enumeration(
    question: Question, span: ScoredSpan, lexicon: WordKnowledge | None
) -> ScoredSpan:
    """Return the span widened to the enumeration that it is a member of, where the question lets
    more than one thing be the answer; the span itself elsewhere."""
    several = asks_for_several(question) or _leaves_open(question)
    ranked = span.ranked
    times = question.asks in _WHEN and span.span.type in _TIMES
    in_cell = bool(ranked.sentence.cells)
    if not several and (in_cell or not (times or _asks_who_did(question))):
        return span
    analysis = analyse(ranked.sentence, ranked.tokens, lexicon)
    if in_cell:
        return _list_of_cell(span) or _days_of_cell(span, analysis)
    tokens = ranked.tokens
    inside = [n for n, t in enumerate(tokens) if span.span.start <= t.start < span.span.end]
    if not inside:
        return span
    first, last = inside[0], inside[-1] + 1
    people = _people_under_label(analysis, first) if _asks_who_did(question) else None
    if people is not None and all(match.token < people[0] for match in ranked.matches):
        start, end = tokens[people[0]].start, tokens[people[1] - 1].end
        return span._replace(span=span.span._replace(start=start, end=end))
    if _asks_who_did(question) and (end := _with_relative(analysis, first, last)):
        return span._replace(span=span.span._replace(end=tokens[end - 1].end))
    day = next((f.type for f in analysis.typed if f.start == first and f.type in _CALENDAR), "")
    found = None
    if several and day:
        found = _of_a_kind(analysis, first, last, day, with_and=False)
    elif times:
        found = _of_a_kind(analysis, first, last, span.span.type)
    if found is None and span.span.type != "time":
        found = _around(analysis, first, last)
    if found is None and not times and "C" not in analysis.tagged.tags[first:last]:
        found = (
            (_colours(analysis, first, last) if question.answer_type == "colour" else None)
            or _of_a_kind(analysis, first, last, span.span.type)
            or (
                _listed(
                    analysis,
                    first,
                    last,
                    _last_words(question, span),
                    _copulas(question, analysis) if several else (),
                )
                if question.asks != "where"
                else None
            )
        )
    if found is None:
        return span
    low, high = found
    joint = analysis.tagged.tags.rfind("C", low, high)
    if joint > 0 and analysis.tagged.norms[joint + 1] in _WHOSE:
        # "Ruth Amsel and her *brother, the joiner Leo Amsel*"
        apposed = _APPOSED.match(analysis.tagged.tags, high)
        if apposed is not None and "E" not in analysis.tagged.tags[joint:high]:
            high = apposed.end()
    if not _DENYING.isdisjoint(analysis.tagged.norms[last:high]):
        return span  # "a whole number and no longer a fraction"
    alone = "#" not in analysis.tagged.tags[first:last] and analysis.tagged.tags[high : high + 2]
    if alone == ",W" and _BRACKET.sub("", analysis.tagged.tags[last:high]) == "":
        deeds = [m.token for m in ranked.matches if question.terms[m.term].role == "verb"]
        if deeds and min(deeds) > high:
            return span  # "A and *B*, which went through nine editions"
    norms = analysis.tagged.norms
    sides = COMPASS.intersection(token.norm for token in question.tokens)
    if sides and not COMPASS.isdisjoint((*norms[low:first], *norms[last:high])):
        return span  # "Rauk to the *west and Sorven* to the east"
    focus = stem((question.focus or "").rpartition(" ")[2].lower())
    if analysis.tagged.norms[low] == "both" or tokens[low].stem == focus:
        low += 1
    if low < first and (
        analysis.tagged.tags[low : low + 2] in ("KE", "GE") or analysis.tagged.norms[low] == "her"
    ):
        low += 1  # "*learned* Latin and Greek", "taught *her* Latin and Greek"
    if not day:
        low = _from_first_name(analysis, low, first, last)
    if span.span.type == "time" and times and analysis.tagged.norms[low - 1 : low] == ("between",):
        return span
    if not (several or times or _did_it(question, span, analysis, low, high)):
        return span
    # An enumeration that the question names itself is what is asked about; not so by its year.
    known = [
        match.token
        for match in ranked.matches
        if match.weight >= _NAMED_FROM and question.terms[match.term].role != "number"
        if not day or match.how in BY_FORM  # "Tuesday" is a day
    ]
    tags = analysis.tagged.tags
    named = low > first or any(low <= at < high for at in known)
    if low <= first and tags[low - 1 : low] == "X" and focus:
        # "The towns of the League of Karn *were* Karn, Ostrel and Wirth"
        named = named and all(token.stem != focus for token in tokens[:low])
    if named and tags[first - 1 : first] == "," and "C" in tags[first:high]:
        low = first  # "two daughters, *Claire and Solveig*"
        named = any(low <= at < high for at in known)
    if named and not (low == first + 1 and tokens[first].stem == focus):
        return span
    start, end = tokens[low].start, tokens[high - 1].end
    value = " ".join(analysis.tagged.norms[low:high])
    return span._replace(span=span.span._replace(start=start, end=end, value=value))


def _with_relative(analysis: Analysis, first: int, last: int) -> int:
    """Return where the name of a relative ends who did it with the one whose name the tokens are
    ("by *Ruth Amsel and her brother, the joiner Leo Amsel*"); 0 where there is none."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    before = first
    while before > 0 and tags[before - 1] in "DJN":
        before -= 1
    found = _RELATIVE.match(tags, last)
    if found is None or norms[before - 1 : before] != ("by",) or "E" not in tags[first:last]:
        return 0
    return found.end() if norms[last + (tags[last] == ",") + 1] in _WHOSE else 0


def _list_of_cell(span: ScoredSpan) -> ScoredSpan | None:
    """Return all of a cell of which a span is a member, where it holds nothing but a list
    ("Italian, English, German"); None elsewhere."""
    text, (start, end, _, _) = span.ranked.sentence.text, span.span
    for cell in span.ranked.sentence.cells:
        if not cell.start <= start < end <= cell.end:
            continue
        members = [one.strip() for one in _MEMBER_ENDS.split(text[cell.start : cell.end])]
        short = all(0 < len(one.split()) <= _LONGEST_MEMBER for one in members)
        if len(members) > 1 and short and text[start:end] in members:
            low = cell.start + len(text[cell.start :]) - len(text[cell.start :].lstrip())
            high = len(text[: cell.end].rstrip())
            return span._replace(span=span.span._replace(start=low, end=high))
    return None


def _days_of_cell(span: ScoredSpan, analysis: Analysis) -> ScoredSpan:
    """Return all of a cell of which a day of the week is a part, where it holds nothing but such
    ("Tue, Thu, Sat")."""
    start, end, _, _ = span.span
    cell = next((c for c in span.ranked.sentence.cells if c.start <= start and end <= c.end), None)
    if cell is None:
        return span
    days = {
        at for one in analysis.typed if one.type == "weekday" for at in range(one.start, one.end)
    }
    tokens = analysis.tagged.tokens
    inside = [n for n, token in enumerate(tokens) if cell.start <= token.start < cell.end]
    if not days.intersection(inside) or not all(
        n in days or analysis.tagged.tags[n] in _BETWEEN_DAYS for n in inside
    ):
        return span
    return span._replace(span=span.span._replace(start=cell.start, end=cell.end))


def _from_first_name(analysis: Analysis, low: int, first: int, last: int) -> int:
    """Return where an enumeration from `low` begins, of which a name (from `first` to `last`) is a
    member: no earlier than the first name ("by a loan of 2 million, *the Mill and the Quay*")."""
    tags = analysis.tagged.tags
    comma = tags.find(",", low, first)
    while "E" in tags[first:last] and comma > 0 and "E" not in tags[low:comma]:
        low = comma + 1
        comma = tags.find(",", low, first)
    return low


def _copulas(question: Question, analysis: Analysis) -> set[int]:
    """Return the tokens by which a sentence says what several things of the kind asked for are
    ("the *signs* of a fever *are* shivering and thirst")."""
    focus = stem((question.focus or "").rpartition(" ")[2].lower())
    tagged = analysis.tagged
    return {
        at
        for at, norm in enumerate(tagged.norms)
        if norm in _ARE and any(token.stem == focus for token in tagged.tokens[:at])
    }


def _last_words(question: Question, span: ScoredSpan) -> set[int]:
    """Return the tokens of the sentence that stand for the question's last word ("what must labels
    *show*")."""
    last = len(question.terms) - 1
    return {match.token for match in span.ranked.matches if match.term == last}


def _asks_who_did(question: Question) -> bool:
    """Return whether a question asks who did something, which several may have done together."""
    return question.asks == "who" and any(is_a(question.answer_type, one) for one in _PEOPLE)


def _people_under_label(analysis: Analysis, at: int) -> tuple[int, int] | None:
    """Return the tokens (end excluded) of all names after a label, where nothing else stands there
    and the one at `at` is among them: "Present: *Ann Lee, Tom Ray*", not "Author: Tom Ray, York".
    """
    colon, tags = analysis.tagged.tags.find(":"), analysis.tagged.tags
    end = len(tags) - tags.endswith(".")
    if not 0 < colon < at or colon > _LONGEST_LABEL:
        return None
    members = (
        _BRACKET.sub("", tags[colon + 1 : end]).replace(",C", ",").replace("C", ",").split(",")
    )
    if not all(one and set(one) <= _NAME_TAGS for one in members):
        return None
    several = len(members) > 2 or (len(members) == 2 and all(len(one) > 1 for one in members))
    return (colon + 1, end) if several else None


def _did_it(question: Question, span: ScoredSpan, analysis: Analysis, low: int, high: int) -> bool:
    """Return whether an enumeration (tokens, end excluded) is of those who did what is asked:
    "founded *by Ann and the teacher Tom*", "*Ann and Tom* founded"."""
    deeds = {
        match.token
        for match in span.ranked.matches
        if question.terms[match.term].role == "verb" and match.weight >= _NAMED_FROM
    }
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    members = tags[low:high].replace("C", ",").split(",")
    if not all("E" in one for one in members if one) or norms[high : high + 1] == ("by",):
        return False  # "the hall was designed by Ann and the tower by Tom"
    if high in deeds and tags[high] in VERB_TAGS:
        return True
    before = (at for at in deeds if at < low and VERB_TAGS.isdisjoint(tags[at + 1 : low]))
    return norms[low - 1 : low] == ("by",) and any(before)


def _leaves_open(question: Question) -> bool:
    words = question.asks.split()
    noun = (question.focus or "").rpartition(" ")[2]
    if not words or words[0] not in _OPEN_QUESTIONS:
        return False
    if question.answer_type == "material":
        return True  # whatever noun the question names
    norms = [token.norm for token in question.tokens if token.kind != "mark"]
    if words[0] == "what" and norms[1:2] in (["are"], ["were"]) and norms[-1] in _CALLED:
        return True
    if noun and noun not in _COLLECTIVE:
        return False
    if words[0] == "who" and _MEMBERS.intersection(token.norm for token in question.tokens[1:4]):
        return any(is_a(question.answer_type, one) for one in _PEOPLE)
    if question.answer_type == "person-description":
        return True  # "a botanist and balloonist"
    kind = question.answer_type
    if words[0] == "what" and any(is_a(kind, one) for one in _OF_SEVERAL):
        return True
    return kind in _OPEN_TYPES or (words[0] == "where" and kind == "place")


def _around(analysis: Analysis, start: int, end: int) -> tuple[int, int] | None:
    """Return the tokens (end excluded) of the enumeration that holds those from `start` to `end`
    as a part, None where there is none."""
    norms = analysis.tagged.norms
    tags = "".join(
        "o" if norm == "of" else tag for tag, norm in zip(analysis.tagged.tags, norms, strict=True)
    )
    for pattern in _ENUMERATIONS:
        for match in pattern.finditer(tags):
            low, high = match.span()
            joined = tags[low:high]
            if tags[high : high + 1] in ("X", "M") and tags[low - 1 : low] in ("K", "V"):
                continue  # "and" joins two clauses
            two = "," not in joined
            if two and tags[high : high + 1] == "X" and tags[low - 1 : low] in ("P", "T"):
                continue  # "camping inside *the rim and the use of drones* are forbidden"
            after = tags[high : high + 1]
            if ",C" in joined and joined.count(",") == 1 and (after in VERB_TAGS or after == ","):
                continue  # so it does in "was found in the bay, and the owner(, a banker,) sold it"
            first = joined.partition("C")[0]
            if first == "#" and "#" not in tags[start:end]:
                continue  # "400 in 1988 and anthrax 120"
            figure = tags.find("#", low + len(first), high)
            if figure > 0 and "#" not in first and norms[figure - 1] not in MONTHS:
                continue  # "in the barn and tickets cost 9"
            if low <= start and end <= high and high - low > end - start:
                # "The drought *of July and August*"
                alike = set(tags[start:end]) | set(tags[end:high]) <= set("E,C#")
                return (start if tags[start - 1 : start] == "o" and alike else low), high
    return None


def _colours(analysis: Analysis, start: int, end: int) -> tuple[int, int] | None:
    """Return the colours ("maroon and silver") of which the tokens are one."""
    for match in _ADJECTIVES.finditer(analysis.tagged.tags):
        if match.start() <= start and end <= match.end():
            return match.span()
    return None


def _of_a_kind(
    analysis: Analysis, start: int, end: int, kind: str, *, with_and: bool = True
) -> tuple[int, int] | None:
    """Return the run of things of one kind that are told one after another ("maroon and silver"),
    None where there is but one; `with_and` tells that commas alone make none."""
    if kind in _OPEN_TYPES or kind == "phrase":
        return None
    tags = analysis.tagged.tags
    held = [(one.start, one.end) for one in analysis.typed if one.type == kind]
    low, high = start, end
    grown = True
    while grown:
        grown = False
        for begin, stop in held:
            if stop < low and _JOINTS.fullmatch(tags[stop:low]):
                low, grown = begin, True
            elif begin > high and _JOINTS.fullmatch(tags[high:begin]):
                high, grown = stop, True
    joined = "C" in tags[low:high] or not with_and
    return (low, high) if joined and high - low > end - start else None


def _listed(
    analysis: Analysis,
    start: int,
    end: int,
    matched: Collection[int],
    copulas: Collection[int],
) -> tuple[int, int] | None:
    """Return all that is told one after another after a colon, in a bracket, after a verb that is
    `matched`, or one of `copulas`, where nothing else is told there."""
    tags = analysis.tagged.tags
    low = start
    while low > 0 and tags[low - 1] not in ":(":
        if low - 1 in matched and tags[low - 1] in VERB_TAGS and tags[low] not in "PT":
            break
        if low - 1 in copulas:
            break
        low -= 1
    high = end
    while high < len(tags) and tags[high] not in ";)":
        if tags[high] == "." and high + 1 == len(tags):
            break
        high += 1
    inside = _BRACKET.sub("", tags[low:high])
    if "(" in inside or ")" in inside:
        return None  # "The Tide (1860) and The Sky for Sailors (1877)"
    if low == 0 or not _LISTED.fullmatch(inside) or not _CLAUSE.isdisjoint(inside):
        return None
    pieces = inside.replace("C", ",").split(",")
    if max(map(len, pieces)) > _LONGEST_PIECE:
        return None
    return low, high
