"""What a figure counts or measures: seats are not cars, nor is a depth told in degrees.

A number has its own noun behind it mostly. Where that is neither what is asked about nor related to
it, the figure counts something else, whatever stands around it.
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.tables.heads import terms_in_head
from hegang_qa.answers.verdicts.contraries import WordRelations
from hegang_qa.question.model import Question
from hegang_qa.question.nouns import TRANSPARENT_NOUNS
from hegang_qa.text.tokens import stem, tokenize
from hegang_qa.text.words import DYING, NUMBER_WORDS, SIDES

__all__ = ["counts_another"]

# What a number is a part of, and then counts nothing.
_WHOLES = frozenset("phone code date time hours version coordinates address email url path".split())
_NOUNS = frozenset("JNGK-")
_PEOPLE = frozenset(
    "people person persons head heads soul souls men women participant participants member members "
    "visitor visitors guest guests user users".split()
)
_DYING = frozenset(map(stem, DYING))
_ANYBODY = frozenset("people person persons".split())
_NOUN = 0.5  # the share of a word's uses as a noun
_FOR_PEOPLE = frozenset("seat seats bed beds place places berth berths room space".split())
# What stands between a number and what it counts.
_COUNTING = TRANSPARENT_NOUNS | frozenset(
    "different unit units item items dozen hundred thousand million billion more other others "
    "copies copy times separate individual".split()
)
_SCALES = frozenset(("thousand", "million", "billion", "trillion"))
_PARTS = frozenset("half halves third thirds quarter quarters fifth fifths tenth tenths".split())
_BY = frozenset(("by", "x", "×"))
_DEGREES = frozenset(("degree", "degrees", "°"))
_FROM_NOW = ("within ", "after ", "in ")
_SIDES = frozenset(word for word, side in SIDES.items() if side != "long")
_MATTER = frozenset(("food", "substance", "material", "plant"))
_NEVER_MATTER = ("duration", "date", "time", "hours", "temperature", "speed")
# Measures, and what answers as well.
_MEASURES = {
    "distance": (),
    "weight": ("volume",),
    "volume": ("weight", "area"),
    "area": ("distance",),
    "speed": (),
    "temperature": (),
    "power": ("weight", "speed"),
    "duration": ("distance",),
}
_MORE = frozenset("more less cheaper dearer longer shorter older younger higher lower".split())
_NO_COUNT_HEADS = frozenset(
    "room phone telephone tel extension ext id sku code date year price cost fee".split()
)
_LOSSES = frozenset("lives deaths death fatalities casualties dead".split())
_MOVING = frozenset(
    "go goes fly flies run runs travel travels move moves swim swims drive drives sail sails walk "
    "cycle fall falls spin spins turn turns flow flows".split()
)
_NO_LENGTHS = frozenset("area volume weight temperature speed".split())
_NO_MEASURES = ("code", "phone", "version", "date", "time", "hours", "money", "email", "path")
_AHEAD = frozenset("ahead beforehand ago earlier prior".split())
_LAPSE = frozenset("ago before ahead advance beforehand earlier prior since early".split())
_TAKING = frozenset(("take", "takes", "took", "taken"))
_KEEPING = frozenset("keep keeps kept store stored retain retained retains preserved valid".split())


def counts_another(
    question: Question, span: ScoredSpan, analysis: Analysis, lexicon: WordRelations | None
) -> str:
    """Return in words what the figure in an answer counts or measures that is not what is asked
    for, "" where nothing shows that it is another thing."""
    if lexicon is None:
        return ""
    if _asks_for_difference(question) and span.ranked.sentence.cells:
        return f'"{span.text}" is no difference'
    if question.asks == "how many" and question.answer_type in ("count", "number"):
        if head := _no_count(question, span):
            return f'"{span.text}" is under "{head}"'
        return _of_another_noun(question, span, analysis, lexicon)
    if question.asks == "how much" and question.answer_type == "money" != span.span.type:
        return _of_things(span, analysis, lexicon)
    if question.asks == "how long" and question.answer_type == "duration":
        return _of_another_time(question, span)
    return _of_another_measure(question, span, analysis, lexicon)


def _of_another_noun(
    question: Question, span: ScoredSpan, analysis: Analysis, lexicon: WordRelations
) -> str:
    if not question.focus:
        return ""
    others = []
    for at in _numbers(span, analysis):
        text = analysis.tagged.tokens[at].text
        cell = _cell(span, at, analysis)
        nouns = _own_nouns(at, cell, analysis, lexicon) or _noun_in_bracket(at, analysis)
        if nouns[:1] and nouns[0] in _PARTS:
            return ""  # "three quarters of the animals"
        if nouns and not any(_is_related(question, noun, lexicon) for noun in nouns):
            others.append(f'"{text}" is of "{nouns[-1]}"')
        elif nouns or not _is_part(at, cell, analysis):
            return ""
        else:
            others.append(f'"{text}" counts nothing')
    return others[0] if others else ""


def _of_things(span: ScoredSpan, analysis: Analysis, lexicon: WordRelations) -> str:
    """Return that a figure counts things ("*nine* locks"), where one asks for a price."""
    for at in _numbers(span, analysis):
        nouns = _own_nouns(at, _cell(span, at, analysis), analysis, lexicon)
        if analysis.tagged.tokens[at].norm in _SCALES:
            continue  # "730 million krones": a currency that no table has
        if nouns and not any("money" in lexicon.classes(noun) for noun in nouns):
            return f'"{analysis.tagged.tokens[at].text}" is of "{nouns[-1]}"'
    return ""


def _numbers(span: ScoredSpan, analysis: Analysis) -> list[int]:
    """Return the tokens of an answer that are numbers."""
    start, end = span.span.start, span.span.end
    return [
        at
        for at, token in enumerate(analysis.tagged.tokens)
        if start <= token.start < end and (token.kind == "number" or token.norm in NUMBER_WORDS)
    ]


def _cell(span: ScoredSpan, at: int, analysis: Analysis) -> tuple[int, int]:
    """Return begin and end (code points) of the cell of a token, of the sentence where it has no
    cells."""
    start = analysis.tagged.tokens[at].start
    for cell in span.ranked.sentence.cells:
        if cell.start <= start < cell.end:
            return cell.start, cell.end
    return 0, len(analysis.tagged.text)


def _is_part(at: int, cell: tuple[int, int], analysis: Analysis) -> bool:
    """Return whether a number is a part of a telephone number, a code, a date, or is a year."""
    tokens = analysis.tagged.tokens
    return any(
        found.start <= at < found.end
        and (found.type != "code" or found.end > found.start + 1)
        and any(is_a(found.type, whole) for whole in _WHOLES)
        and cell[0] <= tokens[found.start].start
        and tokens[found.end - 1].end <= cell[1]
        for found in analysis.typed
    )


def _own_nouns(
    at: int, cell: tuple[int, int], analysis: Analysis, lexicon: WordRelations
) -> list[str]:
    """Return the nouns behind a number, of which it counts the last ("two electric *cars*")."""
    tags, tokens = analysis.tagged.tags, analysis.tagged.tokens
    found = []
    for end in range(at + 1, len(tags)):
        token = tokens[end]
        if tags[end] not in _NOUNS and not (tags[end] == "E" and tokens[at].norm == "one"):
            break
        if token.end > cell[1] or "\n" in analysis.tagged.text[tokens[at].end : token.start]:
            break
        if token.norm in _COUNTING:
            return []
        known = lexicon.parts_of_speech(token.norm).get("noun", 0.0)
        # Right behind a number "locks" is no verb.
        several = end == at + 1 and token.norm.endswith("s") and known > 0.0
        if tags[end] == "E" or (tags[end] == "N" and (known >= _NOUN or several)):
            found.append(token.norm)
    return found


def _noun_in_bracket(at: int, analysis: Analysis) -> list[str]:
    """Return the noun that stands alone before a number in a bracket ("(*capacity* 400)")."""
    before = analysis.tagged.tags[max(0, at - 2) : at]
    return [analysis.tagged.norms[at - 1]] if before == "(N" else []


def _is_related(question: Question, noun: str, lexicon: WordRelations) -> bool:
    """Return whether a noun is what a question counts, or of the same matters."""
    root = stem(noun)
    named = {stem(word) for word in (question.focus or "").split()}
    words = [term.word for term in question.terms]
    for number, term in enumerate(question.terms):
        word = term.word
        counted = words[number - 1 : number] and words[number - 1] in ("many", "much")
        if term.role != "focus" and not counted and stem(word) not in named:
            continue
        if root == term.stem or any(form.term == root for form in term.expansions):
            return True
        if lexicon.is_a(noun, word) or lexicon.is_a(word, noun):
            return True
        if {word, noun} & _PEOPLE and (
            "person" in lexicon.classes(noun)[:2] and "person" in lexicon.classes(word)[:2]
        ):
            return True
        if noun in _LOSSES and any(stem(one) in _DYING for one in words):
            return True  # "cost 29 *lives*"
        if word in _ANYBODY and "person" in lexicon.classes(noun)[:2]:
            return True  # workers, visitors and inhabitants are people
        if word in _PEOPLE and noun in _FOR_PEOPLE:
            return True
        if word in TRANSPARENT_NOUNS:
            return True
    return False


def _of_another_time(question: Question, span: ScoredSpan) -> str:
    """Return that a duration is how long ahead something is done, or kept, where one asks how long
    it takes."""
    if not is_a(span.span.type, "duration"):
        return ""
    asked = {token.norm for token in question.tokens}
    after = span.ranked.sentence.text[span.span.end :].lower().replace(".", " ").split()[:2]
    last = span.text.lower().split()[-1]
    ahead = last in _AHEAD or (bool(after) and (after[0] in _AHEAD or after == ["in", "advance"]))
    if not asked & _LAPSE and ahead:
        return f'"{span.text}" is told of what comes before'
    if not asked & _TAKING:
        return ""
    for token in span.ranked.tokens:
        if token.norm in _KEEPING and token.norm not in asked and token.text.islower():
            return f'"{token.text}" is no word for what it takes'
    return ""


def _of_another_measure(
    question: Question, span: ScoredSpan, analysis: Analysis, lexicon: WordRelations
) -> str:
    wanted, given = question.answer_type, span.span.type
    if wanted == "number" and question.asks == "how much" and question.focus:
        matter = _MATTER & set(lexicon.classes(question.focus.rpartition(" ")[2])[:1])
        if matter and any(is_a(given, kind) for kind in _NEVER_MATTER):
            return f'"{span.text}" is no amount of {question.focus}'
        return _of_another_matter(question, span, analysis, lexicon) if matter else ""
    if wanted == "size" and question.focus and question.focus.endswith("area"):
        wanted = "area"
    if wanted == "quantity" and question.asks == "how many":
        wanted = _dimension(question)
    if question.asks in ("how long", "how far") and given in _NO_LENGTHS:
        return f'"{span.text}" is no length'
    if wanted not in _MEASURES or question.asks in ("how long", "how far", "how big"):
        return ""
    after = span.ranked.sentence.text[span.span.end :].split(maxsplit=1)[:1]
    if question.asks == "how many" and after and after[0].rstrip(".,;:)") == question.focus:
        return ""  # "201 days"
    if given == "quantity" and (words := span.text.split()):
        given = "temperature" if words[-1].lower() in _DEGREES else given
    moving = any(token.norm in _MOVING for token in question.tokens)
    if wanted == "speed" and given == "duration" and question.asks == "how fast" and not moving:
        return ""  # "how fast do you answer"
    if wanted == "area" and given == "distance" and not _BY.intersection(span.text.split()):
        return f'"{span.text}" is no area'
    side = question.asks.rpartition(" ")[2] in _SIDES
    if given in _MEASURES and given != wanted and (side or given not in _MEASURES[wanted]):
        return f'"{span.text}" is no {wanted}'
    if wanted == "duration" and span.text.lower().startswith(_FROM_NOW):
        return ""  # "within two months" is a date as well
    if is_a(given, "date") and _stands_under_measure(question, span):
        return ""  # 1650 under "weight_g" is no year
    if any(is_a(given, kind) for kind in _NO_MEASURES):
        return f'"{span.text}" is no {wanted}'
    return ""


def _asks_for_difference(question: Question) -> bool:
    """Return whether one asks how much more one thing is than another, which no cell tells."""
    norms = [token.norm for token in question.tokens[:3]]
    return norms[:2] == ["how", "much"] and norms[2:] != [] and norms[2] in _MORE


def _no_count(question: Question, span: ScoredSpan) -> str:
    """Return the head of the column of an answer where it is of what counts nothing ("room"), and
    the question does not name it; "" elsewhere."""
    cells = span.ranked.sentence.cells
    head = next((cell.head for cell in cells if cell.start <= span.span.start < cell.end), "")
    words = {token.norm for token in tokenize(head.replace("_", " "))}
    return head if words & _NO_COUNT_HEADS and not terms_in_head(question, head) else ""


def _stands_under_measure(question: Question, span: ScoredSpan) -> bool:
    """Return whether a bare number is a cell under a head that the question names, or that has a
    unit."""
    from hegang_qa.text.units import unit  # a table that hardly any question needs

    if not span.text.isdecimal():
        return False
    cells = span.ranked.sentence.cells
    head = next((cell.head for cell in cells if cell.start <= span.span.start < cell.end), "")
    words = [token.norm for token in tokenize(head.replace("_", " "))]
    return any(unit(word) is not None for word in words) or bool(terms_in_head(question, head))


def _of_another_matter(
    question: Question, span: ScoredSpan, analysis: Analysis, lexicon: WordRelations
) -> str:
    """Return that a measure is of another matter ("500 grams *of flour*") than is asked for."""
    tags, norms, tokens = analysis.tagged.tags, analysis.tagged.norms, analysis.tagged.tokens
    at = next((n for n, token in enumerate(tokens) if token.start >= span.span.end), len(tokens))
    if norms[at : at + 1] != ("of",):
        return ""
    end = at + 1
    while end < len(tags) and tags[end] in _NOUNS:
        end += 1
    nouns = [norms[n] for n in range(at + 1, end) if tags[n] == "N"]
    if not nouns or any(_is_related(question, noun, lexicon) for noun in nouns):
        return ""
    return f'"{span.text}" is of "{nouns[-1]}"'


def _dimension(question: Question) -> str:
    """Return the type of answer that a unit of the question measures ("how many *litres*")."""
    from hegang_qa.text.units import unit  # a table that hardly any question needs

    for term in question.terms:
        if term.role == "focus" and (found := unit(term.word)):
            return "distance" if found.dimension == "length" else found.dimension
    return ""
