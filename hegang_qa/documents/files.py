"""Find the files that names, folders and globs stand for."""

import os
import stat
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegang_qa.documents.patterns import lazy
from hegang_qa.errors import SourceError

__all__ = ["SUFFIXES", "FileList", "FoundFile", "find_files", "natural_key"]

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".rst", ".csv", ".tsv", ".html", ".htm", ".xhtml")
"""What a folder is searched for; a file named outright is read whatever its suffix."""

_GLOB = lazy(r"[*?[]")
_ENDS = tuple(mark for mark in (os.sep, os.altsep) if mark)
_DIGITS = lazy(r"(\d+)")


_Place = tuple[str, str, bool]
"""Path, location, and whether it is a link."""


class FoundFile(NamedTuple):
    """A file: `path` is how the user named it (with the folder they gave), `location` is its
    absolute place."""

    path: str
    location: str


class FileList(NamedTuple):
    """The files in natural order of their paths, each once, and what was passed over and why.

    `unlisted` are the places of folders that could not be listed: what they hold is not known.
    """

    files: tuple[FoundFile, ...]
    warnings: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()


def natural_key(path: str) -> tuple[object, ...]:
    """Return a sort key under which "ch2/x" comes before "ch10/x"; case counts last."""
    parts = _DIGITS.split(path.casefold().replace(os.sep, "\0"))
    # Odd places of the split are the digits; the types at each place are always the same.
    key: list[object] = [int(part) if i % 2 else part for i, part in enumerate(parts)]
    key.append(path)
    return tuple(key)


def _walk(folder: str, shown: str, seen: set[tuple[int, int]]) -> Iterator[_Place]:
    """Yield the visible files below `folder`, an absolute place; each real folder once."""
    subfolders: list[tuple[str, str]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            below = os.path.join(shown, entry.name)
            try:
                if entry.is_dir():
                    subfolders.append((below, entry.path))
                elif entry.name.lower().endswith(SUFFIXES) and entry.is_file():
                    yield below, entry.path, entry.is_symlink()
            except OSError:  # a link to itself
                yield below, "", False
    for below, location in subfolders:
        try:
            info = os.stat(location)
            if (info.st_dev, info.st_ino) in seen:  # a link back up, or reached before
                continue
            seen.add((info.st_dev, info.st_ino))
            yield from _walk(location, below, seen)
        except OSError:
            yield below, "", False  # the caller warns


def _expand(pattern: str, base: str | None) -> Iterator[_Place]:
    """Yield the files of one pattern; location "" is a folder that cannot be listed."""

    def locate(path: str) -> str:
        return os.path.abspath(os.path.join(base, path) if base is not None else path)

    shown = os.path.expanduser(pattern) if pattern.startswith("~") else pattern
    location = locate(shown)
    try:
        mode = os.stat(location).st_mode
    except (OSError, ValueError):
        mode = 0
    if mode and not stat.S_ISDIR(mode) and shown.endswith(_ENDS):
        mode = 0  # "notes.md/": `abspath` has taken the slash, and that is no folder
    if stat.S_ISDIR(mode):
        try:
            info = os.stat(location)
            yield from _walk(location, shown, {(info.st_dev, info.st_ino)})
        except OSError:
            yield shown, "", False
    elif mode:
        yield shown, location, os.path.islink(location)
    elif _GLOB.search(shown):
        import glob  # only wanted here

        # "*.log" asks for logs outright; "docs/*" takes what a folder would.
        suffix = os.path.splitext(shown)[1]
        explicit = bool(suffix) and not _GLOB.search(suffix)
        for path in glob.iglob(shown, root_dir=base, recursive=True):
            place = locate(path)
            if os.path.isdir(place):
                if not shown.endswith("**"):  # there the files come of themselves
                    yield from _expand(path, base)
            elif explicit or path.lower().endswith(SUFFIXES):
                yield path, place, os.path.islink(place)
    else:
        hint = "give a file, a folder or a quoted pattern such as 'docs/**/*.md'"
        if pattern == "-":
            hint = "questions are read from standard input, documents from files: name one, or"
            hint += " /dev/stdin"
        elif near := _nearest(location):
            hint = f"did you mean {os.path.join(os.path.dirname(shown), near)}?"
        raise SourceError(f"no such file or folder: {pattern}", path=pattern, hint=hint)


def _nearest(location: str) -> str:
    """Return the name in the same folder that is most like one that is not there, "" for none."""
    import difflib  # only wanted here

    folder, name = os.path.split(location)
    try:
        names = [other for other in os.listdir(folder) if not other.startswith(".")]
    except (OSError, ValueError):
        return ""
    return next(iter(difflib.get_close_matches(name, names, n=1, cutoff=0.8)), "")


def find_files(patterns: Sequence[str], *, base: str | None = None) -> FileList:
    """Return the files that `patterns` (files, folders, globs) stand for, each once.

    Folders are searched to any depth for `SUFFIXES`, hidden files and folders left out. Relative
    patterns start from `base` (default: the working directory) and stay relative in `path`.
    Raises `SourceError` when a name does not exist or nothing at all is found.
    """
    found: dict[str, FoundFile] = {}
    warnings: list[str] = []
    unlisted: list[str] = []
    if any(not os.fspath(pattern) for pattern in patterns):
        raise SourceError(
            "a document has an empty name", hint="a variable that is not set, perhaps"
        )
    for pattern in patterns:
        empty = True
        for path, location, link in _expand(os.fspath(pattern), base):
            if not location:
                what = "link leads nowhere" if os.path.islink(path) else "folder cannot be read"
                warnings.append(f"{path}: the {what}, skipped")
                unlisted.append(os.path.join(base or "", path))
                continue
            empty = False
            # Two names of one file are one document: real paths only where a link is involved.
            real = os.path.realpath(location) if link else location
            found.setdefault(real, FoundFile(path, location))
        if empty:
            kind = "pattern matches" if _GLOB.search(pattern) else "folder holds"
            warnings.append(f"{pattern}: the {kind} no documents ({', '.join(SUFFIXES)})")
    if not found:
        raise SourceError(
            warnings[0] if warnings else "no documents were named",
            path=str(patterns[0]) if patterns else None,
            hint="documents are .txt, .md and .csv files; a file named outright is read whatever"
            " its suffix",
        )
    files = sorted(found.values(), key=lambda file: natural_key(file.path))
    return FileList(tuple(files), tuple(warnings), tuple(unlisted))
