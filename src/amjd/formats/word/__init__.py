"""Word documents (.docx)."""

from amjd.formats.format import Format, OnLetterhead, Write


def _writer() -> Write:
    # What a Word file is made of takes a while to load, and no other format needs it.
    from amjd.formats.word.writer import WordBase

    return WordBase().write


def _on_letterhead(name: str, content: bytes) -> OnLetterhead:
    # python-docx, which opens it, takes longer to load than a draft without it.
    from amjd.formats.word.letterheads.letterhead import letterhead
    from amjd.formats.word.writer import WordBase

    opened = letterhead(name, content)
    return OnLetterhead(WordBase(opened.bases).write, opened.remark)


FORMAT = Format(
    "docx",
    "Word",
    is_text=False,
    writer=_writer,
    default_of="new",
    on_letterhead=_on_letterhead,
)
