"""``hegang-qa index`` and ``-c``: what is printed, and with which status."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from hegang_qa.cli.main import main
from hegang_qa.cli.status import ExitStatus
from hegang_qa.collections.layout import FORMAT
from tests.cli.stub import environment, text_of

QUESTION = "When was the bridge opened?"


def run(*arguments: str, home: str = "/nonexistent", **environ: str) -> tuple[int, str, str]:
    env = environment(home=home)._replace(environ=environ)
    status = main(arguments, env)
    return status, text_of(env.stdout), text_of(env.stderr)


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "bridge.txt").write_text("The bridge was opened in 1931. It is long.\n")
    (folder / "ferry.txt").write_text("The ferry takes an hour.\n")
    monkeypatch.chdir(tmp_path)
    return folder


def test_build_ask_change_and_remove(docs: Path) -> None:
    assert run("index", "docs", "--into", "my.hq") == (
        0,
        "my.hq: 2 added; 2 documents, 3 sentences\n"
        "  added    docs/bridge.txt\n  added    docs/ferry.txt\n",
        "",
    )
    status, out, _ = run("-c", "my.hq", QUESTION)
    assert status == ExitStatus.ANSWERED
    assert out.startswith("1931\n")
    assert "docs/bridge.txt:1" in out
    assert run("index", "-c", "my.hq") == (
        0,
        "my.hq: nothing has changed; 2 documents, 3 sentences\n",
        "",
    )
    (docs / "bridge.txt").rename(docs / "viaduct.txt")
    (docs / "odd.txt").write_bytes(b"\0")
    assert run("index", "--into=my.hq") == (
        0,
        "my.hq: 1 renamed; 2 documents, 3 sentences\n"
        "  renamed  docs/bridge.txt → docs/viaduct.txt\n",
        "warning: docs/odd.txt: binary, not text\n",
    )
    assert run("index", "--into", "my.hq", "--remove", "ferry.txt")[1].endswith(
        "  removed  docs/ferry.txt\n"
    )
    assert run("-c", "my.hq", "How long does the ferry take?")[0] == ExitStatus.NO_ANSWER


def test_damaged_sentences_are_noticed_by_the_check(docs: Path) -> None:
    run("index", "docs", "--into", "my.hq")
    status, out, _ = run("index", "my.hq", "--status", "--check")
    assert (status, "checked    every checksum is right" in out) == (0, True)
    with sqlite3.connect("my.hq/collection.sqlite") as connection:
        connection.execute("update chunks set data = cast(replace(data, '1931', '1913') as blob)")
    connection.close()
    for command in (("index", "my.hq", "--status", "--check"), ("-c", "my.hq", QUESTION)):
        status, _, err = run(*command)
        assert status == ExitStatus.UNREADABLE
        assert "my.hq: the collection is damaged" in err
        assert "hegang-qa index --into my.hq --rebuild" in err
    run("index", "--into", "my.hq", "--rebuild")
    assert run("-c", "my.hq", QUESTION)[1].startswith("1931\n")


def test_nothing_that_could_be_read_is_told_by_the_status(docs: Path) -> None:
    (docs / "odd.bin").write_bytes(b"\0")
    status, out, err = run("index", "docs/odd.bin", "--into", "my.hq")
    assert status == ExitStatus.UNREADABLE
    assert out == "my.hq: nothing could be read; 0 documents, 0 sentences\n"
    assert "binary" in err


def test_watching_without_what_it_needs_does_nothing(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    status, out, err = run("index", "docs", "--into", "my.hq", "--watch")
    assert (status, out) == (ExitStatus.WRONG_USAGE, "")
    assert "hegang-qa[watch]" in err
    assert not Path("my.hq").exists()


def test_status_tells_what_is_there_and_what_is_not(docs: Path) -> None:
    (docs / "odd.txt").write_bytes(b"\0")
    run("index", "docs", "--into", "my.hq")
    (docs / "new.txt").write_text("New.")
    status, out, err = run("index", "my.hq", "--status", "--check")
    assert (status, err) == (0, "")
    assert "  documents  2\n  sentences  3\n" in out
    assert f"  version    format {FORMAT}, update 1\n  sources    docs\n" in out
    assert "1 file changed since: hegang-qa index --into my.hq" in out
    assert "Not read\n  docs/odd.txt: binary, not text\n" in out
    assert out.endswith("Documents\n  docs/bridge.txt\n  docs/ferry.txt\n")
    record = json.loads(run("index", "-c", "my.hq", "--status", "--json")[1])
    assert record["schema"] == 1
    assert record["documents"] == ["docs/bridge.txt", "docs/ferry.txt"]
    assert record["failures"] == [["docs/odd.txt", "binary, not text"]]
    assert record["behind"] == {"changed": 1, "gone": 0}
    assert record["bytes"] > 0


def test_documents_may_be_named_as_for_a_question(docs: Path) -> None:
    assert run("index", "-d", "docs", "--into", "my.hq")[1].startswith("my.hq: 2 added")


def test_changes_as_json(docs: Path) -> None:
    record = json.loads(run("index", "docs", "--into", "my.hq", "--json")[1])
    assert record["collection"] == "my.hq"
    assert record["added"] == ["docs/bridge.txt", "docs/ferry.txt"]
    assert record["removed"] == record["failed"] == []


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("index",), 2, "which collection?"),
        (("index", "--into", "my.hq"), 3, "my.hq: no collection"),
        (("index", "nowhere", "--into", "my.hq"), 3, "no such file or folder: nowhere"),
        (("index", "docs", "--into", "docs"), 2, "docs: exists and is not a collection"),
        (("index", "--into", "my.hq", "--status", "--watch"), 2, "do not go together"),
        (("index", "docs", "--into", "my.hq", "--status"), 2, "takes no documents"),
        (("index", "--into", "my.hq", "--remove"), 2, "needs the documents"),
        (("index", "docs", "--into", "my.hq", "--check"), 2, "goes with --status"),
        (("-c", "my.hq", QUESTION), 3, "my.hq: no collection"),
        (("-c", "docs", QUESTION), 3, "hegang-qa -d docs"),
        (("-c", "my.hq", "-d", "docs", QUESTION), 2, "both named"),
    ],
)
def test_what_makes_no_sense_is_told_and_does_nothing(
    docs: Path, arguments: tuple[str, ...], status: int, message: str
) -> None:
    found, out, err = run(*arguments)
    assert (found, out) == (status, "")
    assert message in err
    assert not Path("my.hq").exists()


def test_hints_are_commands_that_work(docs: Path) -> None:
    run("index", "docs", "--into", "my.hq")
    hinted = "hint: hegang-qa index --into my.hq --status "
    status, _, err = run("index", "--into", "my.hq", "--remove", "nowhere")
    assert status == 2
    assert hinted + "lists them" in err
    if find_spec("watchfiles"):
        docs.rename("moved")
        status, _, err = run("index", "--into", "my.hq", "--watch")
        assert status == 2
        assert hinted + "names its sources" in err
    assert run("index", "--into", "my.hq", "--status")[0] == 0


def test_the_later_of_documents_and_collection_counts(docs: Path) -> None:
    run("index", "docs", "--into", "my.hq")
    (docs / "bridge.txt").write_text("The bridge was opened in 1940.\n")
    assert run(QUESTION, HEGANG_QA_COLLECTION="my.hq")[1].startswith("1931\n")
    assert run("-d", "docs", QUESTION, HEGANG_QA_COLLECTION="my.hq")[1].startswith("1940\n")
    assert run("-c", "my.hq", QUESTION, HEGANG_QA_DOCS="docs")[1].startswith("1931\n")


def test_an_older_format_is_refused_and_rebuilt(docs: Path) -> None:
    run("index", "docs", "--into", "my.hq")
    with sqlite3.connect("my.hq/collection.sqlite") as connection:
        connection.execute("update meta set value = '0' where key = 'format'")
        connection.execute("drop table documents")
    connection.close()
    for arguments in (("-c", "my.hq", QUESTION), ("index", "--into", "my.hq")):
        status, _, err = run(*arguments)
        assert status == ExitStatus.UNREADABLE
        assert "format version 0" in err
        assert "hegang-qa index --into my.hq --rebuild" in err
    status, out, err = run("index", "--into", "my.hq", "--rebuild")
    assert (status, err) == (0, "")
    assert "  documents  2\n" in out
    assert run("-c", "my.hq", QUESTION)[1].startswith("1931\n")
    assert sorted(path.name for path in Path().iterdir()) == ["docs", "my.hq"]


def test_large_documents_are_kept_for_the_next_question(docs: Path, tmp_path: Path) -> None:
    (docs / "long.txt").write_text("A plain line of words that says little.\n\n" * 6000)
    home = str(tmp_path / "home")
    assert run("--no-cache", "-d", "docs", QUESTION, home=home)[1].startswith("1931\n")
    assert not Path(home).exists()
    for date in ("1931", "1932"):
        assert run("-d", "docs", QUESTION, home=home)[1].startswith(f"{date}\n")
        (docs / "bridge.txt").write_text("The bridge was opened in 1932. It is long.\n")
    assert len(list(Path(home, ".cache", "hegang-qa", "documents").iterdir())) == 1


# A shell lets programs in the background ignore Ctrl-C, and their children with them.
PROGRAM = (
    "-c",
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    " from hegang_qa.cli.main import main; sys.exit(main())",
)


def _process(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *PROGRAM, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100"},
    )


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_keeps_what_is_complete(docs: Path) -> None:
    run("index", "docs", "--into", "my.hq")
    for number in range(3000):
        (docs / f"more{number}.txt").write_text(f"Entry {number} is here. " * 40)
    child = _process("index", "--into", "my.hq", "--jobs", "1")
    time.sleep(1.5)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=60)
    assert "Traceback" not in err
    # It may have been about to end, or have said all that it had to say.
    assert child.returncode in (0, ExitStatus.INTERRUPTED, -signal.SIGINT)
    if child.returncode == ExitStatus.INTERRUPTED and "3,002 of 3,002" not in err:
        assert "hegang-qa index --into my.hq" in err or err == ""
    assert run("-c", "my.hq", QUESTION)[1].startswith("1931\n")
    assert "3,002 documents" in run("index", "--into", "my.hq")[1]


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_watch_follows_the_files(docs: Path) -> None:
    pytest.importorskip("watchfiles")
    child = _process("index", "docs", "--into", "my.hq", "--watch")
    assert child.stdout is not None
    try:
        seen = ""
        while "nothing has changed" not in seen:
            seen = child.stdout.readline()
            assert seen
        (docs / "tunnel.txt").write_text("The tunnel was dug in 1950.\n")
        assert child.stdout.readline() == "my.hq: 1 added; 3 documents, 4 sentences\n"
        assert child.stdout.readline() == "  added    docs/tunnel.txt\n"
        assert run("-c", "my.hq", "When was the tunnel dug?")[1].startswith("1950\n")
        (docs / "tunnel.txt").unlink()
        assert child.stdout.readline() == "my.hq: 1 removed; 2 documents, 3 sentences\n"
    finally:
        child.send_signal(signal.SIGINT)
        child.communicate(timeout=30)
    assert child.returncode == ExitStatus.INTERRUPTED


def test_progress_in_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    from hegang_qa.cli import progress

    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    env = environment()
    with progress.ReadingProgress(env) as told:
        for done in range(1, 101):
            now = done * 0.2
            told(done, 100, "a.txt")
    assert text_of(env.stderr) == "".join(
        f"reading: {done} of 100 files\n" for done in (5, 30, 55, 80, 100)
    )
    now = 0.0
    env = environment()
    with progress.ReadingProgress(env) as told:
        for done in range(1, 11):
            now = done * 0.01
            told(done, 10, "a.txt")
    assert text_of(env.stderr) == ""


@pytest.mark.skipif(os.name == "nt", reason="a pseudo terminal")
def test_progress_is_a_bar_on_a_terminal(docs: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    for number in range(4000):
        (docs / f"more{number}.txt").write_text(f"Entry {number} is here. " * 60)
    child = pexpect.spawn(
        sys.executable,
        [*PROGRAM, "index", "docs", "--into", "my.hq", "--jobs", "1"],
        env={**os.environ, "TERM": "xterm"},
        dimensions=(24, 100),
        timeout=60,
    )
    assert child.expect(["Reading files", "4,002 documents"]) == 0
    child.sendcontrol("c")
    child.expect(["interrupted", "4,002 documents"])
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus in (ExitStatus.INTERRUPTED, 0)
