"""Tell the part of speech of each token: one letter a token, quickly, without a model.

The letters: ``D`` determiner, ``P`` preposition, ``T`` "to", ``C`` conjunction between equals,
``B`` subordinating conjunction, ``N`` noun, ``E`` name (capitals), ``V`` verb, ``G`` form in -ing,
``K`` past participle or past tense in -ed, ``J`` adjective, ``R`` adverb, ``#`` number, ``O``
pronoun, ``W`` relative or question word, ``X`` auxiliary or copula, ``M`` modal, ``S`` possessive,
``H`` Han. Marks keep a letter of their own: ``, . ; : ( ) " - % $ / *``.

Closed classes are listed; open ones come from the lexicon's shares, endings and the neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from hegang_qa.text.tokens import Token
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["VERB_TAGS", "PartsOfSpeech", "Tagger", "tagger"]

VERB_TAGS = frozenset("VKXM")
"""The letters of words by which a clause may have its verb."""


class PartsOfSpeech(Protocol):
    """What the tagger needs of a lexicon."""

    def parts_of_speech(self, word: str) -> dict[str, float]:
        """Return the shares of "noun", "verb", "adjective" and "adverb" of a word."""
        ...

    def __hash__(self) -> int: ...


_CLOSED_CLASSES = {
    "D": "the a an this these those its their his her my our your each every some any no all both"
    " another either neither such many few several most much whose various certain",
    "P": "of in on at by for with from into onto upon over under through throughout during between"
    " among amongst against about across along around near beside besides behind beyond below above"
    " beneath within without towards toward via per despite except off out up down inside outside"
    " like unlike amid versus past concerning regarding including following excluding until till",
    "T": "to",
    "C": "and or nor but & plus",
    "B": "because since although though while whereas if unless as than whether once after before"
    " lest",
    "O": "i you he she it we they me him us them himself herself itself themselves myself yourself"
    " ourselves one's someone anyone everyone nobody something anything everything nothing there"
    " mine yours hers ours theirs ones oneself",
    "W": "who whom which what where when why how that whoever whatever wherever whenever",
    "X": "is are was were be been being am has have had having do does did done isn't aren't wasn't"
    " weren't hasn't haven't hadn't don't doesn't didn't",
    "M": "can could will would shall should may might must cannot can't won't wouldn't shouldn't"
    " couldn't mustn't",
    "R": "not also very too quite rather almost nearly approximately roughly about only just even"
    " still yet already often always never sometimes usually then thus therefore however hence"
    " instead again now here soon later ago perhaps maybe once twice far well more less least",
}
_CLOSED = {word: tag for tag, words in _CLOSED_CLASSES.items() for word in words.split()}

_MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    ".": ".",
    "!": ".",
    "?": ".",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    '"': '"',
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "-": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "%": "%",
    "‰": "%",
    "$": "$",
    "€": "$",
    "£": "$",
    "¥": "$",
    "₹": "$",
    "/": "/",
    "&": "C",
    "|": ";",
    "·": ";",
    "•": ";",
}

# Endings that settle an unknown word, longest first (Brill's tagger learns the same ones:
# "A simple rule-based part of speech tagger", 1992).
_ENDINGS = (
    ("ness", "N"),
    ("ment", "N"),
    ("tion", "N"),
    ("sion", "N"),
    ("ship", "N"),
    ("ism", "N"),
    ("ity", "N"),
    ("ist", "N"),
    ("ance", "N"),
    ("ence", "N"),
    ("ous", "J"),
    ("ful", "J"),
    ("ive", "J"),
    ("ible", "J"),
    ("able", "J"),
    ("ical", "J"),
    ("less", "J"),
    ("ish", "J"),
    ("ly", "R"),
    ("ing", "G"),
    ("ed", "K"),
)
_LETTERS = (("noun", "N"), ("verb", "V"), ("adjective", "J"), ("adverb", "R"))

# Participles and past tenses that do not end in -ed, so common that a list pays.
_IRREGULAR = frozenset(
    "made held found built known born given taken seen written won lost led left kept told sold"
    " sent spent brought bought thought taught caught fought sought set put cut let hit run become"
    " began begun came went gone grew grown knew wrote took gave saw fell fallen rose risen chosen"
    " chose broken broke spoken driven drawn drew shown worn torn thrown threw flown flew met paid"
    " laid lay lain stood understood sat won bound wound ground meant felt dealt slept swept fed"
    " bred fled heard read spread shot shut cast lent bent dug hung sung sang sunk drunk stolen"
    " frozen woven sworn shed split struck stuck swung beaten beat bitten eaten ate hidden"
    " forbidden ridden sewn proven overthrown undergone withdrawn retained".split()
)


# Short forms before a name, written with a point.
_SHORT_NAMES = frozenset(
    "st mt ft mr mrs ms dr jr sr prof gen col lt capt rev hon gov sen no".split()
)


class Tagger:
    """Tags tokens with the help of a lexicon; keeps what it looked up."""

    def __init__(self, lexicon: PartsOfSpeech | None) -> None:
        self._lexicon = lexicon
        self._open: dict[str, str] = {}

    def word_class(self, norm: str) -> str:
        """Return the letters an open-class word can have, likeliest first."""
        known = self._open.get(norm)
        if known is None:
            if len(self._open) > 50_000:
                self._open.clear()
            known = self._open[norm] = self._look_up(norm)
        return known

    def _look_up(self, norm: str) -> str:
        shares = self._lexicon.parts_of_speech(norm) if self._lexicon is not None else {}
        letters = [
            letter
            for share, letter in sorted(
                ((shares.get(name, 0.0), letter) for name, letter in _LETTERS), reverse=True
            )
            if share >= 0.08
        ]
        if norm in _IRREGULAR:
            letters = ["K", *(x for x in letters if x != "V")]
        elif len(norm) > 3 and norm.endswith("ed") and (not letters or letters[0] in "VJ"):
            letters = ["K", *(x for x in letters if x not in "V")]
        elif len(norm) > 4 and norm.endswith("ing") and (not letters or letters[0] in "VN"):
            letters = ["G", *(x for x in letters if x != "V")]
        if letters:
            return "".join(letters)
        for ending, letter in _ENDINGS:
            if norm.endswith(ending) and len(norm) > len(ending) + 1:
                return letter
        return "N"

    def tag(self, tokens: Sequence[Token]) -> str:
        """Return one letter for each token."""
        tags: list[str] = []
        count = len(tokens)
        last = " "
        for position in range(count):
            letter = self._letter(tokens, position, count, last)
            tags.append(letter)
            last = letter
        return self._mend(tokens, tags)

    def _letter(self, tokens: Sequence[Token], position: int, count: int, last: str) -> str:
        _, _, _, norm, _, kind = token = tokens[position]
        if kind == "number":
            return "#"
        if kind == "mark":
            if norm == "." and position + 1 < count and last in "E#N":
                # A point within a name ("St. John", "J. S. Bach") or a word ("config.yaml").
                following = tokens[position + 1]
                before = tokens[position - 1]
                if following.start == token.end and before.end == token.start:
                    return "-"
                if (
                    last == "E"
                    and len(before.text) <= 3
                    and (len(before.text) == 1 or before.norm in _SHORT_NAMES)
                    and following.text[:1].isupper()
                ):
                    return "-"
            return _MARKS.get(norm, '"' if norm == "'" else "*")
        if kind == "han":
            return "H"
        closed = _CLOSED.get(norm)
        text = token.text
        capital = text[0].isupper()
        numbered = last == ")" and position < 4 and tokens[position - 2].kind == "number"
        numbered = numbered or (last == "#" and position == 1)  # a footnote: "2 Largely unused"
        first = last in " .:" or (last in '("' and position < 2) or numbered
        if closed is not None and not (
            capital and len(text) > 1 and not first and closed in "NEJR"
        ):
            if norm in ("us", "it", "may") and capital and not first:
                return "E"
            if len(text) == 1 and capital and norm == "a" and last not in " .:":
                return "E"
            return "N" if norm == "am" and last == "#" else closed
        if norm == "'s":
            return "S"
        if norm in NUMBER_WORDS and norm != "score" and not (capital and not first):
            if norm == "one" and last == "J" and position + 1 < count:
                after = tokens[position + 1]
                if after.kind == "number" or after.norm in NUMBER_WORDS or after.norm in _CLOSED:
                    return "N"  # "the small one 5 euros, the large one 8"
            return "#"
        if capital:
            if not first:
                return "E"
            classes = self.word_class(norm)
            if position + 1 < count:
                after = tokens[position + 1]
                if after.kind == "word" and after.text[0].isupper():
                    return "E"
            if self._lexicon is not None and not self._lexicon.parts_of_speech(norm):
                if classes[0] in "RG" and len(norm) > 5:
                    return classes[0]
                return "E"
            return classes[0]
        classes = self.word_class(norm)
        return classes[0] if len(classes) == 1 else self._choose(classes, norm, last)

    @staticmethod
    def _choose(classes: str, norm: str, last: str) -> str:
        """Return the letter that the word before speaks for, of those a word can have."""
        best = classes[0]
        if last in "TM":
            return "V" if "V" in classes else best
        if last in "DSJ#" and best in "VKGR":
            if best == "V":
                return "N" if "N" in classes else "J" if "J" in classes else best
            return best
        if last == "P" and best == "V":
            return "N" if "N" in classes else best
        if last in "OW" and "V" in classes and best == "N":
            return "V"
        if last in "NE" and best == "N" and "V" in classes and norm.endswith("s"):
            # "the firm makes"; but "the oil prices" is as likely, so only clear verbs.
            return (
                "V"
                if classes.index("V") == 1 and len(classes) == 2 and norm in _VERBS_IN_S
                else best
            )
        return best

    def _mend(self, tokens: Sequence[Token], tags: list[str]) -> str:
        """Return the letters after a second look, with both neighbours known."""
        end = len(tags) - 1
        for i, tag in enumerate(tags):
            before = tags[i - 1] if i else " "
            after = tags[i + 1] if i < end else " "
            if tokens[i].norm in _NAMES_TOO and after in "TXMS" and tokens[i].text.istitle():
                tags[i] = "E"  # "Bob to call the plumber", "Will has the key"
            elif tag == "K" and after in "NE" and before in "DJPS#C,":
                tags[i] = "J" if before != "," else tag
            elif tag == "G" and after in "NE" and before in "DJS#":
                tags[i] = "J"
            elif (
                tag == "N"
                and before == "#"
                and i > 1
                and tags[i - 2] in "NE"
                and after in "PTDR"
                and tokens[i].norm.endswith("s")
                and "V" in self.word_class(tokens[i].norm)
            ):
                tags[i] = "V"  # "bus 64 runs from"
            elif tag == "G" and before in "DSJ":
                tags[i] = "N"
            elif (
                tag == "V"
                and after == "X"
                and before in "CNEJ,"
                and tokens[i + 1].norm in _OF_SEVERAL
                and tokens[i].norm.endswith("s")
                and "N" in self.word_class(tokens[i].norm)
            ):
                tags[i] = "N"  # "pads and grips are"
            elif tag == "V" and after not in 'DPTOERWBJN#"(' and before in "NE" and after == ".":
                tags[i] = "N" if "N" in self.word_class(tokens[i].norm) else tag
            elif (
                tag == "V"
                and before == ","
                and after in "NE"
                and "".join(tags[i - 3 : i - 1]) == "DJ"
            ):
                tags[i] = (
                    "J" if "J" in self.word_class(tokens[i].norm) else tag
                )  # "a fast, correct"
            elif tag == "V" and after == "K" and before in "NE":
                # "a project developed by": no verb stands before another's participle
                tags[i] = "N" if "N" in self.word_class(tokens[i].norm) else tag
            elif tag == "J" and after not in "NEJ#CKG-" and before in "DS":
                if after == "," and tags[i + 2 : i + 3] == ["J"]:
                    continue  # "a quiet, industrial town"
                if "N" in self.word_class(tokens[i].norm):
                    tags[i] = "N"
            elif tag == "W" and tokens[i].norm == "that" and after in "NJ" and before not in "NE,":
                tags[i] = "D"
            elif tag == "D" and tokens[i].norm in ("this", "these", "those", "all", "both", "most"):
                if after in "XMVP.,":
                    tags[i] = "O"
            elif tag == "S" and before in "OW":
                tags[i] = "X"
            elif tag == "R" and tokens[i].norm in ("about", "more", "less") and after == "N":
                tags[i] = "J"
            elif (
                tag == "B"
                and tokens[i].norm in ("after", "before", "since", "as")
                and after in "DNE#J"
            ):
                tags[i] = "P" if not _clause_follows(tags, i + 1) else tag
        return "".join(tags)


# First names that are verbs (or adjectives) as well; before "to", "is", "will" or "'s" with a
# capital they are names.
_NAMES_TOO = frozenset(
    "bob chuck frank grant harry hope jimmy josh mark nick pat rich rob sue wade will".split()
)
_OF_SEVERAL = frozenset(("are", "were"))
_VERBS_IN_S = frozenset(
    "contains includes becomes begins lies stands runs operates needs requires makes gives takes"
    " holds means costs weighs lasts offers provides shows allows says believes produces".split()
)


def _clause_follows(tags: Sequence[str], start: int) -> bool:
    """Return whether a finite verb comes before the clause that begins at `start` ends."""
    for tag in tags[start : start + 8]:
        if tag in "XMVK":
            return True
        if tag in ",.;:()":
            return False
    return False


@lru_cache(maxsize=8)
def tagger(lexicon: PartsOfSpeech | None) -> Tagger:
    """Return the tagger that goes with a lexicon, with its memory."""
    return Tagger(lexicon)
