"""Answers: which words of a sentence answer, what supports them, and how sure that is."""
