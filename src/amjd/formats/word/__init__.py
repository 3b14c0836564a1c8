"""Word documents (.docx)."""

from amjd.formats.format import Format, Write


def _writer() -> Write:
    # python-docx and lxml cost a third of a draft, and no other format needs them.
    from amjd.formats.word.writer import WordBase

    return WordBase().write


FORMAT = Format("docx", "Word", is_text=False, writer=_writer, default_of="new")
