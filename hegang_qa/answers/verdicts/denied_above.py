"""What a heading, or the line that introduces a list, denies of all that stands under it: "You
*cannot*:", "*Not supported*:", "The tool *does not...*", "It is *forbidden* to:", "*Never* put in".
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.answers.verdicts.rulings import FORBIDS, asks_leave
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import Token, stem, tokenize
from hegang_qa.text.words import NEGATIONS

__all__ = ["denied_above", "goes_on_denied"]

_LET = frozenset("allowed permitted allow permit welcome supported possible accepted".split())
_MAY = frozenset("may must can should could".split())
_LETTING = frozenset(("can", "may"))
_MAY_NOT = frozenset("cannot can't couldn't mustn't shouldn't".split())
_AUXILIARIES = frozenset("do does did is are was were be will".split())
_TO_DO = frozenset(("do", "be"))
_TO_BE = frozenset(("to", "be"))
_LEADING = frozenset("to be have need ever also".split())
# What is denied in such a clause is a condition, a reason, or of some people.
_SUBORDINATE = frozenset(
    "if when whenever unless whether until where why because while once how who whose".split()
)
_RELATIVE = frozenset(("that", "which"))
# "Not only ..." denies nothing, "not always" nothing of a single case.
_NO_DENIAL = frozenset("only just merely necessarily always all".split())
# And under one of these not yet.
_TO_COME = frozenset("planned roadmap todo upcoming wishlist unimplemented unfinished".split())
_COMPLAINING = frozenset(("i", "we", "my"))
# What stands under a heading of these is no longer there.
_GONE = frozenset("removed dropped discontinued withdrawn abolished".split())
_SHORT = 2
_FAR = 12  # words of a heading or lead
_BEHIND = 2
_ALIKE = BY_FORM | {"synonym"}
# What is denied by these is a noun: "without Docker", "no lift".
_OF_NOUNS = frozenset(("no", "without", "nor"))
_OF_THINGS = frozenset("what which who where".split())
_UNFORGOTTEN = frozenset("forget miss hesitate worry".split())
_DEALING = tuple(
    frozenset(map(stem, words.split()))
    for words in (
        "take accept collect",
        "have include cover offer support provide supply",
        "return refund exchange take accept",
    )
)
_CONDITIONS = frozenset("if when whenever".split())
_AFTER_IF = 6  # words from "if" on: "if any of these is so"


def denied_above(question: Question, ranked: RankedSentence) -> str:
    """Return the words by which what introduces a list, or the nearest heading, denies what is
    asked of what stands under it; "" for none. It must have the verb of the question, a word of
    leave where one asks for leave, or be left open for the list to go on with that verb. A heading
    that is a question denies nothing."""
    sentence = ranked.sentence
    if sentence.cells or _of_narrower(ranked) or _lets_itself(ranked):
        return ""
    leave = asks_leave(question)
    over = _over(sentence)
    if leave:
        ban = next((word for text in over if (word := _barring(text))), "")
        if ban:
            return ban
    asked = {token.stem for token in question.tokens} | _other_forms(question)
    words = {token.norm for token in question.tokens}
    for text in over:
        tokens = _words(text)
        if text.endswith("?"):
            continue
        if (ending := _open_ending(tokens)) and _goes_on_with_verb(question, ranked):
            return ending
        if ending and text != sentence.lead and _label_goes_on(question, sentence):
            return ending
        if len(tokens) > _FAR:
            continue
        if tokens[:1] and tokens[0].norm in _GONE | _TO_COME and len(tokens) <= _SHORT:
            if tokens[0].stem not in asked:
                return tokens[0].norm
            continue
        for at, token in enumerate(tokens):
            said = _denied_there(tokens, at, asked, leave=leave)
            if said:
                return said
            if _is_opposite(tokens, at, asked) and token.norm not in words:
                return token.norm
    return ""


def _lets_itself(ranked: RankedSentence) -> bool:
    """Return whether a sentence that is no item says what may be ("Swimwear *can* come back if
    ..."), whatever the list above it is of."""
    if ranked.sentence.kind == "item":
        return False
    norms = [token.norm for token in ranked.tokens]
    return any(
        norm in _LETTING and NEGATIONS.isdisjoint(norms[at + 1 : at + 2])
        for at, norm in enumerate(norms[1:], 1)
    )


def goes_on_denied(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the denial that an item goes on from ("You *cannot*:", "*Not supported*:"), which
    therefore says yes to nothing; "" where none stands over it, where it is a sentence by itself,
    or where the question denies as well."""
    sentence = ranked.sentence
    asked = {token.norm for token in question.tokens[1:]}
    if sentence.kind != "item" or sentence.cells or not NEGATIONS.isdisjoint(asked):
        return ""
    texts = _over(sentence)
    if texts and _label_goes_on(question, sentence) and (end := _open_ending(_words(texts[-1]))):
        return end
    ending = _open_ending(_words(texts[0])) if texts else ""
    if not ending and sentence.lead and sentence.lead.rstrip().endswith(":"):
        stems = {token.stem for token in question.tokens}
        tokens = _words(sentence.lead)[-_FAR:]
        found = (_denied_there(tokens, at, stems, leave=False) for at in range(len(tokens)))
        ending = next((words for words in found if words), "")
    ending = ending or _denying_heading(sentence) or _condition(question, sentence)
    tags = analysis.tagged.tags.lstrip("*")
    own_verb = not VERB_TAGS.isdisjoint(tags[1:]) and tags[:1] not in VERB_TAGS
    return "" if own_verb and not _goes_on_with_verb(question, ranked) else ending


def _other_forms(question: Question) -> set[str]:
    """Return the stems that mean the same as the main verb of a question; of what one does with
    things, any other ("do you *take* tyres" by "Items we do not *collect*")."""
    deed = main_verb(question)
    if deed < 0:
        return set()
    own = question.terms[deed].stem
    dealing = next((group for group in _DEALING if own in group), None)
    if dealing is not None:
        return set(dealing)
    return {form.term for form in question.terms[deed].expansions if form.how in _ALIKE}


def _denying_heading(sentence: Sentence) -> str:
    """Return the words by which the heading over an item that nothing else introduces denies
    ("Items we *do not collect*"), "" for none."""
    heading = sentence.heading.rpartition(" > ")[2]
    norms = [token.norm for token in _words(heading)]
    asks = heading.endswith("?") and norms[:1] and norms[0] not in _OF_THINGS
    if sentence.lead or asks or len(norms) > _FAR:
        return ""
    for at, norm in enumerate(norms):
        denies = norm in NEGATIONS - _OF_NOUNS or (norm == "no" and at == 0)
        behind = norms[at + 1 : at + 2]
        if not denies or not behind or behind[0] in _NO_DENIAL | _UNFORGOTTEN:
            continue
        if not _is_subordinate(norms[:at]) and _COMPLAINING.isdisjoint(norms[:at][:1]):
            return " ".join(norms[max(0, at - 1) : at + 2])
    return ""


def _condition(question: Question, sentence: Sentence) -> str:
    """Return the word by which what stands over an item makes it a condition ("Ask us first *if*
    you:") of something that is not leave, where one asks leave; "" elsewhere."""
    over = sentence.lead or sentence.heading.rpartition(" > ")[2]
    norms = [token.norm for token in _words(over)]
    at = next((n for n, norm in enumerate(norms) if norm in _CONDITIONS), -1)
    # "*If* the door is locked:" has what to do then below it.
    if at < 1 or len(norms) - at > _AFTER_IF or not asks_leave(question):
        return ""
    lets = not (_LET | _MAY).isdisjoint(norms[:at]) and NEGATIONS.isdisjoint(norms[:at])
    return "" if lets else norms[at]


def _over(sentence: Sentence) -> list[str]:
    texts = (sentence.lead or "", sentence.heading.rpartition(" > ")[2])
    return [text for text in texts if text]


def _words(text: str) -> list[Token]:
    return [token for token in tokenize(text) if token.kind != "mark"]


def _barring(text: str) -> str:
    """Return the word by which a text forbids what stands under it ("It is *forbidden* to:",
    "Please do *not*", "*Not* permitted"), "" for none."""
    norms = [token.norm for token in tokenize(text)]
    for at, norm in enumerate(norms):
        denied = norm in NEGATIONS and (
            not _LET.isdisjoint(norms[at + 1 : at + 3])
            or norms[at - 1 : at] == ["do"]
            or (norm == "don't" and at == 0)
        )
        if (denied or norm in FORBIDS) and not _is_subordinate(norms[:at]):
            return norm
    return ""


def _open_ending(tokens: list[Token]) -> str:
    """Return the denial that a text ends in ("You *cannot*:", "It *does not* ..."), "" for none."""
    norms = [token.norm for token in tokens]
    while norms and norms[-1] in _TO_DO:
        norms.pop()
    if not norms or norms[-1] not in NEGATIONS or norms[-1] in ("no", "without"):
        return ""
    before = norms[:-1]
    if _is_subordinate(before) or not _RELATIVE.isdisjoint(before):
        return ""
    return " ".join(norms[-2:] if before[-1:] and before[-1] in _MAY | _AUXILIARIES else norms[-1:])


def _denied_there(tokens: list[Token], at: int, asked: set[str], *, leave: bool) -> str:
    """Return the words of a denial at a place that have the verb of the question behind them, or
    deny leave; "" for none."""
    norms = [token.norm for token in tokens]
    norm, behind = norms[at], tokens[at + 1 : at + 1 + _BEHIND]
    if norm not in NEGATIONS or _is_subordinate(norms[:at]):
        return ""
    if not behind or behind[0].norm in _NO_DENIAL:
        return ""
    before = norms[at - 1] if at else ""
    has_verb = any(token.stem in asked for token in behind)
    if leave and (before in _MAY or (norm == "never" and at == 0)):
        return " ".join(norms[max(0, at - 1) : at + 2])
    complains = not _COMPLAINING.isdisjoint(norms[:at]) and norms[0] not in _OF_THINGS
    if leave and norm in _MAY_NOT and has_verb and not complains:
        return " ".join(norms[at : at + 2])
    near = frozenset(norms[max(0, at - 2) : at])
    done = at == 0 or norm.endswith("n't") or norm == "never" or not near.isdisjoint(_AUXILIARIES)
    return " ".join(norms[max(0, at - 1) : at + 2]) if done and has_verb else ""


def _is_opposite(tokens: list[Token], at: int, asked: set[str]) -> bool:
    """Return whether a word at the beginning, or behind "is" and "are", is the contrary of one that
    is asked about ("*Unsupported* platforms")."""
    first = at == 0 or tokens[at - 1].norm in _AUXILIARIES
    stem = tokens[at].stem
    return first and stem.startswith("un") and stem[2:] in asked


def _is_subordinate(before: list[str]) -> bool:
    return not _SUBORDINATE.isdisjoint(before)


def _goes_on_with_verb(question: Question, ranked: RankedSentence) -> bool:
    """Return whether an item begins with the main verb of the question ("*delete* users"), or,
    where that has none ("is it a shell"), with something that is asked about."""
    deed = main_verb(question)
    tokens = ranked.tokens
    for match in ranked.matches:
        if deed >= 0 and match.term != deed:
            continue
        before = [token for token in tokens[: match.token] if token.kind != "mark"]
        if all(token.norm in _LEADING for token in before):
            return True
        if deed < 0 and len(before) <= _BEHIND:
            return True
    return False


def _label_goes_on(question: Question, sentence: Sentence) -> bool:
    """Return whether an item has a label that begins with the main verb of the question ("**Depend
    on Python.** It was made ..."): then the label goes on from the heading."""
    deed = main_verb(question)
    if sentence.kind != "item" or deed < 0 or not sentence.lead or sentence.lead.endswith(":"):
        return False
    rest = [token.stem for token in _words(sentence.lead) if token.norm not in _TO_BE]
    forms = question.terms[deed].expansions
    return any(form.term == rest[0] and form.how in BY_FORM for form in forms) if rest else False


def _of_narrower(ranked: RankedSentence) -> bool:
    """Return whether a short item has a number right behind what is asked about, which the question
    has not ("Windows *7*"): it tells of that one alone."""
    spots = {match.token for match in ranked.matches}
    kinds = [token.kind for token in ranked.tokens]
    return (
        ranked.sentence.kind == "item"
        and len(kinds) <= _FAR
        and any(
            kinds[spot + 1 : spot + 2] == ["number"] and spot + 1 not in spots for spot in spots
        )
    )
