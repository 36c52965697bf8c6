"""Yes-or-no questions whose words a sentence says of different things, or within limits."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

TEXT = """\
The Halvor Museum

The museum was founded by Inga Halvor in Stenby in 1902 and moved to Orrefall in 1960. The painter \
Jon Brekke, although often taken for a local, was born in Malla and came to Orrefall as a student. \
Entry to the garden is free. Photographs are allowed in the entrance hall only. The mill does not \
run from November to March. Guided tours take place from Tuesday to Friday. The collection was \
given to the town in 1931 and catalogued in 1950. Dogs may wait in the yard; children under six \
must hold a hand. The café sells soup, and the shop sells maps. The tower was built in 1880 and \
restored in 1995. The boat runs from Easter to the end of October.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("museum") / "museum.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Was the museum founded in Orrefall?", "No"),
        ("Was the museum founded in Stenby?", "Yes"),
        ("Did the museum move to Orrefall?", "Yes"),
        ("Was the museum founded in 1960?", "No"),
        ("Was the museum founded in 1902?", "Yes"),
        ("Was Jon Brekke born in Orrefall?", "No"),
        ("Was Jon Brekke born in Malla?", "Yes"),
        ("Was the collection catalogued in 1931?", "No"),
        ("Was the collection catalogued in 1950?", "Yes"),
        ("Was the tower restored in 1880?", "No"),
        ("Was the tower built in 1880?", "Yes"),
        ("Does the shop sell maps?", "Yes"),
        ("Does the café sell maps?", None),
        ("May dogs wait in the yard?", "Yes"),
        ("Must children under six wait in the yard?", None),
        ("Does the garden cost anything?", "No"),
        ("Is there a fee for the garden?", "No"),
        ("Is the garden free?", "Yes"),
        ("Are photographs allowed in the entrance hall?", "Yes"),
        ("Are photographs allowed in the tower?", None),
        ("Does the mill run in January?", "No"),
        ("Does the mill run in July?", None),
        ("Are there guided tours on Thursday?", "Yes"),
        ("Does the boat run in July?", None),
    ],
)
def test_verdict(engine: Engine, question: str, said: str | None) -> None:
    text = engine.ask(question).text
    assert (text if text in ("Yes", "No") else None) == said
