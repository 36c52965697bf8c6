"""Questions as arrays: what `bench.train_spans` learns from."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from bench.handbooks import Handbook
from bench.spans_data import Room, normal, overlap, paragraphs
from hegang_qa.answers.candidates.agreement import Agreement
from hegang_qa.answers.candidates.analysis import analyse
from hegang_qa.answers.candidates.forms import form_values
from hegang_qa.answers.candidates.hashing import FIRST_MASK, slot_of
from hegang_qa.answers.span_model import features
from hegang_qa.answers.span_model.frame import frame
from hegang_qa.answers.span_model.second_features import second_slots, second_values
from hegang_qa.answers.spans import SENTENCES
from hegang_qa.intents import load_rules
from hegang_qa.question import understand
from hegang_qa.ranking import rank

__all__ = [
    "HANDBOOKS",
    "Example",
    "Floats",
    "Ints",
    "Ragged",
    "example",
    "handbook_items",
    "read_items",
    "second_example",
]

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

HANDBOOKS = 1_000_000
"""From here on articles are documents of handbooks."""

# How many candidates of a question the second stage learns from; more than it is asked about.
_LEARNED_FROM = 24


def read_items(path: str, limit: int | None) -> tuple[Room, list[Any]]:
    """Return the room and (article, question, ranked sentences, right answers)."""
    room, asked = paragraphs(path, written=True)
    random.Random(1).shuffle(asked)
    items = []
    # Questions on one paragraph in a row: its sentences are analysed once.
    for one in sorted(asked[:limit], key=lambda one: min(one.documents)):
        question, ranked = room.ask(one.text, one.documents, SENTENCES)
        if ranked:
            items.append((one.article, question, ranked, one.golds))
    return room, items


def handbook_items(book: Handbook, number: int, lexicon: Any) -> list[Any]:
    """Return the answered questions of a handbook, each put to its document, as `read_items` does.

    Rows of tables are left out: which cell answers, the heads of the columns tell, not these
    weights. The articles have numbers of their own, behind those of any set; `number` is that of
    the handbook.
    """
    rules = load_rules()
    items = []
    for one in book.questions:
        if not one.ids or one.answers[0] in ("Yes", "No"):
            continue
        question = understand(one.text, rules=rules, index=book.index, lexicon=lexicon)
        ranked = rank(
            question, index=book.index, store=book.store, documents=frozenset((one.document,))
        )
        ranked = [item for item in ranked if not item.sentence.cells][:SENTENCES]
        told = [book.sentences[at] for at in one.ids if not book.sentences[at].cells]
        golds = [(answer, sentence.start) for answer in one.answers for sentence in told]
        if ranked and golds:
            items.append((HANDBOOKS + 100 * number + one.document, question, ranked, golds))
    return items


class Example(NamedTuple):
    """A question's candidates as arrays."""

    article: int
    starts: Ints
    ends: Ints
    spans: Ints
    places: Ints
    start_of: Ints
    end_of: Ints
    place_of: Ints
    exact: npt.NDArray[np.bool_]
    right: Floats
    f1s: Floats
    source: Any


def slots_of(values: Sequence[str]) -> list[int]:
    """Return the slot of each value."""
    return [slot_of(value) for value in values]


def crossed(rows: list[list[int]], crosses: Sequence[tuple[int, ...]], keys: Sequence[int]) -> Ints:
    """Return `features.slots` of the first stage for many rows of slots at once."""
    columns = [column for column, row in enumerate(crosses) for _ in row]
    own = np.array([keys[cross] for row in crosses for cross in row], np.uint32)
    found = (np.array(rows, np.uint32)[:, columns] ^ own) & np.uint32(FIRST_MASK)
    return found.astype(np.int32)


def example(item: Any, lexicon: Any, keep_source: bool = True) -> Example | None:
    """Return the arrays of one question."""
    article, question, ranked, golds = item
    view = frame(question, lexicon)
    starts: list[list[int]] = []
    ends: list[list[int]] = []
    spans: list[list[int]] = []
    places: list[list[int]] = []
    start_of: list[int] = []
    end_of: list[int] = []
    place_of: list[int] = []
    exact: list[bool] = []
    f1s: list[float] = []
    here: list[bool] = []
    normals = [normal(text) for text, _ in golds]
    cache: dict[str, float] = {}

    def slots(rows: list[list[int]], crosses: Sequence[tuple[int, ...]]) -> Ints:
        return crossed(rows, crosses, view.keys)

    for number, sentence in enumerate(ranked):
        analysis = analyse(sentence.sentence, sentence.tokens, lexicon)
        table = features.grid(view, sentence.tokens)
        place = features.Place(number, ranked[0].score - sentence.score, sentence.score)
        agreement = Agreement(view.wanted, analysis)
        places.append(slots_of(features.place_values(table, place, agreement)))
        text = sentence.sentence.text
        low = sentence.sentence.start
        inside = any(low <= at < sentence.sentence.end for _, at in golds)
        seen_start: dict[int, int] = {}
        seen_end: dict[int, int] = {}
        tokens = sentence.tokens
        for candidate in analysis.candidates:
            s, e = candidate.start, candidate.end
            form = form_values(analysis.tagged.tags, analysis.lists, s, e, candidate.kind)
            name = candidate.type or candidate.kind
            if s not in seen_start:
                seen_start[s] = len(starts)
                starts.append(slots_of(features.start_values(view, analysis, table, s)))
            if e not in seen_end:
                seen_end[e] = len(ends)
                ends.append(slots_of(features.end_values(view, analysis, table, e)))
            relations = features.relation_values(candidate, table, agreement)
            spans.append([slot_of("t" + name), *slots_of(form + relations), slot_of("T" + name)])
            start_of.append(seen_start[s])
            end_of.append(seen_end[e])
            place_of.append(number)
            words = text[tokens[s].start : tokens[e - 1].end]
            value = cache.get(words)
            if value is None:
                plain = normal(words)
                value = cache[words] = max(
                    1.0 if plain == gold else overlap(plain, gold) for gold in normals
                )
            exact.append(value == 1.0)
            f1s.append(value)
            here.append(inside)
    if not spans:
        return None
    f1_array = np.array(f1s, np.float32)
    here_array = np.array(here)
    right = (f1_array * here_array) == 1.0
    if not right.any():
        best = float((f1_array * here_array).max())
        right = (f1_array * here_array) >= best if best >= 0.4 else right
    return Example(
        article,
        slots(starts, features.START_CROSSES),
        slots(ends, features.END_CROSSES),
        slots(spans, features.SPAN_CROSSES),
        slots(places, features.PLACE_CROSSES),
        np.array(start_of, np.int32),
        np.array(end_of, np.int32),
        np.array(place_of, np.int32),
        np.array(exact),
        right.astype(np.float32),
        f1_array,
        item if keep_source else None,
    )


class Ragged(NamedTuple):
    """Rows of different length: features of the best candidates of one question."""

    flat: Ints
    row: Ints
    first: Floats
    right: Floats
    exact: npt.NDArray[np.bool_]
    f1s: Floats
    kept: Ints


def second_example(x: Example, scores: Floats, lexicon: Any) -> Ragged:
    """Return the second-stage features of the best candidates."""
    order = np.argsort(-scores, kind="stable")[:_LEARNED_FROM]
    best = {int(i) for i in order}
    _, question, ranked, _ = x.source
    view = frame(question, lexicon)
    flat: list[int] = []
    rows: list[int] = []
    at = -1
    kept: list[int] = []
    top = float(scores[order[0]])
    for sentence in ranked:
        analysis = analyse(sentence.sentence, sentence.tokens, lexicon)
        table = features.grid(view, sentence.tokens)
        for candidate in analysis.candidates:
            at += 1
            if at in best:
                found = second_slots(
                    view, *second_values(view, analysis, table, candidate, lexicon)
                )
                flat += found
                rows += [len(kept)] * len(found)
                kept.append(at)
    index = np.array(kept, np.int32)
    return Ragged(
        np.array(flat, np.int32),
        np.array(rows, np.int32),
        (scores[index] - top).astype(np.float32),
        x.right[index],
        x.exact[index],
        x.f1s[index],
        index,
    )
