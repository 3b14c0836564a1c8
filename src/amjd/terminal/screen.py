"""Questions on a full screen, with arrow keys and defaults, drawn by questionary.

Its words are in `prompts/words/terminal.yaml`, its keys in `keys`, what they do in `bindings`.
"""

import asyncio
import contextlib
import termios
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

import questionary
from prompt_toolkit.application import create_app_session, get_app, get_app_session
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import to_filter
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.output.defaults import create_output
from prompt_toolkit.renderer import print_formatted_text
from prompt_toolkit.selection import SelectionType
from prompt_toolkit.styles import Style

from amjd.asker import NOTHING, Asked, Reply, Signal
from amjd.questions import Question
from amjd.terminal import stops
from amjd.terminal.bindings import Edit, add_keys
from amjd.terminal.editor import edited
from amjd.terminal.keys import foot, key_for
from amjd.terminal.lines import drop_pending, fitted, hint, is_list, picked, row_by_row, width
from amjd.text.errors import AmjdError
from amjd.words import Terminal

if TYPE_CHECKING:
    from amjd.terminal.tables import Table

_OTHER = "\0other"
_WIDE = 70
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
        ("hint", "dim"),
    ]
)

# What stands reversed in a text is replaced by typing; in a list the pointer is enough.
_LIST_STYLE = Style([*_STYLE.style_rules, ("selected", "noreverse")])


@contextlib.contextmanager
def screen(source: BinaryIO, sink: TextIO, words: Terminal) -> Iterator["Screen"]:
    """Draw on the sink, and read keys from the source, while the interview lasts."""
    reader = open(source.fileno(), closefd=False)  # noqa: SIM115 - it is read until the end
    with create_app_session(create_input(reader), create_output(sink)):
        yield Screen(source.fileno(), sink, words)


class Screen:
    """Asks one question at a time; what was asked before scrolls up and stays."""

    def __init__(self, descriptor: int, sink: TextIO, words: Terminal) -> None:
        self._descriptor, self._sink, self._words = descriptor, sink, words
        self._modes = None
        with contextlib.suppress(termios.error):
            self._modes = termios.tcgetattr(descriptor)

    @contextlib.contextmanager
    def _drawing(self) -> Iterator[None]:
        """Give the terminal back if a stop comes while something is drawn."""
        try:
            yield
        except SystemExit:
            # A signal leaves the event loop at once, and prompt_toolkit's own tidying behind.
            stops.ignore()
            with contextlib.suppress(termios.error, OSError, ValueError):  # the window is closed
                if self._modes:
                    termios.tcsetattr(self._descriptor, termios.TCSANOW, self._modes)
                self._sink.write(f"{_AS_BEFORE}\n")
                self._sink.flush()
            raise

    def ask(self, asked: Asked) -> Reply:
        if not asked.typed:
            self._introduce(asked)
        if is_list(asked.question):
            return self._pick(asked)
        return self._type(asked)

    def _introduce(self, asked: Asked) -> None:
        words, question = self._words, asked.question
        self._say("")
        if asked.number:
            counted = words.question.format(number=asked.number, total=asked.total)
            self._say(counted, "class:hint")
        self._say(question.why)
        for number, choice in enumerate(question.choices, start=1):
            # questionary would cut the help of a choice at the edge of the window.
            label = f"{number}. {choice.label}" if question.many else choice.label
            self._say(f"- {label}: {choice.help}" if choice.help else f"- {label}")
        # In a list the pointer shows what Enter takes.
        if not is_list(question) and (line := hint(asked, words)):
            self._say(line, "class:hint")
        self._say(foot(question.long), "class:hint")

    def key(self, signal: Signal) -> str:
        return key_for(signal).shown

    def tell(self, text: str) -> None:
        self._say("")
        self._say(text)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        if width(self._sink) < _WIDE:
            self._say("\n".join(row_by_row(rows)))
            return
        # rich is not needed before the first table.
        from amjd.terminal import tables

        self._draw(tables.with_head(rows))

    def review(self, rows: Sequence[tuple[str, str]]) -> None:
        from amjd.terminal import tables  # as above

        # One line each, or the first answers leave the screen; the preview shows them whole.
        self._draw(tables.numbered(rows, whole=width(self._sink) < _WIDE))
        empty = [f"{number} {label}" for number, (label, said) in enumerate(rows) if not said]
        if empty:
            self._say(self._words.left_empty.format(labels=" | ".join(empty)))

    def _draw(self, table: "Table") -> None:
        from amjd.terminal import tables  # as above

        with self._drawing():
            tables.draw(table, self._sink, width(self._sink))

    def _say(self, text: str, style: str = "") -> None:
        fragments = FormattedText([(style, fitted(text, width(self._sink)) + "\n")])
        # The one of prompt_toolkit's shortcuts parses 250 lines of style anew for every text.
        with self._drawing():
            print_formatted_text(get_app_session().output, fragments, _STYLE)

    def _message(self, question: Question) -> str:
        # The prompt itself would break it in mid-word, two columns behind its mark.
        return fitted(question.question, width(self._sink) - 3).replace("\n", "\n  ")

    def _type(self, asked: Asked) -> Reply:
        typed = asked.typed or asked.current
        between = "; " if asked.question.many else " "
        while True:
            default = between.join(filter(None, typed.split("\n")))
            prompt = questionary.text(self._message(asked.question), default=default, style=_STYLE)
            if typed == asked.current and not (asked.question.long or asked.question.many):
                _select_all(prompt.application.current_buffer)
            reply = self._run(prompt, asked.question.long)
            if isinstance(reply, Edit):
                typed = self._edited(reply.text)
                continue
            answer = reply.text if reply.signal else picked(asked, reply.text)
            if answer is not None:
                return reply._replace(text=answer)
            typed = reply.text
            self.tell(self._words.no_choice)

    def _edited(self, text: str) -> str:
        self._say(self._words.editor_open, "class:hint")
        try:
            return edited(text, self._descriptor, self._sink)
        except AmjdError as error:
            self.tell(str(error))
            return text

    def _pick(self, asked: Asked) -> Reply:
        question = asked.question
        choices = [questionary.Choice(choice.label, choice.value) for choice in question.choices]
        known = [choice.value for choice in question.choices]
        if asked.current and asked.current not in known:
            choices.append(questionary.Choice(asked.current, asked.current))
        if question.other:
            choices.append(questionary.Choice(self._words.other, _OTHER))
        if asked.optional and not asked.current:
            choices.append(questionary.Choice(f"({self._words.optional})", ""))
        elif asked.optional:
            choices.append(questionary.Choice(f"({self._words.no_answer})", NOTHING))
        prompt = questionary.select(
            self._message(question),
            choices,
            default=asked.current or ("" if asked.optional else None),
            style=_LIST_STYLE,
            use_shortcuts=True,
            use_jk_keys=False,
            instruction=" ",
        )
        reply = self._run(prompt)
        if isinstance(reply, Edit) or reply.text != _OTHER:
            return Reply(*reply)
        own = question._replace(choices=())
        return self._type(asked._replace(question=own, current=""))

    def _run(self, prompt: questionary.Question, long: bool = False) -> "Reply | Edit":
        add_keys(prompt, long)
        for window in prompt.application.layout.find_all_windows():
            # questionary cuts a long line at the edge of a narrow window.
            window.wrap_lines = to_filter(True)
        try:
            # A SIGINT that comes while a prompt begins or ends would be lost on prompt_toolkit.
            with self._drawing():
                answer = prompt.application.run(
                    _leave_stops_alone, set_exception_handler=False, handle_sigint=False
                )
        finally:
            pasted = bool(get_typeahead(prompt.application.input))
            drop_pending(self._descriptor, pasted)
        return answer if isinstance(answer, Reply | Edit) else Reply(answer)


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


def _select_all(buffer: Buffer) -> None:
    """Let the first key that is typed replace the text, as in a form."""
    buffer.cursor_position = 0
    buffer.start_selection(SelectionType.CHARACTERS)
    if buffer.selection_state:
        buffer.selection_state.enter_shift_mode()
    buffer.cursor_position = len(buffer.text)
