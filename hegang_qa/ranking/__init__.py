"""Ranking: which sentences speak to the question, and how much of it each accounts for."""

from hegang_qa.ranking.ranker import rank
from hegang_qa.ranking.scoring import contributions

__all__ = ["contributions", "rank"]
