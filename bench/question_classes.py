"""Measure the answer types against questions labelled by hand (Li and Roth 2002: 6 / 50 classes).

    python -m bench.question_classes QUESTIONS.txt [--part dev|tune|all] [--errors N] [--json]

A line of the file is ``COARSE:fine question``. The answer type that the rules and the head noun
give is put into the classes of the taxonomy by `MAPPING`; a rule may say more than its type
(`BY_RULE`). With ``--part`` the file is split by the text of the question (one fifth is "dev"),
so that what was tuned on four fifths is confirmed on the fifth.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from hegang_qa.answer_types import ancestors
from hegang_qa.intents import RuleSet, load_rules
from hegang_qa.question.focus import read_focus
from hegang_qa.text.lexicon import Lexicon
from hegang_qa.text.tokens import tokenize

MAPPING = {
    # numbers and points in time
    "date": "NUM:date",
    "hours": "NUM:date",
    "number": "NUM:other",
    "count": "NUM:count",
    "quantity": "NUM:other",
    "duration": "NUM:period",
    "distance": "NUM:dist",
    "area": "NUM:volsize",
    "volume": "NUM:volsize",
    "size": "NUM:volsize",
    "weight": "NUM:weight",
    "speed": "NUM:speed",
    "temperature": "NUM:temp",
    "money": "NUM:money",
    "percentage": "NUM:perc",
    "ordinal": "NUM:ord",
    "code": "NUM:code",
    "coordinates": "NUM:other",
    # places
    "place": "LOC:other",
    "country": "LOC:country",
    "state": "LOC:state",
    "city": "LOC:city",
    "mountain": "LOC:mount",
    "address": "LOC:other",
    "email": "LOC:other",
    "url": "LOC:other",
    # people
    "person": "HUM:ind",
    "organisation": "HUM:gr",
    "nationality": "LOC:country",
    "title": "HUM:title",
    "person-description": "HUM:desc",
    # descriptions
    "description": "DESC:desc",
    "definition": "DESC:def",
    "reason": "DESC:reason",
    "manner": "DESC:manner",
    # abbreviations
    "abbreviation": "ABBR:abb",
    "expansion": "ABBR:exp",
    # things
    "phrase": "ENTY:other",
    "entity": "ENTY:other",
    "animal": "ENTY:animal",
    "body-part": "ENTY:body",
    "colour": "ENTY:color",
    "work": "ENTY:cremat",
    "currency": "ENTY:currency",
    "disease": "ENTY:dismed",
    "event": "ENTY:event",
    "food": "ENTY:food",
    "instrument": "ENTY:instru",
    "language": "ENTY:lang",
    "letter": "ENTY:letter",
    "plant": "ENTY:plant",
    "product": "ENTY:product",
    "religion": "ENTY:religion",
    "sport": "ENTY:sport",
    "substance": "ENTY:substance",
    "material": "ENTY:substance",
    "symbol": "ENTY:symbol",
    "method": "ENTY:techmeth",
    "name": "HUM:ind",
    "alias": "ENTY:termeq",
    "foreign-name": "ENTY:termeq",
    "term": "ENTY:termeq",
    "vehicle": "ENTY:veh",
    "word": "ENTY:word",
    "saying": "DESC:desc",
    "action": "DESC:desc",
    "full-name": "HUM:ind",
    "yes-no": "DESC:desc",
}

# What the taxonomy counts rather than measures.
BY_RULE: dict[str, str] = {
    "how-many-years": "NUM:count",
    "how-many-miles": "NUM:count",
    "how-many-tons": "NUM:count",
    "how-many-units": "NUM:count",
    "how-much": "NUM:count",
    # For the taxonomy somebody's nickname is the person.
    "nickname": "HUM:ind",
}


BY_TERM: dict[str, str] = {"what-is": "ABBR:exp", "meaning": "ABBR:exp"}
"""The taxonomy asks for the long form where we ask what initials mean ("What is DNA?")."""


def is_acronym(term: str) -> bool:
    letters = term.strip("\"'` ").replace(".", "")
    return letters.isalpha() and letters.isupper() and 2 <= len(letters) <= 6


class Case(NamedTuple):
    """A question with its label and what we make of it."""

    label: str
    question: str
    rule: str
    kind: str
    given: str


def find(path: Path) -> Path | None:
    """Return the file of questions: the path itself, or where it lies in the folder of data."""
    for place in (path, path / "question-classes" / "train.txt", path / "train.txt"):
        if place.is_file():
            return place
    return None


def read(path: Path, part: str) -> list[tuple[str, str]]:
    cases = []
    for line in path.read_text(encoding="latin-1").splitlines():
        label, _, question = line.partition(" ")
        dev = zlib.crc32(question.encode()) % 5 == 0
        if ":" in label and question and (part == "all" or (part == "dev") == dev):
            cases.append((label, untokenised(question)))
    return cases


def untokenised(question: str) -> str:
    """Return the question as people type it: the file puts blanks around marks."""
    text = question.replace("`` ", '"').replace(" ''", '"').replace("''", '"')
    for mark in ("?", ",", ".", ";", ":", "!"):
        text = text.replace(f" {mark}", mark)
    return text.replace(" 's", "'s").replace(" 't", "'t").replace(" n't", "n't").replace(" '", "'")


def classify(question: str, rules: RuleSet, lexicon: Lexicon) -> tuple[str, str, str]:
    """Return rule ("" for none), answer type and class of the taxonomy."""
    match = rules.match(question)
    focus = read_focus(tokenize(question), match=match, lexicon=lexicon)
    rule = match.rule if match else ""
    kind = focus.answer_type
    if rule in BY_TERM and match is not None and is_acronym(match.slots["term"].text):
        return rule, kind, BY_TERM[rule]
    if rule in BY_RULE:
        return rule, kind, BY_RULE[rule]
    for name in (kind, *ancestors(kind)):
        if name in MAPPING:
            return rule, kind, MAPPING[name]
    return rule, kind, "ENTY:other"


def table(cases: list[Case]) -> dict[str, object]:
    total = len(cases)
    spoken = [case for case in cases if case.rule]
    coarse = sum(case.label.split(":")[0] == case.given.split(":")[0] for case in cases)
    fine = sum(case.label == case.given for case in cases)
    return {
        "questions": total,
        "coverage": round(len(spoken) / total, 4),
        "coarse": round(coarse / total, 4),
        "fine": round(fine / total, 4),
        "coarse where a rule speaks": round(
            sum(case.label.split(":")[0] == case.given.split(":")[0] for case in spoken)
            / len(spoken),
            4,
        ),
        "fine where a rule speaks": round(
            sum(case.label == case.given for case in spoken) / len(spoken), 4
        ),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--part", choices=("dev", "tune", "all"), default="all")
    parser.add_argument("--errors", type=int, default=0, help="show that many wrong ones")
    parser.add_argument("--classes", action="store_true", help="a line a class")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    file = find(options.file)
    if file is None:
        print(f"skipped: no labelled questions at {options.file}")
        return
    rules, lexicon = load_rules(), Lexicon.open()
    cases = [
        Case(label, question, *classify(question, rules, lexicon))
        for label, question in read(file, options.part)
    ]
    result = table(cases)
    if options.json:
        print(json.dumps(result))
        return
    for name, value in result.items():
        print(f"{name:28} {value}")
    if options.classes:
        print(f"\n{'class':16} {'questions':>9} {'precision':>9} {'recall':>7}")
        given = Counter(case.given for case in cases)
        right = Counter(case.label for case in cases if case.label == case.given)
        for label, count in Counter(case.label for case in cases).most_common():
            precision = right[label] / given[label] if given[label] else 0.0
            print(f"{label:16} {count:9} {precision:9.2f} {right[label] / count:7.2f}")
    wrong = [case for case in cases if case.label != case.given]
    for case in wrong[: options.errors]:
        print(f"{case.label:14} {case.given:14} {case.rule:12} {case.kind:12} {case.question}")


if __name__ == "__main__":
    main()
