"""Markdown: placeholder."""

from hegang_qa.documents.plain import parse_plain as parse_markdown
