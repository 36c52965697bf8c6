"""Documents: find files, read them, and cut them into blocks that keep line and offset."""

from hegang_qa.documents.files import FileList, FoundFile, find_files
from hegang_qa.documents.model import Block, Cell, Document
from hegang_qa.documents.reading import (
    ReadResult,
    parse_document,
    read_bundled,
    read_documents,
    read_file,
)

__all__ = [
    "Block",
    "Cell",
    "Document",
    "FileList",
    "FoundFile",
    "ReadResult",
    "find_files",
    "parse_document",
    "read_bundled",
    "read_documents",
    "read_file",
]
