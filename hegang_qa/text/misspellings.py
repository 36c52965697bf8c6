"""The word that is likeliest meant by one that is in no list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hegang_qa.text.spelling import allowed_edits, edits, may_be_near, similarity

__all__ = ["nearest_word"]

# Endings of inflections under which a misspelled word is looked for without them.
_MENDED = ("s", "es", "d", "ed", "ing", "r", "er")
# Words less alike than this are two words and no misspelling.
_LEAST_ALIKE = 0.76


def nearest_word(
    form: str,
    beginning: Callable[[str, int, int], list[str]],
    often: Callable[[str], float],
) -> tuple[str, float] | None:
    """Return the word that `form`, folded and unknown, is likeliest a misspelling of, with
    similarity 0..1 (`hegang_qa.text.spelling`); None where none is near.

    `beginning(letters, size, errors)` gives the known words that begin with some letters and are
    as long as `size`, give or take `errors`; `often(word)` how often a known word is met.
    """
    for errors in (1, 2):  # most misspellings hold one error, and it is quicker to look for
        best: tuple[float, float, str] | None = None
        for ending in ("", *_MENDED):
            wrong = form.removesuffix(ending) if ending else form
            if (ending and wrong == form) or allowed_edits(wrong) < errors:
                continue
            for right in _near(wrong, errors, beginning):
                value = similarity(wrong, right)
                # Of two near words the frequent one is likelier to be meant.
                more = min(0.1, 0.01 * often(right) ** 0.5)
                if value >= _LEAST_ALIKE and (best is None or (value + more, value) > best[:2]):
                    best = (value + more, value, right)
        if best is not None:
            return best[2], best[1]
    return None


def _near(
    wrong: str, errors: int, beginning: Callable[[str, int, int], list[str]]
) -> Iterator[str]:
    """Yield the known words within some errors of `wrong` that begin about like it."""
    for letters in sorted({wrong[:2], wrong[1] + wrong[0], wrong[0] + wrong[2]}):
        for right in beginning(letters, len(wrong), errors):
            if may_be_near(wrong, right, errors) and edits(wrong, right, errors) <= errors:
                yield right
