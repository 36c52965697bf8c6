"""Templates that nobody needs, and letters that do not belong (codes T1xx)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from hegang_qa.intents.compiling import Bundle, list_trees
from hegang_qa.intents.problems import Problem
from hegang_qa.intents.rules import RuleSet
from hegang_qa.intents.sampling import sample
from hegang_qa.intents.sources import RuleFile
from hegang_qa.intents.template import Node, parse_template

__all__ = ["check_reachable", "check_templates"]

SAMPLES = 6
"""Sentences of a template of which at least one must be won by its own rule."""

_REFERENCE = re.compile(r"\{[^{}]*\}|<[^<>]*>")
_FILLERS = ("zubrin", "the quiet zubrin", "zubrin ostrel")


def check_templates(bundle: Bundle) -> Iterator[Problem]:
    """Yield templates that stand twice, and letters from a script that is not the language's."""
    seen: dict[tuple[str, str, str], tuple[str, int]] = {}
    for (language, _), file in sorted(bundle.rules.items()):
        settings = bundle.languages.get(language)
        scripts = tuple(settings.data.get("scripts", ())) if settings is not None else ()
        for key in ("ask", "follow_up"):
            for number, text in enumerate(file.data.get(key, ())):
                yield from _letters(file, text, (key, number), scripts)
                same = (language, key, " ".join(text.split()).casefold())
                if same in seen:
                    path, line = seen[same]
                    yield file.problem(
                        "T125", f"the same template stands at {path}:{line}", (key, number)
                    )
                else:
                    seen[same] = (file.path, file.line_of(key, number))
        for slot in file.data.get("slots", {}):
            if not any(
                f"{{{slot}}}" in text
                for key in ("ask", "follow_up")
                for text in file.data.get(key, ())
            ):
                yield file.problem("T132", f"no template has the slot {{{slot}}}", ("slots", slot))
        for number, slot in enumerate(file.data.get("evidence", {}).get("slots", ())):
            if not any(f"{{{slot}}}" in text for text in file.data["ask"]):
                yield file.problem(
                    "T132", f"no template has the slot {{{slot}}}", ("evidence", "slots", number)
                )
    for (language, _), file in sorted(bundle.lists.items()):
        settings = bundle.languages.get(language)
        scripts = tuple(settings.data.get("scripts", ())) if settings is not None else ()
        for number, text in enumerate(file.data["values"]):
            yield from _letters(file, text, ("values", number), scripts)
        if not any(
            f"<{file.name}>" in text
            for other in (*bundle.rules.values(), *bundle.lists.values())
            if other.language == language
            for key in ("ask", "follow_up", "values")
            for text in other.data.get(key, ())
        ):
            yield file.problem(
                "T133", f"no template uses the list <{file.name}>", ("id",), severity="warning"
            )


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    """Return the script of a letter by the first word of its Unicode name ("Latin"), or ""."""
    if not char.isalpha():
        return ""
    name = unicodedata.name(char, "").split(" ")[0]
    return {"CJK": "Han", "FULLWIDTH": "Latin"}.get(name, name.capitalize())


def _letters(
    file: RuleFile, text: str, path: tuple[str | int, ...], scripts: tuple[str, ...]
) -> Iterator[Problem]:
    # Names of slots and lists are not said by anybody.
    text = _REFERENCE.sub(lambda match: " " * len(match.group()), text)
    at = 0
    while at < len(text):
        if not text[at].isalpha():
            at += 1
            continue
        end = at
        while end < len(text) and text[end].isalpha():
            end += 1
        word = text[at:end]
        found = {_script(char) for char in word} - {""}
        strange = found - set(scripts) if scripts else set()
        if scripts and strange:
            spot = next(at + n for n, char in enumerate(word) if _script(char) in strange)
            yield file.problem(
                "T129",
                f"'{text[spot]}' is a letter of the {_script(text[spot])} script, "
                f"not of {' or '.join(scripts)}",
                path,
                within=(spot, spot + 1),
            )
        elif not scripts and len(found) > 1 and "Latin" in found:
            yield file.problem(
                "T129",
                f"'{word}' mixes letters of {' and '.join(sorted(found))}",
                path,
                within=(at, end),
            )
        at = end


def check_reachable(bundle: Bundle, rules: RuleSet) -> Iterator[Problem]:
    """Yield templates none of whose sentences their own rule wins."""
    trees = list_trees(bundle)
    for (language, name), file in sorted(bundle.rules.items()):
        lists = {key[1]: tree for key, tree in trees.items() if key[0] == language}
        for key in ("ask", "follow_up"):
            for number, text in enumerate(file.data.get(key, ())):
                winners = _winners(file, text, key == "follow_up", lists, rules)
                if winners and name not in winners:
                    yield file.problem(
                        "T126",
                        f"never wins: its sentences go to '{min(winners)}'",
                        (key, number),
                        hint="make it more literal, or take it out",
                    )


def _winners(
    file: RuleFile,
    text: str,
    follow_up: bool,
    lists: Mapping[str, Sequence[tuple[Node, ...]]],
    rules: RuleSet,
) -> set[str]:
    """Return the rules that win sentences of a template, up to the first that its own wins."""
    kinds = file.data.get("slots", {})
    tree = parse_template(text)
    winners: set[str] = set()
    for words in _FILLERS if "{" in text else _FILLERS[:1]:
        for sentence in sample(tree, lists=lists, fill=_filler(kinds, words), most=SAMPLES):
            best = rules.best(sentence, follow_up=follow_up)
            if best is not None:
                rule = rules.rules[rules.templates[best.number].rule]
                winners.add(rule.id if rule.language == file.language else rule.path)
                if file.name in winners:
                    return winners
    return winners


def _filler(kinds: Mapping[str, Mapping[str, object]], words: str) -> Callable[[str], str]:
    def fill(slot: str) -> str:
        kind = kinds.get(slot, {}).get("kind", "free")
        return "7" if kind == "number" else words.split()[-1] if kind == "word" else words

    return fill
