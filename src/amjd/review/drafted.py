"""A posting drafted from answers, each line of which stands where its answer does in the file."""

from collections.abc import Iterator, Sequence

from amjd.documents.document import Bullets, Document, Facts, Heading, Paragraph, Run, text_of
from amjd.review.posting import Posting, build
from amjd.review.raw import Jump, Kind, Raw
from amjd.sources.sheet import Sheet, typed


def read(sheet: Sheet, document: Document) -> Posting:
    """Read a drafted document; words that no answer gave stand at the top of the file.

    Those that an option gave stand in line 0.
    """
    raws = _raws(sheet, document)
    return build(sheet.name, raws, sheet.text.splitlines(), document.title, is_sure=True)


def _raws(sheet: Sheet, document: Document) -> Iterator[Raw]:
    for block in document.blocks:
        match block:
            case Heading(level, runs):
                yield _raw(sheet, runs, "heading", level)
            case Paragraph(runs):
                yield _raw(sheet, runs, "text")
            case Bullets(items):
                yield from (_raw(sheet, item, "bullet") for item in items)
            case Facts(rows):
                for label, runs in rows:
                    yield _raw(sheet, (Run(f"{label}: "), *runs), "bullet")


def _raw(sheet: Sheet, runs: Sequence[Run], kind: Kind, level: int = 0) -> Raw:
    jumps: list[Jump] = []
    links: list[tuple[int, int, str]] = []
    length = 0
    for run in runs:
        jumps.append((length, *_place(sheet, run)))
        if run.link:
            links.append((length, length + len(run.text), run.link))
        length += len(run.text)
    text = text_of(runs)
    return Raw(text, tuple(jumps) or ((0, 1, 1),), kind, level, False, tuple(links))


def _place(sheet: Sheet, run: Run) -> tuple[int, int]:
    """Find where an answer stands: an item of a list, if it is the one that is shown."""
    if not run.field:
        return 1, 1
    given, place = typed(sheet.tree, run.field), None
    if isinstance(given, list):
        shown = (at for at, item in enumerate(given) if run.text.startswith(str(item).strip()))
        place = sheet.values.get((*run.field.split("."), next(shown, -1)))
    place = place or sheet.place(run.field)
    return (place.line, place.column) if place else (1, 1)
