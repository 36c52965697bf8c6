"""Answers: which words of a sentence answer, what supports them, and how sure that is."""

from hegang_qa.answers.completing.bullets import with_whole_list
from hegang_qa.answers.completing.commands import with_command
from hegang_qa.answers.decide import decide
from hegang_qa.answers.spans import score_spans

__all__ = ["decide", "score_spans", "with_command", "with_whole_list"]
