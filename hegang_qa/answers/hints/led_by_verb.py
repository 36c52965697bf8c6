"""Answers to which the verb leads that question and sentence share: for whom a rule is (what stands
before it: "*anybody over 18* may join"), what somebody said (the clause after it: "asked that *the
lift be mended*"), where something is sent (what stands after its "to").
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders.clauses import clause_end
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["led_by_verb"]

_RULED = 16.0
_AGENT = 5.0
_SAID = 5.0
_SENT = 9.0
_PLACED = 6.0
_DONE = 6.0

_SUBJECT = 3  # tokens of a clause up to the noun of its subject
_HAPPENED = (("what", "happened", "to"), ("what", "became", "of"), ("what", "happens", "to"))
_MODALS = frozenset("may can must should shall".split())
_ENTITLED = frozenset("allowed permitted entitled required obliged eligible exempt".split())
_SAYING = frozenset(
    """
    ask asked say said propose proposed suggest suggested recommend recommended decide decided agree
    agreed claim claimed complain complained argue argued report reported state stated announce
    announced find found conclude concluded warn warned promise promised demand demanded request
    requested order ordered think thought believe believed explain explained note noted discover
    discovered insist insisted advise advised admit admitted require required wish wished hope hoped
    fear feared vote voted resolve resolved rule ruled
    """.split()
)
_SENDING = frozenset(
    """
    send sent take taken took bring brought return returned deliver delivered go goes went move
    moved travel travelled lead leads led run runs ran fly flies flew post posted hand handed submit
    submitted report reported ship shipped sell sold transfer transferred give given gave
    """.split()
)
_DEEDS = frozenset(
    "done run handled provided made supplied offered managed organised given".split()
)
_GIVEN = frozenset("awarded given offered granted paid promised lent sent taught refused".split())
_LINKING = frozenset("for by with of to in from".split())
_PLACING = frozenset(
    "in at on with near beside behind under above below inside outside opposite by".split()
)
_STARTS = frozenset("start starts begin begins depart departs leave leaves set".split())
_ENDS = frozenset("end ends finish finishes arrive arrives lead leads".split())
_TIMES = frozenset(
    "day days time times week month year morning afternoon evening night hour moment".split()
)
_ASKING = frozenset("who what which whoever".split())
_FAR = 6  # tokens between what is done and its "by"
_NEAR = 3  # tokens between a modal and the word that is asked about
_LONGEST_LINK = 24  # tokens between a verb and its "to"


def led_by_verb(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return begin and end (tokens, end excluded) of what the verb of the question leads to in a
    sentence, and what speaks for it in log-odds."""
    if view.asks == "who":
        if _asks_of_rule(view):
            return _subject_of_rule(analysis, grid)
        return _agents(analysis, grid)
    if view.asks == "what" and view.wanted != "action" and _SAYING.intersection(view.norms[1:]):
        return _what_is_said(analysis, grid)
    if view.asks == "what" and (use := _what_it_is_for(view, analysis, grid)):
        return use
    if view.asks == "what" and (given := _what_is_given(view, analysis, grid)):
        return given
    if view.asks == "where":
        if way := _from_or_to(view, analysis, grid):
            return way
        sent = not _SENDING.isdisjoint(view.norms[1:]) and _where_it_goes(analysis, grid)
        return sent or _where_it_is(view, analysis, grid) or _where_it_is_done(analysis, grid)
    if view.asks == "what" and view.wanted == "action":
        return _what_it_does(analysis, grid)
    if view.norms[:3] in _HAPPENED:
        return _what_happened(analysis, grid)
    return []


def _asks_of_rule(view: Frame) -> bool:
    """Return whether a question asks who may or must do something."""
    first = view.norms[1:4]
    duty = first[:2] in (("has", "to"), ("needs", "to"))
    return duty or not (_MODALS | _ENTITLED).isdisjoint(first)


def _subject_of_rule(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at in range(1, len(norms)):
        entitled = norms[at] in _ENTITLED and tags[at - 1] == "X"
        if not entitled and norms[at] not in _MODALS:
            continue
        if not any(term >= 0 for term in grid.terms[at + 1 : at + 1 + _NEAR]):
            continue
        end = at - 1 if entitled else at
        while end > 0 and tags[end - 1] in ",R":
            end -= 1
        start = _clause_start(tags, end)
        by = next((n for n in range(at + 2, len(norms) - 1) if norms[n] == "by"), 0)
        if by and norms[at + 1] == "be":  # "The shed may be used by *members* only."
            return [(by + 1, clause_end(tags, by + 1), _RULED)]
        if end > start and norms[start] not in _ASKING:  # "*Who* may join" heads the answer
            return [(start, end, _RULED)]
    return []


def _agents(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return by whom something is done, all of them where a list of names stands there: "made by
    three women, *Ada Lund, Eva Berg and Ida Holm*"."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for by in range(2, len(norms) - 1):
        if norms[by] != "by":
            continue
        deed = max((n for n in range(by) if _is_deed(tags, norms, n)), default=-1)
        if deed < 1 or by - deed > _FAR or any(tag in ",;:" for tag in tags[deed:by]):
            continue
        if grid.terms[deed] < 0 and norms[deed] not in _DEEDS:
            continue
        if not any(term >= 0 for term in grid.terms[:deed]):
            continue
        start = by + 1
        if tags[start : start + 3] == "#N,":
            start += 3
        end = start
        while end < len(tags) and (tags[end] in "DE-S" or _goes_on(tags, end)):
            end += 1
        # A single name is found as such, with all that belongs to it ("Roger *de Malsey*").
        several = "and" in norms[start:end]
        if own := _of_same_name(analysis, grid, start):
            return [(*own, _AGENT)]
        if "E" in tags[start:end] and (several or norms[deed] == "done"):
            return [(start, end, _AGENT)]
        if "E" in tags[start:end] and tags[deed] == "J":
            return [(start, end, _AGENT)]  # "*supervised* in practice *by* Abbot Kuno"
        # Behind another phrase ("given to the town *by the Penhallow family*") it is less plain.
        between = tags[deed + 1 : by]
        if "T" in between and "#" not in between and norms.count("by") == 1:
            while end < len(tags) and (tags[end] in "NED" or norms[end] == "of"):
                end += 1
            if any(tag in "EN" for tag in tags[start:end]):
                return [(start, end, _AGENT)]
    return []


def _is_deed(tags: str, norms: Sequence[str], at: int) -> bool:
    """Return whether a token tells what is done; a participle may be taken for an adjective."""
    return tags[at] in "VK" or norms[at] == "done" or (tags[at] == "J" and norms[at][-2:] == "ed")


def _of_same_name(analysis: Analysis, grid: Grid, start: int) -> tuple[int, int] | None:
    """Return the name that begins there, behind what somebody is, where the question has a part of
    it: "Berg & Sons was founded by the baker *Walter Berg*"."""
    tags = analysis.tagged.tags
    while start < len(tags) and tags[start] in "DNJ":
        start += 1
    end = start
    while end < len(tags) and tags[end] in "E-":
        end += 1
    own = [grid.terms[at] >= 0 for at in range(start, end) if tags[at] == "E"]
    return (start, end) if len(own) > 1 and own[-1] and not all(own) else None


def _goes_on(tags: str, at: int) -> bool:
    """Return whether a list of names goes on at a comma or "and"."""
    after = tags[at:].lstrip(",CD")[:1]
    return tags[at] in ",C" and after == "E" and tags[at + 1] in "CDE"


def _clause_start(tags: str, end: int) -> int:
    """Return where the subject begins that ends before a token: after a mark or another clause."""
    start = end
    while start > 0 and tags[start - 1] not in ";:.":
        start -= 1
    verb = max((n for n in range(start, end) if tags[n] in "MX"), default=-1)
    if verb >= 0 and "W" not in tags[start:verb]:
        joint = next((n for n in range(verb, end) if tags[n] in ",CB"), -1)
        if joint >= 0:
            start = joint + 1
    while start < end and tags[start] in ',C*"-#R.':
        start += 1
    return start


def _what_is_said(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at in range(1, len(norms) - 3):
        if norms[at] not in _SAYING or grid.terms[at] < 0:
            continue
        that = next((n for n in range(at + 1, min(at + 4, len(norms))) if norms[n] == "that"), -1)
        if that > 0 and tags[at + 1 : that].strip("RPONED") == "":
            end = clause_end(tags, that + 1)
            if any(tag in "VXMK" for tag in tags[that:end]):
                return [(that + 1, end, _SAID)]
    return []


def _what_is_given(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return what somebody was given ("was awarded *the Neill Medal* in 1911"), and what comes
    behind the "of" that ends a question ("died of *pneumonia* in Leeds")."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    ends = _last(view)
    for at in range(1, len(tags) - 1):
        if grid.terms[at] < 0:
            continue
        start = at + 1
        if ends == "of" and tags[at] in "VK" and norms[start] == "of":
            start += 1
        elif not (norms[at] in _GIVEN and tags[at - 1] == "X" and ends not in _LINKING):
            continue
        end = start
        while end < len(tags) and (tags[end] in "DJNEK-S" or norms[end] == "of"):
            end += 1
        if end > start and any(tag in "NE" for tag in tags[start:end]):
            return [(start, end, _SENT)]
    return []


def _what_it_is_for(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return what a thing is used as, for or to do: "a horn, used as *a lever to lift rivals*"."""
    if "used" not in view.norms or _last(view) != "for":
        return []
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at in range(1, len(tags) - 2):
        led = norms[at] == "used" and norms[at + 1] in ("as", "for", "to")
        if led and any(term >= 0 for term in grid.terms[:at]):
            return [(at + 2, clause_end(tags, at + 2), _DONE)]
    return []


def _last(view: Frame) -> str:
    return next((norm for norm in reversed(view.norms) if norm.isalnum()), "")


def _where_it_goes(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for at in range(len(norms) - 2):
        if norms[at] not in _SENDING or grid.terms[at] < 0:
            continue
        depth = 0
        for to in range(at + 1, min(len(norms) - 1, at + _LONGEST_LINK)):
            depth += (tags[to] == "(") - (tags[to] == ")")
            if tags[to] in ";:." and not depth:
                break
            if tags[to] != "T" or depth or tags[to + 1] in "V#":
                continue
            end = clause_end(tags, to + 1)
            while tags[end : end + 1] == "," and tags[end + 1 : end + 2] in ("E", "#"):
                end = clause_end(tags, end + 1)  # an address
            return [(to + 1, end, _SENT)]
    return []


def _from_or_to(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return where a way begins or ends: "from *Calder Lock* to *Skell Bridge*"."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    starts, ends = not _STARTS.isdisjoint(view.norms), not _ENDS.isdisjoint(view.norms)
    if starts == ends or "from" not in norms:
        return []
    at = norms.index("from")
    to = next((n for n in range(at + 2, len(norms)) if norms[n] in ("to", "towards")), -1)
    if to < 0 or to + 1 >= len(tags) or any(tag in ",;:.VXM" for tag in tags[at:to]):
        return []
    if any(term >= 0 for term in grid.terms[at:]):
        return []
    low, high = (at + 1, to) if starts else (to + 1, clause_end(tags, to + 1))
    stop = low
    while stop < high and tags[stop] in "DJNES-":
        stop += 1
    return [(low, stop, _SENT)] if "E" in tags[low:stop] else []


def _where_it_is(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return all that is said of where a thing is, where that is said of nothing else: "the meeting
    point is *the car park on Dyer Street*"."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if view.norms[1:2] not in (("is",), ("are",)):
        return []
    at = next((n for n in range(1, len(tags)) if norms[n] in ("is", "are")), -1)
    if (
        at < 1
        or grid.terms[at - 1] < 0
        or tags[at - 1] != "N"
        or norms[at + 1 : at + 2] != ("the",)
    ):
        return []
    end = clause_end(tags, at + 1)
    return [(at + 2, end, _PLACED)] if end > at + 2 and "P" in tags[at:end] else []


def _where_it_is_done(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the place that a verb of the question leads to, with all that says which it is: "the
    samples are kept in *the freezer of the museum in Trondvik*"."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    times = {
        n for one in analysis.typed if is_a(one.type, "date") for n in range(one.start, one.end)
    }
    for at in range(1, len(tags) - 3):
        if grid.terms[at] < 0 or tags[at] not in "VK":
            continue
        start = at + 1 + (tags[at + 1] == "R")
        if norms[start] not in _PLACING:
            continue
        start += 1
        end, phrases = start, 0
        while end < len(tags) and end not in times:
            placed = tags[end] == "P" and norms[end] in _PLACING
            if placed and not _TIMES.isdisjoint(norms[end + 1 : end + 4]):
                break
            participle = tags[end] == "K" and tags[end + 1 : end + 2] in ("N", "E")
            owned = norms[end] == "'" and norms[end - 1].endswith("s")
            if not (placed or participle or owned or tags[end] in "DJNEGS-" or norms[end] == "of"):
                break
            phrases += placed
            end += 1
        while tags[end - 1] in "PDJ":
            end -= 1
        if phrases and end > start + 3 and any(tag in "NE" for tag in tags[start:end]):
            return [(start, end, _PLACED)]
    return []


def _what_happened(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return what is said to have been done to what begins a sentence or a clause of it: "the
    rabbits, which had come in 1861, *were removed by poison*"."""
    tags = analysis.tagged.tags
    asked = min((term for term in grid.terms if term >= 0), default=-1)
    begins = [0, *(n + 1 for n, tag in enumerate(tags) if tag in ",;")]
    for begin in sorted(begins, key=lambda n: asked not in grid.terms[n : n + _SUBJECT]):
        if told := _done_to_subject(analysis, grid, begin):
            return [told]
    return []


def _done_to_subject(analysis: Analysis, grid: Grid, begin: int) -> tuple[int, int, float] | None:
    """Return what is said of the subject of the clause that begins at a token, where it is asked
    about."""
    tags = analysis.tagged.tags
    subject = next((n for n in range(begin, len(tags)) if tags[n] in "NEO"), -1)
    if subject == begin and tags[subject] == "O" and max(grid.terms[:begin], default=-1) >= 0:
        end = clause_end(tags, subject + 1)  # "a mill; it *was burnt down*"
        return (subject + 1, end, _DONE) if end > subject + 2 else None
    if subject < 0 or grid.terms[subject] < 0 or (begin and subject > begin + _SUBJECT):
        return None
    at = subject + 1
    while tags[at : at + 1] in ("N", "E"):
        at += 1
    if tags[at : at + 2] == ",W":  # a clause between
        at = tags.find(",", at + 1) + 1
    if at < 1 or tags[at : at + 1] not in ("X", "V", "K"):
        return None
    end = clause_end(tags, at)
    return (at, end, _DONE) if end > at + 1 else None


def _what_it_does(analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return what is said of a thing that begins a sentence, where its verb takes a clause ("*says
    what would be saved*"): noun phrases are found otherwise."""
    tags, tokens = analysis.tagged.tags, analysis.tagged.tokens
    first = next((n for n, term in enumerate(grid.terms) if term >= 0), -1)
    if first < 0 or any(tag in "VX" for tag in tags[:first]):
        return []
    at = next((n for n in range(first + 1, len(tags)) if tags[n] in "VX"), -1)
    if at < 0 or at + 2 >= len(tags) or tags[at + 1] not in "WB" or grid.terms[at] >= 0:
        return []
    text = analysis.tagged.text
    end = at + 1
    while end < len(tags) and tags[end] not in ".;":
        if "\n" in text[tokens[end - 1].end : tokens[end].start] and tokens[end].text == "`":
            break  # the next of a list of options
        end += 1
    return [(at, end, _DONE)]
