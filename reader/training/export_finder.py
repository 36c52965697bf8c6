"""Exports a finder beside a reader: ``python -m training.export_finder CHECKPOINT FOLDER``.

FOLDER is that of an exported reader. Writes ``finder-int8.onnx`` (weights int8, one scale for each
column), which takes texts as the sum of their embeddings, and adds to ``reader.json`` its name and
checksum and where in the reader's graph the tables of embeddings stand. Prints what rounding
changed. A CHECKPOINT that is such a graph itself is taken as it is: embeddings that have changed
little since leave a finder as good as it was.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import zlib
from pathlib import Path

import numpy as np
import onnx
import torch
from hegang_qa_reader.finder import MAX_TOKENS, MeaningFinder
from onnx import TensorProto, numpy_helper
from torch import Tensor, nn

from training.finder import Finder, placed, read_finder
from training.finder_texts import numbered

__all__ = ["export_finder"]

_FILES = ("weights", "vocabulary", "finder")
_SAMPLE = (
    "who may borrow the key of the boat house",
    "Fees: a late return costs two pounds a day.",
    "The river rises in the hills above the town, and is joined there by two smaller streams.",
)


class _Graph(nn.Module):
    """A finder behind its embeddings, for one text at a time."""

    def __init__(self, finder: Finder) -> None:
        super().__init__()
        self.norm, self.layers = finder.body.norm, finder.body.layers

    def forward(self, embedded: Tensor) -> Tensor:
        x = self.norm(embedded)
        nothing = torch.zeros(1, 1, 1, 1)
        for layer in self.layers:
            x = layer(x, nothing)
        mean = x.mean(1)
        vector: Tensor = mean / mean.norm(dim=1, keepdim=True)
        return vector


def export_finder(checkpoint: Path, folder: Path) -> dict[str, float]:
    """Write the finder and return its size (MB) and the least likeness (cosine) of a vector before
    and after rounding (of one that was exported before, and is taken as it is, the size alone)."""
    torch.set_num_threads(1)
    small = folder / "finder-int8.onnx"
    as_it_is = checkpoint.suffix == ".onnx"
    if as_it_is:
        small.write_bytes(checkpoint.read_bytes())
    else:
        finder = read_finder(checkpoint).eval()
        _write_rounded(finder, small)
    described = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    described["finder"] = small.name
    described["finder_crc32"] = f"{zlib.crc32(small.read_bytes()):08x}"
    described["tables"] = _tables(folder / described["weights"])
    (folder / "reader.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
    figures = {
        "finder_mb": small.stat().st_size / 1e6,
        "all_mb": sum((folder / described[k]).stat().st_size for k in _FILES) / 1e6,
    }
    if not as_it_is:
        with torch.no_grad():
            exact = placed(finder, numbered(_SAMPLE, MAX_TOKENS)).numpy()
        kept = MeaningFinder(folder).place(_SAMPLE)
        rounded = kept["whole"] * kept["scale"][:, None]
        figures["least_likeness"] = float((exact * rounded).sum(1).min())
    return figures


def _write_rounded(finder: Finder, path: Path) -> None:
    """Write a finder's graph with int8 weights."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as scratch, torch.no_grad():
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            _Graph(finder),
            (torch.zeros(1, 12, 384),),
            str(plain),
            input_names=["embedded"],
            output_names=["vector"],
            dynamic_axes={"embedded": {1: "length"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            path,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


def _tables(weights: Path) -> dict[str, list[int]]:
    """Return where the embeddings and their scales begin in a graph's file, with their size."""
    content = weights.read_bytes()
    graph = onnx.load(str(weights)).graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {}
    for name in ("words", "places", "segments"):
        whole, scale = arrays[f"{name}.weight.int8"], arrays[f"{name}.weight.scale"]
        places = [content.find(np.ascontiguousarray(part).tobytes()) for part in (whole, scale)]
        if min(places) < 0:
            raise ValueError(f"{weights}: the table {name!r} is not stored in one piece")
        found[name] = [*places, *whole.shape]
    return found


def main() -> None:
    """Export one checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    print(json.dumps(export_finder(options.checkpoint, options.folder)))


if __name__ == "__main__":
    main()
