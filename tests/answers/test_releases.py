"""Changelogs: the headings of releases answer which version, when, and what it changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

CHANGELOG = """\
# sieve

`sieve` filters lines. It needs Go 1.21 or later.

## 2.1 History

It was begun in 2019 by Nadia Ferrante.

## Changelog

### 2.3.0 (2025-09-18)
- Added the `--workers` option.
- Fixed a crash on empty gzip files, reported by Jun Takeda.

### v2.2.0 - 11 February 2025
- Added CSV output.

### [2.0.0]
- Rewrote the parser; it is about five times faster.
- Dropped support for Go 1.18.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("log") / "README.md"
    path.write_text(CHANGELOG, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        ("In which version was the --workers option added?", "2.3.0", 11),
        ("Which version dropped support for Go 1.18?", "2.0.0", 18),
        ("When was the --workers option added?", "2025-09-18", 11),
        ("When was version 2.2.0 released?", "11 February 2025", 15),
        ("when did 2.3.0 come out", "2025-09-18", 11),
        ("What is the latest version?", "2.3.0", 11),
        ("What changed in 2.2.0?", "Added CSV output", 15),
        (
            "What is new in version 2.0.0?",
            "Rewrote the parser; it is about five times faster; Dropped support for Go 1.18",
            18,
        ),
    ],
)
def test_release(engine: Engine, question: str, answer: str, line: int) -> None:
    got = engine.ask(question)
    assert (got.text, got.source and got.source.line) == (answer, line)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which Go version is needed?", "1.21 or later"),  # a version of something else
        ("Who reported the crash on empty gzip files?", "Jun Takeda"),
        ("Who began it in 2019?", "Nadia Ferrante"),  # "2.1 History" is no release
        ("When was version 1.9.0 released?", None),
        ("Until when will the CSV output stay?", None),
        ("When was version 2.0.0 released?", None),  # no date
    ],
)
def test_what_is_no_release(engine: Engine, question: str, answer: str | None) -> None:
    assert engine.ask(question).text == answer


def test_releases_of_documents_that_are_not_asked_are_not_told(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(CHANGELOG, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("The latest version of the plan is red.", encoding="utf-8")
    engine = Engine.open(tmp_path, reader="off")
    assert engine.ask("What is the latest version?").text == "2.3.0"
    assert engine.ask("What is the latest version?", within="notes.txt").text != "2.3.0"


HISTORY = """\
Lookout
=======

Lookout draws maps.

History
=======

0.6.0 *2026-02-06*
  * **Drop** support for version 3.6 of the old format.
  * **New** function ``wrap()``.
0.5.1 (20 November 2025)
  * **Bugfix** for lines without an end.

Release 0.5.0, 2025-09-01
  * Added tables of heights.
"""

KEPT = """\
# Changelog

## [2.1.0] - 2025-03-14

### Added
- A `--quiet` flag that hides progress.

### Fixed
- Crash when the input file is empty.

## [2.0.0] - 2024-11-02

### Changed
- The default encoding is UTF-8.

### Removed
- The `legacy` backend.
"""


@pytest.mark.parametrize(
    ("name", "page", "question", "answer"),
    [
        ("HISTORY.rst", HISTORY, "when was 0.6.0 released?", "2026-02-06"),
        ("HISTORY.rst", HISTORY, "which version added wrap()?", "0.6.0"),
        ("HISTORY.rst", HISTORY, "when did 0.5.1 come out?", "20 November 2025"),
        ("HISTORY.md", HISTORY, "when was 0.6.0 released?", "2026-02-06"),
        ("HISTORY.md", HISTORY, "in which version was wrap() added?", "0.6.0"),
        ("HISTORY.rst", HISTORY, "what is the newest release?", "0.6.0"),
        ("CHANGELOG.md", KEPT, "what was fixed in 2.1.0?", "Crash when the input file is empty"),
        ("CHANGELOG.md", KEPT, "what was dropped in version 2.0.0?", "The `legacy` backend"),
        (
            "CHANGELOG.md",
            KEPT,
            "what changed in 2.0.0?",
            "The default encoding is UTF-8; The `legacy` backend",
        ),
        ("CHANGELOG.md", KEPT, "when was the legacy backend dropped?", "2024-11-02"),
    ],
)
def test_its_headings_have_other_forms(
    tmp_path: Path, name: str, page: str, question: str, answer: str
) -> None:
    path = tmp_path / name
    path.write_text(page, encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text == answer
