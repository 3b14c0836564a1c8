"""Word documents (.docx)."""

from amjd.formats.format import Format, Write


def _writer() -> Write:
    # What a Word file is made of takes a while to load, and no other format needs it.
    from amjd.formats.word.writer import WordBase

    return WordBase().write


FORMAT = Format("docx", "Word", is_text=False, writer=_writer, default_of="new")
