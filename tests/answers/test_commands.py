"""What is typed: code below the sentence that introduces it, and code between backticks."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

NOTES = """\
# Mail server notes

To restart the spam filter by hand:

```
ssh mail2
systemctl restart rspamd
```

Rebuild the search index like this:

    doveadm index -u NAME INBOX

Show the waiting mail with `postqueue -p`. Use `postsuper -d ALL` to empty the queue.

To lock a mailbox, run `mailctl lock NAME` on mail1. The log lies in `/var/log/mail`.

To add an alias, open the form and choose a name.

Restart the geocoder with `systemctl restart geocoder`; it needs a minute to load.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("commands") / "mail.md"
    path.write_text(NOTES, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        ("How do I restart the spam filter?", "ssh mail2\nsystemctl restart rspamd", 3),
        ("how to rebuild the search index", "doveadm index -u NAME INBOX", 10),
        ("what do I run to empty the queue", "postsuper -d ALL", 14),
        ("which command shows the waiting mail", "postqueue -p", 14),
        ("command to lock a mailbox", "mailctl lock NAME", 16),
        ("how do I restart the geocoder", "systemctl restart geocoder", 20),
        ("where is the log", "/var/log/mail", 16),
        ("how do I add an alias", "open the form and choose a name", 18),
    ],
)
def test_command(engine: Engine, question: str, answer: str, line: int) -> None:
    got = engine.ask(question)
    assert (got.text, got.source and got.source.line) == (answer, line)
    if got.answer_span is not None and got.sentence is not None:
        assert got.sentence[slice(*got.answer_span)] == got.text


CODE = """\
# Hooks

```python
manager = Manager("mine")
# create a queue
queue = manager.queue()

# register plugins
manager.register(First())
manager.register(Second())
# done
```

- Can run `suites <https://docs.example.org/how-to/suites.html>`_ of other tools
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("how do I register plugins", "manager.register(First())\nmanager.register(Second())"),
        ("how do I create a queue", "queue = manager.queue()"),
    ],
)
def test_a_comment_stands_over_the_code_that_does_it(
    tmp_path: Path, question: str, answer: str
) -> None:
    path = tmp_path / "hooks.md"
    path.write_text(CODE, encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text == answer


def test_the_address_of_a_link_is_no_value(tmp_path: Path) -> None:
    path = tmp_path / "hooks.md"
    path.write_text(CODE, encoding="utf-8")
    text = Engine.open(path, reader="off").ask("how do I run suites").text or ""
    assert not text.startswith("//")


@pytest.mark.parametrize(
    "question", ["how do I restart the web server", "command to delete a mailbox"]
)
def test_other_work_has_no_command(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"


def test_a_high_threshold_holds(engine: Engine) -> None:
    got = engine.ask("How do I restart the spam filter?", min_confidence=0.95)
    assert got.kind == "no-answer"
