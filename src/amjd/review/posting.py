"""A posting to review: its lines as plain text, each with its section and its place in the source.

Finders search `low`, all lines as one text, in which every run of spaces is one space. Rules search
`flow`, in which a space stands for the end of a line where a paragraph was wrapped.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from amjd.review import clutter, glue
from amjd.review.raw import Jump, Kind, Raw
from amjd.review.sections import Section, section_of
from amjd.text.patterns import compile_later
from amjd.text.prefilter import may_find, spaced


class Words(NamedTuple):
    """Words of a posting: where they begin and end in its text."""

    start: int
    end: int


class Line(NamedTuple):
    """A line; `start` and `end` count in the text of the whole."""

    start: int
    end: int
    kind: Kind
    section: Section
    jumps: Sequence[Jump]

    @property
    def words(self) -> Words:
        """All of its words."""
        return Words(self.start, self.end)


class Posting(NamedTuple):
    """The whole; `source` are the lines as they are shown to people, `spaced` its words alone."""

    name: str
    title: str
    text: str
    low: str
    flow: str
    lines: tuple[Line, ...]
    source: tuple[str, ...]
    links: tuple[tuple[int, int, str], ...]
    spaced: str

    def line(self, at: int) -> Line:
        """Return the line that an index of the text stands in."""
        return self.lines[max(0, bisect_right(self.lines, at, key=lambda line: line.start) - 1)]

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column of an index of the text; both count from 1."""
        if not self.lines:
            return 1, 1
        line = self.line(at)
        offset = at - line.start
        jump = line.jumps[max(0, bisect_right(line.jumps, offset, key=lambda one: one[0]) - 1)]
        return jump[1], jump[2] + offset - jump[0]

    def said(self, words: Words | Line) -> str:
        """Return words as they are written, on one line."""
        return self.text[words.start : words.end].replace("\n", " ")

    def trimmed(self, words: Words) -> Words:
        """Leave the spaces around words out, and a stop behind a figure."""
        said = self.text[words.start : words.end]
        start = words.start + len(said) - len(said.lstrip())
        return Words(start, start + len(_STOP.sub("", said.strip())))

    def lowered(self, words: Words | Line) -> str:
        """Return words in small letters, as `low` has them."""
        return self.low[words.start : words.end]

    @property
    def title_words(self) -> Words | None:
        """The words of the title; None where it stands in no line, or there is none."""
        start = self.text.find(self.title) if self.title else -1
        return Words(start, start + len(self.title)) if start >= 0 else None

    def matches(self, found: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Find an expression, with what its groups found."""
        return found.finditer(self.low) if may_find(found, self.spaced) else iter(())

    def hits(self, found: re.Pattern[str], where: Collection[Section] = ()) -> Iterator[Words]:
        """Find an expression, in some sections if they are named."""
        return self._hits(found, self.low, where)

    def phrases(self, found: re.Pattern[str], where: Collection[Section] = ()) -> Iterator[Words]:
        """Find an expression where a line that was wrapped may end in the midst of it."""
        return self._hits(found, self.flow, where)

    def _hits(
        self, found: re.Pattern[str], text: str, where: Collection[Section]
    ) -> Iterator[Words]:
        for match in found.finditer(text) if may_find(found, self.spaced) else ():
            if not where or self.line(match.start()).section in where:
                yield Words(*match.span())

    def beside_figures(self, found: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Find an expression as it is written, but for marks, in the lines that hold a figure."""
        text = plain_marks(self.text)
        for line in self.lines:
            if _FIGURE.search(text, line.start, line.end):
                yield from found.finditer(text, line.start, line.end)

    def holds(self, found: re.Pattern[str]) -> bool:
        """Whether an expression stands anywhere."""
        return may_find(found, self.spaced) and found.search(self.flow) is not None

    def around(self, words: Words, before: int = 60, after: int = 60) -> str:
        """Return what stands around words in their line, in small letters, without them."""
        return f"{self.before(words, before)}\0{self.behind(words, after)}"

    def before(self, words: Words, most: int) -> str:
        """Return what stands before words in their line, in small letters."""
        return self.low[max(self.line(words.start).start, words.start - most) : words.start]

    def behind(self, words: Words, most: int) -> str:
        """Return what stands behind words in their line, in small letters."""
        return self.low[words.end : min(self.line(words.start).end, words.end + most)]

    def sentence(self, words: Words, before: int, after: int) -> str:
        """Return what stands around words in their sentence, as `around` does in their line."""
        first = max(0, words.start - before)
        first = max(first, self.flow.rfind("\n", first, words.start) + 1)
        ends = (one.end() for one in _SENTENCE.finditer(self.text, first, words.start))
        first = max(ends, default=first)
        behind = self.flow[words.end : words.end + after].partition("\n")[0]
        over = _SENTENCE.search(self.text, words.end, words.end + len(behind))
        last = over.start() if over else words.end + len(behind)
        return f"{self.flow[first : words.start]}\0{self.flow[words.end : last]}"

    def said_before(self, words: Words, most: int) -> str:
        """Return what stands before words in their line, as it is written."""
        first = max(self.line(words.start).start, words.start - most)
        return self.text[first : words.start].replace("\n", " ")

    def lines_of(self, *sections: Section) -> list[Line]:
        """List the lines of sections, but their headings."""
        return [one for one in self.lines if one.section in sections and one.kind != "heading"]


_FIGURE = compile_later(r"\d")
_STOP = compile_later(r"(?<=\d)[.,;:]+\Z")
# Not "U.S. Citizens" nor "Mrs. Green".
_SENTENCE = compile_later(
    r"(?<![\s.(][A-Za-z])(?<!\b[MD][rs])(?<!\bMrs)(?<!\bInc)(?<!\bSt)(?<!\.[gem])[.!?][\"')]?\s"
    r"(?=[\"'(]?[A-Z])"
)
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‒": "-",
                         "‑": "-", "‐": "-", "İ": "i"})  # fmt: skip


def plain_marks(text: str) -> str:
    """Return a text of the same length with plain quotes and hyphens."""
    return text if text.isascii() else text.translate(_FOLDED)


def folded(text: str) -> str:
    """Return a text of the same length in small letters, with plain quotes and hyphens."""
    text = plain_marks(text)
    low = text.lower()
    return low if len(low) == len(text) else "".join(one.lower()[:1] for one in text)


# What is said again, at length or in the midst of thousands of lines, says nothing new: a posting
# that holds another a hundred times is read as fast as one.
_LONG, _MANY = 500, 1000


def build(
    name: str, raws: Iterable[Raw], source: Iterable[str], title: str = "", is_sure: bool = False
) -> Posting:
    """Put lines together: each gets its section from the heading above it, or its own label.

    Where others wrote it, lines may be glued to each other, and headings look like any line; one
    of our own `is_sure`.
    """
    lines: list[Line] = []
    links: list[tuple[int, int, str]] = []
    texts: list[str] = []
    wrapped: list[int] = []
    at, level, first = 0, 0, ""
    list_: Section | None = None
    open_: Section = "head"
    for one in _apart(raws, is_sure):
        kind, section, open_, level = section_of(one, open_, level, is_sure)
        if kind == "bullet":
            list_ = section
        elif kind == "heading" or open_ != list_:
            list_ = None
        elif section == list_ and section in _LISTS and _is_apart(one) and not is_sure:
            section = "other"
        if one.goes_on and lines and "heading" not in (kind, lines[-1].kind):
            wrapped.append(at - 1)
        lines.append(Line(at, at + len(one.text), kind, section, one.jumps))
        links += [(at + a, at + b, url) for a, b, url in one.links]
        texts.append(one.text)
        if one.level == 1 and not first and len(texts) < 8:
            first = one.text
        at += len(one.text) + 1
    text = "\n".join(texts)
    named = title or first or _title(texts, lines)
    low = folded(text)
    flow = _joined(low, wrapped)
    return Posting(
        name, named, text, low, flow, tuple(lines), tuple(source), tuple(links), spaced(low)
    )


_LISTS = ("duties", "required", "preferred")


def _is_apart(raw: Raw) -> bool:
    """Whether a line behind a list is no more of it: it begins a sentence of its own."""
    return not raw.goes_on and not raw.text[:1].islower() and " " in raw.text


def _joined(low: str, ends: Iterable[int]) -> str:
    """Put a space where lines end at these indices."""
    pieces, at = [], 0
    for end in ends:
        pieces.append(low[at:end])
        at = end + 1
    return " ".join([*pieces, low[at:]])


def _apart(raws: Iterable[Raw], is_sure: bool) -> Iterator[Raw]:
    """Part lines that are glued, and leave out what is a site's own, or is said again."""
    seen: set[str] = set()
    count = 0
    for raw in raws:
        if not is_sure and count > 5 and clutter.is_next(raw.text):
            return
        for one in (raw,) if is_sure else glue.apart(raw):
            if not one.text.strip() or (not is_sure and clutter.is_around(one.text)):
                continue
            if one.text in seen and (len(one.text) > _LONG or count > _MANY):
                continue
            seen.add(one.text)
            count += 1
            yield one


_TITLED = compile_later(r"(?:job |position )?title: *\S", re.IGNORECASE)
# What stands over any posting.
_GENERIC = compile_later(
    r"\W*(?:about (?:the|this) (?:job|role|position)"
    r"|(?:job|position|role) (?:description|posting|ad(?:vert(?:isement)?)?|opening|details)"
    r"|(?:job )?vacancy|(?:now|we(?:'|’)?(?: a)?re) hiring|careers?(?: opportunity)?)?\W*",
    re.IGNORECASE,
)
_LABEL = compile_later(r"(?:(?:job |position )?title|position|role): *(?=\S)", re.IGNORECASE)


def _title(texts: list[str], lines: list[Line]) -> str:
    """Take what is labelled so, or the first line, if it is no sentence, or the first heading."""
    labelled = next((text for text in texts[:8] if _TITLED.match(text)), "")
    first = next((text for text, one in zip(texts[:4], lines, strict=False)
                  if one.kind == "heading" and one.section in ("head", "other")), "")  # fmt: skip
    second = [one for one in texts[1:2] if ": " not in one]
    candidates = (_LABEL.sub("", one.strip()) for one in (labelled, *texts[:1], first, *second))
    return next((one for one in candidates if len(one) <= 120 and not _GENERIC.fullmatch(one)), "")
