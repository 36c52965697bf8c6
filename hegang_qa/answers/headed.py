"""What goes first for standing where it does: under a heading that asks the very question, or under
the name of the thing of which one asks what it is or does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hegang_qa.answer_types import agreement
from hegang_qa.answers.asked_above import is_asked_above, is_named_above, is_topic_above
from hegang_qa.answers.choices import Choice
from hegang_qa.answers.model import ScoredSpan, TypedSpan
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.ranking.names import name_asked_about

if TYPE_CHECKING:
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["headed_first"]

# How sure what stands under a heading is that asks the very question.
_ASKED_ABOVE = 0.8

# How sure what stands first under a heading is that has a question's words and no others.
_TOPIC = 0.6

# How sure a sentence must be that says outright what something is, to go before that.
_DEFINED = 0.4
# What a text has or has not.
_WRITTEN = frozenset(("email", "phone", "url"))
_SUBJECT = 10  # tokens at its beginning in which the name stands

# What is told of something besides what it does.
_DEFAULT = lazy(r",? +\(?(?:by default|default(?:s to|:| is))")

# What an order goes on with, and the least share of a verb among the uses of its first word.
_OBJECTS = frozenset("the a an your all each its this that these those it them `".split())
_VERB = 0.3
_SAID_AGAIN = 0.6  # of a question's weight, in a sentence that only repeats it


def headed_first(
    question: Question, choices: list[Choice], lexicon: Lexicon | None
) -> list[Choice]:
    """Put first what stands under a heading that asks the very question: the sentence that holds
    the kind of thing asked for, else the first sentence as a whole. A name, number or noun that
    nothing accounts for makes it another question."""
    # What stands under the very name goes before what heads have only the words of.
    told = [choice for choice in choices if choice.ranked.tells_from >= 0]
    under = told or [choice for choice in choices if _is_headed(question, choice)]
    if not under:
        return _of_topic(question, choices)
    if max(choice.ranked.tells_from for choice in under) == 0:
        # A sentence that says outright what the thing is goes before what stands under its name.
        first_under = min(choice.ranked.sentence.id for choice in under)
        defined = next((c for c in choices if _is_defined(question, c, first_under)), None)
        if defined is not None:
            return [defined, *(choice for choice in choices if choice is not defined)]
    wanted = question.answer_type
    typed = [c for c in under if c.span is not None and agreement(wanted, c.span.span.type) == 1.0]
    if wanted in _WRITTEN and not typed:
        return choices  # her phone is not her e-mail address
    first = min(under, key=lambda choice: choice.ranked.sentence.id)
    if wanted == "reason":
        # The first may only say that it is so; what to do, and other cases, are no reasons.
        in_turn = sorted(under, key=lambda choice: choice.ranked.sentence.id)
        first = next((c for c in in_turn if _tells_why(question, c, lexicon)), under[0])
    elif wanted == "manner":
        first = min(under, key=lambda c: (not _is_order(c.ranked, lexicon), c.ranked.sentence.id))
    first = _in_full(first)
    in_full = wanted in ("reason", "overview") or first.ranked.tells_from > 0
    best = typed[0] if typed and not in_full else first
    best = best._replace(confidence=max(best.confidence, _ASKED_ABOVE))
    if wanted == "overview":
        choices = [choice._replace(span=None) for choice in choices]
    others = [c for c in choices if c.ranked.sentence.id != best.ranked.sentence.id]
    return [best, *others]


def _of_topic(question: Question, choices: list[Choice]) -> list[Choice]:
    """Put first the whole of what stands first under a heading that has the question's few words
    and no others."""
    first = next((c for c in choices if is_topic_above(question, c.ranked.sentence)), None)
    if first is None:
        return choices
    section = first.ranked.sentence.document, first.ranked.sentence.heading
    best = min(
        (c for c in choices if (c.ranked.sentence.document, c.ranked.sentence.heading) == section),
        key=lambda choice: choice.ranked.sentence.id,
    )
    best = best._replace(span=None, confidence=max(best.confidence, _TOPIC))
    others = [c for c in choices if c.ranked.sentence.id != best.ranked.sentence.id]
    return [best, *others]


def _is_headed(question: Question, choice: Choice) -> bool:
    """Return whether a sentence stands under a heading that asks the question, and leaves nothing
    of it unaccounted for."""
    if choice.told.names or choice.told.numbers or choice.told.nouns:
        return False
    sentence = choice.ranked.sentence
    return is_asked_above(question, sentence) or is_named_above(question, sentence)


def _in_full(choice: Choice) -> Choice:
    """Return a choice with its whole sentence as the answer, but for options at its beginning of
    which it tells what they do."""
    start, text = choice.ranked.tells_from, choice.ranked.sentence.text.rstrip()
    if start <= 0:
        return choice._replace(span=None)
    default = _DEFAULT.search(text, start + 1)
    told = TypedSpan(start, default.start() if default else len(text), "description", "")
    return choice._replace(span=ScoredSpan(choice.ranked, told, 0.0, {}))


def _is_defined(question: Question, choice: Choice, before: int) -> bool:
    """Return whether a sentence says outright what the thing is that one asks about: "is *the* seat
    of ...", which tells less of what it is, only where it stands `before` a sentence (its id)."""
    if choice.ranked.tells_from > 0 or choice.confidence < _DEFINED:
        return False
    name = name_asked_about(question)
    defines = choice.ranked.features["defines"]
    if not name or not defines or (defines < 1.0 and choice.ranked.sentence.id > before):
        return False
    return name <= {token.stem for token in choice.ranked.tokens[:_SUBJECT]}


def _tells_why(question: Question, choice: Choice, lexicon: Lexicon | None) -> bool:
    """Return whether a sentence under a question for a reason may give it: it does not only say
    again what is asked, nor what to do, nor what holds in another case."""
    said = sum(question.terms[m.term].share for m in choice.ranked.matches)
    other = choice.ranked.tokens[0].norm in ("if", "when")
    return said < _SAID_AGAIN and not other and not _is_order(choice.ranked, lexicon)


def _is_order(ranked: RankedSentence, lexicon: Lexicon | None) -> bool:
    """Return whether a sentence begins with what to do ("*Increase* the limit")."""
    first, second = (*(token.norm for token in ranked.tokens[:2]), "", "")[:2]
    if lexicon is None or second not in _OBJECTS:
        return False
    return lexicon.parts_of_speech(first).get("verb", 0.0) >= _VERB
