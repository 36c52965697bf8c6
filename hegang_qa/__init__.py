"""Offline question answering over your documents."""
