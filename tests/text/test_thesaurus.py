"""The source of the thesaurus: a line a word, in order, and of one form."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa.text.lexicon import Lexicon
from tools.build_thesaurus import SOURCE, entries, thesaurus


def test_the_source_is_well_formed_and_in_order() -> None:
    words = [word for word, _, _ in entries(SOURCE)]
    assert len(words) > 5000
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)


def test_other_forms_opposites_and_unknown_words_are_left_out(tmp_path: Path) -> None:
    source = tmp_path / "few.txt"
    source.write_text(
        "run: running, sprint; cheap, xqzzy\ncheap: expensive, inexpensive;\n", "utf-8"
    )
    found = thesaurus(source, Lexicon.open())
    assert found == {"run": (["sprint"], ["cheap"]), "cheap": (["inexpensive"], [])}


def test_a_line_of_another_form_is_told(tmp_path: Path) -> None:
    source = tmp_path / "few.txt"
    source.write_text("lift: elevator;\nno colon\n", "utf-8")
    with pytest.raises(ValueError, match=r"few\.txt:2"):
        list(entries(source))
