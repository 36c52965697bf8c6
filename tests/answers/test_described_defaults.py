"""The default of a setting that is asked for by what it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_TEXT = """\
# Settings

| Flag | Default | Description |
|---|---|---|
| `--jobs N` | `8` | Number of parallel uploads. Values above 64 are clamped. |
| `--part-size SIZE` | `16MiB` | Multipart chunk size. Minimum is 5MiB. |
| `--retries N` | `5` | How often a failed request is retried. |

## `listen.max_connections` (*live*)

- **Type:** integer
- **Default:** `4096`
- Connections beyond this number are refused.

## `listen.idle_timeout`

- **Type:** duration
- **Default:** `5m`
- A client that sends nothing for this long is disconnected.

## `storage.retention`

- **Type:** duration
- **Default:** `7d`
- How long messages are kept.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("settings") / "settings.md"
    path.write_text(_TEXT, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what's the default chunk size", "16MiB"),
        ("how many uploads run in parallel", "8"),
        ("how many times does it retry a failed request", "5"),
        ("how long are messages kept", "7d"),
        ("when is an idle client disconnected", "5m"),
        ("max connections default?", "4096"),
    ],
)
def test_the_default_is_told(engine: Engine, question: str, text: str) -> None:
    assert engine.ask(question).text == text


def test_no_default_of_another_setting_is_told(engine: Engine) -> None:
    assert engine.ask("how many downloads run in parallel").text != "8"
