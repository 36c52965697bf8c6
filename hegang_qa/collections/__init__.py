"""Collections: documents kept on disk with their index, updated as the files change.

A collection is a folder. ``collection.sqlite`` in it is the truth: documents and their sentences.
``index/`` (tantivy) finds sentences by their terms, and can be made again from the truth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hegang_qa.collections.collection import Collection, Status
    from hegang_qa.collections.layout import is_collection
    from hegang_qa.collections.results import Changes
    from hegang_qa.collections.snapshot import Snapshot

__all__ = ["Changes", "Collection", "Snapshot", "Status", "is_collection"]

_HOMES = {
    "Changes": "results",
    "Collection": "collection",
    "Snapshot": "snapshot",
    "Status": "collection",
    "is_collection": "layout",
}


def __getattr__(name: str) -> Any:
    # A question to a collection needs a fraction of what writing one does.
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
