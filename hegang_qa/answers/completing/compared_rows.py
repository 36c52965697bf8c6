"""Which of two rows of a table has more or less: "which is cheaper, the Duo or the Solo", "did Ann
start *earlier* than Tom". No sentence says it; the column does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by, told_by_row
from hegang_qa.answers.tables.graded import Graded, amount_in, column_of, compared
from hegang_qa.answers.tables.turned import column_turned, turned
from hegang_qa.answers.tables.whole import each_table, name_span, names_of, row_name
from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import AUXILIARIES

__all__ = ["with_compared_row"]

_ASKING = frozenset("which what who whose where".split())
_LOOKED_AT = 10
_SURE = 0.6
_BOTH = 2
_MORE = frozenset("more less fewer".split())


def with_compared_row(asking: Asking, answer: Answer) -> Answer:
    """Return the name of that of two rows which has more (or less) of what a question compares them
    by, or yes or no where it asks whether the first has; elsewhere the answer as it is."""
    question = asking.question
    norms = [token.norm for token in question.tokens]
    either = "or" in norms and norms[0] in AUXILIARIES  # "is the Duo or the Solo cheaper"
    choice = either or ("or" in norms and not _ASKING.isdisjoint(question.asks.split()))
    if asking.least > _SURE or not (choice or "than" in norms):
        return answer
    whether = question.answer_type == "yes-no" and not either
    wanted = compared(question) if choice or whether else []
    if not wanted:
        return answer
    if asking.is_told(answer) and not (either and _compares_nothing(asking, answer)):
        return answer
    for rows in each_table(asking.ranked[:_LOOKED_AT], asking.store):
        found = _held_together(question, wanted, rows)
        things = [] if found is not None else turned(rows)
        if found is None and things:
            found = _held_together(question, wanted, things)
        if found is None:
            continue
        both, column, more = found
        best = both[0] if more or whether else both[1]
        places = [
            column_turned(rows, each, column) if things else (each, column)
            for each in (best, both[1] if best is both[0] else both[0])
        ]
        row, number = places[0]
        if whether:
            given = told_by(answer, row, "Yes" if more else "No", _SURE, None)
        elif things:
            given = told_by(answer, row, row.cells[number].head, _SURE, None)
        else:
            names = names_of(rows)
            given = told_by(answer, row, row_name(row, names), _SURE, name_span(row, names))
        return replace(given, support=tuple(told_by_row(*place) for place in places))
    return answer


def _held_together(
    question: Question, wanted: Sequence[Graded], rows: Sequence[Sentence]
) -> tuple[list[Sentence], int, bool] | None:
    """Return the two rows that a question compares, the column by which, and whether the first is
    more so; None where there are no two such rows, or they have as much."""
    names = names_of(rows)
    both = _named(question, rows, names)
    if len(both) != _BOTH:
        both = _on_each_side(question, rows, names)
    if len(both) != _BOTH:
        return None
    for by in wanted:
        column = column_of(question, by, rows)
        amounts = [amount_in(row, column) for row in both] if column >= 0 else []
        first, second = amounts if len(amounts) == _BOTH else (None, None)
        if first is not None and second is not None and first != second:
            return both, column, (first > second) is by.most
    return None


def _compares_nothing(asking: Asking, answer: Answer) -> bool:
    """Return whether the sentence of an answer has no word that two things are compared by."""
    question, found = asking.question, asking.found(answer)
    norms = [token.norm for token in question.tokens]
    by = {
        number
        for number, term in enumerate(question.terms)
        if norms[term.token].endswith("er") or not _MORE.isdisjoint(norms[: term.token][-1:])
    }
    return found is not None and bool(by) and by.isdisjoint(m.term for m in found.matches)


def _on_each_side(
    question: Question, rows: Sequence[Sentence], names: Sequence[int]
) -> list[Sentence]:
    """Return the row that each side of "than" or "or" means, where one row has more of its words in
    its name than any other ("the *folding lock*" of "Folding lock Hinge 90")."""
    tokens = question.tokens
    at = next((n for n, token in enumerate(tokens) if token.norm in ("than", "or")), -1)
    called = [{token.stem for token in tokenize(row_name(row, names))} for row in rows]
    common = set.intersection(*called)
    found: list[Sentence] = []
    for side in (tokens[:at], tokens[at + 1 :]):
        said = {t.stem for t in side if t.kind != "mark" and t.norm not in FUNCTION_WORDS} - common
        held = [len(said & words) for words in called]
        if at < 0 or not max(held) or held.count(max(held)) > 1:
            return []
        found.append(rows[held.index(max(held))])
    return found if found[0] is not found[1] else []


def _named(question: Question, rows: Sequence[Sentence], names: Sequence[int]) -> list[Sentence]:
    """Return the rows whose whole name stands in the question, in its order; of two names of which
    one goes on behind the other the longer."""
    places = {token.stem: at for at, token in reversed(list(enumerate(question.tokens)))}
    found: list[tuple[int, frozenset[str], Sentence]] = []
    for row in rows:
        words = frozenset(
            token.stem for token in tokenize(row_name(row, names)) if token.kind != "mark"
        )
        if words and words <= places.keys():
            # What tells it from a namesake stands last ("Duo 500").
            found.append((max(places[word] for word in words), words, row))
    longest = [each for each in found if not any(each[1] < other[1] for other in found)]
    return [row for _, _, row in sorted(longest, key=lambda each: each[0])]
