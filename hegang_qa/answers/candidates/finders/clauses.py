"""Find what a clause says: reasons, manners, definitions, other names, values after a colon."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.candidates.finders.base import Found, Tagged
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.documents.patterns import lazy

__all__ = ["clause_end", "find_clauses"]

_REASON_CUES = (
    ("as", "a", "result", "of"),
    ("as", "a", "consequence", "of"),
    ("in", "order", "to"),
    ("on", "account", "of"),
    ("because", "of"),
    ("due", "to"),
    ("owing", "to"),
    ("thanks", "to"),
    ("so", "that"),
    ("in", "response", "to"),
    ("because",),
    ("since",),
    ("as",),
    ("given", "that"),
    ("for", "the", "sake", "of"),
    ("to", "avoid"),
    ("to", "prevent"),
    ("caused", "by"),
)
# These give a reason only where a clause follows: "as far as the lake", "since 1999" tell none.
_WITH_CLAUSE = (("since",), ("as",))
_ALIAS_CUES = (
    ("also", "known", "as"),
    ("better", "known", "as"),
    ("commonly", "known", "as"),
    ("formerly", "known", "as"),
    ("known", "as"),
    ("also", "called"),
    ("also", "spelled"),
    ("referred", "to", "as"),
    ("nicknamed",),
    ("called",),
    ("named",),
    ("alias",),
    ("formerly",),
    ("aka",),
    ("a.k.a",),
    ("dubbed",),
    ("titled",),
    ("entitled",),
    ("abbreviated",),
)
_DEFINING = frozenset("means mean meant denotes denote signifies describes stands".split())
# What goes on with a subject and a verb of its own: "floods, *and the monks moved* to the hill".
_ANOTHER_CLAUSE = lazy(r"C(?:D?[JNER-]*[NE]|O)R?[VXMK]")
_ASIDE = 10  # tokens
# What goes on with the verb of the main clause: "because of the frost, *and was mended*".
_BACK = lazy(r",?CX")
# Further members of a list: "of copper, *tin and zinc*", and not "of Kent, and it has ...".
_LISTED = lazy(r"(?:,D?[JNE]{1,4})+,?C(?:D?J*[NE]{1,4})(?![VXMK])")

# Further adjectives before their noun: "a small*, cold, and lonely* town".
_ADJECTIVES = lazy(r"(?:,?C?R?\*?(?:N-)?J+\*?)+[NE]")


def clause_end(tags: str, start: int) -> int:
    """Return where the clause that begins at `start` ends: at a mark outside brackets, or the end.

    A comma inside a list ("red, green and blue") does not end it.
    """
    depth = 0
    for i in range(start, len(tags)):
        tag = tags[i]
        if tag == "(":
            depth += 1
        elif tag == ")":
            if not depth:
                return i
            depth -= 1
        elif depth:
            continue
        elif (tag in ".;:" and not (tag == ":" and tags[i - 1 : i] == "#")) or (
            tag == "," and not (_list_comma(tags, i) or _is_before_adjective(tags, i))
        ):
            return i
    return len(tags)


def _is_before_adjective(tags: str, comma: int) -> bool:
    """Return whether a comma stands between two adjectives of one noun ("a *quiet, industrial*
    town")."""
    return tags[comma - 1 : comma] == "J" and bool(_ADJECTIVES.match(tags, comma))


def _past_aside(sentence: Tagged, start: int) -> int:
    """Return where a clause goes on behind whose word it is ("because, *as everybody knew,* it was
    rotten")."""
    norms = sentence.norms
    begin = start + (norms[start : start + 1] == (",",))
    if norms[begin : begin + 1] != ("as",):
        return start
    comma = next((n for n in range(begin, min(begin + _ASIDE, len(norms))) if norms[n] == ","), -1)
    return comma + 1 if comma > 0 else start


def _is_clause(tags: str, start: int) -> bool:
    """Return whether a clause with a verb begins at `start`, and is no comparison ("far as")."""
    if tags[start : start + 1] == "#":
        return False  # "since 2019 we use ..."
    if tags[start : start + 1] in ("R", "J") and tags[start + 1 : start + 2] == "B":
        return False
    return any(tag in VERB_TAGS for tag in tags[start : clause_end(tags, start)])


def _list_comma(tags: str, comma: int) -> bool:
    """Return whether "and" or another short item and "and" follow a comma within a few words."""
    if _ANOTHER_CLAUSE.match(tags, comma + 1):
        return False
    ahead = tags[comma + 1 : comma + 10]
    for tag in ahead:
        if tag == "C":
            return True
        if tag not in "DJNEG#S,-KR":
            return False
    return False


def find_clauses(sentence: Tagged) -> list[Found]:
    """Return reasons, manners, purposes, definitions, other names and values after a colon."""
    found: list[Found] = []
    norms, tags = sentence.norms, sentence.tags
    count = len(norms)
    for i, norm in enumerate(norms):
        tag = tags[i]
        if tag in "PBTKRDJVNG":
            for cue in _REASON_CUES:
                if cue[0] == norm and norms[i : i + len(cue)] == cue:
                    aside = cue == ("as",) and norms[max(0, i - 2) : i] == ("because", ",")
                    if not aside and (cue not in _WITH_CLAUSE or _is_clause(tags, i + 1)):
                        _put(found, sentence, _past_aside(sentence, i + len(cue)), "reason")
                    break
            for cue in _ALIAS_CUES:
                if cue[0] == norm and norms[i : i + len(cue)] == cue:
                    _alias(found, sentence, i + len(cue))
                    break
        if tag == "P" and norm == "by" and i + 1 < count and norms[i + 1].endswith("ing"):
            _put(found, sentence, i, "manner")
            _put(found, sentence, i + 1, "manner")
        elif tag == "T" and i + 1 < count and tags[i + 1] in "VN" and i:
            _put(found, sentence, i, "purpose")
        elif tag == "X" and norm in ("is", "are", "was", "were"):
            after = i + 1
            while after < count and tags[after] == "R":
                after += 1
            if after < count and (tags[after] in "DJN" or norms[after] == "one"):
                _define(found, sentence, after)
        elif norm in _DEFINING and i + 1 < count:
            after = i + 1 + (norms[i + 1] in ("for", "that"))
            _put(found, sentence, after, "definition")
        elif tag == "V" and norm in ("refers", "refer") and i + 2 < count and tags[i + 1] == "T":
            _put(found, sentence, i + 2, "definition")
        elif tag == "," and i + 1 < count and norms[i + 1] in ("a", "an", "the"):
            _put(found, sentence, i + 1, "description")
        elif tag == "(" and 0 < i < count - 2:
            _short_forms(found, sentence, i)
        elif i + 3 < count and _is_short(sentence.tokens[i].text) and tags[i + 1] != "(":
            _spelled_out(found, sentence, i)
        elif tag == ":" and 0 < i < count - 1 and _tells(sentence.tokens[i + 1].text):
            # What a colon in a bracket tells of ends with the bracket.
            opened, closed = tags.rfind("(", 0, i), tags.find(")", i)
            end = closed if closed > 0 and opened > tags.rfind(")", 0, i) else count
            while end > i + 1 and tags[end - 1] == ".":
                end -= 1
            if end > i + 1:
                found.append(Found(i + 1, end, "description", " ".join(norms[i + 1 : end])))
    return found


def _tells(after: str) -> bool:
    """Return whether what stands behind a colon may tell something: "9:30" and "http://" do not."""
    return not after.isdigit() and after != "/"


def _short_forms(found: list[Found], sentence: Tagged, opened: int) -> None:
    """Add "virtual private network" of "VPN (virtual private network)" as the long form, and both
    of "virtual private network (VPN)"."""
    tags, norms, tokens = sentence.tags, sentence.norms, sentence.tokens
    closed = tags.find(")", opened)
    if closed < 0:
        return
    # "A DBS check (Disclosure and Barring Service)": the short form may stand before a noun.
    short_at = next(
        (at for at in (opened - 1, opened - 2) if at >= 0 and _is_short(tokens[at].text)), -1
    )
    if short_at >= 0 and _initials_fit(tokens[short_at].text, norms[opened + 1 : closed]):
        long = " ".join(norms[opened + 1 : closed])
        found.append(Found(opened + 1, closed, "expansion", long))
        found.append(Found(short_at, short_at + 1, "abbreviation", norms[short_at]))
    elif closed == opened + 2 and _is_short(tokens[opened + 1].text):
        short = tokens[opened + 1].text
        found.append(Found(opened + 1, closed, "abbreviation", norms[opened + 1]))
        for start in range(max(0, opened - 2 * len(short)), opened):
            if norms[start][0] == short[0].lower() and _initials_fit(short, norms[start:opened]):
                found.append(Found(start, opened, "expansion", " ".join(norms[start:opened])))
                break


def _spelled_out(found: list[Found], sentence: Tagged, at: int) -> None:
    """Add "virtual private network" of "VPN = virtual private network", "VPN stands for ..."."""
    norms, short = sentence.norms, sentence.tokens[at].text
    start = at + 1
    if sentence.tags[start] == '"' and sentence.tags[start + 1] == "N":
        start += 2  # 'ask for the "VPN" form, i.e. ...'
    while start < len(norms) and (norms[start] in _EXPLAINING or not norms[start][0].isalnum()):
        start += 1
    if not at + 1 < start <= at + 1 + _LONGEST_LINK:
        return
    for end in range(min(len(norms), start + 2 * len(short)), start + 1, -1):
        last = norms[end - 1]
        if last.isalnum() and last not in _SMALL and _initials_fit(short, norms[start:end]):
            found.append(Found(start, end, "expansion", " ".join(norms[start:end])))
            return


def _is_short(text: str) -> bool:
    return 2 <= len(text) <= 8 and text.isalpha() and sum(c.isupper() for c in text) >= 2


def _initials_fit(short: str, words: Sequence[str]) -> bool:
    """Return whether the letters of a short form are the first letters of words, in order; small
    words need not count. A last "s" may be that of a plural."""
    whole = short.lower()
    return _letters_fit(whole, words) or _letters_fit(whole.rstrip("s") or whole, words)


def _letters_fit(letters: str, words: Sequence[str]) -> bool:
    at = 0
    for word in words:
        if at < len(letters) and word[0] == letters[at]:
            at += 1
        elif word not in _SMALL and word.isalpha():
            return False
    return at == len(letters)


_EXPLAINING = frozenset("is means stands short for the an a i.e".split())
# Adjectives that stand behind their noun.
_BEHIND = frozenset(
    "native endemic indigenous similar adjacent close related comparable akin equal equivalent "
    "typical characteristic capable responsible suitable famous notable popular rich".split()
)
_LONGEST_LINK = 7  # tokens between a short form and what it stands for: "is short for the"
_SMALL = frozenset("of the and for in on a an to de la at by with its their his her our".split())


def _put(found: list[Found], sentence: Tagged, start: int, kind: str) -> None:
    end = clause_end(sentence.tags, start)
    if kind == "reason" and (back := _BACK.search(sentence.tags, start + 1, end)):
        end = back.start()
    if end > start:
        found.append(Found(start, end, kind, " ".join(sentence.norms[start:end])))


def _define(found: list[Found], sentence: Tagged, start: int) -> None:
    """Add what stands after a copula: the noun phrase with what belongs to it ("of", a relative
    clause) as the definition, and all of the clause as a description."""
    tags = sentence.tags
    end = clause_end(tags, start)
    if end <= start:
        return
    found.append(Found(start, end, "description", " ".join(sentence.norms[start:end])))
    short = _noun_phrase(sentence, start, end)
    if short > start + 1 and tags[short : short + 1] in ("P", "T") and tags[short - 2] in "NE":
        short -= sentence.norms[short - 1] in _BEHIND  # "a wild sheep *native* to the hills"
    while short < end - 1 and sentence.norms[short] == "of":
        longer = _noun_phrase(sentence, short + 1, end)
        if longer == short + 1:
            break
        listed = _LISTED.match(tags, longer, end)
        short = listed.end() if listed else longer
    if short < end and (tags[short] == "W" or sentence.norms[short] == "that"):
        short = end
    if short > start:
        found.append(Found(start, short, "definition", " ".join(sentence.norms[start:short])))


def _noun_phrase(sentence: Tagged, start: int, end: int) -> int:
    """Return the end of the noun phrase that begins at `start`: a participle ends it that stands
    after its noun ("a centre *run* by ...")."""
    tags = sentence.tags
    at = start
    while at < end:
        past = _past_link(sentence, at)
        if past > at:
            at = past
            continue
        if not (
            tags[at] in "DJNE#S-GKR*"
            or (tags[at : at + 2] == "VN" and at > start)
            or (tags[at] in ",C" and tags[at - 1] in "J," and _ADJECTIVES.match(tags, at))
        ):
            break
        if tags[at] in "GKR" and at > start and tags[at - 1] in "NE":
            break
        at += 1
    return min(at, end)


def _past_link(sentence: Tagged, at: int) -> int:
    """Return where a phrase goes on behind a link of Markdown that begins at a token ("a
    *[plugin](address)* for ..."), `at` where none does."""
    norms = sentence.norms
    if norms[at] != "[" or "]" not in norms[at:]:
        return at
    close = norms.index("]", at)
    if norms[close + 1 : close + 2] != ("(",) or ")" not in norms[close:]:
        return at
    return norms.index(")", close) + 1


def _alias(found: list[Found], sentence: Tagged, start: int) -> None:
    tags = sentence.tags
    end = start
    while end < len(tags) and tags[end] in 'DENJ#"C-SHG':
        if tags[end] == "C" and tags[end + 1 : end + 2] == "D":
            break  # "called North Net and the password is ..."
        end += 1
    while end > start and tags[end - 1] in 'C"-':
        end -= 1
    low = start
    while low < end and tags[low] in 'D"':
        low += 1
    if end > low:
        found.append(Found(low, end, "alias", " ".join(sentence.norms[low:end])))
