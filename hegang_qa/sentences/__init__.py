"""Sentences: cut the blocks of a document into sentences whose spans are kept from the start."""
