"""The documentation of the rule language: its example runs, its codes are those of the checker."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hegang_qa.intents import shape
from hegang_qa.intents.checks import check_rules

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
CODE = re.compile(r"[STRC][1-4]\d\d")


def blocks(language: str) -> list[str]:
    text = (DOCS / "intents.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the example is for a shell")
def test_the_example_runs_as_it_says(tmp_path: Path) -> None:
    script = f'hegang-qa() {{ "{sys.executable}" -m hegang_qa "$@"; }}\n{blocks("sh")[0]}'
    done = subprocess.run(
        ["bash", "-eu", "-c", script],
        cwd=tmp_path,
        env={
            **os.environ,
            "HEGANG_QA_CACHE_DIR": str(tmp_path / "cache"),
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
        },
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.stderr == ""
    alike = re.compile(r"confidence \d\.\d\d")
    assert alike.sub("", done.stdout) == alike.sub("", blocks("text")[0])


def test_the_sample_of_a_language_file_is_sound(tmp_path: Path) -> None:
    text = re.sub(r"^   ", "", blocks("toml")[0], flags=re.MULTILINE)
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "language.toml").write_text(text, encoding="utf-8")
    assert check_rules(str(tmp_path)).problems == ()


def test_every_code_is_explained_and_no_other() -> None:
    told = CODE.findall((DOCS / "rule-codes.md").read_text(encoding="utf-8"))
    used = {
        code
        for path in Path(shape.__file__).parent.rglob("*.py")
        for code in re.findall(rf'"({CODE.pattern})"', path.read_text(encoding="utf-8"))
    }
    assert len(told) == len(set(told))
    assert set(told) == used


def test_every_key_is_explained() -> None:
    text = (DOCS / "intents.md").read_text(encoding="utf-8")
    for kind in ("rule", "language"):
        for key in shape.keys_of(kind):
            assert re.search(rf"`(\[\[?)?{key}|^   (\[)?{key}\b", text, re.MULTILINE), key
