"""What a reader finds in sentences: its spans beside those of the engine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.candidates.analysis import Analysis, analyse
from hegang_qa.answers.mismatch import in_other_unit
from hegang_qa.answers.model import Reader, ReadSpan, ScoredSpan
from hegang_qa.answers.reading.passages import Laid, clean, in_paragraph, lay_out
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.tokens import fold

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Around", "Candidate", "read", "read_again", "with_neighbours"]

_PROPOSED = 8  # of the engine's spans
# Far below no answer, the margin says no more.
_LOWEST_MARGIN = -8.0
_LOWEST_SCORE = -8.0
_OF_CELLS = 0.75
"""How far the reader's own margin counts for a cell, beside that of the best in its row. Of
947 questions to tables that it was not taught 601 are right, with 0 (the heads of the columns alone
tell the cells apart) 540, with 1 602."""


class Around(NamedTuple):
    """A candidate sentence, with those before and after it in its paragraph."""

    ranked: RankedSentence
    before: Sentence | None
    after: Sentence | None


class Candidate(NamedTuple):
    """A span with the reader's margin, the engine's own score of it (`words`), and its span at
    this place, else its best in the sentence (`own`). `rough` is the span as it was read."""

    ranked: RankedSentence
    start: int
    end: int
    type: str
    value: str
    margin: float
    words: float
    own: ScoredSpan | None
    rough: tuple[int, int]


def with_neighbours(read: Sequence[RankedSentence], store: SentenceStore) -> list[Around]:
    """Return sentences with their neighbours (one call to the store)."""
    wanted = {item.sentence.id + step for item in read for step in (-1, 1)}
    known = {one.id: one for one in store.get(sorted(number for number in wanted if number >= 0))}

    def beside(item: Sentence, step: int) -> Sentence | None:
        other = known.get(item.id + step)
        same = other is not None and (other.document, other.block) == (item.document, item.block)
        return other if same else None

    return [Around(one, beside(one.sentence, -1), beside(one.sentence, 1)) for one in read]


def read(
    question: Question,
    around: Around,
    own: Sequence[ScoredSpan],
    reader: Reader,
    lexicon: Lexicon | None,
) -> list[Candidate]:
    """Return the reader's best spans and the proposed ones, with what both sides think of them."""
    laid = lay_out(around.ranked.sentence, f"{around.before.text} " if around.before else "")
    places = [(span.span.start, span.span.end) for span in own[:_PROPOSED]]
    [found] = reader.read(question.corrected, [laid.propose(places)])
    opinions = [ReadSpan(*one) for one in found]
    all_found = _candidates(question.answer_type, around.ranked, laid, opinions, own, lexicon)
    text = around.ranked.sentence.text
    return [one for one in all_found if not in_other_unit(question, text, one.start)] or all_found


def read_again(
    question: Question, around: Around, candidates: Sequence[Candidate], reader: Reader
) -> list[Candidate]:
    """Return the candidates of a sentence with the mean of their margins in it alone and between
    its neighbours; as they are where it has none."""
    passage = in_paragraph(around.ranked.sentence, around.before, around.after)
    if passage is None:
        return list(candidates)
    rough = tuple(dict.fromkeys(one.rough for one in candidates))
    [found] = reader.read(question.corrected, [passage._replace(proposed=rough)])
    margins = {(start, end): score - null for start, end, score, null in found}
    return [
        one._replace(
            margin=(one.margin + max(_LOWEST_MARGIN, margins.get(one.rough, _LOWEST_MARGIN))) / 2
        )
        for one in candidates
    ]


def _without_verb(
    item: RankedSentence, analysis: Analysis, start: int, end: int
) -> tuple[int, int]:
    """Return a span without the verb before its preposition ("*hangs* next to the sink")."""
    tags = analysis.tagged.tags
    at = next((n for n, token in enumerate(item.tokens) if token.start == start), -1)
    if at < 0 or tags[at] not in "VK" or tags[at + 1 : at + 2] not in ("P", "J"):
        return start, end
    if tags[at + 1] == "J" and tags[at + 2 : at + 3] not in ("T", "P"):
        return start, end
    new = item.tokens[at + 1].start
    return (new, end) if new < end else (start, end)


def _candidates(
    wanted: str,
    item: RankedSentence,
    laid: Laid,
    found: Sequence[ReadSpan],
    own: Sequence[ScoredSpan],
    lexicon: Lexicon | None,
) -> list[Candidate]:
    sentence = item.sentence
    analysis = analyse(sentence, item.tokens, lexicon)
    words = {(span.span.start, span.span.end): span for span in own}
    best = max(own, key=lambda one: one.score, default=None)
    least = min((span.score for span in own), default=_LOWEST_SCORE) - 1.0
    placed = [
        (place, one.score - one.null_score)
        for one in found
        if (place := laid.back(one.start, one.end)) is not None
    ]
    if laid.pieces and found:
        # In a row put into words the best span speaks for the row, too, and may run over several
        # cells; which cell answers, the heads of the columns tell as well.
        row = found[0].score - found[0].null_score
        placed = [(place, row + _OF_CELLS * (margin - row)) for place, margin in placed]
    made: dict[tuple[int, int], Candidate] = {}
    for rough, margin in placed:
        place = clean(sentence.text, item.tokens, *rough)
        place = place and _only(wanted, item, analysis, *place)
        if place is None or place in made or _is_foreign(sentence.text[slice(*place)]):
            continue
        place = _without_verb(item, analysis, *place)
        if place in made:
            continue
        span = words.get(place)
        kind, value = _type_of(item, analysis, *place)
        made[place] = Candidate(
            item,
            *place,
            span.span.type if span is not None else kind,
            span.span.value if span is not None else value,
            max(_LOWEST_MARGIN, margin),
            max(_LOWEST_SCORE, span.score if span is not None else least),
            span if span is not None else best,
            rough,
        )
    return list(made.values())


def _is_foreign(text: str) -> bool:
    """Return whether words are in another script than Latin, of which a reader knows nothing."""
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and all(character >= "\u0250" for character in letters)


def _type_of(item: RankedSentence, analysis: Analysis, start: int, end: int) -> tuple[str, str]:
    """Return type and normal form of a span: those of the typed stretch that it is, or holds."""
    best, widest = ("phrase", fold(item.sentence.text[start:end])), 0
    for found in analysis.typed:
        low, high = item.tokens[found.start].start, item.tokens[found.end - 1].end
        if (low, high) == (start, end):
            return found.type, found.value
        if start <= low and high <= end and high - low > max(widest, (end - start) // 2):
            best, widest = (found.type, found.value), high - low
    return best


def _only(
    wanted: str, item: RankedSentence, analysis: Analysis, start: int, end: int
) -> tuple[int, int]:
    """Return a span without the other figures in it: of "16 % to 25 billion" the amount asked for.

    The span stays as it is where nothing of the type that is wanted stands in it, or much does.
    """
    if not is_numeric(wanted):
        return start, end
    within = [
        (low, high)
        for found in analysis.typed
        if is_a(found.type, wanted)
        for low, high in ((item.tokens[found.start].start, item.tokens[found.end - 1].end),)
        if start <= low and high <= end
    ]
    text = item.sentence.text
    if len(within) != 1:
        return start, end
    [(low, high)] = within
    rest = text[start:low] + text[high:end]
    return (low, high) if any(mark.isdigit() for mark in rest) else (start, end)
