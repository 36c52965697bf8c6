"""When two short answers are the same.

The normal form is that of SQuAD (P. Rajpurkar et al., "SQuAD: 100,000+ Questions for Machine
Comprehension of Text", EMNLP 2016: case, punctuation and articles do not count), with what that
form gets wrong for figures mended: a decimal point, a minus, a percent or currency sign mean
something and stay; commas between thousands and the manner of writing a hyphen do not. Accents
and prepositions count: whether "by the early 1970s" answers as well as "the early 1970s" is for
the author of the questions to say, who may list both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["normalised", "same_answer"]

_ARTICLES = frozenset(("a", "an", "the"))

_FIGURE = re.compile(r"-?\d+(?:[.:/]\d+)*|\w+|[%$€£¥°₹]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_PERCENT = re.compile(r"(?<=\d)\s*(?:per\s?cent|%)(?!\w)")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def normalised(answer: str) -> str:
    """Return the answer in normal form; answers are the same when these are equal."""
    text = unicodedata.normalize("NFKC", answer).casefold().translate(_DASHES)
    text = _PERCENT.sub(" %", _THOUSANDS.sub("", _APOSTROPHE.sub("", text)))
    # A hyphen before a digit is a minus only where nothing stands before it.
    text = re.sub(r"(?<=\w)-", " ", text)
    return " ".join(word for word in _FIGURE.findall(text) if word not in _ARTICLES)


def same_answer(answer: str | None, accepted: Iterable[str]) -> bool:
    """Return whether the answer is the same as any of those accepted."""
    if answer is None:
        return False
    wanted = normalised(answer)
    return bool(wanted) and any(wanted == normalised(other) for other in accepted)
