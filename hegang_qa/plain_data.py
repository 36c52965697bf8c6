"""What all results have in common: they can be told as plain data."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

__all__ = ["PlainData"]


class PlainData:
    """Gives every result a plain-data form."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the result as dictionaries, lists, strings and numbers, ready for JSON."""
        result: Any = self  # a dataclass, as all that inherit from this are
        told: dict[str, Any] = _plain(asdict(result))
        return told


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
