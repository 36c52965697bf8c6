"""A reader that knows some words by heart, so that the join is tested without a model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hegang_qa.answers.model import Passage, ReadSpan


class FakeReader:
    """Points at the words it knows, with the margin it was told; at nothing else."""

    def __init__(self, margins: Mapping[str, float]) -> None:
        self.margins = margins
        self.passages: list[Passage] = []

    def read(self, question: str, passages: Sequence[Passage]) -> list[list[ReadSpan]]:
        self.passages += passages
        return [self._spans(passage) for passage in passages]

    def _spans(self, passage: Passage) -> list[ReadSpan]:
        found = {
            (at, at + len(words)): margin
            for words, margin in self.margins.items()
            if (at := passage.text.find(words)) >= 0
        }
        wanted = dict.fromkeys(passage.proposed, -12.0)
        spans = [ReadSpan(*place, margin, 0.0) for place, margin in {**wanted, **found}.items()]
        return sorted(spans, key=lambda span: -span.score)


class JudgingReader(FakeReader):
    """Says of passages that hold words it knows what it was told; of others nothing."""

    def __init__(self, verdicts: Mapping[str, tuple[float, float, float]]) -> None:
        super().__init__({})
        self.verdicts = verdicts

    def judge(self, question: str, passages: Sequence[Passage]) -> list[tuple[float, float, float]]:
        self.passages += passages
        return [
            next((said for words, said in self.verdicts.items() if words in one.text), NOTHING)
            for one in passages
        ]


NOTHING = (-6.0, -6.0, -6.0)


class BrokenReader:
    """Fails whenever it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def read(self, question: str, passages: Sequence[Passage]) -> list[list[ReadSpan]]:
        self.asked += 1
        raise RuntimeError("the library is broken\nand says so at length")
