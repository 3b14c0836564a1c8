"""Is all of this true? The lines of the template, as they will be printed, to leave some out."""

from amjd.answers.choices import ALL
from amjd.asker import Ask, Row
from amjd.documents.draft import draft
from amjd.documents.picking import NAMED
from amjd.interview.answering import Taken
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.way import DUTIES, step_of
from amjd.sources.sheet import SKIPPED


def offer_lines(kept: Kept) -> Ask:
    """Make the list of the template's own lines; those that are printed are ticked."""
    words, lines, out = kept.words.adding, template_lines(kept), kept.answers().leave_out or []
    rows = tuple(Row(name, text) for name, text in lines.items())
    ticked = tuple(name for name in lines if name not in out and ALL not in out)
    number, count, title = step_of(kept.questions, Stop(DUTIES, DUTIES))
    return Ask(
        DUTIES, "tick", ("leave_out",), words.duties.question, rows, ticked=ticked,
        step=number, of=count, title=title, why=words.duties.why, more=words.duties.more,
    )  # fmt: skip


def template_lines(kept: Kept) -> dict[str, str]:
    """Return the lines of the template that these answers print, by their short names.

    Those that were left out by name are among them.
    """
    drafted = draft(kept.catalog, kept.questions, kept.answers())
    return {line.name: line.text for line in drafted.lines if line.why_not in ("", NAMED)}


def take_lines(kept: Kept, ticked: tuple[str, ...]) -> Taken:
    """Leave out what was unticked, and nothing else of this template."""
    lines, before = template_lines(kept), kept.answers().leave_out or []
    if ALL in before and not ticked:
        return Taken()
    gone = [name for name in lines if name not in ticked]
    out = [name for name in before if name != ALL and (name not in lines or name in gone)]
    out += [name for name in gone if name not in out]
    if out != before or not kept.is_seen("leave_out"):
        kept.put_all({"leave_out": out}, SKIPPED)
    return Taken()


def ask_on(kept: Kept, ask: Ask) -> Ask | None:
    """Ask again where others of our lines came in for those that were left out; None if none."""
    shown = {row.value for row in ask.rows}
    new = [text for name, text in template_lines(kept).items() if name not in shown]
    if not new:
        return None
    return offer_lines(kept)._replace(
        note=kept.words.adding.in_place.format(lines="; ".join(new)),
    )
