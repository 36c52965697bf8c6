"""A Chinese question to documents in another language, put into English words.

The rule that read it says what is asked for; names are looked up in the documents, which give
them in brackets ("Li Wei (李伟)"); other words have glosses in the rules' language file.
What has neither stays Chinese, and nothing in the documents will account for it. The result is no
English sentence, but it has the words and the order from which an English question is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from hegang_qa.index.protocol import SentenceIndex, WeightedTerm
from hegang_qa.intents.model import RuleMatch
from hegang_qa.question.focus import Focus
from hegang_qa.sentences.model import SentenceStore
from hegang_qa.text.han import simplify
from hegang_qa.text.tokens import Token

__all__ = ["Glosses", "in_english"]

Glosses = Mapping[str, Sequence[str]]
"""Simplified words, and the English words that they mean; none for a mere particle."""

_LONGEST = 12
"""Characters of a name or of a word with a gloss."""

_PARTICLES = "的了是在有"
"""Hardly a Chinese sentence does without all of these."""

# How an answer type is asked for in English; "{}" is where the other words go.
_ASKED: Mapping[str, str] = {
    "year": "what year {}",
    "date": "when {}",
    "time": "what time {}",
    "hours": "when is {} open",
    "person": "who {}",
    "place": "where is {}",
    "city": "what is the capital of {}",
    "count": "how many {}",
    "number": "how much {}",
    "money": "how much money {}",
    "percentage": "by what percentage {}",
    "distance": "how long is {}",
    "duration": "how long does it take {}",
    "size": "how big is {}",
    "age": "how old is {}",
    "weight": "how heavy is {}",
    "speed": "how fast is {}",
    "temperature": "what temperature is {}",
    "frequency": "how often {}",
    "reason": "why {}",
    "manner": "how {}",
    "definition": "what is {}",
    "description": "tell me about {}",
    "name": "what is the name of {}",
    "alias": "what is another name for {}",
    "foreign-name": "what is the name of {}",
    "phone": "what is the phone number of {}",
    "email": "what is the email address of {}",
    "language": "what language {}",
    "yes-no": "is {}",
}


def in_english(
    tokens: Sequence[Token],
    match: RuleMatch,
    focus: Focus,
    *,
    glosses: Glosses,
    index: SentenceIndex,
    store: SentenceStore,
) -> str | None:
    """Return the question in English words, or None where the documents are Chinese."""
    if any(index.document_frequencies(list(_PARTICLES))):
        return None
    noun = glosses.get(focus.noun or "")
    names = _Names(index, store) if match.answer != "foreign-name" else None
    words = " ".join(_words(tokens, match, focus, glosses, names))
    if noun:
        return f"which {noun[0]} is {words}"
    asked = _ASKED.get(match.answer, "what {}")
    if match.answer == "person" and names is not None and words in names.found:
        asked = "who is {}"
    if focus.answer_type != match.answer:
        asked = f"which {focus.answer_type.replace('-', ' ')} is {{}}"
    return asked.replace("{}", words)


def _words(
    tokens: Sequence[Token],
    match: RuleMatch,
    focus: Focus,
    glosses: Glosses,
    names: _Names | None,
) -> Iterator[str]:
    slots = tuple(match.slots.values())
    asked = focus.span or (-1, -1)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        inside = any(slot.start <= token.start < slot.end for slot in slots)
        if token.kind != "han":
            if inside and token.kind != "mark":
                yield token.text
            at += 1
            continue
        if asked[0] <= token.start < asked[1]:
            at += 1
            continue
        run = _run(tokens, at)
        name, size = names.longest(run) if inside and names is not None else (None, 0)
        if name is not None:
            yield name
            at += size
            continue
        size = next((n for n in range(len(run), 0, -1) if run[:n] in glosses), 0)
        if size:
            yield from glosses[run[:size]][:1]
        elif inside:  # elsewhere it is the rule's own wording
            yield token.text
        at += size or 1


def _run(tokens: Sequence[Token], at: int) -> str:
    """Return the simplified characters from a token on that stand side by side."""
    run = simplify(tokens[at].text)
    for before, after in zip(tokens[at:], tokens[at + 1 : at + _LONGEST], strict=False):
        if after.kind != "han" or after.start != before.end:
            break
        run += simplify(after.text)
    return run


class _Names:
    """Latin names for Chinese ones, as the documents give them; `found` are those given so far."""

    def __init__(self, index: SentenceIndex, store: SentenceStore) -> None:
        self._index = index
        self._store = store
        self.found: set[str] = set()

    def longest(self, run: str) -> tuple[str | None, int]:
        """Return the name that stands before brackets with the beginning of `run`, and how many
        characters that is; the longest counts."""
        known = 0
        for count in self._index.document_frequencies(list(run)):
            if not count:
                break
            known += 1
        for size in range(known, 1, -1):
            hits = self._index.search([WeightedTerm(char) for char in run[:size]], limit=5).hits
            for sentence in self._store.get([hit.id for hit in hits]):
                named = _named(sentence.text, run[:size])
                if named:
                    self.found.add(named)
                    return named, size
        return None, 0


def _named(text: str, han: str) -> str | None:
    whole = re.compile(rf"(?<![\u3400-\u9fff]){re.escape(han)}(?![\u3400-\u9fff])")
    for found in re.finditer(r"((?:[^\W\d_][\w'’-]*[ ]?){1,6})[(（]([^()（）]{0,200})[)）]", text):
        if whole.search(simplify(found[2])):
            # The capitalised words right before the brackets.
            words: list[str] = []
            for word in reversed(found[1].split()):
                if not word[0].isupper():
                    break
                words.insert(0, word)
            return " ".join(words) or None
    return None
