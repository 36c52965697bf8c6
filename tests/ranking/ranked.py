"""Sentences in memory, ranked for a question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hegang_qa.documents import parse_document
from hegang_qa.index import MemoryStore, build_index
from hegang_qa.intents import load_rules
from hegang_qa.intents.rules import RuleSet
from hegang_qa.question import understand
from hegang_qa.question.model import Question
from hegang_qa.ranking import rank
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.sentences import split_document
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.lexicon import Lexicon


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    return load_rules()


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon.open()


def understood(question: str) -> Question:
    """Return a question understood by itself, without documents."""
    return understand(question, rules=rules(), index=build_index([]), lexicon=lexicon())


def ranked(
    question: str, *documents: str, only: Sequence[int] | None = None
) -> list[RankedSentence]:
    """Return the sentences of Markdown documents, best first."""
    sentences: list[Sentence] = []
    paths = [f"d{number}.md" for number in range(len(documents))]
    for number, text in enumerate(documents):
        document = parse_document(paths[number], text)
        sentences += split_document(document, number=number, first_id=len(sentences))
    index = build_index(sentences)
    understood = understand(question, rules=rules(), index=index, lexicon=lexicon())
    return rank(
        understood,
        index=index,
        store=MemoryStore(sentences, paths),
        documents=None if only is None else frozenset(only),
    )
