"""Software documentation: what something is or does stands under its name, without any of the words
of the question; lines of code have all of them and say nothing. And what whole documents are about.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from tests.answers.one_page import ask

README = """\
# Quillbox

[![build](https://example.org/badge.svg)](https://example.org/build)

A small, fast mail sorter for the command line.

```python
import quillbox
quillbox.sort("inbox")
quillbox.sort("outbox", dry_run=True)
```

## Installation

    pip install quillbox

## How it works

Ledgers are plain text files that remember where a message went.
A special ledger named "seen" lists what the ledgers before it have taken.
Put the ledgers into the folder of your choice.

## Options

### `dry-run`

* Default: false
* Type: Boolean

If set, nothing is moved; what would be moved is printed.

### `keep_days`

Deletes whatever was sorted longer ago than this.
It takes about 40ms per message (default [30] days).

```python
quillbox.run(keep_days=30)
quillbox.run(keep_days=90)
```

## The `purge` command

### Description

Removes empty folders, one after another.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is quillbox", "A small, fast mail sorter for the command line."),
        ("what does quillbox do", "A small, fast mail sorter for the command line."),
        ("what does --dry-run do", "If set, nothing is moved; what would be moved is printed."),
        (
            "what is the dry-run option for",
            "If set, nothing is moved; what would be moved is printed.",
        ),
        ("what does keep_days do", "Deletes whatever was sorted longer ago than this."),
        (
            "what does the keep_days parameter do",
            "Deletes whatever was sorted longer ago than this.",
        ),
        ("what does the purge command do", "Removes empty folders, one after another."),
        ("what is a ledger", "plain text files"),
        ("how long does a message take", "about 40ms per message"),
        ("what is the default of dry-run", "false"),
        ("what type is dry-run", "Boolean"),
    ],
)
def test_what_it_is_stands_under_its_name(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, README, question).text == answer


@pytest.mark.parametrize(
    "question",
    [
        "what is this about",
        "What's this document about?",
        "give me a summary",
        "summarize the text please",
        "what is it",
        "what does it do",
        "这个文档讲什么",
    ],
)
def test_what_all_of_it_is_about(tmp_path: Path, question: str) -> None:
    answer = ask(tmp_path, README, question)
    assert answer.text == "A small, fast mail sorter for the command line."
    assert answer.source is not None
    assert answer.source.line == 5


def test_of_several_documents_each_is_told(tmp_path: Path) -> None:
    for name, text in (("a.txt", "The mill ground corn until 1920."), ("b.md", README)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    engine = Engine.open(tmp_path, reader="off")
    answer = engine.ask("what are these documents about")
    assert answer.text == "The mill ground corn until 1920."
    assert [one.text for one in answer.alternatives] == [
        "A small, fast mail sorter for the command line."
    ]
    answer = engine.ask("what is this about", within="b.md")
    assert answer.text == "A small, fast mail sorter for the command line."


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("Orlo is a fast, correct parser for receipts.", "what is Orlo", "a fast, correct parser"),
        (
            "Welm is a quiet, industrial town in the north.",
            "what is Welm",
            "a quiet, industrial town",
        ),
        (
            "The brack is a loyal, strong and very brave dog.",
            "what is a brack",
            "a loyal, strong and very brave dog",
        ),
        ("Welm is a town, rich in salt.", "what is Welm", "a town"),
    ],
)
def test_adjectives_before_their_noun_are_not_cut(
    tmp_path: Path, text: str, question: str, answer: str
) -> None:
    assert ask(tmp_path, text, question).text == answer


MANUAL = """\
SORTER(1)

NAME
       sorter - puts letters into folders

OPTIONS
       -n, --dry-run
              Move nothing, and print what would be moved. See also --print.

       -N, --nested <depth>
              Look into folders within folders.

       --max-time <seconds>
              The time after which it gives up.

       --print
              Print what is moved. This is the default with --dry-run.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what does --dry-run do", "Move nothing, and print what would be moved."),
        ("what does -n do", "Move nothing, and print what would be moved."),
        ("what does -N do", "Look into folders within folders."),
        ("what is the --max-time option for", "The time after which it gives up."),
        ("what does --print mean", "Print what is moved."),
    ],
)
def test_an_option_is_told_behind_its_spellings(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, MANUAL, question, name="sorter.txt").text == answer


def test_a_document_is_known_by_the_name_of_its_file(tmp_path: Path) -> None:
    text = (
        "[![badge](https://example.org/b.svg)](https://example.org)\n\n"
        "A clock for [slow](https://example.org/slow) people.\n\n"
        "## Sponsors\n\nTockle would not be possible without the Guild of Bakers.\n"
    )
    answer = ask(tmp_path, text, "what is tockle", name="tockle.md")
    assert answer.text == "A clock for slow people."


GLOSSARY = """\
# Terms

Carry-over
: Days of leave that are taken in the next year.

- `--quiet`, `-q`: Print nothing but errors.
- `--force`: Overwrite what is there.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is carry-over", "Days of leave that are taken in the next year."),
        ("what does --quiet do", "Print nothing but errors."),
    ],
)
def test_terms_with_what_they_mean(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, GLOSSARY, question).text == answer


REFERENCE = """\
DEBUGGER COMMANDS

unalias name

   Delete the specified alias *name*.

whatis expression

   Print the type of *expression*.

r(eturn)

   Continue execution until the current function returns.

KEYS

u   Undo [count] changes.
U   Undo all latest changes on one line.

g-	Go to older text state.

EXIT CODES

  6 Could not resolve host.
  7 Failed to connect to the host.
"""

TOOL = """\
# Tool

```
-l --loose
        Interpret versions and ranges loosely

--rtl
        Coerce version strings right to left

--ltr
        Coerce version strings left to right

-k/--keep        Keep source tree after installation
--no-rehash       Add no rehash command to output
```

* **blocking** `boolean` (optional) - Default: `false` - Whether the response takes long.
- `pretty=False`: Pretty-print the XML output.
- `maxSize` - The maximum size of a response. Default: `1048576`.

  maxSize: 1024,

| Command | Description |
|---|---|
| `clean` | Removes the `build` directory if it exists |
| `rebuild` | Runs `clean`, `configure` and `build` all in a row |

### `Dispatcher.close([callback]): Promise`

Closes the dispatcher and gracefully waits for requests.

```
dispatcher.close(() => {}) // -> void
```

## `frob version`

Displays the currently active version, along with information on how it was set.

* `highest(versions, range)`: Return the highest version that satisfies the range, or `null`.

frob-build is a [frob](https://example.org/frob) plugin that builds frobs.

| Variable | Default | Meaning |
|---|---|---|
| `FROB_VERSION` | | Specifies the Python version to be used. |
| `-j n`, `--jobs n` | | Run `make` in parallel. |
"""


@pytest.mark.parametrize(
    ("document", "question", "answer"),
    [
        (REFERENCE, "what does unalias do", "Delete the specified alias name."),
        (REFERENCE, "what does r do", "Continue execution until the current function returns."),
        (REFERENCE, "what does u do", "Undo [count] changes."),
        (REFERENCE, "what does U do", "Undo all latest changes on one line."),
        (REFERENCE, "what does g- do", "Go to older text state."),
        (REFERENCE, "what does exit code 6 mean", "Could not resolve host."),
        (REFERENCE, "which command prints the type of an expression", "whatis expression"),
        (REFERENCE, "which key undoes all latest changes on a line", "U"),
        (TOOL, "what does --loose do", "Interpret versions and ranges loosely"),
        (TOOL, "what does -l do", "Interpret versions and ranges loosely"),
        (TOOL, "what does --rtl do", "Coerce version strings right to left"),
        (TOOL, "what does -k do", "Keep source tree after installation"),
        (TOOL, "what does --no-rehash do", "Add no rehash command to output"),
        (TOOL, "what is blocking", "Whether the response takes long."),
        (TOOL, "what does maxSize do", "The maximum size of a response."),
        (TOOL, "what does the clean command do", "Removes the `build` directory if it exists"),
        (
            TOOL,
            "what does Dispatcher.close do",
            "Closes the dispatcher and gracefully waits for requests.",
        ),
        (TOOL, "which option keeps the source tree?", "-k/--keep"),
        (TOOL, "which option coerces right to left", "--rtl"),
        (TOOL, "which command shows the active version", "frob version"),
        (
            TOOL,
            "which function tells me the highest version that satisfies a range",
            "highest(versions, range)",
        ),
        (TOOL, "which variable sets the python version", "FROB_VERSION"),
        (TOOL, "which option runs make in parallel", "-j n, --jobs n"),
        (
            TOOL,
            "how do i get the highest version that satisfies a range",
            "highest(versions, range)",
        ),
        (TOOL, "how do I keep the source tree", "-k/--keep"),
        (TOOL, "how do I pretty-print the output", "pretty"),
        (TOOL, "what is frob-build", "a frob plugin that builds frobs"),
    ],
)
def test_entries_of_references(tmp_path: Path, document: str, question: str, answer: str) -> None:
    name = "page.md" if document is TOOL else "page.txt"
    assert ask(tmp_path, document, question, name=name).text == answer


def test_a_justified_line_is_no_entry(tmp_path: Path) -> None:
    text = (
        "When set to a value,  it  specifies  the largest  file that is  taken.\n"
        "The  limit  holds  for  all  of  them.\n"
    )
    assert ask(tmp_path, text, "what does when do", name="page.txt").kind == "no-answer"


LICENCE = """\
1. Definitions

To "propagate" a work means to do anything with it that, without permission, would be wrong,
except to run it.

"Contributor" means each person that creates, or owns, covered software.

"Patent Claims" of a Contributor means any patent claim, including without limitation processes.

A "covered work" means either the unmodified work or a work based on it.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            'what does "propagate" mean',
            "to do anything with it that, without permission, would be wrong, except to run it.",
        ),
        ("what is a contributor", "each person that creates, or owns, covered software."),
        ("what is a covered work", "either the unmodified work or a work based on it."),
        (
            "what are patent claims",
            "any patent claim, including without limitation processes.",
        ),
    ],
)
def test_a_quoted_term_is_defined_to_the_end(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, LICENCE, question, name="licence.txt").text == answer


DEFAULTS = """\
OPTIONS

       --parallel-max <num>
              When asked to do parallel transfers, this option controls how many.

              The default is 50. 300 is the largest supported value.

       --retry <num>
              If an error is returned, it retries this number of times.

              The default is 0.

       --retry-delay <seconds>
              Make it sleep this long.  Defaults to 5.

       leave : bool, optional
           If [default: True], keeps all traces of the bar.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is the default of --parallel-max", "50"),
        ("what is the default of --retry", "0"),
        ("what is the default value of the retry-delay option", "5"),
        ("what is the default of leave", "True"),
        ("what does the leave parameter do", "If [default: True], keeps all traces of the bar."),
    ],
)
def test_a_default_is_that_of_the_very_thing(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, DEFAULTS, question, name="options.txt").text == answer


def test_a_name_in_a_line_is_no_term_over_the_next_sentence(tmp_path: Path) -> None:
    text = (
        "It was seen in Orrin, in Marl and in St. Welm. The deadliest storm of all killed 200 "
        "people there.\nWelm is the capital of the region.\n\nWelm\n====\n\n"
        "See pages 270;    The deadliest was in 1871.\n"
    )
    assert ask(tmp_path, text, "what is Welm?", name="page.txt").text == "the capital of the region"


def test_code_that_is_set_in_tells_nothing_of_its_key(tmp_path: Path) -> None:
    page = (
        "# Quillbox\n\nA small mail sorter.\n\n```yaml\njobs:\n  quillbox:\n    runs-on: linux-12\n"
        "  - quillbox:\n      quick: false\n"
        "```\n\n## Thanks\n\nQuillbox is the beneficiary of a large number of friends.\n"
    )
    assert ask(tmp_path, page, "what is quillbox").text == "A small mail sorter."
