"""What the engine answers to the golden questions: run ``python -m tests.golden.table`` to write
the table anew after a change that was meant."""

from __future__ import annotations

import json
from pathlib import Path

from hegang_qa import Engine

HERE = Path(__file__).parent
TABLE = HERE / "answers.tsv"
DOCUMENTS = {"hegang": None, "handbook": HERE / "handbook.md", "manual": HERE / "manual.md"}
"""The document of each file of questions; None is the bundled one."""


def rows() -> list[str]:
    """Return a row a question: its id, the question, the answer ("-" for a refusal), its line."""
    found = []
    for name, path in DOCUMENTS.items():
        engine = Engine.open(*([path] if path else []), reader="off")
        for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            answer = engine.ask(item["question"])
            given = answer.kind == "answer" and answer.source is not None
            place = str(answer.source.line) if given and answer.source else "-"
            text = (answer.text or "-") if given else "-"
            found.append("\t".join((item["id"], item["question"], text, place)))
    return found


if __name__ == "__main__":
    TABLE.write_text("\n".join(rows()) + "\n", encoding="utf-8")
