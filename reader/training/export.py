"""Exports a checkpoint: ``python -m training.export CHECKPOINT FOLDER``.

Writes the float graph, fuses it (attention, GELU, layer norms), and makes its weights int8, one
scale for each column (seven bits, so that no processor's 16-bit sums overflow); the embeddings get
one scale for each word piece. Then writes the vocabulary and `reader.json`, which names the files
with their checksums. Prints what rounding changed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import zlib
from pathlib import Path

import numpy as np
import onnx
import torch
from hegang_qa_reader.description import FORMAT
from hegang_qa_reader.runtime import session
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.network import base_folder, from_checkpoint

__all__ = ["export"]

_INPUTS = ["input_ids", "attention_mask", "token_type_ids"]


def export(checkpoint: Path, folder: Path) -> dict[str, float]:
    """Write the weights' folder and return sizes (MB) and the largest change of a score."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    torch.set_num_threads(1)
    network = from_checkpoint(checkpoint).eval()
    folder.mkdir(parents=True, exist_ok=True)
    sample = torch.randint(1000, 29000, (1, 20), generator=torch.Generator().manual_seed(1))
    mask, segments = torch.ones_like(sample), torch.zeros_like(sample)
    segments[:, 8:] = 1
    with tempfile.TemporaryDirectory() as scratch:
        plain, fused = Path(scratch) / "plain.onnx", folder / "reader-fp32.onnx"
        with torch.no_grad():
            torch.onnx.export(
                network,
                (sample, mask, segments),
                str(plain),
                input_names=_INPUTS,
                output_names=["start", "end", "verdict"],
                dynamic_axes={
                    **{k: {0: "rows", 1: "length"} for k in [*_INPUTS, "start", "end"]},
                    "verdict": {0: "rows"},
                },
                opset_version=17,
                dynamo=False,
            )
        options = FusionOptions("bert")
        options.enable_embed_layer_norm = False
        model = optimizer.optimize_model(
            str(plain),
            model_type="bert",
            num_heads=12,
            hidden_size=384,
            optimization_options=options,
            opt_level=0,
        )
        model.save_model_to_file(str(fused))
        small = folder / "reader-int8.onnx"
        quantize_dynamic(
            fused,
            small,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Attention"],
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
        graph = onnx.load(str(small))
        for table in ("words", "places", "segments"):
            _round_rows(graph, f"{table}.weight")
        onnx.save(graph, str(small))
    shutil.copyfile(base_folder() / "vocab.txt", folder / "vocab.txt")
    described: dict[str, object] = {
        "format": FORMAT,
        "weights": small.name,
        "vocabulary": "vocab.txt",
        "judges": True,
    }
    for key in ("weights", "vocabulary"):
        content = (folder / str(described[key])).read_bytes()
        described[f"{key}_crc32"] = f"{zlib.crc32(content):08x}"
    (folder / "reader.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
    with torch.no_grad():
        exact = network(sample, mask, segments)[0].numpy()
    return {
        "float_mb": fused.stat().st_size / 1e6,
        "int8_mb": small.stat().st_size / 1e6,
        "float_change": _change(fused, exact, sample, mask, segments),
        "int8_change": _change(small, exact, sample, mask, segments),
    }


def _change(path: Path, exact: NDArray[np.float32], *inputs: torch.Tensor) -> float:
    feed = {name: value.numpy() for name, value in zip(_INPUTS, inputs, strict=True)}
    return float(np.abs(session(str(path)).run(None, feed)[0] - exact).max())


def _round_rows(model: onnx.ModelProto, name: str) -> None:
    """Make a table of vectors int8 with one scale a row, looked up before it is made float."""
    graph = model.graph
    table = next((item for item in graph.initializer if item.name == name), None)
    gather = next((node for node in graph.node if node.input and node.input[0] == name), None)
    if table is None or gather is None or gather.op_type != "Gather":
        return
    values = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(values).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
    rounded = np.clip(np.rint(values / scale), -127, 127).astype(np.int8)
    graph.initializer.remove(table)
    graph.initializer.append(numpy_helper.from_array(rounded, f"{name}.int8"))
    graph.initializer.append(numpy_helper.from_array(scale, f"{name}.scale"))
    at = list(graph.node).index(gather)
    where, out = gather.input[1], gather.output[0]
    graph.node.remove(gather)
    nodes = [
        helper.make_node("Gather", [f"{name}.int8", where], [f"{name}.rows"]),
        helper.make_node("Cast", [f"{name}.rows"], [f"{name}.whole"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}.scale", where], [f"{name}.scales"]),
        helper.make_node("Mul", [f"{name}.whole", f"{name}.scales"], [out]),
    ]
    for step, node in enumerate(nodes):
        graph.node.insert(at + step, node)


def main() -> None:
    """Export one checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    print(json.dumps(export(options.checkpoint, options.folder)))


if __name__ == "__main__":
    main()
