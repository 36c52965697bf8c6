"""The index on disk: terms to sentences, kept by tantivy.

Each sentence is an entry with its id, its *group* (ids with the same quotient by `GROUP`: to look
up a group is as dear as an id, and neighbours come with it), its *place*
(the id of the first sentence of its paragraph) and its document's number; one more entry holds the
generation that the index is at, so that terms and generation change in one commit.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from hegang_qa.collections.database import check_readable
from hegang_qa.errors import IndexFormatError

if TYPE_CHECKING:
    import tantivy

__all__ = ["GROUP", "count_entries", "open_index", "read_generation", "schema"]


GROUP = 8


def schema() -> tantivy.Schema:
    """Return the fields of an entry. Terms come ready made, separated by spaces."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", fast=True)
    builder.add_unsigned_field("group", indexed=True)
    builder.add_unsigned_field("place", fast=True)
    builder.add_unsigned_field("document", indexed=True, fast=True)
    builder.add_text_field("body", tokenizer_name="terms", index_option="freq")
    for name in ("lead", "heading", "title"):
        builder.add_text_field(name, tokenizer_name="terms", index_option="basic")
    builder.add_text_field("mark", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("generation", fast=True)
    return builder.build()


def _with_tokenizer(index: tantivy.Index) -> tantivy.Index:
    import tantivy

    # Custom analysers are not stored with the index: they must be given at every opening.
    analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("terms", analyser)
    return index


def open_index(folder: str) -> tantivy.Index:
    """Return the index in `folder`; raises `IndexFormatError` when it is missing or damaged, and
    `StorageError` when this user may not read it.

    Where the folder cannot be written, what is opened is the index as it is now: its `reload`
    fails.
    """
    try:
        return _opened(folder) if os.access(folder, os.W_OK) else _opened_elsewhere(folder)
    except (ValueError, OSError) as error:
        owner = os.path.dirname(folder)
        check_readable(owner, folder)
        for name in os.listdir(folder) if os.path.isdir(folder) else ():
            if not name.endswith(".lock"):
                check_readable(owner, os.path.join(folder, name))
        raise _damaged(folder, error) from error


def _opened(folder: str) -> tantivy.Index:
    import tantivy

    index = _with_tokenizer(tantivy.Index(schema(), path=folder, reuse=True))
    index.config_reader("manual")
    index.reload()
    return index


def _opened_elsewhere(folder: str) -> tantivy.Index:
    """Open an index in a folder that cannot be written: tantivy makes a lock file to read it."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory(prefix="hegang-qa-", ignore_cleanup_errors=True) as place:
        for name in os.listdir(folder):
            if name.endswith(".lock"):
                continue
            source, target = os.path.join(os.path.abspath(folder), name), os.path.join(place, name)
            try:
                os.symlink(source, target)
            except OSError:  # not for everybody on Windows
                shutil.copyfile(source, target)
        return _opened(place)  # its files stay open when the links are gone


def _damaged(place: str, error: BaseException) -> IndexFormatError:
    return IndexFormatError(
        f"{place}: the index is damaged ({error})",
        hint="mend it from its own sentences: hegang-qa index --into"
        f" {os.path.dirname(place) or 'COLLECTION'} --rebuild",
    )


def read_generation(index: tantivy.Index, searcher: tantivy.Searcher) -> int:
    """Return the generation that a snapshot of the index is at; 0 when it is empty."""
    import tantivy

    mark = tantivy.Query.term_query(index.schema, "mark", "generation", "basic")
    try:
        hits: list[Any] = searcher.search(mark, 1, count=False).hits
        if not hits:
            return 0
        values: list[Any] = searcher.fast_field_values("generation", [hits[0][1]])
        return int(values[0])
    except BaseException as error:
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        raise _damaged("collection", error) from error


def count_entries(folder: str, searcher: tantivy.Searcher) -> int | None:
    """Return how many entries a snapshot has with those that were taken out and still count in
    its statistics; None when the index has gone on since."""
    import json

    try:
        with open(os.path.join(folder, "meta.json"), encoding="utf-8") as file:
            segments = json.load(file)["segments"]
        total = sum(int(segment["max_doc"]) for segment in segments)
        dead = sum(int((s.get("deletes") or {}).get("num_deleted_docs", 0)) for s in segments)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return total if total - dead == searcher.num_docs else None
