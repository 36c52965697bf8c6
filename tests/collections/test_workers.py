"""Files read by other processes, and left in the middle."""

from __future__ import annotations

from pathlib import Path

from hegang_qa.collections.analysing import Task
from hegang_qa.collections.workers import analyse_all


def test_reading_may_stop_in_the_middle(tmp_path: Path) -> None:
    tasks = []
    for number in range(300):
        path = tmp_path / f"many{number}.txt"
        path.write_text(f"Number {number} holds {' '.join(['words'] * 2000)}.\n", encoding="utf-8")
        tasks.append((Task(path.name, str(path), b""), path.stat().st_size))
    for _ in range(4):
        reading = analyse_all(tasks, jobs=2)
        assert next(reading).outcome == "read"
        # Its workers are still at it; what goes wrong in their threads would be told here.
        reading.close()
