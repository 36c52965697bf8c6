"""Directives of reStructuredText are no text, in files of any suffix; lines and offsets stay."""

from __future__ import annotations

import pytest

from hegang_qa.documents import parse_document
from hegang_qa.documents.markup import without_directives
from hegang_qa.sentences import split_document

README = """\
Quillbox
========

|badge| |docs|_

.. image:: https://example.org/logo.png
   :target: https://example.org
   :alt: logo

Quillbox sorts mail by rules.

.. code:: python

    import quillbox

.. code:: sh

    quillbox run

.. note:: Rules are read once, when
   the program starts.

.. _usage:

.. |badge| image:: https://example.org/b.svg
    :target: x

.. function:: sort(box)

   Sorts a box.

.. [1] A footnote is text.

.. toctree::
   :maxdepth: 2

   intro
   usage

.. A comment that
   goes on.

__ https://example.org

The last line.
"""


MANUAL = """\
Install it with::

    pip install quillbox

    quillbox --version

Run it:

.. code-block:: python

    import quillbox
    quillbox.run(port=8080)

.. note:: Port 80 needs a permit.

::

    echo done

It ends here.
"""


@pytest.mark.parametrize("path", ["a.rst", "a.txt", "README"])
def test_what_is_set_in_below_two_colons_is_code(path: str) -> None:
    told = split_document(parse_document(path, MANUAL), number=0, first_id=0)
    assert [(one.line, one.kind, one.text) for one in told] == [
        (1, "paragraph", "Install it with::"),
        (3, "code", "pip install quillbox"),
        (5, "code", "quillbox --version"),
        (7, "paragraph", "Run it:"),
        (11, "code", "import quillbox"),
        (12, "code", "quillbox.run(port=8080)"),
        (14, "paragraph", "Port 80 needs a permit."),
        (18, "code", "echo done"),
        (20, "paragraph", "It ends here."),
    ]
    assert all(MANUAL[one.start : one.end] == one.text for one in told)


TABLE = """\
Options
=======

.. list-table::
   :header-rows: 1

   * - Option
     - Default
     - Meaning
   * - ``threads``
     - 2
     - How many jobs run
       at the same time
   * - ``level``
     -
     - One of debug and info

The end.
"""


@pytest.mark.parametrize("path", ["a.rst", "a.txt", "README"])
def test_a_table_written_as_a_list(path: str) -> None:
    told = split_document(parse_document(path, TABLE), number=0, first_id=0)
    rows = [one for one in told if one.kind == "row"]
    assert [
        [(cell.head, " ".join(one.text[cell.start : cell.end].split())) for cell in one.cells]
        for one in rows
    ] == [
        [
            ("Option", "``threads``"),
            ("Default", "2"),
            ("Meaning", "How many jobs run at the same time"),
        ],
        [("Option", "``level``"), ("Meaning", "One of debug and info")],
    ]
    assert [one.line for one in rows] == [10, 14]
    assert told[-1].text == "The end."


@pytest.mark.parametrize("path", ["a.md", "a.rst", "a.txt", "README"])
def test_what_is_left_of_a_readme(path: str) -> None:
    told = split_document(parse_document(path, README), number=0, first_id=0)
    assert [(one.line, one.text) for one in told] == [
        (1, "Quillbox"),
        (10, "Quillbox sorts mail by rules."),
        (14, "import quillbox"),
        (18, "quillbox run"),
        (20, "Rules are read once, when\n   the program starts."),
        (28, "sort(box)"),
        (30, "Sorts a box."),
        (32, "A footnote is text."),
        (45, "The last line."),
    ]
    assert all(README[one.start : one.end] == one.text for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "Words.\n\n.. and so on, said the miller.\n",
        "|a| |b|\n\nA table of letters.\n",
        "std::vector and a::b are names.\n",
        "The paths are .. and ../x:: and no more.\n",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert without_directives(text) == text


def test_what_stands_between_fences_is_shown() -> None:
    text = "Write:\n\n```rst\n.. image:: a.png\n   :alt: logo\n```\n\n.. image:: b.png\n\nDone.\n"
    told = split_document(parse_document("a.md", text), number=0, first_id=0)
    assert [one.text for one in told] == [
        "Write:",
        ".. image:: a.png",
        ":alt: logo",
        "Done.",
    ]


def test_what_is_set_in_behind_an_empty_comment_is_text() -> None:
    text = ".. _a:\n\n..\n\n   Set in.\n\n..\n   Left out.\n\nShown.\n"
    told = split_document(parse_document("a.rst", text), number=0, first_id=0)
    assert [one.text for one in told] == ["Set in.", "Shown."]
