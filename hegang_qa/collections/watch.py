"""Follow the files of a collection and bring it up to date whenever they change."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

from hegang_qa.collections.collection import Collection
from hegang_qa.collections.plan import Sources
from hegang_qa.collections.results import Changes
from hegang_qa.errors import StorageError, UsageError

__all__ = ["check_watchable", "watch"]

_WAKING_MILLISECONDS = 1_000


def check_watchable() -> None:
    """Raise `UsageError` where files cannot be watched, for want of watchfiles."""
    try:
        import watchfiles  # noqa: F401
    except ImportError as error:
        raise UsageError(
            "watching needs the package watchfiles",
            hint="pip install 'hegang-qa[watch]'",
        ) from error


def watch(
    collection: Collection, *, stop: threading.Event | None = None
) -> Iterator[Changes | StorageError]:
    """Yield what changed each time that files of the collection do, until `stop` is set.

    The first item tells what had changed before. When the collection cannot be written just now,
    the error is yielded, and it is tried again. Raises `UsageError` without watchfiles, and when no
    folder is there to be watched.
    """
    check_watchable()
    from watchfiles import Change
    from watchfiles import watch as watch_files

    stop = stop or threading.Event()
    own = os.path.abspath(collection.folder)

    def concerns(_: Change, path: str) -> bool:
        return path != own and not path.startswith(own + os.sep)

    watching = watch_files(
        *_places(collection.sources(), collection.folder),
        watch_filter=concerns,
        stop_event=stop,
        rust_timeout=_WAKING_MILLISECONDS,
        yield_on_timeout=True,
        recursive=True,
        ignore_permission_denied=True,
    )
    pending = True
    first, started = True, False
    while not stop.is_set():
        if pending:
            try:
                changes = collection.refresh()
                pending = False
                if first or is_change(changes):
                    yield changes
                first = False
            except StorageError as error:
                yield error
        try:
            noticed = bool(next(watching))
        except StopIteration:
            return
        # The watch began with this call: what happened between the first look and it counts too.
        pending = pending or noticed or not started
        started = True


def is_change(changes: Changes) -> bool:
    """Tell whether an update did or told anything."""
    return any(changes._replace(unchanged=0, warnings=()))


def _places(sources: Sources, folder: str) -> list[str]:
    """Return the folders to watch: editors replace files, so a file is watched in its folder.
    `folder` is that of the collection, to be named."""
    places: dict[str, None] = {}
    for source in sources.sources:
        place = os.path.abspath(os.path.join(source.base, os.path.expanduser(source.pattern)))
        if source.folder and not os.path.isdir(place):
            continue  # a drive that is not there
        while not os.path.isdir(place):
            place = os.path.dirname(place)
        places[place] = None
    if not places:
        raise UsageError(
            "none of the collection's folders is there to be watched",
            hint=f"hegang-qa index --into {folder} --status names its sources",
        )
    return [
        place
        for place in places
        if not any(place != other and place.startswith(other + os.sep) for other in places)
    ]
