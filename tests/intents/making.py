"""Small rule sets for tests, made from texts."""

from __future__ import annotations

import json

from hegang_qa.intents.checks import Report, check_files
from hegang_qa.intents.compiling import compile_files, gather
from hegang_qa.intents.folders import FileKind, RawFile
from hegang_qa.intents.loading import read_sources
from hegang_qa.intents.problems import Problem
from hegang_qa.intents.rules import RuleSet


def files_from(**texts: str) -> list[RawFile]:
    """Return files: ``when`` is a rule, ``list_unit`` a list; ``language`` and ``contract``."""
    files: list[RawFile] = []
    for name, text in texts.items():
        kind: FileKind = "rule"
        path, language = f"rules/en/{name}.toml", "en"
        if name.startswith("list_"):
            kind, path = "list", f"rules/en/lists/{name[5:]}.toml"
        elif name == "language":
            kind = "language"
        elif name == "contract":
            kind, path, language = "contract", "rules/contract.toml", ""
        files.append(RawFile(path, kind, language, text.encode(), False))
    return files


def rule(name: str, *ask: str, more: str = "", head: str = 'answer = "phrase"') -> str:
    """Return the text of a rule with these templates."""
    asked = "\n".join(f"  {json.dumps(template, ensure_ascii=False)}," for template in ask)
    return f"""schema = 1
id = "{name}"
summary = "a rule"
{head}
ask = [
{asked}
]
{more}
"""


def rules_from(known: frozenset[str] = frozenset(), /, **texts: str) -> RuleSet:
    """Return a rule set; `known` are words that are never taken for misspellings."""
    sources, problems = read_sources(files_from(**texts))
    bundle, misshapen = gather(sources)
    compiled, misfit = compile_files(bundle)
    found: list[Problem] = [*problems, *misshapen, *misfit]
    assert not found, found
    return RuleSet(compiled, is_known=known.__contains__)


def check(**texts: str) -> Report:
    """Return the report of the checker."""
    return check_files(files_from(**texts))
