"""Offline question answering over your documents.

::

    from hegang_qa import Engine

    engine = Engine.open("docs/", "faq.md")
    answer = engine.ask("how long may I keep a book")
    print(answer.text, answer.source)
"""

from __future__ import annotations

# As in `typing`, which takes its time to load: a Ctrl-C before the program has begun is not caught.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from hegang_qa.collections import Changes
    from hegang_qa.conversation import Chat
    from hegang_qa.engine import Engine
    from hegang_qa.errors import (
        HegangQAError,
        IndexFormatError,
        RuleError,
        SourceError,
        StorageError,
        UsageError,
    )
    from hegang_qa.results import (
        Answer,
        Contribution,
        Evidence,
        Explanation,
        Intent,
        Source,
        WordMatch,
    )

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Changes",
    "Chat",
    "Contribution",
    "Engine",
    "Evidence",
    "Explanation",
    "HegangQAError",
    "IndexFormatError",
    "Intent",
    "RuleError",
    "Source",
    "SourceError",
    "StorageError",
    "UsageError",
    "WordMatch",
    "__version__",
]


def __getattr__(name: str) -> Any:
    # The names above are imported when they are asked for: `hegang-qa --help` asks for none.
    from importlib import import_module

    if name in __all__:
        for room in ("results", "errors", "engine", "conversation", "collections"):
            module = import_module(f"hegang_qa.{room}")
            if name in module.__all__:
                return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
