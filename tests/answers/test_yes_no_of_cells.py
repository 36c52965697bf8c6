"""Yes and no by the cells of a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
# Waste

| Item | Fee |
|---|---|
| Asbestos | not accepted |
| Tyres | 3 € |
"""

PAGE_2 = """\
# Waste

| Item | Allowed |
|---|---|
| Mattress | not allowed |
| Car engine | no |
"""

PAGE_3 = """\
# List

| Thing | Taken |
|---|---|
| Paint | not collected |
| Glass | yes |
"""

PAGE_4 = """\
# Fares

| Fare | Underseat bag | Cabin case | Checked bag |
|---|---|---|---|
| Lite | included | from 19 EUR | from 35 EUR |
| Flex | included | included | from 25 EUR |
"""

PAGE_5 = """\
# Plans

| Plan | Router | Phone |
|---|---|---|
| Basic | 60 EUR | included |
| Max | included | included |
"""

CASES = [
    (PAGE_1, "do you take asbestos", "No"),
    (PAGE_1, "do you take tyres", "Yes"),
    (PAGE_2, "can I bring a mattress", "No"),
    (PAGE_2, "do you take car engines", "No"),
    (PAGE_3, "do you collect paint", "No"),
    (PAGE_3, "do you take glass", "Yes"),
    (PAGE_4, "is a cabin case included in the Lite fare", "No"),
    (PAGE_4, "is a cabin case included in the Flex fare", "Yes"),
    (PAGE_5, "is the router included in Basic", "No"),
    (PAGE_5, "is the phone included in Basic", "Yes"),
    (PAGE_5, "is the router included in Max", "Yes"),
]


@pytest.mark.parametrize(("text", "question", "said"), CASES)
def test_verdicts(tmp_path: Path, text: str, question: str, said: str | None) -> None:
    marked = text.startswith(("#", "|", "**"))
    answer = ask(tmp_path, text, question, name="page.md" if marked else "page.txt")
    assert (answer.text if answer.text in ("Yes", "No") else None) == said
