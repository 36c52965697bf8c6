from hegang_qa.documents import parse_document, read_bundled
from hegang_qa.sentences import split_document

TEXT = """# Handbook

The desk opens at nine. It closes
at five. Call first.

## Fees

Bring:

- cash. No cards.

| Item | Fee |
|------|-----|
| Book | 20p |

```
pay --now
  pay --later
```
"""


def test_sentences_know_their_place_and_context() -> None:
    sentences = split_document(parse_document("x/h.md", TEXT), number=3, first_id=40)
    assert [(s.id, s.kind, s.line, s.column, s.heading, s.lead, s.text) for s in sentences] == [
        (40, "heading", 1, 3, "", None, "Handbook"),
        (41, "paragraph", 3, 1, "Handbook", None, "The desk opens at nine."),
        (42, "paragraph", 3, 25, "Handbook", None, "It closes\nat five."),
        (43, "paragraph", 4, 10, "Handbook", None, "Call first."),
        (44, "heading", 6, 4, "Handbook", None, "Fees"),
        (45, "paragraph", 8, 1, "Handbook > Fees", None, "Bring:"),
        (46, "item", 10, 3, "Handbook > Fees", "Bring:", "cash."),
        (47, "item", 10, 9, "Handbook > Fees", "Bring:", "No cards."),
        (48, "row", 14, 3, "Handbook > Fees", "Item | Fee", "Book | 20p"),
        (49, "code", 17, 1, "Handbook > Fees", None, "pay --now"),
        (50, "code", 18, 3, "Handbook > Fees", None, "pay --later"),
    ]
    assert all(s.document == 3 and s.path == "x/h.md" and s.title == "Handbook" for s in sentences)
    assert all(TEXT[s.start : s.end] == s.text for s in sentences)
    row = sentences[8]
    assert [(row.text[c.start : c.end], c.head) for c in row.cells] == [
        ("Book", "Item"),
        ("20p", "Fee"),
    ]
    assert [s.block for s in sentences[1:4]] == [1, 1, 1]


def test_the_bundled_document_keeps_a_sentence_within_its_line() -> None:
    for document in read_bundled().documents:
        lines = document.text.split("\n")
        for sentence in split_document(document, number=0, first_id=0):
            line = lines[sentence.line - 1]
            assert line[sentence.column - 1 :].startswith(sentence.text)
