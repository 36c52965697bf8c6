"""The default of a setting, an option or a parameter: of the one that is asked about, and of none
whose name is like its own; wherever in its entry or section it is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.names import Name, is_mere_name, name_of, told_in_entry
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.entries import ASSIGNED, entry_of

__all__ = ["with_default"]

_SURE = 0.7
_ASKING = frozenset("default defaults value values setting set".split())
# "Default: 2", "**Default:** `2`", "(default 30)", "[default: 0.1]", "The default is 50", "defaults
# to `x`".
_DEFAULT = lazy(
    r"(?i)\bdefault(?:s|\s+value)?(?:\s+(?:is|to|of)\b|[*_]*\s*[:=][*_]*|(?<=[(\[]default))\s*"
    r"(\"[^\"\n]+\"|`[^`\n]+`|[^\s,;()\[\]]+?)(?=[.;,)\]]*(?:\s|$|[)\]]))"
)
# "`auto` (the default), `always` or `never`".
_MARKED = lazy(r"(?i)(\"[^\"\n]+\"|`[^`\n]+`|[^\s,;()]{1,60})\s?\((?:the\s)?default\)")
_REACH = 16  # sentences behind a name
_LOOKED_AT = 20


def with_default(asking: Asking, answer: Answer) -> Answer:
    """Return the default that is told of the very thing asked about as the answer; elsewhere the
    answer as it is."""
    name = _name_in(asking.question)
    if not name or answer.kind == "chat" or asking.least > _SURE:
        return answer
    seen: set[int] = set()
    assigned = answer
    for one in asking.ranked[:_LOOKED_AT]:
        if cell := _cell_of_default(name, one.sentence):
            sure = max(answer.confidence, _SURE)
            text = one.sentence.text[slice(*cell)].strip("`")
            return told_by(answer, one.sentence, text, sure, cell)
        if _is_of(name, one.sentence) and (found := _MARKED.search(one.sentence.text)):
            # "| `format` | string | `pdf` (default), `png` |"
            sure = max(answer.confidence, _SURE)
            return told_by(answer, one.sentence, found[1].strip("`"), sure, found.span(1))
        for sentence in _told_of(name, one.sentence, asking):
            if sentence.id in seen:
                continue
            seen.add(sentence.id)
            sure = max(answer.confidence, _SURE)
            if found := _DEFAULT.search(sentence.text) or _MARKED.search(sentence.text):
                return told_by(answer, sentence, found[1].strip("`"), sure, found.span(1))
            # In a file of settings, where nothing is called a default, the value is.
            found = ASSIGNED.match(sentence.text)
            if found and assigned is answer and name_of(found[1]) == name:
                assigned = told_by(answer, sentence, found[2], sure, found.span(2))
    return assigned


def _is_of(name: Name, sentence: Sentence) -> bool:
    """Return whether a sentence is the row of a name."""
    cells = sentence.cells
    return bool(cells) and name_of(sentence.text[cells[0].start : cells[0].end].strip("` ")) == name


def _cell_of_default(name: Name, sentence: Sentence) -> tuple[int, int] | None:
    """Return the place of the cell under "Default" in the row of a name, None for none."""
    cells = sentence.cells
    if not _is_of(name, sentence):
        return None
    return next(
        (
            (cell.start, cell.end)
            for cell in cells[1:]
            if cell.head.lower().startswith("default") and cell.end > cell.start
        ),
        None,
    )


def _name_in(question: Question) -> Name:
    """Return the name of that whose default a question asks for, an empty one elsewhere."""
    norms = [token.norm for token in question.tokens]
    if "default" not in norms or question.answer_type == "yes-no":
        return frozenset()
    words = [
        token.text
        for token in question.tokens
        if token.norm not in FUNCTION_WORDS | _ASKING and token.kind != "mark"
    ]
    return name_of(" ".join(words)) if words else frozenset()


def _told_of(name: Name, near: Sentence, asking: Asking) -> Sequence[Sentence]:
    """Return the sentences of the entry or section of a name that a sentence stands in."""
    around = asking.store.get(range(near.id - _REACH, near.id + _REACH))
    own = [one for one in around if one.document == near.document]
    heading = near.heading.rpartition(" > ")[2].partition(" (")[0]
    if name in (name_of(heading), name_of(heading.rpartition(".")[2].strip("`"))):
        return [one for one in own if one.heading == near.heading]
    begins = next(
        (
            n
            for n, one in enumerate(own)
            if told_in_entry(name, one)
            or is_mere_name(name, one)
            or ((found := ASSIGNED.match(one.text)) and name_of(found[1]) == name)
        ),
        -1,
    )
    if begins < 0:
        return ()
    told = [own[begins]]
    for one in own[begins + 1 :]:
        if one.kind == "heading" or entry_of(one.text) is not None:
            break
        told.append(one)
    return told
