"""How a question frames its answer: what asks, what stands beside the gap, which words are where.

The gap is the place in the statement that the question words turned round: "Who built the bridge"
is "___ built the bridge", "What did the firm build" is "the firm built ___".
"""

from typing import NamedTuple

from hegang_qa.answers.candidates.analysis import WordKnowledge
from hegang_qa.answers.candidates.hashing import key_of
from hegang_qa.answers.candidates.tagging import tagger
from hegang_qa.answers.span_model.gap import Statement, state
from hegang_qa.question.model import Question
from hegang_qa.text.tokens import Token, stem
from hegang_qa.text.words import QUESTION_WORDS

__all__ = ["Frame", "frame"]

_ROLE_LETTERS = {"name": "E", "number": "#", "focus": "F", "noun": "N", "verb": "V", "other": "J"}


class Frame(NamedTuple):
    """A question as the span model sees it.

    `asks` is the question phrase ("how many", "what", "in what"), `wanted` the answer type,
    `focus` the stem of the noun
    asked for or "" (`focus_word` the word itself). `forms` maps every form of a question word to
    the number of its term and its worth; `roles` has a letter for each term. `statement` is
    the question with its gap. `keys` are what features are crossed with: none, what asks, the type
    wanted, one thing or several, the noun asked for. `order` and `norms` are all its words.
    """

    asks: str
    wanted: str
    focus: str
    focus_word: str
    forms: dict[str, tuple[int, float]]
    roles: str
    shares: tuple[float, ...]
    statement: Statement
    keys: tuple[int, int, int, int, int]
    words: tuple[int, ...]
    stems: frozenset[str]
    choices: tuple[str, ...]
    order: tuple[str, ...]
    norms: tuple[str, ...]


def frame(question: Question, lexicon: WordKnowledge | None) -> Frame:
    """Return the frame of a question."""
    tokens = question.tokens
    tags = tagger(lexicon).tag(tokens)
    norms = [token.norm for token in tokens]
    wh = next((i for i, norm in enumerate(norms) if norm in QUESTION_WORDS), -1)
    asks = _asks(norms, tags, wh)
    focus, focus_end = _focus(tokens, tags, wh)
    focus_word = next((token.norm for token in tokens[:focus_end] if token.stem == focus), focus)
    forms: dict[str, tuple[int, float]] = {}
    roles: list[str] = []
    for number, term in enumerate(question.terms):
        for form, how, weight in term.expansions:
            if how in ("kindred", "near"):
                continue  # of the same matters, and so as likely the answer
            old = forms.get(form)
            if old is None or weight > old[1]:
                forms[form] = (number, weight)
        role = _ROLE_LETTERS[term.role]
        if term.token < len(tags):
            tag = tags[term.token]
            if role not in "E#":
                if stem(norms[term.token]) == focus and term.token < focus_end:
                    role = "F"
                elif tag in "VKG":
                    role = "V"
                elif tag == "J":
                    role = "J"
                else:
                    role = "N"
        roles.append(role)
    statement = state(tags, norms, wh, focus_end, [term.token for term in question.terms])
    verb = statement.verb
    if verb >= 0 and roles[verb] != "E":
        roles[verb] = "M"
    wanted = question.answer_type
    content = sorted(
        (
            (term.share, term.stem)
            for number, term in enumerate(question.terms)
            if roles[number] not in "E#"
        ),
        reverse=True,
    )
    return Frame(
        asks=asks,
        wanted=wanted,
        focus=focus,
        focus_word=focus_word,
        forms=forms,
        roles="".join(roles),
        shares=tuple(term.share for term in question.terms),
        statement=statement,
        keys=(
            0,
            key_of(asks),
            key_of("=" + wanted),
            key_of("#" + ("several" if _several(norms, wh, focus_word) else "one")),
            key_of("~" + (focus or asks)),
        ),
        words=tuple(key_of(word) for _, word in content[:4]),
        stems=frozenset(token.stem for token in tokens),
        choices=_choices(norms),
        order=tuple(token.stem for token in tokens),
        norms=tuple(norms),
    )


def _asks(norms: list[str], tags: str, wh: int) -> str:
    """Return the question phrase: "how many", "what", "in what", "" where there is none."""
    if wh < 0:
        return "is" if tags[:1] in ("X", "M") else "what"
    word = norms[wh]
    if word == "how" and wh + 1 < len(norms):
        if tags[wh + 1] in "XM":
            return "how"
        after = norms[wh + 1]
        return f"how {after}" if tags[wh + 1] in "DJRN" or after in ("much", "many") else "how"
    if word in ("what", "which") and wh and tags[wh - 1] in "PT":
        return f"{norms[wh - 1]} what"
    if word in ("what", "which") and wh + 1 < len(tags) and tags[wh + 1] not in "XMV":
        return "which"
    if word == "what" and norms[-1:] in (["do"], ["do?"]):
        return "what do"
    return "what" if word == "which" else word


def _focus(tokens: tuple[Token, ...], tags: str, wh: int) -> tuple[str, int]:
    """Return the stem of the noun asked for and where its phrase ends (0 for none).

    "which large river ..." gives river; "what is the name of the river" gives river; "how many
    rivers" gives river; a bare "what is X" gives none. Short for "what is": "price of the pass"
    gives price.
    """
    if wh < 0:
        return _first_noun(tokens, tags)
    at = wh + 1
    count = len(tags)
    word = tokens[wh].norm
    if word == "how":
        if at < count and tokens[at].norm in ("many", "much"):
            at += 1
        else:
            return "", at
    elif word not in ("what", "which", "whose"):
        return "", at
    if at + 1 < count and tokens[at].norm in _KIND_WORDS and tokens[at + 1].norm == "of":
        at += 2
    last = -1
    stop = at
    while (stop < count and tags[stop] in "JNE#SR-H") or (
        stop == at and stop < count and tags[stop] in "VGKD"
    ):
        if tags[stop] in "NEVG#":
            last = stop
        stop += 1
    if last >= 0 and tags[at : at + 1] != "D":
        return tokens[last].stem, stop
    # "What is the name of the river ..." / "what was the population of ..."
    if at < count and tags[at] in "X":
        at += 1
        if at < count and tags[at] == "D":
            at += 1
            last = -1
            while at < count and tags[at] in "JNE#-RK":
                if tags[at] in "NE":
                    last = at
                at += 1
            if last >= 0 and tags[last] == "N":
                if tokens[last].norm in _NAMING and at < count and tokens[at].norm in ("of", "for"):
                    at += 1
                    while at < count and tags[at] in "DJR#":
                        at += 1
                    if at < count and tags[at] == "N":
                        while at + 1 < count and tags[at + 1] == "N":
                            at += 1
                        return tokens[at].stem, at + 1
                return tokens[last].stem, last + 1
    return "", wh + 1


def _first_noun(tokens: tuple[Token, ...], tags: str) -> tuple[str, int]:
    """Return the stem of the head of the noun phrase that a question without a verb begins with,
    and where the phrase ends."""
    stop = 0
    last = -1
    while stop < len(tags) and tags[stop] in "DJNEKG-":
        if tags[stop] == "N":
            last = stop
        stop += 1
    if last < 0 or (stop < len(tags) and tags[stop] not in "P.*OW"):
        return "", 0
    return tokens[last].stem, last + 1


_KIND_WORDS = frozenset("kind type sort kinds types sorts form forms part name".split())
_NAMING = frozenset("name names term title word".split())


def _several(norms: list[str], wh: int, focus_word: str) -> bool:
    """Return whether several things are asked for: "which rivers", "who are"."""
    if focus_word.endswith("s") and not focus_word.endswith(("ss", "us", "is")):
        return True
    return norms[wh + 1 : wh + 2] in (["are"], ["were"]) if wh >= 0 else False


def _choices(norms: list[str]) -> tuple[str, ...]:
    """Return the stems offered for choice: "public" and "private" of "public or private"."""
    for i in range(1, len(norms) - 1):
        if norms[i] == "or":
            return stem(norms[i - 1]), stem(norms[i + 1])
    return ()
