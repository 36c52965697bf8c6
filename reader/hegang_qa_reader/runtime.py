"""onnxruntime, silenced: its builds of 2026 (1.32 is one) note what they run, give the machine a
lasting name, and send both to their makers unless they are told not to."""

from __future__ import annotations

import os
from typing import Any

__all__ = ["session", "silent_onnxruntime"]

_SWITCHES = ("ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED")
"""Looked at once, when it is imported; which of the two depends on the version."""


def silent_onnxruntime() -> Any:
    """Return the module, imported so that it neither sends nor keeps anything.

    Raises whatever its import raises. Where a program has imported it before, or has set the
    variables itself, that stands.
    """
    for switch in _SWITCHES:
        os.environ.setdefault(switch, "1")
    import onnxruntime

    if os.name == "nt":  # there the variables are not looked at
        onnxruntime.disable_telemetry_events()
    return onnxruntime


def session(graph: str | bytes) -> Any:
    """Return a session of a graph, of a file or of its bytes, that runs on the caller's thread."""
    onnxruntime = silent_onnxruntime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
