"""What the commands that take a settings file and the data sets have in common."""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path
from typing import TypeVar

__all__ = ["settings_and_data"]

Kind = TypeVar("Kind")


def settings_and_data(kind: type[Kind], about: str | None) -> tuple[Kind, Path]:
    """Return the settings of the file named on the command line and the folder of the data sets;
    `about` is what the help says."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("config", type=Path)
    parser.add_argument("data", type=Path, help="the folder of the data sets")
    options = parser.parse_args()
    return kind(**tomllib.loads(options.config.read_text(encoding="utf-8"))), options.data
