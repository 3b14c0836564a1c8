"""HTML from strangers: its text alone; scripts, styles and other pages are not read."""

import re
from html.parser import HTMLParser

from amjd.review.marks import unmarked
from amjd.review.posting import Posting, build
from amjd.review.raw import Jump, Kind, Raw, join_columns, join_row
from amjd.text.patterns import compile_later

# What is no text of the page, whatever stands in it.
_SILENT = {
    "script", "style", "noscript", "template", "svg", "nav", "footer", "iframe", "select", "aside",
    "dialog", "button", "textarea", "object", "canvas", "audio", "video",
}  # fmt: skip
# What ends by itself, or holds the posting too: never a banner, whatever it is called.
_WHOLE = {"br", "hr", "img", "input", "link", "meta", "source", "wbr", "html", "body", "main",
          "article"}  # fmt: skip
# Banners and windows over a page, told by the names that their elements bear.
_BANNER = compile_later(
    r"cookie|consent|gdpr|onetrust|newsletter|related-?jobs|similar-?jobs|breadcrumb"
)
_BLOCKS = {"p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "section", "article",
           "header", "main", "body", "dt", "dd", "dl", "hr", "pre", "blockquote", "title",
           "head"}  # fmt: skip
# What opens no tag: the parser would look for its end once for each, through all that follows.
_NO_TAG = compile_later(r"<(?![^<>]{0,2000}>)")
_SPACE = compile_later(r"\s+")


class _Reader(HTMLParser):
    def __init__(self, skips_banners: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._skips_banners = skips_banners
        self.raws: list[Raw] = []
        self._pieces: list[str] = []
        self._jumps: list[Jump] = []
        self._links: list[tuple[int, int, str]] = []
        self._length = 0
        self._hidden, self._depth = "", 0
        self._kind: Kind = "text"
        self._level = 0
        self._loud = False
        self._in_title = False
        self._row: int | None = None
        self._rows: list[int] = []
        self._link: tuple[int, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            self._depth += tag == self._hidden
        elif tag in _SILENT or (self._skips_banners and tag not in _WHOLE and _is_banner(attrs)):
            self._hidden, self._depth = tag, 1
        elif re.fullmatch("h[1-6]", tag):
            self._end_line()
            self._kind, self._level = "heading", int(tag[1])
        elif tag in _BLOCKS:
            self._end_line()
            self._kind = "bullet" if tag == "li" else "text"
            self._in_title = tag == "title"
            if tag in ("tr", "dt"):
                self._end_row()
                self._row = len(self.raws)
                self._rows.append(self._row)
            elif tag == "table":
                self._rows = []
        elif tag in ("b", "strong"):
            self._loud = self._length == 0
        elif tag == "a":
            self._link = (self._length, dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._depth -= tag == self._hidden
            self._hidden = self._hidden if self._depth else ""
        elif re.fullmatch("h[1-6]", tag) or tag in _BLOCKS:
            self._end_line()
            self._kind, self._level, self._in_title = "text", 0, False
            if tag in ("tr", "table", "dl"):
                self._end_row()
            if tag == "table":
                join_columns(self.raws, self._rows)
                self._rows = []
        elif tag == "a" and self._link:
            start, address = self._link
            if address and self._length > start:
                self._links.append((start, self._length, address))
            self._link = None

    def handle_data(self, data: str) -> None:
        if self._hidden or self._in_title:
            return
        line, column = self.getpos()
        text = _SPACE.sub(" ", data)
        if text.startswith(" ") and (not self._length or self._pieces[-1].endswith(" ")):
            text = text[1:]
        if text:
            self._jumps.append((self._length, line, column + 1 + len(data) - len(data.lstrip())))
            self._pieces.append(text)
            self._length += len(text)

    def _end_line(self) -> None:
        text = "".join(self._pieces).rstrip()
        if text:
            is_loud = self._loud and len(text) < 80
            raw = Raw(text, tuple(self._jumps), self._kind, self._level, is_loud,
                      tuple(self._links))  # fmt: skip
            self.raws.append(unmarked(raw))
        self._pieces, self._jumps, self._links = [], [], []
        self._length, self._loud, self._link = 0, False, None

    def _end_row(self) -> None:
        """Join a row of two cells, or a term and what it stands for."""
        if self._row is not None:
            join_row(self.raws, self._row)
        self._row = None

    @property
    def is_hiding(self) -> bool:
        """Whether an element that is hidden has not ended: its end was forgotten."""
        return bool(self._hidden)

    def take(self, text: str) -> None:
        self.feed(_NO_TAG.sub(" ", text))
        self.close()
        self._end_line()


def _is_banner(attrs: list[tuple[str, str | None]]) -> bool:
    named = (value for key, value in attrs if key in ("id", "class", "role") and value)
    return any(_BANNER.search(value[:200].lower()) for value in named)


def read(name: str, text: str) -> Posting:
    """Read a page as a posting."""
    reader = _Reader(skips_banners=True)
    reader.take(text)
    if reader.is_hiding:
        reader = _Reader(skips_banners=False)
        reader.take(text)
    title = next((one.text for one in reader.raws if one.kind == "heading" and one.level == 1), "")
    return build(name, reader.raws, text.splitlines(), title)
