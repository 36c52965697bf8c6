"""Read many files on all cores, results in the order of the files, memory bounded.

Workers are this interpreter started again with this module, fed over pipes: unlike a pool of
`multiprocessing` they neither fork a process with running threads nor import the caller's main
module again. What goes over the pipes is `marshal` between equal interpreters, never stored.
"""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import IO, Any

from hegang_qa.collections.analysing import Analysed, Task, analyse
from hegang_qa.index.extraction import Extractor

__all__ = ["analyse_all", "available_cores"]

_BATCH_FILES = 200
_BATCH_BYTES = 800_000
_ENOUGH_BYTES = 3_000_000
"""Less than this is read sooner than workers are started."""


def available_cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def analyse_all(
    tasks: Sequence[tuple[Task, int]], *, jobs: int | None = None
) -> Generator[Analysed, None, None]:
    """Yield what became of each task (given with the size of its file), in order.

    `jobs` is the number of processes (default: one a core); little work is done in this one.
    """
    jobs = jobs or available_cores()
    if jobs == 1 or len(tasks) < 2 or sum(size for _, size in tasks) < _ENOUGH_BYTES:
        extractor = Extractor()
        for batch in _batches(tasks):
            yield from analyse(batch, extractor)
        return
    pool = _Pool(jobs)
    try:
        yield from pool.run(_batches(tasks))
    finally:
        pool.close()


def _batches(tasks: Sequence[tuple[Task, int]]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    total = 0
    for task, size in tasks:
        batch.append(task)
        total += size
        if len(batch) >= _BATCH_FILES or total >= _BATCH_BYTES:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


class _Worker:
    """A process that reads files, and the pipes to it."""

    def __init__(self) -> None:
        root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        path = os.pathsep.join(part for part in (root, os.environ.get("PYTHONPATH")) if part)
        options = {"start_new_session": True} if os.name == "posix" else {}
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from hegang_qa.collections.workers import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
            **options,  # type: ignore[call-overload]  # Ctrl-C is for this process alone
        )

    def ask(self, batch: Sequence[Task]) -> list[Analysed] | None:
        """Return the results of a batch; None when the worker has died of it."""
        try:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            _send(self._process.stdin, [tuple(task) for task in batch])
            answer = _receive(self._process.stdout)
        except (OSError, EOFError, ValueError):
            return None
        return [Analysed(*item) for item in answer]

    def kill(self) -> None:
        """Let it die: whoever waits for it is told. Its pipes stay open for them."""
        self._process.kill()

    def close(self) -> None:
        """Kill it, and close its pipes; nobody may use them any more."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what could not be written is of no use now
                if pipe is not None:
                    pipe.close()


class _Pool:
    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._idle: deque[_Worker] = deque()
        self._all: list[_Worker] = []
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="reader")
        self._closed = False

    def run(self, batches: Iterator[list[Task]]) -> Iterator[Analysed]:
        waiting: deque[Future[list[Analysed]]] = deque()
        for batch in batches:
            waiting.append(self._threads.submit(self._work, batch))
            # A few batches ahead: memory is bounded however slow the writer is.
            while len(waiting) > 2 * self._jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()

    def _work(self, batch: Sequence[Task]) -> list[Analysed]:
        results = self._ask(batch)
        if results is not None:
            return results
        # One of them kills its reader: find out which.
        found: list[Analysed] = []
        for task in batch:
            single = self._ask([task]) if not self._closed else None
            if single is None:
                reason = "reading it broke the reader (out of memory?)"
                found.append(
                    Analysed(task.path, task.location, "failed", reason, 0, 0, b"", 0, [], [], {})
                )
            else:
                found += single
        return found

    def _ask(self, batch: Sequence[Task]) -> list[Analysed] | None:
        try:
            worker = self._idle.pop()
        except IndexError:
            worker = _Worker()
            self._all.append(worker)
        results = worker.ask(batch)
        if results is None:
            worker.close()
        else:
            self._idle.append(worker)
        return results

    def close(self) -> None:
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._all:
            worker.kill()
        # A pipe that is closed while a thread still writes to it breaks that thread.
        self._threads.shutdown(wait=True)
        for worker in self._all:
            worker.close()


def _send(stream: IO[bytes], value: Any) -> None:
    data = marshal.dumps(value)
    stream.write(len(data).to_bytes(8, "little"))
    stream.write(data)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    size = stream.read(8)
    if len(size) < 8:
        raise EOFError
    data = stream.read(int.from_bytes(size, "little"))
    return marshal.loads(data)


def serve() -> None:
    """Answer batches from standard input until it ends: the life of a worker."""
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not break the protocol
    extractor = Extractor()
    while True:
        try:
            batch = _receive(source)
        except EOFError:
            return
        results = [tuple(result) for result in analyse([Task(*t) for t in batch], extractor)]
        _send(target, results)
