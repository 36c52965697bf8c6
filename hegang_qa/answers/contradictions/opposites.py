"""What a sentence has in place of a word of the question, and so tells of something else: the
coldest day for the warmest, the north face for the south face, the bear for the lynx.

That a sentence lacks a word says little: it may have another for it, or none. That it has the
opposite in the very place says that it speaks of something else. The place is told by what stands
beside it: the word of the question next to it, or the same preposition.
"""

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.answers.accounts import Account
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.verdicts.attachment import end_of_list, is_open_list
from hegang_qa.answers.verdicts.contraries import WordRelations
from hegang_qa.answers.verdicts.limits import holds_in_range
from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.tokens import Token, stem
from hegang_qa.text.words import MONTHS, NEGATIONS, WEEKDAYS

__all__ = ["in_its_place", "other_number"]

# Words of which one shuts out the others: rows of a set, words of a row mean about the same.
_SETS = """
north northern northernmost northward
south southern southernmost southward
east eastern easternmost eastward
west western westernmost westward
northeast northeastern
northwest northwestern
southeast southeastern
southwest southwestern

red crimson scarlet
green
blue
yellow golden amber
orange
purple violet
pink
brown
black
white
grey gray silver

spring
summer
autumn fall
winter

morning
afternoon
evening

warm warmer warmest hot hotter hottest
cold colder coldest cool cooler coolest

single
return
double twin
triple

daily day
weekly week
monthly month
yearly annual

up upper higher
down lower

current present new newest latest
first old oldest former original previous

father
mother
son
daughter
brother
sister
husband
wife
uncle
aunt

before
after

weekday workday
weekend

steady
blinking flashing
"""

# Classes of which a noun of one kind is none of another kind.
_KINDS = frozenset(
    "animal plant food vehicle building instrument weapon colour body-part sport disease substance "
    "currency language religion season".split()
)
_SURELY = frozenset(("same", "stem", "spelling", "synonym", "compound"))
_SMALL = frozenset("DPTXRS-")
_FAR = 3  # small words between what stands side by side
_NOWHERE = -99
_REACH = 8  # no place is so many tokens away
_APART = frozenset((",", "(", ")", ";", ":"))
_UNDER = frozenset("DJRN-")
# Where one of these stands, the end of something is told beside its begin.
_RANGES = frozenset("until till to from through".split()) | {"-", "–"}
_BOUNDS = frozenset(
    stem(word) for word in "open begin start close end finish stop first last arrive leave".split()
)
_OF = frozenset("of in at from to".split())
_THROUGH = frozenset(("to", "through", "until", "-", "–"))
_LISTING = _THROUGH | frozenset((",", "and", "or"))
_WITH = frozenset(("with", "including"))
_WITHOUT = frozenset(("without", "excluding"))
_ELSE = NEGATIONS | {"otherwise", "else", "others", "free"}


class _Slot(NamedTuple):
    """Where a word of the question would stand: the tokens of the sentence that account for the
    words before and behind it (-1 for none), and the preposition before it."""

    before: int
    behind: int
    link: str


def _rows() -> dict[str, tuple[int, int]]:
    rows: dict[str, tuple[int, int]] = {}
    for number, block in enumerate(_SETS.strip().split("\n\n")):
        for row, line in enumerate(block.splitlines()):
            for word in line.split():
                rows[word] = number, row
    for names in (MONTHS, WEEKDAYS):
        number += 1
        for word, row in names.items():
            rows[word] = number, row
    for word, row in WEEKDAYS.items():
        rows[word + "s"] = number, row
    return rows


_ROWS = _rows()
_OF_TIME = frozenset(word for word, row in _ROWS.items() if row[0] == _ROWS["current"][0])


def in_its_place(
    question: Question,
    ranked: RankedSentence,
    span: ScoredSpan | None,
    told: Account,
    analysis: Analysis,
    lexicon: WordRelations | None,
) -> str:
    """Return in words what stands in the place of a word of the question, "" for nothing. What is
    answered (`span`) is beside it rather ("what goes *with* carrots?")."""
    norms = analysis.tagged.norms
    if lexicon is None:
        return ""
    if found := _with_for_without(question, ranked, norms):
        return found
    asked = {token.stem for token in question.tokens}
    asks = question.asks.split()
    placed = {match.term: match.token for match in ranked.matches if match.how in _SURELY}
    near = {match.term for match in ranked.matches}
    others: list[tuple[int, Token]] | None = None
    for number, term in enumerate(question.terms):
        token = question.tokens[term.token]
        if term.role == "number" and (value := other_number(question, number, ranked)):
            return f'"{value}" stands in the place of "{token.text}"'
        if token.norm in asks or term.role == "number" or number in placed:
            continue
        slot = _slot(question, number, placed, near)
        if slot.before < 0 and slot.behind < 0 and not slot.link:
            continue
        if _is_met(token, norms, ranked):
            continue
        if term.role == "name" and (name := _other_name(question, number, ranked, analysis)):
            return f'"{name}" stands in the place of "{token.text}"'
        open_ = number in told.missing or number in ranked.context
        missing = open_ and term.role in ("noun", "focus")
        if others is None:
            others = _others(ranked.tokens, asked, span)
        before = slot.before if slot.before >= 0 else _NOWHERE
        behind = slot.behind if slot.behind >= 0 else _NOWHERE
        for at, other in others:
            if not slot.link and min(abs(at - before), abs(at - behind)) > _REACH:
                continue
            place = _place(slot, at, analysis, bool(ranked.sentence.cells))
            if not place or (term.light and place != "behind") or _is_denied(norms, at):
                continue
            how = _opposed(token, other, lexicon)
            if not how or (how == "kind" and not missing) or (how == "antonym" and place == "link"):
                continue
            return f'"{other.text}" stands in the place of "{token.text}"'
    return ""


def _others(
    tokens: Sequence[Token], asked: set[str], span: ScoredSpan | None
) -> list[tuple[int, Token]]:
    """Return the words of a sentence that carry content, and are neither in the question nor in the
    answer, with their places."""
    low, high = (0, 0) if span is None else (span.span.start, span.span.end)
    return [
        (at, token)
        for at, token in enumerate(tokens)
        if token.kind == "word"
        and not low <= token.start < high
        and token.stem not in asked
        and token.norm not in FUNCTION_WORDS
    ]


def other_number(question: Question, number: int, ranked: RankedSentence) -> str:
    """Return the number that follows a word of the sentence as the one asked about follows it in
    the question ("version 3", where version 4 is asked about), or ""."""
    terms, tokens = question.terms, ranked.tokens
    before = next((m for m in ranked.matches if m.term == number - 1), None)
    at = terms[number].token
    if before is None or before.how not in BY_FORM or terms[number - 1].token != at - 1:
        return ""
    head, asked = tokens[before.token].stem, question.tokens[at].norm
    others = ""
    for spot, token in enumerate(tokens):
        if token.stem != head:
            continue
        end = spot + 1
        while end < len(tokens) and (tokens[end].kind == "number" or tokens[end].norm in _LISTING):
            end += 1
        listed = [other.norm for other in tokens[spot + 1 : end]]
        # "Years 1 to 3" are the second, too.
        if asked in listed or _is_named_alone(asked, tokens) or not _THROUGH.isdisjoint(listed):
            return ""
        if listed and tokens[spot + 1].kind == "number":
            others = others or tokens[spot + 1].text
    return others


def _is_named_alone(number: str, tokens: Sequence[Token]) -> bool:
    """Return whether a number stands between commas or brackets ("the first release, *0.3*, ..."),
    and so names what is before it."""
    return any(
        token.norm == number and before.norm in _APART and after.norm in _APART
        for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _other_name(question: Question, number: int, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the name that a sentence has after the same word and preposition as a name of the
    question that it lacks ("the bridge of Oslo", where that of Rome is asked about), or ""."""
    tokens, at = question.tokens, question.terms[number].token
    before = next((m for m in ranked.matches if m.term == number - 1), None)
    if before is None or before.how not in BY_FORM or question.terms[number - 1].token != at - 2:
        return ""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    there = before.token + 2
    if tags[there : there + 1] != "E" or norms[there - 1] != tokens[at - 1].norm:
        return ""
    if tokens[at - 1].norm not in _OF or is_open_list(norms, there, end_of_list(tags, there + 1)):
        return ""
    asked = {token.stem for token in tokens}
    return "" if ranked.tokens[there].stem in asked else ranked.tokens[there].text


def _is_denied(norms: tuple[str, ...], at: int) -> bool:
    return not NEGATIONS.isdisjoint(norms[max(0, at - _FAR) : at + _FAR])


def _opposed(token: Token, other: Token, lexicon: WordRelations) -> str:
    """Return how a word shuts another out: "set", "antonym", "kind", or "" where it does not."""
    one, two = _ROWS.get(token.norm), _ROWS.get(other.norm)
    if one is not None and two is not None:
        return "set" if one[0] == two[0] and one[1] != two[1] else ""
    if any(
        relation.kind == "antonym" and stem(relation.word) == other.stem
        for relation in lexicon.related(token.norm)
    ):
        return "antonym"
    own = lexicon.classes(token.norm)[:1]
    if not own or own[0] not in _KINDS or lexicon.classes(other.norm)[:1] != own:
        return ""
    if lexicon.is_a(token.norm, other.norm) or lexicon.is_a(other.norm, token.norm):
        return ""
    return "kind"


def _is_met(token: Token, norms: tuple[str, ...], ranked: RankedSentence) -> bool:
    """Return whether a sentence, or what heads it, has the word itself or one of its row, or, if it
    tells when something begins or ends, both ends."""
    if any(own.stem == token.stem for own in ranked.tokens):
        return True
    own = _ROWS.get(token.norm)
    if own is not None and any(_ROWS.get(norm) == own for norm in norms):
        return True
    if token.stem in _BOUNDS and not _RANGES.isdisjoint(norms):
        return True
    if holds_in_range(token.norm, ranked):
        return True
    above = f"{ranked.sentence.heading} {ranked.sentence.title} {ranked.sentence.lead or ''}"
    heads = " ".join(cell.head for cell in ranked.sentence.cells)
    return any(stem(word) == token.stem for word in f"{above} {heads}".lower().split())


def _slot(question: Question, number: int, placed: dict[int, int], near: set[int]) -> _Slot:
    """Return where a word would stand; `placed` are the tokens that surely account for terms,
    `near` the terms that something accounts for."""
    terms, tokens = question.terms, question.tokens
    at = terms[number].token

    def beside(step: int) -> int:
        other = number + step
        if 0 <= other < len(terms) and other not in near:
            other += step  # "a single *ticket* to Rome": "return to Rome"
        if not 0 <= other < len(terms) or abs(terms[other].token - at) > _FAR:
            return -1
        return placed.get(other, -1)

    link = ""
    for token in reversed(tokens[max(0, at - 3) : at]):
        if token.norm in _LINKS:
            link = token.norm
            break
        if token.norm not in FUNCTION_WORDS and token.norm != "own":
            break
    return _Slot(beside(-1), beside(1), link)


_LINKS = frozenset("for with on under during without by".split())


def _place(slot: _Slot, at: int, analysis: Analysis, in_row: bool) -> str:
    """Return by what a token of the sentence stands in the slot: the word "behind" it, the one
    "before" it, or the "link"; "" where it does not."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if in_row and tags[at - 1 : at] == "," and {slot.before, slot.behind} & {at - 2, at - 3}:
        return "before"  # "Pears, dried | ..."
    if slot.behind > at and _is_close(tags, at, slot.behind):
        return "behind"
    if norms[at] in _OF_TIME and slot.behind > at and _UNDER.issuperset(tags[at + 1 : slot.behind]):
        return "behind"  # "the *first* stone bridge"
    if 0 <= slot.before < at and _is_close(tags, slot.before, at):
        return "before"
    link = at - 1
    while link > 0 and (tags[link] in _UNDER or norms[link] == "own"):
        link -= 1
    return "link" if slot.link and link >= 0 and norms[link] == slot.link else ""


def _is_close(tags: str, low: int, high: int) -> bool:
    between = tags[low + 1 : high]
    return len(between) <= _FAR and _SMALL.issuperset(between)


def _with_for_without(question: Question, ranked: RankedSentence, norms: tuple[str, ...]) -> str:
    """Return that a sentence has "with" beside a word that the question has after "without"."""
    asked = {token.norm for token in question.tokens}
    if asked.isdisjoint(_WITHOUT) or not _WITHOUT.isdisjoint(norms) or not _ELSE.isdisjoint(norms):
        return ""
    placed = {m.term: m.token for m in ranked.matches if m.how in BY_FORM}
    for number, term in enumerate(question.terms):
        before = {token.norm for token in question.tokens[max(0, term.token - 2) : term.token]}
        if not before & _WITHOUT or number not in placed or asked & _WITH:
            continue
        at = placed[number]
        if _WITH & set(norms):
            return f'"with {ranked.tokens[at].text}" stands in the place of "without"'
    return ""
