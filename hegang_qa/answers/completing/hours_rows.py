"""When something is open on a day, by a table of hours that stands below its name: below "1.
Swimming pool" the row "Saturday   08:00 - 18:00"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.hints.opening import day_number
from hegang_qa.answers.tables.whole import cell_text, table_of
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.words import OPENING
from hegang_qa.ranking.model import BY_FORM
from hegang_qa.results import Answer
from hegang_qa.sentences.kept import kept_with
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.tokens import tokenize

__all__ = ["days_named", "with_hours"]

_CLOSING = frozenset("close closes closing shut shuts".split())
_ASIDE = OPENING | frozenset(
    "time times what when day days week normally usually until till from monday tuesday wednesday "
    "thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays mon tue tues wed thu thur thurs fri sat sun weekday weekdays weekend weekends".split()
)
_SPANS = {
    "weekday": range(1, 6),
    "weekdays": range(1, 6),
    "weekend": range(6, 8),
    "weekends": range(6, 8),
    "daily": range(1, 8),
    "every": range(1, 8),
}
_TO = frozenset(("-", "to", "until", "till", "through"))
_TIME = r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?"
_HOURS = lazy(rf"(?i)(?P<first>{_TIME})\s?(?:-|–|—|to|until|till)\s?(?P<second>{_TIME})")
_SHUT = lazy(r"(?i)closed\b|shut\b")
_ALIKE = BY_FORM | {"synonym"}
_SURE = 0.6
_CERTAIN = 0.8
_REFUSED = 0.1
_MOST = 4_000
"""Sentences of a collection that is looked through for such tables."""
_ROWS = 0.6
"""Part of the rows of a table that tell hours of days, at least."""
_COLUMNS = 2
_DAYS = frozenset(range(1, 8))

_kept: WeakKeyDictionary[SentenceStore, list[list[int]]] = WeakKeyDictionary()


def with_hours(asking: Asking, answer: Answer) -> Answer:
    """Return the hours of the day asked about from the table that stands below the name of what is
    asked about; nothing where the answer is from such a table of another thing; elsewhere the
    answer as it is."""
    question = asking.question
    norms = [token.norm for token in question.tokens]
    if answer.kind == "chat" or answer.confidence >= _CERTAIN or asking.least > _SURE:
        return answer
    if "when" not in question.asks and "time" not in norms and "hours" not in norms:
        return answer
    wanted = days_named(norms)
    tables = list(_tables_of(asking))
    for rows in tables:
        if not _is_below_its_name(question, rows):
            continue
        told = [
            row for row in rows if wanted <= days_named(_norms(cell_text(row, 0))) or not wanted
        ]
        if len(told) != 1:
            return answer
        return _told(answer, norms, told[0]) or answer
    found = asking.found(answer) if answer.kind == "answer" else None
    here = [rows for rows in tables if found and any(row.id == found.sentence.id for row in rows)]
    if not here or len({rows[0].heading for rows in tables}) == 1:
        return answer
    things = _things(question)
    said = _stems(f"{here[0][0].heading} {found.sentence.text if found else ''}")
    if not things or any(forms & said for forms in things):
        return answer
    reason = "the hours are those of other things"
    sure = min(answer.confidence, _REFUSED)
    return replace(
        answer, kind="no-answer", text=None, answer_span=None, reason=reason, confidence=sure
    )


def _told(answer: Answer, norms: Sequence[str], row: Sentence) -> Answer | None:
    for cell in row.cells[1:]:
        text = row.text[cell.start : cell.end]
        hours = _HOURS.search(text)
        if hours is None and (shut := _SHUT.match(text)) is not None:
            return told_by(answer, row, shut.group(), _SURE, (cell.start, cell.start + shut.end()))
        if hours is None:
            continue
        doing = "time" in norms and not {"do", "does", "will"}.isdisjoint(norms)
        which = "second" if not _CLOSING.isdisjoint(norms) else "first" if doing else 0
        low, high = hours.span(which)
        text = text[low:high].strip()
        at = cell.start + low
        return told_by(answer, row, text, _SURE, (at, at + len(text)))
    return None


def _tables_of(asking: Asking) -> Iterator[list[Sentence]]:
    """Yield the tables of a small collection that tell hours of days."""
    if len(asking.store) > _MOST:
        return
    for ids in kept_with(_kept, asking.store, lambda: _newly(asking.store)):
        rows = asking.store.get(ids)
        if asking.documents is None or rows[0].document in asking.documents:
            yield rows


def _newly(store: SentenceStore) -> list[list[int]]:
    seen: set[int] = set()
    found = []
    for one in store.get(store.ids()):
        if len(one.cells) < _COLUMNS or one.id in seen or not _HOURS.search(one.text):
            continue
        rows = table_of(one, store)
        seen.update(row.id for row in rows)
        hours = [row.id for row in rows if _tells_hours(row)]
        if rows and len(hours) >= _ROWS * len(rows):
            found.append(hours)
    return found


def _tells_hours(row: Sentence) -> bool:
    said = [cell_text(row, number) for number in range(1, len(row.cells))]
    timed = any(_HOURS.match(text) or _SHUT.match(text) for text in said)
    return timed and bool(days_named(_norms(cell_text(row, 0))))


def _is_below_its_name(question: Question, rows: Sequence[Sentence]) -> bool:
    """Return whether all that a question names stands over a table, and some of it right there."""
    first = rows[0]
    nearest = _stems(f"{first.heading.rpartition(' > ')[2]} {first.lead or ''}")
    over = nearest | _stems(f"{first.heading} {first.title}")
    things = _things(question)
    return (
        bool(things)
        and all(forms & over for forms in things)
        and any(forms & nearest for forms in things)
    )


def _things(question: Question) -> list[set[str]]:
    """Return the forms of each word for what is asked about, which is neither a day nor opening."""
    return [
        {form.term for form in term.expansions if form.how in _ALIKE}
        for term in question.terms
        if not term.light and question.tokens[term.token].norm not in _ASIDE
    ]


def _norms(text: str) -> list[str]:
    return [token.norm for token in tokenize(text)]


def _stems(text: str) -> set[str]:
    return {token.stem for token in tokenize(text)}


def days_named(norms: Sequence[str]) -> frozenset[int]:
    """Return the days of the week that some words name, and those between two of them."""
    found: set[int] = set()
    last = 0
    for at, norm in enumerate(norms):
        number = day_number(norm) or 0
        if number and last and at > 1 and norms[at - 1] in _TO:
            found.update(n for n in _DAYS if last <= n <= number or (last > number and n >= last))
        if number:
            found.add(number)
            last = number
        found.update(_SPANS.get(norm, ()))
    return frozenset(found)
