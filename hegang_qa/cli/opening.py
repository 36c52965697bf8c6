"""Opens the documents that the settings name, and tells what was skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hegang_qa.cli.environment import Environment
from hegang_qa.cli.layout import Line
from hegang_qa.cli.progress import ReadingProgress
from hegang_qa.cli.safe_text import visible
from hegang_qa.cli.settings import Settings, cache_path
from hegang_qa.cli.style import style_for

if TYPE_CHECKING:
    from hegang_qa.engine import Engine

__all__ = ["open_engine", "report_warnings", "warn"]


def open_engine(settings: Settings, environment: Environment) -> Engine:
    """Return the engine over the documents and rules that the settings name."""
    from hegang_qa.engine import Engine

    paths = settings.docs
    cache = cache_path(environment) if settings.cache else None
    if settings.collection:
        from hegang_qa.collections import Collection, is_collection

        if not is_collection(settings.collection):
            Collection(settings.collection)  # says what is wrong
        paths = (settings.collection,)
    with ReadingProgress(environment) as progress:
        return Engine.open(
            *paths,
            intents=settings.intents or None,
            reader=settings.reader,
            cache=cache,
            progress=progress,
        )


def report_warnings(engine: Engine, environment: Environment, settings: Settings) -> None:
    """Print what was skipped when the documents were read, on standard error."""
    for warning in engine.warnings:
        warn(warning, environment, settings)


def warn(warning: str, environment: Environment, settings: Settings) -> None:
    """Print one warning on standard error."""
    style = style_for(environment.stderr, environment.environ, settings.color, settings.theme)
    line = Line((("refusal", "warning: "), ("", visible(warning))))
    environment.stderr.write(style.paint([line]))
