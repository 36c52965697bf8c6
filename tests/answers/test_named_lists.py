"""Lists that are asked for by what introduces them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

_HERON = """\
# The Veldran heron

The Veldran heron is the tallest bird of the marsh. It eats frogs.

Three subspecies are recognised:

* G. ambulans, of the lowland swamps, the commonest form
* G. pallantae, of the upper lakes, smaller than the others
* G. insularis, of the islands, extinct since 1921

Good photographs are known from only three places:

* Wheal Constant, where the nests are low
* The Sarrak Hills, above the road
* Mount Ambley, from a boat

For the walk you need to bring:

- boots, or shoes with a good sole that keep out the water
- a map
- something to eat for the whole of the day
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What are the subspecies of the heron?", "G. ambulans; G. pallantae; G. insularis"),
        ("which subspecies of the heron are recognised", "G. ambulans; G. pallantae; G. insularis"),
        (
            "from which places are good photographs known",
            "Wheal Constant; The Sarrak Hills; Mount Ambley",
        ),
        # What is more than a name is given whole.
        (
            "what do I need to bring for the walk",
            "boots, or shoes with a good sole that keep out the water; a map; "
            "something to eat for the whole of the day",
        ),
        ("What are the enemies of the heron?", None),
    ],
)
def test_lists(tmp_path: Path, question: str, text: str | None) -> None:
    assert ask(tmp_path, _HERON, question).text == text
