from pathlib import Path

import pytest

from hegang_qa.documents import read_bundled, read_documents, read_file
from hegang_qa.errors import SourceError

WORDS = "Käse kostet 3 €. Das Brot ist frisch.\nMorgen öffnen wir später.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-32", "cp1252"]
)
def test_encodings_give_the_same_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    if encoding == "utf-16-le-bom":
        path.write_bytes(b"\xff\xfe" + WORDS.encode("utf-16-le"))
    else:
        path.write_bytes((WORDS * 5).encode(encoding))
    assert read_file(str(path)).text.startswith(WORDS)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_are_made_alike(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WORDS.replace("\n", newline).encode())
    document = read_file(str(path))
    assert document.text.split() == WORDS.split()
    at = document.text.index("Morgen")
    assert document.place(at) == (2, 1)
    # Places are those of the file, whose newlines may be two characters long.
    assert path.read_bytes().decode()[at:].startswith("Morgen")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04\0\0 zip", "binary"),
        (b"words and\0more", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"%PDF-1.7 words", "pdftotext"),
        (b"\xef\xbb\xbfbroken \xff\xfe", "not valid utf-8"),
    ],
)
def test_what_is_not_text_is_refused_by_name(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=message) as caught:
        read_documents([str(path)])
    assert "odd.txt" in str(caught.value)


def test_a_bad_file_beside_a_good_one_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("Good words.")
    result = read_documents([str(tmp_path)])
    assert any("bad.txt" in warning and "binary" in warning for warning in result.warnings)
    assert f"{tmp_path}/empty.txt: empty" in result.warnings
    assert any(document.path.endswith("good.txt") for document in result.documents)


@pytest.mark.parametrize("data", [b"", b" \n\n\t\n", b"\xef\xbb\xbf"])
def test_empty_files_alone_are_an_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "empty.txt").write_bytes(data)
    with pytest.raises(SourceError, match="the file is empty"):
        read_documents([str(tmp_path)])


@pytest.mark.parametrize(
    "error",
    [
        PermissionError(13, "Permission denied"),
        FileNotFoundError(2, "No such file"),
        IsADirectoryError(21, "Is a directory"),
        OSError(5, "Input/output error"),
    ],
)
def test_files_that_fail_while_being_read_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    (tmp_path / "a.txt").write_text("Words.")

    def fail(*_: object, **__: object) -> object:
        raise error

    monkeypatch.setattr("builtins.open", fail)
    with pytest.raises(SourceError, match=r"a\.txt: cannot be read"):
        read_documents([str(tmp_path)])


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("x" * 1_000)
    with pytest.raises(SourceError, match="larger than") as caught:
        read_file(str(path), max_bytes=999)
    assert caught.value.hint


def test_a_long_single_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("word " * 200_000)
    assert len(read_file(str(path)).blocks) == 1


def test_the_title_is_the_first_heading_or_the_name_in_words(tmp_path: Path) -> None:
    (tmp_path / "house_rules-2.txt").write_text("No dogs here.\n")
    (tmp_path / "b.md").write_text("# The *garden*\n\nNo dogs here.\n")
    (tmp_path / "c.md").write_text("---\ntitle: 'From the front'\n---\n# Other\n")
    titles = [document.title for document in read_documents([str(tmp_path)]).documents]
    assert titles == ["The garden", "From the front", "house rules 2"]


def test_bundled_documents_are_shown_by_their_short_path() -> None:
    documents = read_bundled().documents
    assert documents
    assert all(document.path.startswith("seeds/") for document in documents)
    assert all(document.path.endswith(".txt") for document in documents)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"The tea costs \xa35 and the cake \xa34.\n", "The tea costs £5 and the cake £4.\n"),
        (b"caf\xe9 Zo\xeb: K\xf6nig street 4\n", "café Zoë: König street 4\n"),
        (b"It costs 5 \x80.\n", "It costs 5 €.\n"),
    ],
)
def test_a_few_western_letters_are_no_riddle(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert read_file(str(path)).text == text
