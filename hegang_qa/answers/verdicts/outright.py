"""What a sentence says outright to a yes-or-no question: it begins with "Yes" or "No", or says what
is asked word for word.
"""

from __future__ import annotations

from typing import Literal

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.tokens import tokenize

__all__ = ["asked_there", "outright", "word_for_word"]

_AUXILIARIES = frozenset("DXM")
_ALIKE = BY_FORM | {"synonym", "compound"}
_LIKEWISE: dict[tuple[str, ...], Literal["Yes", "No"]] = {
    **dict.fromkeys(
        tuple(
            tuple(words.split())
            for words in (
                "gladly",
                "certainly",
                "of course",
                "by all means",
                "absolutely",
                "definitely",
                "sure",
                "with pleasure",
                "happily",
                "naturally",
                "indeed",
                "very much so",
            )
        ),
        "Yes",
    ),
    **dict.fromkeys(
        tuple(
            tuple(words.split())
            for words in (
                "sadly not",
                "unfortunately not",
                "certainly not",
                "absolutely not",
                "definitely not",
                "of course not",
                "not at all",
                "never",
                "afraid not",
                "i'm afraid not",
                "we're afraid not",
                "not really",
                "not any more",
                "not yet",
            )
        ),
        "No",
    ),
}
"""What answers a question that stands above as "Yes" and "No" do."""
_SHORT = 5  # tokens, the full stop with them


def word_for_word(question: Question, analysis: Analysis) -> bool:
    """Return whether a sentence has the question's words as they are, in their order, with only
    articles and auxiliaries between."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    small = {norms[at] for at in range(len(norms)) if tags[at] in _AUXILIARIES}
    asked = [
        token.norm
        for token in question.tokens[1:]
        if token.kind != "mark" and token.norm not in small
    ]
    said = [norm for norm, tag in zip(norms, tags, strict=False) if tag not in _AUXILIARIES]
    length = len(asked)
    return any(said[at : at + length] == asked for at in range(len(said) - length + 1))


def asked_there(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a heading that is a question, if one stands above, has the nouns and names
    asked about that the sentence lacks: what stands beside it is no part of what it answers."""
    heading = ranked.sentence.heading
    if not heading.endswith("?"):
        return True
    above = {token.stem for token in tokenize(heading)}
    found = {match.term for match in ranked.matches}
    return all(
        term.light
        or number in found
        or term.role not in ("noun", "name")
        or any(form.term in above for form in term.expansions if form.how in _ALIKE)
        for number, term in enumerate(question.terms)
    )


def outright(ranked: RankedSentence) -> Literal["Yes", "No"] | None:
    """Return what a sentence that begins with "Yes" or "No" says, as the answers of a list of
    frequently asked questions do."""
    tokens = ranked.tokens
    if tokens and tokens[0].norm == "not" and ranked.sentence.heading.endswith("?"):
        return "No" if len(tokens) <= _SHORT else None  # "Not at the moment."
    above = ranked.sentence.heading.endswith("?")
    for words, said in _LIKEWISE.items() if above else ():
        behind = tokens[len(words) : len(words) + 1]
        if tuple(token.norm for token in tokens[: len(words)]) == words and (
            not behind or behind[0].kind == "mark"
        ):
            return said
    if not tokens or (len(tokens) > 1 and tokens[1].kind != "mark"):
        return None
    first = tokens[0].norm
    if first == "no" and [token.kind for token in tokens[2:3]] == ["number"]:
        return None  # "No. 3 pit"
    return "Yes" if first == "yes" else "No" if first == "no" else None
