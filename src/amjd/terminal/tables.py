"""Tables on a screen, laid out by rich."""

from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from amjd.text.characters import printable

__all__ = ["Table", "draw", "numbered", "with_head"]


def with_head(rows: Sequence[Sequence[str]]) -> Table:
    """Lay out rows of which the first is the head."""
    table = Table(*rows[0])
    for row in rows[1:]:
        table.add_row(*map(Text, row))
    return table


def numbered(rows: Sequence[tuple[str, str]], whole: bool) -> Table:
    """Lay out labels and answers, numbered from 0; on one line each unless they shall be whole."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for number, (label, answer) in enumerate(rows):
        shown = Text(printable(answer), no_wrap=not whole, overflow="ellipsis")
        if answer:
            table.add_row(Text(str(number)), Text(label, no_wrap=not whole), shown)
    return table


def draw(table: Table, sink: TextIO, width: int) -> None:
    """Draw a table in so many columns."""
    Console(file=sink, highlight=False, width=width).print(table)
