"""A small extractive reader: finds the words of a passage that answer a question.

The optional part of hegang-qa. The weights are published under CC BY-SA 4.0 (see `NOTICE`).
"""

from hegang_qa_reader.model import ReadSpan, SpanReader, Verdict, WeightsError, load_reader

__all__ = ["INTERFACE", "ReadSpan", "SpanReader", "Verdict", "WeightsError", "load_reader"]
__version__ = "0.1.0"

INTERFACE = 1
"""The version of the protocol by which hegang-qa asks; it does not use a reader of another."""
