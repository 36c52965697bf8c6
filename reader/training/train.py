"""Trains one stage: ``python -m training.train configs/refine.toml``.

Starts anew or, where the folder of the stage holds ``state.pt``, goes on from it. The learning
rate follows the tokens seen, so a run made again takes the same steps; ``--deadline`` shortens a
run that would end too late (the log says so). The weights kept at the end are the running mean
(decay .999) of the weights over the steps, which stands for averaging of checkpoints.
"""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import torch
from hegang_qa_reader.wordpiece import WordPiece
from safetensors.torch import save_file
from torch import Tensor

from training.network import SpanReader, base_folder, from_base, from_checkpoint, from_onnx
from training.rounding import round_products
from training.verdicts import VERDICTS

CLS, SEP = 101, 102
MAX_QUESTION = 48


@dataclass(frozen=True, slots=True)
class Stage:
    """The settings of a stage, as its file has them.

    `rate` and `head_rate` are the peak learning rates of the encoder and of the head, `shares` what
    part of the rows of a kind is used (all, where it is not named). `words_rate` is the rate of the
    word embeddings (0: they stay as they are), `verdict_weight` what a wrong verdict counts beside
    wrong words. `rounding` trains with weights and inputs rounded as the export will round them.
    """

    rows: list[str]
    out: str
    init: str
    seed: int
    tokens: int
    rate: float
    head_rate: float
    words_rate: float = 0.0
    warm_up: float = 0.03
    decay: float = 0.01
    clip: float = 1.0
    dropout: float = 0.1
    max_length: int = 224
    batch_tokens: int = 4200
    batch_rows: int = 64
    mean_decay: float = 0.999
    verdict_weight: float = 1.0
    threads: int = 2
    rounding: bool = False
    save_minutes: float = 5.0
    shares: dict[str, float] = field(default_factory=dict)


class Row(NamedTuple):
    """A tokenized row; `span` are its first and last answer token, or None. `kept` leading
    tokens of the passage (its context) are never cut off. `verdict` is the number of what the
    passage says (of `VERDICTS`), -1 of a question for words."""

    question: list[int]
    passage: list[int]
    span: tuple[int, int] | None
    kept: int
    verdict: int


class Example(NamedTuple):
    """A row as the network takes it."""

    ids: list[int]
    passage_at: int
    start: int
    end: int
    verdict: int


def load_rows(stage: Stage, tokenizer: WordPiece) -> list[Row]:
    """Return the tokenized rows of the stage's files (made by `prepare`)."""
    rows: list[Row] = []
    rng = random.Random(stage.seed)
    cache: dict[str, tuple[list[int], list[tuple[int, int]]]] = {}
    for line in _lines(stage.rows):
        row = json.loads(line)
        if rng.random() >= stage.shares.get(row["kind"], 1.0):
            continue
        question = tokenizer.encode(row["question"])[0][:MAX_QUESTION]
        passage = row["passage"]
        if passage not in cache:
            cache[passage] = tokenizer.encode(passage)
        ids, offsets = cache[passage]
        span = None
        if row["answer"] is not None:
            begin, stop = row["answer"]
            inside = [i for i, (b, e) in enumerate(offsets) if b < stop and e > begin]
            if not inside:
                continue
            span = (inside[0], inside[-1])
        kept = sum(e <= row.get("context", 0) for _, e in offsets)
        said = row.get("verdict")
        verdict = VERDICTS.index(said) if said else -1
        rows.append(Row(question, ids, span, kept, verdict))
    return rows


def _lines(files: Sequence[str]) -> Iterator[str]:
    for name in files:
        yield from Path(name).read_text(encoding="utf-8").removesuffix("\n").split("\n")


def example(row: Row, max_length: int, rng: random.Random) -> Example:
    """Return the row as token ids, its passage cut to the length at a random place."""
    room = max_length - len(row.question) - 3
    passage, shift = row.passage, 0
    if len(passage) > room:
        head = passage[: row.kept]
        room -= len(head)
        body = passage[row.kept :]
        if row.span is not None and row.span[0] >= row.kept:
            first, last = row.span[0] - row.kept, row.span[1] - row.kept
            low, high = max(0, last - room + 1), min(first, len(body) - room)
            at = rng.randint(low, high) if low <= high else first
        else:
            at = rng.randint(0, len(body) - room)
        passage, shift = head + body[at : at + room], at
    ids = [CLS, *row.question, SEP, *passage, SEP]
    at = len(row.question) + 2
    if row.span is None:
        return Example(ids, at, 0, 0, row.verdict)
    return Example(
        ids,
        at,
        row.span[0] - shift + at,
        min(row.span[1] - shift + at, len(ids) - 2),
        row.verdict,
    )


def batches(rows: list[Row], stage: Stage, epoch: int) -> Iterator[list[Example]]:
    """Yield the batches of an epoch: rows of like length together, in an order of chance."""
    rng = random.Random(stage.seed * 1000 + epoch)
    order = list(range(len(rows)))
    rng.shuffle(order)
    for at in range(0, len(order), 2400):
        pool = sorted(
            (example(rows[i], stage.max_length, rng) for i in order[at : at + 2400]),
            key=lambda item: len(item.ids),
        )
        made: list[list[Example]] = []
        batch: list[Example] = []
        for item in pool:
            full = (len(batch) + 1) * len(item.ids) > stage.batch_tokens
            if batch and (full or len(batch) >= stage.batch_rows):
                made.append(batch)
                batch = []
            batch.append(item)
        if batch:
            made.append(batch)
        rng.shuffle(made)
        yield from made


def tensors(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Return ids, mask and segments of a batch."""
    # Few different lengths: kernels are prepared for each.
    length = -(-max(len(item.ids) for item in batch) // 8) * 8
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    mask, segments = torch.zeros_like(ids), torch.zeros_like(ids)
    for i, item in enumerate(batch):
        size = len(item.ids)
        ids[i, :size] = torch.tensor(item.ids)
        mask[i, :size] = 1
        segments[i, item.passage_at : size] = 1
    return ids, mask, segments


class Trainer:
    """A stage under way: network, optimiser, running mean and how far it has come."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        self.stage = stage
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(stage.seed)
        torch.set_num_threads(stage.threads)
        if stage.init == "base":
            self.network = from_base(dropout=stage.dropout)
        elif stage.init.endswith(".onnx"):
            self.network = from_onnx(Path(stage.init), dropout=stage.dropout)
        else:
            self.network = from_checkpoint(Path(stage.init), dropout=stage.dropout)
        if stage.rounding:
            round_products(self.network.layers)
        self.optimiser = _optimiser(self.network, stage)
        self.mean = {
            name: value.detach().clone()
            for name, value in self.network.named_parameters()
            if value.requires_grad
        }
        self.steps = self.tokens = self.epoch = self.batch = 0
        self.spent = 0.0
        if (folder / "state.pt").exists():
            self._load()

    def _load(self) -> None:
        kept = torch.load(self.folder / "state.pt", weights_only=True)
        self.network.load_state_dict(kept["network"])
        self.optimiser.load_state_dict(kept["optimiser"])
        self.mean = kept["mean"]
        self.steps, self.tokens, self.epoch, self.batch = kept["place"]
        self.spent = kept["spent"]
        self.say(event="taken up", step=self.steps, tokens=self.tokens)

    def save(self) -> None:
        """Write the state (whole or not at all) and the running mean as a checkpoint."""
        torch.save(
            {
                "network": self.network.state_dict(),
                "optimiser": self.optimiser.state_dict(),
                "mean": self.mean,
                "place": (self.steps, self.tokens, self.epoch, self.batch),
                "spent": self.spent,
            },
            self.folder / "state.tmp",
        )
        (self.folder / "state.tmp").replace(self.folder / "state.pt")
        mean = {**self.network.state_dict(), **self.mean}
        save_file(mean, self.folder / "mean.tmp")
        (self.folder / "mean.tmp").replace(self.folder / "mean.safetensors")

    def say(self, **figures: object) -> None:
        """Add a line to the log of the stage."""
        line = json.dumps({"time": datetime.now(UTC).strftime("%H:%M:%S"), **figures})
        print(line, flush=True)
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def run(self, rows: list[Row], deadline: float | None) -> None:
        """Train until the tokens of the stage, or its time, are used up."""
        stage, begun, logged, saved = self.stage, time.time(), time.time(), time.time()
        seen, losses, early = 0, [], 0.0
        self.network.train()
        while True:
            for number, batch in enumerate(batches(rows, stage, self.epoch)):
                if number < self.batch:
                    continue
                share = self.tokens / stage.tokens
                now = time.time()
                if deadline is not None and begun < deadline:
                    # The share of the rest that is over, by tokens or by the clock.
                    first = 0.0 if seen == 0 else early
                    early = max(first, (now - begun) / (deadline - begun))
                    share = max(share, early)
                if share >= 1:
                    self.save()
                    self.say(event="done", steps=self.steps, tokens=self.tokens, epoch=self.epoch)
                    return
                losses.append(self.step(batch, share))
                self.batch = number + 1
                seen += 1
                if now - logged > 60:
                    self.spent += now - logged
                    logged = now
                    self.say(
                        step=self.steps,
                        epoch=round(self.epoch + (number + 1) * len(batch) / len(rows), 2),
                        tokens=self.tokens,
                        share=round(share, 4),
                        loss=round(sum(losses[-200:]) / len(losses[-200:]), 4),
                        minutes=round(self.spent / 60, 1),
                    )
                if now - saved > 60 * stage.save_minutes:
                    self.save()
                    saved = now
            self.epoch += 1
            self.batch = 0

    def step(self, batch: list[Example], share: float) -> float:
        """Take one step of the optimiser and return the loss."""
        warm = self.stage.warm_up
        factor = share / warm if share < warm else (1 - share) / (1 - warm)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * max(factor, 0.002)
        ids, mask, segments = tensors(batch)
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.network.encode(ids, mask, segments)
        scores = self.network.head(hidden.float())
        spans = scores[:, :, :2].masked_fill((mask == 0)[:, :, None], -1e4)
        cross = torch.nn.functional.cross_entropy
        loss = (
            cross(spans[:, :, 0], torch.tensor([item.start for item in batch]))
            + cross(spans[:, :, 1], torch.tensor([item.end for item in batch]))
        ) / 2
        verdicts = torch.tensor([item.verdict for item in batch])
        judged = verdicts >= 0
        if judged.any():
            said = cross(scores[judged, 0, 2:], verdicts[judged], reduction="sum")
            loss = loss + self.stage.verdict_weight * said / len(batch)
        loss.backward()
        learned = [p for group in self.optimiser.param_groups for p in group["params"]]
        torch.nn.utils.clip_grad_norm_(learned, self.stage.clip)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.steps += 1
        self.tokens += ids.numel()
        if self.steps % 5 == 0:
            # Early on the mean must be able to leave the weights it began with.
            keep = min(self.stage.mean_decay**5, (1 + self.steps / 5) / (10 + self.steps / 5))
            with torch.no_grad():
                for name, value in self.network.named_parameters():
                    if name in self.mean:
                        self.mean[name].lerp_(value.detach(), 1 - keep)
        return float(loss.detach())


def _optimiser(network: SpanReader, stage: Stage) -> torch.optim.AdamW:
    for table in (network.words, network.places, network.segments, network.norm):
        for parameter in table.parameters():
            parameter.requires_grad_(False)
    matrices, vectors, head = [], [], []
    words = [network.words.weight] if stage.words_rate else []
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            where = head if name.startswith("head") else vectors if parameter.ndim < 2 else matrices
            where.append(parameter)
    groups = [
        {"params": matrices, "weight_decay": stage.decay, "peak": stage.rate},
        {"params": vectors, "weight_decay": 0.0, "peak": stage.rate},
        {"params": head, "weight_decay": 0.0, "peak": stage.head_rate},
        *({"params": [table], "weight_decay": 0.0, "peak": stage.words_rate} for table in words),
    ]
    for table in words:
        table.requires_grad_(True)
    return torch.optim.AdamW(groups, lr=stage.rate, betas=(0.9, 0.98), fused=True)


def main() -> None:
    """Run one stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--deadline", help="UTC, HH:MM: be done by then")
    options = parser.parse_args()
    stage = Stage(**tomllib.loads(options.config.read_text(encoding="utf-8")))
    deadline = None
    if options.deadline:
        hour, minute = map(int, options.deadline.split(":"))
        deadline = datetime.now(UTC).replace(hour=hour, minute=minute, second=0).timestamp()
    trainer = Trainer(stage, Path(stage.out))
    rows = load_rows(stage, WordPiece.from_file(base_folder() / "vocab.txt"))
    nulls = sum(row.span is None for row in rows) / len(rows)
    length = sum(
        min(stage.max_length, len(row.question) + len(row.passage) + 3) for row in rows
    ) / len(rows)
    trainer.say(event="begun", rows=len(rows), without_answer=round(nulls, 3), length=round(length))
    trainer.run(rows, deadline)


if __name__ == "__main__":
    main()
