"""An answer as lines of styled text. Plain data in, lines out; no stream, no colours."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from hegang_qa.cli.layout import HELD, Line, Piece
from hegang_qa.cli.safe_text import visible
from hegang_qa.documents.lines import QUOTED
from hegang_qa.results import Answer, Evidence, Source

__all__ = ["asked", "location", "marked", "place", "render_answer"]

_MOST_SUPPORT = 3
"""Further places that are named for one answer."""

_WORTH_SHOWING = 0.1
"""Confidence from which a runner-up is shown unasked."""

_MOST_REASON = 200
"""Characters of a reason that are shown (it may quote a question of any length)."""


def render_answer(answer: Answer, *, top: int = 1) -> Iterator[Line]:
    """Yield the lines for one reply: the short answer, its sentence, its place and confidence.

    Up to `top` answers in all are shown, the runners-up under the first.
    """
    if answer.kind == "chat":
        for line in (answer.text or "").splitlines():
            yield Line((("", visible(line)),))
        if answer.source is not None and answer.answer_type == "chat":
            yield Line((place(answer.source), ("label", "  a fixed answer")), 2)
        return
    if answer.kind == "no-answer":
        yield from _refusal(answer)
    else:
        yield from _one(answer)
        yield from _conflicts(answer.conflicts)
    shown = {evidence.answer for evidence in answer.conflicts}
    for runner_up in answer.alternatives[: top - 1]:
        if runner_up.text not in (None, *shown) and runner_up.confidence >= _WORTH_SHOWING:
            yield from _one(runner_up)
    for other in answer.rest:
        yield asked(other)
        yield from render_answer(other, top=top)
    if not answer.complete:
        told = "; ".join(answer.warnings) or "a part of the documents could not be searched"
        yield Line((("refusal", "incomplete: "), ("", visible(told))), 2)
    elif answer.warnings:
        yield Line((("refusal", "note: "), ("", visible("; ".join(answer.warnings)))), 2)


def asked(answer: Answer) -> Line:
    """Return the line that tells which question an answer is to."""
    return Line((("asked", f"→ {visible(answer.asked)}"),))


def marked(
    sentence: str,
    answer_span: tuple[int, int] | None = None,
    matched: Sequence[tuple[int, int]] = (),
    *,
    spaced: bool = True,
) -> tuple[Piece, ...]:
    """Return the sentence cut into pieces: role "found" for the answer, "matched" for words of
    the question, "" for the rest. The answer wins where the two overlap. Runs of spaces, which
    wrapped lines and the columns of tables leave, become one, and the marks of quoted lines go,
    unless `spaced` is False."""
    roles = [""] * len(sentence)
    for start, end in matched:
        start, end = max(start, 0), min(end, len(sentence))
        roles[start:end] = ["matched"] * (end - start)
    if answer_span is not None:
        start, end = max(answer_span[0], 0), min(answer_span[1], len(sentence))
        roles[start:end] = ["found"] * (end - start)
    pieces: list[Piece] = []
    start = 0
    for position in range(1, len(sentence) + 1):
        if position == len(sentence) or roles[position] != roles[start]:
            piece = sentence[start:position]
            text = visible(QUOTED.sub("", piece) if spaced and "\n" in piece else piece)
            if spaced:
                if not pieces or pieces[-1][1].endswith(" "):
                    text = text.lstrip(" ")
                text = _spaced(text)
            if text:
                pieces.append((roles[start], text))
            start = position
    return tuple(pieces)


def _spaced(text: str) -> str:
    """Return the text with single spaces; one at its beginning or end stays."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _bare(text: str) -> str:
    return _spaced(visible(text)).strip(" .!?。")


def place(source: Source) -> Piece:
    """Return ``path:line``, as a link to the file where the terminal knows links."""
    target = "file://" + _percent_encoded(os.path.abspath(location(source.path)))
    return (f"path {target}", f"{visible(source.path)}:{source.line}")


def location(path: str) -> str:
    """Return where the document of that name lies: bundled ones lie inside the installation."""
    if path.startswith("seeds/") and not os.path.exists(path):
        from hegang_qa.resources import seeds_path

        return os.path.join(seeds_path(), path.removeprefix("seeds/"))
    return path


def _one(answer: Answer) -> Iterator[Line]:
    text, sentence = answer.text or "", answer.sentence
    how = (("label", f"  {visible(answer.reason)}"),) if answer.reason else ()
    yield Line((("answer", _spaced(visible(text))), *how))
    if sentence is not None and _bare(sentence) != _bare(text):
        yield Line(marked(sentence, answer.answer_span, answer.matched), 2)
        if (named := _named_elsewhere(answer)) is not None:
            yield Line((("label", "named in: "), *marked(named.sentence, named.answer_span)), 2)
    if answer.source is not None:
        pieces = [place(answer.source)]
        if answer.heading:
            pieces.append(("label", f"  {visible(answer.heading)}"))
        pieces.append(("label", f"  confidence{HELD}{answer.confidence:.2f}"))
        others = _other_places(answer)
        if others:
            pieces.append(("label", "  also "))
            for position, source in enumerate(others[:_MOST_SUPPORT]):
                if position:
                    pieces.append(("label", ", "))
                pieces.append(place(source))
            if len(others) > _MOST_SUPPORT:
                pieces.append(("label", f" and {len(others) - _MOST_SUPPORT} more"))
        yield Line(tuple(pieces), 2)


def _named_elsewhere(answer: Answer) -> Evidence | None:
    """Return the sentence that has the answer, where the one that is shown says "she" of it."""
    text = answer.text or ""
    if answer.answer_span is not None or not text or text in (answer.sentence or ""):
        return None
    return next((one for one in answer.support if text in one.sentence), None)


def _other_places(answer: Answer) -> list[Source]:
    """Return where else the same answer stands, each line once."""
    seen = set() if answer.source is None else {(answer.source.path, answer.source.line)}
    others = []
    for evidence in answer.support:
        where = (evidence.source.path, evidence.source.line)
        if where not in seen:
            seen.add(where)
            others.append(evidence.source)
    return others


def _refusal(answer: Answer) -> Iterator[Line]:
    said = "The documents do not say." if answer.complete else "What was searched does not say."
    pieces: list[Piece] = [("refusal", said)]
    if answer.reason and answer.reason.startswith("the documents "):
        pieces = [("refusal", _shortened(visible(answer.reason)))]
    elif answer.reason:
        pieces.append(("", " " + _shortened(visible(answer.reason))))
    yield Line(tuple(pieces))
    if answer.sentence is not None:
        yield Line((("label", "nearest: "), *marked(answer.sentence, None, answer.matched)), 2)
        if answer.source is not None:
            yield Line((place(answer.source),), 2)


def _conflicts(conflicts: Sequence[Evidence]) -> Iterator[Line]:
    for evidence in conflicts:
        yield Line(
            (("conflict", "but elsewhere: "), ("answer", visible(evidence.answer or "another"))),
            2,
        )
        yield Line(marked(evidence.sentence, evidence.answer_span, evidence.matched), 4)
        yield Line((place(evidence.source),), 4)


def _shortened(reason: str) -> str:
    sentence = reason[:1].upper() + reason[1:]
    if len(sentence) > _MOST_REASON:
        return sentence[:_MOST_REASON].rstrip() + " …"
    return sentence if sentence.endswith((".", "!", "?", "…")) else sentence + "."


def _percent_encoded(path: str) -> str:
    """Return an absolute path as the path of a ``file:`` URL (RFC 8089)."""
    if os.sep != "/":
        path = "/" + path.replace(os.sep, "/")
    safe = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:"
    return "".join(
        chr(byte) if byte in safe else f"%{byte:02X}"
        for byte in path.encode("utf-8", "surrogateescape")
    )
