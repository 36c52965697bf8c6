"""``python -m hegang_qa``: the same as the command ``hegang-qa``."""

from hegang_qa.cli.main import program

program()
