"""Curves over a logarithmic scale as an SVG file, written without a plotting library."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

__all__ = ["Panel", "plot"]

_COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#9467bd")
_WIDTH, _HEIGHT, _LEFT, _TOP, _BELOW = 420, 300, 62, 34, 46


class Panel(NamedTuple):
    """One set of axes. `curves` maps a name to points (x, y), both above 0; `mark` is a point that
    was to be reached, with its label."""

    title: str
    unit: str
    curves: Mapping[str, Sequence[tuple[float, float]]]
    mark: tuple[float, float, str] | None = None


def plot(panels: Sequence[Panel], x_label: str) -> str:
    """Return the panels as an SVG document, two beside each other."""
    columns = min(2, len(panels))
    rows = math.ceil(len(panels) / columns)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{columns * _WIDTH}"'
        f' height="{rows * _HEIGHT}" font-family="sans-serif" font-size="11">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    for number, panel in enumerate(panels):
        x, y = number % columns * _WIDTH, number // columns * _HEIGHT
        parts.append(f'<g transform="translate({x},{y})">{_panel(panel, x_label)}</g>')
    return "\n".join([*parts, "</svg>", ""])


def _panel(panel: Panel, x_label: str) -> str:
    points = [point for curve in panel.curves.values() for point in curve]
    if panel.mark:
        points.append(panel.mark[:2])
    xs, ys = [math.log10(x) for x, _ in points], [math.log10(y) for _, y in points]
    low_x, high_x = math.floor(min(xs)), math.ceil(max(xs))
    low_y, high_y = math.floor(min(ys)), math.ceil(max(ys))
    high_x, high_y = max(high_x, low_x + 1), max(high_y, low_y + 1)
    width, height = _WIDTH - _LEFT - 20, _HEIGHT - _TOP - _BELOW

    def place(x: float, y: float) -> tuple[float, float]:
        across = (math.log10(x) - low_x) / (high_x - low_x)
        up = (math.log10(y) - low_y) / (high_y - low_y)
        return round(_LEFT + width * across, 1), round(_TOP + height * (1 - up), 1)

    parts = [f'<text x="{_LEFT}" y="18" font-size="13" font-weight="bold">{panel.title}</text>']
    for power in range(low_x, high_x + 1):
        x, bottom = place(10**power, 10**low_y)
        parts.append(f'<path d="M{x} {_TOP}V{bottom}" stroke="#ddd"/>')
        parts.append(f'<text x="{x}" y="{bottom + 15}" text-anchor="middle">{_power(power)}</text>')
    for power in range(low_y, high_y + 1):
        left, y = place(10**low_x, 10**power)
        parts.append(f'<path d="M{left} {y}H{_WIDTH - 20}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{_plain(power)}</text>')
    parts.append(f'<text x="{_WIDTH - 20}" y="{_HEIGHT - 14}" text-anchor="end">{x_label}</text>')
    parts.append(f'<text x="{_LEFT}" y="{_HEIGHT - 14}">{panel.unit}</text>')
    for at, (name, curve) in enumerate(panel.curves.items()):
        if not curve:
            continue
        colour = _COLOURS[at % len(_COLOURS)]
        spots = [place(*point) for point in curve]
        path = "L".join(f"{x} {y}" for x, y in spots)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in spots]
        legend = _TOP + 12 + 14 * at
        parts.append(f'<text x="{_LEFT + 8}" y="{legend}" fill="{colour}">{name}</text>')
    if panel.mark:
        x, y = place(*panel.mark[:2])
        parts.append(f'<path d="M{x - 5} {y}h10M{x} {y - 5}v10" stroke="black" stroke-width="2"/>')
        parts.append(f'<text x="{x - 8}" y="{y - 6}" text-anchor="end">{panel.mark[2]}</text>')
    return "".join(parts)


def _power(power: int) -> str:
    return f'10<tspan dy="-5" font-size="8">{power}</tspan>'


def _plain(power: int) -> str:
    return f"{10**power:,}" if power >= 0 else f"{10.0**power:.{-power}f}"
