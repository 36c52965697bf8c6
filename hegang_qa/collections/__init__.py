"""Collections: documents kept on disk with their index, updated as the files change.

A collection is a folder. ``collection.sqlite`` in it is the truth: documents and their sentences.
``index/`` (tantivy) finds sentences by their terms and ``words/`` words by their spelling; both
can be made again from the truth.
"""

from hegang_qa.collections.collection import Collection, Status
from hegang_qa.collections.layout import is_collection
from hegang_qa.collections.snapshot import Snapshot
from hegang_qa.collections.update import Changes

__all__ = ["Changes", "Collection", "Snapshot", "Status", "is_collection"]
