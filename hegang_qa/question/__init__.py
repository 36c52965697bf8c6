"""Question: what is asked for, by which words, and what else those words could be in a text."""

from hegang_qa.question.analysis import understand

__all__ = ["understand"]
