"""Whose deed a sentence tells, and of which clause a value is.

"Ann was born in 1848; Tom lived until 1926" tells nobody's death but Tom's; "they built the mill,
which ground corn until 1931" does not tell when it was built; and from where something was stolen
is not who stole it.
"""

from __future__ import annotations

from hegang_qa.answer_types import is_numeric
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.contradictions.who_to_whom import told_of_another_doer, told_the_other_way
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.span_model.gap import is_passive
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.words import BE, NEGATIONS

__all__ = ["deed_of_another"]

_WHO = frozenset(("who", "whom"))
_DOERS = frozenset("by under through of between".split())
_ORDER = frozenset(("before", "after"))
_DO = frozenset("do does did".split())
_OF_A_DEED = frozenset(("when", "where", "why", "how"))
_BEGUN = frozenset("begin begins began begun start starts started".split())
_OVER = frozenset("end ends ended finish finishes finished stop stopped ceased collapsed".split())
_THROUGH = frozenset("until till to from through since - – take takes last lasts later".split())
_SOME = frozenset(
    "woman women female girl lady black foreign foreigner european american briton asian african "
    "amateur solo blind".split()
)
_SELLING = frozenset("sold sell sells".split())
_BUYING = frozenset("bought buy buys purchased acquired".split())
_GIVING = frozenset("sold sell given leased let".split())
_NEAR = 5  # tokens between a denial and the "by" of what it denies
# Words by which a sentence tells who came before or after whom.
_IN_TURN = frozenset(
    "before after until till then former formerly previous previously next succeeded succeeds "
    "successor followed following follows predecessor preceded replaced replacing replaces from "
    "later earlier first".split()
)
_VERBS = frozenset("VK")
_NEW_CLAUSE = lazy(r";C?|,C(?=D?[JNE#-]*[NE](?:PD?[JNE#-]*[NE#])*R?[VXMK])")
_ANOTHER = lazy(r"C(?:D?[JN]*)(?P<name>E+)")
_HAPPENING = frozenset(
    "take takes took taken happen happened happens held occur occurred occurs be begin began "
    "start started".split()
)


def deed_of_another(
    question: Question, ranked: RankedSentence, span: ScoredSpan, analysis: Analysis
) -> str:
    """Return in words whose deed or which other one an answer is told of that is not asked about,
    "" where nothing shows that it is."""
    if ranked.sentence.cells:
        return ""
    tokens = ranked.tokens
    low = next((n for n, token in enumerate(tokens) if token.start >= span.span.start), -1)
    high = next((n for n, token in enumerate(tokens) if token.start >= span.span.end), len(tokens))
    if low < 0 or high <= low:
        return ""
    if question.asks in _WHO:
        return (
            told_the_other_way(question, ranked, analysis, low, high)
            or _no_doer(question, ranked, analysis, low)
            or _denied_doer(question, analysis, low)
            or _other_party(question, analysis, low)
            or _of_the_main_clause(question, ranked, analysis, low)
            or _first_of_some(question, analysis)
            or _undone_by_anybody(question, ranked, analysis)
            or _not_in_turn(question, ranked)
        )
    if question.asks == "what" and (other := _done_to_it(question, ranked, analysis, low)):
        return other
    if other := told_of_another_doer(question, ranked, analysis, low):
        return other
    if question.asks in ("when", "why") and (other := _of_other_end(question, ranked)):
        return other
    if question.asks in _OF_A_DEED and (other := _done_by_another(question, ranked, analysis, low)):
        return other
    if not is_numeric(question.answer_type):
        return ""
    return (
        _of_a_rival(question, ranked, analysis, low)
        or _of_a_relative(question, ranked, analysis, low, high)
        or _of_the_one_before(question, ranked, analysis, low, high)
    )


def _done_to_it(question: Question, ranked: RankedSentence, analysis: Analysis, low: int) -> str:
    """Return in words that a sentence tells what is done to those of whom one asks what they do
    ("what do kites *eat*": "kites are eaten *by eagles*"); "" elsewhere."""
    asked = [token.norm for token in question.tokens]
    if asked[1:2] == [] or asked[1] not in _DO:
        return ""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    for match in ranked.matches:
        verb = match.token
        if question.terms[match.term].role != "verb" or verb >= low:
            continue
        own = any(m.token < verb and m.term < match.term for m in ranked.matches)
        if own and is_passive(tags, norms, verb) and norms[verb + 1 : verb + 2] == ("by",):
            return f'they are "{norms[verb]}" themselves'
    return ""


def _of_other_end(question: Question, ranked: RankedSentence) -> str:
    """Return in words that a sentence only tells how something began, where one asks of its end, or
    the other way about; "" where it tells both or neither."""
    asked = {token.norm for token in question.tokens}
    told = {token.norm for token in ranked.tokens}
    for one, other in ((_BEGUN, _OVER), (_OVER, _BEGUN)):
        if asked & one and not asked & other and told & other and not told & (one | _THROUGH):
            return f'it says "{min(told & other)}"'
    return ""


def _done_by_another(
    question: Question, ranked: RankedSentence, analysis: Analysis, low: int
) -> str:
    """Return whose deed a relative clause tells, where the question asks for that of somebody else
    whom the sentence names before ("he married Ann in 1870, with whom he had a daughter, *Ruth*,
    who died at four": when did Ann die?); "" elsewhere."""
    tags, tokens = analysis.tagged.tags, ranked.tokens
    terms = question.terms
    asked = {match.term: match.token for match in ranked.matches if match.how in BY_FORM}
    verb = next((n for n, term in enumerate(terms) if term.role == "verb" and not term.light), -1)
    deed = asked.get(verb, -1)
    start = max(tags.rfind("W", 0, max(deed, 0)), _life_before(tags, deed))
    if start < 1 or low > start or any(tag in ",;:" for tag in tags[start:deed]):
        return ""
    end = start
    while end > 0 and tags[end - 1] == ",":
        end -= 1
    if tags[end - 1 : end] == ")":
        end = tags.rfind("(", 0, end)  # "Ruth (1875-1893), who died"
    begin = end
    while begin > 0 and tags[begin - 1] in "E-":
        begin -= 1
    named = [at for n, at in asked.items() if terms[n].role == "name" and at < begin]
    doer = tokens[begin:end]
    stems = {token.stem for token in question.tokens}
    if not named or not doer or any(token.stem in stems for token in doer):
        return ""
    return f'it is told of "{ranked.sentence.text[doer[0].start : doer[-1].end]}"'


def _life_before(tags: str, at: int) -> int:
    """Return where the bracket opens that a token stands in ("(1871-1949)" tells of a death), -1
    for none."""
    opened = tags.rfind("(", 0, max(at, 0))
    return opened if opened > tags.rfind(")", 0, max(at, 0)) else -1


def _other_party(question: Question, analysis: Analysis, low: int) -> str:
    """Return that an answer stands after "bought by", where one asks who sold it, or after "sold
    by", where one asks who bought it; "" elsewhere."""
    norms = analysis.tagged.norms
    asked = {token.norm for token in question.tokens}
    by = next((n for n in range(low - 1, max(0, low - _NEAR), -1) if norms[n] == "by"), 0)
    told = norms[by - 1] if by else ""
    for one, other in ((_SELLING, _BUYING), (_BUYING, _SELLING)):
        if asked & one and not asked & other and told in other:
            return f'it tells by whom it was "{told}"'
    return ""


def _of_the_main_clause(
    question: Question, ranked: RankedSentence, analysis: Analysis, low: int
) -> str:
    """Return what a participle that begins a sentence tells of ("*Designed by Karl Voss*, the
    bridge has five arches"), where one asks of something that the sentence does not name."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    comma = tags.find(",", low)
    if tags[:1] not in ("K", "V") or norms[1:2] != ("by",) or comma < 0:
        return ""
    subject = next((n for n in range(comma + 1, len(tags)) if tags[n] in "NE"), -1)
    if subject < 0 or subject > comma + _NEAR or any(m.token == subject for m in ranked.matches):
        return ""
    met = {match.term for match in ranked.matches}
    nouns = {n for n, t in enumerate(question.terms) if t.role in ("noun", "name", "focus")}
    return f'it is said of "{norms[subject]}"' if nouns and not nouns & met else ""


def _first_of_some(question: Question, analysis: Analysis) -> str:
    """Return that a sentence tells of the first woman or the like, where one asks who was the first
    of all."""
    asked = {token.norm for token in question.tokens}
    norms = analysis.tagged.norms
    at = norms.index("first") if "first" in norms and "first" in asked else -1
    after = norms[at + 1] if 0 <= at < len(norms) - 1 else ""
    return f'it tells of the first "{after}"' if after in _SOME and not asked & _SOME else ""


def _denied_doer(question: Question, analysis: Analysis, low: int) -> str:
    """Return that an answer stands after the "by" of a verb that is denied ("fines are *never* paid
    by the company"), where one asks who does it; "" elsewhere."""
    norms = analysis.tagged.norms
    by = next((n for n in range(low - 1, max(-1, low - 4), -1) if norms[n] == "by"), -1)
    if (
        by < 1
        or norms[by - 1] == "but"
        or not NEGATIONS.isdisjoint(token.norm for token in question.tokens)
    ):
        return ""
    denied = next((n for n in range(by - 1, max(-1, by - _NEAR), -1) if norms[n] in NEGATIONS), -1)
    return f'it says "{norms[denied]}" of that' if denied >= 0 else ""


def _no_doer(question: Question, ranked: RankedSentence, analysis: Analysis, low: int) -> str:
    """Return that an answer stands after a preposition with a verb in the passive, where one asks
    who does it: "stolen *from the museum*"."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    first = question.terms[0] if question.terms else None
    if first is None or first.token != 1 or first.role not in ("verb", "other"):
        return ""
    verb = next((m.token for m in ranked.matches if m.term == 0), -1)
    # "The arena, *built* for 38 million"
    done = verb > 0 and tags[verb] == "K" and tags[verb - 1] in ",("
    if verb < 0 or verb > low or not (done or is_passive(tags, norms, verb)):
        return ""
    at = low - 1
    while at > verb and tags[at] in "DJNE":
        at -= 1
    if tags[at] not in "PT" or "by" in norms[verb + 1 : low]:
        return ""
    if norms[at] == "to" and question.terms[0].word not in _GIVING and norms[verb] in _GIVING:
        return ""  # who bought it: "was sold *to Tom Ray*"
    # In another clause not even "of" tells it: "not read until 1931, are kept in the library of X".
    beyond = any(tag in ",;:" for tag in tags[verb:low])
    if not beyond and (norms[at] in _DOERS or norms[verb + 1] in _DOERS or "W" in tags[verb:low]):
        return ""
    return f'"{norms[at]}" does not tell who does it'


def _undone_by_anybody(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return that a sentence has the verb by which one asks who did something only in the passive,
    with nobody who did it ("the trip to Rome *was cancelled*": who cancelled it?)."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    first = question.terms[0] if question.terms else None
    if first is None or first.token != 1 or first.role != "verb":
        return ""
    verb = next((m.token for m in ranked.matches if m.term == 0), -1)
    if verb < 1 or tags[verb] != "K" or "by" in norms or "W" in tags or ":" in tags:
        return ""
    before = verb - 1 - (tags[verb - 1] == "R")
    if norms[before] not in BE or norms[verb + 1 : verb + 2] not in ((), (".",)):
        return ""
    return f'nobody is said to have "{norms[verb]}" it'


def _not_in_turn(question: Question, ranked: RankedSentence) -> str:
    """Return that one asks who came before or after somebody whom a sentence names without saying
    so."""
    tokens = question.tokens
    named = {term.token: n for n, term in enumerate(question.terms) if term.role == "name"}
    met = {match.term for match in ranked.matches if match.how in BY_FORM}
    if not _IN_TURN.isdisjoint(token.norm for token in ranked.tokens):
        return ""
    for at, token in enumerate(tokens[:-1]):
        if token.norm in _ORDER and named.get(at + 1, -1) in met:
            return f'nobody is said to be "{token.norm} {tokens[at + 1].text}"'
    return ""


def _clauses(tags: str) -> list[tuple[int, int]]:
    """Return begin and end (tokens) of the clauses that have a subject of their own."""
    bounds = [0]
    for match in _NEW_CLAUSE.finditer(tags):
        if not VERB_TAGS.isdisjoint(tags[bounds[-1] : match.start()]):
            bounds.append(match.end())
    return list(zip(bounds, [*bounds[1:], len(tags)], strict=True))


def _of_a_rival(question: Question, ranked: RankedSentence, analysis: Analysis, low: int) -> str:
    """Return what a value is told of that stands in another clause than the name or number asked
    about: one with a subject of its own, which has another name or number."""
    tags = analysis.tagged.tags
    clauses = _clauses(tags)
    if len(clauses) < 2:
        return ""
    tokens = ranked.tokens
    asked = {token.stem for token in question.tokens}
    keys = {
        tokens[match.token].stem
        for match in ranked.matches
        if match.how in BY_FORM and question.terms[match.term].role in ("name", "number")
    }
    if not keys:
        return ""
    start, end = next((c for c in clauses if c[0] <= low < c[1]), (0, 0))
    inside = {token.stem for token in tokens[start:end]}
    if not end or keys & inside or any(tag == "O" for tag in tags[start:end]):
        return ""
    stop = start
    while stop < end and tags[stop] not in VERB_TAGS and tags[stop] not in ",:(":
        stop += 1
    if low < stop:
        return ""
    subject = range(start, stop)
    rivals = [at for at in subject if tags[at] == "E" or (tags[at] == "#" and at > start)]
    if not rivals or any(tokens[at].stem in asked for at in rivals):
        return ""
    if all(tags[at] == "#" for at in rivals) and tokens[rivals[0] - 1].stem not in asked:
        return ""
    first, last = rivals[0], rivals[-1]
    text = ranked.sentence.text[tokens[first].start : tokens[last].end]
    return f'it is told of "{text}"'


def _of_a_relative(
    question: Question, ranked: RankedSentence, analysis: Analysis, low: int, high: int
) -> str:
    """Return what a value is told of that stands in a relative clause: another deed than the one
    asked about, which stands before it, or another name than the one asked about."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    tokens = ranked.tokens
    start = max((at for at in range(1, low) if tags[at] == "W" and tags[at - 1] == ","), default=0)
    if not start or any(tag in ",;:" for tag in tags[start:low]):
        return ""
    end = next((at for at in range(high, len(tags)) if tags[at] in ",;."), len(tags))
    held = [match for match in ranked.matches if not low <= match.token < high]
    terms = question.terms
    verbs = {n for n, term in enumerate(terms) if term.role == "verb" and not term.light}
    within = [match for match in held if start < match.token < end]
    if not within:
        told = [at for at in range(start, low) if tags[at] in _VERBS]
        deeds = [m for m in held if m.term in verbs and m.token < start and m.how in BY_FORM]
        if told and deeds and not any(norms[at] in _HAPPENING for at in told):
            return f'it is told of "{tokens[told[-1]].text}"'
        return ""
    keys = [m.token for m in held if terms[m.term].role == "name" and m.token < start]
    if not keys or not any(match.term in verbs for match in within):
        return ""
    asked = {token.stem for token in question.tokens}
    for match in _ANOTHER.finditer(tags, max(keys) + 1, start):
        first, last = match.span("name")
        if not any(token.stem in asked for token in tokens[first:last]):
            return f'it is told of "{tokens[first].text}"'
    return ""


def _of_the_one_before(
    question: Question, ranked: RankedSentence, analysis: Analysis, low: int, high: int
) -> str:
    """Return what a value is told of that stands with a participle between commas: a name right
    before it, where what is asked about stands elsewhere ("the school merged with the Institute of
    Arts, *founded in 1896*"), or any name before it, where that stands behind it ("the Church of
    Ann, *consecrated in 1912*, the mosque of Ali")."""
    tags = analysis.tagged.tags
    start = low
    while start > 0 and tags[start - 1] not in ",;:(":
        start -= 1
    if tags[start] != "K" or tags[start - 1 : start] != "," or tags[high : high + 1] != ",":
        return ""
    roles = [term.role for term in question.terms]
    held = [
        m.token
        for m in ranked.matches
        if not low <= m.token < high and m.how in BY_FORM and roles[m.term] != "verb"
    ]
    end = max((at + 1 for at in range(start - 1) if tags[at] == "E"), default=0)
    begin = end
    while begin > 0 and (
        tags[begin - 1] in "EN-" or analysis.tagged.norms[begin - 1] in ("of", "the")
    ):
        begin -= 1
    begin += tags[begin] == "D"
    if begin > 1 and tags[begin - 1] in "PT" and begin - 2 in held:
        return ""  # "the harbour *at Elmo*, opened in 1958"
    strange = any(tags[at] == "E" and at not in held for at in range(begin, end))
    elsewhere = any(not begin <= at < end for at in held)
    if (
        not held
        or not end
        or not (min(held) >= high or (end == start - 1 and strange and elsewhere))
    ):
        return ""
    first, last = ranked.tokens[begin], ranked.tokens[end - 1]
    return f'it is told of "{ranked.sentence.text[first.start : last.end]}"'
