"""A conversation goes on when the documents beneath it are read again."""

from __future__ import annotations

from pathlib import Path

from hegang_qa import Engine


def test_the_thread_stays(tmp_path: Path) -> None:
    mill = tmp_path / "mill.txt"
    mill.write_text("The mill at Orrin was built in 1850.\n", encoding="utf-8")
    chat = Engine.open(mill, reader="off").chat()
    assert chat.ask("when was the mill at Orrin built").text == "1850"
    mill.write_text(
        "The mill at Orrin was built in 1850.\nThe mill at Orrin belongs to Ada Holm.\n",
        encoding="utf-8",
    )
    chat.go_on_with(Engine.open(mill, reader="off"))
    assert chat.ask("who does it belong to?").text == "Ada Holm"
