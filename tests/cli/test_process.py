"""The program as a process, with the real engine: start-up, pipes, signals, bad input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hegang_qa.cli.status import ExitStatus

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "which river is in the north"

NEVER_FOR_ONE_QUESTION = {
    "argparse",
    "asyncio",
    "charset_normalizer",
    "difflib",
    "email",
    "html",
    "http",
    "importlib.metadata",
    "logging",
    "multiprocessing",
    "numpy",
    "pathlib",
    "platformdirs",
    "prompt_toolkit",
    "shutil",
    "socket",
    "ssl",
    "subprocess",
    "tempfile",
    "tomllib",
    "unittest",
    "urllib",
    "wcwidth",
}
"""Modules that one question has no use for, and whose import a user would wait for."""

MAY_BE_IMPORTED = {"hegang_qa", "Stemmer", "cython_runtime", "rapidfuzz", "tantivy"}
"""What a question may import from outside the standard library (Stemmer is made with Cython)."""


def environ(**more: str) -> dict[str, str]:
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("HEGANG_QA", "XDG_"))
    }
    return {**kept, "PYTHONPATH": str(ROOT), "HOME": "/nonexistent", **more}


def run(
    *arguments: str, stdin: bytes = b"", cwd: Path = ROOT, **more: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "hegang_qa", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environ(**more),
        timeout=60,
        check=False,
    )


def imported_by(code: str) -> set[str]:
    """Return the modules that the code imports beyond those of a bare start."""
    script = (
        "import sys; before = set(sys.modules)\n"
        f"{code}\n"
        "print('\\n'.join(sorted(set(sys.modules) - before)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=ROOT, env=environ(), check=True
    )
    return set(done.stderr.decode().split())


def outsiders(modules: set[str]) -> set[str]:
    tops = {module.partition(".")[0] for module in modules}
    return {top for top in tops if top not in sys.stdlib_module_names and not top.startswith("_")}


def test_import_takes_nothing_from_outside() -> None:
    modules = imported_by("import hegang_qa")
    assert outsiders(modules) == {"hegang_qa"}
    assert not modules & NEVER_FOR_ONE_QUESTION
    assert not any(module.startswith("hegang_qa.cli") for module in modules)


def test_one_question_imports_little() -> None:
    modules = imported_by(f"from hegang_qa.cli.main import main; main([{QUESTION!r}])")
    assert outsiders(modules) <= MAY_BE_IMPORTED
    assert not modules & NEVER_FOR_ONE_QUESTION


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_read_nothing(option: str) -> None:
    modules = imported_by(f"from hegang_qa.cli.main import main; main([{option!r}])")
    assert outsiders(modules) == {"hegang_qa"}
    assert not any(module.startswith("hegang_qa.documents") for module in modules)


def test_the_bundled_documents_answer() -> None:
    done = run(QUESTION)
    assert done.returncode in (ExitStatus.ANSWERED, ExitStatus.NO_ANSWER)
    assert done.stderr == b""


def test_output_is_utf8_whatever_the_locale() -> None:
    done = run("--json", "hello", "鹤", LC_ALL="C", PYTHONUTF8="0")
    assert json.loads(done.stdout.decode("utf-8"))["question"] == "hello 鹤"


def test_an_encoding_the_user_chose_is_kept() -> None:
    done = run("--json", "hello", "é", "鹤", PYTHONIOENCODING="latin-1")
    assert "hello é ?" in done.stdout.decode("latin-1")


def test_standard_input_that_is_not_utf8() -> None:
    done = run(stdin=b"caf\xe9 hours?\n")
    assert done.returncode in (ExitStatus.ANSWERED, ExitStatus.NO_ANSWER)
    assert b"Traceback" not in done.stderr


def test_nothing_on_standard_input() -> None:
    done = run()
    assert done.returncode == ExitStatus.WRONG_USAGE
    assert done.stdout == b""


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_reader_that_has_had_enough(tmp_path: Path) -> None:
    (tmp_path / "questions").write_bytes(b"hello\n" * 3000)
    reader, writer = os.pipe()
    with (
        (tmp_path / "questions").open("rb") as questions,
        subprocess.Popen(
            [sys.executable, "-m", "hegang_qa"],
            stdin=questions,
            stdout=writer,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=environ(),
        ) as process,
    ):
        os.close(writer)
        os.read(reader, 1)
        os.close(reader)
        _, errors = process.communicate(timeout=60)
    assert errors == b""
    assert process.returncode == ExitStatus.ANSWERED


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
def test_a_full_disk() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "hegang_qa", "hello"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=environ(),
            check=False,
        )
    assert done.returncode == ExitStatus.UNREADABLE
    assert b"the output could not be written: No space left" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_control_c_leaves_quietly() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "hegang_qa"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environ(),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"hello\n")
        process.stdin.flush()
        process.stdout.readline()  # it waits for the next question now
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == ExitStatus.INTERRUPTED
        assert process.stderr is not None
        assert process.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_control_c_while_the_program_loads_leaves_quietly() -> None:
    loading = "import os, signal, hegang_qa.__main__; os.kill(os.getpid(), signal.SIGINT)"
    done = subprocess.run(
        [sys.executable, "-c", loading], capture_output=True, cwd=ROOT, env=environ(), check=False
    )
    assert (done.returncode, done.stderr) == (-signal.SIGINT, b"")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_control_c_that_the_caller_ignores_stays_ignored() -> None:
    loading = (
        "import os, signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "import hegang_qa.__main__; os.kill(os.getpid(), signal.SIGINT); print('on')"
    )
    done = subprocess.run(
        [sys.executable, "-c", loading], capture_output=True, cwd=ROOT, env=environ(), check=False
    )
    assert done.stdout == b"on\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 500)
    (tmp_path / "good.txt").write_text(
        "The library opens at nine in the morning.\n", encoding="utf-8"
    )
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "broken.toml").write_text("this is = = not TOML\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-d", "missing.txt"), "missing.txt"),
        (("-d", "*.missing"), "*.missing"),
        (("-d", "good.txt/"), "no such file or folder: good.txt/"),
        (("-d", "-"), "questions are read from standard input, documents from files"),
        (("-d", "empty"), "empty"),
        (("-d", "binary.txt"), "binary.txt"),
        (("-d", "good.txt", "--intents", "rules"), "broken.toml:1:"),
        (("-d", "good.txt", "--intents", "no-rules"), "no-rules"),
    ],
)
def test_what_cannot_be_read(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    done = run(*arguments, "when does the library open", cwd=folder)
    assert done.returncode == ExitStatus.UNREADABLE, done
    assert done.stdout == b""
    assert done.stderr.startswith(b"hegang-qa: ")
    assert told in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is readable for root")
def test_an_unreadable_file(folder: Path) -> None:
    (folder / "good.txt").chmod(0)
    done = run("-d", "good.txt", "when does the library open", cwd=folder)
    assert done.returncode == ExitStatus.UNREADABLE
    assert b"good.txt" in done.stderr


def test_a_bad_file_beside_a_good_one_is_a_warning(folder: Path) -> None:
    done = run("-d", "binary.txt", "-d", "good.txt", "when does the library open", cwd=folder)
    assert done.returncode == ExitStatus.ANSWERED
    assert b"nine" in done.stdout
    assert done.stderr.startswith(b"warning: ")
    assert b"binary.txt" in done.stderr


def test_an_empty_file_answers_nothing(folder: Path) -> None:
    done = run("-d", "empty.txt", "when does the library open", cwd=folder)
    assert done.returncode in (ExitStatus.NO_ANSWER, ExitStatus.UNREADABLE)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "question",
    [
        "???",
        "!",
        "…",
        "x" * 100_000,
        "word " * 20_000,
        "今天天气怎么样",
        "когда открывается библиотека",
    ],
    ids=["marks", "mark", "dots", "long word", "many words", "Chinese", "Russian"],
)
def test_questions_that_cannot_be_answered(folder: Path, question: str) -> None:
    done = run("-d", "good.txt", stdin=question.encode(), cwd=folder)
    assert done.returncode == ExitStatus.NO_ANSWER, done.stdout
    assert done.stdout.startswith(b"The documents do not say.")
    assert len(done.stdout) < 2000
    assert done.stderr == b""


def test_control_characters_do_no_harm(folder: Path) -> None:
    (folder / "hostile.txt").write_bytes(
        b"The door code is \x1b[31m1234\x1b[0m\x07 and \x1b]0;x\x07.\n"
    )
    done = run("-d", "hostile.txt", "what is \x1b[2J the door code", cwd=folder)
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"\x07" not in done.stdout + done.stderr
