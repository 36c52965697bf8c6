"""What an update has to do: which files are new, changed or gone since they were last read."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.collections.analysing import Analysed, Task
from hegang_qa.collections.results import Changes, Known
from hegang_qa.documents.files import FileList, FoundFile, find_files, natural_key
from hegang_qa.errors import SourceError, UsageError
from hegang_qa.within import documents_within

__all__ = ["Plan", "Source", "Sources", "named", "plan"]


class Source(NamedTuple):
    """A name that a collection was built from, and the folder that it was relative to.

    `folder` tells whether it was a folder when it was added.
    """

    pattern: str
    base: str
    folder: bool


class Sources(NamedTuple):
    """Where the documents of a collection come from, and files that were taken out again."""

    sources: tuple[Source, ...] = ()
    excluded: frozenset[str] = frozenset()

    @classmethod
    def of(cls, patterns: Sequence[str | os.PathLike[str]], base: str | None) -> Sources:
        """Return the sources that `patterns` are, relative to `base` (default: the working
        directory)."""
        if isinstance(patterns, str | os.PathLike):
            raise UsageError(
                f"documents are named in a list, not by {type(patterns).__name__} alone",
                hint=f'["{os.fspath(patterns)}"]',
            )
        place = os.path.abspath(base or os.getcwd())
        return cls(
            tuple(
                Source(pattern, place, os.path.isdir(os.path.join(place, pattern)))
                for pattern in (os.fspath(each) for each in patterns)
            )
        )

    @classmethod
    def read(cls, text: str) -> Sources:
        """Return the sources that were written as `to_json`."""
        data = json.loads(text or "[]")
        if not data:
            return cls()
        return cls(
            tuple(Source(*item) for item in data["sources"]), frozenset(data.get("excluded", ()))
        )

    def to_json(self) -> object:
        """Return plain data to be written down."""
        return {
            "sources": [list(source) for source in self.sources],
            "excluded": sorted(self.excluded),
        }

    def names(self) -> tuple[str, ...]:
        """Return the names as they were given."""
        return tuple(source.pattern for source in self.sources)

    def joined(self, other: Sources) -> Sources:
        """Return these sources with `other` added; what `other` finds is excluded no longer."""
        sources = tuple(dict.fromkeys((*self.sources, *other.sources)))
        excluded = self.excluded
        if excluded and other.sources:
            files = other.find().files
            excluded = excluded - {file.location for file in files}
        return Sources(sources, excluded)

    def without(self, patterns: Sequence[str], locations: Sequence[str]) -> Sources:
        """Return these sources less those called `patterns`, with `locations` excluded."""
        names = {os.path.normpath(pattern) for pattern in patterns}
        left = tuple(s for s in self.sources if os.path.normpath(s.pattern) not in names)
        return Sources(left, self.excluded | set(locations))

    def has(self, patterns: Sequence[str]) -> bool:
        """Return whether one of the sources is called like one of `patterns`."""
        names = {os.path.normpath(pattern) for pattern in patterns}
        return any(os.path.normpath(source.pattern) in names for source in self.sources)

    def find(self, *, may_be_gone: bool = False) -> FileList:
        """Return the files of all sources less those excluded; raises `SourceError` for a name
        that is not there, unless it `may_be_gone` and others are left."""
        files: dict[str, FoundFile] = {}
        warnings: list[str] = []
        unlisted: list[str] = []
        for source in self.sources:
            try:
                found = find_files([source.pattern], base=source.base)
            except SourceError:
                place = os.path.join(source.base, source.pattern)
                if not may_be_gone or os.path.lexists(place):
                    raise
                warnings.append(f"{source.pattern}: not there any more")
                continue
            warnings += found.warnings
            unlisted += found.unlisted
            for file in found.files:
                place = file.location
                if place not in self.excluded:
                    files.setdefault(place, file)
        if may_be_gone and not files:
            return self.find()
        ordered = sorted(files.values(), key=lambda file: natural_key(file.path))
        return FileList(tuple(ordered), tuple(warnings), tuple(unlisted))


class Plan(NamedTuple):
    """The steps of an update: documents to take out, and files to read with their sizes."""

    removed: tuple[Known, ...]
    tasks: tuple[tuple[Task, int], ...]
    unchanged: int
    warnings: tuple[str, ...]

    def changes(self, known: dict[str, Known], outcomes: Sequence[Analysed]) -> Changes:
        """Return what came of the plan."""
        read = [result for result in outcomes if result.outcome == "read"]
        fresh = [result for result in read if result.location not in known]
        gone = list(self.removed)
        renamed: list[tuple[str, str]] = []
        added: list[str] = []
        by_digest: dict[bytes, list[Known]] = {}
        for document in gone:
            by_digest.setdefault(document.digest, []).append(document)
        for result in fresh:
            same = by_digest.get(result.digest)
            if same:
                document = same.pop(0)
                gone.remove(document)
                renamed.append((document.path, result.path))
            else:
                added.append(result.path)
        return Changes(
            added=tuple(added),
            changed=tuple(result.path for result in read if result.location in known),
            removed=tuple(document.path for document in gone),
            renamed=tuple(renamed),
            failed=tuple((r.path, r.reason) for r in outcomes if r.outcome == "failed"),
            unchanged=self.unchanged + sum(result.outcome == "same" for result in outcomes),
            warnings=self.warnings,
        )


def plan(sources: Sources, known: dict[str, Known], found: FileList | None = None) -> Plan:
    """Return what has to be done for `known` (documents by location) to be as the files are.

    `found` are the files of the sources where they were looked for already.

    A file counts as unchanged when size and time are as they were; the digest decides where not.
    Documents of a folder that is gone as a whole, or cannot be listed, are kept: a drive that is
    not there must not empty a collection.
    """
    if found is None:
        files, warnings, kept = _found(sources)
    else:
        files = {file.location: file for file in found.files}
        warnings, kept = list(found.warnings), []
    tasks: list[tuple[Task, int]] = []
    unchanged = 0
    for location, file in files.items():
        if location in sources.excluded:
            continue
        before = known.get(location)
        try:
            status = os.stat(location)
        except OSError:
            tasks.append((Task(file.path, location, b""), 0))
            continue
        if (
            before is not None
            and before.error is None
            and before.path == file.path
            and before.size == status.st_size
            and before.modified == status.st_mtime_ns
        ):
            unchanged += 1
            continue
        digest = before.digest if before is not None and before.path == file.path else b""
        tasks.append((Task(file.path, location, digest), status.st_size))
    removed = []
    for location, document in known.items():
        if location in files and location not in sources.excluded:
            continue
        if any(location == place or location.startswith(place + os.sep) for place in kept):
            unchanged += 1
            continue
        removed.append(document)
    return Plan(tuple(removed), tuple(tasks), unchanged, tuple(warnings))


def named(
    patterns: Sequence[str], documents: Sequence[Known], *, folder: str | None = None
) -> list[Known]:
    """Return the documents that `patterns` (paths, folders, globs) name; raises `UsageError` when
    there is none. `folder` is that of their collection, if they are in one."""
    wanted = documents_within([document.path for document in documents], tuple(patterns))
    places = {os.path.abspath(pattern) for pattern in patterns}
    found = [
        document
        for at, document in enumerate(documents)
        if (wanted is not None and at in wanted)
        or any(
            document.location == place or document.location.startswith(place + os.sep)
            for place in places
        )
    ]
    if not found:
        raise UsageError(
            f"no document {'of the collection ' if folder else ''}fits {', '.join(patterns)}",
            hint=f"hegang-qa index --into {folder} --status lists them"
            if folder
            else "Engine.paths() lists them",
        )
    return found


def _found(sources: Sources) -> tuple[dict[str, FoundFile], list[str], list[str]]:
    """Return the files by location, warnings, and the places that could not be looked at."""
    files: dict[str, FoundFile] = {}
    warnings: list[str] = []
    kept: list[str] = []
    for source in sources.sources:
        try:
            found = find_files([source.pattern], base=source.base)
        except SourceError as error:
            place = os.path.abspath(os.path.join(source.base, source.pattern))
            if source.folder and not os.path.isdir(place):
                kept.append(place)
                warnings.append(f"{error.message}; its documents are kept as they were last read")
            elif not source.folder:
                warnings.append(error.message)
            continue
        warnings += found.warnings
        kept += [os.path.abspath(place) for place in found.unlisted]
        for file in found.files:
            files.setdefault(file.location, file)
    ordered = (
        sorted(files.items(), key=lambda item: natural_key(item[1].path))
        if len(sources.sources) > 1
        else files.items()
    )
    return dict(ordered), warnings, kept
