"""Ranking: which sentences speak to the question, and how much of it each accounts for."""

from hegang_qa.ranking.ranker import rank

__all__ = ["rank"]
