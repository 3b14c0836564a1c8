"""The one application of prompt_toolkit that draws every question and reads its keys.

What a question looks like, and what its keys do, is its panel's: `writing`, `picking`, `reading`.
"""

import asyncio
import contextlib
import time
from collections.abc import Iterator
from types import FrameType
from typing import Any, TextIO

from prompt_toolkit.application import Application, get_app, run_in_terminal
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.layout import Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.output.defaults import create_output
from prompt_toolkit.renderer import print_formatted_text
from questionary import Style
from questionary.styles import merge_styles_default

from amjd.asker import Reply
from amjd.terminal import inputs, stops, system, view
from amjd.terminal.choosing import Refused
from amjd.terminal.keys import SIGNALS
from amjd.terminal.lines import fitted, say_past, width
from amjd.terminal.picking import Picking
from amjd.terminal.reading import Reading
from amjd.terminal.sequences import PIECES, Key
from amjd.terminal.trace import Trace
from amjd.terminal.view import Frame
from amjd.terminal.writing import Writing
from amjd.words.terminal import Terminal

Panel = Writing | Picking | Reading

_ENDS = 9  # how often at most a coroutine awaits something at its end

# Magenta can be read on black and on white; cyan and bright black vanish on one of them.
_STYLE = merge_styles_default(
    [
        Style(
            [
                ("qmark", "fg:ansimagenta bold"),
                ("question", "bold"),
                ("answer", "fg:ansimagenta bold"),
                ("pointer", "fg:ansimagenta bold"),
                ("highlighted", "fg:ansimagenta bold"),
                ("seen", "fg:ansimagenta"),
                ("bar", "fg:ansimagenta"),
                ("note", "fg:ansired bold"),
                ("old", "reverse"),
                ("hint", "dim"),
            ]
        )
    ]
)


class Stage:
    """The terminal while an interview lasts: panels play on it, one after the other."""

    def __init__(self, source: TextIO, sink: TextIO, words: Terminal, trace: Trace) -> None:
        self.descriptor, self.sink = source.fileno(), sink
        self._words, self._trace = words, trace
        self._keyboard = inputs.keyboard(source, self._pressed)
        self._application = self._made()
        self._runner = asyncio.Runner()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._panel: Panel | None = None
        self._frame = Frame([], None)
        self._stop, self._is_traced, self._is_lent = "", False, False
        self._modes = system.modes(self.descriptor)

    def _made(self) -> "Application[Any]":
        control = FormattedTextControl(self._drawn, get_cursor_position=self._cursor)
        window = Window(control, always_hide_cursor=False, dont_extend_height=True)
        application: Application[Any] = Application(
            Layout(window), style=_STYLE, input=self._keyboard, output=create_output(self.sink),
            erase_when_done=True, include_default_pygments_style=False,
            after_render=self._rendered,
        )  # fmt: skip
        application.ttimeoutlen = PIECES
        return application

    def be_quiet(self) -> None:
        """Let nothing be echoed between two questions; a stop still is one."""
        system.set_modes(self.descriptor, system.without_echo(self._modes))

    def give_back(self) -> None:
        """Leave the terminal as it was."""
        system.set_modes(self.descriptor, self._modes)
        with contextlib.suppress(OSError, ValueError):  # the window is closed
            say_past(self.sink, system.AS_BEFORE)

    @contextlib.contextmanager
    def lent(self) -> Iterator[None]:
        """Leave the terminal to another program while that runs."""
        self._is_lent = True
        self.give_back()
        try:
            yield
        finally:
            self.be_quiet()
            self._is_lent = False

    def close(self) -> None:
        """End for good."""
        if not (self._loop and self._loop.is_closed()):
            self._runner.close()
        self.give_back()

    def _abandon(self) -> None:
        """Let what was broken off tidy up, and do without the event loop from now on.

        A signal may have come between two steps of it, of which one is lost then: to wait for what
        should come of that is to wait for ever.
        """
        if self._loop is None:
            return
        # What it tells of from now on ends nothing.
        self._loop.set_exception_handler(lambda *_: None)
        for task in asyncio.all_tasks(self._loop):
            _close(task.get_coro())
        self._loop.close()

    @contextlib.contextmanager
    def _drawing(self) -> Iterator[None]:
        """Give the terminal back if a stop comes while something is drawn."""
        try:
            yield
        except SystemExit:
            # A signal leaves the event loop at once, and prompt_toolkit's own tidying behind.
            stops.ignore()
            self._abandon()
            self.give_back()
            with contextlib.suppress(OSError, ValueError):
                self.sink.write("\n")
            raise

    def say(self, *lines: view.Styled) -> None:
        """Write lines that stay above what follows."""
        # The one of prompt_toolkit's shortcuts parses 250 lines of style anew for every text.
        with self._drawing():
            fragments = FormattedText(piece for line in lines for piece in (*line, ("", "\n")))
            print_formatted_text(self._application.output, fragments, _STYLE)

    def take_back(self, rows: int) -> None:
        """Erase the last lines that were written."""
        output = self._application.output
        with self._drawing():
            output.cursor_up(rows)
            output.erase_down()
            output.flush()

    def play(self, panel: Panel) -> Any:
        """Let a panel have the keys until it ends."""
        if self._stop:
            stops.end(self._stop)
        self._panel, self._is_traced = panel, False
        self._keyboard.begin()
        try:
            # A SIGINT that comes while a prompt begins or ends would be lost on prompt_toolkit.
            with self._drawing():
                self._loop = self._runner.get_loop()
                # prompt_toolkit's own handler would show its insides and wait for Enter.
                self._loop.set_exception_handler(_end_with)
                return self._runner.run(
                    self._application.run_async(set_exception_handler=False, handle_sigint=False)
                )
        finally:
            self._panel = None
            self._keyboard.answered()

    def _pressed(self, key: Key) -> None:
        """Take a key; behind the end of a question a stop counts, and nothing else."""
        panel = self._panel
        if panel is None or self._application.is_done:
            self._stop = key.name if key.name in stops.KEYS else self._stop
            self._keyboard.has_dropped |= key.name in ("text", "paste")
            return
        self._keyboard.has_dropped = False
        if not self._is_wish(panel, key):
            self._give(panel, key)
        self._application.invalidate()

    def _is_wish(self, panel: Panel, key: Key) -> bool:
        """Obey a key that does the same at every question; whether it is one."""
        signals = {one.name: one.signal for one in SIGNALS if one.signal in panel.ask.signals}
        if key.name in (*stops.KEYS, "c-d"):
            try:
                stops.end(key.name)
            except BaseException as stop:
                self._application.exit(exception=stop)
        elif key.name in signals:
            self._application.exit(result=Reply(panel.so_far(), signals[key.name]))
        elif key.name == "c-z":
            if system.CAN_SUSPEND:
                run_in_terminal(self._leave)
        elif key.name == "redraw":
            self._application.renderer.clear()
        else:
            return False
        return True

    def _give(self, panel: Panel, key: Key) -> None:
        """Let a panel have a key, and end the question if that does."""
        outcome = panel.pressed(key)
        if isinstance(outcome, Refused):
            self._is_traced = False  # it is to be answered still
            self._keyboard.answered()
        elif outcome is not None:
            self._application.exit(result=outcome)

    def suspended(self, _number: int, _frame: FrameType | None) -> None:
        """Stop as Ctrl-Z does; between two questions, that is a signal."""
        if self._is_lent:  # the editor takes the terminal back by itself
            system.suspend()
        elif self._loop and self._application.is_running and not self._application.is_done:
            self._loop.call_soon_threadsafe(run_in_terminal, self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        """Give the terminal to the shell until somebody comes back."""
        self.give_back()
        say_past(self.sink, f"\r\n{fitted(self._words.suspended, width(self.sink))}\r\n")
        system.suspend()
        self.be_quiet()

    def _drawn(self) -> FormattedText:
        size = self._application.output.get_size()
        if self._panel:
            said = self._words.dropped if self._keyboard.has_dropped else ""
            columns_, rows = max(1, size.columns - 1), max(1, size.rows)
            self._frame = self._panel.frame(columns_, rows, said)
        pieces: view.Styled = []
        for number, line in enumerate(self._frame.lines):
            pieces += [*([("", "\n")] if number else []), *line]
        return FormattedText(pieces)

    def _cursor(self) -> Point | None:
        if self._frame.cursor is None:
            return Point(0, max(0, len(self._frame.lines) - 1))
        return Point(*self._frame.cursor)

    def _rendered(self, _: "Application[Any]") -> None:
        """Trace what is asked, once keys are read and it stands on the screen."""
        panel = self._panel
        if panel and not self._is_traced and not self._application.is_done:
            self._is_traced = True
            self._trace_when_heard(panel)

    def _trace_when_heard(self, panel: Panel) -> None:
        wait = self._keyboard.deaf_until - time.monotonic()
        if wait > 0:
            asyncio.get_running_loop().call_later(wait, self._trace_when_heard, panel)
        elif panel is self._panel and not self._application.is_done:
            self._trace.asked(panel.now())
            if self._keyboard.has_dropped:
                self._application.invalidate()


def _close(coroutine: Any) -> None:
    """End a coroutine where it stands; what it awaits at its end is not waited for."""
    for _ in range(_ENDS):
        try:
            coroutine.close()
        except RuntimeError:  # it goes on to await something
            continue
        return


def _end_with(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Let a stop that comes inside a task of the event loop end the program, and nothing else."""
    error = context.get("exception")
    # The one that is told of may have ended already, or be about to.
    with contextlib.suppress(Exception):
        if error is not None:
            get_app().exit(exception=error)
