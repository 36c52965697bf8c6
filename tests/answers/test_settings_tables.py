"""Settings in a table written as a list, beside an example that has other values."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

MANUAL = """\
Settings
========

.. list-table::
   :header-rows: 1

   * - Option
     - Default
     - Meaning
   * - ``threads``
     - 2
     - How many jobs run at the same time
   * - ``poll_interval``
     - 0.5
     - Seconds between two looks at the queue
   * - ``log_level``
     - info
     - One of debug, info, warning and error

An example of the file:

.. code-block:: toml

    threads = 8
    poll_interval = 0.1
    log_level = "warning"
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is the default of poll_interval", "0.5"),
        ("what is the default log level", "info"),
        ("how many threads are used by default", "2"),
    ],
)
def test_the_table_goes_before_the_example(tmp_path: Path, question: str, answer: str) -> None:
    path = tmp_path / "settings.rst"
    path.write_text(MANUAL, encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text == answer
