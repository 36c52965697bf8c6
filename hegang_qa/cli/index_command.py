"""``hegang-qa index``: build a collection, keep it up to date, look at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from hegang_qa.cli.environment import Environment
from hegang_qa.cli.help_text import command_help
from hegang_qa.cli.layout import Line
from hegang_qa.cli.options import SHARED_OPTIONS, Option, parse
from hegang_qa.cli.progress import ReadingProgress
from hegang_qa.cli.safe_text import visible
from hegang_qa.cli.settings import Settings, load_settings
from hegang_qa.cli.status import ExitStatus
from hegang_qa.cli.style import style_for
from hegang_qa.errors import StorageError, UsageError

if TYPE_CHECKING:
    from hegang_qa.collections import Changes, Collection, Status
    from hegang_qa.second_opinion import SecondOpinion

__all__ = ["OPTIONS", "run"]

SCHEMA = 1
"""Version of the JSON forms; see `hegang_qa.cli.json_output`."""

_SHOWN = ("--reader", "--json", "--color", "--no-color", "--debug", "-h")

OPTIONS = (
    Option(("-c", "--into", "--collection"), "text", "FOLDER", "the collection's folder, as my.hq"),
    Option(("--remove",), "flag", "", "take the named documents out; their files stay"),
    Option(("--status",), "flag", "", "tell what the collection holds"),
    Option(("--check",), "flag", "", "with --status: compare every checksum first"),
    Option(("--watch",), "flag", "", "stay, and follow changes of the files until Ctrl-C"),
    Option(("--rebuild",), "flag", "", "make a damaged or older collection again"),
    Option(("--jobs",), "count", "N", "read with N processes (default: one a core)"),
    Option(("-d", "--docs"), "texts", "PATH", "documents, as if named without -d"),
    *(option for option in SHARED_OPTIONS if option.names[0] in _SHOWN),
)

_ABOUT = """\
Keep documents in a collection: read once, kept on disk, asked at once.

  hegang-qa index notes/ faq.md --into my.hq    build it, or add to it
  hegang-qa -c my.hq "how much is the late fee" ask it
  hegang-qa index --into my.hq                  read what has changed since
  hegang-qa index --into my.hq --watch          and go on (needs watchfiles)
  hegang-qa index --into my.hq --remove faq.md  take documents out
  hegang-qa index --into my.hq --status         what it holds, what failed

Questions can be asked while it is updated. Ctrl-C keeps what is complete; the
next update goes on.
"""

_MOST_LISTED = 20
_MOST_DOCUMENTS = 100


def run(arguments: Sequence[str], environment: Environment) -> int:
    """Do what the options say to the collection, and tell what came of it."""
    parsed = parse(OPTIONS, arguments, command="index")
    if parsed.values.get("help"):
        environment.stdout.write(command_help(_ABOUT, OPTIONS))
        return ExitStatus.ANSWERED
    values = dict(parsed.values)
    paths = (*parsed.words, *values.pop("docs", ()))
    # Documents and a collection exclude each other in a question, not here.
    given = {name: value for name, value in values.items() if name != "collection"}
    settings = load_settings(environment, given)
    return _Run(values, paths, settings, environment).run()


class _Run:
    """One run of the command."""

    def __init__(
        self,
        values: dict[str, Any],
        paths: Sequence[str],
        settings: Settings,
        environment: Environment,
    ) -> None:
        self._values = values
        self._paths = list(paths)
        self._settings = settings
        self._environment = environment
        self._folder = self._chosen_folder()
        self._reader: SecondOpinion | None = None
        self._unread = False

    def _chosen_folder(self) -> str:
        folder = self._values.get("collection") or self._settings.collection
        if folder:
            return str(folder)
        from hegang_qa.collections import is_collection

        # "hegang-qa index my.hq --status": the collection may be named as if it were a document.
        if len(self._paths) == 1 and is_collection(self._paths[0]):
            return self._paths.pop()
        raise UsageError(
            "which collection?",
            hint="name its folder: hegang-qa index DOCUMENTS --into my.hq; to ask a question that"
            ' begins with "index": hegang-qa ask index ...',
        )

    def run(self) -> int:
        actions = [
            name for name in ("remove", "status", "watch", "rebuild") if self._values.get(name)
        ]
        if len(actions) > 1:
            raise UsageError(f"--{actions[0]} and --{actions[1]} do not go together")
        action = actions[0] if actions else "update"
        if self._values.get("check") and action != "status":
            raise UsageError("--check goes with --status")
        if action in ("status", "rebuild") and self._paths:
            raise UsageError(f"--{action} takes no documents, not {self._paths[0]!r}")
        if action == "remove" and not self._paths:
            raise UsageError("--remove needs the documents to take out")
        from hegang_qa.collections import Collection

        if action == "status":
            self._show_status(Collection(self._folder))
            return ExitStatus.ANSWERED
        if action == "remove":
            collection = Collection(self._folder)
            self._tell(collection, collection.remove(self._paths))
            return ExitStatus.ANSWERED
        if action == "rebuild":
            self._prepare()
            with ReadingProgress(self._environment) as progress:
                Collection.rebuild_folder(self._folder, jobs=self._jobs(), progress=progress)
            self._place(Collection(self._folder))
            self._show_status(Collection(self._folder))
            return ExitStatus.ANSWERED
        self._prepare(watches=action == "watch")
        if action == "watch" and not self._paths:
            self._watch(Collection(self._folder))
            return ExitStatus.ANSWERED
        updated = self._update()
        if action == "watch":
            self._watch(updated)
        return ExitStatus.UNREADABLE if self._unread else ExitStatus.ANSWERED

    def _prepare(self, *, watches: bool = False) -> None:
        """Tell of what is not installed before anything is written."""
        from hegang_qa.second_opinion import second_opinion

        if watches:
            from hegang_qa.collections.watch import check_watchable

            check_watchable()
        self._reader = second_opinion(self._settings.reader)

    def _jobs(self) -> int | None:
        jobs: int | None = self._values.get("jobs")
        return jobs

    def _update(self) -> Collection:
        from hegang_qa.collections import Collection, is_collection

        try:
            with ReadingProgress(self._environment) as progress:
                if not self._paths and not is_collection(self._folder):
                    Collection(self._folder)  # says what is wrong
                collection, changes = Collection.build(
                    self._folder, self._paths, jobs=self._jobs(), progress=progress
                )
        except KeyboardInterrupt:
            self._warn(
                f"interrupted: {self._folder} keeps what is complete; to go on:"
                f" hegang-qa index --into {self._folder}"
            )
            raise
        self._tell(collection, changes)
        self._place(collection)
        return collection

    def _place(self, collection: Collection) -> None:
        """Let the reader, where it is installed, place the sentences by their meaning."""
        if self._reader is None:
            return
        try:
            with ReadingProgress(self._environment, "placing sentences of") as progress:
                self._reader.place(collection.snapshot().store, progress)
        except StorageError as error:  # all that was read is there
            self._warn(error.message)

    def _watch(self, collection: Collection) -> None:
        from hegang_qa.collections.watch import watch

        busy = ""
        for item in watch(collection):
            if isinstance(item, StorageError):
                if item.message != busy:  # tried again each second: told once
                    self._warn(f"{item.message}; trying again")
                busy = item.message
                continue
            busy = ""
            self._tell(collection, item)
            self._place(collection)

    # -- telling -----------------------------------------------------------------------------------

    def _tell(self, collection: Collection, changes: Changes) -> None:
        for warning in changes.warnings:
            self._warn(warning)
        for path, reason in changes.failed:
            self._warn(f"{path}: {reason}")
        held = collection.snapshot()
        documents = sum(map(bool, held.store.paths()))
        self._unread = bool(changes.failed) and not documents
        if self._settings.json:
            self._json({"collection": self._folder, **changes._asdict()})
            return
        total = f"{_count(documents, 'document')}, {_count(len(held.store), 'sentence')}"
        parts = [
            f"{len(paths):,} {what}"
            for what, paths in (
                ("added", changes.added),
                ("changed", changes.changed),
                ("renamed", changes.renamed),
                ("removed", changes.removed),
            )
            if paths
        ]
        nothing = "nothing could be read" if self._unread else "nothing has changed"
        done = ", ".join(parts) or nothing
        self._say([Line((("heading", visible(self._folder)), ("", f": {done}; {total}")))])
        listed = list(_listed(changes))
        if len(listed) <= _MOST_LISTED:
            self._say(listed)

    def _show_status(self, collection: Collection) -> None:
        status = collection.status(thorough=bool(self._values.get("check")))
        behind = collection.behind()
        if self._settings.json:
            record = {"collection": self._folder, **status._asdict(), "behind": behind._asdict()}
            del record["folder"]
            self._json(record)
            return
        self._say(_status_lines(status))
        if self._values.get("check"):
            self._say([Line((("label", "checked    "), ("", "every checksum is right")), 2)])
        changed = behind.changed + behind.gone
        if changed:
            note = f"{_count(changed, 'file')} changed since: hegang-qa index --into {self._folder}"
            self._say([Line((("label", "behind     "), ("refusal", visible(note))), 2)])
        self._say(_document_lines(status))

    def _say(self, lines: Sequence[Line] | Iterator[Line]) -> None:
        stdout = self._environment.stdout
        style = style_for(
            stdout, self._environment.environ, self._settings.color, self._settings.theme
        )
        stdout.write(style.paint(lines))
        stdout.flush()

    def _warn(self, warning: str) -> None:
        stderr = self._environment.stderr
        style = style_for(
            stderr, self._environment.environ, self._settings.color, self._settings.theme
        )
        stderr.write(style.paint([Line((("refusal", "warning: "), ("", visible(warning))))]))

    def _json(self, record: dict[str, Any]) -> None:
        import json

        line = json.dumps({"schema": SCHEMA, **record}, ensure_ascii=False)
        self._environment.stdout.write(line + "\n")
        self._environment.stdout.flush()


def _listed(changes: Changes) -> Iterator[Line]:
    for what, paths in (
        ("added", changes.added),
        ("changed", changes.changed),
        ("removed", changes.removed),
    ):
        for path in paths:
            yield Line((("label", f"{what:<8} "), ("path", visible(path))), 2)
    for old, new in changes.renamed:
        yield Line((("label", "renamed  "), ("path", f"{visible(old)} → {visible(new)}")), 2)


def _status_lines(status: Status) -> Iterator[Line]:
    yield Line((("heading", visible(status.folder)),))
    for label, value in (
        ("documents", f"{len(status.documents):,}"),
        ("sentences", f"{status.sentences:,}"),
        *([("by meaning", f"{status.placed:,} sentences placed")] if status.placed else []),
        ("size", f"{_size(status.bytes)} on disk, for {_size(status.text_bytes)} of text"),
        ("version", f"format {status.format}, update {status.generation:,}"),
        ("sources", ", ".join(map(visible, status.sources))),
    ):
        yield Line((("label", f"{label:<11}"), ("", value)), 2)


def _document_lines(status: Status) -> Iterator[Line]:
    if status.failures:
        yield Line((("heading", "Not read"),))
        for path, reason in status.failures:
            yield Line((("path", visible(path)), ("", f": {visible(reason)}")), 2)
    yield Line((("heading", "Documents"),))
    for path in status.documents[:_MOST_DOCUMENTS]:
        yield Line((("path", visible(path)),), 2)
    left = len(status.documents) - _MOST_DOCUMENTS
    if left > 0:
        yield Line((("label", f"and {left:,} more (--json lists all)"),), 2)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def _size(count: int) -> str:
    """Return a number of bytes as people write it."""
    value, unit = float(count), "bytes"
    for larger in ("kB", "MB", "GB"):
        if value < 1000:
            break
        value, unit = value / 1000, larger
    return f"{value:.0f} {unit}" if unit == "bytes" or value >= 100 else f"{value:.1f} {unit}"
