"""Files of settings: what is set, asked for in the words of the comment above it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

SETTINGS = """\
# messenger configuration
# See the manual for the full list.

[server]
# Address the daemon binds to. Use 0.0.0.0 to listen on every interface.
listen = 127.0.0.1
# TCP port
port = 7410
# How many connections may be open at the same time.
max_clients = 200

[storage]
# Where messages are kept on disk.
path = /var/lib/messenger
# Messages older than this many days are removed
# every night.
retention_days = 14
# Set to yes to compress old messages.
compress = no

[security]
tls = yes                # encrypt all traffic
# After this many wrong passwords the address is banned.
max_failures = 5
# for how long, in minutes
ban_minutes = 30
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("settings") / "messenger.txt"
    path.write_text(SETTINGS, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        ("what port does it listen on", "7410", 8),
        ("which address does the server bind to", "127.0.0.1", 6),
        ("where are messages stored", "/var/lib/messenger", 14),
        ("how long are messages kept", "14", 17),
        ("how long is an address banned", "30", 26),
        ("how many wrong passwords before a ban", "5", 24),
        ("what is retention_days", "14", 17),
        ("is compression on by default", "No", 19),
        ("port of the server", "7410", 8),
        ("is tls on", "Yes", 22),
        ("what does max_failures do", "After this many wrong passwords the address is banned.", 23),
    ],
)
def test_what_is_set_is_found_by_its_comment(
    engine: Engine, question: str, answer: str, line: int
) -> None:
    told = engine.ask(question)
    assert told.source is not None
    assert (told.text, told.source.line) == (answer, line)


@pytest.mark.parametrize(
    "question",
    ["how many backups are kept", "how long do sessions last", "is ipv6 on", "is debug on"],
)
def test_what_is_not_set_is_refused(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"


def test_a_comment_over_two_lines_is_one_sentence(engine: Engine) -> None:
    told = engine.ask("which messages are removed every night")
    assert "#" not in (told.text or "")


def test_a_switch_says_what_it_is_set_to(tmp_path: Path) -> None:
    page = tmp_path / "env.txt"
    page.write_text("# Switches\nAPP_NAME=Boats\nAPP_DEBUG=false\nMAINTENANCE_MODE=off\nTLS=on\n")
    engine = Engine.open(page, reader="off")
    asked = ("is maintenance mode on", "is debug mode on", "is tls on", "is maintenance mode off")
    assert [engine.ask(question).text for question in asked] == ["No", "No", "Yes", "Yes"]


def test_prose_with_an_equation_is_no_file_of_settings(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(
        "# Notes\nspeed = 3\nThe mill was built in 1823.\nwidth = 4\nIt burned down in 1901.\n"
        "depth = 5\nNobody lives there now.\n"
    )
    assert Engine.open(page, reader="off").ask("when was the mill built").text == "1823"


GUIDE = """\
# relay

## Configuration

```ini
[server]
# How many connections may be open at the same time.
max_clients = 200
# TCP port
port = 7410

[storage]
# Messages older than this many days are removed every night.
retention_days = 14
```

## From Python

```python
# connect
client = Client("localhost")
# three times
reply = client.send("hello", times=3)
other = client.receive()
```
"""


def test_settings_in_a_block_of_code(tmp_path: Path) -> None:
    page = tmp_path / "relay.md"
    page.write_text(GUIDE, encoding="utf-8")
    engine = Engine.open(page, reader="off")
    told = engine.ask("how many connections can be open")
    assert told.source is not None
    assert (told.text, told.source.line) == ("200", 8)
    code = [one for one in engine.store.get(engine.store.ids()) if one.kind == "code"]
    assert any("Client" in one.text for one in code)
    assert not any("max_clients" in one.text for one in code)
