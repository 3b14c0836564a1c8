"""Markdown that every CommonMark or GFM reader shows as exactly the posting's text.

Characters are escaped only where a reader would act on them, so the source can be read and pasted
as plain text too.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from amjd.documents.document import Block, Bullets, Document, Heading, Paragraph, Run, Runs
from amjd.formats.format import Format

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def write(document: Document) -> bytes:
    """Write the document as UTF-8 Markdown."""
    return ("\n\n".join(map(_block, document.blocks)) + "\n").encode()


def _block(block: Block) -> str:
    match block:
        case Heading(level, runs):
            return f"{'#' * level} {_line(runs, heading=True)}"
        case Paragraph(runs):
            return _line(runs)
        case Bullets(items):
            return "\n".join(f"- {_line(item)}" for item in items)
    rows = ((escape(label), _line(runs, at_start=False)) for label, runs in block.rows)
    return "\n".join(f"- **{label}:** {line}" for label, line in rows)


def _line(runs: Runs, at_start: bool = True, heading: bool = False) -> str:
    """Write runs; words that touch are escaped as one text, because readers see one."""
    crossed = "".join(run.text for run in runs).count("~") > 1
    pieces = []
    for index, (link, group) in enumerate(groupby(runs, _link)):
        text = "".join(run.text for run in group)
        escaped = escape(text, at_start and index == 0, heading, crossed)
        pieces.append(f"<{text}>" if link else escaped)
    return "".join(pieces)


def _link(run: Run) -> str:
    return run.link


def escape(
    text: str, at_start: bool = False, ends_heading: bool = False, crossed: bool = False
) -> str:
    """Escape what Markdown would act on in one line of text.

    `at_start` says that the text opens a block, where `#`, `-` or `1.` would mean something;
    `ends_heading` that it closes a heading, which may end in signs of its own; `crossed` that its
    line has more than one ~, and so might be struck out.
    """
    marked = set(_inline(text))
    if crossed:
        marked |= {index for index, character in enumerate(text) if character == "~"}
    if at_start:
        marked |= set(_opening(text))
    if ends_heading and (match := re.search(r"(^|[ \t])#+$", text)):
        marked.add(match.end() - 1)
    return "".join(
        f"\\{character}" if index in marked else character for index, character in enumerate(text)
    )


_OPENING = re.compile(
    r"(?P<hash>#{1,6})(?=[ \t]|$)"
    r"|(?P<quote>>)"
    r"|(?P<bullet>[-+*])(?=[ \t]|$)"
    r"|(?P<rule>[-_=])(?=[-_= \t]*$)"
    r"|\d{1,9}(?P<number>[.)])(?=[ \t]|$)"
    r"|(?P<task>\[)[ xX]\]"
    # One bracket inside another, or behind it, could be the end of the reference as well.
    r"|(?P<nested>\[)(?!\^)(?=[^\]]*\[.*\]:|.*\]:.*\]:)"
    r"|\[(?!\^)[^\[\]]+(?P<reference>\]):",
    re.ASCII,
)


def _opening(text: str) -> Iterator[int]:
    """Find the sign that would make a block of its own of the text."""
    if match := _OPENING.match(text):
        yield match.start(match.lastgroup or 0)


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);")
_SLASHES = re.compile("/(?=/)")
_WWW = re.compile(r"www(\.)", re.IGNORECASE)
_MAIL = re.compile(r"(?<=[\w.+-])@(?=\w)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")


def _inline(text: str) -> Iterator[int]:
    """Find the signs that act inside a line: emphasis, code, links, tags, entities, autolinks."""
    for index, character in enumerate(text):
        before = text[index - 1] if index else " "
        after = text[index + 1] if index + 1 < len(text) else ""
        match character:
            case "\\":
                active = not after or after in _PUNCTUATION
            case "`":
                active = True
            case "*":
                active = not (before == after == " ")
            case "_":
                active = not (_is_word(before) and _is_word(after))
            case "[":
                active = after == "^"  # a note: GitHub shows what stands in it with its escapes
            case "]":
                active = after != "" and after in "(["
            case _:
                active = False
        if active:
            yield index
    yield from (match.start(1) for match in _WWW.finditer(text))
    for pattern in (_ENTITY, _MAIL, _TAG, _SLASHES):
        yield from (match.start() for match in pattern.finditer(text))


def _is_word(character: str) -> bool:
    return character != "" and unicodedata.category(character)[0] in "LN"


FORMAT = Format(
    "md",
    "Markdown",
    is_text=True,
    writer=lambda: lambda drafted: write(drafted.document),
    default_of="draft",
)
