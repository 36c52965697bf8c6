"""Measure what a person waits for: one question as a whole process, and the conversation.

    python -m bench.startup [--rounds 40] [--question TEXT] [--json]

In one run and in turn, so that all meet the same load: Python doing nothing, the script that one
would write oneself (rapidfuzz's `token_set_ratio` over the lines of the same file), and
`hegang-qa` over the bundled document; then, in a pseudo-terminal, from the start to the prompt and
from Enter to the answer. All run from bytecode, made before the clock starts, in a folder of this
run alone.

"fastest" is the least disturbed round, "median" the usual one on this machine at this moment;
"processor" is the time that the fastest round took of the processor.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from hegang_qa.resources import seeds_path

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "when was coal found"
NAIVE = """\
import sys
from rapidfuzz.fuzz import token_set_ratio
with open(sys.argv[2], encoding="utf-8") as file:
    lines = file.read().splitlines()
print(max(lines, key=lambda line: token_set_ratio(sys.argv[1], line)))
"""
OURS = "from hegang_qa.cli.main import program; program()"
KEYS_APART = 0.002
"""Seconds between two keys, so that the last one is drawn before Enter is pressed."""


class Time(NamedTuple):
    """Milliseconds of one round: on the clock, and of the processor (of a child; else 0)."""

    clock: float
    processor: float


def environment(bytecode: str) -> dict[str, str]:
    """Return an environment without settings, in which bytecode is kept in the folder given."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("HEGANG_QA_", "XDG_", "PYTHON"))
    }
    return kept | {
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": bytecode,
        "HOME": bytecode,
        "TERM": "xterm-256color",
    }


def run(command: Sequence[str], environ: Mapping[str, str]) -> Time:
    """Run a process to its end and return what it took."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(environ)
    )
    _, _, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - begun
    process.returncode = 0
    return Time(1000 * clock, 1000 * (usage.ru_utime + usage.ru_stime))


def converse(environ: Mapping[str, str], question: str, rounds: int) -> Iterator[tuple[str, Time]]:
    """Yield how long the prompt and the answers of conversations took."""
    import pexpect

    for _ in range(rounds):
        begun = time.perf_counter()
        child = pexpect.spawn(
            sys.executable,
            ["-c", OURS],
            env=dict(environ),
            encoding="utf-8",
            dimensions=(40, 100),
            timeout=60,
        )
        child.delaybeforesend = None
        while child.expect([r"\x1b\[6n", r"m> ?"]) == 0:
            child.send("\x1b[1;1R")
        yield "the prompt", Time(1000 * (time.perf_counter() - begun), 0.0)
        for name in ("the first answer", "the same again"):
            _settle(child)
            for key in question:
                child.send(key)
                time.sleep(KEYS_APART)
            _settle(child)
            begun = time.perf_counter()
            child.send("\r")
            while child.expect([r"\x1b\[6n", "confidence"]) == 0:
                child.send("\x1b[1;1R")
            yield name, Time(1000 * (time.perf_counter() - begun), 0.0)
        child.sendeof()
        child.close(force=True)


def _settle(child: object) -> None:
    """Read what the program draws until it is quiet; if it asks where the cursor is, tell it."""
    import pexpect

    while True:
        try:
            drawn = child.read_nonblocking(65536, timeout=0.1)  # type: ignore[attr-defined]
        except pexpect.TIMEOUT:
            return
        if "\x1b[6n" in drawn:
            child.send("\x1b[1;1R")  # type: ignore[attr-defined]


def measure(question: str, rounds: int) -> dict[str, list[Time]]:
    """Return the times of all rounds by what was done."""
    times: dict[str, list[Time]] = {}
    document = next(str(path) for path in Path(seeds_path()).glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        environ = environment(folder)
        naive = os.path.join(folder, "naive.py")
        Path(naive).write_text(NAIVE, encoding="utf-8")
        commands = {
            "Python doing nothing": [sys.executable, "-c", "pass"],
            "naive rapidfuzz script": [sys.executable, naive, question, document],
            "hegang-qa, one question": [sys.executable, "-c", OURS, question],
            "hegang-qa --help": [sys.executable, "-c", OURS, "--help"],
        }
        for number in range(rounds + 2):
            for name, command in commands.items():
                taken = run(command, environ)
                if number >= 2:  # the first rounds make bytecode and fill caches
                    times.setdefault(name, []).append(taken)
        for number, (name, taken) in enumerate(converse(environ, question, rounds // 4 + 1)):
            if number >= 3:
                times.setdefault(f"conversation: {name}", []).append(taken)
    return times


def table(times: Mapping[str, Sequence[Time]]) -> str:
    """Return the times as a table in Markdown."""
    rows = ["| what | fastest | median | processor |", "|---|---:|---:|---:|"]
    for name, taken in times.items():
        processor = min(one.processor for one in taken)
        rows.append(
            f"| {name} | {min(one.clock for one in taken):.1f} ms "
            f"| {statistics.median(one.clock for one in taken):.1f} ms "
            f"| {f'{processor:.1f} ms' if processor else '-'} |"
        )
    return "\n".join(rows) + "\n"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--question", default=QUESTION)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    times = measure(arguments.question, arguments.rounds)
    if arguments.json:
        print(json.dumps({name: [one._asdict() for one in taken] for name, taken in times.items()}))
        return
    print(table(times))
    fastest = {name: min(one.clock for one in taken) for name, taken in times.items()}
    ours, naive = fastest["hegang-qa, one question"], fastest["naive rapidfuzz script"]
    print(f"One question takes {ours / naive:.1f} times as long as the naive script.")


if __name__ == "__main__":
    main()
