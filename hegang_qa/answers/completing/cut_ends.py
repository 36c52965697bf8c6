"""Answers cut within a phrase: "*turned* down after a vote", "£925 per calendar *month*"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hegang_qa.documents.patterns import lazy
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.results import Answer

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["with_whole_ends"]

_PARTICLE = lazy(r"(?:down|up|off|out|away|back|over|aside)\s+\w")
_DEED = lazy(r"\b[a-z]+(?:ed|ought|aken|oken|iven|rown|orn|id|ept|ent|ut|ft)\s+\Z")
_PER = lazy(r"\bper [a-z]+\Z")
_PURPOSE = lazy(r"\b(?:so that|(?:in order |so as )?to)\s+\Z")
_FIRST = lazy(r"[a-z]+(?=\s)")
_BEFORE = lazy(r"\b[a-z]+(?=\s+\Z)")
_WITH_VERBS = frozenset(
    "down up off out away back over aside on in into onto to toward towards from with".split()
)
_OF_DEEDS = ("action", "effect")
_VERB, _MAY_BE_VERB = 0.5, 0.15
_DANGLING = lazy(r"\s(?:is|are|was|were|be|been)\Z")
_REST = lazy(r"(?:\s+[\w'’-]+){1,3}(?=[.,;:!?)]|\s*\Z)")
_ARTICLE = lazy(r"an?\s")
_WORD = lazy(r"[\w'’-]+")
_LONGEST = 4  # words behind a comma before their noun
_UNIT = lazy(r"\s+(?:hour|day|night|week|month|year|person|head|child|adult|minute|second)\b")


def with_whole_ends(answer: Answer, wanted: str, lexicon: Lexicon) -> Answer:
    """Return an answer with the verb that its first word belongs to, the word of purpose before it
    where one asks why, what its last verb says, and the unit that ends it; without a comma behind.
    One that is whole as it is. `wanted` is the type asked for."""
    span, sentence = answer.answer_span, answer.sentence
    if answer.kind != "answer" or span is None or sentence is None:
        return answer
    start, end = span
    if answer.text != sentence[start:end]:
        return answer
    if _PARTICLE.match(sentence, start, end) and (deed := _DEED.search(sentence, 0, start)):
        start = deed.start()
    if wanted in _OF_DEEDS:
        start = _with_its_verb(lexicon, sentence, start)
    if wanted == "reason":
        start = _with_its_purpose(lexicon, sentence, start)
    if _PER.search(sentence, start, end) and (unit := _UNIT.match(sentence, end)):
        end = unit.end()
    if _DANGLING.search(sentence, start, end) and (rest := _REST.match(sentence, end)):
        end = rest.end()
    if sentence.startswith(",", end) and _ARTICLE.match(sentence, start, end):
        end = _with_its_noun(lexicon, sentence, start, end)
    while end - start > 1 and sentence[end - 1] in ",;":
        end -= 1
    if (start, end) == span:
        return answer
    return replace(answer, text=sentence[start:end], answer_span=(start, end))


def _with_its_verb(lexicon: Lexicon, sentence: str, start: int) -> int:
    """Return where an answer begins with the verb right before it, if its first word only goes
    with that ("*slow* down to a walk")."""
    first = _FIRST.match(sentence, start)
    before = _BEFORE.search(sentence, 0, start)
    if first is None or before is None or first.group() not in _WITH_VERBS:
        return start
    parts = lexicon.parts_of_speech(before.group())
    verb = parts.get("verb", 0.0)
    return before.start() if verb >= _MAY_BE_VERB and verb > parts.get("noun", 0.0) else start


def _with_its_noun(lexicon: Lexicon, sentence: str, start: int, end: int) -> int:
    """Return where an answer ends that has only the first of some adjectives before a noun ("a
    large, long-legged *bird*")."""
    if not _is_adjective(lexicon, sentence[start:end].rpartition(" ")[2]):
        return end
    words = list(_WORD.finditer(sentence, end + 1))[: _LONGEST + 1]
    if not words or not _is_adjective(lexicon, words[0].group()):
        return end
    last = words[0]
    for word in words[1:]:
        if sentence[last.end() : word.start()].strip() or word.group() in FUNCTION_WORDS:
            break
        last = word
    noun = lexicon.parts_of_speech(last.group()).get("noun", 0.0) >= _VERB
    return last.end() if noun and last is not words[0] else end


def _is_adjective(lexicon: Lexicon, word: str) -> bool:
    parts = lexicon.parts_of_speech(word.lower().rpartition("-")[2])
    adjective = parts.get("adjective", 0.0)
    return adjective > parts.get("noun", 0.0) or ("-" in word and word.endswith("ed"))


def _with_its_purpose(lexicon: Lexicon, sentence: str, start: int) -> int:
    """Return where the reason begins with the words before it that say what for ("*to* learn")."""
    purpose = _PURPOSE.search(sentence, 0, start)
    if purpose is None:
        return start
    first = _FIRST.match(sentence, start)
    if first is None or purpose.group().startswith("so that"):
        return purpose.start() if purpose.group().startswith("so that") else start
    parts = lexicon.parts_of_speech(first.group())
    base = lexicon.lemmas(first.group())[:1] in ((), (first.group(),))
    return purpose.start() if base and parts.get("verb", 0.0) >= _VERB else start
