"""What the finder learns from: questions and sentences, with the teacher's vectors of them.

``python -m training.finder_texts CONFIG DATA`` writes ``texts.jsonl`` (each text once, with the
number of the sentence that answers it, where it is a question) and ``vectors.npy`` (float16, a row
for each text: what all-MiniLM-L6-v2 makes of it).
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from hegang_qa_reader.wordpiece import WordPiece
from numpy.typing import NDArray

from training.command import settings_and_data
from training.corpus import Asked, sentence_spans, taught
from training.network import base_folder, from_base
from training.spoil import mistype, telegraph

__all__ = ["Settings", "Text", "load", "numbered", "vectors"]

CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the texts come from, and how the finder is trained; `layer` is the layer of the base
    that it begins with, `loose` the share of the questions that are changed as people type."""

    squad: str
    not_these: list[str]
    out: str
    seed: int
    held_titles: list[str]
    held_share: float
    ours: list[str]
    books: list[str]
    longest: int = 96
    loose: float = 0.15
    words: str = ""
    layers: list[int] = field(default_factory=lambda: [0])
    texts: int = 12_000_000
    batch: int = 96
    rate: float = 4e-4
    threads: int = 1
    warmth: float = 0.05
    pairs: float = 0.3


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and the number of the text that answers it (-1: it is no question, or none does)."""

    text: str
    answer: int


def gather(settings: Settings, data: Path) -> list[Text]:
    """Return the texts: sentences first, then questions."""
    rng = random.Random(settings.seed)
    corpus = taught(settings, data)
    numbers: dict[str, int] = {}

    def number_of(text: str) -> int:
        return numbers.setdefault(" ".join(text.split()), len(numbers))

    spans = [sentence_spans(text) for text in corpus.paragraphs]
    for text, places in zip(corpus.paragraphs, spans, strict=True):
        for begin, end in places:
            number_of(text[begin:end])
    asked: list[tuple[str, int]] = []
    for one in chain(corpus.asked, *corpus.answered.values()):
        asked.append((one.question, _sentence(one, corpus.paragraphs, spans, number_of)))
    for other in chain(*corpus.seeming.values()):
        asked.append((other.question, -1))
    asked += _books(settings.books, number_of)
    made = [Text(text, -1) for text in numbers]
    for question, answer in asked:
        if rng.random() < settings.loose:
            spoil = rng.choice((mistype, telegraph))
            made.append(Text(spoil(question, rng), answer))
        made.append(Text(question, answer))
    return made


def _sentence(
    one: Asked,
    paragraphs: Sequence[str],
    spans: Sequence[Sequence[tuple[int, int]]],
    number_of: object,
) -> int:
    if one.answer is None:
        return -1
    for begin, end in spans[one.paragraph]:
        if begin <= one.answer[0] and one.answer[1] <= end:
            return number_of(paragraphs[one.paragraph][begin:end])  # type: ignore[operator,no-any-return]
    return -1


def _books(names: Sequence[str], number_of: object) -> Iterator[tuple[str, int]]:
    from hegang_qa.answers.reading.passages import as_found
    from training.books import opened

    for book in opened(names):
        own = [number_of(as_found(sentence)) for sentence in book.sentences]  # type: ignore[operator]
        for asked in book.questions:
            yield asked.text, own[min(asked.ids)] if asked.ids else -1


@cache
def _pieces() -> WordPiece:
    return WordPiece.from_file(base_folder() / "vocab.txt")


def numbered(texts: Iterable[str], longest: int) -> list[list[int]]:
    """Return texts as the numbers of their word pieces, at most `longest` of each."""
    pieces = _pieces()
    return [[CLS, *pieces.encode(text)[0][: longest - 2], SEP] for text in texts]


def vectors(texts: Sequence[str], longest: int) -> NDArray[np.float32]:
    """Return the teacher's vectors (length 1) of texts, a row each."""
    network = from_base().eval()
    ids = numbered(texts, longest)
    made = np.zeros((len(texts), 384), dtype=np.float32)
    order = sorted(range(len(texts)), key=lambda at: len(ids[at]))
    for at in range(0, len(order), 64):
        chosen = order[at : at + 64]
        length = -(-max(len(ids[n]) for n in chosen) // 8) * 8
        block = torch.zeros(len(chosen), length, dtype=torch.long)
        mask = torch.zeros_like(block)
        for row, n in enumerate(chosen):
            block[row, : len(ids[n])] = torch.tensor(ids[n])
            mask[row, : len(ids[n])] = 1
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            hidden = network.encode(block, mask, torch.zeros_like(block))
        mean = (hidden.float() * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        made[chosen] = torch.nn.functional.normalize(mean, dim=1).numpy()
    return made


def load(folder: Path) -> tuple[list[Text], NDArray[np.float16]]:
    """Return what a run has written."""
    lines = (folder / "texts.jsonl").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return [Text(*json.loads(line)) for line in lines], np.load(folder / "vectors.npy")


def main() -> None:
    """Write texts and vectors of one settings file."""
    settings, data = settings_and_data(Settings, __doc__)
    torch.set_num_threads(settings.threads)
    texts = gather(settings, data)
    folder = Path(settings.out)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "texts.jsonl").open("w", encoding="utf-8") as file:
        for one in texts:
            file.write(json.dumps([one.text, one.answer], ensure_ascii=False) + "\n")
    np.save(
        folder / "vectors.npy",
        vectors([one.text for one in texts], settings.longest).astype(np.float16),
    )
    answered = sum(one.answer >= 0 for one in texts)
    print(json.dumps({"texts": len(texts), "questions answered": answered}))


if __name__ == "__main__":
    main()
