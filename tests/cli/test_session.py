"""README.md shows the program as it is."""

from __future__ import annotations

from tools.session import README, SVG, drawn, renewed


def test_the_session_in_the_readme_is_what_comes_out() -> None:
    text = README.read_text(encoding="utf-8")
    assert text == renewed(text), "run: python -m tools.session"


def test_the_picture_shows_what_comes_out() -> None:
    assert SVG.read_text(encoding="utf-8") == drawn(), "run: python -m tools.session"
