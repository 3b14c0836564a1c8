"""The body of a Word document: blocks as WordprocessingML, with what keeps lines together.

A page ends with no heading, with no first item of a list, with no line that belongs to the next and
in no short section.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TypeGuard

from amjd.documents.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    Run,
    Runs,
    length_of,
    lines_of,
    text_of,
)
from amjd.formats.markup import escape_text
from amjd.formats.word.scripts import LATIN, Script, direction, is_foreign, pieces

_LABELS = 2300  # the width of the facts' first column, in twentieths of a point
_ONE_LINE = 90  # so many signs at most make one line
_SHORT = 4  # so many lines at most, its heading left out, make a section that stays together
_ONE_PAGE = 2500  # so many signs of facts fit on one page, whatever stands above them
_APART = 240  # the space above a title that something stands before
_AT_ITS_END = '<w:jc w:val="right"/>'  # at the left where a paragraph runs from right to left
# What is read aloud before the table; some readers set both on one line.
_ALTERNATIVE = (
    '<w:tblCaption w:val="The job at a glance. "/>'
    '<w:tblDescription w:val="Each row has a heading and what it says of the job."/>'
)
_FONTS = {
    "": "",
    "val": '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>',
    "eastAsia": '<w:rFonts w:hint="eastAsia" w:eastAsia="{0}"/>',
    "bidi": '<w:rFonts w:cs="{0}"/>',
}


class Body:
    """Writes blocks.

    `link` gives the id of the relationship that leads to an address, `shared` tells whose the signs
    are that East Asia shares, `styles` gives the id of each style by that which it has in our own
    base, `width` is that of the text, in twentieths of a point.
    """

    def __init__(
        self,
        link: Callable[[str], str],
        shared: Callable[[], Script],
        styles: Mapping[str, str],
        width: int,
    ) -> None:
        self._link, self._whose, self._styles, self._width = link, shared, styles, width

    @cached_property
    def _shared(self) -> Script:
        return self._whose()

    def blocks(self, document: Document, company: Runs) -> str:
        """Write a document's blocks, and the company above its title.

        `company` is named where no paragraph under the title does, which is not repeated there.
        """
        blocks = document.blocks
        xml, title = list[str](), None
        short = _in_short_sections(blocks)
        for at, (before, block, after) in enumerate(
            zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
        ):
            if title and _company_in(block):
                continue
            if _is_title(block):
                xml.append(self._title(block, before is None, _company_in(after) or company))
                title = block
                continue
            # Where another one follows, it is the first of a text.
            if title and isinstance(block, Paragraph) and not isinstance(after, Paragraph):
                xml.append(self._paragraph(block.runs, "Subtitle", way=_way(title.runs)))
            else:
                xml.append(self._block(block, after, at in short))
            title = None
        return "".join(xml)

    def _title(self, title: Heading, is_first: bool, company: Runs) -> str:
        """Write the title and, at the same side above it, the company."""
        apart = 0 if is_first else _APART
        if not company:
            return self._paragraph(title.runs, "Heading1", apart=apart)
        above = self._paragraph(company, "Company", way=_way(title.runs), apart=apart)
        return above + self._paragraph(title.runs, "Heading1")

    def _block(self, block: Block, after: Block | None, is_short: bool) -> str:
        """Write a block; `is_short` says that its section is, all of which stays together."""
        keep = _belongs_to_next(block, after) or (is_short and not _ends_section(after))
        match block:
            case Heading(level, runs):
                return self._paragraph(runs, f"Heading{level}")
            case Paragraph(runs) if runs[0].mark == "draft":
                return self._paragraph(runs, "DraftMark")
            case Paragraph(runs):
                return self._paragraph(runs, "", keep)
            case Bullets(items):
                return self._list(items, keep, is_short)
            case Facts(rows):
                return self._table(rows)

    def _list(self, items: tuple[Runs, ...], keep: bool, is_short: bool) -> str:
        """Write a list of which neither the first nor the last item stands alone on a page."""
        last = len(items) - 1
        return "".join(
            self._paragraph(
                item, "ListBullet", keep if at == last else is_short or at in (0, last - 1)
            )
            for at, item in enumerate(items)
        )

    def _table(self, rows: tuple[tuple[str, Runs], ...]) -> str:
        way = direction(" ".join(label for label, _ in rows))
        labels = min(_LABELS, self._width // 2)
        widths = (labels, self._width - labels)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        fits = sum(length_of(runs) for _, runs in rows) <= _ONE_PAGE
        body = "".join(
            f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if fits else ''}"
            f"{self._cell((Run(label),), widths[0], way, fits and at < len(rows))}"
            f"{self._cell(runs, widths[1], way, fits and at < len(rows))}</w:tr>"
            for at, (label, runs) in enumerate(rows, start=1)
        )
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._styles["Facts"]}"/>{_visual(way)}'
            f'<w:tblW w:w="{self._width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"{_ALTERNATIVE}</w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
        )

    def _cell(self, runs: Runs, width: int, way: Script, keep: bool) -> str:
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._paragraph(runs, 'Fact', keep, way)}</w:tc>"
        )

    def _paragraph(
        self,
        runs: Runs,
        style: str,
        keep: bool = False,
        way: Script | None = None,
        apart: int = 0,
    ) -> str:
        """Write a paragraph.

        `keep` keeps it on one page with the next, `way` is that of the table or the title at whose
        side it is to begin, `apart` is the space above it that its style does not have.
        """
        id_ = self._styles[style] if style else ""
        is_usual = not (apart or (way and way.right_to_left))
        if is_usual and (plain := _plain(runs, id_, keep)):
            return plain
        base = _way(runs)
        properties = (
            _beginning(id_, keep)
            + ("<w:bidi/>" if base.right_to_left else "")
            + (f'<w:spacing w:before="{apart}"/>' if apart else "")
            + (_AT_ITS_END if way and way.right_to_left != base.right_to_left else "")
        )
        return f"<w:p><w:pPr>{properties}</w:pPr>{self.runs(runs, base)}</w:p>"

    def runs(self, runs: Runs, base: Script = LATIN) -> str:
        """Write runs in a paragraph that runs as the script `base` does."""
        return "".join([self._run(run, base) for run in _joined(runs)])

    def _run(self, run: Run, base: Script) -> str:
        style = f'<w:rStyle w:val="{self._styles["Hyperlink"]}"/>' if run.link else ""
        color = '<w:highlight w:val="yellow"/>' if run.mark == "blank" else ""
        xml = ""
        for text, script in pieces(run.text, base, lambda: self._shared):
            fonts, way = _of_script(script)
            xml += _text(text, f"{style}{fonts}{color}{way}")
        return (
            f'<w:hyperlink r:id="{self._link(run.link)}">{xml}</w:hyperlink>' if run.link else xml
        )


@lru_cache(1000)  # lines; the templates' own stand in most documents of a run
def _plain(runs: Runs, style: str, keep: bool) -> str:
    """Write a paragraph of nothing but text in Latin letters; nothing for others."""
    text = text_of(runs)
    if any(run.link or run.mark for run in runs) or is_foreign(text):
        return ""
    return f"<w:p><w:pPr>{_beginning(style, keep)}</w:pPr>{_text(text)}</w:p>"


def _beginning(style: str, keep: bool) -> str:
    """Write the first properties of a paragraph; each has its place in their order."""
    return (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:keepNext/>" if keep else "")


def _text(text: str, properties: str = "") -> str:
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape_text(text)}</w:t></w:r>'
    )


def _is_title(block: Block | None) -> TypeGuard[Heading]:
    return isinstance(block, Heading) and block.level == 1


def _company_in(block: Block | None) -> Runs:
    """Return the runs of a paragraph that names the company and nothing else."""
    if isinstance(block, Paragraph) and {run.field for run in block.runs} == {"company.name"}:
        return block.runs
    return ()


def _way(runs: Runs) -> Script:
    return direction(text_of(runs))


def _visual(way: Script) -> str:
    return "<w:bidiVisual/>" if way.right_to_left else ""


def _belongs_to_next(block: Block, after: Block | None) -> bool:
    """Whether a paragraph, or the end of a list, is to stay with what follows it.

    What says what a list is about does, and so does each line that would stand alone.
    """
    if isinstance(after, Paragraph):
        return _is_one_line(after) or _is_one_line(block)
    return isinstance(block, Paragraph) and isinstance(after, Bullets | Facts)


def _in_short_sections(blocks: Sequence[Block]) -> set[int]:
    """Return where the blocks of short sections stand; what is above the first one is none."""
    starts = [
        at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level < 3
    ]
    found = set[int]()
    for start, end in pairwise([*starts, len(blocks)]):
        if _is_section(blocks[start]) and _is_short(blocks[start + 1 : end]):
            found.update(range(start, end))
    return found


def _is_short(blocks: Sequence[Block]) -> bool:
    height = 0
    for runs in lines_of(blocks):
        height += length_of(runs) // _ONE_LINE + 1
        if height > _SHORT:
            return False
    return True


def _is_section(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 2


def _ends_section(block: Block | None) -> bool:
    return block is None or (isinstance(block, Heading) and block.level < 3)


def _is_one_line(block: Block) -> bool:
    return isinstance(block, Paragraph) and length_of(block.runs) <= _ONE_LINE


def _of_script(script: Script) -> tuple[str, str]:
    """Give the properties of a run in a script: its fonts, and its direction with its language."""
    if script is LATIN:
        return "", ""
    fonts = script.font and _FONTS[script.slot].format(script.font)
    # Word takes the third font and language only where it is told to.
    way = "<w:rtl/>" if script.right_to_left else "<w:cs/>" if script.slot == "bidi" else ""
    return fonts, f'{way}<w:lang w:{script.slot}="{script.language}"/>'


def _joined(runs: Runs) -> list[Run]:
    """Join plain texts that touch: words and answers look the same."""
    joined: list[Run] = []
    is_behind_plain = False
    for run in runs:
        is_plain = not (run.mark or run.link)
        if is_plain and is_behind_plain:
            joined[-1] = Run(joined[-1].text + run.text)
        else:
            joined.append(run)
        is_behind_plain = is_plain
    return joined
