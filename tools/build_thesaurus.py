"""Add what everyday words are called otherwise to ``hegang_qa/data/lexicon.sqlite``.

Usage: ``python -m tools.build_thesaurus [tools/thesaurus.txt] [hegang_qa/data/lexicon.sqlite]``

The file holds a line a word: ``word: same, same; near, near``. SAME are words that a document may
have in its place (lift for elevator, hire for rent), NEAR such as are narrower, broader or so
closely tied that a sentence with them often answers (animal for dog, price for expensive). They
were written for this, from general knowledge of English: of the 5,600 words most frequent in the
questions under ``bench/`` and ``reader/training/``, those for which there is something to say.
WordNet has senses, not usage: its "elevator" is no "lift". Opposites that WordNet knows are left
out. To be followed by ``build_known_words``.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from hegang_qa.text.lexicon import Lexicon
from hegang_qa.text.tokens import fold, stem

SOURCE = Path(__file__).parent / "thesaurus.txt"


def entries(file: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield each word with those that say the same and those that are near, as they are written.

    Raises `ValueError` for a line of another form.
    """
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        word, colon, rest = line.partition(":")
        if not colon or not word.strip():
            raise ValueError(f"{file}:{number}: no word with a colon")
        same, _, near = rest.partition(";")
        yield fold(word).strip(), _words(same), _words(near)


def _words(text: str) -> list[str]:
    found = (fold(word).strip(" .") for word in text.split(","))
    return [word for word in dict.fromkeys(found) if word and word.replace("-", "").isalpha()]


def thesaurus(file: Path, lexicon: Lexicon) -> dict[str, tuple[list[str], list[str]]]:
    """Return for each word what says the same and what is near, without opposites, other forms of
    the word itself and words that English does not have."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for word, same, near in entries(file):
        opposite = {other for other, kind, _ in lexicon.related(word) if kind == "antonym"}
        root = stem(word)

        def fits(other: str, opposite: set[str] = opposite, root: str = root) -> bool:
            known = bool(lexicon.lemmas(other)) or "-" in other
            return known and other not in opposite and stem(other) != root

        old_same, old_near = found.get(word, ([], []))
        all_same = list(dict.fromkeys([*old_same, *filter(fits, same)]))
        all_near = [
            other
            for other in dict.fromkeys([*old_near, *filter(fits, near)])
            if other not in all_same
        ]
        if all_same or all_near:
            found[word] = (all_same, all_near)
    return found


def main() -> None:
    """Add the table to the lexicon."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    target = sys.argv[2] if len(sys.argv) > 2 else "hegang_qa/data/lexicon.sqlite"
    found = thesaurus(source, Lexicon.open(target))
    db = sqlite3.connect(target)
    db.execute("DROP TABLE IF EXISTS thesaurus")
    db.execute("CREATE TABLE thesaurus (form TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID")
    db.executemany(
        "INSERT INTO thesaurus VALUES (?, ?)",
        ((word, f"{'|'.join(s)};{'|'.join(n)}") for word, (s, n) in sorted(found.items())),
    )
    db.commit()
    db.execute("VACUUM")
    db.close()
    same = sum(len(s) for s, _ in found.values())
    near = sum(len(n) for _, n in found.values())
    print(f"{len(found)} words, {same} that say the same, {near} near")


if __name__ == "__main__":
    main()
