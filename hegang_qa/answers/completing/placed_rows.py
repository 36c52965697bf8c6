"""Who won, or came third, by a table of results: by its column "Pos" or "Rank", or by the numbers
that its rows begin with below a heading that speaks of a contest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from weakref import WeakKeyDictionary

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.tables.whole import (
    cell_text,
    name_span,
    names_of,
    row_name,
    table_of,
)
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.words import PLACING
from hegang_qa.ranking.model import BY_FORM
from hegang_qa.results import Answer
from hegang_qa.sentences.kept import kept_with
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.tokens import stem, tokenize
from hegang_qa.text.words import ORDINAL_WORDS

__all__ = ["with_placed_row"]

_BEING = frozenset("was were is are".split())
_WINNING = frozenset("won win wins winner winners".split())
_POSITION = frozenset("pos position place placing rank ranking".split())
_CONTESTS = frozenset(
    map(
        stem,
        "race results result standings ranking competition contest tournament championship league "
        "cup final match prize team heat event game quiz show".split(),
    )
)
_ORDINAL = lazy(r"(\d{1,3})(?:st|nd|rd|th)$")
_PLACE = lazy(r"(\d{1,3})[.)=]?$")
_SURE = 0.5
_CERTAIN = 0.8
_REFUSED = 0.1
_ROWS = 3
_COLUMNS = 2
_MOST = 4_000
"""Sentences of a collection that is looked through for such tables."""

_kept: WeakKeyDictionary[SentenceStore, list[tuple[bool, list[int]]]] = WeakKeyDictionary()


def with_placed_row(asking: Asking, answer: Answer) -> Answer:
    """Return the name of the row that has the place asked for in a table of results; elsewhere the
    answer as it is."""
    question = asking.question
    place = _place_asked(question)
    if not place or answer.kind == "chat" or asking.least > _SURE:
        return answer
    if answer.confidence >= _CERTAIN or len(asking.store) > _MOST:
        return answer
    things = _things(question)
    best: list[tuple[int, bool, list[Sentence]]] = []
    for rows, headed in _tables(asking):
        first = rows[0]
        heads = " ".join(cell.head for cell in first.cells)
        over = _stems(f"{first.heading} {first.title} {first.lead or ''} {heads}")
        if all(forms & over for forms in things):
            near = _stems(f"{first.heading.rpartition(' > ')[2]} {first.lead or ''} {heads}")
            best.append((sum(bool(forms & near) for forms in things), headed, rows))
    if not best:
        return answer
    most = max(found[:2] for found in best)
    meant = [rows for held, headed, rows in best if (held, headed) == most]
    if len(meant) > 1:
        return answer
    row = next((one for one in meant[0] if _place_of(one) == place), None)
    found = asking.found(answer)
    if row is None and found and any(found.sentence.id == one.id for one in meant[0]):
        sure = min(answer.confidence, _REFUSED)
        reason = "no row has that place"
        return replace(
            answer, kind="no-answer", text=None, answer_span=None, reason=reason, confidence=sure
        )
    if row is None:
        return answer
    names = names_of([one for one in meant[0] if _place_of(one)])
    return told_by(answer, row, row_name(row, names), _SURE, name_span(row, names))


def _place_asked(question: Question) -> int:
    """Return the place that is asked for, 0 for none."""
    norms = [token.norm for token in question.tokens]
    if question.asks not in ("", "who", "which", "what") and not question.asks.startswith("which"):
        return 0
    if not _WINNING.isdisjoint(norms):
        return 1
    for before, norm in pairwise(norms):
        if PLACING.isdisjoint(norms) and before not in _BEING:
            continue
        if (found := _ORDINAL.match(norm)) is not None:
            return int(found[1])
        if norm in ORDINAL_WORDS:
            return ORDINAL_WORDS[norm]
    return 0


def _tables(asking: Asking) -> Iterator[tuple[list[Sentence], bool]]:
    """Yield the tables whose rows have a place, and whether a head says that they do."""
    for headed, ids in kept_with(_kept, asking.store, lambda: _newly(asking.store)):
        rows = table_of(asking.store.get(ids[:1])[0], asking.store)
        if asking.documents is None or rows[0].document in asking.documents:
            yield rows, headed


def _newly(store: SentenceStore) -> list[tuple[bool, list[int]]]:
    seen: set[int] = set()
    found = []
    for one in store.get(store.ids()):
        if len(one.cells) < _COLUMNS or one.id in seen or _place_of(one) != 1:
            continue
        rows = table_of(one, store)
        seen.update(row.id for row in rows)
        places = [place for row in rows if (place := _place_of(row))]
        if len(places) < _ROWS or places != sorted(places):
            continue
        headed = one.cells[0].head.lower().strip(". ") in _POSITION
        over = _stems(f"{one.heading.rpartition(' > ')[2]} {one.lead or ''}")
        if headed or not _CONTESTS.isdisjoint(over):
            found.append((headed, [row.id for row in rows]))
    return found


def _place_of(row: Sentence) -> int:
    found = _PLACE.match(cell_text(row, 0))
    return int(found[1]) if found else 0


def _things(question: Question) -> list[set[str]]:
    """Return the forms of each word that tells which contest, or what takes part in it."""
    tokens = question.tokens
    return [
        forms
        for term in question.terms
        if not term.light and term.role in ("noun", "name", "focus", "other")
        if tokens[term.token].norm not in PLACING | ORDINAL_WORDS.keys()
        if not _ORDINAL.match(tokens[term.token].norm)
        if term.stem not in _CONTESTS - {"team"}
        if (forms := {form.term for form in term.expansions if form.how in BY_FORM})
    ]


def _stems(text: str) -> set[str]:
    return {token.stem for token in tokenize(text)}
