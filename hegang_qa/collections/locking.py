"""One writer at a time: a lock that the system lets go of when its holder dies."""

from __future__ import annotations

import os
import sys
from types import TracebackType

from hegang_qa.errors import StorageError

__all__ = ["WriterLock"]


class WriterLock:
    """Holds the right to write a collection; taken when made, given back by `release`.

    Raises `StorageError` when another process (or another writer of this one) holds it.
    """

    def __init__(self, path: str) -> None:
        self._descriptor: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(self._descriptor)
        except OSError as error:
            holder = os.read(self._descriptor, 20).decode("ascii", "replace").strip()
            os.close(self._descriptor)
            self._descriptor = None
            who = f" (process {holder})" if holder.isdigit() else ""
            raise StorageError(
                f"{os.path.dirname(path)}: another process is writing this collection{who}",
                hint="questions can be asked meanwhile; try again when it is done",
            ) from error
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, str(os.getpid()).encode())

    def release(self) -> None:
        """Give the lock back; twice is once."""
        if self._descriptor is not None:
            os.close(self._descriptor)  # closing unlocks
            self._descriptor = None

    def __enter__(self) -> WriterLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":  # the name that mypy knows
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
