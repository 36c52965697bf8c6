"""What a table row answers for sure: where the question names both the row and the column.

Tables say little in words of their own, so that much of a question stands nowhere near the answer:
"model" of "the pro model", "code" of "the code E2", "runs" of "what system runs on it". Where row
and column are both named, such words are no doubt; what is named by none of them still is.
"""

from bisect import bisect_left
from collections.abc import Collection, Container
from operator import attrgetter
from typing import NamedTuple

from hegang_qa.answer_types import agrees, is_a, is_numeric
from hegang_qa.answers.accounts import Account
from hegang_qa.answers.candidates.agreement import is_sure
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders.codes import WRITTEN
from hegang_qa.answers.mismatch import cannot_be, is_out_of_kind
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.per_time import is_per_other_time
from hegang_qa.answers.tables.heads import LEAST, head_worths, terms_in_head
from hegang_qa.answers.tables.labels import LIKELY, TOLD_BY_VERB, label_sureness, whole_value
from hegang_qa.answers.tables.of_kind import is_of_another_kind
from hegang_qa.answers.tables.out_of_place import is_out_of_place
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.nouns import NOUN_TYPES
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import NEGATIONS

__all__ = [
    "NO",
    "YES",
    "RowReading",
    "heads_hold",
    "named_cell",
    "only_cell",
    "only_tokens",
    "read_row",
    "said_by",
]

# How sure a cell is whose row and column are named, with all words accounted for. With one that
# goes with another it is only likely.
_SURE = 0.6
# And one whose column has something else than is asked for.
_OUT_OF_PLACE = 0.1
# What is left of the confidence in a cell that says yes or no to a question in words.
_BARE = 0.5
# Words of a cell that is a remark rather than a name.
_REMARK = 4
_NOTHING_MISSING = Account((), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
# A column is named by this share of the question's weight, a row by this.
_COLUMN = 0.05
_ROW = 0.12

# Heads of a first column that say only that it names the rows.
_NAMES = frozenset(("", "name", "names", "item", "title", "product", "designation", "model", "#"))
_OPEN = frozenset(("open", "opened", "opens"))
_SHUT = frozenset(("closed", "shut", "closes"))
_HOURS = lazy(r"(?:from )?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)? ?(?:-|–|to|until) ?\d")

_start = attrgetter("start")

_DENYING = ("not ", "never ")
_NAMING = frozenset(("which", "what", "who"))
# What is explained by a row is what the row is about, not what it says of others.
_EXPLAINED = frozenset(("definition", "person-description", "expansion"))

_ARTICLES = frozenset("the a an our your".split())
_STOPPING = frozenset("stop stops call calls serve serves go goes run runs pass".split())
_TIME = lazy(r"\d{1,2}[:.]\d\d\*?$")
YES = frozenset("yes y x ✓ ✔ ✅ ● • included standard available".split())
NO = frozenset("no n - – — none ✗ ✘ ❌ n/a".split())


class RowReading(NamedTuple):
    """A row's answer as the table tells it: its span, or else its words (heads of columns), what it
    accounts for, and how sure it is. `is_sure` tells that row and column are both named."""

    span: ScoredSpan | None
    told: Account
    sure: float
    words: str | None = None
    is_sure: bool = False


def read_row(
    question: Question,
    ranked: RankedSentence,
    span: ScoredSpan | None,
    told: Account,
    sure: float,
) -> RowReading:
    """Return what a sentence answers, where it is a table row that tells more by its row and column
    than by its words: `span`, `told` and `sure` are what is thought of it otherwise."""
    if told.other or (span is not None and is_per_other_time(question, span)):
        return RowReading(span, told, sure)
    if span is not None and is_out_of_place(question, ranked, span):
        return RowReading(span, told, min(sure, _OUT_OF_PLACE))
    if not ranked.sentence.cells:
        least = label_sureness(question, ranked, span, told)
        if least and span is not None:
            if is_out_of_kind(question.answer_type, span):
                return RowReading(span, told, sure)
            span = whole_value(question, span)
        return RowReading(span, told, max(sure, least))
    heads = _heads_that_answer(question, ranked, told)
    if heads:
        return RowReading(None, _NOTHING_MISSING, _SURE, heads, True)
    named = _row_that_answers(question, ranked, span, told) or _row_of_value(
        question, ranked, span, told
    )
    if named is not None:
        span, said = named
        return RowReading(span, told, said, None, True)
    least = _sureness(question, ranked, span, told)
    if least:
        return RowReading(span, _NOTHING_MISSING, max(sure, least), None, True)
    if _says_only_yes(ranked, span):
        sure *= _BARE * (_BARE if question.answer_type in TOLD_BY_VERB else 1.0)
    return RowReading(span, told, sure)


def _sureness(
    question: Question, ranked: RankedSentence, span: ScoredSpan | None, told: Account
) -> float:
    """Return how sure (0..1) an answer in a cell is by the row and column that the question names;
    0 where it does not name both."""
    cells = ranked.sentence.cells
    if span is None or told.names or told.numbers or cannot_be(question, span):
        return 0.0
    wanted, given = question.answer_type, span.span.type
    start, end = span.span.start, span.span.end
    own = next((n for n, c in enumerate(cells) if c.start <= start and end <= c.end), None)
    if own is None or is_of_another_kind(question, ranked.sentence.text[start:end], told.missing):
        return 0.0
    # What names the column does not name the row as well.
    column = terms_in_head(question, cells[own].head)
    inside = [
        share if _says_mostly(ranked, number) else 0.0
        for number, share in enumerate(_inside(question, ranked, but=column))
    ]
    if given in WRITTEN:  # "import" in the path of the import's log
        inside[own] = 0.0
    if sum(share for n, share in enumerate(inside) if n != own) < _ROW or inside[own]:
        return 0.0
    worths = _worths(question, ranked)
    if own:
        for number, share in enumerate(inside):
            # "The Corrie *dam*" under "Dam" names the row.
            if number != own and share >= _ROW and (number == 0 or _is_in_words(ranked, number)):
                worths[number] = 0.0
    named = worths[own] >= _COLUMN and worths[own] == max(worths)
    whole = (start, end) == (cells[own].start, cells[own].end)
    if own == 0:  # what the row is about: only where that is asked for
        if not whole or told.loose or question.asks not in _NAMING or wanted in _EXPLAINED:
            return 0.0
        if is_sure(wanted) and not named:
            return 0.0
    elif not named and not (_all_alike(ranked, span) and agrees(given, wanted)):
        return 0.0
    elif is_sure(wanted) and not agrees(given, wanted) and not (whole and is_sure(given)):
        # A figure of another kind will do under such a head ("fix within": a time, told in days).
        return 0.0
    if not told.missing:
        return _SURE
    if len(told.missing) > 1:
        return 0.0
    if _says_only_yes(ranked, span):
        return 0.0
    missed = told.missing[0]
    amount = NOUN_TYPES.get(question.terms[missed].word, "")
    if _goes_with(question, ranked, missed) or (amount and is_a(amount, given)):
        return LIKELY
    return 0.0


def _says_mostly(ranked: RankedSentence, number: int) -> bool:
    """Return whether a good part of what a cell says is of the question: one word of a remark in
    many does not name the row."""
    cell, tokens = ranked.sentence.cells[number], ranked.tokens
    first = bisect_left(tokens, cell.start, key=_start)
    said = {
        n
        for n in range(first, bisect_left(tokens, cell.end, key=_start))
        if tokens[n].kind != "mark" and tokens[n].norm not in FUNCTION_WORDS
    }
    matched = sum(match.token in said for match in ranked.matches)
    return len(said) < _REMARK or matched * 3 >= len(said)


def _is_in_words(ranked: RankedSentence, number: int) -> bool:
    cell = ranked.sentence.cells[number]
    return not any(char.isdigit() for char in ranked.sentence.text[cell.start : cell.end])


def _says_only_yes(ranked: RankedSentence, span: ScoredSpan | None) -> bool:
    """Return whether an answer in words is a cell that only says yes or no."""
    if span is None:
        return False
    text = _plain(ranked, span.span.start, span.span.end)
    return text in YES or text in NO


def _heads_that_answer(question: Question, ranked: RankedSentence, told: Account) -> str:
    """Return the heads that answer "which model has a timer" or "which model costs €429", where the
    question names the row and nothing but the heads is left to answer; "" elsewhere.

    The row's other cells say yes or no, or one of them is what the question says of it.
    """
    cells = ranked.sentence.cells
    if len(cells) < 3 or question.asks not in _NAMING or not question.focus:
        return ""
    if is_numeric(question.answer_type):
        return ""  # a figure stands in the row itself
    if len(told.missing) > 1 or told.names or told.numbers:
        return ""
    focus = [n for n, term in enumerate(question.terms) if term.role == "focus"]
    if any(number not in focus for number in told.missing):
        return ""
    inside = _inside(question, ranked, but=focus)
    if not inside[0] or max(_worths(question, ranked)[1:], default=0.0) >= _COLUMN:
        return ""
    texts = [_plain(ranked, cell.start, cell.end) for cell in cells]
    if all(text in YES or text in NO for text in texts[1:]):
        wanted = [n for n, text in enumerate(texts) if n and text in YES]
    else:
        wanted = [n for n, share in enumerate(inside) if n and share and _says_mostly(ranked, n)]
        if len(wanted) != 1:
            return ""
    heads = [cells[number].head for number in wanted if cells[number].head]
    return ", ".join(heads)


def _row_that_answers(
    question: Question, ranked: RankedSentence, span: ScoredSpan | None, told: Account
) -> tuple[ScoredSpan, float] | None:
    """Return what a row is about, and how sure it answers "which depot takes asbestos", where the
    question names the first column and another, and nothing of the row; None elsewhere.

    That other column's cell says yes or no, or under what condition.
    """
    cells = ranked.sentence.cells
    if span is None or question.asks not in _NAMING or len(cells) < 2 or told.missing:
        return None
    focus = {n for n, term in enumerate(question.terms) if term.role == "focus"}
    if not focus & set(terms_in_head(question, cells[0].head)):
        return None
    if any(_inside(question, ranked, but=focus)):
        return None
    worths = _worths(question, ranked)
    best = max(range(1, len(cells)), key=lambda n: worths[n])
    asked = terms_in_head(question, cells[best].head).keys() - focus
    if not asked or worths[best] < _ROW or worths.count(worths[best]) > 1:
        return None
    text = _plain(ranked, cells[best].start, cells[best].end)
    if not text or any(char.isdigit() for char in text):
        return None
    right, wrong = YES, NO
    if any(token.norm in NEGATIONS for token in question.tokens):
        right, wrong = NO, YES
    sure = 0.0 if text in wrong else _SURE if text in right else LIKELY * (right is YES)
    return _first_cell(ranked, span), sure


def _row_of_value(
    question: Question, ranked: RankedSentence, span: ScoredSpan | None, told: Account
) -> tuple[ScoredSpan, float] | None:
    """Return what a row is about, and how sure it answers "which boat was built in 2009", where
    another cell than the first has what the question tells of it, and no column but the first is
    headed by the noun asked for; None elsewhere."""
    cells = ranked.sentence.cells
    if span is None or len(cells) < 3 or not _asks_which_row(question):
        return None
    focus = {n for n, term in enumerate(question.terms) if term.role == "focus"}
    first = cells[0].head
    if not (focus & set(terms_in_head(question, first)) or first.strip().casefold() in _NAMES):
        return None
    if any(focus & set(terms_in_head(question, cell.head)) for cell in cells[1:]):
        return None
    if not focus.issuperset(told.missing) or told.names or told.numbers:
        return None
    inside = _inside(question, ranked, but=focus)
    if inside[0] or max(inside[1:]) < _ROW:
        return None
    return _first_cell(ranked, span), LIKELY


def _first_cell(ranked: RankedSentence, span: ScoredSpan) -> ScoredSpan:
    """Return a span moved to what the row is about."""
    start, end = ranked.sentence.cells[0].start, ranked.sentence.cells[0].end
    value = _plain(ranked, start, end)
    return span._replace(span=span.span._replace(start=start, end=end, type="phrase", value=value))


def _asks_which_row(question: Question) -> bool:
    """Return whether a question begins with "which boat", "what boats", "in which boat"."""
    norms = [token.norm for token in question.tokens[:4]]
    at = next((n for n, norm in enumerate(norms) if norm in ("which", "what")), -1)
    focus = (question.focus or "").rpartition(" ")[2].casefold()
    return at >= 0 and bool(focus) and focus in norms[at + 1 : at + 3]


def named_cell(
    question: Question, ranked: RankedSentence, *, but_first: bool = False
) -> int | None:
    """Return the number of the cell under the head that the question names best, where it names the
    row by another cell; None elsewhere. With `but_first` the head of the first column is no
    matter."""
    inside = _inside(question, ranked)
    worths = _worths(question, ranked)
    best = max(range(but_first, len(worths)), key=lambda n: worths[n], default=0)
    row = sum(share for n, share in enumerate(inside) if n != best)
    return best if best and worths[best] >= _COLUMN and row >= _ROW else None


def heads_hold(ranked: RankedSentence, stem: str) -> bool:
    """Return whether a word (its stem) stands in the head of a column as it is."""
    return any(t.stem == stem for c in ranked.sentence.cells for t in tokenize(c.head))


def said_by(question: Question, ranked: RankedSentence, number: int) -> bool | None:
    """Return whether a cell says yes or no, None where it says something else. What has hours is
    open, and what is closed is not; a bus stops where a time is told for it."""
    cell = ranked.sentence.cells[number]
    text = _plain(ranked, cell.start, cell.end)
    if text in YES or text in NO:
        return text in YES
    if text.startswith(_DENYING) and text.count(" ") < _REMARK:
        return False  # "not carried"
    asked = {token.norm for token in question.tokens}
    if asked & _STOPPING and _TIME.match(text):
        return True
    if asked & (_OPEN | _SHUT):
        if text in _SHUT:
            return bool(asked & _SHUT)
        if _HOURS.match(text):
            return not asked & _SHUT
    return None


def only_cell(
    ranked: RankedSentence, analysis: Analysis, number: int
) -> tuple[RankedSentence, Analysis]:
    """Return a row without the cells that are neither what it is about nor the one asked about:
    what they say is said of other things."""
    cells = ranked.sentence.cells
    kept = {
        n
        for n, token in enumerate(ranked.tokens)
        for cell in (cells[0], cells[number])
        if cell.start <= token.start < cell.end
    }
    return only_tokens(ranked, analysis, kept)


def only_tokens(
    ranked: RankedSentence, analysis: Analysis, kept: Container[int]
) -> tuple[RankedSentence, Analysis]:
    """Return a sentence as if of its words there were only those of some tokens (numbers)."""
    tokens = tuple(
        token if n in kept else token._replace(norm="", stem="", kind="mark")
        for n, token in enumerate(ranked.tokens)
    )
    typed = tuple(found for found in analysis.typed if found.start in kept)
    matches = tuple(match for match in ranked.matches if match.token in kept)
    return ranked._replace(tokens=tokens, matches=matches), analysis._replace(typed=typed)


def _worths(question: Question, ranked: RankedSentence) -> list[float]:
    return head_worths(
        question,
        [cell.head for cell in ranked.sentence.cells],
        row={match.term for match in ranked.matches},
        above=ranked.sentence.heading.rpartition(" > ")[2],
    )


def _inside(
    question: Question, ranked: RankedSentence, *, but: Collection[int] = ()
) -> list[float]:
    """Return for each cell the share of the question's weight that it accounts for, without that
    of some terms."""
    shares = []
    for cell in ranked.sentence.cells:
        shares.append(
            sum(
                question.terms[match.term].share * match.weight
                for match in ranked.matches
                if match.term not in but
                and match.weight >= LEAST
                and cell.start <= ranked.tokens[match.token].start < cell.end
            )
        )
    return shares


def _goes_with(question: Question, ranked: RankedSentence, number: int) -> bool:
    """Return whether a word is a verb, or goes with one that is accounted for in one phrase: after
    it ("the pro *model*"), before a code ("the *code* E2") or before a column's name ("the *IP*
    address"); before the name of a row it may tell this one from another ("the *test* server")."""
    term = question.terms[number]
    if term.role == "verb" and not _tells_which(question, number):
        return question.answer_type not in TOLD_BY_VERB
    there = {match.term for match in ranked.matches} | set(ranked.context)
    if number - 1 in there and _beside(question, number - 1, number):
        return True
    if number + 1 not in there or not _beside(question, number, number + 1):
        return False
    following = question.terms[number + 1]
    heads = number + 1 not in {match.term for match in ranked.matches}
    return heads or any(char.isdigit() for char in following.word) or len(following.word) == 1


def _tells_which(question: Question, number: int) -> bool:
    """Return whether a word ends in "-ing" and stands right before a noun ("the *welding*
    machine"), and so tells which one is meant."""
    term, after = question.terms[number], question.terms[number + 1 : number + 2]
    return (
        term.word.endswith("ing")
        and bool(after)
        and after[0].role in ("noun", "focus")
        and after[0].token == term.token + 1
        and term.token > 1
        and question.tokens[term.token - 1].norm in _ARTICLES
    )


def _beside(question: Question, number: int, other: int) -> bool:
    low, high = question.terms[number].token, question.terms[other].token
    return all(token.norm not in FUNCTION_WORDS for token in question.tokens[low + 1 : high])


def _all_alike(ranked: RankedSentence, span: ScoredSpan) -> bool:
    """Return whether all cells but the first say the same as a span, so that any column will do."""
    texts = [_plain(ranked, cell.start, cell.end) for cell in ranked.sentence.cells[1:]]
    return len(texts) > 1 and all(t == span.text.strip(" *_`").casefold() for t in texts)


def _plain(ranked: RankedSentence, start: int, end: int) -> str:
    return ranked.sentence.text[start:end].strip(" *_`").casefold()
