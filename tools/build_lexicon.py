"""Build ``hegang_qa/data/lexicon.sqlite`` from the WordNet 3.0 database files.

Usage: ``python tools/build_lexicon.py [/usr/share/wordnet] [hegang_qa/data/lexicon.sqlite]``

The database files are those of the Debian package ``wordnet-base`` (formats: wndb(5), senseidx(5),
cntlist(5)). The same input gives the same output, bit for bit. Licence: see
``hegang_qa/data/LICENSE-wordnet.txt``.

What goes in, for every one-word lemma (and for names of several words):

- how often it is tagged as each part of speech, its common noun senses, and all its verb senses;
- its nearest relatives with a weight, far senses left out: see `relatives`;
- the answer types of its noun senses: see `lexicon_classes`;
- the parts of a closed compound: see `compound_parts`;

and beside them the hypernym of each noun synset, and the irregular forms. The table that
``tools/build_kindred.py`` adds is kept.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from tools.lexicon_additions import KIN
from tools.lexicon_classes import class_names, classes_of
from tools.wordnet import POS, WordNet, are_variants, is_place

MOST_RELATIVES = 28

# Glosses that say what a noun measures: "GDP: the measure of an economy ...".
MEASURES = re.compile(
    r"(?:\([^)]*\) )?(?:the |an? )?(?:[a-z-]+ ){0,2}?(?:measure|amount|number|rate|ratio|size|"
    r"quantity|extent|proportion|magnitude|percentage|value|volume|level) of (.*)"
)
MEASURED = 0.5
LEAST_WEIGHT = {"synonym": 0.12, "hypernym": 0.25, "hyponym": 0.18}


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


def measures(net: WordNet) -> dict[str, list[str]]:
    """Return the nouns that are measures of a noun, by their glosses ("economy": "gdp"), and what
    these are measures of."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, synset in net.synsets.items():
        gloss = synset.gloss.partition('"')[0].partition(";")[0]
        match = MEASURES.match(gloss) if key[0] == "n" else None
        if match is None:
            continue
        measured = None
        for word in re.findall(r"[a-z]+|[^a-z ]", match.group(1)):
            if word in ("the", "a", "an", "all", "total", "one", "your"):
                continue
            noun = next((w for w in (word, word.removesuffix("s")) if (w, "n") in net.senses), word)
            shares = net.pos_share.get(noun, {})
            if shares.get("n", 0.0) >= 0.4:
                measured = noun
            elif measured is not None or shares.get("a", 0.0) < 0.5:
                break
        if measured is not None:
            for word in synset.words:
                if "_" not in word:
                    found[measured].append(word.lower())
                    found[word.lower()].append(measured)
    return found


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
                    kind = "demonym" if is_place(target, synset) else "derivation"
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
    for word in net.measures.get(lemma, ()):
        if net.senses.get((lemma, "n")) and word != lemma:
            found["measure", word] = MEASURED
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


def _bounded(ranked: list[tuple[str, str, float]]) -> list[tuple[str, str, float]]:
    most = {
        "synonym": 12,
        "hypernym": 6,
        "hyponym": 14,
        "derivation": 8,
        "antonym": 3,
        "demonym": 6,
        "measure": 6,
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
    "measure": "u",
}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Row = tuple[str, str | None, bytes | None, str | None, str | None, str | None, bytes | None]


def entries(net: WordNet, number: dict[tuple[str, int], int]) -> Iterable[Row]:
    """Yield the rows of the table of words; `number` has the nouns' and the verbs' synsets."""
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
            b"".join(number[key].to_bytes(3, "big") for key in net.senses.get((lemma, "v"), ()))
            or None,
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
    net.measures = measures(net)
    kindred = _kept(target)
    if os.path.exists(target):
        os.remove(target)
    db = sqlite3.connect(target)
    db.execute("PRAGMA page_size = 4096")
    db.execute("PRAGMA journal_mode = OFF")
    db.execute(
        "CREATE TABLE word (form TEXT PRIMARY KEY, pos TEXT, senses BLOB, classes TEXT,"
        " related TEXT, parts TEXT, verbs BLOB) WITHOUT ROWID"
    )
    db.execute("CREATE TABLE irregular (form TEXT PRIMARY KEY, lemmas TEXT) WITHOUT ROWID")
    db.execute("CREATE TABLE part (name TEXT PRIMARY KEY, data BLOB)")
    nouns = sorted(key for key in net.synsets if key[0] == "n")
    number = {key: at for at, key in enumerate(nouns, start=1)}
    verbs = sorted(key for key in net.synsets if key[0] == "v")
    number |= {key: at for at, key in enumerate(verbs, start=1)}
    db.executemany("INSERT INTO word VALUES (?, ?, ?, ?, ?, ?, ?)", entries(net, number))
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
    if kindred:
        db.execute("CREATE TABLE kindred (form TEXT PRIMARY KEY, near TEXT) WITHOUT ROWID")
        db.executemany("INSERT INTO kindred VALUES (?, ?)", kindred)
    db.commit()
    db.execute("VACUUM")
    db.close()


def _kept(target: str) -> list[tuple[str, str]]:
    """Return what `build_kindred` added to the file that is built anew: it takes longer to make."""
    if not os.path.exists(target):
        return []
    db = sqlite3.connect(target)
    try:
        return db.execute("SELECT form, near FROM kindred ORDER BY form").fetchall()
    except sqlite3.OperationalError:
        return []
    finally:
        db.close()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    build(
        arguments[0] if arguments else "/usr/share/wordnet",
        arguments[1] if len(arguments) > 1 else "hegang_qa/data/lexicon.sqlite",
    )
