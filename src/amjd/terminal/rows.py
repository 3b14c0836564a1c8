"""What the rows of a list look like in so many columns, under the headings that part them."""

from collections.abc import Sequence

from amjd.asker import Row
from amjd.terminal import view
from amjd.terminal.columns import columns, wrapped
from amjd.terminal.view import Styled
from amjd.text.characters import printable

_BESIDE = 24  # columns; with fewer left for it, help stands below its choice
_NARROW = 50  # columns; with fewer, only the choice at the pointer has its help


def laid_out(
    rows: Sequence[tuple[str, Row]], at: int | None, width: int
) -> tuple[list[Styled], int]:
    """Lay out rows, each with its mark, and find the line with the one at the pointer."""
    body, focus, under = list[Styled](), 0, ""
    label_width = max((columns(row.label) for _, row in rows), default=0)
    for number, (mark, row) in enumerate(rows):
        if row.under != under:
            body += view.paragraph("class:question", row.under, width)
            under = row.under
        if number == (at or 0):
            focus = len(body)
        body += _row(mark, row, number == at, label_width, width)
    return body, focus


def _row(mark: str, row: Row, is_at: bool, label_width: int, width: int) -> list[Styled]:
    """Lay out a choice with its help beside it, or below where there is no room."""
    style, indent = "class:highlighted" if is_at else "", " " * columns(mark)
    label, help_ = printable(row.label), printable(row.help)
    help_ = help_ if width >= _NARROW or is_at else ""
    beside = columns(mark) + label_width + 2
    if help_ and width - beside >= _BESIDE:
        first, *text = wrapped(f"{' ' * beside}{help_}", width, " " * beside)
        label += " " * (label_width - columns(label))
        line: Styled = [(style, mark), (style, label), ("class:hint", first[beside - 2 :])]
        return [line, *([("class:hint", one)] for one in text)]
    lines = wrapped(mark + label, width, indent)
    below = wrapped(indent + help_, width, indent) if help_ else []
    return [*([(style, line)] for line in lines), *([("class:hint", line)] for line in below)]
