"""Renews what README.md shows of the program, from real runs over the bundled document.

    python -m tools.session

The questions on lines with a "$" in README's session are asked again and their answers put under
them; the conversation below is held with the real engine and drawn as docs/session.svg.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from html import escape
from io import StringIO
from pathlib import Path

from hegang_qa.cli.environment import Environment
from hegang_qa.cli.layout import Line, display_width, wrap
from hegang_qa.cli.main import main
from hegang_qa.cli.repl.commands import REGISTRY
from hegang_qa.cli.repl.loop import Loop
from hegang_qa.cli.repl.screen import Screen
from hegang_qa.cli.repl.session import Session
from hegang_qa.cli.repl.start import greeting
from hegang_qa.cli.settings import Settings
from hegang_qa.cli.style import Style
from hegang_qa.engine import Engine

__all__ = ["README", "SVG", "drawn", "renewed"]

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
SVG = ROOT / "docs" / "session.svg"
COLUMNS = 88

TALK = (
    "when was coal found",
    "where?",
    "how long is the boarder with rusia",
    "in miles?",
    "how long is the drive to Harbin",
    "and to the airport?",
    "what was the GDP in 2015",
)

# A dark ground; each role (see `hegang_qa.cli.style`) as fill, weight, slant.
GROUND, FRAME, TEXT = "#0d1117", "#30363d", "#e6edf3"
LOOKS = {
    "answer": ("#7ee787", "bold", ""),
    "found": ("#7ee787", "bold", ""),
    "matched": ("#e3b341", "", ""),
    "refusal": ("#ffa657", "bold", ""),
    "path": ("#79c0ff", "", ""),
    "label": ("#8b949e", "", ""),
    "faint": ("#8b949e", "", ""),
    "asked": ("#8b949e", "", "italic"),
    "conflict": ("#d2a8ff", "bold", ""),
    "command": ("#79c0ff", "", ""),
    "error": ("#ff7b72", "bold", ""),
    "heading": (TEXT, "bold", ""),
    "typed": (TEXT, "", ""),
    "prompt": (TEXT, "bold", ""),
}
SIZE, ADVANCE, LEADING, MARGIN = 14, 8.43, 20, 18


class Console(StringIO):
    """A stream that says it is a terminal, so that lines are wrapped."""

    def isatty(self) -> bool:
        """Return that it is."""
        return True


def outside(columns: int) -> Environment:
    """Return an environment without settings or files of the user's."""
    environ = {"COLUMNS": str(columns)}
    return Environment(StringIO(), Console(), StringIO(), environ, "/nonexistent")


class Recorder(Screen):
    """Keeps the rows that a terminal would show."""

    def __init__(self) -> None:
        super().__init__(outside(COLUMNS), Style({}))
        self.rows: list[Line] = []

    def show(self, lines: Iterable[Line]) -> None:
        """Keep the lines, wrapped."""
        self.rows.extend(wrap(lines, COLUMNS))


class Typist:
    """Types the talk."""

    def __init__(self, screen: Recorder) -> None:
        self.screen = screen
        self.rest = list(TALK)

    def read(self) -> str:
        """Return the next line, and show it behind the prompt as a terminal would."""
        if not self.rest:
            raise EOFError
        typed = self.rest.pop(0)
        self.screen.show([Line((("prompt", "> "), ("typed", typed)))])
        return typed


def talk() -> list[Line]:
    """Return the rows of the conversation."""
    screen = Recorder()
    session = Session(Settings(), lambda _: Engine.open(reader="off"))
    screen.show([greeting(session)])
    Loop(session, Typist(screen), screen, REGISTRY).run()
    return screen.rows


def drawn() -> str:
    """Return the conversation as an SVG image."""
    rows = talk()
    width = round(COLUMNS * ADVANCE + 2 * MARGIN)
    height = len(rows) * LEADING + 2 * MARGIN
    title = "A conversation with hegang-qa about the bundled document"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label="{title}">',
        f"<title>{title}</title>",
        f'<rect x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="8" '
        f'fill="{GROUND}" stroke="{FRAME}"/>',
        f'<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,monospace" '
        f'font-size="{SIZE}" fill="{TEXT}" xml:space="preserve">',
    ]
    for number, row in enumerate(rows):
        y = MARGIN + number * LEADING + SIZE
        lines += _texts(row, y)
    return "\n".join([*lines, "</g>", "</svg>"]) + "\n"


def _texts(row: Line, y: int) -> Iterator[str]:
    """Yield a row as text elements, each at its own column: fonts differ in how wide they are."""
    column = row.indent
    for role, text in row.pieces:
        fill, weight, slant = LOOKS.get(role.partition(" ")[0], ("", "", ""))
        look = f' fill="{fill}"' if fill else ""
        look += f' font-weight="{weight}"' if weight else ""
        look += f' font-style="{slant}"' if slant else ""
        # A run of wide characters begins at its own column, too.
        for run in re.findall(r"[\u2e80-\uffff]+|[^\u2e80-\uffff]+", text):
            if run.strip():
                x = MARGIN + column * ADVANCE
                reach = display_width(run) * ADVANCE
                yield (
                    f'<text x="{x:.1f}" y="{y}" textLength="{reach:.1f}" '
                    f'lengthAdjust="spacingAndGlyphs"{look}>{escape(run, quote=False)}</text>'
                )
            column += display_width(run)


def renewed(text: str) -> str:
    """Return README with the answers in its session given anew."""
    whole = r"(?<=<!-- session: python -m tools.session -->\n```console\n).*?(?=```\n)"
    text, count = re.subn(whole, lambda match: _session(match.group()), text, flags=re.DOTALL)
    if count != 1:
        raise ValueError("README.md has no session")
    return text


def _session(block: str) -> str:
    parts = []
    for line in block.splitlines():
        if line.startswith("$ hegang-qa "):
            environment = outside(COLUMNS)
            options = ("--color", "never", "--reader", "off")
            main([*options, *shlex.split(line)[2:]], environment)
            shown = environment.stdout.getvalue()  # type: ignore[attr-defined]
            parts.append(f"{line}\n{shown}")
    return "\n".join(parts)


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
    SVG.write_text(drawn(), encoding="utf-8")
