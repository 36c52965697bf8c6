"""Folders of documents that change, and collections over them."""

from collections.abc import Callable
from pathlib import Path

import pytest

WriteFile = Callable[[str, str], Path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with three documents in ``docs``."""
    docs = tmp_path / "docs"
    (docs / "sub").mkdir(parents=True)
    (docs / "bridge.txt").write_text(
        "The bridge was opened in 1931. It crosses the river at the narrowest place.\n\n"
        "Nobody pays to cross it.\n"
    )
    (docs / "museum.md").write_text(
        "# Museum\n\nIt opens at nine.\n\n| Item | Late fee |\n|---|---|\n| Map | 20p |\n"
    )
    (docs / "sub" / "ferry.txt").write_text("The ferry sails twice a day. It takes an hour.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path
