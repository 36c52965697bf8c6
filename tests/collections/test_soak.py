"""Many ask while one writes: no error, nothing half, nothing from a document that is gone.

Lasts some seconds; HEGANG_QA_SOAK_SECONDS=60 makes it a real soak.
"""

import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.collections import Collection

SECONDS = float(os.environ.get("HEGANG_QA_SOAK_SECONDS", "4"))
THREADS = 8
PROCESSES = 2
NAMES = "anvil barrel candle drum engine feather garden hammer island jacket kettle ladder".split()


def write(name: str, version: int) -> None:
    # Every sentence of a document names the same version, so that a half state would show.
    place = Path("docs", f"{name}.txt")
    text = " ".join(f"The {name} was made in {version} in room {room}." for room in range(1, 6))
    other = place.with_suffix(".new")
    other.write_text(text)
    os.replace(other, place)


# Asks until the file "stop" is there. A document is listed in "gone" (name and version of its
# removal) once that is reported done, and taken off before it is added again.
ASKING = """
import os, random, sys
from hegang_qa import Engine
from hegang_qa.index.protocol import WeightedTerm
from hegang_qa.text.tokens import stem
NAMES = sys.argv[1].split()
engine = Engine.open("my.hq", reader="off")
def gone():
    return set(os.listdir("gone"))
asked = 0
while not os.path.exists("stop"):
    name = random.choice(NAMES)
    before = gone()
    answer = engine.ask(f"When was the {name} made?")
    view = engine.view()
    hits = view.index.search([WeightedTerm(stem(name))], limit=50).hits
    found = view.store.get([hit.id for hit in hits])
    after = gone()
    assert len(found) == len(hits), "a sentence is missing"
    if any(each.startswith(name) for each in before & after):
        assert not any(name in sentence.text for sentence in found), f"{name} is gone"
        assert answer.source is None or f"{name}.txt" not in answer.source.path, answer
    years = {s.text.split(" in ")[1] for s in found if f"The {name} " in s.text}
    assert len(years) <= 1, years
    asked += 1
print(asked)
"""


def test_soak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("docs").mkdir()
    Path("gone").mkdir()
    for name in NAMES:
        write(name, 1900)
    writer = Collection.build("my.hq", ["docs"], jobs=1)[0]
    problems: list[BaseException] = []

    def ask() -> None:
        try:
            exec(compile(ASKING, "asking", "exec"), {})  # the same in threads and processes
        except BaseException as error:
            problems.append(error)

    monkeypatch.setattr(sys, "argv", ["asking", " ".join(NAMES)])
    threads = [threading.Thread(target=ask) for _ in range(THREADS)]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", ASKING, " ".join(NAMES)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(PROCESSES)
    ]
    for thread in threads:
        thread.start()
    chance = random.Random(5)
    version, updates = 1900, 0
    end = time.monotonic() + SECONDS
    try:
        while time.monotonic() < end or updates < 10:
            version += 1
            updates += 1
            for name in chance.sample(NAMES, 3):
                for note in Path("gone").glob(f"{name}.*"):
                    note.unlink()
                write(name, version)
            removed = chance.choice(NAMES)
            Path("docs", f"{removed}.txt").unlink(missing_ok=True)
            writer.refresh(jobs=1)
            Path("gone", f"{removed}.{version}").touch()
    finally:
        Path("stop").touch()
        for thread in threads:
            thread.join()
        ended = [(process.communicate(), process.returncode) for process in processes]
    assert problems == []
    for (out_text, err), status in ended:
        assert (status, err) == (0, "")
        assert int(out_text) > 0
    # At rest, everything is as the files are.
    engine = Engine.open("my.hq", reader="off")
    present = {path.stem for path in Path("docs").iterdir()}
    assert {Path(path).stem for path in engine.paths()} == present
    for name in present:
        assert engine.ask(f"When was the {name} made?").source is not None
