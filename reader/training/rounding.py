"""Training with the rounding of the export in view (Jacob et al., "Quantization and training of
neural networks", 2018).

The exported graph multiplies whole numbers: weights of seven bits with one scale for each output,
inputs of eight bits with one range for each question and passage. Here the same numbers are rounded
in the forward pass and kept as floats; the gradient passes the rounding as if it were not there
(Bengio et al., 2013).
"""

from __future__ import annotations

from torch import Tensor, nn

__all__ = ["RoundedLinear", "round_products"]

_WEIGHT_STEPS = 64
"""Whole numbers on either side of zero; the export's reduced range."""
_INPUT_STEPS = 255


class RoundedLinear(nn.Linear):
    """A linear map whose weights and inputs are rounded as in the exported graph."""

    def forward(self, input: Tensor) -> Tensor:
        """Return the products of what the exported graph would multiply."""
        return nn.functional.linear(rounded_input(input), rounded_weight(self.weight), self.bias)


def rounded_weight(weight: Tensor) -> Tensor:
    """Return weights (outputs x inputs) rounded to whole multiples of a scale for each output."""
    kept = weight.detach()
    scale = kept.abs().amax(1, keepdim=True).clamp_min(1e-12) / _WEIGHT_STEPS
    return weight + ((kept / scale).round_().mul_(scale) - kept)


def rounded_input(values: Tensor) -> Tensor:
    """Return inputs (rows x length x size) rounded within the range of their row, zero included."""
    kept = values.detach().float()
    low = kept.amin((1, 2), keepdim=True).clamp_max(0.0)
    high = kept.amax((1, 2), keepdim=True).clamp_min(0.0)
    scale = (high - low).clamp_min(1e-12) / _INPUT_STEPS
    zero = (-low / scale).round_()
    whole = (kept / scale).add_(zero).round_().clamp_(0, _INPUT_STEPS)
    return values + whole.sub_(zero).mul_(scale).sub_(kept).to(values.dtype)


def round_products(network: nn.Module) -> None:
    """Make every linear map of the encoder a rounded one; parameters and their names stay."""
    for module in network.modules():
        if type(module) is nn.Linear:
            module.__class__ = RoundedLinear
