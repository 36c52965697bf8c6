"""`within`: which documents a path or pattern means."""

from __future__ import annotations

from typing import Any

import pytest

from hegang_qa.errors import UsageError
from hegang_qa.within import documents_within

PATHS = ["docs/guide.md", "docs/it/mail.txt", "faq.md", "", "./notes/faq.md"]


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        (None, None),
        ("faq.md", {2, 4}),
        ("./faq.md", {2, 4}),
        ("docs", {0, 1}),
        ("docs/", {0, 1}),
        ("docs/*.md", {0}),
        ("*.md", {0, 2, 4}),
        ("mail.*", {1}),
        ("it", {1}),
        ("t", set()),
        ("it/*", {1}),
        (["faq.md", "docs/it/*"], {1, 2, 4}),
        ("nowhere.txt", set()),
        ([], set()),
    ],
)
def test_patterns(within: str | list[str] | None, expected: set[int] | None) -> None:
    assert documents_within(PATHS, within) == expected


@pytest.mark.parametrize("within", [5, [3], b"faq.md", True])
def test_what_is_no_pattern_is_told(within: Any) -> None:
    with pytest.raises(UsageError, match="within is a path or pattern"):
        documents_within(PATHS, within)
