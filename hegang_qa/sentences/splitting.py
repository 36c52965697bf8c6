"""Find where sentences end."""

from __future__ import annotations

import sentencex

__all__ = ["split_text"]


def split_text(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of `text`, in order, without the space between them."""
    spans: list[tuple[int, int]] = []
    for boundary in sentencex.get_sentence_boundaries("en", text):
        start, end = boundary["start_index"], boundary["end_index"]
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end:
            spans.append((start, end))
    return spans
