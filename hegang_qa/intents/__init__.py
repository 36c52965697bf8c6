"""Intents: load, validate and match the rules that decide what a question asks for."""
