"""Learn the word vectors: ``python -m bench.train_meaning DATA`` (the data sets' folder).

Reads ``squad/train.json``, the questions written on its paragraphs and ``reader/training/books``. A
question and a sentence are the sums of their words' vectors, and the sentence that answers is to be
nearer to the question than others of its document and of three further ones (van den Oord, Li and
Vinyals, "Representation learning with contrastive predictive coding", 2018). The vectors begin as
the first principal components of what a sentence model (all-MiniLM-L6-v2) makes of each word alone,
the more frequent ones shorter (Arora, Liang and Ma, "A simple but tough-to-beat baseline for
sentence embeddings", 2017), and are held near that, so that rare words keep what it knows of them.

Needs what the reader is trained with (``pip install ./reader[training]``). ``--folds DIR`` writes
the sets that are learned without a part each there, which `bench.train_ranking` and
`bench.train_confidence` ask for. The same data and torch give the same bytes.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import embedding_bag, normalize

from bench.learning import training_set
from bench.meaning_data import FOLDS, Group, groups
from hegang_qa.resources import data_path
from hegang_qa.text.word_vectors import FILE, HEADER, MAGIC

WORDS, SIZE = 24_000, 128
STEPS, RATE, WARM_UP = 750, 3e-3, 50
TOGETHER = 8
"""Documents of a step."""
ASKED, OTHERS = 160, 200
"""Questions of a document, and sentences drawn beside those that answer them."""
DROPPED = 0.3
"""The share of words that are left out of a text each time, so that no single one decides."""
HELD = 1.0
"""How much it counts how far a word has gone from where it began."""
RARE = 1e-3
"""Words more frequent than this count less to begin with."""
SHARPNESS = 20.0
CLIPPED = 3.0
"""Numbers further from 0 than so many standard deviations are made less."""

Placed = list[tuple[list[int], list[int]]]


class Numbered:
    """A group with its words as numbers."""

    def __init__(self, group: Group, number: dict[str, int]) -> None:
        def numbers(stems: Sequence[str]) -> list[int]:
            return [number[stem] for stem in stems if stem in number]

        self.sentences = [(numbers(own), numbers(over)) for own, over in group.sentences]
        self.pairs = [(numbers(pair.question), pair.right) for pair in group.pairs]


def chosen(found: Sequence[Group]) -> tuple[list[str], list[str], NDArray[np.float64]]:
    """Return the stems met most, most frequent first, the most frequent form of each, and the share
    of all words that each is."""
    met: dict[str, Counter[str]] = {}
    for group in found:
        for (stem, form), count in group.forms.items():
            met.setdefault(stem, Counter())[form] += count
    stems = sorted(met, key=lambda stem: (-met[stem].total(), stem))
    total = sum(forms.total() for forms in met.values())
    stems = stems[:WORDS]
    forms = [min(met[stem], key=lambda form: (-met[stem][form], form)) for stem in stems]
    return stems, forms, np.array([met[stem].total() / total for stem in stems])


def beginnings(forms: Sequence[str], share: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return where the vectors of words begin, a row each; the more frequent ones are shorter."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "reader"))
    from training.finder_texts import vectors

    taught = vectors(forms, 96)
    taught -= taught.mean(0)
    _, _, axes = np.linalg.svd(taught[:8000], full_matrices=False)
    rows = taught @ axes[:SIZE].T
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-6
    weighted: NDArray[np.float32] = (rows * (RARE / (RARE + share))[:, None]).astype(np.float32)
    return weighted


class Learner:
    """The vectors on their way."""

    def __init__(self, begin: NDArray[np.float32]) -> None:
        self.begin = torch.from_numpy(begin)
        self.table = torch.nn.Parameter(self.begin.clone())
        self.sharpness = torch.nn.Parameter(torch.tensor(SHARPNESS))
        self._random = random.Random(1)
        self._optimiser = torch.optim.Adam(
            [{"params": [self.table]}, {"params": [self.sharpness], "lr": 0.02}], lr=RATE
        )

    def learn(self, found: Sequence[Numbered]) -> None:
        """Take all steps."""
        sizes = [len(one.pairs) for one in found]
        for step in range(STEPS):
            pace = min(1.0, step / WARM_UP) * max(0.02, 1 - step / STEPS)
            for group, rate in zip(self._optimiser.param_groups, (RATE, 0.02), strict=True):
                group["lr"] = rate * pace
            self._step(self._random.choices(found, sizes, k=TOGETHER))
            if step % 150 == 149:
                print(f"  {step + 1} steps", flush=True)

    def _step(self, chosen: Sequence[Numbered]) -> None:
        questions: list[list[int]] = []
        sentences: Placed = []
        right: list[tuple[int, int]] = []
        for one in chosen:
            place: dict[int, int] = {}
            drawn = self._random.sample(one.pairs, min(ASKED, len(one.pairs)))
            others = self._random.sample(range(len(one.sentences)), min(OTHERS, len(one.sentences)))
            for number in chain((n for _, ids in drawn for n in ids), others):
                place.setdefault(number, len(sentences) + len(place))
            sentences += [one.sentences[number] for number in place]
            for question, ids in drawn:
                right += [(len(questions), place[number]) for number in ids]
                questions.append(question)
        asked = normalize(self._bag(questions), dim=1)
        own, over = (self._bag([one[part] for one in sentences]) for part in (0, 1))
        likeness = self.sharpness * asked @ normalize(2 * own + over, dim=1).T
        is_right = torch.full_like(likeness, -70.0)
        rows, columns = zip(*right, strict=True)
        is_right[list(rows), list(columns)] = 0.0
        found = torch.logsumexp(likeness + is_right, 1) - torch.logsumexp(likeness, 1)
        gone = (self.table - self.begin).square().sum(1).mean()
        loss: Tensor = HELD * gone - found.mean()
        loss.backward()
        self._optimiser.step()
        self._optimiser.zero_grad()

    def _bag(self, texts: Sequence[list[int]]) -> Tensor:
        kept = [[word for word in text if self._random.random() > DROPPED] for text in texts]
        ends = np.cumsum([len(text) for text in kept])
        return embedding_bag(
            torch.tensor(list(chain(*kept)), dtype=torch.long),
            self.table,
            torch.from_numpy(np.concatenate([[0], ends[:-1]])),
            mode="sum",
        )


def write(path: str, words: Sequence[str], table: NDArray[np.float32]) -> None:
    """Write the vectors in whole numbers from -7 to 7, two in a byte: the first half of a vector in
    the lower bits. Only their directions are asked for."""
    rows = np.clip(np.round(table / (CLIPPED * table.std() / 7)), -7, 7).astype(np.int64) & 15
    packed = (rows[:, : SIZE // 2] | rows[:, SIZE // 2 :] << 4).astype(np.uint8)
    named = "\n".join(words).encode()
    with open(path, "wb") as file:
        file.write(HEADER.pack(MAGIC, len(words), SIZE, len(named)) + named + packed.tobytes())
    print(f"wrote {path}", flush=True)


def _runs(options: argparse.Namespace) -> Iterator[tuple[str, int | None]]:
    """Yield the files to write, and the fold that each is learned without."""
    if options.folds:
        options.folds.mkdir(parents=True, exist_ok=True)
        for fold in range(FOLDS):
            yield str(options.folds / f"meaning-{fold}.bin"), fold
    yield options.out, None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="the folder of the data sets")
    parser.add_argument("--out", default=data_path(FILE))
    parser.add_argument("--folds", type=Path, help="where to write sets that lack a part each")
    options = parser.parse_args()
    path = training_set(options.data)
    if path is None:
        return
    torch.set_num_threads(1)
    found = list(groups(path))
    print(f"{len(found)} documents, {sum(len(g.pairs) for g in found)} questions", flush=True)
    words, forms, share = chosen(found)
    begin = beginnings(forms, share)
    number = {word: at for at, word in enumerate(words)}
    for out, fold in _runs(options):
        learner = Learner(begin)
        learner.learn([Numbered(one, number) for one in found if one.fold != fold and one.pairs])
        write(out, words, learner.table.detach().numpy())


if __name__ == "__main__":
    main()
