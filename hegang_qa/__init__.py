"""Offline question answering over your documents.

::

    from hegang_qa import Engine

    engine = Engine.open("docs/", "faq.md")
    answer = engine.ask("how long may I keep a book")
    print(answer.text, answer.source)
"""

from hegang_qa.engine import Engine
from hegang_qa.errors import HegangQAError, IndexFormatError, RuleError, SourceError, UsageError
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
    "UsageError",
    "WordMatch",
    "__version__",
]
