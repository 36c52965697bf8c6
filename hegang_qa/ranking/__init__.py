"""Ranking: which sentences speak to the question, and how much of it each accounts for."""
