"""Make ``hegang_qa/data/han-simplified.txt``: traditional characters and their simplified forms.

    python tools/build_han.py /usr/share/unicode/Unihan_Variants.txt.bz2

The input is the Unihan database of Unicode (Debian package ``unicode-data``), property
``kSimplifiedVariant``. Kept are pairs within the Basic Multilingual Plane; of several simplified
forms the first that is not the character itself. The output has two lines of equal length: the
n-th character of the second is the simplified form of the n-th of the first.
"""

from __future__ import annotations

import bz2
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "hegang_qa" / "data" / "han-simplified.txt"


def read_pairs(text: str) -> dict[str, str]:
    """Return traditional to simplified characters from the lines of ``Unihan_Variants.txt``."""
    pairs: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("#") or "\tkSimplifiedVariant\t" not in line:
            continue
        source, _, targets = line.split("\t")
        char = chr(int(source[2:], 16))
        forms = [chr(int(target[2:].split("<")[0], 16)) for target in targets.split()]
        forms = [form for form in forms if form != char and "\u3400" <= form <= "\u9fff"]
        if forms and "\u3400" <= char <= "\u9fff":
            pairs[char] = forms[0]
    # A simplified form that is itself simplified further would give two keys to one character.
    return {char: pairs.get(form, form) for char, form in pairs.items() if pairs.get(form) != char}


def main() -> None:
    """Read the file named on the command line and write the table."""
    path = Path(sys.argv[1])
    data = path.read_bytes()
    pairs = read_pairs((bz2.decompress(data) if path.suffix == ".bz2" else data).decode())
    ordered = sorted(pairs)
    lines = ["".join(ordered), "".join(pairs[char] for char in ordered)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(pairs)} characters, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
