"""What the commands of the conversation do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hegang_qa.cli.layout import Line, display_width
from hegang_qa.cli.options import convert
from hegang_qa.cli.render import marked, place, render_answer
from hegang_qa.cli.repl.registry import Command, Leave, Registry
from hegang_qa.cli.repl.screen import Screen
from hegang_qa.cli.repl.session import Session
from hegang_qa.cli.safe_text import visible
from hegang_qa.errors import UsageError

if TYPE_CHECKING:
    from hegang_qa.cli.repl.session import Place

__all__ = ["REGISTRY"]

_NO_SENTENCE = "The last question found no sentence, so it has no sources."


def _help(session: Session, screen: Screen, argument: str) -> None:
    if argument:
        command = REGISTRY.find(argument.removeprefix("/"))
        also = "".join(f", /{alias}" for alias in command.aliases)
        screen.show(
            [Line((("command", command.usage), ("label", also), ("", "  " + command.about)))]
        )
        return
    width = max(display_width(command.usage) for command in REGISTRY)
    screen.show(
        [
            Line((("", "Type a question; what begins with / is a command."),)),
            *(
                Line(
                    (("command", f"{command.usage:<{width}}"), ("", "  " + command.about)),
                    2,
                    width + 2,
                )
                for command in REGISTRY
            ),
            Line((("label", "Tab completes, Ctrl-R searches what was typed, Ctrl-D leaves."),)),
        ]
    )


def _sources(session: Session, screen: Screen, argument: str) -> None:
    places = session.places()
    if not places:
        last = session.last
        screen.say(_NO_SENTENCE if last else "No answer yet, so no sources.", "label")
        return
    screen.show(_numbered(places))


def _numbered(places: list[Place]) -> Iterator[Line]:
    width = len(str(len(places)))
    for number, item in enumerate(places, 1):
        yield Line((("label", f"{number:>{width}}  "), place(item.source)))
        yield Line(marked(item.sentence, item.answer_span, item.matched), width + 2)


def _open(session: Session, screen: Screen, argument: str) -> None:
    from hegang_qa.cli.repl.viewer import show_document

    places = session.places()
    if not places and session.last is not None:
        raise UsageError("the last question had no sentence to open")
    if not places:
        raise UsageError("there is nothing to open yet", hint="ask something first")
    number = convert("/open", "count", argument) if argument else 1
    if number > len(places):
        there = "there is 1 source" if len(places) == 1 else f"there are {len(places)} sources"
        raise UsageError(there, hint="/sources lists them")
    show_document(places[number - 1], screen)


def _more(session: Session, screen: Screen, argument: str) -> None:
    if session.last is None:
        raise UsageError("there is no answer yet", hint="ask something first")
    following = session.more()
    if not following and session.last.kind == "no-answer":
        screen.say("There is no answer to follow.", "label")
    elif not following:
        screen.say("That was all.", "label")
    for answer in following:
        screen.show(render_answer(answer))


def _explain(session: Session, screen: Screen, argument: str) -> None:
    from hegang_qa.cli.explain import render_explanation

    answer = session.explained()
    if answer is None or answer.explanation is None:
        screen.say("There is nothing to explain yet.", "label")
        return
    screen.show(render_explanation(answer))


def _top(session: Session, screen: Screen, argument: str) -> None:
    if argument:
        session.change(top=convert("/top", "count", argument))
    screen.say(f"Answers shown: {session.settings.top}", "label")


def _within(session: Session, screen: Screen, argument: str) -> None:
    if argument in ("all", "*"):
        session.change(within=())
    elif argument:
        from hegang_qa.within import documents_within

        within = tuple(argument.split())
        if documents_within(session.engine.paths(), within):
            session.change(within=within)
        else:
            told = f"No document fits {visible(argument)}: nothing is changed."
            meant = _named_like(argument, session.engine.paths())
            if meant:
                told += f" Did you mean /within {visible(meant)}?"
            screen.say(told, "refusal")
    limits = " ".join(session.settings.within)
    screen.say(f"Answers come from: {visible(limits) or 'all documents'}", "label")


def _named_like(part: str, paths: Sequence[str]) -> str:
    """Return the name of the only document whose name has a part, "" for none or several."""
    import os

    names = {os.path.basename(path) for path in paths}
    like = [name for name in names if part.casefold() in name.casefold()]
    return like[0] if len(like) == 1 else ""


def _docs(session: Session, screen: Screen, argument: str) -> None:
    if argument:
        session.change(docs=_paths(argument), collection=None)
        session.forget()  # what was said is not about these
        _tell_warnings(session, screen)
    _tell_documents(session, screen)


def _add(session: Session, screen: Screen, argument: str) -> None:
    if not argument:
        raise UsageError("/add needs a path", hint="/add handbook/")
    if session.settings.collection:
        raise UsageError(
            "a collection is asked here, which /add does not change",
            hint=f"hegang-qa index PATH --into {session.settings.collection}",
        )
    current = session.settings.docs
    if not current:
        import os

        from hegang_qa.resources import seeds_path

        current = (os.path.join(seeds_path(), "*.txt"),)  # their README is no document
    session.change(docs=(*current, *_paths(argument)))
    _tell_warnings(session, screen)
    _tell_documents(session, screen)


def _reload(session: Session, screen: Screen, argument: str) -> None:
    session.reload()
    _tell_warnings(session, screen)
    _tell_documents(session, screen)


def _paths(argument: str) -> tuple[str, ...]:
    """Return the paths of an argument: parted by spaces, which quotes protect."""
    import os
    import shlex

    try:
        lexer = shlex.shlex(argument, posix=True, punctuation_chars=False)
        lexer.whitespace_split = True
        lexer.commenters = ""
        if os.sep == "\\":
            lexer.escape = ""
        return tuple(os.path.expanduser(path) for path in lexer)
    except ValueError as error:
        raise UsageError(f"{visible(argument)}: a quote is not closed") from error


def _tell_warnings(session: Session, screen: Screen) -> None:
    screen.show(
        Line((("refusal", "warning: "), ("", visible(warning))))
        for warning in session.engine.warnings
    )


def _tell_documents(session: Session, screen: Screen) -> None:
    paths = session.engine.paths()
    shown = paths if len(paths) <= 10 else paths[:9]
    screen.show(Line((("path", visible(path)),), 2) for path in shown)
    if len(shown) < len(paths):
        screen.show([Line((("label", f"and {len(paths) - len(shown):,} more"),), 2)])
    documents = "1 document" if len(paths) == 1 else f"{len(paths):,} documents"
    screen.say(f"{documents}, {len(session.engine):,} sentences", "label")


def _rules(session: Session, screen: Screen, argument: str) -> None:
    from hegang_qa.cli.repl.rule_list import render_rules

    screen.show(render_rules(session, argument))


def _save(session: Session, screen: Screen, argument: str) -> None:
    from hegang_qa.cli.repl.transcript import save

    paths = _paths(argument)
    if len(paths) != 1:
        raise UsageError("/save needs a file", hint="/save talk.md or /save talk.jsonl")
    if not session.turns:
        raise UsageError("there is nothing to save yet", hint="ask something first")
    save(session.turns, paths[0], overwrite=paths[0] in session.saved)
    session.saved.add(paths[0])
    turns = "1 turn" if len(session.turns) == 1 else f"{len(session.turns)} turns"
    screen.say(f"Saved {turns} to {visible(paths[0])}", "label")


def _copy(session: Session, screen: Screen, argument: str) -> None:
    from hegang_qa.cli.repl.clipboard import copy

    if session.last is None or session.last.text is None:
        raise UsageError("there is no answer to copy")
    if not copy(session.last.text, screen):
        raise UsageError("no clipboard was found here", hint="/save writes a file")
    screen.say(f"Copied: {visible(session.last.text)}", "label")


def _vi(session: Session, screen: Screen, argument: str) -> None:
    session.change(editing="emacs" if session.settings.editing == "vi" else "vi")
    screen.say(f"Keys: {session.settings.editing}", "label")


def _clear(session: Session, screen: Screen, argument: str) -> None:
    screen.send("\x1b[H\x1b[2J")


def _new(session: Session, screen: Screen, argument: str) -> None:
    session.forget()
    screen.say("A new thread.", "label")


def _quit(session: Session, screen: Screen, argument: str) -> None:
    raise Leave


REGISTRY = Registry(
    (
        Command("help", "[COMMAND]", "this list, or one command", _help, "command", ("?",)),
        Command("sources", "", "the sentences behind the last answer, numbered", _sources),
        Command("open", "[N]", "source N in your pager or editor, at its line", _open),
        Command("more", "", "the next best answers", _more),
        Command("explain", "", "how the last answer was found", _explain, "", ("why",)),
        Command("top", "[N]", "show N answers to each question", _top),
        Command(
            "within",
            "[GLOB ...]",
            "answer only from these documents; all: from every one",
            _within,
            "document",
        ),
        Command(
            "docs",
            "[PATH ...]",
            "read other documents, in a new thread; or list them",
            _docs,
            "path",
        ),
        Command("add", "PATH ...", "read these documents as well", _add, "path"),
        Command("reload", "", "read documents and rules again", _reload),
        Command("rules", "[QUESTION]", "the rules, or the one that reads a question", _rules),
        Command("save", "FILE", "write the talk: Markdown, or JSON Lines (.jsonl)", _save, "path"),
        Command("copy", "", "put the last answer on the clipboard", _copy),
        Command("vi", "", "switch between emacs and vi keys (F4)", _vi),
        Command("clear", "", "clear the screen", _clear),
        Command("new", "", "forget the thread; the next question stands alone", _new),
        Command("quit", "", "leave (Ctrl-D)", _quit, "", ("exit", "q")),
    )
)
"""The commands of the conversation."""
