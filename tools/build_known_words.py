"""Write which words the lexicon holds to a file beside it (`hegang_qa.text.known_words`).

Usage: ``python -m tools.build_known_words [hegang_qa/data/lexicon.sqlite]``; the last step, after
``build_lexicon`` and ``build_kindred``.
"""

from __future__ import annotations

import sqlite3
import sys

from hegang_qa.text.known_words import TABLES, write_known_words


def words(lexicon: str) -> dict[str, list[str]]:
    """Return the forms in each table of a lexicon."""
    db = sqlite3.connect(lexicon)
    try:
        return {
            table: [form for (form,) in db.execute(f"SELECT form FROM {table}")] for table in TABLES
        }
    finally:
        db.close()


if __name__ == "__main__":
    path = sys.argv[1] if len(sys.argv) > 1 else "hegang_qa/data/lexicon.sqlite"
    write_known_words(path, words(path))
