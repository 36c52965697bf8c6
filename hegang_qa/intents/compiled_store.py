"""Keep compiled rules as lines of JSON: those shipped beside the package's other data, all else
in the user's cache folder. A copy that is missing, damaged or of other files is as good as none.
"""

from __future__ import annotations

import os
import sys

from hegang_qa.intents.records import Compiled
from hegang_qa.resources import data_path

__all__ = ["FORMAT", "KEPT", "SHIPPED_NAME", "cache_folder", "load", "save", "write"]

FORMAT = 7
"""Version of the stored form; part of every key."""

SHIPPED_NAME = "rules.jsonl"

KEPT = 8
"""Copies of users' rules that are kept."""


def load(key: str | None, *, shipped: bool) -> Compiled | None:
    """Return the stored rules whose key this is, or None; without a key, the shipped ones."""
    places = [data_path(SHIPPED_NAME)] if shipped else []
    folder = cache_folder() if key else ""
    if folder:
        places.append(os.path.join(folder, f"rules-{key}.jsonl"))
    for path in places:
        try:
            with open(path, encoding="utf-8") as file:
                head = file.readline().rstrip("\n")
                if not (head == f"{FORMAT}-{key}" if key else head.startswith(f"{FORMAT}-")):
                    continue
                lines = file.read().split("\n")
            # The last line is empty: the file was written to its end.
            if not lines.pop():
                return Compiled.from_lines(lines)
        except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
            continue
    return None


def save(key: str, compiled: Compiled) -> None:
    """Store rules in the user's cache folder; where that cannot be done, do nothing."""
    folder = cache_folder()
    if not folder:
        return
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        write(os.path.join(folder, f"rules-{key}.jsonl"), key, compiled)
        _forget_old(folder)
    except OSError:
        return


def _forget_old(folder: str) -> None:
    """Remove all copies but the newest few: every change of a rule makes another."""
    with os.scandir(folder) as entries:
        copies = [
            (entry.stat().st_mtime, entry.path)
            for entry in entries
            if entry.name.startswith("rules-") and entry.name.endswith(".jsonl")
        ]
    for _, path in sorted(copies, reverse=True)[KEPT:]:
        os.unlink(path)


def write(path: str, key: str, compiled: Compiled) -> None:
    """Write the key and the rules as lines of JSON, at once or not at all."""
    import tempfile

    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".rules-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in (f"{FORMAT}-{key}", *compiled.to_lines()))
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def cache_folder() -> str:
    """Return the folder for things that can be made again, or "" where there is no home."""
    chosen = os.environ.get("HEGANG_QA_CACHE_DIR")
    if chosen is not None:
        return chosen
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
        return os.path.join(base, "hegang-qa", "cache") if base else ""
    home = os.path.expanduser("~")
    if home == "~":
        return ""
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "hegang-qa")
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "hegang-qa")
