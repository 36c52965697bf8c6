"""The span model at work: sums of learned weights, each made once a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from hegang_qa.answers.analysis import Analysis
from hegang_qa.answers.edges import Edges
from hegang_qa.answers.features import FIRST_CROSSES, Grid, asked_end, asked_start
from hegang_qa.answers.forms import Forms
from hegang_qa.answers.frame import Frame
from hegang_qa.answers.hashing import FIRST_MASK, SECOND_MASK, slot_of
from hegang_qa.answers.second_features import SECOND_CROSSES
from hegang_qa.answers.weights import SpanWeights, read_weights

__all__ = ["PARTS", "Parts", "SpanModel", "Summing", "span_model"]

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


class Steps(dict[str, int]):
    """The steps of weight of values, each crossed with the question's keys as its first letter
    says; summed when they are first asked for."""

    __slots__ = ("_crosses", "_keys", "_mask", "_table")

    def __init__(
        self,
        table: Sequence[int],
        mask: int,
        keys: Sequence[int],
        crosses: Mapping[str, tuple[int, ...]],
    ) -> None:
        super().__init__()
        self._table = table
        self._mask = mask
        self._keys = keys
        self._crosses = crosses

    def __missing__(self, value: str) -> int:
        table, keys = self._table, self._keys
        slot = slot_of(value) & self._mask
        total = 0
        for cross in self._crosses[value[0]]:
            total += table[slot ^ keys[cross]]
        self[value] = total
        return total


class Summing:
    """Sums of weights for one question. `first` and `second` are those of single values of the two
    stages, `pairs` those of values paired with each of the question's own words."""

    __slots__ = ("_joints", "_keys", "_kinds", "_table", "first", "first_step", "pairs", "second")

    def __init__(self, weights: SpanWeights, frame: Frame) -> None:
        self._table = weights.first
        self.first_step = weights.first_step
        self._keys = tuple([key & FIRST_MASK for key in frame.keys])
        self.first = Steps(weights.first, FIRST_MASK, self._keys, FIRST_CROSSES)
        keys = [key & SECOND_MASK for key in frame.keys]
        self.second = Steps(weights.second, SECOND_MASK, keys, SECOND_CROSSES)
        words = [word & SECOND_MASK for word in frame.words]
        each = dict.fromkeys("LRHT", tuple(range(len(words))))
        self.pairs = Steps(weights.second, SECOND_MASK, words, each)
        self._kinds: dict[int, int] = {}
        self._joints: dict[int, int] = {}

    def starts(self, frame: Frame, analysis: Analysis, grid: Grid) -> dict[int, int]:
        """Return the first-stage steps of beginning at each place where a candidate begins."""
        edges, first = analysis.starts, self.first
        sums = {}
        for at, own in zip(edges.places, self._own(edges, edges.columns[1]), strict=True):
            role, way, gap = asked_start(frame, analysis, grid, at)
            sums[at] = own + first[role] + first[way] + first[gap]
        return sums

    def ends(self, frame: Frame, analysis: Analysis, grid: Grid) -> dict[int, int]:
        """Return the first-stage steps of ending at each place where a candidate ends."""
        edges, first = analysis.ends, self.first
        sums = {}
        for at, own in zip(edges.places, self._own(edges, edges.columns[3]), strict=True):
            role, way, gap = asked_end(frame, analysis, grid, at)
            sums[at] = own + first[role] + first[way] + first[gap]
        return sums

    def _own(self, edges: Edges, with_focus: Sequence[int]) -> list[int]:
        """Return the steps of the sentence's own values at each place; spelled out
        (`FIRST_CROSSES`), as it is done for some hundred places a question. `with_focus` is the
        column that is crossed with the noun asked for as well."""
        _, asks, wanted, _, focus = self._keys
        table = self._table
        return [
            table[sides]
            + table[sides ^ asks]
            + table[sides ^ wanted]
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

    def forms(self, forms: Forms, candidates: Sequence[int]) -> list[int]:
        """Return the first-stage steps of the forms of some candidates of a sentence (numbers);
        spelled out, as it is done for some hundred candidates a question."""
        _, asks, wanted, several, _ = self._keys
        table, kinds, joints = self._table, self._kinds, self._joints
        of_kinds, of_letters, of_joints = forms
        sums = []
        for number in candidates:
            kind, letters, joint = of_kinds[number], of_letters[number], of_joints[number]
            if kind not in kinds:
                kinds[kind] = table[kind ^ asks] + table[kind ^ wanted]
            if joint not in joints:
                joints[joint] = table[joint ^ asks] + table[joint ^ wanted] + table[joint ^ several]
            sums.append(
                kinds[kind] + joints[joint] + table[letters ^ asks] + table[letters ^ wanted]
            )
        return sums


class Parts(Mapping[str, float]):
    """What speaks for a candidate, by what it is about (log-odds): the parts of the first stage,
    and the values of the second added up by `PARTS`. Of a question's candidates only the best are
    told in parts, so these are made when they are asked for."""

    __slots__ = ("_first", "_made", "_pairs", "_second", "_values", "_worth")

    def __init__(
        self,
        first: Mapping[str, float],
        second: Steps,
        values: Sequence[str],
        pairs: float,
        worth: float,
    ) -> None:
        """`values` are of the second stage, where a step is worth `worth`; `pairs` is what their
        pairs with words are worth."""
        self._first = first
        self._second = second
        self._values = values
        self._pairs = pairs
        self._worth = worth
        self._made: dict[str, float] | None = None

    def _parts(self) -> dict[str, float]:
        if self._made is None:
            made = dict(self._first)
            for value in self._values:
                name = PARTS[value[0]]
                made[name] = made.get(name, 0.0) + self._second[value] * self._worth
            made["pairs of words"] = self._pairs
            self._made = made
        return self._made

    def __getitem__(self, name: str) -> float:
        return self._parts()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts())

    def __len__(self) -> int:
        return len(self._parts())


class SpanModel:
    """The weights; may be used from many threads."""

    def __init__(self, weights: SpanWeights) -> None:
        self.weights = weights

    def summing(self, frame: Frame) -> Summing:
        """Return what sums weights for a question."""
        return Summing(self.weights, frame)


@lru_cache(maxsize=4)
def span_model(path: str | None = None) -> SpanModel:
    """Return the model of a weight file (the shipped one by default)."""
    return SpanModel(read_weights(path))
