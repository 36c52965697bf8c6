"""Trains the finder: ``python -m training.finder CONFIG``.

One or two layers on top of the reader's own word embeddings place a text where the teacher
(all-MiniLM-L6-v2) places it: the loss is the distance to the teacher's vector (1 - cosine), how
differently a batch looks from each of its texts (Kullback and Leibler, 1951, of the softmax over
likenesses, as in relational distillation; Park et al., 2019), and how much less likely than other
sentences a question finds the one that answers it (van den Oord et al., 2018).
"""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from training.finder_texts import Settings, Text, load, numbered
from training.network import SpanReader, from_base, from_onnx, unrounded

__all__ = ["Finder", "from_export", "placed", "read_finder", "with_embeddings"]


_PARTS = (
    "attention.query",
    "attention.key",
    "attention.value",
    "attention.out",
    "wide",
    "narrow",
)
"""The products of a layer, in the order of an exported graph."""


class Finder(nn.Module):
    """Gives a text a vector of length 1: the mean over its tokens after few layers."""

    def __init__(self, layers: int = 1) -> None:
        super().__init__()
        self.body = SpanReader(layers=layers)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Return the vectors, batch x hidden."""
        segments = torch.zeros_like(input_ids)
        hidden = self.body.encode(input_ids, attention_mask, segments).float()
        mask = attention_mask[:, :, None].to(torch.float32)
        mean = (hidden * mask).sum(1) / mask.sum(1)
        return mean / mean.norm(dim=1, keepdim=True)


def begun(settings: Settings) -> Finder:
    """Return a finder with the reader's embeddings and layers of the base."""
    finder = Finder(len(settings.layers))
    base = from_base().state_dict()
    state = {name: value for name, value in base.items() if not name.startswith("layers.")}
    for place, layer in enumerate(settings.layers):
        for name, value in base.items():
            if name.startswith(f"layers.{layer}."):
                state[name.replace(f"layers.{layer}.", f"layers.{place}.", 1)] = value
    finder.body.load_state_dict(state)
    with_embeddings(finder, Path(settings.words))
    return finder


def with_embeddings(finder: Finder, checkpoint: Path) -> None:
    """Give a finder the embeddings of a checkpoint of the reader."""
    state = load_file(checkpoint)
    own = finder.body.state_dict()
    own.update({k: v for k, v in state.items() if not k.startswith(("layers.", "head."))})
    finder.body.load_state_dict(own)
    for name, parameter in finder.body.named_parameters():
        parameter.requires_grad_(name.startswith("layers."))


def from_export(folder: Path) -> Finder:
    """Return a one-layer finder with the weights of an exported int8 graph, made floats again, and
    the embeddings of the reader beside it."""
    import onnx
    from onnx import numpy_helper

    described = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    finder = Finder()
    state = finder.body.state_dict()
    reader = from_onnx(folder / described["weights"]).state_dict()
    state |= {k: v for k, v in reader.items() if not k.startswith(("layers.", "head."))}
    graph = onnx.load(str(folder / described["finder"])).graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    stems = [
        node.input[1].removesuffix("_quantized")
        for node in graph.node
        if node.op_type == "MatMulInteger" and node.input[1] in arrays
    ]
    for part, stem in zip(_PARTS, stems, strict=True):
        state[f"layers.0.{part}.weight"] = unrounded(arrays, stem)
    for name, value in arrays.items():
        if name in state and value.dtype == np.float32:
            state[name] = torch.from_numpy(value.copy())
    finder.body.load_state_dict(state)
    for name, parameter in finder.body.named_parameters():
        parameter.requires_grad_(name.startswith("layers."))
    return finder


def read_finder(checkpoint: Path) -> Finder:
    """Return the finder of a checkpoint."""
    state = load_file(checkpoint)
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("body.layers."))
    finder = Finder(layers)
    # The head of the network it is made of is not used.
    kept = {name: value for name, value in state.items() if ".head." not in name}
    finder.load_state_dict({**finder.state_dict(), **kept})
    return finder


def placed(finder: Finder, ids: Sequence[Sequence[int]]) -> Tensor:
    """Return the vectors of tokenized texts, those of like length run together."""
    order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
    parts: list[Tensor] = []
    size = -(-len(order) // 4)
    for at in range(0, len(order), size):
        chosen = order[at : at + size]
        length = -(-len(ids[chosen[-1]]) // 8) * 8
        block = torch.zeros(len(chosen), length, dtype=torch.long)
        mask = torch.zeros_like(block)
        for row, n in enumerate(chosen):
            block[row, : len(ids[n])] = torch.tensor(ids[n])
            mask[row, : len(ids[n])] = 1
        with torch.autocast("cpu", torch.bfloat16):
            parts.append(finder(block, mask))
    made = torch.cat(parts)
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return made[back]


def train(settings: Settings, finder: Finder, share: float = 1.0) -> None:
    """Train until the texts of the settings (a share of them) have been seen."""
    folder = Path(settings.out)
    texts, taught = load(folder)
    ids = numbered((one.text for one in texts), settings.longest)
    rng = random.Random(settings.seed)
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    learned = [p for p in finder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=settings.rate, weight_decay=0.01, betas=(0.9, 0.98))
    answered = [n for n, one in enumerate(texts) if one.answer >= 0]
    total, seen, step, begun_at, losses = settings.texts * share, 0, 0, time.time(), []
    logged = begun_at
    finder.train()
    while seen < total:
        done = seen / total
        for group in optimiser.param_groups:
            group["lr"] = settings.rate * max(0.01, min(1.0, done / 0.03) * (1 - done))
        chosen, answers = _batch(settings, texts, answered, rng)
        teacher = torch.from_numpy(taught[chosen].astype(np.float32))
        student = placed(finder, [ids[n] for n in chosen])
        loss = _loss(settings, student, teacher, len(answers))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        seen += len(chosen)
        step += 1
        losses.append(float(loss.detach()))
        if time.time() - logged > 60:
            logged = time.time()
            line = {"texts": seen, "loss": round(sum(losses[-200:]) / len(losses[-200:]), 4)}
            line["minutes"] = round((logged - begun_at) / 60, 1)
            print(json.dumps(line), flush=True)
            save_file(finder.state_dict(), folder / "finder.safetensors")
    save_file(finder.state_dict(), folder / "finder.safetensors")
    print(json.dumps({"event": "done", "texts": seen, "steps": step}))


def _batch(
    settings: Settings, texts: Sequence[Text], answered: Sequence[int], rng: random.Random
) -> tuple[list[int], list[int]]:
    """Return the numbers of questions, of the sentences that answer them, and of others."""
    third = settings.batch // 3
    questions: dict[int, int] = {}
    for number in rng.sample(answered, third):
        questions.setdefault(texts[number].answer, number)
    others = rng.sample(range(len(texts)), third)
    return [*questions.values(), *questions, *others], list(questions)


def _loss(settings: Settings, student: Tensor, teacher: Tensor, pairs: int) -> Tensor:
    near = 1 - (student * teacher).sum(1).mean()
    size = len(student)
    away = torch.eye(size) * -1e4
    told = torch.softmax(teacher @ teacher.T / settings.warmth + away, 1)
    made = torch.log_softmax(student @ student.T / settings.warmth + away, 1)
    alike = torch.nn.functional.kl_div(made, told, reduction="batchmean")
    found = torch.nn.functional.cross_entropy(
        student[:pairs] @ student[pairs:].T / settings.warmth, torch.arange(pairs)
    )
    return near + alike + settings.pairs * found


def main() -> None:
    """Train the finder of one settings file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--again", type=float, help="go on from what is there, this share of it")
    parser.add_argument("--words", help="the checkpoint of the reader whose embeddings to take")
    options = parser.parse_args()
    settings = Settings(**tomllib.loads(options.config.read_text(encoding="utf-8")))
    finder = begun(settings)
    if options.again:
        finder = read_finder(Path(settings.out) / "finder.safetensors")
        with_embeddings(finder, Path(options.words or settings.words))
    train(settings, finder, options.again or 1.0)


if __name__ == "__main__":
    main()
