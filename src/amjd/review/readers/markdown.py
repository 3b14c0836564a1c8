"""Markdown and plain text, ours and others'; whoever wrote it, most lines mean what they look like.

No expression here may look far: each is bounded, so that a hostile line costs its length.
"""

import re
from collections.abc import Iterator
from html import unescape

from amjd.review.marks import marked
from amjd.review.posting import Posting, build
from amjd.review.raw import Jump, Raw
from amjd.text.patterns import compile_later

_MARK = compile_later(
    r"!?\[\]\([^()\s]{0,400}\)|!\[[^\[\]\n]{0,200}\]\([^()\s]{0,400}\)"
    r"|\[(?P<label>[^\[\]\n]{1,200})\]\((?P<url>[^()\s]{1,400}|mailto:\([^()\n]{1,40}\))\)"
    r"|<(?P<auto>(?:https?://|mailto:)[^<>\s]{1,400}|[^@<>\s]{1,64}@[^@<>\s]{1,200})>"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,300}>)|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:\#[0-9]{1,6}|\#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,10});)|(?<!\*)\*{1,3}(?=[^\s*])"
    r"|(?<=[^\s*])\*{1,3}(?!\*)|(?<![\w])_{1,2}(?=[^\W_]|[$£€\"“(])|(?<=[^\W_])_{1,2}(?!\w)"
    r"|(?<=[.!?:)])_{1,2}(?=\s|$)|`|~~|\*\*"
    r"|(?P<space>[\t\xa0\u2000-\u200a\u202f\u3000][ \t\xa0\u2000-\u200a\u202f\u3000]*"
    r"| [ \t\xa0\u2000-\u200a\u202f\u3000]+)|[\u200b\ufeff\xad\ufe0f]"
)  # fmt: skip
_HEADING = compile_later(r"\s{0,3}(#{1,6})\s+")
_LOUD = compile_later(r"\s*(\*\*|__)[^*\n]{2,80}(\*\*|__):?\s*$")
_CAPITALS = compile_later(r"[A-Z][A-Z0-9 &/,'()-]{3,60}:?$")
_RULE = compile_later(r"\s*([-*_=]\s*){3,200}$")
_LONE = compile_later(r"\s*[-•·*–—−]\s*$")
_TITLE = compile_later(r"""(?:job_?)?(?:title|position):\s*["']?(.{1,120}?)["']?\s*$""")
_IGNORED = compile_later(r"<!--.{0,2000}?-->", re.DOTALL)


_MANY = 5000  # lines; behind them one that was there before says nothing new


def read(name: str, text: str) -> Posting:
    """Read a text as a posting."""
    hidden = _IGNORED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    source = text.splitlines()
    shown = hidden.splitlines()
    title, first = _front_matter(shown)
    return build(name, _raws(shown, first), source, title)


def _front_matter(lines: list[str]) -> tuple[str, int]:
    """Return the title that a YAML head gives, and the line from which to read.

    Its lines are read too: pay and place often stand there and nowhere else.
    """
    if not lines or lines[0].strip() != "---":
        return "", 0
    end = next((at for at, line in enumerate(lines[1:300], 1) if line.strip() == "---"), 0)
    titles = (_TITLE.match(line) for line in lines[:end])
    return next((match[1] for match in titles if match), ""), 1 if end else 0


def _raws(lines: list[str], first: int) -> Iterator[Raw]:
    is_bullet = False
    seen: set[str] = set()
    last: tuple[int, Raw] | None = None
    for number, line in enumerate(lines[first:], start=first + 1):
        if (number > _MANY and line in seen) or _RULE.match(line):
            continue
        seen.add(line)
        if _LONE.match(line):
            is_bullet = True  # a dash alone on its line belongs to the next one
            continue
        if line.strip():
            raw = _raw(line, number, is_bullet)
            if last and last[0] == number - 1 and not lines[number - 2].endswith(("  ", "\\")):
                raw = raw._replace(goes_on=_goes_on(last[1], raw))
            yield raw
            is_bullet, last = False, (number, raw)


# A row of its own, such as "Location: Denver, CO".
_ROW = compile_later(r"[A-Za-z][A-Za-z /&'’-]{0,34}:(?: |\Z)")
_SHORT = 60  # characters: a longer line may be a sentence that opens as a row does


def _goes_on(before: Raw, raw: Raw) -> bool:
    """Whether a line is more of the paragraph of the one above it, which was wrapped there."""
    if (
        "heading" in (before.kind, raw.kind)
        or raw.kind == "bullet"
        or raw.is_loud
        or _ROW.match(raw.text)
    ):
        return False
    if raw.text[:1].islower():
        return True
    is_row = len(before.text) < _SHORT and _ROW.match(before.text)
    is_over = before.is_loud or before.text.endswith((".", "!", "?", ":", ";"))
    return not (is_over or is_row)


def _raw(line: str, number: int, is_bullet: bool) -> Raw:
    heading = _HEADING.match(line)
    if heading:
        text, jumps, links = plain(line.rstrip(" \t#"), number, heading.end())
        return Raw(text, jumps, "heading", len(heading[1]), links=links)
    kind, start = marked(line)
    text, jumps, links = plain(line, number, start)
    is_loud = bool(_LOUD.match(line, start) or _CAPITALS.match(text))
    return Raw(text, jumps, "bullet" if is_bullet else kind, 0, is_loud, links)


class _Plain:
    """A line without its marks, as its pieces come; a space behind a space is none."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._pieces: list[str] = []
        self.length = 0
        self.jumps: list[Jump] = []
        self.links: list[tuple[int, int, str]] = []

    def add(self, piece: str, column: int) -> None:
        """Add what stands at a column, from 0."""
        if piece[:1] == " " and (not self.length or self._pieces[-1].endswith(" ")):
            piece, column = piece[1:], column + 1
        if piece:
            self.jumps.append((self.length, self._number, column + 1))
            self._pieces.append(piece)
            self.length += len(piece)

    @property
    def text(self) -> str:
        return "".join(self._pieces).rstrip()


def plain(
    line: str, number: int, start: int = 0
) -> tuple[str, tuple[Jump, ...], tuple[tuple[int, int, str], ...]]:
    """Take the marks off a line; return its text, where it stands, and its links."""
    made, at = _Plain(number), start
    for match in _MARK.finditer(line, start):
        made.add(line[at : match.start()], at)
        shown, column, address = _shown(match)
        if address:
            made.links.append((made.length, made.length + len(shown), address))
        made.add(shown, column)
        at = match.end()
    made.add(line[at:], at)
    return made.text, tuple(made.jumps) or ((0, number, 1),), tuple(made.links)


def _shown(match: re.Match[str]) -> tuple[str, int, str]:
    """Return what is seen of a mark, its column from 0, and the address it leads to."""
    start = match.start()
    if label := match["label"]:
        return label.strip("*_ "), start + 1, match["url"]
    if auto := match["auto"]:
        return auto, start + 1, auto
    if match["escaped"]:
        return match["escaped"], start + 1, ""
    if match["entity"]:
        return unescape(match["entity"]).replace("\xa0", " ").replace("\n", " "), start, ""
    is_break = match["tag"] and match["tag"][1:3].lower() in ("br", "p>", "li", "di", "/p", "/l")
    return (" " if match["space"] or is_break else ""), start, ""
