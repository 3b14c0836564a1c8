"""Questions with arrow keys, defaults and keys of their own, drawn by questionary."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO, TextIO

import questionary
from prompt_toolkit import print_formatted_text
from prompt_toolkit.application import create_app_session
from prompt_toolkit.filters import to_filter
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.output.defaults import create_output
from prompt_toolkit.styles import Style

from amjd import flow
from amjd.characters import printable
from amjd.flow import Choice
from amjd.interview import Asked, Reply, Signal
from amjd.terminal.lines import drop_pending, fitted, hint, width

_OTHER = "\0other"
_STYLE = Style(
    [
        ("qmark", "fg:ansicyan bold"),
        ("question", "bold"),
        ("answer", "fg:ansicyan bold"),
        ("pointer", "fg:ansicyan bold"),
        ("highlighted", "fg:ansicyan bold"),
        ("selected", "noreverse"),
        ("hint", "fg:ansibrightblack"),
        ("told", "fg:ansicyan"),
    ]
)


@contextlib.contextmanager
def screen(source: BinaryIO, sink: TextIO) -> Iterator["Screen"]:

    reader = open(source.fileno(), closefd=False)  # noqa: SIM115
    with create_app_session(create_input(reader), create_output(sink)):
        yield Screen(source.fileno(), sink)


class Screen:
    """Questions with arrow keys, defaults and keys of their own."""

    def __init__(self, descriptor: int, sink: TextIO) -> None:
        self._descriptor, self._sink = descriptor, sink

    def ask(self, asked: Asked) -> Reply:
        question = asked.question
        if not asked.typed:
            self._introduce(asked)
        if question.choices and question.many:
            return self._pick_several(asked)
        if question.choices:
            return self._pick(asked)
        return self._type(asked)

    def _introduce(self, asked: Asked) -> None:
        words, question = flow.wizard(), asked.question
        self._say("")
        if asked.number:
            self._say(
                words["question"].format(number=asked.number, total=asked.total), "class:hint"
            )
        self._say(question.why)
        if line := hint(asked):
            self._say(line, "class:hint")
        keys = [words["keys"], words["editor"]] if question.long else [words["keys"]]
        self._say(" | ".join(keys), "class:hint")

    def tell(self, text: str) -> None:
        self._say("")
        self._say(text, "class:told")

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        from rich.table import Table
        from rich.text import Text

        table = Table(*rows[0])
        for row in rows[1:]:
            table.add_row(*(Text(cell) for cell in row))
        self._draw(table)

    def review(self, rows: Sequence[tuple[str, str]]) -> None:
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        for number, (label, answer) in enumerate(rows, start=1):
            table.add_row(Text(str(number)), Text(label), Text(printable(answer)))
        self._draw(table)

    def _draw(self, table: object) -> None:
        from rich.console import Console

        console = Console(file=self._sink, highlight=False, width=width())
        console.print(table)

    def _say(self, text: str, style: str = "") -> None:

        fragments = FormattedText([(style, fitted(text))])
        print_formatted_text(fragments, style=_STYLE)

    def _type(self, asked: Asked) -> Reply:
        import questionary

        default = asked.typed or asked.current
        prompt = questionary.text(asked.question.question, default=_one_line(default), style=_STYLE)
        return self._run(prompt, asked.question.long)

    def _pick(self, asked: Asked) -> Reply:
        import questionary

        question = asked.question
        choices = [_choice(choice) for choice in question.choices]
        known = [choice.value for choice in question.choices]
        if question.other:
            if asked.current and asked.current not in known:
                choices.insert(0, questionary.Choice(asked.current, asked.current))
                known.append(asked.current)
            choices.append(questionary.Choice(flow.wizard()["other"], _OTHER))
        if asked.optional and not asked.current:
            choices.insert(0, questionary.Choice(f"({flow.wizard()['optional']})", ""))
        prompt = questionary.select(
            question.question,
            choices,
            default=asked.current if asked.current in known else None,
            style=_STYLE,
            use_shortcuts=True,
            use_jk_keys=False,
            instruction=" ",
        )
        reply = self._run(prompt)
        return self._type(asked._replace(current="")) if reply.text == _OTHER else reply

    def _pick_several(self, asked: Asked) -> Reply:
        import questionary

        question = asked.question
        now = [item.strip() for item in (asked.typed or asked.current).split(";") if item.strip()]
        known = [choice.value for choice in question.choices]
        choices = [_choice(choice, choice.value in now) for choice in question.choices]
        choices += [
            questionary.Choice(item, item, checked=True) for item in now if item not in known
        ]
        choices.append(questionary.Choice(flow.wizard()["other"], _OTHER))
        prompt = questionary.checkbox(
            question.question,
            choices,
            style=_STYLE,
            use_jk_keys=False,
            instruction="(space picks)",
        )
        reply = self._run(prompt)
        if reply.signal or _OTHER not in reply.text.split("; "):
            return reply
        picked = [item for item in reply.text.split("; ") if item != _OTHER]
        own = self._type(asked._replace(current="", typed=""))
        return own if own.signal else Reply("; ".join(filter(None, [*picked, own.text])))

    def _run(self, prompt: questionary.Question, long: bool = False) -> Reply:

        _add_keys(prompt, long)
        for window in prompt.application.layout.find_all_windows():
            # questionary cuts the help of a choice at the edge of a narrow window.
            window.wrap_lines = to_filter(True)
        try:
            answer = prompt.unsafe_ask()
        finally:
            clear_typeahead(prompt.application.input)
            drop_pending(self._descriptor)
        if isinstance(answer, Reply):
            return answer
        return Reply("; ".join(answer) if isinstance(answer, list) else answer)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))


def _choice(choice: Choice, checked: bool = False) -> Any:

    return questionary.Choice(
        choice.label, choice.value, description=choice.help or None, checked=checked
    )


def _add_keys(prompt: questionary.Question, editor: bool) -> None:
    """Give every prompt the same keys; a select knows neither Ctrl-D nor a SIGINT from outside."""
    application, keys = prompt.application, KeyBindings()

    def leave_with(signal: Signal) -> Callable[[Any], None]:
        return lambda event: event.app.exit(Reply(event.app.current_buffer.text, signal))

    keys.add("c-b", eager=True)(leave_with(Signal.BACK))
    keys.add("c-t", eager=True)(leave_with(Signal.NOT_SURE))
    keys.add("c-p", eager=True)(leave_with(Signal.PREVIEW))
    keys.add("c-r", eager=True)(leave_with(Signal.REVIEW))

    @keys.add("c-c", eager=True)
    @keys.add(Keys.SIGINT, eager=True)
    def _interrupt(event: Any) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @keys.add("c-d", eager=True)
    def _end(event: Any) -> None:
        if event.app.current_buffer.text:
            event.app.current_buffer.delete()
        else:
            event.app.exit(exception=EOFError)

    if editor:

        @keys.add("c-o", eager=True)
        def _edit(event: Any) -> None:
            event.app.current_buffer.open_in_editor()

    application.key_bindings = merge_key_bindings([application.key_bindings or KeyBindings(), keys])
