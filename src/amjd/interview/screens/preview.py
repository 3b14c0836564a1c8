"""The posting so far, as it will read, at any question."""

from amjd.asker import Ask, Asker, Line, Reply, Section, Signal, resumed
from amjd.documents.document import Bullets, Facts, Heading, Paragraph, text_of
from amjd.documents.draft import draft
from amjd.interview.kept import Kept


def ask_preview(kept: Kept) -> Ask:
    """Lay out the posting so far; what is open stands in brackets."""
    words = kept.words.review.preview
    return Ask(
        "preview", "page", ("preview",), words.question, why=words.why,
        pages=pages(kept), signals=(Signal.BACK,), optional=True,
    )  # fmt: skip


def pages(kept: Kept) -> tuple[Section, ...]:
    """Draft the posting so far, a section for each heading."""
    drafted = draft(kept.drafted_from, kept.questions, kept.answers(), open_=kept.open_fields())
    found: list[tuple[str, list[Line]]] = []
    for block in drafted.document.blocks:
        if isinstance(block, Heading):
            found.append((text_of(block.runs), []))
        else:
            found = found or [("", [])]
            found[-1][1].extend(_lines(block))
    return tuple(Section(title, tuple(lines)) for title, lines in found)


def _lines(block: Facts | Bullets | Paragraph) -> list[Line]:
    match block:
        case Facts(rows):
            return [Line(text_of(runs), label=label) for label, runs in rows]
        case Bullets(items):
            return [Line(text_of(runs), mark="-") for runs in items]
        case Paragraph(runs):
            return [Line(text_of(runs))]


class Previewing:
    """An asker that shows the posting so far to whoever wants it, and then asks again."""

    def __init__(self, asker: Asker, kept: Kept) -> None:
        self._asker, self._kept = asker, kept
        self.tell, self.key = asker.tell, asker.key

    def ask(self, ask: Ask) -> Reply:
        while (reply := self._asker.ask(ask)).signal is Signal.PREVIEW:
            self._asker.ask(ask_preview(self._kept))
            ask = resumed(ask, reply)
        return reply
