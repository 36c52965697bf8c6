"""What a finder has made of a few documents, kept in a folder between one process and the next.

It is only a cache: what cannot be read is made anew, what cannot be written is done without.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress

__all__ = ["place_of", "read_kept", "write_kept"]

_MAGIC = b"hegang-qa meanings 1\n"
_ENDING = ".meanings"
_KEPT_DAYS = 30


def place_of(folder: str, finder: str, texts: Sequence[str]) -> str:
    """Return the file for what a finder of this name makes of some texts."""
    import hashlib

    key = hashlib.blake2b(finder.encode(), digest_size=16)
    for text in texts:
        key.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return os.path.join(folder, key.hexdigest() + _ENDING)


def read_kept(place: str, size: int) -> bytes | None:
    """Return what was kept in a file; None where it is not there, or not of `size` bytes as they
    were written."""
    try:
        with open(place, "rb") as file:
            content = file.read()
    except OSError:
        return None
    head, kept = content[: len(_MAGIC) + 8], content[len(_MAGIC) + 8 :]
    if len(kept) != size or head != _head(kept):
        return None
    with suppress(OSError):
        os.utime(place)  # it is in use
    return kept


def write_kept(place: str, kept: bytes) -> None:
    """Keep bytes in a file, if that can be done; remove those that nobody has used for a month."""
    folder = os.path.dirname(place)
    making = f"{place}.{os.getpid()}"
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        _sweep(folder)
        with open(making, "wb") as file:
            file.write(_head(kept) + kept)
        os.replace(making, place)
    except OSError:
        with suppress(OSError):
            os.remove(making)


def _head(kept: bytes) -> bytes:
    return _MAGIC + b"%08x" % zlib.crc32(kept)


def _sweep(folder: str) -> None:
    oldest = time.time() - _KEPT_DAYS * 86_400
    for name in os.listdir(folder):
        place = os.path.join(folder, name)
        with suppress(OSError):
            if _ENDING in name and os.stat(place).st_mtime < oldest:
                os.remove(place)
