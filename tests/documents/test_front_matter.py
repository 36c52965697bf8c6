"""What front matter tells of a text is read, all else there is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.documents.reading import parse_document

_POST = """\
---
layout: post
title: "Spring cleaning at the mill"
author: Ada Keogh
date: 2019-04-12
tags: [mill, volunteers]
license: "CC BY 4.0"
authors:
  - Jose Mota
  - name: Lena Ivo
permalink: /spring/
---

# Spring cleaning

On Saturday twelve volunteers cleaned the mill pond.
"""


def test_blocks_of_the_front_matter() -> None:
    document = parse_document("post.md", _POST)
    assert document.title == "Spring cleaning at the mill"
    told = [(one.kind, document.text[one.start : one.end], one.lead) for one in document.blocks]
    assert told == [
        ("row", "author: Ada Keogh", None),
        ("row", "date: 2019-04-12", None),
        ("row", 'license: "CC BY 4.0"', None),
        ("item", "Jose Mota", "authors:"),
        ("item", "Lena Ivo", "authors:"),
        ("heading", "Spring cleaning", None),
        ("paragraph", "On Saturday twelve volunteers cleaned the mill pond.", None),
    ]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who wrote this post", "Ada Keogh"),
        ("who is the author", "Ada Keogh"),
        ("what is the license", "CC BY 4.0"),
        ("how many volunteers cleaned the pond", "twelve"),
        ("what is this about", "On Saturday twelve volunteers cleaned the mill pond."),
    ],
)
def test_it_can_be_asked(tmp_path: Path, question: str, text: str) -> None:
    (tmp_path / "post.md").write_text(_POST, encoding="utf-8")
    assert Engine.open(tmp_path / "post.md", reader="off").ask(question).text == text


def test_a_rule_is_no_front_matter() -> None:
    document = parse_document("a.md", "---\n\nauthor: Ada Keogh is here\n")
    assert [one.kind for one in document.blocks] == ["paragraph"]
