"""Evaluation: measure an engine on a file of questions with known answers."""
