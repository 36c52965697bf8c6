"""Read files into documents."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.documents.decoding import NotTextError, decode
from hegang_qa.documents.files import FileList, find_files
from hegang_qa.documents.letters import matter_of
from hegang_qa.documents.markup import without_directives
from hegang_qa.documents.model import Document
from hegang_qa.errors import SourceError

__all__ = [
    "MAX_BYTES",
    "ReadResult",
    "parse_document",
    "read_bundled",
    "read_documents",
    "read_file",
    "read_found",
]

MAX_BYTES = 64 * 1024 * 1024
"""A file larger than this is refused: its sentences would not fit into memory beside others."""

_MARKDOWN = (".md", ".markdown")
_DELIMITED = (".csv", ".tsv")
_WEBPAGE = (".html", ".htm", ".xhtml")


class ReadResult(NamedTuple):
    """Documents in natural order of their paths, one line for each file passed over, and those
    that could not be read, path and reason."""

    documents: tuple[Document, ...]
    warnings: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()


def title_from_path(path: str) -> str:
    """Return a file name in words: "opening_hours-2.txt" gives "opening hours 2"."""
    stem = os.path.splitext(os.path.basename(path))[0]
    for sign in "_-.":
        stem = stem.replace(sign, " ")
    return " ".join(stem.split())


def parse_document(path: str, text: str) -> Document:
    """Return the document that `text` is, read as Markdown, as a table, as a web page or as
    plain text by the path's suffix."""
    title: str | None
    if path.lower().endswith(_MARKDOWN):
        from hegang_qa.documents.markdown import parse_markdown

        title, blocks = parse_markdown(without_directives(text, markdown=True))
    elif path.lower().endswith(_DELIMITED):
        from hegang_qa.documents.delimited import parse_delimited

        title, blocks = parse_delimited(text)
    elif path.lower().endswith(_WEBPAGE):
        from hegang_qa.documents.webpage import parse_webpage

        text, title, blocks = parse_webpage(text)
    else:
        from hegang_qa.documents.settings import parse_settings

        settings = parse_settings(text)
        if settings is not None:
            title, blocks = None, settings
        else:
            from hegang_qa.documents.plain import parse_plain

            title, blocks = parse_plain(without_directives(text))
    return Document(path, text, title or matter_of(text) or title_from_path(path), blocks)


def read_file(path: str, *, location: str | None = None, max_bytes: int = MAX_BYTES) -> Document:
    """Return the document in one file; `location` is where it lies, if not at `path`.

    Raises `SourceError` when it cannot be opened, is binary, in no known encoding, or larger than
    `max_bytes`.
    """
    try:
        with open(location or path, "rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "is it yours to read?" if isinstance(error, PermissionError) else None
        raise SourceError(f"{path}: cannot be read ({reason})", path=path, hint=hint) from error
    except ValueError as error:  # a NUL in the name
        raise SourceError(f"{path!r}: not a file name", path=path) from error
    if len(data) > max_bytes:
        raise SourceError(
            f"{path}: larger than {max_bytes / 2**20:g} MB",
            path=path,
            hint="split the file into parts",
        )
    try:
        text = decode(data)
    except NotTextError as error:
        hint = "only text is read: save it as .txt, .md or .csv, in UTF-8"
        raise SourceError(f"{path}: {error}", path=path, hint=hint) from error
    return parse_document(path, text)


def read_documents(patterns: Sequence[str], *, base: str | None = None) -> ReadResult:
    """Return the documents that `patterns` (files, folders, globs) stand for.

    Relative patterns start from `base` (default: the working directory). A file that cannot be
    read is left out with a warning; `SourceError` when none could be read or a name is wrong.
    """
    return read_found(find_files(patterns, base=base))


def read_found(found: FileList) -> ReadResult:
    """Return the documents in files that were found; see `read_documents`."""
    documents: list[Document] = []
    warnings = list(found.warnings)
    failed: list[tuple[str, str]] = []
    failure: SourceError | None = None
    for file in found.files:
        try:
            document = read_file(file.path, location=file.location)
        except SourceError as error:
            failure = failure or error
            warnings.append(f"{error.message}, skipped")
            failed.append((file.path, error.message.removeprefix(f"{file.path}: ")))
            continue
        if not document.blocks:
            warnings.append(f"{file.path}: empty")
        documents.append(document)
    if failure is not None and not documents:
        if len(found.files) == 1:
            raise failure
        raise SourceError(
            f"none of the {len(found.files)} files could be read; the first: {failure.message}",
            path=failure.path,
            hint=failure.hint,
        )
    if not any(document.blocks for document in documents):
        raise SourceError(
            f"{documents[0].path}: the file is empty"
            if len(documents) == 1
            else f"all {len(documents)} files are empty",
            path=documents[0].path,
            hint="name documents with text in them",
        )
    return ReadResult(tuple(documents), tuple(warnings), tuple(failed))


def read_bundled() -> ReadResult:
    """Return the documents that come with the package, their paths ``seeds/<name>``."""
    from hegang_qa.resources import seeds_path

    folder = seeds_path()
    names = sorted(name for name in os.listdir(folder) if name.endswith(".txt"))
    documents = [read_file(f"seeds/{name}", location=os.path.join(folder, name)) for name in names]
    return ReadResult(tuple(documents))
