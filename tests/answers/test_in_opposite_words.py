"""Yes and no where a sentence says it in the opposite words, by days, or of a condition."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

_RULES = """\
# Hollin rules

The baths are open from 10 am to 5 pm, but closed from 24 December to 2 January.

The museum is open every day from 10 to 18 and a ticket costs 15 lari.

Vaping is not restricted. Hunting, once common, has been forbidden since 1951.

Solid pieces in a display case present no danger. Freezing does no harm: the paste stays soft.

Football cards may be brought on Fridays only.

From 1 June to 31 August the road to the lake is closed to private cars between 9 a.m. and 6 p.m.

A player who has neither pans nor coins is not out: they get 4 coins from the bank.

There is no danger of flooding in the hut.
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is the museum open on Mondays?", "Yes"),
        ("is the museum closed on mondays", "No"),
        ("is vaping allowed", "Yes"),
        ("is vaping forbidden", "No"),
        ("is it against the law to hunt", "Yes"),
        ("is hunting allowed", "No"),
        ("is it safe to keep solid pieces in a display case", "Yes"),
        ("can I freeze the paste", "Yes"),
        ("is freezing harmful", "No"),
        ("can children bring football cards on a friday", "Yes"),
        ("can I bring football cards on monday", "No"),
        # They are closed on days, not from 24 to 2 o'clock.
        ("are the baths open at 11 am", "Yes"),
        ("may I drive my own car to the lake at noon in July", "No"),
        ("am I out if I have no pans and no coins", "No"),
    ],
)
def test_verdicts(tmp_path: Path, question: str, text: str) -> None:
    assert ask(tmp_path, _RULES, question).text == text
