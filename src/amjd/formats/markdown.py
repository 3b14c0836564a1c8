"""Markdown that every CommonMark or GFM reader shows as exactly the posting's text.

Characters are escaped only where a reader would act on them, so the source can be read and pasted
as plain text too. An address stays as it is, and a reader may make a link of it that leads there.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from amjd.documents.document import Block, Bullets, Document, Heading, Paragraph, Run, Runs, text_of
from amjd.formats.format import Write
from amjd.text.patterns import compile_later

_BEHIND = "<a"
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def writer() -> Write:
    """Give what writes a document."""
    return lambda drafted: write(drafted.document)


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
    crossed = text_of(runs).count("~") > 1
    pieces = []
    groups = [(link, text_of(group)) for link, group in groupby(runs, _link)]
    for index, (link, text) in enumerate(groups):
        if link:
            pieces.append(f"<{text}>")
            continue
        # A link that follows opens with what ends an address, so the address is told from it.
        behind = _BEHIND if index + 1 < len(groups) else ""
        escaped = escape(text + behind, at_start and index == 0, heading, crossed)
        pieces.append(escaped.removesuffix(f"\\{_BEHIND}") if behind else escaped)
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
    whole = set[int]()
    if "@" in text or "://" in text or "www." in text.lower():
        text, whole = _with_addresses(text, crossed)
    marked = {*_inline(text), *_linking(text), *(_crossing(text) if crossed else ())}
    if at_start:
        marked |= set(_opening(text))
    if ends_heading and (match := re.search(r"(^|[ \t])#+$", text)):
        marked.add(match.end() - 1)
    marked -= whole
    if not marked:
        return text
    return "".join(
        f"\\{character}" if index in marked else character for index, character in enumerate(text)
    )


_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = rf"{_LABEL}(?:\.{_LABEL})+(?![^\W_])"
_PATH = r"(?::[0-9]{1,5})?(?:[/?#][\w.~:/?#@!$&'()*+,;=%-]*)?"
# Few texts hold an address, and only for those is this compiled.
_ADDRESS = (
    rf"(?P<link>(?<![A-Za-z])[Hh][Tt][Tt][Pp][Ss]?://{_HOST}{_PATH})"
    rf"|(?P<www>[Ww]{{3}}\.{_HOST}{_PATH})"
    rf"|(?<![A-Za-z0-9._+-])[A-Za-z0-9][A-Za-z0-9._+-]*@{_HOST}"
)
# Of what begins like a link GitHub takes all up to here, and shows it with its escapes.
_REACH = compile_later(r"[^ \t\r\n<]*")
_CLOSING = "?!.,:;*_~'\""


def _with_addresses(text: str, crossed: bool) -> tuple[str, set[int]]:
    """Write the addresses in a text; returns where in it nothing is to be escaped then."""
    acting = {*_inline(text), *(_crossing(text) if crossed else ())}
    written, whole, start = "", set[int](), 0
    for match in re.finditer(_ADDRESS, text):
        address, end = _address(match, acting)
        if address:
            written += text[start : match.start()]
            whole.update(range(len(written), len(written) + len(address)))
            written, start = written + address, end
    return written + text[start:], whole


def _address(match: re.Match[str], acting: set[int]) -> tuple[str, int]:
    """Write an address as it is, or in <> where Markdown would act on a sign of it.

    Also returns the index in the text at which it ends. Nothing is written of one that can stand
    in neither way.
    """
    text, start, end = match.string, *match.span()
    is_link = bool(match["link"] or match["www"])
    reach = next(_REACH.finditer(text, end)).end() if is_link else end
    # What stops a link is escaped too where it acts, and the escape would be taken with it.
    is_plain = acting.isdisjoint(range(start, reach + is_link))
    if is_plain and _is_one(text[start:reach], end - start):
        return text[start:reach], reach
    address = _without_the_end(match[0]) if is_link else match[0]
    if match["www"] or _ENTITY.search(address):
        return "", end
    return f"<{address}>", start + len(address)


def _is_one(reach: str, length: int) -> bool:
    """Whether a reader who takes all of the reach takes the address alone."""
    more_slashes = reach.find("//", reach.find("//") + 1) >= 0
    return not more_slashes and not reach[length:].strip(f"{_CLOSING})")


def _without_the_end(link: str) -> str:
    """Take off what ends the sentence, or the brackets, that a link stands in."""
    while link[-1] in _CLOSING or (link[-1] == ")" and link.count(")") > link.count("(")):
        link = link[:-1]
    return link


_OPENING = compile_later(
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


_ENTITY = compile_later(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);")
_SLASHES = compile_later("/(?=/)")
_WWW = compile_later(r"www(\.)", re.IGNORECASE)
_TAG = compile_later(r"<(?=[A-Za-z/!?])")
_SIGNS = compile_later(r"[\\`*_\[\]]")


def _inline(text: str) -> Iterator[int]:
    """Find the signs that act inside a line: emphasis, code, links, tags, entities."""
    for sign in _SIGNS.finditer(text):  # few texts hold any
        index = sign.start()
        before = text[index - 1] if index else " "
        after = text[index + 1] if index + 1 < len(text) else ""
        match sign[0]:
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
            case _:
                active = after != "" and after in "(["
        if active:
            yield index
    for pattern in (_ENTITY, _TAG):
        yield from (match.start() for match in pattern.finditer(text))


def _linking(text: str) -> Iterator[int]:
    """Find the signs by which readers know a link where there is none."""
    yield from (match.start(1) for match in _WWW.finditer(text))
    yield from (match.start() for match in _SLASHES.finditer(text))


def _crossing(text: str) -> Iterator[int]:
    yield from (match.start() for match in re.finditer("~", text))


def _is_word(character: str) -> bool:
    return character != "" and unicodedata.category(character)[0] in "LN"
