"""Defaults, conditions and comments: what reference lines say by their form; and short answers that
are neither cut nor run over."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

MANUAL = """\
# Relay manual

```
relay stop NAME        # stops one relay, keeps its queue
relay status           // shows all relays
```

- `cache_dir`: where fetched data are stored, by default `~/.cache/relay`
- `port`: the port that it listens on (default 7070)
- `workers`: how many run at once, 4 by default
- `mode`: how it forwards; the default is `safe`

The exit code is 2 if a file cannot be read and 3 if it holds no readings.
The lamp blinks 5 times when the network is down and 6 times when the disk is full.
"""

TOWN = """\
# Town notes

Bus 64 runs from Tarrant every half hour.
The best price was paid in 2014 for The Grey Heron, 1.3 million pounds.
The drawer has the order number 4-2265.

Manager: Mrs. Ida Sorrell, office in number 6, ground floor left, telephone 0555 310 447.

Doctor: Dr. Lis Hansen, Mill Lane 3, phone 0555 777 010, mobile 0555 777 011
"""


def _engine(tmp_path_factory: pytest.TempPathFactory, text: str) -> Engine:
    path = tmp_path_factory.mktemp("lines") / "notes.md"
    path.write_text(text, encoding="utf-8")
    return Engine.open(path)


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return _engine(tmp_path_factory, MANUAL)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return _engine(tmp_path_factory, TOWN)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What does `relay stop NAME` do?", "stops one relay, keeps its queue"),
        ("what does relay status do", "shows all relays"),
        ("What is the default of cache_dir?", "~/.cache/relay"),
        ("cache_dir default", "~/.cache/relay"),
        ("What is cache_dir?", "where fetched data are stored"),
        ("What is the default port?", "7070"),
        ("how many workers run by default", "4"),
        ("default mode", "safe"),
        ("What does exit code 3 mean?", "it holds no readings"),
        ("What does exit code 2 mean?", "file cannot be read"),
        ("which exit code is returned if a file cannot be read", "2"),
        ("what is the exit code if a file holds no readings", "3"),
    ],
)
def test_what_a_line_says_by_its_form(manual: Engine, question: str, answer: str) -> None:
    assert manual.ask(question).text == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("bus from Tarrant", "Bus 64"),
        ("what was paid for The Grey Heron", "1.3 million pounds"),
        ("manager's office phone", "0555 310 447"),
        ("Lis Hansen mobile", "0555 777 011"),
        ("doctor's telephone", "0555 777 010"),
        ("What is the order number of the drawer?", "4-2265"),
    ],
)
def test_neither_cut_nor_run_over(town: Engine, question: str, answer: str) -> None:
    assert town.ask(question).text == answer
