"""The WordNet 3.0 database files (formats: wndb(5), senseidx(5), cntlist(5)) in memory."""

from __future__ import annotations

import os
from collections import defaultdict
from typing import NamedTuple

__all__ = ["POS", "Pointer", "Synset", "WordNet", "are_variants", "is_place"]

POS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}

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
        # Noun to the nouns that measure it; filled by whoever reads the glosses.
        self.measures: dict[str, list[str]] = {}
        # Place to adjective of the people ("France": "French"): WordNet has the other way only.
        self.demonyms: dict[str, dict[str, float]] = defaultdict(dict)
        for synset in self.synsets.values():
            for pointer in synset.pointers if synset.key[0] == "a" else ():
                target = self.synsets[pointer.target]
                if pointer.symbol == "\\" and is_place(target, synset):
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


def is_place(target: Synset, source: Synset) -> bool:
    """Tell whether a pertainym or derivation ties a people's or tongue's name to its place."""
    return 15 in (target.lexfile, source.lexfile) and target.words[0][:1].isupper()
