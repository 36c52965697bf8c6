"""The span model at work: sums of learned weights, each made once a question."""

from collections.abc import Iterator, Mapping, Sequence, ValuesView
from functools import lru_cache
from typing import NamedTuple

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.edges import Edges
from hegang_qa.answers.candidates.forms import LONG, joined, kind_value, letters_value
from hegang_qa.answers.candidates.hashing import FIRST_MASK, SECOND_MASK, KeptSlots, slot_of
from hegang_qa.answers.span_model.features import (
    FIRST_CROSSES,
    FOCUS,
    Grid,
    asked_ends,
    asked_starts,
)
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.answers.span_model.second_features import OWN, SECOND_CROSSES
from hegang_qa.answers.span_model.weights import SpanWeights, read_weights

__all__ = ["ADVICE", "PARTS", "Parts", "SpanModel", "Summing", "span_model"]

PARTS = {
    "w": "way to the matched words",
    "W": "way to the matched words",
    "m": "words that are missing",
    "g": "fits the gap",
    "G": "fits the gap",
    "p": "fits the gap",
    "f": "the noun asked for",
    "c": "kind of thing",
    "q": "words around it",
    "r": "words around it",
    "u": "its own words",
    "o": "words of the question inside",
    "n": "others like it",
    "v": "its clause",
    "b": "place in the sentence",
    "j": "its make-up",
    "h": "choices offered",
}
"""What the second-stage features are about, by the letter of their template."""

ADVICE = "what such answers look like"
"""What the rules for forms of sentences (`hegang_qa.answers.hints`) are called among the parts."""


# Sums of the first stage are kept from question to question: for so many kinds of questions, by
# what they ask and want, and for so many values of each.
_KINDS_KEPT = 64
_VALUES_KEPT = 4096


# Whole slots of values that come again with other questions.
_slots = KeptSlots(mask=-1)


class Steps(dict[str, int]):
    """The steps of weight of values, each crossed with the keys that its first letter has; summed
    when they are first asked for."""

    __slots__ = ("_keys", "_mask", "_table")

    def __init__(self, table: Sequence[int], mask: int, keys: Mapping[str, Sequence[int]]) -> None:
        super().__init__()
        self._table = table
        self._mask = mask
        self._keys = keys

    def __missing__(self, value: str) -> int:
        table = self._table
        slot = _slots[value] & self._mask
        total = 0
        for key in self._keys[value[0]]:
            total += table[slot ^ key]
        if len(self) >= _VALUES_KEPT:
            self.clear()
        self[value] = total
        return total


class _Crossed(dict[int, int]):
    """The steps of weight of slots, each crossed with the same keys."""

    __slots__ = ("_keys", "_table")

    def __init__(self, table: Sequence[int], *keys: int) -> None:
        super().__init__()
        self._table = table
        self._keys = keys

    def __missing__(self, slot: int) -> int:
        table = self._table
        total = self[slot] = sum([table[slot ^ key] for key in self._keys])
        return total


class _Kinds(dict[str, list[int]]):
    """The first-stage steps of a kind of candidate by its length in tokens, up to `LONG`."""

    __slots__ = ("_values",)

    def __init__(self, values: Steps) -> None:
        super().__init__()
        self._values = values

    def __missing__(self, kind: str) -> list[int]:
        steps = [self._values[kind_value(kind, length)] for length in range(LONG + 1)]
        self[kind] = steps
        return steps


# The first-stage slots of the letters of stretches: most are met again, whatever is asked.
_letters = KeptSlots(letters_value)


class _Kept(NamedTuple):
    """Sums of the first stage for questions that ask alike, whatever noun they ask for: of values,
    of the slots of parts of speech on both sides of a boundary, and of kinds by their length.
    `second` are the sums of the second stage's values that many candidates have."""

    values: Steps
    sides: _Crossed
    kinds: _Kinds
    second: Steps


class _Types(dict[str, int]):
    """The first-stage steps of types (or kinds) of candidates for one question."""

    __slots__ = ("_focus", "_table", "_values")

    def __init__(self, table: Sequence[int], values: Steps, focus: int) -> None:
        super().__init__()
        self._table = table
        self._values = values
        self._focus = focus

    def __missing__(self, name: str) -> int:
        with_focus = self._table[slot_of("T" + name) & FIRST_MASK ^ self._focus]
        total = self[name] = self._values["t" + name] + with_focus
        return total


_OWN = {name: row for name, row in SECOND_CROSSES.items() if name in OWN}
_COMMON = {name: row for name, row in SECOND_CROSSES.items() if name not in OWN}


def _crossed(
    keys: Sequence[int], mask: int, crosses: Mapping[str, Sequence[int]]
) -> dict[str, Sequence[int]]:
    """Return the keys that values are crossed with, by the letter that they begin with."""
    return {name: [keys[cross] & mask for cross in row] for name, row in crosses.items()}


class Summing:
    """Sums of weights for one question. `first` (but for what is crossed with the noun asked for)
    is that of single values of the first stage, `second` and `own` those of the second, `types`
    those of the types of candidates, `pairs` those of values paired with each of the question's own
    words."""

    __slots__ = (
        "_kept",
        "_keys",
        "_table",
        "first",
        "first_step",
        "own",
        "pairs",
        "second",
        "types",
    )

    def __init__(self, weights: SpanWeights, frame: Frame, kept: _Kept) -> None:
        self._table = weights.first
        self.first_step = weights.first_step
        self._kept = kept
        self._keys = tuple([key & FIRST_MASK for key in frame.keys])
        self.first = kept.values
        self.types = _Types(weights.first, kept.values, self._keys[FOCUS])
        self.second = kept.second
        self.own = Steps(weights.second, SECOND_MASK, _crossed(frame.keys, SECOND_MASK, _OWN))
        words = [word & SECOND_MASK for word in frame.words]
        self.pairs = Steps(weights.second, SECOND_MASK, dict.fromkeys("LRHT", words))

    def starts(self, frame: Frame, analysis: Analysis, grid: Grid) -> dict[int, int]:
        """Return the first-stage steps of beginning at each place where a candidate begins."""
        edges = analysis.starts
        own = self._own(edges, edges.columns[1])
        return self._with_asked(edges, own, asked_starts(frame, analysis, grid, edges.places))

    def ends(self, frame: Frame, analysis: Analysis, grid: Grid) -> dict[int, int]:
        """Return the first-stage steps of ending at each place where a candidate ends."""
        edges = analysis.ends
        own = self._own(edges, edges.columns[3])
        return self._with_asked(edges, own, asked_ends(frame, analysis, grid, edges.places))

    def _with_asked(
        self, edges: Edges, own: Sequence[int], asked: Sequence[tuple[str, str, str]]
    ) -> dict[int, int]:
        first = self.first
        return {
            at: steps + first[role] + first[way] + first[gap]
            for at, steps, (role, way, gap) in zip(edges.places, own, asked, strict=True)
        }

    def _own(self, edges: Edges, with_focus: Sequence[int]) -> list[int]:
        """Return the steps of the sentence's own values at each place; spelled out
        (`FIRST_CROSSES`), as it is done for some hundred places a question. `with_focus` is the
        column that is crossed with the noun asked for as well."""
        _, asks, wanted, _, focus = self._keys
        table, of_sides = self._table, self._kept.sides
        return [
            of_sides[sides]
            + table[outside]
            + table[outside ^ asks]
            + table[outside ^ wanted]
            + table[two ^ wanted]
            + table[inside]
            + table[inside ^ wanted]
            + table[three ^ wanted]
            + table[noun ^ focus]
            for sides, outside, two, inside, three, noun in zip(
                *edges.columns, with_focus, strict=True
            )
        ]

    def forms(self, analysis: Analysis, candidates: Sequence[int]) -> list[int]:
        """Return the first-stage steps of what some candidates of a sentence (numbers) are like
        (`hegang_qa.answers.candidates.forms`)."""
        tags, lists, held = analysis.tagged.tags, analysis.lists, analysis.candidates
        first, kinds, letters = self.first, self._kept.kinds, _letters
        table, (_, asks, wanted, _, _) = self._table, self._keys
        alone, joining = first["l0"], first["l1"]
        # What neither begins nor ends within a list, and is none, stands in no way to it.
        within = {at for low, high in lists for at in range(low + 1, high)}
        sums = []
        for number in candidates:
            start, end, kind, _, _ = held[number]
            length = end - start
            inside = tags[start:end]
            if lists and (start in within or end in within or (start, end) in lists):
                joint = first[joined(tags, lists, start, end)]
            else:
                joint = joining if "C" in inside else alone
            of_kind = kinds[kind][length if length < LONG else LONG]
            slot = letters[inside]
            sums.append(of_kind + table[slot ^ asks] + table[slot ^ wanted] + joint)
        return sums


class Parts(Mapping[str, float]):
    """What speaks for a candidate, by what it is about (log-odds): the parts of the first stage,
    and the values of the second added up by `PARTS`. Of a question's candidates only the best are
    told in parts, so these are made when they are asked for."""

    __slots__ = ("_first", "_made", "_pairs", "_second", "_worth")

    def __init__(
        self,
        first: dict[str, float],
        second: Sequence[tuple[Steps, Sequence[str]]],
        pairs: float,
        worth: float,
    ) -> None:
        """`second` are values of the second stage, with the sums they are found in, where a step is
        worth `worth`; `pairs` is what their pairs with words are worth."""
        self._first = first
        self._second = second
        self._pairs = pairs
        self._worth = worth
        self._made: dict[str, float] | None = None

    def add(self, name: str, value: float) -> None:
        """Add a part that is found out later."""
        self._first[name] = value
        if self._made is not None:
            self._made[name] = value

    def named(self) -> dict[str, float]:
        """Return the parts as they are kept: faster to look up, and not to be changed."""
        if self._made is None:
            made = dict(self._first)
            for steps, values in self._second:
                for value in values:
                    name = PARTS[value[0]]
                    made[name] = made.get(name, 0.0) + steps[value] * self._worth
            made["pairs of words"] = self._pairs
            self._made = made
        return self._made

    def __getitem__(self, name: str) -> float:
        return self.named()[name]

    def values(self) -> ValuesView[float]:
        """Return the parts without their names."""
        return self.named().values()  # the mixin would look each of them up

    def __iter__(self) -> Iterator[str]:
        return iter(self.named())

    def __len__(self) -> int:
        return len(self.named())


class SpanModel:
    """The weights, and sums of them that many questions need; may be used from many threads."""

    def __init__(self, weights: SpanWeights) -> None:
        self.weights = weights
        # A cache of the instance, so that it goes with it.
        self._kept = lru_cache(maxsize=_KINDS_KEPT)(self._keep)

    def summing(self, frame: Frame) -> Summing:
        """Return what sums weights for a question."""
        return Summing(self.weights, frame, self._kept(frame.keys[:FOCUS]))

    def _keep(self, keys: Sequence[int]) -> _Kept:
        table = self.weights.first
        masked = [key & FIRST_MASK for key in keys]
        _, asks, wanted, _ = masked
        first = {name: row for name, row in FIRST_CROSSES.items() if FOCUS not in row}
        values = Steps(table, FIRST_MASK, _crossed(keys, FIRST_MASK, first))
        sides = _Crossed(table, 0, asks, wanted)
        common = _crossed(keys, SECOND_MASK, _COMMON)
        second = Steps(self.weights.second, SECOND_MASK, common)
        return _Kept(values, sides, _Kinds(values), second)


@lru_cache(maxsize=4)
def span_model(path: str | None = None) -> SpanModel:
    """Return the model of a weight file (the shipped one by default)."""
    return SpanModel(read_weights(path))
