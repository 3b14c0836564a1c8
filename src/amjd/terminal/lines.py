"""What both ways of asking share: which row is meant, parts of a line, and how long a paste is."""

import os
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Protocol, TextIO

from amjd.asker import Row
from amjd.files.streams import write_out
from amjd.terminal.columns import wrapped
from amjd.text.characters import bare, character_name, printable, refused, without_invisible
from amjd.words.terminal import Terminal

SETTLE = 0.04
"""Seconds in which more of a paste follows an answer, if it was one."""

PAUSE = 0.3
"""Seconds of silence that end a paste of which some was dropped already, on a slow line."""


PROMPT = "> "
"""What stands before a line that is typed where nothing is redrawn."""


class Typist(Protocol):
    """What reads the lines that somebody types where nothing is redrawn."""

    def take(self) -> None:
        """Have the terminal send what is typed as it is read here."""

    def give_back(self) -> None:
        """Leave the terminal as it was."""

    def drop_pending(self) -> bool:
        """Throw away what came behind a line, so that it cannot answer; whether it was a text."""

    def line(self) -> str:
        """Read a line; KeyboardInterrupt, EOFError or SystemExit is a stop."""


def width(sink: TextIO) -> int:
    """Return how many columns to write in; a narrower window wraps by itself."""
    return max(20, row(sink) - 1)


def row(sink: TextIO) -> int:
    """Return how many columns a row has; 80 where nobody says, or the window has none."""
    try:
        return os.get_terminal_size(sink.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def say_past(sink: TextIO, text: str) -> None:
    """Write at once, past the sink: a signal may have come in the middle of what that writes."""
    write_out(sink.fileno(), text.encode(sink.encoding or "utf-8", "replace"))


def on_a_line(text: str) -> str:
    """Show foreign text on one line, with spaces where it has line ends and tabs."""
    return printable(re.sub(r"[\t\r\n]", " ", text))


def fitted(text: str, width: int) -> str:
    """Wrap foreign text to a width, line by line, with nothing in it that a terminal obeys."""
    lines: list[str] = []
    for line in map(printable, text.split("\n")):
        lines += wrapped(line, width, "  " if line.startswith("- ") else "")
    return "\n".join(lines)


def items(typed: str, known: Sequence[str]) -> tuple[str, ...]:
    """Split what was typed at semicolons and line ends, but not the items known already."""
    whole = {f"\0{number}\0": item for number, item in enumerate(known) if ";" in item}
    for mark, item in whole.items():
        typed = typed.replace(item, mark)
    parts = [part.strip(" \t") for part in re.split(r"[;\r\n]+", typed)]
    return tuple(whole.get(part, part) for part in parts if part)


def numbers(typed: str, words: Terminal) -> list[str]:
    """List the numbers of a line that holds nothing else; none of any other."""
    found, rest = numbers_ahead(typed, words)
    return [] if rest else found


def numbers_ahead(typed: str, words: Terminal) -> tuple[list[str], str]:
    """Take the numbers off the beginning of a line, `1, 2 and no complaints`; the rest follows.

    One with only a space behind it belongs to the words: `2 new clients a month`.
    """
    between = "|".join(map(re.escape, words.between_numbers))
    joint = rf"\s*(?:[,;]|(?:{between})(?![^\W\d]))\s*"
    found = re.match(rf"(?i)(?P<all>\d+(?:(?:{joint}|\s)+\d+)*)(?P<joint>{joint}|\s+)?", typed)
    if not found or re.match(r"\w|[^\w\s,;]", typed[found.end("all") :]):
        return [], typed
    numbers, rest = re.findall(r"\d+", found["all"]), typed[found.end() :]
    is_word = rest and len(numbers) == 1 and not (found["joint"] or "").strip()
    return ([], typed) if is_word else (numbers, rest)


def meant(rows: Sequence[Row], typed: str, words: Terminal, is_own: bool = False) -> list[int]:
    """List the rows that are meant by a number, a name or the beginning of one.

    A whole name, or another word for it, goes before the beginning of what is shown, and that
    before the beginning of a later word. A name with words around it, `yearly contracts`, is the
    last, and none where what is typed may be somebody's own words (`is_own`).
    """
    if typed.strip().isdecimal() and 1 <= int(typed) <= len(rows):
        return [int(typed) - 1]
    wanted = bare(typed)
    called = [_called(row, words) for row in rows]
    names = [tuple(map(bare, each)) for each in called]
    ways: list[Callable[[int], bool]] = [
        lambda at: wanted in names[at],
        lambda at: names[at][0].startswith(wanted),
        lambda at: len(wanted) > 2 and any(
            word.startswith(wanted) for word in _words(rows[at].label)
        ),
    ]  # fmt: skip
    for is_meant in ways if wanted else []:
        if found := [at for at in range(len(rows)) if is_meant(at)]:
            return found
    if said := _yes_or_no(typed, words):
        return [at for at in range(len(rows)) if bare(said) in names[at]]
    if is_own or _is_denying(typed, words):
        return []
    found = [at for at in range(len(rows)) if _is_within(called[at], typed)]
    return found if len(found) == 1 else []


def more_than_a_name(typed: str, values: tuple[str, ...]) -> str:
    """Return what was typed where it says more than the value that it picked; else nothing."""
    text = typed.strip()
    begins = tuple(f"{value}{sign}" for value in values for sign in " ,")
    return text if text.casefold().startswith(begins) else ""


def in_names(rows: Sequence[Row], typed: str, words: Terminal) -> str:
    """Return a line of several numbers, `1 and 3`, with the names of their rows; others as is."""
    found = [int(number) for number in numbers(typed, words)]
    if len(found) < 2 or not all(1 <= number <= len(rows) for number in found):
        return typed
    return " and ".join(dict.fromkeys(rows[number - 1].label for number in found))


def matching(rows: Sequence[Row], typed: str, words: Terminal, is_own: bool = False) -> int | None:
    """Return the first row that is meant; None if none is."""
    return next(iter(meant(rows, typed, words, is_own)), None)


def _called(row: Row, words: Terminal) -> tuple[str, ...]:
    """List the names of a row; one called yes, or no, has every word for that."""
    names = (row.label, row.value, *row.also)
    known = set(map(bare, names))
    others = (said for said in (words.yes, words.no) if bare(said[0]) in known)
    return (*names, *(word for said in others for word in said))


def is_agreed(rows: Sequence[Row], ticked: Sequence[str], typed: str, words: Terminal) -> bool:
    """Whether a line says yes to a list of which every row is ticked."""
    is_yes = bare(typed) in map(bare, (*words.yes, *words.yes_to_all))
    return is_yes and all(row.value in ticked for row in rows)


def is_denied(typed: str, words: Terminal) -> bool:
    """Whether a line says no to a whole list: that is no beginning of noting."""
    return bare(typed) in map(bare, (*words.no, *words.no_to_all))


def _yes_or_no(typed: str, words: Terminal) -> str:
    """Return the yes or no before other words; who has no idea says neither."""
    for said, others in (
        (words.yes, (*words.neither_before, *words.no_yes_before)),
        (words.no, words.neither_before),
    ):
        some = "|".join(word for word in said if len(word) > 1)
        pattern = rf"({some})[, ](?!(?:{'|'.join(others)})\b)"
        if found := re.match(pattern, typed, re.IGNORECASE):
            return found[1]
    return ""


def _is_denying(typed: str, words: Terminal) -> bool:
    # Who is not sure denies nothing: remote, not sure yet.
    typed = re.sub(rf"\b(?:{'|'.join(words.unsure)})\b", "", typed, flags=re.IGNORECASE)
    whole, ends = "|".join(words.denying), "|".join(words.denying_ends)
    return bool(re.search(rf"\b(?:{whole})\b|(?:{ends})\b", typed, re.IGNORECASE))


_NAMED = 5  # letters of a name that is looked for among other words: yes and no are none


def _is_within(called: Sequence[str], typed: str) -> bool:
    """Whether a name stands among other words."""
    names = [name for name in called if len(bare(name)) >= _NAMED]
    patterns = [r"\W*".join(re.findall(r"\w+", name)) for name in names]
    return any(re.search(rf"\b{one}\b", typed, re.IGNORECASE) for one in patterns)


def _words(label: str) -> list[str]:
    """List what follows each word of a label."""
    return [bare(label[match.start() :]) for match in re.finditer(r"(?<=\W)\w", label)]


def visible(text: str) -> tuple[str, list[str]]:
    """Take out of a text what nobody can see; return the names of what was taken, too."""
    controls = [at for at, _ in refused(text) if unicodedata.category(text[at]) == "Cc"]
    names = [character_name(text[at]) for at in controls]
    kept = "".join(one for at, one in enumerate(text) if at not in controls)
    seen, unseen = without_invisible(kept)
    return seen, list(dict.fromkeys([*names, *unseen]))
