"""What the keys of a screen do: those of the table in `keys`, and those that change a text."""

from collections.abc import Callable
from typing import Any, NamedTuple

import questionary
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys

from amjd.asker import Reply, Signal
from amjd.terminal import stops
from amjd.terminal.keys import EDITOR, SIGNALS, STOP


class Edit(NamedTuple):
    """The wish to go on with a text in an editor."""

    text: str


def add_keys(prompt: questionary.Question, editor: bool) -> None:
    """Give every prompt the same keys; a select of questionary does not know Ctrl-D."""
    application, keys = prompt.application, KeyBindings()

    def leave_with(signal: Signal | None) -> Callable[[Any], None]:
        return lambda event: event.app.exit(Reply(event.app.current_buffer.text, signal))

    for key in SIGNALS:
        keys.add(key.binding, eager=True)(leave_with(key.signal))

    @keys.add(STOP.binding, eager=True)
    def _interrupt(event: Any) -> None:
        stops.ignore()
        event.app.exit(exception=KeyboardInterrupt)

    @keys.add("c-d", eager=True)
    def _end(event: Any) -> None:
        stops.ignore()
        event.app.exit(exception=EOFError)

    @keys.add("c-z", eager=True)
    def _suspend(event: Any) -> None:
        event.app.suspend_to_background()

    # Control characters are taken into the answer, where they are refused by name; as editing
    # keys they would change it unseen.
    @keys.add("c-@", eager=True)
    @keys.add("c-g", eager=True)
    @keys.add("c-i", eager=True)
    @keys.add("c-k", eager=True)
    @keys.add("escape", eager=True)
    @keys.add(Keys.Vt100MouseEvent, eager=True)
    def _insert(event: Any) -> None:
        event.app.current_buffer.cut_selection()
        event.app.current_buffer.insert_text(event.data)

    @keys.add(Keys.BracketedPaste, eager=True)
    def _paste(event: Any) -> None:
        event.app.current_buffer.cut_selection()
        event.app.current_buffer.insert_text(event.data.replace("\r\n", "\n").replace("\r", "\n"))

    if editor:

        @keys.add(EDITOR.binding, eager=True)
        def _edit(event: Any) -> None:
            event.app.exit(Edit(event.app.current_buffer.text))

    application.key_bindings = merge_key_bindings([application.key_bindings or KeyBindings(), keys])
