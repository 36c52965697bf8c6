"""What is installed: the wheel holds rules, documents and types, and answers without a network."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Refuses every connection, in the process of the question itself.
NO_NETWORK = """
import socket
def refuse(*args, **kwargs):
    raise OSError("the network is off")
socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(out), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return out


def test_wheel_holds_data_and_types(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "hegang_qa/py.typed" in names
    assert "hegang_qa/data/seeds/hegang.txt" in names
    assert "hegang_qa/data/intents/contract.toml" in names
    assert "hegang_qa/data/lexicon.sqlite" in names
    assert "hegang_qa/data/lexicon.known" in names


def test_sdist_holds_what_a_packager_needs(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    for name in ("seeds/hegang.txt", "intents/contract.toml", "LICENSE", "README.md", "tests"):
        assert any(held == name or held.startswith(name + "/") for held in names), name


def test_installed_wheel_answers_without_a_network(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)],
        check=True,
        capture_output=True,
    )
    code = NO_NETWORK + (
        "import sys; from hegang_qa.cli.main import main;"
        "sys.exit(main(['when was coal found', '--color', 'never']))"
    )
    done = subprocess.run(
        [python, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "1914"
    assert "seeds/hegang.txt:3" in done.stdout
