"""Index: from weighted terms to candidate sentences. Knows nothing of questions or answers."""

from hegang_qa.index.build import build_index
from hegang_qa.index.store import MemoryStore

__all__ = ["MemoryStore", "build_index"]
