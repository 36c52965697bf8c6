import os
from pathlib import Path

import pytest

from hegang_qa.documents import find_files, read_documents
from hegang_qa.documents.files import natural_key
from hegang_qa.errors import SourceError


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "docs/ch10.txt",
        "docs/ch2.txt",
        "docs/sub/deep/notes.md",
        "docs/sub/.hidden.md",
        "docs/.git/config.txt",
        "docs/picture.png",
        "docs/app.log",
        "docs/UPPER.TXT",
        "faq.md",
        "odd[1].txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Some words here.\n", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (["docs"], ["docs/UPPER.TXT", "docs/ch2.txt", "docs/ch10.txt", "docs/sub/deep/notes.md"]),
        (["docs/"], ["docs/UPPER.TXT", "docs/ch2.txt", "docs/ch10.txt", "docs/sub/deep/notes.md"]),
        (["faq.md", "docs/sub"], ["docs/sub/deep/notes.md", "faq.md"]),
        (["docs/*.txt"], ["docs/ch2.txt", "docs/ch10.txt"]),
        (["docs/**/*.md"], ["docs/sub/deep/notes.md"]),
        (["docs/*.log"], ["docs/app.log"]),
        (["docs/app.log"], ["docs/app.log"]),
        (["odd[1].txt"], ["odd[1].txt"]),
        (["docs/ch2.txt", "./docs/ch2.txt", "docs/ch?.txt"], ["docs/ch2.txt"]),
    ],
)
def test_names_folders_and_globs_give_each_file_once(
    tree: Path, patterns: list[str], expected: list[str]
) -> None:
    found = [file.path for file in find_files(patterns).files]
    assert sorted(found) == sorted(expected)
    assert found == sorted(found, key=natural_key)


def test_a_glob_over_everything_takes_only_documents(tree: Path) -> None:
    found = {file.path for file in find_files(["docs/*"]).files}
    assert found == {"docs/UPPER.TXT", "docs/ch2.txt", "docs/ch10.txt", "docs/sub/deep/notes.md"}


def test_paths_are_shown_relative_to_the_base(tree: Path) -> None:
    result = read_documents(["docs/ch2.txt"], base=str(tree))
    assert [document.path for document in result.documents] == ["docs/ch2.txt"]


def test_links_that_go_round_are_followed_once(tree: Path) -> None:
    os.symlink(tree / "docs", tree / "docs" / "sub" / "again")
    os.symlink(tree / "faq.md", tree / "docs" / "same.md")
    assert len(find_files(["docs", "faq.md"]).files) == 5


@pytest.mark.parametrize(
    ("patterns", "message"),
    [
        (["nowhere.txt"], "no such file or folder: nowhere.txt"),
        (["faq.md/"], "no such file or folder: faq.md/"),
        (["faq.md", "nowhere/"], "no such file or folder: nowhere/"),
        (["empty"], "empty: the folder holds no documents"),
        (["*.pdf"], r"\*.pdf: the pattern matches no documents"),
        ([], "no documents were named"),
        (["bad\0name"], "no such file or folder"),
    ],
)
def test_what_cannot_be_found_is_said(tree: Path, patterns: list[str], message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        find_files(patterns)
    assert caught.value.hint


def test_an_empty_folder_beside_documents_is_a_warning(tree: Path) -> None:
    found = find_files(["empty", "faq.md"])
    assert [file.path for file in found.files] == ["faq.md"]
    assert "empty" in found.warnings[0]


def test_a_folder_that_cannot_be_listed_is_a_warning(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = os.scandir

    def refuse(path: str) -> object:
        if "deep" in str(path):
            raise PermissionError(13, "Permission denied", path)
        return listing(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_files(["docs"])
    assert len(found.files) == 3
    assert found.warnings == ("docs/sub/deep: the folder cannot be read, skipped",)


def test_a_link_to_itself_is_skipped_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The desk opens at nine.", encoding="utf-8")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "loop.md").symlink_to("loop.md")
    found = find_files([str(tmp_path)])
    assert [file.path for file in found.files] == [str(tmp_path / "a.md")]
    assert all("loop" in warning for warning in found.warnings)


def test_an_empty_name_is_told() -> None:
    with pytest.raises(SourceError, match="empty name"):
        find_files([""])


def test_a_misspelt_name_is_shown_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "handbook.md").write_text("Open daily.\n", encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        find_files(["handbok.md"], base=str(tmp_path))
    assert caught.value.hint == "did you mean handbook.md?"
    with pytest.raises(SourceError) as caught:
        find_files(["minutes.md"], base=str(tmp_path))
    assert "did you mean" not in (caught.value.hint or "")
