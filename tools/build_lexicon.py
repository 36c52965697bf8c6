"""Build ``hegang_qa/data/lexicon.sqlite`` from the WordNet 3.0 database files.

Usage: ``python tools/build_lexicon.py [/usr/share/wordnet] [hegang_qa/data/lexicon.sqlite]``

The database files are those of the Debian package ``wordnet-base`` (formats: wndb(5), senseidx(5),
cntlist(5)). The same input gives the same output, bit for bit. Licence: see
``hegang_qa/data/LICENSE-wordnet.txt``.

What goes in, for every one-word lemma (and for names of several words):

- how often it is tagged as each part of speech, and its common noun senses;
- its nearest relatives with a weight, far senses left out: see `relatives`;
- the answer types of its noun senses: see `lexicon_classes`;
- the parts of a closed compound: see `compound_parts`;

and beside them the hypernym of each noun synset, and the irregular forms.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from tools.lexicon_additions import KIN
from tools.lexicon_classes import class_names, classes_of

POS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
MOST_RELATIVES = 28
LEAST_WEIGHT = {"synonym": 0.12, "hypernym": 0.25, "hyponym": 0.18}

# A prior for senses that were never tagged: falls with the sense's rank.
PRIOR = 0.5


class Pointer(NamedTuple):
    """A link from a synset, or from one of its words (counted from 1; 0 for all of it)."""

    symbol: str
    target: tuple[str, int]
    source_word: int
    target_word: int


class Synset:
    """One line of a data file."""

    __slots__ = ("gloss", "key", "lexfile", "pointers", "words")

    def __init__(self, pos: str, line: str) -> None:
        body, _, gloss = line.partition(" | ")
        self.gloss = gloss.strip()
        parts = body.split()
        self.key = (pos, int(parts[0]))
        self.lexfile = int(parts[1])
        count = int(parts[3], 16)
        self.words = [parts[4 + 2 * at].split("(")[0] for at in range(count)]
        at = 4 + 2 * count
        self.pointers: list[Pointer] = []
        for _ in range(int(parts[at])):
            symbol, offset, kind, ends = parts[at + 1 : at + 5]
            at += 4
            target = ("a" if kind == "s" else kind, int(offset))
            self.pointers.append(Pointer(symbol, target, int(ends[:2], 16), int(ends[2:], 16)))


class WordNet:
    """The database in memory: synsets, the senses of each lemma in order, tag counts."""

    def __init__(self, folder: str) -> None:
        self.synsets: dict[tuple[str, int], Synset] = {}
        self.senses: dict[tuple[str, str], list[tuple[str, int]]] = {}
        for pos, name in POS.items():
            for line in _lines(folder, f"data.{name}"):
                if not line.startswith("  "):
                    synset = Synset(pos, line)
                    self.synsets[synset.key] = synset
            for line in _lines(folder, f"index.{name}"):
                if not line.startswith("  "):
                    parts = line.split()
                    offsets = parts[-int(parts[2]) :]
                    self.senses[parts[0], pos] = [(pos, int(offset)) for offset in offsets]
        self.counts: dict[tuple[str, str, int], int] = {}
        for line in _lines(folder, "cntlist.rev"):
            key, number, count = line.split()
            lemma, _, rest = key.partition("%")
            pos = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]
            self.counts[lemma, pos, int(number)] = int(count)
        self._share_counts_of_variants()
        self.irregular: dict[str, set[str]] = defaultdict(set)
        for name in POS.values():
            for line in _lines(folder, f"{name}.exc"):
                form, *lemmas = line.split()
                self.irregular[form].update(lemma for lemma in lemmas if lemma != form)
        # How often each lemma stands for each synset, as a share of all its senses.
        self.share: dict[tuple[str, tuple[str, int]], float] = {}
        self.pos_share: dict[str, dict[str, float]] = defaultdict(dict)
        self.total: dict[str, float] = {}
        self._weigh()
        # Place to adjective of the people ("France": "French"): WordNet has the other way only.
        self.demonyms: dict[str, dict[str, float]] = defaultdict(dict)
        for synset in self.synsets.values():
            for pointer in synset.pointers if synset.key[0] == "a" else ():
                target = self.synsets[pointer.target]
                if pointer.symbol == "\\" and _is_place(target, synset):
                    word = synset.words[pointer.source_word - 1].lower()
                    weight = round(0.9 * self.share[word, synset.key] ** 0.5, 2)
                    self.demonyms[target.words[pointer.target_word - 1].lower()][word] = weight

    def _share_counts_of_variants(self) -> None:
        """Give a spelling that the tagged texts lack the counts of its twin ("colour": "color")."""
        twins = {}
        for (lemma, pos), keys in self.senses.items():
            for number, key in enumerate(keys, start=1):
                for word in self.synsets[key].words:
                    if are_variants(lemma, word.lower()) and (word.lower(), pos) in self.senses:
                        there = self.senses[word.lower(), pos].index(key) + 1
                        count = self.counts.get((word.lower(), pos, there), 0)
                        if count > self.counts.get((lemma, pos, number), 0):
                            twins[lemma, pos, number] = count
        self.counts.update(twins)

    def _weigh(self) -> None:
        by_lemma: dict[str, list[tuple[str, float, tuple[str, int]]]] = defaultdict(list)
        for (lemma, pos), keys in self.senses.items():
            for number, key in enumerate(keys, start=1):
                count = self.counts.get((lemma, pos, number), 0) + PRIOR / number
                by_lemma[lemma].append((pos, count, key))
        for lemma, senses in by_lemma.items():
            total = sum(count for _, count, _ in senses)
            self.total[lemma] = total
            for pos, count, key in senses:
                self.share[lemma, key] = self.share.get((lemma, key), 0.0) + count / total
                shares = self.pos_share[lemma]
                shares[pos] = shares.get(pos, 0.0) + count / total

    def lemma(self, key: tuple[str, int], word: int) -> str:
        """Return the lemma of a word of a synset, counted from 1."""
        return self.synsets[key].words[word - 1].lower()


def _lines(folder: str, name: str) -> list[str]:
    with open(os.path.join(folder, name), encoding="ascii", errors="replace") as lines:
        return lines.read().splitlines()


# Endings and letters in which British and American spelling differ.
VARIANTS = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("re", "er"),
    ("ll", "l"),
    ("ogue", "og"),
    ("ae", "e"),
    ("oe", "e"),
    ("ence", "ense"),
    ("mme", "m"),
    ("ey", "y"),
    ("que", "ck"),
    ("que", "k"),
    ("gh", "f"),
    ("y", "i"),
    ("e", ""),
    ("-", ""),
    ("_", ""),
)


def are_variants(one: str, other: str) -> bool:
    """Tell whether two lemmas of one synset are one word in two spellings."""
    if one == other or abs(len(one) - len(other)) > 2 or len(one) < 4 or one[0] != other[0]:
        return False
    for left, right in VARIANTS:
        for a, b in ((left, right), (right, left)):
            at = one.find(a)
            while a and at > 0:
                if one[:at] + b + one[at + len(a) :] == other:
                    return True
                at = one.find(a, at + 1)
    return False


def compound_parts(net: WordNet, lemma: str) -> str | None:
    """Return "river bed" for "riverbed", None for a word that is no compound of two nouns.

    A compound names its first part in its gloss, or is a kind of its second ("carpet" is neither
    about cars nor a pet).
    """
    if not lemma.isalpha() or not 6 <= len(lemma) <= 20 or (lemma, "n") not in net.senses:
        return None
    for at in range(3, len(lemma) - 2):
        first, second = lemma[:at], lemma[at:]
        if (second, "n") not in net.senses or not (
            {(first, "n"), (first, "a")} & net.senses.keys()
        ):
            continue
        if min(net.total[first], net.total[second]) < 1.0:
            continue
        key = net.senses[lemma, "n"][0]
        words = re.findall(r"[a-z]+", net.synsets[key].gloss.lower())
        named = not lemma.endswith(tuple(ENDINGS)) and any(
            word in (first, f"{first}s", f"{first}es") for word in words
        )
        if named or _is_kind_of(net, key, set(net.senses[second, "n"][:3])):
            return f"{first} {second}"
    return None


# Nouns that are endings oftener than parts of a compound.
ENDINGS = frozenset(
    ["age", "ant", "ate", "dom", "hood", "ice", "ion", "ism", "let", "ling", "ness", "ship", "ting"]
)


def _is_kind_of(net: WordNet, key: tuple[str, int], goals: set[tuple[str, int]]) -> bool:
    level, seen = [key], {key}
    while level:
        at = level.pop()
        if at in goals:
            return True
        for pointer in net.synsets[at].pointers:
            if pointer.symbol in ("@", "@i") and pointer.target not in seen:
                seen.add(pointer.target)
                level.append(pointer.target)
    return False


def relatives(net: WordNet, lemma: str) -> list[tuple[str, str, float]]:
    """Return ``(kind, word, weight)`` of the words nearest to `lemma`, best first.

    A synonym weighs the overlap of the two words' sense distributions, ``sum sqrt(p q)``
    (Bhattacharyya 1943), so that far senses of frequent words fade. Other relations are taken at
    a fixed part of the root of the share of the sense they leave from.
    """
    found: dict[tuple[str, str], float] = defaultdict(float)
    senses = [
        (net.senses[lemma, pos][at], pos)
        for pos in POS
        if (lemma, pos) in net.senses
        for at in range(len(net.senses[lemma, pos]))
    ]

    def add(kind: str, word: str, weight: float) -> None:
        word = word.lower()
        if word != lemma and (
            "_" not in word or (net.total.get(word, 0.0) >= 1.5 and word.count("_") < 2)
        ):
            found[kind, word] += weight

    for key, pos in senses:
        synset = net.synsets[key]
        share = net.share[lemma, key]
        # Rare among the senses of its own part of speech as well as of the word: far.
        within = share / net.pos_share[lemma][pos]
        if share < 0.02 and within < 0.1:
            continue
        root = share**0.5
        for word in synset.words:
            other = net.share.get((word.lower(), key), 0.0)
            twin = are_variants(lemma, word.lower())
            add("synonym", word, 0.98 if twin else (share * other) ** 0.5)
        mine = [at for at, word in enumerate(synset.words, 1) if word.lower() == lemma]
        for pointer in synset.pointers:
            target = net.synsets[pointer.target]
            symbol = pointer.symbol
            if pointer.source_word:
                if pointer.source_word not in mine:
                    continue
                word = net.lemma(pointer.target, pointer.target_word)
                other = net.share.get((word, pointer.target), 0.0) ** 0.5
                if symbol == "!":
                    add("antonym", word, 0.5 + 0.5 * root)
                elif symbol in ("+", "<", "\\"):
                    kind = "demonym" if _is_place(target, synset) else "derivation"
                    floor = 0.55 if within > 0.2 and net.pos_share[lemma][pos] > 0.08 else 0.2
                    add(kind, word, max(floor, 0.9 * root * max(other, 0.5)))
                elif symbol == "$":
                    add("synonym", word, 0.3 * root * other)
                continue
            words = target.words[:6]
            if symbol in ("@", "@i"):
                part = 0.6 if pos == "v" else 0.5
                for word in words[:3]:
                    other = net.share.get((word.lower(), pointer.target), 0.0) ** 0.5
                    add("hypernym", word, part * root * (0.3 + 0.7 * other))
                if pos == "n":
                    for above in target.pointers:
                        if above.symbol in ("@", "@i"):
                            for word in net.synsets[above.target].words[:1]:
                                add("hypernym", word, 0.3 * root)
            elif symbol in ("~", "~i"):
                if len(target.words) and symbol == "~":
                    for word in words[:3]:
                        known = net.total.get(word.lower(), 0.0)
                        if known < 1.0:
                            continue
                        other = net.share.get((word.lower(), pointer.target), 0.0) ** 0.5
                        fame = min(1.0, 0.4 + 0.1 * known**0.5)
                        add("hyponym", word, 0.55 * root * other * fame)
            elif symbol == "=":
                for word in words[:2]:
                    add("derivation", word, 0.4 + 0.4 * root)
            elif symbol == "&":
                for word in words[:3]:
                    if net.total.get(word.lower(), 0.0) >= 1.0:
                        other = net.share.get((word.lower(), pointer.target), 0.0) ** 0.5
                        add("synonym", word, 0.5 * root * other)
            elif symbol in ("$", ">"):
                for word in words[:2]:
                    other = net.share.get((word.lower(), pointer.target), 0.0) ** 0.5
                    add("synonym", word, 0.45 * root * other)
            elif symbol == "#m" and pos == "n" and target.words[0][:1].isupper():
                if synset.lexfile == 18:  # an inhabitant: a member of the country
                    add("demonym", target.words[0], 0.4 + 0.5 * root)
            elif symbol == "%m" and pos == "n" and synset.lexfile == 15:
                for word in words[:1]:
                    if target.lexfile == 18:
                        add("demonym", word, 0.4 + 0.5 * root)
    for word, weight in net.demonyms.get(lemma, {}).items():
        found["demonym", word] = max(weight, found["demonym", word])
    for word, weight in KIN.get(lemma, ()):
        found["derivation", word] = weight
    for kind, word in list(found):
        if kind == "derivation" and ("demonym", word) in found:
            del found[kind, word]
    ranked = [
        (kind, word, min(round(weight, 2), 0.99))
        for (kind, word), weight in found.items()
        if weight >= LEAST_WEIGHT.get(kind, 0.15)
    ]
    ranked.sort(key=lambda item: (-item[2], item[0], item[1]))
    # A word that was never met in the tagged texts is rarely asked for: its nearest few will do.
    return _bounded(ranked) if net.total[lemma] >= 2.0 else _bounded(ranked)[:6]


def _is_place(target: Synset, source: Synset) -> bool:
    """Tell whether a pertainym or derivation ties a people's or tongue's name to its place."""
    return 15 in (target.lexfile, source.lexfile) and target.words[0][:1].isupper()


def _bounded(ranked: list[tuple[str, str, float]]) -> list[tuple[str, str, float]]:
    most = {
        "synonym": 12,
        "hypernym": 6,
        "hyponym": 14,
        "derivation": 8,
        "antonym": 3,
        "demonym": 6,
    }
    used: dict[str, int] = defaultdict(int)
    kept = []
    for item in ranked:
        used[item[0]] += 1
        if used[item[0]] <= most[item[0]]:
            kept.append(item)
    return kept[:MOST_RELATIVES]


CODES = {
    "synonym": "s",
    "derivation": "d",
    "hypernym": "h",
    "hyponym": "o",
    "antonym": "a",
    "demonym": "m",
}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Row = tuple[str, str | None, bytes | None, str | None, str | None, str | None]


def entries(net: WordNet, number: dict[tuple[str, int], int]) -> Iterable[Row]:
    """Yield the rows of the table of words."""
    letters = {name: chr(ord("A") + at) for at, name in enumerate(class_names())}
    for lemma in sorted({lemma for lemma, _ in net.senses}):
        joined = "_" in lemma
        common = net.total[lemma] >= 1.5
        if joined and not (is_name(net, lemma) or common):
            continue
        shares = net.pos_share[lemma]
        counts = {p: max(1, round(2 * net.total[lemma] * shares[p])) for p in POS if p in shares}
        pos = "".join(f"{p}{count}" for p, count in counts.items())
        nouns = [(net.share[lemma, key], key) for key in net.senses.get((lemma, "n"), ())]
        nouns.sort(key=lambda item: -item[0])
        least = 0.06 * sum(share for share, _ in nouns)
        senses = [number[key] for share, key in nouns if share >= least][:4]
        classes = "".join(letters[name] for name in classes_of(net, nouns))
        related = []
        if not joined or common or lemma in KIN:
            for kind, word, weight in relatives(net, lemma):
                digit = DIGITS[max(1, round(35 * weight))]
                related.append(f"{CODES[kind]}{digit}{word.replace('_', ' ')}")
        yield (
            lemma.replace("_", " "),
            None if pos == "n1" else pos,
            b"".join(at.to_bytes(3, "big") for at in senses) or None,
            classes or None,
            "|".join(related) or None,
            compound_parts(net, lemma),
        )


def is_name(net: WordNet, lemma: str) -> bool:
    """Tell whether a lemma names an individual (an instance, in WordNet's terms)."""
    return any(
        pointer.symbol == "@i"
        for key in net.senses.get((lemma, "n"), ())
        for pointer in net.synsets[key].pointers
    )


def build(folder: str, target: str) -> None:
    """Write the lexicon of the database files in `folder` to `target`."""
    net = WordNet(folder)
    if os.path.exists(target):
        os.remove(target)
    db = sqlite3.connect(target)
    db.execute("PRAGMA page_size = 4096")
    db.execute("PRAGMA journal_mode = OFF")
    db.execute(
        "CREATE TABLE word (form TEXT PRIMARY KEY, pos TEXT, senses BLOB, classes TEXT,"
        " related TEXT, parts TEXT) WITHOUT ROWID"
    )
    db.execute("CREATE TABLE irregular (form TEXT PRIMARY KEY, lemmas TEXT) WITHOUT ROWID")
    db.execute("CREATE TABLE part (name TEXT PRIMARY KEY, data BLOB)")
    nouns = sorted(key for key in net.synsets if key[0] == "n")
    number = {key: at for at, key in enumerate(nouns, start=1)}
    db.executemany("INSERT INTO word VALUES (?, ?, ?, ?, ?, ?)", entries(net, number))
    db.executemany(
        "INSERT INTO irregular VALUES (?, ?)",
        (
            (form, ",".join(sorted(lemmas)))
            for form, lemmas in sorted(net.irregular.items())
            if lemmas and "_" not in form
        ),
    )
    # The hypernym of each noun synset by number, 0 for none; further hypernyms as pairs.
    first, further = bytearray(3), bytearray()
    for key in nouns:
        above = [number[p.target] for p in net.synsets[key].pointers if p.symbol in ("@", "@i")]
        first += (above[0] if above else 0).to_bytes(3, "big")
        for other in above[1:]:
            further += number[key].to_bytes(3, "big") + other.to_bytes(3, "big")
    db.execute("INSERT INTO part VALUES ('above', ?)", (bytes(first),))
    db.execute("INSERT INTO part VALUES ('above-further', ?)", (bytes(further),))
    db.execute("INSERT INTO part VALUES ('classes', ?)", (" ".join(class_names()).encode(),))
    db.commit()
    db.execute("VACUUM")
    db.close()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    build(
        arguments[0] if arguments else "/usr/share/wordnet",
        arguments[1] if len(arguments) > 1 else "hegang_qa/data/lexicon.sqlite",
    )
