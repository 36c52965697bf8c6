"""Whether the words of a yes-or-no question stand together in a sentence, or are said of different
things: "was founded in Ellerby and moved to Karlow" does not say "founded in Karlow".
"""

from itertools import pairwise
from typing import NamedTuple

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["Torn", "end_of_list", "is_open_list", "stands_elsewhere", "torn_apart"]

_LINKS = frozenset("in at on from to by for under during with of into".split())
_PLACING = frozenset("in at on from to by for under during".split())
_JOINTS = frozenset(",;CBW")
_VERBS = frozenset("VKX")
# What parts clauses where a subject and its verb follow; a subject, and only with its verb.
_PHRASE = r"(?:D[JNEV#-]*[NEV]|[JNE#-]*[NE])(?:PD?[JNE#-]*[NE#])?"
_SUBJECTS = rf"{_PHRASE}(?:C{_PHRASE})*(?=R?[VXMK])"
_NEW_CLAUSE = lazy(rf"(?:;|,?C|,?B)(?={_SUBJECTS})")
_SUBJECT = lazy(_SUBJECTS)
_SHORT = frozenset("XMR.,;")
_ADDING = frozenset(("and", "or", "but", "both"))
_NAMED = frozenset("E#")
_OTHERS = frozenset("other others more etc elsewhere".split())
# A match worth less than this is too loose to say where the word stands.
_SURELY = 0.5
# A noun of this share of the question's weight must stand where its verb does.
_HEAVY = 0.12


class Torn(NamedTuple):
    """That words of a question are said of different things; `other` is what stands in the place
    of the one asked about, "" where nothing does."""

    other: str


def stands_elsewhere(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the name or figure that stands after the same verb and preposition as one of the
    question ("born in Kelm", where "born in Lowick" is asked), or ""."""
    asked = question.tokens
    stems = {token.stem for token in asked}
    own, tags = ranked.tokens, analysis.tagged.tags
    roots = {asked[term.token].stem: n for n, term in enumerate(question.terms)}
    placed = {match.term: match.token for match in ranked.matches}
    for verb, link, name in zip(asked, asked[1:], asked[2:], strict=False):
        if link.norm not in _PLACING or not (name.text[:1].isupper() or name.kind == "number"):
            continue
        first = placed.get(roots.get(verb.stem, -1), -1)
        if first < 0:
            continue
        # "(born 1962) ... was *born in* Kelm"
        places = [n for n in range(len(own) - 2) if own[n].stem == own[first].stem]
        at = next((n for n in places if own[n + 1].norm == link.norm), -1)
        if at < 0:
            continue
        there = at + 2
        term = roots.get(name.stem, -1)
        if term in placed and own[placed[term] - 1].norm == link.norm:
            continue  # "on Fridays from 9 to 12 and *on Sundays* ..."
        between = tags[there : placed.get(term, there)]
        if VERB_TAGS.isdisjoint(between) and not {",", "C"}.isdisjoint(between):
            continue  # "on 25 December and *1 January*"
        if tags[there] in "E#" and (tags[there] == "#") == (name.kind == "number"):
            end = there + 1
            while end < len(own) and tags[end] == tags[there]:
                end += 1
            last = end_of_list(tags, end)
            if is_open_list(analysis.tagged.norms, end, last):
                continue
            if not any(token.stem in stems for token in own[there:last]):
                return ranked.sentence.text[own[there].start : own[end - 1].end]
    return ""


def end_of_list(tags: str, at: int) -> int:
    """Return the end of the list that goes on at a token, `at` where none does: "Rome, Oslo and
    Bergen"."""
    end = at
    while end < len(tags) and tags[end] in ",CDJN":
        if tags[end] in ",C" and tags[end + 1 : end + 2] not in tuple(",CDJNE#"):
            break
        end += 1
        while end < len(tags) and tags[end] in "E#-":
            end += 1
    return end


def is_open_list(norms: tuple[str, ...], low: int, high: int) -> bool:
    """Return whether a list says that there are more than it names ("and other cities")."""
    return any(norm in _OTHERS for norm in norms[low:high])


def torn_apart(question: Question, ranked: RankedSentence, analysis: Analysis) -> Torn | None:
    """Return that a sentence says the words of the question of different things, else None."""
    placed = {m.term: m.token for m in ranked.matches if m.weight >= _SURELY}
    terms = question.terms
    number_at = {term.token: number for number, term in enumerate(terms)}
    verb = -1
    link = ""
    for at, token in enumerate(question.tokens):
        number = number_at.get(at, -1)
        if token.norm in _LINKS:
            link = token.norm
        elif number >= 0 and terms[number].role == "verb":
            verb, link = number, ""
        elif link and verb in placed and number in placed:
            if terms[number].role not in ("name", "number"):
                continue
            kind = "#" if terms[number].role == "number" else "E"
            asked = question.tokens[terms[verb].token].stem
            near = _nearest(ranked, asked, placed[verb], placed[number])
            torn = _of_two_verbs(ranked, analysis, near, placed[number], link, kind)
            if torn is not None:
                return torn
    return _of_two_clauses(question, ranked, analysis, placed)


def _nearest(ranked: RankedSentence, asked: str, verb: int, name: int) -> int:
    """Return of the places where a verb (the stem that is `asked`, or that of the token matched)
    stands the one that is nearest to a name; a bracket may stand for "born"."""
    stems = {asked, ranked.tokens[verb].stem}
    places = [n for n, token in enumerate(ranked.tokens) if token.stem in stems]
    words = [n for n in places if ranked.tokens[n].kind != "mark"] or places
    return min(words, key=lambda n: abs(n - name))


def _of_two_verbs(
    ranked: RankedSentence, analysis: Analysis, verb: int, name: int, link: str, kind: str
) -> Torn | None:
    """Return that a name goes with another verb than the one asked about; `kind` is the tag of what
    may stand in its place."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if name < verb:
        between = tags[name + 1 : verb]
        if not any(tag in _JOINTS for tag in between) or not _VERBS & set(tags[:name]):
            return None
        other = _after_link(ranked, tags, norms, verb + 1, len(tags), link, kind)
        return Torn(other) if other else None
    joint = next(
        (
            at
            for at in range(verb + 1, name)
            if tags[at] in _JOINTS and _VERBS & set(tags[at + 1 : name])
        ),
        None,
    )
    if joint is None:
        return None
    # "Was founded and rebuilt in 1931": what comes last goes with both.
    if not set(tags[verb + 1 : joint]) & (_NAMED | {"P"}):
        return None
    return Torn(_after_link(ranked, tags, norms, verb + 1, joint, link, kind))


def _after_link(
    ranked: RankedSentence,
    tags: str,
    norms: tuple[str, ...],
    low: int,
    high: int,
    link: str,
    kind: str,
) -> str:
    """Return the name or figure (its tag is `kind`) after a preposition, of the tokens from `low`
    to `high`, or ""."""
    for at in range(low, high - 1):
        if norms[at] != link:
            continue
        start = at + 1
        while start < high and tags[start] == "D":
            start += 1
        end = start
        while end < high and tags[end] == kind:
            end += 1
        if end > start:
            tokens = ranked.tokens
            return ranked.sentence.text[tokens[start].start : tokens[end - 1].end]
    return ""


def _of_two_clauses(
    question: Question, ranked: RankedSentence, analysis: Analysis, placed: dict[int, int]
) -> Torn | None:
    """Return that a word of the question is the subject of one clause, and another stands only in a
    clause with a subject of its own: "the café sells soup, and the shop sells maps"."""
    tags = analysis.tagged.tags
    if ranked.sentence.cells or any(token.norm in _ADDING for token in question.tokens):
        return None
    bounds = [0]
    for match in _NEW_CLAUSE.finditer(tags):
        # "And" before a verb has come joins subjects.
        if match.group() != "C" or VERB_TAGS & set(tags[bounds[-1] : match.start()]):
            bounds.append(match.end())
    if len(bounds) < 2:
        return None
    bounds.append(len(tags))
    clauses = list(pairwise(bounds))
    stems = [{token.stem for token in ranked.tokens[low:high]} for low, high in clauses]
    where = {
        n: [k for k, held in enumerate(stems) if ranked.tokens[at].stem in held]
        for n, at in placed.items()
        if question.terms[n].role in ("noun", "name", "other")
        if question.terms[n].share >= _HEAVY and not question.terms[n].light
    }
    subjects = [_subject(tags, low, high) for low, high in clauses]
    for thing, held in where.items():
        if question.terms[thing].role not in ("noun", "name"):
            continue
        own = held[0] if len(held) == 1 else -1
        if own < 0 or not subjects[own][0] <= placed[thing] < subjects[own][1]:
            continue
        if not set(tags[subjects[own][1] : clauses[own][1]]) - _SHORT:
            continue  # "the hall is not heated, but *the library is*"
        for at in where.values():
            if len(at) != 1 or at[0] == own:
                continue
            low, high = subjects[at[0]]
            if high > low and not any(low <= placed[n] < high for n in placed):
                return Torn("")
    return None


def _subject(tags: str, low: int, high: int) -> tuple[int, int]:
    """Return the tokens (end excluded) of a clause up to its verb, (0, 0) where it has none, or
    begins otherwise than with a noun phrase."""
    found = _SUBJECT.match(tags, low, high)
    return (found.start(), found.end()) if found else (0, 0)
