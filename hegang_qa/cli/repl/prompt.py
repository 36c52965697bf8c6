"""Reads what the user types with prompt-toolkit: editing, history, completion, bottom bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.filters import Condition, emacs_insert_mode, to_filter, vi_insert_mode
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import History
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout.controls import SearchBufferControl
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.styles import Style

from hegang_qa.cli.repl.bar import bar_text
from hegang_qa.cli.repl.completion import suggestions
from hegang_qa.cli.repl.registry import Registry
from hegang_qa.cli.repl.session import Session

__all__ = ["PromptReader"]

_STYLE = {
    "prompt": "bold",
    "continuation": "#888888",
    "bottom-toolbar": "noreverse",
    "bottom-toolbar.text": "#888888",
    "completion-menu": "noreverse bg:default",
    "completion-menu.completion": "bg:default",
    "completion-menu.completion.current": "reverse",
    "completion-menu.meta.completion": "bg:default #888888",
    "completion-menu.meta.completion.current": "bg:default #888888",
    "auto-suggestion": "#888888",
}


class PromptReader:
    """Reads lines with prompt-toolkit; `input` and `output` are the terminal's unless given."""

    def __init__(
        self,
        session: Session,
        registry: Registry,
        history: History,
        *,
        complain: Callable[[str], None],
        colours: bool = True,
        input: Input | None = None,
        output: Output | None = None,
        once_drawn: Callable[[], None] | None = None,
    ) -> None:
        """`once_drawn` is called when the prompt has been drawn for the first time."""
        self._session = session
        settings = session.settings
        self._prompt: PromptSession[str] = PromptSession(
            message=[("class:prompt", "> ")],
            multiline=False,
            editing_mode=_mode(settings.editing),
            # While a command is typed the menu is a help; over a question it would be in the way.
            complete_while_typing=Condition(self._types_a_command),
            completer=_Completer(session, registry, complain),
            complete_in_thread=False,
            auto_suggest=AutoSuggestFromHistory() if settings.suggest else None,
            history=history,
            enable_history_search=False,
            enable_open_in_editor=True,
            tempfile_suffix=".txt",
            search_ignore_case=True,
            mouse_support=settings.mouse,
            bottom_toolbar=self._bar if settings.bar else None,
            prompt_continuation=_continuation,
            reserve_space_for_menu=6,
            key_bindings=_keys(session),
            style=Style.from_dict(_STYLE),
            include_default_pygments_style=False,
            color_depth=None if colours else ColorDepth.DEPTH_1_BIT,
            input=input,
            output=output,
        )
        # The line of Ctrl-R is cut off at the right unless it is told to wrap.
        for window in self._prompt.layout.find_all_windows():
            if isinstance(window.content, SearchBufferControl):
                window.wrap_lines = to_filter(True)
        if once_drawn is not None:
            self._call_once(once_drawn)

    def read(self) -> str:
        """Return what was typed; raises `EOFError` for Ctrl-D, `KeyboardInterrupt` for Ctrl-C."""
        self._prompt.editing_mode = _mode(self._session.settings.editing)
        return self._prompt.prompt()

    def _call_once(self, once_drawn: Callable[[], None]) -> None:
        event = self._prompt.app.after_render

        def drawn(_: Any) -> None:
            event.remove_handler(drawn)
            once_drawn()

        event.add_handler(drawn)

    def _types_a_command(self) -> bool:
        return self._prompt.default_buffer.text.lstrip().startswith("/")

    def _bar(self) -> Any:
        try:
            columns = self._prompt.app.output.get_size().columns
            return [("", bar_text(self._session, columns))]
        except Exception as error:  # the bar is drawn at every key: it must never be the end
            return [("", f"{type(error).__name__}: {error}")]


class _Completer(Completer):
    """Hands our suggestions to prompt-toolkit; a defect in them is told once."""

    def __init__(
        self, session: Session, registry: Registry, complain: Callable[[str], None]
    ) -> None:
        self._session = session
        self._registry = registry
        self._complain = complain
        self._complained = False

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """Yield completions for the text before the cursor."""
        try:
            for item in suggestions(document.text_before_cursor, self._session, self._registry):
                yield Completion(item.text, -item.replaces, display_meta=item.about)
        except Exception as error:
            if not self._complained:
                self._complained = True
                self._complain(f"completion failed: {type(error).__name__}: {error}")


def _continuation(width: int, line: int, wraps: int) -> StyleAndTextTuples:
    """Return what stands before a further line, or before the rest of one that is too long."""
    return [("class:continuation", "  " if wraps else ". ")]


def _mode(editing: str) -> EditingMode:
    return EditingMode.VI if editing == "vi" else EditingMode.EMACS


def _keys(session: Session) -> KeyBindings:
    keys = KeyBindings()

    @keys.add("f4")
    def switch_mode(event: KeyPressEvent) -> None:
        """Switch between emacs and vi keys."""
        editing = "emacs" if session.settings.editing == "vi" else "vi"
        session.change(editing=editing)
        event.app.editing_mode = _mode(editing)

    @keys.add("c-p", filter=vi_insert_mode)
    def earlier(event: KeyPressEvent) -> None:
        """Recall the line before, as in emacs mode."""
        event.current_buffer.auto_up()

    @keys.add("c-n", filter=vi_insert_mode)
    def later(event: KeyPressEvent) -> None:
        """Recall the line after, as in emacs mode."""
        event.current_buffer.auto_down()

    @keys.add("escape", "enter", filter=emacs_insert_mode)
    def new_line(event: KeyPressEvent) -> None:
        """Begin a new line within the question."""
        event.current_buffer.insert_text("\n")

    return keys
