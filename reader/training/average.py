"""Averages two checkpoints: ``python -m training.average FIRST SECOND SHARE OUT``.

The weights become ``(1 - SHARE) * FIRST + SHARE * SECOND`` (Wortsman et al., "Model soups", 2022):
what the second stage learned, without losing what it unlearned. A checkpoint is ``.safetensors``,
or the exported ``.onnx`` graph of a stage whose float weights are gone.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from safetensors.torch import save_file
from torch import Tensor

from training.network import from_checkpoint, from_onnx

__all__ = ["average"]


def average(first: Path, second: Path, share: float) -> dict[str, Tensor]:
    """Return the weights between two checkpoints, `share` (0..1) of the way to the second."""
    one, other = _weights(first), _weights(second)
    return {name: ((1 - share) * one[name] + share * other[name]).contiguous() for name in other}


def _weights(path: Path) -> dict[str, Tensor]:
    network = from_onnx(path) if path.suffix == ".onnx" else from_checkpoint(path)
    return network.state_dict()


def main() -> None:
    """Write the average."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("share", type=float)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    save_file(average(options.first, options.second, options.share), options.out)


if __name__ == "__main__":
    main()
