"""Teaches the finder which sentences answer: ``python -m training.finder_pairs CONFIG DATA``.

Goes on from an exported finder. A question is to be nearer to the sentences that answer it than to
all others of a batch, many of which are of its own article or collection (van den Oord, Li and
Vinyals, "Representation learning with contrastive predictive coding", 2018). The word embeddings
are those of the reader, and stay as they are.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from training.command import settings_and_data
from training.finder import Finder, from_export, placed, with_embeddings
from training.finder_groups import Group, groups
from training.finder_texts import numbered

__all__ = ["Settings", "train"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the questions come from, and how the finder is taught.

    `start` is the folder of an exported reader with its finder, `words` the checkpoint of the
    reader whose embeddings it is to go with. A step takes `together` groups, and of each `asked`
    questions and `others` sentences beside those that answer them; a question on a book is drawn
    `books` times as often as another.
    """

    squad: str
    not_these: list[str]
    out: str
    start: str
    words: str
    seed: int
    held_titles: list[str]
    held_share: float
    ours: list[str]
    names: list[str] = field(default_factory=list)
    longest: int = 96
    together: int = 4
    asked: int = 48
    others: int = 80
    books: float = 2.5
    steps: int = 2_800
    rate: float = 4e-4
    warm_up: int = 60
    sharpness: float = 20.0
    threads: int = 2


class _Numbered(NamedTuple):
    """A group as the numbers of word pieces."""

    sentences: list[list[int]]
    questions: list[list[int]]
    right: list[tuple[int, ...]]


def _numbered(group: Group, longest: int) -> _Numbered:
    return _Numbered(
        numbered(group.sentences, longest),
        numbered((one.text for one in group.questions), longest),
        [one.right for one in group.questions],
    )


def train(settings: Settings, data: Path) -> None:
    """Take all steps and write ``finder.safetensors``."""
    folder = Path(settings.out)
    folder.mkdir(parents=True, exist_ok=True)
    given = groups(settings, data, settings.names)
    known = [_numbered(one, settings.longest) for one in given]
    shares = [len(one.questions) * (settings.books if one.is_book else 1.0) for one in given]
    rng = random.Random(settings.seed)
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    finder = from_export(Path(settings.start))
    with_embeddings(finder, Path(settings.words))
    sharpness = nn.Parameter(torch.tensor(settings.sharpness))
    learned = [one for one in finder.parameters() if one.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": learned}, {"params": [sharpness], "weight_decay": 0.0}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
    )
    rates = (settings.rate, 0.02)
    losses: list[float] = []
    begun = logged = time.time()
    finder.train()
    for step in range(settings.steps):
        pace = max(0.01, min(1.0, step / settings.warm_up) * (1 - step / settings.steps))
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * pace
        chosen = rng.choices(known, shares, k=settings.together)
        loss = _loss(finder, sharpness, chosen, settings, rng)
        loss.backward()
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        losses.append(float(loss.detach()))
        if time.time() - logged > 60 or step + 1 == settings.steps:
            logged = time.time()
            line = {"steps": step + 1, "loss": round(sum(losses[-100:]) / len(losses[-100:]), 4)}
            print(json.dumps({**line, "minutes": round((logged - begun) / 60, 1)}), flush=True)
            save_file(finder.state_dict(), folder / "finder.safetensors")


def _loss(
    finder: Finder,
    sharpness: Tensor,
    chosen: Sequence[_Numbered],
    settings: Settings,
    rng: random.Random,
) -> Tensor:
    questions: list[list[int]] = []
    sentences: list[list[int]] = []
    right: list[tuple[int, int]] = []
    for one in chosen:
        place: dict[int, int] = {}
        drawn = rng.sample(range(len(one.questions)), min(settings.asked, len(one.questions)))
        others = rng.sample(range(len(one.sentences)), min(settings.others, len(one.sentences)))
        for number in (*(n for asked in drawn for n in one.right[asked]), *others):
            if number not in place:
                place[number] = len(sentences)
                sentences.append(one.sentences[number])
        for asked in drawn:
            right += [(len(questions), place[number]) for number in one.right[asked]]
            questions.append(one.questions[asked])
    made = placed(finder, [*questions, *sentences])
    likeness = sharpness * made[: len(questions)] @ made[len(questions) :].T
    is_right = torch.full_like(likeness, -70.0)
    rows, columns = zip(*right, strict=True)
    is_right[list(rows), list(columns)] = 0.0
    found = torch.logsumexp(likeness + is_right, 1) - torch.logsumexp(likeness, 1)
    loss: Tensor = -found.mean()
    return loss


def main() -> None:
    """Teach the finder of one settings file."""
    settings, data = settings_and_data(Settings, __doc__)
    train(settings, data)


if __name__ == "__main__":
    main()
