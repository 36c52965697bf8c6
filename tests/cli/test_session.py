"""README.md shows the program as it is (the last digits of a confidence may lag behind)."""

from __future__ import annotations

import re

from tools.session import README, SVG, drawn, renewed


def without_figures(text: str) -> str:
    return re.sub(r"confidence \d\.\d\d", "confidence", text)


def test_the_session_in_the_readme_is_what_comes_out() -> None:
    text = README.read_text(encoding="utf-8")
    assert without_figures(text) == without_figures(renewed(text)), "run: python -m tools.session"


def test_the_picture_shows_what_comes_out() -> None:
    text = SVG.read_text(encoding="utf-8")
    assert without_figures(text) == without_figures(drawn()), "run: python -m tools.session"
