"""The general English lexicon: relatives, base forms, parts of speech and kinds of words.

A read-only SQLite file, looked up and not loaded. Made from WordNet 3.0 (Miller 1995; Fellbaum
1998) by ``tools/build_lexicon.py``, which says how each weight comes about.
"""

import os
import sqlite3
import threading
import weakref
from functools import lru_cache
from operator import itemgetter
from typing import Literal, NamedTuple

from hegang_qa.errors import SourceError
from hegang_qa.resources import data_path
from hegang_qa.text.inflections import inflects, regular_bases, respelled_bases
from hegang_qa.text.known_words import TABLES, KnownWords
from hegang_qa.text.misspellings import nearest_word
from hegang_qa.text.tokens import fold
from hegang_qa.text.words import FUNCTION_WORDS

__all__ = ["Lexicon", "Relation", "RelationKind"]

RelationKind = Literal[
    "synonym", "derivation", "hypernym", "hyponym", "antonym", "demonym", "measure"
]

_KINDS: dict[str, RelationKind] = {
    "s": "synonym",
    "d": "derivation",
    "h": "hypernym",
    "o": "hyponym",
    "a": "antonym",
    "m": "demonym",
    "u": "measure",
}
_POS = {"n": "noun", "v": "verb", "a": "adjective", "r": "adverb"}

_ONE_FORM = 0.3

_WORD, _IRREGULAR, _KINDRED, _THESAURUS = range(len(TABLES))


class Relation(NamedTuple):
    """A word near another: how it is related, and how near (0..1, 1 for the same thing)."""

    word: str
    kind: RelationKind
    weight: float


class _Entry(NamedTuple):
    form: str
    pos: str
    senses: bytes
    classes: str
    related: str
    parts: str
    verbs: bytes


class Lexicon:
    """Looks words up; any number of threads may share one.

    Words are taken folded or not, in any inflection, one word or several with blanks between. An
    unknown word has no relatives, no classes and no parts of speech.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._db: sqlite3.Connection | None = None
        self._lock = threading.Lock()
        self._above: bytes | None = None
        self._further: dict[int, list[int]] = {}
        self._names: tuple[str, ...] = ()
        self._may_hold = KnownWords(path).may_hold
        # Caches of the instance, so that a closed lexicon is not kept alive by them.
        self._entry = lru_cache(maxsize=16384)(self._read_entry)
        self.lemmas = lru_cache(maxsize=16384)(self._lemmas)
        self.related = lru_cache(maxsize=8192)(self._related)
        self.spelled_like = lru_cache(maxsize=1024)(self._spelled_like)
        self.parts_of_speech = lru_cache(maxsize=8192)(self._parts_of_speech)
        self.classes = lru_cache(maxsize=8192)(self._classes)
        self.is_a = lru_cache(maxsize=8192)(self._is_a)
        self._deeds = lru_cache(maxsize=8192)(self._read_deeds)
        self.kindred = lru_cache(maxsize=4096)(self._kindred)
        self.said_otherwise = lru_cache(maxsize=4096)(self._said_otherwise)

    @classmethod
    def open(cls, path: str | None = None) -> "Lexicon":
        """Return the lexicon of a file (by default the shipped one, which all share that are in
        use); the file is opened on the first look-up. Raises SourceError when there is none."""
        chosen = path or data_path("lexicon.sqlite")
        if not os.path.isfile(chosen):
            raise SourceError(
                f"the lexicon is missing: {chosen}",
                path=chosen,
                hint="install the package again, or run tools/build_lexicon.py",
            )
        if path is not None:
            return cls(chosen)
        # Engines that come and go would each keep two files open until they are collected. A
        # connection must not be used by a forked process.
        key = chosen, os.getpid()
        shared = _shipped.get(key)
        return shared if shared is not None else _shipped.setdefault(key, cls(chosen))

    def _connect(self) -> sqlite3.Connection:
        if self._db is None:
            # The three characters that mean something in SQLite's file URLs, escaped by hand:
            # urllib would take 23 ms to import.
            url = os.path.abspath(self._path).replace("\\", "/")
            url = url.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
            url = url if url.startswith("/") else "/" + url
            # One connection under one lock: sharing it is safe, and a look-up takes microseconds.
            self._db = sqlite3.connect(
                f"file:{url}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
        return self._db

    def _row(self, query: str, key: str) -> tuple[str | bytes | None, ...] | None:
        rows = self._rows(query, key)
        return rows[0] if rows else None

    def _rows(self, query: str, *values: str | int) -> list[tuple[str | bytes | None, ...]]:
        with self._lock:
            try:
                rows = self._connect().execute(query, values).fetchall()
            except sqlite3.DatabaseError as error:
                raise SourceError(
                    f"the lexicon is damaged: {self._path} ({error})",
                    path=self._path,
                    hint="install the package again, or run tools/build_lexicon.py",
                ) from error
        return rows

    def _row_of(self, form: str, table: int, query: str) -> tuple[str | bytes | None, ...] | None:
        """Return what a table (its number) has of a word, None where it has nothing."""
        return self._row(query, form) if self._may_hold(form, table) else None

    def _read_entry(self, form: str) -> _Entry | None:
        query = "SELECT pos, senses, classes, related, parts, verbs FROM word WHERE form = ?"
        row = self._row_of(form, _WORD, query)
        if row is None:
            return None
        pos, senses, classes, related, parts, verbs = row
        return _Entry(
            form,
            str(pos) if pos else "n1",
            senses if isinstance(senses, bytes) else b"",
            str(classes or ""),
            str(related or ""),
            str(parts or ""),
            verbs if isinstance(verbs, bytes) else b"",
        )

    def __contains__(self, word: str) -> bool:
        return bool(self.lemmas(word))

    def _lemmas(self, word: str) -> tuple[str, ...]:
        """Return the base forms that `word` may be an inflection of, likeliest first.

        "found" gives ("find", "found"); an unknown word gives ().
        """
        form = fold(word).strip()
        if not form or not form[0].isalpha():
            return ()
        found: list[str] = []
        row = self._row_of(form, _IRREGULAR, "SELECT lemmas FROM irregular WHERE form = ?")
        if row is not None:
            found.extend(lemma for lemma in str(row[0]).split(",") if self._entry(lemma))
        if self._entry(form):
            found.append(form)
        if form not in FUNCTION_WORDS:
            found.extend(lemma for lemma in regular_bases(form, self._entry) if lemma not in found)
        if not found:
            found.extend(respelled_bases(form, self._entry))
        if len(found) > 1:
            found.sort(key=lambda lemma: -self._count(lemma, form))
        return tuple(found)

    def _spelled_like(self, word: str) -> tuple[str, float] | None:
        """Return the word of English that `word` is likeliest a misspelling of, with similarity
        0..1 (`hegang_qa.text.spelling`); None where none is near, and for a word that is known.

        An inflection is not listed, so the word without its ending is tried as well.
        """
        form = fold(word).strip()
        if not form.isalpha() or self.lemmas(form):
            return None
        return nearest_word(form, self._beginning, self._often)

    def _beginning(self, letters: str, size: int, errors: int) -> list[str]:
        """Return the words that begin so, of a length within some errors of `size`."""
        query = (
            "SELECT form FROM word WHERE form >= ? AND form < ? AND length(form) BETWEEN ? AND ?"
        )
        bounds = (size - errors, size + errors)
        rows = self._rows(query, letters, letters + "\U0010ffff", *bounds)
        return [form for (form,) in rows if isinstance(form, str) and form.isalpha()]

    def _often(self, word: str) -> float:
        """Return how often a word was tagged in any of its forms."""
        return self._count(word, word)

    def _count(self, lemma: str, form: str) -> float:
        """Return how often `lemma` was tagged, as a part of speech that `form` can be."""
        return sum(count for _, count in self._counts(lemma, form))

    def _counts(self, lemma: str, form: str) -> list[tuple[str, float]]:
        entry = self._entry(lemma)
        counts = _counts(entry.pos) if entry is not None else ()
        if lemma == form:
            return list(counts)
        # Counts are of all inflections together; a single one has about this part of them.
        return [(name, _ONE_FORM * count) for name, count in counts if inflects(form, name)]

    def _related(self, word: str) -> tuple[Relation, ...]:
        """Return the words nearest to `word`, best first, at most some forty."""
        found: dict[tuple[str, RelationKind], float] = {}
        lemmas = self.lemmas(word)
        for rank, lemma in enumerate(lemmas):
            entry = self._entry(lemma)
            if entry is None:
                continue
            # An inflection of several words: the first is the likeliest.
            part = 1.0 if rank == 0 else 0.8
            for item in entry.related.split("|") if entry.related else ():
                other = item[2:]
                if other in lemmas:
                    continue
                key = (other, _KINDS[item[0]])
                weight = part * int(item[1], 36) / 35
                if found.get(key, -1.0) < weight:
                    found[key] = weight
        ranked = [(-round(weight, 3), other, kind) for (other, kind), weight in found.items()]
        ranked.sort(key=itemgetter(0, 1))
        new = tuple.__new__  # as the class would do it, in a third of the time
        return tuple([new(Relation, (other, kind, -weight)) for weight, other, kind in ranked])

    def _kindred(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return words that are used of the same matters as `word`, nearest first, each with a
        cosine (.55 to 1). They need not mean the same; opposites are left out."""
        lemmas = self.lemmas(word)
        found: dict[str, float] = {}
        for lemma in dict.fromkeys((fold(word).strip(), *lemmas[:1])):
            row = self._row_of(lemma, _KINDRED, "SELECT near FROM kindred WHERE form = ?")
            for item in str(row[0]).split("|") if row is not None else ():
                other, cosine = item[2:], int(item[:2]) / 100
                if other not in lemmas:
                    found[other] = max(cosine, found.get(other, 0.0))
        return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def _said_otherwise(self, word: str) -> tuple[tuple[str, bool], ...]:
        """Return the words that documents have in place of an everyday word, best first, each with
        whether it says the same; the others are narrower, broader or closely tied to it.

        What a word has by itself is all: parking is no park.
        """
        form, lemmas = fold(word).strip(), self.lemmas(word)
        found: dict[str, bool] = {}
        # Of "dirs" no dictionary knows the singular.
        clipped = (form[:-1],) if form.endswith("s") and not lemmas[1:] else ()
        for lemma in dict.fromkeys((form, *lemmas[:2], *clipped)):
            row = self._row_of(lemma, _THESAURUS, "SELECT said FROM thesaurus WHERE form = ?")
            if row is None:
                continue
            same, _, near = str(row[0]).partition(";")
            for words, is_same in ((same, True), (near, False)):
                for other in words.split("|") if words else ():
                    if other not in lemmas and other != form:
                        found.setdefault(other, is_same)
            if lemma == form:
                break
        return tuple(sorted(found.items(), key=lambda item: not item[1]))

    def _parts_of_speech(self, word: str) -> dict[str, float]:
        """Return the shares of "noun", "verb", "adjective" and "adverb", adding up to 1.

        Do not change the dictionary: it is shared.
        """
        shares: dict[str, float] = {}
        form = fold(word).strip()
        for lemma in self.lemmas(word):
            for name, count in self._counts(lemma, form):
                shares[name] = shares.get(name, 0.0) + count
        total = sum(shares.values())
        return {name: share / total for name, share in shares.items()} if total else {}

    def _classes(self, word: str) -> tuple[str, ...]:
        """Return ids of `hegang_qa.answer_types` that the noun `word` may be, likeliest first."""
        found: list[str] = []
        for lemma in self.lemmas(word):
            entry = self._entry(lemma)
            if entry is not None:
                for letter in entry.classes:
                    name = self._class_names()[ord(letter) - ord("A")]
                    if name not in found:
                        found.append(name)
        return tuple(found)

    def same_deed(self, one: str, other: str) -> bool:
        """Return whether two verbs have a sense in common, however rare ("strike" and "discover":
        to come upon)."""
        return not self._deeds(one).isdisjoint(self._deeds(other))

    def _read_deeds(self, word: str) -> frozenset[int]:
        """Return the verb senses of a word."""
        return frozenset(
            sense
            for lemma in self.lemmas(word)
            if (entry := self._entry(lemma)) is not None
            for sense in _numbers(entry.verbs)
        )

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the two words of a closed compound ("riverbed": "river", "bed"), else ()."""
        for lemma in self.lemmas(word):
            entry = self._entry(lemma)
            if entry is not None and entry.parts:
                return tuple(entry.parts.split(" "))
        return ()

    def _class_names(self) -> tuple[str, ...]:
        if not self._names:
            row = self._row("SELECT data FROM part WHERE name = ?", "classes")
            if row is not None and isinstance(row[0], bytes):
                self._names = tuple(row[0].decode().split())
        return self._names

    def _is_a(self, word: str, ancestor: str) -> bool:
        """Return whether a common sense of the noun `word` is a kind (or an instance) of a common
        sense of the noun `ancestor`; a word is a kind of itself."""
        goals: set[int] = set()
        for lemma in self.lemmas(ancestor):
            goals.update(self._senses(lemma)[:2])
        if not goals:
            return False
        level = [sense for lemma in self.lemmas(word) for sense in self._senses(lemma)]
        seen: set[int] = set()
        above = self._hypernyms()
        while level:
            sense = level.pop()
            if sense in goals:
                return True
            if sense in seen or not sense:
                continue
            seen.add(sense)
            level.append(int.from_bytes(above[3 * sense : 3 * sense + 3], "big"))
            level.extend(self._further.get(sense, ()))
        return False

    def _senses(self, lemma: str) -> list[int]:
        entry = self._entry(lemma)
        return _numbers(entry.senses) if entry is not None else []

    def _hypernyms(self) -> bytes:
        if self._above is None:
            further = self._row("SELECT data FROM part WHERE name = ?", "above-further")
            data = further[0] if further is not None else b""
            if isinstance(data, bytes):
                pairs: dict[int, list[int]] = {}
                for at in range(0, len(data), 6):
                    child = int.from_bytes(data[at : at + 3], "big")
                    pairs.setdefault(child, []).append(int.from_bytes(data[at + 3 : at + 6], "big"))
                self._further = pairs
            first = self._row("SELECT data FROM part WHERE name = ?", "above")
            self._above = first[0] if first is not None and isinstance(first[0], bytes) else b""
        return self._above


_shipped: weakref.WeakValueDictionary[tuple[str, int], Lexicon] = weakref.WeakValueDictionary()


def _numbers(data: bytes) -> list[int]:
    """Read numbers of three bytes each."""
    return [int.from_bytes(data[at : at + 3], "big") for at in range(0, len(data), 3)]


@lru_cache(maxsize=2048)
def _counts(pos: str) -> tuple[tuple[str, float], ...]:
    """Read "n32a68" as the counts of noun and adjective."""
    found: list[tuple[str, float]] = []
    digits, kind = "", ""
    for char in pos + "n":
        if char.isdigit():
            digits += char
            continue
        if kind:
            found.append((_POS[kind], float(digits)))
        kind, digits = char, ""
    return tuple(found)
