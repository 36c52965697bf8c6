"""How alike two words are spelled, as typing errors go.

The measure is the optimal string alignment distance (insertion, deletion, substitution, and the
swap of two neighbouring letters as one error; Damerau 1964 found these four to make up 80 % of
misspellings), with cheaper errors where fingers or ears slip: a neighbouring key, a doubled letter,
a vowel for a vowel, a homophone spelling.
"""

from __future__ import annotations

from functools import lru_cache

from hegang_qa.text.tokens import fold_accents

__all__ = ["allowed_edits", "edits", "may_be_near", "phonetic_key", "similarity"]

# Rows of the QWERTY keyboard with the half-key shift of each row.
_ROWS = (("qwertyuiop", 0.0), ("asdfghjkl", 0.25), ("zxcvbnm", 0.75))
_PLACE = {
    letter: (row, column + shift)
    for row, (letters, shift) in enumerate(_ROWS)
    for column, letter in enumerate(letters)
}
_VOWELS = frozenset("aeiouy")


def allowed_edits(word: str) -> int:
    """Return how many typing errors a word of this length may hold; 0 for anything with a digit.

    Up to three letters none, four and five one, up to eight two, longer words three.
    """
    if not word.isalpha():
        if any(char.isdigit() for char in word):
            return 0
        if not word.replace("'", "").replace("-", "").isalpha():
            return 0
    size = len(word)
    if size < 4:
        return 0
    if size < 6:
        return 1
    return 2 if size < 9 else 3


@lru_cache(maxsize=16384)
def similarity(one: str, other: str) -> float:
    """Return how alike two folded words are, 0..1; 0 when no typing error explains the difference.

    Accents are not errors. Words with digits are alike only when equal. Symmetric.
    """
    if one == other:
        return 1.0
    left, right = fold_accents(one), fold_accents(other)
    if left == right:
        return 0.98
    shorter, longer = (left, right) if len(left) <= len(right) else (right, left)
    allowed = min(allowed_edits(shorter), allowed_edits(longer))
    if not allowed or len(longer) - len(shorter) > allowed:
        return 0.0
    if edits(left, right, allowed) > allowed:
        return 0.0
    cost = _cost(left, right)
    if left[0] != right[0]:
        # The first letter is rarely wrong (Pollock & Zamora 1984: 3 to 8 % of misspellings).
        cost += 0.5 if allowed > 1 else 0.35
    if phonetic_key(left) == phonetic_key(right):
        cost *= 0.8
    value = 1.0 - cost / len(longer) * 1.2
    return round(value, 4) if value > 0.5 else 0.0


def may_be_near(left: str, right: str, most: int) -> bool:
    """Return False where two words are surely more than `most` edits apart (a quick test).

    Each error costs at most two pairs of letters (a swap three) of the size + 1 there are
    (Ukkonen, "Approximate string-matching with q-grams and maximal matches", 1992).
    """
    pairs = _pairs_of(left)
    return len(pairs & _pairs_of(right)) >= max(1, len(pairs) - 3 * most)


@lru_cache(maxsize=16384)
def _pairs_of(word: str) -> frozenset[str]:
    framed = f"^{word}$"
    return frozenset([framed[at : at + 2] for at in range(len(framed) - 1)])


def edits(left: str, right: str, most: int) -> int:
    """Return the optimal string alignment distance of two words, ``most + 1`` when it is more."""
    height, width = len(left), len(right)
    if abs(height - width) > most:
        return most + 1
    before: list[int] = []
    last = list(range(width + 1))
    for i in range(1, height + 1):
        a = left[i - 1]
        now = [i]
        # Only cells near the diagonal can hold a distance of `most` or less.
        low, high = max(1, i - most), min(width, i + most)
        if low > 1:
            now = [most + 1] * low
        for j in range(low, high + 1):
            b = right[j - 1]
            if a == b:
                best = last[j - 1]
            else:
                best = 1 + min(last[j - 1], last[j], now[j - 1])
                if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                    best = min(best, before[j - 2] + 1)
            now.append(best)
        now.extend([most + 1] * (width - high))
        if min(now) > most:
            return most + 1
        before, last = last, now
    return min(last[width], most + 1)


def _cost(left: str, right: str) -> float:
    """Return the weighted optimal string alignment distance of two words."""
    height, width = len(left), len(right)
    before: list[float] = []
    row = [_gap(right, at) for at in range(width)]
    last = [0.0]
    for value in row:
        last.append(last[-1] + value)
    for i in range(1, height + 1):
        a = left[i - 1]
        drop = _gap(left, i - 1)
        now = [last[0] + drop]
        for j in range(1, width + 1):
            b = right[j - 1]
            if a == b:
                best = last[j - 1]
            else:
                best = min(
                    last[j - 1] + _swap_cost(a, b),
                    last[j] + drop,
                    now[j - 1] + row[j - 1],
                )
                if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                    best = min(best, before[j - 2] + 0.7)
            now.append(best)
        before, last = last, now
    return last[width]


def _gap(word: str, at: int) -> float:
    """Return the cost of a letter too many or too few: less beside its double."""
    letter = word[at]
    if (at and word[at - 1] == letter) or (at + 1 < len(word) and word[at + 1] == letter):
        return 0.5
    return 0.8


def _swap_cost(a: str, b: str) -> float:
    if a in _VOWELS and b in _VOWELS:
        return 0.85
    one, other = _PLACE.get(a), _PLACE.get(b)
    if one is None or other is None:
        return 1.0
    near = abs(one[0] - other[0]) <= 1 and abs(one[1] - other[1]) <= 1.0
    return 0.8 if near else 1.0


_SOUNDS = (
    ("ght", "t"),
    ("tch", "x"),
    ("sch", "sk"),
    ("ch", "x"),
    ("ck", "k"),
    ("ph", "f"),
    ("sh", "x"),
    ("th", "0"),
    ("wh", "w"),
    ("wr", "r"),
    ("kn", "n"),
    ("gn", "n"),
    ("qu", "kw"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "sy"),
    ("dge", "je"),
    ("ge", "je"),
    ("gi", "ji"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("v", "f"),
)


@lru_cache(maxsize=16384)
def phonetic_key(word: str) -> str:
    """Return a key that words of like sound share ("boarder" and "border", "wen" and "when").

    A light relative of Metaphone (Philips 1990): spellings of one consonant are made one letter,
    doubled letters single, and vowels after the first letter dropped.
    """
    text = word
    for spelled, sound in _SOUNDS:
        if spelled in text:
            text = text.replace(spelled, sound)
    key: list[str] = []
    for at, letter in enumerate(text):
        if letter in "aeiouyhw'-" and at:
            continue
        letter = "a" if letter in _VOWELS and not at else letter
        if not key or key[-1] != letter:
            key.append(letter)
    return "".join(key)
