"""Answers: which words of a sentence answer, what supports them, and how sure that is."""

from hegang_qa.answers.completing.whole import completed
from hegang_qa.answers.decide import decide
from hegang_qa.answers.spans import score_spans

__all__ = ["completed", "decide", "score_spans"]
