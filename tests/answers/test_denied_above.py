"""What the line that introduces a list, or a heading, denies of what stands under it, and what it
does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE = """\
# Quillbox

## Rights

Members cannot:

- upload films
- delete letters

Members can:

- rename boxes
- invite friends

Guests may not:

- open parcels

You can only:

- paint fences

Don't:

- feed the ducks

If you cannot enter:

- ring the bell

## Platforms

Not supported:

- Haiku
- Amiga 500

Supported:

- Plan 9

Unsupported browsers:

- Mosaic

The following protocols are not yet supported:

- Gopher

Jobs never:

- expire

### Quillbox _does..._

* Let you **sort letters** by date.

### In contrast with other boxes, Quillbox _does not..._

* **Depend on Perl itself.** Quillbox was made from pure shell scripts.
* **Need to be loaded at login.** Instead, it works by adding a folder to your path.
* **Manage calendars.** Of course, you can print calendars yourself.

Quillbox is not:

- a mail server

## Questions

### Why does Quillbox not sort my letters?

- The folder is full of parcels.

### I cannot log in

- Reset the password.
"""


@pytest.mark.parametrize(
    "question",
    [
        "can members delete letters?",
        "can I upload films?",
        "can letters be deleted?",
        "can guests open parcels?",
        "can I feed the ducks?",
        "should I feed the ducks?",
        "is Haiku supported?",
        "can I use it on Haiku?",
        "is Mosaic supported?",
        "is Gopher supported?",
        "do jobs expire?",
        "does Quillbox depend on Perl?",
        "does Quillbox need to be loaded at login?",
        "does Quillbox manage calendars?",
        "is Quillbox a mail server?",
    ],
)
def test_what_stands_above_denies_it(tmp_path: Path, question: str) -> None:
    assert ask(tmp_path, PAGE, question).text == "No"


@pytest.mark.parametrize(
    "question",
    [
        "can members rename boxes?",
        "can I invite friends?",
        "can I paint fences?",
        "can I ring the bell?",
        "is Plan 9 supported?",
        "is Mosaic unsupported?",
        "does Quillbox let me sort letters by date?",
        "can I print calendars myself?",
        "is the folder full of parcels?",
        "can I reset the password?",
    ],
)
def test_what_is_allowed_or_only_asked_stays(tmp_path: Path, question: str) -> None:
    assert ask(tmp_path, PAGE, question).text == "Yes"


@pytest.mark.parametrize(
    "question",
    [
        "can guests weigh parcels?",  # what they may not is open them
        "is the Amiga supported?",  # one of them is not
    ],
)
def test_what_is_not_clear_is_neither(tmp_path: Path, question: str) -> None:
    assert ask(tmp_path, PAGE, question).text not in ("Yes", "No")


SETTINGS = """\
By default, `read_box()` will:

- Look for a file named `box.ini`.
- **Not replace** settings that exist (`replace=False`). Pass `replace=True` to replace settings.

## Names

The name of a box is what your box is called. Some rules:

* The name of a box must be shorter than 200 characters.
* New boxes must not have uppercase letters in the name.
* The name ends up being part of an address, and of a folder name.

## Force

Use `--force` to overwrite letters.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("does read_box replace settings?", "No"),
        ("does read_box look for a file named box.ini?", "Yes"),
        ("can the box name have upper case letters?", "No"),
        ("can the name of a box have uppercase letters?", "No"),
        ("does the name end up being part of an address?", "Yes"),
        ("can I overwrite letters with --force?", "Yes"),
    ],
)
def test_an_item_that_begins_with_a_denial_goes_first(
    tmp_path: Path, question: str, answer: str
) -> None:
    assert ask(tmp_path, SETTINGS, question).text == answer
