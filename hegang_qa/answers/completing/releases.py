"""Changelogs: what stands under the heading of a release ("2.3.0 (2025-09-18)"), and what that
heading tells: in which version something came, when, what it changed, and which is the latest."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.model import as_said, in_one_line
from hegang_qa.documents.patterns import lazy
from hegang_qa.documents.tables import plain_cell
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.tokens import tokenize

__all__ = ["with_release"]

_HEADING = lazy(
    r"\W*(?:(?:version|release)\s+|v)?(?P<version>\d+(?:\.\d+){1,3}(?:[-.]?(?:rc|beta|alpha)\.?\d*)?)"
    r"(?![\w.])(?P<rest>.*)",
    re.IGNORECASE,
)
# "5.3 (April 2025): night mode; faster start", as an item of a list.
_ITEM = lazy(
    r"\W{0,4}(?:(?:version|release)\s+|v)?(?P<version>\d+(?:\.\d+){1,3})(?![\w.])[\s*_]{0,4}"
    r"(?:[(,–—-]\s?(?P<date>[^:;()–—]{0,20}\b(?:19|20)\d\d(?:-\d\d-\d\d)?)\)?)?[*_]{0,3}\s?[:–—]\s",
    re.IGNORECASE,
)
_VERSION = lazy(r"(?<![\w.])v?(\d+(?:\.\d+){1,3})(?![\w.]*\d)")
_YEAR = lazy(r"\b(?:1[89]|20)\d\d\b")
_WHICH = lazy(
    r"\b(?:which|what)\s+(?:version|release)s?\s+(?!of\b|do\b|is\b|are\b)"
    r"|\b(?:since|from|in|with|by)\s+(?:which|what)\s+(?:version|release)\s+(?!of\b)",
    re.IGNORECASE,
)
_MARKS = " \t-–—:()[],*_`."

_OF_RELEASES = frozenset("version release releas publish out come date appear ship issu".split())
_LATEST = frozenset("latest newest current last most recent".split())
_DONE = frozenset(
    "add introduc fix drop remov ship appear get gain come bring brought version release "
    "releas".split()
)
_CAME = frozenset("add introduc fix drop remov".split())
_OF_CHANGES = _CAME | frozenset("chang new news happen differ what version release releas".split())
_SAME_CHANGE = {"drop": "remov", "introduc": "add"}
_PAST = frozenset("was were did".split())
_COMING = frozenset("will shall going next".split())
_SURE = 0.6
# What a sentence under the heading of a release must have of the rest of the question.
_LEAST = 0.6
_LOOKED_AT = 5
_REACH = 60
_MOST = 4_000
"""Sentences of a collection that is looked through for the releases of its changelog."""


class _Release(NamedTuple):
    """The heading of a release, its version and its date ("" where it has none)."""

    heading: Sentence
    version: str
    date: str


def with_release(asking: Asking, answer: Answer) -> Answer:
    """Return what the heading of a release tells, where it is asked for; elsewhere the answer."""
    question, ranked, store = asking.question, asking.ranked, asking.store
    if asking.least > _SURE:
        return answer
    in_which = _WHICH.search(question.corrected) is not None
    named = None if in_which else _VERSION.search(question.corrected)
    stems = {term.stem for term in question.terms}
    asks_when = question.asks == "when" or "date" in stems
    norms = [token.norm for token in question.tokens]
    if named is not None:
        number = set(named.group(1).split("."))
        others = {s for s in stems if s not in number and s != named.group(1)}
        about = asks_when and others <= _OF_RELEASES
        changes = norms[:1] == ["what"] and bool(others & _OF_CHANGES) and others <= _OF_CHANGES
        if not (about or changes):
            return answer
        release = next(
            (
                r
                for r in _releases(_all(asking))
                # "2.1" is 2.1.0
                if r.version == named.group(1) or r.version == f"{named.group(1)}.0"
            ),
            None,
        )
        if release is None:
            return answer
        return _dated(answer, release) if about else _changes(answer, release, store, others)
    if _LATEST & set(norms) and stems & {"version", "releas"} and stems <= _OF_RELEASES | _LATEST:
        releases = _releases(_all(asking))
        if len(releases) > 1:
            latest = max(releases, key=lambda one: [int(n) for n in one.version.split(".")[:3]])
            return _told(answer, latest, latest.version)
        return answer
    # "When was it added": not how long it will stay, nor when something else was.
    came = norms[:1] == ["when"] and not _PAST.isdisjoint(norms) and not stems.isdisjoint(_CAME)
    unsure = answer.kind != "answer" or answer.confidence < _SURE
    if not (in_which and _COMING.isdisjoint(norms)) and not (came and unsure):
        return answer
    for one in ranked[: _LOOKED_AT if in_which else 1]:
        sentence = one.sentence
        own = _ITEM.match(sentence.text) if sentence.kind == "item" else None
        if sentence.kind == "heading" or not (own or _is_release(sentence.heading)):
            continue
        if _accounted(question, one) < _LEAST:
            continue
        release = (
            _Release(sentence, own["version"], own["date"] or "") if own else _over(sentence, store)
        )
        if release is not None:
            return _told(answer, release, release.version) if in_which else _dated(answer, release)
    return answer


def _is_release(path: str) -> bool:
    return any(_read(part) is not None for part in path.split(" > "))


def _read(heading: str) -> tuple[str, str] | None:
    """Return the version and the date of a heading; None where it is another ("2.1 History")."""
    found = _HEADING.match(heading)
    if found is None:
        return None
    rest = found.group("rest").strip(_MARKS)
    if rest and not _YEAR.search(rest):
        return None
    return found.group("version"), rest


def _releases(sentences: Iterable[Sentence]) -> list[_Release]:
    return [
        _Release(one, *read)
        for one in sentences
        if one.kind == "heading" and (read := _read(in_one_line(one.text))) is not None
    ]


def _all(asking: Asking) -> Sequence[Sentence]:
    if len(asking.store) > _MOST:
        return [one.sentence for one in asking.ranked]
    documents = {one.sentence.document for one in asking.ranked}
    every = asking.everything()
    return [one for one in every if one.document in documents] if documents else every


def _over(sentence: Sentence, store: SentenceStore) -> _Release | None:
    """Return the release under whose heading a sentence stands."""
    before = store.get(range(max(0, sentence.id - _REACH), sentence.id))
    paths = [part.strip(_MARKS) for part in sentence.heading.split(" > ")]
    for one in reversed(before):
        if one.document != sentence.document:
            return None
        if one.kind != "heading":
            continue
        if not _as_written(one).isdisjoint(paths):
            found = next(iter(_releases([one])), None)
            if found is not None:
                return found
    return None


def _as_written(heading: Sentence) -> set[str]:
    """Return how a heading stands in the path of what is below it, with and without markup."""
    texts = (heading.text, plain_cell(heading.text))
    return {" ".join(text.split()).strip(_MARKS) for text in texts}


def _accounted(question: Question, one: RankedSentence) -> float:
    """Return the share of the question's words, without those that ask, that a sentence has."""
    asked = [
        n for n, term in enumerate(question.terms) if term.stem not in _DONE and not term.light
    ]
    whole = sum(question.terms[n].share for n in asked)
    held = {match.term for match in one.matches}
    return sum(question.terms[n].share for n in asked if n in held) / whole if whole else 0.0


def _dated(answer: Answer, release: _Release) -> Answer:
    return _told(answer, release, release.date) if release.date else answer


def _changes(
    answer: Answer, release: _Release, store: SentenceStore, asked: Collection[str]
) -> Answer:
    """Return what stands under a release, of what was asked for alone where it has a heading of its
    own ("Fixed")."""
    heading = release.heading
    written = _as_written(heading)
    wanted = {_SAME_CHANGE.get(stem, stem) for stem in asked} & _CAME
    under: list[Sentence] = []
    named: list[Sentence] = []
    is_named = False
    for one in store.get(range(heading.id + 1, heading.id + _REACH)):
        if one.document != heading.document:
            break
        if one.kind == "heading":
            if _read(in_one_line(one.text)) is not None or not any(
                own in one.heading for own in written
            ):
                break
            # "Changed", "Fixed" below it
            is_named = any(token.stem in wanted for token in tokenize(in_one_line(one.text)))
            continue
        if not under or under[-1].block != one.block:
            under.append(one)
            named += [one] * is_named
    if not under:
        return answer
    text = "; ".join(as_said(one.text).rstrip(" ,;.") for one in named or under)
    return _told(answer, release, text)


def _told(answer: Answer, release: _Release, text: str) -> Answer:
    heading = release.heading
    at = heading.text.find(text)
    return told_by(answer, heading, text, _SURE, (at, at + len(text)) if at >= 0 else None)
