"""Where answers go wrong: ``python -m bench.failures FILE`` (a set in SQuAD's format).

Asks all questions of all articles and counts at which step the right answer is lost: sentences not
found by the index, not weighed in full, not among the first five, not chosen; then, where the
sentence is right, what is wrong with its words. ``--show`` prints examples of one kind.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter

from bench.collection import Asked, Collection, load_collection
from bench.squad_metrics import exact_match, normal
from hegang_qa.answers import decide, score_spans
from hegang_qa.intents import load_rules
from hegang_qa.intents.rules import RuleSet
from hegang_qa.question import understand
from hegang_qa.ranking import rank
from hegang_qa.ranking.ranker import CANDIDATES, search_terms
from hegang_qa.text.lexicon import Lexicon

KINDS = (
    "right",
    "sentence not found by the index",
    "sentence found, not weighed in full",
    "sentence weighed, not among the first five",
    "another sentence of its paragraph preferred",
    "another paragraph of its article preferred",
    "another article preferred",
    "right sentence, answer too long",
    "right sentence, answer too short",
    "right sentence, answer overlaps",
    "right sentence, other words",
    "nothing answered",
)


def kind_of_failure(
    one: Asked, collection: Collection, rules: RuleSet, lexicon: Lexicon
) -> tuple[str, str]:
    """Return what became of a question, and what was said."""
    question = understand(one.question, rules=rules, index=collection.index, lexicon=lexicon)
    ranked = rank(question, index=collection.index, store=collection.store)
    spans = score_spans(question, ranked, lexicon=lexicon)
    answer = decide(question, ranked, spans, lexicon=lexicon, min_confidence=0.0)
    said = f"{answer.text} | {answer.sentence}"
    source = answer.source
    if source is None or answer.sentence is None:
        return "nothing answered", said
    right = [collection.sentences[number] for number in one.ids]
    if not any(s.path == source.path and s.start == source.start for s in right):
        hits = collection.index.search(search_terms(question), limit=CANDIDATES).hits
        if one.ids.isdisjoint(hit.id for hit in hits):
            return KINDS[1], said
        places = [n for n, item in enumerate(ranked) if item.sentence.id in one.ids]
        if not places:
            return KINDS[2], said
        if places[0] >= 5:
            return KINDS[3], said
        if right[0].path != source.path:
            return KINDS[6], said
        return (KINDS[4] if source.line == right[0].line else KINDS[5]), said
    text = answer.text or ""
    if exact_match(text, one.answers):
        return "right", said
    words = normal(text).split()
    golds = [normal(gold).split() for gold in one.answers]
    if any(set(gold) < set(words) for gold in golds):
        return KINDS[7], said
    if any(set(words) < set(gold) for gold in golds):
        return KINDS[8], said
    return (KINDS[9] if any(set(words) & set(gold) for gold in golds) else KINDS[10]), said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", help="questions in SQuAD's format")
    parser.add_argument("--limit", type=int, help="only so many questions")
    parser.add_argument("--show", choices=KINDS, help="print the questions of one kind")
    options = parser.parse_args()
    if not os.path.exists(options.file):
        print(f"no file {options.file}: nothing measured")
        return
    collection = load_collection(options.file)
    rules, lexicon = load_rules(), Lexicon.open()
    counts: Counter[str] = Counter()
    asked = [one for one in collection.questions if one.ids]
    step = max(1, len(asked) // options.limit) if options.limit else 1
    for one in asked[::step]:
        kind, said = kind_of_failure(one, collection, rules, lexicon)
        counts[kind] += 1
        if kind == options.show:
            gold = collection.sentences[min(one.ids)].text
            print(f"{one.question}\n  right: {one.answers[0]} | {gold}\n  said: {said}\n")
    total = sum(counts.values())
    print("| what became of the question | count | % |\n|---|---|---|")
    for kind in KINDS:
        if counts[kind]:
            print(f"| {kind} | {counts[kind]} | {100 * counts[kind] / total:.1f} |")


if __name__ == "__main__":
    main()
