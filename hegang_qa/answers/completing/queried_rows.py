"""All rows of a table that have what a question tells of them: "who are our *fire wardens*", "which
jobs has *Ann*", "how many *nurses* are there *in Leeds*". No sentence says it; the rows do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hegang_qa.answer_types import is_a
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by, told_by_name, told_by_rows
from hegang_qa.answers.enumeration import has_plural_focus
from hegang_qa.answers.tables.graded import graded
from hegang_qa.answers.tables.heads import OUTRIGHT, terms_in_head
from hegang_qa.answers.tables.whole import (
    asks_for_lack,
    cell_text,
    column_headed,
    figure,
    moment,
    names_of,
    names_people,
    tables_of,
)
from hegang_qa.answers.verdicts.thresholds import side_of
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question, QuestionTerm
from hegang_qa.ranking.model import BY_FORM
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.numbers import is_year
from hegang_qa.text.tokens import Token, stem, tokenize
from hegang_qa.text.words import PREPOSITIONS

__all__ = ["with_queried_rows"]

_SURE = 0.6
_LIKELY = 0.5
_LOOKED_AT = 8
_ROWS = 2
"""Rows that a table has, at least."""
_MOST_ROWS = 50
_MOST_WORDS = 6  # of a cell that is one of a kind; more are a remark
_LEAST = 0.6  # what a form is worth, at least, under which a word stands in a cell
# What says only that rows are asked for.
_KINDS = frozenset(
    "people person staff employee colleague member item thing kind type sort one entry row list "
    "record total number time times everybody everyone anyone any all different various our "
    "option".split()
)
_SORTS = frozenset("kinds types sorts different models varieties rows entries".split())
# Verbs that say no more than that a row has something.
_HAVING = frozenset(
    "be have work base hold keep get belong come live list stock offer sell carry do give take "
    "assign need contain include show name find see tell be there go use can run lead teach host "
    "present chair organise organize manage supervise coordinate handle".split()
)
# Heads of columns that count things.
_OF_COUNTS = frozenset("stock quantity qty count number amount left available total units".split())
_BEGINNING = frozenset("start joined join since founded established built opened hired".split())
_STARTING = frozenset(
    "join joined start started begin began found founded establish established build built open "
    "opened hire hired since".split()
)
_DIVIDED = lazy(r"[;,/]")
_LIMITS = frozenset("before after until since between under over below above".split())


def with_queried_rows(asking: Asking, answer: Answer) -> Answer:
    """Return the names of all rows that have what a question tells of them, or how many there are;
    elsewhere the answer as it is."""
    question = asking.question
    wanted = _wanted(question)
    if not wanted or asking.least > _SURE or asking.is_told(answer) or _is_more(question):
        return answer
    if wanted in ("one", "all") and is_a(question.answer_type, "money"):
        return answer  # "what tyres cost"
    if wanted == "one" and answer.kind == "answer" and not _is_a_label(asking, answer):
        return answer
    tables = list(tables_of(asking.ranked[:_LOOKED_AT], asking.store))
    # "Which clubs ...": a table with a column of clubs before one that speaks of clubs.
    tables.sort(key=lambda table: not _is_headed(question, table[1]))
    for one, rows in tables:
        if len(rows) < _ROWS:
            continue
        kept = _kept(question, rows, f"{one.sentence.heading} {one.sentence.title}", wanted)
        if not kept or len(kept) > _MOST_ROWS or one.sentence.id not in {row.id for row in kept}:
            continue
        if wanted == "count":
            return _counted(question, answer, kept)
        columns = _told_columns(question, rows, wanted)
        if wanted == "all" and answer.kind == "answer" and columns != names_of(rows):
            return answer  # a column is asked for, and was found
        told = _is_named(question, wanted) or (wanted == "all" and _is_headed(question, rows))
        told = told or rows[0].kind == "record"
        if wanted != "who" and len(kept) < _ROWS and not told:
            continue
        if columns and not _is_said(question, kept, columns) and _tells(question, kept, columns):
            return _told(answer, kept, columns, wanted)
    return answer


def _is_a_label(asking: Asking, answer: Answer) -> bool:
    """Return whether an answer is no more than the label of a field ("*Job*: chimney sweep"), or
    what is said of the kind asked for ("which *blacksmith*": "Job: *farrier* and blacksmith")."""
    found = asking.found(answer)
    if found is None or found.sentence.cells or asking.is_told(answer):
        return False
    kind = {n for n, term in enumerate(asking.question.terms) if term.role == "focus"}
    of_kind = any(match.term in kind and match.how in BY_FORM for match in found.matches)
    return of_kind or found.sentence.text.startswith(f"{answer.text}:")


def _is_headed(question: Question, rows: Sequence[Sentence]) -> bool:
    """Return whether the column that names the rows is headed by what a question asks for."""
    named = terms_in_head(question, rows[0].cells[names_of(rows)[0]].head, outright=True)
    return any(question.terms[number].role == "focus" for number in named)


def _wanted(question: Question) -> str:
    """Return what is asked for: "who", "count", "all" rows of a kind, "one" of them, or ""."""
    words = question.asks.split()
    norms = [token.norm for token in question.tokens]
    if words == ["who"] or any(norms[at : at + 2] == ["name", "of"] for at in range(len(norms))):
        return "who"
    if words == ["how", "many"]:
        return "count"
    if words[-1:] in (["which"], ["what"]) and _names_kind(question):
        return "all" if has_plural_focus(question) else "one"
    return ""


def _names_kind(question: Question) -> bool:
    """Return whether the question word stands before the kind asked for ("*which jobs*")."""
    norms = [token.norm for token in question.tokens]
    at = next((n for n, norm in enumerate(norms) if norm in ("which", "what")), -1)
    focus = (question.focus or "").rpartition(" ")[2].casefold()
    of = norms[at + 2 : at + 3] == ["of"] or norms[at + 1 : at + 2] == ["of"]
    hyphened = "-" in norms[at + 1 : at + 4]  # "which *after-school clubs*"
    where = norms[at - 1 : at] and norms[at - 1] in PREPOSITIONS  # "on which days does it run"
    return (
        at >= 0
        and bool(focus)
        and (focus in norms[at + 1 : at + (5 if hyphened else 3)] or of)
        and not where
    )


def _is_more(question: Question) -> bool:
    """Return whether a question sets a limit, or asks for the most or for what lacks something:
    others see to that."""
    norms = [token.norm for token in question.tokens]
    limits = any(side_of(norms, at) for at, t in enumerate(question.tokens) if t.kind == "number")
    between = not _LIMITS.isdisjoint(norms) and any(t.kind == "number" for t in question.tokens)
    return limits or between or asks_for_lack(question) or bool(graded(question))


def _kept(question: Question, rows: Sequence[Sentence], above: str, wanted: str) -> list[Sentence]:
    """Return the rows that have all the words of a question which some rows have; none where a word
    is left that neither rows nor heads nor what stands above them account for."""
    cells = [_parts_of(row) for row in rows]
    asked = {token.stem for token in question.tokens}
    over = _stems(above)
    kept = list(range(len(rows)))
    told = 0
    name = names_of(rows)[0]
    kinds = set(terms_in_head(question, rows[0].cells[name].head, outright=True))
    called = [_stems(cell_text(row, name)) for row in rows]
    for number, term in enumerate(question.terms):
        if term.background or (term.role == "focus" and number in kinds):
            continue  # rows headed "Club" are all clubs, whatever they are called
        does = term.role == "verb" or term.token == 1
        if wanted in ("who", "count") and does and _lemma(term) & _HAVING:
            continue  # "who *lives* in Corby": whoever has it in his row
        forms = {f.term for f in term.expansions if f.how in OUTRIGHT and f.weight >= _LEAST}
        having = [n for n, row in enumerate(cells) if any(forms & own for own in row)]
        over_all = wanted == "all" and term.role == "noun" and term.stem in over
        if over_all and all(forms & called[n] for n in having):
            continue  # all clubs under "Clubs after school" are, not the "School choir" alone
        if not having and term.role == "number":
            having = [n for n, row in enumerate(rows) if _is_of_year(row, term)]
        if having and len(having) < len(rows):
            if term.role != "name":
                # "Shade", not "half shade", where there are both.
                wholly = [n for n in having if any(p & forms and p <= asked for p in cells[n])]
                having = wholly or having
            kept = [n for n in kept if n in having]
            told += 1
            if not kept:
                return []
        elif not having and not _is_free(question, number, rows, over, wanted):
            return []
    return [rows[n] for n in kept] if told else []


def _parts_of(row: Sentence) -> list[set[str]]:
    """Return the words (stems) of each thing that the cells of a row say ("cook; driver")."""
    return [
        _stems(part) for n in range(len(row.cells)) for part in _DIVIDED.split(cell_text(row, n))
    ]


def _is_free(
    question: Question, number: int, rows: Sequence[Sentence], over: set[str], wanted: str
) -> bool:
    """Return whether a word that no row has is no matter of them."""
    term = question.terms[number]
    lemma = _lemma(term)
    if term.light or not lemma.isdisjoint(_KINDS) or term.stem in over or lemma & over:
        return True
    if any(number in terms_in_head(question, cell.head) for cell in rows[0].cells):
        # A column that is asked for is for others to find.
        return wanted == "all" or term.role in ("focus", "verb")
    if term.role == "verb":
        starts = any(_stems(cell.head) & _BEGINNING for cell in rows[0].cells)
        return not lemma.isdisjoint(_HAVING) or (starts and term.word in _STARTING)
    return term.role == "focus" and wanted == "all"


def _lemma(term: QuestionTerm) -> set[str]:
    return {term.word, term.stem, *(form.term for form in term.expansions[:2])}


def _is_of_year(row: Sentence, term: QuestionTerm) -> bool:
    if not is_year(term.word):
        return False
    dates = (moment(row, n) for n in range(len(row.cells)))
    return any(at is not None and int(at) == int(term.word) for at in dates)


def _told_columns(question: Question, rows: Sequence[Sentence], wanted: str) -> tuple[int, ...]:
    """Return the columns that answer: that of the kind asked for ("which *teams*"), or those that
    name the rows; none where "who" is asked of things."""
    names = names_of(rows)
    if wanted == "who":
        return names if names_people(rows, names) else ()
    focus = stem((question.focus or "").rpartition(" ")[2].lower())
    headed = column_headed(rows[0], focus)
    return (headed,) if headed >= 0 else names


def _is_named(question: Question, wanted: str) -> bool:
    """Return whether a name or number, or a noun besides the kind of which one is asked for, tells
    a single row: other words may as well be a part of what it says."""
    telling = {"name", "number"} | ({"noun"} if wanted == "one" else set())
    return any(term.role in telling and not term.light for term in question.terms)


def _is_said(question: Question, rows: Sequence[Sentence], columns: Sequence[int]) -> bool:
    """Return whether the question itself says what would answer it ("who is *Ann Lee*")."""
    said = {token.stem for token in question.tokens}
    return any(words <= said for row in rows if (words := _stems(" ".join(_texts(row, columns)))))


def _tells(question: Question, rows: Sequence[Sentence], columns: Sequence[int]) -> bool:
    """Return whether a question tells more of rows than what they are called: "NL 318" of "which
    days does NL 318 run" names the row that answers."""
    others = set().union(
        *(
            _stems(cell_text(row, n))
            for row in rows
            for n in range(len(row.cells))
            if n not in columns
        )
    )
    names = set().union(*(_stems(" ".join(_texts(row, columns))) for row in rows))
    kind = rows[0].kind == "record" or question.asks == "who"
    told = [t for t in question.terms if not t.light and (kind or t.role != "focus")]
    forms = [{f.term for f in t.expansions if f.how in OUTRIGHT} for t in told]
    named = any(own & names for own in forms)
    return any(own & others for own in forms) or (not named and has_plural_focus(question))


def _texts(row: Sentence, columns: Iterable[int]) -> list[str]:
    return [cell_text(row, number) for number in columns]


def _counted(question: Question, answer: Answer, rows: Sequence[Sentence]) -> Answer:
    """Return how many rows there are, where they are things to be counted: not where a column does
    that ("how many chairs are left")."""
    norms = {token.norm for token in question.tokens}
    counts = any(
        _stems(cell.head) & _OF_COUNTS and figure(rows[0], n) is not None
        for n, cell in enumerate(rows[0].cells)
    )
    named = any(
        figure(rows[0], n) is not None
        and any(
            question.terms[t].role != "verb" and not question.terms[t].light
            for t in terms_in_head(question, cell.head)
        )
        for n, cell in enumerate(rows[0].cells)
    )
    if named or len(rows) < _ROWS or (counts and norms.isdisjoint(_SORTS)):
        return answer
    told = told_by(answer, rows[0], str(len(rows)), _LIKELY, None)
    columns = names_of(rows)
    return replace(told, support=tuple(told_by_name(row, columns) for row in rows))


def _told(
    answer: Answer, rows: Sequence[Sentence], columns: tuple[int, ...], wanted: str
) -> Answer:
    """Return the names of rows as the answer; of several where one is asked for, nothing."""
    if wanted == "one" and len(rows) > 1:
        return answer
    if any(len(text.split()) > 2 * _MOST_WORDS for row in rows for text in _texts(row, columns)):
        return answer
    return told_by_rows(answer, _apart(rows, columns), columns, _SURE)


def _apart(rows: Sequence[Sentence], columns: Sequence[int]) -> list[Sentence]:
    """Return rows without those that would say again what one before says, or nothing."""
    first: dict[str, Sentence] = {}
    for row in rows:
        said = " ".join(_texts(row, columns)).strip()
        if said:
            first.setdefault(said, row)
    return list(first.values())


def _stems(text: str) -> set[str]:
    return {token.stem for token in tokenize(text) if _is_word(token)}


def _is_word(token: Token) -> bool:
    return token.kind != "mark"
