"""Questions on a full screen: one application of prompt_toolkit, in questionary's style.

What a question looks like is in `writing`, `picking` and `reading`, its words are in
`prompts/words/terminal.yaml`, its keys in `keys`, what the terminal sends in `keyboard`.
"""

import asyncio
import contextlib
import os
import signal
import termios
import time
from collections.abc import Iterator
from typing import Any, BinaryIO, TextIO

from prompt_toolkit.application import Application, get_app, run_in_terminal
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.layout import Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.output.defaults import create_output
from prompt_toolkit.renderer import print_formatted_text
from questionary import Style

from amjd.asker import Ask, Reply, Signal, resumed
from amjd.terminal import stops, view
from amjd.terminal.editor import edited, has_editor
from amjd.terminal.keyboard import STOPS, Keyboard
from amjd.terminal.keys import SIGNALS, key_for
from amjd.terminal.lines import drop_pending, fitted, visible, width
from amjd.terminal.picking import Own, Picking, Refused
from amjd.terminal.reading import Reading
from amjd.terminal.sequences import Key
from amjd.terminal.trace import Trace
from amjd.terminal.view import Frame
from amjd.terminal.writing import Edit, Writing
from amjd.text.errors import AmjdError
from amjd.words import Terminal

Panel = Writing | Picking | Reading

# Plain letters, lines that wrap, a cursor that is seen, arrow keys and pastes as a shell has them.
_AS_BEFORE = "\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1l\x1b[?2004l"
# Magenta can be read on black and on white; cyan and bright black vanish on one of them.
_STYLE = Style(
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


@contextlib.contextmanager
def screen(source: BinaryIO, sink: TextIO, words: Terminal, trace: Trace) -> Iterator["Screen"]:
    """Draw on the sink, and read keys from the source, while the interview lasts."""
    reader = open(source.fileno(), closefd=False)  # noqa: SIM115 - it is read until the end
    made = Screen(reader, sink, words, trace)
    try:
        made.be_quiet()
        yield made
    finally:
        made.give_back()


class Screen:
    """Asks one question at a time; those that were answered stand above it, a line each."""

    def __init__(self, source: TextIO, sink: TextIO, words: Terminal, trace: Trace) -> None:
        self._descriptor, self._sink = source.fileno(), sink
        self._words, self._trace = words, trace
        self._keyboard = Keyboard(source, self._pressed)
        self._application = self._made()
        self._panel: Panel | None = None
        self._frame = Frame([], None)
        self._answered: tuple[Ask, str] | None = None
        self._stop, self._is_traced = "", False
        self._modes = None
        with contextlib.suppress(termios.error):
            self._modes = termios.tcgetattr(self._descriptor)

    def _made(self) -> "Application[Any]":
        control = FormattedTextControl(self._drawn, get_cursor_position=self._cursor)
        window = Window(control, always_hide_cursor=False, dont_extend_height=True)
        application: Application[Any] = Application(
            Layout(window), style=_STYLE, input=self._keyboard, output=create_output(self._sink),
            erase_when_done=True, include_default_pygments_style=False,
            after_render=self._rendered,
        )  # fmt: skip
        application.ttimeoutlen = 0.05  # seconds in which the pieces of a sequence come
        return application

    # -- the terminal between two questions --------------------------------------------------

    def be_quiet(self) -> None:
        """Let nothing be echoed between two questions; a stop still is one."""
        if self._modes:
            modes = [*self._modes]
            modes[3] &= ~(termios.ECHO | termios.ICANON)
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self._descriptor, termios.TCSANOW, modes)

    def give_back(self) -> None:
        """Leave the terminal as it was."""
        self._leave_answered()
        self._restore()

    def _restore(self) -> None:
        with contextlib.suppress(termios.error, OSError, ValueError):  # the window is closed
            if self._modes:
                termios.tcsetattr(self._descriptor, termios.TCSANOW, self._modes)
            self._sink.write(_AS_BEFORE)
            self._sink.flush()

    @contextlib.contextmanager
    def _drawing(self) -> Iterator[None]:
        """Give the terminal back if a stop comes while something is drawn."""
        try:
            yield
        except SystemExit:
            # A signal leaves the event loop at once, and prompt_toolkit's own tidying behind.
            stops.ignore()
            self._answered = None
            self._restore()
            with contextlib.suppress(OSError, ValueError):
                self._sink.write("\n")
            raise

    # -- what an interview wants -------------------------------------------------------------

    def ask(self, ask: Ask) -> Reply:
        is_again = bool(ask.typed or ask.note)
        if is_again and self._answered and self._answered[0][:3] == ask[:3]:
            self._answered = None
        self._leave_answered()
        if ask.kind == "page":
            return self._run(Reading(ask, self._words))
        if ask.kind == "text":
            return self._write(ask)
        return self._pick(ask)

    def key(self, signal: Signal) -> str:
        return key_for(signal).shown

    def tell(self, text: str) -> None:
        self._leave_answered()
        self._say([("", f"\n{fitted(text, width(self._sink))}")])

    def _write(self, ask: Ask) -> Reply:
        while True:
            reply = self._run(Writing(ask, self._words, has_editor()))
            if not isinstance(reply, Edit):
                break
            ask = ask._replace(typed=self._edited(reply), note="")
        values, names = _all_visible(reply.values)
        if names:
            self._say([("", fitted(self._words.taken_out.format(names=", ".join(names)), 79))])
        return self._left(ask, reply._replace(values=values))

    def _edited(self, text: str) -> str:
        self._say([("class:hint", self._words.editor_open)])
        self._restore()
        try:
            return edited(text, self._descriptor, self._sink)
        except AmjdError as error:
            self.tell(str(error))
            return text
        finally:
            self.be_quiet()

    def _pick(self, ask: Ask) -> Reply:
        if ask.own and ask.typed and ask.note:
            if reply := self._own(ask, ask.typed):
                return reply
            ask = ask._replace(typed="", note="")
        panel = Picking(ask, self._words)
        while isinstance(reply := self._run(panel), Own):
            found = self._own(panel.now()._replace(note=""), reply.typed)
            if found:
                return found
        return self._left(ask, reply)

    def _own(self, ask: Ask, typed: str) -> Reply | None:
        """Ask for own words; None if the list is wanted again after all."""
        asked = ask._replace(
            kind="text", rows=(), own=False, at=None, ticked=(), current=(), why=self._words.own,
            typed=typed, read=None if ask.kind == "tick" else ask.read, many=False,
        )  # fmt: skip
        reply = self._write(asked)
        if reply.signal is Signal.BACK or not (reply.signal or reply.values):
            self._answered = None
            return None
        if ask.kind == "pick" or reply.signal:
            return reply if not reply.signal else reply._replace(values=ask.ticked)
        self._answered = None
        return Reply(tuple(dict.fromkeys([*ask.ticked, reply.text])), again=True)

    def _left(self, ask: Ask, reply: Reply) -> Reply:
        """Remember the line that an answered question leaves above the next one."""
        if reply.signal in (None, Signal.OPEN) and not reply.again:
            self._answered = ask, _shown(ask, reply, self._words)
        return reply

    def _leave_answered(self) -> None:
        if self._answered:
            (ask, shown), self._answered = self._answered, None
            for line in view.answered_lines(ask, shown, width(self._sink)):
                self._say(line)

    def _say(self, line: view.Styled) -> None:
        # The one of prompt_toolkit's shortcuts parses 250 lines of style anew for every text.
        with self._drawing():
            fragments = FormattedText([*line, ("", "\n")])
            print_formatted_text(self._application.output, fragments, _STYLE)

    # -- the application ---------------------------------------------------------------------

    def _run(self, panel: Any) -> Any:
        """Let a panel have the keys until it ends; what stands behind its end is dropped."""
        if self._stop:
            self._end(self._stop)
        self._panel, self._is_traced = panel, False
        try:
            # A SIGINT that comes while a prompt begins or ends would be lost on prompt_toolkit.
            with self._drawing():
                return self._application.run(
                    _leave_stops_alone, set_exception_handler=False, handle_sigint=False
                )
        finally:
            self._panel = None
            self._keyboard.answered()
            if drop_pending(self._descriptor, wait=0):
                self._keyboard.has_dropped = True

    def _end(self, name: str) -> None:
        stops.ignore()
        raise {"c-c": KeyboardInterrupt(), "c-d": EOFError()}.get(name) or SystemExit(131)

    def _pressed(self, key: Key) -> None:
        """Take a key; behind the end of a question a stop counts, and nothing else."""
        application, panel = self._application, self._panel
        if panel is None or application.is_done:
            self._stop = key.name if key.name in STOPS else self._stop
            self._keyboard.has_dropped |= key.name in ("text", "paste")
            return
        self._keyboard.has_dropped = False
        signals = {one.name: one.signal for one in SIGNALS if one.signal in panel.ask.signals}
        if key.name in (*STOPS, "c-d"):
            try:
                self._end(key.name)
            except BaseException as stop:
                application.exit(exception=stop)
        elif key.name in signals:
            application.exit(Reply(panel.so_far(), signals[key.name]))
        elif key.name == "c-z":
            run_in_terminal(self._suspend)
        elif key.name == "redraw":
            application.renderer.clear()
        elif isinstance(outcome := panel.pressed(key), Refused):
            self._is_traced = False
        elif outcome is not None:
            application.exit(outcome)
        application.invalidate()

    def _suspend(self) -> None:
        self._restore()
        self._sink.write(f"\r\n{fitted(self._words.suspended, width(self._sink))}\r\n")
        self._sink.flush()
        os.kill(os.getpid(), signal.SIGTSTP)
        self.be_quiet()

    def _drawn(self) -> view.Styled:
        size = self._application.output.get_size()
        panel, columns_, rows = self._panel, max(1, size.columns - 1), max(1, size.rows)
        if isinstance(panel, Reading):
            self._frame = panel.frame(columns_, rows)
        elif panel:
            parts = panel.view(columns_)
            if self._keyboard.has_dropped:
                dropped = view.note_lines(self._words.dropped, columns_)
                parts = parts._replace(note=[*parts.note, *dropped])
            self._frame = view.framed(parts, rows - 1 if rows > 2 else rows)
        fragments: view.Styled = []
        for number, line in enumerate(self._frame.lines):
            fragments += [*([("", "\n")] if number else []), *line]
        return fragments

    def _cursor(self) -> Point | None:
        if self._frame.cursor is None:
            return Point(0, max(0, len(self._frame.lines) - 1))
        return Point(*self._frame.cursor)

    def _rendered(self, _: "Application[Any]") -> None:
        """Trace what is asked, once keys are read and it stands on the screen."""
        panel = self._panel
        if self._is_traced or panel is None or self._application.is_done:
            return
        self._is_traced = True
        self._trace_when_heard(panel)

    def _trace_when_heard(self, panel: Any) -> None:
        wait = self._keyboard.deaf_until - time.monotonic()
        if wait > 0:
            asyncio.get_running_loop().call_later(wait, self._trace_when_heard, panel)
        elif panel is self._panel and not self._application.is_done:
            self._trace.asked(panel.now())
            if self._keyboard.has_dropped:
                self._application.invalidate()


def _all_visible(values: tuple[str, ...]) -> tuple[tuple[str, ...], list[str]]:
    found = [visible(value) for value in values]
    names = dict.fromkeys(name for _, names in found for name in names)
    return tuple(text for text, _ in found), list(names)


def _shown(ask: Ask, reply: Reply, words: Terminal) -> str:
    """Return an answer as it stands above the next question."""
    if reply.signal:
        return words.open
    if not reply.values:
        return words.none_ticked if ask.kind == "tick" else words.left_empty
    seen = ask.read(reply.values) if ask.read and ask.kind != "tick" else None
    if seen and seen.text and not seen.refused:
        return seen.text
    labels = {row.value: row.label for row in resumed(ask, reply).rows}
    return "; ".join(labels.get(value, value) for value in reply.values)


def _leave_stops_alone() -> None:
    """Let a stop that comes inside a task of the event loop end the program, and nothing else.

    prompt_toolkit's own handler would show its insides and wait for Enter.
    """
    asyncio.get_running_loop().set_exception_handler(_end_with)


def _end_with(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    # The one that is told of may have ended already, or be about to.
    with contextlib.suppress(Exception):
        if error is not None:
            get_app().exit(exception=error)
