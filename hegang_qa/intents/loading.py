"""Folders to a rule set, by way of a compiled copy that holds while the files stay the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hegang_qa.errors import RuleError
from hegang_qa.intents import compiled_store
from hegang_qa.intents.folders import RawFile, content_key, read_folder
from hegang_qa.intents.records import Compiled
from hegang_qa.intents.rules import RuleSet
from hegang_qa.resources import data_path, intents_path, is_installed

if TYPE_CHECKING:
    from hegang_qa.intents.problems import Problem
    from hegang_qa.intents.sources import RuleFile

__all__ = ["compile_shipped", "load_rules", "read_files", "read_sources"]


def load_rules(*folders: str) -> RuleSet:
    """Return the shipped rules and those of `folders`, which add to them or override by id.

    Raises RuleError with the first fault (in the order of files and lines) when a rule file is
    wrong or a folder cannot be read.
    """
    # What an installation carries was made from one tree and is not edited: its files are not read.
    if not folders and is_installed() and (made := compiled_store.load(None, shipped=True)):
        return RuleSet(made)
    files = read_files(folders)
    key = content_key(files)
    compiled = compiled_store.load(key, shipped=not folders)
    if compiled is None:
        compiled = _compile(files, folders)
        compiled_store.save(key, compiled)
    return RuleSet(compiled)


def read_files(folders: Sequence[str]) -> list[RawFile]:
    """Return the files of the shipped folder and of `folders`, in this order."""
    files = read_folder(intents_path(), shown="intents")
    for folder in folders:
        files += read_folder(folder)
    return files


def read_sources(files: Sequence[RawFile]) -> tuple[list[RuleFile], list[Problem]]:
    """Return the files read as TOML, and the faults of those that are not."""
    from hegang_qa.intents.problems import Problem
    from hegang_qa.intents.sources import parse_file

    read: list[RuleFile] = []
    problems: list[Problem] = []
    for file in files:
        made = parse_file(
            file.content,
            path=file.path,
            kind=file.kind,
            language=file.language,
            shipped=file.shipped,
        )
        if isinstance(made, Problem):
            problems.append(made)
        else:
            read.append(made)
    return read, problems


def _compile(files: Sequence[RawFile], folders: Sequence[str] = ()) -> Compiled:
    """Return the rules compiled; raise the first fault as RuleError."""
    from hegang_qa.intents.compiling import compile_files, gather

    sources, unreadable = read_sources(files)
    bundle, misshapen = gather(sources)
    compiled, misfit = compile_files(bundle)
    wrong = sorted(
        problem for problem in (*unreadable, *misshapen, *misfit) if problem.severity == "error"
    )
    if wrong:
        first = wrong[0]
        command = " ".join(("hegang-qa rules check", *folders))
        others = f" (and {len(wrong) - 1} more: see `{command}`)"
        raise RuleError(
            first.message + (others if len(wrong) > 1 else ""),
            code=first.code,
            path=first.path,
            line=first.line,
            column=first.column,
            hint=first.hint or None,
        )
    return compiled


def compile_shipped() -> str:
    """Compile the shipped rules into the package's data folder; return the path written.

    Raises RuleError when they are wrong, OSError when the folder cannot be written.
    """
    files = read_files(())
    path = data_path(compiled_store.SHIPPED_NAME)
    compiled_store.write(path, content_key(files), _compile(files))
    return path
