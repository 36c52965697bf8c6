"""The rest of a list that an answer was taken from, for "who else" and "where else"."""

from __future__ import annotations

from hegang_qa.conversation.grammar import noun_phrases, tag
from hegang_qa.conversation.words import WordBook

__all__ = ["rest_of_list"]


def rest_of_list(sentence: str, span: tuple[int, int], lexicon: WordBook) -> tuple[int, int] | None:
    """Return the span of what follows the item at `span` in its list, None where there is no list.

    In "flights to Rome, Oslo and other towns" it is "Oslo and other towns" after "Rome". Spans are
    code points of `sentence`, ends excluded.
    """
    words = tag(sentence[: span[1] + 400], lexicon)
    phrases = {phrase.first: phrase for phrase in noun_phrases(words)}
    at = next((i for i, word in enumerate(words) if word.start >= span[1]), len(words))
    first = last = -1
    joined = False
    while at < len(words) and (words[at].text == "," or words[at].norm in ("and", "or")):
        joined = joined or words[at].norm in ("and", "or")
        at += 1
        if at < len(words) and words[at].norm in ("and", "or"):  # ", and"
            joined = True
            at += 1
        phrase = phrases.get(at)
        if phrase is None:
            break
        first = words[at].start if first < 0 else first
        at = phrase.last
        last = words[at - 1].end
    # A comma alone may be an apposition ("Rome, the capital"): a list has an "and" somewhere.
    return (first, last) if joined and last > first >= 0 else None
