"""README.md and docs/evaluating.md show the program as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hegang_qa.cli.main import main
from tests.cli.stub import text_of
from tools.session import COLUMNS, README, ROOT, SVG, drawn, outside, renewed

MEASURING = ROOT / "docs" / "evaluating.md"
_CONFIDENCE = re.compile(r"(?<=confidence )\d\.\d\d|(?<=\d  )\d\.\d\d(?!\S)")
# How far a confidence that is shown may lag behind.
_LAG = 0.05


def assert_same(shown: str, now: str, remedy: str) -> None:
    """Fail where texts differ by more than confidences that are nearly the same."""
    assert _CONFIDENCE.sub("", shown) == _CONFIDENCE.sub("", now), remedy
    old, new = ([float(one) for one in _CONFIDENCE.findall(text)] for text in (shown, now))
    assert old == pytest.approx(new, rel=0, abs=_LAG + 1e-9), remedy


def test_the_session_in_the_readme_is_what_comes_out() -> None:
    text = README.read_text(encoding="utf-8")
    assert _CONFIDENCE.search(text)
    assert_same(text, renewed(text), "run: python -m tools.session")


def test_the_picture_shows_what_comes_out() -> None:
    text = SVG.read_text(encoding="utf-8")
    assert _CONFIDENCE.search(text)
    assert_same(text, drawn(), "run: python -m tools.session")


def test_the_page_on_measuring_shows_what_comes_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = MEASURING.read_text(encoding="utf-8")
    found = re.search(r"```json\n(.*?)```\n\n```console\n\$ hegang-qa (.*?)\n(.*?)```", text, re.S)
    assert found is not None
    questions, command, shown = found.groups()
    (tmp_path / "questions.jsonl").write_text(questions, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    environment = outside(COLUMNS)
    assert main([*command.split(), "--color", "never", "--reader", "off"], environment) == 0
    assert_same(shown, text_of(environment.stdout), "put in docs/evaluating.md what comes out")


@pytest.mark.parametrize(("now", "same"), [("0.42", True), ("0.47", True), ("0.48", False)])
def test_a_confidence_may_lag_a_little(now: str, same: bool) -> None:
    line = "a.txt:3  confidence {}"
    if same:
        assert_same(line.format("0.42"), line.format(now), "")
        return
    with pytest.raises(AssertionError):
        assert_same(line.format("0.42"), line.format(now), "")
