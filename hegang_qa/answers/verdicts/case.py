"""A sentence beside a yes-or-no question, with what is found out once for all that is weighed."""

from __future__ import annotations

from typing import NamedTuple

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.tables.cells import named_cell, only_cell, said_by
from hegang_qa.answers.verdicts.at_a_time import allowed_at, open_at
from hegang_qa.answers.verdicts.clauses import own_clause
from hegang_qa.answers.verdicts.contraries import WordRelations
from hegang_qa.answers.verdicts.denials import LACKING
from hegang_qa.answers.verdicts.holding import NEAR, Holding, holding
from hegang_qa.answers.verdicts.on_days import open_on
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import NEGATIONS

__all__ = ["Case", "case_of"]


class Case(NamedTuple):
    """`ranked` and `analysis` are of the clause or the `cell` that is asked about, `whole` is all
    of the sentence. `asked_not` tells that the question itself denies, `held` what the sentence
    holds of it, `is_open` and `by_day` whether something is open by its hours and by its days, and
    `cell_says` what the cell says (None, all three, where it tells neither); `lent` are the terms
    that the sentence has from the one that it goes on from."""

    question: Question
    ranked: RankedSentence
    analysis: Analysis
    lexicon: WordRelations | None
    lent: frozenset[int]
    asked_not: bool
    whole: RankedSentence
    cell: int | None
    held: Holding
    is_open: bool | None
    by_day: bool | None
    cell_says: bool | None

    @property
    def support(self) -> float:
        """Return how much of the question the sentence accounts for, 0..1."""
        return min(1.0, self.held.support)

    @property
    def is_near(self) -> bool:
        """Return whether that is enough to be about the same at all."""
        return self.held.support >= NEAR


_SUBJECT = 3  # tokens of a question among which its subject stands
_PRONOUNS = frozenset("i we you he she they".split())


def case_of(
    question: Question,
    whole: RankedSentence,
    analysis: Analysis,
    lexicon: WordRelations | None,
    lent: frozenset[int],
) -> Case:
    """Return what is known of a sentence before any verdict."""
    is_open = open_at(question, whole, analysis)
    if is_open is None:
        is_open = allowed_at(question, whole)
    by_day = open_on(question, whole) if is_open is None else None
    ranked, cell, says = whole, None, None
    if whole.sentence.cells:
        cell = named_cell(question, whole, but_first=True)
        if cell is not None:
            says = said_by(question, whole, cell)
            if says is not None and _asks_to_do_without(question, whole, cell):
                says = not says
            ranked, analysis = only_cell(whole, analysis, cell)
    else:
        ranked, analysis = own_clause(question, whole, analysis)
    return Case(
        question,
        ranked,
        analysis,
        lexicon,
        lent,
        # "May one enter *without* a ticket?" denies nothing, "*isn't* it open?" asks whether it is.
        asked_not=_asks_not(question),
        whole=whole,
        cell=cell,
        held=holding(question, ranked, lexicon, lent),
        is_open=is_open,
        by_day=by_day,
        cell_says=says,
    )


def _asks_to_do_without(question: Question, ranked: RankedSentence, cell: int) -> bool:
    """Return whether one asks to do without what the head of a column names ("without training",
    where training is required)."""
    norms = [token.norm for token in question.tokens]
    if "without" not in norms:
        return False
    heads = {token.stem for token in tokenize(ranked.sentence.cells[cell].head)}
    return any(token.stem in heads for token in question.tokens[norms.index("without") + 1 :])


def _asks_not(question: Question) -> bool:
    """Return whether a question itself denies; "no. 3" does not."""
    tokens = question.tokens
    norms = [token.norm for token in tokens]
    if "if" in norms[1:]:
        tokens = tokens[: norms.index("if", 1)]  # "am I out *if I have no coins*"
    # "a helmet *I never opened*" is still one that one asks about
    again = (n for n, norm in enumerate(norms[:-1]) if n > _SUBJECT and norm in _PRONOUNS)
    relative = next((n for n in again if norms[n + 1] in NEGATIONS and n < len(tokens)), 0)
    tokens = tokens[:relative] if relative else tokens
    return any(
        token.norm in NEGATIONS - LACKING
        and not (token.norm == "no" and any(t.kind == "number" for t in tokens[at + 1 : at + 3]))
        for at, token in enumerate(tokens)
        if at > 0
    )
