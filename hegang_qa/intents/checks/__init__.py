"""Check rule files: every problem at once, each with its place and a stable code.

======  ===========================================================================
S1xx    a file cannot be read as TOML (`hegang_qa.intents.sources`)
S2xx    a key or value is not what it should be (`hegang_qa.intents.shape`)
T1xx    a template cannot be used (`template`, `building`, `compiling`, `checks.templates`)
R3xx    a test fails, is missing, or another rule wins (`checks.sentences`)
C4xx    the contract is not kept (`checks.contract`)
======  ===========================================================================
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.errors import RuleError
from hegang_qa.intents.checks import contract, sentences, templates
from hegang_qa.intents.compiling import Bundle, compile_files, gather
from hegang_qa.intents.folders import RawFile, read_folder
from hegang_qa.intents.loading import read_files, read_sources
from hegang_qa.intents.problems import Problem
from hegang_qa.intents.rules import RuleSet

__all__ = ["Report", "check_files", "check_rules", "load_bundle"]


class Report(NamedTuple):
    """All problems, sorted, and what was looked at; `unread` are the folders that were not."""

    problems: tuple[Problem, ...]
    rules: int
    templates: int
    tests: int
    unread: tuple[str, ...] = ()

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity == "error" for problem in self.problems)


def check_rules(*folders: str) -> Report:
    """Return every problem of the shipped rules together with those of `folders`."""
    raw = read_files(())
    unreadable: list[Problem] = []
    unread: list[str] = []
    for folder in folders:
        try:
            raw += read_folder(folder)
        except RuleError as error:
            place = (error.path, error.line, error.column)
            unreadable.append(Problem(*place, error.code, error.message, error.hint or ""))
            unread.append(folder)
    return check_files(raw, unreadable)._replace(unread=tuple(unread))


def check_files(raw: Sequence[RawFile], unreadable: Sequence[Problem] = ()) -> Report:
    """Return every problem of the files, taken together, and those found on the way to them."""
    files, problems = read_sources(raw)
    problems += unreadable
    bundle, misshapen = gather(files)
    compiled, misfit = compile_files(bundle)
    problems += misshapen
    problems += misfit
    problems += contract.check_contract(bundle)
    problems += templates.check_templates(bundle)
    problems += sentences.check_presence(bundle)
    rules = RuleSet(compiled)
    tests = 0
    if not any(problem.severity == "error" and problem.code[0] != "R" for problem in problems):
        # With a rule missing, other rules would win its sentences: one fault would look like many.
        tests, failed = sentences.check_sentences(bundle, rules)
        problems += failed
        problems += templates.check_reachable(bundle, rules)
    return Report(tuple(sorted(set(problems))), len(compiled.rules), len(compiled.templates), tests)


def load_bundle(*folders: str) -> Bundle:
    """Return the sound files of the shipped rules and of `folders`."""
    files, _ = read_sources(read_files(folders))
    return gather(files)[0]
