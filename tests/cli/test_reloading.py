"""Documents are read again where one that was named is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine, HegangQAError
from hegang_qa.cli.repl.session import Session
from hegang_qa.cli.settings import Settings


def _open(settings: Settings) -> Engine:
    return Engine.open(*settings.docs, reader="off")


def test_the_others_are_read_and_the_thread_goes_on(tmp_path: Path) -> None:
    mill, hall = tmp_path / "mill.txt", tmp_path / "hall.txt"
    mill.write_text("The mill was built in 1850.\n", encoding="utf-8")
    hall.write_text("The hall was built in 1900.\n", encoding="utf-8")
    session = Session(Settings(docs=(str(mill), str(hall))), _open)
    assert session.ask("when was the hall built").text == "1900"
    mill.unlink()
    hall.write_text("The hall was built in 1901.\n", encoding="utf-8")
    session.reload()
    assert any("mill.txt" in warning for warning in session.engine.warnings)
    assert session.engine.paths() == [str(hall)]
    answer = session.ask("when was it built")
    assert (answer.asked, answer.text) == ("when was the hall built", "1901")
    hall.unlink()
    with pytest.raises(HegangQAError):
        session.reload()
